"""What the reader looks at: the shared choices of every page."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Choices:
    """What the reader looks at; `block` and `kind` are None for all. They choose what is shown, never what is worked out."""

    year: int
    block: str | None = None
    kind: str | None = None
    todays_boundaries: bool = False

    def of(self, rows: pd.DataFrame) -> pd.DataFrame:
        """The rows of the chosen block and kind (by the columns of `Standing.table`)."""
        if self.block:
            rows = rows[rows["block"] == self.block]
        return rows[rows["kind"] == self.kind] if self.kind and "kind" in rows else rows
