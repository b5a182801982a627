"""What the picture of tiles says."""

from __future__ import annotations

SOME_BEHIND = "{behind} trong {units} chậm hoặc rất chậm"
NONE_BEHIND = "Không đơn vị nào trong {units} chậm so với mốc"
NAMED = ", {named} được nêu tên"
DRAWN = "Mỗi ô một đơn vị, mỗi hàng một khối, nặng nhất đứng trước. Bấm vào một ô để mở hồ sơ."
UNIT, STATUS, FLAG = "Đơn vị", "Trạng thái", "Nêu tên"
ALT = "năm {year}"
