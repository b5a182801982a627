"""Units of measure as a sheet tells them: percent, counts, points, multiples; and other scales."""

from __future__ import annotations

import re
from functools import lru_cache

from data_access.intake.names import SPELLINGS, fold

_FIGURES = SPELLINGS["figures"]
_COUNTS = frozenset(map(fold, _FIGURES["counts"]))
_POINTS = frozenset(map(fold, _FIGURES["points"]))
_BARE_PERCENT = frozenset({"%", "phần trăm"})
_PERCENT = frozenset({"%", "phần trăm", "tỷ lệ", "tỉ lệ"})
_MULTIPLES = tuple(map(fold, SPELLINGS["multiples"]))
_LABELS = "|".join(map(re.escape, SPELLINGS["measure_labels"]))
_MEASURE = re.compile(rf"(?:{_LABELS})\s*[:(]?\s*(?P<measure>[^()\n]+)", re.IGNORECASE)
_OWN_MEASURE = re.compile(r"\(?\s*đơn vị\s*:\s*(?P<measure>[^()\n]+)", re.IGNORECASE)
_SCALE = re.compile(r"\bthang (?:điểm )?(?:là |tối đa |từ 0 đến )?(?P<most>[0-9]{1,4})\b")
_CONVERTED = re.compile(r"\bquy (?:đổi|về)\b")


def measure_told(text: str) -> str | None:
    """The unit of measure that a line gives for all below it: “Đơn vị tính: %”."""
    if found := _MEASURE.search(text):
        return measure_of(found["measure"])
    if text.strip("()[] ").casefold() in _BARE_PERCENT:
        return "percent"
    own = _OWN_MEASURE.match(text)
    told = measure_of(own["measure"]) if own else None
    return None if told == "other" else told


def scale_told(text: str) -> int | None:
    """The most that points can be by a line: 10 of “Chấm theo thang điểm 10”; 0 where figures were converted to it, None where it says nothing."""
    words = fold(text)
    found = _SCALE.search(words)
    if found is None:
        return None
    return 0 if _CONVERTED.search(words) else int(found["most"])


@lru_cache(maxsize=4096)
def measure_of(text: str) -> str | None:
    """`percent`, `scaled` (thousands and the like), `count`, `points`, `other`; None for nothing.

    `measure_of("nghìn hồ sơ") == "scaled"`, `measure_of("số người") == "count"`
    """
    if "%" in text:
        return "percent"
    words = fold(text).removeprefix("số ").removeprefix("tổng số ")
    if not words:
        return None
    if words in _PERCENT:
        return "percent"
    if words.startswith(tuple(f"{one} " for one in _MULTIPLES)) or words in _MULTIPLES:
        return "scaled"
    if words in _POINTS:
        return "points"
    return "count" if words in _COUNTS else "other"
