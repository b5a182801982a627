"""Short lists of units on a page: each name a link to its profile, some words beside it, the rest folded."""

from __future__ import annotations

import html
from collections.abc import Sequence

from dashboard.ui import linked
from dashboard.views.talking_points import Point
from dashboard.writing.nouns import worded

SHOWN = 3
OTHERS = "xem tiếp {units}"


def unit_list(
    rows: Sequence[tuple[str, str, str]],
    *,
    key: str,
    title: str = "",
    empty: str = "",
    sign: str = "",
    shown: int = SHOWN,
) -> None:
    """Rows (unit, name, words) under a title, after the first `shown` folded; without rows what `empty` says.

    `sign` stands before each name, where colour alone would not say enough.
    """
    head = f"<h3 class='list-title'>{html.escape(title)}</h3>" if title else ""
    lines = [_line(*row, sign) for row in rows]
    if not lines:
        return linked.show(f"{head}<p class='small'>{html.escape(empty)}</p>", key=key)
    rest = (
        f"<details><summary>Xem thêm {len(lines) - shown} {worded('đơn vị')}</summary><ul class='unit-list'>{''.join(lines[shown:])}</ul></details>"
        if len(lines) > shown
        else ""
    )
    return linked.show(f"{head}<ul class='unit-list'>{''.join(lines[:shown])}</ul>{rest}", key=key)


def _line(unit: str, name: str, words: str, sign: str) -> str:
    mark = f"<span class='flag-level-named'>{html.escape(sign)}</span> " if sign else ""
    return f"<li>{mark}{linked.unit_link(unit, name)}: {html.escape(words)}</li>"


def points(said: Sequence[Point], *, key: str, empty: str) -> None:
    """Things to talk about, numbered, each with the units that it is about; without any what `empty` says."""
    if not said:
        return linked.show(f"<p class='small'>{html.escape(empty)}</p>", key=key)
    lines = "".join(
        f"<li>{html.escape(one.said)} {'; '.join(_about(*unit) for unit in one.units[:1])}{_others(one.units[1:])}</li>"
        for one in said
    )
    return linked.show(f"<ol class='points'>{lines}</ol>", key=key)


def _others(units: Sequence[tuple[str, str, str]]) -> str:
    """The units after the first, folded."""
    if not units:
        return ""
    said = "; ".join(_about(*unit) for unit in units)
    return f" <details class='more'><summary>{OTHERS.format(units=len(units))}</summary><p>{said}</p></details>"


def _about(unit: str, name: str, words: str) -> str:
    more = f" ({html.escape(words)})" if words else ""
    return f"{linked.unit_link(unit, name)}{more}"
