"""Made-up heads of the units: names put together from common Vietnamese names; nobody of this name holds such a post."""

from __future__ import annotations

import datetime as dt

from .chance import draw
from .units import Unit

FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ")
MEN = (
    "Văn An",
    "Hữu Bình",
    "Quốc Cường",
    "Minh Đức",
    "Thanh Hải",
    "Đình Khoa",
    "Công Lý",
    "Trọng Nghĩa",
)
WOMEN = ("Thị Ánh", "Thị Bích", "Ngọc Diệp", "Thu Hà", "Thị Lan", "Kim Oanh", "Minh Tâm", "Thị Yến")
POSTS = {
    "Văn phòng": "Chánh Văn phòng",
    "Ủy ban Kiểm tra": "Chủ nhiệm",
    "Ủy ban MTTQ": "Chủ tịch",
    "Thanh tra": "Chánh Thanh tra",
    "Chi cục": "Chi cục trưởng",
    "Cục": "Cục trưởng",
    "Ban": "Trưởng ban",
    "Sở": "Giám đốc",
    "Công an": "Giám đốc",
    "Công ty": "Giám đốc",
    "Trung tâm": "Giám đốc",
    "Bệnh viện": "Giám đốc",
    "Trường": "Hiệu trưởng",
    "xã": "Chủ tịch UBND",
    "phường": "Chủ tịch UBND",
}
"""What a body's head is called, by the first words of its short name; the first that fits."""
OTHER_POST = "Thủ trưởng"
UNTOLD = 0.1
"""The part of the units whose list leaves the head out: real lists have holes."""


def head_of(unit: Unit) -> tuple[str, str, dt.date] | None:
    """Name, post and since when, of a unit that still lives; None where the list says nothing."""
    source = draw("head", unit.code)
    if unit.valid_to or source.random() < UNTOLD:
        return None
    given = source.choice(MEN + WOMEN)
    first = unit.valid_from or dt.date(2017, 1, 1)
    span = (dt.date(2025, 7, 1) - first).days
    since = first + dt.timedelta(days=source.randrange(span)) if span > 0 else first
    fitting = (post for start, post in POSTS.items() if unit.short_name.startswith(start))
    return f"{source.choice(FAMILY)} {given}", next(fitting, OTHER_POST), since
