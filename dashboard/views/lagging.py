"""Đơn vị chậm: named first, then watched, then facts; what units say of themselves stands apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from dashboard.assessment.made_once import made_once
from dashboard.assessment.standing import Standing
from dashboard.charts import limitation_bars
from dashboard.charts.drawings import Picture, picture
from dashboard.views import behind_rows, below_target, counted_flags, limitations
from dashboard.views import lagging_words as words
from dashboard.views.behind_rows import Row
from dashboard.views.choices_made import Choices
from dashboard.views.flag_cards import UnitCard
from dashboard.writing import formats
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table

MOST = 150
"""Rows of a level that a page lists."""


@dataclass(frozen=True)
class Lagging:
    """What is said of the flags in view, what they can be filtered by (what people read → code), and all of them as a table.

    `nobody` says that no unit is in view; without flags `flags` is None.
    """

    nobody: str
    answer: str
    notice: str
    levels: dict[str, str | None]
    rules: dict[str, str | None]
    indicators: dict[str, str | None]
    flags: Table | None


class Listed(NamedTuple):
    """The rows that the page lists, of each level the first `MOST`, and how many units have each level."""

    rows: tuple[Row, ...]
    units: dict[str, int]


def lagging(standing: Standing, choice: Choices) -> Lagging:
    """The flags of the year."""
    table, flags = choice.of(standing.table), _counted(standing, choice)
    answer = counted_flags.answer(standing, table, flags)
    return Lagging(
        answer if table.empty else "",
        answer,
        words.ONE_YEAR if counted_flags.one_year_only(standing) else "",
        counted_flags.level_choices(),
        counted_flags.rule_choices(flags),
        counted_flags.indicator_choices(standing.plan, flags),
        None if flags.empty else _listed(standing, choice, flags),
    )


@made_once
def _counted(standing: Standing, choice: Choices) -> pd.DataFrame:
    return counted_flags.counted(standing, choice.of(standing.table))


def _listed(standing: Standing, choice: Choices, flags: pd.DataFrame) -> Table:
    return Table(
        words.FLAGS_TITLE.format(year=choice.year),
        {
            "name": words.UNIT,
            "block": words.BLOCK,
            "level": Column(words.LEVEL, "level"),
            "rule": words.RULE,
            "indicator": words.INDICATOR,
            "reason": Column(words.REASON, width="large"),
            "source": words.SOURCE,
        },
        counted_flags.listed(standing, flags),
        source(standing),
    )


def source(standing: Standing) -> str:
    """The line at the foot of the page's pictures and tables."""
    return words.SOURCES.format(day=formats.date(standing.as_of))


def _picked(
    standing: Standing,
    choice: Choices,
    level: str | None,
    rule: str | None,
    indicator: str | None,
) -> pd.DataFrame:
    picked = counted_flags.chosen(_counted(standing, choice), rule=rule, indicator=indicator)
    return picked[picked["gravest"] == level] if level else picked


def levels(
    standing: Standing,
    choice: Choices,
    level: str | None,
    rule: str | None,
    indicator: str | None,
) -> Picture | None:
    """Who lies below the target among the flags picked; None where none of them is about the total."""
    shown = _picked(standing, choice, level, rule, indicator)
    return below_target.picture(standing, shown, source(standing))


def rows(
    standing: Standing,
    tables: Mapping[str, pd.DataFrame],
    choice: Choices,
    level: str | None,
    rule: str | None,
    indicator: str | None,
) -> Listed:
    """A row a unit with the flags picked, gravest first; each stands under its unit's gravest level, also where that flag is not picked."""
    shown = _picked(standing, choice, level, rule, indicator)
    units = counted_flags.units_by_level(shown)
    return Listed(behind_rows.rows(standing, tables, shown, MOST), units)


def cards(
    standing: Standing,
    tables: Mapping[str, pd.DataFrame],
    choice: Choices,
    level: str | None,
    rule: str | None,
    indicator: str | None,
) -> tuple[UnitCard, ...]:
    """Every unit with the flags picked, in the order of `rows`."""
    shown = _picked(standing, choice, level, rule, indicator)
    return tuple(row.card for row in behind_rows.rows(standing, tables, shown))


def own_words(
    standing: Standing, tables: Mapping[str, pd.DataFrame], choice: Choices
) -> Picture | None:
    """What units in view say of themselves, with their words as the table; None where none says anything. In: the table `limitations`."""
    written, units = tables["limitations"], choice.of(standing.table)["unit"]
    kinds = limitations.recurring(standing.plan, written, units, choice.year)
    if kinds.empty:
        return None
    figure = limitation_bars.own_words(
        kinds,
        title=limitations.finding(kinds, choice.year),
        subtitle=limitations.drawn(choice.year),
        years=limitations.years_until(standing.plan, choice.year),
    )
    columns = {
        "quote": words.QUOTE,
        "name": Column(words.UNIT, width="large"),
        "kind": words.KIND,
        "place": words.PLACE,
        "block": words.BLOCK,
        "source": words.SOURCE,
    }
    quotes = limitations.quotes(standing, written, units)
    alt = limitation_bars.alt_text(kinds, year=choice.year)
    return picture(figure, alt, source(standing), quotes, columns)
