"""Texts without signs that XML forbids: reports copied out of other systems hold some, and one of them spoils a whole file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

import pandas as pd

FORBIDDEN = re.compile(
    "[^\\t\\n\\x20-\\x7e\\x85\\xa0-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]"
)
Plain = TypeVar("Plain")


def printable(thing: Plain) -> Plain:
    """The same plain data (a text, a tuple, a mapping, a frame, a dataclass, and what they hold) without control signs; numbers and days as they are.

    >>> printable(("một\\x0bhai", 3))
    ('mộthai', 3)
    """
    cleaned: Any = thing
    if isinstance(thing, str):
        cleaned = thing if thing.isprintable() else FORBIDDEN.sub("", thing)
    elif isinstance(thing, tuple) and type(thing) is tuple:
        cleaned = tuple(printable(one) for one in thing)
    elif isinstance(thing, Mapping):
        cleaned = {key: printable(one) for key, one in thing.items()}
    elif isinstance(thing, pd.DataFrame):
        cleaned = thing.map(lambda one: printable(one) if isinstance(one, str) else one)
    elif is_dataclass(thing) and not isinstance(thing, type):
        cleaned = replace(
            thing, **{one.name: printable(getattr(thing, one.name)) for one in fields(thing)}
        )
    return cleaned
