"""Imports for the screens: check files, store them, look back, undo, begin afresh."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.ui import stored
from dashboard.ui.own_cache import of_store
from dashboard.wording.problem_sentences import named
from data_access import figures_folder, loading
from data_access.intake.head_lines import Names
from data_access.intake.pointing import sheets_to_point_at
from data_access.intake.shapes import Shape, body_of_shape
from data_access.intake.sheets import Sheet
from data_access.store import KeptFile

OPENED = "_intake_opened"


def imports() -> pd.DataFrame:
    """Every import, newest first: id, at (UTC), who, file, sha256, illustrative, note, rows, undone."""
    stored.require("see_imports")
    return _imports(stored.last_change())


@of_store(show_spinner=False, max_entries=2)
def _imports(change: int) -> pd.DataFrame:
    return stored.store().imports()


def changes() -> pd.DataFrame:
    """Everything that was done to the store, newest first: id, at (UTC), who, kind, note, detail (dict)."""
    stored.require("see_imports")
    return _changes(stored.last_change())


@of_store(show_spinner=False, max_entries=2)
def _changes(change: int) -> pd.DataFrame:
    return stored.store().changes()


def checked(
    files: Sequence[loading.Given],
    progress: loading.Progress,
    confirmed: Collection[tuple[str, str]],
    tried: Sequence[Shape] = (),
) -> list[loading.Loaded]:
    """What files say and would change, in the order given; nothing is stored. Problems name their criterion. `confirmed`: (file, code) of the
    questions answered with yes; `tried`: ways of reading pointed out here."""
    found = loading.check_files(
        stored.store(), stored.plan().as_data(), files, progress, confirmed, tried
    )
    return [replace(one, problems=named(one.problems, stored.plan())) for one in found]


def save_files(
    files: Sequence[loading.Given],
    who: str,
    seen: int,
    progress: loading.Progress,
    confirmed: Collection[tuple[str, str]],
    tried: Sequence[Shape] = (),
) -> list[loading.Loaded]:
    """Read files once more and store them, all or nothing for each, if the store has not moved since the change `seen`."""
    plan = stored.plan().as_data()
    return loading.load_files(
        stored.store(),
        plan,
        files,
        who=who,
        seen=seen,
        progress=progress,
        confirmed=confirmed,
        tried=tried,
    )


def sheets_of(upload: str, given: loading.Given) -> list[Sheet]:
    """The sheets of an uploaded file, opened once while it is the one looked at."""
    kept = st.session_state.get(OPENED)
    if kept is None or kept[0] != upload:
        kept = st.session_state[OPENED] = (upload, sheets_to_point_at(given.name, given.content))
    return kept[1]


def names_of_heads() -> Names:
    """The names that heads may hold."""
    return loading.facts_of(stored.store(), stored.plan().as_data()).names


def shapes() -> pd.DataFrame:
    """Every way of reading that was ever remembered or put away: id, at (UTC), who, signature, head, body, state."""
    stored.require("import")
    return stored.store().entered("shapes")


def keep_shape(shape: Shape, head: str, who: str) -> None:
    """Remember a way of reading for every file of its shape."""
    row = {"signature": shape.signature, "head": head, "body": body_of_shape(shape)}
    stored.store().enter("shapes", who=who, state="remembered", **row)


def forget_shape(one: Mapping[str, Any], who: str) -> None:
    """Put a remembered way of reading away. In: its row of `shapes`."""
    row = {name: one[name] for name in ("signature", "head", "body")}
    stored.store().enter("shapes", who=who, state="forgotten", **row)


def undo(import_id: int, who: str, why: str, seen: int) -> None:
    """Let an import count no longer. `seen`: the number of the last change when it was looked at what this does."""
    stored.store().undo(import_id, who=who, why=why, seen=seen)


def redo(import_id: int, who: str, why: str, seen: int) -> None:
    """Let an undone import count again. `seen`: as in `undo`."""
    stored.store().redo(import_id, who=who, why=why, seen=seen)


def kept_file(sha256: str) -> KeptFile:
    """A file as it was imported."""
    return stored.store().file(sha256)


def empty(who: str, why: str) -> None:
    """Delete every figure, import and kept file for real use, with a backup first; the plan's versions stay."""
    stored.require("empty")
    stored.keep_before("empty")
    stored.store().empty(keep_plan=True, who=who, why=why)
    figures_folder.let_go(stored.store())
