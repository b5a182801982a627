"""Which movement a tab shows: settled at its first run and never changed after, so nothing of one movement is ever seen, typed or sent in another."""

from __future__ import annotations

import contextvars
from collections.abc import Callable
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashboard.access.in_movement import person_in
from dashboard.access.permissions import HERE, Person
from dashboard.serving import persons
from data_access import movements, sign_in_sessions
from data_access.store import Store

HELD = "_movement"  # the key in a tab's state; no widget bears it, so no browser can set it
BOUND: contextvars.ContextVar[str | None] = contextvars.ContextVar("movement bound", default=None)
"""What stands in for the tab where work is done outside of its runs: in a thread, for a file made on demand."""


def code() -> str:
    """The code of the further movement in view; '' for the first one, and wherever there is no tab."""
    bound = BOUND.get()
    if bound is not None:
        return bound
    return str(st.session_state.get(HELD, "")) if get_script_run_ctx() else ""


def of_tab(state: Any) -> str:
    """The same of a tab that is not running now, by its state."""
    return str(state[HELD]) if HELD in state else ""


def bound(deed: Callable[[], None]) -> Callable[[], None]:
    """The deed as it may be given to a thread: it goes on in the movement in which it was begun."""
    here = code()

    def done() -> None:
        BOUND.set(here)  # a thread has a context of its own
        deed()

    return done


def person_of(home: Store, known: sign_in_sessions.Account | None, movement: str) -> Person | None:
    """Somebody with an account as they are in a movement ('': the first one); None where they are nobody, and in one that is unknown or closed."""
    person = persons.of_account(known)
    if person is None or known is None or not movement:
        return person
    right = movements.right_in(home, movement, known.id)
    return None if right is None else person_in(person, right.roles, right.unit)


def person_at(
    home: Store, known: sign_in_sessions.Account | None, is_here: bool, movement: str
) -> Person | None:
    """The person of this run in a movement ('': the first one): of this account, or who sits at the machine (`persons.is_here`); None where nobody is signed in, or they are nobody there."""
    if not is_here:
        return person_of(home, known, movement)
    return HERE if not movement or movements.right_in(home, movement, None) else None
