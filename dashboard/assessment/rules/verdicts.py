"""Below the target: how certain, and why not more. One verdict a unit and measure, which the rules and the counts share.

certain: the inference holds from appraised figures · certain_not_appraised: it holds, not all is appraised · probable: the level drawn to
the block lies below the target with the plan's probability · not_distinguishable: everything else below the target.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard import inference
from dashboard.assessment.made_once import made_once
from dashboard.assessment.milestones import SLACK
from dashboard.assessment.rules.case import Case
from dashboard.inference.distributions import student_at
from dashboard.inference.survey_noise import rate_of_arcsine
from dashboard.plan import TOTAL, Limits

FEWEST_YEARS = 2
"""A unit with one year of data has facts only."""


def candidates(case: Case, measure: str, *evidence: pd.DataFrame) -> pd.DataFrame:
    """The assessed units by code with name, stage, appraised_share, block, value, due_target, due_year (points) and the columns of the evidence."""
    table = _measured(case, measure)
    beside = (
        one if one.index.equals(table.index) else one.reindex(table.index) for one in evidence
    )
    return pd.concat([table, *beside], axis=1)


@made_once
def _measured(case: Case, measure: str) -> pd.DataFrame:
    own = case.progress[measure].set_index("unit")[["value", "due_target", "due_year"]]
    table = case.assessed.set_index("unit")[["name", "stage", "appraised_share", "block"]]
    return pd.concat([table, own.reindex(table.index)], axis=1)


def family(case: Case, ps: pd.Series) -> pd.Series:
    """Whether each test of a family is significant at the plan's false discovery rate; not testable is not significant."""
    return inference.benjamini_hochberg(ps) <= case.limits.false_discovery


def falling(
    case: Case, slopes: pd.DataFrame, falls: pd.DataFrame, downs: pd.DataFrame, least: float
) -> pd.DataFrame:
    """The units whose yearly scores fell beyond chance by at least so much: columns of `candidates`, points and p of the slope, first, last and fall, pairs, down and `p_ranks` of the ranks."""
    units = candidates(
        case,
        TOTAL,
        slopes[["points", "p"]],
        falls[["first", "last", "fall"]],
        downs[["pairs", "down", "p"]].rename(columns={"p": "p_ranks"}),
    )
    return units[
        family(case, units["p"])
        & (units["p_ranks"] <= case.limits.mann_kendall_p)
        & (units["fall"] >= least)
        & (units["points"] >= case.limits.trend_min_years)
    ]


@made_once
def falling_total(case: Case) -> pd.DataFrame:
    """The units whose total fell over the years of it that compare: as `falling`."""
    found, least = case.inferred, case.plan.score_limits.fall_min_points
    return falling(
        case, found["score_slopes"], found["score_falls"], found["score_ranks_down"], least
    )


@made_once
def of_scores(case: Case) -> pd.DataFrame:
    """Units whose total misses the due target: columns of `_judged`; low and high in points."""
    levels = case.inferred["score_levels"]
    units = candidates(case, TOTAL, levels, case.inferred["score_falls"][["first"]])
    return _judged(case, units.assign(appraised=units["stage"] == "appraised", known=True))


@made_once
def of_survey(case: Case) -> pd.DataFrame:
    """Units whose main survey misses the due target: columns of `_judged`, level, low and high as shares, and the counts of the year."""
    levels, falls = case.inferred["survey_levels"], case.inferred["survey_falls"][["first"]]
    units = candidates(case, case.survey.code, levels, falls, surveyed(case))
    units = units[units["rate"].notna()]
    appraised = (units["survey_stage"] == "appraised") & (units["stage"] == "appraised")
    known = bool(case.inferred["rho"]["rho"].notna().all())
    few = units["respondents"] < case.limits.min_respondents
    points = units["points"].where(~few)
    units = units.assign(p=units["p"].where(~few), below=units["below"].where(~few))
    judged = _judged(case, units.assign(appraised=appraised, known=known, points=points))
    return judged.assign(
        **{one: rate_of_arcsine(judged[one]) for one in ("level", "low", "high")},
        why=judged["why"].mask(few.reindex(judged.index), "forms"),
    )


@made_once
def surveyed(case: Case) -> pd.DataFrame:
    """The year's main survey by unit: satisfied, respondents, rate, rate_low, rate_high (0–1), survey_stage."""
    of_year = case.surveys_of_year
    own = of_year[of_year["criterion"] == case.survey.code].set_index("unit")
    return own[["satisfied", "respondents", "rate", "low", "high", "stage"]].rename(
        columns={"low": "rate_low", "high": "rate_high", "stage": "survey_stage"}
    )


def _judged(case: Case, units: pd.DataFrame) -> pd.DataFrame:
    """The units below the target with certainty, why, tests (size of the family), low and high: the interval that the test at q excludes or not.

    In: value, due_target, p, year_p, below, points, level, sd, df, appraised, known (whether the noise is).
    """
    limits = case.limits
    testable = units["points"] >= FEWEST_YEARS
    ps = units["p"].where(testable)
    in_family = family(case, ps)
    guarded = units["year_p"] <= limits.guard_p
    holds = in_family & guarded & units["known"]
    probable = testable & (units["below"] >= limits.watch_probability)
    certainty = np.select(
        [holds & units["appraised"], holds, probable],
        ["certain", "certain_not_appraised", "probable"],
        "not_distinguishable",
    )
    reach = -student_at(limits.false_discovery, units["df"]) * units["sd"]
    units = units.assign(
        certainty=certainty,
        why=_why(units, ps, in_family, guarded, limits),
        tests=ps.notna().sum(),
        low=units["level"] - reach,
        high=units["level"] + reach,
    )
    return units[units["value"] < units["due_target"] - SLACK]


def _why(
    units: pd.DataFrame, ps: pd.Series, in_family: pd.Series, guarded: pd.Series, limits: Limits
) -> np.ndarray:
    """The first condition of naming that does not hold."""
    return np.select(
        [
            ~(units["points"] >= FEWEST_YEARS),
            ~units["known"] | ps.isna(),
            ~(ps <= limits.false_discovery),
            ~in_family,
            ~guarded,
            ~units["appraised"],
        ],
        ["one_year", "noise", "forms", "family", "guard", "not_appraised"],
        "",
    ).astype(object)


def level_of(certainty: str) -> str:
    """The level of a flag about a unit below the target: named, watch, or fact.

    >>> level_of("certain"), level_of("probable"), level_of("not_distinguishable")
    ('named', 'watch', 'fact')
    """
    return {"certain": "named", "not_distinguishable": "fact"}.get(certainty, "watch")


def confidence_of(limits: Limits) -> float:
    """Confidence of the two-sided interval whose upper end lies below the target exactly when the one-sided test at q holds. Example: q 5 % → 0.9."""
    return round(1 - 2 * limits.false_discovery, 9)
