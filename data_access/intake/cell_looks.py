"""What a person sees of a figure beside its value: struck out, a raised footnote run into it, a format that hides it or writes words, a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from data_access.intake.archive import Part
from data_access.intake.names import SPELLINGS, fold

STRUCK, JOINED, UNSEEN, UNSEEN_ZERO, WRITTEN, COMMENTED = (
    "struck",
    "joined",
    "unseen",
    "unseen_zero",
    "written",
    "commented",
)
Place = tuple[int, int]
Looks = dict[str, dict[Place, str]]
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.')
_UNITS = frozenset(fold(word) for key in ("points", "counts") for word in SPELLINGS["figures"][key])
_MARKS = " .,:;()/-+\u00a0"
_HOLDERS = ("fonts", "cellXfs", "cellStyles", "cellStyleXfs", "dxfs")
_OFF = ("0", "false", "none")


class CellStyle(NamedTuple):
    """A style of cells: how it makes its numbers look (`STRUCK`, `UNSEEN` …, '' = as they are), and what it writes beside them."""

    how: str
    text: str = ""


def format_look(code: str) -> CellStyle | None:
    """What a number format makes of a number: hides it (`;;;`), hides a zero (`0;-0;;@`), writes words beside it (`"≥"0`); None for any other.

    A unit of counting or of points (`0" điểm"`) is no such word.
    """
    sections = code.split(";")
    if len(sections) > 1 and not sections[0].strip():
        return CellStyle(UNSEEN)
    if len(sections) > 2 and not sections[2].strip():
        return CellStyle(UNSEEN_ZERO)
    written = "".join(found[1] or found[2] or "" for found in _LITERAL.finditer(sections[0]))
    said = written.strip(_MARKS)
    if said and "%" not in said and fold(said) not in _UNITS:
        return CellStyle(WRITTEN, written.strip())
    return None


def looks_of_styles(found: Sequence[tuple[str, dict[str, str]]]) -> dict[str, CellStyle]:
    """Number of a cell's style → its look, from the elements `numFmt`, `fonts`, `font`, `strike`, `cellXfs`, `xf` … of the styles in order."""
    formats = {
        own.get("numFmtId", ""): look
        for tag, own in found
        if tag == "numFmt" and (look := format_look(own.get("formatCode", "")))
    }
    struck = _struck_fonts(found)
    styles: dict[str, CellStyle] = {}
    for number, own in enumerate(own for tag, own in _within("cellXfs", found) if tag == "xf"):
        look = formats.get(own.get("numFmtId", ""))
        if int(own.get("fontId", 0)) in struck:
            look = CellStyle(STRUCK)
        if look:
            styles[str(number)] = look
    return styles


def _struck_fonts(found: Sequence[tuple[str, dict[str, str]]]) -> set[int]:
    struck, number = set(), -1
    for tag, own in _within("fonts", found):
        number += tag == "font"
        if tag == "strike" and own.get("val") not in _OFF:
            struck.add(number)
    return struck


def _within(
    holder: str, found: Sequence[tuple[str, dict[str, str]]]
) -> Iterator[tuple[str, dict[str, str]]]:
    """The elements between one that holds others and the next such one."""
    within = ""
    for tag, own in found:
        if tag in _HOLDERS:
            within = tag
        elif within == holder:
            yield tag, own


class Runs:
    """Hears the runs of one rich text: whether all of it, or a part that stands beside another, is struck out or raised."""

    def __init__(self) -> None:
        self._odd = self._plain = False
        self._now, self._raised = False, False

    def mark(self, name: str, value: str) -> None:
        """A property of the run that begins: `strike`, or `vertAlign` with its value."""
        if name == "vertAlign":
            self._now = self._raised = self._raised or value in ("superscript", "subscript")
        elif value not in _OFF:
            self._now = True

    def text(self) -> None:
        """The run's text ends."""
        self._odd, self._plain = self._odd or self._now, self._plain or not self._now
        self._now = False

    @property
    def how(self) -> str:
        """`JOINED` where odd and plain parts stand together or anything is raised, `STRUCK` where all is struck out, else ''."""
        if not self._odd:
            return ""
        return JOINED if self._plain or self._raised else STRUCK


class SharedTexts(Part):
    """Walks the shared texts of a workbook: `odd` has their numbers and how they look."""

    def __init__(self) -> None:
        self.odd: dict[str, str] = {}
        self._number, self._runs = -1, Runs()

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition("}")[2]
        if name == "si":
            self._number, self._runs = self._number + 1, Runs()
        elif name in ("strike", "vertAlign"):
            self._runs.mark(name, attributes.get("val", ""))

    def end(self, tag: str) -> None:
        name = tag.rpartition("}")[2]
        if name == "t":
            self._runs.text()
        elif name == "si" and self._runs.how:
            self.odd[str(self._number)] = self._runs.how


OURS = "[Kiểm tra]"
"""What begins the program's own remark in a file that went back to a unit (`exports/forms/annotated_words.MARK`): it stands last in a comment."""


def figures_said(comment: str) -> str:
    """What people wrote in a comment, where it holds a figure; else ''.

    >>> figures_said("Đúng ra là 18"), figures_said("Đã họp [Kiểm tra] Lỗi: 25 điểm")
    ('Đúng ra là 18', '')
    """
    said = comment.partition(OURS)[0].strip()
    return said if any(one.isdigit() for one in said) else ""


class Comments(Part):
    """Collects the comments of a sheet: `found` has reference → text."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self._reference, self._text = "", ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag.rpartition("}")[2] == "comment":
            self._reference, self._text = attributes.get("ref", ""), ""

    def data(self, text: str) -> None:
        if self._reference:
            self._text += text[:500]

    def end(self, tag: str) -> None:
        if tag.rpartition("}")[2] == "comment":
            self.found[self._reference] = " ".join(self._text.split())
            self._reference = ""
