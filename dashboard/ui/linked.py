"""HTML of ours in which a press on a unit opens its profile without loading the page anew, and a button copies its text.

Copied by the old command: the clipboard of today's browsers is shut on plain http, as offices serve it.
"""

from __future__ import annotations

import html
from urllib.parse import quote

from dashboard.ui import choices
from dashboard.ui.opened import movement
from dashboard.ui.screen_parts import screen_part
from dashboard.wording.movement_words import PARAMETER

PROFILE_PATH = "ho-so-don-vi"
_LINKED = screen_part("linked", "<div class='linked'></div>")


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


def show(content: str, *, key: str) -> None:
    """Show HTML in which every text has been escaped; links made by `unit_link` open the profile."""
    pressed = _LINKED(key=key, data=content.encode(), on_pressed_change=_noted).pressed
    if pressed is not None:
        choices.open_unit(pressed)


def _noted() -> None:
    """A press needs no work of its own: the run that it starts reads it."""
