"""What the columns of a table hold, and how one of their values is written: on screen, on paper, in Excel and in CSV."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

import pandas as pd

from dashboard.writing import theme
from dashboard.writing.differences import delta
from dashboard.writing.formats import DASH, count, date, is_missing, number, percent
from dashboard.writing.nouns import worded

Kind = Literal["text", "count", "number", "score", "share", "delta", "date", "status", "level"]
FIGURES = ("count", "number", "score", "share", "delta")
ORDERS = {"status": list(theme.STATUS), "level": list(theme.FLAG)}
LOOKS: dict[str, Mapping[Any, theme.Meaning]] = {"status": theme.STATUS, "level": theme.FLAG}


@dataclass(frozen=True)
class Column:
    """A column's heading and what stands in it.

    `text` as it is · `count` 1.234 · `number` and `score` 83,3 · `share` 0–1 as 95,3% · `delta` +1,2 · `date` 20/9/2019 ·
    `status` and `level` codes as sign and word, sorted in the order of the theme.
    """

    label: str
    kind: Kind = "text"
    decimals: int = 1
    width: Literal["small", "medium", "large"] | int | None = None
    help: str | None = None

    def __post_init__(self) -> None:
        if self.kind not in get_args(Kind):
            raise ValueError(f"column “{self.label}”: no kind {self.kind}")

    @property
    def is_figure(self) -> bool:
        """Whether its values stand under each other from the right."""
        return self.kind in FIGURES

    @property
    def is_coded(self) -> bool:
        """Whether values are codes of the theme."""
        return self.kind in ORDERS


def columns_of(frame: pd.DataFrame, columns: Mapping[str, Column | str]) -> dict[str, Column]:
    """Columns to show, in order; a bare text is the heading of a text column. Empty means all of the frame under their own names."""
    asked = columns or {str(name): str(name) for name in frame.columns}
    return {name: one if isinstance(one, Column) else Column(one) for name, one in asked.items()}


def decimals_of(values: pd.Series) -> int:
    """The decimals of a column of maxima or weights: none where all are whole, else one.

    >>> decimals_of(pd.Series([10, 7.5])), decimals_of(pd.Series([10.0, None]))
    (1, 0)
    """
    known = pd.to_numeric(values).dropna()
    return 0 if (known % 1 == 0).all() else 1


def filled(frame: pd.DataFrame, columns: Mapping[str, Column | str]) -> dict[str, Column | str]:
    """The columns in which the frame has anything to show."""
    return {name: one for name, one in columns.items() if frame[name].notna().any()}


def written(value: object, column: Column) -> str:
    """A value as people read it; missing is a dash.

    >>> written(0.953, Column("Tỷ lệ", "share")), written("slow", Column("Trạng thái", "status")), written(None, Column("Điểm", "score"))
    ('95,3%', '▼ chậm', '–')
    """
    if is_missing(value):
        return DASH
    if column.is_coded:
        look = LOOKS[column.kind].get(value)
        return worded(look.label) if look else str(value)
    return _WRITERS[column.kind](value, column.decimals)


def plain_written(value: object, column: Column) -> str:
    """A value as a file for a spreadsheet has it: no dots between thousands, an ordinary minus, nothing for missing.

    >>> plain_written(1234.5, Column("Điểm", "score")), plain_written(float("nan"), Column("Điểm", "score"))
    ('1234,5', '')
    """
    if is_missing(value):
        return ""
    text = written(value, column)
    if column.is_figure:
        return text.replace(".", "").replace("−", "-").removeprefix("+")
    return text


_WRITERS = {
    "text": lambda value, decimals: str(value),
    "count": lambda value, decimals: count(value),
    "number": number,
    "score": number,
    "share": percent,
    "delta": delta,
    "date": lambda value, decimals: date(value),
}
