"""Frames as the store takes and gives them: one type a kind of column, missing as missing, nothing guessed.

text → `str`, whole → `Int64` (`int64` in keys), number → `float64`, date → `datetime64[us]`, flag → `boolean`.
"""

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from data_access.schema import PROVENANCE, Field, Kind, RecordTable
from data_access.store.errors import InvalidRowsError
from data_access.store.texts import is_writable

pd.options.mode.string_storage = "python"  # as in `dashboard.assessment`, for the same reason
GIVEN_BY_THE_STORE = {"revision", "import_id", "first_submitted_on"}


def canonical(record: RecordTable, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with exactly the columns of the table (key, columns, file, sheet, cell) in their types.

    Columns that only the store gives (revision, import) are left out, so that loaded rows can be corrected and saved.
    Errors: `InvalidRowsError` naming the first bad row by file, sheet and cell.
    """
    fields = [*record.key, *record.columns, *PROVENANCE]
    unknown = set(rows.columns) - {column.name for column in fields} - GIVEN_BY_THE_STORE
    if unknown:
        raise InvalidRowsError("column_unknown", table=record.name, column=min(unknown))
    rows = rows.reset_index(drop=True)
    typed = pd.DataFrame(
        {column.name: _typed(record, column, rows) for column in fields}, index=rows.index
    )
    _check_codes(record, typed)
    _check_keys(record, typed)
    return typed.astype(
        {column.name: "int64" for column in record.key if column.kind is Kind.WHOLE}
    )


def _typed(record: RecordTable, column: Field, rows: pd.DataFrame) -> pd.Series:
    if column.name not in rows or rows[column.name].isna().all():
        return pd.Series(column.default, index=rows.index, dtype=DTYPES[column.kind])
    values = rows[column.name]
    try:
        typed = CONVERSIONS[column.kind](values)
    except (ValueError, TypeError, OverflowError):
        position = next(
            place for place in range(len(values)) if _refused(column, values.iloc[[place]])
        )
        value = values.iloc[position]
        where = _place(rows, position)
        raise InvalidRowsError(
            "value_invalid", table=record.name, column=column.name, value=value, **where
        ) from None
    return typed if column.default is None else typed.fillna(column.default)


def _refused(column: Field, value: pd.Series) -> bool:
    try:
        CONVERSIONS[column.kind](value)
    except (ValueError, TypeError, OverflowError):
        return True
    return False


def _text(values: pd.Series) -> pd.Series:
    """Text as it is; blank text is missing. Numbers are refused: 101 or 101.0 as a unit's code would be a guess."""
    distinct = values.dropna().unique()
    if not all(isinstance(value, str) and is_writable(value) for value in distinct):
        raise ValueError(values)
    blank = [value for value in distinct if not value.strip()]
    return (values.mask(values.isin(blank)) if blank else values).astype("str")


def _number(values: pd.Series) -> pd.Series:
    numbers = pd.to_numeric(values.astype(object).where(values.notna(), None)).astype("float64")
    if np.isinf(numbers).any():
        raise ValueError(values)
    return numbers


def _whole(values: pd.Series) -> pd.Series:
    wholes = _number(values)
    if ((wholes % 1 != 0) & wholes.notna()).any() or (wholes.abs() >= 2**31).any():
        raise ValueError(values)
    return wholes.astype("Int64")


def _date(values: pd.Series) -> pd.Series:
    """Dates or ISO text: any other order of day and month is read at the door, not here."""
    if (
        isinstance(values.dtype, pd.StringDtype)
        or values.map(lambda value: isinstance(value, str)).any()
    ):
        dates = pd.to_datetime(values, format="%Y-%m-%d")
    elif pd.api.types.is_numeric_dtype(values.dtype) and values.notna().any():
        raise ValueError(values)
    else:
        dates = pd.to_datetime(values.where(values.notna(), None))
    return dates.astype(DTYPES[Kind.DATE]).dt.normalize()


def _flag(values: pd.Series) -> pd.Series:
    return values.astype(object).where(values.notna(), None).astype("boolean")


DTYPES: dict[Kind, Any] = {
    Kind.TEXT: "str",
    Kind.WHOLE: "Int64",
    Kind.NUMBER: "float64",
    Kind.DATE: "datetime64[us]",
    Kind.FLAG: "boolean",
    Kind.TIME: "datetime64[us, UTC]",
    Kind.DETAIL: "object",
}
CONVERSIONS = {
    Kind.TEXT: _text,
    Kind.WHOLE: _whole,
    Kind.NUMBER: _number,
    Kind.DATE: _date,
    Kind.FLAG: _flag,
}


def _place(rows: pd.DataFrame, position: int) -> dict[str, Any]:
    """Where a row came from, as far as it says so."""
    row = rows.iloc[position].reindex([column.name for column in PROVENANCE]).astype(object)
    return {str(name): value for name, value in row.where(row.notna(), None).items()}


def _check_codes(record: RecordTable, rows: pd.DataFrame) -> None:
    for column in (*record.key, *record.columns):
        values = rows[column.name]
        if not column.allowed:
            continue
        bad = np.flatnonzero(values.notna() & ~values.isin(column.allowed)).tolist()
        if len(bad):
            where = _place(rows, bad[0])
            raise InvalidRowsError(
                "value_not_allowed",
                table=record.name,
                column=column.name,
                value=values.iloc[bad[0]],
                **where,
            )


def _check_keys(record: RecordTable, rows: pd.DataFrame) -> None:
    for name in record.key_names:
        if name == record.optional_key:
            continue
        missing = np.flatnonzero(rows[name].isna()).tolist()
        if len(missing):
            where = _place(rows, missing[0])
            raise InvalidRowsError("key_missing", table=record.name, column=name, **where)
    if record.many:
        return
    twice = np.flatnonzero(rows.duplicated(record.key_names)).tolist()
    if len(twice):
        key = rows[record.key_names].iloc[twice[0]].to_dict()
        raise InvalidRowsError(
            "key_duplicate", table=record.name, key=key, **_place(rows, twice[0])
        )


def frame_of(
    kinds: Mapping[str, Kind],
    batches: Iterable[Sequence[Sequence[Any]]],
    certain: Collection[str] = (),
) -> pd.DataFrame:
    """A frame from batches of database rows (dates, times and JSON as text), typed by column; without rows it has its columns.

    `certain`: the whole numbers that are never missing, given as `int64`.
    """
    said: dict[Any, Any] = {}
    parts = [_part(kinds, batch, said) for batch in batches]
    if not parts:
        types = {name: "int64" if name in certain else DTYPES[kind] for name, kind in kinds.items()}
        return pd.DataFrame({name: pd.Series(dtype=one) for name, one in types.items()})
    rows = parts[0] if len(parts) == 1 else pd.concat(parts, ignore_index=True)
    parsed = {name: PARSING[kind](rows[name]) for name, kind in kinds.items() if kind in PARSING}
    return rows.assign(**parsed).astype(dict.fromkeys(certain, "int64"))


def _part(
    kinds: Mapping[str, Kind], batch: Sequence[Sequence[Any]], said: dict[Any, Any]
) -> pd.DataFrame:
    """The frame of one batch. `said`: the texts met so far; a driver gives each row its own copy of a file's name or a unit's code, here one stands for all."""
    columns = zip(*batch, strict=True)
    return pd.DataFrame(
        {
            name: READINGS[kind](
                [said.setdefault(one, one) for one in values] if kind is Kind.TEXT else values
            )
            for (name, kind), values in zip(kinds.items(), columns, strict=True)
        }
    )


def _flags_read(values: Sequence[Any]) -> Any:
    return pd.array([None if value is None else bool(value) for value in values], dtype="boolean")


READINGS = {
    Kind.TEXT: lambda values: pd.array(values, dtype="str"),
    Kind.WHOLE: lambda values: pd.array(values, dtype="Int64"),
    Kind.NUMBER: lambda values: np.array(values, dtype="float64"),
    Kind.FLAG: _flags_read,
}
READINGS.update(dict.fromkeys((Kind.DATE, Kind.TIME, Kind.DETAIL), READINGS[Kind.TEXT]))

PARSING: dict[Kind, Callable[[pd.Series], pd.Series]] = {
    Kind.DATE: lambda texts: pd.to_datetime(texts, format="%Y-%m-%d").astype(DTYPES[Kind.DATE]),
    Kind.TIME: lambda texts: pd.to_datetime(texts, format="ISO8601", utc=True).astype(
        DTYPES[Kind.TIME]
    ),
    Kind.DETAIL: lambda texts: texts.astype(object).map(json.loads, na_action="ignore"),
}


def tuples_of(rows: pd.DataFrame) -> list[tuple[Any, ...]]:
    """The rows as every driver takes them: Python's own types, dates as ISO text, every missing value as None."""
    return list(zip(*(_plain(rows[name]) for name in rows.columns), strict=True))


def _plain(values: pd.Series) -> list[Any]:
    if pd.api.types.is_datetime64_dtype(values.dtype):
        values = pd.Series(np.datetime_as_string(values.to_numpy(), unit="D"), dtype="str").mask(
            values.isna().to_numpy()
        )
    return values.to_numpy(  # type: ignore[call-overload]  # takes None, which the stubs do not know
        dtype=object, na_value=None
    ).tolist()
