"""Every text field of every page, found on the page itself, filled with texts that nobody means to type, and every form sent."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import hostile
import offices
import pytest
import screens
import streamlit as st
from copies import copied
from streamlit.testing.v1 import AppTest

from dashboard.access.permissions import HERE, PAGES, may_open
from dashboard.ui.frame_words import PAGE_FAILED
from dashboard.wording import meeting_words
from dashboard.wording.account_words import TABS as ACCOUNT_TABS
from dashboard.wording.problem_sentences import store_sentence

pytestmark = pytest.mark.slow

TABS = {
    "meeting": ("hop_tabs", meeting_words.TABS),
    "intake": ("intake_tabs", ("Nhập tệp", "Các lần nhập", "Bắt đầu dùng thật")),
    "units": ("units_tabs", ("Thay đổi", "Thay đổi từ tệp")),
    "plan": ("plan_tabs", ("Sửa", "Nạp tệp kế hoạch", "Các phiên bản")),
}
CHOICES = {
    "units_kind": ("add", "rename", "alias", "merge", "split", "regroup"),
    "reply_unit": ("VPTU",),
}
"""Boxes on which other fields depend → what is chosen in them, one after the other."""
PLACES = [
    (page, tab) for page in PAGES if may_open(HERE, page) for tab in TABS.get(page, ("", ("",)))[1]
]
DAY = re.compile(r"\d+/\d+/\d{4}")
RAW = ("[b](", "$x^2$", ":material/home:", ":red[", "<script>", "**đậm**")
"""What is left of a text where Streamlit would read it as Markdown."""


@pytest.fixture(scope="module")
def office(small_url, tmp_path_factory):
    """Two stores: one without accounts, as most fields are used, and one with them, for the pages of a unit and of accounts."""
    folder = tmp_path_factory.mktemp("hostile")
    url = copied(small_url, folder / "alone.sqlite")
    with offices.office(small_url, folder, ("admin", "unit"), (2022,)) as kept:
        yield url, kept


@pytest.fixture
def opened(office, monkeypatch):
    """Opens a page at a tab: as who sits at the machine, or as a role."""
    monkeypatch.delenv("DASHBOARD_PLAN", raising=False)

    def open_at(page: str, tab: str = "", role: str | None = None) -> AppTest:
        url = office[1].url if role else office[0]
        monkeypatch.setenv("DATABASE_URL", url)
        if kept_for() != [url]:
            st.cache_resource.clear()
            kept_for().append(url)
        app = screens.app(page)
        app.user = {"session": office[1].tokens[role]} if role else {}
        if tab:
            app.session_state[TABS[page][0] if page in TABS else "accounts_tabs"] = tab
        return app.run()

    return open_at


@st.cache_resource
def kept_for() -> list[str]:
    return []


def nodes(node) -> Iterator:
    yield node
    for child in getattr(node, "children", {}).values():
        yield from nodes(child)


def read_as_markdown(app: AppTest) -> list[str]:
    """Every text that Streamlit reads as Markdown: bodies of texts and alerts, labels, help."""
    protos = [
        proto
        for node in nodes(app._tree)
        if (proto := getattr(node, "proto", None)) is not None
        and type(proto).__name__ not in ("Html", "Code", "Arrow", "Dataframe", "BidiComponent")
    ]
    found = (
        getattr(proto, name, "") for proto in protos for name in ("body", "label", "text", "help")
    )
    return [text for text in found if isinstance(text, str)]


def sound(app: AppTest) -> AppTest:
    """The page, after it was seen to stand: no exception, no failure told, nothing that was typed read as Markdown."""
    assert [one.value for one in app.exception] == [] and PAGE_FAILED not in [
        one.value for one in app.error
    ]
    assert [text[:200] for text in read_as_markdown(app) for sign in RAW if sign in text] == []
    return app


def fill(app: AppTest, shift: int, text: str | None, days: bool) -> AppTest:
    """Each field gets a text of its own, in turn, or all the same; those for a day only if asked."""
    for place, field in enumerate([*app.text_input, *app.text_area]):
        if days or not DAY.search(f"{field.value} {field.proto.placeholder}"):
            field.input(text or hostile.one(place + shift))
    return sound(app.run())


def send(app: AppTest, shift: int, text: str | None) -> None:
    """Fill and send, once for every form that the page has; a day stays right, else nothing would reach the store."""
    for key in [
        one.key for one in app.button if one.proto.is_form_submitter or one.proto.type == "primary"
    ]:
        fill(app, shift, text, days=False)
        if button := [one for one in app.button if one.key == key]:
            sound(button[0].click().run())


def chosen(app: AppTest) -> Iterator[int]:
    """The page with each choice that brings other fields."""
    boxes = [
        (key, value)
        for key, values in CHOICES.items()
        for value in values
        if any(one.key == key for one in app.selectbox)
    ]
    for place, (key, value) in enumerate(boxes or [("", "")]):
        if key:
            sound(app.selectbox(key=key).select(value).run())
        yield place


def texts(url: str) -> Iterator[str]:
    """Every text of every table of a store, as the database holds it."""
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as store:
        tables = store.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in tables:
            for row in store.execute(f'SELECT * FROM "{table}"'):
                yield from (value for value in row if isinstance(value, str))


@pytest.mark.parametrize(("page", "tab"), PLACES)
def test_no_text_in_any_field_breaks_a_page_or_is_read_as_markdown(opened, office, page, tab):
    app = sound(opened(page, tab))
    for text in (None, hostile.UNWRITABLE["nul"]):
        for shift in chosen(app):
            fill(app, shift, text, days=True)
            send(app, shift, text)
    assert not [one for one in texts(office[0]) if "\0" in one]


@pytest.mark.parametrize(
    ("page", "tab", "role"), [("own", "", "unit"), ("accounts", ACCOUNT_TABS[1], "admin")]
)
@pytest.mark.parametrize("text", [None, hostile.UNWRITABLE["nul"]], ids=["odd", "nul"])
def test_nor_does_one_on_the_pages_of_those_who_are_signed_in(
    opened, office, page, tab, role, text
):
    for shift in range(3):
        send(sound(opened(page, tab, role)), shift, text)
    assert not [one for one in texts(office[1].url) if "\0" in one]


def test_what_no_database_keeps_is_refused_in_one_sentence_and_what_was_typed_stays_to_be_mended(
    opened, office
):
    app = opened("own", "", "unit")
    before = len(office[1].store.entered("replies"))
    app.text_area(key="own_text_0").input(hostile.UNWRITABLE["nul"])
    app = sound(app.button(key="own_send").click().run())
    assert store_sentence("text_unwritable", {}) in " ".join(
        str(one.proto.body) for one in app.get("html")
    )
    assert len(office[1].store.entered("replies")) == before
    assert app.text_area(key="own_text_0").value == hostile.UNWRITABLE["nul"]
