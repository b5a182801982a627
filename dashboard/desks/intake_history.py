"""What was imported before: who, when, which file; undo and redo with a reason; the start of real use."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.desks import undo_desk
from dashboard.ui import desk_parts, intake_store, page_parts
from dashboard.ui.shown_tables import show_table
from dashboard.views import import_history
from dashboard.views import intake as view
from dashboard.wording import intake_words as words
from dashboard.writing.columns import Column
from dashboard.writing.formats import count, is_missing
from dashboard.writing.table_model import Table

IMPORTS = {
    "id": Column("Số", "count"),
    "file": Column("Tệp", width="large"),
    "moment": "Lúc",
    "who": "Người nhập",
    "rows": Column("Dòng đã lưu", "count"),
    "kind": "Loại",
    "state": Column("Tình trạng", width="medium"),
}


def show() -> None:
    """The imports, newest first, and one of them to look at closely."""
    imports = intake_store.imports()
    if imports.empty:
        desk_parts.note(words.NO_IMPORTS)
        return
    known = import_history.history(imports, intake_store.changes())
    show_table(Table("Các lần nhập", IMPORTS, known), key="imports", height=360)
    labels = {
        import_history.import_label(one.id, one.called, one.moment): place
        for place, one in enumerate(known.itertuples())
    }
    label = st.selectbox(
        words.CHOOSE_IMPORT,
        list(labels),
        key="import_chosen",
    )
    _one(known.iloc[labels[label]])


def _one(chosen: pd.Series) -> None:
    """Download, undo or redo of one import."""
    if not is_missing(chosen["sha256"]):
        st.download_button(
            "Tải tệp gốc",
            lambda: intake_store.kept_file(chosen["sha256"]).content,
            view.file_name(chosen["file"]),
            "application/octet-stream",
            key=f"import_file_{chosen['id']}",
            on_click="ignore",
            type="tertiary",
        )
    back, number = bool(chosen["undone"]), int(chosen["id"])
    label = import_history.import_label(number, chosen["called"], chosen["moment"])
    undo_desk.decide(number, label, undone=back, key="import")


def start_afresh() -> None:
    """Emptying the store of sample data, behind words that must be typed."""
    if not desk_parts.allowed("empty"):
        return
    imports = intake_store.imports()
    if imports.empty:
        desk_parts.note(words.EMPTIED)
        return
    page_parts.small(words.EMPTY_ABOUT)
    real = import_history.real_imports(imports)
    if real:
        desk_parts.note(words.EMPTY_REAL.format(imports=count(real, "lần nhập")), tone="bad")
    with st.form("empty_form", border=False, enter_to_submit=False):
        name = desk_parts.who()
        typed = st.text_input(
            f"Gõ “{words.EMPTY_WORDS}” để xác nhận", key="empty_typed", autocomplete="off"
        )
        pressed = st.form_submit_button("Xóa toàn bộ số liệu", key="empty_now")
    if pressed and not name:
        desk_parts.note(words.WHO_MISSING, tone="bad")
    elif pressed and typed.strip().lower() != words.EMPTY_WORDS:
        desk_parts.note(words.EMPTY_NOT_TYPED, tone="bad")
    elif pressed:
        with desk_parts.refusals():
            intake_store.empty(name, "bắt đầu dùng thật")
            desk_parts.told(words.EMPTIED)
            st.rerun()
