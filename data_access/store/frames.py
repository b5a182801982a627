"""Frames as the store takes and gives them: one type a kind of column, missing as missing, nothing guessed.

text → `str`, whole → `Int64` (`int64` in keys), number → `float64`, date → `datetime64[us]`, flag → `boolean`.
"""

from typing import Any

import numpy as np
import pandas as pd

from data_access.record_table import PROVENANCE, Field, Kind, RecordTable
from data_access.store.errors import InvalidRowsError
from data_access.store.read_frames import DTYPES
from data_access.store.texts import is_writable

_DTYPES = {kind: pd.Series(dtype=name).dtype for kind, name in DTYPES.items()}
"""A column that is of its kind's type already is not made anew: most are, and a file has hundreds."""
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
    columns = {column.name: _typed(record, column, rows) for column in fields}
    whole = [column.name for column in record.key if column.kind is Kind.WHOLE]
    for name in (one for one in whole if not columns[one].isna().any()):
        columns[name] = columns[name].to_numpy("int64")
    typed = pd.DataFrame(columns, copy=False)
    _check_codes(record, typed)
    _check_keys(record, typed)
    return typed


def _typed(record: RecordTable, column: Field, rows: pd.DataFrame) -> Any:
    """The column as an array: one that is of its kind's type already, as most are, is looked through and not made anew."""
    values = rows.get(column.name)
    if values is None or values.array.isna().all():
        return pd.array([column.default] * len(rows), dtype=DTYPES[column.kind])
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
    return (typed if column.default is None else typed.fillna(column.default)).array


def _refused(column: Field, value: pd.Series) -> bool:
    try:
        CONVERSIONS[column.kind](value)
    except (ValueError, TypeError, OverflowError):
        return True
    return False


def _text(values: pd.Series) -> pd.Series:
    """Text as it is; blank text is missing. Numbers are refused: 101 or 101.0 as a unit's code would be a guess."""
    is_text = values.dtype == _DTYPES[Kind.TEXT]
    distinct = _distinct(values) if is_text else values.dropna().unique()
    if not all(isinstance(value, str) and is_writable(value) for value in distinct):
        raise ValueError(values)
    blank = [value for value in distinct if not value.strip()]
    if is_text and not blank:
        return values
    return (values.mask(values.isin(blank)) if blank else values).astype("str")


def _distinct(texts: pd.Series) -> set[str]:
    return {one for one in set(texts.to_numpy().tolist()) if isinstance(one, str)}


def _number(values: pd.Series) -> pd.Series:
    numbers = (
        values
        if values.dtype == _DTYPES[Kind.NUMBER]
        else pd.to_numeric(values.astype(object).where(values.notna(), None)).astype("float64")
    )
    if np.isinf(numbers).any():
        raise ValueError(values)
    return numbers


def _whole(values: pd.Series) -> pd.Series:
    if values.dtype == _DTYPES[Kind.WHOLE]:
        if (np.abs(values.to_numpy("float64", na_value=np.nan)) >= 2**31).any():
            raise ValueError(values)
        return values
    wholes = _number(values)
    if ((wholes % 1 != 0) & wholes.notna()).any() or (wholes.abs() >= 2**31).any():
        raise ValueError(values)
    return wholes.astype("Int64")


def _date(values: pd.Series) -> pd.Series:
    """Dates or ISO text: any other order of day and month is read at the door, not here."""
    if pd.api.types.is_datetime64_dtype(values.dtype):
        dates = values
    elif (
        isinstance(values.dtype, pd.StringDtype)
        or values.map(lambda value: isinstance(value, str)).any()
    ):
        dates = pd.to_datetime(values, format="%Y-%m-%d")
    elif pd.api.types.is_numeric_dtype(values.dtype) and values.notna().any():
        raise ValueError(values)
    else:
        dates = pd.to_datetime(values.where(values.notna(), None))
    days = dates.astype(DTYPES[Kind.DATE]).to_numpy().astype("datetime64[D]")
    return pd.Series(days.astype(DTYPES[Kind.DATE]), copy=False)


def _flag(values: pd.Series) -> pd.Series:
    if values.dtype == _DTYPES[Kind.FLAG]:
        return values
    return values.astype(object).where(values.notna(), None).astype("boolean")


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
        if not column.allowed:
            continue
        values = rows[column.name]
        if set(column.allowed).issuperset(_distinct(values)):
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
        missing = np.flatnonzero(rows[name].array.isna()).tolist()
        if len(missing):
            where = _place(rows, missing[0])
            raise InvalidRowsError("key_missing", table=record.name, column=name, **where)
    if record.many:
        return
    keys = zip(*(rows[name].to_numpy().tolist() for name in record.key_names), strict=True)
    if len(set(keys)) == len(rows):
        return
    second = int(rows.duplicated(record.key_names).to_numpy().argmax())
    key = rows[record.key_names].iloc[second].to_dict()
    raise InvalidRowsError("key_duplicate", table=record.name, key=key, **_place(rows, second))
