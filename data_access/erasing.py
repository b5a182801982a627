"""A person erased: from accounts, journal and entered rows, and from every backup of the store's folder."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Collection
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import sqlalchemy as sa

from data_access import fingerprint
from data_access.backup import UNFINISHED
from data_access.keepers import has_keeper
from data_access.meeting_tables import CODED, ENTERED
from data_access.office_tables import (
    accounts,
    drafts,
    journal,
    persons,
    reading_keys,
    sessions,
    sign_in_waits,
)
from data_access.old_names import code_old_names
from data_access.store import Store, backups_folder
from data_access.store.change_rows import note_change, now
from data_access.store.engine import OWN, snapshot, transaction
from data_access.store.errors import AccountError
from data_access.store.person_codes import names_and_codes, personal_columns


class Erased(NamedTuple):
    """What an erasure did: how many names were destroyed, in which backups, the backups in which they still stand, and how many old names got their code first (`old_names`)."""

    names: int
    cleaned: list[Path]
    still: list[Path]
    coded: int = 0


def erase(store: Store, name: str) -> Erased:
    """Destroy the names of a person and their account; what they did stands under a code that leads nowhere. In a store of before there were codes all names get theirs first.

    Errors: `AccountError` `person_unknown`, `account_last_keeper`, `names_chain`.
    """
    coded = code_old_names(store)
    with transaction(store.engine, actor=store.actor) as connection:
        names, codes = names_and_codes(connection, name)
        if store.engine.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA secure_delete = ON")
        kept = has_keeper(connection)
        numbers = sa.select(accounts.c.id).where(accounts.c.name.in_(names))
        for table in (sessions, reading_keys):
            connection.execute(sa.delete(table).where(table.c.account_id.in_(numbers)))
        connection.execute(sa.delete(sign_in_waits).where(sign_in_waits.c.account.in_(names)))
        connection.execute(sa.delete(drafts).where(drafts.c.account.in_(names)))
        connection.execute(sa.delete(accounts).where(accounts.c.name.in_(names)))
        if kept and not has_keeper(connection):
            raise AccountError("account_last_keeper", name=name)
        connection.execute(
            sa.update(persons).where(persons.c.name.in_(names)).values(name=None, erased_at=now())
        )
        note_change(connection, "person.erase", None, None, {"persons": sorted(codes)}, now())
    _leave_no_trace(store.engine)
    backups = sorted(backups_folder(store.engine.url).glob("*.sqlite"))
    cleaned = [path for path in backups if _erased_in(path, names)]
    still = [path for path in backups if path not in cleaned]
    return Erased(len(names), cleaned, still, coded.names if coded else 0)


def erase_idle(store: Store, days: int) -> list[Erased]:
    """Erase everybody who has no account in use and of whom nothing was written for so many days."""
    since, done = datetime.now(UTC).replace(tzinfo=None) - timedelta(days=days), []
    while (name := _idle(store, since)) is not None:
        done.append(erase(store, name))
    return done


def _idle(store: Store, since: datetime) -> str | None:
    """The name of somebody who is gone for so long; None where there is nobody."""
    idle = sa.select(persons.c.name).where(persons.c.name.is_not(None))
    for column in (accounts.c.name, accounts.c.person):
        idle = idle.where(persons.c.name.not_in(sa.select(column).where(~accounts.c.disabled)))
    for column in (journal.c.who, journal.c.account):
        lately = sa.select(column).where(journal.c.at >= since, column.is_not(None))
        idle = idle.where(persons.c.code.not_in(lately))
    for table, named in CODED.items():
        rows = ENTERED[table]
        told = sa.select(rows.c[named]).where(rows.c.at >= since, rows.c[named].is_not(None))
        idle = idle.where(persons.c.code.not_in(told))
    with snapshot(store.engine) as connection:
        return connection.execute(idle.limit(1)).scalar()


def _leave_no_trace(engine: sa.Engine) -> None:
    """What was overwritten goes from the files of the database too."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            connection.exec_driver_sql("VACUUM FULL persons, accounts, drafts")


def _erased_in(path: Path, names: Collection[str]) -> bool:
    """Destroy the names in a backup, which gets its fingerprint anew; False for a damaged one, and where deeds of before names had codes still bear one."""
    if fingerprint.holds(path) is not True:
        return False
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=UNFINISHED) as folder:
        copy = Path(folder) / "backup.sqlite"
        shutil.copyfile(path, copy)
        os.truncate(copy, fingerprint.content_size(path))
        with closing(sqlite3.connect(copy)) as content:
            known = content.execute("SELECT 1 FROM sqlite_master WHERE name = 'persons'").fetchone()
            if known is None:
                return False
            _overwrite(content, list(names))
            still = _named_in_a_deed(content, list(names))
        copy.chmod(OWN)
        fingerprint.seal(copy)
        os.replace(copy, path)
    return not still


def _overwrite(content: sqlite3.Connection, names: list[str]) -> None:
    marks = ", ".join("?" * len(names))
    with content:
        content.execute(
            f"UPDATE persons SET name = NULL, erased_at = ? WHERE name IN ({marks})",
            [now().isoformat(sep=" "), *names],
        )
        content.execute(f"DELETE FROM accounts WHERE name IN ({marks})", names)
    content.execute("VACUUM")


def _named_in_a_deed(content: sqlite3.Connection, names: list[str]) -> bool:
    """Whether a row says that one of them did it: in a backup of any version, so asked of the columns that are there."""
    marks = ", ".join("?" * len(names))
    for column, _ in personal_columns():
        there = content.execute(f'PRAGMA table_info("{column.table.name}")').fetchall()
        if column.name in {row[1] for row in there}:
            told = f'SELECT 1 FROM "{column.table.name}" WHERE "{column.name}" IN ({marks})'
            if content.execute(told, names).fetchone():
                return True
    return False
