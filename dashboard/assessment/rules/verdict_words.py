"""The figures of a verdict as they are read and as they are kept: value, target, level with its interval, years."""

from __future__ import annotations

from typing import Any

from dashboard.plan.scale import Scale
from dashboard.writing import differences, formats


def years_words(count: float, first: float, last: float) -> str:
    """The years that a verdict rests on.

    >>> years_words(4, 2019, 2022), years_words(3, 2019, 2022), years_words(2, 2021, 2022)
    ('4 năm 2019–2022', '3 năm có số liệu trong 2019–2022', '2 năm 2021–2022')
    """
    span = f"{first:.0f}–{last:.0f}"
    return (
        f"{count:.0f} năm {span}"
        if count == last - first + 1
        else f"{count:.0f} năm có số liệu trong {span}"
    )


def score_words(scale: Scale, one: Any) -> dict[str, str]:
    """Fields of the sentence about a score; no rounding denies the verdict."""
    value, _, gap = differences.apart(one.value, one.due_target)
    return {
        "value": scale.of_top(value),
        "target": formats.number(one.due_target, None),
        "gap": gap,
        "level": formats.points(one.level, verdict_against=one.due_target),
        "low": formats.number(one.low, verdict_against=one.due_target),
        "high": formats.number(one.high, verdict_against=one.due_target),
    }


def score_numbers(one: Any) -> dict[str, float]:
    """Numbers of a flag about a score, in points."""
    return {"value": one.value, "target": one.due_target, "sd": one.sd}


def survey_words(one: Any) -> dict[str, str]:
    """Fields of the sentence about a survey; no rounding denies the verdict."""
    goal = one.due_target / 100
    return {
        "x": formats.count(one.satisfied),
        "n": formats.count(one.respondents),
        "rate": formats.percent(one.rate, verdict_against=goal),
        "target": formats.percent(goal, None),
        "level": formats.percent(one.level, verdict_against=goal),
        "low": formats.percent(one.low, verdict_against=goal),
        "high": formats.percent(one.high, verdict_against=goal),
        "beside": ", nằm hẳn dưới mốc" if one.high < goal else ", còn chứa mốc",
    }


def survey_numbers(one: Any) -> dict[str, float]:
    """Numbers of a flag about a survey; the target as a share."""
    return {
        "satisfied": one.satisfied,
        "respondents": one.respondents,
        "target": one.due_target / 100,
    }
