"""Tổng quan: where the province stands, what changed, what matters."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from dashboard.assessment.standing import Standing
from dashboard.charts import ribbon, stack
from dashboard.charts.drawings import Picture, picture
from dashboard.plan import TOTAL
from dashboard.views import changes, drawn_lines, lagging_words, series, summary, trend_lines
from dashboard.views.changes import Crossed
from dashboard.views.choices_made import Choices
from dashboard.views.summary import Tile
from dashboard.views.trend_lines import Lines
from dashboard.wording import screen_words as words
from dashboard.writing import theme
from dashboard.writing.columns import Column


@dataclass(frozen=True)
class Flagged:
    """What is said of the flags, the named units (unit, name, words), what stands there if there are none, and how sure a naming is."""

    sentence: str
    named: tuple[tuple[str, str, str], ...]
    none: str
    method: str


@dataclass(frozen=True)
class Overview:
    """Everything that the page says and shows of the units in view."""

    answer: str
    tiles: tuple[Tile, ...]
    status: Picture
    trend: Picture
    flagged: Flagged
    way: Picture
    crossed: Crossed


def nobody(standing: Standing, choice: Choices) -> str:
    """Why there is nothing to show; '' where any unit in view is assessed in the year."""
    if choice.of(standing.table)["assessed"].any():
        return ""
    return summary.nobody(standing, choice.of(standing.members))


def overview(standing: Standing, choice: Choices) -> Overview:
    """The page of a year, of the block and kind in view."""
    table, lines = choice.of(standing.table), _lines(standing, choice)
    return Overview(
        summary.answer(standing, table, "" if lines.shows_blocks else lines.who),
        tuple(summary.tiles(standing, table)),
        _status(standing, choice, table),
        _trend(standing, lines),
        _flagged(standing, table),
        _way(standing, choice),
        changes.crossed(standing, table),
    )


def _lines(standing: Standing, choice: Choices) -> Lines:
    total, every = series.subject(standing.plan, TOTAL), series.unit_values(standing, TOTAL)
    return trend_lines.lines_in_view(standing, total, every, choice.block, choice.kind)


def _status(standing: Standing, choice: Choices, table: pd.DataFrame) -> Picture:
    counts = stack.status_counts(table)
    figure = stack.status_shares(
        summary.most_behind(counts),
        title=summary.status_title(table),
        subtitle=summary.status_drawn(counts),
        province=not choice.block,
    )
    told = summary.with_own_scores(counts, table)
    own = {"done_own": Column(words.DONE_OWN, "count")} if told["done_own"].any() else {}
    columns = {
        "block": Column(words.BLOCK),
        **{
            code: Column(theme.STATUS[code].word.capitalize(), "count")
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


def _flagged(standing: Standing, table: pd.DataFrame) -> Flagged:
    named = tuple(summary.flag_lines(summary.flagged(standing, table)))
    return Flagged(
        summary.flags_sentence(standing, table),
        named,
        words.NO_PUBLISHED if standing.published_only else words.NO_NAMED,
        lagging_words.METHOD_LINE if named else "",
    )


def _way(standing: Standing, choice: Choices) -> Picture:
    values = choice.of(series.unit_values(standing, TOTAL))
    found = changes.way(standing, values, choice.of(series.members_until(standing)))
    now = changes.reached_point(standing)
    figure = ribbon.milestone_ribbon(
        found, title=changes.way_title(standing, found), years=standing.plan.years, now=now
    )
    columns = {
        "year": words.YEAR,
        "name": words.MILESTONE,
        "due": Column(words.DUE, "date"),
        "said": Column(words.AGAINST, width="large"),
    }
    alt = ribbon.alt_text(found, now=now)
    return picture(figure, alt, words.source(standing.as_of), found, columns)
