"""Sealed figures: written once for a meeting and never changed."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

import pandas as pd
import sqlalchemy as sa

from data_access.office_tables import journal as journal_table
from data_access.seal_table import seals
from data_access.store import chain, journal_rows, person_codes
from data_access.store.change_rows import now
from data_access.store.errors import SealError
from data_access.store.live_rows import read_frame


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
    check_texts("seals", about, ("name", "milestone", "who"))
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


def check_texts(table: str, row: Mapping[str, Any], needed: Any) -> None:
    """Refuse a row that lacks what its table needs. Errors: `SealError`."""
    for column in needed:
        if row.get(column) is None or (isinstance(row[column], str) and not row[column].strip()):
            raise SealError("entry_missing", table=table, column=column)
