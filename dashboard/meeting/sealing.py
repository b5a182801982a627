"""Sealing a meeting's figures and making its pack, on screen and on the command line alike; what is kept is reached through `Kept`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from dashboard.access import edition
from dashboard.access.edition import Edition
from dashboard.assessment.standing import Records, Standing
from dashboard.exports import packing
from dashboard.exports.report.beside_figures import READINESS
from dashboard.exports.report.material import Material
from dashboard.exports.report.pack import SealMark
from dashboard.meeting import seals
from dashboard.meeting.entered_until import Kept, entered
from dashboard.meeting.meeting_year import (
    MeetingError,
    assessed,
    with_results,
    year_of,
    year_of_paper,
)
from dashboard.meeting.readiness import as_rows
from dashboard.meeting.ready_to_seal import readiness_of
from dashboard.plan import Plan, load_plan
from dashboard.views.result_doubts import doubts_in
from dashboard.wording import meeting_words as words
from dashboard.writing import formats


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
    waived: Sequence[str] = (),
    ground: str | None = None,
    publish: bool = False,
) -> Made:
    """Seal the figures of a milestone's year as of a day, all of one moment, with what was ready and what was waived. In the same deed the checks `waived` are waived for the `ground`, and with `publish` the edition is published for it. Raises `MeetingError` for an unknown milestone or a year without units."""
    year = year_of(plan, milestone)
    of = {"milestone": milestone, "year": year}
    given = {**of, "step": "given", "reason": ground, "who": who}
    waivers = [{**given, "code": one} for one in waived]
    change, tables, lists = kept.load_for_seal(packing.LISTS, as_of)
    records = Records(**tables)
    standing = assessed(plan, records, year, as_of)
    found = doubts_in(standing, records.results)
    items = readiness_of(kept, standing, milestone, found, waivers)
    kept_lists = {**lists, READINESS: as_rows(items)} if items else lists
    content, fingerprint = seals.packed(seals.sealed_of(standing, milestone, records, kept_lists))
    about = {**of, "name": name, "as_of": as_of, "who": who, "note": note, "change": change}
    about |= {"illustrative": kept.illustrative(), "plan_version": _version(kept, plan)}
    step = {"year": year, "step": edition.PUBLISHED, "on": as_of, "meeting": ground}
    published = step if publish else None
    number = kept.seal(content, fingerprint, waivers=waivers, published=published, **about)
    return Made(number, fingerprint)


class Figures(NamedTuple):
    """The figures of a meeting, sealed or as they are, with what people entered; everything that is handed out is made from them.

    `drift` says if the program now works out other figures than were sealed; '' otherwise.
    """

    material: Material
    seal: SealMark
    illustrative: bool
    drift: str = ""
    inner: bool = False

    @property
    def warnings(self) -> str:
        """What stands beside the edition on every page: that it is an inner copy, that the program works out other figures."""
        return " ".join(one for one in (words.INNER if self.inner else "", self.drift) if one)


def figures(
    kept: Kept,
    plan: Plan,
    milestone: str,
    as_of: dt.date,
    asked: int | None = None,
    until: dt.date | None = None,
    inner: bool = False,
) -> Figures:
    """The figures of a milestone for a paper or a deck, by the one rule (`edition.for_papers`): the edition asked for, else the newest sealed, else as they are.

    Raises `MeetingError` for an unknown milestone, a year without units or without one result, and the store's error for an unknown edition.
    """
    number = edition.for_papers(editions(kept), milestone, asked)
    return (
        figures_of_seal(kept, number, until, inner)
        if number
        else figures_now(kept, plan, milestone, as_of, inner)
    )


def editions(kept: Kept) -> list[Edition]:
    """Every edition that is kept, newest first."""
    return edition.editions_of(kept.seals(), kept.entered("published_years"))


def figures_of_seal(
    kept: Kept, number: int, until: dt.date | None = None, inner: bool = False
) -> Figures:
    """Sealed figures, with what people have entered up to today, or to the end of an earlier day; `inner`: with the namings that are drafts.

    Raises `MeetingError` for an edition of a year without a milestone, and the store's error for an unknown edition.
    """
    seal_ = kept.load_seal(number)
    sealed = seals.unpacked(seal_.content, seal_.fingerprint)
    if sealed.milestone not in {one.code for one in sealed.plan.milestones}:
        said = words.EDITION_WITHOUT_MILESTONE.format(number=number, year=sealed.year)
        raise MeetingError(said)
    standing = seals.standing_of(sealed)
    moved = seals.drifted(sealed, standing)["unit_code"].nunique()
    drift = words.DRIFTED.format(units=formats.count(moved, "đơn vị")) if moved else ""
    own = next(one for one in editions(kept) if one.number == number)
    return Figures(
        packing.material_of(
            standing,
            sealed.milestone,
            {**sealed.records._asdict(), **sealed.lists},
            entered(kept, until),
            today=until,
            inner=inner,
        ),
        packing.mark_of(own, until),
        seal_.illustrative,
        drift,
        inner,
    )


def figures_now(
    kept: Kept, plan: Plan, milestone: str, as_of: dt.date, inner: bool = False
) -> Figures:
    """The figures as they are, not sealed. Raises `MeetingError` for an unknown milestone, a year without one of its own, without units or without one result."""
    year = year_of_paper(plan, milestone)
    _, tables, lists = kept.load_for_seal(packing.LISTS, as_of)
    standing = assessed(plan, Records(**tables), year, as_of)
    return _not_sealed(kept, standing, milestone, {**tables, **lists}, inner)


def figures_of(kept: Kept, standing: Standing, milestone: str, inner: bool = False) -> Figures:
    """The same, of a standing of today that was worked out before: no result is read. Raises `MeetingError` as `figures_now`."""
    tables = {name: kept.load(name) for name in (*packing.LISTS, *packing.BESIDE)}
    return _not_sealed(kept, with_results(standing), milestone, tables, inner)


def _not_sealed(
    kept: Kept,
    standing: Standing,
    milestone: str,
    tables: Mapping[str, pd.DataFrame],
    inner: bool,
) -> Figures:
    material = packing.material_of(standing, milestone, tables, entered(kept), inner=inner)
    return Figures(material, SealMark(""), kept.illustrative(), inner=inner)


def _version(kept: Kept, plan: Plan) -> int | None:
    """The store's version of a plan; None where it is another than the store's newest."""
    newest = kept.current_plan()
    return newest.version if newest and load_plan(newest.body) == plan else None


def standing_now(kept: Kept, plan: Plan, milestone: str, as_of: dt.date) -> Standing:
    """The standing that a seal of now would hold. Raises `MeetingError` as `seal`."""
    _, tables, _ = kept.load_for_seal((), as_of)
    return assessed(plan, Records(**tables), year_of(plan, milestone), as_of)
