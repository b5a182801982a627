"""What stands around every page: menu, finder, choices, the mark of sample data, the foot with source and date."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.access import permissions
from dashboard.access.permissions import Person
from dashboard.serving import persons
from dashboard.ui import (
    choices,
    choices_used,
    edition_face,
    finder,
    first_start,
    frame_head,
    made_ahead,
    movement_choice,
    own_nouns,
    page_parts,
    screen_parts,
    stored,
    this_run,
    unit_choice,
)
from dashboard.ui import frame_words as words
from dashboard.ui.frame_menu import MENU, OF_THE_FIRST, PAGES
from dashboard.ui.opened import movement
from dashboard.wording import role_words
from dashboard.wording.movement_words import IN_THE_FIRST
from dashboard.wording.problem_sentences import store_sentence
from dashboard.writing import formats, nouns, theme
from data_access.store import StoreError

LANGUAGE = "<script>document.documentElement.lang = 'vi'</script>"  # of a server without the first page of ours

PROFILE = "ho-so-don-vi"
NEEDS_NO_YEAR = "chi-so-cap-tinh"
WITHOUT_FIGURES = frozenset({NEEDS_NO_YEAR, "ke-hoach", "nhat-ky", "nguoi-dung", "doc-bao-cao"})
"""Paths of pages that show nothing of an edition."""


def may_begin() -> bool:
    """Whether this tab shows a movement that the person may see; where not, that stands in place of everything."""
    refusal = movement_choice.refusal()
    if refusal is not None:
        _style()
        movement_choice.refuse(*refusal)
    else:
        own_nouns.of_this_run()
    return refusal is None


def prepare() -> None:
    """Language and style; on the very first start the page waits for the sample data."""
    _style()
    if stored.person() == permissions.HERE and not movement():
        first_start.wait()


def _style() -> None:
    st.html(f"<style>{theme.css_colours()}\n{words.css_words()}\n{screen_parts.style()}</style>")
    st.html(LANGUAGE, unsafe_allow_javascript=True)


@contextmanager
def whole() -> Iterator[None]:
    """The whole run: where the store itself does not answer there is a sentence, and the next press tries again."""
    try:
        with this_run.begun():
            yield
    except StoreError as error:
        logging.getLogger(__name__).error("store: %s", error.code)
        with nouns.speaking(nouns.USUAL):  # the plan's own stand in the store
            said = f"{store_sentence(error.code, error.fields)} {words.TRY_AGAIN}"
        st.error(page_parts.literal(said))


def run(page: st.Page) -> None:
    """The page between the choices and the foot; one that the person may not open never runs, and a fault before it is said like one in it."""
    person = stored.person()
    page_parts.no_place()
    movement_choice.in_the_link()
    _own_page(person, page)
    if (refusal := _refused(person, page)) is not None:
        page_parts.answer(refusal)
        page_parts.small(role_words.PAGE_NEXT if person else "")
        st.stop()
    if page.url_path != NEEDS_NO_YEAR and stored.nothing_published():
        page_parts.answer(role_words.NOTHING_PUBLISHED)
        page_parts.small(role_words.NOTHING_PUBLISHED_NEXT)
        _account(person)
        st.stop()
    search = st.sidebar.container()
    with st.sidebar:
        _account(person)
    mark = frame_head.head()
    page_parts.place_answer()
    try:
        _choose(page, person)
        _of_the_edition(page, person, search, mark)
        page.run()
        made_ahead.begin()
    except permissions.NotAllowedError as error:
        st.error(str(error))
    except StoreError:
        raise
    except Exception:
        logging.getLogger(__name__).exception("page %s", page.url_path)
        st.error(words.PAGE_FAILED)
    st.html(
        f"<footer class='foot'>{words.foot(formats.date(edition_face.day()), stored.store_name())}</footer>"
    )


def _own_page(person: Person | None, page: st.Page) -> None:
    """A link to a unit's profile leads the unit itself to its own page, which says the same."""
    asked = st.query_params.get(unit_choice.PARAMETER)
    is_own = person is not None and person.unit is not None and asked == person.unit
    if is_own and page.url_path == PROFILE and permissions.may_open(person, "own"):
        st.switch_page(PAGES / "own.py")


def _refused(person: Person | None, page: st.Page) -> str | None:
    """Why this page does not run for this person; None if it does. A network without accounts, or accounts without the gate, serve nobody."""
    if (
        person == permissions.HERE
        and st.runtime.exists()
        and not persons.is_loopback(st.get_option("server.address"))
    ):
        return role_words.NOT_OPEN.format(address=st.get_option("server.address") or "mọi địa chỉ")
    if person is None:
        return role_words.SIGNED_OUT if persons.GATED else role_words.PLAIN_START
    if permissions.may_open(person, _name_of(page, person)):
        return IN_THE_FIRST if page.url_path in OF_THE_FIRST and movement() else None
    return role_words.PAGE_NOT_ALLOWED.format(
        title=page.title, roles=role_words.roles(person.roles)
    )


def _name_of(page: st.Page, person: Person | None) -> str:
    """The page by the name of its file; '' for one that is not of the menu."""
    return next(
        (
            name
            for pages in MENU.values()
            for name, _, path in pages
            if path == page.url_path or (not page.url_path and name == permissions.home(person))
        ),
        "",
    )


def _choose(page: st.Page, person: Person | None) -> None:
    """The line of choices under the answer, those that the page uses."""
    st.session_state.pop(edition_face.OTHER, None)
    name = _name_of(page, person)
    choices_used.hide_unused(name)
    st.session_state["_choices"] = choices.row(of_editions=permissions.shows_editions(name))
    st.html(f"<p class='on-paper'>{_safe(edition_face.on_paper(page.title))}</p>")


def _of_the_edition(
    page: st.Page, person: Person | None, search: DeltaGenerator, mark: DeltaGenerator
) -> None:
    """What the frame says by the edition that was chosen: units to be found, whether the figures are a sample, which edition they are of."""
    if permissions.may(person, "take_table", ""):
        with search:
            finder.box()
            finder.spellings()
    frame_head.marks(mark, of_edition=page.url_path not in WITHOUT_FIGURES)


def _account(person: Person | None) -> None:
    """Who is signed in, and the way to the account and out."""
    if person and person.account:
        st.html(
            f"<p class='small account'>{_safe(person.name)} · {role_words.roles(person.roles)}<br><a href='tai-khoan' target='_self'>{role_words.ACCOUNT}</a></p>"
        )


def _safe(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
