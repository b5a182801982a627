"""Có or không: 1 or 0."""

from __future__ import annotations

from typing import Any

from dashboard.plan.kinds.kind import (
    NOT_APPLICABLE,
    Asked,
    CellRule,
    Cells,
    CriterionKind,
    Reading,
    Result,
    Values,
    needs_nothing,
)
from dashboard.writing.formats import number

YES, NO = "có", "không"
ANSWERS: dict[float, str] = {1: YES, 0: NO}
SAID = "Chọn “có”, “không” hoặc “không áp dụng”."


def attain(values: Values) -> Any:
    return values.value


def write(asked: Asked, result: Result) -> str:
    return ANSWERS.get(result.value) or number(result.value, None)


def scale(asked: Asked) -> str:
    return "có hoặc không"


def most(asked: Asked, out_of: float | None) -> float | None:
    return 1.0


def cell(asked: Asked, cells: Cells) -> CellRule:
    return CellRule(SAID, choices=(YES, NO, NOT_APPLICABLE))


YES_NO = CriterionKind(
    code="yes_no",
    name="có hoặc không",
    measured="có/không",
    own_unit=False,
    reading=Reading(answers=True),
    is_share=True,
    attain=attain,
    write=write,
    scale=scale,
    most=most,
    cell=cell,
    mistakes=needs_nothing,
)
