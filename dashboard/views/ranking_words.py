"""Words of the page Xếp hạng."""

from __future__ import annotations

from dashboard.writing import formats
from dashboard.writing.nouns import speaks, worded

BLOCK = "Khối xếp hạng"
RANK, INTERVAL, UNIT, SCORE, DISTANCE, CHANGE = (
    "Hạng",
    "Khoảng hạng",
    "Đơn vị",
    "Điểm",
    "So với mốc",
    "So với năm trước",
)
CLASS, STATUS, BAND, STAGE, PERIOD, PERIOD_YEARS = (
    "Xếp loại",
    "Trạng thái",
    "Nhóm",
    "Giai đoạn chấm",
    "Điểm giai đoạn",
    "Số năm của giai đoạn",
)
RANK_HELP = "Hạng trong khối, trên điểm chưa làm tròn; bằng điểm thì đồng hạng (1, 2, 2, 4)."
INTERVAL_HELP = "Nếu đo lại, hạng có thể nằm trong khoảng này. Đơn vị chưa đủ số liệu: hạng tốt nhất và thấp nhất có thể."
BAND_HELP = "Chỉ ghi nhóm đầu, nhóm cuối khi đủ chắc chắn; nếu không thì “chưa phân biệt được”."
TITLE = "Xếp hạng {block}, năm {year}"
UNRANKED, REASON = "Không xếp hạng", "Lý do"
NOT_A_BAD_MARK = "Không có hạng không phải là đánh giá kém."
MAP_FOLD = "Xem mọi khối, mỗi ô một đơn vị"
METHOD = "Phương pháp"
BASIS = (
    "Xếp hạng chỉ trong khối, trên điểm của năm; lọc trên màn hình không làm đổi hạng. Cách tính:"
)
CLOSE = "Thứ hạng sát nhau không có nghĩa khác nhau: khoảng của hạng cho biết nếu đo lại, đơn vị có thể đứng ở đâu."

FITTED = ", vẽ từ {start}, không từ 0, vì các đơn vị rất sát nhau"


def fitted(start: float) -> str:
    """What is said of an axis that does not begin at 0; '' of one that does."""
    return worded(FITTED).format(start=formats.number(start, 0)) if start else ""


speaks(__name__)
