"""Further movements on screen: what there is, one more, who may do what in one, closing and opening it."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.access.in_movement import fault_in_right
from dashboard.access.permissions import ADMIN, IN_MOVEMENT
from dashboard.plan import load_plan
from dashboard.plan.checks import PlanError
from dashboard.ui import desk_fields, desk_parts, page_parts, plan_store, stored
from dashboard.ui.shown_tables import show_table
from dashboard.views import movement_list as view
from dashboard.views import plan_words
from dashboard.views.profile import labels
from dashboard.wording import movement_words as words
from dashboard.wording import role_words


def movements(accounts: pd.DataFrame) -> None:
    """The part of the page. In: the accounts, as `data_access.account_store.everyone`."""
    store = stored.store()
    known = store.movements()
    page_parts.small(words.SAID)
    if known:
        held = store.movement_people()["movement"].value_counts()
        rows = [(*one[:2], one.closed_at, int(held.get(one.code, 0))) for one in known]
        show_table(view.table(rows), key="movements", height="content", downloads=False)
    add()
    if known:
        names = {one.code: one.name for one in known}
        rights(names, accounts)
        close({one.code: one for one in known})


def add() -> None:
    """The form for one more movement, with a plan of a file or a copy of the one in force here."""
    page_parts.small(words.ADD_SAID)
    desk_parts.uploader_words(plan_words.DROP, "movement_plan")
    with st.form("movement_add", border=False, enter_to_submit=False):
        code = desk_fields.typed(st, words.FIELD_CODE, "movement_code", 30, words.FIELD_CODE_HINT)
        name = desk_fields.typed(st, words.FIELD_NAME, "movement_name", 80, words.FIELD_NAME_HINT)
        file = st.file_uploader(words.FIELD_PLAN, key="movement_plan", max_upload_size=1)
        is_copy = st.checkbox(words.FIELD_COPY, key="movement_copy")
        pressed = st.form_submit_button(words.ADD, type="primary", key="movement_add_press")
    if not pressed:
        return None
    if (file is None) != is_copy:
        return desk_parts.note(words.NOT_ADDED, [words.FILE_OR_COPY], tone="bad")
    try:
        text = plan_store.text_in_force() if file is None else file.getvalue().decode("utf-8-sig")
        load_plan(text)
    except PlanError as error:
        return desk_parts.note(words.NOT_ADDED, error.sentences, tone="bad")
    except UnicodeDecodeError:
        return desk_parts.note(plan_words.NOT_TEXT, tone="bad")
    with desk_parts.refusals():
        stored.store().add_movement(code, name, text, words.NOBODY_SIGNED)
        desk_parts.told(words.ADDED_HERE.format(name=name))
        st.rerun()
    return None


def rights(names: dict[str, str], accounts: pd.DataFrame) -> None:
    """Who has what in a movement, and the form that changes it for one account."""
    if accounts.empty:
        return page_parts.small(words.NO_ACCOUNTS)
    page_parts.small(words.RIGHTS_SAID)
    code = _chosen(words.CHOOSE, names, "movement_rights_of")
    if code is None:
        return None
    desk_parts.note(
        words.PEOPLE_OF, view.people(stored.store().movement_people(code)) or [words.NOBODY]
    )
    people = {one.name: f"{one.name} · {one.person}" for one in accounts.itertuples(index=False)}
    units: dict[str, str] = {}
    with desk_parts.refusals():
        units = labels(stored.store().movement_units(code))
    with st.form("movement_rights", border=False, enter_to_submit=False):
        account = _chosen(words.FIELD_ACCOUNT, people, "movement_account")
        roles = frozenset(
            role
            for role in IN_MOVEMENT
            if st.checkbox(words.ROLES_OF[role], key=f"movement_role_{role}")
        )
        unit = _chosen(words.FIELD_UNIT, units, f"movement_unit_{code}")
        pressed = st.form_submit_button(words.GIVE, type="primary", key="movement_give")
    if not pressed:
        return None
    if account is None:
        return desk_parts.note(words.NOT_GIVEN, [words.NEEDS_ACCOUNT], tone="bad")
    held = accounts.set_index("name")["roles"][account].split(",")
    if fault := fault_in_right(account, ADMIN in held, roles, unit, units):
        return desk_parts.note(words.NOT_GIVEN, [fault], tone="bad")
    with desk_parts.refusals():
        stored.store().set_movement_right(code, account, roles, unit)
        said = words.RIGHT_SET if roles else words.RIGHT_TAKEN
        desk_parts.told(said.format(name=account, code=code, roles=role_words.roles(roles)))
        st.rerun()
    return None


def close(known: dict[str, Any]) -> None:
    """Close a movement, or open one that is closed."""
    names = {code: f"{one.name} · {view.state(one.closed_at)}" for code, one in known.items()}
    code = _chosen(words.CHOOSE_TO_CLOSE, names, "movement_to_close")
    if code is None:
        return
    is_open = known[code].closed_at is None
    page_parts.small(words.ABOUT_CLOSING if is_open else words.ABOUT_OPENING)
    if st.button(words.CLOSE if is_open else words.REOPEN, key="movement_close"):
        with desk_parts.refusals():
            stored.store().set_movement_closed(code, is_open)
            desk_parts.told((words.WAS_CLOSED if is_open else words.REOPENED).format(code=code))
            st.rerun()


def _chosen(label: str, names: dict[str, str], key: str) -> str | None:
    return desk_fields.chosen(label, names, key, words.CHOOSE_HINT, width="stretch")
