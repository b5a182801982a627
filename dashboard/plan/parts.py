"""The parts that a plan is made of, each frozen and checked by itself; checks between them are in `plan_checks`."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from dashboard.plan.kinds import KINDS, CriterionKind

Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.\-]+$", min_length=1, max_length=40)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Share = Annotated[float, Field(ge=0, le=1)]
Positive = Annotated[float, Field(gt=0)]
Audience = Literal["collective", "individual"]
TOTAL, KEPT = "total", "kept"  # measures beside groups and criteria

if TYPE_CHECKING:
    KindCode = str
else:
    KindCode = Literal[tuple(KINDS)]  # the codes of plan/kinds, known when they are loaded


class Part(BaseModel):
    """A part of a plan: frozen, and an unknown key is a mistake, not a silence."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Group(Part):
    code: Code
    name: Text
    audience: Audience = "collective"


class Criterion(Part):
    """One thing measured. `attained` of it is a share 0–1 (decisions of the movement: docs/plan-file.md, “Scoring”)."""

    code: Code
    group: Code
    name: Text
    short_name: str = ""
    kind: KindCode
    audience: Audience | None = None
    max: Positive | None = None
    weight: Annotated[float, Field(ge=0)] | None = None
    direction: Literal["up", "down"] = "up"
    floor: float | None = None
    goal: float | None = None
    unit: str = ""
    bonus: bool = False
    very_included: bool | None = None
    method: str = ""
    break_years: tuple[int, ...] = ()
    valid_from: int | None = None
    valid_to: int | None = None
    unit_kinds: tuple[Code, ...] = ()
    aliases: tuple[Text, ...] = ()
    words: tuple[Text, ...] = ()
    source: Text

    @property
    def label(self) -> str:
        """The short name where there is one."""
        return self.short_name or self.name

    @property
    def points_weight(self) -> float:
        """Weight in the total: the plan's own, else the maximum for points and 0 for everything else."""
        return self.weight if self.weight is not None else self.max or 0.0

    @property
    def how(self) -> CriterionKind:
        """The kind of the criterion, whole: how it is read, attained, written (`plan.kinds`)."""
        return KINDS[self.kind]

    @property
    def is_rate(self) -> bool:
        """Whether the criterion is a count out of a count, shown as percent."""
        return self.how.counts

    @property
    def counts_people(self) -> bool:
        """Whether the criterion counts the unit's own people: how many of its staff reach something."""
        return self.audience == "individual" and self.is_rate and not self.is_survey

    @property
    def is_survey(self) -> bool:
        """Whether people say how satisfied they are."""
        return self.how.reading.rated

    def holds_in(self, year: int) -> bool:
        """Whether the criterion is part of the rubric in that year."""
        return (self.valid_from or year) <= year <= (self.valid_to or year)

    def asked_of(self, kind: str, year: int) -> bool:
        """Whether the plan asks it of units of a kind in a year."""
        return self.holds_in(year) and (not self.unit_kinds or kind in self.unit_kinds)


class Target(Part):
    """What a milestone asks: of the total (0–100), or of a criterion (score 0–100 for points, share 0–1 for rates)."""

    measure: Code | None = None
    audience: Audience | None = None
    value: float
    kinds: tuple[Code, ...] = ()
    source: Text


class Milestone(Part):
    code: Code
    year: int
    due: dt.date
    kind: Literal["launch", "annual", "review", "final"]
    name: Text
    asks: str = ""
    result: Literal["last_year", "period_mean"] = "last_year"
    targets: tuple[Target, ...] = ()
    source: Text

    @property
    def label(self) -> str:
        """“Sơ kết 2022”; a name that has its year keeps it."""
        return self.name if str(self.year) in self.name else f"{self.name} {self.year}"


class RatingClass(Part):
    code: Code
    name: Text
    min: float
    source: Text


class ReportDeadline(Part):
    year: int
    due: dt.date
    kind: Literal["annual", "review", "final"] = "annual"
    name: Text
    kinds: tuple[Code, ...] = ()
    source: Text


class UnitKind(Part):
    code: Code
    name: Text
    aliases: tuple[Text, ...] = ()


class RewardRule(Part):
    """One form of commendation: the class a unit must reach, and how many a block may propose (`share` of its units rounded down, within `at_least` and `at_most`)."""

    code: Code
    form: Text
    from_class: Code
    share: Share = 1.0
    at_least: Annotated[int, Field(ge=0)] = 0
    at_most: Annotated[int, Field(ge=0)] | None = None
    kinds: tuple[Code, ...] = ()
    milestones: tuple[Code, ...] = ()
    individuals: Annotated[int, Field(ge=0)] = 0
    source: Text


class Rewards(Part):
    """How commendation is proposed: the highest form first; inside a class small collectives and front-line kinds come first."""

    small_staff: Annotated[int, Field(ge=0)] = 0
    front_line: tuple[Code, ...] = ()
    rules: tuple[RewardRule, ...]
    source: Text


class Inspections(Part):
    """How units to inspect are proposed: a share of all, of it a random part drawn with a printed seed; those inspected in the last years are passed over."""

    share: Annotated[float, Field(gt=0, le=1)] = 0.1
    random_part: Share = 0.3
    free_years: Annotated[int, Field(ge=0)] = 1
    seed: Annotated[int, Field(ge=0)] = 20_250_101
    source: Text


class IssuingOffice(Part):
    """An office that issues papers: the body above it and itself as in a heading, where it signs, its symbol after a paper's number, who signs, who gets a copy (`{owner}`: the plan's)."""

    superior: str = ""
    body: Text
    place: str = ""
    symbol: Text
    signed_by: tuple[Text, ...]
    copies: tuple[Text, ...]
