"""Short lists of units on a page: each name a link to its profile, some words beside it, the rest folded."""

from __future__ import annotations

import html
from collections.abc import Sequence

from dashboard.ui import linked

SHOWN = 3


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
        f"<details><summary>Xem thêm {len(lines) - shown} đơn vị</summary><ul class='unit-list'>{''.join(lines[shown:])}</ul></details>"
        if len(lines) > shown
        else ""
    )
    return linked.show(f"{head}<ul class='unit-list'>{''.join(lines[:shown])}</ul>{rest}", key=key)


def _line(unit: str, name: str, words: str, sign: str) -> str:
    mark = f"<span class='flag-level-named'>{html.escape(sign)}</span> " if sign else ""
    return f"<li>{mark}{linked.unit_link(unit, name)}: {html.escape(words)}</li>"
