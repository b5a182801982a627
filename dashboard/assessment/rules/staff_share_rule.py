"""A group of criteria for people is met by fewer of the staff than the due target asks: a census, to be watched."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd

from dashboard.assessment.rules.below_target_rule import is_staff
from dashboard.assessment.rules.case import Case, flags_of, known
from dashboard.assessment.rules.how_appraised import marked_row
from dashboard.assessment.rules.missed_rows import Missed, missed_results
from dashboard.assessment.rules.rule import FACT, Rule, State
from dashboard.inference import people_needed
from dashboard.plan import TOTAL, Criterion
from dashboard.writing import formats
from dashboard.writing.nouns import worded

STATE = State(*FACT, "share")
SURE = "Đếm toàn bộ người của đơn vị, không phải chọn mẫu."


def find(case: Case) -> pd.DataFrame:
    """One flag a unit and head count below its due target."""
    counted = [case.plan.criterion(one) for one in case.progress if one != TOTAL]
    return flags_of(
        [
            _flag(case, criterion, *of_unit)
            for criterion in counted
            if is_staff(criterion)
            for of_unit in _with_needed(missed_results(case, criterion))
        ]
    )


def _with_needed(units: list[Missed]) -> Iterable[tuple[Missed, float]]:
    """Each beside the people it still needs, reckoned at once."""
    told = [(one.due_target / 100, one.out_of, one.raw) for one in units]
    needed = people_needed(*zip(*told, strict=True)) if told else np.empty(0)
    return zip(units, needed.tolist(), strict=True)


def _flag(case: Case, criterion: Criterion, one: Missed, people: float) -> dict:
    target = one.due_target / 100
    reason = RULE.sentence(
        STATE,
        unit=one.name,
        year=case.year,
        x=formats.count(one.raw),
        n=formats.count(one.out_of),
        criterion=criterion.label,
        rate=formats.percent(one.reached / 100, verdict_against=target),
        needed=formats.count(people),
        target=formats.percent(target, None),
    )
    reason = marked_row(reason, one.row_stage)
    return {
        "unit": one.unit,
        "year": case.year,
        "indicator": criterion.code,
        "rule": RULE.code,
        "level": "watch",
        "reason": reason,
        "numbers": known({"value": one.reached / 100, "target": target, "needed": people}),
        "file": one.file,
        "sheet": one.sheet,
        "cell": one.cell,
    }


def sure(standing: Any, flag: Any) -> str:
    """A census has no interval."""
    return worded(SURE)


def lifts(standing: Any, flag: Any) -> str:
    """Its own sentence says how many people are needed."""
    return ""


RULE = Rule(
    code="staff_share",
    name="Tỷ lệ cán bộ đạt",
    levels=("watch",),
    explained="Số người đạt một nhóm tiêu chí cá nhân chưa đủ mốc: đếm toàn bộ, nói còn cần bao nhiêu người. Chỉ theo dõi.",
    states=frozenset({STATE}),
    fields=frozenset("unit year x n criterion rate needed target".split()),
    sentences={
        STATE: "{unit}: {x}/{n} người đạt nhóm tiêu chí {criterion} ({rate}), cần thêm {needed} người nữa để đạt mốc {target}."
    },
    find=find,
    sure=sure,
    lifts=lifts,
)
