"""Which texts every database can keep: PostgreSQL takes no NUL, and no database half of a pair of UTF-16."""

import re

UNWRITABLE = re.compile("[\x00\ud800-\udfff]")


def is_writable(value: object) -> bool:
    """Whether a value is no text, or one that both databases keep as it is.

    >>> is_writable("Sở Nội vụ"), is_writable("a\x00b"), is_writable(7)
    (True, False, True)
    """
    return not isinstance(value, str) or value.isprintable() or UNWRITABLE.search(value) is None
