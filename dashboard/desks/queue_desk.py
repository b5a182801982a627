"""The reports that were brought, in a row: the list with their states, and the keys for yes, no and next."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from dashboard.desks import finding_desk, held_reports, report_files, report_tables
from dashboard.desks.report_files import Report
from dashboard.views import report_queue as view
from dashboard.views import reports_words as words

CHOSEN, NEXT, AWAY = "_report_in_hand", "_report_next", "_reports_put_away"


def in_hand(reports: Sequence[Report]) -> Report | None:
    """The report that is worked on: of several the one chosen in the list, which begins with the first that waits.

    It is remembered by its content: what the list says of a report changes with every deed, which one is in hand does not.
    """
    if len(reports) < 2:
        return reports[0] if reports else None
    by_mark = {one.sha256: one for one in reports}
    known = _states(by_mark)
    current = st.session_state.get(CHOSEN)
    if current not in by_mark:
        current = next((mark for mark in known if known[mark] == view.WAITING), next(iter(by_mark)))
    st.session_state[CHOSEN] = current
    labels = {
        mark: view.label(number, one.name, one.found, known[mark])
        for number, (mark, one) in enumerate(by_mark.items(), 1)
    }
    _list(labels, current, view.answer(known))
    st.session_state[NEXT] = view.following(known, current)
    return by_mark[current]


def _list(labels: Mapping[str, str], current: str, answer: str) -> None:
    """The list to choose from. A browser answers with the words of a line: with other words it is another list, so no answer is lost."""
    said = hashlib.sha256("\n".join([current, *labels.values()]).encode()).hexdigest()
    key = f"report_chosen_{said[:16]}"
    st.selectbox(
        f"{words.CHOOSE}. {answer}",
        list(labels),
        index=list(labels).index(current),
        format_func=labels.__getitem__,
        key=key,
        filter_mode="contains",
        on_change=_choose,
        args=(key,),
    )


def _choose(key: str) -> None:
    st.session_state[CHOSEN] = st.session_state[key]


def keys(report: Report, shown: Mapping[str, pd.DataFrame]) -> None:
    """Yes: accept what can be stored; no: put this report away; next: go on without deciding. Each is a key of the report that is seen, of no other."""
    mark = report.sha256
    with st.container(horizontal=True):
        st.button(
            words.YES,
            key=f"report_yes_{mark}",
            shortcut="y",
            on_click=_accept_all,
            args=(report, shown),
        )
        if st.session_state.get(NEXT):
            st.button(
                words.NO,
                key=f"report_no_{mark}",
                shortcut="n",
                on_click=_put_away,
                args=(report,),
            )
            st.button(words.GO_ON, key=f"report_next_{mark}", shortcut="j", on_click=go_on)


def go_on() -> None:
    """The next report that waits is in hand from the next run on; called from a callback or before a rerun."""
    if following := st.session_state.get(NEXT):
        st.session_state[CHOSEN] = following


def come_to_new() -> None:
    """More was brought: the first that waits is in hand, unless the one in hand waits itself."""
    mark = st.session_state.get(CHOSEN)
    if mark in st.session_state.get(AWAY, ()) or (mark and report_files.is_stored(mark)):
        del st.session_state[CHOSEN]


def _accept_all(report: Report, shown: Mapping[str, pd.DataFrame]) -> None:
    report_tables.accept_all(report, shown)
    finding_desk.start_anew(report)


def _put_away(report: Report) -> None:
    st.session_state[AWAY] = {*st.session_state.get(AWAY, set()), report.sha256}
    held_reports.let_go(report.sha256)
    go_on()


def _states(by_mark: Mapping[str, Report]) -> dict[str, str]:
    kept = {mark for mark in by_mark if report_files.is_stored(mark)}
    return view.states(list(by_mark), kept, st.session_state.get(AWAY, set()))
