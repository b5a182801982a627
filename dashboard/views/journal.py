"""Nhật ký: rows of the journal in words, chosen by deed, person and days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pandas as pd

from dashboard.plan import clock
from dashboard.views import journal_words as words
from dashboard.wording import intake_words, outcomes, role_words
from dashboard.writing import formats
from dashboard.writing.columns import Column
from dashboard.writing.nouns import worded
from dashboard.writing.table_model import Table

MOST = 200  # characters of a detail
ROWS = outcomes.TABLES | {table: name.lower() for table, name in intake_words.TABLES.items()}
"""Tables of the store → what their rows are called."""


def local_moment(at: pd.Timestamp) -> str:
    """“07:05:09 20/9/2019” of a moment of the store (UTC)."""
    here = at.tz_convert(clock.ZONE)
    return f"{here:%H:%M:%S} {formats.date(here)}"


def listed(journal: pd.DataFrame) -> pd.DataFrame:
    """The rows as they are read, newest first: at, moment, who, account, action, deed, what, more, place."""
    at = [moment.tz_convert(clock.ZONE) for moment in journal["at"]]
    return journal.assign(
        at=at,
        moment=[local_moment(one) for one in at],
        deed=[words.ACTIONS.get(one, one) for one in journal["action"]],
        more=[details(one) for one in journal["detail"]],
        place=[words.ORIGINS.get(one, one) for one in journal["origin"]],
    )


def details(detail: Mapping) -> str:
    """“lần nhập số: 5; số dòng: 120 kết quả chấm điểm, khảo sát; 1 văn bản”."""
    said = {
        words.DETAIL[key]: _value(key, value)
        for key, value in detail.items()
        if key in words.DETAIL and value not in (None, "", {})
    }
    text = "; ".join(f"{label}: {value}" for label, value in said.items())
    return text if len(text) <= MOST else f"{text[:MOST]}…"


def _value(key: str, value: object) -> str:
    if key == "roles":
        return role_words.roles(str(value).split(","))
    if isinstance(value, Mapping):
        return "; ".join(
            f"{formats.count(number)} {worded(ROWS).get(name, name)}"
            for name, number in value.items()
            if number
        )
    return str(value)[:16] if key == "fingerprint" else str(value)


def chosen(
    rows: pd.DataFrame,
    action: str | None,
    who: str | None,
    first: dt.date | None,
    last: dt.date | None,
) -> pd.DataFrame:
    """The rows of this deed, by this person or account, of these days; None: of any."""
    days = pd.Series([one.date() for one in rows["at"]], index=rows.index, dtype=object)
    kept = pd.Series(True, index=rows.index)
    kept &= rows["action"].eq(action) if action else True
    kept &= (rows["who"].eq(who) | rows["account"].eq(who)).fillna(False) if who else True
    kept &= days.map(lambda day: day >= first).astype(bool) if first else True
    kept &= days.map(lambda day: day <= last).astype(bool) if last else True
    return rows[kept]


def answer(rows: pd.DataFrame) -> str:
    """The first sentence: how much is written, and the last deed."""
    if rows.empty:
        return words.EMPTY
    last = rows.iloc[0]
    return words.ANSWER.format(
        count=formats.count(len(rows)),
        moment=last["moment"],
        deed=last["deed"].lower(),
        who="" if formats.is_missing(last["who"]) else f" ({last['who']})",
    )


def deeds(rows: pd.DataFrame) -> dict[str, str | None]:
    """What one chooses from → action, all first."""
    return {words.ALL: None, **dict(sorted(zip(rows["deed"], rows["action"])))}


def people(rows: pd.DataFrame) -> dict[str, str | None]:
    """Names and accounts that occur, all first."""
    found = {
        str(one)
        for column in ("who", "account")
        for one in rows[column]
        if not formats.is_missing(one)
    }
    return {words.ALL: None, **{one: one for one in sorted(found)}}


def table(rows: pd.DataFrame) -> Table:
    """The rows found, to read and take away."""
    more = Column(words.COLUMNS["more"], width="large")
    return Table(words.TITLE, words.COLUMNS | {"more": more}, rows)
