"""The appraiser's sheet in hand: opened once with the store of that moment, opened anew when there is nothing to lose by it."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd
import streamlit as st

from dashboard.ui import drafts, stored

KEEPS = "_appraisal"


class Opened(NamedTuple):
    """A sheet as it was opened: of which unit and year, the live results of then, how many times opened anew."""

    unit: str
    year: int
    rows: pd.DataFrame
    times: int


def opened_sheet(unit: str, year: int) -> Opened:
    """The sheet in hand; another unit or year opens another."""
    kept = st.session_state.get(KEEPS)
    if kept is None or (kept.unit, kept.year) != (unit, year):
        kept = Opened(unit, year, live_results(unit, year), 0 if kept is None else kept.times + 1)
        st.session_state[KEEPS] = kept
    return kept


def mark_of(opened: Opened) -> str:
    """Tells the fields of this opening of the sheet from those of every other."""
    return f"{opened.unit}_{opened.year}_{opened.times}"


def tried_of(opened: Opened) -> str:
    """The key of what was looked at of this opening before it is stored."""
    return f"appraisal_tried_{mark_of(opened)}"


def draft_of(unit: str, year: int) -> str:
    """The key of what is typed into the sheet."""
    return f"appraisal_{unit}_{year}"


def refreshed(opened: Opened, said: dict[str, str]) -> Opened:
    """The sheet opened anew where figures or disputes (`said`: criterion → what stands beside it) have moved on and nothing was typed into it."""
    laid = st.session_state.get(f"appraisal_laid_{mark_of(opened)}")
    if laid is None:
        return opened
    beside = dict(zip(laid["criterion"], laid["disputed"], strict=True))
    same = beside == {one: said.get(one, "") for one in beside}
    typed = st.session_state.get(f"appraisal_{mark_of(opened)}", {}).get("edited_rows")
    if (same and not is_older(opened)) or typed or drafts.draft(draft_of(opened.unit, opened.year)):
        return opened
    return opened_anew(opened)


def opened_anew(opened: Opened) -> Opened:
    """The sheet in hand opened once more, with what the store has now."""
    fresh = opened._replace(rows=live_results(opened.unit, opened.year), times=opened.times + 1)
    st.session_state[KEEPS] = fresh
    return fresh


def live_results(unit: str, year: int) -> pd.DataFrame:
    """The live results of a unit and year."""
    return stored.table_part("results", unit=unit, year=year)


def is_older(opened: Opened) -> bool:
    """Whether the store has other results now than when the sheet was opened."""
    live = live_results(opened.unit, opened.year)
    key = ["criterion", "stage", "revision", "import_id"]
    return set(live[key].itertuples(index=False)) != set(opened.rows[key].itertuples(index=False))
