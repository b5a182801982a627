"""Người dùng: the page of accounts through the frame, the first account at a machine without any, and the same deeds on the command line."""

from __future__ import annotations

import offices
import pytest
import screens
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard.__main__ import main
from dashboard.ui.frame_words import PAGE_FAILED
from dashboard.wording import account_words as words
from dashboard.wording import role_words
from data_access import account_store, sign_in_sessions, sign_in_waits
from data_access.store import connect
from data_access.store.change_rows import now
from data_access.store.engine import transaction

pytestmark = pytest.mark.slow

ADD, CHANGE = words.TABS[1:]


@pytest.fixture
def store(sqlite_url, monkeypatch):
    """An emptied store, the one of the app."""
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    monkeypatch.delenv("DASHBOARD_PLAN", raising=False)
    st.cache_resource.clear()
    with connect(sqlite_url) as opened:
        opened.empty()
        yield opened
    st.cache_resource.clear()


@pytest.fixture
def keeper(store):
    """A session of the admin “root”; beside it there is a secretary, “hoa”."""
    token = offices.signed_in(store, "root", frozenset({"admin"}))
    account_store.add(
        store, "hoa", "Trần Thị Hoa", frozenset({"secretary"}), email="hoa@tinh.example"
    )
    return token


def opened(token: str | None = None, tab: str = "") -> AppTest:
    app = screens.app("accounts")
    app.user = {"session": token} if token else {}
    app.run()
    if tab:
        app.session_state["accounts_tabs"] = tab
        app.run()
    return app


def said(app: AppTest) -> str:
    assert [one.value for one in app.exception] == [] and PAGE_FAILED not in [
        one.value for one in app.error
    ]
    return " ".join(str(one.proto.body) for one in app.get("html")) + " ".join(
        one.value for one in app.caption
    )


def fill(app: AppTest, name: str, person: str, *roles: str, email: str = "") -> AppTest:
    for field, text in (("name", name), ("person", person), ("email", email)):
        next(one for one in app.text_input if one.key.endswith(f"_{field}")).input(text)
    for box in app.checkbox:
        box.check() if box.key.rsplit("_", 1)[1] in roles else box.uncheck()
    return app.button(key="account_add").click().run()


def do(token: str, name: str, deed: str) -> AppTest:
    app = opened(token, CHANGE)
    app.selectbox(key="account_name").select(name).run()
    app.selectbox(key=f"account_deed_{name}").select(deed).run()
    return app


def deeds(store) -> list[list]:
    return (
        store.journal()
        .query("action.str.startswith('account.')")[["action", "account", "what"]]
        .values.tolist()
    )


def test_the_page_says_first_how_many_may_come_in_and_lists_everybody(keeper):
    app = opened(keeper)
    assert "2 tài khoản: 1 thư ký và 1 quản trị; 1 chưa đổi mật khẩu lần đầu." in said(app)
    table = screens.tables(app)[0]
    heads = [one["label"] for one in table["heads"]]
    column = {head: [row[place] for row in table["rows"]] for place, head in enumerate(heads)}
    assert column["Tên đăng nhập"] == ["hoa", "root"]
    assert column["Tình trạng"] == ["chưa đổi mật khẩu lần đầu", "đang dùng"]
    assert column["Thư điện tử"][0] == "hoa@tinh.example"


def test_a_new_account_gets_a_password_that_is_shown_once_and_lies_nowhere(store, keeper):
    app = fill(opened(keeper, ADD), "lan.nt", "Nguyễn Thị Lan, thư ký", "secretary", "member")
    assert "Đã thêm tài khoản lan.nt (Đại biểu, Thư ký)." in said(app) and "3 tài khoản" in said(
        app
    )
    first = app.code[0].value
    known = sign_in_sessions.signed_in(store, sign_in_sessions.sign_in(store, "lan.nt", first))
    assert (known.person, known.roles, known.must_change) == (
        "Nguyễn Thị Lan, thư ký",
        {"secretary", "member"},
        True,
    )
    assert first not in str(app.session_state) + store.journal().to_string() + str(
        dict(app.query_params)
    )
    assert deeds(store)[0] == ["account.add", "root", "lan.nt"]
    app.run()
    assert not app.code and first not in said(app)
    assert [
        one.value
        for one in app.text_input
        if one.key.endswith("_name") and one.key.startswith("account_add")
    ] == [""], "the fields are empty again"


@pytest.mark.parametrize(
    ("name", "person", "roles", "email", "sentence"),
    [
        ("lan", "Lan", ["unit"], "", role_words.UNIT_ALONE),
        ("lan", "Lan", [], "", role_words.NO_ROLE),
        ("Lân Anh", "Lan", ["member"], "", "không dùng được"),
        ("hoa", "Lan", ["member"], "", "Đã có tài khoản"),
        ("lan", " ", ["member"], "", "họ và tên"),
        ("lan", "Lan", ["member"], "khong phai", "không phải địa chỉ"),
        ("<script>alert(1)</script>", "Lan", ["member"], "", "&lt;script&gt;"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence_and_nothing_is_stored(
    store, keeper, name, person, roles, email, sentence
):
    before = account_store.everyone(store)["name"].tolist(), len(store.journal())
    app = fill(opened(keeper, ADD), name, person, *roles, email=email)
    assert sentence in said(app) and not app.code
    assert (account_store.everyone(store)["name"].tolist(), len(store.journal())) == before


def test_what_is_done_about_an_account_is_done_at_once_and_written_down(store, keeper):
    app = do(keeper, "hoa", "roles")
    app.checkbox(key="account_hoa_member").check()
    app.checkbox(key="account_hoa_secretary").uncheck()
    assert "nay có vai trò: Đại biểu" in said(app.button(key="account_do_roles").click().run())
    assert "Đã ngừng hoa" in said(
        do(keeper, "hoa", "disable").button(key="account_do_disable").click().run()
    )
    assert account_store.everyone(store).set_index("name").loc[
        "hoa", ["roles", "disabled"]
    ].tolist() == ["member", True]
    assert "dùng lại" in said(
        do(keeper, "hoa", "enable").button(key="account_do_enable").click().run()
    )
    app = do(keeper, "hoa", "reset").button(key="account_do_reset").click().run()
    assert "Đã cấp lại mật khẩu cho hoa." in said(app) and sign_in_sessions.sign_in(
        store, "hoa", app.code[0].value
    )
    with transaction(store.engine) as connection:
        for _ in range(12):
            sign_in_waits.count(connection, "ab12", "10.0.0.66", "hoa", now())
    assert "phải chờ" in said(do(keeper, "hoa", "unlock"))
    do(keeper, "hoa", "unlock").button(key="account_do_unlock").click().run()
    assert sign_in_sessions.sign_in(store, "hoa", app.code[0].value)
    assert deeds(store)[:5] == [
        [f"account.{deed}", "root", "hoa"]
        for deed in ("unlock", "reset", "enable", "disable", "roles")
    ]


def test_a_person_is_renamed_and_erased_after_the_name_is_typed_once_more(store, keeper):
    app = do(keeper, "hoa", "correct")
    app.text_input(key="account_correct_hoa").input("Trần Thị Hòa")
    assert "Đã sửa họ tên" in said(app.button(key="account_do_correct").click().run())
    assert "Trần Thị Hòa" in set(account_store.everyone(store)["person"])
    app = do(keeper, "hoa", "erase")
    app.text_input(key="account_erase_hoa").input("hoà")
    assert "không khớp" in said(app.button(key="account_do_erase").click().run())
    app.text_input(key="account_erase_hoa").input("hoa")
    assert "Đã xóa tên và tài khoản hoa" in said(app.button(key="account_do_erase").click().run())
    assert account_store.everyone(store)["name"].tolist() == ["root"]
    assert "hoa" not in set(store.journal()["what"])


def test_nobody_shuts_themselves_out(store, keeper):
    app = do(keeper, "root", "roles")
    assert app.selectbox(key="account_deed_root").options == [
        words.DEEDS["roles"],
        words.DEEDS["correct"],
    ]
    app.checkbox(key="account_root_secretary").check()
    app.checkbox(key="account_root_admin").uncheck()
    assert role_words.NOT_ONESELF in said(app.button(key="account_do_roles").click().run())
    assert account_store.everyone(store).set_index("name").at["root", "roles"] == "admin"


def test_at_a_machine_without_accounts_the_first_one_is_an_admin_and_from_then_on_everybody_signs_in(
    store,
):
    app = opened()
    assert words.NOBODY_HERE in said(app) and words.ALONE in said(app)
    assert role_words.FIRST_ADMIN in said(
        fill(app, "hoa", "Hoa", "secretary")
    ) and not account_store.in_use(store)
    app = fill(opened(), "root", "Người giữ máy", "admin", "secretary")
    assert "Từ bây giờ ai cũng phải đăng nhập" in said(app)
    assert sign_in_sessions.sign_in(store, "root", app.code[0].value)
    assert store.journal().query("action == 'account.add'")[["what", "origin"]].values.tolist() == [
        ["root", "machine"]
    ]
    app.run()
    assert not app.code and not app.text_input and role_words.PLAIN_START in said(app)


def test_the_command_line_keeps_the_same_rules(store, capsys):
    assert (
        main(["account", "add", "hoa", "--person", "Hoa", "--role", "secretary"]) == 1
        and role_words.FIRST_ADMIN in capsys.readouterr().err
    )
    assert main(["account", "add", "root", "--person", "Người giữ máy", "--role", "admin"]) == 0
    assert (
        main(["account", "disable", "root"]) == 1
        and "quản trị cuối cùng" in capsys.readouterr().err
    )
    assert (
        main(["account", "add", "snv", "--person", "Sở Nội vụ", "--role", "unit", "--unit", "SNV"])
        == 1
        and "SNV" in capsys.readouterr().err
    )
    assert main(["account", "list"]) == 0
    assert (
        capsys.readouterr().out
        == "root: Người giữ máy · Quản trị · chưa đổi mật khẩu lần đầu · chưa vào lần nào\n"
    )
