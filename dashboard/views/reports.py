"""Đọc báo cáo: what was found in a unit's report as rows for a person to confirm. Findings in, sentences and frames out; nothing is stored here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.plan import Plan
from dashboard.views import reports_words as words
from dashboard.views.plan_cells import MistakeError
from dashboard.views.report_list_rows import award, document, example, limitation
from dashboard.views.report_statements import (
    FIGURE_DOUBTS,
    criteria,
    figure,
    is_statement,
    statement,
)
from dashboard.writing import formats
from dashboard.writing.nouns import worded

LISTS = ("limitations", "awards", "examples", "documents", "statements")
FIELDS = {
    "indicators": ["name", "note", "criterion", "comparator", "value", "out_of", "year", "subject"],
    "limitations": ["category", "doubt"],
    "awards": ["form", "note", "collectives", "individuals"],
    "examples": ["model"],
    "documents": ["document", "dated", "title", "issuer", "year"],
}
"""What stands in the form of each kind, between the number and the quote."""
FIXED = ("number", "name", "note", "doubt", "unsure", "subject", "issuer", "place")
"""What a person reads and does not change."""


def answer(tables: Mapping[str, pd.DataFrame]) -> str:
    """The first sentence while no report is in hand: how much of what is stored was taken from reports. In: the stored lists by name."""
    own = {name: rows[rows["origin"] == "report"] for name, rows in tables.items()}
    counts = {name: len(rows) for name, rows in own.items()}
    if not any(counts.values()):
        return words.NONE_READ
    reports = pd.concat([rows[["unit", "year", "file"]] for rows in own.values()]).drop_duplicates()
    return words.READ.format(items=items(counts), reports=formats.count(len(reports)))


def found_answer(name: str, found: Mapping[str, Any]) -> str:
    """“bao-cao.docx: tìm thấy 2 số liệu, 7 tồn tại, hạn chế; chưa ghi gì vào kho.”"""
    said = items({kind: len(found[kind]) for kind in words.KINDS})
    return (
        words.FOUND.format(name=name, items=said) if said else words.FOUND_NOTHING.format(name=name)
    )


def items(counts: Mapping[str, int]) -> str:
    """“2 số liệu và 7 tồn tại, hạn chế”; kinds of which there is none are left out. `counts` by kind."""
    nouns = {**words.NOUNS, "results": words.RESULTS, "statements": words.STATEMENTS}
    said = [
        formats.count(number, nouns[kind])
        for kind, number in counts.items()
        if kind in nouns and number
    ]
    said += [words.FILED] if counts.get("filings") else []
    return "; ".join(said)


def rows(plan: Plan, found: Mapping[str, Any]) -> dict[str, pd.DataFrame]:
    """By kind the rows to confirm, texts as a person would type them: accepted (False), number, the kind's `FIELDS`, quote, place, and hidden sure, code, start, end.

    `sure`: what “accept all” takes. In: `Findings.as_dict()`.
    """
    made = {
        "indicators": _indicator,
        "limitations": limitation,
        "awards": award,
        "examples": example,
        "documents": document,
    }
    shown = {
        kind: _frame(
            kind,
            [
                {**_place(number, one), **make(plan, one)}
                for number, one in enumerate(found[kind], 1)
            ],
        )
        for kind, make in made.items()
    }
    return {**shown, "indicators": _one_of_each(shown["indicators"])}


def beside(plan: Plan, found: Mapping[str, Any]) -> dict[str, list[str | None]]:
    """By kind, for each finding in its order: what these rows say of one that “accept all” leaves to a person, None of one that it takes. In: `Findings.as_dict()`."""
    return {
        kind: [None if row["sure"] else _said_beside(row) for row in shown.to_dict("records")]
        for kind, shown in rows(plan, found).items()
    }


def _said_beside(row: Mapping[str, Any]) -> str:
    said = [row[name] for name in ("doubt", "note") if not formats.is_missing(row.get(name))]
    if not said and not formats.is_missing(row.get("issuer")):
        return f"{words.COLUMNS['issuer']}: {row['issuer']}"
    return "; ".join(said)


def _one_of_each(rows: pd.DataFrame) -> pd.DataFrame:
    """Of the figures for one criterion and year “accept all” takes the best: counts before a share without, an exact one before a bound."""
    order = rows["note"].map({words.CAN_BE_STORED: 0, **{words.STORED_AS["rate"]: 1}}).fillna(2)
    judged = rows[rows["sure"] & (rows["note"] != words.STATEMENT)]
    judged = judged.assign(order=order).sort_values("order", kind="stable")
    again = judged[judged.duplicated(["criterion", "year"])].index
    kept = rows.copy()
    kept.loc[again, "sure"] = False
    kept.loc[again, "note"] = words.TWICE
    return kept


def _frame(kind: str, lines: list[dict[str, Any]]) -> pd.DataFrame:
    columns = [
        "accepted",
        "number",
        *FIELDS[kind],
        "quote",
        "place",
        "sure",
        "code",
        "measure",
        "start",
        "end",
    ]
    return pd.DataFrame(lines, columns=columns).astype(
        {"accepted": bool, "sure": bool, "number": "Int64", "start": "Int64", "end": "Int64"}
        | {name: "str" for name in (*FIELDS[kind], "quote", "place", "measure")}
    )


def _place(number: int, one: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "accepted": False,
        "number": number,
        "quote": one["quote"],
        "place": one.get("place"),
        "sure": True,
        "code": one.get("code"),
        "start": one["start"],
        "end": one["end"],
    }


def _indicator(plan: Plan, one: Mapping[str, Any]) -> dict[str, Any]:
    label = next(
        (label for label, code in criteria(plan).items() if code == one["criterion"]), None
    )
    row = {
        "name": one["name"],
        "criterion": label,
        "comparator": words.COMPARATORS[one["comparator"]],
        "value": typed(one["value"]) + ("%" if one["unit"] == "%" else ""),
        "out_of": None if one["out_of"] is None else typed(one["out_of"]),
        "year": None if one["year"] is None else str(one["year"]),
        "subject": one["subject"],
        "code": one["code"],
        "measure": one["unit"],
    }
    try:
        made = statement(row) if is_statement(plan, row) else figure(plan, row)
    except MistakeError as error:
        return {**row, "note": str(error), "sure": False}
    note = (
        words.STORED_AS.get(str(made["comparator"]), words.CAN_BE_STORED)
        if "criterion" in made
        else words.STATEMENT
    )
    doubt = worded(FIGURE_DOUBTS).get(one.get("doubt"))
    return {**row, "note": f"{doubt}; {note}" if doubt else note, "sure": doubt is None}


def typed(value: float) -> str:
    """A number as a person would type it, none of its decimals lost.

    >>> typed(98.125), typed(1250.0)
    ('98,125', '1250')
    """
    return f"{value:.12g}".replace(".", ",")
