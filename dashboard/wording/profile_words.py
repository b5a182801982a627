"""Words of a unit's own page."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

CHOOSE = "Chọn một đơn vị để xem hồ sơ."
CHOOSE_MORE = "Gõ tên, tên gọi tắt hay mã trong ô trên, có dấu hay không đều được, hoặc bấm vào một dòng của bảng dưới đây."
CHOOSE_LABEL, CHOOSE_HINT = "Đơn vị", "Gõ hoặc chọn tên đơn vị"
NO_UNITS = "Kho chưa có đơn vị nào. Hãy nạp tệp danh sách đơn vị ở trang Nhập số liệu."

UNRANKED = {
    "not_assessed": "năm này không đánh giá",
    "no_score": "chưa có điểm",
    "incomplete": "chưa đủ tiêu chí để tính điểm",
    "alone": "khối chỉ có một đơn vị có điểm",
}
AGAINST = {
    "ahead": "vượt",
    "met": "đạt",
    "near": "sát",
    "on_track": "đúng tiến độ tới",
    "slow": "chậm so với",
    "very_slow": "rất chậm so với",
}
NO_RANK_INTERVAL, CLEAR_RANK = "chưa tính được khoảng hạng", "tách hẳn các hạng khác"
REPORT_STATES = {
    "on_time": "đúng hạn",
    "late": "nộp muộn",
    "missing": "chưa nộp",
    "pending": "chưa đến hạn",
    "not_due": "không phải nộp",
}
CHANGES = {"merge": "sáp nhập", "split": "chia tách", "rename": "đổi tên", "dissolve": "giải thể"}
REVISION_STATES = {"live": "đang dùng", "replaced": "đã thay", "undone": "đã hoàn tác"}

NEVER_ASSESSED = "{unit} chưa có năm nào được đánh giá: chưa có số liệu, hoặc tồn tại dưới {months} tháng trong năm."
ENDED = "Đơn vị kết thúc ngày {on}; hồ sơ đang mở ở năm {shown}, năm cuối được đánh giá."
NOT_YET = "Năm {asked} chưa có đơn vị này (thành lập ngày {on}); hồ sơ đang mở ở năm {shown}."
NOT_ASSESSED = "Năm {asked} đơn vị không được đánh giá; hồ sơ đang mở ở năm {shown}."
ONE_YEAR = "Đơn vị mới có số liệu của một năm nên chỉ nêu sự việc: chưa thể nói về xu hướng, mức thật hay nêu tên."
NO_FLAGS = "Không có điểm nào cần nêu tên, theo dõi hay nhắc việc trong năm."
EARLIER = "Dòng vừa bấm: mọi lần nhập, mới nhất trước, kể cả số đã thay và đã hoàn tác."
PRESS_ROW = "Bấm vào một dòng để xem con số nằm ở tệp nào, ô nào và các lần nộp trước."
GROUPS_DRAWN = "Điểm từng nhóm tiêu chí, % điểm tối đa, năm {year}; {units} cùng {block}"
TOO_FEW, SMALL_SAMPLE = "quá ít phiếu", "mẫu nhỏ"
HEADINGS = {
    "survey": "Khảo sát hài lòng",
    "criteria": "Từng tiêu chí năm {year}",
    "lists": "Hồ sơ kèm theo",
}
LIST_LABEL = "Xem danh sách"
EMPTY_LIST = "Chưa có dòng nào trong kho. Bổ sung bằng tệp của đơn vị ở trang Nhập số liệu."
METHOD_TEXT, METHOD = "Điểm, hạng, khoảng tin cậy và các cờ tính thế nào:", "Phương pháp"
NO_COUNTS = "không có số phiếu"
"""Said beside a share whose counts nobody gave: it is shown and enters no score, test, rank or pooled rate."""
WHY = {
    "starts": "thêm tiêu chí",
    "ends": "thôi chấm tiêu chí",
    "method": "đổi cách đo tiêu chí",
}
TOTAL, FROM_CRITERIA, SELF_SCORED = (
    "Tổng điểm",
    "tính từ các tiêu chí dưới đây",
    "tự chấm",
)
AREA_TITLE = "Từng tiêu chí năm {year}, đặt cạnh {block}"
AREA_HEADS = (
    "Tiêu chí",
    "Giá trị",
    "So với năm trước",
    "Trong khối",
    "Mốc",
    "Trạng thái",
    "Nguồn",
)
AREA_NOTE = "Hình nhỏ, thang {start}–100% điểm tối đa hoặc tỷ lệ: chấm là đơn vị, dải từ thấp nhất đến cao nhất của khối, vạch ngắn là mức giữa, vạch dài là mốc. Thay đổi tính bằng điểm phần trăm của tiêu chí, tổng điểm bằng điểm; để trống nơi hai năm không so được, nơi kế hoạch chưa đặt mốc. Khối dưới {least} đơn vị có số thì không vẽ dải."
LIKE_TITLE = "Đơn vị tương tự: cùng {block}, số người gần nhất"
LIKE, STAFF, RANK, STATE, THIS_ONE = (
    "Đơn vị",
    "Số người",
    "Hạng trong khối",
    "Trạng thái",
    " (đơn vị này)",
)
HEAD = "Người đứng đầu: {head}."
FOLDS = {
    "flags": "Cờ trong năm và lý do",
    "numbers": "Từng con số: tự chấm, thẩm định, các lần nộp",
    "lists": "Báo cáo, văn bản, khen thưởng, kiểm tra, tồn tại tự nêu",
}
POINTS, PERCENT_POINTS = "điểm", "điểm %"

speaks(__name__)
