"""Sealed figures: written once for a meeting and never changed; what people enter about meetings, only ever added to.

None of this changes a figure, so it makes no new change number and no cached calculation stale.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

import pandas as pd
import sqlalchemy as sa

from data_access.meeting_tables import (
    CODED,
    ENTERED,
    ENTRY_CODES,
    conclusion_steps,
    conclusions,
    seals,
)
from data_access.office_tables import journal as journal_table
from data_access.store import chain, journal_rows, person_codes, steps
from data_access.store.errors import SealError
from data_access.store.live_rows import read_frame
from data_access.store.saving import now

UNTOLD = {("plan_drafts", "body"), ("agendas", "body")}
"""What the journal does not repeat: whole files that stand in their own table for good."""


class Seal(NamedTuple):
    """One seal with its content; `at` is UTC."""

    id: int
    at: datetime
    who: str
    name: str
    milestone: str
    year: int
    as_of: date
    note: str | None
    illustrative: bool
    change: int
    fingerprint: str
    content: bytes
    plan_version: int | None
    journal_link: str
    link: str


def save_seal(
    connection: sa.Connection, content: bytes, fingerprint: str, about: Mapping[str, Any]
) -> int:
    """Keep sealed figures and give the seal's number; `about`: name, milestone, year, as_of, who, note, illustrative, change, plan_version (None: the plan was a file)."""
    _check_texts("seals", about, ("name", "milestone", "who"))
    values = {
        "plan_version": None,
        **about,
        "who": person_codes.coded(connection, about["who"]),
        "at": now(),
        "fingerprint": fingerprint,
        "content": content,
        "journal_link": chain.head(connection, journal_table),
    }
    values["link"] = chain.seal_link(connection, values)
    number = connection.execute(sa.insert(seals).values(values).returning(seals.c.id)).scalar_one()
    journal_rows.note(
        connection,
        "seal",
        about["who"],
        about["name"],
        {
            "seal": number,
            "milestone": about["milestone"],
            "as_of": str(about["as_of"]),
            "fingerprint": fingerprint,
            "link": values["link"],
        },
    )
    return number


def all_seals(connection: sa.Connection) -> pd.DataFrame:
    """One row a seal, newest first, without its content: id, at (UTC), who, name, milestone, year, as_of, note, illustrative, change, fingerprint, plan_version, journal_link, link."""
    columns = [column for column in seals.c if column.name != "content"]
    return read_frame(connection, sa.select(*columns).order_by(seals.c.id.desc()))


def load_seal(connection: sa.Connection, seal_id: int) -> Seal:
    """A seal with its content. Errors: `SealError` if there is none of that number."""
    row = connection.execute(sa.select(seals).where(seals.c.id == int(seal_id))).mappings().first()
    if row is None:
        raise SealError("seal_unknown", seal_id=seal_id)
    return Seal(
        **{
            **row,
            "at": row["at"].replace(tzinfo=UTC),
            "who": person_codes.named(connection, row["who"]),
            "content": bytes(row["content"]),
        }
    )


def enter(connection: sa.Connection, table: str, row: Mapping[str, Any]) -> int:
    """Add one row to a table of what people enter (`meeting_tables.ENTERED`) and give its number.

    Errors: `SealError` for a column that must be filled and is not, or a code that is none of the table's.
    """
    target = ENTERED[table]
    needed = [
        column.name
        for column in target.c
        if not column.nullable and column.name not in ("id", "at")
    ]
    _check_texts(table, row, needed)
    for (name, column), allowed in ENTRY_CODES.items():
        if name == table and row[column] not in allowed:
            raise SealError("entry_code", table=table, column=column, value=row[column])
    if table == "published_years":
        _check_edition(connection, row)
    steps.check(connection, table, row)
    plain = {
        name: value.item() if hasattr(value, "item") else value for name, value in row.items()
    }  # numbers out of a frame
    plain["who"] = person_codes.coded(connection, plain["who"])
    if named := CODED.get(table):
        plain[named] = person_codes.coded(connection, plain[named].strip())
    number = connection.execute(
        sa.insert(target).values({**plain, "at": now()}).returning(target.c.id)
    ).scalar_one()
    journal_rows.note(
        connection,
        f"{table}.{plain.get('step') or plain.get('state') or 'added'}",
        plain["who"],
        plain[named] if named else plain.get("unit"),
        {name: _told(value) for name, value in plain.items() if (table, name) not in UNTOLD},
    )
    return number


def _told(value: Any) -> Any:
    """A value as the journal's JSON takes it."""
    return value if isinstance(value, int | float | str | bool | None) else str(value)


def _check_edition(connection: sa.Connection, row: Mapping[str, Any]) -> None:
    """What is published is an edition, of the very year."""
    if row.get("seal") is None:
        raise SealError("entry_missing", table="published_years", column="seal")
    year = connection.execute(
        sa.select(seals.c.year).where(seals.c.id == int(row["seal"]))
    ).scalar()
    if year is None:
        raise SealError("seal_unknown", seal_id=row["seal"])
    if year != int(row["year"]):
        raise SealError("seal_of_another_year", seal_id=row["seal"], year=year, asked=row["year"])


def _check_texts(table: str, row: Mapping[str, Any], needed: Any) -> None:
    for column in needed:
        if row.get(column) is None or (isinstance(row[column], str) and not row[column].strip()):
            raise SealError("entry_missing", table=table, column=column)


def entered(connection: sa.Connection, table: str) -> pd.DataFrame:
    """Every row of a table of what people enter, in the order entered."""
    return read_frame(connection, sa.select(ENTERED[table]).order_by(ENTERED[table].c.id))


def newest(connection: sa.Connection, table: str) -> int:
    """The number of the last row of a table of what people enter; 0 without one."""
    return connection.execute(
        sa.select(sa.func.coalesce(sa.func.max(ENTERED[table].c.id), 0))
    ).scalar_one()


def conclusions_now(connection: sa.Connection) -> pd.DataFrame:
    """Every conclusion with the last step taken: its columns, then state (`open` until a step says otherwise), state_on, evidence, closed_by."""
    newest = sa.select(sa.func.max(conclusion_steps.c.id)).group_by(
        conclusion_steps.c.conclusion_id
    )
    step = sa.select(conclusion_steps).where(conclusion_steps.c.id.in_(newest)).subquery()
    state = sa.func.coalesce(step.c.state, "open").label("state")
    statement = sa.select(
        conclusions,
        state,
        step.c.on.label("state_on"),
        step.c.evidence,
        step.c.who.label("closed_by"),
    ).outerjoin(step, step.c.conclusion_id == conclusions.c.id)
    return read_frame(connection, statement.order_by(conclusions.c.id))
