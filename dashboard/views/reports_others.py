"""Figures that a report tells of other bodies, offered for those bodies' own units. Findings in, frames and sentences out; nothing is stored here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from dashboard.plan import Plan
from dashboard.views import others_words as words
from dashboard.views.plan_cells import MistakeError
from dashboard.views.profile import labels
from dashboard.views.profile_criteria import written
from dashboard.views.report_records import Case
from dashboard.views.report_statements import cell, figure, is_statement
from dashboard.views.reports import rows
from dashboard.views.reports_accepted import accepted, living_words
from dashboard.wording.document_words import others_said
from dashboard.writing import formats

FIELDS = ("comparator", "value", "quote", "criterion", "out_of", "year", "note", "place")
LISTS = ("limitations", "awards", "examples", "documents")


class Offer(NamedTuple):
    """`rows` to confirm, each with `said` (whose the report calls it), `unit` (code) and `body` (its name in the list), both empty where a person must say whose it is, none accepted yet; `held`: why the other figures are not offered, in sentences."""

    rows: pd.DataFrame
    held: list[str]


def offer(
    plan: Plan,
    found: Mapping[str, Any],
    units: pd.DataFrame,
    meant: Callable[[str, int | None], str | None],
    reporter: str | None,
) -> Offer:
    """The figures of other bodies that the plan asks for, with the one living unit of the registry that each surely means, none of them the report's own.

    In: `Findings.as_dict()`; units; `meant`: the one unit that a name means in a year, None where that is not sure; the report's own unit.
    """
    by_body: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    held = []
    for one in found["others"]:
        code = meant(one["subject"], one["year"])
        if why := _why_not(plan, one, units, code, reporter):
            (said,) = others_said([one])
            body, _, level = said.partition(": ")
            held.append(words.LEFT_OUT.format(body=body, said=f"{level}.", why=why))
        else:
            by_body[code or "", "" if code else one["subject"]].append(one)
    names = labels(units)
    frames = [
        _figures(plan, told).assign(
            unit=code, body=names.get(code), said=[one["subject"] for one in told]
        )
        for (code, _), told in by_body.items()
    ]
    every = _figures(plan, []).assign(unit="", body="", said="")
    shown = pd.concat([every, *frames]).reset_index(drop=True)
    sure = shown["sure"] & shown["unit"].ne("")
    return Offer(shown.assign(number=range(1, len(shown) + 1), sure=sure), held)


def _figures(plan: Plan, told: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    return rows(plan, {**dict.fromkeys(LISTS, []), "indicators": told})["indicators"]


def _why_not(
    plan: Plan, one: Mapping[str, Any], units: pd.DataFrame, code: str | None, reporter: str | None
) -> str | None:
    if is_statement(plan, _figures(plan, [one]).iloc[0]):
        return words.NO_CRITERION
    return barred(units, code, one["year"], reporter) if code else None


def barred(units: pd.DataFrame, code: str, year: int | None, reporter: str | None) -> str | None:
    """Why a unit cannot be given a figure of that year."""
    if code == reporter:
        return words.IS_REPORTER
    return words.NOT_LIVING if year and living_words(units, code, year) else None


def with_units(edited: pd.DataFrame, units: pd.DataFrame) -> pd.DataFrame:
    """The rows with the unit (code) of what a person chose as `body`; '' where nobody did."""
    codes = {label: code for code, label in labels(units).items()}
    return edited.assign(unit=edited["body"].map(codes).fillna(""))


def unfit(edited: pd.DataFrame, units: pd.DataFrame, reporter: str | None) -> list[str]:
    """Why accepted rows cannot be given to whom they are meant for, in sentences."""
    said = []
    for row in edited[edited["accepted"]].to_dict("records"):
        year = int(cell(row, "year") or 0)
        why = barred(units, row["unit"], year, reporter) if row["unit"] else words.CHOOSE_UNIT
        said += [words.MISTAKE.format(name=row["said"], said=why)] if why else []
    return said


def taken(cases: Mapping[str, Case], edited: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    """The accepted rows as rows of `results` of their own units, and the mistakes in sentences: with one of them nothing is to be stored.

    In: for each unit of `edited` its case. A figure that another body tells never takes the place of one that the unit has by itself, save counts of a share without.
    """
    made, mistakes = [], []
    for code, own in edited[edited["accepted"] & edited["unit"].ne("")].groupby("unit", sort=False):
        case = cases[str(code)]
        name = own["body"].iloc[0]
        empty = {kind: own.iloc[:0] for kind in LISTS}
        got = accepted(case, {**empty, "indicators": own})
        mistakes += [words.MISTAKE.format(name=name, said=one) for one in got.mistakes]
        mistakes += [
            words.MISTAKE.format(name=name, said=known)
            for row in own.to_dict("records")
            if (known := _known(case, row))
        ]
        if "results" in got.tables:
            made.append(got.tables["results"])
    none = pd.DataFrame(columns=["unit", "criterion", "year"])
    return (pd.concat(made, ignore_index=True) if made else none), mistakes


def _known(case: Case, row: Mapping[str, Any]) -> str | None:
    """What the store holds of the unit itself in place of this figure, as a sentence; None where nothing stands in its way."""
    try:
        told = figure(case.plan, row)
    except MistakeError:
        return None  # `accepted` says it
    live = case.results[
        (case.results["criterion"] == told["criterion"])
        & (case.results["year"] == told["year"])
        & (case.results["stage"] == "self")
        & (case.results["state"] == "ok")
    ]
    if told["comparator"] == "=":  # counts may replace a share or a bound without them
        live = live[live["comparator"].fillna("=") == "="]
    if live.empty:
        return None
    known = written(case.plan.criterion(told["criterion"]), next(live.itertuples()))
    return words.OWN_KNOWN.format(known=known)


def would(plan: Plan, results: pd.DataFrame, names: Mapping[str, str]) -> list[str]:
    """What would be stored, a sentence a figure: “Xã Minh Tân: Mức độ hài lòng 93% (năm 2022)”."""
    return [
        words.LINE.format(
            unit=names[one.unit],
            criterion=plan.criterion(one.criterion).label,
            value=written(plan.criterion(one.criterion), one),
            year=one.year,
        )
        for one in results.assign(very_included=None, very=None).itertuples()
    ]


def counted(results: pd.DataFrame) -> dict[str, str]:
    """How many figures of how many units: `results`, `units` as read."""
    return {
        "results": formats.count(len(results), "số liệu"),
        "units": formats.count(results["unit"].nunique(), "đơn vị"),
    }


def codes(shown: pd.DataFrame) -> Sequence[str]:
    """The units that are offered figures, each once."""
    return [code for code in dict.fromkeys(shown["unit"]) if code]
