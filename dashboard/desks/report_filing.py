"""The filing of a report as a person confirms it."""

from __future__ import annotations

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.desks.report_files import Report
from dashboard.ui import desk_parts, page_parts, stored
from dashboard.views import reports_words as words
from dashboard.views.accepted_filing import Filed
from dashboard.wording.intake_words import FILINGS
from dashboard.writing import formats


def _filing_kind(place: DeltaGenerator, kind: str | None, mark: str) -> str | None:
    return place.selectbox(
        words.FILING_KIND,
        list(FILINGS),
        index=list(FILINGS).index(kind) if kind in FILINGS else None,
        format_func=FILINGS.__getitem__,
        key=f"report_filing_kind_{mark}",
        placeholder=words.FILING_KIND,
        filter_mode=None,
        persist_state="session",
    )


def filing(report: Report, unit: str | None, year: int | None) -> Filed | None:
    """What the person says about the filing of this report; None if it is not to be noted."""
    if not st.checkbox(words.FILING, key=f"report_filing_{report.sha256}", persist_state="session"):
        return None
    kind, paper, mark = report.found["kind"], report.found["report"], report.sha256
    if kind == "part":
        desk_parts.note(words.FILING_PART)
    columns = st.columns([5, 4, 3, 3])
    chosen = _filing_kind(columns[0], kind, mark)
    live = _live_filing(unit, year, chosen)
    dated = "" if paper["date"] is None else formats.date(pd.Timestamp(paper["date"]))
    number = columns[1].text_input(
        words.FILING_NUMBER,
        paper["number"] or "",
        key=f"report_filing_number_{mark}",
        autocomplete="off",
        persist_state="session",
    )
    on_paper = columns[2].text_input(
        words.FILING_DATED,
        dated,
        key=f"report_filing_dated_{mark}",
        placeholder=words.DAY_HINT,
        autocomplete="off",
        persist_state="session",
    )
    day = columns[3].text_input(
        words.FILING_ON,
        live,
        key=f"report_filing_on_{mark}_{unit}_{year}_{chosen}",
        placeholder=words.DAY_HINT,
        autocomplete="off",
        persist_state="session",
    )
    if live:
        page_parts.small(words.FILING_LIVE.format(on=live))
    return Filed(chosen, number or "", on_paper or "", day or "")


def _live_filing(unit: str | None, year: int | None, kind: str | None) -> str:
    """The day on which the store has this report as filed; '' if it has none."""
    filings = stored.table("filings")
    live = filings[
        (filings["unit"] == unit) & (filings["year"] == year) & (filings["kind"] == kind)
    ]["submitted_on"].dropna()
    return formats.date(live.iloc[0]) if len(live) else ""
