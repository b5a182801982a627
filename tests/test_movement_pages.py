"""Nothing of one movement in another: pages, drafts, links and figures of two movements whose units have the same codes, by one process; and who is nobody in a movement."""

from __future__ import annotations

import ast
from pathlib import Path

import offices
import pytest
import screens
import streamlit as st
import two_movements as two
from streamlit.testing.v1 import AppTest

from dashboard.ui.frame_words import PAGE_FAILED
from dashboard.wording import movement_words as words
from data_access import account_store, movements, sign_in_sessions

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def migrated_sqlite(migrated_sqlite, tmp_path_factory) -> Path:
    """Both movements are made once; each test has a copy of its own."""
    return two.in_files(migrated_sqlite, tmp_path_factory.mktemp("two"))


@pytest.fixture
def home(sqlite_store, monkeypatch):
    """The store of an installation with two movements, the one of the app."""
    monkeypatch.setenv("DATABASE_URL", sqlite_store.engine.url.render_as_string(False))
    monkeypatch.delenv("DASHBOARD_PLAN", raising=False)
    st.cache_resource.clear()
    yield sqlite_store
    st.cache_resource.clear()


def app(code: str = "", token: str = "", page: str = "") -> AppTest:
    opened = screens.app(page)
    opened.user = {"session": token} if token else {}
    if code:
        opened.query_params["phong_trao"] = code
    return opened


def shown(code: str, page: str, token: str = "", **asked: str) -> str:
    opened = app(code, token, page)
    for name, value in asked.items():
        opened.query_params[name] = value
    return everything(opened.run())


def everything(opened: AppTest) -> str:
    """Everything that the run sent, words and data alike."""
    assert [one.value for one in opened.exception] == []
    assert PAGE_FAILED not in [one.value for one in opened.error]
    return repr(opened._tree) + " ".join(
        str(one.proto) for kind in ("html", "bidi_component") for one in opened.get(kind)
    )


def of(text: str, mark: str) -> bool:
    """Whether a text bears the mark of a movement, as letters or as a message writes them."""
    written = (
        mark.encode("unicode_escape").decode(),
        "".join(
            one if one.isascii() else "".join(f"\\{byte:o}" for byte in one.encode())
            for one in mark
        ),
    )
    return any(one in text for one in (mark, *written))


@pytest.mark.parametrize("page", ["overview", "ranking", "trends", "profile", "units", "intake"])
def test_no_page_shows_anything_of_the_other_movement_whichever_was_read_before(home, page):
    asked = {"don_vi": "SNV"} if page == "profile" else {}
    for code, own, other in (
        ("", two.FIRST, two.SECOND),
        ("hai", two.SECOND, two.FIRST),
        ("chinh", two.FIRST, two.SECOND),
    ):
        text = shown(code, page, **asked)
        assert of(text, own) and not of(text, other), (page, code)


def test_the_choice_is_drawn_only_where_there_is_one(home, sqlite_url):
    assert words.CHANGE in everything(app().run())
    movements.set_closed(home, "hai", True)
    assert words.CHANGE not in everything(app().run())


def test_what_is_unknown_closed_or_not_ones_own_gets_one_answer_and_opens_nothing(home):
    offices.signed_in(home, "chu", frozenset({"admin"}))
    lan = offices.signed_in(home, "lan", frozenset({"secretary"}))
    for code in ("hai", "khac", "../x"):
        text = everything(app(code, lan).run())
        assert words.NOT_HERE.format(code=code)[:20] in text and not of(text, two.SECOND)
        assert not of(text, two.FIRST)
    assert words.CHANGE not in everything(app("", lan).run())
    text = shown("", "overview", lan)
    assert of(text, two.FIRST) and not of(text, two.SECOND)


def test_somebody_of_one_further_movement_alone_comes_in_there_and_nowhere_else(home):
    admin = offices.signed_in(home, "chu", frozenset({"admin"}))
    offices.signed_in(home, "hoa", frozenset({"member"}))
    movements.set_right(home, "hai", "hoa", frozenset({"member"}), None)
    account_store.set_roles(home, "hoa", frozenset(), None)
    hoa = sign_in_sessions.sign_in(home, "hoa", offices.PASSWORD)
    text = everything(app("", hoa).run())
    assert of(text, two.SECOND) and not of(text, two.FIRST)
    text = everything(app("chinh", hoa).run())
    assert not of(text, two.FIRST) and not of(text, two.SECOND)
    for code, own, other in (("", two.FIRST, two.SECOND), ("hai", two.SECOND, two.FIRST)):
        text = shown(code, "units", admin)
        assert of(text, own) and not of(text, other)
    movements.set_closed(home, "hai", True)
    assert not of(everything(app("", hoa).run()), two.SECOND)


def test_a_tab_never_changes_its_movement_and_rights_are_asked_at_every_run(home):
    opened = app("hai").run()
    assert of(everything(opened), two.SECOND)
    opened.query_params["phong_trao"] = "chinh"
    text = everything(opened.run())
    assert words.OTHER_TAB[:30] in text and not of(text, two.FIRST) and not of(text, two.SECOND)
    opened = app("hai").run()
    movements.set_closed(home, "hai", True)
    text = everything(opened.run())
    assert words.NOT_HERE[:20] in text and not of(text, two.SECOND)


def test_the_accounts_are_managed_with_the_first_movement_alone(home):
    chu = offices.signed_in(home, "chu", frozenset({"admin"}))
    assert words.IN_THE_FIRST[:30] in shown("hai", "accounts", chu)


def test_an_administrator_adds_a_movement_gives_rights_in_it_and_closes_it_on_the_page(home):
    chu = offices.signed_in(home, "chu", frozenset({"admin"}))
    account_store.add(home, "lan", "Lan", frozenset({"member"}))
    page = app("", chu, "accounts")
    page.session_state["accounts_tabs"] = words.TAB
    page.run()
    page.text_input(key="movement_code").input("ba")
    page.text_input(key="movement_name").input("Phong trào ba")
    page.button(key="movement_add_press").click().run()
    assert words.FILE_OR_COPY[:20] in everything(page)
    page.checkbox(key="movement_copy").check()
    page.button(key="movement_add_press").click().run()
    assert [one.code for one in movements.listed(home)] == ["hai", "ba"]
    page.selectbox(key="movement_rights_of").select("hai").run()
    page.selectbox(key="movement_account").select("lan")
    page.checkbox(key="movement_role_unit").check()
    page.button(key="movement_give").click().run()
    assert movements.people(home, "hai").empty, "a unit's role needs a unit"
    page.selectbox(key="movement_unit_hai").select("SNV")
    page.button(key="movement_give").click().run()
    (row,) = movements.people(home, "hai").to_dict("records")
    assert (row["name"], row["roles"], row["unit"]) == ("lan", "unit", "SNV")
    page.selectbox(key="movement_to_close").select("ba").run()
    page.button(key="movement_close").click().run()
    assert movements.named(home, "ba").closed_at is not None
    text = everything(page)
    assert PAGE_FAILED not in text


KEEPERS = {
    "dashboard/ui/own_cache.py",
    "dashboard/ui/opened.py",
    "dashboard/ui/screen_parts.py",  # words by the nouns of a plan, of no store
}


def test_rooms_that_read_the_store_keep_nothing_but_by_the_movement():
    """A cache that forgets which movement it is of would show the figures of one in another."""
    found = []
    for folder in ("dashboard/ui", "dashboard/desks", "pages"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            names = {
                one.attr if isinstance(one, ast.Attribute) else one.id
                for one in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
                if isinstance(one, ast.Attribute | ast.Name)
            }
            if names & {"cache_resource", "cache_data", "lru_cache", "cache"}:
                found.append(path.relative_to(ROOT).as_posix())
    assert set(found) == KEEPERS
