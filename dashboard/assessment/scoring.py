"""From results to scores: the share of the attainable points, with coverage and bounds.

Total = top × Σ weight × attained / Σ weight over the criteria that apply; top is 100, or the plan's own points (`plan.scale`). A missing criterion is never imputed: the score
stays empty and its bounds say what it could be (missing → 0, missing → maximum; Manski 1990).
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard import inference
from dashboard.assessment.matched_rows import in_order, places_in, summing
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
    numbers = {name: rows[name].to_numpy(float) for name in Values._fields if name != "bonus"}
    bonus = rows["bonus"].to_numpy()
    for code, places in rows.groupby("criterion_kind").indices.items():
        here = {name: values[places] for name, values in numbers.items()}
        found[places] = KINDS[str(code)].attain(Values(**here, bonus=bonus[places]))
    return found


def _rubric(weights: pd.DataFrame, key: list[str]) -> pd.DataFrame:
    """The sum of the weights of each key."""
    found = weights.drop_duplicates(key).reset_index(drop=True)
    sums = summing(places_in(found, weights, key), len(found))
    return found[key].assign(weight=sums(weights["weight"].to_numpy(float)))


def stages(rows: pd.DataFrame) -> pd.DataFrame:
    """How far each unit-year is appraised: unit, year, stage, appraised_share (of the weight that is judged, 0–1).

    In: the chosen rows. Appraised when every weighted criterion with a value is, self when none is, else partly (all criteria are
    looked at where none with a weight has a value). What the unit alone calls not applicable is not appraised.
    Example: weights 60 appraised and 40 self-scored: partly, 0.6.
    """
    judged = rows["attained"].notna() | (rows["not_applicable"] & (rows["stage"] == "self"))
    spoken, weighted = judged.to_numpy(bool), (rows["weight"] > 0).to_numpy()
    (unit, units), (year, years) = (pd.factorize(rows[one], sort=True) for one in KEY)
    keys = unit * len(years) + year
    judges = np.zeros(len(units) * len(years), dtype=bool)
    judges[keys[spoken & weighted]] = True
    counted = spoken & (weighted | ~judges[keys])
    weight = np.where(weighted, rows["weight"], 1.0)[counted]
    done = np.where((rows["stage"] == "appraised").to_numpy()[counted], weight, 0.0)
    found, places = np.unique(keys[counted], return_inverse=True)
    sums = summing(places, len(found))
    share = sums(done) / sums(weight)
    words = np.select([share > 1 - 1e-9, share < 1e-9], ["appraised", "self"], "partly")
    return pd.DataFrame(
        {
            "unit": units.take(found // max(len(years), 1)),
            "year": years.take(found % max(len(years), 1)),
            "stage": pd.Series(words, dtype=object),
            "appraised_share": share,
        }
    )


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


def composite(
    plan: Plan, rows: pd.DataFrame, members: pd.DataFrame, by_group: bool = False
) -> pd.DataFrame:
    """Scores of the total, or of every group: unit, year[, group], score, score_low, score_high, coverage (0–1).

    The total is on the plan's scale, groups are in per cent of what they can give. The score is there only with every applicable criterion present; without any, the bounds are empty too.
    Example: 4 of 5 points (weight 5) and a criterion of weight 5 missing give score –, bounds 40–90, coverage 0.5.
    """
    index = [*KEY, "group"] if by_group else KEY
    of_kind = ["kind", "year", *index[2:]]
    rubric = _rubric(applicable_weights(plan, members), of_kind)
    asked = members[[*KEY, "kind"]].merge(rubric, on=["kind", "year"])
    asked = asked.iloc[in_order(asked, index)].reset_index(drop=True)
    counting = rows.loc[rows["weight"] > 0, [*index, "weight", "attained", "not_applicable"]]
    places, weights = places_in(asked, counting, index), counting["weight"].to_numpy(float)
    shares, none = counting["attained"].to_numpy(float), counting["not_applicable"].to_numpy(bool)
    sums, present = summing(places, len(asked)), ~np.isnan(shares)
    weight = asked["weight"] - sums(np.where(none, weights, np.nan))
    have = sums(np.where(present, weights, np.nan))
    earned = sums(weights * shares)
    weight = weight.where(weight > 1e-9)
    some = have > 1e-9
    top = HUNDRED if by_group else plan.scale.top
    scores = asked[index].assign(
        score_low=(top * earned / weight).where(some),
        score_high=(top * (earned + weight - have) / weight).where(some),
        coverage=have / weight,
    )
    scores["score"] = scores["score_low"].where((weight - have).abs() < 1e-9)
    return scores[[*index, *SCORE_COLUMNS]]
