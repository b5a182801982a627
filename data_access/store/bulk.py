"""Many rows into and out of the database, in bulk: one by one they would take several times as long.

Rows are tuples in which dates, times and JSON are text, in one form for both databases.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from data_access.record_table import Kind, kind_of

BATCH, FILES_IN_A_BATCH = 10_000, 10
PLAIN_BATCH = 2_000
"""Rows that stay near the processor while they are turned into columns."""
TIMES = "YYYY-MM-DD HH24:MI:SS.US"

Rows = Sequence[Sequence[Any]]


def insert_rows(
    connection: sa.Connection, table: sa.Table, columns: Sequence[str], rows: Rows
) -> None:
    """Insert the rows (values in the order of `columns`): copied into PostgreSQL, one prepared statement in SQLite."""
    quoted = ", ".join(connection.dialect.identifier_preparer.quote(name) for name in columns)
    if connection.dialect.name == "postgresql":
        cursor: Any = connection.connection.cursor()  # psycopg's own, which knows COPY
        with (
            cursor,
            cursor.copy(f"COPY {table.name} ({quoted}) FROM STDIN") as copy,
        ):
            for row in rows:
                copy.write_row(row)
    elif rows:
        marks = ", ".join("?" * len(columns))
        connection.exec_driver_sql(
            f"INSERT INTO {table.name} ({quoted}) VALUES ({marks})", [tuple(row) for row in rows]
        )


def read_batches(connection: sa.Connection, statement: sa.Select[Any]) -> Iterator[Rows]:
    """The rows of a statement in batches; of rows with files only a few are in memory at a time."""
    rows = with_texts(statement, connection.dialect.name)
    if any(kind_of(column.type) is Kind.BYTES for column in statement.selected_columns):
        yield from connection.execute(
            rows, execution_options={"yield_per": FILES_IN_A_BATCH}
        ).partitions()
    else:
        yield from connection.execute(rows).partitions(BATCH)


def read_plain(
    connection: sa.Connection, statement: sa.Select[Any], values: Mapping[str, Any] | None = None
) -> Iterator[Rows]:
    """The rows of a statement `with_texts` and without files as the driver gives them (flags of SQLite are 0 and 1), in batches: half the work of `read_batches`, which makes an object of each row."""
    result: Any = connection.execute(statement, values)
    while batch := result.cursor.fetchmany(PLAIN_BATCH):
        yield batch
    result.close()


def with_texts(statement: sa.Select[Any], dialect: str) -> sa.Select[Any]:
    """The statement with dates, times and JSON as text."""
    return statement.with_only_columns(
        *(_as_text(column, dialect) for column in statement.selected_columns)
    )


def _as_text(column: Any, dialect: str) -> Any:
    kind = kind_of(column.type)
    if kind is Kind.TIME and dialect == "postgresql":
        return sa.func.to_char(column, TIMES).label(column.name)
    return (
        sa.cast(column, sa.Text).label(column.name)
        if kind in (Kind.DATE, Kind.TIME, Kind.DETAIL)
        else column
    )
