"""By what an answer of a view is known, in a reader's process and in the one that makes answers ahead: the view, the nouns in which it speaks, the edition of the figures, what its reader may see, every argument."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass

import pandas as pd

from dashboard.access.visible import Sight
from dashboard.assessment.standing import Standing
from dashboard.plan import Plan
from dashboard.writing.nouns import spoken

PLAIN = (type(None), bool, int, float, str, bytes, dt.date)
Print = Callable[[Plan], str]
"""What tells two plans apart."""


class Rows:
    """Rows of every table by its name, as somebody may see them; `edition`: the number of the edition that they are of, None: as they are."""

    @property
    def edition(self) -> int | None:
        raise NotImplementedError

    def __getitem__(self, name: str) -> pd.DataFrame:
        raise NotImplementedError

    def part(self, name: str, **only: str | int) -> pd.DataFrame:
        """The rows of a table that bear these values alone, as unit="U1"; who holds no whole table reads nothing else."""
        rows = self[name]
        for column, value in only.items():
            rows = rows[rows[column] == value]
        return rows.reset_index(drop=True)

    def counted(self, name: str, years: tuple[int, ...]) -> pd.DataFrame:
        """The rows of a table of these years that count on the day of the figures."""
        rows = self[name]
        return rows[rows["year"].isin(years)].reset_index(drop=True)


def name_of(view: Callable) -> str:
    """The name of a view. Raises `TypeError` for one without a name of its own."""
    name = f"{view.__module__}.{view.__qualname__}"
    if "<" in name:
        raise TypeError(f"{name}: only a function of a module can be told from every other")
    return name


def key_of(
    view: Callable, asked: Mapping[str, object], change: int, sight: Sight, print_of: Print
) -> str:
    """What tells a call of a view from every other, over the store's last change: two texts are equal where everything that goes in is. Raises `TypeError` for an argument that cannot be told from another for certain."""
    name = name_of(view)
    arguments = [
        (part, _told_apart(value, f"{name}({part})", print_of)) for part, value in asked.items()
    ]
    return repr((name, spoken(), change, sight, arguments))


def place_of(key: str) -> str:
    """Under which name an answer with this key lies beside the figures."""
    return f"answer-{hashlib.sha256(key.encode()).hexdigest()[:40]}"


def _told_apart(value: object, where: str, print_of: Print) -> object:
    """What tells an argument from every other of its kind."""
    if isinstance(value, Standing):
        return "standing", print_of(value.plan), value.year, value.as_of, value.edition
    if isinstance(value, Plan):
        return "plan", print_of(value)
    if isinstance(value, Rows):
        return "tables", value.edition
    if isinstance(value, PLAIN):
        return type(value).__name__, value
    if isinstance(value, tuple):
        return tuple(_told_apart(one, where, print_of) for one in value)
    if is_dataclass(value) and not isinstance(value, type) and value.__dataclass_params__.frozen:
        parts = (getattr(value, one.name) for one in fields(value))
        told = (_told_apart(one, where, print_of) for one in parts)
        return type(value).__qualname__, *told
    raise TypeError(f"{where}: a {type(value).__name__} cannot be told from another for certain")
