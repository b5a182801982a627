"""Accounts, sign-in and sessions, on both databases: passwords and tokens never lie open, who is shut out is so at once."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa
from argon2 import PasswordHasher

from data_access import account_store
from data_access.office_tables import accounts as account_table
from data_access.office_tables import sessions
from data_access.store import AccountError

SECRETARY = frozenset({"secretary"})
NEW = "mot cau de nho"


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """argon2 with little work: what is tried here is not how slow it is."""
    monkeypatch.setattr(
        account_store, "HASHER", PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1)
    )


def made(store, name="lan", **more) -> str:
    """A new account whose own password is NEW; the token of its session."""
    first = account_store.add(store, name, "Nguyễn Thị Lan", SECRETARY, **more)
    return account_store.change_password(
        store, account_store.sign_in(store, name, first), first, NEW
    )


def refused(code: str):
    return pytest.raises(AccountError, check=lambda error: error.code == code)


def deeds(store) -> list[tuple]:
    rows = store.journal().iloc[::-1][["action", "account", "who", "what"]].astype(object)
    return list(rows.where(rows.notna(), None).itertuples(index=False, name=None))


def test_nobody_has_to_sign_in_until_there_is_an_account_and_everybody_from_then_on(store):
    assert not account_store.in_use(store)
    made(store)
    account_store.set_disabled(store, "lan", True)
    assert account_store.in_use(store), "shutting out the last one does not open the house"


def test_the_first_password_lets_in_to_choose_another_one_only(store):
    first = account_store.add(store, "lan", "Lan", SECRETARY)
    known = account_store.signed_in(store, account_store.sign_in(store, "LAN ", first))
    assert known.must_change and known.person == "Lan" and known.roles == SECRETARY
    token = account_store.change_password(
        store, account_store.sign_in(store, "lan", first), first, NEW
    )
    assert not account_store.signed_in(store, token).must_change
    with refused("sign_in_refused"):
        account_store.sign_in(store, "lan", first)


def test_neither_password_nor_token_lies_in_the_store(store):
    token = made(store)
    with store.engine.connect() as connection:
        rows = str(connection.execute(sa.select(account_table)).all()) + str(
            connection.execute(sa.select(sessions)).all()
        )
    assert NEW not in rows and token not in rows and "$argon2id$" in rows


@pytest.mark.parametrize("new", ["ngan", NEW, "x" * 201, "mat khau cua lan"])
def test_a_weak_password_is_refused(store, new):
    token = made(store)
    with refused("password_weak"):
        account_store.change_password(store, token, NEW, new)


def test_a_new_password_needs_the_old_one_and_ends_the_other_sessions(store):
    other = made(store)
    token = account_store.sign_in(store, "lan", NEW)
    with refused("password_wrong"):
        account_store.change_password(store, token, "khong phai", "mot cau khac han")
    newest = account_store.change_password(store, token, NEW, "mot cau khac han")
    assert [account_store.signed_in(store, one) is not None for one in (other, token, newest)] == [
        False,
        False,
        True,
    ]


def test_five_wrong_passwords_lock_the_account_for_a_while_and_an_admin_unlocks_it(
    store, monkeypatch
):
    made(store)
    for _ in range(account_store.MOST_FAILURES):
        with refused("sign_in_refused"):
            account_store.sign_in(store, "lan", "sai")
    with refused("sign_in_locked"):
        account_store.sign_in(store, "lan", NEW)
    account_store.unlock(store, "lan")
    assert account_store.sign_in(store, "lan", NEW)
    for _ in range(account_store.MOST_FAILURES):
        with refused("sign_in_refused"):
            account_store.sign_in(store, "lan", "sai")
    later = datetime.now() + timedelta(hours=24)
    monkeypatch.setattr(account_store, "_now", lambda: later)
    assert account_store.sign_in(store, "lan", NEW), "the lock ends by itself"


@pytest.mark.parametrize("name", ["ai-do", "\x00", "l\ud800n", "' or 1=1 --"])
def test_an_unknown_name_is_refused_in_the_words_of_a_wrong_password(store, name):
    made(store)
    with refused("sign_in_refused"):
        account_store.sign_in(store, name, "sai")


def test_who_is_shut_out_or_given_other_roles_is_out_at_once(store):
    token = made(store)
    account_store.set_disabled(store, "lan", True)
    assert account_store.signed_in(store, token) is None
    with refused("sign_in_refused"):
        account_store.sign_in(store, "lan", NEW)
    account_store.set_disabled(store, "lan", False)
    token = account_store.sign_in(store, "lan", NEW)
    account_store.set_roles(store, "lan", frozenset({"admin"}), None)
    assert account_store.signed_in(store, token) is None
    assert account_store.signed_in(store, account_store.sign_in(store, "lan", NEW)).roles == {
        "admin"
    }


def test_a_session_ends_by_itself_and_by_signing_out(store, monkeypatch):
    token, other = made(store), account_store.sign_in(store, "lan", NEW)
    account_store.sign_out(store, token)
    assert account_store.signed_in(store, token) is None and account_store.signed_in(store, other)
    later = account_store._now() + account_store.SESSION
    monkeypatch.setattr(account_store, "_now", lambda: later)
    assert account_store.signed_in(store, other) is None
    assert (
        account_store.signed_in(store, None) is None
        and account_store.signed_in(store, "khong-co") is None
    )


def test_who_a_provider_names_comes_in_by_e_mail_and_nobody_else(store):
    account_store.add(store, "binh", "Bình", SECRETARY, email="Binh@Tinh.example", local=False)
    assert (
        account_store.signed_in(
            store, account_store.sign_in_by_email(store, "binh@tinh.EXAMPLE")
        ).name
        == "binh"
    )
    with refused("email_unknown"):
        account_store.sign_in_by_email(store, "ai@tinh.example")
    with refused("sign_in_refused"):
        account_store.sign_in(store, "binh", "")


@pytest.mark.parametrize("name", ["", "L", "Lan", "lan anh", "lân", "../lan", "a" * 41, "lan'; --"])
def test_a_name_that_is_no_name_is_refused(store, name):
    with refused("account_name"):
        account_store.add(store, name, "Lan", SECRETARY)


def test_names_and_e_mails_are_taken_once_and_two_may_have_none(store):
    account_store.add(store, "lan", "Lan", SECRETARY)
    account_store.add(store, "hoa", "Hoa", SECRETARY, email="hoa@tinh.example")
    for name, email in (("lan", None), ("hue", "HOA@tinh.example")):
        with refused("account_taken"):
            account_store.add(store, name, "Huệ", SECRETARY, email=email)
    account_store.add(store, "hue", "Huệ", SECRETARY)


@pytest.mark.parametrize(
    ("person", "email", "code"),
    [
        (" ", None, "account_person"),
        ("Lan", "khong phai thu", "account_email"),
        ("Lan", "lan@", "account_email"),
    ],
)
def test_an_account_has_a_person_and_an_e_mail_that_is_one(store, person, email, code):
    with refused(code):
        account_store.add(store, "lan", person, SECRETARY, email=email)
    assert not account_store.in_use(store) and store.journal().empty


def test_the_last_admin_who_may_come_in_is_neither_shut_out_nor_given_other_roles(store):
    account_store.add(store, "lan", "Lan", frozenset({"admin"}))
    account_store.add(store, "hoa", "Hoa", frozenset({"admin", "secretary"}))
    account_store.set_disabled(store, "hoa", True)
    before = deeds(store)
    for deed in (
        lambda: account_store.set_disabled(store, "lan", True),
        lambda: account_store.set_roles(store, "lan", SECRETARY, None),
    ):
        with refused("account_last_keeper"):
            deed()
    assert (
        deeds(store) == before
        and account_store.everyone(store).set_index("name").at["lan", "roles"] == "admin"
    )
    account_store.set_disabled(store, "hoa", False)
    account_store.set_disabled(store, "lan", True)


def test_every_deed_about_an_account_stands_in_the_journal_with_account_and_origin(store):
    acting = store.acting("root", "command")
    first = account_store.add(acting, "lan", "Lan", SECRETARY)
    with refused("sign_in_refused"):
        account_store.sign_in(store.acting(None, "10.0.0.7"), "lan", "sai")
    account_store.sign_in(store.acting(None, "10.0.0.7"), "lan", first)
    assert deeds(store) == [
        ("account.add", "root", None, "lan"),
        ("sign_in.refused", None, None, "lan"),
        ("sign_in", "lan", "Lan", None),
    ]
    assert store.journal()["origin"].tolist() == ["10.0.0.7", "10.0.0.7", "command"]
