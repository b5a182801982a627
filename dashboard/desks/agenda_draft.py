"""The agenda that a person is composing, kept in the session until it is stored under a name."""

from __future__ import annotations

from dataclasses import dataclass, field

import streamlit as st

from dashboard.deck.agenda import Agenda, Item, Kind

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
        own = st.session_state[KEY] = begun(name, revision, agenda, own.turn + 1 if own else 0)
    return own


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
    own.name, own.revision = name, revision
