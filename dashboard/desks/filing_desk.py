"""What the secretariat does on the filing board: letters to units, forms for units. Files are made when they are asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from dashboard.assessment.deadlines import Urged
from dashboard.assessment.standing import Standing
from dashboard.exports import letter_occasion, letter_words, letters
from dashboard.exports.letter_occasion import Occasion, Sender
from dashboard.exports.media_types import WORD, ZIP
from dashboard.exports.paper.contents import Office, Signature
from dashboard.exports.paper.official import as_word
from dashboard.plan import Plan, ReportDeadline
from dashboard.ui import desk_parts, drafts, page_parts
from dashboard.views import urged_units
from dashboard.wording import filing_words as words
from dashboard.writing import formats

LINES_HEIGHT = 110  # px
SENDER = "letter_sender"
SENDER_FIELDS = {
    name: f"letter_{name}"
    for name in ("superior", "body", "place", "symbol", "offices", "name", "copies")
}


@st.fragment
def letter_desk(
    standing: Standing, board: pd.DataFrame, deadline: ReportDeadline, *, illustrative: bool
) -> None:
    """Choose to whom, which letter and by which day; make it as Word. `board` is that of `views.filing_board`, of the units in view."""
    page_parts.heading(words.LETTERS)
    people = {state: urged_units.urged(board, state) for state in words.TO_STATE}
    states = {
        words.TO_STATE[state].format(count=len(units)): state
        for state, units in people.items()
        if units
    }
    if not states:
        left_out = (urged_units.left_out(board, state) for state in words.TO_STATE)
        return page_parts.small(" ".join([words.LETTERS_NONE, *left_out]).strip())
    page_parts.small(words.LETTERS_WHY)
    days = urged_units.reply_days(standing.as_of)
    with st.container(
        horizontal=True, gap="small", vertical_alignment="bottom", key="letter_choices"
    ):
        state = states[st.selectbox(words.WHOM, list(states), key="letter_whom", filter_mode=None)]
        units = people[state]
        which = _which(units)
        reply_by = _reply_by(days, standing.as_of, state)
        sender = _sender(standing.plan)
    mark = letter_words.SAMPLE if illustrative else ""
    occasion = Occasion(standing.plan, deadline, standing.as_of, reply_by, mark)
    _offer_letter(occasion, sender, units, which)
    page_parts.small(urged_units.left_out(board, state))
    page_parts.small(urged_units.to_check(board) if state == "missing" else "")


def _reply_by(days: dict[str, dt.date], as_of: dt.date, state: str) -> dt.date:
    """The day until which an answer is asked for; a report that came late needs none."""
    label = st.selectbox(
        words.REPLY_BY,
        list(days),
        index=urged_units.usual_reply(days, as_of),
        key="letter_reply",
        filter_mode=None,
        disabled=state == "late",
    )
    return days[label]


def _which(units: Sequence[Urged]) -> str:
    """The code of one unit, or one of the two ways to write to all."""
    many = [words.ONE_FOR_ALL, words.ONE_EACH] if len(units) > 1 else []
    names = {one: one.format(count=formats.count(len(units), "đơn vị")) for one in many} | {
        one.unit: one.name for one in units
    }
    return st.selectbox(
        words.WHICH,
        list(names),
        format_func=names.__getitem__,
        key="letter_which",
        filter_mode="contains",
    )


def _offer_letter(occasion: Occasion, sender: Sender, units: Sequence[Urged], which: str) -> None:
    if which == words.ONE_EACH:
        name = letters.letter_name(occasion).replace(".docx", ".zip")
        st.download_button(
            words.MAKE_ZIP,
            desk_parts.printed(name, lambda: letters.letters_zip(occasion, sender, units)),
            name,
            ZIP,
            key="letter_zip",
            on_click="ignore",
        )
    elif which == words.ONE_FOR_ALL:
        st.download_button(
            words.MAKE_LETTER,
            desk_parts.printed(
                letters.letter_name(occasion),
                lambda: as_word(letters.letter_to_all(occasion, sender, units)),
            ),
            letters.letter_name(occasion),
            WORD,
            key="letter_all",
            on_click="ignore",
        )
    else:
        one = next(one for one in units if one.unit == which)
        st.download_button(
            words.MAKE_LETTER,
            desk_parts.printed(
                letters.letter_name(occasion, which),
                lambda: as_word(letters.letter_to_one(occasion, sender, one)),
            ),
            letters.letter_name(occasion, which),
            WORD,
            key="letter_one",
            on_click="ignore",
        )


def _sender(plan: Plan) -> Sender:
    """Who issues and signs: the usual one, each part open to change; what was changed is kept like a draft."""
    usual = letter_occasion.usual_sender(plan)
    drafts.take_up(SENDER, SENDER_FIELDS)
    with st.popover(words.FRAME, key="letter_frame"):
        page_parts.small(words.FRAME_NOTE)
        office = Office(
            *(
                _line(label, value, key)
                for label, value, key in (
                    (words.SUPERIOR, usual.office.superior, "letter_superior"),
                    (words.BODY, usual.office.body, "letter_body"),
                    (words.PLACE, usual.office.place, "letter_place"),
                    (words.SYMBOL, usual.office.symbol, "letter_symbol"),
                )
            )
        )
        signature = Signature(
            _lines(words.OFFICES, usual.signature.offices, "letter_offices"),
            _line(words.NAME, "", "letter_name"),
        )
        copies = _lines(words.COPIES, usual.copies, "letter_copies")
        drafts.keep_typed(SENDER, SENDER_FIELDS)
    return Sender(office, signature, copies, usual.owner)


def _line(label: str, usual: str, key: str) -> str:
    st.session_state.setdefault(key, usual)
    return (
        st.text_input(
            label,
            key=key,
            max_chars=desk_parts.NAME_LIMIT,
            persist_state="session",
            autocomplete="off",
        ).strip()
        or usual
    )


def _lines(label: str, usual: Sequence[str], key: str) -> tuple[str, ...]:
    st.session_state.setdefault(key, "\n".join(usual))
    text = st.text_area(
        label,
        key=key,
        max_chars=desk_parts.REASON_LIMIT,
        persist_state="session",
        height=LINES_HEIGHT,
    )
    return tuple(one.strip() for one in text.splitlines() if one.strip()) or tuple(usual)
