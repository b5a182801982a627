"""The chain: every entry of the journal and every seal bears a hash over itself and the one before, so that nothing is changed or taken out unseen.

Whoever can write into the database could make a whole chain anew; therefore its head is printed at the end of every sealed report, and a
chain made anew has another head.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from data_access.office_tables import journal
from data_access.seal_table import seals

JOURNAL_PARTS = ("at", "account", "who", "action", "what", "detail", "origin")
SEAL_PARTS = (
    "at",
    "who",
    "name",
    "milestone",
    "year",
    "as_of",
    "note",
    "illustrative",
    "change",
    "fingerprint",
    "plan_version",
    "journal_link",
)


def link_of(before: str, row: Mapping[str, Any], parts: tuple[str, ...]) -> str:
    """The SHA-256 of a row over the link before it ('' for the first).

    >>> link_of("", {"who": "Lan"}, ("who",))[:12], link_of("x", {"who": "Lan"}, ("who",))[:12]
    ('ec1119d0b603', '4086d6237cad')
    """
    text = json.dumps(
        [before, *(_plain(row[part]) for part in parts)],
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()


def _plain(value: Any) -> Any:
    """Alike from both databases: days and moments as ISO text, moments to the microsecond."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(timespec="microseconds")
    return value.isoformat() if isinstance(value, date) else value


def head(connection: sa.Connection, table: sa.Table) -> str:
    """The link of the last row of a chained table (`journal`, `seals`); '' without one."""
    newest = sa.select(table.c.link).order_by(table.c.id.desc()).limit(1)
    return connection.execute(newest).scalar() or ""


def journal_link(connection: sa.Connection, row: Mapping[str, Any]) -> str:
    """The link of the next entry of the journal."""
    return link_of(head(connection, journal), row, JOURNAL_PARTS)


def seal_link(connection: sa.Connection, row: Mapping[str, Any]) -> str:
    """The link of the next seal; `journal_link` in it ties it to all that was done before."""
    return link_of(head(connection, seals), row, SEAL_PARTS)
