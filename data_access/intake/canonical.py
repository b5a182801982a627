"""Packages that are valid and packed unlike Excel's: other names of parts, parts at the root, backslashes. They are packed anew as Excel packs them."""

from __future__ import annotations

import io
import posixpath
import zipfile
from xml.sax.saxutils import quoteattr

from data_access.intake.archive import Attributes, Budget, looked_into, parser_for

_OFFICE = "/officeDocument"
_BOOK = "xl/workbook.xml"
_SPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
_ROOT = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships{_OFFICE}"
_TYPES = {
    "/worksheet": "worksheets",
    "/sharedStrings": "",
    "/styles": "",
    "/theme": "theme",
    "/externalLink": "externalLinks",
    "/vbaProject": "",
}


def as_excel_packs(content: bytes) -> bytes:
    """The package with its parts where Excel puts them; the same bytes where they are there already, or where it is no workbook.

    Raises `UnsafeError` as `looked_into` does.
    """
    return looked_into(content, _packed) or content


def _packed(archive: zipfile.ZipFile) -> bytes | None:
    if _BOOK in archive.namelist() or "xl/workbook.bin" in archive.namelist():
        return None
    names = {one.replace("\\", "/").lstrip("/"): one for one in archive.namelist()}
    budget = Budget(archive)
    book = next(
        (part for kind, _, part in _relations(names, budget, "") if kind.endswith(_OFFICE)), None
    )
    if book not in names or not book.endswith(".xml"):
        return None
    parts = {names[book]: _BOOK}
    lines = []
    for kind, number, part in _relations(names, budget, book):
        folder = next((folder for end, folder in _TYPES.items() if kind.endswith(end)), None)
        if folder is None or part not in names:
            continue
        target = posixpath.join(folder, posixpath.basename(part))
        parts[names[part]] = f"xl/{target}"
        lines.append(
            f"<Relationship Id={quoteattr(number)} Type={quoteattr(kind)} Target={quoteattr(target)}/>"
        )
    return _written(archive, budget, parts, lines)


def _relations(names: dict[str, str], budget: Budget, part: str) -> list[tuple[str, str, str]]:
    """(type, id, part) of what a part relates to; '' is the package itself."""
    folder, base = posixpath.split(part)
    own = names.get(posixpath.join(folder, "_rels", f"{base}.rels"))
    if own is None:
        return []
    found = Attributes("Relationship")
    budget.feed(own, parser_for(found))
    return [
        (one.get("Type", ""), one.get("Id", ""), _target(folder, one.get("Target", "")))
        for _, one in found.found
    ]


def _target(folder: str, target: str) -> str:
    target = target.replace("\\", "/")
    return (
        target.lstrip("/")
        if target.startswith("/")
        else posixpath.normpath(posixpath.join(folder, target))
    )


def _written(
    archive: zipfile.ZipFile, budget: Budget, parts: dict[str, str], lines: list[str]
) -> bytes:
    made = io.BytesIO()
    own = {
        "_rels/.rels": [f'<Relationship Id="rId1" Type="{_ROOT}" Target="{_BOOK}"/>'],
        "xl/_rels/workbook.xml.rels": lines,
    }
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, place in parts.items():
            budget.feed(name, None)
            packed.writestr(place, archive.read(name))
        for place, relations in own.items():
            xml = f'<Relationships xmlns="{_SPACE}">{"".join(relations)}</Relationships>'
            packed.writestr(place, xml)
    return made.getvalue()
