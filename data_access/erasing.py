"""A person erased: from accounts, journal and entered rows of every movement, and from every backup of their folders."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Collection
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import sqlalchemy as sa

from data_access import figures_folder, fingerprint, movement_stores
from data_access.backup import UNFINISHED
from data_access.keepers import keep_one
from data_access.meeting_tables import CODED, ENTERED
from data_access.no_trace import leave_no_trace
from data_access.office_tables import (
    accounts,
    drafts,
    journal,
    movement_rights,
    persons,
    reading_keys,
    sessions,
    sign_in_waits,
)
from data_access.old_names import Coded, code_old_names
from data_access.person_data import known_names
from data_access.store import Store, backups_folder
from data_access.store.change_rows import note_change, now
from data_access.store.engine import OWN, snapshot, transaction
from data_access.store.person_codes import codes_of, personal_columns


class Erased(NamedTuple):
    """What an erasure did: how many names were destroyed, in which backups, the backups in which they still stand, and how many old names got their code first (`old_names`)."""

    names: int
    cleaned: list[Path]
    still: list[Path]
    coded: int = 0


def erase(store: Store, name: str) -> Erased:
    """Destroy the names of a person and their account, in the stores of all movements; what they did stands under a code that leads nowhere. In a store of before there were codes all names get theirs first.

    In: the store of the first movement. Errors: `AccountError` `person_unknown`, `account_last_keeper`, `names_chain`; `MovementError` where a store is missing, before anything is destroyed.
    """
    coded = sum(one.names for one in coded_everywhere(store))
    return _erased_everywhere(store, known_names(store, name))._replace(coded=coded)


def coded_everywhere(store: Store, who: str | None = None) -> list[Coded]:
    """Give the names of before there were codes theirs, in the stores of all movements: else an erasure would leave them in the rows of then. What was done, where anything was. Errors: `AccountError` `names_chain`; `MovementError` where a store is missing, once those before it are done."""
    done = (code_old_names(own, who) for own in movement_stores.every(store))
    return [one for one in done if one]


def _erased_everywhere(store: Store, names: frozenset[str]) -> Erased:
    """The first movement's store, where accounts tell which names are one person's, comes last: what was cut short can be asked for again."""
    with snapshot(store.engine) as connection:
        keep_one(connection, names)
    done = [_erased_here(own, names) for own in movement_stores.every_first_last(store)]
    cleaned = [path for one in done for path in one.cleaned]
    return Erased(len(names), cleaned, [path for one in done for path in one.still])


def _erased_here(store: Store, names: frozenset[str]) -> Erased:
    with transaction(store.engine, actor=store.actor) as connection:
        codes = codes_of(connection, names)
        if store.engine.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA secure_delete = ON")
        keep_one(connection, names)
        numbers = sa.select(accounts.c.id).where(accounts.c.name.in_(names))
        for table in (sessions, reading_keys, movement_rights):
            connection.execute(sa.delete(table).where(table.c.account_id.in_(numbers)))
        connection.execute(sa.delete(sign_in_waits).where(sign_in_waits.c.account.in_(names)))
        connection.execute(sa.delete(drafts).where(drafts.c.account.in_(names)))
        connection.execute(sa.delete(accounts).where(accounts.c.name.in_(names)))
        connection.execute(
            sa.update(persons).where(persons.c.name.in_(names)).values(name=None, erased_at=now())
        )
        if codes or not store.movement:
            told = {"persons": sorted(codes)}
            note_change(connection, "person.erase", None, None, told, now())
    leave_no_trace(store.engine, ("persons", "accounts", "drafts"))
    figures_folder.let_go(store)  # a page that was made ahead may hold the name
    backups = sorted(backups_folder(store.engine.url).glob("*.sqlite"))
    cleaned = [path for path in backups if _erased_in(path, names)]
    still = [path for path in backups if path not in cleaned]
    return Erased(len(names), cleaned, still)


def erase_idle(store: Store, days: int) -> list[Erased]:
    """Erase everybody who has no account in use and of whom nothing was written for so many days, in whatever movement. Errors: as `erase`, before anything is destroyed: what a missing store says of somebody cannot be known."""
    coded_everywhere(store)  # a deed under a plain name is one too
    since, known, lately, done = now() - timedelta(days=days), set(), set(), []
    for own in movement_stores.every(store):
        with snapshot(own.engine) as connection:
            known |= set(connection.execute(_every_name()).scalars())
            lately |= set(connection.execute(_lately(since)).scalars())
    while known - lately:
        names = known_names(store, min(known - lately))
        done.append(_erased_everywhere(store, names))
        known -= names
    return done


def _every_name() -> sa.Select:
    return sa.select(persons.c.name).where(persons.c.name.is_not(None))


def _lately(since: datetime) -> sa.Select:
    """Names with an account in use, or of whom something was written since then."""
    of_use = [
        persons.c.name.in_(sa.select(column).where(~accounts.c.disabled))
        for column in (accounts.c.name, accounts.c.person)
    ]
    codes = [
        sa.select(column).where(journal.c.at >= since, column.is_not(None))
        for column in (journal.c.who, journal.c.account)
    ]
    for table, named in CODED.items():
        rows = ENTERED[table]
        chosen = sa.select(rows.c[named])
        codes.append(chosen.where(rows.c.at >= since, rows.c[named].is_not(None)))
    return _every_name().where(sa.or_(*of_use, *(persons.c.code.in_(one) for one in codes)))


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
        if content.execute("SELECT 1 FROM sqlite_master WHERE name = 'movement_rights'").fetchone():
            theirs = f"SELECT id FROM accounts WHERE name IN ({marks})"
            content.execute(f"DELETE FROM movement_rights WHERE account_id IN ({theirs})", names)
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
