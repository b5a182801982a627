"""The deadline has passed and no report is there."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.assessment.rules.case import Case
from dashboard.assessment.rules.report_flags import FIELDS, STATE, of_state
from dashboard.assessment.rules.rule import Rule
from dashboard.writing import formats

SURE = "Theo sổ nộp báo cáo đến ngày {as_of}."
LIFTS = "Gửi báo cáo; khi được ghi nhận, cờ đổi thành nộp muộn."


def find(case: Case) -> pd.DataFrame:
    """One flag a report that is missing."""
    return of_state(case, RULE, "missing")


def sure(standing: Any, flag: Any) -> str:
    """As sure as the register of the day."""
    return SURE.format(as_of=formats.date(standing.as_of))


def lifts(standing: Any, flag: Any) -> str:
    """Filing it."""
    return LIFTS


RULE = Rule(
    code="missing_report",
    name="Chưa nộp báo cáo",
    levels=("fact",),
    explained="Đã qua hạn mà sổ chưa có báo cáo của đơn vị. Là sự việc; không làm đổi điểm và hạng.",
    states=frozenset({STATE}),
    fields=FIELDS,
    sentences={STATE: "{unit}: đến ngày {as_of} chưa có {report} (hạn {due})."},
    find=find,
    sure=sure,
    lifts=lifts,
)
