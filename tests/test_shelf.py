"""A shelf holds what fits into its room by the bytes that are really held, and each answer is made once."""

from __future__ import annotations

import sys
import threading
import tracemalloc
from dataclasses import replace

import pandas as pd
import pytest

from dashboard.charts.drawings import Drawing, Picture
from dashboard.serving import kept_answers
from dashboard.serving.weights import weight, written_out
from dashboard.ui import shelf as shelves
from dashboard.ui.shelf import Shelf
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table, table_of_rows

LINE = 1_000


def line(letter: str) -> str:
    return letter * LINE


def test_what_was_asked_for_longest_ago_goes_when_the_room_is_full():
    one = sys.getsizeof(line("a"))
    shelf, made = Shelf(3 * one), []

    def of(letter: str) -> str:
        return shelf.of(letter, lambda: made.append(letter) or line(letter))

    for letter in "abc" + "a" + "d" + "ab":
        assert of(letter) == line(letter)
    assert made == ["a", "b", "c", "d", "b"], "b went for d: a had been asked for since"
    assert shelf.bytes == 3 * one


def test_one_that_is_larger_than_the_room_is_kept_alone_and_what_fails_is_not():
    shelf = Shelf(10)
    first = shelf.of("a", lambda: line("a"))
    assert shelf.of("a", lambda: "another") is first
    with pytest.raises(ZeroDivisionError):
        shelf.of("b", lambda: 1 // 0)
    assert shelf.of("b", lambda: None) is None
    assert shelf.of("b", lambda: "made again") is None, "nothing is an answer too"


def test_nothing_stays_of_an_answer_that_failed_nor_of_one_that_was_there():
    shelf = Shelf(10_000)
    shelf.of("a", lambda: "there")
    empty = weight(shelf)
    for number in range(100):
        with pytest.raises(ZeroDivisionError):
            shelf.of(f"b{number}", lambda: 1 // 0)
        shelf.of("a", lambda: "another")
    assert weight(shelf) == empty


def test_while_one_fails_those_who_wait_make_it_one_after_another():
    shelf, at_once, most, waiting = Shelf(10_000), [], [], threading.Barrier(4)

    def make() -> object:
        at_once.append(1)
        most.append(len(at_once))
        at_once.pop()
        raise ZeroDivisionError

    def ask() -> None:
        waiting.wait()
        for _ in range(200):
            with pytest.raises(ZeroDivisionError):
                shelf.of("a", make)

    asking = [threading.Thread(target=ask) for _ in range(4)]
    for one in asking:
        one.start()
    for one in asking:
        one.join()
    assert len(most) == 800 and max(most) == 1


def test_those_who_ask_at_once_wait_for_the_one_who_makes_it():
    shelf, made = Shelf(10_000), []

    def make() -> object:
        made.append(threading.current_thread())
        return object()

    answers = []
    asking = [
        threading.Thread(target=lambda: answers.append(shelf.of("a", make))) for _ in range(8)
    ]
    for one in asking:
        one.start()
    for one in asking:
        one.join()
    assert len(made) == 1 and len(answers) == 8 and len(set(map(id, answers))) == 1


def test_an_answer_weighs_what_it_holds_in_memory():
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        names = [f"Sở số {number}" for number in range(3_000)]
        rows = pd.DataFrame({"unit": names, "score": [float(one) for one in range(3_000)]})
        held = Table("Bảng", {"unit": "Đơn vị", "score": "Điểm"}, rows), tuple(names)
        del names
        empty = weight(held)
        assert len(held[0].texts) == 3_000
        taken = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    assert weight(held) > 1.5 * empty, "texts that were written since count"
    assert 0.7 < weight(held) / taken < 1.8
    shared = (held, held)
    assert weight(shared) < 1.1 * weight(held), "what stands twice is held once"


def test_a_table_made_ahead_comes_written_out_and_is_not_weighed_again(monkeypatch):
    table = table_of_rows("Điểm", [Column("Đơn vị"), Column("Nhịp", "status")], [("A", "met")])
    picture = Picture(Drawing("", "", "", "", 1, 1, None), "", table=replace(table))
    made = kept_answers.read(kept_answers.written(written_out((table, picture))))
    shown, drawn = made.answer
    assert {"texts", "orders"} <= vars(shown).keys() and shown.orders == (None, [0])
    assert "texts" not in vars(drawn.table), "it waits folded"
    monkeypatch.setattr(shelves, "weight", None)
    own = Shelf(10**9)
    assert all(own.of("a", lambda: made) is made.answer for _ in range(3))
    assert own.bytes == made.bytes > 0
