"""The figures of all years, worked out by a process of its own after a change of data (`working_ahead`) and left beside the store.

What it leaves bears everything that went into it in its name: the store and its last change, the plan, the day, every file of the program and the libraries that reckon and draw.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import logging
import platform
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd
import plotly
import pyarrow as pa
import scipy

from dashboard.assessment.kept_years import (
    read_province,
    seen_print,
    written_province,
    written_year,
)
from dashboard.assessment.province_renewed import renewed
from dashboard.assessment.seen_by_year import Province
from dashboard.assessment.standing import Records, of_year, province
from dashboard.plan import Plan
from dashboard.writing.nouns import speaking
from data_access import figures_folder
from data_access.store import Store

ROOT = Path(__file__).resolve().parents[2]
SHARED, MOMENT, PRINTS, ANSWERS = "shared", "moment", "prints", "answers"
"""Names of parts: what all years share; the number of the change of which it is, and the day; by what each year was worked out; the sign that what pages show of them is there too (`answers_ahead`)."""
LOG = logging.getLogger("dashboard.figures")


class Asked(NamedTuple):
    """Whose figures: the movement ('' for the first one), the plan in force as JSON, the day (ISO); `published`: the editions that readers have, not the figures as they are."""

    movement: str
    plan: str
    as_of: str
    published: bool = False


def program_print() -> str:
    """What tells this program from every other version of it: its files, and the libraries that reckon and draw."""
    found = hashlib.sha256(platform.python_version().encode())
    for library in (np, pd, scipy, pa, plotly):
        found.update(f"{library.__name__} {library.__version__}\n".encode())
    for room in ("dashboard", "data_access"):
        for path in sorted((ROOT / room).rglob("*")):
            if path.suffix in (".py", ".toml", ".tsv"):
                found.update(f"{path.relative_to(ROOT)}\n".encode() + path.read_bytes())
    return found.hexdigest()


PROGRAM = program_print()
"""Of the files as they were when this process began: one that runs on after an upgrade keeps its own."""


def name_of(store: Store, change: int, plan_print: str, as_of: dt.date) -> str:
    """How the names of the figures begin that are worked out from this change of the store, by this plan (SHA-256 of its JSON), on this day, by this program."""
    changes = store.changes()
    told = [store.name, change, plan_print, as_of.isoformat(), PROGRAM]
    told += [
        f"{one.id} {one.at.isoformat()} {one.kind}"
        for one in changes[changes["id"] <= change].itertuples()
    ]
    return f"{figures_folder.beginning(store)}-{hashlib.sha256(json.dumps(told).encode()).hexdigest()[:40]}"


def part(name: str, which: int | str) -> str:
    """The name of one year, or of what all of them share."""
    return f"{name}-{which}"


def work_out(
    store: Store, plan: Plan, as_of: dt.date, meanwhile: Callable[[], None] | None = None
) -> None:
    """Every year with results, the newest first, and what they share, said with the plan's nouns; years that are there already stay, those that see nothing of what changed are taken over. `meanwhile` is done as soon as the newest one is there. Errors: `OSError`, `StoreError`."""
    folder = figures_folder.prepared(figures_folder.folder_of(store))
    with speaking(plan.nouns.spoken):
        change, whole = province_now(store, plan, as_of)
        name = leave(folder, change, whole, store)
        _keep_years(whole, folder, name, meanwhile)
    figures_folder.let_go(store, name)


def leave(folder: Path, change: int, whole: Province, store: Store) -> str:
    """Leave what all years share after a change; how the names of its figures begin. Errors: `OSError`, `StoreError`."""
    name = name_of(store, change, plan_print(whole.plan), whole.as_of)
    figures_folder.keep(folder, part(name, SHARED), written_province(whole))
    moment = json.dumps([change, whole.as_of.isoformat()])
    figures_folder.keep(folder, part(name, MOMENT), moment.encode())
    return name


def province_now(store: Store, plan: Plan, as_of: dt.date) -> tuple[int, Province]:
    """The number of the last change and what all years share after it: worked out of the years alone that were touched since it was last left beside the store, today or on an earlier day, else of everything. Errors: `StoreError`."""
    known = left(store, plan, as_of)
    if known is None:
        change, records, _ = store.load_for_seal((), as_of)
        return change, province(plan, Records(**records), as_of)
    touched = store.load_touched(known[0], known[1].as_of, as_of)
    records = Records(**touched.records)
    if touched.years is None:
        return touched.change, province(plan, records, as_of)
    return touched.change, renewed(known[1], records, touched.years, as_of)


def left(store: Store, plan: Plan, as_of: dt.date) -> tuple[int, Province] | None:
    """The newest change, and of it the newest day until `as_of`, of which it was left what all years share, by the same plan and program and after the same changes, and that."""
    folder, printed = figures_folder.folder_of(store), plan_print(plan)
    told = figures_folder.names(folder, figures_folder.beginning(store), f"-{MOMENT}")
    found = [(json.loads(figures_folder.kept(folder, one) or b"null"), one) for one in told]
    for (change, of), one in sorted((pair for pair in found if pair[0]), reverse=True):
        name, day = one.removesuffix(f"-{MOMENT}"), dt.date.fromisoformat(of)
        is_of_it = day <= as_of and name_of(store, change, printed, day) == name
        content = figures_folder.kept(folder, part(name, SHARED)) if is_of_it else None
        if content is None:
            continue
        try:
            return change, read_province(content, plan, day)
        except (ValueError, KeyError):
            LOG.exception("figures not read, worked out anew: %s", name)
    return None


def _keep_years(
    whole: Province, folder: Path, name: str, meanwhile: Callable[[], None] | None = None
) -> None:
    prints: dict[int, str] = {}
    for year in reversed(whole.years["year"].tolist()):
        if year in whole.plan.years and not figures_folder.is_there(folder, part(name, year)):
            prints[year] = year_print(whole, year)
            content = unchanged(folder, name, year, prints[year])
            content = content or written_year(of_year(whole, year))
            figures_folder.keep(folder, part(name, year), content)
            figures_folder.keep(folder, part(name, PRINTS), json.dumps(prints).encode())
        if meanwhile is not None:
            meanwhile()
            meanwhile = None


def year_print(whole: Province, year: int) -> str:
    """What tells whether a year is as this program has worked it out before."""
    return hashlib.sha256(f"{PROGRAM} {seen_print(whole, year)}".encode()).hexdigest()


def earlier(folder: Path, name: str) -> list[str]:
    """The names of the figures of the same store of which it is told what their years were worked out of, as far as they are there."""
    told = figures_folder.names(folder, name.partition("-")[0], f"-{PRINTS}")
    return [one.removesuffix(f"-{PRINTS}") for one in told]


def unchanged(folder: Path, name: str, year: int, own: str) -> bytes | None:
    """The year as it was worked out for another change, by the same of everything that it sees (`own`: its print); None where there is none, or it is damaged."""
    for one in earlier(folder, name):
        prints = json.loads(figures_folder.kept(folder, part(one, PRINTS)) or b"{}")
        if prints.get(str(year)) == own:
            content = figures_folder.kept(folder, part(one, year))
            if content is not None:
                return content
    return None


def plan_print(plan: Plan) -> str:
    """What tells two plans apart."""
    return hashlib.sha256(plan.model_dump_json().encode()).hexdigest()
