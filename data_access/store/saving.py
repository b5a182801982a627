"""Saving an import: all of its new revisions, its file and its change, or nothing at all."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pandas as pd
import sqlalchemy as sa

from data_access.record_table import RecordTable
from data_access.schema import files, imports
from data_access.store import person_codes
from data_access.store.bulk import insert_rows
from data_access.store.change_rows import note_change, now, refuse_if_moved
from data_access.store.comparison import Pending, pending, pending_changes
from data_access.store.frames import canonical
from data_access.store.live_rows import record_named
from data_access.store.met_rows import KEYS_IN_A_QUERY, live_met, revisions_met
from data_access.store.read_frames import lists_of

VIETNAM = timezone(timedelta(hours=7))
_ANY_UNDONE = sa.select(imports.c.id).where(imports.c.undone).limit(1)


@dataclass(frozen=True)
class Import:
    """What a save did. `outcome`: `stored`, `same_file` (that file is live: `earlier` is its import) or `same_rows`
    (every row equals a live one); only `stored` has an `id`, the number of its `change` and `counts` (rows by table)."""

    outcome: str
    id: int | None = None
    change: int | None = None
    earlier: int | None = None
    counts: Mapping[str, int] = field(default_factory=dict)


def compare(connection: sa.Connection, tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """What `save` would change with these tables now, as `pending_changes` lists it."""
    return pending_changes(_pending(connection, tables, described=True).values())


def save(
    connection: sa.Connection,
    tables: Mapping[str, pd.DataFrame],
    content: bytes | None,
    detail: Mapping[str, Any] | None = None,
    seen: int | None = None,
    **about: Any,
) -> Import:
    """Store the new and changed rows; `about`: who, file, illustrative, note. `detail`: more to keep in the change; `seen`: as in `Store.save`."""
    refuse_if_moved(connection, seen)
    sha256 = None if content is None else hashlib.sha256(content).hexdigest()
    earlier = _live_import_of(connection, sha256)
    if earlier is not None:
        return Import("same_file", earlier=earlier)
    found = _pending(connection, tables, described=False)
    counts = {name: len(one.rows) for name, one in found.items() if len(one.rows)}
    if not counts:
        return Import("same_rows")
    if content is not None and sha256 is not None:
        _keep(connection, sha256, about["file"], content)
    at = now()
    about = {**about, "who": person_codes.coded(connection, about["who"])}
    values = {**about, "at": at, "sha256": sha256, "rows": sum(counts.values()), "undone": False}
    number = connection.execute(
        sa.insert(imports).values(values).returning(imports.c.id)
    ).scalar_one()
    undone = connection.execute(_ANY_UNDONE).first() is not None
    for name in counts:
        _store(connection, record_named(name), found[name], number, about["file"], at, undone)
    told = {
        **(detail or {}),
        "import_id": number,
        "file": about["file"],
        "sha256": sha256,
        "rows": counts,
    }
    change = note_change(connection, "import", about["who"], about["note"], told, at)
    return Import("stored", number, change, counts=counts)


def _pending(
    connection: sa.Connection, tables: Mapping[str, pd.DataFrame], *, described: bool
) -> dict[str, Pending]:
    found = {}
    for name, rows in tables.items():
        record = record_named(name)
        typed = canonical(record, rows)
        if len(typed):
            live = live_met(connection, record, typed)
            found[name] = pending(record, typed, live, described=described)
    return found


def _live_import_of(connection: sa.Connection, sha256: str | None) -> int | None:
    statement = sa.select(sa.func.max(imports.c.id)).where(
        imports.c.sha256 == sha256, ~imports.c.undone
    )
    return None if sha256 is None else connection.execute(statement).scalar()


def keep_file(connection: sa.Connection, name: str, content: bytes) -> str:
    """Keep a file under the SHA-256 of its content, and give that."""
    sha256 = hashlib.sha256(content).hexdigest()
    _keep(connection, sha256, name, content)
    return sha256


def _keep(connection: sa.Connection, sha256: str, name: str, content: bytes) -> None:
    known = connection.execute(sa.select(files.c.sha256).where(files.c.sha256 == sha256)).scalar()
    if known is None:
        connection.execute(sa.insert(files).values(sha256=sha256, name=name, content=content))


def _store(
    connection: sa.Connection,
    record: RecordTable,
    found: Pending,
    number: int,
    file: str,
    at: datetime,
    ever_undone: bool,
) -> None:
    """Take the replaced rows out of what is live, then insert the new revisions. Of a key that nothing live bears there are earlier ones only where an import is undone."""
    for part in _parts(found.replaced):
        connection.execute(
            sa.update(record.table).where(record.table.c.id.in_(part)).values(live=False)
        )
    columns = lists_of(found.rows)
    keys = list(zip(*(columns[name] for name in record.key_names), strict=True))
    known = revisions_met(connection, record, found.rows) if found.meets or ever_undone else {}
    columns["revision"] = [known.get(key, 0) + 1 for key in keys]
    columns["import_id"], columns["live"] = [number] * len(keys), [True] * len(keys)
    if file:
        columns["file"] = [file if one is None else one for one in columns["file"]]
    if record.many:
        counted: Counter[tuple[Any, ...]] = Counter()
        columns["item"] = [_next(counted, key) for key in keys]
    if record.dated:
        today = at.replace(tzinfo=UTC).astimezone(VIETNAM).date().isoformat()
        columns["counts_from"] = [one or today for one in columns["submitted_on"]]
    insert_rows(connection, record.table, list(columns), list(zip(*columns.values(), strict=True)))


def _next(counted: Counter[tuple[Any, ...]], key: tuple[Any, ...]) -> int:
    counted[key] += 1
    return counted[key]


def _parts(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), KEYS_IN_A_QUERY):
        yield ids[start : start + KEYS_IN_A_QUERY]
