"""Worked examples of scores: from criteria to the total, bounds, path, ranks, peers, projection. Lines for one unit of a `Standing`."""

from __future__ import annotations

import pandas as pd

from dashboard.assessment.scoring import applicable_weights
from dashboard.assessment.standing import Standing
from dashboard.plan import TOTAL
from dashboard.views import method_examples_words as words
from dashboard.writing import differences, formats
from dashboard.writing.chances import chance_words
from dashboard.writing.theme import STATUS


def row_of(standing: Standing, unit: str) -> pd.Series:
    """The unit's row of the year's table."""
    return standing.table.set_index("unit").loc[unit]


def weighted(standing: Standing, unit: str) -> pd.DataFrame:
    """The weighted criteria that apply to the unit in the year: criterion (label), weight, attained (0–1), earned (weight × attained).

    What is not applicable is left out; what is missing has no attained share.
    """
    members = standing.members[
        (standing.members["unit"] == unit) & (standing.members["year"] == standing.year)
    ]
    rubric = applicable_weights(standing.plan, members)[["criterion", "weight"]]
    own = standing.chosen.of(["criterion", "attained", "state"], years=[standing.year], unit=[unit])
    rows = rubric.merge(own, on="criterion", how="left")
    rows = rows[rows["state"] != "not_applicable"]
    names = {one.code: one.label for one in standing.plan.criteria}
    rows = rows.assign(
        criterion=rows["criterion"].map(names), earned=rows["weight"] * rows["attained"]
    )
    return rows[["criterion", "weight", "attained", "earned"]].reset_index(drop=True)


def score(standing: Standing, unit: str, table: pd.DataFrame) -> list[str]:
    """The total as a fraction of the attainable points."""
    rows, one = weighted(standing, unit), row_of(standing, unit)
    sums = {
        "earned": formats.number(rows["earned"].sum(), None),
        "whole": formats.number(rows["weight"].sum(), None),
    }
    counted = words.CRITERIA.format(
        name=one["name"], criteria=formats.count(len(rows), "tiêu chí"), **sums
    )
    return [
        counted,
        words.TOTAL.format(
            score=formats.number(one["score"]),
            top=formats.number(standing.plan.scale.top, None),
            stage=words.STAGES[one["stage"]],
            **sums,
        ),
    ]


def incomplete(standing: Standing, unit: str, table: pd.DataFrame) -> list[str]:
    """A unit whose score is known by its bounds, if one is in view."""
    partial = table[table["assessed"] & table["score"].isna() & table["score_low"].notna()]
    if partial.empty:
        return [words.NO_PARTIAL.format(year=standing.year)]
    one = partial.iloc[0]
    lines = [
        words.BOUNDS.format(
            name=one["name"],
            coverage=formats.percent(one["coverage"]),
            bounds=formats.interval(one["score_low"], one["score_high"]),
        )
    ]
    if not formats.is_missing(one["rank_low"]):
        lines.append(
            words.RANK_BOUNDS.format(
                low=formats.count(one["rank_low"]), high=formats.count(one["rank_high"])
            )
        )
    return lines


def milestone(standing: Standing, unit: str, table: pd.DataFrame) -> list[str]:
    """Target, path, status and pace of the total."""
    one = row_of(standing, unit)
    if formats.is_missing(one["target"]):
        return [words.NO_TARGET.format(name=one["name"])]
    own = standing.progress[TOTAL].set_index("unit").loc[unit]
    score_text = standing.plan.scale.written(one["score"], verdict_against=one["target"])
    lines = [
        words.AGAINST_TARGET.format(
            name=one["name"],
            score=score_text,
            target=formats.number(one["target"], None),
            year=int(one["target_year"]),
            distance=_distance(one["score"], one["target"]),
            status=STATUS[one["status"]].word,
        )
    ]
    if not formats.is_missing(own["baseline"]) and not formats.is_missing(own["path"]):
        lines.append(
            words.PATH.format(
                baseline=standing.plan.scale.written(own["baseline"]),
                first=int(own["baseline_year"]),
                year=standing.year,
                required=standing.plan.scale.written(own["path"]),
            )
        )
    if not formats.is_missing(one["pace"]):
        lines.append(words.PACE.format(pace=formats.number(one["pace"], 2), year=standing.year))
    if one["needed"] > 0:
        lines.append(words.NEEDED.format(needed=formats.points(one["needed"])))
    return lines


def projection(standing: Standing, unit: str, table: pd.DataFrame) -> list[str]:
    """Where the unit would be if it kept its pace."""
    name, found = row_of(standing, unit)["name"], standing.inferred["projection"].loc[unit]
    if formats.is_missing(found["to_year"]):
        return [words.NOTHING_AHEAD.format(year=standing.year)]
    if formats.is_missing(found["expected"]):
        return [words.NO_PROJECTION.format(name=name)]
    sure = formats.percent(standing.plan.limits.projection_confidence, None)
    return [
        words.PROJECTION.format(
            name=name,
            year=int(found["to_year"]),
            bounds=formats.interval(found["low"], found["high"]),
            sure=sure,
            chance=chance_words(found["chance"]),
        )
    ]


def _distance(score: float | None, target: float) -> str:
    """How far a score is from its target, with a sign, as both are read: “−6,7” of 73,25 and 80."""
    if formats.is_missing(score):
        return formats.DASH
    gap = differences.apart(score, target)[2]
    below = not gap.startswith("−") and gap.strip("0,") != ""
    return f"−{gap}" if below else gap.replace("−", "+")
