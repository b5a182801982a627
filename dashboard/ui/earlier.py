"""Below a table: every revision of the row that was pressed, with file, cell, time and who."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard.ui import page_parts, stored
from dashboard.ui.shown_tables import show_table
from dashboard.views import revisions
from dashboard.wording import profile_words as words
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table

REVISIONS = {
    "said": Column("Số liệu"),
    "source": Column("Nguồn", width="medium"),
    "state": "Trạng thái",
    "at": Column("Ngày nhập", "date"),
    "who": "Người nhập",
}


def invitation() -> str:
    """What stands above a table whose rows can be pressed for their history; '' for who may not see it."""
    return words.PRESS_ROW if stored.may("see_imports") else ""


def show(table: str, row: Mapping[str, Any], *, key: str) -> None:
    """The history of the row's key in that table of the store; nothing for who may not see earlier revisions."""
    if not stored.may("see_imports"):
        return
    page_parts.small(words.EARLIER)
    found = revisions.listed(table, stored.history(table, **revisions.key_of(table, row)))
    show_table(Table(words.EARLIER, REVISIONS, found), key=f"{key}_earlier", downloads=False)
