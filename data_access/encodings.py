"""Bytes of a text file → text, whatever Vietnamese encoding it was written in; the old ones are named, never guessed at."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from data_access.legacy import legacy_encoding, vietnamese_share

WINDOWS = "Windows-1258"
_CERTAIN = 0.95
_SAMPLE = 50_000
_LEGACY_SAMPLE = 4_000


class Decoded(NamedTuple):
    """`text` with its `encoding`: Unicode or Windows-1258. An old encoding is only named, with the text as its bytes read. Of neither: both None."""

    text: str | None = None
    encoding: str | None = None

    @property
    def is_legacy(self) -> bool:
        """Whether the text must be converted to Unicode by whoever wrote it."""
        return self.encoding not in (None, "Unicode", WINDOWS)


def decoded(content: bytes) -> Decoded:
    """The text of a plain file. Unicode in any form; Windows-1258 only where it reads as Vietnamese beyond doubt."""
    try:
        return Decoded(content.decode(_unicode_form(content)), "Unicode")
    except UnicodeDecodeError:
        return _of_one_byte(content)


def _unicode_form(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    sample = content[:2000]
    if sample.count(0) * 4 > len(sample):
        return "utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be"
    return "utf-8-sig"


def _of_one_byte(content: bytes) -> Decoded:
    windows = unicodedata.normalize("NFC", content.decode("cp1258", errors="replace"))
    if "\ufffd" not in windows and vietnamese_share(windows[:_SAMPLE]) >= _CERTAIN:
        return Decoded(windows, WINDOWS)
    western = content.decode("cp1252", errors="replace")
    found = legacy_encoding(western[:_LEGACY_SAMPLE])
    return Decoded(western, found) if found else Decoded()
