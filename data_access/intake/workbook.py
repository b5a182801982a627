"""Workbooks (xlsx, xlsm, xlsb, xls): looked into first, then read in a child process; values only, nothing is calculated."""

from __future__ import annotations

from typing import Any

from data_access.intake.archive import UnsafeError
from data_access.intake.canonical import as_excel_packs
from data_access.intake.cell_looks import Looks, format_look
from data_access.intake.cell_marks import NO_MARKS, Marks
from data_access.intake.child import READER
from data_access.intake.package import Scan, scan
from data_access.intake.percent_formats import percent_factor
from data_access.intake.problems import Problems
from data_access.intake.sheets import Sheet, sheet

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MACRO_FOLDER = "_VBA_PROJECT".encode("utf-16-le")


def sheets_of_workbook(name: str, content: bytes, problems: Problems) -> list[Sheet]:
    """The visible sheets with their cells from A1 on; none, with the reason in `problems`, if it must not or cannot be read."""
    try:
        content = content if content.startswith(_OLE) else as_excel_packs(content)
        looked = _looked_into(content)
    except UnsafeError as unsafe:
        problems.add(unsafe.code, **unsafe.fields)
        return []
    for code, found in (
        ("macros_ignored", looked.macros),
        ("external_links", looked.external_links),
    ):
        if found:
            problems.add(code)
    said = READER.answer(content)
    if "refused" in said:
        problems.add(said["refused"], said.get("sheet"), None, **said["fields"])
        return []
    marks = looked.marks or _old_marks(said, problems)
    for one in said["sheets"]:
        if one["visible"] == "hidden" and any(cell != "" for row in one["rows"] for cell in row):
            problems.add("sheet_hidden", one["name"])
    visible = [one for one in said["sheets"] if one["visible"] == "yes"]
    return [
        sheet(name, one["name"], one["rows"], marks.get(one["name"], NO_MARKS)) for one in visible
    ]


def _old_marks(said: dict[str, Any], problems: Problems) -> dict[str, Marks]:
    """What the cells of an old workbook show beside their values, as the child process tells it."""
    if "marks" not in said:
        return {}
    if said["marks"] is None:
        problems.add("marks_unread")
        return {}
    return {name: _marks_of(one) for name, one in said["marks"].items()}


def _marks_of(one: dict[str, Any]) -> Marks:
    looks: Looks = {}
    for row, column, how, text in one["looks"]:
        looks.setdefault(how, {})[row, column] = text
    percent = {}
    for row, column, code in one["formats"]:
        if factor := percent_factor(code):
            percent[row, column] = factor
        elif look := format_look(code):
            looks.setdefault(look.how, {})[row, column] = look.text
    merged = [tuple(area) for area in one["merged"]]
    hidden = frozenset(one["hidden_rows"]), frozenset(one["hidden_columns"])
    return Marks({}, percent, merged, *hidden, looks)


def _looked_into(content: bytes) -> Scan:
    if not content.startswith(_OLE):
        return scan(content)
    if _ENCRYPTED in content:
        raise UnsafeError("workbook_encrypted")
    return Scan(_MACRO_FOLDER in content, False, {})
