"""HTML of ours in which a press on a unit opens its profile without loading the page anew, and a button copies its text.

Copied by the old command: the clipboard of today's browsers is shut on plain http, as offices serve it.
"""

from __future__ import annotations

import html
import json
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from dashboard.ui import choices
from dashboard.ui.opened import movement
from dashboard.ui.screen_parts import screen_part
from dashboard.wording.movement_words import PARAMETER

PROFILE_PATH = "ho-so-don-vi"
_LINKED = screen_part("linked", "<div class='linked'></div>")
_TOLD = screen_part("told", "<div></div>")


def profile_address(unit: str) -> str:
    """Where a unit's profile is, beside any page."""
    before, after = around_unit()
    return f"{before}{quote(unit)}{after}"


def around_unit() -> tuple[str, str]:
    """What stands in that address before the unit's code, and what after it."""
    of_movement = f"&{PARAMETER}={quote(movement())}" if movement() else ""
    return f"{PROFILE_PATH}?don_vi=", of_movement


def unit_link(unit: str, name: str) -> str:
    """A link to a unit's profile; it works in a new window too."""
    return f"<a href='{html.escape(profile_address(unit), quote=True)}' data-unit='{html.escape(unit, quote=True)}' class='unit-link'>{html.escape(name)}</a>"


def show(content: str, *, key: str, mark: str = "") -> Sequence[str]:
    """Show HTML in which every text has been escaped; links made by `unit_link` open the profile.

    `mark`: of content that bears it (`data-mark`) and has places to be filled when they are unfolded (`data-of`); answers those asked for so far.
    """
    answer = _LINKED(
        key=key, data=content.encode(), on_pressed_change=_noted, on_asked_change=_noted
    )
    if answer.pressed is not None:
        choices.open_unit(answer.pressed)
    match answer.asked:
        case {"mark": asked_of, "of": [*asked]} if asked_of == mark:
            return asked
    return ()


def tell(told: Mapping[str, str], *, key: str) -> None:
    """Fill places of HTML that was shown: what each is of (`data-of`) → its HTML, every text escaped."""
    _TOLD(key=key, data=json.dumps(told, ensure_ascii=False).encode())


def _noted() -> None:
    """A press needs no work of its own: the run that it starts reads it."""
