"""A whole store as one SQLite file, from either database, and back into either."""

import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path

import sqlalchemy as sa

from data_access import fingerprint
from data_access.backup_values import check_rows, foreign_parts
from data_access.office_tables import (
    accounts,
    drafts,
    journal,
    persons,
    reading_keys,
    sessions,
    sign_in_waits,
)
from data_access.schema import changes, imports, metadata, plans
from data_access.store import Store
from data_access.store.bulk import insert_rows, read_batches
from data_access.store.engine import OWN, OWN_FOLDER, snapshot, transaction
from data_access.store.errors import BackupError
from data_access.store.person_codes import merge
from data_access.store.place import sqlite_file
from data_access.store.revision_rows import delete_all
from data_access.store.saving import last_change, note_change, now
from data_access.store.versions import open_engine

DAILY = "kho-"
UNFINISHED, LEFT_AFTER = (
    ".kho-dang-ghi-",
    600,
)  # a folder in which a backup is being written; seconds
SEALED_SINCE = "0006"  # the version of the store since which every backup has a fingerprint
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
            _copy_rows(source, destination)
    finally:
        copy.dispose()


def _copy_rows(
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


def restore(
    store: Store, path: Path, force: bool = False, who: str | None = None
) -> Mapping[str, int]:
    """Put a backup into this store, in one transaction; the rows of each table that was put in.

    Accounts and the journal of this store stay where it has any (nobody comes back who was shut out, no deed is forgotten); only an
    empty store gets those of the backup. Nobody is signed in by a backup.

    Errors: `BackupError` if the file is no backup, was changed since it was made or holds a value that no import would take, if this store holds anything (unless `force`, which deletes it), or
    if the counts differ afterwards; `DatabaseNewerError` if a newer program wrote it. The store is then as it was.
    """
    with tempfile.TemporaryDirectory() as folder:
        checked_copy(path, Path(folder) / "backup.sqlite")
        copy = open_engine(f"sqlite:///{Path(folder) / 'backup.sqlite'}")
        try:
            with (
                snapshot(copy) as source,
                transaction(store.engine, actor=store.actor) as destination,
            ):
                return _replace(source, destination, path, force, who)
        finally:
            copy.dispose()


def checked_copy(path: Path, copy: Path) -> None:
    """Copy a backup, checked, so that the copy may be brought to the newest version. Errors: `BackupError` `backup_invalid`."""
    if not path.is_file():
        raise BackupError("backup_invalid", path=str(path), reason="missing")
    sealed = fingerprint.holds(path)
    if sealed is False:
        raise BackupError("backup_damaged", path=str(path))
    shutil.copyfile(path, copy)
    os.truncate(copy, fingerprint.content_size(path))
    try:
        with closing(sqlite3.connect(copy)) as content:
            damage = content.execute("PRAGMA integrity_check").fetchone()[0]
            version = content.execute("SELECT version_num FROM alembic_version").fetchone()
            strange = foreign_parts(content) if damage == "ok" else damage
    except sqlite3.Error as error:
        raise BackupError("backup_invalid", path=str(path), reason=str(error)) from error
    if strange:
        raise BackupError("backup_invalid", path=str(path), reason=strange)
    if sealed is None and str(version[0] if version else "") >= SEALED_SINCE:
        raise BackupError("backup_damaged", path=str(path))


def _replace(
    source: sa.Connection, destination: sa.Connection, path: Path, force: bool, who: str | None
) -> Mapping[str, int]:
    held = {table.name: _count(destination, table) for table in (imports, plans)}
    if any(held.values()) and not force:
        raise BackupError("store_not_empty", **held)
    before = last_change(destination)
    delete_all(destination, kept=set())
    kept = {
        *OF_THE_MOMENT,
        persons,
        *(table for table in (accounts, journal) if _count(destination, table)),
    }
    try:
        counts = _copy_rows(source, destination, kept, partial(check_rows, path))
        people = _merge_persons(source, destination, path)
    except (ValueError, TypeError) as error:  # a date or a JSON that cannot be read at all
        raise BackupError("backup_invalid", path=str(path), reason=str(error)) from error
    for table in set(metadata.sorted_tables) - kept:
        found = _count(destination, table)
        if found != counts[table.name]:
            raise BackupError(
                "backup_mismatch", table=table.name, expected=counts[table.name], found=found
            )
    counts = {**counts, persons.name: people}
    _continue_numbers(destination, before)
    note_change(destination, "restore", who, path.name, {"rows": counts, "before": before}, now())
    return counts


def _merge_persons(source: sa.Connection, destination: sa.Connection, path: Path) -> int:
    """Names come back with a backup, but never one that was destroyed here; how many came."""
    for rows in read_batches(source, sa.select(persons)):
        check_rows(path, persons, rows)
    return merge(destination, source.execute(sa.select(persons)).mappings().all())


def _count(connection: sa.Connection, table: sa.Table) -> int:
    return connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()


def _continue_numbers(connection: sa.Connection, before: int) -> None:
    """Numbers given from now on are higher than any given before, here or in the backup: caches rely on it."""
    if connection.dialect.name == "sqlite":
        return
    for table in metadata.sorted_tables:
        if "id" in table.c:
            highest = sa.select(sa.func.coalesce(sa.func.max(table.c.id), 0)).scalar_subquery()
            at_least = before if table is changes else 0
            connection.execute(
                sa.select(
                    sa.func.setval(
                        sa.func.pg_get_serial_sequence(table.name, "id"),
                        sa.func.greatest(highest, at_least, 1),
                    )
                )
            )


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
