"""Changes of units on screen: said in a form or a file, their effect shown, stored only then."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd
import streamlit as st

from dashboard.assessment.what_if import as_if
from dashboard.desks import entered, foreseen_desk, undo_desk
from dashboard.desks.foreseen_desk import Foreseen
from dashboard.desks.unit_form import asked, draft_of
from dashboard.plan import Plan
from dashboard.ui import desk_parts, drafts, intake_store, page_parts, stored
from dashboard.ui.shown_tables import show_table
from dashboard.views import new_units
from dashboard.views import units as view
from dashboard.views import units_words as words
from dashboard.views.import_history import unit_deeds
from dashboard.wording import intake_words
from dashboard.wording.sources import ON_SCREEN
from dashboard.writing import formats
from dashboard.writing.columns import filled
from dashboard.writing.table_model import Table
from data_access import unit_change, unit_changes, unit_lives

KEEPS = "_units_pending"


class Pending(NamedTuple):
    """A change that waits to be stored: its rows, how it is called, where it was said, what it would do, and the draft that it was typed in ('' for a file)."""

    tables: Mapping[str, pd.DataFrame]
    title: str
    note: str
    file: str
    content: bytes | None
    found: Foreseen
    draft: str


def known(plan: Plan) -> unit_change.Known:
    """What a change is checked against."""
    rows = (stored.table_now(name) for name in ("lineage", "unit_years"))
    return unit_change.Known(
        stored.table_now("units"), stored.table_now("aliases"), plan.years, *rows
    )


def by_form(plan: Plan, year: int) -> None:
    """One change said in a form."""
    if not desk_parts.allowed("change_units"):
        return None
    units = stored.table_now("units")
    blocks = unit_lives.living_blocks(units, stored.table_now("unit_years"), year)
    change, mistakes = asked(plan, year, units, blocks)
    if change is None:
        return show_pending()
    tables, problems = unit_changes.rows_of(change, known(plan)) if not mistakes else ({}, [])
    said = [*mistakes, *(words.problem(code, fields) for code, fields in problems)]
    if said:
        st.session_state.pop(KEEPS, None)
        return desk_parts.note(words.NOT_MADE, said, tone="bad")
    names = stored.table("units").set_index("unit")["name"]
    about = formats.listed(
        [names[unit] for unit in change.units] or [one.name for one in change.new]
    )
    title = f"{words.KINDS[change.kind]}: {about}" + (
        f" → {change.name.strip()}" if change.name.strip() else ""
    )
    prepare(
        tables,
        title,
        words.NOTE.format(
            title=title, on=formats.date(change.on), document=change.document or formats.DASH
        ),
        draft=draft_of(change.kind),
    )
    return show_pending()


def prepare(
    tables: Mapping[str, pd.DataFrame],
    title: str,
    note: str,
    file: str = ON_SCREEN,
    content: bytes | None = None,
    draft: str = "",
) -> None:
    """Work out the effect and keep it beside the rows until they are stored or dropped."""
    found = foreseen_desk.of_rows(tables)
    st.session_state[KEEPS] = Pending(tables, title, note, file, content, found, draft)


def show_pending() -> None:
    """The effect of the change in hand, and the buttons that store or drop it."""
    pending = st.session_state.get(KEEPS)
    if pending is None:
        return
    if pending.found.change != stored.last_change():
        st.session_state.pop(KEEPS)
        desk_parts.note(words.CHANGED_MEANWHILE, tone="bad")
        return
    _new_units(pending)
    foreseen_desk.show(
        pending.found, words.PENDING.format(title=pending.title), key="units_effects"
    )
    page_parts.sentences(
        view.old_names(
            pending.tables, stored.table_now("units").set_index("unit")["name"].to_dict()
        )
    )
    name = desk_parts.who()
    with st.container(horizontal=True):
        saving, dropping = (
            st.button(words.SAVE, type="primary", key="units_save"),
            st.button(words.DROP, key="units_drop"),
        )
    if dropping:
        st.session_state.pop(KEEPS)
        st.rerun()
    elif saving and not name:
        desk_parts.note(intake_words.WHO_MISSING, tone="bad")
    elif saving:
        _save(pending, name)


def _new_units(pending: Pending) -> None:
    """The units that the change makes: from which, in which block, which reports they owe, how far back they are comparable."""
    plan = pending.found.plans[1]
    surveys = stored.live(plan.years[-1]).surveys
    records = as_if(stored.records(), pending.tables)
    rows = new_units.new_units(plan, pending.tables, records, surveys)
    if len(rows):
        columns = filled(rows, words.NEW_UNIT_COLUMNS)
        show_table(Table(words.NEW_UNITS_TITLE, columns, rows), key="units_new", downloads=False)


def _save(pending: Pending, name: str) -> None:
    with desk_parts.refusals():
        done = entered.save(
            pending.tables,
            name,
            pending.note,
            file=pending.file,
            content=pending.content,
            seen=pending.found.change,
        )
        st.session_state.pop(KEEPS)
        drafts.forget(pending.draft)
        st.session_state["_units_round"] = st.session_state.get("_units_round", 0) + 1
        desk_parts.told(
            words.SAVED.format(title=pending.title) if done.outcome == "stored" else words.SAME
        )
        st.rerun()


def take_back() -> None:
    """Changes of units by what was done, to which units, by whom; any of them is taken back, or counted again."""
    if not desk_parts.allowed("change_units"):
        return
    deeds = unit_deeds(intake_store.imports(), intake_store.changes())
    if deeds.empty:
        desk_parts.note(words.NO_DEEDS)
        return
    labels = {
        int(one.id): words.DEED.format(
            called=one.called, who=one.who, at=one.moment, state=words.GONE if one.undone else ""
        )
        for one in deeds.itertuples()
    }
    number = st.selectbox(
        words.WHICH_DEED,
        list(labels),
        format_func=labels.__getitem__,
        key="units_deed",
        filter_mode="contains",
    )
    gone = bool(deeds.set_index("id").at[number, "undone"])
    undo_desk.decide(number, labels[number], undone=gone, key="units_deed")
