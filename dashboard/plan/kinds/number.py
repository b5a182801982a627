"""A number between the plan's floor (nothing attained) and goal (all attained): days, minutes, per cent of something else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from dashboard.plan.kinds.kind import (
    Asked,
    CellRule,
    Cells,
    CriterionKind,
    Finding,
    Reading,
    Result,
    Values,
    no_maximum,
    no_very,
    says_not_applicable,
)
from dashboard.writing.formats import number

SAID = "Ghi một con số{unit}, hoặc “không áp dụng”."
SAID_PERCENT = (
    "Ghi phần trăm, ví dụ 95,3. Nếu không quá 1% thì gõ dấu nháy đơn rồi số kèm dấu %, ví dụ '0,8%."
)


def attain(values: Values) -> Any:
    """Floor is 0, goal is 1, whichever is higher; past the goal counts 1 unless bonus. Example: floor 10, goal 2 days, 4 days is 0.75."""
    with np.errstate(divide="ignore", invalid="ignore"):
        way = (values.value - values.floor) / (values.goal - values.floor)
    return np.where(values.bonus, np.maximum(way, 0), np.clip(way, 0, 1))


def write(asked: Asked, result: Result) -> str:
    return f"{result.bound}{number(result.value, None)} {asked.unit}".strip()


def scale(asked: Asked) -> str:
    return asked.unit


def most(asked: Asked, out_of: float | None) -> float | None:
    return None


def cell(asked: Asked, cells: Cells) -> CellRule:
    """Any number; of per cent up to 1 it could be a share of one, and the intake would ask."""
    said, otherwise = says_not_applicable(cells.value), "FALSE"
    if asked.unit == "%":
        otherwise = f'OR({said},RIGHT(TRIM({cells.value}),1)="%")'
        return CellRule(SAID_PERCENT, f"OR({cells.value}=0,ABS({cells.value})>1)", otherwise)
    unit = f" ({asked.unit})" if asked.unit else ""
    return CellRule(SAID.format(unit=unit), "TRUE", said)


def mistakes(asked: Asked) -> Iterator[Finding]:
    yield from no_maximum(asked)
    if asked.floor is None or asked.goal is None or asked.floor == asked.goal:
        yield "goal", "number_needs_range"
    elif (asked.goal > asked.floor) != (asked.direction == "up"):
        yield "direction", "direction_against_goal"
    yield from no_very(asked)


NUMBER = CriterionKind(
    code="number",
    name="con số",
    measured="số",
    own_unit=True,
    reading=Reading(signed=True, asks_scale=True, units=("count", "%", "points")),
    is_share=False,
    attain=attain,
    write=write,
    scale=scale,
    most=most,
    cell=cell,
    mistakes=mistakes,
)
