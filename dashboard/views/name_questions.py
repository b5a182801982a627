"""Names in files that nobody knows yet, as questions to a person: what is asked, what may be answered."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd
import tomli_w

from dashboard.plan import Plan, load_plan

UNIT_CODES, CRITERION_CODES = (
    ("unit_unknown", "unit_ambiguous"),
    ("criterion_unknown", "criterion_ambiguous", "column_unknown"),
)


class Question(NamedTuple):
    """What does `text` mean? `what` is unit or criterion; `near` are codes that look like it, best first; `place` file and cell where it stands first."""

    what: str
    text: str
    near: tuple[str, ...]
    file: str
    cell: str | None


def questions(problems: pd.DataFrame) -> list[Question]:
    """Each unknown name once, in the order of the files. In: problems of readings (file, cell, code, fields)."""
    asked: dict[tuple[str, str], Question] = {}
    for one in problems.itertuples():
        what = (
            "unit"
            if one.code in UNIT_CODES
            else "criterion"
            if one.code in CRITERION_CODES
            else None
        )
        if what is None:
            continue
        text = str(one.fields.get("text") or one.fields.get("header"))
        near = tuple(candidate[what] for candidate in one.fields["candidates"])
        asked.setdefault(
            (what, text),
            Question(what, text, near, one.file, None if pd.isna(one.cell) else one.cell),
        )
    return list(asked.values())


def with_names(plan: Plan, names: dict[str, str]) -> str:
    """The plan as TOML with more ways of writing its criteria (text → criterion), so that files read them from now on. Raises `PlanError`."""
    raw: dict[str, Any] = plan.model_dump(exclude_none=True, exclude_defaults=True)
    for one in raw["criteria"]:
        added = [
            text
            for text, code in names.items()
            if code == one["code"] and text not in one.get("aliases", ())
        ]
        if added:
            one["aliases"] = [*one.get("aliases", ()), *added]
    text = tomli_w.dumps(raw)
    load_plan(text)
    return text
