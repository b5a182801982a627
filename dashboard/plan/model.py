"""What a plan of an emulation movement is: period, criteria, milestones, targets, classes, deadlines, limits.

A plan is data (TOML, see docs/plan-file.md). `load_plan` reads and checks it; every mistake becomes one Vietnamese
sentence that names the key it stands at.
"""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Any, Self

import tomli_w
from pydantic import Field

from dashboard.plan.award_law import AwardLaw, shipped_law
from dashboard.plan.called_parts import Chapters, Limitation, OwnNouns
from dashboard.plan.default_words import AWARD_FORMS, LEVELS, PEOPLE
from dashboard.plan.limits import Limits
from dashboard.plan.parts import (
    TOTAL,
    Code,
    Criterion,
    Group,
    Inspections,
    IssuingOffice,
    Milestone,
    Part,
    RatingClass,
    ReportDeadline,
    Rewards,
    Text,
    UnitKind,
)
from dashboard.plan.scale import Scale, Total, top_of
from dashboard.writing import first_letter


class Plan(Part):
    """A movement's plan. Build it with `load_plan`, which runs the checks between parts."""

    code: Code
    name: Text
    short_name: Text
    province: Text
    owner: Text
    whole: str = ""
    people: Text = PEOPLE
    first_year: Annotated[int, Field(ge=1990, le=2100)]
    last_year: Annotated[int, Field(ge=1990, le=2100)]
    documents: tuple[Text, ...]
    main_survey: Code | None = None
    kinds: tuple[UnitKind, ...]
    groups: Annotated[tuple[Group, ...], Field(min_length=1)]
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1)]
    milestones: tuple[Milestone, ...]
    classes: tuple[RatingClass, ...] = ()
    reports: tuple[ReportDeadline, ...] = ()
    reply_days: Annotated[int, Field(ge=0, le=365)] = 10
    rewards: Rewards | None = None
    inspections: Inspections | None = None
    secretariat: IssuingOffice | None = None
    issuer: IssuingOffice | None = None
    nouns: OwnNouns = OwnNouns()
    chapters: Chapters = Chapters()
    limitations: tuple[Limitation, ...] = ()
    award_forms: tuple[Text, ...] = AWARD_FORMS
    award_law: Annotated[AwardLaw, Field(default_factory=shipped_law)]
    total: Total = Total()
    limits: Limits = Limits()
    limit_sources: dict[str, str] = {}

    @property
    def years(self) -> list[int]:
        return list(range(self.first_year, self.last_year + 1))

    def scale_of(self, measure: str | None) -> Scale:
        """On which scale a measure is written by itself and planned (targets, classes): the total and groups on the plan's own where it has one, all else (a criterion, or none) of 100.

        Beside other groups a group is read in per cent of what it can give.
        """
        return self._own_scales.get(measure, Scale())

    @property
    def scale(self) -> Scale:
        """That of the total, on which it is worked out as well."""
        return self.scale_of(TOTAL)

    @cached_property
    def _own_scales(self) -> dict[str | None, Scale]:
        """By measure; empty where everything is shown of 100."""
        if self.total.shown == "percent":
            return {}
        kinds, years = tuple(one.code for one in self.kinds), self.years
        groups = {
            one.code: tuple(part for part in self.criteria if part.group == one.code)
            for one in self.groups
        }
        tops = {code: top_of(parts, kinds, years) for code, parts in groups.items()}
        tops[TOTAL] = self.total.max or top_of(self.criteria, kinds, years)
        return {code: Scale(top, True) for code, top in tops.items()}

    def __copy__(self) -> Self:
        """A copy (a changed one too: `model_copy`) works its scales out anew."""
        copied = super().__copy__()
        copied.__dict__.pop("_own_scales", None)
        return copied

    @property
    def group_codes(self) -> frozenset[str]:
        return frozenset(one.code for one in self.groups)

    @property
    def score_limits(self) -> Limits:
        """The limits on the scale of the total; `limits` has them in per cent of the maximum."""
        return self.scale.limits(self.limits)

    def year_label(self, year: int) -> str:
        """“2025 · Tổng kết” for a milestone's year, “2023” for another: what the reader chooses, also in a link."""
        names = [one.name for one in self.milestones if one.year == year and one.kind != "annual"]
        said = names[0].replace(str(year), "").strip() if names else ""
        return f"{year} · {said}" if said else str(year)

    @property
    def whole_name(self) -> str:
        """What all units together are called, as a heading: `whole`, else by the level that `province` begins with (“Tỉnh A”: “Toàn tỉnh”), else `province` itself (“Cả nước”)."""
        level = next((one for one in LEVELS if self.province.startswith(f"{one} ")), None)
        return self.whole or (f"Toàn {level.lower()}" if level else self.province)

    @property
    def whole_inside(self) -> str:
        """The name of all units together inside a sentence: “toàn tỉnh”."""
        return first_letter.small(self.whole_name)

    @property
    def people_chapter(self) -> str:
        """The head of the chapter on the units' own people; '' where no criterion counts them."""
        groups = {one.group for one in self.criteria if one.counts_people}
        names = [one.name for one in self.groups if one.code in groups]
        return (self.chapters.people or "; ".join(names)) if names else ""

    def as_data(self) -> dict[str, Any]:
        """The plan as plain data for the intake and the reader of reports; each criterion says how its kind is read."""
        data = self.model_dump()
        for raw, one in zip(data["criteria"], self.criteria):
            raw["reading"] = one.how.reading._asdict()
        data["award_titles"] = self.award_law.as_rules()
        return data

    def criterion(self, code: str) -> Criterion:
        return next(one for one in self.criteria if one.code == code)

    def milestone(self, code: str) -> Milestone:
        return next(one for one in self.milestones if one.code == code)

    @property
    def survey(self) -> Criterion | None:
        """The survey that “hài lòng” means on the screens: `main_survey`, else the first survey criterion."""
        surveys = [one for one in self.criteria if one.is_survey]
        return next(
            (one for one in surveys if one.code == self.main_survey),
            surveys[0] if surveys else None,
        )

    def measure_name(self, measure: str) -> str:
        """What people read for a measure: the total, a group or a criterion."""
        if measure == TOTAL:
            return "Tổng điểm"
        found = [one.name for one in self.groups if one.code == measure]
        return found[0] if found else self.criterion(measure).label

    def class_of(self, score: float | None) -> str | None:
        """Name of the class that an unrounded score reaches; None without a score or below the lowest cut."""
        if score is None or score != score:
            return None
        reached = [one for one in self.classes if score >= one.min - 1e-9]
        return max(reached, key=lambda one: one.min).name if reached else None


def dump_plan(plan: Plan) -> str:
    """The plan as TOML that `load_plan` reads back to an equal plan."""
    return tomli_w.dumps(plan.model_dump(exclude_none=True, exclude_defaults=True))
