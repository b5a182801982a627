"""What the rules about reports share: one flag a unit and deadline in a state."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from dashboard.assessment.rules.case import Case, each, flags_of
from dashboard.assessment.rules.rule import FACT, Rule, State
from dashboard.writing import first_letter, formats

STATE = State(*FACT, "report")
FIELDS = frozenset("unit year report as_of due submitted days".split())


def of_state(case: Case, rule: Rule, state: str) -> pd.DataFrame:
    """Flags of the assessed units whose report of the year is in the state (`deadlines.report_states`)."""
    names = {(one.year, one.kind, pd.Timestamp(one.due)): one.name for one in case.plan.reports}
    reports = case.seen.reports
    rows: Iterable[Any] = each(reports[reports["report_state"] == state])
    return flags_of(
        [
            {
                "unit": one.unit,
                "year": case.year,
                "indicator": "report",
                "rule": rule.code,
                "level": "fact",
                "reason": rule.sentence(
                    STATE,
                    unit=case.units[one.unit].name,
                    year=case.year,
                    report=_of_year(names[(one.year, one.kind, one.due)], case.year),
                    as_of=formats.date(case.as_of),
                    due=formats.date(one.due),
                    submitted=formats.date(one.submitted_on),
                    days=formats.count(one.days_late),
                ),
                "numbers": {"due": str(one.due.date()), "submitted_on": _day(one.submitted_on)},
                "file": one.file,
                "sheet": one.sheet,
                "cell": one.cell,
            }
            for one in rows
            if one.unit in case.units
        ]
    )


def _day(day: pd.Timestamp) -> str | None:
    return None if pd.isna(day) else str(day.date())


def _of_year(name: str, year: int) -> str:
    """“báo cáo năm 2022”, whether or not the plan's name of the report holds the year."""
    text = first_letter.small(name)
    return text if str(year) in text else f"{text} {year}"
