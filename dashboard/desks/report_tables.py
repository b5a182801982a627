"""What is decided about the findings of a report: one form a kind, kept while the person works, and the tables in which it is corrected."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd
import streamlit as st

from dashboard.desks import report_draft, report_files
from dashboard.desks.finding_columns import settings_of
from dashboard.desks.report_files import Report
from dashboard.plan import Plan
from dashboard.ui import desk_parts, page_parts
from dashboard.ui.edited_sheet import typed_sheet
from dashboard.views import report_cards as view
from dashboard.views import report_question_words as questions
from dashboard.views import reports_words as words
from dashboard.views.report_answers import answered, with_all_sure
from dashboard.writing.formats import DASH

FORMS, KEPT, OPENED = "_report_forms", "_report_kept", "_report_opened"
REFUSED = "_report_refused"
SHOWN_ROWS, ROW_HEIGHT = 7, 66  # px: rows high enough for text on several lines
Frames = Mapping[str, pd.DataFrame]


class Form(NamedTuple):
    """One kind's table: as it was laid out, as it is now, how many times laid out anew."""

    laid: pd.DataFrame
    edited: pd.DataFrame
    times: int


def opened(report: Report, shown: Frames) -> dict[str, pd.DataFrame]:
    """The findings by kind as the person has them now: as they were left, else as they were found."""
    forms, overtaken = st.session_state.setdefault(FORMS, {}), []
    for kind, frame in shown.items():
        if _mark(kind, report) not in forms:
            laid = report_draft.laid(report, kind, frame)
            forms[_mark(kind, report)] = Form(laid.table, laid.table, 0)
            overtaken += [
                questions.OVERTAKEN_LINE.format(finding=view.called(kind, row), value=value)
                for row, value in laid.left
            ]
    if overtaken:
        desk_parts.note(questions.OVERTAKEN, overtaken, tone="bad")
    return {kind: forms[_mark(kind, report)].edited for kind in shown}


def decide(report: Report, edited: Frames) -> None:
    """From now on the findings are decided like this; their tables are laid out anew."""
    forms = st.session_state[FORMS]
    for kind, frame in edited.items():
        form = forms[_mark(kind, report)]
        forms[_mark(kind, report)] = Form(frame, frame, form.times + 1)


def accept_all(report: Report, shown: Frames) -> None:
    """Mark every finding that can be stored, of all kinds, but those that were refused."""
    edited = opened(report, shown)
    decide(report, {kind: _all_sure(report, kind, frame) for kind, frame in edited.items()})


def _all_sure(report: Report, kind: str, rows: pd.DataFrame) -> pd.DataFrame:
    places = [one.rsplit("-", 1) for one in refused(report)]
    return with_all_sure(rows, [int(place) for of, place in places if of == kind])


def answer(report: Report, shown: Frames, kind: str, place: int, *, accepted: bool) -> None:
    """A yes or a no to one finding, the row `place` of its kind."""
    edited, key = opened(report, shown), f"{kind}-{place}"
    decide(report, {kind: answered(kind, edited[kind], place, accepted=accepted)})
    others = refused(report) - {key}
    st.session_state[REFUSED][report.sha256] = others if accepted else others | {key}


def refused(report: Report) -> frozenset[str]:
    """The findings (kind-row) that were answered with no."""
    known = st.session_state.setdefault(REFUSED, {})
    return known.setdefault(report.sha256, report_draft.refused(report))


def keep(report: Report, shown: Frames, edited: Frames, by_hand: Mapping[str, str]) -> None:
    """What is decided survives a reload; what is stored as it is decided needs no draft."""
    if not is_as_stored(report, edited):
        report_draft.keep(report, shown, edited, refused(report), by_hand)


def is_as_stored(report: Report, edited: Frames) -> bool:
    """Whether just these decisions of the report are in the store."""
    kept = st.session_state.get(KEPT, {}).get(report.sha256)
    as_kept = kept is not None and all(frame.equals(kept[kind]) for kind, frame in edited.items())
    return as_kept and report_files.is_stored(report.sha256)


def tables(report: Report, plan: Plan, shown: Frames) -> dict[str, pd.DataFrame]:
    """One table a kind, to correct and to add: the findings as the person has them now."""
    anew = st.session_state.get(OPENED) != report.sha256
    st.session_state[OPENED] = report.sha256
    titles = {
        kind: f"{words.MARKS[kind][0]} {title} ({len(shown[kind])})"
        for kind, title in words.KINDS.items()
    }
    page_parts.small(questions.HOW)
    edited = {}
    for tab, kind in zip(
        st.tabs(list(titles.values()), key=f"report_tabs_{report.sha256}"), titles, strict=True
    ):
        with tab:
            edited[kind] = _table(report, plan, kind, anew=anew)
    return edited


def _table(report: Report, plan: Plan, kind: str, *, anew: bool) -> pd.DataFrame:
    mark = _mark(kind, report)
    form = st.session_state[FORMS][mark]
    if anew:  # coming back to a report: the table is laid out as it was left
        form = Form(form.edited, form.edited, form.times + 1)
    # the table stands over its button: the first rows are in sight on a small screen
    above = st.container()
    if form.laid.empty:
        page_parts.small(questions.NONE_OF_KIND)
    elif st.button(questions.ALL, key=f"report_all_{mark}"):
        form = Form(_all_sure(report, kind, form.edited), form.edited, form.times + 1)
    edited = _sheet(report, plan, kind, form, above)
    edited = (
        edited.fillna({"accepted": False, "sure": False})
        .astype({"accepted": bool, "sure": bool})
        .reset_index(drop=True)
    )
    st.session_state[FORMS][mark] = form._replace(edited=edited)
    return edited


def _sheet(
    report: Report, plan: Plan, kind: str, form: Form, place: st.delta_generator.DeltaGenerator
) -> pd.DataFrame:
    laid = report_files.with_pictures(report, form.laid)
    return typed_sheet(
        laid,
        settings_of(kind, plan, pictured="picture" in laid),
        key=f"report_{_mark(kind, report)}_{form.times}",
        place=place,
        may_add=True,
        placeholder=DASH,
        height="content" if len(form.laid) <= SHOWN_ROWS else (SHOWN_ROWS + 1) * ROW_HEIGHT,
        row_height=ROW_HEIGHT,
        alt=f"{words.KINDS[kind]}, {report.name}",
    )


def lay_out_anew() -> None:
    """After another page, or after answers outside of the tables: they are laid out as they were left."""
    st.session_state.pop(OPENED, None)


def stored(report: Report) -> None:
    """What was decided of a report is in the store: it stays in sight, its draft goes."""
    forms = st.session_state[FORMS]
    st.session_state.setdefault(KEPT, {})[report.sha256] = {
        kind: forms[_mark(kind, report)].edited for kind in words.KINDS
    }
    report_draft.forget(report)
    lay_out_anew()


def _mark(kind: str, report: Report) -> str:
    """Of one kind of finding of a report, as of a unit and a year: with another of them the findings are shown anew, with what was decided."""
    return f"{kind}_{report.sha256}_{report.of}"
