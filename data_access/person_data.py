"""What is kept of a person: shown, corrected, erased, in the store and in every backup of its folder."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Collection, Mapping
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
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
    sessions,
    sign_in_waits,
)
from data_access.store import Store, backups_folder
from data_access.store.engine import OWN, snapshot, transaction
from data_access.store.errors import AccountError
from data_access.store.live_rows import read_frame
from data_access.store.saving import note_change, now

OF_AN_ACCOUNT = ("name", "person", "roles", "unit", "email", "made_at", "signed_in_at", "disabled")


class Held(NamedTuple):
    """What is kept of a person. `accounts`: what they sign in with, without the password; `deeds`: their rows of the journal, newest first;
    `unsent`: what is typed and not sent (account, form, fields, at); `sessions`: where they are signed in (at, expires, origin)."""

    names: frozenset[str]
    accounts: list[Mapping[str, Any]]
    deeds: pd.DataFrame
    unsent: list[Mapping[str, Any]]
    sessions: list[Mapping[str, Any]]


class Erased(NamedTuple):
    """What an erasure did: how many names were destroyed, in which backups, and the backups in which they still stand."""

    names: int
    cleaned: list[Path]
    still: list[Path]


def held(store: Store, name: str) -> Held:
    """Everything kept of who bears this name or signs in with it. Errors: `AccountError` `person_unknown`."""
    with snapshot(store.engine) as connection:
        names, codes = _names_and_codes(connection, name)
        theirs = (journal.c.who, journal.c.account, journal.c.what)
        deeds = sa.or_(*(column.in_({*names, *codes}) for column in theirs))
        return _held(connection, names, deeds)


def of_account(store: Store, name: str) -> Held:
    """What is kept of one account alone: what was done when signed in with it, nothing of somebody else of the same name. Errors: `AccountError` `person_unknown`."""
    with snapshot(store.engine) as connection:
        codes = sa.select(persons.c.code).where(persons.c.name == name)
        found = _held(
            connection, {name}, journal.c.account.in_(codes) | (journal.c.account == name)
        )
    if not found.accounts:
        raise AccountError("person_unknown", name=name)
    return found


def _held(connection: sa.Connection, names: Collection[str], deeds: sa.ColumnElement[bool]) -> Held:
    """What stands under these names of accounts, and the rows of the journal that are theirs."""

    def rows(*columns: sa.ColumnElement, where: sa.ColumnElement[bool]) -> list[Mapping[str, Any]]:
        return [
            dict(row) for row in connection.execute(sa.select(*columns).where(where)).mappings()
        ]

    own = sa.select(accounts.c.id).where(accounts.c.name.in_(names))
    return Held(
        frozenset(names),
        rows(*(accounts.c[one] for one in OF_AN_ACCOUNT), where=accounts.c.name.in_(names)),
        read_frame(connection, sa.select(journal).where(deeds).order_by(journal.c.id.desc())),
        rows(*drafts.c, where=drafts.c.account.in_(names)),
        rows(
            sessions.c.at,
            sessions.c.expires,
            sessions.c.origin,
            where=sessions.c.account_id.in_(own),
        ),
    )


def correct(store: Store, name: str, right: str) -> None:
    """Write a person's name right, wherever it stands under a code, and in their account. Errors: `AccountError` `person_unknown`, `account_person`."""
    if not right.strip():
        raise AccountError("account_person")
    with transaction(store.engine, actor=store.actor) as connection:
        known, codes = _names_and_codes(connection, name)
        spoken = known - set(connection.execute(sa.select(accounts.c.name)).scalars())
        for table, column in ((persons, persons.c.name), (accounts, accounts.c.person)):
            connection.execute(
                sa.update(table).where(column.in_(spoken)).values({column.name: right.strip()})
            )
        note_change(connection, "person.correct", None, None, {"persons": sorted(codes)}, now())


def erase(store: Store, name: str) -> Erased:
    """Destroy the names of a person and their account; what they did stands under a code that leads nowhere.

    Errors: `AccountError` `person_unknown`, `account_last_keeper`.
    """
    with transaction(store.engine, actor=store.actor) as connection:
        names, codes = _names_and_codes(connection, name)
        if store.engine.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA secure_delete = ON")
        kept = has_keeper(connection)
        numbers = sa.select(accounts.c.id).where(accounts.c.name.in_(names))
        connection.execute(sa.delete(sessions).where(sessions.c.account_id.in_(numbers)))
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
    return Erased(len(names), cleaned, [path for path in backups if path not in cleaned])


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


def _names_and_codes(connection: sa.Connection, name: str) -> tuple[set[str], set[str]]:
    """All the names of who bears this one (at sign-in, in what was done) and their codes. Errors: `AccountError` `person_unknown`."""
    signing = sa.select(accounts.c.name, accounts.c.person).where(
        (accounts.c.name == name) | (accounts.c.person == name)
    )
    names = {name, *(one for row in connection.execute(signing) for one in row)}
    codes = set(
        connection.execute(sa.select(persons.c.code).where(persons.c.name.in_(names))).scalars()
    )
    if names == {name} and not codes:
        raise AccountError("person_unknown", name=name)
    return names, codes


def _leave_no_trace(engine: sa.Engine) -> None:
    """What was overwritten goes from the files of the database too."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            connection.exec_driver_sql("VACUUM FULL persons, accounts, drafts")


def _erased_in(path: Path, names: Collection[str]) -> bool:
    """Destroy the names in a backup, which gets its fingerprint anew; False for a damaged one, or one of before names had codes."""
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
        copy.chmod(OWN)
        fingerprint.seal(copy)
        os.replace(copy, path)
    return True


def _overwrite(content: sqlite3.Connection, names: list[str]) -> None:
    marks = ", ".join("?" * len(names))
    with content:
        content.execute(
            f"UPDATE persons SET name = NULL, erased_at = ? WHERE name IN ({marks})",
            [now().isoformat(sep=" "), *names],
        )
        content.execute(f"DELETE FROM accounts WHERE name IN ({marks})", names)
    content.execute("VACUUM")
