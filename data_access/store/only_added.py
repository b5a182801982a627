"""What a store only ever adds to, as calls of it: versions of the plan, seals, what people enter, Word templates, the journal. Nothing of it is ever changed."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any

import pandas as pd
import sqlalchemy as sa

from data_access.office_tables import journal
from data_access.store import (
    chain,
    handed_in,
    journal_rows,
    meetings,
    plans,
    proof,
    saving,
    seal_rows,
    word_templates,
)
from data_access.store.engine import snapshot, transaction
from data_access.store.journal_rows import Actor


class OnlyAdded:
    """The calls of a `Store` that add and read such rows. `actor`: under whose name they stand in the journal."""

    engine: sa.Engine
    actor: Actor

    def _writing(self) -> AbstractContextManager[sa.Connection]:
        return transaction(self.engine, actor=self.actor)

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

    def seal(
        self,
        content: bytes,
        fingerprint: str,
        *,
        waivers: Sequence[Mapping[str, Any]] = (),
        published: Mapping[str, Any] | None = None,
        **about: Any,
    ) -> int:
        """Keep sealed figures for good and give the seal's number; `about`: name, milestone, year, as_of, who, note, illustrative, change, plan_version.

        With it, all or nothing, what it was waived for (rows of `waivers`) and its publication (the row of `published_years` without its seal).
        """
        who = about["who"]
        with self._writing() as connection:
            for row in waivers:
                meetings.enter(connection, "waivers", {**row, "who": who})
            number = seal_rows.save_seal(connection, content, fingerprint, about)
            if published is not None:
                row = {**published, "seal": number, "who": who}
                meetings.enter(connection, "published_years", row)
            return number

    def seals(self) -> pd.DataFrame:
        """One row a seal, newest first, without content: id, at (UTC), who, name, milestone, year, as_of, note, illustrative, change, fingerprint, plan_version, journal_link, link."""
        with snapshot(self.engine) as connection:
            return seal_rows.all_seals(connection)

    def load_seal(self, seal_id: int) -> seal_rows.Seal:
        """A seal with its content. Errors: `SealError` if there is none of that number."""
        with snapshot(self.engine) as connection:
            return seal_rows.load_seal(connection, seal_id)

    def enter(self, table: str, **row: Any) -> int:
        """Add a row to a table of `meeting_tables.ENTERED` and give its number; rows are never changed. Errors: `SealError`."""
        with self._writing() as connection:
            return meetings.enter(connection, table, row)

    def enter_many(self, entries: Sequence[tuple[str, Mapping[str, Any]]], who: str) -> list[int]:
        """Add rows, each with the name of its table, as one deed of `who` and give their numbers; if one is refused none is added. Errors: `SealError`."""
        with self._writing() as connection:
            return [meetings.enter(connection, name, {**row, "who": who}) for name, row in entries]

    def hand_in(self, table: str, name: str, content: bytes, **row: Any) -> int:
        """Keep a file that comes with a row of what people enter, and the row that names it (`file`, `sha256`), together. Errors: `SealError` (`sent_too_large`, `sent_too_much`, as of `enter`)."""
        with self._writing() as connection:
            handed_in.check(connection, row.get("unit"), content)
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

    def journal_head(self) -> str:
        """The link of the last entry of the journal, which is a hash over all entries: whatever was done to the store, it is another."""
        with snapshot(self.engine) as connection:
            return chain.head(connection, journal)

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
