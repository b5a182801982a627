"""Xu hướng: any criterion, group or the total over the years; the province, blocks, chosen units; pace and what is still needed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from dashboard.assessment.standing import Standing
from dashboard.charts import band_ahead, heat_map, multiples
from dashboard.charts.drawings import Picture, picture
from dashboard.plan.scale import HUNDRED, Scale
from dashboard.views import (
    ancestors,
    asked,
    blocks,
    drawn_lines,
    kept_total,
    line_names,
    pace,
    series,
    summary,
    trend_lines,
)
from dashboard.views import trends_words as words
from dashboard.views.choices_made import Choices
from dashboard.views.series import Subject
from dashboard.views.trend_lines import Lines
from dashboard.wording.screen_words import source
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table


@dataclass(frozen=True)
class Choosers:
    """What can be chosen, by what people read: measures and units → code. `nobody` says why there is nothing to choose."""

    nobody: str
    measures: dict[str, str]
    units: dict[str, str]


@dataclass(frozen=True)
class Trend:
    """What is said of the lines of one measure, and their picture; None where no year has a value."""

    answer: str
    picture: Picture | None
    notes: str
    shows_blocks: bool


@dataclass(frozen=True)
class Fields:
    """The blocks whose units can be shown year by year, and the place of the one opened first."""

    blocks: tuple[str, ...]
    first: int


def choosers(standing: Standing) -> Choosers:
    """What the page offers."""
    if standing.members.empty:
        return Choosers(summary.nobody(standing, standing.members), {}, {})
    units = {name: code for code, name in line_names.unit_names(standing).items()}
    return Choosers("", series.labels(standing.plan, standing.year), units)


def trend(
    standing: Standing,
    tables: Mapping[str, pd.DataFrame],
    choice: Choices,
    code: str,
    units: tuple[str, ...],
) -> Trend:
    """A measure over the years: of the chosen units, else of the chosen block or kind, else of the province. In: the table `lineage`."""
    about, every = series.subject(standing.plan, code), series.unit_values(standing, code)
    lines = _lines(standing, about, choice, units)
    answer = drawn_lines.answer(standing, about, lines)
    if every.empty:
        return Trend(answer, None, "", lines.shows_blocks)
    past = ancestors.past(
        standing, about, lines, tables["lineage"], wanted=choice.todays_boundaries
    )
    figure = band_ahead.with_band_ahead(
        drawn_lines.figure(about, lines, standing.plan.years, **past.drawing),
        pace.projection_of(standing, about, lines.heavy),
    )
    stayed = kept_total.notes(standing, code, lines.kind)
    notes = " ".join([*pace.sentences(standing, about, lines), *past.notes, *stayed])
    shown = picture(
        figure,
        drawn_lines.alt(about, lines),
        source(standing.as_of),
        drawn_lines.listed(about, lines),
        {
            "name": words.LINE,
            "year": words.YEAR,
            "value": _value(about),
            "counted": Column(words.COUNTED, "count"),
            "out_of": Column(words.OUT_OF, "count"),
            "units": Column(words.NUMBER, "count"),
            "stage_words": words.STAGE,
        },
    )
    return Trend(answer, shown.without_empty_columns(), notes, lines.shows_blocks)


def _lines(standing: Standing, about: Subject, choice: Choices, units: tuple[str, ...]) -> Lines:
    every = series.unit_values(standing, about.code)
    if units:
        return trend_lines.lines_of_units(standing, about, every, list(units))
    return trend_lines.lines_in_view(standing, about, every, choice.block, choice.kind)


def _value(about: Subject) -> Column:
    if about.share:
        return Column(words.VALUE, "share")
    return Column(Scale(about.top, about.top != HUNDRED).head(words.VALUE), "score")


def side_by_side(standing: Standing, choice: Choices, code: str) -> Picture:
    """Every block over the years before all units in view."""
    about, members = _about(standing, code), choice.of(series.members_until(standing))
    breaks, lines = (
        tuple(asked.method_breaks(standing.plan, code)),
        _lines(standing, about, choice, ()),
    )
    middles = blocks.medians(choice.of(series.unit_values(standing, code)), members, about)
    return picture(
        blocks.picture(middles, members, about, standing.plan.years, breaks, lines.target),
        multiples.alt_text(middles, subject=about.name.lower(), share=about.share),
        source(standing.as_of),
        blocks.listed(middles),
        {
            "block": words.BLOCK,
            "year": words.YEAR,
            "median": _value(about),
            "units": Column(words.NUMBER, "count"),
        },
    )


def fields(standing: Standing, choice: Choices, code: str, units: tuple[str, ...]) -> Fields:
    """Which blocks have a value of the measure, and whose field is opened: that of the first chosen unit."""
    values = choice.of(series.unit_values(standing, code))
    shown = blocks.with_values(values)
    return Fields(tuple(shown), blocks.place_of(shown, values, list(units)))


def field(
    standing: Standing, choice: Choices, code: str, block: str, worst_first: bool, unit: str | None
) -> Picture:
    """The units of one block year by year, in protocol order or the greatest loss first; `unit` is marked."""
    about, breaks = _about(standing, code), asked.method_breaks(standing.plan, code)
    cells = blocks.cells(
        choice.of(series.unit_values(standing, code)),
        choice.of(series.members_until(standing)),
        block,
        line_names.drawn_names(standing),
        worst_first=worst_first,
    )
    return picture(
        blocks.field(cells, block, about, breaks, unit),
        heat_map.alt_text(cells, subject=about.name.lower(), value="value", share=about.share),
        source(standing.as_of),
        cells,
        {"name": words.UNIT, "year": words.YEAR, "value": _value(about)},
    )


def paces(standing: Standing, choice: Choices, code: str) -> Table | None:
    """How fast every unit in view goes and what it still needs a year; None where the plan sets no target for the measure."""
    about = _about(standing, code)
    rows = pace.pace_rows(
        standing, about, series.unit_values(standing, code), choice.of(standing.table)
    )
    if rows.empty:
        return None
    columns = {
        "name": words.UNIT,
        "block": words.BLOCK,
        "status": Column(words.STATUS, "status"),
        "value": _value(about),
        "distance": Column(words.DISTANCE, "delta"),
        "gained": Column(words.GAINED, "delta", help=words.GAINED_HELP),
        "needed": Column(words.NEEDED, "number", help=words.NEEDED_HELP),
        "low": Column(words.LOW, "score"),
        "high": Column(words.HIGH, "score"),
        "chance": Column(words.CHANCE, "share", 0, help=words.CHANCE_HELP),
    }
    title = words.PACE_TITLE.format(year=choice.year)
    made = Table(title, columns, rows, source(standing.as_of), opens="unit")
    return made.without_empty_columns()


def _about(standing: Standing, code: str) -> Subject:
    return series.subject(standing.plan, code)
