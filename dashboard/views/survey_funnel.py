"""The funnel of one block's survey: its limits, who lies outside by more than chance, and the words over the picture."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard import inference
from dashboard.assessment.standing import Standing
from dashboard.charts import drawings
from dashboard.charts.drawings import Picture
from dashboard.charts.funnel_chart import alt_text, satisfaction_funnel
from dashboard.views import satisfaction_words as words
from dashboard.views.line_names import called
from dashboard.views.survey_rates import common_target
from dashboard.wording.screen_words import source
from dashboard.writing import formats
from dashboard.writing.columns import Column
from dashboard.writing.nouns import worded

STEPS = 50
COLUMNS = {
    "name": words.UNIT,
    "respondents": Column(words.FORMS, "count"),
    "rate": Column(words.RATE, "share", help=words.RATE_HELP),
}


def evidence(standing: Standing, code: str) -> pd.DataFrame:
    """Every unit's survey of the year against its block (index unit): units, centre, tau2, p. Of the main survey as the flags see it."""
    if standing.plan.survey and code == standing.plan.survey.code:
        return standing.inferred["funnel"]
    own = standing.surveys[
        (standing.surveys["criterion"] == code) & (standing.surveys["year"] == standing.year)
    ].set_index("unit")
    blocks, limits = (
        standing.table.set_index("unit")["block"].reindex(own.index),
        standing.plan.limits,
    )
    return inference.funnel(
        own["satisfied"],
        own["respondents"],
        blocks,
        winsor=limits.winsor,
        min_units=limits.funnel_min_units,
    )


def lower(standing: Standing, code: str, found: pd.DataFrame) -> set[str]:
    """Units lower than their block by more than chance explains: of the main survey those with the flag, so that the picture and the list agree.

    The high side is not told: where nearly everybody is satisfied the arcsine scale of the test finds too many there.
    """
    if standing.plan.survey and code == standing.plan.survey.code:
        return set(standing.flags.loc[standing.flags["rule"] == "funnel", "unit"])
    certain = inference.benjamini_hochberg(found["p"]) <= standing.plan.limits.false_discovery
    return set(found.index[certain])


def limits_of(
    respondents: pd.Series, centre: float, tau2: float, confidence: float
) -> pd.DataFrame:
    """The curves: respondents, low, high (exact), and adjusted_low, adjusted_high where tau2 is known."""
    grid = np.unique(
        np.geomspace(max(respondents.min() * 0.7, 1), respondents.max() * 1.6, STEPS).round()
    )
    tails = [(1 - confidence) / 2, (1 + confidence) / 2]
    low, high = inference.funnel_limits(grid, centre, tails).T
    curves = pd.DataFrame({"respondents": grid, "low": low, "high": high})
    if np.isnan(tau2):
        return curves
    adjusted_low, adjusted_high = inference.adjusted_limits(grid, centre, tau2, tails).T
    return curves.assign(adjusted_low=adjusted_low, adjusted_high=adjusted_high)


def picture(standing: Standing, rows: pd.DataFrame, code: str, block: str) -> Picture | None:
    """The funnel of the units in view of one block; None where none of them has forms enough. In: rows of `satisfaction.surveyed`."""
    found = evidence(standing, code)
    drawn = rows[rows["rate"].notna()]
    if drawn.empty:
        return None
    drawn = drawn.assign(outside=drawn["unit"].isin(lower(standing, code, found)))
    one = found.loc[drawn["unit"].iloc[0]]
    curves = limits_of(
        drawn["respondents"], one["centre"], one["tau2"], standing.plan.limits.confidence
    )
    few, target = bool(np.isnan(one["tau2"])), common_target(drawn)
    heading, what = (
        title(drawn, block, int(one["units"]), few),
        subtitle(standing, len(rows) - len(drawn), few),
    )
    figure = satisfaction_funnel(
        called(standing, drawn),
        curves,
        title=heading,
        subtitle=what,
        mean=one["centre"],
        target=target,
    )
    alt = alt_text(drawn, mean=one["centre"], target=target)
    return drawings.picture(figure, alt, source(standing.as_of), drawn, worded(COLUMNS))


def title(drawn: pd.DataFrame, block: str, units: int, few: bool) -> str:
    """Who is unusual, or that nobody can be called so. In: the drawn units with `outside`."""
    if few:
        return words.FUNNEL_FEW.format(block=block, units=formats.count(units))
    number = int(drawn["outside"].sum())
    return (
        words.FUNNEL_SOME.format(block=block, units=formats.count(number, "đơn vị"))
        if number
        else words.FUNNEL_NONE.format(block=block)
    )


def subtitle(standing: Standing, hidden: int, few: bool) -> str:
    """What is drawn, and what is not."""
    limits = standing.plan.limits
    said = words.FUNNEL_DRAWN.format(
        year=standing.year, confidence=formats.percent(limits.confidence, None)
    )
    said += "" if few else words.FUNNEL_WIDENED
    return said + (
        words.FUNNEL_HIDDEN.format(
            units=formats.count(hidden, "đơn vị"), fewest=limits.min_respondents
        )
        if hidden
        else ""
    )
