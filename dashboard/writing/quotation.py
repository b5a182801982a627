"""Words of others between quotation marks, as Vietnamese papers write them: “…”, and ‘…’ inside."""

from __future__ import annotations

_SINGLE = str.maketrans("“”", "‘’")


def inner_quotes(text: str) -> str:
    """A text that is set between quotation marks: those that it has itself become single.

    >>> inner_quotes("phong trào “5 không”")
    'phong trào ‘5 không’'
    """
    return text.translate(_SINGLE)


def unquoted(text: str) -> str:
    """The text without the marks around the whole of it; a mark whose other one is missing goes too.

    >>> unquoted("“Chi bộ bốn tốt”"), unquoted("“một cửa” và “5 không”"), unquoted("“Xanh, sạch")
    ('Chi bộ bốn tốt', '“một cửa” và “5 không”', 'Xanh, sạch')
    """
    inside = text.removeprefix("“").removesuffix("”")
    depth = least = 0
    for sign in inside:
        depth += (sign == "“") - (sign == "”")
        least = min(least, depth)
    return inside if depth == least == 0 else text
