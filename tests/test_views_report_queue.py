"""Thirty reports in a row: states, the next one, what the list says."""

from dashboard.views import report_queue as queue
from dashboard.views import reports_words as words

NOTHING = {kind: [] for kind in words.KINDS} | {"unit": None}


def test_what_is_stored_stays_stored_even_when_it_is_looked_at_again():
    assert queue.states(["a", "b", "c", "d"], {"b"}, {"c"}) == {
        "a": "waiting",
        "b": "stored",
        "c": "put_away",
        "d": "waiting",
    }


def test_the_next_one_waits_after_the_current_and_then_from_the_start():
    known = {"a": "waiting", "b": "waiting", "c": "stored", "d": "waiting"}
    assert queue.following(known, "b") == "d"
    assert queue.following({**known, "d": "put_away"}, "b") == "a"
    assert queue.following({"b": "waiting", "c": "stored"}, "b") is None


def test_the_list_says_whose_report_it_is_what_was_found_and_how_far_it_is():
    found = {**NOTHING, "unit": "UBND xã An Bình", "limitations": [{}, {}]}
    assert (
        queue.label(3, "a.pdf", found, "waiting")
        == "3. chờ xem · a.pdf · UBND xã An Bình · 2 tồn tại, hạn chế"
    )
    assert (
        queue.label(1, "b.pdf", NOTHING, "stored")
        == "1. đã ghi · b.pdf · chưa rõ đơn vị · không tìm thấy mục nào"
    )


def test_the_first_sentence_counts_what_is_left():
    known = {"a": "stored", "b": "put_away", "c": "waiting", "d": "waiting"}
    assert queue.answer(known) == "4 báo cáo: 1 đã ghi, 1 bỏ, còn 2."
