"""What meetings keep, as this room reaches it: the store's part that it needs, and what people entered up to a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import pandas as pd

from dashboard.exports.report.beside_figures import Entered
from dashboard.plan import clock


class Kept(Protocol):
    """What this needs of the store."""

    def load_for_seal(
        self, lists: Sequence[str], as_of: dt.date
    ) -> tuple[int, Mapping[str, pd.DataFrame], Mapping[str, pd.DataFrame]]: ...
    def load(self, table: str) -> pd.DataFrame: ...
    def seal(self, content: bytes, fingerprint: str, **about: Any) -> int: ...
    def seals(self) -> pd.DataFrame: ...
    def load_seal(self, seal_id: int) -> Any: ...
    def conclusions(self) -> pd.DataFrame: ...
    def enter(self, table: str, **row: Any) -> int: ...
    def entered(self, table: str) -> pd.DataFrame: ...
    def illustrative(self) -> bool: ...
    def current_plan(self) -> Any: ...


def entered(kept: Kept, until: dt.date | None = None) -> Entered:
    """What people have entered about meetings, up to now or to the end of a day; conclusions with their state then."""
    now = Entered(
        kept.conclusions(),
        kept.entered("replies"),
        kept.entered("publications"),
        kept.entered("disciplines"),
        kept.entered("nominees"),
        kept.entered("vote_counts"),
        kept.entered("votes"),
    )
    if until is None:
        return now
    conclusions, replies, publications, *others = (_until(rows, until) for rows in now)
    steps = (
        _until(kept.entered("conclusion_steps"), until)
        .drop_duplicates("conclusion_id", keep="last")
        .set_index("conclusion_id")
    )
    then = conclusions.assign(
        **{
            name: [steps[name].get(one) for one in conclusions["id"]]
            for name in ("state", "evidence")
        }
    )
    then["state"] = [state or "open" for state in then["state"]]
    return Entered(then, replies, publications, *others)


def _until(rows: pd.DataFrame, day: dt.date) -> pd.DataFrame:
    """Rows written by the end of a day on the clock of the place."""
    return rows[rows["at"].dt.tz_convert(clock.ZONE).dt.date <= day].reset_index(drop=True)
