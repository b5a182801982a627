"""The versions of the plan, for the screens that show and change it."""

from __future__ import annotations

import os
from pathlib import Path

import pandas as pd
import streamlit as st

import sample_data
from dashboard.plan import Plan, load_plan
from dashboard.ui.opened import last_change, opened, store


def plan_file() -> str | None:
    """The file that the plan comes from, if the server names one: such a plan is not changed on screen."""
    path = os.environ.get("DASHBOARD_PLAN")
    return Path(path).name if path else None


def shipped_plan() -> Plan:
    """The plan that comes with the program."""
    return load_plan(sample_data.PLAN)


def plan_versions() -> pd.DataFrame:
    """Every version of the plan, newest first: version, at (UTC), who, why, body."""
    return _plan_versions(last_change())


@st.cache_resource(show_spinner=False, max_entries=2)
def _plan_versions(change: int) -> pd.DataFrame:
    return opened().plan_versions()


def save_plan(text: str, who: str, why: str) -> int:
    """Store a checked plan as a new version, and give its number; every screen follows."""
    return store().save_plan(text, who=who, why=why)
