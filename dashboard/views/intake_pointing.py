"""Pointing at heads and columns: what a person is shown to choose from, and what their choices mean. Plain frames and tuples in and out."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.plan import Plan
from dashboard.views import intake_pointing_words as words
from dashboard.views.plan import moment
from dashboard.writing import formats

UNREAD = frozenset(
    {
        "nothing_recognised", "sheet_unrecognised", "table_unrecognised", "column_unknown", "columns_alike", "head_unclear",
        "total_unclear", "unit_missing", "criterion_missing", "column_ignored", "total_is_sum", "total_of_others", "stage_unclear",
    }
)  # fmt: skip
"""Codes of problems that pointing may cure."""
ONCE = ("unit", "name", "criterion", "criterion_name", "year", "stage", "state", "submitted_on")
MOST_ROWS, MOST_COLUMNS = 30, 40


def needs_pointing(files: Sequence[Any]) -> bool:
    """Whether a file holds a table that is not understood."""
    return any(
        bool(set(one.problems["code"]) & UNREAD) and (one.refused or one.tables == {})
        for one in files
    )


def preview(rows: Sequence[Sequence[Any]], letters: Sequence[str]) -> pd.DataFrame:
    """The first rows of a sheet under Excel's letters, numbered from 1."""
    shown = [[_text(cell) for cell in row[:MOST_COLUMNS]] for row in rows[:MOST_ROWS]]
    frame = pd.DataFrame(shown, columns=list(letters)[: len(shown[0]) if shown else 0])
    frame.index = pd.RangeIndex(1, len(frame) + 1)
    return frame


def _text(cell: Any) -> str:
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return formats.number(cell, None)
    return formats.date(cell) if hasattr(cell, "month") else str(cell)


def editor(columns: Sequence[Any], letters: Sequence[str], plan: Plan) -> pd.DataFrame:
    """A line a column: place, header, examples, role, criterion, stage, the last three in words to choose from. In: `HeadColumn`s."""
    labels = criterion_labels(plan)
    lines = [
        {
            "place": letters[one.index],
            "header": one.header,
            "examples": " · ".join(map(_text, one.examples)),
            "role": words.ROLES[one.role],
            "criterion": labels.get(one.criterion, words.OF_ROWS),
            "stage": words.STAGES.get(one.stage, words.AS_FILE),
        }
        for one in columns
    ]
    return pd.DataFrame(lines, columns=list(words.COLUMNS))


def criterion_labels(plan: Plan) -> dict[str | None, str]:
    """Code → “Trang phục (CN1)”."""
    return {one.code: f"{one.label} ({one.code})" for one in plan.criteria}


def chosen(edited: pd.DataFrame, indices: Sequence[int], plan: Plan) -> list[tuple[Any, ...]]:
    """(index, role, criterion or None, stage or None) of every column that is read."""
    roles = {word: role for role, word in words.ROLES.items()}
    codes = {label: code for code, label in criterion_labels(plan).items()}
    stages = {word: stage for stage, word in words.STAGES.items()}
    told = [
        (index, roles[one.role], codes.get(one.criterion), stages.get(one.stage))
        for index, one in zip(indices, edited.itertuples(), strict=True)
    ]
    return [one for one in told if one[1] != "ignored"]


def mistakes(columns: Sequence[tuple[Any, ...]], letters: Sequence[str]) -> list[str]:
    """What must be pointed at otherwise, in sentences."""
    found = []
    if not any(role == "value" for _, role, *_ in columns):
        found.append(words.NO_VALUE.format(value=words.ROLES["value"]))
    for role in ONCE:
        places = [letters[index] for index, other, *_ in columns if other == role]
        if len(places) > 1:
            said = {"first": places[0], "second": places[1], "role": words.ROLES[role]}
            found.append(words.TWICE.format(**said))
    return found


def remembered(entered: pd.DataFrame, letters: Sequence[str]) -> pd.DataFrame:
    """The ways of reading that are remembered, newest first: id, head, columns (in words), who, moment, signature, body. In: rows of `shapes`."""
    newest = entered.drop_duplicates("signature", keep="last")
    kept = newest[newest["state"] == "remembered"].sort_values("id", ascending=False)
    return kept.assign(
        columns=[_columns_said(json.loads(body), letters) for body in kept["body"]],
        moment=[moment(at) for at in kept["at"]],
    ).reset_index(drop=True)


def _columns_said(body: Mapping[str, Any], letters: Sequence[str]) -> str:
    said = [
        f"{letters[index]} {words.ROLES[role]}"
        + (f" {criterion}" if criterion else "")
        + (f", {words.STAGES[stage]}" if stage else "")
        for index, role, criterion, stage in body["columns"]
    ]
    whole = [words.STAGES[body["stage"]]] if body["stage"] else []
    return "; ".join([*said, *whole])
