"""The findings of a report one after the other: the one in hand with its question and the keys for yes, no and next, and the list of all."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd
import streamlit as st

from dashboard.desks import report_files, report_tables
from dashboard.desks.report_files import Report
from dashboard.ui import page_parts
from dashboard.views import report_cards as view
from dashboard.views import report_question_words as questions
from dashboard.views.report_cards import Card

IN_HAND = "_report_finding"
LIST_HEIGHT = 420  # px
SCRIPT = (Path(__file__).parent / "finding_in_hand.js").read_text("utf-8")


def ask(report: Report, shown: Mapping[str, pd.DataFrame], edited: Mapping) -> None:
    """The finding in hand, whole, with its question; nothing of it is cut."""
    known, refused = view.cards(edited), report_tables.refused(report)
    card = view.in_hand(known, refused, _current(report))
    if card is None:
        page_parts.small(questions.NOTHING_TO_ASK)
        return
    waiting = view.left(known, refused)
    if not waiting and not report_tables.is_as_stored(report, edited):
        page_parts.small(questions.ALL_ANSWERED)
    with st.container(border=True, key="report_finding"):
        st.html(view.asked_html(card, refused))
        _picture(report, shown, card)
        _keys(report, shown, known, card)
        page_parts.small(
            " ".join(filter(None, (view.noted(card), waiting, questions.FINDING_HELP)))
        )
    _move_pane(report, card)


def listed(report: Report, edited: Mapping[str, pd.DataFrame]) -> None:
    """All findings with what was answered; the one that is pressed is in hand."""
    known, refused = view.cards(edited), report_tables.refused(report)
    card = view.in_hand(known, refused, _current(report))
    if card is None:
        return
    lines = {one.key: page_parts.literal(view.line(one)) for one in known}
    said = hashlib.sha256("\n".join(lines.values()).encode()).hexdigest()
    key = f"report_list_{report.sha256}_{said[:16]}"
    st.session_state[key] = card.key
    with st.container(height=LIST_HEIGHT if len(known) > 4 else "content", key="report_findings"):
        st.radio(
            f"{questions.LIST_OF_FINDINGS} ({len(known)})",
            list(lines),
            format_func=lines.__getitem__,
            captions=[
                page_parts.literal(f"{view.state(one, refused)} · “{one.quote}”") for one in known
            ],
            key=key,
            on_change=_choose,
            args=(report, key),
        )


def _keys(
    report: Report, shown: Mapping[str, pd.DataFrame], known: Sequence[Card], card: Card
) -> None:
    """Each a key of the finding that is seen, of no other."""
    mark, about = f"{report.sha256}_{card.key}", (report, shown, known, card)
    with st.container(horizontal=True):
        if card.is_open:
            st.button(
                questions.YES_ONE,
                key=f"report_take_{mark}",
                shortcut="d",
                type="primary",
                on_click=_answer,
                args=about,
                kwargs={"accepted": True},
            )
        if card.accepted or card.key not in report_tables.refused(report):
            st.button(
                questions.NO_ONE,
                key=f"report_refuse_{mark}",
                shortcut="k",
                on_click=_answer,
                args=about,
                kwargs={"accepted": False},
            )
        st.button(
            questions.NEXT_ONE,
            key=f"report_after_{mark}",
            shortcut="t",
            on_click=_go_on,
            args=(report, known, card),
        )


def _answer(
    report: Report,
    shown: Mapping[str, pd.DataFrame],
    known: Sequence[Card],
    card: Card,
    *,
    accepted: bool,
) -> None:
    kind, place = card.key.rsplit("-", 1)
    report_tables.answer(report, shown, kind, int(place), accepted=accepted)
    now = [one._replace(accepted=accepted) if one.key == card.key else one for one in known]
    _go_on(report, now, card)


def _go_on(report: Report, known: Sequence[Card], card: Card) -> None:
    following = view.after(known, report_tables.refused(report), card.key)
    st.session_state.setdefault(IN_HAND, {})[report.sha256] = following


def start_anew(report: Report) -> None:
    """The first finding that waits is in hand."""
    st.session_state.setdefault(IN_HAND, {}).pop(report.sha256, None)


def _choose(report: Report, key: str) -> None:
    st.session_state.setdefault(IN_HAND, {})[report.sha256] = st.session_state[key]


def _current(report: Report) -> str | None:
    return st.session_state.get(IN_HAND, {}).get(report.sha256)


def _picture(report: Report, shown: Mapping[str, pd.DataFrame], card: Card) -> None:
    """Of a scanned report the piece of the page in which the finding stands."""
    kind, place = card.key.rsplit("-", 1)
    row = shown[kind].iloc[int(place) : int(place) + 1]
    pieces = report_files.with_pictures(report, row).get("picture", pd.Series(dtype="str"))
    for piece in pieces.dropna():
        st.image(piece, caption=questions.PICTURE_OF.format(label=card.label))


def _move_pane(report: Report, card: Card) -> None:
    """The report beside moves to the finding in hand."""
    # of another report, and of the marked pieces alone, the words beside are drawn anew
    drawn = f"{report.sha256} {st.session_state.get('report_only_marked', False)}"
    script = SCRIPT.replace("__MARK__", f"of-{card.mark}").replace("__DRAWN__", drawn)
    st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)
