"""Collecting what is wrong or suspicious in a file, as codes with fields and the cell it stands in."""
from __future__ import annotations

from typing import Any

import pandas as pd

from data_access.intake.codes import CODES, WARNINGS

COLUMNS = ["file", "sheet", "cell", "severity", "code", "fields"]


class Problems:
    """The problems of one file, in the order they were found."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._found: list[tuple[Any, ...]] = []

    def add(self, code: str, sheet: str | None = None, cell: str | None = None, **fields: Any) -> None:
        """Note one problem. The fields must be those that `CODES` names for the code (else ValueError: a mistake of ours)."""
        if set(fields) != set(CODES[code]):
            raise ValueError(f"{code} takes the fields {CODES[code]}, not {tuple(fields)}")
        severity = "warning" if code in WARNINGS else "error"
        self._found.append((self.file, sheet, cell, severity, code, {name: _plain_value(one) for name, one in fields.items()}))

    def add_each(self, code: str, rows: pd.DataFrame, **fields: Any) -> None:
        """Note one problem per row of a frame with `sheet` and `cell`; a field is a column of it or a constant."""
        columns = {name: rows[one] if isinstance(one, str) and one in rows else [one] * len(rows) for name, one in fields.items()}
        for sheet, cell, *values in zip(rows["sheet"], rows["cell"], *columns.values()):
            self.add(code, sheet, cell, **dict(zip(columns, values)))

    @property
    def has_errors(self) -> bool:
        return any(one[3] == "error" for one in self._found)

    def frame(self) -> pd.DataFrame:
        """file, sheet, cell, severity (error/warning), code, fields (dict): one row per problem."""
        return pd.DataFrame(self._found, columns=COLUMNS).astype({name: "str" for name in COLUMNS[:-1]})


def _plain_value(value: Any) -> Any:
    """A field as JSON can carry it: numpy scalars as Python's, dates as ISO text, missing as None."""
    if isinstance(value, (list, tuple, dict, str)):
        return value
    if pd.isna(value):
        return None
    if hasattr(value, "isoformat"):
        return value.isoformat()[:10]
    return value.item() if hasattr(value, "item") else value
