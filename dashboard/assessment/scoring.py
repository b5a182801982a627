"""From results to scores: the share of the attainable points, with coverage and bounds.

Total = 100 × Σ weight × attained / Σ weight over the criteria that apply. A missing criterion is never imputed: the score
stays empty and its bounds say what it could be (missing → 0, missing → maximum; Manski 1990).
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard import inference
from dashboard.plan import TOTAL, Criterion, Plan

KEY = ["unit", "year"]
SCORE_COLUMNS = ["score", "score_low", "score_high", "coverage"]


def criteria_frame(plan: Plan) -> pd.DataFrame:
    """One row a criterion: criterion, group, audience, kind, max, weight, direction, floor, goal, bonus, very_included."""
    rows = [
        {
            "criterion": one.code,
            "group": one.group,
            "audience": one.audience,
            "criterion_kind": one.kind,
            "max": one.max,
            "weight": one.points_weight,
            "floor": one.floor,
            "goal": one.goal,
            "bonus": one.bonus,
            "very_default": one.very_included,
            "method": one.method,
        }
        for one in plan.criteria
    ]
    return pd.DataFrame(rows).astype(
        {"max": float, "floor": float, "goal": float, "very_default": object}
    )


def applicable_weights(plan: Plan, members: pd.DataFrame) -> pd.DataFrame:
    """The rubric of every unit and year: unit, year, criterion, group, weight, for weighted criteria that apply to the unit's kind."""
    rows = [
        {
            "kind": kind,
            "year": year,
            "criterion": one.code,
            "group": one.group,
            "weight": one.points_weight,
        }
        for kind in members["kind"].unique()
        for year in members["year"].unique()
        for one in plan.criteria
        if one.points_weight > 0 and applies(one, kind, year)
    ]
    return pd.DataFrame(rows, columns=["kind", "year", "criterion", "group", "weight"])


def applies(criterion: Criterion, kind: str, year: int) -> bool:
    """Whether the plan asks a criterion of units of a kind in a year."""
    return criterion.holds_in(year) and (not criterion.unit_kinds or kind in criterion.unit_kinds)


def attained(rows: pd.DataFrame) -> np.ndarray:
    """Share attained of each row: points/maximum, counts as x/n, yes = 1, number between the plan's floor (0) and goal (1).

    In: rows with value, out_of, satisfied and the columns of `criteria_frame`. A bonus criterion may pass 1; a number past its goal counts 1 unless bonus.
    """
    kind = rows["criterion_kind"].to_numpy()
    value, out_of = rows["value"].to_numpy(float), rows["out_of"].to_numpy(float)
    with np.errstate(divide="ignore", invalid="ignore"):
        points = value / np.where(np.isnan(rows["max"]), np.nan, rows["max"])
        rate = np.where(
            out_of > 0, np.where(kind == "survey", rows["satisfied"], value) / out_of, np.nan
        )
        number = (value - rows["floor"]) / (rows["goal"] - rows["floor"])
    number = np.where(rows["bonus"], np.maximum(number, 0), np.clip(number, 0, 1))
    return np.select(
        [kind == "points", np.isin(kind, ["share", "survey"]), kind == "yes_no"],
        [points, rate, value],
        number,
    )


def stages(results: pd.DataFrame) -> pd.DataFrame:
    """The one stage in which each unit-year is assessed: unit, year, stage.

    Appraised when every criterion that counts (weight > 0; any, where none counts) and has a row has an appraised one; else self.
    """
    counting = results[results["weight"] > 0]
    others = results.merge(
        counting[KEY].drop_duplicates(), on=KEY, how="left", indicator=True
    ).query("_merge == 'left_only'")
    judged = pd.concat([counting, others[counting.columns]])
    by_criterion = (
        (judged["stage"] == "appraised")
        .groupby([judged["unit"], judged["year"], judged["criterion"]])
        .any()
    )
    whole = by_criterion.groupby(level=[0, 1]).all()
    return whole.map({True: "appraised", False: "self"}).rename("stage").reset_index()


def chosen_rows(plan: Plan, results: pd.DataFrame, members: pd.DataFrame) -> pd.DataFrame:
    """The rows that count: one per unit, year and criterion, in the unit-year's stage, with satisfied, attained and the plan's columns.

    In: live `results`; `members` (unit, year, kind, block …) the unit-years to look at. Criteria of no weight take the appraised row where there is one.
    """
    rows = (
        results[results["state"] != "withdrawn"]
        .merge(criteria_frame(plan), on="criterion")
        .merge(members[[*KEY, "kind"]], on=KEY)
    )
    asked = pd.DataFrame(
        [
            (one.code, kind, year)
            for one in plan.criteria
            for kind in members["kind"].unique()
            for year in members["year"].unique()
            if applies(one, kind, year)
        ],
        columns=["criterion", "kind", "year"],
    )
    rows = rows.merge(asked, on=["criterion", "kind", "year"])
    unit_stage = stages(rows).rename(columns={"stage": "unit_stage"})
    rows = rows.merge(unit_stage, on=KEY)
    rows = rows[(rows["weight"] == 0) | (rows["stage"] == rows["unit_stage"])]
    rows = rows.sort_values("stage", kind="stable").drop_duplicates([*KEY, "criterion"])
    included = (
        rows["very_included"]
        .astype(object)
        .where(rows["very_included"].notna(), rows["very_default"])
    )
    rows["satisfied"] = inference.satisfied_counts(
        rows["value"].astype(float), rows["very"].astype(float), included
    )
    exact = (rows["state"] == "ok") & rows["comparator"].fillna("=").eq("=")
    rows["attained"] = np.where(exact, attained(rows), np.nan)
    return rows.reset_index(drop=True)


def composite(
    plan: Plan, rows: pd.DataFrame, members: pd.DataFrame, by_group: bool = False
) -> pd.DataFrame:
    """Scores of the total, or of every group: unit, year[, group], score, score_low, score_high (0–100), coverage (0–1).

    The score is there only with every applicable criterion present; without any, the bounds are empty too.
    Example: 4 of 5 points (weight 5) and a criterion of weight 5 missing give score –, bounds 40–90, coverage 0.5.
    """
    index = [*KEY, "group"] if by_group else KEY
    rubric = members[[*KEY, "kind"]].merge(applicable_weights(plan, members), on=["kind", "year"])
    asked = rubric.groupby(index)["weight"].sum()
    counting = rows[rows["weight"] > 0]
    left_out = counting[counting["state"] == "not_applicable"].groupby(index)["weight"].sum()
    present = counting[counting["attained"].notna()]
    earned = (
        (present["weight"] * present["attained"]).groupby([present[one] for one in index]).sum()
    )
    weight = asked.sub(left_out, fill_value=0).reindex(asked.index)
    have = present.groupby(index)["weight"].sum().reindex(asked.index).fillna(0)
    earned = earned.reindex(asked.index).fillna(0)
    weight = weight.where(weight > 1e-9)
    some = have > 1e-9
    scores = pd.DataFrame(
        {"score_low": (100 * earned / weight).where(some), "coverage": have / weight}
    )
    scores["score_high"] = (100 * (earned + weight - have) / weight).where(some)
    scores["score"] = scores["score_low"].where((weight - have).abs() < 1e-9)
    return scores[SCORE_COLUMNS].reset_index()


def surveys(rows: pd.DataFrame, confidence: float, small: int) -> pd.DataFrame:
    """Survey results with the plain Wilson interval: unit, year, criterion, satisfied, respondents, very, rate, low, high, small, method, source columns."""
    found = rows[(rows["criterion_kind"] == "survey") & rows["attained"].notna()].rename(
        columns={"out_of": "respondents", "attained": "rate"}
    )
    low, high = inference.wilson(
        found["satisfied"].to_numpy(float), found["respondents"].to_numpy(float), confidence
    )
    found = found.assign(low=low, high=high, small=found["respondents"] < small)
    return found[
        [
            *KEY,
            "criterion",
            "satisfied",
            "respondents",
            "very",
            "rate",
            "low",
            "high",
            "small",
            "method",
            "stage",
            "file",
            "sheet",
            "cell",
            "import_id",
            "revision",
        ]
    ].reset_index(drop=True)


def break_years(plan: Plan, measure: str) -> list[int]:
    """Years whose values cannot be compared with the year before: method breaks, and for sums every change of the rubric."""
    if measure == TOTAL:
        parts = [one for one in plan.criteria if one.points_weight > 0]
    elif measure in {one.code for one in plan.groups}:
        parts = [one for one in plan.criteria if one.group == measure and one.points_weight > 0]
    else:
        return sorted(plan.criterion(measure).break_years)
    years = {year for one in parts for year in one.break_years}
    years |= {one.valid_from for one in parts if one.valid_from} | {
        one.valid_to + 1 for one in parts if one.valid_to
    }
    return sorted(year for year in years if plan.first_year < year <= plan.last_year)


def comparable(series: pd.DataFrame, breaks: list[int], year: int) -> pd.DataFrame:
    """The part of a series that can be compared with `year`: from the last break up to it."""
    start = max([one for one in breaks if one <= year], default=None)
    until = series[series["year"] <= year]
    return until if start is None else until[until["year"] >= start]
