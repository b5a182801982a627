"""The whole plan as tables of text to be shown and edited: every list a table, every single value a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from dashboard.plan import TOTAL, Plan
from dashboard.plan.leaves import Path, shapes
from dashboard.plan.parts import Part
from dashboard.views import plan_words as words
from dashboard.views.limit_words import LIMITS
from dashboard.views.plan_cells import cell_of, names_of, text_of
from dashboard.views.plan_rows import limit_text, target_text
from dashboard.writing import formats
from dashboard.writing.nouns import worded

SPARE_ROWS = 2
LISTS: dict[str, Path] = {
    "kinds": ("kinds",),
    "groups": ("groups",),
    "criteria": ("criteria",),
    "milestones": ("milestones",),
    "classes": ("classes",),
    "reports": ("reports",),
    "rules": ("rewards", "rules"),
    "limitations": ("limitations",),
}
"""Tables of lists of parts → where the list stands; targets and parameters have tables of their own."""
SINGLES: dict[str, tuple[str, ...]] = {
    "about": ("", "nouns", "total", "chapters"),
    "offices": ("secretariat", "issuer"),
    "proposals": ("rewards", "inspections"),
}
"""Tables of single values → the parts that hold them; '' is the plan itself."""
SECTIONS = (
    "about",
    "kinds",
    "groups",
    "criteria",
    "milestones",
    "targets",
    "classes",
    "reports",
    "proposals",
    "rules",
    "offices",
    "limitations",
    "limits",
)
Tables = dict[str, pd.DataFrame]
"""Section → its table; every cell a text or None."""


def tables(plan: Plan) -> Tables:
    """Every section of the plan, with spare rows for what is new."""
    made = {"targets": _targets(plan), "limits": _limits(plan)}
    made |= {section: _list(plan, section) for section in LISTS}
    made |= {section: _single(plan, section) for section in SINGLES}
    return {section: made[section] for section in SECTIONS}


def model_of(section: str) -> type[Part]:
    """The part of which a table of a list has one a row."""
    model: type[Part] = Plan
    for step in LISTS[section]:
        model = shapes(model)[step][1] or model
    return model


def fields_of(model: type[Part]) -> list[str]:
    """The fields that are columns: all but lists of parts."""
    return [name for name, (shape, _) in shapes(model).items() if shape == "value"]


def parts_of(plan: Plan, section: str) -> tuple[Any, ...]:
    """The parts that a table of a list shows, in order."""
    found: Any = plan
    for step in LISTS[section]:
        found = getattr(found, step) if found is not None else None
    return found or ()


def singles(section: str) -> Iterator[tuple[str, type[Part], str]]:
    """The single values of a section: the part's field of the plan ('' for the plan's own), its model, the name."""
    for part in SINGLES[section]:
        model = (shapes(Plan)[part][1] if part else Plan) or Plan
        for name in fields_of(model):
            yield part, model, name


def label_of(part: str, name: str) -> str:
    """What a single value is called: “Cơ quan ban hành báo cáo, nơi nhận”."""
    return f"{words.PARTS[part]}, {words.key(part, name)}" if part else words.TOP[name]


def measures(plan: Plan) -> dict[str, tuple[str | None, str | None]]:
    """What a target can be about: label → (measure, audience)."""
    found: dict[str, tuple[str | None, str | None]] = {plan.measure_name(TOTAL): (TOTAL, None)}
    found |= {text: (None, audience) for audience, text in words.AUDIENCES.items()}
    found |= {f"Nhóm: {one.name}": (one.code, None) for one in plan.groups}
    return found | {f"{one.code}: {one.label}": (one.code, None) for one in plan.criteria}


def kind_choices(plan: Plan) -> dict[str, tuple[str, ...]]:
    """Which kinds of units a target holds for: label → codes; sets that stand in the plan already are kept."""
    names = {one.code: one.name for one in plan.kinds}
    sets = {
        target.kinds
        for milestone in plan.milestones
        for target in milestone.targets
        if len(target.kinds) > 1
    }
    found = {words.ALL_KINDS: ()} | {name: (code,) for code, name in names.items()}
    return found | {"; ".join(names[code] for code in codes): codes for codes in sorted(sets)}


def milestone_choices(plan: Plan) -> dict[str, str]:
    """Milestones to choose from: label → code."""
    return {one.label: one.code for one in plan.milestones}


def _list(plan: Plan, section: str) -> pd.DataFrame:
    model, names = model_of(section), names_of(plan)
    cells = {name: cell_of(model, name) for name in fields_of(model)}
    rows = [
        {name: text_of(cell, getattr(one, name), names) for name, cell in cells.items()}
        for one in parts_of(plan, section)
    ]
    return _texts(rows, list(cells), SPARE_ROWS)


def _single(plan: Plan, section: str) -> pd.DataFrame:
    names, rows = names_of(plan), []
    for part, model, name in singles(section):
        held = getattr(plan, part) if part else plan
        value = None if held is None else getattr(held, name)
        rows.append(
            {"name": label_of(part, name), "value": text_of(cell_of(model, name), value, names)}
        )
    return _texts(rows, ["name", "value"])


def _targets(plan: Plan) -> pd.DataFrame:
    labels, kinds = (
        {pair: label for label, pair in measures(plan).items()},
        {codes: label for label, codes in kind_choices(plan).items()},
    )
    rows = [
        {
            "milestone": one.label,
            "measure": labels[target.measure, target.audience],
            "kinds": kinds[target.kinds],
            "value": target_text(plan, target).removesuffix(" điểm"),
            "source": target.source,
        }
        for one in plan.milestones
        for target in one.targets
    ]
    return _texts(rows, ["milestone", "measure", "kinds", "value", "source"], SPARE_ROWS)


def _limits(plan: Plan) -> pd.DataFrame:
    rows = [
        {
            "name": wording.label,
            "value": limit_text(name, getattr(plan.limits, name)).removesuffix(" điểm"),
            "meaning": wording.meaning,
            "source": plan.limit_sources.get(name),
        }
        for name, wording in worded(LIMITS).items()
    ]
    return _texts(rows, ["name", "value", "meaning", "source"])


def _texts(rows: list[dict], columns: list[str], spare: int = 0) -> pd.DataFrame:
    blank = [dict.fromkeys(columns)] * spare
    return pd.DataFrame([*rows, *blank], columns=columns).astype("str")


def cells(frame: pd.DataFrame) -> list[dict[str, str | None]]:
    """Rows with None for what is blank."""
    return [
        {
            name: None if formats.is_missing(cell) or not str(cell).strip() else str(cell).strip()
            for name, cell in row.items()
        }
        for row in frame.to_dict("records")
    ]
