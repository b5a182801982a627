"""Tables on screen: what is read can be copied, printed and sorted as numbers; names stay in sight; files to take away.

Downloads are made when they are asked for, not in every run of a page.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import quote

import streamlit as st

from dashboard.exports.media_types import EXCEL
from dashboard.exports.paper.single_pages import list_page
from dashboard.ui import edition_face, on_demand, page_parts
from dashboard.ui import frame_words as words
from dashboard.ui.downloads import as_csv, as_text, file_name_of
from dashboard.ui.linked import around_unit
from dashboard.ui.print_page import offer_page
from dashboard.ui.screen_parts import screen_part
from dashboard.writing import theme
from dashboard.writing.columns import LOOKS, Column
from dashboard.writing.formats import DASH, count
from dashboard.writing.nouns import worded
from dashboard.writing.table_model import MOST_ON_SCREEN, Table

FOLD, EXCEL_LABEL, CSV_LABEL, TEXT_LABEL = (
    "Xem bảng số liệu",
    "Tải Excel",
    "Tải CSV",
    "Chép dạng chữ",
)
ROW, HEAD = 31, 36  # px of a row of one line, of the heads: what a table takes at least
TALL, WIDE = 560, 300  # px: a table's frame, within which its rows scroll; a column for long texts
WHOLE = 16  # rows: a table of no more stands whole

_TABLE = screen_part(
    "tables", "<div class='table-frame' role='region' tabindex='0'><table></table></div>"
)


def show_table(
    table: Table,
    *,
    key: str,
    frozen: int = 1,
    height: int | str = "auto",
    downloads: bool = True,
    on_click: Callable[[str], None] | None = None,
) -> str | None:
    """A table; the first `frozen` of its columns in sight while the rest scroll. Its title names it for screen readers and its files.

    Where the table opens anything, a press on a row answers with that row's value of `table.opens` and calls `on_click` with it. A table
    without rows says so instead of drawing nothing; of a very long one the first rows are shown and the files hold all.
    """
    if table.frame.empty:
        st.caption(words.NO_ROWS)
        return None
    whole = len(table.frame) <= WHOLE or height == "content"
    tall = None if whole else TALL if height == "auto" else height
    shown = sent(table.on_screen, frozen=frozen, height=tall, dark=_on_dark())
    lines = min(len(table.frame) * ROW + HEAD, tall or len(table.frame) * ROW)
    page_parts.room(key, lines, lines)
    answer = _TABLE(
        key=key,
        data=json.dumps({**shown, "stays": on_click is None}, ensure_ascii=False).encode(),
        on_pressed_change=_noted,
        on_opened_change=_noted,
    )
    if len(table.frame) > MOST_ON_SCREEN:
        st.caption(
            words.FIRST_ROWS.format(shown=count(MOST_ON_SCREEN), rows=count(len(table.frame)))
        )
    if downloads:
        offer_files(table, key=key)
    return _value(table, answer, shown["mark"], on_click) if table.opens else None


def _value(
    table: Table, answer: Any, mark: str, on_click: Callable[[str], None] | None
) -> str | None:
    """What the pressed row opens: once where something is called with it, else for as long as this table stands there."""
    pressed = answer.opened if on_click is None else answer.pressed
    if pressed is None or pressed["mark"] != mark:
        return None
    value = table.frame[table.opens].iloc[int(pressed["place"])]
    if on_click is not None:
        on_click(value)
    return value


def folded_table(table: Table, *, key: str, label: str = FOLD) -> None:
    """A table that waits folded below its chart; its rows are sent when it is opened, and opening it runs nothing else of the page."""

    page_parts.folded(lambda: show_table(table, key=key), key=key, label=label)


def offer_files(table: Table, *, key: str) -> None:
    """Quiet ways to take the table away: Excel, CSV, an A4 page of Word or PDF, plain text."""
    name, told, edition = file_name_of(table.title), table, ""
    if table.source:  # a table of figures: every file of it says which edition they are of
        name += edition_face.in_file_names()
        told = replace(table, source=f"{table.source} {edition_face.face()}")
        edition = edition_face.brief()
    with st.container(horizontal=True, gap="small", key=f"{key}_files"):
        st.download_button(
            EXCEL_LABEL,
            lambda: on_demand.workbook(told),
            f"{name}.xlsx",
            EXCEL,
            key=f"{key}_xlsx",
            on_click="ignore",
            type="tertiary",
        )
        st.download_button(
            CSV_LABEL,
            lambda: as_csv(table, edition),
            f"{name}.csv",
            "text/csv",
            key=f"{key}_csv",
            on_click="ignore",
            type="tertiary",
        )
        offer_page(lambda: list_page(table), name, key=key)
        window = st.popover(TEXT_LABEL, key=f"{key}_text", on_change="rerun", type="tertiary")
        if window.open:
            window.code(as_text(told), language=None, height=320)


def sent(table: Table, *, frozen: int, height: int | None, dark: bool) -> dict:
    """What the browser is given, column by column: heads, the texts that people read, and where the texts do not tell it the places in which their rows come when sorted by it."""
    heads = [_head(column, dark=dark) for column in table.heads]
    units = list(map(quote, table.frame["unit"])) if table.opens == "unit" else None
    before, after = around_unit()
    told = {
        "title": table.title,
        "heads": heads,
        "texts": list(zip(*table.texts, strict=True)),
        "order": table.orders,
        "frozen": frozen,
        "height": height,
        "opens": bool(table.opens),
        "links": units and {"before": before, "units": units, "after": after},
        "dash": DASH,
    }
    mark = json.dumps(told, ensure_ascii=False).encode()
    return {**told, "mark": hashlib.md5(mark, usedforsecurity=False).hexdigest()}


def _head(column: Column, *, dark: bool) -> dict:
    """A heading, how its column stands, and the colours of codes by their words."""
    looks = worded(LOOKS).get(column.kind, {}).values()
    return {
        "label": column.label,
        "help": column.help,
        "text": column.kind == "text",
        "right": column.kind not in ("text", "status", "level"),
        "wide": column.width == "large" or (isinstance(column.width, int) and column.width > WIDE),
        "colours": {one.label: theme.DARK[one.colour] if dark else one.colour for one in looks},
    }


def _on_dark() -> bool:
    return st.context.theme.type == "dark"


def _noted() -> None:
    """A press needs no work of its own: the run that it starts reads it."""
