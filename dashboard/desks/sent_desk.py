"""The secretariat's queue of what units sent: a file is looked at, taken into the store or given back with a reason; a disputed figure is decided (`dispute_desk`)."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.desks import dispute_desk
from dashboard.ui import desk_parts, intake_store, page_parts, sent_store, stored
from dashboard.views import sent as view
from dashboard.views import sent_words as words
from dashboard.wording.problem_sentences import problem_line
from dashboard.writing import formats
from data_access.loading import Given


def something_waits() -> bool:
    """Whether a unit waits for an answer."""
    return stored.may("import") and any(len(one) for one in _waiting())


def _waiting() -> tuple[pd.DataFrame, pd.DataFrame]:
    """The files and confirmations, and the disputed figures, that nobody has answered."""
    sent, disputed = sent_store.submissions(), sent_store.disputes()
    return sent[view.is_open(sent)], disputed[view.is_open(disputed)]


def queue() -> None:
    """Everything of units that waits, one thing at a time."""
    if not stored.may("import"):
        return
    page_parts.heading(words.QUEUE)
    files, figures = _waiting()
    if files.empty and figures.empty:
        page_parts.small(words.QUEUE_EMPTY)
        return
    page_parts.small(
        words.QUEUE_COUNT.format(
            files=formats.count(len(files), "tệp, xác nhận"),
            disputes=formats.count(len(figures), "đề nghị xem lại"),
        )
    )
    names = stored.table_now("units").set_index("unit")["name"].to_dict()
    rows = {("submission", int(one.id)): (one, one.what) for one in files.itertuples()}
    rows |= {("dispute", int(one.id)): (one, one.name) for one in figures.itertuples()}
    labels = {key: _label(one, what, names) for key, (one, what) in rows.items()}
    chosen = st.selectbox(
        words.CHOOSE, list(labels), format_func=labels.__getitem__, key="sent_chosen"
    )
    one = rows[chosen][0]
    name = names.get(one.unit, one.unit)
    if chosen[0] == "submission":
        _submission(one, name)
    else:
        dispute_desk.decide(one, name)


def _label(one: Any, what: str, names: dict[str, str]) -> str:
    unit = names.get(one.unit, one.unit)
    return words.ITEM.format(unit=unit, year=one.year, what=what, who=one.who, at=one.sent_at)


def _submission(one: Any, name: str) -> None:
    """A file or a confirmation: look at it, take it or give it back."""
    if not formats.is_missing(one.text):
        page_parts.small(words.MESSAGE.format(text=one.text))
    dispute_desk.file_of(one, f"sent_file_{one.id}")
    is_workbook = one.kind == "workbook"
    if one.kind == "report":
        page_parts.small(words.REPORT_NEXT)
    reason = desk_parts.why(f"sent_reason_{one.id}", words.REASON)
    who = desk_parts.who("sent_by")
    with st.container(horizontal=True):
        label = words.TAKE_FILE if is_workbook else words.TAKE
        taking = st.button(label, key=f"sent_take_{one.id}", type="primary")
        refusing = st.button(words.GIVE_BACK, key=f"sent_refuse_{one.id}")
    if (taking or refusing) and not who:
        desk_parts.note(words.NAME_MISSING, tone="bad")
    elif refusing and not reason:
        desk_parts.note(words.REASON_MISSING, tone="bad")
    elif refusing:
        _step(one, who, words.REFUSED.format(unit=name), state="refused", reason=reason)
    elif taking and is_workbook:
        _take(one, name, who, reason)
    elif taking:
        _step(one, who, words.TAKEN.format(unit=name), state="taken", reason=reason or None)


def _take(one: Any, name: str, who: str, reason: str) -> None:
    """The unit's workbook into the store, like any file; a file with an error is told, and stays in the queue."""
    given = Given(one.file, intake_store.kept_file(one.sha256).content)
    seen = stored.last_change()
    (loaded,) = intake_store.save_files([given], who, seen, lambda done, of, file: None, set())
    if loaded.saved is None:
        lines = [problem_line(row) for row in loaded.problems.itertuples()]
        desk_parts.note(words.BAD_FILE, lines, tone="bad")
        return
    rows = sum(loaded.saved.counts.values())
    said = words.TAKEN_ROWS.format(unit=name, rows=formats.count(rows, "dòng"))
    _step(
        one,
        who,
        said if rows else words.SAME_FILE,
        state="taken",
        reason=reason or None,
        import_id=loaded.saved.id,
    )


def _step(one: Any, who: str, said: str, **step: object) -> None:
    with desk_parts.refusals():
        sent_store.step(
            "submission_steps",
            who,
            submission=int(one.id),
            unit=one.unit,
            year=int(one.year),
            **step,
        )
        desk_parts.told(said)
        st.rerun()
