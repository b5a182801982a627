"""The entries of an agenda on screen: order, shown or hidden, and what each of them is about."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

from dashboard.deck import deck_words as words
from dashboard.deck.agenda import Item, kinds_of
from dashboard.deck.assemble import Deck
from dashboard.desks import agenda_order, entry_fields
from dashboard.desks.agenda_draft import Draft
from dashboard.ui import page_parts, stored
from dashboard.writing import formats


def entries(own: Draft, deck: Deck | None, table: pd.DataFrame) -> None:
    """The list of entries with their buttons, their order, and what can be added. In: `Standing.table` of the milestone's year."""
    page_parts.heading(words.SLIDES_HEADING)
    page_parts.small(words.SLIDES_SAID)
    said = _said(deck)
    with st.expander(words.ORDER, key=own.field("ordering")):
        _order(own)
    for place, number in enumerate(own.order):
        with st.container(
            horizontal=True, gap="small", vertical_alignment="center", key=own.field("row", number)
        ):
            _entry(own, place, number, said.get(place, []), table)
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        st.selectbox(
            words.ADD_KIND,
            list(kinds_of(stored.plan())),
            format_func=words.KINDS.__getitem__,
            key="deck_add_kind",
            filter_mode=None,
            width=320,
        )
        st.button(words.ADD, key="deck_add", on_click=_added, args=(own,))


def _added(own: Draft) -> None:
    """What is chosen when the button is pressed, which the last run need not know yet."""
    own.add(st.session_state["deck_add_kind"])


def _order(own: Draft) -> None:
    """Moving the entries in the browser; the draft is told once the hand rests."""
    page_parts.small(words.ORDER_SAID)
    labels = {number: _label(item) for number, item in own.items.items()}
    moved = agenda_order.order(own.order, labels, key=own.field("order"))
    if moved:
        own.reorder(moved)
        st.rerun()


def _label(item: Item) -> str:
    """What tells an entry from others of its kind: its own sentence, block."""
    about = item.title.strip() or item.block or ""
    return f"{words.KINDS[item.kind]}: {about}" if about else words.KINDS[item.kind]


def _said(deck: Deck | None) -> dict[int, list[str]]:
    """Place of an entry → the messages of its slides."""
    found: dict[int, list[str]] = {}
    for slide in deck.slides if deck else ():
        found.setdefault(slide.entry, []).append(slide.message)
    return found


def _entry(own: Draft, place: int, number: int, messages: list[str], table: pd.DataFrame) -> None:
    item = own.items[number]
    title = words.ENTRY.format(place=place + 1, kind=words.KINDS[item.kind])
    message = (
        words.ENTRY_HIDDEN
        if item.hidden
        else messages[0]
        if len(messages) == 1
        else words.ENTRY_MORE.format(
            message=messages[0], slides=formats.count(len(messages), "trang")
        )
        if messages
        else ""
    )
    with st.container(width="stretch"):
        st.html(f"<p class='entry'><b>{escape(title)}</b><br>{escape(message)}</p>")
    key = own.field("shown", number)
    st.session_state.setdefault(key, not item.hidden)
    st.toggle(words.SHOW, key=key, on_change=_toggled, args=(own, number))
    with st.popover(words.EDIT, key=own.field("edit", number)):
        entry_fields.show(own, number, item, table)
        st.button(
            words.REMOVE, key=own.field("remove", number), on_click=own.remove, args=(number,)
        )


def _toggled(own: Draft, number: int) -> None:
    own.change(number, hidden=not st.session_state[own.field("shown", number)])
