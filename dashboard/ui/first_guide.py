"""What there is to do in an empty store, step by step."""

from __future__ import annotations

import html

import streamlit as st

from dashboard.ui import page_parts, plan_store, stored
from dashboard.views import beginning
from dashboard.views import beginning_words as said


def guide(here: str) -> None:
    """The three steps to the first picture, for the secretariat and the keeper of an empty store; nothing once there are results, and for readers. In: the page, to which there is no link on itself."""
    if not any(map(stored.may, ("import", "change_plan"))) or stored.years_with_results():
        return
    made = beginning.steps(
        has_plan=plan_store.version_in_force() > 0 or plan_store.plan_file() is not None,
        units=len(stored.table_now("units")),
    )
    following = beginning.next_step(made)
    page_parts.heading(said.HEADING)
    st.html(f"<ol class='steps'>{''.join(_line(one, one is following) for one in made)}</ol>")
    if following.page != here:
        st.page_link(f"../pages/{following.page}.py", label=following.link)


def _line(one: beginning.Step, is_next: bool) -> str:
    state = said.DONE if one.is_done else said.NEXT if is_next else said.LATER
    mark = "✓ " if one.is_done else "→ " if is_next else ""
    return f"<li><b>{mark}{html.escape(one.title)}</b> ({state}). {html.escape(one.said)}</li>"
