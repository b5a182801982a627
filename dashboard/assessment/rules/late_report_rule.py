"""The report came after its deadline."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.assessment.rules.case import Case
from dashboard.assessment.rules.report_flags import FIELDS, STATE, of_state
from dashboard.assessment.rules.rule import Rule

SURE = "Theo ngày nộp đã ghi."
LIFTS = "Việc đã qua; nộp đúng hạn kỳ sau thì không lặp lại."


def find(case: Case) -> pd.DataFrame:
    """One flag a report that came late."""
    return of_state(case, RULE, "late")


def sure(standing: Any, flag: Any) -> str:
    """As sure as the day that was recorded."""
    return SURE


def lifts(standing: Any, flag: Any) -> str:
    """It is past."""
    return LIFTS


RULE = Rule(
    code="late_report",
    name="Nộp báo cáo muộn",
    levels=("fact",),
    explained="Báo cáo nộp sau hạn, xét theo ngày nộp lần đầu. Là sự việc.",
    states=frozenset({STATE}),
    fields=FIELDS,
    sentences={STATE: "{unit}: nộp {report} ngày {submitted}, chậm {days} ngày so với hạn {due}."},
    find=find,
    sure=sure,
    lifts=lifts,
)
