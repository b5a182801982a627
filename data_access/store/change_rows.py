"""The changes of the store, by whose number everything kept of it is keyed."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from data_access.schema import changes
from data_access.store import journal_rows, person_codes
from data_access.store.errors import StoreMovedError


def refuse_if_moved(connection: sa.Connection, seen: int | None) -> None:
    """Raises `StoreMovedError` if anything was stored since the change `seen` (None: nobody looked)."""
    if seen is not None and (newest := last_change(connection)) != seen:
        raise StoreMovedError("store_moved", seen=seen, now=newest)


def now() -> datetime:
    """The time as the store keeps it: UTC, without a zone."""
    return datetime.now(UTC).replace(tzinfo=None)


def note_change(
    connection: sa.Connection,
    kind: str,
    who: str | None,
    note: str | None,
    detail: Mapping[str, Any],
    at: datetime,
) -> int:
    """One more change, and its number: caches made before it are stale. The journal gets its row with it."""
    who = person_codes.coded(connection, who)
    values = {"at": at, "who": who, "kind": kind, "note": note, "detail": dict(detail)}
    journal_rows.note(
        connection,
        kind,
        who,
        detail.get("file") or note,
        {**detail, **({"note": note} if note else {})},
    )
    return connection.execute(
        sa.insert(changes).values(values).returning(changes.c.id)
    ).scalar_one()


def last_change(connection: sa.Connection) -> int:
    """Number of the last change to anything stored; 0 in a fresh store."""
    return connection.execute(
        sa.select(sa.func.coalesce(sa.func.max(changes.c.id), 0))
    ).scalar_one()
