"""Whose report it is where no sentence says so: the body that headline, dateline, signature and prose name most."""

from __future__ import annotations

import re
from collections import Counter

from dashboard.reading.bodies import named_after, title_start
from dashboard.reading.folding import Citation, Source

_DATELINE = re.compile(
    r"(?m)^[^\n]{0,90}?(?:^|[\s|])([^\W\d_][^,\n|\d]{2,30}?),\s*ngày[\s.…\d]*(?:tháng|/|-)"
)
_SIGNED = re.compile(
    r"(?:tm\.|t/m|chủ tịch|bí thư|giám đốc|hiệu trưởng|trưởng công an|chi cục trưởng|cục trưởng|trưởng phòng)\s+"
)
_HEAD, _FOOT = 600, 500
_GIVEN_BY_ANOTHER = re.compile(
    r"(?:của|theo|do|gửi|kính gửi:?|trình|đoàn kiểm tra|kế bên|như)\s*(?:phòng nội vụ\s*)?$"
)
_LEAST = 2


def likely_sender(source: Source) -> Citation | None:
    """The named body with the most signs of being the sender, quoted where it stands first; None where no body is named twice or in a sign's place.

    Signs: its locality is that of the dateline (4), it stands in the headline (3), in the signature (3), or is named in the text (1 each).
    """
    folded = source.folded
    spans = named_after(source.plain, folded, 0, len(folded))
    dateline = _dateline(folded)
    head, foot = _headline_end(source), max(len(folded) - _FOOT, 0)
    signs: Counter[str] = Counter()
    first: dict[str, tuple[int, int]] = {}
    for start, end in spans:
        if start >= head and _GIVEN_BY_ANOTHER.search(folded[max(0, start - 30) : start]):
            continue
        name = " ".join(folded[start:end].split())
        signs[name] += 1 + 3 * (start < head)
        signs[name] += 3 * (
            start > foot and _SIGNED.search(folded[max(0, start - 25) : start]) is not None
        )
        first.setdefault(name, (start, end))
    for name in signs:
        signs[name] += 4 * bool(dateline and name.endswith(dateline))
    best = max(signs, key=lambda name: (signs[name], -first[name][0]), default=None)
    return source.cite(*first[best]) if best and signs[best] >= _LEAST else None


def _headline_end(source: Source) -> int:
    """Where the head of the paper ends: at its title, else after its first two lines."""
    lines = [line.end() for line in re.finditer(r"\S[^\n]*", source.folded[:_HEAD])]
    return title_start(source) or max(lines[:2], default=0)


def _dateline(folded: str) -> str | None:
    found = _DATELINE.search(folded)
    return " ".join(found[1].split()) if found else None
