"""What belongs to the unit that reports: its names, and how far “toàn xã”, “toàn huyện”, “toàn tỉnh” are its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dashboard.reading.bodies import departments
from dashboard.reading.folding import fold

_PLACES = r"(?:tỉnh|huyện|thị xã|thành phố|quận|tp|tx|xã|phường|thị trấn)(?! (?:đoàn|đội|hội)\b)\b"
_LEADS = rf"(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|thường trực hđnd|tỉnh ủy|huyện ủy|thị ủy|thành ủy)\b|{_PLACES}"
_GOVERNS = re.compile(rf"{_LEADS}|(?:đảng bộ|đảng ủy)\b")
_LEVELS = (
    ("tỉnh",),
    ("huyện", "thị xã", "thành phố", "quận", "tp", "tx"),
    ("xã", "phường", "thị trấn"),
)
COMMUNE = 3
_LOCALITY = re.compile(
    r"(?<!\w)(?:tỉnh|huyện|thị xã|thành phố|quận|tp|tx|xã|phường|thị trấn)(?!\w)"
)


@dataclass(frozen=True)
class Own:
    """Whose report it is, taken apart: ``whole`` its folded name, ``place``, ``depth`` and ``kind`` of the first locality named, ``department`` its name as one."""

    whole: str
    place: str
    depth: int
    department: str
    kind: str = ""

    def has(self, name: str) -> bool:
        """Whether a folded name of a body is the unit's.

        Example: in a report of “Phòng Nội vụ huyện Vân Hồ” “phòng nội vụ” is, “phòng nội vụ huyện mộc châu” and “huyện vân hồ” are not;
        “thị trấn ba tơ” is not “UBND huyện Ba Tơ”, “huyện gò công đông” and “huyện gò công” not “thị xã Gò Công”.
        """
        if not self.whole:
            return False
        place, depth = _locality(name)
        if not place:
            said_in_full = name in (self.department, self.whole)
            return said_in_full or self.whole.startswith(f"{name} ") or self._is_short(name)
        if not self.place:
            return bool(self.department) and name.startswith(self.department)
        same = (place, depth, _kind(name)) == (self.place, self.depth, self.kind)
        return same and self._may_be(name)

    def _may_be(self, name: str) -> bool:
        head = name[: _LOCALITY.search(name).start()].strip()  # type: ignore[union-attr]
        governs = _GOVERNS.match(self.whole) is not None
        if not head:
            return governs or self.depth == COMMUNE
        alike = head.split()[0] == self.whole.split()[0]
        return alike or governs and _GOVERNS.match(name) is not None

    def _is_short(self, name: str) -> bool:
        """“sở tt&tt” of “sở thông tin và truyền thông …”: letters that begin the words of the whole name, after the same head."""
        head, _, rest = name.partition(" ")
        letters = re.sub(r"\W", "", rest)
        words = [word for word in re.findall(r"\w+", self.whole) if word != "và"]
        told = "".join(word[0] for word in words[1 : len(letters) + 1])
        return len(letters) > 1 and words[0] == head and letters == told

    def is_like(self, name: str) -> bool:
        """Whether a folded name is of another body of the unit's kind: “xã hòa thạnh” beside “xã bình minh”."""
        place, _ = _locality(name)
        return bool(place) and _kind(name) == self.kind and not place.startswith(self.place)

    def wholes_in(self, folded: str, start: int, end: int) -> list[int]:
        """Where “toàn xã”, “cả huyện”, “toàn ngành huyện” end in a piece of the report of who governs it."""
        if not (self.kind and _GOVERNS.match(self.whole)):
            return []
        said = re.compile(rf"(?<!\w)(?:toàn|cả)\s(?:ngành\s|đảng bộ\s)?{self.kind}(?!\w)")
        return [told.end() for told in said.finditer(folded, start, end)]

    def is_said_in(self, text: str) -> bool:
        """Whether a folded text names the unit by its place, or by its whole name."""
        said = self.place or self.department or self.whole
        return bool(said) and re.search(rf"(?<!\w){re.escape(said)}(?!\w)", text) is not None


def own_name(unit: str | None) -> Own:
    """A body's name taken apart; of None an Own that has no name."""
    whole = " ".join(fold(unit or "").split())
    department = re.match(rf"(?:sở|phòng|ban)\s+{departments().pattern}", whole)
    return Own(whole, *_locality(whole), department[0] if department else "", _kind(whole))


def _locality(name: str) -> tuple[str, int]:
    """The proper name of the first locality in a body's name and its depth: 1 of a province, 2 of a district, 3 of a commune."""
    first = _LOCALITY.search(name)
    if first is None:
        return "", 0
    further = _LOCALITY.search(name, first.end())
    place = name[first.end() : further.start() if further else len(name)].strip(" ,.-")
    return place, next(depth for depth, words in enumerate(_LEVELS, 1) if first[0] in words)


def _kind(name: str) -> str:
    """The kind of the first locality in a body's name, written out."""
    first = _LOCALITY.search(name)
    return {"tp": "thành phố", "tx": "thị xã"}.get(first[0], first[0]) if first else ""


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
    return (
        re.match(
            r"(?:sở|phòng|cục|(?:công an|bảo hiểm xã hội|bhxh|kho bạc nhà nước) tỉnh)\b",
            fold(unit or ""),
        )
        is not None
    )


def is_part(name: str, unit: str | None) -> bool:
    """Whether a body's faults are told as the unit's own: it stands under a committee or council, or under a body of its own kind.

    Example: “công an xã hang chú” is a part of “Công an huyện Bắc Yên”, “xã đức long” of “UBND huyện Thạch An”, no part of its “Phòng Nội vụ”;
    “phòng thanh tra” of a college is its own, another school is not.
    """
    own = own_name(unit)
    governs = _GOVERNS.match(own.whole) is not None
    depth = _locality(name)[1]
    if depth == 0:
        return governs or name.split()[:1] != own.whole.split()[:1]
    return depth > own.depth and (governs or name.split()[:2] == own.whole.split()[:2])


def level_of(unit: str | None) -> str:
    """province, district or other: how far “toàn tỉnh”, “toàn huyện” may be the unit's own figures."""
    name = fold(unit or "")
    if re.match(r"(?:thị|thành|quận) ủy\b", name):
        return "district"
    depth = _locality(name)[1] if re.match(_LEADS, name) else 0
    return {1: "province", 2: "district"}.get(depth, "other")
