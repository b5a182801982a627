"""Which of the shared choices a page uses: the others are not in sight there."""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st

from dashboard.ui.linked_choice import SHOWN
from dashboard.ui.unit_choice import PARAMETER

ANY = "_any_choice"
YEAR, BLOCK, KIND, BOUNDARIES = KEYS = "nam", "khoi", "loai", "ranh_gioi"
OF_UNITS = (YEAR, BLOCK, KIND)
USES: dict[str, tuple[str, ...]] = {
    "overview": OF_UNITS,
    "trends": KEYS,
    "ranking": OF_UNITS,
    "lagging": OF_UNITS,
    "profile": KEYS,
    "satisfaction": OF_UNITS,
    "indices": (),
    "examples": OF_UNITS,
    "meeting": (),
    "deck": (),
    "intake": (),
    "reports": (),
    "appraisal": OF_UNITS,
    "units": OF_UNITS,
    "filings": OF_UNITS,
    "plan": (),
    "own": (YEAR,),
    "accounts": (),
    "journal": (),
    "method": OF_UNITS,
}
"""Page by the name of its file → the choices that change what it shows."""


def used(page: str) -> Collection[str]:
    """The choices that the page uses as it stands: a unit's profile has no use for the block once the unit is chosen, nor for the boundaries before."""
    if page != "profile":
        return USES.get(page, ())
    return (YEAR, BOUNDARIES) if st.query_params.get(PARAMETER) else OF_UNITS


def any_used() -> bool:
    """Whether the page of this run uses a choice at all."""
    return bool(st.session_state.get(ANY))


def hide_unused(page: str) -> None:
    """Take what the page does not use out of sight. It is drawn all the same: a choice that is not drawn forgets, and so does the link."""
    hidden = [key for key in KEYS if key not in used(page)]
    st.session_state[ANY] = len(hidden) < len(KEYS)
    rules = (
        [f".st-key-{key}{SHOWN}" for key in hidden]
        if len(hidden) < len(KEYS)
        else ["[data-testid=stLayoutWrapper]:has(> .st-key-choices)"]
    )
    if hidden:
        st.html(f"<style>{', '.join(rules)} {{ display: none; }}</style>")
