"""A whole store as one SQLite file, from either database, and back into either."""

import os
import sqlite3
import tempfile
from collections.abc import Collection, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path

import sqlalchemy as sa

from data_access.office_tables import accounts, journal, sessions
from data_access.schema import changes, imports, metadata, plans
from data_access.store import Store
from data_access.store.bulk import insert_rows, read_batches
from data_access.store.engine import open_engine, snapshot, transaction
from data_access.store.errors import BackupError
from data_access.store.revision_rows import delete_all
from data_access.store.saving import last_change, note_change, now

DAILY = "kho-"


def backup(store: Store, path: Path) -> Mapping[str, int]:
    """Write the store as it is at one moment, while others may write, to one file; the rows of each table.

    The file appears whole or not at all, and an older one of that name is replaced.
    """
    engine = store.engine
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        copy = Path(folder) / "backup.sqlite"
        if engine.dialect.name == "sqlite":
            _copy_sqlite(engine.url.database, copy)
        else:
            _copy_rows_to_sqlite(engine, copy)
        with closing(sqlite3.connect(copy)) as written:
            written.execute("PRAGMA journal_mode=DELETE")
            with written:
                written.execute("DELETE FROM sessions")
            counts = {
                table.name: written.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0]
                for table in metadata.sorted_tables
            }
        os.replace(copy, path)
    return counts


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
    source: sa.Connection, destination: sa.Connection, kept: Collection[sa.Table] = (sessions,)
) -> Mapping[str, int]:
    """Copy every table but those `kept` as they are, parents first, in batches; the rows of each table."""
    counts = dict.fromkeys((table.name for table in metadata.sorted_tables), 0)
    for table in metadata.sorted_tables:
        if table in kept:
            continue
        columns = [column.name for column in table.columns]
        for rows in read_batches(source, sa.select(table)):
            insert_rows(destination, table, columns, rows)
            counts[table.name] += len(rows)
    return counts


def restore(
    store: Store, path: Path, force: bool = False, who: str | None = None
) -> Mapping[str, int]:
    """Put a backup into this store, in one transaction; the rows of each table that was put in.

    Accounts and the journal of this store stay where it has any (nobody comes back who was shut out, no deed is forgotten); only an
    empty store gets those of the backup. Nobody is signed in by a backup.

    Errors: `BackupError` if the file is no backup, if this store holds anything (unless `force`, which deletes it), or
    if the counts differ afterwards; `DatabaseNewerError` if a newer program wrote it. The store is then as it was.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = _opened_copy(path, Path(folder) / "backup.sqlite")
        try:
            with (
                snapshot(copy) as source,
                transaction(store.engine, actor=store.actor) as destination,
            ):
                return _replace(source, destination, path, force, who)
        finally:
            copy.dispose()


def _opened_copy(path: Path, copy: Path) -> sa.Engine:
    """The backup, checked, as a copy that may be brought to the newest version."""
    if not path.is_file():
        raise BackupError("backup_invalid", path=str(path), reason="missing")
    try:
        _copy_sqlite(path, copy)
        with closing(sqlite3.connect(copy)) as content:
            damage = content.execute("PRAGMA quick_check").fetchone()[0]
            content.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error as error:
        raise BackupError("backup_invalid", path=str(path), reason=str(error)) from error
    if damage != "ok":
        raise BackupError("backup_invalid", path=str(path), reason=damage)
    return open_engine(f"sqlite:///{copy}")


def _replace(
    source: sa.Connection, destination: sa.Connection, path: Path, force: bool, who: str | None
) -> Mapping[str, int]:
    held = {table.name: _count(destination, table) for table in (imports, plans)}
    if any(held.values()) and not force:
        raise BackupError("store_not_empty", **held)
    before = last_change(destination)
    delete_all(destination, kept=set())
    kept = {sessions, *(table for table in (accounts, journal) if _count(destination, table))}
    counts = _copy_rows(source, destination, kept)
    for table in set(metadata.sorted_tables) - kept:
        found = _count(destination, table)
        if found != counts[table.name]:
            raise BackupError(
                "backup_mismatch", table=table.name, expected=counts[table.name], found=found
            )
    _continue_numbers(destination, before)
    note_change(
        destination, "restore", who, path.name, {"rows": dict(counts), "before": before}, now()
    )
    return counts


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


def daily(store: Store, folder: Path, day: date, kept: int) -> Path | None:
    """The day's backup in this folder, made once, of which the newest `kept` stay; its path, None if it was there. Only files of this name are ever removed."""
    path = folder / f"{DAILY}{day:%Y-%m-%d}.sqlite"
    if path.exists():
        return None
    backup(store, path)
    store.note("backup", None, path.name)
    for old in sorted(folder.glob(f"{DAILY}[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9].sqlite"))[
        :-kept
    ]:
        old.unlink()
    return path
