"""What a person changed of a report's findings, kept to test and better the rules of reading."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest
from typing import Any

import pandas as pd

from dashboard.views.report_statements import cell
from dashboard.views.reports import FIELDS, FIXED

Record = dict[str, Any]


def corrections(
    shown: Mapping[str, pd.DataFrame], edited: Mapping[str, pd.DataFrame]
) -> list[Record]:
    """What the person changed, did not accept or added, as test material: kind, found (fields, quote, start, end; None if added), corrected (None if not accepted)."""
    made = []
    for kind, frame in shown.items():
        for old, new in zip_longest(frame.to_dict("records"), edited[kind].to_dict("records")):
            now = _fields(kind, new) if new["accepted"] else None
            found = _fields(kind, old) if old else None
            if now != found:
                made.append(
                    {
                        "kind": kind,
                        "found": found
                        and {**found, "start": int(old["start"]), "end": int(old["end"])},
                        "corrected": now,
                    }
                )
    return made


def touched(shown: Mapping[str, pd.DataFrame], edited: Mapping[str, pd.DataFrame]) -> bool:
    """Whether the person accepted or changed anything yet."""
    return any(not frame.equals(edited[kind]) for kind, frame in shown.items())


def _fields(kind: str, row: Record) -> Record:
    return {
        name: cell(row, name) or None
        for name in (*FIELDS[kind], "quote")
        if name not in FIXED or name == "name"
    }
