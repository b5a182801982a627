"""Satisfaction lies below what units with as many forms show: to be watched. Low side only."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

from dashboard.assessment.rules.case import Case, each, flags_of, known
from dashboard.assessment.rules.how_appraised import marked
from dashboard.assessment.rules.rule import Rule, State
from dashboard.assessment.rules.verdicts import FEWEST_YEARS, candidates, family, surveyed
from dashboard.writing import formats
from dashboard.writing.chances import rarely
from dashboard.writing.nouns import worded

STATE = State("probable", "method", "survey")
SURE = "So với tỷ lệ chung của khối ({centre}), đã tính đến số phiếu: nếu không khác mặt bằng thì chỉ {rarely} trường hợp thấp như vậy; khác mặt bằng không tự nó nêu tên ai."
LIFTS = "Cần thêm {people} người hài lòng trên {forms} phiếu để về trong dải thường thấy."


def find(case: Case) -> pd.DataFrame:
    """Units below the funnel of their block at the plan's false discovery rate."""
    if case.plan.survey is None:
        return flags_of([])
    years = case.inferred["survey_levels"][["points"]]
    own = surveyed(case)[["survey_stage"]]
    units = candidates(case, case.plan.survey.code, case.inferred["funnel"], years, own)
    low = (
        family(case, units["p"])
        & (units["points"] >= FEWEST_YEARS)
        & (units["respondents"] >= case.limits.min_respondents)
    )
    units = units[low]
    return flags_of([_flag(case, one, case.survey_sources) for one in each(units)])


def _flag(case: Case, one: Any, sources: dict) -> dict:
    reason = RULE.sentence(
        STATE,
        unit=one.name,
        year=case.year,
        rate=formats.percent(one.satisfied / one.respondents, verdict_against=one.low),
        low=formats.percent(one.low),
        high=formats.percent(one.high),
    )
    numbers = {"z": one.z, "centre": one.centre, "p": one.p, "low": one.low}
    counts = {"satisfied": one.satisfied, "respondents": one.respondents}
    return {
        "unit": one.Index,
        "year": case.year,
        "indicator": "satisfaction",
        "rule": RULE.code,
        "level": "watch",
        "certainty": STATE.certainty,
        "why": STATE.why,
        "reason": marked(reason, one),
        "numbers": known({**numbers, **counts}),
        **sources.get(one.Index, {}),
    }


def sure(standing: Any, flag: Any) -> str:
    """How often chance goes so far below the block's rate."""
    return worded(SURE).format(
        centre=formats.percent(flag.numbers["centre"]), rarely=rarely(flag.numbers["p"])
    )


def lifts(standing: Any, flag: Any) -> str:
    """People back into the funnel."""
    forms, satisfied = flag.numbers["respondents"], flag.numbers["satisfied"]
    people = max(math.ceil(flag.numbers["low"] * forms - 1e-9) - satisfied, 1)
    return LIFTS.format(people=formats.count(people), forms=formats.count(forms))


RULE = Rule(
    code="funnel",
    name="Khác thường so với mặt bằng",
    levels=("watch",),
    explained="Tỷ lệ hài lòng nằm dưới dải dao động của các đơn vị cùng khối có số phiếu tương đương. Chỉ theo dõi.",
    states=frozenset({STATE}),
    fields=frozenset("unit year rate low high".split()),
    sentences={
        STATE: "{unit}: tỷ lệ hài lòng {rate} nằm dưới dải dao động bình thường của các đơn vị có số phiếu tương đương ({low}–{high})."
    },
    find=find,
    sure=sure,
    lifts=lifts,
)
