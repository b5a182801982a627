"""Pointing at the head and the columns of a table that is not understood: tried on the file in hand, then remembered for every file of that shape."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import streamlit as st

from dashboard.desks.column_editor import editor
from dashboard.plan import Plan
from dashboard.ui import desk_parts, intake_store, page_parts
from dashboard.ui.shown_tables import show_table
from dashboard.views import intake_pointing as view
from dashboard.views import intake_pointing_words as words
from dashboard.wording import intake_words
from dashboard.writing.table_model import Table
from data_access.intake.pointing import HeadColumn, head_columns, likely_head
from data_access.intake.shapes import MOST_LINES, PointedColumn, Shape, signature_of
from data_access.intake.sheets import LETTERS, Sheet
from data_access.loading import Given, Loaded

TRIED = "_intake_tried"
MOST_ROWS = 60


class Place(NamedTuple):
    """A sheet of an uploaded file: `file` is the id of the upload."""

    file: str
    name: str
    sheet: Sheet


class Head(NamedTuple):
    """The lines that are said to be the head, and the columns below it."""

    rows: list[list[Any]]
    columns: list[HeadColumn]


def tried(names: Mapping[str, str]) -> tuple[Shape, ...]:
    """The ways of reading that are tried on the files in hand. `names`: id of an uploaded file → its name."""
    kept = st.session_state.get(TRIED, {})
    return tuple(
        shape._replace(file=names[file]) for (file, _), shape in kept.items() if file in names
    )


def point(
    given: Sequence[Given], ids: Sequence[str], checked: Sequence[Loaded], plan: Plan
) -> None:
    """The part of the page where heads and columns are pointed at; open where a table is not understood."""
    is_tried = any(file in ids for file, _ in st.session_state.get(TRIED, {}))
    needed = is_tried or view.needs_pointing(checked)
    if not st.toggle(words.OPEN, value=needed, key=f"intake_point_{needed}"):
        return
    page_parts.small(words.ABOUT)
    place = _place(given, ids, checked)
    if place is None:
        return
    head = _head(place)
    if head is not None:
        _columns(place, head, plan)
    _tried_here(place)


def _place(given: Sequence[Given], ids: Sequence[str], checked: Sequence[Loaded]) -> Place | None:
    """The sheet to point at: files that are refused first."""
    order = sorted(range(len(given)), key=lambda place: not checked[place].refused)
    names = [given[place].name for place in order]
    file = st.selectbox(words.FILE, names, key="intake_point_file") if len(names) > 1 else names[0]
    number = order[names.index(file)]
    sheets = intake_store.sheets_of(ids[number], given[number])
    if not sheets:
        desk_parts.note(words.NO_SHEETS)
        return None
    named = [one.name or file for one in sheets]
    label = (
        st.selectbox(words.SHEET, named, key=f"intake_point_sheet_{ids[number]}")
        if len(named) > 1
        else named[0]
    )
    return Place(ids[number], file, sheets[named.index(label)])


def _head(place: Place) -> Head | None:
    """The rows of the head, chosen beside the first rows of the sheet."""
    rows = view.preview(place.sheet.rows, LETTERS)
    shown = rows.assign(row=[str(one) for one in rows.index])[["row", *rows.columns]]
    columns = {"row": words.ROW, **{one: one for one in rows.columns}}
    show_table(
        Table(words.PREVIEW, columns, shown), key="intake_point_rows", height=260, downloads=False
    )
    names = intake_store.names_of_heads()
    first, last = likely_head(place.sheet, names)
    numbers = range(1, min(len(place.sheet.rows), MOST_ROWS) + 1)
    mark = f"{place.file}_{place.sheet.name}"
    with st.container(horizontal=True):
        start = st.selectbox(
            words.FIRST, numbers, min(first, len(numbers) - 1), key=f"intake_point_first_{mark}"
        )
        end = st.selectbox(
            words.LAST, numbers, min(last, len(numbers) - 1), key=f"intake_point_last_{mark}"
        )
    if not start <= end < start + MOST_LINES:
        desk_parts.note(words.HEAD_ROWS.format(most=MOST_LINES), tone="bad")
        return None
    columns_found = head_columns(place.sheet, start - 1, end - 1, names)
    return Head(place.sheet.rows[start - 1 : end], columns_found)


def _columns(place: Place, head: Head, plan: Plan) -> None:
    """What each column is; a press reads the file so."""
    mark = f"{place.file}_{signature_of(head.rows)[:12]}"
    with st.form(f"intake_point_form_{mark}", border=False, enter_to_submit=False):
        edited = editor(view.editor(head.columns, LETTERS, plan), plan, mark)
        with st.container(horizontal=True):
            stage = st.selectbox(
                words.STAGE,
                [words.AS_FILE, *words.STAGES.values()],
                key=f"intake_point_stage_{mark}",
            )
            year = st.selectbox(
                words.YEAR,
                [words.AS_FILE, *map(str, range(plan.first_year, plan.last_year + 1))],
                key=f"intake_point_year_{mark}",
            )
        pressed = st.form_submit_button(words.READ, type="primary", key=f"intake_point_read_{mark}")
    if not pressed:
        return
    told = view.chosen(edited, [one.index for one in head.columns], plan)
    wrong = view.mistakes(told, LETTERS)
    if wrong:
        desk_parts.note(words.TITLE, wrong, tone="bad")
        return
    stages = {word: code for code, word in words.STAGES.items()}
    st.session_state.setdefault(TRIED, {})[place.file, place.sheet.name] = Shape(
        signature_of(head.rows),
        len(head.rows),
        tuple(PointedColumn(*one) for one in told),
        stages.get(stage),
        year=None if year == words.AS_FILE else int(year),
    )
    st.rerun()


def _tried_here(place: Place) -> None:
    """What is tried on the sheet: remember it, or let it go."""
    kept = st.session_state.get(TRIED, {})
    shape = kept.get((place.file, place.sheet.name))
    if shape is None:
        return
    name = place.sheet.name or place.name
    desk_parts.note(words.TRIED.format(sheet=name))
    who = desk_parts.who("who_shape")
    with st.container(horizontal=True):
        keeping = st.button(words.REMEMBER, key=f"intake_point_keep_{place.file}")
        dropping = st.button(words.DROP, key=f"intake_point_drop_{place.file}")
    if dropping:
        kept.pop((place.file, place.sheet.name))
        st.rerun()
    if keeping and not who:
        desk_parts.note(intake_words.WHO_MISSING, tone="bad")
    elif keeping:
        with desk_parts.refusals():
            intake_store.keep_shape(shape, _words_of_head(place, shape), who)
            desk_parts.told(words.REMEMBERED)
            st.rerun()


def _words_of_head(place: Place, shape: Shape) -> str:
    rows = place.sheet.rows
    first = next(
        number
        for number in range(len(rows))
        if signature_of(rows[number : number + shape.lines]) == shape.signature
    )
    said = [str(one) for row in rows[first : first + shape.lines] for one in row if one != ""]
    return "; ".join(said)[:400]
