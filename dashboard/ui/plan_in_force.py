"""The plan by which the movement in view is read now."""

from __future__ import annotations

import hashlib
from pathlib import Path

import sample_data
from dashboard.plan import Plan, load_plan
from dashboard.ui.opened import last_change, movement, opened, plan_file
from dashboard.ui.own_cache import of_store
from dashboard.ui.this_run import asked_once
from data_access.store import MovementError

MOST_PRINTS = 16
_PRINTS: dict[int, tuple[Plan, str]] = {}
"""Plans are never changed; each is held with its print, so that its id is no other's."""


@asked_once
def plan() -> Plan:
    """The plan in force: DASHBOARD_PLAN (the first movement's), else the store's current version, else, of the first movement, the one shipped. Raises `MovementError` in a further one without a plan."""
    path = plan_file()
    if path:
        return _plan_file(path, Path(path).stat().st_mtime_ns)
    return _kept_plan(last_change())


@of_store(show_spinner=False, max_entries=4)
def _plan_file(path: str, changed: int) -> Plan:
    return load_plan(Path(path))


@of_store(show_spinner=False, max_entries=4)
def _kept_plan(change: int) -> Plan:
    kept = opened().current_plan()
    if kept is None and movement():
        raise MovementError("movement_without_plan", movement=movement())
    return load_plan(kept.body) if kept else load_plan(sample_data.PLAN)


def fingerprint(a_plan: Plan) -> str:
    """What tells two plans apart in a cache key; asked a dozen times a run, worked out once for each plan."""
    known = _PRINTS.get(id(a_plan))
    if known is None or known[0] is not a_plan:
        known = a_plan, hashlib.sha256(a_plan.model_dump_json().encode()).hexdigest()
        if len(_PRINTS) >= MOST_PRINTS:
            _PRINTS.clear()
        _PRINTS[id(a_plan)] = known
    return known[1]
