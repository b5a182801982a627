"""What is kept of a store is kept for its movement, and can be let go of for it alone."""

from __future__ import annotations

import streamlit as st

from dashboard.ui import own_cache
from dashboard.ui.own_cache import of_store

ASKED: list[tuple[str, int]] = []


@of_store(show_spinner=False, max_entries=2)
def made(number: int) -> int:
    ASKED.append((own_cache.movement(), number))
    return number


def test_what_is_kept_of_one_movement_is_let_go_of_and_no_other_loses_anything(monkeypatch):
    st.cache_resource.clear()
    ASKED.clear()
    for movement in ("", "xanh", ""):
        monkeypatch.setattr(own_cache, "movement", lambda movement=movement: movement)
        assert made(1) == made(1) == 1
    made.let_go()
    assert made(1) == 1
    monkeypatch.setattr(own_cache, "movement", lambda: "xanh")
    assert made(1) == 1
    assert ASKED == [("", 1), ("xanh", 1), ("", 1)]
