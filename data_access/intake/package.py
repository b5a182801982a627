"""Looking into the package of an .xlsx before it is read: which part is which sheet, and what its cells show beside their values."""

from __future__ import annotations

import posixpath
import zipfile
from typing import NamedTuple

from data_access.intake.archive import (
    Attributes,
    Budget,
    Part,
    UnsafeError,
    looked_into,
    parser_for,
)
from data_access.intake.binary_package import WORKBOOK, marks_of_binary
from data_access.intake.cell_looks import (
    COMMENTED,
    CellStyle,
    Comments,
    SharedTexts,
    figures_said,
    looks_of_styles,
)
from data_access.intake.cell_marks import Cells, Marks, place
from data_access.intake.percent_formats import percent_styles

_KINDS = {
    "word": "docx",
    "ppt": "pptx",
    "content.xml": "ods",
    "Index": "numbers",
    "Metadata": "numbers",
}


_TEXTS = "xl/sharedStrings.xml"
_OF_STYLES = (
    "numFmt", "fonts", "font", "strike", "cellXfs", "cellStyles", "cellStyleXfs", "dxfs", "xf",
)  # fmt: skip


class Scan(NamedTuple):
    """What a look into the package found; `marks`: sheet name → what its cells show beside their values."""

    macros: bool
    external_links: bool
    marks: dict[str, Marks]


def scan(content: bytes) -> Scan:
    """Look into the workbook without opening it. Raises `UnsafeError` if it is none, is broken or would blow up."""
    return looked_into(content, _scanned)


def _scanned(archive: zipfile.ZipFile) -> Scan:
    names = archive.namelist()
    if WORKBOOK in names:
        return _binary(archive)
    if "xl/workbook.xml" not in names:
        raise UnsafeError("not_a_workbook", kind=_kind(names))
    budget = Budget(archive)
    parts = _parts(archive, budget)
    styles, looks = _styles(archive, budget)
    texts = SharedTexts()
    if _TEXTS in names:
        budget.feed(_TEXTS, parser_for(texts))
    marks = {}
    for name in names:
        if name in parts:
            seen = Cells(styles, looks, texts.odd)
            budget.feed(name, parser_for(seen))
            marks[parts[name]] = _with_comments(seen.marks, name, archive, budget)
        elif name != _TEXTS and name.endswith((".xml", ".rels")):
            budget.feed(name, parser_for(Part()))
        else:
            budget.feed(name, None)
    linked = any(name.startswith("xl/externalLinks/") for name in names)
    return Scan("xl/vbaProject.bin" in names, linked, marks)


def _binary(archive: zipfile.ZipFile) -> Scan:
    names, budget = archive.namelist(), Budget(archive)
    marks = marks_of_binary(archive, budget)
    for name in names:
        is_text = name.endswith((".xml", ".rels"))
        budget.feed(name, parser_for(Part()) if is_text else None)
    linked = any(name.startswith("xl/externalLinks/") for name in names)
    return Scan("xl/vbaProject.bin" in names, linked, marks)


def _kind(names: list[str]) -> str:
    heads = {name.split("/")[0] for name in names}
    return next((kind for head, kind in _KINDS.items() if head in heads), "zip")


def _styles(
    archive: zipfile.ZipFile, budget: Budget
) -> tuple[dict[str, int], dict[str, CellStyle]]:
    if "xl/styles.xml" not in archive.namelist():
        return {}, {}
    found = Attributes(*_OF_STYLES)
    budget.feed("xl/styles.xml", parser_for(found))
    percent = [one for one in found.found if one[0] not in ("fonts", "font", "strike")]
    return percent_styles(percent), looks_of_styles(found.found)


def _with_comments(marks: Marks, part: str, archive: zipfile.ZipFile, budget: Budget) -> Marks:
    """The marks of a sheet with its comments that hold a figure: what is written there may be the right one."""
    folder, _, name = part.rpartition("/")
    relations = Attributes("Relationship")
    if f"{folder}/_rels/{name}.rels" not in archive.namelist():
        return marks
    budget.feed(f"{folder}/_rels/{name}.rels", parser_for(relations))
    said = Comments()
    for _, one in relations.found:
        target = one.get("Target", "")
        path = posixpath.normpath(
            target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
        )
        if one.get("Type", "").endswith("/comments") and path in archive.namelist():
            budget.feed(path, parser_for(said))
    found = {
        at: text
        for reference, comment in said.found.items()
        if (at := place(reference)) and (text := figures_said(comment))
    }
    return marks._replace(looks={**marks.looks, COMMENTED: found}) if found else marks


def _parts(archive: zipfile.ZipFile, budget: Budget) -> dict[str, str]:
    """part → sheet name, from the workbook and its relations."""
    relations, sheets = Attributes("Relationship"), Attributes("sheet")
    if "xl/_rels/workbook.xml.rels" in archive.namelist():
        budget.feed("xl/_rels/workbook.xml.rels", parser_for(relations))
    budget.feed("xl/workbook.xml", parser_for(sheets))
    targets = {one.get("Id"): one.get("Target", "") for _, one in relations.found}
    named = {targets.get(one.get("id"), ""): one.get("name", "") for _, one in sheets.found}
    return {_path(target): name for target, name in named.items() if target}


def _path(target: str) -> str:
    target = target.replace("\\", "/")
    return posixpath.normpath(target.lstrip("/") if target.startswith("/") else f"xl/{target}")
