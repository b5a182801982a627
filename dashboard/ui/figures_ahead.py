"""What a process of its own has worked out (`serving.working_ahead`): begun here after a change of data, read here when somebody asks."""

from __future__ import annotations

import atexit
import datetime as dt
import json
import logging
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import TypeVar

import pandas as pd

from dashboard.assessment.kept_years import read_province, read_year
from dashboard.assessment.seen_by_year import Province
from dashboard.assessment.standing import Standing
from dashboard.plan import Plan
from dashboard.serving import kept_answers, kept_editions
from dashboard.serving.kept_editions import Kept
from dashboard.serving.published_now import edition_place, table_place
from dashboard.serving.weights import Weighed
from dashboard.serving.years_ahead import (
    ANSWERS,
    ROOT,
    SHARED,
    Asked,
    earlier,
    part,
    unchanged,
    year_print,
)
from data_access import figures_folder
from data_access.store import Store

Found = TypeVar("Found")
LOG = logging.getLogger("dashboard.figures")
Work = tuple[str, bool]
"""A store by its name, and whether it is about what is published or about the figures as they are."""
_RUNNING: dict[Work, subprocess.Popen[bytes]] = {}
_ONE_AT_A_TIME = threading.Lock()


def province_kept(store: Store, name: str, plan: Plan, as_of: dt.date) -> Province | None:
    """What all years share, as it was worked out; None where it is not there as a whole."""
    return _read(store, part(name, SHARED), lambda content: read_province(content, plan, as_of))


def year_kept(store: Store, name: str, known: Province, year: int) -> Standing | None:
    """One year, as it was worked out; None where it is not there as a whole."""
    return _read(store, part(name, year), lambda content: read_year(content, known, year))


def year_unchanged(store: Store, name: str, known: Province, year: int) -> Standing | None:
    """One year, as it was worked out before a change of which it sees nothing; None where there is none."""
    folder = figures_folder.folder_of(store)
    if not earlier(folder, name):
        return None
    content = unchanged(folder, name, year, year_print(known, year))
    return _made(content, name, lambda found: read_year(found, known, year))


def answer_kept(store: Store, name: str, place: str) -> Weighed | None:
    """What a view answers, as it was made (`view_keys.place_of`); None where it is not there as a whole."""
    return _read(store, part(name, place), kept_answers.read)


def edition_kept(store: Store, name: str, number: int) -> Kept | None:
    """An edition as it was opened, without its tables; None where it is not there as a whole."""
    return _read(store, part(name, edition_place(number)), kept_editions.read)


def table_kept(store: Store, name: str, number: int | None, table: str) -> pd.DataFrame | None:
    """One of its tables; None where it is not there as a whole."""
    return _read(store, part(name, table_place(number, table)), kept_editions.read_table)


def _read(store: Store, name: str, reading: Callable[[bytes], Found]) -> Found | None:
    return _made(figures_folder.kept(figures_folder.folder_of(store), name), name, reading)


def _made(content: bytes | None, name: str, reading: Callable[[bytes], Found]) -> Found | None:
    if content is None:
        return None
    try:
        return reading(content)
    except (ValueError, KeyError):
        LOG.exception("figures not read, worked out anew: %s", name)
        return None


def is_done(store: Store, name: str, years: list[int]) -> bool:
    """Whether the process has nothing more to do: these years are kept, and what pages show of them."""
    return has_answers(store, name) and are_there(store, name, years)


def has_answers(store: Store, name: str) -> bool:
    """Whether everything that pages show is kept under this name."""
    return figures_folder.is_there(figures_folder.folder_of(store), part(name, ANSWERS))


def are_there(store: Store, name: str, years: list[int]) -> bool:
    """Whether all of these years are kept, with what they share."""
    folder = figures_folder.folder_of(store)
    return all(figures_folder.is_there(folder, part(name, one)) for one in (*years, SHARED))


def worked_out(
    store: Store, movement: str, plan: Plan, as_of: dt.date, *, published: bool = False
) -> bool:
    """Have all years worked out by a process of its own, or what readers are shown of what is `published`, and wait for it; whether it has done so. One that is still at an earlier change of this store is ended."""
    asked = Asked(movement, plan.model_dump_json(), as_of.isoformat(), published)
    work = store.name, published
    try:
        process = _begun(work, json.dumps(asked._asdict()).encode())
    except OSError as error:
        LOG.warning("no process for the figures, they are worked out here: %s", error)
        return False
    _, said = process.communicate()
    told = said.decode(errors="replace").strip()[-2000:]
    if process.returncode == 0:
        if told:
            LOG.warning("working ahead: %s", told)
        return True
    if _RUNNING.get(work) is not process:
        return True  # ended for the sake of a later change, which is being worked out
    LOG.warning("figures not worked out ahead (%s): %s", process.returncode, told)
    return False


def _begun(work: Work, asked: bytes) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "dashboard.serving.working_ahead"]
    with _ONE_AT_A_TIME:
        end(work)
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        _RUNNING[work] = process
    if process.stdin is not None:
        process.stdin.write(asked)
        process.stdin.close()
        process.stdin = None
    return process


def end(work: Work) -> None:
    """End the process that is at this work, if any is."""
    before = _RUNNING.pop(work, None)
    if before is not None and before.poll() is None:
        before.terminate()


def _end_all() -> None:
    for work in list(_RUNNING):
        end(work)


atexit.register(_end_all)
