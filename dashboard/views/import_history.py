"""What was stored before: imports and changes of units, with who, when and what became of them."""

from __future__ import annotations

import pandas as pd

from dashboard.views.plan import moment
from dashboard.writing import formats

OF_UNITS = {"units", "lineage", "unit_years", "unit_heads", "aliases"}
"""Tables that a change of units is stored in."""


def history(imports: pd.DataFrame, changes: pd.DataFrame) -> pd.DataFrame:
    """Imports, newest first: id, moment, who, file, rows, kind, state (in words, with who undid it last and why), sha256, undone, called (what was done: the note of what was typed on a screen, else the file)."""
    undoings = changes[changes["kind"] == "undo"].sort_values("id") if len(changes) else changes
    undone = {
        detail["import_id"]: (who, note)
        for who, note, detail in zip(
            undoings["who"], undoings["note"], undoings["detail"], strict=True
        )
    }
    return imports.assign(
        moment=[moment(at) for at in imports["at"]],
        kind=["minh họa" if one else "số liệu thật" for one in imports["illustrative"]],
        state=[
            _state(bool(gone), undone.get(number))
            for number, gone in zip(imports["id"], imports["undone"], strict=True)
        ],
        called=imports["note"].where(imports["note"].notna(), imports["file"]),
    )[["id", "moment", "who", "file", "rows", "kind", "state", "sha256", "undone", "called"]]


def _state(undone: bool, by: tuple[str, str] | None) -> str:
    if not undone:
        return "đang được tính"
    return "đã hoàn tác" if by is None else f"đã hoàn tác ({by[0]}: {by[1]})"


def import_label(number: int, file: object, at: str) -> str:
    """How an import is called in a list to choose from, by what was done: the note of a change, or the file."""
    return f"{number}: {'không có tệp' if formats.is_missing(file) else file}, {at}"


def unit_deeds(imports: pd.DataFrame, changes: pd.DataFrame) -> pd.DataFrame:
    """Imports that changed units, newest first: columns of `history`. In: the store's imports and changes."""
    of_units = {
        detail["import_id"]
        for kind, detail in zip(changes["kind"], changes["detail"])
        if kind == "import" and OF_UNITS & detail["rows"].keys() and "results" not in detail["rows"]
    }
    return history(imports[imports["id"].isin(of_units)], changes).reset_index(drop=True)


def real_imports(imports: pd.DataFrame) -> int:
    """How many imports are not sample data: what emptying the store would also lose."""
    return int((~imports["illustrative"].astype(bool)).sum())
