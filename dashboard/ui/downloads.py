"""A table as a file to take away: CSV, and plain text to paste (a workbook: `exports/one_table.py`). A table in, bytes or text out."""

from __future__ import annotations

import csv
import io
import re
import unicodedata

from dashboard.exports.plain_cells import harmless
from dashboard.wording import edition_words
from dashboard.writing.columns import plain_written
from dashboard.writing.table_model import Table


def file_name_of(title: str) -> str:
    """A file's name that every system takes, made of a title.

    >>> file_name_of("Khối xã tăng nhanh nhất từ 2022")
    'Khoi-xa-tang-nhanh-nhat-tu-2022'
    """
    bare = unicodedata.normalize("NFD", title.replace("đ", "d").replace("Đ", "D"))
    words = re.findall(
        r"[A-Za-z0-9]+", "".join(one for one in bare if not unicodedata.combining(one))
    )
    return "-".join(words)[:70].strip("-") or "so-lieu"


def as_csv(table: Table, edition: str = "") -> bytes:
    """CSV that a Vietnamese Excel opens with a double click.

    Under Vietnamese settings the decimal sign is a comma, so Excel takes the semicolon as the separator; the byte order mark tells it
    that the text is UTF-8. A first line “sep=;” would make it forget the mark and break every diacritic, so there is none.
    `edition` stands in a last column of every row, where it stays with rows that are put together with others.
    """
    text = io.StringIO()
    rows = csv.writer(text, delimiter=";", lineterminator="\r\n")
    last = [edition] if edition else []
    heads = [harmless(column.label) for column in table.heads]
    rows.writerow([*heads, *([edition_words.COLUMN] if edition else [])])
    for values in table.rows:
        cells = (
            (plain_written(value, column), column)
            for value, column in zip(values, table.heads, strict=True)
        )
        safe = [harmless(cell) if column.kind == "text" else cell for cell, column in cells]
        rows.writerow([*safe, *last])
    return text.getvalue().encode("utf-8-sig")


def as_text(table: Table) -> str:
    """The table as people read it, tabs between columns, to paste into a letter or a message."""
    lines = ["\t".join(column.label for column in table.heads)]
    lines += ["\t".join(text.replace("\n", " ") for text in texts) for texts in table.texts]
    return "\n".join(one for one in (table.title, *lines, table.source) if one)
