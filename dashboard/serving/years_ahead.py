"""The figures of all years, worked out by a process of its own after a change of data (`working_ahead`) and left beside the store.

What it leaves bears everything that went into it in its name: the store and its last change, the plan, the day, every file of the program and the libraries that reckon and draw.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import platform
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd
import plotly
import pyarrow as pa
import scipy

from dashboard.assessment.kept_years import seen_print, written_province, written_year
from dashboard.assessment.seen_by_year import Province
from dashboard.assessment.standing import Records, of_year, province
from dashboard.plan import Plan
from dashboard.writing.nouns import speaking
from data_access import figures_folder
from data_access.store import Store

ROOT = Path(__file__).resolve().parents[2]
SHARED, PRINTS, ANSWERS = "shared", "prints", "answers"
"""Names of parts: what all years share; by what each year was worked out; the sign that what pages show of them is there too (`answers_ahead`)."""


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
    change, records, _ = store.load_for_seal((), as_of)
    folder = figures_folder.prepared(figures_folder.folder_of(store))
    name = name_of(store, change, plan_print(plan), as_of)
    with speaking(plan.nouns.spoken):
        _keep_all(province(plan, Records(**records), as_of), folder, name, meanwhile)
    figures_folder.let_go(store, name)


def _keep_all(
    whole: Province, folder: Path, name: str, meanwhile: Callable[[], None] | None = None
) -> None:
    figures_folder.keep(folder, part(name, SHARED), written_province(whole))
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
