"""Stores that are made once for all workers of a run, and copies of them that tests may change."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from fasteners import InterProcessLock


def copied(url: str, path: Path) -> str:
    """The address of a SQLite file at `path` that holds what the SQLite store at `url` does."""
    with (
        closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as original,
        closing(sqlite3.connect(path)) as copy,
    ):
        original.backup(copy)
    return f"sqlite:///{path}"


def made_once(path: Path, make: Callable[[Path], None]) -> Path:
    """The file at `path`, made by the first worker that asks for it; the others wait and find it whole."""
    with InterProcessLock(path.with_suffix(".lock")):
        if not path.exists():
            unfinished = path.with_suffix(".unfinished")
            make(unfinished)
            os.replace(unfinished, path)
    return path
