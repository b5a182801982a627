"""Rows of the store's tables as a view is given them: all of a table, or a part of one that is large."""

from __future__ import annotations

from typing import Protocol

import pandas as pd


class Tables(Protocol):
    """Rows of every table by its name."""

    def __getitem__(self, name: str, /) -> pd.DataFrame: ...

    def part(self, name: str, **only: str | int) -> pd.DataFrame:
        """The rows that bear these values alone, as unit="U1"."""

    def counted(self, name: str, years: tuple[int, ...]) -> pd.DataFrame:
        """The rows of these years that count on the day of the figures."""
