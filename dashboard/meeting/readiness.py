"""Whether a milestone's figures are ready to be sealed: one object a check, each with what is missing and the page where it is mended.

A pure function of the standing and what stands beside it. A check that finds something may be waived with a reason, which the seal keeps.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from dashboard.meeting import readiness_words as words
from dashboard.meeting.readiness_checks import CHECKS, Case, Check
from dashboard.writing import formats

DONE, WAIVED, OPEN = "done", "waived", "open"
COLUMNS = ["code", "title", "state", "said", "count", "names", "reason"]


class Item(NamedTuple):
    """What a check found. `names` are of what is missing; `reason` and `who` of the waiver, '' without one."""

    check: Check
    names: tuple[str, ...]
    said: str
    reason: str = ""
    who: str = ""

    @property
    def state(self) -> str:
        """`done` where nothing is missing, `waived` with a reason, else `open`."""
        if not self.names:
            return DONE
        return WAIVED if self.reason else OPEN


def readiness(case: Case, waivers: pd.DataFrame) -> tuple[Item, ...]:
    """Every check in order with what it found. In: rows of the store's `waivers`, of whichever milestones; the last step of a check counts."""
    given = in_force(waivers, case.milestone.code)
    items = []
    for check in CHECKS:
        names = tuple(check.find(case))
        reason, who = given.get(check.code, ("", "")) if names else ("", "")
        items.append(Item(check, names, _said(check, names, case.standing.year), reason, who))
    return tuple(items)


def in_force(waivers: pd.DataFrame, milestone: str) -> dict[str, tuple[str, str]]:
    """Check → (reason, who) of the waivers of a milestone that were not withdrawn."""
    own = waivers[waivers["milestone"] == milestone].sort_values("id", kind="stable")
    rows: Any = own.drop_duplicates("code", keep="last").itertuples(index=False)
    return {one.code: (one.reason, one.who) for one in rows if one.step == "given"}


def with_given(waivers: pd.DataFrame, given: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """The waivers with those that are entered with the seal itself, as the newest. In: rows of the store, rows as they will be entered, with `who`."""
    if not given:
        return waivers
    after = int(waivers["id"].max()) + 1 if len(waivers) else 1
    newest = pd.DataFrame(given).assign(id=range(after, after + len(given)))
    shared = [one for one in waivers if one in newest]
    return pd.concat([waivers[shared], newest[shared]], ignore_index=True)


def open_items(items: Sequence[Item]) -> list[Item]:
    """Those that keep the figures from being sealed."""
    return [one for one in items if one.state == OPEN]


def summary(items: Sequence[Item]) -> str:
    """Where readiness stands, in one sentence without its full stop."""
    left = open_items(items)
    if left:
        titles = ", ".join(one.check.title.lower() for one in left)
        return words.NOT_READY.format(open=len(left), all=len(items), titles=titles)
    waived = sum(one.state == WAIVED for one in items)
    ready = words.READY.format(done=len(items) - waived)
    return words.READY_WAIVED.format(ready=ready, waived=waived) if waived else ready


def as_rows(items: Sequence[Item]) -> pd.DataFrame:
    """The items as plain rows, as a seal keeps them: `COLUMNS`; `names` is a list. Who waived is not in them: a seal holds no names of persons."""
    return pd.DataFrame(
        [
            (
                one.check.code,
                one.check.title,
                one.state,
                one.said,
                len(one.names),
                list(one.names),
                one.reason,
            )
            for one in items
        ],
        columns=COLUMNS,
    )


def _said(check: Check, names: Sequence[str], year: int) -> str:
    if not names:
        return words.CLEAR[check.code]
    count = formats.count(len(names), words.COUNTED.get(check.code, words.UNITS))
    return words.MISSING[check.code].format(count=count, year=year)
