"""Điển hình: what leading units did, so that it can be spread; awards by form and year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from dashboard.assessment.standing import Standing
from dashboard.charts.drawings import Picture
from dashboard.views import good_examples
from dashboard.views.choices_made import Choices
from dashboard.wording import example_words as words
from dashboard.writing import first_letter, formats
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table

Tables = Mapping[str, pd.DataFrame]


@dataclass(frozen=True)
class Examples:
    """What is said, the leading units' examples (as cards take them), every example, the pictures and the table of awards.

    `nothing`: whether there is neither an example nor an award; `every` and `awards` are None where there is none.
    """

    answer: str
    nothing: bool
    leaders: pd.DataFrame
    leaders_note: str
    every: Table | None
    pictures: tuple[Picture, ...]
    awards: Table | None


def examples(standing: Standing, tables: Tables, choice: Choices) -> Examples:
    """The page of a year, of the block and kind in view. In: the tables `examples`, `awards`."""
    written = tables["examples"]
    rows = choice.of(good_examples.listed(standing, written))
    in_view = written[written["unit"].isin(choice.of(standing.table)["unit"])]
    leaders = choice.of(good_examples.leaders(standing, in_view))
    awards = good_examples.awards_by_year(
        choice.of(good_examples.in_their_year(standing, tables["awards"]))
    )
    note = words.NO_LEADERS if leaders.empty else words.LEADERS_NOTE
    return Examples(
        good_examples.answer(standing, rows, leaders, awards),
        rows.empty and awards.empty,
        leaders,
        note.format(year=standing.year),
        None if rows.empty else _every(standing, rows),
        () if awards.empty else _pictures(standing, awards),
        None if awards.empty else _awards(standing, awards),
    )


def _source(standing: Standing) -> str:
    return words.SOURCE.format(day=formats.date(standing.as_of))


def _pictures(standing: Standing, awards: pd.DataFrame) -> tuple[Picture, ...]:
    """The awards of collectives, then those of individuals."""
    return tuple(
        good_examples.picture(standing, awards, whom, _source(standing)) for whom in words.WHOM
    )


def _every(standing: Standing, rows: pd.DataFrame) -> Table:
    columns = {
        "title": words.MODEL,
        "name": Column(words.UNIT, width="medium"),
        "year": words.YEAR,
        "description": Column(words.CONTENT, width="large"),
        "block": Column(words.BLOCK, width="medium"),
        "source": Column(words.FROM, width="medium"),
    }
    return Table(words.ALL.format(year=standing.year), columns, rows, _source(standing))


def _awards(standing: Standing, awards: pd.DataFrame) -> Table:
    columns = {
        "form": words.FORMS,
        "year": words.YEAR,
        "collectives": Column(first_letter.large(words.WHOM["collectives"]), "count"),
        "individuals": Column(first_letter.large(words.WHOM["individuals"]), "count"),
    }
    return Table(words.AWARDS_TABLE, columns, awards, _source(standing))
