"""Several names of bodies in one cell, as lists of mergers write them: “Xã An Hòa, xã Bình Minh và thị trấn Vĩnh Kim”, “các xã A, B, C”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from data_access.intake.matching import NameIndex
from data_access.intake.names import SPELLINGS, fold

_PARTED = re.compile(r"(\s*[,;\n]\s*|\s+và\s+)")
_LEVELS = sorted(map(fold, SPELLINGS["levels"]), key=len, reverse=True)
_LEADING = re.compile(
    rf"^(?:toàn bộ |nguyên trạng |các |và |\d+ )*(?=(?:{'|'.join(_LEVELS)})\b)", re.IGNORECASE
)
_PARTS = tuple(map(fold, SPELLINGS["parts_of_units"]))


def is_of_parts(text: str) -> bool:
    """Whether a cell speaks of a part of a unit, which no merger of whole units is."""
    return any(f" {one} " in f" {fold(text)} " for one in _PARTS)


def names_in_cell(text: str, units: NameIndex) -> list[str]:
    """The names, each as it can be looked up (“xã B” for the B of “các xã A, B”); what is no known name stands as it is written."""
    if text in units:
        return [text]
    pieces = [one for one in _PARTED.split(text.strip(" .;")) if one]
    return list(_found(pieces, units))


def _found(pieces: list[str], units: NameIndex) -> Iterator[str]:
    """The longest runs of pieces that are names: names may hold commas and “và” themselves."""
    place, level = 0, ""
    while place < len(pieces):
        if _PARTED.fullmatch(pieces[place]):
            place += 1
            continue
        end, name = _longest(pieces, place, level, units)
        level = _level_of(name) or level
        yield name
        place = end


def _longest(pieces: list[str], place: int, level: str, units: NameIndex) -> tuple[int, str]:
    for end in range(len(pieces), place, -1):
        if _PARTED.fullmatch(pieces[end - 1]):
            continue
        text = _LEADING.sub("", "".join(pieces[place:end]).strip())
        for name in (text, f"{level} {text}" if level else text):
            if name in units:
                return end, name
    return place + 1, _LEADING.sub("", pieces[place].strip())


def _level_of(name: str) -> str:
    words = fold(name)
    return next((one for one in _LEVELS if words.startswith(f"{one} ")), "")
