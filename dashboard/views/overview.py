"""Tổng quan: where the province stands, what changed, what matters."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from dashboard.assessment.standing import Standing
from dashboard.charts import reach_chart, stack
from dashboard.charts.drawings import Picture, picture
from dashboard.plan import TOTAL
from dashboard.views import (
    at_a_glance,
    changes,
    drawn_lines,
    reach,
    reach_words,
    series,
    summary,
    summary_status,
    summary_tiles,
    talking_points,
    trend_lines,
    unit_tiles,
)
from dashboard.views.changes import Crossed
from dashboard.views.choices_made import Choices
from dashboard.views.reach import Before
from dashboard.views.summary_tiles import Tile
from dashboard.views.talking_points import Point
from dashboard.views.trend_lines import Lines
from dashboard.wording import screen_words as words
from dashboard.writing import first_letter, theme
from dashboard.writing.columns import Column


@dataclass(frozen=True)
class Overview:
    """Everything that the page says and shows of the units in view; `reach` and `status` are None where the plan asks nothing of their total."""

    answer: str
    whole: str
    changed: str
    reach: Picture | None
    points: tuple[Point, ...]
    flags: str
    tiles: tuple[Tile, ...]
    status: Picture | None
    trend: Picture
    has_map: bool
    crossed: Crossed


def nobody(standing: Standing, choice: Choices) -> str:
    """Why there is nothing to show; '' where any unit in view is assessed in the year."""
    if choice.of(standing.table)["assessed"].any():
        return ""
    return summary.nobody(standing, choice.of(standing.members))


def overview(standing: Standing, choice: Choices) -> Overview:
    """The page of a year, of the block and kind in view."""
    table, lines = choice.of(standing.table), _lines(standing, choice)
    members = choice.of(series.members_until(standing))
    reached = reach.by_year(standing, choice.of(series.unit_values(standing, TOTAL)), members)
    earlier = reach.before(standing, reached, members)
    place = "" if lines.shows_blocks else lines.who
    return Overview(
        at_a_glance.shortly(standing, table, earlier, place),
        at_a_glance.sentence(standing, table, earlier, place),
        at_a_glance.changed(standing, table),
        _reach(standing, reached, earlier),
        talking_points.points(standing, table),
        summary_status.flags_sentence(standing, table),
        tuple(summary_tiles.tiles(standing, table)),
        _status(standing, choice, table) if summary.has_target(table) else None,
        _trend(standing, lines),
        unit_tiles.any_tiles(standing, choice),
        changes.crossed(standing, table),
    )


def _lines(standing: Standing, choice: Choices) -> Lines:
    total, every = series.subject(standing.plan, TOTAL), series.unit_values(standing, TOTAL)
    return trend_lines.lines_in_view(standing, total, every, choice.block, choice.kind)


def _status(standing: Standing, choice: Choices, table: pd.DataFrame) -> Picture:
    counts = stack.status_counts(table, standing.plan.whole_name)
    figure = stack.status_shares(
        summary_status.most_behind(counts),
        title=summary_status.status_title(table),
        subtitle=summary_status.status_drawn(counts),
        province=not choice.block,
    )
    told = summary.with_own_scores(counts, table)
    own = {"done_own": Column(words.DONE_OWN, "count")} if told["done_own"].any() else {}
    columns = {
        "block": Column(words.BLOCK),
        **{
            code: Column(first_letter.large(theme.STATUS[code].word), "count")
            for code in theme.STATUS
            if code in counts
        },
        "all": Column(words.ALL_UNITS, "count"),
        **own,
    }
    alt = stack.alt_text(counts, subject=words.STATUS_SUBJECT.format(year=choice.year))
    return picture(figure, alt, words.source(standing.as_of), told, columns)


def _trend(standing: Standing, lines: Lines) -> Picture:
    total = series.subject(standing.plan, TOTAL)
    return picture(
        drawn_lines.figure(total, lines, standing.plan.years),
        drawn_lines.alt(total, lines),
        words.source(standing.as_of),
        drawn_lines.listed(total, lines),
        {
            "name": words.LINE,
            "year": words.YEAR,
            "value": Column(words.SCORE, "score"),
            "units": Column(words.UNITS, "count"),
        },
    )


def _reach(standing: Standing, reached: pd.DataFrame, earlier: Before | None) -> Picture | None:
    """The one picture of the answer; None where no year has a target."""
    if reached.empty:
        return None
    written = {one.year: reach_words.share(one.done, one.units) for one in reached.itertuples()}
    figure = reach_chart.reach_bars(
        reached,
        written,
        title=reach_words.title(written, earlier),
        subtitle=reach_words.SUBTITLE,
    )
    columns = {
        "year": words.YEAR,
        "stone": words.MILESTONE,
        "goal": reach_words.GOAL,
        "done": Column(reach_words.DONE, "count"),
        "own": Column(reach_words.OWN, "count"),
        "units": Column(words.UNITS, "count"),
        "share": Column(reach_words.SHARE, "share"),
    }
    alt = reach_chart.alt_text(reached)
    return picture(figure, alt, words.source(standing.as_of), reached, columns)
