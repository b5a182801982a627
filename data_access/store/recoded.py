"""The entries of the journal that say: names of persons in all rows before this one were replaced by their codes, and the chain was made anew."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import sqlalchemy as sa

from data_access.office_tables import journal
from data_access.store import chain, person_codes

ACTION = "names.coded"


class Recoded(NamedTuple):
    """Such an entry. `detail`: names, rows, journal_before, journal_after, seals_before, seals_after (heads of the chains), rows_sha256, backups; `holds`: whether the rows before it are still those it tells of."""

    number: int
    at: Any
    who: str | None
    detail: Mapping[str, Any]
    holds: bool


class Running:
    """What such an entry says of the rows before it: the head of the chain, and a hash over what stands in them."""

    def __init__(self) -> None:
        self.head = ""
        self._rows = hashlib.sha256()

    def add(self, row: Mapping[str, Any], link: str) -> None:
        """The next row of the journal."""
        self.head = link
        self._rows.update(chain.link_of("", row, chain.JOURNAL_PARTS).encode())

    def told(self) -> dict[str, str]:
        """The part of an entry's detail."""
        return {"journal_after": self.head, "rows_sha256": self._rows.hexdigest()}


def entries(connection: sa.Connection) -> tuple[Recoded, ...]:
    """Every such entry, oldest first; the journal is read whole only where there is one."""
    any_there = sa.select(journal.c.id).where(journal.c.action == ACTION).limit(1)
    if connection.execute(any_there).first() is None:
        return ()
    return tuple(_entries(connection, connection.execute(in_order()).mappings()))


def in_order() -> sa.Select:
    """Every row of the journal, oldest first."""
    return sa.select(journal).order_by(journal.c.id)


def _entries(connection: sa.Connection, rows: Iterable[sa.RowMapping]) -> Iterator[Recoded]:
    running = Running()
    for row in rows:
        if row["action"] == ACTION:
            detail = row["detail"]
            who = person_codes.named(connection, row["who"])
            holds = running.told().items() <= detail.items()
            yield Recoded(row["id"], row["at"], who, detail, holds)
        running.add(dict(row), row["link"])
