"""Theo dõi nộp báo cáo: who has filed what, on time or late, by block."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from dashboard.assessment.standing import Standing
from dashboard.charts import filing_bars
from dashboard.charts.drawings import Picture, picture
from dashboard.plan import Plan, ReportDeadline
from dashboard.views import filing_board
from dashboard.views.choices_made import Choices
from dashboard.views.unit_names import short_names
from dashboard.wording import filing_words as words
from dashboard.writing import first_letter, formats
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table

Tables = Mapping[str, pd.DataFrame]


@dataclass(frozen=True)
class Filings:
    """What is said of one deadline, who is missing by name, and the board of the units in view; `picture` is None where nobody must file or nothing is recorded.

    `states` are the choices of the table below: what people read → state.
    """

    answer: str
    missing: str
    notice: str
    picture: Picture | None
    states: dict[str, str | None]
    board: pd.DataFrame
    deadline: ReportDeadline


def deadlines(plan: Plan) -> dict[str, int]:
    """The plan's deadlines by what people read, the newest first → their place among the plan's reports."""
    return {label: plan.reports.index(one) for label, one in filing_board.deadlines(plan).items()}


def first_shown(plan: Plan, year: int) -> int:
    """The place of the year's deadline among `deadlines`; the newest where the year has none."""
    return filing_board.first_shown(filing_board.deadlines(plan), year)


def filings(standing: Standing, tables: Tables, choice: Choices, deadline: int) -> Filings:
    """One deadline of `deadlines`, of the units in view. In: the table `units`."""
    one = standing.plan.reports[deadline]
    whole = filing_board.board(standing, tables["units"], one)
    board = choice.of(whole)
    nothing = filing_board.nothing_recorded(whole)
    return Filings(
        filing_board.answer(one, board, whole, standing.as_of),
        "" if nothing else filing_board.missing(board, short_names(standing.table)),
        words.NONE_RECORDED_NEXT if len(board) and nothing else "",
        None if board.empty or nothing else _blocks(standing, board, one),
        filing_board.state_choices(board),
        board,
        one,
    )


def not_due(standing: Standing, choice: Choices, deadline: int) -> str:
    """How many units in view need not file, and why."""
    one = standing.plan.reports[deadline]
    return filing_board.not_due(choice.of(filing_board.expected(standing, one)))


def source(standing: Standing, deadline: ReportDeadline) -> str:
    """The line at the foot of the page's picture and table."""
    return words.SOURCES.format(source=deadline.source, day=formats.date(standing.as_of))


def _blocks(standing: Standing, board: pd.DataFrame, deadline: ReportDeadline) -> Picture:
    counts = filing_bars.filing_counts(board)
    figure = filing_bars.filing_shares(
        board, words.STATES, title=filing_board.title(board), subtitle=words.SUBTITLE
    )
    columns = {
        "block": words.BLOCK,
        **{
            code: Column(first_letter.large(word), "count")
            for code, word in words.STATES.items()
            if code in counts
        },
        "all": Column(words.TOTAL, "count"),
    }
    alt = filing_bars.alt_text(board, words.STATES, words.ALT)
    return picture(figure, alt, source(standing, deadline), counts, columns)


def units(shown: Filings, standing: Standing, state: str | None) -> Table:
    """The units in view in a state (None for all), the most urgent first."""
    return Table(
        words.TABLE_TITLE.format(report=words.report_name(shown.deadline)),
        {
            "name": words.UNIT,
            "state": words.STATE,
            "submitted_on": Column(words.SUBMITTED, "date"),
            "days": Column(words.DAYS, "count", help=words.DAYS_HELP),
            "block": words.BLOCK,
            "number": words.NUMBER,
            "dated": Column(words.DATED, "date"),
            "has_scores": Column(words.SCORED, help=words.SCORED_HELP),
            "source": words.SOURCE,
        },
        filing_board.listed(shown.board, state),
        source(standing, shown.deadline),
        opens="unit",
    )
