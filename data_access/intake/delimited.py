"""Text files (CSV, TSV, TXT): encoding and separator are found out, or the file is refused with advice."""

from __future__ import annotations

import csv
from collections import Counter

from data_access.encodings import WINDOWS, decoded
from data_access.intake.problems import Problems
from data_access.intake.sheets import Sheet, sheet
from data_access.legacy import MISREAD

_SEPARATORS = ",;\t|"
_SAMPLE_LINES, _SAMPLE_WIDTH = 60, 5_000
_FIELD_LIMIT = 1_000_000
_ROW_LIMIT, _COLUMN_LIMIT = 500_000, 2_000


def sheet_of_text(name: str, content: bytes, problems: Problems) -> list[Sheet]:
    """The one sheet of a text file (its name is None), or none with the reason in `problems`."""
    text = _decoded(content, problems)
    if text is None:
        return []
    if "\x00" in text:
        problems.add("format_unsupported", kind="binary")
        return []
    lines = (
        text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    )  # a cell may hold other ends of lines, pasted from Word
    stated = lines[0].strip() if lines else ""
    if stated.casefold().startswith("sep=") and len(stated) == 5:
        return _sheet(name, ["", *lines[1:]], stated[4], problems)
    return _sheet(name, lines, _separator(lines[:_SAMPLE_LINES]), problems)


def _sheet(name: str, lines: list[str], separator: str, problems: Problems) -> list[Sheet]:
    csv.field_size_limit(_FIELD_LIMIT)
    reader = csv.reader((line + "\n" for line in lines), delimiter=separator, strict=True)
    try:
        rows = list(reader)
    except csv.Error:
        problems.add("text_malformed", line=reader.line_num)
        return []
    widest = max(map(len, rows), default=0)
    if len(rows) > _ROW_LIMIT or widest > _COLUMN_LIMIT:
        problems.add("sheet_too_large", rows=len(rows), columns=widest)
        return []
    return [sheet(name, None, rows, widths=list(map(len, rows)))]


def _separator(lines: list[str]) -> str:
    """The separator that cuts most lines into the same number of cells, above one; of equals the one with most cells."""

    def evenness(separator: str) -> tuple[int, int]:
        widths = Counter(
            map(len, csv.reader((line[:_SAMPLE_WIDTH] for line in lines), delimiter=separator))
        )
        return max(((count, width) for width, count in widths.items() if width > 1), default=(0, 0))

    return max(_SEPARATORS, key=evenness)


def note_legacy(
    encoding: str, text: str, problems: Problems, sheet_name: str | None = None
) -> None:
    """Say which old encoding a text is written in, or that it was read wrongly before it came here."""
    if encoding == MISREAD:
        problems.add("encoding_misread", sheet_name, None, text=text[:80])
    else:
        problems.add("encoding_legacy", sheet_name, None, encoding=encoding, text=text[:80])


def _decoded(content: bytes, problems: Problems) -> str | None:
    """The text of a file; of an old encoding or none at all the reason stands in `problems`."""
    text, encoding = found = decoded(content)
    if encoding == WINDOWS:
        problems.add("encoding_converted", encoding=encoding)
    elif encoding is not None and found.is_legacy:
        note_legacy(
            encoding,
            next((word for word in (text or "").split() if not word.isascii()), ""),
            problems,
        )
    elif text is None:
        problems.add("encoding_unknown")
    return None if found.is_legacy else text
