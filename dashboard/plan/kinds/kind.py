"""What a kind of criterion is: one complete object, from the cell that is read to the words that people read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

NOT_APPLICABLE = "không áp dụng"
Finding = tuple[str, str]
"""The key of a criterion that a mistake stands at, and the code of its sentence (`plan.mistakes`)."""


class Asked(Protocol):
    """What a kind may look at of a criterion in the plan."""

    @property
    def max(self) -> float | None: ...
    @property
    def floor(self) -> float | None: ...
    @property
    def goal(self) -> float | None: ...
    @property
    def direction(self) -> str: ...
    @property
    def unit(self) -> str: ...
    @property
    def bonus(self) -> bool: ...
    @property
    def very_included(self) -> bool | None: ...


class Values(NamedTuple):
    """Results as arrays of one length, NaN where missing; `satisfied` has the very satisfied added where they stand beside."""

    value: Any
    out_of: Any
    satisfied: Any
    max: Any
    floor: Any
    goal: Any
    bonus: Any


class Result(NamedTuple):
    """One result as it is written; `people` is `value` with the very satisfied added where they stand beside."""

    value: float
    out_of: float | None
    people: float
    bound: str = ""


class Cells(NamedTuple):
    """Where the figures of one criterion stand in a form, as “F7”; `value` is the one that this form asks for, `staff` the absolute cell of the unit's staff."""

    maximum: str
    total: str
    value: str
    very: str
    staff: str


class CellRule(NamedTuple):
    """What a cell of a form accepts: a test of a number and of a text as parts of an Excel formula, or a few words to choose from; and the sentence beside it."""

    said: str
    number: str = "TRUE"
    otherwise: str = "FALSE"
    choices: tuple[str, ...] = ()


class Reading(NamedTuple):
    """How a cell is read. Crosses to the intake as plain data.

    `counts`: a whole number out of a total · `answers`: có or không · `rated`: how satisfied, with the very satisfied beside ·
    `signed`: may be below zero · `limited`: by the plan's maximum, so that it is no per cent · `asks_scale`: 0,95 may be 95% or 0,95% ·
    `units`: in which a report may say it.
    """

    counts: bool = False
    answers: bool = False
    rated: bool = False
    signed: bool = False
    limited: bool = False
    asks_scale: bool = False
    units: tuple[str, ...] = ("%", "count")


@dataclass(frozen=True)
class CriterionKind:
    """One kind of criterion, whole. A part left out is a TypeError when the module is imported.

    `name` stands on the page Kế hoạch, `measured` in the column “Đơn vị tính” of a form, unless the criterion's own unit may (`own_unit`). `attain` gives the share attained (1 = all that can
    be reached; a bonus criterion may pass it). `is_share`: people read it as per cent of 1, and targets are written so. `scale` says in words what a value is of; `most` is the highest value
    that a result may have, None where nothing limits it.
    """

    code: str
    name: str
    measured: str
    own_unit: bool
    reading: Reading
    is_share: bool
    attain: Callable[[Values], Any]
    write: Callable[[Asked, Result], str]
    scale: Callable[[Asked], str]
    most: Callable[[Asked, float | None], float | None]
    cell: Callable[[Asked, Cells], CellRule]
    mistakes: Callable[[Asked], Iterator[Finding]]

    @property
    def counts(self) -> bool:
        """Whether a result is a count out of a count."""
        return self.reading.counts


def says_not_applicable(cell: str) -> str:
    """The part of a formula that is true where a cell says “không áp dụng”."""
    return f'LOWER(TRIM({cell}))="{NOT_APPLICABLE}"'


def whole(cell: str) -> str:
    """The parts of a formula that are true of a whole number from 0 on."""
    return f"{cell}>=0,{cell}=INT({cell})"


def no_range(asked: Asked) -> Iterator[Finding]:
    """Floor and goal belong to numbers alone."""
    if asked.floor is not None or asked.goal is not None:
        yield "floor", "range_only_number"


def no_maximum(asked: Asked) -> Iterator[Finding]:
    """A maximum belongs to points alone."""
    if asked.max is not None:
        yield "max", "max_only_points"


def no_very(asked: Asked) -> Iterator[Finding]:
    """The very satisfied belong to surveys alone."""
    if asked.very_included is not None:
        yield "very_included", "very_only_survey"


def needs_nothing(asked: Asked) -> Iterator[Finding]:
    """The mistakes of a kind that asks the plan for nothing but its name."""
    yield from no_maximum(asked)
    yield from no_range(asked)
    yield from no_very(asked)
