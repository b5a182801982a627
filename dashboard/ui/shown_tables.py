"""Tables on screen: numbers that read as 1.234,5 and sort as numbers, names that stay in sight, files to take away.

Downloads are made when they are asked for, not in every run of a page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from math import ceil

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from dashboard.exports.paper.single_pages import list_page
from dashboard.exports.table_workbook import EXCEL
from dashboard.ui import edition_face
from dashboard.ui.downloads import as_csv, as_text, as_workbook, file_name_of
from dashboard.ui.print_page import offer_page
from dashboard.writing import theme
from dashboard.writing.columns import LOOKS, ORDERS, Column, written
from dashboard.writing.formats import DASH, count
from dashboard.writing.table_model import Table

FOLD, EXCEL_LABEL, CSV_LABEL, TEXT_LABEL = (
    "Xem bảng số liệu",
    "Tải Excel",
    "Tải CSV",
    "Chép dạng chữ",
)
NAME_WIDTH, WIDE_NAME_WIDTH = (
    210,
    320,
)  # px: on a phone the wide one, for a table with very long names, is let loose (Streamlit, above 60 % of the width)
LETTER = 7.8  # px of a letter of a name
MOST_LINES = 3  # of a name in the narrow width, of any other text: rows are all equally high
WIDTHS, WIDEST = {"small": 75, "medium": 200, "large": 400}, 500  # px, Streamlit's own
MOST_ROWS = 2_000  # on screen: writing 10,000 rows of ten figures takes three seconds in every run
TALL_ROW, TEXT_LINE = 66, 21  # px: Streamlit breaks text into lines only in rows above 4 rem


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
        st.caption("Chưa có số liệu để lập bảng.")
        return None
    event = st.dataframe(
        styled(table.part(0, MOST_ROWS), frozen=frozen, dark=_on_dark()),
        hide_index=True,
        key=key,
        alt=table.title or None,
        height=height,
        placeholder=DASH,
        row_height=_row_height(table.frame, table.shown, frozen),
        column_config=_settings(table.frame, table.shown, frozen),
        on_select="rerun" if table.opens else "ignore",
        selection_mode="single-cell",
    )
    if len(table.frame) > MOST_ROWS:
        st.caption(
            f"Đang hiện {count(MOST_ROWS)} dòng đầu trong {count(len(table.frame))}; tệp tải xuống có đủ."
        )
    if downloads:
        offer_files(table, key=key)
    return _pressed(event, table, on_click) if table.opens else None


def folded_table(table: Table, *, key: str, label: str = FOLD) -> None:
    """A table that waits folded below its chart; its rows are sent when it is opened, and opening it runs nothing else of the page."""

    @st.fragment(key=f"{key}_part")
    def part() -> None:
        fold = st.expander(label, key=f"{key}_fold", type="compact", on_change="rerun")
        if fold.open:
            with fold:
                show_table(table, key=key)

    part()


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
            lambda: as_workbook(told),
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


def styled(table: Table, *, frozen: int = 0, dark: bool = False) -> Styler:
    """The table with headings and written values; what lies under the writing stays sortable (codes by their place in the theme)."""
    under = pd.DataFrame(
        {column.label: _sortable(table.frame[name], column) for name, column in table.shown.items()}
    ).reset_index(drop=True)
    look = under.style
    for column in table.heads:
        look = look.format(
            lambda value, column=column: _read(value, column), subset=[column.label], na_rep=DASH
        )
        if column.is_coded:
            look = look.map(
                lambda place, kind=column.kind: _colour(place, kind, dark=dark),
                subset=[column.label],
            )
    ink = (
        theme.WHITE if dark else theme.BLACK
    )  # Streamlit writes frozen columns at 60 %: grey on white is still AA
    return look.map(lambda value: f"color: {ink}", subset=list(under.columns[:frozen]))


def _sortable(values: pd.Series, column: Column) -> pd.Series:
    if not column.is_coded:
        return values
    return values.map({code: place for place, code in enumerate(ORDERS[column.kind])}).astype(
        "Int64"
    )


def _read(value: object, column: Column) -> str:
    """What stands over a sortable value."""
    return written(ORDERS[column.kind][int(value)] if column.is_coded else value, column)


def _colour(place: int, kind: str, *, dark: bool) -> str:
    if pd.isna(place):
        return ""
    colour = LOOKS[kind][ORDERS[kind][place]].colour
    return f"color: {theme.DARK[colour] if dark else colour}"


def _settings(frame: pd.DataFrame, columns: Mapping[str, Column], frozen: int) -> dict:
    """Streamlit's settings of every column: frozen ones, and codes to the left though numbers lie under them."""
    settings, name_width = {}, _name_width(_longest_name(frame, columns, frozen))
    for place, column in enumerate(columns.values()):
        to_left = column.kind in ("text", "status", "level")
        width = column.width or (name_width if place < frozen and column.kind == "text" else None)
        settings[column.label] = st.column_config.Column(
            column.label,
            width=width,
            help=column.help,
            pinned=place < frozen,
            alignment="left" if to_left else "right",
        )
    return settings


def _row_height(frame: pd.DataFrame, columns: Mapping[str, Column], frozen: int) -> int | None:
    """Rows as high as the longest frozen name needs, and other texts up to `MOST_LINES` lines; None is Streamlit's own height, of one line."""
    longest = _longest_name(frame, columns, frozen)
    others = {
        name: column
        for place, (name, column) in enumerate(columns.items())
        if column.kind == "text" and (place >= frozen or column.width)
    }
    lines = [
        ceil(longest * LETTER / _name_width(longest)),
        *(min(_lines(frame[name], column), MOST_LINES) for name, column in others.items()),
    ]
    return None if max(lines) <= 1 else max(TALL_ROW, max(lines) * TEXT_LINE + 6)


def _lines(values: pd.Series, column: Column) -> int:
    """Lines of the longest text of a column in its width; Streamlit makes one without a width as wide as its text, up to `WIDEST`."""
    width = WIDTHS.get(column.width, column.width or WIDEST)
    return ceil(max((len(str(value)) for value in values.dropna()), default=0) * LETTER / width)


def _longest_name(frame: pd.DataFrame, columns: Mapping[str, Column], frozen: int) -> int:
    names = [
        name
        for name, column in list(columns.items())[:frozen]
        if column.kind == "text" and column.width is None
    ]
    return max((len(str(value)) for name in names for value in frame[name].dropna()), default=0)


def _name_width(longest: int) -> int:
    return NAME_WIDTH if longest * LETTER <= MOST_LINES * NAME_WIDTH else WIDE_NAME_WIDTH


def _on_dark() -> bool:
    return st.context.theme.type == "dark"


def _pressed(event: object, table: Table, on_click: Callable[[str], None] | None) -> str | None:
    cells = event.selection.cells
    if not cells:
        return None
    value = table.frame[table.opens].iloc[cells[0][0]]
    if on_click is not None:
        on_click(value)
    return value
