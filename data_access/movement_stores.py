"""The stores of further movements: a file beside that of the first one, or a schema of the same database. Nothing of them is opened before it is asked for."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from weakref import WeakKeyDictionary

import pandas as pd
import sqlalchemy as sa

from data_access import movements
from data_access.store import Store, connect
from data_access.store.engine import snapshot, transaction
from data_access.store.errors import MovementError, StoreError
from data_access.store.place import of_movement, place_name, schema_of

BESIDE_A_FILE = ("", "-wal", "-shm")
Lost = Callable[[movements.Movement, StoreError], None]
"""What becomes of a movement whose store cannot be opened, while the others go on."""
SHARED: WeakKeyDictionary[sa.Engine, dict[str, Store]] = WeakKeyDictionary()
"""Engine of a first movement's store → code → the store of that movement, open as long as the first one is used."""


def opened(home: Store, code: str) -> Store:
    """The store of a further movement, read from a replica where the first one is.

    Errors: `MovementError` `movement_missing` where there is none (an empty one is never put in its place), `StoreError` of the store itself.
    """
    if not is_there(home, code):
        raise MovementError("movement_missing", movement=code, url=place_of(home, code))
    return _connected(home, code)


def shared(home: Store, code: str) -> Store:
    """The same, opened once for all who ask with this first store, and left open. Errors: as `opened`."""
    known = SHARED.setdefault(home.engine, {})
    if code not in known:
        known[code] = opened(home, code)
    return known[code]


def place_of(home: Store, code: str) -> str:
    """Where the store of a movement is, or would be, as people may read it."""
    return place_name(_place(home, code))


def is_there(home: Store, code: str) -> bool:
    """Whether this movement has a store; asked without opening or making one."""
    place = _place(home, code)
    if place.drivername == "sqlite":
        return Path(str(place.database)).is_file()
    with snapshot(home.engine) as connection:
        return sa.inspect(connection).has_schema(schema_of(place))


def made(home: Store, code: str, name: str, plan: str, who: str) -> None:
    """A new movement with a store of its own, whose first plan is this text (TOML, checked before).

    It is entered first, so of two who make the same one only one does; what could not be made is taken away again. Errors: `MovementError`, `StoreError`.
    """
    movements.check(home, code, name)
    if is_there(home, code):
        raise MovementError("movement_there", movement=code, url=place_of(home, code))
    movements.enter(home, code, name)
    try:
        with prepared(home, code) as own:
            own.save_plan(plan, who)
    except BaseException:
        _take_away(home, code)
        movements.strike_out(home, code)
        raise
    movements.set_closed(home, code, False)


def taken_in(home: Store, code: str, name: str) -> None:
    """A movement whose store stands at its place already, as one brought from another installation. Errors: `MovementError`, `StoreError`."""
    movements.check(home, code, name)
    with opened(home, code) as own:
        if own.current_plan() is None:
            raise MovementError("movement_without_plan", movement=code)
    movements.enter(home, code, name)
    movements.set_closed(home, code, False)


def set_closed(home: Store, code: str, closed: bool) -> None:
    """Close a movement, or open it again where its store is still in its place. Errors: `MovementError` `movement_unknown`, `movement_missing`."""
    movements.named(home, code)
    if not closed:
        opened(home, code).close()
    movements.set_closed(home, code, closed)


def units_of(home: Store, code: str) -> pd.DataFrame:
    """The units of a movement as its store has them. Errors: `MovementError`."""
    movements.named(home, code)
    return shared(home, code).load("units")


@contextmanager
def prepared(home: Store, code: str) -> Iterator[Store]:
    """The store of a movement, made where there is none: for a new one, and for a backup to be put into."""
    place = _place(home, code)
    if place.drivername != "sqlite":
        with transaction(home.engine) as connection:
            connection.execute(sa.schema.CreateSchema(schema_of(place), if_not_exists=True))
    with _connected(home, code) as own:
        yield own


def every(home: Store, lost: Lost | None = None) -> Iterator[Store]:
    """The store of the first movement, then that of each further one, closed ones too; each further one is closed after its turn.

    One that cannot be opened is told to `lost` and the others go on; without that it is an error. Errors: as `opened`.
    """
    yield home
    for one in movements.listed(home):
        try:
            own = opened(home, one.code)
        except StoreError as error:
            if lost is None:
                raise
            lost(one, error)
            continue
        with own:
            yield own


def every_first_last(home: Store) -> Iterator[Store]:
    """The same with the first movement's at the end: for what is told of a person there alone and must be known until all others are done."""
    yield from islice(every(home), 1, None)
    yield home


def _place(home: Store, code: str) -> sa.URL:
    return of_movement(home.engine.url, code)


def _connected(home: Store, code: str) -> Store:
    places = [home.engine.url, *([home.replica.engine.url] if home.replica else [])]
    addresses = (of_movement(one, code).render_as_string(hide_password=False) for one in places)
    own = connect(*addresses)
    own.actor = home.actor
    return own


def _take_away(home: Store, code: str) -> None:
    """What was made of a store a moment ago and could not be finished."""
    place = _place(home, code)
    if place.drivername == "sqlite":
        for ending in BESIDE_A_FILE:
            Path(f"{place.database}{ending}").unlink(missing_ok=True)
        return
    with transaction(home.engine) as connection:
        connection.execute(sa.schema.DropSchema(schema_of(place), cascade=True, if_exists=True))
