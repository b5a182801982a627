"""The journal: who did what, when, from where; written in the transaction of the deed itself, so that neither is without the other."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

import pandas as pd
import sqlalchemy as sa

from data_access.office_tables import journal
from data_access.store import chain, person_codes
from data_access.store.live_rows import read_frame


class Actor(NamedTuple):
    """Who works with the store: the account signed in (None where nobody has to be) and where the work comes from."""

    account: str | None = None
    origin: str = "program"


def note(
    connection: sa.Connection,
    action: str,
    who: str | None,
    what: str | None = None,
    detail: Mapping[str, Any] | None = None,
) -> None:
    """One more row. The actor is that of the transaction; names of persons become their codes."""
    actor = connection.get_execution_options().get("actor", Actor())
    moment = datetime.now(UTC).replace(tzinfo=None)
    values = {
        "at": moment,
        "account": person_codes.coded(connection, actor.account),
        "who": person_codes.coded(connection, who),
        "action": action,
        "what": what,
        "detail": dict(detail or {}),
        "origin": actor.origin,
    }
    link = chain.journal_link(connection, values)
    connection.execute(sa.insert(journal).values({**values, "link": link}))


def rows(connection: sa.Connection) -> pd.DataFrame:
    """Every row, newest first: id, at (UTC), account, who, action, what, detail (dict), origin, link."""
    return read_frame(connection, sa.select(journal).order_by(journal.c.id.desc()))
