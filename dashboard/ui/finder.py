"""The box that finds a unit by any spelling, with or without diacritics."""

from __future__ import annotations

import html
import json
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.access.visible import Sight
from dashboard.ui import frame_words as words
from dashboard.ui import linked, stored
from dashboard.ui.own_cache import of_store
from dashboard.writing import formats
from data_access.intake.names import plain


@st.fragment
def box() -> None:
    """The box in the frame that finds a unit by any spelling."""
    text = st.text_input(
        words.FIND,
        key="finder",
        type="search",
        live=True,
        placeholder=words.FIND_HINT,
        autocomplete="off",
    )
    if not text:
        return
    found = units_like(text)
    with st.container(key="finder_found", gap="xsmall"):
        st.html(f"<span class='finder-about' data-typed='{html.escape(text, quote=True)}'></span>")
        if found.empty:
            st.caption(words.FOUND_NONE)
        items = (
            f"<li>{linked.unit_link(one.unit, _called(one))}</li>" for one in found.itertuples()
        )
        linked.show(f"<ul class='unit-list'>{''.join(items)}</ul>", key="finder_links")


def _called(one: Any) -> str:
    """Its name; with its last day where it has one: who comes after it may bear the same name."""
    ended = not formats.is_missing(one.valid_to)
    return words.ENDED.format(name=one.name, day=formats.date(one.valid_to)) if ended else one.name


def units_like(text: str, limit: int = 8) -> pd.DataFrame:
    """Units whose code, name, short name or alias holds every word of the text, with or without diacritics; best first."""
    names = _searchable(stored.last_change(), stored.sight(), stored.tables().edition)
    words = plain(text).split()
    hits = (
        names[[all(word in name for word in words) for name in names["search"]]]
        if words
        else names.iloc[:0]
    )
    hits = hits.assign(length=hits["search"].str.len()).sort_values(
        ["current", "length"], ascending=[False, True], kind="stable"
    )
    return hits.drop_duplicates("unit").head(limit)


@of_store(show_spinner=False, max_entries=20)
def _searchable(change: int, to_see: Sight, edition: int | None) -> pd.DataFrame:
    units, aliases = stored.table("units"), stored.table("aliases")
    names = [
        units[["unit"]].assign(text=units[column]) for column in ("name", "short_name", "unit")
    ] + [aliases.rename(columns={"alias": "text"})[["unit", "text"]]]
    every = pd.concat(names, ignore_index=True).dropna(subset=["text"])
    every = every.merge(units[["unit", "name", "valid_to"]], on="unit")
    return every.assign(
        search=[plain(text) for text in every["text"]], current=every["valid_to"].isna()
    )


def spellings() -> None:
    """By what else each unit is found in every list of choices (`deploy/release/choosers.js`): code, short name, other names."""
    said = _spelled(stored.last_change(), stored.sight(), stored.tables().edition)
    st.html(f"<script>window.spellings = {said}</script>", unsafe_allow_javascript=True)


@of_store(show_spinner=False, max_entries=20)
def _spelled(change: int, to_see: Sight, edition: int | None) -> str:
    """Name → its other spellings, as JSON that may stand inside a script."""
    every = _searchable(change, to_see, edition)
    others = every[every["text"] != every["name"]].groupby("name")["text"].agg(" ".join)
    return json.dumps(others.to_dict(), ensure_ascii=False).replace("<", "\\u003c")
