"""From the edited tables back to a plan, or what to put right.

Cells hold text as people write it (80 · 0,5 · 85%); a cell that was not touched keeps its exact value, however it was rounded for reading.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd
import tomli_w

from dashboard.plan import Plan, load_plan
from dashboard.plan.checks import PlanError
from dashboard.views import plan_cell_words as cell_words
from dashboard.views import plan_words as words
from dashboard.views.edited_targets import put_limits, put_targets
from dashboard.views.limit_words import LIMITS
from dashboard.views.plan_cells import MistakeError, Names, cell_of, names_of, value_of
from dashboard.views.plan_tables import (
    LISTS,
    SINGLES,
    cells,
    fields_of,
    label_of,
    model_of,
    parts_of,
    singles,
    tables,
)
from dashboard.writing.nouns import worded

KEYS = {"reports": "year"}
"""The column without which a row is none; else `code`."""


def edited_plan(plan: Plan, edited: Mapping[str, pd.DataFrame]) -> Plan:
    """The plan with the edited tables (all of its sections or some) in it, checked whole.

    Raises `PlanError` with one sentence a mistake; nothing of a plan with a mistake is usable.
    """
    mistakes: list[str] = []
    shown = tables(plan)
    raw = plan.model_dump(exclude_none=True, exclude_defaults=True)
    if "targets" in edited:  # before the milestones, whose codes may change
        put_targets(plan, raw, shown["targets"], edited["targets"], mistakes)
    names = _names(plan, edited)
    for section in (one for one in (*SINGLES, *LISTS) if one in edited):
        put = _put_singles if section in SINGLES else _put_list
        put(plan, raw, section, (shown[section], edited[section]), names, mistakes)
    if "limits" in edited:
        put_limits(plan, raw, shown["limits"], edited["limits"], mistakes)
    if mistakes:
        raise PlanError(mistakes)
    try:
        return load_plan(tomli_w.dumps(raw))
    except PlanError as error:
        raise PlanError([in_words(one) for one in error.sentences]) from error


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
        return f"{label} {worded(LIMITS)[field].label}: {rest}"
    fields = [
        words.KEYS.get(one) or words.PARTS.get(one, "").lower() for one in field.split(".") if one
    ]
    return f"{', '.join([f'{label} {code}'.strip(), *(one for one in fields if one)])}: {rest}"


def _names(plan: Plan, edited: Mapping[str, pd.DataFrame]) -> Names:
    """Names of the plan's lists, those just written among them."""
    found = {part: dict(known) for part, known in names_of(plan).items()}
    for part in (one for one in found if one in edited):
        for row in cells(edited[part]):
            if row["code"] and row["name"]:
                found[part][row["code"]] = row["name"]
    return found


def _put_list(
    plan: Plan,
    raw: dict,
    section: str,
    frames: tuple[pd.DataFrame, pd.DataFrame],
    names: Names,
    mistakes: list[str],
) -> None:
    """The rows of a list: those that stay with what was touched, new ones, none whose key is blank."""
    key, held = KEYS.get(section, "code"), raw
    for step in LISTS[section][:-1]:
        held = held.get(step, {})
    old, made = list(held.get(LISTS[section][-1], ())), []
    shown, edited = (cells(one) for one in frames)
    for number, row in enumerate(edited):
        place = f"{words.SECTIONS[section]}, dòng {number + 1}"
        if row[key] is not None:
            was = shown[number] if number < len(shown) else dict.fromkeys(row)
            part = dict(old[number]) if number < len(old) else {}
            made.append(_row(section, part, (was, row), names, place, mistakes))
        elif number >= len(old) and any(row.values()):
            mistakes.append(cell_words.KEY_MISSING.format(place=place, key=words.key(section, key)))
    if made or parts_of(plan, section):
        _at(raw, LISTS[section][:-1])[LISTS[section][-1]] = made


def _row(
    section: str,
    part: dict,
    rows: tuple[dict[str, str | None], dict[str, str | None]],
    names: Names,
    place: str,
    mistakes: list[str],
) -> dict:
    """A part of a list with the cells of its row that were touched."""
    (was, row), model = rows, model_of(section)
    for name in (one for one in fields_of(model) if row[one] != was[one]):
        part.pop(name, None)
        text = row[name]
        if text is not None:
            where = f"{place}, {words.key(section, name)}"
            _set(part, name, model, text, names, where, mistakes)
    return part


def _put_singles(
    plan: Plan,
    raw: dict,
    section: str,
    frames: tuple[pd.DataFrame, pd.DataFrame],
    names: Names,
    mistakes: list[str],
) -> None:
    """Single values; a part all of whose values are blank is none."""
    shown, edited = (cells(one) for one in frames)
    rows = zip(singles(section), shown, edited, strict=True)
    for (part, model, name), was, row in rows:
        if was["value"] == row["value"]:
            continue
        held = _at(raw, (part,) if part else ())
        held.pop(name, None)
        if row["value"] is not None:
            _set(held, name, model, row["value"], names, label_of(part, name), mistakes)
    for part in (one for one in SINGLES[section] if one in raw):
        if not any(row["value"] for (own, *_), row in zip(singles(section), edited) if own == part):
            raw.pop(part)


def _at(raw: dict, path: tuple[str, ...]) -> dict:
    for step in path:
        raw = raw.setdefault(step, {})
    return raw


def _set(
    part: dict, name: str, model: Any, text: str, names: Names, place: str, mistakes: list[str]
) -> None:
    try:
        part[name] = value_of(cell_of(model, name), text, names, place)
    except MistakeError as error:
        mistakes.append(str(error))
