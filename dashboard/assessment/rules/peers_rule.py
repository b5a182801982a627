"""The score lies far below the middle of its own block: to be watched, never named for it alone."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

from dashboard.assessment.rules.case import Case, each, flags_of, known
from dashboard.assessment.rules.how_appraised import marked
from dashboard.assessment.rules.rule import Rule, State
from dashboard.assessment.rules.verdicts import FEWEST_YEARS, candidates
from dashboard.plan import TOTAL
from dashboard.writing import differences, formats
from dashboard.writing.nouns import worded

STATE = State("probable", "method", "score")
SURE = "So với {units} đơn vị cùng khối trong năm: cách mức giữa gấp {times} lần độ chênh thường thấy; so trong khối không tự nó nêu tên ai."
LIFTS = "Cần thêm {gap} điểm để về trong độ chênh thường thấy của khối."


def find(case: Case) -> pd.DataFrame:
    """Units whose score lies `peers_z_watch` scales and `peers_gap_points` below their block's median."""
    years = case.inferred["score_levels"][["points"]]
    units = candidates(case, TOTAL, case.inferred["peers"], years)
    far = (
        (units["z"] <= case.limits.peers_z_watch)
        & (units["gap"] >= case.plan.score_limits.peers_gap_points)
        & (units["points"] >= FEWEST_YEARS)
    )
    units = units[far]
    return flags_of([_flag(case, one, case.score_sources) for one in each(units)])


def _flag(case: Case, one: Any, sources: dict) -> dict:
    value, median, gap = differences.apart(one.value, one.median, 1)
    reason = RULE.sentence(
        STATE,
        unit=one.name,
        value=case.plan.scale.of_top(value),
        gap=gap,
        median=median,
        units=int(one.units),
        block=one.block,
        year=case.year,
    )
    numbers = {"value": one.value, "median": one.median, "gap": one.gap, "z": one.z}
    return {
        "unit": one.Index,
        "year": case.year,
        "indicator": "score",
        "rule": RULE.code,
        "level": "watch",
        "certainty": STATE.certainty,
        "why": STATE.why,
        "reason": marked(reason, one),
        "numbers": known({**numbers, "units": one.units}),
        **sources.get(one.Index, {}),
    }


def sure(standing: Any, flag: Any) -> str:
    """How many usual distances the unit is away."""
    return worded(SURE).format(
        units=int(flag.numbers["units"]), times=formats.number(math.fabs(flag.numbers["z"]))
    )


def points_to_peers(gap: float, z: float, least_gap: float, least_z: float) -> float:
    """Points after which a score is no longer far below its block: the smaller way out of the two conditions (gap, z).

    The block's middle and scale are taken as they are. Example: gap 12, z −6 (scale 2), limits 5 points and −3: min(12 − 5, 12 − 6) = 6.
    """
    scale = gap / abs(z)
    return min(gap - least_gap, gap - abs(least_z) * scale)


def lifts(standing: Any, flag: Any) -> str:
    """Points back into the usual distances of the block."""
    limits = standing.plan.score_limits
    gap = points_to_peers(
        flag.numbers["gap"], flag.numbers["z"], limits.peers_gap_points, limits.peers_z_watch
    )
    return worded(LIFTS).format(gap=formats.number(gap))


RULE = Rule(
    code="peers",
    name="Thấp hơn hẳn cụm, khối",
    levels=("watch",),
    explained="Điểm thấp hơn hẳn mức giữa của khối mình, so bằng độ chênh thường thấy trong khối. Chỉ theo dõi.",
    states=frozenset({STATE}),
    fields=frozenset("unit year value gap median units block".split()),
    sentences={
        STATE: "{unit}: điểm {value}, thấp hơn {gap} điểm so với mức giữa ({median}) của {units} đơn vị cùng {block}, cách biệt vượt xa mức chênh thường thấy."
    },
    find=find,
    sure=sure,
    lifts=lifts,
)
