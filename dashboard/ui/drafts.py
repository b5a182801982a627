"""What people type is kept in the store until it is sent: a reload, a wrong press, a cut line, another server lose nothing.

A form's fields reach a page only when it is sent; a part beside it tells them while they are typed, and runs nothing else. Drafts are
of one person and one form, with whom it is about in its key (`data_access.unsent` says how long).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pandas as pd
import streamlit as st

from dashboard.ui import desk_parts
from dashboard.ui import frame_words as words
from dashboard.ui.opened import store
from dashboard.views import edited_cells

_KEEPER = st.components.v2.component(
    "draft",
    html="<span hidden></span>",
    js=(Path(__file__).parent / "drafts.js").read_text("utf-8"),
)


@contextmanager
def form(key: str, fields: Mapping[str, str]) -> Iterator[None]:
    """A form whose typed fields are kept. `fields`: a lasting name → the key of the field now; a field whose key is new begins with its draft."""
    back = take_up(key, fields)
    with st.form(key, border=False, enter_to_submit=False):
        if back:
            st.html(f"<p class='small'>{words.DRAFT_BACK}</p>")
        yield
    keep_typed(key, dict(fields))


def take_up(key: str, fields: Mapping[str, str]) -> bool:
    """Let fields that are new on the page begin with what was typed into them before; whether anything was."""
    new = {name: field for name, field in fields.items() if field not in st.session_state}
    typed = {name: text for name, text in (draft(key) if new else {}).items() if name in new}
    for name, text in typed.items():
        st.session_state[new[name]] = text
    return bool(typed)


@st.fragment
def keep_typed(key: str, fields: dict[str, str]) -> None:
    """The part that keeps fields while they are typed; it stands below them."""
    typed = _KEEPER(key=f"{key}_draft", data={"fields": fields}, on_typed_change=_noted).typed
    if isinstance(typed, dict) and typed != st.session_state.get(f"{key}_kept"):
        st.session_state[f"{key}_kept"] = typed
        keep(key, {name: str(typed[name]) for name in fields if typed.get(name)})


def _noted() -> None:
    """What was typed needs no work of its own: the run that it starts reads it."""


def table(key: str, name: str, shown: pd.DataFrame, *, by: str) -> pd.DataFrame:
    """A table to edit as it was left, rows told apart by their column `by`; edits that others' work has overtaken are told."""
    kept = draft(key).get(name)
    if kept is None:
        return shown
    laid = edited_cells.with_edits(shown, json.loads(kept), by)
    desk_parts.note(words.DRAFT_BACK)
    if laid.left:
        lines = [words.DRAFT_LEFT_LINE.format(row=row, value=value) for row, value in laid.left]
        desk_parts.note(words.DRAFT_LEFT, lines, tone="bad")
    return laid.table


def keep_tables(
    key: str, tables: Mapping[str, tuple[pd.DataFrame, pd.DataFrame]], *, by: str
) -> None:
    """Keep what differs in tables being edited. `tables`: name → as the store has it, as it is edited."""
    edits = {name: edited_cells.edits(*both, by) for name, both in tables.items()}
    now = {
        name: json.dumps(made, ensure_ascii=False)
        for name, made in edits.items()
        if any(made.values())
    }
    if st.session_state.get(f"{key}_kept", {}) != now:
        st.session_state[f"{key}_kept"] = now
        keep(key, now)


def draft(key: str) -> dict[str, str]:
    """What this person typed into a form and has not sent."""
    return dict(store().draft(key))


def begun(start: str) -> list[str]:
    """The forms with such a beginning that this person has begun, the oldest first."""
    return list(store().drafts_begun(start))


def keep(key: str, fields: Mapping[str, str]) -> None:
    """Keep what is typed; where the store cannot, that is said."""
    with desk_parts.refusals():
        store().keep_draft(key, fields)


def forget(key: str) -> None:
    """The form was sent. What its fields held then is not kept anew, though the browser still tells it."""
    store().forget_draft(key)
