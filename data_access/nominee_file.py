"""A workbook of persons proposed for commendation: the rows below a head that names person, post, unit, form and achievement.

Names of persons stand in it, so nothing here keeps the file. What a form or a unit means is decided by who asks.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from data_access.intake.names import fold
from data_access.intake.pointing import sheets_to_point_at
from data_access.intake.sheets import Sheet, letters

HEADS: Mapping[str, tuple[str, ...]] = {
    "person": ("Họ và tên", "Họ tên", "Cá nhân"),
    "post": ("Chức vụ", "Chức vụ, chức danh", "Chức danh"),
    "unit": ("Đơn vị", "Đơn vị công tác", "Nơi công tác"),
    "form": ("Hình thức đề nghị", "Hình thức", "Danh hiệu đề nghị", "Hình thức khen thưởng"),
    "achievement": ("Thành tích", "Tóm tắt thành tích"),
}
"""Field → the heads under which it stands, the usual one first."""
GIVEN = ("unit", "form")
"""What the form to be filled in already holds: a row with nothing else was left empty on purpose."""
_MEANT = {fold(head): field for field, heads in HEADS.items() for head in heads}


class Row(NamedTuple):
    """A row of the list: its sheet, the text under each head ('' where empty), the cell of each (“D7”)."""

    sheet: str
    texts: dict[str, str]
    cells: dict[str, str]


def rows_of(name: str, content: bytes) -> list[Row] | None:
    """Every filled row of every sheet that has each head of `HEADS` once; None where no sheet has, or the file cannot be opened."""
    found = None
    for sheet in sheets_to_point_at(name, content):
        head = _head(sheet)
        if head:
            number, places = head
            found = [*(found or []), *_below(sheet, number, places)]
    return found


def _head(sheet: Sheet) -> tuple[int, dict[str, int]] | None:
    """The row (from 0) with each head once, and the column of each field."""
    for number, row in enumerate(sheet.rows):
        found = [
            (field, place)
            for place, cell in enumerate(row)
            if (field := _MEANT.get(fold(str(cell))))
        ]
        if len(found) == len(HEADS) == len(dict(found)):
            return number, dict(found)
    return None


def _below(sheet: Sheet, head: int, places: Mapping[str, int]) -> list[Row]:
    rows = []
    for number, row in enumerate(sheet.rows[head + 1 :], start=head + 2):
        texts = {field: _text(row[place]) for field, place in places.items()}
        if any(text for field, text in texts.items() if field not in GIVEN):
            cells = {field: f"{letters(place)}{number}" for field, place in places.items()}
            rows.append(Row(sheet.name or "", texts, cells))
    return rows


def _text(cell: Any) -> str:
    """A cell as one line; a whole number without its decimals."""
    text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
    return " ".join(text.split())
