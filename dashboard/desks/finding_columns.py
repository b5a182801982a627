"""The columns in which findings of a report are confirmed."""

from __future__ import annotations

import streamlit as st

from dashboard.plan import Plan
from dashboard.views import report_statements
from dashboard.views import reports as view
from dashboard.views import reports_words as words
from dashboard.views.limitation_names import limitation_names

WIDTHS = {
    "accepted": 70,
    "number": 45,
    "comparator": 85,
    "value": 75,
    "quote": 265,
    "picture": 260,
    "unsure": 150,
    "name": 210,
    "title": "medium",
    "note": 240,
    "question": 240,
    "category": 190,
    "model": 260,
    "form": 180,
    "issuer": "medium",
}
SCANNED_WIDTHS = {"quote": 155, "category": 120, "picture": 190, "value": 65, "comparator": 75}
"""Of a scanned report: the picture of the place stands in sight beside its words on a small screen."""
BESIDE_QUOTE = ("comparator", "value", "category", "form", "model", "document")
"""What is compared with the words of the report stands right before them, in sight on a small screen."""


def settings_of(kind: str, plan: Plan, *, pictured: bool) -> dict:
    """How each column of findings is edited; `pictured`: with the picture of the place in the report and the words there that may be others."""
    columns = st.column_config
    choices = {
        "criterion": list(report_statements.criteria(plan)),
        "comparator": list(words.COMPARATORS.values()),
        "category": list(limitation_names(plan).values()),
        "year": [str(one) for one in plan.years],
    }
    settings = {
        "accepted": columns.CheckboxColumn(
            words.COLUMNS["accepted"], width=WIDTHS["accepted"], pinned=True, default=True
        ),
        "number": columns.NumberColumn(
            words.COLUMNS["number"], width=WIDTHS["number"], disabled=True, pinned=True
        ),
    }
    first = [name for name in view.FIELDS[kind] if name in BESIDE_QUOTE]
    rest = [name for name in view.FIELDS[kind] if name not in BESIDE_QUOTE]
    scanned = ("picture", "unsure") if pictured else ()
    widths = WIDTHS | (SCANNED_WIDTHS if pictured else {})
    for name in (*first, "quote", *scanned, "question", *rest, "place"):
        label, width = words.COLUMNS[name], widths.get(name)
        if name == "picture":
            settings[name] = columns.ImageColumn(label, width=width)
        elif name in choices:
            settings[name] = columns.SelectboxColumn(label, options=choices[name], width=width)
        else:
            settings[name] = columns.TextColumn(label, width=width, disabled=name in view.FIXED)
    return settings
