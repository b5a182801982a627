"""Every page through the frame, on the real store with the sample data, with nothing, and with one unit."""

from __future__ import annotations

import pytest
import screens
import streamlit as st
from reading_screens import sent
from streamlit.testing.v1 import AppTest

from dashboard.access.permissions import HERE, may_open
from dashboard.ui import stored
from dashboard.ui.frame import MENU
from dashboard.ui.frame_words import PAGE_FAILED
from dashboard.wording import profile_words
from data_access.store import connect

PAGES = [
    name for pages in MENU.values() for name, _, _ in pages if may_open(HERE, name)
]  # a unit's own page: test_roles_pages.py
MOST_WORDS = (
    {page: 120 for _, pages in [*MENU.items()][:1] for page, _, _ in pages}
    | {
        "lagging": 360  # five units with who answers for each and a quoted cause, which the screen clips to a line
    }
)
"""Of the pages that readers have: words in sight to the end of the first picture or list."""


@st.cache_resource
def cached_for() -> list[str]:
    """The store that the caches hold; empty once anybody has emptied them."""
    return []


@pytest.fixture
def opened(monkeypatch):
    """Opens the app on a store: `opened(url)`; no cache holds anything of another store."""

    def open_on(url: str, page: str = "") -> AppTest:
        monkeypatch.setenv("DATABASE_URL", url)
        monkeypatch.delenv("DASHBOARD_PLAN", raising=False)
        if cached_for() != [url]:
            st.cache_resource.clear()
            st.cache_data.clear()
            cached_for().append(url)
        return screens.app(page).run()

    return open_on


def words(app: AppTest) -> str:
    return " ".join(str(one.proto.body) for one in app.get("html")) + " ".join(
        one.value for one in (*app.markdown, *app.caption)
    )


def failures(app: AppTest) -> list[str]:
    """What went wrong: an exception, or the sentence that the frame says of a failed page."""
    return [one.value for one in app.exception] + [
        one.value for one in app.error if one.value == PAGE_FAILED
    ]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_on_the_sample_data_and_marks_it(opened, sample_url, page):
    app = opened(sample_url, page)
    assert not failures(app)
    assert "Số liệu minh họa" in words(app)
    assert "class='answer'" in words(app), "the first thing on a page is a sentence with the answer"
    if page in MOST_WORDS:
        assert screens.first_words(app) <= MOST_WORDS[page], "the rest waits folded or below"


def test_a_choice_of_year_reaches_every_page(opened, sample_url):
    app = opened(sample_url)
    app.selectbox(key="nam_shown").select("2022").run()
    assert "sơ kết 2022" in words(app)


def test_the_finder_finds_a_unit_without_diacritics(opened, sample_url):
    app = opened(sample_url)
    app.text_input(key="finder").input("so noi vu").run()
    assert "Sở Nội vụ" in sent(app)
    assert "(đến 28/2/2025)" in sent(app), "whom it was merged from has the same name and an end"


def test_a_deck_that_is_being_composed_outlives_a_reload_until_it_is_dropped(opened, sample_copy):
    app = opened(sample_copy, "deck")
    shown = sum(one.label == "Chiếu" for one in app.toggle)
    app.button(key="deck_add").click().run()
    again = screens.app("deck").run()
    assert sum(one.label == "Chiếu" for one in again.toggle) == shown + 1
    next(one for one in again.button if one.label == "Bỏ bản soạn dở").click().run()
    assert sum(one.label == "Chiếu" for one in again.toggle) == shown
    assert not stored.store().draft("agenda_")


@pytest.fixture(scope="module")
def empty_url(tmp_path_factory):
    url = f"sqlite:///{tmp_path_factory.mktemp('emptied') / 'store.sqlite'}"
    with connect(url) as store:
        store.empty()
    return url


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_on_an_emptied_store_and_invents_nothing(opened, empty_url, page):
    app = opened(empty_url, page)
    assert not failures(app)
    assert "Số liệu minh họa" not in words(app)
    if page in ("lagging", "satisfaction"):  # not “choose another year”: there is none
        assert profile_words.NO_UNITS in words(app)
