"""Reading keys on both databases: shown once, kept as a hash, of one account alone, ended by it, gone with it."""

from __future__ import annotations

import datetime as dt

import pytest
import sqlalchemy as sa

from data_access import account_store, erasing, person_data, reading_keys, sign_in_sessions
from data_access.office_tables import accounts
from data_access.office_tables import reading_keys as kept
from data_access.store import AccountError


@pytest.fixture
def people(store):
    """A store with two members, as their sessions know them."""
    found = {}
    for name in ("lan", "minh"):
        account_store.add(store, name, f"Người {name}", frozenset({"member"}))
        with store.engine.begin() as connection:
            chosen = accounts.c.name == name
            connection.execute(sa.update(accounts).where(chosen).values(must_change=False))
            number = connection.execute(sa.select(accounts.c.id).where(chosen)).scalar_one()
        found[name] = sign_in_sessions.Account(
            number, name, f"Người {name}", frozenset({"member"}), None, False
        )
    account_store.add(store, "chu", "Chủ", frozenset({"admin"}))
    return found


def test_a_key_opens_for_its_account_alone_and_stands_nowhere_as_text(store, people):
    key = reading_keys.make(store, people["lan"], "  Cổng   thông tin ")
    assert reading_keys.account_of(store, key) == people["lan"]
    (row,) = reading_keys.of_account(store, people["lan"])
    assert row["label"] == "Cổng thông tin" and not reading_keys.of_account(store, people["minh"])
    with store.engine.connect() as connection:
        stored = connection.execute(sa.select(kept)).mappings().one()
    assert key not in map(str, stored.values()) and stored["used_on"] is not None
    assert reading_keys.account_of(store, key[:-1]) is None


def test_nobody_ends_the_key_of_another_and_an_ended_one_opens_nothing(store, people):
    key = reading_keys.make(store, people["lan"], "Cổng")
    (row,) = reading_keys.of_account(store, people["lan"])
    reading_keys.end(store, people["minh"], row["id"])
    assert reading_keys.account_of(store, key) == people["lan"]
    reading_keys.end(store, people["lan"], row["id"])
    assert reading_keys.account_of(store, key) is None


@pytest.mark.parametrize("deed", ["disabled", "reset", "erased", "expired"])
def test_a_key_is_over_with_its_account_and_after_its_time(store, people, deed):
    key = reading_keys.make(store, people["lan"], "Cổng")
    if deed == "disabled":
        account_store.set_disabled(store, "lan", True)
    elif deed == "reset":
        account_store.reset(store, "lan")
    elif deed == "erased":
        erasing.erase(store, "lan")
    else:
        with store.engine.begin() as connection:
            connection.execute(sa.update(kept).values(expires=dt.datetime(2020, 1, 1)))
    assert reading_keys.account_of(store, key) is None


def test_a_key_needs_a_purpose_and_there_are_only_so_many(store, people):
    for wrong in ("", "  ", "x" * 81, "a\x00b"):
        with pytest.raises(AccountError) as refused:
            reading_keys.make(store, people["lan"], wrong)
        assert refused.value.code == "key_label"
    for number in range(reading_keys.MOST):
        reading_keys.make(store, people["lan"], f"Khóa {number}")
    with pytest.raises(AccountError) as refused:
        reading_keys.make(store, people["lan"], "Thêm")
    assert refused.value.code == "key_too_many"
    assert len(person_data.of_account(store, "lan").keys) == reading_keys.MOST


def test_a_page_sent_again_makes_no_second_key(store, people):
    key = reading_keys.make(store, people["lan"], "Cổng thông tin")
    with pytest.raises(AccountError) as refused:
        reading_keys.make(store, people["lan"], " Cổng  thông tin")
    assert refused.value.code == "key_taken"
    assert len(reading_keys.of_account(store, people["lan"])) == 1
    assert reading_keys.account_of(store, key) == people["lan"]
    assert reading_keys.make(store, people["minh"], "Cổng thông tin")
