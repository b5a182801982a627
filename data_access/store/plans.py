"""The versions of the plan, as the text (TOML) that people edit."""

from datetime import UTC, datetime
from typing import NamedTuple

import pandas as pd
import sqlalchemy as sa

from data_access.schema import changes, plans
from data_access.store import person_codes
from data_access.store.change_rows import note_change, now, refuse_if_moved
from data_access.store.errors import PlanMovedError
from data_access.store.live_rows import read_frame


class PlanVersion(NamedTuple):
    """One version of the plan; `at` is UTC."""

    version: int
    at: datetime
    who: str
    why: str | None
    body: str


def save_plan(
    connection: sa.Connection, body: str, who: str, why: str | None, seen: int | None = None
) -> int:
    """Store a new version and give its number; a text equal to the current one stays that version. `seen`: as in `Store.save_plan`."""
    current = current_plan(connection)
    if seen is not None and _versions_since(connection, seen):
        newest = current.version if current else 0
        raise PlanMovedError("plan_moved", version=newest, who=current.who if current else "")
    refuse_if_moved(connection, seen)
    if current and body == current.body:
        return current.version
    version = current.version + 1 if current else 1
    at, who = now(), person_codes.coded(connection, who) or ""
    connection.execute(sa.insert(plans).values(version=version, at=at, who=who, why=why, body=body))
    note_change(connection, "plan", who, why, {"version": version}, at)
    return version


def _versions_since(connection: sa.Connection, seen: int) -> bool:
    """Whether a version of the plan was stored after this change."""
    later = sa.select(changes.c.id).where(changes.c.kind == "plan", changes.c.id > seen).limit(1)
    return connection.execute(later).first() is not None


def current_plan(connection: sa.Connection) -> PlanVersion | None:
    """The newest version; None in a store without a plan."""
    newest = sa.select(plans).order_by(plans.c.version.desc()).limit(1)
    row = connection.execute(newest).mappings().first()
    if row is None:
        return None
    who = person_codes.named(connection, row["who"])
    return PlanVersion(**{**row, "at": row["at"].replace(tzinfo=UTC), "who": who})


def plan_versions(connection: sa.Connection) -> pd.DataFrame:
    """One row a version, newest first: version, at (UTC), who, why, body."""
    return read_frame(connection, sa.select(plans).order_by(plans.c.version.desc()))
