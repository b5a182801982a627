"""Đọc báo cáo: what was found in a unit's report as rows for a person to confirm. Findings in, sentences and frames out; nothing is stored here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.plan import Plan
from dashboard.views import reports_words as words
from dashboard.views.report_figures import indicator, one_of_each, told
from dashboard.views.report_list_rows import award, document, example, limitation, once_in_each
from dashboard.writing import formats

LISTS = ("limitations", "awards", "examples", "documents", "statements")
FIELDS = {
    "indicators": ["name", "note", "criterion", "comparator", "value", "out_of", "year"],
    "limitations": ["category"],
    "awards": ["form", "note", "collectives", "individuals"],
    "examples": ["model"],
    "documents": ["document", "dated", "title", "issuer", "year"],
}
"""What stands in the form of each kind, between the number and the quote."""
FIXED = ("number", "name", "note", "question", "unsure", "issuer", "place")
"""What a person reads and does not change."""


def answer(tables: Mapping[str, pd.DataFrame]) -> str:
    """The first sentence while no report is in hand: how much of what is stored was taken from reports. In: the stored lists by name."""
    own = {name: rows[rows["origin"] == "report"] for name, rows in tables.items()}
    counts = {name: len(rows) for name, rows in own.items()}
    if not any(counts.values()):
        return words.NONE_READ
    reports = pd.concat([rows[["unit", "year", "file"]] for rows in own.values()]).drop_duplicates()
    return words.READ.format(items=items(counts), reports=formats.count(len(reports)))


def found_answer(name: str, found: Mapping[str, Any], *, is_stored: bool = False) -> str:
    """“bao-cao.docx: tìm thấy 2 số liệu, 7 tồn tại, hạn chế; chưa ghi gì vào kho.”; `is_stored`: what was accepted of it is in the store."""
    said = items({kind: len(found[kind]) for kind in words.KINDS})
    if not said:
        return words.FOUND_NOTHING.format(name=name)
    sentence = words.FOUND_STORED if is_stored else words.FOUND
    return sentence.format(name=name, items=said)


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
    """By kind the rows to confirm, texts as a person would type them: accepted (False), number, the kind's `FIELDS`, question, quote, place, and hidden sure, code, start, end.

    `question`: what a person is asked before it is taken; `sure`: what “accept all” takes. In: `Findings.as_dict()`.
    """
    found = {**found, "indicators": told(found)}
    made = {
        "indicators": indicator,
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
    return {
        **shown,
        "indicators": one_of_each(shown["indicators"]),
        "limitations": once_in_each(shown["limitations"]),
    }


def beside(plan: Plan, found: Mapping[str, Any]) -> dict[str, list[str | None]]:
    """By kind, for each finding in its order: what these rows say of one that “accept all” leaves to a person, None of one that it takes. In: `Findings.as_dict()`."""
    return {
        kind: [None if row["sure"] else _said_beside(row) for row in shown.to_dict("records")]
        for kind, shown in rows(plan, found).items()
    }


def _said_beside(row: Mapping[str, Any]) -> str:
    said = [row[name] for name in ("question", "note") if not formats.is_missing(row.get(name))]
    return " ".join(said)


def _frame(kind: str, lines: list[dict[str, Any]]) -> pd.DataFrame:
    columns = [
        "accepted",
        "number",
        *FIELDS[kind],
        "question",
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
        | {name: "str" for name in (*FIELDS[kind], "question", "quote", "place", "measure")}
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
