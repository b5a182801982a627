"""From files to the store: read, and save all or nothing per file."""
from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from data_access.intake import Facts, read


@dataclass(frozen=True)
class Loaded:
    """What became of one file: its problems, what would change or changed, and the import if one was made."""

    name: str
    problems: pd.DataFrame
    notes: pd.DataFrame
    changes: pd.DataFrame
    saved: object | None

    @property
    def refused(self) -> bool:
        return bool((self.problems["severity"] == "error").any())


def facts_of(store, plan: dict) -> Facts:
    """What the intake must know, from the store as it is now."""
    return Facts(plan=plan, units=store.load("units"), aliases=store.load("aliases"), unit_years=store.load("unit_years"))


def load_file(store, plan: dict, name: str, content: bytes, *, who: str, check: bool = False, illustrative: bool = False) -> Loaded:
    """Read one file and, unless `check` or an error stands, store it. The same file twice changes nothing."""
    reading = read(name, content, facts_of(store, plan))
    changes = store.compare(reading.tables)
    refused = bool((reading.problems["severity"] == "error").any())
    saved = None
    if not refused and not check:
        saved = store.save(reading.tables, file=name, content=content, who=who, illustrative=illustrative)
    return Loaded(name, reading.problems, reading.notes, changes, saved)


def load_files(store, plan: dict, paths: Iterable[Path], *, who: str, check: bool = False, illustrative: Callable[[Path], bool] = lambda path: False,
               progress: Callable[[int, str], None] = lambda done, name: None) -> list[Loaded]:
    """The files one after another, each seeing what the ones before it stored; `progress(done, name)` is called before each."""
    answers = []
    for done, path in enumerate(paths):
        progress(done, path.name)
        answers.append(load_file(store, plan, path.name, path.read_bytes(), who=who, check=check, illustrative=illustrative(path)))
    return answers
