"""What people type is kept by the server until it is sent: a reload, a wrong press, a cut line lose nothing.

A form's fields reach a page only when it is sent; a part beside it tells them while they are typed, and runs nothing else. Drafts are
of one person and one form, in the memory of this server: they end with it, at the latest a day after the last letter.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import streamlit as st

from dashboard.ui.opened import person, store_name

LASTS, MOST, LONGEST = 86_400, 500, 20_000  # seconds; drafts on a server; letters of one
_DRAFTS: dict[tuple[str, str, str], tuple[float, dict[str, str]]] = {}

_KEEPER = st.components.v2.component(
    "draft",
    html="<span hidden></span>",
    js=(Path(__file__).parent / "drafts.js").read_text("utf-8"),
)


@contextmanager
def form(key: str, fields: Mapping[str, str]) -> Iterator[None]:
    """A form whose typed fields are kept. `fields`: a lasting name → the key of the field now; a field whose key is new begins with its draft."""
    for name, value in draft(key).items():
        if name in fields and fields[name] not in st.session_state:
            st.session_state[fields[name]] = value
    with st.form(key, border=False, enter_to_submit=False):
        yield
    _keep(key, dict(fields))


@st.fragment
def _keep(key: str, fields: dict[str, str]) -> None:
    typed = _KEEPER(key=f"{key}_draft", data={"fields": fields}, on_typed_change=_noted).typed
    if isinstance(typed, dict):
        keep(key, {name: str(typed[name])[:LONGEST] for name in fields if typed.get(name)})


def _noted() -> None:
    """What was typed needs no work of its own: the run that it starts reads it."""


def draft(key: str) -> dict[str, str]:
    """What this person typed into a form and has not sent."""
    kept_at, fields = _DRAFTS.get(_owned(key), (0.0, {}))
    return dict(fields) if kept_at + LASTS > time.time() else {}


def keep(key: str, fields: dict[str, str]) -> None:
    """Keep what is typed; the oldest drafts make room."""
    _DRAFTS.pop(_owned(key), None)
    _DRAFTS[_owned(key)] = time.time(), fields
    while len(_DRAFTS) > MOST:
        _DRAFTS.pop(next(iter(_DRAFTS)))


def forget(key: str) -> None:
    """The form was sent."""
    _DRAFTS.pop(_owned(key), None)


def _owned(key: str) -> tuple[str, str, str]:
    who = person()
    return store_name(), (who.account or "") if who else "", key
