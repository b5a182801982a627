"""A whole store as one SQLite file, from either database, and back into either."""

import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

import sqlalchemy as sa

from data_access import fingerprint
from data_access.office_tables import (
    drafts,
    reading_keys,
    sessions,
    sign_in_waits,
)
from data_access.record_table import metadata
from data_access.store import Store
from data_access.store.bulk import insert_rows, read_batches
from data_access.store.engine import OWN, OWN_FOLDER, snapshot, transaction
from data_access.store.errors import BackupError
from data_access.store.place import sqlite_file
from data_access.store.versions import open_engine

DAILY = "kho-"
UNFINISHED, LEFT_AFTER = (
    ".kho-dang-ghi-",
    600,
)  # a folder in which a backup is being written; seconds
OF_THE_MOMENT = (sessions, reading_keys, sign_in_waits, drafts)
"""Who is signed in or waits now, with which keys, and what is half typed: no backup's business."""


def backup(store: Store, path: Path) -> Mapping[str, int]:
    """Write the store as it is at one moment, while others may write, to one file that its owner alone reads; the rows of each table.

    The file appears whole and with its fingerprint or not at all, and an older one of that name is replaced. What a killed backup left is cleared away.
    Errors: `BackupError` `backup_failed`, `StoreError` of the store itself.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=OWN_FOLDER)
        _clear_left(path.parent)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=UNFINISHED) as folder:
            copy = Path(folder) / "backup.sqlite"
            counts = _written(store.engine, copy)
            copy.chmod(OWN)
            fingerprint.seal(copy)
            os.replace(copy, path)
            _keep_name(path.parent)
    except (OSError, sqlite3.Error) as error:
        raise BackupError("backup_failed", path=str(path), reason=str(error)) from error
    return counts


def _written(engine: sa.Engine, copy: Path) -> Mapping[str, int]:
    """The copy, without what is of the moment; the rows of each table."""
    if engine.dialect.name == "sqlite":
        with snapshot(engine):  # refuses a store whose file was taken away
            _copy_sqlite(sqlite_file(engine.url), copy)
    else:
        _copy_rows_to_sqlite(engine, copy)
    with closing(sqlite3.connect(copy)) as written:
        written.execute("PRAGMA journal_mode=DELETE")
        with written:
            for table in OF_THE_MOMENT:
                written.execute(f"DELETE FROM {table.name}")
        written.execute("VACUUM")  # deleted rows stay in the file otherwise
        return {
            table.name: written.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0]
            for table in metadata.sorted_tables
        }


def _clear_left(folder: Path) -> None:
    """Remove what killed backups left: folders of ours in which nothing was written for a while."""
    for left in folder.glob(f"{UNFINISHED}*"):
        newest = max(one.stat().st_mtime for one in (left, *left.iterdir()))
        if time.time() - newest > LEFT_AFTER:
            shutil.rmtree(left, ignore_errors=True)


def _keep_name(folder: Path) -> None:
    """Let the disk have the new name too; Windows has no such call for folders."""
    if os.name == "posix":
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _copy_sqlite(source: str | Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as original, closing(sqlite3.connect(target)) as copy:
        original.backup(copy)


def _copy_rows_to_sqlite(engine: sa.Engine, target: Path) -> None:
    copy = open_engine(f"sqlite:///{target}")
    try:
        with snapshot(engine) as source, transaction(copy) as destination:
            copy_rows(source, destination)
    finally:
        copy.dispose()


def copy_rows(
    source: sa.Connection,
    destination: sa.Connection,
    kept: Collection[sa.Table] = OF_THE_MOMENT,
    checked: Callable[[sa.Table, Sequence], None] = lambda table, rows: None,
) -> Mapping[str, int]:
    """Copy every table but those `kept` as they are, parents first, in batches, each `checked`; the rows of each table."""
    counts = dict.fromkeys((table.name for table in metadata.sorted_tables), 0)
    for table in metadata.sorted_tables:
        if table in kept:
            continue
        columns = [column.name for column in table.columns]
        for rows in read_batches(source, sa.select(table)):
            checked(table, rows)
            insert_rows(destination, table, columns, rows)
            counts[table.name] += len(rows)
    return counts


def daily_path(folder: Path, day: date) -> Path:
    """The file of a day's backup in a folder."""
    return folder / f"{DAILY}{day:%Y-%m-%d}.sqlite"


def daily(store: Store, folder: Path, day: date, kept: int) -> Path | None:
    """The day's backup in this folder, made once, of which the newest `kept` stay; its path, None if it was there. Only files of this name are ever removed."""
    path = daily_path(folder, day)
    if path.exists():
        return None
    backup(store, path)
    store.note("backup", None, path.name)
    days = f"{DAILY}[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9].sqlite"
    for old in sorted(folder.glob(days))[:-kept]:
        if old != path:  # a clock set back: the others bear later days
            old.unlink()
    return path
