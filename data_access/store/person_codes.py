"""Names of persons stand in one table; what they did bears a code. Destroying the name leaves every deed, seal and link of the chain as it is."""

import re
import secrets
from collections.abc import Collection, Iterator, Mapping
from typing import Any

import pandas as pd
import sqlalchemy as sa

from data_access.office_tables import accounts, journal, persons
from data_access.record_table import metadata

CODE = re.compile(r"#[0-9a-f]{12}")
PERSONAL = frozenset({"who", "account", "what", "closed_by", "person"})
"""Columns of what was done in which a code may stand."""


def coded(connection: sa.Connection, name: str | None) -> str | None:
    """The code of a name, made where there is none; None and codes stay as they are."""
    if name is None or CODE.fullmatch(name):
        return name
    known = sa.select(persons.c.code).where(persons.c.name == name).limit(1)
    code = connection.execute(known).scalar()
    if code is None:
        code = f"#{secrets.token_hex(6)}"
        connection.execute(sa.insert(persons).values(code=code, name=name))
    return str(code)


def named(connection: sa.Connection, code: str | None) -> str | None:
    """The name behind a code; the code itself once the name was destroyed; any other text as it is."""
    if code is None or not CODE.fullmatch(code):
        return code
    name = connection.execute(sa.select(persons.c.name).where(persons.c.code == code)).scalar()
    return code if name is None else str(name)


def with_names(connection: sa.Connection, frame: pd.DataFrame) -> pd.DataFrame:
    """A frame of what was done with names in place of codes."""
    columns = [name for name in frame.columns if name in PERSONAL]
    codes = {
        one
        for column in columns
        for one in frame[column].dropna().unique()
        if CODE.fullmatch(str(one))
    }
    names = _names_of(connection) if codes else {}
    for column in columns if names else []:
        frame[column] = frame[column].replace(names)
    return frame


def _names_of(connection: sa.Connection) -> Mapping[str, str]:
    rows = sa.select(persons.c.code, persons.c.name).where(persons.c.name.is_not(None))
    return {code: name for code, name in connection.execute(rows)}


def merge(connection: sa.Connection, rows: Any) -> int:
    """Add the persons of a backup that are not known here; whose name was destroyed here stays without. How many were added."""
    here = set(connection.execute(sa.select(persons.c.code)).scalars())
    new = [row for row in map(dict, rows) if row["code"] not in here]
    if new:
        connection.execute(sa.insert(persons), new)
    return len(new)


def names_of(connection: sa.Connection, name: str) -> set[str]:
    """This name and those of the accounts that bear it."""
    signing = sa.select(accounts.c.name, accounts.c.person).where(
        (accounts.c.name == name) | (accounts.c.person == name)
    )
    return {name, *(one for row in connection.execute(signing) for one in row)}


def codes_of(connection: sa.Connection, names: Collection[str]) -> set[str]:
    """The codes under which these names stand in this store."""
    chosen = sa.select(persons.c.code).where(persons.c.name.in_(names))
    return set(connection.execute(chosen).scalars())


def personal_columns() -> Iterator[tuple[sa.Column[Any], sa.ColumnElement[bool]]]:
    """Columns in which a row says who did it, and which of their rows: in the journal's `what` stands a person where the deed is about an account."""
    for table in metadata.sorted_tables:
        for column in table.c:
            if column.name == "who" or column is journal.c.account:
                yield column, sa.true()
    about_persons = journal.c.action.like("account.%") | (journal.c.action == "sign_in.refused")
    yield journal.c.what, about_persons


def stands_uncoded(connection: sa.Connection, name: str) -> bool:
    """Whether a row of before there were codes says that somebody of this name did it."""
    return any(
        connection.execute(
            sa.select(sa.literal(1))
            .select_from(column.table)
            .where(theirs, column == name)
            .limit(1)
        ).first()
        for column, theirs in personal_columns()
    )
