"""Reads a plan from TOML and checks it whole."""

from __future__ import annotations

from pathlib import Path

from dashboard.plan.checks import plan_text, read_checked
from dashboard.plan.model import Plan


def load_plan(source: str | Path) -> Plan:
    """The plan in a TOML file (Path) or text (str), checked.

    Raises `PlanError`, whose `.sentences` name every mistake in Vietnamese with the key it stands at.
    """
    return read_checked(plan_text(source) if isinstance(source, Path) else source)
