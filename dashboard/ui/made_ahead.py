"""Begins, when a page has been drawn, what nobody is to wait for later: after a change of data the other years, after a publication what its readers are shown."""

from __future__ import annotations

import datetime as dt
import threading

import streamlit as st

from dashboard.plan import clock
from dashboard.serving.movement_in_view import bound
from dashboard.ui import every_year, frozen_editions, published_ahead
from dashboard.ui.edition_rows import edition_in_view
from dashboard.ui.opened import last_change, opened, sight
from dashboard.ui.own_cache import of_store
from dashboard.ui.plan_in_force import fingerprint, plan


def begin() -> None:
    """In the background: for the desk all years of the figures as they are; for it and who reads editions what these show. A unit sees itself alone."""
    if not st.runtime.exists():
        return
    now = sight()
    if now.all:
        every_live_year(last_change(), fingerprint(plan()), clock.today())
    if now.unit is None and _is_large(every=now.all):
        published_ahead.have_made()


@of_store(show_spinner=False, max_entries=2)
def every_live_year(change: int, plan_print: str, as_of: dt.date) -> threading.Thread:
    """Begun once for each of these."""
    ahead = threading.Thread(
        target=bound(lambda: every_year.work_out_all(change, plan_print, as_of, plan())),
        name="work ahead",
        daemon=True,
    )
    ahead.start()
    return ahead


def _is_large(*, every: bool) -> bool:
    """Whether a process of its own spares readers more than it costs, by the figures in view."""
    if every:
        own = plan()
        live = every_year.live(last_change(), fingerprint(own), clock.today(), own)
        return len(live.whole.rows) >= every_year.FEWEST
    edition = edition_in_view()
    shown = frozen_editions.of(edition, opened()).standing if edition else None
    return shown is not None and len(shown.chosen) >= every_year.FEWEST
