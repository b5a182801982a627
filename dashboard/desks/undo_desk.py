"""Taking back what was stored, and counting it again: by its name, with what that does in every year shown before the press."""

from __future__ import annotations

import streamlit as st

from dashboard.desks import foreseen_desk
from dashboard.ui import desk_parts, drafts, intake_store, page_parts, stored
from dashboard.views.units_words import problem
from dashboard.wording import intake_words as words


def decide(number: int, label: str, *, undone: bool, key: str) -> None:
    """The form that takes an import back (counts it again where it is `undone`): the first press shows what it does, the second does it."""
    page_parts.small(words.REDO_WORDS if undone else words.UNDO_WORDS)
    mark = f"{key}_change_{number}_{undone}"
    shown = st.session_state.get(f"_{mark}") == stored.last_change()
    form, reasoned = f"{key}_form_{number}_{undone}", f"{key}_why_{number}_{undone}"
    with drafts.form(form, {"why": reasoned}):
        name, reason = desk_parts.who(), desk_parts.why(reasoned, words.UNDO_HINT)
        pressed = st.form_submit_button(words.REDO if undone else words.UNDO, key=mark)
    if not pressed and not shown:
        return
    missing = [
        sentence
        for given, sentence in ((name, words.WHO_MISSING), (reason, words.WHY_MISSING))
        if not given
    ]
    if pressed and missing:
        desk_parts.note(words.NOT_DONE, missing, tone="bad")
    elif pressed and shown:
        if _is_done(number, label, name, reason, undone):
            drafts.forget(form)
            st.rerun()
    else:
        _show(number, label, undone, mark)


def _show(number: int, label: str, undone: bool, mark: str) -> None:
    with desk_parts.refusals():
        found = foreseen_desk.of_undo(number, not undone)
        if found.faults:
            lines = [problem(one.code, one.fields) for one in found.faults]
            return desk_parts.note(words.WOULD_LEAVE, lines, tone="bad")
        title = (words.WOULD_REDO if undone else words.WOULD_UNDO).format(label=label)
        foreseen_desk.show(found, title, key=f"{mark}_effects")
        st.session_state[f"_{mark}"] = found.change
    return None


def _is_done(number: int, label: str, name: str, reason: str, undone: bool) -> bool:
    """Do it, against what was shown; whether the store took it."""
    done = False
    with desk_parts.refusals():
        (intake_store.redo if undone else intake_store.undo)(
            number, name, reason, stored.last_change()
        )
        desk_parts.told((words.REDONE if undone else words.UNDONE).format(number=number), [label])
        done = True
    return done
