"""Backups that are made without being asked for: before anything that replaces or empties a store. And what a backup holds."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import sqlalchemy as sa

from data_access import backup, restoring
from data_access.office_tables import accounts
from data_access.record_table import metadata
from data_access.schema import RECORDS, changes, imports, plans
from data_access.store import Store, backups_folder
from data_access.store.engine import snapshot
from data_access.store.errors import BackupError
from data_access.store.versions import open_engine

BEFORE = "truoc-"
KEPT = 30


class Contents(NamedTuple):
    """What a store holds: rows of each table, day and hour (UTC) of its last change, the first and last year with results."""

    rows: Mapping[str, int]
    changed: datetime | None
    years: tuple[int, int] | None


def holds_anything(store: Store) -> bool:
    """Whether anything was ever stored or anybody has an account; a store that was only just made holds nothing."""
    with snapshot(store.engine) as connection:
        return any(
            connection.execute(sa.select(table).limit(1)).first() is not None
            for table in (changes, imports, plans, accounts)
        )


def keep_before(store: Store, deed: str, at: datetime | None = None) -> Path | None:
    """A backup of the store before `deed` (restore, empty, plan), among its backups; None where there is nothing to lose.

    The newest 30 such files stay. Errors: `StoreError` (`backup_unmade`); then the deed must not be done.
    """
    if not holds_anything(store):
        return None
    moment = at or datetime.now(UTC)
    path = backups_folder(store.engine.url) / f"{BEFORE}{deed}-{moment:%Y%m%d-%H%M%S}.sqlite"
    try:
        backup.backup(store, path)
    except (OSError, BackupError) as error:
        raise BackupError("backup_unmade", path=str(path), reason=str(error)) from error
    store.note("backup", None, path.name)
    for old in sorted(path.parent.glob(f"{BEFORE}*-*.sqlite"), key=_written)[:-KEPT]:
        old.unlink()
    return path


def _written(path: Path) -> str:
    return path.stem[-15:]


def contents(engine: sa.Engine) -> Contents:
    """What the store in this database holds now."""
    results = RECORDS["results"].table
    with snapshot(engine) as connection:
        rows = {
            table.name: connection.execute(
                sa.select(sa.func.count()).select_from(table)
            ).scalar_one()
            for table in metadata.sorted_tables
        }
        changed = connection.execute(sa.select(sa.func.max(changes.c.at))).scalar_one()
        first, last = connection.execute(
            sa.select(sa.func.min(results.c.year), sa.func.max(results.c.year))
        ).one()
    return Contents(rows, changed, None if first is None else (first, last))


def contents_of_backup(path: Path) -> Contents:
    """What a backup would bring, read from a copy that is brought to today's tables; the file is left alone.

    Errors: `BackupError` where it is none or damaged, `DatabaseNewerError`.
    """
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "backup.sqlite"
        restoring.checked_copy(path, copy)
        engine = open_engine(f"sqlite:///{copy}")
        try:
            return contents(engine)
        finally:
            engine.dispose()
