"""Accounts, sign-in and sessions, on both databases: passwords and tokens never lie open, who is shut out is so at once."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa
from argon2 import extract_parameters, profiles

from data_access import account_store, passwords, sign_in_sessions
from data_access.office_tables import accounts as account_table
from data_access.office_tables import sessions
from data_access.store import AccountError
from data_access.store.change_rows import now

SECRETARY = frozenset({"secretary"})
NEW = "mot cau de nho"
EARNEST = passwords.NOBODY
"""As it is in the program: while tests run hashing costs little (`conftest.py`)."""


def test_a_password_costs_as_much_work_as_its_library_advises():
    """RFC 9106, 4: the second recommended option, and never less."""
    assert extract_parameters(EARNEST) == profiles.RFC_9106_LOW_MEMORY


def made(store, name="lan", **more) -> str:
    """A new account whose own password is NEW; the token of its session."""
    first = account_store.add(store, name, "Nguyễn Thị Lan", SECRETARY, **more)
    return sign_in_sessions.change_password(
        store, sign_in_sessions.sign_in(store, name, first), first, NEW
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
    known = sign_in_sessions.signed_in(store, sign_in_sessions.sign_in(store, "LAN ", first))
    assert known.must_change and known.person == "Lan" and known.roles == SECRETARY
    token = sign_in_sessions.change_password(
        store, sign_in_sessions.sign_in(store, "lan", first), first, NEW
    )
    assert not sign_in_sessions.signed_in(store, token).must_change
    with refused("sign_in_refused"):
        sign_in_sessions.sign_in(store, "lan", first)


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
        sign_in_sessions.change_password(store, token, NEW, new)


def test_a_new_password_needs_the_old_one_and_ends_the_other_sessions(store):
    other = made(store)
    token = sign_in_sessions.sign_in(store, "lan", NEW)
    with refused("password_wrong"):
        sign_in_sessions.change_password(store, token, "khong phai", "mot cau khac han")
    newest = sign_in_sessions.change_password(store, token, NEW, "mot cau khac han")
    assert [
        sign_in_sessions.signed_in(store, one) is not None for one in (other, token, newest)
    ] == [
        False,
        False,
        True,
    ]


@pytest.fixture
def clock(monkeypatch):
    """A clock that stands still; `clock.seconds` moves it on."""

    class Clock:
        seconds = 0.0
        began = now()

        def now(self) -> datetime:
            return self.began + timedelta(seconds=self.seconds)

    clock = Clock()
    monkeypatch.setattr(sign_in_sessions, "now", clock.now)
    return clock


def wrong(store, name="lan", password="sai", times=1, **more) -> str:
    """What the last of so many wrong tries is told."""
    for _ in range(times):
        with pytest.raises(AccountError) as told:
            sign_in_sessions.sign_in(store, name, password, **more)
    return told.value.code


def test_wrong_passwords_make_their_own_place_wait_longer_each_time_and_nobody_else(store, clock):
    """Three are free; then 1, 2, 4 … seconds, by hand: after five, 1 + 2 + 4 s have to pass for the sixth."""
    made(store)
    there, here = store.acting(None, "10.0.0.66"), store.acting(None, "10.0.0.7")
    assert wrong(there, times=3) == "sign_in_refused"
    assert wrong(there) == "sign_in_wait", "not looked at, so not counted"
    for pause in (1, 2, 4):
        clock.seconds += pause - 0.5
        assert wrong(there) == "sign_in_wait"
        clock.seconds += 0.5
        assert wrong(there) == "sign_in_refused"
    with refused("sign_in_wait"):
        sign_in_sessions.sign_in(there, "lan", NEW)
    assert sign_in_sessions.sign_in(here, "lan", NEW), "who comes from elsewhere is not kept out"
    clock.seconds += 8
    assert sign_in_sessions.sign_in(there, "lan", NEW)
    assert wrong(there, times=3) == "sign_in_refused", "the right password begins anew"


def test_a_name_that_nobody_bears_waits_like_one_that_somebody_does(store, clock):
    made(store)
    told = {name: [wrong(store, name) for _ in range(6)] for name in ("lan", "khong-co", "\x00")}
    assert len({tuple(one) for one in told.values()}) == 1


def test_who_still_has_a_session_or_a_code_from_an_admin_comes_in_though_others_guess(store, clock):
    token = made(store)
    wrong(store, times=4)
    known = sign_in_sessions.signed_in(store, token)
    assert sign_in_sessions.sign_in(store, "lan", NEW, known)
    with refused("sign_in_wait"):
        sign_in_sessions.sign_in(store, "lan", NEW)
    code = account_store.reset(store, "lan")
    wrong(store, times=4)
    assert sign_in_sessions.signed_in(
        store, sign_in_sessions.sign_in(store, "lan", code)
    ).must_change
    assert wrong(store, password="ma-" + "x" * 16) == "sign_in_refused", "no code of one's own"
    account_store.unlock(store, "lan")
    assert wrong(store) == "sign_in_refused", "an admin lets try again at once"


def test_the_old_password_on_the_own_page_is_not_guessed_without_end(store, clock):
    token = made(store)
    for _ in range(3):
        with refused("password_wrong"):
            sign_in_sessions.change_password(store, token, "khong phai", "mot cau khac han")
    with refused("sign_in_wait"):
        sign_in_sessions.change_password(store, token, NEW, "mot cau khac han")
    clock.seconds += 1
    assert sign_in_sessions.change_password(store, token, NEW, "mot cau khac han")


def test_many_refused_tries_are_a_few_rows_of_the_journal(store, clock):
    made(store)
    before = len(store.journal())
    for number in range(60):
        clock.seconds += 1_000
        wrong(store, "lan")
        wrong(store, f"ai-do-{number}")
    rows = store.journal().query("action == 'sign_in.refused'")
    assert len(rows) == len(store.journal()) - before < 14
    assert rows["what"].dropna().unique().tolist() == ["lan"], "what strangers type is not kept"


def test_a_session_ends_after_an_hour_without_a_press_and_never_lasts_over_twelve(store, clock):
    idle, busy = made(store), sign_in_sessions.sign_in(store, "lan", NEW)
    for _ in range(25):
        clock.seconds += 1_700
        if sign_in_sessions.signed_in(store, busy):
            sign_in_sessions.keep(store, busy)
    assert sign_in_sessions.signed_in(store, idle) is None
    assert sign_in_sessions.signed_in(store, busy), "11 hours 48 minutes at work"
    clock.seconds += 1_700
    assert sign_in_sessions.signed_in(store, busy) is None


@pytest.mark.parametrize("name", ["ai-do", "\x00", "l\ud800n", "' or 1=1 --"])
def test_an_unknown_name_is_refused_in_the_words_of_a_wrong_password(store, name):
    made(store)
    with refused("sign_in_refused"):
        sign_in_sessions.sign_in(store, name, "sai")


def test_who_is_shut_out_or_given_other_roles_is_out_at_once(store):
    token = made(store)
    account_store.set_disabled(store, "lan", True)
    assert sign_in_sessions.signed_in(store, token) is None
    with refused("sign_in_refused"):
        sign_in_sessions.sign_in(store, "lan", NEW)
    account_store.set_disabled(store, "lan", False)
    token = sign_in_sessions.sign_in(store, "lan", NEW)
    account_store.set_roles(store, "lan", frozenset({"admin"}), None)
    assert sign_in_sessions.signed_in(store, token) is None
    assert sign_in_sessions.signed_in(store, sign_in_sessions.sign_in(store, "lan", NEW)).roles == {
        "admin"
    }


def test_a_session_ends_by_itself_and_by_signing_out(store, monkeypatch):
    token, other = made(store), sign_in_sessions.sign_in(store, "lan", NEW)
    sign_in_sessions.sign_out(store, token)
    assert sign_in_sessions.signed_in(store, token) is None and sign_in_sessions.signed_in(
        store, other
    )
    later = now() + sign_in_sessions.SESSION
    monkeypatch.setattr(sign_in_sessions, "now", lambda: later)
    assert sign_in_sessions.signed_in(store, other) is None
    assert (
        sign_in_sessions.signed_in(store, None) is None
        and sign_in_sessions.signed_in(store, "khong-co") is None
    )


def test_who_a_provider_names_comes_in_by_e_mail_and_nobody_else(store):
    account_store.add(store, "binh", "Bình", SECRETARY, email="Binh@Tinh.example", local=False)
    assert (
        sign_in_sessions.signed_in(
            store, sign_in_sessions.sign_in_by_email(store, "binh@tinh.EXAMPLE")
        ).name
        == "binh"
    )
    with refused("email_unknown"):
        sign_in_sessions.sign_in_by_email(store, "ai@tinh.example")
    with refused("sign_in_refused"):
        sign_in_sessions.sign_in(store, "binh", "")


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
        ("Lan", "hai@tinh.example,ba", "account_email"),
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
        sign_in_sessions.sign_in(store.acting(None, "10.0.0.7"), "lan", "sai")
    sign_in_sessions.sign_in(store.acting(None, "10.0.0.7"), "lan", first)
    assert deeds(store) == [
        ("account.add", "root", None, "lan"),
        ("sign_in.refused", None, None, "lan"),
        ("sign_in", "lan", "Lan", None),
    ]
    assert store.journal()["origin"].tolist() == ["10.0.0.7", "10.0.0.7", "command"]
