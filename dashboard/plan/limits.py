"""What counts as far, few or late: the limits of a plan."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from dashboard.plan.parts import Part, Positive, Share


class Limits(Part):
    """All parameters of the methods in one place; the page “Phương pháp” lists them with their source."""

    confidence: Annotated[float, Field(gt=0.5, lt=1)] = 0.95
    false_discovery: Annotated[float, Field(gt=0, lt=0.5)] = 0.05
    guard_p: Share = 0.20
    watch_probability: Share = 0.90
    min_respondents: Annotated[int, Field(ge=1)] = 10
    small_sample: Annotated[int, Field(ge=1)] = 30
    trend_min_years: Annotated[int, Field(ge=3)] = 4
    fall_min_points: Positive = 3.0
    mann_kendall_p: Share = 0.05
    peers_min_units: Annotated[int, Field(ge=3)] = 5
    peers_z_far: float = -3.5
    peers_z_watch: float = -3.0
    peers_gap_points: Positive = 5.0
    peers_floor_points: Positive = 0.5
    ahead_points: Positive = 2.0
    tolerance_points: Annotated[float, Field(ge=0)] = 0.5
    big_gap_points: Positive = 5.0
    precise_points: Positive = 3.0
    tau_floor_points: Positive = 1.0
    shrink_min_units: Annotated[int, Field(ge=3)] = 10
    winsor: Annotated[float, Field(ge=0, lt=0.5)] = 0.1
    rank_draws: Annotated[int, Field(ge=100, le=1_000_000)] = 10_000
    seed: Annotated[int, Field(ge=0)] = 20_250_101
    bottom_share: Share = 0.10
    bottom_probability: Share = 0.80
    projection_confidence: Annotated[float, Field(gt=0.5, lt=1)] = 0.80
    projection_min_years: Annotated[int, Field(ge=3)] = 4
    projection_min_units: Annotated[int, Field(ge=3)] = 10
    rho_min_df: Annotated[int, Field(ge=1)] = 30
    min_existence_months: Annotated[int, Field(ge=0, le=12)] = 6
    pace_min_points: Positive = 1.0
    staff_gap_points: Positive = 5.0
    staff_gap_people: Annotated[int, Field(ge=1)] = 2
    funnel_min_units: Annotated[int, Field(ge=3)] = 10
    score_step: Positive = 0.5
    jump_points: Positive = 15.0
    self_excess_points: Positive = 10.0
    kept_weight: Share = 0.5
