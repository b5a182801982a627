"""A choice that stands in the link by its code, so that a link still means the same when a caption was written anew.

The code lies in a text box out of sight that is bound to the link; the list in sight follows it. So a choice is a step of the
browser's Back, it stays from page to page, and what a link asks for and is no longer there can be said.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from dashboard.serving import messages
from dashboard.ui import frame_words as words
from dashboard.writing.alphabet import link_codes

BETWEEN = "~"  # codes of several chosen at once
SHOWN, DRAWN, CARRIED = messages.LIST, "_drawn", "_carried"


def linked_choice(
    key: str,
    options: Mapping[str, str],
    *,
    label: str,
    always: bool = False,
    clears: tuple[str, ...] = (),
    **settings: Any,
) -> str:
    """The code chosen; `options` is code → text, the first of them where the link asks for none or for one that is not there.

    `key` is its name in the link. `always`: the first one stands in the link too once it is chosen. `clears`: choices that belong to this one and begin anew with it.
    """
    first = next(iter(options))
    asked = _asked(key, label)
    found = known(asked, options)
    value = first if found is None else found
    begun = {"index": list(options).index(value)}
    link = (None if always else first, clears)
    chosen = _list(st.selectbox, key, label, options, value, begun, link, settings)
    if asked and found is None:
        missing(label, asked, options[first])
    return chosen


def linked_name(key: str, names: Sequence[str], *, label: str, **settings: Any) -> str:
    """The name chosen, of things that have no code of their own: blocks, provinces."""
    named = link_codes(names)
    return named[linked_choice(key, named, label=label, **settings)]


def by_code(codes: Mapping[str, str]) -> dict[str, str]:
    """Code → text of what a view offers as text → code."""
    return {code: text for text, code in codes.items()}


def linked_choices(
    key: str, options: Mapping[str, str], *, label: str, **settings: Any
) -> tuple[str, ...]:
    """The codes chosen, in the order chosen; none where the link asks for none."""
    asked = [one for one in _asked(key, label).split(BETWEEN) if one]
    found = {one: known(one, options) for one in asked}
    value = [one for one in found.values() if one is not None]
    begun = {"default": value}
    chosen = _list(st.multiselect, key, label, options, value, begun, (None, ()), settings)
    for one in (one for one, code in found.items() if code is None):
        missing(label, one, words.NOTHING_SHOWN)
    return tuple(chosen)


def known(asked: str, options: Mapping[str, str]) -> str | None:
    """The code that a link means: a code, or a caption as links of earlier versions hold; None for what is not among them.

    >>> options = {"2022": "2022 · Sơ kết", "2021": "2021"}
    >>> known("2022", options), known("2022 · Sơ kết", options), known("2022 · Giữa kỳ", options), known("2031", options)
    ('2022', '2022', '2022', None)
    """
    if asked in options:
        return asked
    by_text = {text: code for code, text in options.items()}
    head = asked.partition(" · ")[0]
    return by_text.get(asked, head if head in options else None)


def choose(key: str, code: str) -> None:
    """Choose from elsewhere, before the list is drawn."""
    st.session_state[key] = code


def missing(label: str, asked: str, shown: str) -> None:
    """Says that a link asks for what is not there, and what stands here in its place."""
    said = words.NOT_THERE.format(label=label, asked=asked, shown=shown)
    st.html(f"<p class='mark not-there' role='alert'>{html.escape(said)}</p>")


def _list(
    draw: Callable[..., Any],
    key: str,
    label: str,
    options: Mapping[str, str],
    value: str | list[str],
    begun: Mapping[str, Any],
    link: tuple[str | None, tuple[str, ...]],
    settings: Mapping[str, Any],
) -> Any:
    """The list in sight, at what the link says. `begun`: how it is told so the first time.

    A tab that comes over from another server brings a choice that the link does not know yet: it goes into the link in the next run.
    """
    if is_new := key + DRAWN not in st.session_state:
        settings = {**settings, **begun}
    else:
        st.session_state[key + SHOWN] = value
    on_change = {"on_change": _to_link, "args": (key, *link)}
    named = {"format_func": options.__getitem__, "key": key + SHOWN}
    chosen = draw(label, list(options), **named, **on_change, **settings)
    st.session_state[key + DRAWN] = True
    if is_new and chosen != value:
        st.session_state[key + CARRIED] = link
        st.rerun()
    return chosen


def _asked(key: str, label: str) -> str:
    if link := st.session_state.pop(key + CARRIED, None):
        _to_link(key, *link)
    with st.container(key=f"in_link_{key}"):
        return st.text_input(
            label, key=key, bind="query-params", label_visibility="collapsed", autocomplete="off"
        ).strip()


def _to_link(key: str, left_out: str | None, clears: tuple[str, ...]) -> None:
    chosen = st.session_state[key + SHOWN]
    code = chosen if isinstance(chosen, str) else BETWEEN.join(chosen)
    st.session_state[key] = "" if code == left_out else code
    for one in clears:
        st.session_state[one] = ""
