"""Figures of a report as rows to confirm: what each is stored as, what is asked about it, which say the same. Findings in, frames out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.plan import Plan
from dashboard.views import report_question_words as questions
from dashboard.views import reports_words as words
from dashboard.views.plan_cells import MistakeError, number_of
from dashboard.views.report_statements import cell, criteria, figure, is_statement, statement
from dashboard.wording.document_words import stated
from dashboard.writing import formats

_SAME = 0.006  # of 1: a rate and its counts that differ by less are one figure, said more or less exactly
_RATE = re.compile(r"^Tỷ lệ (?=\S)")


def told(found: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The figures of a report; one of a quarter or of some months is never taken for its year's without a question. In: `Findings.as_dict()`."""
    if not found.get("part_of_year"):
        return list(found["indicators"])
    _, year = found["years"]
    return [
        {**one, "doubt": one["doubt"] or "part"} if one["year"] == year else one
        for one in found["indicators"]
    ]


def indicator(plan: Plan, one: Mapping[str, Any]) -> dict[str, Any]:
    """A figure as a row, texts as a person would type them; `question` where a person is asked, `note` what it is stored as or why it cannot be.

    A percentage of a criterion that is counted takes the counts that the report tells beside it.
    """
    label = next(
        (label for label, code in criteria(plan).items() if code == one["criterion"]), None
    )
    counts = one["counts"] if label and plan.criterion(one["criterion"]).is_rate else None
    value, out_of = counts or (one["value"], one["out_of"])
    row = {
        "name": _name(one),
        "criterion": label,
        "comparator": words.COMPARATORS[one["comparator"]],
        "value": typed(value) + ("%" if one["unit"] == "%" and not counts else ""),
        "out_of": None if out_of is None else typed(out_of),
        "year": None if one["year"] is None else str(one["year"]),
        "code": one["code"],
        "measure": "count" if counts else one["unit"],
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
    question = _question(one)
    return {**row, "note": note, "question": question, "sure": question is None}


def _name(one: Mapping[str, Any]) -> str:
    """What a figure is called: a bare count of a thing that is known by its rate is no rate."""
    if one["unit"] == "count" and one["out_of"] is None:
        return _RATE.sub("Số ", one["name"])
    return one["name"]


def _question(one: Mapping[str, Any]) -> str | None:
    asked = questions.FIGURE_QUESTIONS.get(one["doubt"])
    if asked is None:
        return None
    said = stated({**one, "measure": one["unit"]})
    year = questions.IN_YEAR.format(year=one["year"]) if one["year"] else ""
    return asked.format(said=said, year=year)


def one_of_each(rows: pd.DataFrame) -> pd.DataFrame:
    """Of what says the same of one criterion and year one is taken or asked about: what needs no question, counts before a share without, an exact figure before a bound; where sure ones differ it is asked which."""
    kept = rows.copy()
    waits = rows[rows["sure"] | rows["question"].notna()]
    facts = waits["criterion"].where(waits["note"] != words.STATEMENT).fillna(waits["name"])
    for _, same in waits.groupby([facts, waits["year"].fillna("")], sort=False):
        told = same.sort_values(by=["sure", "note", "out_of"], key=_order, kind="stable")
        apart: list[int] = []
        for place, own in told.iterrows():
            best = next((one for one in apart if _alike(rows.loc[one], own)), None)
            if best is None:
                apart.append(place)
            else:
                note = questions.SAME_AS.format(number=rows.at[best, "number"])
                kept.loc[place, ["sure", "question", "note"]] = [False, None, note]
        _ask_which(kept, [one for one in apart if rows.at[one, "sure"]])
    return _without_parts(kept)


def _ask_which(kept: pd.DataFrame, apart: list[int]) -> None:
    """Of sure figures of one criterion that differ it is asked which; statements are no rivals."""
    if len(apart) < 2 or kept.at[apart[0], "note"] == words.STATEMENT:
        return
    said = "; ".join(dict.fromkeys(level(kept.loc[one]) for one in apart))
    for place in apart:
        asked = questions.WHICH.format(said=said, own=level(kept.loc[place]))
        kept.loc[place, ["sure", "question"]] = [False, asked]


def _order(column: pd.Series) -> pd.Series:
    if column.name == "sure":
        return ~column.astype(bool)
    if column.name == "out_of":
        return column.isna()
    return column.map({words.CAN_BE_STORED: 0, words.STORED_AS["rate"]: 1}).fillna(2)


def _alike(best: pd.Series, other: pd.Series) -> bool:
    """Whether two figures can both be right: the same to the rounding, or a bound that holds."""
    first, second = _amount(best), _amount(other)
    sign = cell(other.to_dict(), "comparator")
    if sign in (words.COMPARATORS[">"], words.COMPARATORS[">="]):
        return first >= second - _SAME
    if sign in (words.COMPARATORS["<"], words.COMPARATORS["<="]):
        return first <= second + _SAME
    return abs(first - second) <= _SAME


def _amount(row: pd.Series) -> float:
    """A rate as a part of 1, any other figure as it is."""
    value = str(row["value"])
    amount = _typed_number(value.removesuffix("%"))
    if value.endswith("%"):
        return amount / 100
    return amount if pd.isna(row["out_of"]) else amount / _typed_number(str(row["out_of"]))


def _typed_number(text: str) -> float:
    return number_of(text, words.COLUMNS["value"])


def _without_parts(rows: pd.DataFrame) -> pd.DataFrame:
    """A bare count that is the numerator or the whole of a figure of the same year is in that figure: of the same criterion, or of nothing that the plan asks for and told in the same place."""
    kept = rows.copy()
    whole = rows[rows["out_of"].notna()]
    bare = rows["out_of"].isna() & ~rows["value"].fillna("").str.endswith("%")
    stated = bare & rows["question"].notna() & (rows["note"] == words.STATEMENT)
    for place in rows.index[stated | (rows["note"] == words.NEEDS_TOTAL)]:
        own = rows.loc[place]
        by = "place" if stated[place] else "criterion"
        near = whole[(whole[by] == own[by]) & (whole["year"] == own["year"])]
        held = near[(near["value"] == own["value"]) | (near["out_of"] == own["value"])]
        if len(held):
            note = questions.PART_OF.format(number=held["number"].iloc[0])
            kept.loc[place, ["sure", "question", "note"]] = [False, None, note]
    return kept


def level(row: Mapping[str, Any] | pd.Series) -> str:
    """A row's figure as people read it, a rate with its counts: “99,05% (2.705/2.731)”, “trên 95%”, “2.764”.

    >>> level({"value": "2705", "out_of": "2731", "comparator": "đúng bằng"})
    '99,05% (2.705/2.731)'
    """
    value, out_of = cell(row, "value"), cell(row, "out_of")
    sign = cell(row, "comparator")
    lead = "" if sign in ("", words.COMPARATORS["="]) else f"{sign} "
    try:
        amount = _typed_number(value.removesuffix("%").replace(" ", ""))
        whole = _typed_number(out_of) if out_of else None
    except ValueError:  # a person typed it otherwise: shown as typed
        return f"{lead}{value}{f'/{out_of}' if out_of else ''}"
    said = formats.number(amount, None) + ("%" if value.endswith("%") else "")
    if not whole:
        return lead + said
    share = "" if amount > whole else f"{formats.number(100 * amount / whole, None)}% "
    return f"{lead}{share}({said}/{formats.number(whole, None)})"


def typed(value: float) -> str:
    """A number as a person would type it, none of its decimals lost.

    >>> typed(98.125), typed(1250.0)
    ('98,125', '1.250')
    """
    return formats.exact(float(f"{value:.12g}"))
