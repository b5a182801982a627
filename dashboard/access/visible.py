"""What somebody may see of the figures: every year or the published ones, every unit or their own, drafts or none. Frames in, frames out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from dashboard.access.edition import PUBLISHED as EDITION_PUBLISHED
from dashboard.access.edition import Edition, published_years
from dashboard.access.permissions import Person, may
from dashboard.access.publication import KEY, STEPS, with_published
from dashboard.assessment.rows_by_year import RowsByYear
from dashboard.assessment.standing import Records, Standing

NOTIFIED, PUBLISHED, _ = STEPS
SERIES = ("members", "scores", "group_scores", "surveys", "medians", "reports")
"""The frames of a standing whose rows bear their year."""

FOR_THE_DESK = frozenset(
    {
        "conclusions",
        "conclusion_steps",
        "shapes",
        "disciplines",
        "waivers",
        "nominees",
        "vote_counts",
        "votes",
        "plan_drafts",
    }
)
BETWEEN = frozenset({"submissions", "submission_steps", "disputes", "dispute_steps"})
"""Tables of what passes between a unit and the secretariat: nobody else sees them."""


class Sight(NamedTuple):
    """`years`: those that may be seen, None for all. `unit`: the only unit, None for all. `told`: the number of the last step of publishing a flag,
    0 for who sees drafts anyway. `editions`: the numbers of the published ones. Part of the key of everything kept: another step, another key."""

    years: tuple[int, ...] | None = None
    unit: str | None = None
    told: int = 0
    editions: tuple[int, ...] = ()

    @property
    def all(self) -> bool:
        return self.years is None


NOTHING = Sight(())


def sight_of(person: Person | None, editions: Sequence[Edition], told: int = 0) -> Sight:
    """What a person may see, by the editions and the number of the last step of publishing a flag."""
    if person is None:
        return NOTHING
    if may(person, "see_drafts"):
        return Sight()
    numbers = tuple(one.number for one in editions if one.state == EDITION_PUBLISHED)
    unit = None if may(person, "take_table", "") else person.unit or ""
    return Sight(published_years(editions), unit, told, numbers)


def without_years(records: Records) -> Records:
    """The records without anything of any year: of a year of which nothing is published only the units are known."""
    return Records(*(_of_years(frame, NOTHING) for frame in records))


def _of_years(frame: pd.DataFrame, sight: Sight) -> pd.DataFrame:
    return (
        frame[frame["year"].isin(sight.years or ())].reset_index(drop=True)
        if "year" in frame
        else frame
    )


def seen(name: str, frame: pd.DataFrame, sight: Sight) -> pd.DataFrame:
    """The rows of a table of the store that may be seen. A unit sees its own rows of every year."""
    if sight.all:
        return frame
    if name == "publications":
        return _published(frame, sight)
    if name in FOR_THE_DESK or (name in BETWEEN and sight.unit is None):
        frame = frame.iloc[:0]
    elif name == "published_years":
        pass
    elif sight.unit is not None:
        frame = _own(frame, sight.unit)
    else:
        frame = _of_years(frame, sight)
    return frame.reset_index(drop=True)


def _own(frame: pd.DataFrame, unit: str) -> pd.DataFrame:
    """The rows of a unit; of what belongs to no unit (indices of provinces) nothing."""
    columns = [column for column in ("unit", "before", "after") if column in frame]
    return frame[(frame[columns] == unit).any(axis=1)] if columns else frame.iloc[:0]


def _published(publications: pd.DataFrame, sight: Sight) -> pd.DataFrame:
    """The steps of the flags that are published; a unit also sees of itself what it was told."""
    newest = publications.sort_values("id").drop_duplicates(KEY, keep="last")
    open_ = newest[
        newest["step"].isin([PUBLISHED] if sight.unit is None else [PUBLISHED, NOTIFIED])
    ]
    open_ = (
        open_[open_["year"].isin(sight.years or ())]
        if sight.unit is None
        else open_[open_["unit"] == sight.unit]
    )
    rows = publications[publications["id"].isin(open_["id"])]
    return rows.reset_index(drop=True)


def answered(replies: pd.DataFrame, publications: pd.DataFrame, sight: Sight) -> pd.DataFrame:
    """The replies that may be seen: a unit its own, a member those to flags that are published. In: what `seen` gives of `publications`."""
    if sight.all:
        return replies
    if sight.unit is not None:
        return _own(replies, sight.unit)
    known = set(_keys(publications))
    return replies[
        pd.Series([key in known for key in _keys(replies)], index=replies.index, dtype=bool)
    ]


def _keys(rows: pd.DataFrame) -> list[tuple]:
    return list(map(tuple, rows[KEY].itertuples(index=False)))


def shown(standing: Standing, publications: pd.DataFrame, sight: Sight) -> Standing:
    """An edition for who sees published figures only: nothing of it is worked out again, rows of years that are not published are left out, and what is named is
    what was published, as it was published. Of one unit only where the sight is that. In: what `seen` gives of `publications`.
    """
    if sight.all:
        return standing
    series: dict[str, Any] = {name: _of_years(getattr(standing, name), sight) for name in SERIES}
    flags = with_published(_of_years(standing.flags, sight), publications, standing.year)
    standing = replace(
        standing,
        **series,
        chosen=standing.chosen.without(set(standing.chosen.years).difference(sight.years or ())),
        table=_without_the_year_before(standing, sight),
        inferred={name: _of_known_years(rows, sight) for name, rows in standing.inferred.items()},
        flags=flags,
        published_only=True,
    )
    return standing if sight.unit is None else _of_unit(standing, sight.unit)


def _without_the_year_before(standing: Standing, sight: Sight) -> pd.DataFrame:
    """The table of the year; what it says of the year before is left out where that is not published."""
    if standing.year - 1 in (sight.years or ()):
        return standing.table
    return standing.table.assign(previous=np.nan, change=np.nan)


def _of_known_years(rows: pd.DataFrame, sight: Sight) -> pd.DataFrame:
    """Evidence without the columns that are years (rates of a survey, one a year) not published."""
    return rows[[one for one in rows.columns if isinstance(one, str) or one in sight.years]]


def _of_unit(standing: Standing, unit: str) -> Standing:
    """Every frame with the rows of one unit; medians and what else is of others, gone."""
    parts = {part.name: getattr(standing, part.name) for part in fields(standing)}
    own: dict[str, Any] = {
        name: _rows_of(frame, unit)
        for name, frame in parts.items()
        if isinstance(frame, pd.DataFrame)
    }
    kept: dict[str, Any] = {
        name: {key: _rows_of(frame, unit) for key, frame in parts[name].items()}
        for name in ("progress", "inferred")
    }
    chosen = RowsByYear(standing.chosen.of(unit=[unit]))
    return replace(standing, chosen=chosen, **own, **kept)


def _rows_of(frame: pd.DataFrame, unit: str) -> pd.DataFrame:
    """By the column `unit`, else by an index of units; what has neither is of no unit, and only figures of the whole method (one row) stay."""
    if "unit" in frame:
        return frame[frame["unit"] == unit].reset_index(drop=True)
    if isinstance(frame.index, pd.RangeIndex):
        return frame if "rho" in frame else frame.iloc[:0]
    return frame[frame.index == unit]
