"""What readers of editions are shown, made ahead by a process of its own once something is published (`serving.editions_ahead`): begun here, found here."""

from __future__ import annotations

import threading

from dashboard.plan import clock
from dashboard.serving import published_now
from dashboard.serving.movement_in_view import bound
from dashboard.ui import figures_ahead
from dashboard.ui.opened import last_change, last_deed, movement, opened
from dashboard.ui.own_cache import of_store
from dashboard.ui.plan_in_force import fingerprint, plan


def name() -> str:
    """How the names of the answers begin that are made of what is published now; '' where nothing is."""
    return _name(last_deed(), last_change(), fingerprint(plan()))


@of_store(show_spinner=False, max_entries=2)
def _name(deed: str, change: int, plan_print: str) -> str:
    store = opened()
    now = published_now.published_now(store, plan(), store.newest("publications"), _beside(change))
    return published_now.name_of(store, now) if now.editions else ""


@of_store(show_spinner=False, max_entries=2)
def _beside(change: int) -> str:
    return published_now.print_of(published_now.tables_beside(opened()))


def have_made() -> None:
    """Have everything made that is not there, unless it is being made: in the background, nobody waits for it."""
    if own := name():
        _making(own, last_change())


@of_store(show_spinner=False, max_entries=2)
def _making(name: str, change: int) -> threading.Thread:
    """Kept by the change too: one that comes in between ends the making, and who looks next has it taken up again."""
    making = threading.Thread(target=bound(lambda: _made(name)), name="made ahead", daemon=True)
    making.start()
    return making


def _made(name: str) -> None:
    if not figures_ahead.has_answers(opened(), name):
        figures_ahead.worked_out(opened(), movement(), plan(), clock.today(), published=True)
