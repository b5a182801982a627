"""A backup back into a store: checked first, brought to today's tables, then all at once or not at all."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Mapping
from contextlib import closing
from functools import partial
from pathlib import Path

import sqlalchemy as sa

from data_access import fingerprint
from data_access.backup import OF_THE_MOMENT, copy_rows
from data_access.backup_values import check_rows, foreign_parts
from data_access.movements import is_code
from data_access.office_tables import accounts, journal, movement_rights, movements, persons
from data_access.record_table import metadata
from data_access.schema import changes, imports, plans
from data_access.store import Store
from data_access.store.bulk import insert_rows, read_batches
from data_access.store.change_rows import last_change, note_change, now
from data_access.store.engine import snapshot, transaction
from data_access.store.errors import BackupError
from data_access.store.person_codes import merge
from data_access.store.place import movement_of
from data_access.store.revision_rows import delete_all
from data_access.store.versions import open_engine

SEALED_SINCE = "0006"  # the version of the store since which every backup has a fingerprint


def restore(
    store: Store, path: Path, force: bool = False, who: str | None = None
) -> Mapping[str, int]:
    """Put a backup into this store, in one transaction; the rows of each table that was put in.

    Accounts and the journal of this store stay where it has any (nobody comes back who was shut out, no deed is forgotten); only an
    empty store gets those of the backup. Nobody is signed in by a backup. Of further movements those come that are not known here; rights in
    them come with the accounts. The store of a further movement takes neither accounts nor movements from a backup: those of the first one count.

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
    before, is_further = last_change(destination), bool(movement_of(destination.engine.url))
    delete_all(destination, kept=set())
    kept = _kept(destination)
    try:
        entered = 0 if is_further else _merge_movements(source, destination, path)
        counts = copy_rows(source, destination, kept, partial(check_rows, path))
        people = _merge_persons(source, destination, path)
    except (ValueError, TypeError) as error:  # a date or a JSON that cannot be read at all
        raise BackupError("backup_invalid", path=str(path), reason=str(error)) from error
    for table in set(metadata.sorted_tables) - kept:
        found = _count(destination, table)
        if found != counts[table.name]:
            raise BackupError(
                "backup_mismatch", table=table.name, expected=counts[table.name], found=found
            )
    counts = {**counts, persons.name: people, movements.name: entered}
    _continue_numbers(destination, before)
    note_change(destination, "restore", who, path.name, {"rows": counts, "before": before}, now())
    return counts


def _kept(destination: sa.Connection) -> set[sa.Table]:
    """The tables that a backup does not bring here, or not by copying."""
    kept = {*OF_THE_MOMENT, persons, movements}
    if movement_of(destination.engine.url) or _count(destination, accounts):
        kept |= {accounts, movement_rights}
    return kept | ({journal} if _count(destination, journal) else set())


def _merge_movements(source: sa.Connection, destination: sa.Connection, path: Path) -> int:
    """Movements of the backup that are not known here; how many came."""
    here = set(destination.execute(sa.select(movements.c.code)).scalars())
    rows = [row for some in read_batches(source, sa.select(movements)) for row in some]
    check_rows(path, movements, rows)
    strange = next((row[0] for row in rows if not is_code(row[0])), None)
    if strange is not None:  # the code is part of a file's name
        told = {"table": movements.name, "column": "code", "value": repr(strange)[:60]}
        raise BackupError("backup_value", path=str(path), **told)
    new = [row for row in rows if row[0] not in here]
    insert_rows(destination, movements, [column.name for column in movements.columns], new)
    return len(new)


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
