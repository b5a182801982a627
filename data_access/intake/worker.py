"""The child process that reads workbooks: run as a script, in isolation, with a memory limit in bytes (0: none of its own). It imports nothing of the project
but `old_marks` beside it.

Protocol, on binary pipes: a request is 8 bytes of length and the workbook; an answer is 8 bytes of length and JSON:
{"sheets": [{"name", "visible", "rows"}], "marks": of old workbooks} with dates as {"date": "2020-01-31"}, or {"refused": code, "fields": {…}}.
`visible` is yes, hidden, or no (hidden by a template for its own use).
A hostile workbook may kill this process; it cannot hurt the one that asked.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import sys
from pathlib import Path
from typing import Any, BinaryIO

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

sys.path.append(
    str(Path(__file__).parent)
)  # behind all others: no name of ours stands before one of theirs
from old_marks import old_marks  # type: ignore[import-not-found]  # noqa: E402

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
CELLS = 8_000_000


def limit_memory(limit: int) -> bool:
    """Cap the address space where the system can: not on Windows, and macOS refuses. Whoever asked watches the memory as well."""
    if sys.platform == "win32" or not limit:
        return False
    import resource

    try:
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    except (OSError, ValueError) as error:
        print(f"no memory limit of our own: {error}", file=sys.stderr)
        return False
    return True


def answer(content: bytes) -> dict[str, Any]:
    """The sheets of a workbook as plain data, or why it is refused; of an old workbook with what its cells show beside their values."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        said = _sheets(book)
        if content.startswith(_OLE) and "sheets" in said:
            said["marks"] = _old_marks(content)
        return said
    except PasswordError:
        return {"refused": "workbook_encrypted", "fields": {}}
    except CalamineError as error:
        print(error, file=sys.stderr)
        return {"refused": "workbook_broken", "fields": {"reason": "content"}}


def _old_marks(content: bytes) -> dict[str, Any] | None:
    """What an old workbook shows; None where the second reader does not understand it, which is said."""
    try:
        return old_marks(content)
    except Exception as error:  # a reader of old files trips over them in every way there is
        print(error, file=sys.stderr)
        return None


def _sheets(book: CalamineWorkbook) -> dict[str, Any]:
    sheets = []
    cells = 0
    for meta in book.sheets_metadata:
        if meta.typ != SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_name(meta.name)
        cells += sheet.total_height * sheet.total_width
        if cells > CELLS:
            return {
                "refused": "sheet_too_large",
                "fields": {"rows": sheet.total_height, "columns": sheet.total_width},
                "sheet": meta.name,
            }
        rows = sheet.to_python(skip_empty_area=False)
        sheets.append({"name": meta.name, "visible": _visible(meta.visible), "rows": rows})
    return {"sheets": sheets}


def _visible(how: SheetVisibleEnum) -> str:
    if how == SheetVisibleEnum.Visible:
        return "yes"
    return "hidden" if how == SheetVisibleEnum.Hidden else "no"


def _dated(value: Any) -> Any:
    """Dates for JSON; times and durations as text."""
    if isinstance(value, dt.date):
        return {"date": value.isoformat()[:10]}
    return str(value)


def _exactly(stream: BinaryIO, count: int) -> bytes:
    parts = stream.read(count)
    return parts if len(parts) == count else b""


def main(source: BinaryIO, sink: BinaryIO, limit: int) -> None:
    """Answer one workbook after another until the pipe closes."""
    limit_memory(limit)
    while header := _exactly(source, 8):
        content = _exactly(source, int.from_bytes(header, "big"))
        reply = json.dumps(answer(content), default=_dated).encode()
        sink.write(len(reply).to_bytes(8, "big") + reply)
        sink.flush()


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer, int(sys.argv[1]))
