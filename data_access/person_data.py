"""What is kept of a person: shown, corrected, erased, in the store and in every backup of its folder."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, NamedTuple

import pandas as pd
import sqlalchemy as sa

from data_access import movement_stores
from data_access.movements import Movement
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
from data_access.store.person_codes import codes_of, names_of, stands_uncoded

OF_AN_ACCOUNT = ("name", "person", "roles", "unit", "email", "made_at", "signed_in_at", "disabled")


class Held(NamedTuple):
    """What is kept of a person. `accounts`: what they sign in with, without the password; `deeds`: their rows of the journal, newest first;
    `unsent`: what is typed and not sent (account, form, fields, at); `sessions`: where they are signed in (at, expires, origin); `keys`: for whom they let other systems read (label, made_at, expires, used_on);
    `unread`: movements whose store could not be opened, so that what is kept there is not told."""

    names: frozenset[str]
    accounts: list[Mapping[str, Any]]
    deeds: pd.DataFrame
    unsent: list[Mapping[str, Any]]
    sessions: list[Mapping[str, Any]]
    keys: list[Mapping[str, Any]]
    unread: tuple[Movement, ...] = ()


def known_names(
    store: Store, name: str, lost: movement_stores.Lost | None = None
) -> frozenset[str]:
    """All the names of who bears this one or signs in with it, in whatever movement. In: the store of the first one; `lost` as in `movement_stores.every`. Errors: `AccountError` `person_unknown`; `MovementError` where a store is missing."""
    names, stands = {name}, False
    for own in movement_stores.every(store, lost):
        with snapshot(own.engine) as connection:
            names |= names_of(connection, name)
            stands |= bool(codes_of(connection, names)) or stands_uncoded(connection, name)
    if names == {name} and not stands:
        raise AccountError("person_unknown", name=name)
    return frozenset(names)


def held(store: Store, name: str) -> Held:
    """Everything kept of who bears this name or signs in with it, in all movements whose store can be opened. Errors: `AccountError` `person_unknown`."""
    names = known_names(store, name, lost=lambda one, error: None)  # told below, as unread

    def theirs(connection: sa.Connection) -> sa.ColumnElement[bool]:
        sought = {*names, *codes_of(connection, names)}
        columns = (journal.c.who, journal.c.account, journal.c.what)
        return sa.or_(*(column.in_(sought) for column in columns))

    return _everywhere(store, names, theirs)


def of_account(store: Store, name: str) -> Held:
    """What is kept of one account alone, in all movements: what was done when signed in with it, nothing of somebody else of the same name. Errors: `AccountError` `person_unknown`."""
    codes = sa.select(persons.c.code).where(persons.c.name == name)
    own = journal.c.account.in_(codes) | (journal.c.account == name)
    found = _everywhere(store, {name}, lambda connection: own)
    if not found.accounts:
        raise AccountError("person_unknown", name=name)
    return found


def _everywhere(
    store: Store,
    names: Collection[str],
    theirs: Callable[[sa.Connection], sa.ColumnElement[bool]],
) -> Held:
    """What is kept in the store of the first movement, with what was done and typed in the others."""
    found: list[Held] = []
    unread: list[Movement] = []
    for own in movement_stores.every(store, lambda one, _error: unread.append(one)):
        with snapshot(own.engine) as connection:
            found.append(_held(connection, names, theirs(connection)))
    deeds = [one.deeds for one in found if len(one.deeds)]
    first = found[0]
    return first._replace(
        deeds=pd.concat(deeds).sort_values("at", ascending=False, kind="stable", ignore_index=True)
        if len(deeds) > 1
        else next(iter(deeds), first.deeds),
        unsent=[row for one in found for row in one.unsent],
        unread=tuple(unread),
    )


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
    """Write a person's name right, wherever it stands under a code, in whatever movement, and in their account. Errors: `AccountError` `person_unknown`, `account_person`; `MovementError` where a store is missing, before anything is changed."""
    if not right.strip():
        raise AccountError("account_person")
    names = known_names(store, name)
    with snapshot(store.engine) as connection:
        signing = set(connection.execute(sa.select(accounts.c.name)).scalars())
    for own in movement_stores.every_first_last(store):
        _corrected_here(own, names - signing, names, right.strip())


def _corrected_here(
    store: Store, spoken: frozenset[str], names: frozenset[str], right: str
) -> None:
    """`spoken`: the names that are no sign-in's."""
    with transaction(store.engine, actor=store.actor) as connection:
        codes = codes_of(connection, names)
        for table, column in ((persons, persons.c.name), (accounts, accounts.c.person)):
            changed = sa.update(table).where(column.in_(spoken))
            connection.execute(changed.values({column.name: right}))
        if codes or not store.movement:
            told = {"persons": sorted(codes)}
            note_change(connection, "person.correct", None, None, told, now())
