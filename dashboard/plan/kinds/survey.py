"""A survey of satisfaction: those at least satisfied of those who answered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dashboard.plan.kinds.kind import (
    Asked,
    CellRule,
    Cells,
    CriterionKind,
    Finding,
    Reading,
    Values,
    no_maximum,
    no_range,
)
from dashboard.plan.kinds.share import counted_cell, most, rate, write

SAID = "Ghi số phiếu hài lòng: số nguyên, không quá Tổng số (điền Tổng số trước), hoặc “không áp dụng”."


def attain(values: Values) -> Any:
    """The very satisfied are counted in, wherever the form has them."""
    return rate(values.satisfied, values.out_of)


def scale(asked: Asked) -> str:
    return "số người hài lòng trên số người trả lời"


def cell(asked: Asked, cells: Cells) -> CellRule:
    return counted_cell(SAID, cells)


def mistakes(asked: Asked) -> Iterator[Finding]:
    yield from no_maximum(asked)
    yield from no_range(asked)


SURVEY = CriterionKind(
    code="survey",
    name="khảo sát hài lòng",
    measured="phiếu",
    own_unit=False,
    reading=Reading(counts=True, rated=True),
    is_share=True,
    attain=attain,
    write=write,
    scale=scale,
    most=most,
    cell=cell,
    mistakes=mistakes,
)
