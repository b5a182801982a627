"""What the database gives, as frames of the store's types; and frames as the values that it takes."""

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache
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
    gathered: dict[str, list[np.ndarray]] = {name: [] for name in kinds}
    for batch in batches:
        for (name, kind), values in zip(kinds.items(), zip(*batch, strict=True), strict=True):
            gathered[name].append(_gathered(kind, values, said, name in certain))
    if not all(gathered.values()):
        return _without_rows(tuple(kinds.items()), frozenset(certain)).copy(deep=False)
    return pd.DataFrame(
        {name: COLUMNS[kind](np.concatenate(gathered[name])) for name, kind in kinds.items()},
        copy=False,
    )


@cache
def _without_rows(kinds: tuple[tuple[str, Kind], ...], certain: frozenset[str]) -> pd.DataFrame:
    """A frame of these columns without rows, made once: a file of a new year meets hardly any."""
    return pd.DataFrame(
        {
            name: pd.Series(dtype="int64" if name in certain else DTYPES[kind])
            for name, kind in kinds
        },
        copy=False,
    )


def _gathered(
    kind: Kind, values: Sequence[Any], said: dict[Any, Any], is_certain: bool
) -> np.ndarray:
    """A batch's values of one column. `said`: the texts met so far; a driver gives each row its own copy of a file's name or a unit's code, here one stands for all."""
    if is_certain:
        return np.array(values, dtype="int64")
    if kind in (Kind.NUMBER, Kind.FLAG):
        return np.array(values, dtype="float64")
    if kind in (Kind.TEXT, Kind.DATE):
        values = list(map(said.setdefault, values, values))
    found = np.empty(len(values), dtype=object)
    found[:] = values
    return found


def _whole_column(values: np.ndarray) -> Any:
    return values if values.dtype == "int64" else pd.array(values, dtype="Int64")


def _flag_column(values: np.ndarray) -> Any:
    missing = np.isnan(values)
    return pd.arrays.BooleanArray(np.where(missing, 0, values).astype(bool), missing)


def _day_column(texts: np.ndarray) -> Any:
    """Few days are said many times: each is parsed once."""
    places, days = pd.factorize(texts)
    parsed = pd.to_datetime(pd.Series(days, dtype="str"), format="%Y-%m-%d")
    known = parsed.astype(DTYPES[Kind.DATE]).to_numpy()
    return np.append(known, np.datetime64("NaT", "us"))[places]


COLUMNS: dict[Kind, Callable[[np.ndarray], Any]] = {
    Kind.TEXT: lambda texts: pd.array(texts, dtype="str"),
    Kind.WHOLE: _whole_column,
    Kind.NUMBER: lambda numbers: numbers,
    Kind.DATE: _day_column,
    Kind.FLAG: _flag_column,
    Kind.TIME: lambda texts: pd.to_datetime(
        pd.Series(texts, dtype="str"), format="ISO8601", utc=True
    ).astype(DTYPES[Kind.TIME]),
    Kind.DETAIL: lambda texts: pd.Series(texts, dtype=object).map(json.loads, na_action="ignore"),
}
"""What the gathered values of a kind become."""


def tuples_of(rows: pd.DataFrame) -> list[tuple[Any, ...]]:
    """The rows as every driver takes them: Python's own types, dates as ISO text, every missing value as None."""
    return list(zip(*lists_of(rows).values(), strict=True))


def lists_of(rows: pd.DataFrame) -> dict[str, list[Any]]:
    """The columns with the values of `tuples_of`."""
    return {str(name): _plain(values) for name, values in rows.items()}


def _plain(values: pd.Series) -> list[Any]:
    if pd.api.types.is_datetime64_dtype(values.dtype):
        days = np.datetime_as_string(values.to_numpy(), unit="D").tolist()
        return [None if day == "NaT" else day for day in days]
    return values.to_numpy(  # type: ignore[call-overload]  # takes None, which the stubs do not know
        dtype=object, na_value=None
    ).tolist()
