"""The first letter of a text, as its place wants it: large where a sentence or a heading begins, small inside a sentence. No other letter changes."""

from __future__ import annotations


def large(text: str) -> str:
    """The text as it begins a sentence.

    >>> large("điểm của Sở Nội vụ"), large("")
    ('Điểm của Sở Nội vụ', '')
    """
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """The text as it stands inside a sentence; an abbreviation at its beginning stays.

    >>> small("Phong trào thi đua A"), small("UBND thi đua"), small("CCHC"), small("")
    ('phong trào thi đua A', 'UBND thi đua', 'CCHC', '')
    """
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
