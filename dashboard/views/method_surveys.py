"""Worked examples of surveys: the interval of a rate, what one survey can show, how surveys scatter, the funnel."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard import inference
from dashboard.assessment.milestones import goals
from dashboard.assessment.standing import Standing
from dashboard.plan import Plan
from dashboard.views import method_examples_words as words
from dashboard.views.method_scores import row_of
from dashboard.wording.sources import source_words
from dashboard.writing import formats

SIZES = (15, 30, 60, 100, 200, 500, 1000, 3000)
SHOWN_UNITS = 7
USUAL_TARGET = 0.9  # for a plan whose survey has no target: the example needs one


def last_target(plan: Plan) -> float | None:
    """The survey's last target (0–1); None where the plan sets none."""
    if plan.survey is None or not plan.milestones:
        return None
    ladder = goals(plan, plan.survey.code, "", plan.last_year, plan.milestones[-1].due)
    return ladder[-1].value / 100 if ladder else None


def shown_target(plan: Plan) -> float:
    """The target that the table of `what_one_survey_shows` is about: the plan's, else one for an example."""
    return last_target(plan) or USUAL_TARGET


def target_said(plan: Plan) -> str:
    """“90%”; where the plan sets no target, that it is an example alone."""
    said = formats.percent(shown_target(plan), None)
    return said if last_target(plan) else words.NO_SURVEY_TARGET.format(target=said)


def what_one_survey_shows(plan: Plan, rho: float) -> pd.DataFrame:
    """How low a rate must be before its interval lies wholly below the target: respondents, satisfied, rate (plain), clustered.

    Rates 0–1; `clustered` counts in the scatter between surveys (`rho`) and is NaN where that is not known.

    Example: target 0.9 at 95 %, 30 forms: 23 satisfied, 77 %.
    """
    sizes, target, sure = np.array(SIZES, float), shown_target(plan), plan.limits.confidence
    plain = inference.largest_rate_below(target, sizes, sure)
    clustered = (
        np.full(len(sizes), np.nan)
        if formats.is_missing(rho)
        else inference.largest_rate_below(target, sizes, sure, rho)
    )
    return pd.DataFrame(
        {
            "respondents": sizes,
            "satisfied": np.round(plain * sizes),
            "rate": plain,
            "clustered": clustered,
        }
    )


def rho_of(standing: Standing) -> float:
    """The measured correlation inside one survey; NaN unknown."""
    return (
        float(standing.inferred["rho"]["rho"].iloc[0])
        if "rho" in standing.inferred
        else float("nan")
    )


def surveyed(standing: Standing, unit: str) -> pd.Series | None:
    """The unit's main survey of the year, or None."""
    if standing.plan.survey is None:
        return None
    own = standing.surveys[
        (standing.surveys["unit"] == unit)
        & (standing.surveys["year"] == standing.year)
        & (standing.surveys["criterion"] == standing.plan.survey.code)
    ]
    return None if own.empty else own.iloc[0]


def interval(standing: Standing, unit: str, table: pd.DataFrame) -> list[str]:
    """The rate of a survey and its interval, with where the counts stand."""
    one, name, limits = (
        surveyed(standing, unit),
        row_of(standing, unit)["name"],
        standing.plan.limits,
    )
    if one is None:
        return [words.NO_SURVEY.format(name=name, year=standing.year)]
    forms = formats.out_of(one["satisfied"], one["respondents"], "phiếu hài lòng")
    if one["respondents"] < limits.min_respondents:
        return [words.FEW_FORMS.format(name=name, forms=forms)]
    bounds = formats.interval(one["low"], one["high"], share=True)
    return [
        words.INTERVAL.format(
            name=name,
            forms=forms,
            rate=formats.percent(one["rate"]),
            bounds=bounds,
            sure=formats.percent(limits.confidence, None),
        ),
        words.SOURCE.format(source=source_words(one["file"], one["sheet"], one["cell"])),
    ]


def intervals_of_block(standing: Standing, unit: str) -> pd.DataFrame:
    """Some surveys of the unit's block from few forms to many, the unit among them: unit, name, satisfied, respondents, rate, low, high."""
    block = standing.table[
        (standing.table["block"] == row_of(standing, unit)["block"]) & standing.table["assessed"]
    ][["unit", "name"]]
    if standing.plan.survey is None:
        return block.iloc[:0]
    own = standing.surveys[
        (standing.surveys["year"] == standing.year)
        & (standing.surveys["criterion"] == standing.plan.survey.code)
    ]
    rows = (
        block.merge(own[own["respondents"] > 0], on="unit")
        .sort_values(["respondents", "unit"])
        .reset_index(drop=True)
    )
    places = {int(place) for place in np.linspace(0, max(len(rows) - 1, 0), SHOWN_UNITS)} | set(
        rows.index[rows["unit"] == unit]
    )
    return rows.iloc[sorted(place for place in places if place < len(rows))].reset_index(drop=True)


def intervals_title(rows: pd.DataFrame, few: int) -> str:
    """“64 phiếu: khoảng rộng 18,2 điểm phần trăm; 1.204 phiếu: 3,4”. In: `intervals_of_block`."""
    known = rows[rows["respondents"] >= few]
    if len(known) < 2:
        return words.INTERVALS_TITLE_PLAIN
    ends = [known.iloc[0], known.iloc[-1]]
    forms = [formats.count(one["respondents"], "phiếu") for one in ends]
    widths = [formats.number(100 * (one["high"] - one["low"])) for one in ends]
    return words.INTERVALS_TITLE.format(
        few=forms[0], wide=widths[0], many=forms[1], narrow=widths[1]
    )


def intervals_drawn(standing: Standing) -> str:
    """What the picture of intervals draws."""
    limits = standing.plan.limits
    return words.INTERVALS_DRAWN.format(
        year=standing.year, sure=formats.percent(limits.confidence, None), small=limits.small_sample
    )


def noise(standing: Standing, unit: str, table: pd.DataFrame) -> list[str]:
    """What the measured scatter makes of a survey's size."""
    rho, one = rho_of(standing), surveyed(standing, unit)
    if formats.is_missing(rho):
        return [words.NOISE_UNKNOWN]
    measured = words.NOISE.format(year=standing.year, rho=formats.number(rho, 4))
    if one is None or rho == 0:
        return [measured]
    _, worth = inference.effective_counts(one["satisfied"], one["respondents"], rho)
    return [
        measured,
        words.NOISE_WORTH.format(
            forms=formats.count(one["respondents"], "phiếu"),
            name=row_of(standing, unit)["name"],
            worth=formats.count(worth, "phiếu"),
        ),
    ]


def funnel(standing: Standing, unit: str, table: pd.DataFrame) -> list[str]:
    """The band of the unit's block for as many forms."""
    name = row_of(standing, unit)["name"]
    found = standing.inferred["funnel"].loc[unit] if "funnel" in standing.inferred else None
    if found is None or formats.is_missing(found["centre"]):
        return [words.NO_SURVEY.format(name=name, year=standing.year)]
    if formats.is_missing(found["z"]):
        return [words.FUNNEL_FEW.format(name=name, units=formats.count(found["units"], "đơn vị"))]
    rate = found["satisfied"] / found["respondents"]
    side = (
        words.BELOW_BAND
        if rate < found["low"]
        else words.ABOVE_BAND
        if rate > found["high"]
        else words.IN_BAND
    )
    return [
        words.FUNNEL.format(
            name=name,
            rate=formats.percent(rate),
            forms=formats.count(found["respondents"], "phiếu"),
            centre=formats.percent(found["centre"]),
            bounds=formats.interval(found["low"], found["high"], share=True),
            side=side,
        )
    ]
