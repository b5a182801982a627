"""The rows of the store that rows to come may meet: those whose key holds nothing that none of them has."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import pandas as pd
import sqlalchemy as sa

from data_access.record_table import RecordTable
from data_access.schema import imports
from data_access.store.live_rows import Prepared, prepared, read_prepared, record_named

KEYS_IN_A_QUERY = 1_000


def live_met(connection: sa.Connection, record: RecordTable, rows: pd.DataFrame) -> pd.DataFrame:
    """The live rows, with their id and when they were imported (`imported_at`), that these rows may meet."""
    wanted = _wanted(record, rows)
    asked = _live_asked(record.name, tuple(wanted), connection.dialect.name)
    return read_prepared(connection, asked, wanted)


def revisions_met(
    connection: sa.Connection, record: RecordTable, rows: pd.DataFrame
) -> dict[tuple[Any, ...], int]:
    """Key → the highest revision that it ever had, undone ones included."""
    wanted = _wanted(record, rows)
    found = connection.execute(_newest_asked(record.name, tuple(wanted)), wanted).all()
    return {tuple(key): highest for *key, highest in found}


def _wanted(record: RecordTable, rows: pd.DataFrame) -> Mapping[str, list[Any]]:
    """Part of the key → its values in these rows, but of very many units all, which is faster than asking for each, and of a part that may be missing."""
    parts = [part for part in record.key_names if part != record.optional_key]
    values = {part: rows[part].unique().tolist() for part in parts}
    return {part: found for part, found in values.items() if len(found) <= KEYS_IN_A_QUERY}


@cache
def _live_asked(name: str, parts: tuple[str, ...], dialect: str) -> Prepared:
    """Made once a table: a file asks for a dozen, and to make the question takes longer than to answer it."""
    record = record_named(name)
    columns = [record.table.c[name] for name in (*record.key_names, *record.column_names)]
    statement = sa.select(
        record.table.c.id,
        *columns,
        record.table.c.sheet,
        record.table.c.cell,
        imports.c.at.label("imported_at"),
    ).join(imports, imports.c.id == record.table.c.import_id)
    return prepared(statement.where(record.table.c.live, *_among(record, parts)), dialect)


@cache
def _newest_asked(name: str, parts: tuple[str, ...]) -> sa.Select[Any]:
    record = record_named(name)
    key = [record.table.c[name] for name in record.key_names]
    newest = sa.select(*key, sa.func.max(record.table.c.revision)).group_by(*key)
    return newest.where(*_among(record, parts))


def _among(record: RecordTable, parts: tuple[str, ...]) -> list[sa.ColumnElement[bool]]:
    return [record.table.c[part].in_(sa.bindparam(part, expanding=True)) for part in parts]
