"""Of which years what is assessed may differ after some changes: told by what the changes are, without reading a figure."""

from collections.abc import Collection
from datetime import date

import sqlalchemy as sa

from data_access.schema import changes
from data_access.store.live_rows import ASSESSED, record_named

BY_IMPORTS = frozenset({"import", "undo", "redo"})
"""Changes that touch the keys of one import's rows and nothing else."""


def touched_years(
    connection: sa.Connection, since: int, seen_on: date, as_of: date
) -> frozenset[int] | None:
    """The years of which rows that are assessed may differ on the day `as_of` from what they were at the change `since`, seen on an earlier day or the same; None where more may: a unit, a succession, a plan, an erasure, a store emptied or restored."""
    asked = sa.select(changes.c.kind, changes.c.detail).where(changes.c.id > since)
    found = connection.execute(asked).all()
    if any(one.kind not in BY_IMPORTS for one in found):
        return None
    own = years_of_imports(connection, {int(one.detail["import_id"]) for one in found})
    return None if own is None else own | _counting_since(connection, seen_on, as_of)


def years_of_imports(connection: sa.Connection, imports: Collection[int]) -> frozenset[int] | None:
    """The years of which rows that are assessed came with these imports; None where one brought a unit or a succession."""
    years: set[int] = set()
    for table in (record_named(name).table for name in ASSESSED):
        mine = table.c.import_id.in_(sorted(imports))
        if "year" in table.c:
            years.update(
                connection.execute(sa.select(table.c.year).where(mine).distinct()).scalars()
            )
        elif connection.execute(sa.select(table.c.id).where(mine).limit(1)).first():
            return None
    return frozenset(years)


def _counting_since(connection: sa.Connection, seen_on: date, as_of: date) -> frozenset[int]:
    """The years of rows, live or not, that count from a day after `seen_on` up to `as_of`."""
    if seen_on == as_of:
        return frozenset()
    years: set[int] = set()
    for record in (record_named(name) for name in ASSESSED):
        if record.dated:
            day = record.table.c.counts_from
            asked = sa.select(record.table.c.year).where(day > seen_on, day <= as_of).distinct()
            years.update(connection.execute(asked).scalars())
    return frozenset(years)
