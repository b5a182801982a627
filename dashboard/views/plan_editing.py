"""From the edited tables back to a plan: its new text, or what to put right.

Cells hold text as people write it (80 · 0,5 · 85%); a cell that was not touched keeps its exact value, however it was rounded for reading.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pandas as pd
import tomli_w

from dashboard.plan import Limits, Plan, dump_plan, load_plan
from dashboard.plan.checks import PlanError
from dashboard.plan.kinds import KINDS
from dashboard.views import plan_words as words
from dashboard.views.limit_words import LIMITS
from dashboard.views.plan import is_rate
from dashboard.views.plan_tables import (
    Tables,
    cells,
    kind_choices,
    measures,
    milestone_choices,
    tables,
)

_NUMBER = re.compile(r"[-−]?[0-9]+(?:\.[0-9]{3})*(?:,[0-9]+)?|[-−]?[0-9]+\.[0-9]+")
_THOUSANDS = re.compile(r"[-−]?[1-9][0-9]{0,2}(?:\.[0-9]{3})+")


class MistakeError(ValueError):
    """A cell that cannot be used; the text is the sentence for it."""


def edited_plan(plan: Plan, edited: Tables) -> str:
    """The plan with the edited tables in it, as TOML that passes every check.

    Raises `PlanError` with one sentence a mistake; nothing of a plan with a mistake is usable.
    """
    shown, mistakes = tables(plan), []
    raw = plan.model_dump(exclude_none=True, exclude_defaults=True)
    _put_targets(plan, raw, shown.targets, edited.targets, mistakes)
    _put_criteria(raw, shown.criteria, edited.criteria, mistakes)
    _put_classes(plan, raw, shown.classes, edited.classes, mistakes)
    _put_limits(plan, raw, shown.limits, edited.limits, mistakes)
    if mistakes:
        raise PlanError(mistakes)
    try:
        return dump_plan(load_plan(tomli_w.dumps(raw)))
    except PlanError as error:
        raise PlanError([in_words(one) for one in error.sentences]) from error


def number_of(text: str, place: str, *, rate: bool = False) -> float:
    """The number that a cell says; a rate must carry its per cent sign and comes out as a share 0–1.

    Raises `MistakeError`. Example: “85%” → 0.85 for a rate, “10.000” → 10000, “0,5” and “0.5” → 0.5.
    """
    bare = text.strip().replace(" ", "").replace("\u00a0", "")
    if rate != bare.endswith("%"):
        raise MistakeError(
            (words.CELL_SHARE if rate else words.CELL_PLAIN).format(place=place, text=text)
        )
    digits = bare.removesuffix("%")
    if not _NUMBER.fullmatch(digits):
        raise MistakeError(words.CELL_NUMBER.format(place=place, text=text))
    plain = digits.replace("−", "-")
    if "," in plain or _THOUSANDS.fullmatch(digits):
        plain = plain.replace(".", "").replace(",", ".")
    return round(float(plain) / 100, 12) if rate else float(plain)


def in_words(sentence: str) -> str:
    """A mistake of the plan's own checks, its key told in Vietnamese.

    >>> in_words("limits.confidence: giá trị 2 phải nhỏ hơn 1.")
    'Tham số Độ tin cậy: giá trị 2 phải nhỏ hơn 1.'
    """
    key, colon, rest = sentence.partition(": ")
    if not colon:
        return sentence
    rest = re.sub(r"(?<=[0-9])\.(?=[0-9])", ",", rest)
    part, _, field = re.sub(r"\[[0-9]+\]", "", key).partition(".")
    name, _, code = part.partition(" ")
    label = words.PARTS.get(name) or words.TOP.get(name) or name
    if name == "limits" and field in LIMITS:
        return f"{label} {LIMITS[field].label}: {rest}"
    fields = [
        words.KEYS.get(one) or words.PARTS.get(one, "").lower() for one in field.split(".") if one
    ]
    return f"{', '.join([f'{label} {code}'.strip(), *(one for one in fields if one)])}: {rest}"


def _put_targets(
    plan: Plan, raw: dict, shown: pd.DataFrame, edited: pd.DataFrame, mistakes: list[str]
) -> None:
    milestones, about, kinds = milestone_choices(plan), measures(plan), kind_choices(plan)
    kept = [target for milestone in plan.milestones for target in milestone.targets]
    made: dict[str, list[dict]] = {code: [] for code in milestones.values()}
    for number, row in enumerate(cells(edited)):
        place = f"{words.TARGETS}, dòng {number + 1}"
        if row["value"] is None:
            continue
        if row["milestone"] not in milestones or row["measure"] not in about:
            mistakes.append(words.CHOICE_MISSING.format(place=place))
            continue
        measure, audience = about[row["measure"]]
        known = (
            kept[number].value
            if number < len(kept) and _untouched(shown, edited, number, ("value", "measure"))
            else None
        )
        text, rate = row["value"], is_rate(plan, measure)
        value = (
            known
            if known is not None
            else _read(
                mistakes,
                lambda text=text, place=place, rate=rate: number_of(text, place, rate=rate),
            )
        )
        target = {
            "measure": measure,
            "audience": audience,
            "value": value,
            "kinds": list(kinds[row["kinds"] or words.ALL_KINDS]),
            "source": _source(row["source"], place, mistakes),
        }
        made[milestones[row["milestone"]]].append(
            {name: one for name, one in target.items() if one not in (None, [])}
        )
    for milestone in raw["milestones"]:
        milestone["targets"] = made[milestone["code"]]


def _put_criteria(
    raw: dict, shown: pd.DataFrame, edited: pd.DataFrame, mistakes: list[str]
) -> None:
    for number, (row, criterion) in enumerate(zip(cells(edited), raw["criteria"], strict=True)):
        place = f"{words.WEIGHTS}, {row['code']}"
        criterion["source"] = _source(row["source"], place, mistakes)
        for name in ("max", "weight"):
            if _untouched(shown, edited, number, (name,)):
                continue
            criterion.pop(name, None)
            text = row[name]
            if text is not None and name == "max" and not KINDS[criterion["kind"]].reading.limited:
                mistakes.append(words.MAX_ONLY_POINTS.format(place=place))
            elif text is not None:
                criterion[name] = _read(
                    mistakes,
                    lambda text=text, place=f"{place}, {words.KEYS[name]}": number_of(text, place),
                )


def _put_classes(
    plan: Plan, raw: dict, shown: pd.DataFrame, edited: pd.DataFrame, mistakes: list[str]
) -> None:
    made, taken = [], {one.code for one in plan.classes}
    for number, row in enumerate(cells(edited)):
        place = f"{words.CLASSES}, dòng {number + 1}"
        if row["min"] is None:
            continue
        if row["name"] is None:
            mistakes.append(words.NAME_MISSING.format(place=place))
        old = plan.classes[number] if number < len(plan.classes) else None
        text = row["min"]
        cut = (
            old.min
            if old and _untouched(shown, edited, number, ("min",))
            else _read(mistakes, lambda text=text, place=place: number_of(text, place))
        )
        code = (
            old.code
            if old
            else next(f"muc_{one}" for one in range(1, 1000) if f"muc_{one}" not in taken)
        )
        taken.add(code)
        made.append(
            {
                "code": code,
                "name": row["name"],
                "min": cut,
                "source": _source(row["source"], place, mistakes),
            }
        )
    raw["classes"] = made


def _put_limits(
    plan: Plan, raw: dict, shown: pd.DataFrame, edited: pd.DataFrame, mistakes: list[str]
) -> None:
    limits, sources = dict(raw.get("limits", {})), dict(plan.limit_sources)
    for number, (name, row) in enumerate(zip(LIMITS, cells(edited), strict=True)):
        place = f"{words.LIMITS} {LIMITS[name].label}"
        if row["source"]:
            sources[name] = row["source"]
        else:
            sources.pop(name, None)
        if not _untouched(shown, edited, number, ("value",)):
            limits[name] = _read(
                mistakes, lambda row=row, name=name, place=place: _limit(name, row["value"], place)
            )
    raw["limits"], raw["limit_sources"] = limits, sources


def _limit(name: str, text: str | None, place: str) -> float | int:
    if text is None:
        raise MistakeError(words.CELL_EMPTY.format(place=place))
    value = number_of(text, place, rate=LIMITS[name].scale == "share")
    if not isinstance(getattr(Limits(), name), int):
        return value
    if value != int(value):
        raise MistakeError(words.CELL_WHOLE.format(place=place, text=text))
    return int(value)


def _read(mistakes: list[str], read: Callable[[], Any]) -> Any:
    """What `read` gives; a mistake is noted and stands as 0 in a plan that is thrown away."""
    try:
        return read()
    except MistakeError as error:
        mistakes.append(str(error))
        return 0


def _source(text: str | None, place: str, mistakes: list[str]) -> str:
    if text is None:
        mistakes.append(words.SOURCE_MISSING.format(place=place))
    return text or ""


def _untouched(
    shown: pd.DataFrame, edited: pd.DataFrame, number: int, columns: tuple[str, ...]
) -> bool:
    old, new = cells(shown.iloc[[number]])[0], cells(edited.iloc[[number]])[0]
    return all(old[name] == new[name] for name in columns)
