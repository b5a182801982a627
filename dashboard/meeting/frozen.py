"""Frames as plain data and back to the last digit: what a seal is written in. Missing is null, days are ISO text, infinities are words."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

import numpy as np
import pandas as pd

from dashboard.assessment.rows_by_year import RowsByYear
from dashboard.assessment.standing import Records, Standing, assess
from dashboard.plan import Plan

DAY = "%Y-%m-%d"
CHOSEN, ATTAINED = "chosen", "attained"
"""The chosen rows, which stand in a seal as a frame."""
OF_STANDING = tuple(
    ATTAINED if one.name == CHOSEN else one.name
    for one in fields(Standing)
    if one.name == CHOSEN or str(one.type).endswith(("DataFrame", "DataFrame]"))
)
"""The parts of a standing that are frames, or frames by name."""


def written(rows: pd.DataFrame) -> dict[str, Any]:
    """A frame as plain data: columns with their types and their values in order; `index` where rows bear names of their own."""
    plain = {
        "columns": [[_name(name), str(rows[name].dtype)] for name in rows.columns],
        "values": [_plain(rows[name]) for name in rows.columns],
    }
    if isinstance(rows.index, pd.RangeIndex):
        return plain
    index = rows.index.to_series()
    return {**plain, "index": [rows.index.name, str(index.dtype), _plain(index)]}


def read(rows: Mapping[str, Any]) -> pd.DataFrame:
    """The frame that `written` wrote."""
    found = pd.DataFrame(
        {
            name: _typed(values, kind)
            for (name, kind), values in zip(rows["columns"], rows["values"], strict=True)
        }
    )
    if "index" not in rows:
        return found
    name, kind, values = rows["index"]
    return found.set_axis(pd.Index(_typed(values, kind), name=name), axis=0)


def parts_of(standing: Standing) -> dict[str, Any]:
    """Every frame of a standing as plain data."""
    return {name: _each(getattr(standing, name), written) for name in OF_STANDING}


def as_kept(
    plan: Plan, records: Records, year: int, as_of: dt.date, parts: Mapping[str, Any]
) -> Standing | None:
    """The standing with its frames as they were sealed, no figure of it worked out again; None where they lack what the program reads today."""
    today = _read_today(plan, records, year, as_of)
    found = {name: _each_read(part) for name, part in parts.items()}
    fits = all(name in found and _fits(found[name], one) for name, one in today.items())
    return of_parts(plan, year, as_of, found) if fits else None


def of_parts(plan: Plan, year: int, as_of: dt.date, parts: Mapping[str, Any]) -> Standing:
    """The standing of these parts: a frame, or frames by name, for each of `OF_STANDING`."""
    chosen = RowsByYear(parts[ATTAINED]).settled()
    frames = {name: parts[name] for name in OF_STANDING if name != ATTAINED}
    return Standing(plan, year, as_of, chosen=chosen, **frames)


def _read_today(plan: Plan, records: Records, year: int, as_of: dt.date) -> dict[str, Any]:
    """Every part of a standing with the columns that the program has today: what it works out by this plan of no records at all."""
    of_nothing = assess(plan, Records(*(rows.iloc[:0] for rows in records)), year, as_of)
    return {name: getattr(of_nothing, name) for name in OF_STANDING}


def _each_read(part: Mapping[str, Any]) -> Any:
    return {key: read(one) for key, one in part.items()} if _is_many(part) else read(part)


def _each(part: Any, make: Any) -> Any:
    return {key: make(one) for key, one in part.items()} if isinstance(part, dict) else make(part)


def _is_many(part: Mapping[str, Any]) -> bool:
    return "columns" not in part or isinstance(part["columns"], dict)


def _fits(sealed: Any, today: Any) -> bool:
    """Whether everything that the program has today is in what was sealed."""
    if isinstance(today, dict):
        return today.keys() <= sealed.keys() and all(
            _fits(sealed[key], one) for key, one in today.items()
        )
    return set(today.columns) <= set(sealed.columns)


def _name(name: object) -> object:
    return name if isinstance(name, str) else int(name)


def _plain(values: pd.Series) -> list:
    kind = str(values.dtype)
    if kind.startswith("datetime64"):
        return values.dt.strftime(DAY).astype(object).where(values.notna(), None).tolist()
    if kind in ("int64", "bool"):
        return values.tolist()
    if kind == "str":
        return [one if isinstance(one, str) else None for one in values.tolist()]
    if kind == "float64":
        return [one if math.isfinite(one) else _value(one) for one in values.tolist()]
    return [_value(one) for one in values.astype(object).where(values.notna(), None)]


def _value(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _value(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_value(one) for one in value]
    value = value.item() if isinstance(value, np.generic) else value
    if isinstance(value, float) and not math.isfinite(value):
        return None if math.isnan(value) else str(value)
    return value.isoformat() if hasattr(value, "isoformat") else value


def _typed(values: list, kind: str) -> pd.Series:
    if kind.startswith("datetime64"):
        return pd.Series(pd.to_datetime(pd.Series(values, dtype=object), format=DAY)).astype(kind)
    if kind == "float64":
        return pd.Series(
            np.array([np.nan if one is None else one for one in values], dtype="float64")
        )
    said: dict = {}
    return pd.Series(
        [said.setdefault(one, one) for one in values] if kind == "str" else values, dtype=kind
    )
