"""Trình chiếu on screen: which agenda, of which figures; open it, take it away, keep it under a name."""

from __future__ import annotations

import streamlit as st

from dashboard.deck import deck_words as words
from dashboard.deck import making
from dashboard.deck.agenda import Agenda, first_agenda, problems, read
from dashboard.deck.assemble import Deck
from dashboard.desks import agenda_draft, deck_window
from dashboard.desks.agenda_draft import Draft
from dashboard.desks.deck_keeping import CHOICE, WANTED
from dashboard.meeting.sealing import Figures, MeetingError
from dashboard.plan import Plan
from dashboard.ui import desk_parts, meeting_papers, meeting_store, page_parts, stored
from dashboard.views import meeting as view
from dashboard.wording import meeting_words
from dashboard.writing import formats

PACES = (5, 8, 10, 15, 20, 30, 45, 60, 90, 120)
WIDE = 520  # px
HERE_ONLY = ("localhost", "127.", "[::1]", "0.0.0.0")


def opened(plan: Plan, year: int) -> Draft:
    """The draft of the chosen agenda; which one stands in the link."""
    rows = making.living(stored.store().entered("agendas"))
    if WANTED in st.session_state:
        st.session_state[CHOICE] = st.session_state.pop(WANTED)
    names = [words.FIRST_AGENDA, *rows["name"]]
    name = st.selectbox(
        words.AGENDA, names, key=CHOICE, bind="query-params", filter_mode=None, width=420
    )
    if name == words.FIRST_AGENDA:
        code = list(view.milestones(plan).values())[view.first_shown(plan, year)]
        return agenda_draft.draft(None, 0, first_agenda(plan, code))
    row = next(rows[rows["name"] == name].itertuples(index=False))
    own = agenda_draft.draft(name, row.id, read(row.body))
    if row.id > own.revision:
        desk_parts.note(words.NEWER.format(who=row.who))
    return own


def about(plan: Plan, own: Draft) -> None:
    """The choices of the whole deck, written into the draft."""
    milestones = view.milestones(plan)
    codes = {code: label for label, code in milestones.items()}
    with st.container(horizontal=True, gap="small", key="deck_about"):
        _choice(own, "milestone", words.MILESTONE, codes)
        seals = meeting_store.all_seals()
        labels = view.seal_labels(seals[seals["milestone"] == own.about["milestone"]])
        _choice(
            own,
            "seal",
            words.FIGURES,
            {None: words.NEWEST_EDITION, **{number: label for label, number in labels.items()}},
            part=own.about["milestone"],
            width=380,
        )
        _choice(own, "theme", words.THEME, words.THEMES)
        _choice(
            own,
            "seconds",
            words.SECONDS,
            {pace: words.SECONDS_SAID.format(seconds=pace) for pace in PACES},
        )
        key = own.field("address")
        st.session_state.setdefault(key, own.about["address"] or _address_here())
        own.about["address"] = (
            st.text_input(
                words.ADDRESS,
                key=key,
                placeholder=words.ADDRESS_HINT,
                max_chars=200,
                autocomplete="off",
                width=300,
            )
            or ""
        ).strip()


def _choice(
    own: Draft, name: str, label: str, options: dict, part: str = "", width: int = 190
) -> None:
    key = own.field(f"{name}{part}")
    codes = {str(code or ""): code for code in options}  # a list takes None for nothing chosen
    if st.session_state.get(key) not in codes:
        told = str(own.about[name] or "")
        st.session_state[key] = told if told in codes else next(iter(codes))
    chosen = st.selectbox(
        label,
        list(codes),
        format_func=lambda code: options[codes[code]],
        key=key,
        filter_mode=None,
        width=width,
    )
    own.about[name] = codes[chosen]


def _address_here() -> str:
    """Where this program is reached, unless that is this machine alone."""
    url = st.context.url or ""
    host = url.partition("://")[2]
    return "" if not host or host.startswith(HERE_ONLY) else url.rstrip("/")


def inner_copy() -> bool:
    """Whether the secretariat asks for its own copy, with namings that are drafts, marked on each frame."""
    return st.checkbox(
        meeting_words.INNER_COPY, key="deck_inner", help=words.INNER_HELP, width=WIDE
    )


def figures_of(agenda: Agenda, inner: bool) -> Figures | None:
    """The figures; None, with the reason on the screen, where there are none."""
    try:
        return meeting_papers.figures(agenda.seal, agenda.milestone, inner)
    except MeetingError as error:
        desk_parts.note(str(error), tone="bad")
        return None


def made(agenda: Agenda, figures: Figures | None, inner: bool) -> Deck | None:
    """The deck; None, with what to mend on the screen, where it cannot be made."""
    wrong = problems(agenda)
    if wrong:
        desk_parts.note(words.MEND, wrong, tone="bad")
    return meeting_papers.deck(agenda, inner) if figures and not wrong else None


def answer(plan: Plan, agenda: Agenda, deck: Deck | None) -> None:
    """The first sentence of the page."""
    label = next(
        label for label, code in view.milestones(plan).items() if code == agenda.milestone
    ).lower()
    if deck is None:
        return page_parts.answer(words.PAGE_WRONG.format(milestone=label))
    figures = words.PAGE_LIVE.format(as_of=formats.date(deck.as_of))
    if deck.sealed:
        figures = words.PAGE_SEALED.format(edition=deck.edition)
    return page_parts.answer(
        words.PAGE_ANSWER.format(
            milestone=label, slides=formats.count(len(deck.slides), "trang"), figures=figures
        )
    )


def shown(plan: Plan, agenda: Agenda, deck: Deck, inner: bool) -> None:
    """Open it, take it away, look through it."""
    page_parts.small(words.PAGE_SAID)
    name = words.FILE_NAME.format(year=plan.milestone(agenda.milestone).year)
    deck_window.window(
        making.file_of(deck),
        meeting_words.INNER_NAME.format(name=name) if inner else name,
        key="deck_window",
    )
    wants_code = any(item.qr for item in agenda.shown)
    for line in (
        *deck.left_out,
        *([words.ADDRESS_MISSING] if wants_code and not agenda.address else []),
    ):
        page_parts.small(line)
