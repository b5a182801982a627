"""What is live: read from the `live` mark kept at every save and undo, or as of a day."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import sqlalchemy as sa

from data_access.record_table import PROVENANCE, Kind, RecordTable, kind_of
from data_access.schema import RECORDS, imports
from data_access.store import person_codes
from data_access.store.bulk import read_plain, with_texts
from data_access.store.errors import InvalidRowsError
from data_access.store.read_frames import frame_of

ASSESSED = ("results", "units", "unit_years", "lineage", "filings", "limitations")


def record_named(name: str) -> RecordTable:
    """The description of a table of facts. Errors: `InvalidRowsError` if there is none of that name."""
    if name not in RECORDS:
        raise InvalidRowsError("table_unknown", table=name)
    return RECORDS[name]


def live_rows(
    connection: sa.Connection,
    record: RecordTable,
    as_of: date | None = None,
    only: Mapping[str, Collection[Any]] | None = None,
) -> pd.DataFrame:
    """One row a live row: key, columns, revision, import_id, file, sheet, cell, in the order they were stored.

    `only`: the rows alone whose part of the key (or column) of this name is one of these values.
    With `as_of`, a result or filing counts only if submitted (or, where that is unknown, imported) by that day; what
    was live before it counts instead. Filings also bear `first_submitted_on`, the earliest date among the revisions.
    """
    table = record.table
    asked = {part: table.c[part].in_(list(values)) for part, values in (only or {}).items()}
    by_key = [asked[part] for part in asked if part in record.key_names]
    if record.dated and as_of is not None and _any_later(connection, table, as_of, by_key):
        by_then = sa.and_(table.c.live, table.c.counts_from <= as_of) | table.c.id.in_(
            _replaced_later(record, as_of)
        )
        condition: sa.ColumnElement[bool] = by_then
    else:
        condition = table.c.live
    first = [_first_submission(table, as_of)] if record.name == "filings" else []
    statement = sa.select(*_columns(record), *first).where(condition, *asked.values())
    statement = statement.order_by(table.c.id)
    return read_frame(connection, statement)


def _any_later(
    connection: sa.Connection,
    table: sa.Table,
    as_of: date,
    by_key: Sequence[sa.ColumnElement[bool]],
) -> bool:
    """Whether any live row whose key is asked for counts from a later day only; where none does, as nearly always, what is live now was live on the day."""
    later = sa.select(table.c.id).where(table.c.live, table.c.counts_from > as_of, *by_key).limit(1)
    return connection.execute(later).first() is not None


def _columns(record: RecordTable) -> list[sa.Column[Any]]:
    names = [
        *record.key_names,
        *record.column_names,
        "revision",
        "import_id",
        *(place.name for place in PROVENANCE),
    ]
    return [record.table.c[name] for name in names]


def same_key(record: RecordTable, one: Any, other: Any) -> sa.ColumnElement[bool]:
    """Do two rows bear the same key? A missing optional part equals a missing one."""
    pairs = [(one[name], other[name]) for name in record.key_names if name != record.optional_key]
    equal = [left == right for left, right in pairs]
    if record.optional_key:
        equal.append(one[record.optional_key].is_not_distinct_from(other[record.optional_key]))
    return sa.and_(*equal)


def _replaced_later(record: RecordTable, as_of: date) -> sa.Select[tuple[int]]:
    """The rows that were the newest on the day, among those whose live successor came after it."""
    now, earlier = record.table.alias(), record.table.alias()
    newest_first = sa.func.row_number().over(
        partition_by=[earlier.c[name] for name in record.key_names],
        order_by=earlier.c.revision.desc(),
    )
    ranked = (
        sa.select(earlier.c.id, newest_first.label("place"))
        .join_from(now, earlier, same_key(record, now.c, earlier.c))
        .join(imports, imports.c.id == earlier.c.import_id)
        .where(
            now.c.live, now.c.counts_from > as_of, ~imports.c.undone, earlier.c.counts_from <= as_of
        )
        .subquery()
    )
    return sa.select(ranked.c.id).where(ranked.c.place == 1)


def _first_submission(filings: sa.Table, as_of: date | None) -> sa.Label[Any]:
    """When a report first came in: a corrected one that comes later is not late."""
    earlier = filings.alias()
    condition = [same_key(RECORDS["filings"], earlier.c, filings.c), ~imports.c.undone]
    if as_of is not None:
        condition.append(earlier.c.counts_from <= as_of)
    first = sa.select(sa.func.min(earlier.c.submitted_on)).join(
        imports, imports.c.id == earlier.c.import_id
    )
    return first.where(*condition).scalar_subquery().label("first_submitted_on")


def history(connection: sa.Connection, record: RecordTable, key: Mapping[str, Any]) -> pd.DataFrame:
    """Every revision of the rows that bear these parts of the key, newest first, each with its import.

    Columns: those of `live_rows`, then live, at (UTC), who, imported (the file's name), illustrative, undone.
    """
    for name in key:
        if name not in record.key_names:
            raise InvalidRowsError("column_unknown", table=record.name, column=name)
    origin = [
        imports.c.at,
        imports.c.who,
        imports.c.file.label("imported"),
        imports.c.illustrative,
        imports.c.undone,
    ]
    statement = (
        sa.select(*_columns(record), record.table.c.live, *origin)
        .join(imports, imports.c.id == record.table.c.import_id)
        .where(*(record.table.c[name] == _plain(value) for name, value in key.items()))
        .order_by(record.table.c.id.desc())
    )
    return read_frame(connection, statement)


def _plain(value: Any) -> Any:
    """Python's own value: no driver knows numpy's numbers."""
    return value.item() if isinstance(value, np.generic) else value


class Prepared(NamedTuple):
    """A statement as the driver is asked, and the kinds of its columns; `certain` are the whole numbers that are never missing."""

    statement: sa.Select[Any]
    kinds: Mapping[str, Kind]
    certain: Sequence[str]


def prepared(statement: sa.Select[Any], dialect: str) -> Prepared:
    """A statement that can be asked often. Names of columns are plain texts: a frame of the library's own kind of text asks whoever it is sent to for the library."""
    columns = list(statement.selected_columns)
    kinds = {str(column.name): kind_of(column.type) for column in columns}
    certain = [
        str(column.name)
        for column in columns
        if kinds[column.name] is Kind.WHOLE and not getattr(column, "nullable", True)
    ]
    return Prepared(with_texts(statement, dialect), kinds, certain)


def read_frame(connection: sa.Connection, statement: sa.Select[Any]) -> pd.DataFrame:
    """The rows of a statement as a frame, typed by its columns; codes of persons as their names."""
    return read_prepared(connection, prepared(statement, connection.dialect.name))


def read_prepared(
    connection: sa.Connection, asked: Prepared, values: Mapping[str, Any] | None = None
) -> pd.DataFrame:
    """As `read_frame`; `values` are those of the statement's parameters."""
    batches = read_plain(connection, asked.statement, values)
    return person_codes.with_names(connection, frame_of(asked.kinds, batches, asked.certain))
