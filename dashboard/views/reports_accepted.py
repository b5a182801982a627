"""What a person accepted of a report's findings: as rows for the store, with what must be put right and what the person corrected."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import NamedTuple

import pandas as pd

from dashboard.plan import Plan
from dashboard.views import reports_words as words
from dashboard.views.plan_cells import MistakeError
from dashboard.views.report_records import (
    NAME_LIMIT,
    Case,
    Record,
    award,
    document,
    example,
    limitation,
    placed,
    result,
)
from dashboard.views.report_statements import cell, is_statement, statement
from dashboard.views.reports import LISTS

TABLE = {"indicators": "results"}
Tables = dict[str, pd.DataFrame]
_NOT_IN_A_NAME = r"[\\/:*?\"<>|\s]+"


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
        "indicators": result,
        "limitations": limitation,
        "awards": award,
        "examples": example,
        "documents": document,
    }
    made: dict[str, list[Record]] = defaultdict(list)
    mistakes: list[str] = []
    for kind, make in makers.items():
        for row in edited[kind][edited[kind]["accepted"]].to_dict("records"):
            stated = kind == "indicators" and is_statement(case.plan, row)
            try:
                if stated:
                    made["statements"].append(placed(case, "statements", row, statement(row)))
                else:
                    made[TABLE.get(kind, kind)].append(placed(case, kind, row, make(case, row)))
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
