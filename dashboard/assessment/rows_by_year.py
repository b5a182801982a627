"""The chosen rows of all years: as a frame, or of a large province packed, a piece a year, of which only what is asked for is made.

At 10,000 units they are 840,000 rows of 31 columns: 190 MB as a frame, 8 MB packed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np
import pandas as pd

from dashboard.assessment import kept_frames, kept_parts

LARGE = 100_000
"""Rows from which they are packed."""
NAME = "rows"


class RowsByYear:
    """Rows that bear their `year`; packed ones come oldest year first, of a year in the order in which they stood. Never changed.

    In: `frame` and `packed` (year → what `pack` gives) are of different years; `frame` may be without rows, it has all columns and types.
    """

    def __init__(self, frame: pd.DataFrame, packed: Mapping[int, bytes] | None = None) -> None:
        self._frame, self._packed = frame, dict(packed or {})

    def __len__(self) -> int:
        return len(self._frame) + sum(map(kept_parts.length, self._packed.values()))

    @property
    def years(self) -> list[int]:
        """The years of which there is any row, oldest first."""
        return sorted({*self._frame["year"].unique().tolist(), *self._packed})

    def without(self, years: Collection[int]) -> RowsByYear:
        """The rows of all other years."""
        kept = {year: one for year, one in self._packed.items() if year not in years}
        gone = self._frame["year"].isin(list(years)).to_numpy()
        return RowsByYear(self._frame[~gone].reset_index(drop=True), kept)

    def joined(self, other: RowsByYear) -> RowsByYear:
        """With the rows of other years beside them."""
        frame = _one_below_the_other([self._frame, other._frame])
        return RowsByYear(frame, self._packed | other._packed)

    def pieces(self) -> dict[int, bytes]:
        """Year → its rows, packed."""
        years = self._frame["year"]
        own = {int(one): pack(self._frame[years == one]) for one in years.unique()}
        return dict(sorted((own | self._packed).items()))

    def told(self, columns: Sequence[str], years: Collection[int]) -> Iterator[bytes]:
        """These columns of these years, a piece a year: the same where every value is, packed or not."""
        for year, rows in self.without({*self.years} - {*years}).pieces().items():
            yield f"{year} ".encode() + kept_parts.told(rows, columns)

    def settled(self) -> RowsByYear:
        """The same rows, all packed where they are many, else all in the frame."""
        if len(self) > LARGE:
            nothing = self._frame.iloc[:0].copy()  # a slice alone would hold all its rows
            return RowsByYear(nothing, self.pieces())
        return RowsByYear(self.of()) if self._packed else self

    def of(
        self,
        columns: Sequence[str] | None = None,
        *,
        years: Collection[int] | None = None,
        **where: Collection[str],
    ) -> pd.DataFrame:
        """These columns (None: all) of the rows of these years (None: all) whose text in each column of `where` is one of its own.

        Example: `of(["value"], years=[2025], unit=["U1"])`.
        """
        wanted = list(self._frame.columns if columns is None else columns)
        if not self._packed:
            return _asked(self._frame, wanted, years, where)
        found = []
        for year in self.years if years is None else sorted({*self.years} & {*years}):
            if year in self._packed:
                found.append(kept_parts.part_of(self._packed[year], wanted, where))
            else:
                found.append(_asked(self._frame, wanted, [year], where))
        return _one_below_the_other([self._frame.iloc[:0][wanted], *found])


def _asked(
    frame: pd.DataFrame,
    columns: list[str],
    years: Collection[int] | None,
    where: Mapping[str, Collection[str]],
) -> pd.DataFrame:
    asked = np.ones(len(frame), dtype=bool)
    if years is not None:
        asked &= np.isin(frame["year"].to_numpy(), list(years))
    for column, texts in where.items():
        asked &= frame[column].isin(list(texts)).to_numpy(bool)
    found = frame if columns == list(frame.columns) else frame[columns]
    return found if asked.all() else found[asked].reset_index(drop=True)


def _one_below_the_other(frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Frames of the same columns as one; those without rows give nothing but their types."""
    some = [one for one in frames if len(one)]
    return pd.concat(some, ignore_index=True) if len(some) > 1 else [*some, *frames][0]


def pack(rows: pd.DataFrame) -> bytes:
    """The rows of a year as bytes, of which `RowsByYear` makes what is asked for."""
    return kept_frames.written({NAME: rows.reset_index(drop=True)})
