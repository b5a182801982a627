"""Copies of a store that tests may change."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path


def copied(url: str, path: Path) -> str:
    """The address of a SQLite file at `path` that holds what the SQLite store at `url` does."""
    with (
        closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as original,
        closing(sqlite3.connect(path)) as copy,
    ):
        original.backup(copy)
    return f"sqlite:///{path}"
