"""HTML of ours in which a press on a unit opens its profile without loading the page anew, and a button copies its text.

Copied by the old command: the clipboard of today's browsers is shut on plain http, as offices serve it.
"""

from __future__ import annotations

import html
from urllib.parse import quote

import streamlit as st

from dashboard.ui import choices
from dashboard.ui.opened import movement
from dashboard.wording.movement_words import PARAMETER

PROFILE_PATH = "ho-so-don-vi"
SCRIPT = """export default function ({ data, parentElement, setTriggerValue }) {
  const place = parentElement.querySelector(".linked");
  if (place.shown !== data.html) { place.innerHTML = data.html; place.shown = data.html; }
  const copied = (button) => {
    const area = document.createElement("textarea");
    area.value = button.dataset.copy;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    button.focus();
    if (!button.dataset.label) button.dataset.label = button.textContent;
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = button.dataset.label; }, 3000);
  };
  place.onclick = (event) => {
    const button = event.target.closest("button[data-copy]");
    if (button) { copied(button); return; }
    const link = event.target.closest("a[data-unit]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    setTriggerValue("pressed", link.dataset.unit);
  };
}"""

_LINKED = st.components.v2.component(
    "linked", html="<div class='linked'></div>", js=SCRIPT, isolate_styles=False
)


def profile_address(unit: str) -> str:
    """Where a unit's profile is, beside any page."""
    of_movement = f"&{PARAMETER}={quote(movement())}" if movement() else ""
    return f"{PROFILE_PATH}?don_vi={quote(unit)}{of_movement}"


def unit_link(unit: str, name: str) -> str:
    """A link to a unit's profile; it works in a new window too."""
    return f"<a href='{html.escape(profile_address(unit), quote=True)}' data-unit='{html.escape(unit, quote=True)}' class='unit-link'>{html.escape(name)}</a>"


def show(content: str, *, key: str) -> None:
    """Show HTML in which every text has been escaped; links made by `unit_link` open the profile."""
    pressed = _LINKED(key=key, data={"html": content}, on_pressed_change=_noted).pressed
    if pressed is not None:
        choices.open_unit(pressed)


def _noted() -> None:
    """A press needs no work of its own: the run that it starts reads it."""
