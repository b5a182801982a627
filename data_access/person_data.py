"""What is kept of a person: shown, corrected, erased, in the store and in every backup of its folder."""

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

import pandas as pd
import sqlalchemy as sa

from data_access.office_tables import (
    accounts,
    drafts,
    journal,
    persons,
    reading_keys,
    sessions,
)
from data_access.store import Store
from data_access.store.change_rows import note_change, now
from data_access.store.engine import snapshot, transaction
from data_access.store.errors import AccountError
from data_access.store.live_rows import read_frame
from data_access.store.person_codes import names_and_codes

OF_AN_ACCOUNT = ("name", "person", "roles", "unit", "email", "made_at", "signed_in_at", "disabled")


class Held(NamedTuple):
    """What is kept of a person. `accounts`: what they sign in with, without the password; `deeds`: their rows of the journal, newest first;
    `unsent`: what is typed and not sent (account, form, fields, at); `sessions`: where they are signed in (at, expires, origin); `keys`: for whom they let other systems read (label, made_at, expires, used_on)."""

    names: frozenset[str]
    accounts: list[Mapping[str, Any]]
    deeds: pd.DataFrame
    unsent: list[Mapping[str, Any]]
    sessions: list[Mapping[str, Any]]
    keys: list[Mapping[str, Any]]


def held(store: Store, name: str) -> Held:
    """Everything kept of who bears this name or signs in with it. Errors: `AccountError` `person_unknown`."""
    with snapshot(store.engine) as connection:
        names, codes = names_and_codes(connection, name)
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
        rows(
            *(reading_keys.c[one] for one in ("label", "made_at", "expires", "used_on")),
            where=reading_keys.c.account_id.in_(own),
        ),
    )


def correct(store: Store, name: str, right: str) -> None:
    """Write a person's name right, wherever it stands under a code, and in their account. Errors: `AccountError` `person_unknown`, `account_person`."""
    if not right.strip():
        raise AccountError("account_person")
    with transaction(store.engine, actor=store.actor) as connection:
        known, codes = names_and_codes(connection, name)
        spoken = known - set(connection.execute(sa.select(accounts.c.name)).scalars())
        for table, column in ((persons, persons.c.name), (accounts, accounts.c.person)):
            connection.execute(
                sa.update(table).where(column.in_(spoken)).values({column.name: right.strip()})
            )
        note_change(connection, "person.correct", None, None, {"persons": sorted(codes)}, now())
