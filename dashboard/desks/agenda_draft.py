"""The agenda that a person is composing: in the session, and what differs from the one opened beside it in the store, until it is stored under a name."""

from __future__ import annotations

from dataclasses import dataclass, field

import streamlit as st

from dashboard.deck import composing_words as words
from dashboard.deck.agenda import Agenda, AgendaError, Item, Kind, read, written
from dashboard.ui import desk_parts, drafts

KEY = "_agenda_draft"


@dataclass
class Draft:
    """What was loaded (its name, None for the one that one begins with, and its revision) and what has become of it. Items have numbers, by which their fields are known however they move."""

    name: str | None
    revision: int
    turn: int
    about: dict[str, object]
    items: dict[int, Item]
    order: list[int]
    next_number: int = field(default=0)
    is_back: bool = field(default=False)  # what was being composed before a reload
    as_kept: str = field(default="")

    def field(self, name: str, number: int | None = None) -> str:
        """The key of a field of this draft, or of one of its items."""
        return f"deck_{self.turn}_{name}" if number is None else f"deck_{self.turn}_{name}_{number}"

    def agenda(self) -> Agenda:
        return Agenda(items=tuple(self.items[number] for number in self.order), **self.about)

    def add(self, kind: Kind) -> None:
        self.items[self.next_number] = Item(kind=kind)
        self.order.append(self.next_number)
        self.next_number += 1

    def reorder(self, numbers: list[int]) -> None:
        self.order[:] = numbers

    def remove(self, number: int) -> None:
        self.order.remove(number)
        del self.items[number]

    def change(self, number: int, **values: object) -> None:
        self.items[number] = self.items[number].model_copy(update=values)


def draft(name: str | None, revision: int, agenda: Agenda) -> Draft:
    """The draft of this session; begun anew from `agenda` when another name is opened."""
    own: Draft | None = st.session_state.get(KEY)
    if own is None or own.name != name:
        own = st.session_state[KEY] = _taken_up(name, revision, agenda, own.turn + 1 if own else 0)
    return own


def _taken_up(name: str | None, revision: int, agenda: Agenda, turn: int) -> Draft:
    """What was being composed when the page was left, else the agenda itself."""
    typed = drafts.draft(_form(name))
    if not typed:
        return begun(name, revision, agenda, turn)
    try:
        own = begun(name, int(typed["revision"]), read(typed["body"]), turn)
    except AgendaError:
        drafts.forget(_form(name))
        desk_parts.note(words.DRAFT_OF_OLD, tone="bad")
        return begun(name, revision, agenda, turn)
    own.is_back = True
    return own


def _form(name: str | None) -> str:
    return f"agenda_{name or ''}"


def back(own: Draft) -> None:
    """Say that one goes on with what was not stored, and let it be dropped."""
    if own.is_back:
        desk_parts.note(words.DRAFT_BACK)
        if st.button(words.DRAFT_DROP, key=own.field("drop")):
            drafts.forget(_form(own.name))
            del st.session_state[KEY]
            st.rerun()


def keep(own: Draft) -> None:
    """Keep what differs from how this draft first stood on the page; pictures, which are large, are not kept."""
    agenda = own.agenda()
    plain = tuple(one.model_copy(update={"picture": ""}) for one in agenda.items)
    now = written(agenda.model_copy(update={"items": plain}))
    if own.as_kept and now != own.as_kept:
        drafts.keep(_form(own.name), {"body": now, "revision": str(own.revision)})
    own.as_kept = now


def begun(name: str | None, revision: int, agenda: Agenda, turn: int = 0) -> Draft:
    """A draft of an agenda."""
    about = {key: value for key, value in agenda if key != "items"}
    return Draft(
        name,
        revision,
        turn,
        about,
        dict(enumerate(agenda.items)),
        list(range(len(agenda.items))),
        len(agenda.items),
    )


def kept(name: str, revision: int) -> None:
    """The draft now bears this name and is that revision."""
    own: Draft = st.session_state[KEY]
    drafts.forget(_form(own.name))
    own.name, own.revision, own.is_back = name, revision, False
