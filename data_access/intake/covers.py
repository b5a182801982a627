"""What stands around the tables of a workbook: its cover, and the sheet “Thông tin”. They too say of which year and period the figures are."""

from __future__ import annotations

from collections.abc import Iterable

from data_access.intake.claims import Claim, claims_above
from data_access.intake.headers import COVER_SHEETS
from data_access.intake.names import fold
from data_access.intake.sheets import Sheet

_MOST_LINES = 40
_OF_COVERS = ("year", "part_of_year", "stage", "draft")


def is_cover(sheet: Sheet) -> bool:
    """Whether a sheet bears lines of text and no table: its name says so, or no row holds more than one text."""
    if fold(sheet.name or "") in COVER_SHEETS:
        return True
    rows = [[cell for cell in row if cell != ""] for row in sheet.rows]
    lines = [row for row in rows if row]
    return (
        sheet.name is not None
        and len(lines) <= _MOST_LINES
        and all(len(row) == 1 and isinstance(row[0], str) for row in lines)
    )


def claims_around(covers: Iterable[Sheet], told: Iterable[Sheet]) -> list[Claim]:
    """The claims of covers, and what sheets of labels say of the period (their years are read with their labels)."""
    found = [
        one._replace(place="cover", cell=None)
        for sheet in covers
        for one in claims_above(sheet, 0, min(len(sheet.rows), _MOST_LINES))
        if one.kind in _OF_COVERS
    ]
    return found + [
        one._replace(place="info", cell=None)
        for sheet in told
        for one in claims_above(sheet, 0, min(len(sheet.rows), _MOST_LINES))
        if one.kind == "part_of_year"
    ]
