"""The entries of an agenda on screen: order, shown or hidden, and what each of them is about."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from html import escape

import pandas as pd
import streamlit as st

from dashboard.deck import deck_words as words
from dashboard.deck.agenda import WITH_BLOCK, Item, kinds_of
from dashboard.deck.assemble import Deck
from dashboard.deck.kinds import PAGES
from dashboard.desks.agenda_draft import Draft
from dashboard.ui import page_parts, stored
from dashboard.writing import formats
from dashboard.writing.alphabet import alphabet_key

WITH_TEXT = ("opening", "next", "text")
MOST_TITLE, MOST_TEXT = 160, 600


def entries(own: Draft, deck: Deck | None, table: pd.DataFrame) -> None:
    """The list of entries with their buttons, and what can be added. In: `Standing.table` of the milestone's year."""
    page_parts.heading(words.SLIDES_HEADING)
    page_parts.small(words.SLIDES_SAID)
    said = _said(deck)
    for place, number in enumerate(own.order):
        with st.container(
            horizontal=True, gap="small", vertical_alignment="center", key=own.field("row", number)
        ):
            _entry(own, place, number, said.get(place, []), table)
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        kind = st.selectbox(
            words.ADD_KIND,
            list(kinds_of(stored.plan())),
            format_func=words.KINDS.__getitem__,
            key="deck_add_kind",
            filter_mode=None,
            width=320,
        )
        st.button(words.ADD, key="deck_add", on_click=own.add, args=(kind,))


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
    st.button(
        words.UP,
        key=own.field("up", number),
        on_click=own.move,
        args=(number, -1),
        disabled=place == 0,
    )
    st.button(
        words.DOWN,
        key=own.field("down", number),
        on_click=own.move,
        args=(number, 1),
        disabled=place == len(own.order) - 1,
    )
    with st.popover(words.EDIT, key=own.field("edit", number)):
        _fields(own, number, item, table)
        st.button(
            words.REMOVE, key=own.field("remove", number), on_click=own.remove, args=(number,)
        )


def _toggled(own: Draft, number: int) -> None:
    own.change(number, hidden=not st.session_state[own.field("shown", number)])


def _fields(own: Draft, number: int, item: Item, table: pd.DataFrame) -> None:
    """What an entry is about; each field writes into the draft when it is changed."""
    assessed = table[table["assessed"]]
    if item.kind in WITH_BLOCK:
        blocks = sorted(assessed["block"].unique(), key=alphabet_key)
        _field(own, number, "block", item.block, partial(_block_box, blocks))
    if item.kind == "units":
        names = assessed.set_index("unit")["name"].to_dict()
        known = [code for code in item.units if code in names]
        _field(own, number, "units", known, partial(_units_box, names))
    _field(own, number, "title", item.title, _title_box)
    if item.kind in WITH_TEXT:
        _field(own, number, "text", item.text, _text_box)
    if item.kind in PAGES:
        _field(own, number, "qr", item.qr, _qr_box)


def _block_box(blocks: list[str], key: str, change: Callable[[], None]) -> str | None:
    return st.selectbox(
        words.BLOCK,
        [None, *blocks],
        format_func=lambda one: one or stored.plan().whole_name,
        key=key,
        on_change=change,
        filter_mode=None,
    )


def _units_box(names: dict[str, str], key: str, change: Callable[[], None]) -> list[str]:
    return st.multiselect(
        words.UNITS,
        list(names),
        format_func=names.__getitem__,
        key=key,
        on_change=change,
        placeholder=words.UNITS_HINT,
        filter_mode="contains",
        select_all=False,
        max_selections=12,
    )


def _title_box(key: str, change: Callable[[], None]) -> str | None:
    return st.text_input(
        words.OWN_TITLE,
        key=key,
        on_change=change,
        placeholder=words.OWN_TITLE_HINT,
        max_chars=MOST_TITLE,
        autocomplete="off",
    )


def _text_box(key: str, change: Callable[[], None]) -> str | None:
    return st.text_area(words.OWN_TEXT, key=key, on_change=change, max_chars=MOST_TEXT)


def _qr_box(key: str, change: Callable[[], None]) -> bool:
    return st.checkbox(words.WITH_QR, key=key, on_change=change)


def _field(own: Draft, number: int, name: str, value: object, draw) -> None:
    key = own.field(name, number)
    st.session_state.setdefault(key, value)
    draw(
        key,
        lambda: own.change(
            number,
            **{name: tuple(found) if isinstance(found := st.session_state[key], list) else found},
        ),
    )
