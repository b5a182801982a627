"""What somebody may see of the figures: every year or the published ones, every unit or their own, drafts or none. Frames in, frames out."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, NamedTuple

import pandas as pd

from dashboard.access.permissions import Person, may
from dashboard.access.publication import KEY, STEPS
from dashboard.assessment.standing import Records, Standing

NOTIFIED, PUBLISHED, _ = STEPS


class Sight(NamedTuple):
    """`years`: those that may be seen, None for all. `unit`: the only unit, None for all. `told`: the number of the last step of publishing a flag,
    0 for who sees drafts anyway. Part of the key of everything kept: another step, another key."""

    years: tuple[int, ...] | None = None
    unit: str | None = None
    told: int = 0

    @property
    def all(self) -> bool:
        return self.years is None


NOTHING = Sight(())


def sight_of(person: Person | None, published_years: pd.DataFrame, told: int = 0) -> Sight:
    """What a person may see, by the steps of publication of the years and the number of the last one of a flag."""
    if person is None:
        return NOTHING
    if may(person, "see_drafts"):
        return Sight()
    newest = published_years.sort_values("id").drop_duplicates("year", keep="last")
    years = tuple(sorted(int(year) for year in newest.loc[newest["step"] == PUBLISHED, "year"]))
    return Sight(years, None if may(person, "take_table", "") else person.unit or "", told)


def limited(records: Records, sight: Sight) -> Records:
    """The records of the years that may be seen: what is worked out of them holds nothing of another year."""
    return records if sight.all else Records(*(_of_years(frame, sight) for frame in records))


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
    if name in ("conclusions", "conclusion_steps", "published_years"):
        frame = frame if name == "published_years" else frame.iloc[:0]
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
    """A standing of limited records without flags that are drafts, with the sentences as they were published; of one unit only where the sight is that.

    In: what `seen` gives of `publications`.
    """
    if sight.all:
        return standing
    flags, reports = (
        _of_years(standing.flags, sight),
        _of_years(standing.reports, sight),
    )  # a report of a hidden year is not missing
    standing = replace(
        standing, flags=_without_drafts(flags, publications), reports=reports, published_only=True
    )
    return standing if sight.unit is None else _of_unit(standing, sight.unit)


def _without_drafts(flags: pd.DataFrame, publications: pd.DataFrame) -> pd.DataFrame:
    said = {
        tuple(getattr(one, name) for name in KEY): one.reason
        for one in publications.itertuples(index=False)
    }
    keys = _keys(flags)
    kept = pd.Series(
        [level != "named" or key in said for level, key in zip(flags["level"], keys, strict=True)],
        index=flags.index,
        dtype=bool,
    )
    reasons = [
        said.get(key, reason) if level == "named" else reason
        for key, level, reason in zip(keys, flags["level"], flags["reason"], strict=True)
    ]
    return _unjudged(flags.assign(reason=reasons), flags[~kept])[kept].reset_index(drop=True)


def _unjudged(flags: pd.DataFrame, drafts: pd.DataFrame) -> pd.DataFrame:
    """The facts beside a draft do not tell how certain it is."""
    hidden = set(map(tuple, drafts[["unit", "year", "indicator"]].itertuples(index=False)))
    keys = map(tuple, flags[["unit", "year", "indicator"]].itertuples(index=False))
    beside = pd.Series([key in hidden for key in keys], index=flags.index, dtype=bool)
    return flags.assign(
        certainty=flags["certainty"].mask(beside, ""), why=flags["why"].mask(beside, "")
    )


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
    return replace(standing, **own, **kept)


def _rows_of(frame: pd.DataFrame, unit: str) -> pd.DataFrame:
    """By the column `unit`, else by an index of units; what has neither is of no unit, and only figures of the whole method (one row) stay."""
    if "unit" in frame:
        return frame[frame["unit"] == unit].reset_index(drop=True)
    if isinstance(frame.index, pd.RangeIndex):
        return frame if "rho" in frame else frame.iloc[:0]
    return frame[frame.index == unit]
