"""Texts that no list means: letters that turn the direction of writing, signs of control, a name as long as a book."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from data_access.intake.problems import Problems

TURNING = re.compile("[\u0080-\u009f\u061c\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]")
"""Control signs of the second set, and those that make a text read otherwise than it is kept (U+202E and its kind)."""
LONGEST_NAME, LONGEST = 300, 10_000  # letters; the longest name in the sample has 110
PLACES = frozenset({"file", "sheet", "cell"})
NAMES = frozenset({"unit", "name", "before", "after", "alias", "block", "kind", "form", "number"})


def check_texts(records: Iterable[Mapping[str, Any]], problems: Problems) -> None:
    """Report every text of these rows that turns or never ends, at its row's own place."""
    sound: set[str] = set()
    for record in records:
        for column, value in record.items():
            if not isinstance(value, str) or value in sound or column in PLACES:
                continue
            longest = LONGEST_NAME if column in NAMES else LONGEST
            if len(value) > longest:
                problems.add(
                    "text_too_long",
                    record["sheet"],
                    record["cell"],
                    begin=value[:40],
                    length=len(value),
                    longest=longest,
                )
            elif found := TURNING.search(value):
                problems.add(
                    "text_turning",
                    record["sheet"],
                    record["cell"],
                    text=TURNING.sub("", value)[:60],
                    sign=f"U+{ord(found.group()):04X}",
                )
            elif len(value) <= LONGEST_NAME:
                sound.add(value)
