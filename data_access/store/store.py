"""The store as the rest of the program sees it: one object, safe to share among threads, every call a transaction."""

from collections.abc import Collection, Mapping
from copy import copy
from datetime import date
from typing import Any, Self

import pandas as pd

from data_access.store import change_rows, live_rows, replicas, revision_rows, saving, upgrading
from data_access.store.assessed_records import AssessedRecords
from data_access.store.engine import snapshot
from data_access.store.journal_rows import Actor
from data_access.store.kept_files import KeptFile, kept_file
from data_access.store.only_added import OnlyAdded
from data_access.store.place import DEFAULT_URL, movement_of, place_name


class Store(OnlyAdded, AssessedRecords):
    """Imports, their revisions, plans and changes in one database; opening it brings its tables to the newest version.

    `url`: `sqlite:///path` or `postgresql://…`; `read_url`: a replica of the latter, from which is read what it has. `upgraded`: what opening did to an earlier version's store, else None. Errors of every call: `StoreError` and its subclasses.
    """

    def __init__(self, url: str | None = None, read_url: str | None = None) -> None:
        self.engine, self.upgraded = upgrading.opened(url or DEFAULT_URL)
        self.replica = replicas.read_from(self.engine, read_url) if read_url else None
        self.actor = Actor()

    @property
    def name(self) -> str:
        """Which store this is, in words that people may read: the path of its file, or server and database."""
        return place_name(self.engine.url)

    @property
    def movement(self) -> str:
        """The code of the further movement whose store this is; '' for the first one's."""
        return movement_of(self.engine.url)

    def acting(self, account: str | None, origin: str) -> Self:
        """This store for somebody: what is done through it stands in the journal under that account and origin."""
        other = copy(self)
        other.actor = Actor(account, origin)
        return other

    def close(self) -> None:
        """Let go of the database; a closed store opens it again when asked."""
        self.engine.dispose()
        if self.replica:
            self.replica.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def last_change(self) -> int:
        """The number of the last change (import, undo, redo, plan, emptying, restore); 0 in a new store."""
        with snapshot(self.engine) as connection:
            return change_rows.last_change(connection)

    def load(
        self,
        table: str,
        as_of: date | None = None,
        only: Mapping[str, Collection[Any]] | None = None,
    ) -> pd.DataFrame:
        """The live rows of a table: its key and columns, revision, import_id, file, sheet, cell; `only` those whose column of a name has one of these values.

        `as_of`: only what was submitted (or, without that date, imported) by that day, of results and filings.
        """
        with snapshot(self.engine) as connection:
            return live_rows.live_rows(connection, live_rows.record_named(table), as_of, only)

    def history(self, table: str, key: Mapping[str, Any]) -> pd.DataFrame:
        """Every revision of the rows with this key (or part of one), newest first, with live, at, who, imported (the
        file's name), illustrative and undone of its import."""
        with snapshot(self.engine) as connection:
            return live_rows.history(connection, live_rows.record_named(table), key)

    def tables_of(self, import_id: int) -> frozenset[str]:
        """The tables into which an import stored rows. Errors: `ImportStateError` if there is no such import."""
        with snapshot(self.engine) as connection:
            return revision_rows.tables_of(connection, int(import_id))

    def imports(self) -> pd.DataFrame:
        """One row an import, newest first: id, at (UTC), who, file, sha256, illustrative, note, rows, undone."""
        with snapshot(self.engine) as connection:
            return revision_rows.all_imports(connection)

    def changes(self) -> pd.DataFrame:
        """One row a change, newest first: id, at (UTC), who, kind, note, detail (dict)."""
        with snapshot(self.engine) as connection:
            return revision_rows.all_changes(connection)

    def file(self, sha256: str) -> KeptFile:
        """The file kept under this hash. Errors: `ImportStateError` if there is none."""
        with snapshot(self.engine) as connection:
            return kept_file(connection, sha256)

    def compare(self, tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
        """What `save` would change, without changing it; `comparison.pending_changes` says how to read it."""
        with snapshot(self.engine) as connection:
            return saving.compare(connection, tables)

    def save(
        self,
        tables: Mapping[str, pd.DataFrame],
        *,
        file: str | None,
        content: bytes | None,
        who: str,
        illustrative: bool = False,
        note: str | None = None,
        detail: Mapping[str, Any] | None = None,
        seen: int | None = None,
    ) -> saving.Import:
        """Store new revisions of the rows that differ from the live ones, all or nothing, and keep the file.

        A file that is live already, or rows that all equal live ones, store nothing: `outcome` says so. In `units` and
        `unit_years`, and for the day of filing of a result, an empty cell keeps what is known. `content` None: rows without a file, as typed on a screen.
        `detail` (plain data) is kept in the import's change beside what the store itself notes. `seen`: the number of the last change when
        a person looked at what this would do. Errors: `StoreMovedError` if there was another since.
        """
        with self._writing() as connection:
            return saving.save(
                connection,
                tables,
                content,
                detail,
                seen,
                file=file,
                who=who,
                illustrative=illustrative,
                note=note,
            )

    def undo(
        self, import_id: int, who: str, why: str | None = None, seen: int | None = None
    ) -> None:
        """Let an import count no longer: of each of its keys the revision before it is live again. `seen`: as in `save`."""
        with self._writing() as connection:
            change_rows.refuse_if_moved(connection, seen)
            revision_rows.set_undone(connection, int(import_id), True, who, why)

    def redo(
        self, import_id: int, who: str, why: str | None = None, seen: int | None = None
    ) -> None:
        """Let an undone import count again. `seen`: as in `save`."""
        with self._writing() as connection:
            change_rows.refuse_if_moved(connection, seen)
            revision_rows.set_undone(connection, int(import_id), False, who, why)

    def illustrative(self) -> bool:
        """Does any live row come from an import marked illustrative?"""
        with snapshot(self.engine) as connection:
            return revision_rows.has_illustrative_rows(connection)

    def empty(
        self, keep_plan: bool = False, *, who: str | None = None, why: str | None = None
    ) -> None:
        """Delete all facts, imports and files (and plans); the record of changes stays."""
        with self._writing() as connection:
            revision_rows.empty(connection, keep_plan, who, why)


def connect(url: str | None = None, read_url: str | None = None) -> Store:
    """A store on this database (a file beside the program if none is named), made if it is not there; read from a replica where one is named. Errors: `DatabaseError`, `DatabaseNewerError`."""
    return Store(url, read_url)
