"""Names of persons in rows of before names had codes: replaced by codes once, in one transaction, with the chains made anew and an entry that says so.

The chains of the journal and of the seals are hashes over what stands in the rows, so both get new links throughout. The entry bears the heads of before and after
and a hash over the rows as they are now; `verify` looks whether that still is so and names the entry.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import sqlalchemy as sa

from data_access.no_trace import leave_no_trace
from data_access.store import Store, backups_folder, person_codes
from data_access.store.change_rows import note_change, now
from data_access.store.engine import snapshot, transaction
from data_access.store.errors import AccountError
from data_access.store.proof import prove
from data_access.store.recoded import ACTION
from data_access.store.relinking import linked_anew

OF_THE_CHAINS = frozenset({"journal_broken", "seal_broken", "seal_missing", "seal_unanchored"})


class Coded(NamedTuple):
    """What was done: how many names got a code, in how many places they stood, the backups of before, in which they still stand."""

    names: int
    places: int
    backups: list[Path]


def code_old_names(store: Store, who: str | None = None) -> Coded | None:
    """Replace them; None where no row names anybody. Errors: `AccountError` `names_chain` where the chains do not hold already, for nothing false may be made to look true."""
    with transaction(store.engine, actor=store.actor) as connection:
        found = _old_names(connection)
        if not found:
            return None
        before = prove(connection)
        if any(one.code in OF_THE_CHAINS for one in before.faults):
            raise AccountError("names_chain")
        if store.engine.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA secure_delete = ON")
        backups = sorted(backups_folder(store.engine.url).glob("*.sqlite"))
        with _keepers_aside(connection):
            places = sum(_replace(connection, column, names) for column, names in found.items())
            running, seals_after = linked_anew(connection)
        coded = Coded(len(set().union(*found.values())), places, backups)
        detail = {
            "names": coded.names,
            "rows": coded.places,
            "journal_before": before.journal_head,
            "seals_before": before.seal_head,
            "seals_after": seals_after,
            "backups": ", ".join(path.name for path in backups),
        }
        note_change(connection, ACTION, who, None, detail | running.told(), now())
        if prove(connection).faults != before.faults:
            raise AccountError("names_chain")
    of_names = {column.table.name for column, _ in person_codes.personal_columns()}
    leave_no_trace(store.engine, sorted(of_names), long_ago=True)
    return coded


def waiting(store: Store) -> int:
    """How many names stand in rows without a code."""
    with snapshot(store.engine) as connection:
        return len(set().union(*_old_names(connection).values()))


def _old_names(connection: sa.Connection) -> Mapping[sa.Column[Any], list[str]]:
    """Column → the names that stand in it without a code."""
    found = {}
    for column, theirs in person_codes.personal_columns():
        told = connection.execute(sa.select(column).distinct().where(theirs)).scalars()
        names = [one for one in told if one and not person_codes.CODE.fullmatch(one)]
        if names:
            found[column] = names
    return found


def _replace(connection: sa.Connection, column: sa.Column[Any], names: list[str]) -> int:
    """The codes in place of the names; in how many rows."""
    theirs = dict(person_codes.personal_columns())[column]
    return sum(
        connection.execute(
            sa.update(column.table)
            .where(theirs, column == name)
            .values({column.name: person_codes.coded(connection, name)})
        ).rowcount
        for name in names
    )


@contextmanager
def _keepers_aside(connection: sa.Connection) -> Iterator[None]:
    """What refuses every change of the journal steps aside inside this transaction, and stands there again at its end."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("ALTER TABLE journal DISABLE TRIGGER keep_journal")
        yield
        connection.exec_driver_sql("ALTER TABLE journal ENABLE TRIGGER keep_journal")
        return
    kept = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'journal'"
    ).all()
    for name, _ in kept:
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    yield
    for _, statement in kept:
        connection.exec_driver_sql(statement)
