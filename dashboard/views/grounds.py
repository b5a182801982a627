"""How sure a flag is, and compared with what: one sentence a flag, made of its own numbers."""

from __future__ import annotations

import math
from typing import Any

from dashboard.assessment.milestones import SLACK
from dashboard.assessment.standing import Standing
from dashboard.plan import TOTAL
from dashboard.views.lagging_words import NOT_NAMED, SURE
from dashboard.views.pace import chance_words
from dashboard.writing import formats

HARDLY_EVER = 0.001


def sure(standing: Standing, flag: Any) -> str:
    """The sentence under a flag (a row of `Standing.flags`)."""
    writer = _WRITERS.get(flag.rule)
    return SURE[flag.rule] if writer is None else writer(standing, flag)


def rarely(p: float) -> str:
    """How often chance alone does it; p is one-sided.

    >>> rarely(0.004), rarely(1e-9)
    ('khoảng 0,4%', 'dưới 0,1%')
    """
    return (
        f"dưới {formats.percent(HARDLY_EVER)}"
        if p < HARDLY_EVER
        else f"khoảng {formats.percent(p)}"
    )


def _target(standing: Standing, flag: Any) -> str:
    """A named unit hears the test that named it, a watched one the chance (drawn to its block) that put it on the list."""
    numbers, is_score = flag.numbers, flag.indicator == "score"
    fields = {
        "target": (formats.number if is_score else formats.percent)(numbers["target"], None),
        "years": int(numbers["years"]),
    }
    fields |= {"level": formats.number(numbers["level"])} if is_score else {}
    fields |= (
        {"rarely": rarely(numbers["p"])}
        if flag.level == "named"
        else {"chance": chance_words(numbers["below"])}
    )
    return SURE[f"{'score' if is_score else 'survey'}_{flag.level}"].format(**fields) + _not_named(
        standing, flag
    )


def _not_named(standing: Standing, flag: Any) -> str:
    """Why a flag is only to be watched; '' for one that names."""
    if flag.level == "named":
        return ""
    return NOT_NAMED[_hindrance(standing, flag)].format(year=flag.year)


def _hindrance(standing: Standing, flag: Any) -> str:
    """The first condition of naming that does not hold: self, reached, this_year, noise, list."""
    is_score = flag.indicator == "score"
    own = standing.progress_by_unit[TOTAL if is_score else standing.plan.survey.code][flag.unit]
    held = {
        "self": standing.by_unit[flag.unit]["stage"] == "self",
        "reached": not own["value"] < own["due_target"] - SLACK,
        "noise": not is_score and standing.inferred["rho"]["rho"].isna().any(),
        "this_year": flag.numbers.get("year_p", 0.0) > standing.plan.limits.guard_p,
    }
    return next((code for code, holds in held.items() if holds), "list")


def _falling(standing: Standing, flag: Any) -> str:
    numbers = flag.numbers
    if flag.indicator == "score":
        said = SURE["falling_score"].format(
            down=int(numbers["down"]), pairs=int(numbers["pairs"]), rarely=rarely(numbers["p"])
        )
    else:
        said = SURE["falling_survey"].format(rarely=rarely(numbers["p"]))
    return said + _not_named(standing, flag)


def _peers(standing: Standing, flag: Any) -> str:
    return SURE["peers"].format(
        units=int(flag.numbers["units"]), times=formats.number(math.fabs(flag.numbers["z"]))
    )


def _funnel(standing: Standing, flag: Any) -> str:
    return SURE["funnel"].format(
        centre=formats.percent(flag.numbers["centre"]), rarely=rarely(flag.numbers["p"])
    )


def _missing_report(standing: Standing, flag: Any) -> str:
    return SURE["missing_report"].format(as_of=formats.date(standing.as_of))


_WRITERS = {
    "target": _target,
    "falling": _falling,
    "peers": _peers,
    "funnel": _funnel,
    "missing_report": _missing_report,
}
