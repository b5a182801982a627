"""Where a unit came from and what became of it, on its page: its family in links."""

from __future__ import annotations

import html
from collections.abc import Sequence

from dashboard.ui import linked
from dashboard.views.profile_lists import Kin


def family(kin: Sequence[Kin], *, key: str) -> None:
    """Where the unit came from and what became of it, every unit a link."""
    if kin:
        linked.show("".join(map(_said, kin)), key=key)


def _said(one: Kin) -> str:
    names = "; ".join(linked.unit_link(code, name) for code, name in one.units.items())
    document = (
        f" <span class='flag-source'>({html.escape(one.document)})</span>" if one.document else ""
    )
    return f"<p class='kin'>{html.escape(one.said)} {names}{document}</p>"
