"""What a frame says of a unit, looked up where it stands: at 10,000 units a map of all their records would hold 20 MB."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np
import pandas as pd


class Record(Mapping[str, Any]):
    """One row of a frame by its columns, numbers as Python's own."""

    def __init__(self, columns: Mapping[str, Any], place: int) -> None:
        self._columns, self._place = columns, place

    def __getitem__(self, column: str) -> Any:
        value = self._columns[column][self._place]
        return value.item() if isinstance(value, np.generic) else value

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)


class RecordsByUnit(Mapping[str, Record]):
    """The rows of a frame by their column `unit`, in its order. Errors: `ValueError` where a unit stands twice."""

    def __init__(self, rows: pd.DataFrame) -> None:
        self._columns = {str(name): rows[name].array for name in rows.columns if name != "unit"}
        self._places = {unit: place for place, unit in enumerate(rows["unit"])}
        if len(self._places) < len(rows):
            raise ValueError("a unit stands twice")

    def __getitem__(self, unit: str) -> Record:
        return Record(self._columns, self._places[unit])

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class PairsByUnit:
    """Two columns of a frame by its first one, `unit`, of a unit in the order of the rows."""

    def __init__(self, rows: pd.DataFrame) -> None:
        units, self._one, self._other = (rows[name].to_numpy() for name in rows.columns)
        self._places: Mapping[Any, Any] = pd.Series(units).groupby(units).indices

    def get(self, unit: str) -> list[tuple[Any, Any]]:
        """The pairs of a unit; none where it has no row."""
        places: Iterable[int] = self._places.get(unit, ())
        return [(self._one[place], self._other[place]) for place in places]
