"""What is kept of stores has one budget in bytes: what was asked for longest ago makes room, whichever function made it."""

from __future__ import annotations

import pandas as pd
import pytest
import streamlit as st

from dashboard.assessment.rows_by_year import RowsByYear
from dashboard.serving.weights import rough_weight, weight
from dashboard.ui import own_cache
from dashboard.ui.own_cache import of_store
from dashboard.ui.room import Room

MADE: list[str] = []
MB = 2**20


@of_store(show_spinner=False, max_entries=9)
def first(letter: str, size: int = 2) -> list[bytes]:
    MADE.append(letter)
    return [letter.encode() * size * MB]


@of_store(show_spinner=False, max_entries=9)
def second(letter: str, beside: bytes = b"") -> list[bytes]:
    MADE.append(letter)
    return [letter.encode() * 2 * MB, beside]


@pytest.fixture(autouse=True)
def house(monkeypatch):
    monkeypatch.setattr(own_cache, "HOUSE", Room(5 * MB + 4_096))
    monkeypatch.setattr(own_cache, "movement", lambda: "")
    first.let_go()
    second.let_go()
    MADE.clear()
    yield own_cache.HOUSE
    st.cache_resource.clear()


def test_what_was_asked_for_longest_ago_makes_room_whoever_made_it():
    for of, letter in ((first, "a"), (second, "b"), (first, "a"), (first, "c"), (first, "a")):
        assert of(letter)[0][:1] == letter.encode()
    assert MADE == ["a", "b", "c"], "b went for c: a had been asked for since"
    second("b")
    assert MADE == ["a", "b", "c", "b"]


def test_one_that_is_larger_than_the_house_is_kept_alone_and_small_ones_are_left_alone():
    for letter in "abc":
        first(letter, size=0)
    first("d", size=9)
    first("d", size=9)
    for letter in "abc":
        first(letter, size=0)
    assert MADE == [*"abcd"]


def test_what_two_hold_is_counted_once():
    (shared,) = first("a", size=3)
    second("b", shared)
    assert first("a", size=3)[0] is shared and MADE == ["a", "b"]


def test_what_grows_when_it_is_looked_at_makes_others_go(house):
    grown, _ = first("a"), second("b")
    grown.append(b"a" * 2 * MB)
    house.grown(grown)
    house.grown([b"of nobody"])
    assert len(first("a")) == 2 and second("b") and MADE == ["a", "b", "b"]


def test_what_was_let_go_of_takes_no_room(house):
    first("a"), first("b")
    first.let_go()
    assert not house._held
    second("c"), second("d")
    assert second("c") and MADE == [*"abcd"]


def test_a_rough_weight_is_near_the_exact_one_and_sees_what_functions_hold():
    names = [f"Sở số {number}" for number in range(3_000)]
    exact = weight(names)
    assert 0.9 < rough_weight(names, set()) / exact < 1.1
    rows = pd.DataFrame({"year": [2025] * 1_000, "value": [1.0] * 1_000})
    assert rough_weight(lambda: rows, set()) > 16_000
    assert rough_weight(RowsByYear(rows).of, set()) > 16_000
    assert rough_weight([st], set()) < 1_000, "nothing of other libraries"
