"""A change of units as it is entered, and what is known of units when it is."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import pandas as pd

from data_access import unit_lives

KINDS = ("add", "rename", "end", "merge", "split", "regroup", "head", "alias")
DATED = ("add", "rename", "end", "merge", "split")
NEEDS_UNITS = {"rename": 1, "end": 1, "merge": 2, "split": 1, "regroup": 1, "head": 1, "alias": 1}
NEEDS_NEW = {"add": 1, "merge": 1, "split": 2}
CODES: Mapping[str, tuple[str, ...]] = {
    "date_missing": (), "document_missing": (), "units_too_few": ("needed",), "units_too_many": (), "new_too_few": ("needed",), "unit_unknown": ("unit",), "unit_code_missing": (), "unit_code_invalid": ("unit",),
    "unit_code_taken": ("unit", "name"), "unit_code_twice": ("unit",), "name_missing": ("unit",), "name_unchanged": ("name",), "name_taken": ("name", "unit"), "kind_missing": ("unit",), "not_alive": ("unit", "on"),
    "year_missing": (), "nothing_given": (), "staff_invalid": (), "block_outside": ("unit", "on", "first", "last"), "alias_missing": (), "alias_taken": ("alias", "unit"),
    "head_missing": (), "since_missing": (), "since_outside": ("on", "first", "last"),
    **unit_lives.CODES,
}  # fmt: skip
CODE_FORM = re.compile(r"[\w.\-]{1,40}")
DAY = dt.timedelta(days=1)


class NewUnit(NamedTuple):
    """A unit that a change makes."""

    unit: str
    name: str
    kind: str | None = None
    short_name: str | None = None
    block: str | None = None
    staff: int | None = None


@dataclass(frozen=True)
class Change:
    """One decided change. `on`: first day of the new state. `units`: codes it befalls. `name`: the new name (rename), the other name (alias) or the person (head). `year`, `block`, `staff`: for `regroup`; `post`: for `head`."""

    kind: str
    on: dt.date | None = None
    document: str = ""
    units: tuple[str, ...] = ()
    new: tuple[NewUnit, ...] = ()
    name: str = ""
    year: int | None = None
    block: str | None = None
    staff: int | None = None
    post: str = ""


class Problem(NamedTuple):
    """Why a change cannot be stored: one of `CODES` with its fields."""

    code: str
    fields: dict[str, Any]


class Known(NamedTuple):
    """The live tables that a change is checked against, and the years of the plan."""

    units: pd.DataFrame
    aliases: pd.DataFrame
    years: Sequence[int]
    lineage: pd.DataFrame = pd.DataFrame(columns=["before", "after", "on", "kind"])
    unit_years: pd.DataFrame = pd.DataFrame(columns=["unit", "year", "block"])
