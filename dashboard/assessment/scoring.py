"""From results to scores: the share of the attainable points, with coverage and bounds.

Total = top × Σ weight × attained / Σ weight over the criteria that apply; top is 100, or the plan's own points (`plan.scale`). A missing criterion is never imputed: the score
stays empty and its bounds say what it could be (missing → 0, missing → maximum; Manski 1990).
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard import inference
from dashboard.plan import Plan
from dashboard.plan.kinds import KINDS
from dashboard.plan.kinds.kind import Values
from dashboard.plan.scale import HUNDRED

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
        if one.points_weight > 0 and one.asked_of(kind, year)
    ]
    return pd.DataFrame(rows, columns=["kind", "year", "criterion", "group", "weight"])


def attained(rows: pd.DataFrame) -> np.ndarray:
    """Share attained of each row, as its kind says (`plan.kinds`). A bonus criterion may pass 1.

    In: rows with value, out_of, satisfied and the columns of `criteria_frame`.
    """
    found = np.full(len(rows), np.nan)
    for code, places in rows.groupby("criterion_kind").indices.items():
        here = rows.iloc[places]
        found[places] = KINDS[str(code)].attain(
            Values(
                **{name: here[name].to_numpy(float) for name in Values._fields if name != "bonus"},
                bonus=here["bonus"],
            )
        )
    return found


def stages(rows: pd.DataFrame) -> pd.DataFrame:
    """How far each unit-year is appraised: unit, year, stage, appraised_share (of the weight that is judged, 0–1).

    In: the chosen rows. Appraised when every weighted criterion with a value is, self when none is, else partly (all criteria are
    looked at where none with a weight has a value). What the unit alone calls not applicable is not appraised.
    Example: weights 60 appraised and 40 self-scored: partly, 0.6.
    """
    spoken = rows[rows["attained"].notna() | (rows["not_applicable"] & (rows["stage"] == "self"))]
    counting = spoken[spoken["weight"] > 0]
    counted = pd.MultiIndex.from_frame(spoken[KEY]).isin(pd.MultiIndex.from_frame(counting[KEY]))
    judged = pd.concat([counting, spoken[~counted].assign(weight=1.0)])
    done = judged["weight"].where(judged["stage"] == "appraised", 0.0)
    sums = judged.assign(done=done).groupby(KEY)[["weight", "done"]].sum()
    share = sums["done"] / sums["weight"]
    words = np.select([share > 1 - 1e-9, share < 1e-9], ["appraised", "self"], "partly")
    return pd.DataFrame(
        {"stage": pd.Series(words, index=share.index, dtype=object), "appraised_share": share}
    ).reset_index()


def satisfied(rows: pd.DataFrame) -> np.ndarray:
    """Respondents of each row who were satisfied, those who were very satisfied among them as the file says, else as the plan does.

    In: value, very, very_included, and very_default of the plan. NaN where a count is missing.
    """
    included = (
        rows["very_included"]
        .astype(object)
        .where(rows["very_included"].notna(), rows["very_default"])
    )
    return inference.satisfied_counts(
        rows["value"].astype(float), rows["very"].astype(float), included
    )


def chosen_rows(plan: Plan, results: pd.DataFrame, members: pd.DataFrame) -> pd.DataFrame:
    """The rows that count: one per unit, year and criterion, in its best stage, with satisfied, attained, not_applicable and the plan's columns.

    In: live `results`; `members` (unit, year, kind, block …) the unit-years to look at. A value stands before “không áp dụng”, which never
    removes one, appraised before self; a bound from a report (comparator) is kept, and is no value.
    """
    rows = (
        results[results["state"] != "withdrawn"]
        .merge(criteria_frame(plan), on="criterion")
        .merge(members[[*KEY, "kind"]], on=KEY)
    )
    rows = rows.merge(_asked(plan, members), on=["criterion", "kind", "year"])
    rows["satisfied"] = satisfied(rows)
    exact = (rows["state"] == "ok") & rows["comparator"].fillna("=").eq("=")
    rows["attained"] = np.where(exact, attained(rows), np.nan)
    rows["not_applicable"] = rows["state"] == "not_applicable"
    place = np.select(
        [rows["attained"].notna(), rows["not_applicable"] & (rows["stage"] == "appraised")],
        [0, 1],
        np.where(rows["not_applicable"], 3, 2),
    )
    return (
        rows.assign(place=place)
        .sort_values(["place", "stage"], kind="stable")
        .drop_duplicates([*KEY, "criterion"])
        .drop(columns="place")
        .sort_index()
        .reset_index(drop=True)
    )


def _asked(plan: Plan, members: pd.DataFrame) -> pd.DataFrame:
    """Which criteria are asked of which kinds in which years: criterion, kind, year."""
    return pd.DataFrame(
        [
            (one.code, kind, year)
            for one in plan.criteria
            for kind in members["kind"].unique()
            for year in members["year"].unique()
            if one.asked_of(kind, year)
        ],
        columns=["criterion", "kind", "year"],
    )


def composite(
    plan: Plan, rows: pd.DataFrame, members: pd.DataFrame, by_group: bool = False
) -> pd.DataFrame:
    """Scores of the total, or of every group: unit, year[, group], score, score_low, score_high, coverage (0–1).

    The total is on the plan's scale, groups are in per cent of what they can give. The score is there only with every applicable criterion present; without any, the bounds are empty too.
    Example: 4 of 5 points (weight 5) and a criterion of weight 5 missing give score –, bounds 40–90, coverage 0.5.
    """
    index = [*KEY, "group"] if by_group else KEY
    rubric = members[[*KEY, "kind"]].merge(applicable_weights(plan, members), on=["kind", "year"])
    asked = rubric.groupby(index)["weight"].sum()
    counting = rows[rows["weight"] > 0]
    left_out = counting[counting["not_applicable"]].groupby(index)["weight"].sum()
    present = counting[counting["attained"].notna()]
    earned = (
        (present["weight"] * present["attained"]).groupby([present[one] for one in index]).sum()
    )
    weight = asked.sub(left_out, fill_value=0).reindex(asked.index)
    have = present.groupby(index)["weight"].sum().reindex(asked.index).fillna(0)
    earned = earned.reindex(asked.index).fillna(0)
    weight = weight.where(weight > 1e-9)
    some = have > 1e-9
    top = HUNDRED if by_group else plan.scale.top
    scores = pd.DataFrame(
        {"score_low": (top * earned / weight).where(some), "coverage": have / weight}
    )
    scores["score_high"] = (top * (earned + weight - have) / weight).where(some)
    scores["score"] = scores["score_low"].where((weight - have).abs() < 1e-9)
    return scores[SCORE_COLUMNS].reset_index()
