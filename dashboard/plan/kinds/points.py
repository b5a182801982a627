"""Points of a maximum: 4,5/5."""

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
    Result,
    Values,
    no_range,
    no_very,
    says_not_applicable,
)
from dashboard.writing.formats import number

SAID = "Ghi điểm từ 0 đến {max}, hoặc “không áp dụng”."
SAID_BONUS = "Ghi điểm từ 0 trở lên (tiêu chí thưởng, có thể vượt {max}), hoặc “không áp dụng”."


def attain(values: Values) -> Any:
    """Points over the plan's maximum. Example: 4.5 of 5 is 0.9."""
    return values.value / values.max


def write(asked: Asked, result: Result) -> str:
    return f"{result.bound}{number(result.value, None)}/{number(asked.max, None)}"


def scale(asked: Asked) -> str:
    return f"tối đa {number(asked.max, None)} điểm"


def most(asked: Asked, out_of: float | None) -> float | None:
    return asked.max


def cell(asked: Asked, cells: Cells) -> CellRule:
    highest = number(asked.max, None)
    if asked.bonus:
        said, test = SAID_BONUS.format(max=highest), f"{cells.value}>=0"
    else:
        said = SAID.format(max=highest)
        test = f"AND({cells.value}>=0,{cells.value}<={cells.maximum})"
    return CellRule(said, test, says_not_applicable(cells.value))


def mistakes(asked: Asked) -> Iterator[Finding]:
    if asked.max is None:
        yield "max", "points_need_max"
    yield from no_range(asked)
    yield from no_very(asked)


POINTS = CriterionKind(
    code="points",
    name="chấm điểm",
    measured="điểm",
    own_unit=False,
    reading=Reading(limited=True, units=("points",)),
    is_share=False,
    attain=attain,
    write=write,
    scale=scale,
    most=most,
    cell=cell,
    mistakes=mistakes,
)
