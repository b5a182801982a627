"""The workbook of a reorganisation to be completed: today's units, a row each, with choices where there are any."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

import pandas as pd
import xlsxwriter

from dashboard.exports.forms import form_words as words
from dashboard.writing import theme

A4, WIDTHS = 9, (14, 38, 22, 24, 14, 14, 34, 22, 24, 14, 34)
MOST_LISTED = 255  # letters of a list inside a validation: Excel's own limit
SPARE = 50
"""Rows below the units, for those that are split into several."""


def reorganisation_form(
    heads: Mapping[str, str], units: pd.DataFrame, ways: Sequence[str], kinds: Sequence[str]
) -> bytes:
    """The workbook. In: the heads by field, in order; units (before, name, kind, block); the words of the ways and of the kinds."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet(words.REORGANISATION_SHEET)
        bold = book.add_format({"bold": True, "font_size": 13})
        head = book.add_format(
            {"bold": True, "text_wrap": True, "border": 1, "bg_color": theme.PANEL}
        )
        known, open_ = (
            book.add_format({"border": 1, "text_wrap": True, **more})
            for more in ({"font_color": theme.MUTED}, {})
        )
        sheet.write_string(0, 0, words.REORGANISATION_TITLE, bold)
        sheet.write_string(1, 0, words.REORGANISATION_HOW)
        for place, label in enumerate(heads.values()):
            sheet.write_string(3, place, label, head)
            sheet.set_column(place, place, WIDTHS[place])
        for row, one in enumerate(units.itertuples(index=False), start=4):
            for place in range(len(heads)):
                text = one[place] if place < 4 else None
                if isinstance(text, str):
                    sheet.write_string(row, place, text, known)
                else:
                    sheet.write_blank(row, place, None, known if place < 4 else open_)
        last = 3 + len(units) + SPARE
        _choices(sheet, 4, last, ways)
        _choices(sheet, 7, last, kinds)
        sheet.freeze_panes(4, 2)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(3)
    return content.getvalue()


def _choices(
    sheet: xlsxwriter.worksheet.Worksheet, place: int, last: int, options: Sequence[str]
) -> None:
    if sum(len(one) + 1 for one in options) < MOST_LISTED and not any(
        "," in one for one in options
    ):
        sheet.data_validation(4, place, last, place, {"validate": "list", "source": list(options)})
