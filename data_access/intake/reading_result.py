"""What reading a file gives: tables and problems, and what was believed on the way."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd


class Reading(NamedTuple):
    """What one file says.

    `tables`: table → rows with the columns of docs/architecture.md and file, sheet, cell. `problems`: file, sheet, cell, severity
    (`error`/`question`/`warning`), code, fields (dict, `codes.CODES`). `notes`: file, sheet, table, rows, left_out (totals, signatures):
    what was recognised. `claims`: file, sheet, cell, kind, value, place, text: what each table says of itself and was believed, defaults
    among them. `columns`: file, sheet, cell, header, role: each column of a table of results and what it was taken for (`left_out` = not
    read). A file with any error, or a question that nobody has answered, must not be stored.
    """

    file: str
    tables: dict[str, pd.DataFrame]
    problems: pd.DataFrame
    notes: pd.DataFrame
    claims: pd.DataFrame
    columns: pd.DataFrame

    @property
    def has_errors(self) -> bool:
        """Whether anything in the file must be put right or answered first."""
        return bool(self.problems["severity"].isin(["error", "question"]).any())
