"""What the database gives, as frames of the store's types; and frames as the values that it takes."""

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from data_access.record_table import Kind

pd.options.mode.string_storage = "python"  # as in `dashboard.assessment`, for the same reason
DTYPES: dict[Kind, Any] = {
    Kind.TEXT: "str",
    Kind.WHOLE: "Int64",
    Kind.NUMBER: "float64",
    Kind.DATE: "datetime64[us]",
    Kind.FLAG: "boolean",
    Kind.TIME: "datetime64[us, UTC]",
    Kind.DETAIL: "object",
}


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
