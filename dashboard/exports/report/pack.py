"""What a meeting pack is, as plain data: the report's chapters and annexes, the slides. How it looks is word, slides, workbook and pdf.

Everything here is worked out and worded already: a writer sets it, it never calculates. Cells of tables and charts are raw values
(shares 0–1, scores 0–100, dates, texts, None for missing); tables are those of `writing.table_model`, which every screen draws too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

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
class Said:
    """A sentence or paragraph and what it rests on: each ground a table of the pack's workbook, or a file with its sheet and cell. `point`: one of a list."""

    text: str
    grounds: tuple[str, ...] = ()
    point: bool = False


@dataclass(frozen=True)
class Chapter:
    """A part of the report. `asked` is a short question on what only people know: a writer sets it in a box, to be answered and deleted."""

    title: str
    level: Level
    said: tuple[Said, ...] = ()
    tables: tuple[Table, ...] = ()
    charts: tuple[Chart, ...] = ()
    quotes: tuple[Quote, ...] = ()
    quotes_title: str = ""
    asked: str = ""

    @property
    def sentences(self) -> tuple[str, ...]:
        """The texts alone."""
        return tuple(one.text for one in self.said)


@dataclass(frozen=True)
class Annex:
    """An annex: its title, sentences before its tables. `for_all`: also in the short copy that delegates get."""

    title: str
    tables: tuple[Table, ...]
    sentences: tuple[str, ...] = ()
    for_all: bool = False


@dataclass(frozen=True)
class Slide:
    """One message (at most 20 words), one picture or one short table; `notes` are what the speaker says, with the sources; `by_row` what is said of each row of the table, before the notes; `foot` the source on the slide."""

    title: str
    notes: str
    foot: str
    chart: Chart | None = None
    table: Table | None = None
    by_row: tuple[str, ...] = ()


@dataclass(frozen=True)
class SealMark:
    """The edition that a pack is made from: its name, when (local time) and by whom it was sealed, its fingerprint (None where the figures are not sealed), its number,
    the day of its publication if it is published, the version of the plan, and the head of the chain of seals with it."""

    name: str
    at: dt.datetime | None = None
    who: str = ""
    fingerprint: str | None = None
    number: int | None = None
    published_on: dt.date | None = None
    plan_version: int | None = None
    link: str = ""


@dataclass(frozen=True)
class Pack:
    """The whole meeting pack. `meeting` is what the occasion is called in names of files (“Tổng kết 2025”), `dossier` the documents that the office writes around it (`exports.dossier.draft_papers.Draft`). `attested` is the last line of a sealed report: the head of the chain of seals, by which anybody can prove later that nothing was changed."""

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
    attested: str = ""
    meeting: str = ""
    dossier: tuple[Any, ...] = ()

    def tables(self) -> Iterator[Table]:
        """Every table once, in reading order: annexes first, as the workbook has them, then those of the chapters."""
        seen: set[str] = set()
        for part in (*self.annexes, *self.chapters):
            for table in part.tables:
                if table.name not in seen:
                    seen.add(table.name)
                    yield table
