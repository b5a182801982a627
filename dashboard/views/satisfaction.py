"""Hài lòng: rates with their counts and intervals, over the years, by block, in the funnel."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from dashboard.assessment.made_once import made_once
from dashboard.assessment.standing import Standing
from dashboard.charts.drawings import Picture, picture
from dashboard.charts.satisfaction_chart import alt_text, satisfaction_rates
from dashboard.views import (
    drawn_lines,
    line_names,
    pooled_rates,
    series,
    survey_funnel,
    survey_rates,
    trend_lines,
)
from dashboard.views import satisfaction_words as words
from dashboard.views.choices_made import Choices
from dashboard.views.summary_tiles import Tile
from dashboard.wording.screen_words import source
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table

RATE = Column(words.RATE, "share", help=words.RATE_HELP)


@dataclass(frozen=True)
class Survey:
    """What is said of a survey in the year; `nobody` says that no unit in view has forms, and then there is nothing else."""

    nobody: str
    answer: str = ""
    tiles: tuple[Tile, ...] = ()
    blocks: dict[str, str] | None = None
    years: Picture | None = None
    by_block: Table | None = None
    collected: str = ""


@dataclass(frozen=True)
class BlockSurvey:
    """The units of one block: the funnel, or why there is none, and every unit's rate."""

    funnel: Picture | None
    no_funnel: str
    units: Picture


def surveys(standing: Standing) -> dict[str, str]:
    """The surveys of the plan by name → code."""
    return survey_rates.survey_choices(standing.plan)


@made_once
def _surveyed(standing: Standing, code: str) -> pd.DataFrame:
    return survey_rates.surveyed(standing, standing.table, code)


def survey(standing: Standing, choice: Choices, code: str) -> Survey:
    """The survey in the blocks and kinds in view."""
    rows = choice.of(_surveyed(standing, code))
    answer = survey_rates.answer(standing, rows)
    if rows.empty:
        return Survey(answer)
    return Survey(
        "",
        answer,
        tuple(survey_rates.tiles(standing, rows)),
        pooled_rates.block_choices(rows),
        _years(standing, choice, code),
        _by_block(standing, choice, rows),
        survey_rates.collected(rows),
    )


def _years(standing: Standing, choice: Choices, code: str) -> Picture:
    about, every = series.subject(standing.plan, code), series.unit_values(standing, code)
    lines = trend_lines.lines_in_view(standing, about, every, choice.block, choice.kind)
    shown = picture(
        drawn_lines.figure(about, lines, standing.plan.years),
        drawn_lines.alt(about, lines),
        source(standing.as_of),
        drawn_lines.listed(about, lines),
        {
            "name": words.LINE,
            "year": words.YEAR,
            "value": RATE,
            "counted": Column(words.SATISFIED, "count"),
            "out_of": Column(words.FORMS, "count"),
            "units": Column(words.UNITS, "count"),
        },
    )
    return shown.without_empty_columns()


def _by_block(standing: Standing, choice: Choices, rows: pd.DataFrame) -> Table:
    return Table(
        words.BLOCKS_TITLE.format(year=choice.year),
        {
            "block": words.BLOCK_NAME,
            "units": Column(words.UNITS, "count"),
            "forms": words.OF_FORMS,
            "rate": RATE,
            "very_rate": Column(words.VERY, "share"),
            "very_of": Column(words.VERY_OF, "count"),
        },
        pooled_rates.by_block(rows, standing.plan.limits.min_respondents),
        source(standing.as_of),
    )


def block_survey(standing: Standing, choice: Choices, code: str, block: str) -> BlockSurvey:
    """The units in view of one block, against each other and against the target. The table has those of every block in view."""
    rows, limits = choice.of(_surveyed(standing, code)), standing.plan.limits
    own = rows[rows["block"] == block]
    funnel = survey_funnel.picture(standing, own, code, block)
    none = words.FUNNEL_EMPTY.format(block=block, year=choice.year, fewest=limits.min_respondents)
    return BlockSurvey(funnel, "" if funnel else none, _units(standing, rows, own, block))


def _units(standing: Standing, rows: pd.DataFrame, own: pd.DataFrame, block: str) -> Picture:
    target, limits = survey_rates.common_target(own), standing.plan.limits
    figure = satisfaction_rates(
        line_names.called(standing, own),
        title=survey_rates.units_title(standing, own, block),
        subtitle=survey_rates.units_drawn(standing),
        target=target,
        status=own.set_index("unit")["status"].to_dict(),
        few=limits.min_respondents,
        small=limits.small_sample,
    )
    columns = {
        "name": words.UNIT,
        "block": words.BLOCK_NAME,
        "rate": RATE,
        "low": Column(words.LOW, "share"),
        "high": Column(words.HIGH, "share"),
        "forms": words.OF_FORMS,
        "very": Column(words.VERY_FORMS, "count"),
        "size": words.SIZE,
        "method": words.COLLECTING,
        "source": words.SOURCE,
    }
    alt = alt_text(own, target=target, few=limits.min_respondents)
    return picture(figure, alt, source(standing.as_of), rows, columns)
