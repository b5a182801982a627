"""The store as the rest of the program sees it: one object, safe to share among threads, every call a transaction."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from copy import copy
from datetime import date
from typing import Any, NamedTuple, Self

import pandas as pd
import sqlalchemy as sa

from data_access.schema import files
from data_access.store import (
    journal_rows,
    live_rows,
    meetings,
    plans,
    proof,
    replicas,
    revision_rows,
    saving,
    upgrading,
    word_templates,
)
from data_access.store.engine import snapshot, transaction, trial
from data_access.store.errors import ImportStateError
from data_access.store.journal_rows import Actor
from data_access.store.place import DEFAULT_URL, place_name


class KeptFile(NamedTuple):
    """A file as it was imported."""

    name: str
    content: bytes


class Store:
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

    def acting(self, account: str | None, origin: str) -> Self:
        """This store for somebody: what is done through it stands in the journal under that account and origin."""
        other = copy(self)
        other.actor = Actor(account, origin)
        return other

    def _writing(self) -> AbstractContextManager[sa.Connection]:
        return transaction(self.engine, actor=self.actor)

    def close(self) -> None:
        """Let go of the database; a closed store opens it again when asked."""
        self.engine.dispose()
        if self.replica:
            self.replica.engine.dispose()

    def behind(self) -> int | None:
        """How many bytes of the log the replica lacks; None where it is away, or follows another store. Errors: `ValueError` for a store without one."""
        if self.replica is None:
            raise ValueError(self.name)
        return self.replica.behind(self.engine)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def last_change(self) -> int:
        """The number of the last change (import, undo, redo, plan, emptying, restore); 0 in a new store."""
        with snapshot(self.engine) as connection:
            return saving.last_change(connection)

    def load(self, table: str, as_of: date | None = None) -> pd.DataFrame:
        """The live rows of a table: its key and columns, revision, import_id, file, sheet, cell.

        `as_of`: only what was submitted (or, without that date, imported) by that day, of results and filings.
        """
        with snapshot(self.engine) as connection:
            return live_rows.live_rows(connection, live_rows.record_named(table), as_of)

    def load_records(self, as_of: date | None = None) -> dict[str, pd.DataFrame]:
        """The tables that an assessment needs, all of one moment: results, units, unit_years, lineage, filings,
        limitations."""
        with snapshot(self.engine) as connection:
            return _records(connection, as_of)

    def records_if(
        self, import_id: int, undone: bool, as_of: date | None = None
    ) -> dict[str, pd.DataFrame]:
        """The tables of `load_records` as they would be if this import were undone (or counted again); nothing is changed. Errors: `ImportStateError`."""
        with trial(self.engine) as connection:
            revision_rows.mark_undone(connection, int(import_id), undone)
            return _records(connection, as_of)

    def load_for_seal(
        self, lists: Sequence[str], as_of: date
    ) -> tuple[int, dict[str, pd.DataFrame], dict[str, pd.DataFrame]]:
        """All of one moment: the number of the last change, the tables of `load_records`, and these other tables."""
        with snapshot(self.engine) as connection:
            records, others = (
                {
                    name: live_rows.live_rows(connection, live_rows.record_named(name), as_of)
                    for name in names
                }
                for names in (live_rows.ASSESSED, lists)
            )
            return saving.last_change(connection), records, others

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
            kept = connection.execute(
                sa.select(files.c.name, files.c.content).where(files.c.sha256 == sha256)
            ).first()
        if kept is None:
            raise ImportStateError("file_unknown", sha256=sha256)
        return KeptFile(kept.name, bytes(kept.content))

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
            saving.refuse_if_moved(connection, seen)
            revision_rows.set_undone(connection, int(import_id), True, who, why)

    def redo(
        self, import_id: int, who: str, why: str | None = None, seen: int | None = None
    ) -> None:
        """Let an undone import count again. `seen`: as in `save`."""
        with self._writing() as connection:
            saving.refuse_if_moved(connection, seen)
            revision_rows.set_undone(connection, int(import_id), False, who, why)

    def save_plan(
        self, body: str, who: str, why: str | None = None, seen: int | None = None
    ) -> int:
        """Store a version of the plan (TOML text) and give its number; an unchanged text makes no new version.

        `seen`: the number of the last change when a person looked at what this plan would do. Errors: `PlanMovedError` if there is another version since,
        `StoreMovedError` if anything else was stored.
        """
        with self._writing() as connection:
            return plans.save_plan(connection, body, who, why, seen)

    def plan_versions(self) -> pd.DataFrame:
        """One row a version, newest first: version, at (UTC), who, why, body."""
        with snapshot(self.engine) as connection:
            return plans.plan_versions(connection)

    def current_plan(self) -> plans.PlanVersion | None:
        """The newest version (version, at, who, why, body); None if there is none."""
        with snapshot(self.engine) as connection:
            return plans.current_plan(connection)

    def seal(self, content: bytes, fingerprint: str, **about: Any) -> int:
        """Keep sealed figures for good and give the seal's number; `about`: name, milestone, year, as_of, who, note, illustrative, change, plan_version."""
        with self._writing() as connection:
            return meetings.save_seal(connection, content, fingerprint, about)

    def seals(self) -> pd.DataFrame:
        """One row a seal, newest first, without content: id, at (UTC), who, name, milestone, year, as_of, note, illustrative, change, fingerprint, plan_version, journal_link, link."""
        with snapshot(self.engine) as connection:
            return meetings.all_seals(connection)

    def load_seal(self, seal_id: int) -> meetings.Seal:
        """A seal with its content. Errors: `SealError` if there is none of that number."""
        with snapshot(self.engine) as connection:
            return meetings.load_seal(connection, seal_id)

    def enter(self, table: str, **row: Any) -> int:
        """Add a row to a table of `meeting_tables.ENTERED` and give its number; rows are never changed. Errors: `SealError`."""
        with self._writing() as connection:
            return meetings.enter(connection, table, row)

    def hand_in(self, table: str, name: str, content: bytes, **row: Any) -> int:
        """Keep a file that comes with a row of what people enter, and the row that names it (`file`, `sha256`), together. Errors: `SealError`."""
        with self._writing() as connection:
            sha256 = saving.keep_file(connection, name, content)
            return meetings.enter(connection, table, {**row, "file": name, "sha256": sha256})

    def entered(self, table: str) -> pd.DataFrame:
        """Every row of such a table, in the order entered."""
        with snapshot(self.engine) as connection:
            return meetings.entered(connection, table)

    def newest(self, table: str) -> int:
        """The number of the last row of such a table; 0 without one."""
        with snapshot(self.engine) as connection:
            return meetings.newest(connection, table)

    def conclusions(self) -> pd.DataFrame:
        """Every conclusion with its state now (`open`, `done`, `dropped`), state_on, evidence, closed_by."""
        with snapshot(self.engine) as connection:
            return meetings.conclusions_now(connection)

    def save_word_template(self, name: str | None, content: bytes | None, who: str) -> int:
        """Use an office's own Word template from now on (None: no longer one) and give its number; earlier ones are kept."""
        with self._writing() as connection:
            return word_templates.save_word_template(connection, name, content, who)

    def word_template(self) -> word_templates.WordTemplate | None:
        """The Word template in use (id, at, who, name, content); None without one."""
        with snapshot(self.engine) as connection:
            return word_templates.word_template_in_use(connection)

    def note(self, action: str, who: str | None, what: str | None = None, **detail: Any) -> None:
        """Write into the journal what leaves no other trace in the store: a print, a download."""
        with self._writing() as connection:
            journal_rows.note(connection, action, who, what, detail)

    def journal(self) -> pd.DataFrame:
        """One row a deed, newest first: id, at (UTC), account, who, action, what, detail (dict), origin, link. Nothing can change a row."""
        with snapshot(self.engine) as connection:
            return journal_rows.rows(connection)

    def prove(self) -> proof.Proof:
        """Whether the journal, the seals and the files are what they were when they were written; nothing is changed."""
        with snapshot(self.engine) as connection:
            return proof.prove(connection)

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


def _records(connection: sa.Connection, as_of: date | None) -> dict[str, pd.DataFrame]:
    return {
        name: live_rows.live_rows(connection, live_rows.record_named(name), as_of)
        for name in live_rows.ASSESSED
    }


def connect(url: str | None = None, read_url: str | None = None) -> Store:
    """A store on this database (a file beside the program if none is named), made if it is not there; read from a replica where one is named. Errors: `DatabaseError`, `DatabaseNewerError`."""
    return Store(url, read_url)
