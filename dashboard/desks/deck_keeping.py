"""An agenda kept under a name, or put away."""

from __future__ import annotations

import streamlit as st

from dashboard.deck import deck_words as words
from dashboard.deck.agenda import problems, written
from dashboard.desks import agenda_draft
from dashboard.desks.agenda_draft import Draft
from dashboard.ui import desk_parts, page_parts, stored

CHOICE, WANTED = "chuong_trinh", "_wanted_agenda"


def keeping(own: Draft) -> None:
    """Keep the draft under a name, or put the name away."""
    page_parts.heading(words.KEEP_HEADING)
    page_parts.small(words.KEEP_SAID)
    key = own.field("name")
    st.session_state.setdefault(key, own.name or "")
    name = (
        st.text_input(
            words.KEEP_NAME,
            key=key,
            max_chars=desk_parts.NAME_LIMIT,
            placeholder=words.KEEP_NAME_HINT,
            autocomplete="off",
            width=420,
        )
        or ""
    ).strip()
    with st.container(width=420):
        who = desk_parts.who()
    with st.container(horizontal=True, gap="small"):
        if st.button(words.KEEP, type="primary", key="deck_keep"):
            _keep(own, name, who)
        if own.name and st.button(words.PUT_AWAY, key="deck_put_away"):
            _put_away(own, who)


def _keep(own: Draft, name: str, who: str) -> None:
    mistakes = [
        *([] if name else [words.NAME_MISSING]),
        *([] if who else [words.WHO_MISSING]),
        *([words.NAME_TAKEN.format(name=name)] if name == words.FIRST_AGENDA else []),
        *problems(own.agenda()),
    ]
    if mistakes:
        return desk_parts.note(words.KEPT_NOT, mistakes, tone="bad")
    with desk_parts.refusals():
        number = stored.store().enter(
            "agendas", who=who, name=name, body=written(own.agenda()), in_use=True
        )
        agenda_draft.kept(name, number)
        _again(name, words.KEPT.format(name=name))
    return None


def _put_away(own: Draft, who: str) -> None:
    if not who:
        return desk_parts.note(words.KEPT_NOT, [words.WHO_MISSING], tone="bad")
    with desk_parts.refusals():
        stored.store().enter(
            "agendas", who=who, name=own.name, body=written(own.agenda()), in_use=False
        )
        _again(words.FIRST_AGENDA, words.PUT_AWAY_DONE.format(name=own.name))
    return None


def _again(name: str, told: str) -> None:
    st.session_state[WANTED] = name
    desk_parts.told(told)
    st.rerun()
