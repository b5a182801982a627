"""Accounts on screen: adding one, and what is done about one that is there. A first password is shown once and kept nowhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.access.permissions import ROLES, UNIT, fault_in_roles
from dashboard.desks.handed_over import WIDTH, hand_over, show
from dashboard.serving import sign_in_pages
from dashboard.ui import desk_fields, desk_parts, drafts, meeting_store, page_parts, stored
from dashboard.views import accounts as view
from dashboard.views.profile import labels
from dashboard.wording import account_words as words
from dashboard.wording import person_words, role_words
from dashboard.writing import formats

NAME_LIMIT, EMAIL_LIMIT = 40, 120
PERSONAL: Mapping[str, tuple[str, int]] = {
    "correct": (words.FIELD_RIGHT, desk_parts.NAME_LIMIT),
    "erase": (words.FIELD_AGAIN, NAME_LIMIT),
}
"""Deed about a person → the field that it asks for and how long that may be."""
FORM = "account_form"


def units() -> dict[str, str]:
    """Code → name of the units that an account may belong to."""
    return labels(stored.table("units"))


def add(known: pd.DataFrame) -> None:
    """The form for one more account."""
    mark, place = meeting_store.fresh("account_add"), st.container()
    fields = {name: f"{mark}_{name}" for name in ("name", "person", "email")}
    with drafts.form(FORM, fields):
        columns = st.columns(3, gap="small")
        name = desk_fields.typed(
            columns[0], words.FIELD_NAME, f"{mark}_name", NAME_LIMIT, words.FIELD_NAME_HINT
        )
        person = desk_fields.typed(
            columns[1],
            words.FIELD_PERSON,
            f"{mark}_person",
            desk_parts.NAME_LIMIT,
            words.FIELD_PERSON_HINT,
        )
        email = desk_fields.typed(
            columns[2], words.FIELD_EMAIL, f"{mark}_email", EMAIL_LIMIT, words.FIELD_EMAIL_HINT
        )
        by_provider = (
            st.checkbox(words.FIELD_PROVIDER, key=f"{mark}_provider")
            if sign_in_pages.has_provider()
            else False
        )
        roles, unit = _roles(mark, frozenset() if len(known) else frozenset({"admin"}), None)
        pressed = st.form_submit_button(words.ADD, type="primary", key="account_add")
    if not pressed:
        return
    if fault := _fault(roles, unit, first=known.empty):
        return desk_parts.note(words.NOT_ADDED, [fault], tone="bad")
    with desk_parts.refusals():
        first = stored.store().add_account(
            name, person, roles, unit=unit, email=email or None, local=not by_provider
        )
        said = words.ADDED.format(name=name, roles=role_words.roles(roles))
        if known.empty:  # the next run is already for whoever signs in
            with place:
                return show(said, first, [words.FIRST_MADE.format(name=name)])
        meeting_store.begin_afresh(FORM)
        hand_over(said, first, [] if first else [words.BY_PROVIDER.format(email=email)])
    return None


def change(known: pd.DataFrame) -> None:
    """One account, what is to be done about it, and the button that does it."""
    name = _chosen_account(known)
    if name is None:
        return
    one = next(known[known["name"] == name].itertuples(index=False))
    page_parts.small(view.line(one))
    deed = _chosen_deed(one)
    form = f"account_form_{name}_{deed}"
    typed = {"right": f"account_correct_{name}"} if deed == "correct" else {}
    with drafts.form(form, typed):
        page_parts.small(words.ABOUT_DEEDS[deed].format(name=name))
        roles, unit = (
            _roles(f"account_{name}", frozenset(one.roles.split(",")), one.unit)
            if deed == "roles"
            else (frozenset(), None)
        )
        written = _written(name, deed)
        pressed = st.form_submit_button(words.DO, type="primary", key=f"account_do_{deed}")
    if not pressed:
        return
    if deed == "roles" and (fault := _fault(roles, unit, first=False)):
        return desk_parts.note(words.NOT_CHANGED, [fault], tone="bad")
    if deed == "erase" and written != name:
        return desk_parts.note(words.NOT_CHANGED, [words.AGAIN_WRONG.format(name=name)], tone="bad")
    with desk_parts.refusals():
        drafts.forget(form)
        _do_to_person(name, deed, written) if deed in PERSONAL else _do(name, deed, roles, unit)
    return None


def _fault(roles: frozenset[str], unit: str | None, *, first: bool) -> str | None:
    elsewhere = bool(stored.store().movements())
    return fault_in_roles(roles, unit, units(), first=first, elsewhere=elsewhere)


def _chosen_account(known: pd.DataFrame) -> str | None:
    names = view.labels(known)
    return desk_fields.chosen(
        words.CHOOSE_ACCOUNT, names, "account_name", words.CHOOSE_HINT, width=WIDTH
    )


def _chosen_deed(one: Any) -> str:
    here = stored.person()
    return st.selectbox(
        words.CHOOSE_DEED,
        view.deeds(one, oneself=bool(here) and here.account == one.name),
        format_func=words.DEEDS.__getitem__,
        key=f"account_deed_{one.name}",
        filter_mode=None,
        width=WIDTH,
    )


def _written(name: str, deed: str) -> str:
    """What a deed about a person asks to be typed: the right name, or the account's once more."""
    if deed not in PERSONAL:
        return ""
    label, most = PERSONAL[deed]
    return desk_fields.typed(st, label.format(name=name), f"account_{deed}_{name}", most, "")


def _do_to_person(name: str, deed: str, written: str) -> None:
    store = stored.store()
    if deed == "correct":
        store.correct_person(name, written)
        desk_parts.told(words.CORRECTED.format(name=name))
    else:
        done = store.erase_person(name)
        said = words.ERASED.format(name=name, cleaned=len(done.cleaned), still=len(done.still))
        first = person_words.CODED_FIRST.format(names=formats.count(done.coded))
        desk_parts.told(f"{said} {first}" if done.coded else said)
    st.rerun()


def _do(name: str, deed: str, roles: frozenset[str], unit: str | None) -> None:
    store = stored.store()
    if deed == "reset":
        return hand_over(words.RESET.format(name=name), store.reset_account(name), [])
    doings: Mapping[str, tuple[Callable[[], None], str]] = {
        "roles": (lambda: store.set_account_roles(name, roles, unit), words.ROLES_SET),
        "unlock": (lambda: store.unlock_account(name), words.UNLOCKED),
        "disable": (lambda: store.set_account_disabled(name, True), words.DISABLED),
        "enable": (lambda: store.set_account_disabled(name, False), words.ENABLED),
    }
    done, said = doings[deed]
    done()
    desk_parts.told(said.format(name=name, roles=role_words.roles(roles)))
    return st.rerun()


def _roles(mark: str, held: frozenset[str], unit: Any) -> tuple[frozenset[str], str | None]:
    """The boxes for roles, and the unit for the role that has one."""
    page_parts.small(words.FIELD_ROLES)
    chosen = frozenset(
        role for role in ROLES if st.checkbox(words.ROLES[role], role in held, key=f"{mark}_{role}")
    )
    names = units()
    place = list(names).index(unit) if unit in names else None
    code = st.selectbox(
        words.FIELD_UNIT,
        list(names),
        place,
        format_func=names.__getitem__,
        key=f"{mark}_{UNIT}_code",
        placeholder=words.FIELD_UNIT_HINT,
        filter_mode="contains",
        width=WIDTH,
    )
    return chosen, code
