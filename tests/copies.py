"""Copies of a store that tests may change."""

from __future__ import annotations

from pathlib import Path

from data_access.backup import backup, restore
from data_access.store import connect


def copied(url: str, path: Path) -> str:
    """The address of a SQLite file at `path` that holds what the store at `url` does."""
    copy = f"sqlite:///{path}"
    with connect(url) as source, connect(copy) as store:
        backup(source, path.with_suffix(".bak"))
        restore(store, path.with_suffix(".bak"))
    return copy
