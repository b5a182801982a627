"""The edition of figures (ấn bản số liệu): a frozen standing under a number, and the one rule which edition somebody reads.

An edition is a seal of the store with the steps of its publication. The rule: members and units read the newest published edition of the
year, papers and decks the newest sealed one of the milestone, the secretariat's desk the figures as they are. Whoever may read another
one can ask for it by its number; `AS_THEY_ARE` asks for the figures that no seal holds.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import pandas as pd

from dashboard.plan import clock
from dashboard.wording import edition_words as words
from dashboard.writing import formats

AS_THEY_ARE = 0
MOST_NAMES = 5
LIVE, SEALED, PUBLISHED = "live", "sealed", "published"


class Edition(NamedTuple):
    """One edition. `at` is on the clock of the place; `plan_version` is None where the plan was a file; `link` is the head of the chain of seals with it; `published_on` and `meeting` stand where it is published."""

    number: int
    year: int
    milestone: str
    name: str
    as_of: dt.date
    at: dt.datetime
    who: str
    fingerprint: str
    illustrative: bool
    note: str | None = None
    plan_version: int | None = None
    link: str = ""
    published_on: dt.date | None = None
    meeting: str | None = None

    @property
    def state(self) -> str:
        """`sealed` or `published`; figures without an edition are `live`."""
        return PUBLISHED if self.published_on else SEALED


def editions_of(seals: pd.DataFrame, steps: pd.DataFrame) -> list[Edition]:
    """Every edition, newest first. In: the store's rows of `seals` (without content) and of `published_years`; of each edition its last step counts."""
    newest = (
        steps[steps["seal"].notna()]
        .sort_values("id", kind="stable")
        .drop_duplicates("seal", keep="last")
    )
    out: dict[int, tuple[dt.date | None, Any]] = {}
    one: Any
    for one in newest[newest["step"] == PUBLISHED].itertuples(index=False):
        out[int(one.seal)] = (_day(one.on), one.meeting)
    rows = seals.sort_values("id", ascending=False, kind="stable")
    found = []
    for one in rows.itertuples():
        found.append(_edition(one, *out.get(int(one.id), (None, None))))
    return found


def _edition(seal: Any, published_on: dt.date | None, meeting: Any) -> Edition:
    return Edition(
        number=int(seal.id),
        year=int(seal.year),
        milestone=seal.milestone,
        name=seal.name,
        as_of=_day(seal.as_of),
        at=pd.Timestamp(seal.at).tz_convert(clock.ZONE).to_pydatetime(),
        who=seal.who,
        fingerprint=seal.fingerprint,
        illustrative=bool(seal.illustrative),
        note=seal.note if isinstance(seal.note, str) else None,
        plan_version=None if pd.isna(seal.plan_version) else int(seal.plan_version),
        link=seal.link,
        published_on=published_on,
        meeting=meeting if isinstance(meeting, str) else None,
    )


def _day(day: Any) -> dt.date:
    return pd.Timestamp(day).date()


def for_readers(editions: Iterable[Edition], year: int, asked: int | None = None) -> Edition | None:
    """The edition of a year that members and units read: the published one that was asked for, else the newest published; None without one."""
    own = [one for one in editions if one.year == year and one.state == PUBLISHED]
    return next((one for one in own if one.number == asked), own[0] if own else None)


def for_papers(editions: Iterable[Edition], milestone: str, asked: int | None = None) -> int | None:
    """The number of the edition that papers, slides and the deck of a milestone are made from: the one asked for, else the newest sealed; None for the figures as they are."""
    if asked is not None:
        return asked or None
    return next((one.number for one in editions if one.milestone == milestone), None)


def for_the_desk(editions: Iterable[Edition], year: int, asked: int | None) -> Edition | None:
    """The edition of a year that the secretariat looks at: the one asked for, else none: the figures as they are."""
    return next((one for one in editions if one.year == year and one.number == asked), None)


def published_years(editions: Sequence[Edition]) -> tuple[int, ...]:
    """The years that have a published edition, oldest first."""
    return tuple(sorted({one.year for one in editions if one.state == PUBLISHED}))


def in_words(own: Edition) -> str:
    """The edition in a sentence: number, name, state, day, plan."""
    return words.LINE.format(
        number=own.number,
        name=own.name,
        state=words.state_of(own.published_on),
        as_of=formats.date(own.as_of),
        at=f"{own.at:%H:%M} ngày {formats.date(own.at)}",
        plan=words.PLAN.format(version=own.plan_version) if own.plan_version else "",
    )


def correction_words(before: Edition, rows: pd.DataFrame) -> str:
    """What an edition changed of the one before it: how many units, how many figures, the first of the units by name. In: `seals.compared` without flags."""
    if rows.empty:
        return words.UNCHANGED.format(number=before.number)
    names = list(dict.fromkeys(rows["unit"]))
    more = words.AND_OTHERS if len(names) > MOST_NAMES else ""
    return words.CHANGED.format(
        number=before.number,
        units=formats.count(len(names), "đơn vị"),
        items=formats.count(len(rows), "con số"),
        names=", ".join(names[:MOST_NAMES]) + more,
    )
