"""What belongs to the unit that reports: its names, and how far “toàn xã”, “toàn huyện”, “toàn tỉnh” are its own."""

from __future__ import annotations

import re

from dashboard.reading.bodies import departments
from dashboard.reading.folding import fold
from dashboard.reading.phrases import any_of, rules

_DEPARTMENT_NAME = re.compile(r"(?:sở|phòng|ban)\s")

_GOVERNS = re.compile(
    r"(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|thường trực hđnd|tỉnh ủy|huyện ủy|thị ủy|thành ủy|đảng bộ|đảng ủy)\b"
)
_LEVELS = (("tỉnh",), ("huyện", "thị xã", "thành phố", "quận"), ("xã", "phường", "thị trấn"))
_LOCALITY = re.compile(r"(?<!\w)(?:tỉnh|huyện|thị xã|thành phố|quận|xã|phường|thị trấn)(?!\w)")


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


def leads_branch(unit: str | None) -> bool:
    """Whether “toàn ngành” is the unit's own: a department, a central office of a province."""
    return re.match(r"(?:sở|phòng|cục|công an tỉnh|bảo hiểm xã hội tỉnh)\b", fold(unit or "")) is not None


def is_part(name: str, unit: str | None) -> bool:
    """Whether a body's faults are told as the unit's own: it stands under a committee or council, or under a body of its own kind.

    Example: “công an xã hang chú” is a part of “Công an huyện Bắc Yên”, “xã đức long” of “UBND huyện Thạch An”, no part of its “Phòng Nội vụ”;
    “phòng thanh tra” of a college is its own, another school is not.
    """
    whole = fold(unit or "")
    governs = _GOVERNS.match(whole) is not None
    if _depth(name) == 0:
        return governs or name.split()[:1] != whole.split()[:1]
    return _depth(name) > _depth(whole) and (governs or name.split()[:2] == whole.split()[:2])


def _depth(name: str) -> int:
    """1 of a province, 2 of a district, 3 of a commune, by the first locality named; 0 where none is."""
    place = _LOCALITY.search(name)
    return 0 if place is None else next(
        depth for depth, words in enumerate(_LEVELS, 1) if place[0] in words
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
