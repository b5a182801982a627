"""Thẩm định: how far the appraisal of a year is, and the sheet of one unit with its own scores beside the appraiser's."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.assessment.standing import Standing
from dashboard.plan import Criterion, Plan
from dashboard.plan.kinds.yes_no import ANSWERS
from dashboard.views import appraisal_words as words
from dashboard.views.profile_criteria import COMPARATORS
from dashboard.views.tables_given import Tables
from dashboard.writing import formats
from dashboard.writing.alphabet import alphabet_key

SHEET = ["criterion", "name", "maximum", "own", "appraised", "difference", "note"]
PROGRESS = ["unit", "name", "block", "own", "appraised", "asked", "state"]


def progress_of(standing: Standing, tables: Tables) -> pd.DataFrame:
    """`progress` of every unit of a year. In: the table `results`."""
    return progress(
        standing.plan, standing.table, tables.part("results", year=standing.year), standing.year
    )


def progress(plan: Plan, units: pd.DataFrame, results: pd.DataFrame, year: int) -> pd.DataFrame:
    """How far each assessed unit is: unit, name, block, own and appraised (criteria with a row), asked (criteria), state (code of `words.STATES`); what is still to do first, by the alphabet inside a block.

    In: rows of `Standing.table` to show; live results. Example: 2 asked, both self-scored, 1 appraised → `part`.
    """
    assessed = units[units["assessed"]]
    asked = {
        kind: {one.code for one in plan.criteria if one.asked_of(kind, year)}
        for kind in assessed["kind"].unique()
    }
    kinds = assessed.set_index("unit")["kind"]
    rows = results[
        (results["year"] == year)
        & (results["state"] != "withdrawn")
        & results["unit"].isin(kinds.index)
    ]
    rows = rows[
        pd.Series(
            [
                criterion in asked[kinds[unit]]
                for unit, criterion in zip(rows["unit"], rows["criterion"])
            ],
            index=rows.index,
            dtype=bool,
        )
    ]
    counts = {
        stage: rows[rows["stage"] == stage].groupby("unit")["criterion"].nunique()
        for stage in ("self", "appraised")
    }
    found = assessed[["unit", "name", "block", "stage"]].assign(
        own=assessed["unit"].map(counts["self"]).fillna(0).astype(int),
        appraised=assessed["unit"].map(counts["appraised"]).fillna(0).astype(int),
        asked=[len(asked[kind]) for kind in assessed["kind"]],
    )
    found["state"] = [_state(one) for one in found.itertuples()]
    places = found[["block", "name"]].map(alphabet_key)
    places = places.assign(state=found["state"].map(list(words.STATES).index))
    order = places.sort_values(["state", "block", "name"]).index
    return found.loc[order, PROGRESS].reset_index(drop=True)


def _state(one: Any) -> str:
    """A unit is appraised where its whole year is (`stage`), as everywhere; one that has appraised criteria and others is in between."""
    if one.appraised:
        return "done" if one.stage == "appraised" else "part"
    return "none" if one.own else "nothing"


def answer(found: pd.DataFrame, year: int) -> str:
    """The first sentence: how many units are done, begun, waiting."""
    if found.empty:
        return words.EMPTY.format(year=year)
    counts = found["state"].value_counts()
    others = "".join(
        f", {text.format(units=formats.count(counts[state]))}"
        for state, text in words.ANSWER_OTHERS.items()
        if state in counts
    )
    return words.ANSWER.format(
        year=year,
        done=formats.count(counts.get("done", 0)),
        units=formats.count(len(found)),
        others=others,
    )


def unit_answer(found: pd.DataFrame, unit: str, year: int) -> str:
    """The first sentence of one unit's sheet."""
    one = found.set_index("unit").loc[unit]
    return words.UNIT_ANSWER.format(
        name=one["name"], year=year, appraised=one["appraised"], asked=one["asked"], own=one["own"]
    )


def sheet(plan: Plan, kind: str, year: int, rows: pd.DataFrame) -> pd.DataFrame:
    """One row a criterion asked of the unit (columns of `SHEET`), all as text for reading and editing; '' where nothing is known.

    In: the unit's live results of the year.
    """
    known = by_stage(rows)
    return pd.DataFrame(
        [
            _line(one, known.get((one.code, "self")), known.get((one.code, "appraised")))
            for one in plan.criteria
            if one.asked_of(kind, year)
        ],
        columns=SHEET,
    ).astype("str")


def by_stage(rows: pd.DataFrame) -> dict[tuple[str, str], Any]:
    """(criterion, stage) → live row; withdrawn ones are not there."""
    return {
        (one.criterion, one.stage): one for one in rows[rows["state"] != "withdrawn"].itertuples()
    }


def _line(criterion: Criterion, own: Any, appraised: Any) -> dict[str, str]:
    return {
        "criterion": criterion.code,
        "name": criterion.label,
        "maximum": maximum_words(criterion, own, appraised),
        "own": cell(criterion, own) + _own_total(criterion, own, appraised),
        "appraised": cell(criterion, appraised),
        "difference": difference(criterion, own, appraised),
        "note": "" if appraised is None or formats.is_missing(appraised.note) else appraised.note,
    }


def maximum(criterion: Criterion, own: Any, appraised: Any) -> float | None:
    """The most that a value can be: the plan's maximum of points, the number of people or forms of a rate; None where nothing limits it."""
    totals = [
        one.out_of
        for one in (appraised, own)
        if one is not None and not formats.is_missing(one.out_of)
    ]
    if criterion.how.reading.answers:
        return None
    return criterion.how.most(criterion, float(totals[0]) if totals else None)


def maximum_words(criterion: Criterion, own: Any, appraised: Any) -> str:
    """The maximum as it is read; '' where there is none."""
    most = maximum(criterion, own, appraised)
    return "" if most is None else formats.number(most, None)


def of_other_totals(criterion: Criterion, own: Any, appraised: Any) -> bool:
    """Whether both stages have figures of different totals: 885 of 958 files is not 745 more than 140 of 150."""
    both = own is not None and appraised is not None
    if not both or not criterion.is_rate or "not_applicable" in (own.state, appraised.state):
        return False
    totals = [None if formats.is_missing(one.out_of) else one.out_of for one in (own, appraised)]
    return totals[0] != totals[1]


def _own_total(criterion: Criterion, own: Any, appraised: Any) -> str:
    """“/150” behind the unit's own figure where the appraiser's is of another total."""
    differs = of_other_totals(criterion, own, appraised) and not formats.is_missing(own.out_of)
    return f"/{formats.number(own.out_of, None)}" if differs else ""


def cell(criterion: Criterion, row: Any) -> str:
    """A result as it is typed: “4,5”, “có”, “không áp dụng”; '' without a row."""
    if row is None:
        return ""
    if row.state == "not_applicable":
        return words.NOT_APPLICABLE
    bound = "" if formats.is_missing(row.comparator) else COMPARATORS.get(row.comparator, "")
    if bound and criterion.is_rate and formats.is_missing(row.out_of):
        return f"{bound}{formats.percent(row.value, None)}"
    if criterion.how.reading.answers:
        return ANSWERS.get(row.value, "")
    return f"{bound}{formats.number(row.value, None)}"


def difference(criterion: Criterion, own: Any, appraised: Any) -> str:
    """Appraised less own, in points or in the criterion's own numbers: “−0,25”; '' where one of them has no value, a word where their totals differ."""
    if (
        own is None
        or appraised is None
        or own.state != "ok"
        or appraised.state != "ok"
        or criterion.how.reading.answers
    ):
        return ""
    if of_other_totals(criterion, own, appraised):
        return words.OTHER_TOTALS
    apart = appraised.value - own.value
    return ("+" if apart > 1e-9 else "") + formats.number(apart, None)
