"""The pack of a meeting, of sealed figures or of those of today."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from dashboard.exports import packing
from dashboard.exports.report.order import pack_content
from dashboard.exports.report.pack import Pack
from dashboard.meeting.entered_until import Kept
from dashboard.meeting.sealing import Figures, figures, figures_now, figures_of_seal
from dashboard.plan import Plan


def pack(
    kept: Kept,
    plan: Plan,
    milestone: str,
    as_of: dt.date,
    asked: int | None = None,
    until: dt.date | None = None,
    inner: bool = False,
) -> Pack:
    """The pack of a milestone from the figures that `figures` gives; of a seal with what was entered up to the end of a day: then it is the pack of that day again."""
    return pack_from(figures(kept, plan, milestone, as_of, asked, until, inner))


def pack_of_seal(kept: Kept, number: int, until: dt.date | None = None) -> Pack:
    """The pack of sealed figures. Everything made of it says so if the program now works out other figures than were sealed."""
    return pack_from(figures_of_seal(kept, number, until))


def pack_now(kept: Kept, plan: Plan, milestone: str, as_of: dt.date) -> Pack:
    """The pack of the figures as they are. Raises `MeetingError` as `figures_now`."""
    return pack_from(figures_now(kept, plan, milestone, as_of))


def pack_from(figures: Figures) -> Pack:
    """The pack of these figures."""
    made = pack_content(figures.material, figures.seal, illustrative=figures.illustrative)
    told = replace(made, seal_line=f"{made.seal_line} {figures.warnings}".strip())
    return packing.with_dossier(told, figures.material)
