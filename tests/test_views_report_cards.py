"""Findings one after the other: what is asked, what waits, which one comes next."""

from __future__ import annotations

import pandas as pd
from test_views_report_figures import NOTHING, STATED, told
from test_views_reports import PLAN

from dashboard.views import report_cards as view
from dashboard.views import report_corrections, reports
from dashboard.views import report_question_words as questions
from dashboard.views.edited_cells import edits
from dashboard.views.report_answers import BY, answered, as_left, with_all_sure


def rows(*figures: dict, **kinds: list) -> dict[str, pd.DataFrame]:
    return reports.rows(PLAN, {**NOTHING, "indicators": list(figures), **kinds})


FAULT = {"category": "trang_phuc", "doubt": None, "quote": "không\nđeo thẻ", "start": 0, "end": 1}


def test_a_finding_shows_its_measure_its_figure_with_its_counts_its_year_its_whole_quote():
    counted = told(94.8, counts=(512.0, 540.0), quote="512 trên <b>540</b> phiếu", place="trang 3")
    (card,) = view.cards(rows(counted))
    assert view.line(card) == "◆ Số liệu 1. Hài lòng (HL): 94,81% (512/540), năm 2022"
    shown = view.asked_html(card, ())
    assert "năm 2022 · trang 3" in shown and "<blockquote>512 trên &lt;b&gt;540" in shown
    assert questions.TAKE_IT in shown
    assert view.noted(card) == ""
    (share,) = view.cards(rows(told(95)))
    assert view.noted(share).startswith("Lưu ý: ghi được là tỷ lệ không có số phiếu")
    (fault,) = view.cards(rows(limitations=[FAULT]))
    assert (view.line(fault), fault.quote) == (
        "▼ Tồn tại 1. Trang phục, đeo thẻ",
        "không đeo thẻ",
    )


def test_what_is_in_doubt_is_asked_in_words_and_what_cannot_be_taken_says_why():
    asked, held = view.cards(rows(told(95, doubt="unlike"), told(512, unit="count", year=2021)))
    assert view.asked(asked, ()) == "Đây có phải số của đơn vị trong năm 2022 không?"
    assert view.asked(held, ()) == "Chưa ghi được: thiếu “Trên tổng số”."
    assert asked.is_open and not held.is_open
    assert view.asked(asked, {asked.key}) == questions.NOT_TAKEN
    assert view.asked(asked._replace(accepted=True), ()) == questions.TAKEN


def test_the_first_that_waits_is_in_hand_and_then_the_next_until_none_waits():
    found = rows(told(95, doubt="unlike"), told(99, **STATED), limitations=[FAULT])
    taken = {kind: with_all_sure(frame) for kind, frame in found.items()}
    first, *_ = known = view.cards(taken)
    assert not with_all_sure(found["indicators"], [1])["accepted"].any(), "a no stays a no"
    assert [one.accepted for one in known] == [False, True, True]
    assert view.to_answer(known, ()) == [first.key]
    assert view.in_hand(known, (), None) == first
    assert view.in_hand(known, (), known[2].key) == known[2]
    assert view.after(known, (), known[2].key) == first.key
    assert view.after(known, {first.key}, first.key) == known[1].key  # none waits: the next of all
    assert view.left(known, {first.key}) == ""


def test_a_yes_to_one_of_two_figures_takes_the_other_back_and_leaves_the_rest():
    found = rows(told(91.9), told(87.8), told(90, year=2021), told(3, **STATED))["indicators"]
    both = found.assign(accepted=[True, False, True, True])
    assert answered("indicators", both, 1, accepted=True)["accepted"].tolist() == [
        False,
        True,
        True,
        True,
    ]
    stated = answered("indicators", both, 3, accepted=True)
    assert stated["accepted"].tolist() == [True, False, True, True]
    assert not answered("indicators", both, 0, accepted=False)["accepted"][0]


def test_a_yes_that_takes_another_figure_back_says_so_before():
    found = rows(told(91.9), told(87.8), told(90, year=2021))
    first, second, other = cards_of(found, accepted=[True, False, False])
    said = "Nhận mục này thì bỏ 91,9% (số liệu 1) đã nhận cho cùng tiêu chí và năm."
    assert view.asked(second, ()).endswith(said)
    assert said not in view.asked(first, ()) + view.asked(other, ())
    twin = cards_of(rows(told(91.9), told(92)), accepted=[True, False])[1]
    assert twin.held == questions.SAME_AS.format(number=1) and not twin.question


def cards_of(found: dict[str, pd.DataFrame], accepted: list[bool]) -> list[view.Card]:
    return view.cards({**found, "indicators": found["indicators"].assign(accepted=accepted)})


def test_an_answer_follows_another_year_and_what_was_typed_over_the_year_waits_again():
    then, now = rows(told(95), told(3, **STATED)), rows(told(95, year=2021), told(3, **STATED))
    edited = then["indicators"].assign(accepted=True)
    left = as_left(now["indicators"], edits(then["indicators"], edited, BY))
    assert left.table["accepted"].all() and left.table["year"].tolist() == ["2021", "2022"]
    edited.loc[0, "year"] = "2020"
    left = as_left(now["indicators"], edits(then["indicators"], edited, BY))
    assert left.left == [("1", "2020")] and left.table["accepted"].tolist() == [False, True]


def test_an_answer_is_no_correction_of_what_was_found():
    found = rows(told(95))
    yes = {**found, "indicators": answered("indicators", found["indicators"], 0, accepted=True)}
    assert report_corrections.corrections(found, yes) == []


def test_a_report_in_which_nothing_was_found_has_nothing_in_hand():
    assert view.in_hand(view.cards(rows()), (), None) is None
