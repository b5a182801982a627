"""The tables that an assessment needs, all of one moment: whole, as they would be, or what was touched since."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

import pandas as pd
import sqlalchemy as sa

from data_access.store import change_rows, live_rows, revision_rows
from data_access.store.engine import snapshot, trial
from data_access.store.touched_years import touched_years, years_of_imports


class Touched(NamedTuple):
    """`records`: the tables of `load_records` as they were, or would be, at `change`; of `years` alone where that is not None: then nothing of another year differs from what it was before."""

    change: int
    years: frozenset[int] | None
    records: dict[str, pd.DataFrame]


class AssessedRecords:
    """The part of a `Store` that reads what is assessed. Errors of every call: `StoreError` and its subclasses."""

    engine: sa.Engine

    def load_records(
        self, as_of: date | None = None, years: Collection[int] | None = None
    ) -> dict[str, pd.DataFrame]:
        """The tables that an assessment needs, all of one moment: results, units, unit_years, lineage, filings,
        limitations. `years`: what is of a year, of these alone."""
        with snapshot(self.engine) as connection:
            return _records(connection, as_of, years)

    def load_touched(self, since: int, seen_on: date, as_of: date) -> Touched:
        """What may differ on the day `as_of` from what it was at the change `since`, seen on an earlier day or the same; everything where it cannot be told by years."""
        with snapshot(self.engine) as connection:
            years = touched_years(connection, since, seen_on, as_of)
            return Touched(
                change_rows.last_change(connection), years, _records(connection, as_of, years)
            )

    def records_if(self, import_id: int, undone: bool, as_of: date | None = None) -> Touched:
        """What would differ if this import were undone (or counted again); nothing is changed. Errors: `ImportStateError`."""
        with trial(self.engine) as connection:
            revision_rows.mark_undone(connection, int(import_id), undone)
            years = years_of_imports(connection, {int(import_id)})
            change = change_rows.last_change(connection)
            return Touched(change, years, _records(connection, as_of, years))

    def load_for_seal(
        self, lists: Sequence[str], as_of: date
    ) -> tuple[int, dict[str, pd.DataFrame], dict[str, pd.DataFrame]]:
        """All of one moment: the number of the last change, the tables of `load_records`, and these other tables."""
        with snapshot(self.engine) as connection:
            records = _records(connection, as_of)
            others = {
                name: live_rows.live_rows(connection, live_rows.record_named(name), as_of)
                for name in lists
            }
            return change_rows.last_change(connection), records, others


def _records(
    connection: sa.Connection, as_of: date | None, years: Collection[int] | None = None
) -> dict[str, pd.DataFrame]:
    found = {}
    for name in live_rows.ASSESSED:
        record = live_rows.record_named(name)
        of_years = years is not None and "year" in record.key_names
        only: Mapping[str, Any] | None = {"year": sorted(years or ())} if of_years else None
        found[name] = live_rows.live_rows(connection, record, as_of, only)
    return found
