"""Reading from a replica of a PostgreSQL: only while it has everything that the primary has, so that nothing read is older than what anybody has written before.

Before each read the primary is asked how far its log goes; a replica that has not come so far is left alone for this read. While the primary does not
answer, a replica is read that has come as far as the primary was known to be: reading goes on until another one has become the primary.
"""

import time
from decimal import Decimal
from threading import Lock
from typing import NamedTuple

import sqlalchemy as sa

from data_access.store.engine import READERS, engine_as_it_is
from data_access.store.errors import DatabaseError

AWAY_SECONDS = 3.0
"""How long a server that did not answer is not asked again."""
WHERE = sa.text("""
    SELECT system_identifier || '/' || current_database() AS store, pg_is_in_recovery() AS follows,
        CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn()
            ELSE pg_current_wal_insert_lsn() END - '0/0'::pg_lsn AS place
    FROM pg_control_system()""")
"""Asked in a transaction of its own: the view of the reading that comes after it is not older than the place it tells."""


class Place(NamedTuple):
    """How far a server has come. `store`: alike on a primary and its replicas and on no others; `place`: bytes of the log."""

    store: str
    follows: bool
    place: Decimal


class Replica:
    """A server that follows the primary."""

    def __init__(self, url: str) -> None:
        self.engine = engine_as_it_is(url)
        if self.engine.dialect.name != "postgresql":
            raise DatabaseError("replica_url", url=self.engine.url.render_as_string())
        self._known: Place | None = None
        self._writes = 0
        self._away: dict[sa.Engine, float] = {}
        self._lock = Lock()

    def connected(self, primary: sa.Engine) -> sa.Connection:
        """A connection for the next read: here if everything is here, else to the primary. The one that was asked is the one that is read, for an address may name several servers."""
        needed = self._needed(primary)
        connection = self._caught_up(needed) if needed else None
        return connection or primary.connect()

    def behind(self, primary: sa.Engine) -> int | None:
        """Bytes of the log that are not here yet; None where this follows no store of the primary's, or one of both does not answer."""
        needed, connection = self._needed(primary), self._open(self.engine)
        if connection is None:
            return None
        with connection:
            own = place_of_log(connection)
        if not (needed and own and own.follows and own.store == needed.store):
            return None
        return max(0, int(needed.place - own.place))

    def wrote(self, primary: sa.Engine) -> None:
        """Something was written: what was known of the primary before is not enough any more."""
        with self._lock:
            self._writes += 1
            self._known = None
        self._needed(primary)

    def _needed(self, primary: sa.Engine) -> Place | None:
        """The farthest place of the primary that is known, told now or, while it does not answer, before; None if it did not tell since the last writing."""
        writes = self._writes
        now = self._asked(primary)
        with self._lock:
            is_farther = self._known is None or (now and now.place > self._known.place)
            if now and not now.follows and writes == self._writes and is_farther:
                self._known = now
            return self._known

    def _caught_up(self, needed: Place) -> sa.Connection | None:
        """A connection to a replica of this store that has come so far; None where there is none now."""
        connection = self._open(self.engine)
        if connection is None:
            return None
        own = place_of_log(connection)
        if own and own.follows and own.store == needed.store and own.place >= needed.place:
            return connection
        connection.close()
        return None

    def _asked(self, primary: sa.Engine) -> Place | None:
        """How far the primary has come; None where it does not answer."""
        connection = self._open(primary)
        if connection is None:
            return None
        with connection:
            return place_of_log(connection)

    def _open(self, engine: sa.Engine) -> sa.Connection | None:
        if self._away.get(engine, 0.0) > time.monotonic():
            return None
        try:
            return engine.connect()
        except sa.exc.SQLAlchemyError:
            self._away[engine] = time.monotonic() + AWAY_SECONDS
            return None


def place_of_log(connection: sa.Connection) -> Place | None:
    """How far this server has come; None where it does not answer (any more)."""
    try:
        found = Place(*connection.execute(WHERE).one())
        connection.commit()
    except sa.exc.SQLAlchemyError:
        return None
    return found


def read_from(primary: sa.Engine, url: str) -> Replica:
    """From now on snapshots of the primary are taken of this replica whenever it has everything. Errors: `DatabaseError` for an address that is none of PostgreSQL."""
    if primary.dialect.name != "postgresql":
        raise DatabaseError("replica_url", url=primary.url.render_as_string())
    replica = Replica(url)
    READERS[primary] = replica
    return replica
