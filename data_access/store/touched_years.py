"""Of which years what is assessed may differ after some changes: told by what the changes are, without reading a figure."""

import sqlalchemy as sa

from data_access.schema import changes
from data_access.store.live_rows import ASSESSED, record_named

BY_IMPORTS = frozenset({"import", "undo", "redo"})
"""Changes that touch the keys of one import's rows and nothing else."""


def touched_years(connection: sa.Connection, since: int) -> frozenset[int] | None:
    """The years of which rows that are assessed may differ from what they were at the change `since`; None where more may: a unit, a succession, a plan, an erasure, a store emptied or restored."""
    asked = sa.select(changes.c.kind, changes.c.detail).where(changes.c.id > since)
    found = connection.execute(asked).all()
    if any(one.kind not in BY_IMPORTS for one in found):
        return None
    imports = sorted({int(one.detail["import_id"]) for one in found})
    years: set[int] = set()
    for table in (record_named(name).table for name in ASSESSED):
        mine = table.c.import_id.in_(imports)
        if "year" in table.c:
            years.update(
                connection.execute(sa.select(table.c.year).where(mine).distinct()).scalars()
            )
        elif connection.execute(sa.select(table.c.id).where(mine).limit(1)).first():
            return None
    return frozenset(years)
