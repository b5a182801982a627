"""What a meeting pack is, as plain data: the report's chapters and annexes, the slides. How it looks is word, slides, workbook and pdf.

Everything here is worked out and worded already: a writer sets it, it never calculates. Cells of tables and charts are raw values
(shares 0–1, scores 0–100, dates, texts, None for missing); tables are those of `writing.table_model`, which every screen draws too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from dashboard.plan import IssuingOffice
from dashboard.writing.table_model import Table

Level = Literal[1, 2, 3]


@dataclass(frozen=True)
class Series:
    """One row of bars or one line: a name and a value a category, None where there is none."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True)
class Chart:
    """A chart whose title says the finding. `kind`: `bar` (lying, one series), `stacked` (lying, counts), `line` (years).

    `unit` is the unit of the values as written beside the axis; `share` values are 0–1 and read in percent. `target` is a line to compare with.
    """

    title: str
    kind: Literal["bar", "stacked", "line"]
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    source: str
    share: bool = False
    target: float | None = None
    target_name: str = ""


@dataclass(frozen=True)
class Quote:
    """Words of a unit's own report, with where they stand."""

    unit: str
    text: str
    source: str


@dataclass(frozen=True)
class Chapter:
    """A part of the report. `to_write` says what only people can write there: a writer sets it as “[…]” for them to fill in."""

    title: str
    level: Level
    sentences: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    charts: tuple[Chart, ...] = ()
    quotes: tuple[Quote, ...] = ()
    quotes_title: str = ""
    to_write: str = ""


@dataclass(frozen=True)
class Annex:
    """An annex: its title, sentences before its tables."""

    title: str
    tables: tuple[Table, ...]
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True)
class Slide:
    """One message (at most 20 words), one picture or one short table; `notes` are what the speaker says, with the sources; `foot` the source on the slide."""

    title: str
    notes: str
    foot: str
    chart: Chart | None = None
    table: Table | None = None


@dataclass(frozen=True)
class SealMark:
    """The seal that a pack is made from: its name, when (local time) and by whom it was made, its fingerprint; None where the figures are not sealed."""

    name: str
    at: dt.datetime | None = None
    who: str = ""
    fingerprint: str | None = None


@dataclass(frozen=True)
class Pack:
    """The whole meeting pack."""

    title: str
    subject: str
    milestone: str
    year: int
    as_of: dt.date
    seal: SealMark
    province: str
    owner: str
    illustrative: bool
    opening: str
    chapters: tuple[Chapter, ...]
    closing: str
    annexes: tuple[Annex, ...]
    slides: tuple[Slide, ...]
    seal_line: str
    mark: str = ""
    documents: tuple[str, ...] = field(default=())
    issuer: IssuingOffice | None = None

    def tables(self) -> Iterator[Table]:
        """Every table once, in reading order: annexes first, as the workbook has them, then those of the chapters."""
        seen: set[str] = set()
        for part in (*self.annexes, *self.chapters):
            for table in part.tables:
                if table.name not in seen:
                    seen.add(table.name)
                    yield table
