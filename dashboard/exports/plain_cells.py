"""Texts of a CSV that no spreadsheet takes for a formula (OWASP, CSV injection)."""

from __future__ import annotations

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: str) -> str:
    """The text, with an apostrophe before one that would be run.

    >>> harmless("=1+1"), harmless("Sở Nội vụ")
    ("'=1+1", 'Sở Nội vụ')
    """
    return f"'{text}" if text.startswith(DANGEROUS) else text
