"""Text files (CSV, TSV, TXT): encoding and separator are found out, or the file is refused with advice."""
from __future__ import annotations

import csv
import unicodedata
from collections import Counter

from data_access.intake.legacy import legacy_encoding, vietnamese_share
from data_access.intake.problems import Problems
from data_access.intake.sheets import Sheet, sheet

_SEPARATORS = ",;\t|"
_SAMPLE_LINES, _SAMPLE_WIDTH = 60, 5_000
_CERTAIN = 0.95
_FIELD_LIMIT = 1_000_000
_ROW_LIMIT = 500_000


def sheet_of_text(name: str, content: bytes, problems: Problems) -> list[Sheet]:
    """The one sheet of a text file (its name is None), or none with the reason in `problems`."""
    text = _decoded(content, problems)
    if text is None:
        return []
    if "\x00" in text:
        problems.add("format_unsupported", kind="binary")
        return []
    lines = text.splitlines()
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
    if len(rows) > _ROW_LIMIT:
        problems.add("sheet_too_large", rows=len(rows), columns=max(map(len, rows)))
        return []
    return [sheet(name, None, rows)]


def _separator(lines: list[str]) -> str:
    """The separator that cuts most lines into the same number of cells, above one; of equals the one with most cells."""

    def evenness(separator: str) -> tuple[int, int]:
        widths = Counter(map(len, csv.reader((line[:_SAMPLE_WIDTH] for line in lines), delimiter=separator)))
        return max(((count, width) for width, count in widths.items() if width > 1), default=(0, 0))

    return max(_SEPARATORS, key=evenness)


def _decoded(content: bytes, problems: Problems) -> str | None:
    for encoding in _unicode_encodings(content):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return _from_one_byte(content, problems)


def _unicode_encodings(content: bytes) -> list[str]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ["utf-16"]
    sample = content[:2000]
    if sample.count(0) * 4 > len(sample):
        return ["utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be"]
    return ["utf-8-sig"]


def _from_one_byte(content: bytes, problems: Problems) -> str | None:
    """Windows-1258 where it reads as Vietnamese beyond doubt; TCVN3 and VNI are named and refused."""
    try:
        text = unicodedata.normalize("NFC", content.decode("cp1258"))
    except UnicodeDecodeError:
        text = ""
    if text and vietnamese_share(text[:50_000]) >= _CERTAIN:
        problems.add("encoding_converted", encoding="Windows-1258")
        return text
    western = content[:8000].decode("cp1252", errors="replace")
    found = legacy_encoding(western[:4000])
    if found:
        first = next((word for word in western.split() if not word.isascii()), "")
        problems.add("encoding_legacy", encoding=found, text=first[:80])
    else:
        problems.add("encoding_unknown")
    return None
