"""Files on their way into the store: chosen, checked, shown, and stored with one button."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import pandas as pd
import streamlit as st

from dashboard.access.permissions import NotAllowedError
from dashboard.desks import (
    brought_files,
    confirm_names,
    intake_problems,
    intake_questions,
    pointing_desk,
    suspicious,
)
from dashboard.desks.brought_files import Brought
from dashboard.plan import Plan
from dashboard.ui import desk_parts, intake_store, page_parts, stored
from dashboard.ui.shown_tables import show_table
from dashboard.views import intake as view
from dashboard.views import value_changes
from dashboard.wording import intake_words as words
from dashboard.wording.outcomes import outcome
from dashboard.writing import formats as formats_
from dashboard.writing.columns import Column
from dashboard.writing.nouns import worded
from dashboard.writing.table_model import Table
from data_access.intake.shapes import Shape
from data_access.loading import Given, Loaded, Progress

KEEPS = "_looked_at"
RECOGNISED = {
    "file": "Tệp",
    "sheet": "Trang tính",
    "table": "Đọc được là",
    "rows": Column("Số dòng", "count"),
    "left_out": Column(words.LEFT_OUT_ROWS, "count"),
}
COUNTS = {
    "file": "Tệp",
    "table": "Bảng",
    "new": Column("Dòng mới", "count"),
    "changed": Column("Dòng thay đổi", "count"),
    "same": Column("Dòng đã có", "count"),
}
VALUES = {
    "unit": Column("Đơn vị", width="medium"),
    "subject": "Số liệu",
    "column": "Phần thay đổi",
    "old": Column("Đang có", width="medium"),
    "since": "Có từ ngày",
    "new": Column("Sẽ là", width="medium"),
    "place": "Vị trí",
    "file": "Tệp",
}


def bring(plan: Plan) -> None:
    """Choose files, see what they say and would change, store those without errors."""
    files = brought_files.brought(_round())
    if not files:
        page_parts.small(words.CHECKED_FIRST)
        return
    before = st.session_state.get(KEEPS)
    looked_at = _looked_at(files, plan)
    checked = looked_at.checked
    desk_parts.note(view.checked_answer(checked))
    intake_problems.show(looked_at.given, checked)
    pointing_desk.point(looked_at.given, _ids(files), checked, plan)
    if confirm_names.confirm(pd.concat([one.problems for one in checked]), key="intake_names"):
        st.rerun()
    intake_questions.ask(checked, dict(zip((one.name for one in looked_at.given), _ids(files))))
    intake_questions.show(checked, plan)
    suspicious.show(checked, plan)
    _show_changes(checked, plan)
    if any(view.is_usable(one) for one in checked):
        name = desk_parts.who()
        pressed = st.button("Lưu vào kho", type="primary", key="intake_save")
        if (
            pressed
            and before is not None
            and before.mark == looked_at.mark
            and before.change != looked_at.change
        ):
            desk_parts.note(words.CHANGED_MEANWHILE, tone="bad")
        elif pressed:
            _save(looked_at, name)


def _round() -> int:
    """Counts the times that files were stored: a new uploader, empty again, for each."""
    return st.session_state.get("_intake_round", 0)


class LookedAt(NamedTuple):
    """Files as they were checked: `mark` says which files, store and plan; `change` the number of the store's last change then."""

    mark: tuple
    change: int
    given: list[Given]
    checked: list[Loaded]
    confirmed: frozenset[tuple[str, str]]
    tried: tuple[Shape, ...]


def _ids(files: Sequence[Brought]) -> list[str]:
    return [one.file_id for one in files]


def _looked_at(files: Sequence[Brought], plan: Plan) -> LookedAt:
    """The files' answers, kept until the files, the store or the plan change."""
    kept: LookedAt | None = st.session_state.get(KEEPS)
    change = stored.last_change()
    names = view.file_names([one.name for one in files])
    confirmed = intake_questions.confirmed(dict(zip(_ids(files), names, strict=True)))
    tried = pointing_desk.tried(dict(zip(_ids(files), names, strict=True)))
    known = stored.store().newest("shapes")
    mark = (*_ids(files), confirmed, tried, known, stored.fingerprint(plan))
    if kept and kept.mark == mark and kept.change == change:
        return kept
    given = [Given(name, one.getvalue()) for name, one in zip(names, files, strict=True)]
    with _progress(words.CHECKING) as progress:
        checked = intake_store.checked(given, progress, confirmed, tried)
        found = LookedAt(mark, change, given, checked, confirmed, tried)
    st.session_state[KEEPS] = found
    return found


@contextmanager
def _progress(said: str) -> Iterator[Progress]:
    """A bar that names the file in hand; gone when all are done."""
    place = st.empty()
    bar = place.progress(0.0)
    yield lambda done, of, name: bar.progress(
        done / of,
        text=page_parts.literal(said.format(done=formats_.percent(done / of, 0), name=name)),
    )
    place.empty()


def _show_changes(checked: Sequence[Loaded], plan: Plan) -> None:
    page_parts.heading(words.READ_AND_CHANGED)
    show_table(
        Table("Các bảng đọc được", RECOGNISED, view.recognised(checked)),
        key="intake_recognised",
        downloads=False,
    )
    counts = value_changes.change_counts(checked)
    if counts.empty:
        return
    show_table(Table(words.COUNTED_ROWS, COUNTS, counts), key="intake_counts", downloads=False)
    values = value_changes.changed_values(
        checked, plan, stored.table("units").set_index("unit")["name"].to_dict()
    )
    if not values.empty:
        page_parts.heading(words.REPLACED)
        show_table(Table("Giá trị sẽ thay đổi", worded(VALUES), values), key="intake_values")


def _save(looked_at: LookedAt, name: str) -> None:
    """Store the usable files, if the store is still the one they were compared with; then draw everything anew."""
    if not name:
        desk_parts.note(words.WHO_MISSING, tone="bad")
        return
    usable = [
        given
        for given, checked in zip(looked_at.given, looked_at.checked, strict=True)
        if view.is_usable(checked)
    ]
    try:
        with _progress(words.SAVING) as progress:
            loaded = intake_store.save_files(
                usable,
                name,
                looked_at.change,
                progress,
                looked_at.confirmed,
                looked_at.tried,
            )
    except NotAllowedError as error:
        return desk_parts.note(str(error), tone="bad")
    done = sum(one.saved is not None and one.saved.outcome == "stored" for one in loaded)
    if not done and any(one.error for one in loaded):
        desk_parts.note(outcome(loaded[0], check=False), tone="bad")
        return
    st.session_state["_intake_round"] = _round() + 1
    st.session_state.pop(KEEPS)
    desk_parts.told(
        words.DONE.format(files=f"{done}/{len(usable)} tệp"),
        view.outcome_lines([outcome(one, check=False) for one in loaded]),
    )
    st.rerun()
