"""The shared choices in the frame: year or milestone, block, kind, boundaries. Kept in the link, so that it can be sent."""

from __future__ import annotations

import streamlit as st

from dashboard.ui import choices_used, linked_choice, opened, stored
from dashboard.ui import frame_words as words
from dashboard.views.choices_made import Choices
from dashboard.wording import edition_words
from dashboard.writing.alphabet import link_code, link_codes

PROFILE, RANKING = "../pages/profile.py", "../pages/ranking.py"
YEAR, BLOCK, KIND, BOUNDARIES = choices_used.KEYS
EDITION = edition_words.EDITION_CHOICE
THEN, NOW, EVERY = "cu", "nay", ""
WANTED = "_wanted_block"  # chosen by a press on a picture: a widget takes a value only before it is drawn, so it waits for the next run


def row(*, of_editions: bool = False) -> Choices:
    """The choices as words in one quiet line under the answer, each of which unfolds, drawn by the frame; the newest year with results is the default.

    `of_editions`: the page shows figures of an edition, which can be chosen.
    """
    plan, years = stored.plan(), stored.years_with_results() or stored.plan().years
    if WANTED in st.session_state:
        wanted = st.session_state.pop(WANTED)
        codes = {name: code for code, name in link_codes(stored.blocks()).items()}
        linked_choice.choose(BLOCK, codes.get(wanted, link_code(wanted)))
    with st.container(horizontal=True, key="choices", gap="small"):
        labels = {str(year): plan.year_label(year) for year in reversed(years)}
        year = _year(labels)
        asked = _edition(year) if of_editions else None
        st.session_state[opened.ASKED] = asked
        if stored.sight().unit is not None:  # a unit looks at itself
            return Choices(year, None, None, False, asked)
        return Choices(year, _block(year), _kind(year), _is_of_today(), asked)


def _year(labels: dict[str, str]) -> int:
    settings = {"always": True, "clears": (EDITION,), "filter_mode": None}
    return int(linked_choice.linked_choice(YEAR, labels, label=words.YEAR, **settings))


def _block(year: int) -> str | None:
    names = link_codes(stored.blocks(year))
    options = {EVERY: words.ALL_BLOCKS, **names}
    return names.get(linked_choice.linked_choice(BLOCK, options, label=words.BLOCK))


def _kind(year: int) -> str | None:
    kinds = stored.plan_of(year).kinds
    options = {EVERY: words.ALL_KINDS, **{one.code: one.name for one in kinds}}
    return linked_choice.linked_choice(KIND, options, label=words.KIND) or None


def _is_of_today() -> bool:
    options = {THEN: words.THEN, NOW: words.NOW}
    settings = {"filter_mode": None, "help": words.BOUNDARIES_HELP}
    return (
        linked_choice.linked_choice(BOUNDARIES, options, label=words.BOUNDARIES, **settings) == NOW
    )


def _edition(year: int) -> int | None:
    """The number of the edition that the reader asks for, where there is a choice; the rule's own stands first. It stands in the link."""
    numbers = [one.number for one in stored.choosable(year)]
    options = {str(one): edition_words.EDITION_NUMBER.format(number=one) for one in numbers}
    if stored.sight().all:
        options = {EVERY: words.EDITION_NONE, **options}
    if len(options) < 2:
        return None
    chosen = linked_choice.linked_choice(EDITION, options, label=words.EDITION, filter_mode=None)
    return int(chosen) if chosen else None


def current() -> Choices:
    """The choices of this run, made by the frame."""
    return st.session_state["_choices"]


def open_unit(code: str) -> None:
    """Go to the profile of a unit; its code stands in the link."""
    st.switch_page(PROFILE, query_params={"don_vi": code})


def open_block(block: str) -> None:
    """Go to the ranking of a block, which becomes the chosen one."""
    st.session_state[WANTED] = block
    st.switch_page(
        RANKING, query_params={}
    )  # without any it would try to clear those of the row of choices, which may not be


def stay_with_block(block: str) -> None:
    """The same page again, of one block."""
    st.session_state[WANTED] = block
    st.rerun()
