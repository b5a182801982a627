"""The store that a command was asked for, and no library of the calculation: accounts, backups and the sample data do without."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from dashboard.commands.calling import Refused, movement
from dashboard.wording import command_words as words
from dashboard.wording import movement_words
from dashboard.wording.outcomes import upgraded_words
from data_access import movement_stores, movements
from data_access.store import MovementError, Store, connect, is_there, place_of


def store(must_be_there: bool = False) -> Store:
    """The store of the movement that was asked for; which one is said on standard error.

    `must_be_there`: refused where a new store would be made. Raises `Refused`, `MovementError` for a movement that is unknown, closed or without its store.
    """
    return told(_chosen(home(must_be_there)))


def home(must_be_there: bool = False) -> Store:
    """The store that DATABASE_URL names, else the one beside the program: the first movement's, which keeps the accounts and the other movements' register. Raises `Refused`."""
    url = os.environ.get("DATABASE_URL")
    if must_be_there and not is_there(url):
        raise Refused(words.NO_STORE.format(store=place_of(url)))
    return connect(url).acting(None, "command")


def home_alone(must_be_there: bool = False) -> Store:
    """The store of the first movement, for what is kept there alone. Raises `Refused` where another movement was asked for."""
    if movement():
        raise Refused(movement_words.FIRST_ALONE)
    return told(home(must_be_there))


@contextmanager
def opened_for_backup() -> Iterator[Store]:
    """The store into which a backup goes: that of the movement asked for, made where it is lost. Raises as `store`."""
    first = home()
    if not (code := movement()):
        yield told(first)
        return
    movements.named(first, code)
    with movement_stores.prepared(first, code) as own:
        yield told(own)


def _chosen(first: Store) -> Store:
    code = movement()
    if not code:
        return first
    if movements.named(first, code).closed_at is not None:
        raise MovementError("movement_closed", movement=code)
    return movement_stores.opened(first, code)


def told(opened: Store) -> Store:
    """The store, once it is said on standard error which one it is and what opening it did."""
    print(words.STORE.format(store=opened.name), file=sys.stderr)
    if opened.upgraded:
        print(upgraded_words(**opened.upgraded._asdict()), file=sys.stderr)
    return opened
