"""What commands on figures begin with: the plan in force, the calculation; and rows as CSV or JSON."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import sys
from pathlib import Path
from typing import NamedTuple

import pandas as pd

import sample_data
from dashboard.access.edition import Edition, in_words
from dashboard.assessment.standing import Records, Standing, assess
from dashboard.commands.calling import Refused, movement
from dashboard.commands.opened_stores import store
from dashboard.exports.plain_cells import harmless
from dashboard.meeting import sealing, seals
from dashboard.plan import Plan, clock, load_plan
from dashboard.wording import command_words as words
from dashboard.wording import edition_words, proof_words
from dashboard.writing import formats, nouns
from data_access.store import MovementError, Store


def plan_for(asked: argparse.Namespace, opened: Store) -> Plan:
    """The plan to work with: --plan, else DASHBOARD_PLAN (the first movement's), else the store's current one, else the one shipped. From here on the command speaks in its nouns."""
    found = _plan_for(asked, opened)
    nouns.speak(found.nouns.spoken)
    return found


def _plan_for(asked: argparse.Namespace, opened: Store) -> Plan:
    path = asked.plan or (None if movement() else os.environ.get("DASHBOARD_PLAN"))
    if path:
        return load_plan(Path(path))
    return plan_in_force(opened)


def plan_in_force(opened: Store) -> Plan:
    """The store's current plan, else, of the first movement, the one shipped. Raises `MovementError` for another one without a plan."""
    kept = opened.current_plan()
    if kept is None and opened.movement:
        raise MovementError("movement_without_plan", movement=opened.movement)
    return load_plan(kept.body) if kept else load_plan(sample_data.PLAN)


class Read(NamedTuple):
    """A standing and the edition that it is; None: the figures as they are."""

    standing: Standing
    edition: Edition | None


def standing_for(asked: argparse.Namespace) -> Read:
    """What a command was asked to show: an edition, else the figures as they are. Raises `Refused`, `SealError`."""
    opened = store()
    if asked.edition:
        return _edition(opened, asked.edition)
    plan = plan_for(asked, opened)
    year = year_known(plan, asked.year or plan.last_year)
    as_of = asked.as_of or clock.today()
    records = Records(**opened.load_records(as_of))
    _say_what_is_hidden(opened, records, year, as_of)
    print(edition_words.LIVE_LINE.format(as_of=formats.date(as_of)), file=sys.stderr)
    return Read(assess(plan, records, year, as_of), None)


def year_known(plan: Plan, year: int) -> int:
    """The year, which must be one of the plan. Raises `Refused`."""
    if year not in plan.years:
        said = {"year": year, "first": plan.first_year, "last": plan.last_year}
        raise Refused(words.YEAR_OUTSIDE.format(**said))
    return year


def verified(opened: Store) -> int:
    """Say whether everything kept is what was written: 0 where it is, 1 where it is not."""
    proof = opened.prove()
    print(*proof_words.lines(proof), sep="\n", file=sys.stderr if proof.faults else sys.stdout)
    return 1 if proof.faults else 0


def _edition(opened: Store, number: int) -> Read:
    """An edition as it was sealed; which one is said on standard error, where it does not stand in the way of the rows."""
    kept = opened.load_seal(number)
    own = next(one for one in sealing.editions(opened) if one.number == number)
    print(in_words(own), file=sys.stderr)
    return Read(seals.edition_kept(kept.content, kept.fingerprint, number), own)


def _say_what_is_hidden(opened: Store, records: Records, year: int, as_of: dt.date) -> None:
    """An answer without figures is told from a year without figures: on standard error, where all of a year's results came after the day."""
    if (
        not (records.results["year"] == year).any()
        and (opened.load("results")["year"] == year).any()
    ):
        print(words.ALL_LATER.format(year=year, as_of=formats.date(as_of)), file=sys.stderr)


def show(rows: pd.DataFrame, form: str, out: Path | None = None) -> None:
    """Rows as CSV (texts that a spreadsheet would run begin with an apostrophe), or as a JSON list with null for what is missing; on standard output or into a file."""
    if form == "json":
        records = rows.astype(object).where(rows.notna(), None).to_dict("records")
        text = json.dumps(records, ensure_ascii=False, indent=1, default=str) + "\n"
    else:
        plain = rows.map(lambda value: harmless(value) if isinstance(value, str) else value)
        text = plain.to_csv(index=False, lineterminator="\n")
    written(text, out, "utf-8-sig" if form == "csv" else "utf-8")


def written(text: str, out: Path | None, encoding: str = "utf-8") -> None:
    """The text on standard output, or in the file `out` (CSV with the mark by which Excel knows UTF-8)."""
    if out is None:
        print(text, end="")
        return
    out.write_text(text, encoding=encoding, newline="\n")
    print(words.WRITTEN.format(file=out))
