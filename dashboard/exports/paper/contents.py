"""What an official paper says, as plain data: a letter, a report, their tables and annexes. How it looks is `official.py`."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from typing import Literal

from dashboard.exports.report.pack import Chart

Align = Literal["left", "center", "right"]
SHORT_ROWS, SHORT_LETTERS, SHORT_LINES = 16, 1200, 18  # at most a third of a page stays empty
FIRST_ROWS, LOW_LINES = 2, 4  # rows that stay with a table's heading, if they are low
LETTERS = 85  # of a line across an upright page, in a table's size


@dataclass(frozen=True)
class Office:
    """Who issues a paper: `superior` and `body` as in its heading, `place` where it is signed, `symbol` what stands after “Số: …/”."""

    superior: str
    body: str
    place: str
    symbol: str


@dataclass(frozen=True)
class Signature:
    """Who signs: the lines above the name (“KT. GIÁM ĐỐC”, “PHÓ GIÁM ĐỐC”) and the name, '' until it is known."""

    offices: tuple[str, ...]
    name: str = ""


@dataclass(frozen=True)
class Issuer:
    """Who issues a report: the office of its heading, who signs, and the list “Nơi nhận”."""

    office: Office
    signature: Signature
    copies: tuple[str, ...]


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 (I.), 2 (1.) or 3 (a); the frame numbers it."""

    text: str
    level: Literal[1, 2, 3] = 1


@dataclass(frozen=True)
class Text:
    """A paragraph of the body; `key` is the small number under which an annex says what it rests on, `lead` how many letters at its beginning are bold (“Điều 1.”)."""

    text: str
    key: int | None = None
    lead: int = 0


@dataclass(frozen=True)
class Centred:
    """A line in bold in the middle: “QUYẾT ĐỊNH:”."""

    text: str


@dataclass(frozen=True)
class Item:
    """A point of a list; the dash before it is the frame's. `key` as of a `Text`."""

    text: str
    key: int | None = None


@dataclass(frozen=True)
class TableColumn:
    """A column: its heading, its part of the width (any scale) and how its cells are set."""

    label: str
    width: float = 1.0
    align: Align = "left"


@dataclass(frozen=True)
class WrittenTable:
    """A table with its title above and its source below; cells are written texts, a missing value is a dash. A row of one text is a heading across."""

    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str = ""
    source: str = ""

    @property
    def is_short(self) -> bool:
        """Whether it surely fits below a heading, so that it can be kept on one page."""
        return (
            len(self.rows) <= SHORT_ROWS
            and sum(len(text) for row in self.rows for text in row) <= SHORT_LETTERS
            and sum(map(self._lines_of, self.rows)) <= SHORT_LINES
        )

    @property
    def begins_low(self) -> bool:
        """Whether its first rows take so few lines that they can stay with its heading."""
        return all(self._lines_of(row) <= LOW_LINES for row in self.rows[:FIRST_ROWS])

    def _lines_of(self, row: tuple[str, ...]) -> int:
        """About how many lines the fullest cell of a row takes."""
        if len(row) < len(self.columns):
            return 1
        whole = sum(one.width for one in self.columns)
        rooms = (max(1.0, LETTERS * one.width / whole) for one in self.columns)
        return max(math.ceil(len(text) / room) for text, room in zip(row, rooms, strict=True))


@dataclass(frozen=True)
class Quote:
    """Words of a unit and whose they are; `key` as of a `Text`."""

    text: str
    source: str
    key: int | None = None


@dataclass(frozen=True)
class Blank:
    """A short question that only people can answer, in a box to be deleted."""

    text: str


@dataclass(frozen=True)
class Picture:
    """A chart with the sentence that it shows as its title; its own source stands below."""

    title: str
    chart: Chart


Block = Heading | Text | Centred | Item | WrittenTable | Quote | Blank | Picture


@dataclass(frozen=True)
class Annex:
    """An annex: a section of its own with its own page numbers, landscape if its table needs the width."""

    title: str
    blocks: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True)
class Paper:
    """An official paper. Without a `kind` (“BÁO CÁO”) it is a letter: `subject` stands as “V/v …” under the number, `addressees` after “Kính gửi”.

    The number is always left blank, people give it; `dated=None` leaves the day blank too. `copies` is the list “Nơi nhận”, the file copy last.
    `mark` stands at the foot of every page (“Số liệu minh họa”), `foot` below it (the seal that the figures are from).
    `second` are the lines of one who signs on the left (a clerk beside the chair): then no list of copies stands there. A ballot is not numbered.
    `has_contents`: a table of contents stands before the annexes. `as_of` is the day of its figures, which an archive reads as its date.
    """

    office: Office
    subject: str
    blocks: tuple[Block, ...]
    signature: Signature
    copies: tuple[str, ...]
    kind: str = ""
    addressees: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = ()
    dated: dt.date | None = None
    is_draft: bool = True
    is_numbered: bool = True
    second: tuple[str, ...] = ()
    has_contents: bool = False
    mark: str = ""
    foot: str = ""
    as_of: dt.date | None = None

    @property
    def kind_words(self) -> str:
        """The kind inside a sentence: “Báo cáo”, “Công văn”."""
        return self.kind.capitalize() if self.kind else "Công văn"


@dataclass(frozen=True)
class Sheet:
    """A page that is no official paper (a unit's profile, a list, a table): a title, what it is about, blocks, the same foot."""

    title: str
    blocks: tuple[Block, ...]
    about: str = ""
    mark: str = ""
    foot: str = ""
    landscape: bool = False
    as_of: dt.date | None = None
