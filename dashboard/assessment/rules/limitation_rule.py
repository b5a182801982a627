"""What the unit's own report says it has not done well: information, quoted, never counted against it."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.assessment.rules.case import Case, each, flags_of
from dashboard.assessment.rules.rule import FACT, Rule, State
from dashboard.writing import formats
from dashboard.writing.nouns import worded

STATE = State(*FACT, "quote")
SURE = "Trích nguyên văn báo cáo của đơn vị; chỉ để biết, không tính vào điểm, hạng hay cờ."


def find(case: Case) -> pd.DataFrame:
    """One flag a quotation."""
    return flags_of(
        [
            {
                "unit": one.unit,
                "year": case.year,
                "indicator": "report",
                "rule": RULE.code,
                "level": "info",
                "reason": RULE.sentence(
                    STATE,
                    unit=case.units[one.unit].name,
                    year=case.year,
                    quote=one.quote,
                    place=_place(one.place),
                ),
                "numbers": {"category": one.category},
                "file": one.file,
                "sheet": one.sheet,
                "cell": one.cell,
            }
            for one in each(case.seen.limitations)
            if one.unit in case.units
        ]
    )


def _place(place: object) -> str:
    if formats.is_missing(place) or not str(place).strip():
        return ""
    text = str(place).strip()
    return f" (trang {text})" if text.isdigit() else f" ({text})"


def sure(standing: Any, flag: Any) -> str:
    """Word for word."""
    return worded(SURE)


def lifts(standing: Any, flag: Any) -> str:
    """Nothing needs to be lifted."""
    return ""


RULE = Rule(
    code="limitation",
    name="Đơn vị tự nêu tồn tại",
    levels=("info",),
    explained="Trích nguyên văn điều đơn vị tự nêu trong báo cáo. Chỉ để biết, không bao giờ tính là điểm trừ.",
    states=frozenset({STATE}),
    fields=frozenset("unit year quote place".split()),
    sentences={STATE: "{unit} tự nêu trong báo cáo {year}{place}: “{quote}”."},
    find=find,
    sure=sure,
    lifts=lifts,
)
