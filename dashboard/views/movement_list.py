"""The movements of an installation as they are listed: for the page Người dùng and the command line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pandas as pd

from dashboard.wording import movement_words as words
from dashboard.wording import role_words
from dashboard.writing import formats
from dashboard.writing.table_model import Table


def state(closed_at: dt.datetime | None) -> str:
    """Whether a movement is open, or since when it is not."""
    return words.OPEN if closed_at is None else words.CLOSED.format(day=formats.date(closed_at))


def table(rows: Sequence[tuple[str, str, dt.datetime | None, int]]) -> Table:
    """Every further movement. In: code, name, when it was closed, how many accounts have anything in it."""
    listed = [
        {"code": code, "name": name, "state": state(closed), "people": people}
        for code, name, closed, people in rows
    ]
    return Table(words.TITLE, words.COLUMNS, pd.DataFrame(listed, columns=list(words.COLUMNS)))


def people(rows: pd.DataFrame) -> list[str]:
    """Who has what in a movement, a line each. In: as `data_access.movements.people`."""
    return [
        words.PERSON.format(
            name=one.name,
            person=one.person,
            roles=role_words.roles(one.roles.split(",")),
            unit="" if formats.is_missing(one.unit) else words.UNIT.format(unit=one.unit),
        )
        for one in rows.itertuples(index=False)
    ]
