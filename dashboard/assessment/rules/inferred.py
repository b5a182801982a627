"""Inferences: each needs a test, an error rate and a sentence. One function a rule; families by (indicator, year, rule)."""

from __future__ import annotations

import pandas as pd

from dashboard import inference
from dashboard.assessment.milestones import SLACK
from dashboard.assessment.rules.case import Case, flags_of, source_of
from dashboard.plan import TOTAL
from dashboard.wording.flag_sentences import BLOCK_BESIDE, PROVISIONAL, flag_sentence
from dashboard.writing import formats

FEWEST_YEARS = 2
"""A unit with one year of data has facts only."""


def _family(case: Case, ps: pd.Series) -> pd.Series:
    """Whether each test of a family is significant at the plan's false discovery rate; not testable is not significant."""
    return inference.benjamini_hochberg(ps) <= case.limits.false_discovery


def _candidates(case: Case, measure: str, *evidence: pd.DataFrame) -> pd.DataFrame:
    """The assessed units by code with name, stage, block, value, due_target, due_year (points) and the columns of the evidence."""
    table = case.assessed.set_index("unit")[["name", "stage", "block"]]
    table = table.join(
        case.progress[measure].set_index("unit")[["value", "due_target", "due_year"]]
    )
    for frame in evidence:
        table = table.join(frame)
    return table


def _level(one, certain: bool) -> str:
    """`named` only from appraised figures that miss the target; else to be watched."""
    misses = one.value < one.due_target - SLACK
    return "named" if certain and misses and one.stage == "appraised" else "watch"


def _flag(
    case: Case,
    one,
    indicator: str,
    rule: str,
    level: str,
    reason: str,
    numbers: dict,
    sources: dict,
) -> dict:
    marked = reason + (PROVISIONAL if one.stage == "self" else "")
    return {
        "unit": one.Index,
        "year": case.year,
        "indicator": indicator,
        "rule": rule,
        "level": level,
        "reason": marked,
        "numbers": {name: None if pd.isna(value) else value for name, value in numbers.items()},
        **sources.get(one.Index, {}),
    }


def _score_sources(case: Case, units: pd.Index) -> dict[str, dict]:
    return source_of(case.rows[(case.rows["year"] == case.year) & (case.rows["weight"] > 0)], units)


def _survey_sources(case: Case, units: pd.Index) -> dict[str, dict]:
    return source_of(
        case.surveys[
            (case.surveys["year"] == case.year)
            & (case.surveys["criterion"] == case.plan.survey.code)
        ],
        units,
    )


def target(case: Case) -> pd.DataFrame:
    """The value misses the due target, and all the years say that the level truly does (or probably does: watch)."""
    return flags_of(_target_of_scores(case) + (_target_of_survey(case) if case.plan.survey else []))


def _judged(case: Case, units: pd.DataFrame) -> pd.DataFrame:
    units = units[units["points"] >= FEWEST_YEARS]
    surely = _family(case, units["p"]) & (units["year_p"] <= case.limits.guard_p)
    units = units.assign(certain=surely, probable=units["below"] >= case.limits.watch_probability)
    return units[
        (units["value"] < units["due_target"] - SLACK) & (units["certain"] | units["probable"])
    ]


def _target_of_scores(case: Case) -> list[dict]:
    first = case.inferred["score_falls"][["first"]]
    units = _judged(case, _candidates(case, TOTAL, case.inferred["score_levels"], first))
    sources, found = _score_sources(case, units.index), []
    for one in units.itertuples():
        level = _level(one, one.certain)
        value, _, gap = formats.apart(one.value, one.due_target)
        reason = flag_sentence(
            f"target_score_{level}",
            unit=one.name,
            year=case.year,
            value=value,
            target=formats.number(one.due_target, None),
            gap=gap,
            years=int(one.points),
            first=int(one.first),
            last=case.year,
        )
        numbers = {
            "value": one.value,
            "target": one.due_target,
            "level": one.level,
            "sd": one.sd,
            "p": one.p,
            "year_p": one.year_p,
            "below": one.below,
            "years": one.points,
        }
        found.append(_flag(case, one, "score", "target", level, reason, numbers, sources))
    return found


def _surveyed(case: Case) -> pd.DataFrame:
    own = case.surveys[
        (case.surveys["year"] == case.year) & (case.surveys["criterion"] == case.plan.survey.code)
    ].set_index("unit")
    return own.loc[
        own["respondents"] >= case.limits.min_respondents,
        ["satisfied", "respondents", "rate", "low", "high"],
    ].rename(columns={"low": "rate_low", "high": "rate_high"})


def _target_of_survey(case: Case) -> list[dict]:
    units = _candidates(
        case, case.plan.survey.code, case.inferred["survey_levels"], _surveyed(case)
    )
    units = _judged(case, units[units["rate"].notna()])
    noise_known = case.inferred["rho"]["rho"].notna().all()
    sources, found = _survey_sources(case, units.index), []
    for one in units.itertuples():
        level = _level(one, one.certain and noise_known)
        goal = one.due_target / 100
        reason = flag_sentence(
            f"target_survey_{level}",
            unit=one.name,
            x=formats.count(one.satisfied),
            n=formats.count(one.respondents),
            rate=formats.percent(one.rate, verdict_against=goal),
            low=formats.percent(one.rate_low),
            high=formats.percent(one.rate_high),
            target=formats.percent(goal, None),
            years=int(one.points),
        )
        numbers = {
            "satisfied": one.satisfied,
            "respondents": one.respondents,
            "target": goal,
            "p": one.p,
            "year_p": one.year_p,
            "below": one.below,
            "years": one.points,
        }
        found.append(_flag(case, one, "satisfaction", "target", level, reason, numbers, sources))
    return found


def falling(case: Case) -> pd.DataFrame:
    """The score or the satisfaction fell for longer and further than chance explains; named only if it now misses the target."""
    return flags_of(_falling_scores(case) + (_falling_survey(case) if case.plan.survey else []))


def _falling_scores(case: Case) -> list[dict]:
    slopes = case.inferred["score_slopes"][["points", "p"]]
    falls, downs = (
        case.inferred["score_falls"][["first", "last", "fall"]],
        case.inferred["score_ranks_down"][["pairs", "down", "p"]].rename(columns={"p": "p_ranks"}),
    )
    units = _candidates(case, TOTAL, slopes, falls, downs)
    surely = (
        _family(case, units["p"])
        & (units["p_ranks"] <= case.limits.mann_kendall_p)
        & (units["fall"] >= case.limits.fall_min_points)
    )
    units = units[surely & (units["points"] >= case.limits.trend_min_years)]
    sources, found = _score_sources(case, units.index), []
    for one in units.itertuples():
        reason = flag_sentence(
            "falling_score",
            unit=one.name,
            fall=formats.number(one.fall),
            first=int(one.first),
            last=int(one.last),
            down=int(one.down),
            pairs=int(one.pairs),
            beside=block_beside(case, one.block, int(one.first), int(one.last)),
        )
        numbers = {
            "fall": one.fall,
            "first": one.first,
            "last": one.last,
            "down": one.down,
            "pairs": one.pairs,
            "p": one.p,
            "p_ranks": one.p_ranks,
        }
        found.append(
            _flag(case, one, "score", "falling", _level(one, True), reason, numbers, sources)
        )
    return found


def block_beside(case: Case, block: str, first: int, last: int) -> str:
    """How the block's median moved meanwhile: “ (mặt bằng cùng khối: tăng 2,1 điểm)”; nothing where it is not known."""
    medians = case.medians[case.medians["block"] == block].set_index("year")["median"]
    if first not in medians.index or last not in medians.index:
        return ""
    return BLOCK_BESIDE.format(change=formats.delta_words(medians[last] - medians[first]))


def _falling_survey(case: Case) -> list[dict]:
    rates = case.inferred["survey_rates"]
    units = _candidates(case, case.plan.survey.code, case.inferred["survey_falls"])
    units = units[_family(case, units["p"]) & (100 * units["fall"] >= case.limits.fall_min_points)]
    noise_known = case.inferred["rho"]["rho"].notna().all()
    sources, found = _survey_sources(case, units.index), []
    for one in units.itertuples():
        first, last = int(one.first), int(one.last)
        reason = flag_sentence(
            "falling_survey",
            unit=one.name,
            first=first,
            last=last,
            rate_first=formats.percent(rates.at[one.Index, first]),
            rate_last=formats.percent(rates.at[one.Index, last]),
        )
        found.append(
            _flag(
                case,
                one,
                "satisfaction",
                "falling",
                _level(one, noise_known),
                reason,
                {"fall": one.fall, "first": first, "last": last, "p": one.p, "z": one.z},
                sources,
            )
        )
    return found


def peers(case: Case) -> pd.DataFrame:
    """The score lies far below the middle of its own block: to be watched."""
    years = case.inferred["score_levels"][["points"]]
    units = _candidates(case, TOTAL, case.inferred["peers"], years)
    far = (
        (units["z"] <= case.limits.peers_z_watch)
        & (units["gap"] >= case.limits.peers_gap_points)
        & (units["points"] >= FEWEST_YEARS)
    )
    units = units[far]
    sources, found = _score_sources(case, units.index), []
    for one in units.itertuples():
        value, median, gap = formats.apart(one.value, one.median)
        reason = flag_sentence(
            "peers",
            unit=one.name,
            value=value,
            gap=gap,
            median=median,
            units=int(one.units),
            block=one.block,
        )
        found.append(
            _flag(
                case,
                one,
                "score",
                "peers",
                "watch",
                reason,
                {
                    "value": one.value,
                    "median": one.median,
                    "gap": one.gap,
                    "z": one.z,
                    "units": one.units,
                },
                sources,
            )
        )
    return flags_of(found)


def funnel(case: Case) -> pd.DataFrame:
    """Satisfaction lies below what units with as many forms show: to be watched. Low side only."""
    if case.plan.survey is None:
        return flags_of([])
    years = case.inferred["survey_levels"][["points"]]
    units = _candidates(case, case.plan.survey.code, case.inferred["funnel"], years)
    low = (
        _family(case, units["p"])
        & (units["points"] >= FEWEST_YEARS)
        & (units["respondents"] >= case.limits.min_respondents)
    )
    units = units[low]
    sources, found = _survey_sources(case, units.index), []
    for one in units.itertuples():
        reason = flag_sentence(
            "funnel",
            unit=one.name,
            rate=formats.percent(one.satisfied / one.respondents),
            low=formats.percent(one.low),
            high=formats.percent(one.high),
        )
        found.append(
            _flag(
                case,
                one,
                "satisfaction",
                "funnel",
                "watch",
                reason,
                {
                    "z": one.z,
                    "centre": one.centre,
                    "p": one.p,
                    "satisfied": one.satisfied,
                    "respondents": one.respondents,
                },
                sources,
            )
        )
    return flags_of(found)
