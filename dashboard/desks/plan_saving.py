"""One way to a new version of the plan: its differences, what it would do in every year, who and why; saved against what was shown."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboard.desks import foreseen_desk
from dashboard.plan import Plan
from dashboard.ui import desk_parts, plan_store, stored
from dashboard.views import foreseen_words
from dashboard.views import plan_words as words
from dashboard.views.plan_changes import changed


def nothing() -> None:
    """What there is to do after a plan was saved, unless somebody says otherwise."""


def decide(
    new: Plan, body: str, *, key: str, example: str, saved: Callable[[], None] = nothing
) -> None:
    """Everything that a plan (`new`, written as `body`) would change, and the button that makes it a version. `saved` is done after that."""
    differences = changed(stored.plan(), new)
    if not differences and body == plan_store.body_of(plan_store.version_in_force()):
        return desk_parts.note(words.NOTHING_CHANGED)
    desk_parts.note(words.WOULD_CHANGE if differences else words.ONLY_LAYOUT, differences)
    found = foreseen_desk.of_plan(new)
    foreseen_desk.show(found, words.CONSEQUENCES, key=f"{key}_effects")
    last_shown = st.session_state.get(f"_{key}_shown")
    now = st.session_state[f"_{key}_shown"] = (stored.fingerprint(new), found.change)
    st.download_button(
        words.TAKE,
        body,
        f"{new.code}.toml",
        "text/plain",
        key=f"{key}_toml",
        on_click="ignore",
        type="tertiary",
    )
    name, reason = desk_parts.who(), desk_parts.why(f"{key}_why", example)
    if not st.button(words.SAVE, type="primary", key=f"{key}_save"):
        return None
    if last_shown != now:
        return desk_parts.note(foreseen_words.LOOK_AGAIN, tone="bad")
    missing = [
        sentence
        for given, sentence in ((name, words.WHO_MISSING), (reason, words.WHY_MISSING))
        if not given
    ]
    if missing:
        return desk_parts.note(words.NOT_SAVED, missing, tone="bad")
    with desk_parts.refusals():
        version = plan_store.save_plan(body, name, reason, found.change)
        saved()
        desk_parts.told(words.SAVED.format(version=version), differences)
        st.rerun()
    return None
