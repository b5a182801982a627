"""What the chapters of a pack are made of, and the small steps that all of them take."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, TypeVar

import pandas as pd

from dashboard.assessment.commending import Known
from dashboard.assessment.standing import Standing
from dashboard.assessment.with_results import first_of_period
from dashboard.exports.report import report_words as words
from dashboard.exports.report.beside_figures import Extras
from dashboard.exports.report.first_sentence import first_sentence
from dashboard.plan import Milestone
from dashboard.wording.sources import source_words
from dashboard.writing import first_letter, formats
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table

BLOCK, UNIT, SOURCE = (
    Column("Khối, cụm", width=4),
    Column("Đơn vị", width=5),
    Column("Nguồn", width=4),
)


@dataclass(frozen=True, eq=False)
class Material:
    """A standing at its milestone with everything beside it; `since` is the first year under review. `inner`: for the secretariat alone, with namings that are drafts.
    `kept`: what has been worked out of it by `once`."""

    standing: Standing
    milestone: Milestone
    extras: Extras
    since: int
    inner: bool = False
    kept: dict[Callable[[Any], Any], Any] = field(default_factory=dict, init=False, repr=False)

    @classmethod
    def at(
        cls, standing: Standing, milestone: Milestone, extras: Extras, *, inner: bool = False
    ) -> Material:
        """The material of a milestone with the years that its meeting looks back on."""
        return cls(standing, milestone, extras, first_reviewed(standing, milestone), inner)

    @property
    def known(self) -> Known:
        """What decides beside the figures who is considered for commendation."""
        return Known(self.extras.lineage, self.extras.disciplines)

    @property
    def source(self) -> str:
        """The line under most tables and charts."""
        return words.SOURCE.format(as_of=formats.date(self.standing.as_of))

    def files(self, what: str) -> str:
        """The line under a list whose rows name their own files."""
        return words.FILES.format(what=what, as_of=formats.date(self.standing.as_of))

    @property
    def span(self) -> dict[str, str]:
        """The years under review as words for a sentence: span (“từ năm 2023 đến năm 2025”, of one year “năm 2019”), Span where it begins the sentence, years (“2023–2025”), over (“giai đoạn 2023–2025”)."""
        return _span(self.since, self.standing.year)

    @property
    def score_span(self) -> dict[str, str]:
        """The years whose mean is the result of the period (since the last review), as words like `span`."""
        return _span(first_of_period(self.standing.plan, self.standing.year), self.standing.year)

    @cached_property
    def first_sentence(self) -> str:
        """What the screen of the year begins with."""
        return first_sentence(self.standing)

    @cached_property
    def assessed(self) -> pd.DataFrame:
        """Units assessed in the year, in protocol order: rows of `Standing.table`."""
        table = self.standing.table
        return table[table["assessed"]].sort_values(["position", "unit"], kind="stable")

    def of_period(self, rows: pd.DataFrame) -> pd.DataFrame:
        """The rows of the years under review."""
        return rows[(rows["year"] >= self.since) & (rows["year"] <= self.standing.year)]

    def by_block(self, rows: pd.DataFrame, *then: str) -> pd.DataFrame:
        """Rows block by block as in every table of the pack, the blocks in protocol order (that of their first units), then by the columns given."""
        order = {
            block: place for place, block in enumerate(self.assessed["block"].drop_duplicates())
        }
        return (
            rows.assign(_block=rows["block"].map(order))
            .sort_values(["_block", *then], kind="stable", na_position="last")
            .drop(columns="_block")
        )

    def named(self, rows: pd.DataFrame) -> pd.DataFrame:
        """The rows with name, block and position of their unit in the row's own year (of the units that lived then)."""
        return rows.merge(
            self.standing.members[["unit", "year", "name", "block", "position"]],
            on=["unit", "year"],
            suffixes=("_own", ""),
        )


Worked = TypeVar("Worked")


def once(work: Callable[[Material], Worked]) -> Callable[[Material], Worked]:
    """What many chapters ask of a material is worked out for the first of them; shared, so nobody may change it."""

    @wraps(work)
    def asked(material: Material) -> Worked:
        if work not in material.kept:
            material.kept[work] = work(material)
        return material.kept[work]

    return asked


def _span(first: int, last: int) -> dict[str, str]:
    said = (words.ONE_YEAR if first == last else words.SPAN).format(first=first, last=last)
    years = str(last) if first == last else f"{first}–{last}"
    return {
        "span": said,
        "Span": first_letter.large(said),
        "years": years,
        "over": said if first == last else words.OVER.format(years=years),
    }


def first_reviewed(standing: Standing, milestone: Milestone) -> int:
    """The first year that a meeting looks back on: the closing one on the whole movement, any other on the years since the last review."""
    return (
        standing.plan.first_year
        if milestone.kind == "final"
        else first_of_period(standing.plan, standing.year)
    )


def table_of(
    name: str,
    title: str,
    rows: pd.DataFrame,
    columns: Mapping[str, Column | str],
    source: str,
    *,
    note: str = "",
    landscape: bool = False,
    grouped: int = 0,
    sheet_only: bool = False,
) -> Table:
    """A table of the pack: `name` is its sheet in the workbook, the rest as in `Table`."""
    return Table(
        title,
        columns,
        rows,
        source,
        note,
        name,
        landscape=landscape,
        grouped=grouped,
        sheet_only=sheet_only,
    )


def with_source(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with `source`: file, sheet, cell in words."""
    return rows.assign(
        source=[
            source_words(*place)
            for place in rows[["file", "sheet", "cell"]].itertuples(index=False)
        ]
    )
