"""Collecting what is wrong or suspicious in a file, as codes with fields and the cell it stands in."""

from __future__ import annotations

from typing import Any

import pandas as pd

from data_access.intake.codes import CODES, QUESTIONS, WARNINGS

COLUMNS = ["file", "sheet", "cell", "severity", "code", "fields"]


class Problems:
    """The problems of one file, in the order they were found. `confirmed`: codes of the questions to which a person has said yes."""

    def __init__(self, file: str, confirmed: frozenset[str] = frozenset()) -> None:
        self.file = file
        self._confirmed = confirmed
        self._found: list[tuple[Any, ...]] = []

    def add(
        self, code: str, sheet: str | None = None, cell: str | None = None, **fields: Any
    ) -> dict[str, Any]:
        """Note one problem and hand back its fields, so that a repeated one can be counted in them.

        The fields must be those that `CODES` names for the code (else ValueError: a mistake of ours).
        """
        if fields.keys() != set(CODES[code]):
            raise ValueError(f"{code} takes the fields {CODES[code]}, not {tuple(fields)}")
        self._found.append((self.file, sheet, cell, self._severity(code), code, fields))
        return fields

    def repeat(self, others: Problems) -> None:
        """Note once more what was noted there, as severe as it is here."""
        for _, sheet, cell, _, code, fields in others._found:
            self.add(code, sheet, cell, **fields)

    def _severity(self, code: str) -> str:
        if code in WARNINGS or code in QUESTIONS & self._confirmed:
            return "warning"
        return "question" if code in QUESTIONS else "error"

    @property
    def has_errors(self) -> bool:
        return any(one[3] != "warning" for one in self._found)

    def frame(self) -> pd.DataFrame:
        """file, sheet, cell, severity (error/question/warning), code, fields (dict): one row per problem."""
        columns = zip(*self._found) if self._found else [[]] * len(COLUMNS)
        return pd.DataFrame(
            {
                name: pd.Series(list(one), dtype=object if name == "fields" else "str")
                for name, one in zip(COLUMNS, columns)
            }
        )
