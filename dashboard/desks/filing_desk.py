"""What the secretariat does on the filing board: letters to units, forms for units. Files are made when they are asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from dashboard.assessment.deadlines import Urged
from dashboard.assessment.standing import Standing
from dashboard.exports import letter_occasion, letter_words, letters
from dashboard.exports.forms import form_words
from dashboard.exports.forms.form_sheets import Recipient, Stage
from dashboard.exports.forms.unit_forms import (
    recipients,
    template,
    template_name,
    templates_zip,
)
from dashboard.exports.letter_occasion import Occasion, Sender
from dashboard.exports.media_types import EXCEL, WORD, ZIP
from dashboard.exports.paper.contents import Office, Signature
from dashboard.exports.paper.official import as_word
from dashboard.exports.zips import entry_name
from dashboard.plan import Plan, ReportDeadline
from dashboard.ui import desk_parts, drafts, page_parts
from dashboard.views import filing_board
from dashboard.wording import filing_words as words

LINES_HEIGHT = 110  # px
SENDER = "letter_sender"
SENDER_FIELDS = {
    name: f"letter_{name}"
    for name in ("superior", "body", "place", "symbol", "offices", "name", "copies")
}
ALL = ""  # no unit's code


@st.fragment
def letter_desk(
    standing: Standing, board: pd.DataFrame, deadline: ReportDeadline, *, illustrative: bool
) -> None:
    """Choose to whom, which letter and by which day; make it as Word. `board` is that of `views.filing_board`, of the units in view."""
    page_parts.heading(words.LETTERS)
    people = {state: filing_board.urged(board, state) for state in words.TO_STATE}
    states = {
        words.TO_STATE[state].format(count=len(units)): state
        for state, units in people.items()
        if units
    }
    if not states:
        left_out = (filing_board.left_out(board, state) for state in words.TO_STATE)
        return page_parts.small(" ".join([words.LETTERS_NONE, *left_out]).strip())
    page_parts.small(words.LETTERS_WHY)
    days = filing_board.reply_days(standing.as_of)
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
    page_parts.small(filing_board.left_out(board, state))
    page_parts.small(filing_board.to_check(board) if state == "missing" else "")


def _reply_by(days: dict[str, dt.date], as_of: dt.date, state: str) -> dt.date:
    """The day until which an answer is asked for; a report that came late needs none."""
    label = st.selectbox(
        words.REPLY_BY,
        list(days),
        index=filing_board.usual_reply(days, as_of),
        key="letter_reply",
        filter_mode=None,
        disabled=state == "late",
    )
    return days[label]


def _which(units: Sequence[Urged]) -> str:
    """The code of one unit, or one of the two ways to write to all."""
    many = [words.ONE_FOR_ALL, words.ONE_EACH] if len(units) > 1 else []
    names = {one: one.format(count=f"{len(units)} đơn vị") for one in many} | {
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


@st.fragment
def form_desk(
    plan: Plan,
    members: pd.DataFrame,
    unit_years: pd.DataFrame,
    *,
    year: int,
    own: bool = False,
) -> None:
    """Choose a year, a unit or all in view, and who fills it in; make the forms. `members` are those in view, of every year of the plan; `own`: it speaks to the unit itself."""
    page_parts.heading(words.OWN_FORMS if own else words.FORMS)
    page_parts.small(words.OWN_FORMS_WHY if own else words.FORMS_WHY)
    with st.container(
        horizontal=True, gap="small", vertical_alignment="bottom", key="form_choices"
    ):
        years = plan.years
        chosen = st.selectbox(
            words.FORMS_YEAR,
            years,
            index=years.index(year),
            key=f"form_year_{year}",
            filter_mode=None,
        )
        units = recipients(members, unit_years, chosen)
        if not units:
            return page_parts.small(words.FORMS_NOBODY.format(year=chosen))
        which = _whose_form(units, chosen)
        stages = {text: code for code, text in words.BY.items()}
        stage = stages[
            st.selectbox(words.FORMS_BY, list(stages), key="form_stage", filter_mode=None)
        ]
    if which == ALL:
        return _offer_forms(plan, units, chosen, stage)
    return _offer_form(plan, next(one for one in units if one.unit == which), chosen, stage)


def _whose_form(units: list[Recipient], year: int) -> str:
    """The code of the unit that is chosen, or `ALL`."""
    every = {ALL: words.FORMS_ALL.format(count=f"{len(units)} đơn vị")}
    names = (every if len(units) > 1 else {}) | {one.unit: one.name for one in units}
    return st.selectbox(
        words.FORMS_FOR,
        list(names),
        format_func=names.__getitem__,
        key=f"form_unit_{year}",
        filter_mode="contains",
    )


def _offer_forms(plan: Plan, units: list[Recipient], year: int, stage: Stage) -> None:
    parts = [] if stage == "self" else ["tham-dinh"]
    name = entry_name(form_words.FILE, year, *parts) + ".zip"
    made = desk_parts.printed(
        name, lambda: templates_zip(plan, units, year, stage), "make_template"
    )
    st.download_button(words.MAKE_FORMS, made, name, ZIP, key="form_zip", on_click="ignore")


def _offer_form(plan: Plan, one: Recipient, year: int, stage: Stage) -> None:
    name = template_name(one.unit, year, stage)
    made = desk_parts.printed(
        name, lambda: template(plan, one, year, stage), "make_template", one.unit
    )
    st.download_button(words.MAKE_FORM, made, name, EXCEL, key="form_one", on_click="ignore")
