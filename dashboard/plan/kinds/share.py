"""A count out of a total, both known: 128/164 (78,0%)."""

from __future__ import annotations

from typing import Any

import numpy as np

from dashboard.plan.kinds.kind import (
    Asked,
    CellRule,
    Cells,
    CriterionKind,
    Reading,
    Result,
    Values,
    needs_nothing,
    says_not_applicable,
    whole,
)
from dashboard.writing.formats import is_missing, out_of, percent

SAID = "Ghi số đạt: số nguyên, không quá Tổng số (điền Tổng số trước), hoặc “không áp dụng”."


def rate(count: Any, total: Any) -> Any:
    """Counts over their totals; NaN where there is no total. Example: 3 of 4 is 0.75."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(total > 0, count / total, np.nan)


def attain(values: Values) -> Any:
    return rate(values.value, values.out_of)


def write(asked: Asked, result: Result) -> str:
    """“128/164 (78,0%)”; a bound without counts as “trên 95%”."""
    if is_missing(result.out_of):
        return f"{result.bound}{percent(result.value, None)}"
    counted = out_of(result.people, result.out_of)
    return f"{result.bound}{counted} ({percent(result.people / result.out_of)})"


def scale(asked: Asked) -> str:
    return "số đạt trên tổng số"


def most(asked: Asked, total: float | None) -> float | None:
    return None if is_missing(total) else total


def counted_cell(said: str, cells: Cells) -> CellRule:
    """A whole number that its total holds."""
    test = f"AND({whole(cells.value)},{cells.value}<={cells.total})"
    return CellRule(said, test, says_not_applicable(cells.value))


def cell(asked: Asked, cells: Cells) -> CellRule:
    return counted_cell(SAID, cells)


SHARE = CriterionKind(
    code="share",
    name="số đạt trên tổng số",
    measured="số đếm",
    own_unit=True,
    reading=Reading(counts=True),
    is_share=True,
    attain=attain,
    write=write,
    scale=scale,
    most=most,
    cell=cell,
    mistakes=needs_nothing,
)
