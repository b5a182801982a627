"""Several files as one zip to take away."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable

STAMP = (2020, 1, 1, 0, 0, 0)  # the same files give the same bytes, whenever they are packed
_MADE_ON = re.compile(rb"<dcterms:(created|modified)\b[^>]*>[^<]*</dcterms:\1>")


def entry_name(*words: object) -> str:
    """A file's name of codes and years that every system takes.

    >>> entry_name("VP/1", 2025, "bieu-mau.xlsx"), entry_name("../x", "a.docx")
    ('VP-1-2025-bieu-mau.xlsx', 'x-a.docx')
    """
    return re.sub(r"[^A-Za-z0-9.]+", "-", "-".join(str(word) for word in words)).strip(".-")


def readable_name(name: str) -> str:
    """A file's name as people read it, accents kept, folders kept, without the signs that some system forbids.

    >>> readable_name("05 Báo cáo/Sở A: “một” 15/1"), readable_name("../x")
    ('05 Báo cáo/Sở A “một” 15/1', 'x')
    """
    parts = (re.sub(r'[\x00-\x1f<>:"|?*\\]+', "", part).strip(". ") for part in name.split("/"))
    return "/".join(part for part in parts if part)


def zipped(files: Iterable[tuple[str, bytes]], *, packed: bool = True) -> bytes:
    """A zip of files (name, content). Office files are `packed` already, so they are only put together; plain text is made small."""
    content, how = io.BytesIO(), zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(content, "w", how) as archive:
        for name, file in files:
            archive.writestr(zipfile.ZipInfo(name, STAMP), file, how)
    return content.getvalue()


def steady(office: bytes) -> bytes:
    """An Office file (and every workbook inside it) without the moment of its making: the same content gives the same bytes."""
    content = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(office)) as made,
        zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as kept,
    ):
        for name in made.namelist():
            part = made.read(name)
            part = (
                steady(part)
                if name.endswith(".xlsx")
                else _MADE_ON.sub(b"", part)
                if name == "docProps/core.xml"
                else part
            )
            kept.writestr(zipfile.ZipInfo(name, STAMP), part, zipfile.ZIP_DEFLATED)
    return content.getvalue()
