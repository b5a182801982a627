"""Sealed figures: written once for a meeting and never changed; what people enter about meetings, only ever added to.

None of this changes a figure, so it makes no new change number and no cached calculation stale.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import sqlalchemy as sa

from data_access.meeting_tables import CODED, ENTERED, ENTRY_CODES, conclusion_steps, conclusions
from data_access.seal_table import seals
from data_access.store import journal_rows, person_codes, steps
from data_access.store.change_rows import now
from data_access.store.errors import SealError
from data_access.store.live_rows import read_frame
from data_access.store.seal_rows import check_texts

UNTOLD = {("plan_drafts", "body"), ("agendas", "body")}
"""What the journal does not repeat: whole files that stand in their own table for good."""


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
    check_texts(table, row, needed)
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
    named = CODED.get(table, "")
    if plain.get(named):
        plain[named] = person_codes.coded(connection, plain[named].strip())
    number = connection.execute(
        sa.insert(target).values({**plain, "at": now()}).returning(target.c.id)
    ).scalar_one()
    journal_rows.note(
        connection,
        f"{table}.{plain.get('step') or plain.get('state') or 'added'}",
        plain["who"],
        plain.get(named) or plain.get("unit"),
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
