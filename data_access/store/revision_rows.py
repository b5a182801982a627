"""Undoing and redoing an import, emptying the store, and the record of all that was done."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import sqlalchemy as sa

from data_access.meeting_tables import ENTERED, plan_drafts, shapes, word_templates
from data_access.record_table import RecordTable
from data_access.schema import RECORDS, changes, files, imports, plans
from data_access.seal_table import seals
from data_access.store.change_rows import note_change, now
from data_access.store.errors import ImportStateError
from data_access.store.live_rows import read_frame, same_key


def set_undone(
    connection: sa.Connection, import_id: int, undone: bool, who: str, why: str | None
) -> None:
    """Mark an import as undone, or as live again, let the newest of what remains be live, and note who did it and why. Errors: as of `mark_undone`."""
    mark_undone(connection, import_id, undone)
    note_change(connection, "undo" if undone else "redo", who, why, {"import_id": import_id}, now())


def mark_undone(connection: sa.Connection, import_id: int, undone: bool) -> None:
    """The rows of an import count no longer, or again.

    Errors: `ImportStateError` if there is no such import, or if it is so already.
    """
    was = connection.execute(sa.select(imports.c.undone).where(imports.c.id == import_id)).scalar()
    if was is None:
        raise ImportStateError("import_unknown", import_id=import_id)
    if was == undone:
        raise ImportStateError("import_undone" if undone else "import_live", import_id=import_id)
    connection.execute(sa.update(imports).where(imports.c.id == import_id).values(undone=undone))
    for record in RECORDS.values():
        _refresh_live(connection, record, import_id)


def tables_of(connection: sa.Connection, import_id: int) -> frozenset[str]:
    """The tables into which an import stored rows. Errors: `ImportStateError` if there is no such import."""
    known = sa.select(imports.c.id).where(imports.c.id == import_id)
    if connection.execute(known).first() is None:
        raise ImportStateError("import_unknown", import_id=import_id)
    return frozenset(
        record.name
        for record in RECORDS.values()
        if connection.execute(
            sa.select(record.table.c.id).where(record.table.c.import_id == import_id).limit(1)
        ).first()
    )


def _refresh_live(connection: sa.Connection, record: RecordTable, import_id: int) -> None:
    """Live = the highest revision among imports not undone, for every key that the import touched.

    First the marks that no longer hold go, then the new ones come: at no moment are two revisions live.
    """
    table, touched, newer = record.table, record.table.alias(), record.table.alias()
    newest = (
        sa.select(sa.func.max(newer.c.revision))
        .join(imports, imports.c.id == newer.c.import_id)
        .where(same_key(record, newer.c, table.c), ~imports.c.undone)
        .scalar_subquery()
    )
    other = record.table.alias()
    keys = sa.select(other.c.id).join_from(touched, other, same_key(record, touched.c, other.c))
    affected = table.c.id.in_(keys.where(touched.c.import_id == import_id))
    outdated = sa.update(table).where(
        affected, table.c.live, table.c.revision.is_distinct_from(newest)
    )
    connection.execute(outdated.values(live=False))
    current = sa.update(table).where(affected, ~table.c.live, table.c.revision == newest)
    connection.execute(current.values(live=True))


def empty(connection: sa.Connection, keep_plan: bool, who: str | None, why: str | None) -> None:
    """Delete all facts, imports, files, seals and what was entered of meetings; the changes stay, so that their number never comes twice."""
    kept = {changes, plans, word_templates, shapes, plan_drafts} if keep_plan else {changes}
    counts = delete_all(connection, kept)
    note_change(connection, "empty", who, why, {"rows": counts}, now())


def delete_all(connection: sa.Connection, kept: set[sa.Table]) -> Mapping[str, int]:
    """Delete every row of every other table; how many they were, by table."""
    facts = [record.table for record in RECORDS.values()]
    entered = reversed([*ENTERED.values()])  # steps before their conclusions
    doomed = [
        table
        for table in (*facts, *entered, seals, word_templates, imports, files, plans, changes)
        if table not in kept
    ]
    return {table.name: connection.execute(sa.delete(table)).rowcount for table in doomed}


def all_imports(connection: sa.Connection) -> pd.DataFrame:
    """One row an import, newest first: id, at (UTC), who, file, sha256, illustrative, note, rows, undone."""
    return read_frame(connection, sa.select(imports).order_by(imports.c.id.desc()))


def all_changes(connection: sa.Connection) -> pd.DataFrame:
    """One row a change, newest first: id, at (UTC), who, kind, note, detail (dict)."""
    return read_frame(connection, sa.select(changes).order_by(changes.c.id.desc()))


def has_illustrative_rows(connection: sa.Connection) -> bool:
    """Does any live row come from an import marked illustrative?"""
    made_up = sa.select(imports.c.id).where(imports.c.illustrative, ~imports.c.undone)
    numbers: Any = connection.execute(made_up).scalars().all()
    return any(
        connection.execute(
            sa.select(record.table.c.id)
            .where(record.table.c.live, record.table.c.import_id.in_(numbers))
            .limit(1)
        ).first()
        for record in RECORDS.values()
        if numbers
    )
