"""Sealing a meeting's figures and making its pack, on screen and on the command line alike; what is kept is reached through `Kept`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, Protocol

import pandas as pd

from dashboard.assessment.standing import Records, Standing, assess
from dashboard.exports import pack_files
from dashboard.exports.report.material import Material
from dashboard.exports.report.order import pack_content
from dashboard.exports.report.pack import Pack, SealMark
from dashboard.meeting import seals
from dashboard.plan import Plan, clock
from dashboard.wording import meeting_words as words
from dashboard.writing import formats


class MeetingError(Exception):
    """A seal or pack that cannot be made; the text says why."""


class Kept(Protocol):
    """What this needs of the store."""

    def load_for_seal(
        self, lists: Sequence[str], as_of: dt.date
    ) -> tuple[int, Mapping[str, pd.DataFrame], Mapping[str, pd.DataFrame]]: ...
    def seal(self, content: bytes, fingerprint: str, **about: Any) -> int: ...
    def seals(self) -> pd.DataFrame: ...
    def load_seal(self, seal_id: int) -> Any: ...
    def conclusions(self) -> pd.DataFrame: ...
    def entered(self, table: str) -> pd.DataFrame: ...
    def illustrative(self) -> bool: ...


class Made(NamedTuple):
    """A seal just made."""

    number: int
    fingerprint: str


def seal(
    kept: Kept,
    plan: Plan,
    milestone: str,
    as_of: dt.date,
    *,
    name: str,
    who: str,
    note: str | None = None,
) -> Made:
    """Seal the figures of a milestone's year as of a day, all of one moment. Raises `MeetingError` for an unknown milestone or a year without units."""
    year = year_of(plan, milestone)
    change, tables, lists = kept.load_for_seal(pack_files.LISTS, as_of)
    records = Records(**tables)
    content, fingerprint = seals.packed(
        seals.sealed_of(_assessed(plan, records, year, as_of), milestone, records, lists)
    )
    number = kept.seal(
        content,
        fingerprint,
        name=name,
        milestone=milestone,
        year=year,
        as_of=as_of,
        who=who,
        note=note,
        illustrative=kept.illustrative(),
        change=change,
    )
    return Made(number, fingerprint)


class Figures(NamedTuple):
    """The figures of a meeting, sealed or as they are, with what people entered; everything that is handed out is made from them.

    `drift` says if the program now works out other figures than were sealed; '' otherwise.
    """

    material: Material
    seal: SealMark
    illustrative: bool
    drift: str = ""


def figures_of_seal(kept: Kept, number: int, until: dt.date | None = None) -> Figures:
    """Sealed figures, with what people have entered up to today, or to the end of an earlier day."""
    seal_ = kept.load_seal(number)
    sealed = seals.unpacked(seal_.content, seal_.fingerprint)
    standing = seals.standing_of(sealed)
    moved = seals.drifted(sealed, standing)["unit_code"].nunique()
    drift = words.DRIFTED.format(units=formats.count(moved, "đơn vị")) if moved else ""
    return Figures(
        pack_files.material_of(
            standing,
            sealed.milestone,
            sealed.records,
            sealed.lists,
            entered(kept, until),
            today=until,
        ),
        pack_files.mark_of(seal_),
        seal_.illustrative,
        drift,
    )


def figures_now(kept: Kept, plan: Plan, milestone: str, as_of: dt.date) -> Figures:
    """The figures as they are, not sealed. Raises `MeetingError` for an unknown milestone or a year without units."""
    year = year_of(plan, milestone)
    _, tables, lists = kept.load_for_seal(pack_files.LISTS, as_of)
    records = Records(**tables)
    return Figures(
        pack_files.material_of(
            _assessed(plan, records, year, as_of), milestone, records, lists, entered(kept)
        ),
        SealMark(""),
        kept.illustrative(),
    )


def pack_of_seal(kept: Kept, number: int, until: dt.date | None = None) -> Pack:
    """The pack of sealed figures, with what was entered up to the end of a day: then it is the pack of that day again. Everything made of it says so if the program now works out other figures than were sealed."""
    figures = figures_of_seal(kept, number, until)
    pack = _pack(figures)
    return replace(pack, seal_line=f"{pack.seal_line} {figures.drift}") if figures.drift else pack


def pack_now(kept: Kept, plan: Plan, milestone: str, as_of: dt.date) -> Pack:
    """The pack of the figures as they are. Raises `MeetingError` as `figures_now`."""
    return _pack(figures_now(kept, plan, milestone, as_of))


def _pack(figures: Figures) -> Pack:
    standing, milestone, extras, _ = figures.material
    return pack_content(
        standing, milestone, extras, figures.seal, illustrative=figures.illustrative
    )


def _assessed(plan: Plan, records: Records, year: int, as_of: dt.date) -> Standing:
    """The standing of the year, in which somebody must have been assessed."""
    standing = assess(plan, records, year, as_of)
    if not standing.table["assessed"].any():
        raise MeetingError(words.NOBODY.format(year=year))
    return standing


def entered(kept: Kept, until: dt.date | None = None) -> pack_files.Entered:
    """What people have entered about meetings, up to now or to the end of a day; conclusions with their state then."""
    now = pack_files.Entered(
        kept.conclusions(), kept.entered("replies"), kept.entered("publications")
    )
    if until is None:
        return now
    conclusions, replies, publications = (_until(rows, until) for rows in now)
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
    return pack_files.Entered(then, replies, publications)


def _until(rows: pd.DataFrame, day: dt.date) -> pd.DataFrame:
    """Rows written by the end of a day on the clock of the place."""
    return rows[rows["at"].dt.tz_convert(clock.ZONE).dt.date <= day].reset_index(drop=True)


def newest_seal(kept: Kept, milestone: str) -> int | None:
    """The number of a milestone's newest seal; None without one."""
    own = kept.seals().query("milestone == @milestone")
    return int(own["id"].iloc[0]) if len(own) else None


def year_of(plan: Plan, milestone: str) -> int:
    """The year of a milestone by its code. Raises `MeetingError` that names those of the plan."""
    known = {one.code: one.year for one in plan.milestones}
    if milestone not in known:
        raise MeetingError(words.NO_MILESTONE.format(code=milestone, known=", ".join(known)))
    return known[milestone]
