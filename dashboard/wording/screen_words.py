"""Words of the page Tổng quan."""

from __future__ import annotations

import datetime as dt

from dashboard.writing import formats
from dashboard.writing.nouns import speaks, worded

NEXT_IMPORT = "Nếu kho chưa có số liệu:"
NEXT_STEP = f"Hãy chọn năm, khối hoặc loại khác ở dòng “Đang xem”. {NEXT_IMPORT}"
INTAKE = "Nhập số liệu"
STATUS_SUBJECT = "so với mốc, năm {year}"
STATUS_SUBTITLE = "Số đơn vị theo trạng thái, từng khối. Bấm vào một khối để xem xếp hạng của khối."
DONE_OWN = "Trong đó đạt mốc, mới tự chấm"
MOST_BEHIND = " Chỉ vẽ {drawn} khối có tỷ lệ chậm hoặc rất chậm cao nhất trong {blocks} khối; bảng bên dưới có đủ."
LINE, YEAR, SCORE, UNITS = "Đường", "Năm", "Điểm", "Số đơn vị"
BLOCK, ALL_UNITS = "Khối, cụm", "Tổng số"
MILESTONE = "Mốc"
WHOLE = "Nói đủ câu"
TALK = "Ba điều nên bàn"
NO_POINTS = "Số liệu của năm không nêu điều gì phải bàn trước."
MAP_FOLD = "Xem mọi đơn vị, mỗi ô một đơn vị"
ALL_FLAGS = "Xem tất cả ở Đơn vị chậm"
CHANGES = "Thay đổi so với năm {year}"
REACHED, BELOW = "Mới đạt mốc", "Mới xuống dưới mốc"
NO_REACHED, NO_BELOW = "Không có đơn vị nào mới đạt mốc.", "Không có đơn vị nào mới xuống dưới mốc."
ONE_YEAR_IS_CHANCE = "Lên hay xuống quanh mốc trong một năm thường còn do dao động ngẫu nhiên, chưa phải là kết luận về đơn vị. Cách tính:"
METHOD = "Phương pháp"


def source(day: dt.date) -> str:
    """The line at the foot of a picture."""
    return f"Nguồn: kết quả do các {worded('đơn vị')} và hội đồng thẩm định gửi; số liệu đến ngày {formats.date(day)}."


speaks(__name__)
