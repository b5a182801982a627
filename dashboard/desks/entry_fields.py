"""What an entry of an agenda is about, as fields: each writes into the draft when it is changed."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.deck import deck_words as words
from dashboard.deck.agenda import LINK, MOST_LINK, OWN, WITH_BLOCK, Item
from dashboard.deck.kinds import PAGES
from dashboard.desks.agenda_draft import Draft
from dashboard.ui import desk_parts, page_parts, stored
from dashboard.writing.alphabet import alphabet_key
from data_access.given_pictures import FORMATS, MOST_BYTES, PictureError, made_anew

WITH_TEXT = ("opening", "next", "text")
MOST_TITLE, MOST_TEXT = 160, 600
MB = 1024 * 1024


def show(own: Draft, number: int, item: Item, table: pd.DataFrame) -> None:
    """The fields of an entry, by its kind. In: `Standing.table` of the milestone's year."""
    assessed = table[table["assessed"]]
    if item.kind in WITH_BLOCK:
        _block(own, number, item, assessed)
    if item.kind == "units":
        _units(own, number, item, assessed)
    if item.kind == "picture":
        _picture(own, number, item)
    _line(own, number, "title", item.title, words.OWN_TITLE, words.OWN_TITLE_HINT, MOST_TITLE)
    if item.kind in WITH_TEXT:
        _field(own, number, "text", item.text, _text)
    if item.kind in OWN:
        _link(own, number, item)
    if item.kind in PAGES:
        _field(own, number, "qr", item.qr, _code)


def _block(own: Draft, number: int, item: Item, assessed: pd.DataFrame) -> None:
    blocks = sorted(assessed["block"].unique(), key=alphabet_key)

    def draw(key: str, change: Callable[[], None]) -> None:
        st.selectbox(
            words.BLOCK,
            [None, *blocks],
            format_func=lambda one: one or stored.plan().whole_name,
            key=key,
            on_change=change,
            filter_mode=None,
        )

    _field(own, number, "block", item.block, draw)


def _units(own: Draft, number: int, item: Item, assessed: pd.DataFrame) -> None:
    names = assessed.set_index("unit")["name"].to_dict()

    def draw(key: str, change: Callable[[], None]) -> None:
        st.multiselect(
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

    _field(own, number, "units", [code for code in item.units if code in names], draw)


def _picture(own: Draft, number: int, item: Item) -> None:
    """A file that is made anew before it is taken, and what it shows in words."""
    page_parts.small(words.PICTURE_KEPT if item.picture else words.PICTURE_SAID)
    file = st.file_uploader(
        words.PICTURE,
        [one.lower() for one in FORMATS],
        key=own.field("picture", number),
        max_upload_size=MOST_BYTES // MB,
    )
    if file is not None:
        try:
            made = base64.b64encode(made_anew(file.getvalue())).decode()
        except PictureError as error:
            desk_parts.note(words.PICTURE_WRONG[error.code], tone="bad")
        else:
            if made != item.picture:
                own.change(number, picture=made)
                st.rerun()
    _line(own, number, "alt", item.alt, words.ALT, words.ALT_HINT, MOST_TITLE)


def _link(own: Draft, number: int, item: Item) -> None:
    """An own address for the code; one that no phone opens is told and not taken."""
    key = own.field("link", number)
    typed = st.text_input(
        words.LINK,
        item.link,
        key=key,
        placeholder=words.LINK_HINT,
        max_chars=MOST_LINK,
        autocomplete="off",
    ).strip()
    if not re.fullmatch(LINK, typed):
        desk_parts.note(words.LINK_WRONG, tone="bad")
        typed = ""
    if typed != item.link:
        own.change(number, link=typed)
        st.rerun()


def _text(key: str, change: Callable[[], None]) -> None:
    st.text_area(words.OWN_TEXT, key=key, on_change=change, max_chars=MOST_TEXT)


def _code(key: str, change: Callable[[], None]) -> None:
    st.checkbox(words.WITH_QR, key=key, on_change=change)


def _line(own: Draft, number: int, name: str, value: str, label: str, hint: str, most: int) -> None:
    def draw(key: str, change: Callable[[], None]) -> None:
        st.text_input(
            label,
            key=key,
            on_change=change,
            placeholder=hint,
            max_chars=most,
            autocomplete="off",
        )

    _field(own, number, name, value, draw)


def _field(own: Draft, number: int, name: str, value: Any, draw: Callable[..., None]) -> None:
    """One field, which writes what it holds into the draft."""
    key = own.field(name, number)
    st.session_state.setdefault(key, value)

    def changed() -> None:
        found = st.session_state[key]
        own.change(number, **{name: tuple(found) if isinstance(found, list) else found})

    draw(key, changed)
