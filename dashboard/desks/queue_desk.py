"""The reports that were brought, in a row: the list with their states, and the keys for yes, no and next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from dashboard.desks import report_files, report_form
from dashboard.desks.report_files import Report
from dashboard.views import report_queue as view
from dashboard.views import reports_words as words

CHOSEN, NEXT, AWAY = "report_chosen", "_report_next", "_reports_put_away"


def in_hand(reports: Sequence[Report]) -> Report | None:
    """The report that is worked on: of several the one chosen in the list, which begins with the first that waits."""
    if len(reports) < 2:
        return reports[0] if reports else None
    by_mark = {one.sha256: one for one in reports}
    current = _current(by_mark)
    known = _states(by_mark, current)
    labels = {
        mark: view.label(number, one.name, one.found, known[mark])
        for number, (mark, one) in enumerate(by_mark.items(), 1)
    }
    chosen = st.selectbox(
        f"{words.CHOOSE}. {view.answer(known)}",
        list(by_mark),
        format_func=labels.__getitem__,
        key=CHOSEN,
        filter_mode="contains",
        persist_state="session",
    )
    st.session_state[NEXT] = view.following(known, chosen)
    return by_mark[chosen]


def keys(report: Report, shown: Mapping[str, pd.DataFrame]) -> None:
    """Yes: accept what can be stored; no: put this report away; next: go on without deciding."""
    with st.container(horizontal=True):
        st.button(
            words.YES,
            key="report_yes",
            shortcut="y",
            on_click=report_form.accept_all,
            args=(report, shown),
        )
        if st.session_state.get(NEXT):
            st.button(words.NO, key="report_no", shortcut="n", on_click=_put_away, args=(report,))
            st.button(words.GO_ON, key="report_next", shortcut="j", on_click=go_on)


def go_on() -> None:
    """The next report that waits is in hand from the next run on; called from a callback or before a rerun."""
    st.session_state["_report_go_to"] = st.session_state.get(NEXT)


def _put_away(report: Report) -> None:
    st.session_state[AWAY] = {*st.session_state.get(AWAY, set()), report.sha256}
    go_on()


def _current(by_mark: Mapping[str, Report]) -> str:
    asked = st.session_state.pop("_report_go_to", None)
    if asked in by_mark:
        st.session_state[CHOSEN] = asked
    current = st.session_state.get(CHOSEN)
    if current not in by_mark:
        known = _states(by_mark, None)
        current = next((mark for mark in known if known[mark] == view.WAITING), next(iter(by_mark)))
        st.session_state[CHOSEN] = current
    return current


def _states(by_mark: Mapping[str, Report], current: str | None) -> dict[str, str]:
    kept = {mark for mark in by_mark if report_files.is_stored(mark)}
    return view.states(list(by_mark), current, kept, st.session_state.get(AWAY, set()))
