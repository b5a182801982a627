"""From a figure to its cell, its file, and its correction with a reason: a revision like any other, with the old value kept."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.assessment.standing import Standing
from dashboard.desks import entered, foreseen_desk
from dashboard.plan import Criterion
from dashboard.ui import desk_parts, drafts, intake_store, page_parts, stored, unit_page
from dashboard.ui.shown_tables import show_table
from dashboard.views import appraisal_effect, correction
from dashboard.views import correction_words as words
from dashboard.views.intake import file_name
from dashboard.views.plan_cells import MistakeError
from dashboard.wording import intake_words
from dashboard.wording.sources import ON_SCREEN
from dashboard.writing.formats import is_missing
from dashboard.writing.stages import STAGES
from dashboard.writing.table_model import Table
from data_access.intake.sheets import LETTERS
from data_access.loading import Given


def criteria(standing: Standing, unit: str) -> None:
    """The table of criteria of a unit; a press on a row opens the figure's revisions, its cell, and its correction."""
    desk_parts.prepare()
    desk_parts.told_before()
    pressed = unit_page.criteria(standing, unit)
    if pressed and stored.may("see_imports"):
        follow(standing, unit, pressed)


def choose(standing: Standing, unit: str) -> None:
    """A criterion to choose, then the same."""
    labels = {one.code: one.label for one in standing.plan.criteria}
    rows = stored.table("results")
    there = rows[(rows["unit"] == unit) & (rows["year"] == standing.year)]["criterion"]
    known = [code for code in labels if code in set(there)]
    chosen = st.selectbox(
        words.CHOOSE,
        known,
        index=None,
        format_func=labels.__getitem__,
        placeholder=words.NONE_CHOSEN,
        key=f"correction_{unit}_{standing.year}",
    )
    if chosen:
        follow(standing, unit, chosen)


def follow(standing: Standing, unit: str, code: str) -> None:
    """Every live figure of a criterion: where it comes from, its file, and the form that corrects it."""
    page_parts.heading(words.TITLE)
    criterion = standing.plan.criterion(code)
    known = stored.history("results", unit=unit, criterion=code, year=standing.year)
    live = known[known["live"] & (known["state"] != "withdrawn")]
    if live.empty:
        page_parts.small(words.NOTHING)
    for row in live.sort_values("stage", ascending=False).itertuples():
        key = _key(row)
        page_parts.sentences([correction.where(criterion, row)])
        _file(row, key)
        if stored.may("import"):
            _form(standing, criterion, row, key)


def _key(row: Any) -> str:
    """Tells this revision of a figure from every other."""
    return f"{row.unit}_{row.criterion}_{row.year}_{row.stage}_{row.revision}_{row.import_id}"


def _file(row: Any, key: str) -> None:
    """The file that the figure came with, and the cells around it."""
    imports = intake_store.imports().set_index("id")
    sha256 = imports["sha256"].get(row.import_id)
    if is_missing(sha256):
        page_parts.small(words.NO_FILE)
        return
    with st.container(horizontal=True):
        st.download_button(
            words.DOWNLOAD,
            lambda: intake_store.kept_file(sha256).content,
            file_name(row.file),
            "application/octet-stream",
            key=f"correction_file_{key}",
            on_click="ignore",
            type="tertiary",
        )
        looking = st.button(words.AROUND, key=f"correction_around_{key}", type="tertiary")
    if looking:
        _around(row, sha256, key)


def _around(row: Any, sha256: str, key: str) -> None:
    kept = intake_store.kept_file(sha256)
    sheets = intake_store.sheets_of(sha256, Given(kept.name, kept.content))
    name = None if is_missing(row.sheet) else row.sheet
    rows = next((one.rows for one in sheets if one.name == name), [])
    shown = correction.around(rows, row.cell, LETTERS)
    if shown.empty:
        page_parts.small(words.NO_CELL)
        return
    columns = {one: words.ROW if one == "row" else one for one in shown.columns}
    title = words.AROUND_TITLE.format(cell=row.cell)
    show_table(Table(title, columns, shown), key=f"correction_cells_{key}", downloads=False)


def _form(standing: Standing, criterion: Criterion, row: Any, key: str) -> None:
    """The right figure and the reason: look at what it would do, then store it."""
    reasoned, box = f"correction_why_{key}", "correction_{}_" + key
    fields = {name: box.format(name) for name in ("value", "total", "very")} | {"why": reasoned}
    now, label = correction.typed_now(criterion, row), words.CORRECT.format(stage=STAGES[row.stage])
    with (
        st.expander(label),
        drafts.form(_form_of(key), fields),
    ):
        page_parts.small(words.HOW)
        with st.container(horizontal=True):
            value = _box(words.VALUE, now.value, f"correction_value_{key}")
            total = very = ""
            if criterion.is_rate:
                total = _box(words.TOTAL, now.total, f"correction_total_{key}")
            if criterion.is_survey:
                very = _box(words.VERY, now.very, f"correction_very_{key}")
        name = desk_parts.who(f"who_{key}")
        reason = desk_parts.why(reasoned, words.REASON_EXAMPLE)
        with st.container(horizontal=True):
            trying = st.form_submit_button(words.TRY, key=f"correction_try_{key}")
            saving = st.form_submit_button(words.SAVE, type="primary", key=f"correction_save_{key}")
    if trying or saving or f"_{_tried_of(row)}" in st.session_state:
        typed = correction.Typed(value, total, very)
        signed = (name, reason) if saving else None
        _answer(standing, criterion, row, typed, signed, pressed=trying or saving)


def _box(label: str, text: str, key: str) -> str:
    st.session_state.setdefault(key, text)
    return st.text_input(label, key=key, max_chars=40, autocomplete="off") or ""


def _tried_of(row: Any) -> str:
    return f"correction_tried_{_key(row)}"


def _form_of(key: str) -> str:
    return f"correction_form_{key}"


def _answer(
    standing: Standing,
    criterion: Criterion,
    row: Any,
    typed: correction.Typed,
    signed: tuple[str, str] | None,
    *,
    pressed: bool,
) -> None:
    """Mistakes, else what would change, and (`signed`: who and why) the storing of what was shown before."""
    try:
        made = correction.corrected(criterion, row, typed)
    except MistakeError as error:
        desk_parts.note(words.NOT_SAVED, [str(error)], tone="bad")
        return
    line = correction.change_line(criterion, row, made)
    if correction.is_same(row, made):
        if pressed:
            desk_parts.note(words.SAME)
    else:
        shown = _would(row, made, line, standing.year, pressed)
        missing = _missing(signed) if signed else []
        if missing:
            desk_parts.note(words.NOT_SAVED, missing, tone="bad")
        elif signed and shown:
            _save(standing, criterion, row, made, line, *signed, shown.change)


def _would(
    row: Any, made: pd.DataFrame, line: str, year: int, pressed: bool
) -> foreseen_desk.Foreseen | None:
    """What the right figure would do: of the unit in sentences, of every year in the one component."""
    live = stored.live(year)
    return foreseen_desk.before_press(
        made.to_json(),
        lambda: foreseen_desk.of_rows({"results": made}),
        words.WOULD,
        key=_tried_of(row),
        pressed=pressed,
        first=lambda found: [line, *appraisal_effect.effect_lines(found.years, live, row.unit)],
    )


def _missing(signed: tuple[str, str]) -> list[str]:
    said = zip(signed, (intake_words.WHO_MISSING, intake_words.WHY_MISSING), strict=True)
    return [sentence for given, sentence in said if not given]


def _save(
    standing: Standing,
    criterion: Criterion,
    row: Any,
    made: pd.DataFrame,
    line: str,
    who: str,
    reason: str,
    seen: int,
) -> None:
    name = standing.table.set_index("unit").at[row.unit, "name"]
    said = {"criterion": criterion.label, "stage": STAGES[row.stage], "name": name}
    place = {part: _plain(getattr(row, part)) for part in ("file", "sheet", "cell")}
    with desk_parts.refusals():
        entered.save(
            {"results": made},
            who,
            words.NOTE_OF_SAVE.format(**said, year=standing.year, reason=reason),
            file=ON_SCREEN,
            detail={"corrects": place, "reason": reason, "text": line},
            seen=seen,
        )
        drafts.forget(_form_of(_key(row)))
        desk_parts.told(words.SAVED.format(name=name), [line])
        st.rerun()


def _plain(value: Any) -> str | None:
    return None if is_missing(value) else str(value)
