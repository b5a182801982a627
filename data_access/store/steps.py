"""Steps of what a unit sent or disputed: about something that is there, of that very unit, and that nobody has decided before."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from data_access.meeting_tables import ENTERED
from data_access.store import person_codes
from data_access.store.errors import SealError

STEPS_OF = {"submission_steps": "submissions", "dispute_steps": "disputes"}
DECIDED = ("taken", "refused", "accepted", "withdrawn")
"""States after which nothing more is decided: of two who decide at once the second is told who was first."""


def check(connection: sa.Connection, table: str, row: Mapping[str, Any]) -> None:
    """Errors: `SealError` for a step of nothing, of another unit's, or of what is decided already (with who decided what)."""
    if table not in STEPS_OF:
        return
    parent, about = STEPS_OF[table], STEPS_OF[table].removesuffix("s")
    own = sa.select(ENTERED[parent].c.unit).where(ENTERED[parent].c.id == int(row[about]))
    if connection.execute(own).scalar() != row["unit"]:
        raise SealError("entry_code", table=table, column="unit", value=row["unit"])
    steps = ENTERED[table]
    decided = (
        sa.select(steps.c.who)
        .where(steps.c[about] == int(row[about]), steps.c.state.in_(DECIDED))
        .order_by(steps.c.id)
    )
    first = connection.execute(decided).first()
    if first is not None:
        who = person_codes.named(connection, first.who)
        raise SealError("decided_already", who=who)
