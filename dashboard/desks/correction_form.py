"""The form that corrects a figure with a reason: a revision like any other, with the old value kept."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.assessment.standing import Standing
from dashboard.desks import entered, foreseen_desk
from dashboard.plan import Criterion
from dashboard.ui import desk_parts, drafts, page_parts, stored
from dashboard.views import appraisal_effect, correction
from dashboard.views import correction_words as words
from dashboard.views.plan_cells import MistakeError
from dashboard.wording import intake_words
from dashboard.wording.sources import ON_SCREEN
from dashboard.writing.formats import is_missing
from dashboard.writing.stages import STAGES


def key_of(row: Any) -> str:
    """Tells this revision of a figure from every other."""
    return f"{row.unit}_{row.criterion}_{row.year}_{row.stage}_{row.revision}_{row.import_id}"


def form(standing: Standing, criterion: Criterion, row: Any) -> None:
    """The right figure and the reason: look at what it would do, then store it. In: the live row of the figure."""
    key = key_of(row)
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
    return f"correction_tried_{key_of(row)}"


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
        drafts.forget(_form_of(key_of(row)))
        desk_parts.told(words.SAVED.format(name=name), [line])
        st.rerun()


def _plain(value: Any) -> str | None:
    return None if is_missing(value) else str(value)
