"""What the years together say about each unit: levels, trends, distance from peers, funnel, projection. Worked out once a year assessed."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd

from dashboard import inference
from dashboard.assessment.comparability import comparable
from dashboard.plan import TOTAL, Limits, Plan


class Fall(NamedTuple):
    """Evidence of falling, frames by unit: slopes with their p, the order of the years, the fall in points."""

    slopes: pd.DataFrame
    ranks_down: pd.DataFrame
    falls: pd.DataFrame


def histories(
    plan: Plan,
    measure: str,
    series: pd.DataFrame,
    values: list[str],
    units: pd.DataFrame,
    year: int,
) -> list[pd.DataFrame]:
    """Wide histories (units × years up to `year`) of each of `values`, each unit's only of the run that can be compared with `year`."""
    kinds = units.set_index("unit")["kind"]
    run = comparable(plan, measure, series, kinds, year)
    run = run[run["unit"].isin(kinds.index)]
    return [
        run.pivot(index="unit", columns="year", values=one).reindex(kinds.index).astype(float)
        for one in values
    ]


def of_scores(
    plan: Plan, scores: pd.DataFrame, units: pd.DataFrame, targets: pd.Series, year: int
) -> dict[str, pd.DataFrame]:
    """Evidence on the total score, frames by unit: score_levels, score_slopes, score_ranks_down, score_falls, peers, projection.

    In: `units` (unit, kind, block) assessed in the year; `targets` the due target by unit (NaN = none); all on the scale of the total.
    """
    limits, index = plan.score_limits, pd.Index(units["unit"], name="unit")
    blocks = units.set_index("unit")["block"]
    (history,) = histories(plan, TOTAL, scores, ["score"], units, year)
    values = history[year] if year in history.columns else pd.Series(float("nan"), index=index)
    noise = _noise(limits, year)
    fell = of_fall(limits, history, year)
    return {
        "score_levels": inference.score_levels(
            history, blocks, targets, tau_floor_points=limits.tau_floor_points, **noise
        ),
        "score_slopes": fell.slopes,
        "score_ranks_down": fell.ranks_down,
        "score_falls": fell.falls,
        "peers": inference.peer_scores(
            values, blocks, min_units=limits.peers_min_units, floor=limits.peers_floor_points
        ),
        "projection": _projection(plan, history, index, year),
    }


def of_fall(limits: Limits, history: pd.DataFrame, year: int) -> Fall:
    """Whether each unit of a wide history of scores fell; `limits` on the scale of the scores."""
    return Fall(
        inference.moderated_slopes(history, **_noise(limits, year)),
        inference.mann_kendall(history),
        inference.theil_sen(history),
    )


def _noise(limits: Limits, year: int) -> dict[str, Any]:
    """What the noise of scores is measured by."""
    return {
        "year": year,
        "step": limits.score_step,
        "min_points": limits.trend_min_years,
        "min_units": limits.shrink_min_units,
    }


def _projection(plan: Plan, history: pd.DataFrame, index: pd.Index, year: int) -> pd.DataFrame:
    """Where the score would be at the next milestone with a target for the total, while it lies ahead."""
    ahead = [
        (one.year, target.value)
        for one in plan.milestones
        for target in one.targets
        if target.measure == TOTAL and not target.kinds and one.year > year
    ]
    if not ahead:
        return pd.DataFrame(
            index=index, columns=["expected", "sd", "low", "high", "chance", "to_year"], dtype=float
        )
    to_year, target = min(ahead)
    limits = plan.score_limits
    found = inference.projection(
        history,
        target,
        to_year=to_year,
        step=limits.score_step,
        min_points=limits.projection_min_years,
        min_units=limits.projection_min_units,
        confidence=limits.projection_confidence,
        top=plan.scale.top,
    )
    return found.assign(to_year=to_year)


def of_survey(
    plan: Plan, code: str, surveys: pd.DataFrame, units: pd.DataFrame, targets: pd.Series, year: int
) -> dict[str, pd.DataFrame]:
    """Evidence on one survey, frames by unit: survey_levels, survey_falls, funnel, and rho (one row: rho, NaN = not known).

    In: as `of_scores`; targets are shares 0–1. Where rho is not known the plain counts are used and nobody is named (flags look at rho).
    """
    limits = plan.limits
    blocks = units.set_index("unit")["block"]
    own = surveys[surveys["criterion"] == code]
    satisfied, respondents = histories(plan, code, own, ["satisfied", "respondents"], units, year)
    rho = (
        inference.within_rho(satisfied, respondents, limits.rho_min_df)
        if satisfied.shape[1]
        else None
    )
    effective = inference.effective_counts(satisfied, respondents, rho or 0.0)
    return {
        "rho": pd.DataFrame({"rho": [float("nan") if rho is None else rho]}),
        "survey_levels": inference.satisfaction_levels(
            satisfied,
            respondents,
            blocks,
            targets,
            year=year,
            rho=rho or 0.0,
            min_units=limits.shrink_min_units,
            tau_floor_points=limits.tau_floor_points,
        ),
        "survey_falls": inference.cochran_armitage(
            *effective, year=year, min_years=limits.trend_min_years
        ),
        "survey_rates": satisfied / respondents,
        "funnel": _funnel(own, blocks, year, limits),
    }


def _funnel(own: pd.DataFrame, blocks: pd.Series, year: int, limits: Limits) -> pd.DataFrame:
    """The year's survey against the mean of the block: columns of `inference.funnel` and low, high (the 95 % band for as many forms)."""
    counts = (
        own[own["year"] == year]
        .set_index("unit")[["satisfied", "respondents"]]
        .reindex(blocks.index)
        .astype(float)
    )
    found = inference.funnel(
        counts["satisfied"],
        counts["respondents"],
        blocks,
        winsor=limits.winsor,
        min_units=limits.funnel_min_units,
    )
    tails = [(1 - limits.confidence) / 2, (1 + limits.confidence) / 2]
    limits_of = inference.adjusted_limits(
        counts["respondents"], found["centre"], found["tau2"], tails
    )
    band = pd.DataFrame(limits_of, index=found.index, columns=["low", "high"])
    return pd.concat([found, band.where(found["z"].notna()), counts], axis=1)
