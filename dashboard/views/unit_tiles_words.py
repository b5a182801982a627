"""What the picture of tiles says."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

SOME_BEHIND = "{behind} trong {units} chậm hoặc rất chậm"
NONE_BEHIND = "Không đơn vị nào trong {units} chậm so với mốc"
NAMED = ", {named} được nêu tên"
DRAWN = "Mỗi ô một đơn vị, mỗi hàng một khối, nặng nhất đứng trước. Bấm vào một ô để mở hồ sơ."
ON_MAP = "Mỗi vùng một đơn vị, tô theo trạng thái so với mốc; viền đậm là đơn vị được nêu tên. Bấm vào dấu trong vùng để mở hồ sơ."
NOT_ON_MAP = " Ngoài bản đồ còn {units} không có ranh giới, xem trong bảng số liệu."
MAP = "Bản đồ {subject}: {parts}."
UNIT, STATUS, FLAG = "Đơn vị", "Trạng thái", "Nêu tên"
ALT = "năm {year}"

speaks(__name__)
