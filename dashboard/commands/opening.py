"""What every command begins with: the store, the plan in force, the calculation; and rows as CSV or JSON."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd

import sample_data
from dashboard.assessment.standing import Records, Standing, assess
from dashboard.plan import Plan, clock, load_plan
from dashboard.wording import command_words as words
from dashboard.writing import formats
from data_access.store import Store, connect

Command = Callable[[str, Callable[[argparse.Namespace], int | None], str], argparse.ArgumentParser]
"""Adds a command: its name, what runs it, its help."""


class Refused(Exception):
    """A command that cannot do what was asked; the text says why."""


class WrongUse(Exception):
    """A command that was called without what it needs; the text says what."""


def store() -> Store:
    return connect(os.environ.get("DATABASE_URL")).acting(None, "command")


def plan_for(asked: argparse.Namespace, opened: Store) -> Plan:
    """The plan to work with: --plan, else DASHBOARD_PLAN, else the store's current one, else the one shipped."""
    path = asked.plan or os.environ.get("DASHBOARD_PLAN")
    if path:
        return load_plan(Path(path))
    kept = opened.current_plan()
    return load_plan(kept.body) if kept else load_plan(sample_data.PLAN)


def standing_for(asked: argparse.Namespace) -> Standing:
    opened = store()
    plan = plan_for(asked, opened)
    year = asked.year or plan.last_year
    if year not in plan.years:
        raise Refused(
            words.YEAR_OUTSIDE.format(year=year, first=plan.first_year, last=plan.last_year)
        )
    as_of = asked.as_of or clock.today()
    records = Records(**opened.load_records(as_of))
    _say_what_is_hidden(opened, records, year, as_of)
    return assess(plan, records, year, as_of)


def _say_what_is_hidden(opened: Store, records: Records, year: int, as_of: dt.date) -> None:
    """An answer without figures is told from a year without figures: on standard error, where all of a year's results came after the day."""
    if (
        not (records.results["year"] == year).any()
        and (opened.load("results")["year"] == year).any()
    ):
        print(words.ALL_LATER.format(year=year, as_of=formats.date(as_of)), file=sys.stderr)


def show(rows: pd.DataFrame, form: str) -> None:
    """Rows on standard output as CSV, or as a JSON list with null for what is missing."""
    if form == "json":
        records = rows.astype(object).where(rows.notna(), None).to_dict("records")
        json.dump(records, sys.stdout, ensure_ascii=False, indent=1, default=str)
        print()
    else:
        rows.to_csv(sys.stdout, index=False, lineterminator="\n")
