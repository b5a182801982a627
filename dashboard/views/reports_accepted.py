"""What a person accepted of a report's findings: as rows for the store, with what must be put right and what the person corrected."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from dashboard.assessment.scoring import applies, chosen_rows, stages
from dashboard.plan import Plan
from dashboard.reading.fault_categories import category_names
from dashboard.reading.said_dates import date_mentions
from dashboard.views import reports_words as words
from dashboard.views.award_words import award_doubt
from dashboard.views.plan_cells import MistakeError, number_of
from dashboard.views.profile_criteria import written
from dashboard.views.report_statements import cell, figure, is_statement, statement
from dashboard.views.reports import LISTS

TABLE = {"indicators": "results"}
Tables = dict[str, pd.DataFrame]
Record = dict[str, Any]
NAME_LIMIT = 80
_NOT_IN_A_NAME = r"[\\/:*?\"<>|\s]+"


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


class Accepted(NamedTuple):
    """`tables` to store by name, `mistakes` in sentences, `counts` of accepted rows by table."""

    tables: Tables
    mistakes: list[str]
    counts: dict[str, int]


def accepted(case: Case, edited: Mapping[str, pd.DataFrame]) -> Accepted:
    """The rows marked “Nhận” as rows of results, statements, limitations, awards, examples and documents, with the report as their source. In: the forms by kind, as edited.

    Each row's `cell` is its place in the report (“trang 3”), its `sheet` is empty, the origin of lists is `report`.
    """
    makers: dict[str, Callable[[Case, Record], Record]] = {
        "indicators": _result,
        "limitations": _limitation,
        "awards": _award,
        "examples": _example,
        "documents": _document,
    }
    made: dict[str, list[Record]] = defaultdict(list)
    mistakes: list[str] = []
    for kind, make in makers.items():
        for row in edited[kind][edited[kind]["accepted"]].to_dict("records"):
            stated = kind == "indicators" and is_statement(case.plan, row)
            try:
                if stated:
                    made["statements"].append(_placed(case, "statements", row, statement(row)))
                else:
                    made[TABLE.get(kind, kind)].append(_placed(case, kind, row, make(case, row)))
            except MistakeError as error:
                mistakes.append(
                    words.ROW_MISTAKE.format(
                        kind=words.MARKS[kind][1],
                        number=cell(row, "number") or words.ADDED,
                        said=error,
                    )
                )
    tables = {name: pd.DataFrame(rows) for name, rows in made.items() if rows}
    mistakes += _twice(case.plan, tables.get("results"))
    return Accepted(tables, mistakes, {name: len(rows) for name, rows in tables.items()})


def _placed(case: Case, kind: str, row: Record, record: Record) -> Record:
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
    said = _filled(row, "quote")
    found = re.search(r"\s+".join(map(re.escape, said.split())), case.text)
    if found is None:
        raise MistakeError(words.NO_QUOTE.format(quote=said))
    if place := cell(row, "place"):
        return " ".join(said.split()), place
    number = bisect_right([start for start, _ in case.places], found.start()) - 1
    return " ".join(said.split()), case.places[number][1] if number >= 0 else None


def _result(case: Case, row: Record) -> Record:
    """A figure of the unit's own; a bound never takes the place of an exact figure that is there, nor a share without counts of one with."""
    made = figure(case.plan, row)
    if case.kind is not None and not applies(
        case.plan.criterion(made["criterion"]), case.kind, made["year"]
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
    if _stage(case, made["year"]) == "appraised" != _stage(case, made["year"], made):
        raise MistakeError(words.WOULD_TURN.format(year=made["year"]))
    return made


def _stage(case: Case, year: int, made: Record | None = None) -> str | None:
    """The stage in which the unit is assessed in a year, as it is or with one more figure of its own; None without results."""
    own = {"unit": case.unit, "stage": "self", "state": "ok"}
    live = case.results[case.results["year"] == year]
    rows = pd.concat([live, pd.DataFrame([made | own])]) if made else live
    members = pd.DataFrame([{"unit": case.unit, "year": year, "kind": case.kind}])
    found = stages(chosen_rows(case.plan, rows, members)) if len(rows) else pd.DataFrame()
    return None if found.empty else str(found["stage"].iloc[0])


def _twice(plan: Plan, results: pd.DataFrame | None) -> list[str]:
    if results is None:
        return []
    again = results[results.duplicated(["criterion", "year"])]
    return [
        words.ROW_MISTAKE.format(
            kind=plan.criterion(one.criterion).label, number=one.year, said=words.TWICE
        )
        for one in again.itertuples()
    ]


def _limitation(case: Case, row: Record) -> Record:
    return {
        "category": {name: code for code, name in category_names().items()}[
            _filled(row, "category")
        ]
    }


def _award(case: Case, row: Record) -> Record:
    form = _filled(row, "form")
    counts = {name: _count(row, name) for name in ("collectives", "individuals")}
    if doubt := award_doubt(case.plan, form, **counts):
        raise MistakeError(doubt)
    return {"form": form, **counts}


def _example(case: Case, row: Record) -> Record:
    return {"name": _filled(row, "model")}


def _document(case: Case, row: Record) -> Record:
    year = cell(row, "year")
    return {
        "number": _filled(row, "document"),
        "dated": day(cell(row, "dated")),
        "title": " ".join(cell(row, "title").split()) or None,
        "year": int(year) if year else case.year,
    }


def _filled(row: Record, name: str) -> str:
    if not cell(row, name):
        raise MistakeError(words.EMPTY_CELL.format(column=words.COLUMNS[name]))
    return cell(row, name)


def _count(row: Record, name: str) -> int | None:
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


def living_words(units: pd.DataFrame, unit: str, year: int) -> list[str]:
    """A warning where the unit did not live in the year at all."""
    one = units.set_index("unit").loc[unit]
    begun_later, ended = (
        pd.notna(one["valid_from"]) and one["valid_from"].year > year,
        pd.notna(one["valid_to"]) and one["valid_to"].year < year,
    )
    return [words.NOT_LIVING.format(name=one["name"], year=year)] if begun_later or ended else []


def beside(
    tables: Mapping[str, pd.DataFrame], live: Mapping[str, pd.DataFrame], file: str
) -> tuple[Tables, dict[str, int]]:
    """The tables with what is live from other reports of the same unit and year, which a list saved anew would otherwise end; how many by table.

    In: tables to store; live rows by table; the report's file, whose own earlier rows are replaced.
    """
    whole, counts = dict(tables), {}
    for name in [one for one in LISTS if one in tables]:
        keys = tables[name][["unit", "year"]].drop_duplicates()
        others = live[name][
            (live[name]["origin"] == "report") & (live[name]["file"] != file)
        ].merge(keys, on=["unit", "year"])
        if len(others):
            whole[name] = pd.concat(
                [others.drop(columns=["revision", "import_id"]), tables[name]], ignore_index=True
            )
            counts[name] = len(others)
    return whole, counts


def pasted_name(name: str) -> str:
    """The file name of a pasted report: the name given, without what no file name has, ending in .txt.

    >>> pasted_name("Báo cáo 45/BC-UBND"), pasted_name("")
    ('Báo cáo 45 BC-UBND.txt', 'Báo cáo dán vào.txt')
    """
    return f"{re.sub(_NOT_IN_A_NAME, ' ', name).strip()[:NAME_LIMIT] or words.PASTED}.txt"
