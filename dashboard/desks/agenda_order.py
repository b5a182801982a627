"""The order of an agenda: a list that is dragged, or moved with the keys, in the browser; the server is told when the hand rests, so no step waits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import streamlit as st

from dashboard.deck import deck_words as words

STYLE = """.agenda-order { max-width: 520px; margin: 0; padding: 0; list-style: none; }
.agenda-order li { display: flex; gap: .75rem; align-items: center; min-height: 40px; padding: .25rem .75rem; margin-bottom: 4px; border: 1px solid var(--st-border-color); border-radius: .5rem; background: var(--st-background-color); cursor: grab; touch-action: none; user-select: none; }
.agenda-order li:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 1px; }
.agenda-order li.held { background: var(--st-secondary-background-color); cursor: grabbing; }
.agenda-order li span:first-child { min-width: 1.5rem; font-variant-numeric: tabular-nums; opacity: .8; }
.agenda-order-said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }"""
_ORDER = st.components.v2.component(
    "agenda_order",
    html='<ol class="agenda-order"></ol><p class="agenda-order-said" role="status"></p>',
    css=STYLE,
    js=(Path(__file__).parent / "agenda_order.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def order(numbers: Sequence[int], labels: Mapping[int, str], *, key: str) -> list[int] | None:
    """The list of entries by number; the new order where somebody moved one, else None."""
    rows = [{"number": number, "label": labels[number]} for number in numbers]
    said = {"help": words.ORDER_KEYS, "moved": words.ORDER_MOVED, "list": words.ORDER_LIST}
    moved = _ORDER(key=key, data={"rows": rows, "words": said}, on_order_change=_noted).order
    found = [int(one) for one in moved or ()]
    return found if sorted(found) == sorted(numbers) and found != list(numbers) else None


def _noted() -> None:
    """A new order needs no work of its own: the run that it starts takes it."""
