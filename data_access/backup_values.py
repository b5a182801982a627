"""Whether what a backup holds could have come from this program: SQLite keeps any value in any column, so each is looked at before it is restored."""

import json
import math
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from data_access.record_table import Kind, kind_of
from data_access.schema import RECORDS
from data_access.store.errors import BackupError
from data_access.store.texts import is_writable

OUR_TRIGGERS = frozenset({"keep_journal_update", "keep_journal_delete"})
LARGEST = 2**63


def _reads(reader: Callable[[str], object]) -> Callable[[Any], bool]:
    """Whether a text is one that this reader understands."""

    def fits(value: Any) -> bool:
        try:
            return isinstance(value, str) and reader(value) is not NotImplemented
        except ValueError:
            return False

    return fits


FITS: Mapping[Kind, Callable[[Any], bool]] = {
    Kind.TEXT: lambda value: isinstance(value, str) and is_writable(value),
    Kind.WHOLE: lambda value: type(value) is int and -LARGEST <= value < LARGEST,
    Kind.NUMBER: lambda value: type(value) in (int, float) and math.isfinite(value),
    Kind.DATE: _reads(date.fromisoformat),
    Kind.FLAG: lambda value: value in (0, 1),
    Kind.TIME: _reads(datetime.fromisoformat),
    Kind.DETAIL: _reads(json.loads),
    Kind.BYTES: lambda value: isinstance(value, bytes),
}
"""What a column holds → whether a value, as it is copied, is one."""


def check_rows(path: Path, table: sa.Table, rows: Sequence[Sequence[Any]]) -> None:
    """Errors: `BackupError` `backup_value` for the first value that its column cannot hold."""
    for place, column in enumerate(table.columns):
        fits, codes = FITS[kind_of(column.type)], _codes(table, column)
        for row in rows:
            value = row[place]
            fine = column.nullable if value is None else fits(value)
            if not fine or (codes and value is not None and value not in codes):
                raise BackupError(
                    "backup_value",
                    path=str(path),
                    table=table.name,
                    column=column.name,
                    value=repr(value)[:60],
                )


def _codes(table: sa.Table, column: sa.Column) -> Sequence[str]:
    """The codes that a column of facts may hold; none: any text."""
    record = RECORDS.get(table.name)
    fields = (*record.key, *record.columns) if record else ()
    return next((one.allowed for one in fields if one.name == column.name), ())


def foreign_parts(content: sqlite3.Connection) -> str:
    """What a backup of ours never holds: views, triggers of somebody else, rows that point nowhere. '' if there is none."""
    found: Mapping[str, str] = dict(
        content.execute("SELECT name, type FROM sqlite_master WHERE type IN ('view', 'trigger')")
    )
    strange = [name for name in found if name not in OUR_TRIGGERS]
    if strange:
        return f"{found[strange[0]]} {strange[0]}"
    lost = content.execute("PRAGMA foreign_key_check").fetchone()
    return f"{lost[0]} → {lost[2]}" if lost else ""
