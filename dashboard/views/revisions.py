"""Every revision of what a row on a screen says: its values in words, whether it counts, where it stands, when and by whom it came."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.plan.clock import ZONE
from dashboard.views.value_changes import value_text
from dashboard.wording import intake_words
from dashboard.wording import profile_words as words
from dashboard.wording.sources import source_words
from dashboard.writing import formats

KEYS: Mapping[str, tuple[str, ...]] = {
    "results": ("unit", "criterion", "year"),
    "filings": ("unit", "year", "kind"),
    "indices": ("province", "index_name", "year"),
    "unit_years": ("unit", "year"),
    "unit_heads": ("unit", "year"),
    **dict.fromkeys(
        ("documents", "awards", "inspections", "examples", "limitations", "statements"),
        ("unit", "year", "origin"),
    ),
}
"""Table → the columns of a row that its revisions share."""
_PLACES = (
    "revision",
    "import_id",
    "file",
    "sheet",
    "cell",
    "live",
    "at",
    "who",
    "imported",
    "illustrative",
    "undone",
    "item",
)


def key_of(table: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """What to ask the store's history for."""
    return {name: row[name] for name in KEYS[table]}


def listed(table: str, history: pd.DataFrame) -> pd.DataFrame:
    """Every revision, newest first: said (“Điểm: 4,5; Ghi chú: …”), state, source, at, who. In: the store's history of a key."""
    columns = [name for name in history.columns if name not in (*_PLACES, *KEYS[table])]
    rows = [
        {
            "said": _said(one, columns),
            "state": state(one),
            "source": source_words(one["file"], one["sheet"], one["cell"]),
            "at": imported_at(one["at"]),
            "who": one["who"],
        }
        for one in history.to_dict("records")
    ]
    return pd.DataFrame(rows, columns=["said", "state", "source", "at", "who"])


def state(one: Mapping[str, Any]) -> str:
    """Whether a revision counts, was replaced, or its import undone."""
    return words.REVISION_STATES[
        "undone" if one["undone"] else "live" if one["live"] else "replaced"
    ]


def imported_at(at: pd.Timestamp) -> pd.Timestamp:
    """The time of an import as a clock on the wall here shows it."""
    return at.tz_convert(ZONE).tz_localize(None)


def _said(one: Mapping[str, Any], columns: list[str]) -> str:
    return (
        "; ".join(
            f"{intake_words.COLUMNS.get(name, name)}: {value_text(one[name])}"
            for name in columns
            if not formats.is_missing(one[name])
        )
        or formats.DASH
    )
