"""What a movement calls its units and their groups, and how our sentences are said with those nouns.

Sentences are written with “đơn vị” and “khối”. A module of sentences that `speaks` gives each of them in the nouns of the movement at
hand; one that stands elsewhere is `worded`. Both are done with the sentence alone, before a name, a figure or a quote is set into it,
so no word of the data is ever changed. Words of offices that are not the ranked bodies (`GENERIC`) stay as they are.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from types import FunctionType, ModuleType
from typing import Any, NamedTuple, TypeVar, cast

from dashboard.writing import first_letter

Said = TypeVar("Said")


class Nouns(NamedTuple):
    """The noun of one unit (“tỉnh, thành phố”) and of a group of units that are ranked together (“vùng”), as inside a sentence."""

    unit: str = "đơn vị"
    group: str = "khối"


USUAL = Nouns()
OFFICE = r"(?:cơ quan, )?đơn vị"
UNIT = OFFICE + r"(?:, địa phương)?(?!\w)"
GROUP = r"(?:cụm, )?khối(?:, cụm)?(?: thi đua)?(?!\w)"
OF_ANY_OFFICE = ("tính", "đo", "cấp trên", "tiền thân", "trực thuộc", "ngành dọc", "công tác")
GENERIC = (
    rf"đơn vị (?:{'|'.join(OF_ANY_OFFICE)})(?!\w)",
    OFFICE + " liên quan",
    "thủ trưởng đơn vị",
    "khối lượng",
    "“(?:Mã|Tên|Loại) đơn vị”",
    "“Khối thi đua”",
)
"""What holds “đơn vị” or “khối” and means no unit of the movement: words of any office, and the heads of files in quotes."""

_SPOKEN: ContextVar[Nouns | None] = ContextVar("nouns", default=None)
_ASKED: list[Callable[[], Nouns]] = []


def speak(nouns: Nouns) -> None:
    """From here on sentences are said with these nouns: for a thread or a command that works for one movement."""
    _SPOKEN.set(USUAL if nouns == USUAL else nouns)


@contextmanager
def speaking(nouns: Nouns) -> Iterator[None]:
    """Sentences made inside are said with these nouns."""
    before = _SPOKEN.set(nouns)
    try:
        yield
    finally:
        _SPOKEN.reset(before)


def ask(whose: Callable[[], Nouns]) -> None:
    """Whom to ask where nobody said: a part of a page that is run alone, a file made on demand, a thread."""
    _ASKED[:] = [whose]


def spoken() -> Nouns:
    """The nouns of the movement at hand: as was said for this thread or command, else as is answered when asked, else the usual ones."""
    said = _SPOKEN.get()
    if said is None:
        return _ASKED[0]() if _ASKED else USUAL
    return said


def worded(ours: Said) -> Said:
    """A text of ours, or all texts of a tuple, list, dict (its values) or dataclass, in the nouns of the movement at hand.

    >>> with speaking(Nouns("trường", "cụm trường")):
    ...     worded("Đơn vị đứng đầu khối; đơn vị tính: {unit}")
    'Trường đứng đầu cụm trường; đơn vị tính: {unit}'
    """
    nouns = spoken()
    return ours if nouns == USUAL else cast(Said, _told(ours, nouns))


def speaks(module: str, *, files: tuple[str, ...] = ()) -> None:
    """Let a module's texts be read in the nouns of the movement at hand; `files`: names of texts that are names in files, which stay."""
    own = sys.modules[module]
    own.__dict__.update(_OF_FILES=frozenset(files), _TOLD={})
    own.__class__ = _Speaking


class _Speaking(ModuleType):
    """A module of sentences (“Customizing module attribute access” in Python's reference)."""

    def __getattribute__(self, name: str) -> Any:
        value = _of_module(self, name)
        if _SPOKEN.get() is USUAL or name.startswith("_"):
            return value
        if isinstance(value, (ModuleType, FunctionType, type)):
            return value
        nouns = spoken()
        if nouns == USUAL or name in _of_module(self, "_OF_FILES"):
            return value
        kept = _of_module(self, "_TOLD")
        whole, told = kept.get((name, nouns), (None, None))
        if whole is not value:
            told = _told(value, nouns)
            kept[name, nouns] = value, told
        return told


_of_module = ModuleType.__getattribute__


def _told(ours: Any, nouns: Nouns) -> Any:
    if isinstance(ours, str):
        return _sentence(ours, nouns)
    if isinstance(ours, dict):
        return {key: _told(value, nouns) for key, value in ours.items()}
    if type(ours) in (tuple, list):
        return type(ours)(_told(one, nouns) for one in ours)
    if isinstance(ours, tuple) and hasattr(ours, "_make"):
        return ours._make(_told(one, nouns) for one in ours)
    if is_dataclass(ours) and not isinstance(ours, type):
        held = {one.name: getattr(ours, one.name) for one in fields(ours) if one.init}
        told = {name: _told(value, nouns) for name, value in held.items()}
        return replace(ours, **told) if told != held else ours
    return ours


@lru_cache(maxsize=8192)
def _sentence(text: str, nouns: Nouns) -> str:
    return _pattern(nouns).sub(lambda found: _said(found, nouns), text)


@lru_cache(maxsize=64)
def _pattern(nouns: Nouns) -> re.Pattern[str]:
    """What stays first: the nouns themselves, so that a sentence said twice is said alike."""
    stays = "|".join([*map(re.escape, nouns), *GENERIC])
    units = UNIT if nouns.unit != USUAL.unit else r"(?!)"
    groups = GROUP if nouns.group != USUAL.group else r"(?!)"
    return re.compile(
        rf"(?<!\w)(?:(?P<stays>{stays})|(?P<unit>{units})|(?P<group>{groups}))", re.IGNORECASE
    )


def _said(found: re.Match[str], nouns: Nouns) -> str:
    """The noun in place of ours, with its capitals."""
    there = found[0]
    if found["stays"]:
        return there
    noun = nouns.unit if found["unit"] else nouns.group
    if there.isupper():
        return noun.upper()
    return first_letter.large(noun) if there[0].isupper() else noun
