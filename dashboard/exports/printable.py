"""Texts without signs that XML forbids: reports copied out of other systems hold some, and one of them spoils a whole file."""
from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

KEPT = "\n\t"
Plain = TypeVar("Plain")


def printable(thing: Plain) -> Plain:
    """The same plain data (a text, a tuple, a dataclass, and what they hold) without control signs; numbers and days as they are.

    >>> printable(("một\\x0bhai", 3))
    ('mộthai', 3)
    """
    cleaned: Any = thing
    if isinstance(thing, str):
        cleaned = thing if thing.isprintable() else "".join(sign for sign in thing if sign >= " " and sign not in "\x7f\ufffe\uffff" and not "\ud800" <= sign <= "\udfff" or sign in KEPT)
    elif isinstance(thing, tuple) and type(thing) is tuple:
        cleaned = tuple(printable(one) for one in thing)
    elif is_dataclass(thing) and not isinstance(thing, type):
        cleaned = replace(thing, **{one.name: printable(getattr(thing, one.name)) for one in fields(thing)})
    return cleaned
