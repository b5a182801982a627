"""The chains of the journal and of the seals with links over what stands in the rows now, after names were replaced by codes in them."""

from typing import Any

import sqlalchemy as sa

from data_access.office_tables import journal
from data_access.seal_table import seals
from data_access.store import chain
from data_access.store.recoded import Running, in_order


def linked_anew(connection: sa.Connection) -> tuple[Running, str]:
    """Give every row of both its new link: what an entry of the journal tells of its rows now, and the head of the seals."""
    running, kept = Running(), _Seals(connection)
    rows = connection.execute(in_order()).mappings().all()
    anew = []
    for row in rows:
        detail = dict(row["detail"])
        if row["action"] == "seal" and "link" in detail:
            detail["link"] = kept.link(detail["seal"], detail["link"])
        new = {**row, "detail": detail}
        new["link"] = chain.link_of(running.head, new, chain.JOURNAL_PARTS)
        running.add(new, new["link"])
        kept.heads[row["link"]] = new["link"]
        anew.append({"number": row["id"], "told": detail, "new": new["link"]})
    if anew:
        _written(connection, journal, anew, detail=sa.bindparam("told", type_=sa.JSON))
    return running, kept.written(connection)


def _written(
    connection: sa.Connection, table: sa.Table, anew: list[dict[str, Any]], **more: Any
) -> None:
    change = sa.update(table).where(table.c.id == sa.bindparam("number"))
    connection.execute(change.values(link=sa.bindparam("new"), **more), anew)


class _Seals:
    """The seals in the order of their chain, each linked anew once the journal has come to the entry on which it hangs. `heads`: link of the journal before → now."""

    def __init__(self, connection: sa.Connection) -> None:
        columns = [column for column in seals.c if column.name != "content"]
        chosen = sa.select(*columns).order_by(seals.c.id)
        self.heads = {"": ""}
        self._waiting = [dict(row) for row in connection.execute(chosen).mappings()]
        self._links: dict[str, str] = {}
        self._anew: list[dict[str, Any]] = []
        self._head = ""

    def link(self, number: int, before: str) -> str:
        """The new link of the seal that the journal tells of; of one that is no longer kept the link of before."""
        if any(one["id"] == number and one["link"] == before for one in self._waiting):
            self._go_to(number)
        return self._links.get(before, before)

    def _go_to(self, number: int) -> None:
        while self._waiting and self._waiting[0]["id"] <= number:
            row = self._waiting.pop(0)
            anchor = self.heads.get(row["journal_link"], row["journal_link"])
            self._head = chain.link_of(
                self._head, {**row, "journal_link": anchor}, chain.SEAL_PARTS
            )
            self._links[row["link"]] = self._head
            self._anew.append({"number": row["id"], "anchor": anchor, "new": self._head})

    def written(self, connection: sa.Connection) -> str:
        """Write all of them, and give the head of their chain."""
        if self._waiting:
            self._go_to(self._waiting[-1]["id"])
        if self._anew:
            _written(connection, seals, self._anew, journal_link=sa.bindparam("anchor"))
        return self._head
