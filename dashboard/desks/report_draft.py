"""What a person decided about a report and has not stored: given back by any server, whatever was loaded anew in between."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping

import pandas as pd
import streamlit as st

from dashboard.desks.report_files import Report
from dashboard.ui import drafts
from dashboard.views import edited_cells
from dashboard.views.report_answers import BY, as_left
from dashboard.views.reports_words import KINDS

LEFT = "_report_left"
Frames = Mapping[str, pd.DataFrame]


def left(report: Report) -> dict[str, str]:
    """It as it was left: a kind of finding → its edits, `refused`, `unit` and `year`, each as text."""
    known, form = st.session_state.setdefault(LEFT, {}), _form(report)
    if form not in known:
        known[form] = drafts.draft(form)
    return known[form]


def laid(report: Report, kind: str, shown: pd.DataFrame) -> edited_cells.Laid:
    """The findings of a kind as they were left, and the edits that found no place."""
    kept = left(report).get(kind)
    return as_left(shown, json.loads(kept)) if kept else edited_cells.Laid(shown, [])


def refused(report: Report) -> frozenset[str]:
    """The findings (kind-row) that were answered with no."""
    return frozenset(json.loads(left(report).get("refused", "[]")))


def keep(
    report: Report,
    shown: Frames,
    edited: Frames,
    refused: Collection[str],
    by_hand: Mapping[str, str],
) -> None:
    """Keep what differs from what was found, what was refused, and the unit and year that were chosen by hand."""
    edits = {kind: edited_cells.edits(shown[kind], edited[kind], BY) for kind in KINDS}
    now = {
        kind: json.dumps(made, ensure_ascii=False)
        for kind, made in edits.items()
        if any(made.values())
    }
    now |= {"refused": json.dumps(sorted(refused))} if refused else {}
    now |= by_hand
    if now != left(report):
        st.session_state[LEFT][_form(report)] = now
        drafts.keep(_form(report), now)


def forget(report: Report) -> None:
    """It is stored."""
    st.session_state[LEFT][_form(report)] = {}
    drafts.forget(_form(report))


def _form(report: Report) -> str:
    """The key of what is decided about just these findings: found otherwise, they are decided anew."""
    quotes = {kind: [one["quote"] for one in report.found[kind]] for kind in KINDS}
    mark = hashlib.sha256(f"{report.sha256} {quotes}".encode()).hexdigest()
    return f"report_{mark[:24]}"
