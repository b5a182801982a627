"""Opens the database, SQLite or PostgreSQL, and gives the two kinds of transaction: `snapshot` to read, `transaction` to write."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol
from weakref import WeakKeyDictionary

import sqlalchemy as sa

from data_access.store.driver_errors import named_errors
from data_access.store.errors import DatabaseError, TextError
from data_access.store.place import options_of, parsed, sqlite_file
from data_access.store.texts import is_writable

WAIT_SECONDS = 10  # for another writer to finish, and for a server of databases to answer at all
LONGEST_SECONDS = 120  # for one statement on a server of databases
IDENTITIES: WeakKeyDictionary[sa.Engine, tuple[int, int] | None] = WeakKeyDictionary()
"""Engine on a file → which file it was when it was opened."""
OWN, OWN_FOLDER = (
    0o600,
    0o700,
)  # a store holds names and passwords: nobody else on the machine reads it
WRITERS = 7_330_115  # the advisory lock of PostgreSQL that makes writers queue


class Reader(Protocol):
    """What chooses where a read goes (`replicas`)."""

    def connected(self, primary: sa.Engine) -> sa.Connection: ...

    def wrote(self, primary: sa.Engine) -> None: ...


READERS: WeakKeyDictionary[sa.Engine, Reader] = WeakKeyDictionary()
"""Engine on a primary → its reader, where there is a replica."""


def engine_as_it_is(url: str) -> sa.Engine:
    """An engine on a database whose tables are left as they are."""
    place = _one_of_ours(parsed(url))
    engine = _sqlite_engine(place) if place.drivername == "sqlite" else _postgresql_engine(place)
    sa.event.listen(engine, "before_cursor_execute", _refuse_unwritable)
    return engine


def _one_of_ours(place: sa.URL) -> sa.URL:
    """`postgres://` and `postgresql://` mean psycopg 3; a SQLite address must name a file."""
    if place.drivername in ("postgres", "postgresql", "postgresql+psycopg"):
        return place.set(drivername="postgresql+psycopg")
    if place.drivername == "sqlite" and place.database not in (None, "", ":memory:"):
        return place
    raise DatabaseError("database_url", url=place.render_as_string(hide_password=True))


def _sqlite_engine(url: sa.URL) -> sa.Engine:
    path = sqlite_file(url)
    try:
        _make_own(path)
    except OSError as error:
        raise DatabaseError("database_unreachable", url=str(url), reason=str(error)) from error
    engine = sa.create_engine(url, connect_args={"timeout": WAIT_SECONDS})
    IDENTITIES[engine] = _identity(path)
    sa.event.listen(engine, "connect", _prepare_sqlite)
    sa.event.listen(engine, "begin", _begin_sqlite)
    return engine


def _make_own(path: Path) -> None:
    """The file (what SQLite puts beside it has the same rights) and its folder, for their owner alone. A folder that was there keeps its rights."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=OWN_FOLDER)
    if not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, OWN))
    elif os.name == "posix" and path.stat().st_uid == os.geteuid():
        path.chmod(path.stat().st_mode & 0o7700)


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells this file from another of the same name; None if there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def _check_identity(engine: sa.Engine) -> None:
    """A store that was deleted or put in another's place is not written to, and nothing is said of it that was true before."""
    if engine not in IDENTITIES:
        return
    path = sqlite_file(engine.url)
    if _identity(path) != IDENTITIES[engine]:
        engine.dispose()  # what is open goes on living without a name
        raise DatabaseError("database_replaced", url=str(path))


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    """Pragmas of one connection; transactions are begun by `_begin_sqlite`, never by the driver. FULL: what was said to be kept survives a power cut."""
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: sa.Connection) -> None:
    """A writer takes the lock before it reads, so that what it read is still true when it writes."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _refuse_unwritable(
    _connection: Any, _cursor: Any, _statement: str, parameters: Any, _context: Any, many: bool
) -> None:
    """What people typed is refused alike on both databases; of rows in bulk the texts were looked at before (`frames`)."""
    if not many and not all(
        map(
            is_writable,
            parameters.values() if isinstance(parameters, Mapping) else parameters or (),
        )
    ):
        raise TextError("text_unwritable")


def _postgresql_engine(url: sa.URL) -> sa.Engine:
    """Every wait has an end: for a connection, for a statement, for a network that fell silent, for a transaction that nobody goes on with."""
    limits = {
        "statement_timeout": LONGEST_SECONDS * 1000,
        "idle_in_transaction_session_timeout": LONGEST_SECONDS * 1000,
        "tcp_user_timeout": WAIT_SECONDS * 1000,
    }
    return sa.create_engine(
        url,
        pool_pre_ping=True,
        pool_timeout=WAIT_SECONDS,
        connect_args={
            "connect_timeout": WAIT_SECONDS,
            "tcp_user_timeout": WAIT_SECONDS * 1000,
            "keepalives_idle": WAIT_SECONDS,
            "keepalives_interval": 3,
            "keepalives_count": 3,
            "options": " ".join(
                [options_of(url), *(f"-c {name}={value}" for name, value in limits.items())]
            ).strip(),
        },
    )


@contextmanager
def snapshot(engine: sa.Engine) -> Iterator[sa.Connection]:
    """One unchanging view of the database, whatever is written meanwhile."""
    _check_identity(engine)
    options = {} if engine.dialect.name == "sqlite" else {"isolation_level": "REPEATABLE READ"}
    connected = READERS[engine].connected if engine in READERS else sa.Engine.connect
    with named_errors(engine), connected(engine) as connection:
        with connection.execution_options(**options).begin():
            yield connection


@contextmanager
def transaction(engine: sa.Engine, **options: Any) -> Iterator[sa.Connection]:
    """One transaction, alone among the writers of all processes; everything or nothing is kept. `options`: `actor`, for the journal."""
    _check_identity(engine)
    with named_errors(engine), engine.connect() as connection:
        with connection.execution_options(writes=True, **options).begin():
            if engine.dialect.name == "postgresql":
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{WAIT_SECONDS}s'")
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(WRITERS)))
            yield connection
    if engine in READERS:
        READERS[engine].wrote(engine)
    _check_identity(engine)


@contextmanager
def trial(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A transaction whose writes are seen inside alone: at its end everything is as it was before."""
    with transaction(engine) as connection:
        point = connection.begin_nested()
        try:
            yield connection
        finally:
            point.rollback()
