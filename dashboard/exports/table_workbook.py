"""The annex workbook of a pack: real numbers, one sheet a table, each with its source and the seal; printed on A4."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Mapping

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from dashboard.exports import workbook_words as words
from dashboard.exports.report.pack import Pack
from dashboard.exports.sheet_widths import height_of, width_of
from dashboard.writing import theme
from dashboard.writing.columns import Column, written
from dashboard.writing.table_model import Table

VIETNAMESE = (
    "[$-42A]"  # the locale code that keeps the decimal comma whatever the reader's own settings are
)
FONT = "Times New Roman"
A4 = 9
TITLE_ROW, HEAD_ROW, FIRST_ROW = 0, 2, 3


def workbook(pack: Pack) -> bytes:
    """The .xlsx: a first sheet with contents and seal, then a sheet a table. Texts are written as texts, so nothing in them is run as a formula or a link."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(
        content, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        made = dt.datetime.combine(pack.as_of, dt.time())
        book.set_properties(
            {
                "title": f"{pack.title} {pack.year}",
                "author": pack.owner,
                "comments": f"{pack.mark} {pack.seal_line}".strip(),
                "created": made,
            }
        )
        looks = _looks(book)
        tables = list(pack.tables())
        names = sheet_names([table.name for table in tables])
        _contents(book.add_worksheet(words.CONTENTS), pack, tables, names, looks)
        for table in tables:
            _sheet(book.add_worksheet(names[table.name]), pack, table, looks)
    return content.getvalue()


def sheet_names(names: list[str]) -> dict[str, str]:
    """Table's name → a name that Excel takes: at most 31 letters, none of []:*?/\\, no apostrophe at the ends, each once whatever its case.

    >>> sheet_names(["Xếp hạng", "a/b", "A:B"])
    {'Xếp hạng': 'Xếp hạng', 'a/b': 'a-b', 'A:B': 'A-B (2)'}
    """
    taken: dict[str, str] = {}
    for name in names:
        bare = re.sub(r"[\[\]:*?/\\]", "-", name).strip("' ")[:31] or words.SHEET
        unique, number = bare, 2
        while unique.casefold() in {one.casefold() for one in (*taken.values(), words.CONTENTS)}:
            tail = f" ({number})"
            unique, number = bare[: 31 - len(tail)] + tail, number + 1
        taken[name] = unique
    return taken


def _looks(book: xlsxwriter.Workbook) -> dict[str, Format]:
    plain = {"font_name": FONT, "font_size": 11, "valign": "top"}
    looks = {
        "title": {"bold": True, "font_size": 14},
        "about": {"italic": True},
        "head": {
            "bold": True,
            "text_wrap": True,
            "valign": "vcenter",
            "align": "center",
            "border": 1,
            "bg_color": theme.SHEET_HEAD,
        },
        "text": {"text_wrap": True, "border": 1, "indent": 1, "num_format": "@"},
        "link": {"font_color": theme.ACCENT, "underline": 1},
        **{kind: {"border": 1, "num_format": form} for kind, form in number_formats().items()},
    }
    return {name: book.add_format({**plain, **look}) for name, look in looks.items()}


def number_formats(decimals: int = 1) -> Mapping[str, str]:
    """Excel's format of each kind of column: `#,##0.0` in Vietnamese, percent, signed change, day."""
    places = f".{'0' * decimals}" if decimals else ""
    return {
        "count": f"{VIETNAMESE}#,##0",
        "number": f"{VIETNAMESE}#,##0{places}",
        "score": f"{VIETNAMESE}#,##0{places}",
        "share": f"{VIETNAMESE}0{places}%",
        "delta": f"{VIETNAMESE}+#,##0{places};-#,##0{places};0{places}",
        "date": "d/m/yyyy",
    }


def _contents(
    sheet: Worksheet,
    pack: Pack,
    tables: list[Table],
    names: Mapping[str, str],
    looks: Mapping[str, Format],
) -> None:
    _page(sheet, pack, landscape=False)
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 70)
    lines = [pack.title, pack.subject, pack.seal_line, *([pack.mark] if pack.mark else [])]
    for row, line in enumerate(lines):
        sheet.write_string(row, 0, line, looks["title" if row == 0 else "about"])
    for row, table in enumerate(tables, start=len(lines) + 1):
        sheet.write_url(
            row,
            0,
            f"internal:'{names[table.name].replace(chr(39), chr(39) * 2)}'!A1",
            looks["link"],
            names[table.name],
        )
        sheet.write_string(row, 1, table.title, looks["about"])


def _sheet(sheet: Worksheet, pack: Pack, table: Table, looks: Mapping[str, Format]) -> None:
    _page(sheet, pack, landscape=table.landscape)
    sheet.write_string(TITLE_ROW, 0, table.title, looks["title"])
    widths = [width_of(table, place) for place in range(len(table.heads))]
    sheet.set_row(HEAD_ROW, height_of([column.label for column in table.heads], widths))
    for place, column in enumerate(table.heads):
        sheet.write_string(HEAD_ROW, place, column.label, looks["head"])
        sheet.set_column(place, place, widths[place])
    for row, (values, texts) in enumerate(
        zip(table.rows, table.texts, strict=True), start=FIRST_ROW
    ):
        sheet.set_row(row, height_of(texts, widths))
        for place, (value, column) in enumerate(zip(values, table.heads, strict=True)):
            _write(sheet, row, place, value, column, looks)
    last = FIRST_ROW + len(table.rows)
    for row, line in enumerate(
        (one for one in (table.note, table.source, pack.seal_line, pack.mark) if one),
        start=last + 1,
    ):
        sheet.write_string(row, 0, line, looks["about"])
    sheet.freeze_panes(FIRST_ROW, 2 if table.grouped == 1 else 1)
    sheet.repeat_rows(HEAD_ROW)
    sheet.autofilter(HEAD_ROW, 0, max(last - 1, FIRST_ROW), len(table.heads) - 1)


def _page(sheet: Worksheet, pack: Pack, *, landscape: bool) -> None:
    """A4, as wide as one page, the margins of an official paper, the seal and the page number in the foot."""
    if landscape:
        sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.98, right=0.6, top=0.8, bottom=0.8)
    line = f"{pack.mark}. {pack.seal_line}" if pack.mark else pack.seal_line
    sheet.set_footer(f"&L&8{line.replace('&', '&&')[:200]}&R&8&P/&N")


def _write(
    sheet: Worksheet,
    row: int,
    place: int,
    value: object,
    column: Column,
    looks: Mapping[str, Format],
) -> None:
    if value is None:
        sheet.write_blank(row, place, None, looks["text"])
    elif column.kind == "date":
        sheet.write_datetime(row, place, value, looks["date"])
    elif column.kind == "text" or column.is_coded:
        sheet.write_string(row, place, written(value, column), looks["text"])
    else:
        sheet.write_number(row, place, float(value), looks[column.kind])
