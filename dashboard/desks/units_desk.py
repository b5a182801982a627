"""Changes of units on screen: said in a form or a file, their effect shown, stored only then."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd
import streamlit as st

from dashboard.desks import entered
from dashboard.desks.unit_form import asked, draft_of
from dashboard.plan import Plan
from dashboard.ui import desk_parts, drafts, page_parts, stored
from dashboard.ui.shown_tables import show_table
from dashboard.views import units as view
from dashboard.views import units_words as words
from dashboard.views.intake import file_name
from dashboard.wording import intake_words
from dashboard.wording.problem_sentences import named, problem_line
from dashboard.wording.sources import ON_SCREEN
from dashboard.writing import formats
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table
from data_access import loading, unit_changes
from data_access.intake.sheet_reading import read

EFFECTS = {
    "name": Column("Đơn vị"),
    "year": "Năm",
    "effect": "Ảnh hưởng",
    "score_before": Column("Điểm trước", "score"),
    "score_after": Column("Điểm sau", "score"),
    "rank": "Hạng",
    "block": "Khối, cụm",
}
KEEPS = "_units_pending"
TABLES = ("units", "unit_years", "unit_heads", "aliases", "lineage")
FILE_MB = 10


class Pending(NamedTuple):
    """A change that waits to be stored: its rows, how it is called, where it was said, the store it was worked out on, its effect by year, and the draft that it was typed in ('' for a file)."""

    tables: Mapping[str, pd.DataFrame]
    title: str
    note: str
    file: str
    content: bytes | None
    change: int
    effects: Mapping[int, pd.DataFrame]
    draft: str


def known(plan: Plan) -> unit_changes.Known:
    """What a change is checked against."""
    return unit_changes.Known(stored.table("units"), stored.table("aliases"), plan.years)


def by_form(plan: Plan, year: int) -> None:
    """One change said in a form."""
    if not desk_parts.allowed("change_units"):
        return None
    change, mistakes = asked(
        plan, year, stored.table("units"), sorted(set(stored.table("unit_years")["block"].dropna()))
    )
    if change is None:
        return _show()
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
    _prepare(
        plan,
        tables,
        title,
        words.NOTE.format(
            title=title, on=formats.date(change.on), document=change.document or formats.DASH
        ),
        draft=draft_of(change.kind),
    )
    return _show()


def by_file(plan: Plan) -> None:
    """Changes in a file, read as on the page Nhập số liệu."""
    if not desk_parts.allowed("change_units"):
        return
    page_parts.small(words.FROM_FILE)
    desk_parts.uploader_words(words.FILE_WORDS)
    file = st.file_uploader("Tệp thay đổi đơn vị", key="units_file", max_upload_size=FILE_MB)
    if file is None:
        return
    name = file_name(file.name)
    reading = read(name, file.getvalue(), loading.facts_of(stored.store(), plan.as_data()))
    others = [intake_words.TABLES[name] for name in reading.tables if name not in TABLES]
    missing = [
        words.problem(code, fields) for code, fields in unit_changes.undocumented(reading.tables)
    ]
    if reading.has_errors or missing:
        desk_parts.note(
            words.NOT_MADE,
            [*map(problem_line, named(reading.problems, plan).itertuples()), *missing],
            tone="bad",
        )
    elif others or not reading.tables:
        desk_parts.note(
            words.WITH_OTHERS.format(tables=", ".join(others)) if others else words.NOT_UNITS,
            tone="bad",
        )
    else:
        if st.button(words.TRY, key="units_file_try"):
            title = words.FILE_TITLE.format(file=name)
            _prepare(
                plan,
                unit_changes.completed(reading.tables, known(plan)),
                title,
                title,
                name,
                file.getvalue(),
            )
        _show()


def _prepare(
    plan: Plan,
    tables: Mapping[str, pd.DataFrame],
    title: str,
    note: str,
    file: str = ON_SCREEN,
    content: bytes | None = None,
    draft: str = "",
) -> None:
    """Work out the effect and keep it beside the rows until they are stored or dropped."""
    change = stored.last_change()
    with st.spinner("Đang tính thử …"):
        effects = {year: entered.foreseen(tables, year) for year in view.effect_years(plan, tables)}
    st.session_state[KEEPS] = Pending(tables, title, note, file, content, change, effects, draft)


def _show() -> None:
    """The effect of the change in hand, and the buttons that store or drop it."""
    pending = st.session_state.get(KEEPS)
    if pending is None:
        return
    if pending.change != stored.last_change():
        st.session_state.pop(KEEPS)
        desk_parts.note(words.CHANGED_MEANWHILE, tone="bad")
        return
    desk_parts.note(
        words.PENDING.format(title=pending.title),
        view.effect_lines(
            pending.effects,
            pending.tables,
            stored.table("units").set_index("unit")["name"].to_dict(),
        ),
    )
    rows = view.effect_rows(pending.effects)
    if len(rows):
        show_table(Table("Ảnh hưởng của thay đổi", EFFECTS, rows), key="units_effects", height=300)
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


def _save(pending: Pending, name: str) -> None:
    with desk_parts.refusals():
        done = entered.save(
            pending.tables,
            name,
            pending.note,
            file=pending.file,
            content=pending.content,
            seen=pending.change,
        )
        st.session_state.pop(KEEPS)
        drafts.forget(pending.draft)
        st.session_state["_units_round"] = st.session_state.get("_units_round", 0) + 1
        desk_parts.told(
            words.SAVED.format(title=pending.title) if done.outcome == "stored" else words.SAME
        )
        st.rerun()
