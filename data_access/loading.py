"""From files to the store: read, and save all or nothing per file."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from data_access.intake import Facts, read
from data_access.store import Import, Store

KNOWN_BY_INTAKE = {"units", "aliases", "unit_years"}
"""The tables that reading a file looks at; once they change, what is known is loaded anew."""


@dataclass(frozen=True)
class Loaded:
    """What became of one file: its problems, what was recognised, what would change (when only checked), the import (when stored), the rows read (when only checked)."""

    name: str
    problems: pd.DataFrame
    notes: pd.DataFrame
    changes: pd.DataFrame | None
    saved: Import | None
    tables: Mapping[str, pd.DataFrame] = field(default_factory=dict)

    @property
    def refused(self) -> bool:
        return bool((self.problems["severity"] == "error").any())


def facts_of(store: Store, plan: dict) -> Facts:
    """What the intake must know, from the store as it is now."""
    return Facts(plan=plan, units=store.load("units"), aliases=store.load("aliases"), unit_years=store.load("unit_years"))


def load_file(store: Store, plan: dict, name: str, content: bytes, *, who: str, check: bool = False, illustrative: bool = False, facts: Facts | None = None) -> Loaded:
    """Read one file and, unless `check` or an error stands, store it. The same file twice changes nothing."""
    reading = read(name, content, facts or facts_of(store, plan))
    if (reading.problems["severity"] == "error").any():
        return Loaded(name, reading.problems, reading.notes, None, None)
    if check:
        return Loaded(name, reading.problems, reading.notes, store.compare(reading.tables), None, reading.tables)
    saved = store.save(reading.tables, file=name, content=content, who=who, illustrative=illustrative)
    return Loaded(name, reading.problems, reading.notes, None, saved)


def load_files(store: Store, plan: dict, files: Iterable[tuple[Path, bool]], *, who: str, check: bool = False,
               progress: Callable[[int, str], None] = lambda done, name: None) -> list[Loaded]:
    """The files (path, illustrative) one after another, each seeing what the ones before it stored; `progress(done, name)` is called before each."""
    answers, facts = [], None
    for done, (path, illustrative) in enumerate(files):
        progress(done, path.name)
        facts = facts or facts_of(store, plan)
        answers.append(load_file(store, plan, path.name, path.read_bytes(), who=who, check=check, illustrative=illustrative, facts=facts))
        if answers[-1].saved and KNOWN_BY_INTAKE & answers[-1].saved.counts.keys():
            facts = None
    return answers
