"""What belongs to the unit that reports: its names, and how far “toàn xã”, “toàn huyện”, “toàn tỉnh” are its own."""

from __future__ import annotations

import re

from dashboard.reading.bodies import departments
from dashboard.reading.folding import fold
from dashboard.reading.phrases import any_of, rules

_DEPARTMENT_NAME = re.compile(r"(?:sở|phòng|ban)\s")


def own_names(unit: str | None) -> frozenset[str]:
    """Folded proper names of a body: “UBND xã Phổ Châu” has “phổ châu”; with no locality, its whole name."""
    if not unit:
        return frozenset()
    after = re.split(any_of(rules("bodies")["localities"]).pattern, fold(unit))
    names = {part.strip(" ,.-") for part in after[1:] if part.strip(" ,.-")}
    department = re.match(rf"(?:sở|phòng|ban)\s+{departments().pattern}", fold(unit))
    return frozenset(names | ({department[0]} if department else set())) or frozenset({fold(unit)})


def is_own(name: str, own: frozenset[str]) -> bool:
    """Whether a folded name of a body is the unit's: it has the unit's locality, or is its department's name and no other place.

    Example: in a report of “Phòng Nội vụ huyện Vân Hồ” “phòng nội vụ” is, “phòng nội vụ huyện mộc châu” is not.
    """
    own_departments = {one for one in own if _DEPARTMENT_NAME.match(one)}
    places = own - own_departments
    if any(one in name or one.startswith(f"{name} ") for one in places):
        return True
    return (
        name in own_departments
        or not places
        and any(name.startswith(one) for one in own_departments)
    )


def governs_commune(unit: str | None) -> bool:
    """Whether “toàn xã” is the unit's own: a commune's committee, council or Party committee."""
    return (
        re.match(
            r"(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|đảng ủy|đảng bộ|xã|phường|thị trấn)\b",
            fold(unit or ""),
        )
        is not None
    )


def level_of(unit: str | None) -> str:
    """province, district or other: how far “toàn tỉnh”, “toàn huyện” may be the unit's own figures."""
    name = fold(unit or "")
    governs = re.match(
        r"(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|thường trực hđnd|tỉnh ủy|huyện ủy|thị ủy|thành ủy)\b",
        name,
    )
    if governs and ("tỉnh" in name and "xã" not in name):
        return "province"
    return (
        "district"
        if governs
        and re.search(r"huyện|thị xã|thành phố|quận|thị ủy|thành ủy", name)
        and not re.search(r"(?<!thị )xã\b|phường|thị trấn", name)
        else "other"
    )
