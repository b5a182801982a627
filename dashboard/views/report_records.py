"""A finding of a report as the row that is stored: its place, its quote, its values; of each kind of finding."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

from dashboard.assessment.chosen_results import chosen_rows
from dashboard.assessment.scoring import stages
from dashboard.plan import Plan
from dashboard.reading.said_dates import date_mentions
from dashboard.views import reports_words as words
from dashboard.views.award_words import award_doubt
from dashboard.views.limitation_names import limitation_names
from dashboard.views.plan_cells import MistakeError, number_of
from dashboard.views.profile_criteria import written
from dashboard.views.report_statements import cell, figure
from dashboard.views.reports import LISTS

Record = dict[str, Any]


NAME_LIMIT = 80


class Case(NamedTuple):
    """Of which unit (code and kind) and year a report is, its file's name, its text with the places in it, and the unit's live results."""

    plan: Plan
    unit: str
    kind: str | None
    year: int
    file: str
    text: str
    places: Sequence[tuple[int, str]]
    results: pd.DataFrame


def placed(case: Case, kind: str, row: Record, record: Record) -> Record:
    origin = {"origin": "report"} if kind in LISTS else {"stage": "self", "state": "ok"}
    said, place = quote(case, row)
    own = {
        "limitations": {"quote": said, "place": place},
        "statements": {"quote": said},
        "examples": {"description": said},
        "indicators": {"note": said},
    }
    return {
        "unit": case.unit,
        "year": case.year,
        **origin,
        **record,
        **own.get(kind, {}),
        "sheet": None,
        "cell": place,
        "file": case.file,
    }


def quote(case: Case, row: Record) -> tuple[str, str | None]:
    """What the report says, word for word with its lines joined, and the place where it stands. Raises `MistakeError` for words that the report does not hold.

    Example: a quote that begins after the offset of “trang 2” stands on “trang 2”.
    """
    said = filled(row, "quote")
    found = re.search(r"\s+".join(map(re.escape, said.split())), case.text)
    if found is None:
        raise MistakeError(words.NO_QUOTE.format(quote=said))
    if place := cell(row, "place"):
        return " ".join(said.split()), place
    number = bisect_right([start for start, _ in case.places], found.start()) - 1
    return " ".join(said.split()), case.places[number][1] if number >= 0 else None


def result(case: Case, row: Record) -> Record:
    """A figure of the unit's own; a bound never takes the place of an exact figure that is there, nor a share without counts of one with."""
    made = figure(case.plan, row)
    if case.kind is not None and not case.plan.criterion(made["criterion"]).asked_of(
        case.kind, made["year"]
    ):
        raise MistakeError(words.NOT_ASKED.format(year=made["year"]))
    live = case.results[
        (case.results["criterion"] == made["criterion"])
        & (case.results["year"] == made["year"])
        & (case.results["stage"] == "self")
    ]
    better = ("=",) if made["comparator"] == "rate" else ("=", "rate")
    exact = live[(live["state"] == "ok") & live["comparator"].fillna("=").isin(better)]
    if made["comparator"] != "=" and len(exact):  # counts replace a share without them
        raise MistakeError(
            words.BOUND_OVER_VALUE.format(
                known=written(case.plan.criterion(made["criterion"]), next(exact.itertuples()))
            )
        )
    if stage(case, made["year"]) == "appraised" != stage(case, made["year"], made):
        raise MistakeError(words.WOULD_TURN.format(year=made["year"]))
    return made


def stage(case: Case, year: int, made: Record | None = None) -> str | None:
    """The stage in which the unit is assessed in a year, as it is or with one more figure of its own; None without results."""
    own = {"unit": case.unit, "stage": "self", "state": "ok"}
    live = case.results[case.results["year"] == year]
    rows = pd.concat([live, pd.DataFrame([made | own])]) if made else live
    members = pd.DataFrame([{"unit": case.unit, "year": year, "kind": case.kind}])
    found = stages(chosen_rows(case.plan, rows, members)) if len(rows) else pd.DataFrame()
    return None if found.empty else str(found["stage"].iloc[0])


def limitation(case: Case, row: Record) -> Record:
    return {
        "category": {name: code for code, name in limitation_names(case.plan).items()}[
            filled(row, "category")
        ]
    }


def award(case: Case, row: Record) -> Record:
    form = filled(row, "form")
    counts = {name: count(row, name) for name in ("collectives", "individuals")}
    if doubt := award_doubt(case.plan, form, **counts):
        raise MistakeError(doubt)
    return {"form": form, **counts}


def example(case: Case, row: Record) -> Record:
    return {"name": filled(row, "model")}


def document(case: Case, row: Record) -> Record:
    year = cell(row, "year")
    return {
        "number": filled(row, "document"),
        "dated": day(cell(row, "dated")),
        "title": " ".join(cell(row, "title").split()) or None,
        "year": int(year) if year else case.year,
    }


def filled(row: Record, name: str) -> str:
    if not cell(row, name):
        raise MistakeError(words.EMPTY_CELL.format(column=words.COLUMNS[name]))
    return cell(row, name)


def count(row: Record, name: str) -> int | None:
    text = cell(row, name)
    value = number_of(text, words.COLUMNS[name]) if text else None
    if value is not None and (value < 0 or value % 1):
        raise MistakeError(words.NOT_WHOLE)
    return None if value is None else int(value)


def day(text: str) -> dt.date | None:
    """The day that a cell says, None for an empty one. Raises `MistakeError` for what is no day. Example: “4/9/2019” is 4 September 2019."""
    found = [
        mention.date
        for mention in date_mentions(text)
        if mention.start == 0 and mention.end == len(text)
    ]
    if text and (not found or found[0] is None):
        raise MistakeError(words.DATE_UNREADABLE.format(text=text))
    return found[0] if text else None
