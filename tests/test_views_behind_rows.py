"""Đơn vị chậm: a row a unit, gravest first; the question put together from the evidence; who answers since when. Tiny tables, worked out by hand."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pandas as pd
import pytest
import tiny

from dashboard.access.beside_flags import Beside
from dashboard.assessment.rules.case import COLUMNS
from dashboard.ui import behind_list
from dashboard.views import (
    behind_rows,
    counted_flags,
    dues,
    flag_cards,
    lagging,
    own_cause,
    to_ask,
    unit_heads,
    unit_names,
)
from dashboard.views.choices_made import Choices

HEADS = pd.DataFrame(
    [
        ("a", 2024, "Trần Thị Cũ", "Giám đốc", None),
        ("a", 2025, "Nguyễn Văn Mới", "Giám đốc", pd.Timestamp(2025, 3, 1)),
        ("b", 2024, "Lê Văn Bốn", None, None),
    ],
    columns=["unit", "year", "person", "post", "since"],
)
WRITTEN = pd.DataFrame(
    [
        ("a", 2023, "Một số công chức đi làm muộn."),
        ("a", 2025, "Thiếu người ở bộ phận một cửa."),
        ("b", 2021, "Trụ sở xuống cấp."),
    ],
    columns=["unit", "year", "quote"],
)
TABLES = {"unit_heads": HEADS, "limitations": WRITTEN}


@pytest.fixture(scope="module")
def standing():
    """“a” has 74, “b” 80, “c” 90 of 100 points in 2025, all below or above 85; “a” lost 16 of 60 and 10 of 40."""
    results = tiny.results(
        ("a", "A", 2025, 44),
        ("a", "B", 2025, 30),
        ("b", "A", 2025, 50),
        ("b", "B", 2025, 30),
        ("c", "A", 2025, 54),
        ("c", "B", 2025, 36),
    )
    units = tiny.units(
        {"unit": "a", "short_name": "Sở A"}, {"unit": "b"}, {"unit": "c", "short_name": "Sở C"}
    )
    return tiny.assess(tiny.plan(), tiny.records(units, results), 2025, tiny.AS_OF)


def with_flags(standing, *rows: dict):
    made = [
        {
            "year": 2025,
            "indicator": "score",
            "certainty": "",
            "why": "",
            "reason": f"Đơn vị {row['unit']}: điểm 2025 thấp.",
            "file": "a.xlsx",
            "sheet": "S",
            "cell": "B2",
            **row,
        }
        for row in rows
    ]
    return dataclasses.replace(standing, flags=pd.DataFrame(made, columns=COLUMNS))


def listed(standing):
    return behind_rows.rows(standing, TABLES, counted_flags.counted(standing, standing.table))


def target(unit: str, value: float, certainty: str, level: str) -> dict:
    numbers = {"value": value, "target": 85.0, "low": value - 3, "high": value + 1}
    numbers |= {"p": 0.001, "below": 0.99, "level": value - 1}
    flag = {"unit": unit, "rule": "target", "level": level, "certainty": certainty}
    return flag | {"numbers": numbers}


def test_the_gravest_stand_first_then_the_surest_then_the_largest_gap(standing):
    marked = with_flags(
        standing,
        target("c", 60, "probable", "watch"),
        target("b", 80, "certain_not_appraised", "watch"),
        target("a", 74, "certain", "named"),
    )
    assert [(row.unit, row.level, row.sure) for row in listed(marked)] == [
        ("a", "named", "chắc chắn"),
        ("b", "watch", "chắc chắn, chưa thẩm định"),
        ("c", "watch", "nhiều khả năng"),
    ]


def test_of_a_level_the_first_units_alone_are_worded_and_all_are_counted(standing, monkeypatch):
    marked = with_flags(
        standing,
        target("c", 60, "probable", "watch"),
        target("b", 80, "certain_not_appraised", "watch"),
        target("a", 74, "certain", "named"),
    )
    monkeypatch.setattr(lagging, "MOST", 1)
    asked = marked, TABLES, Choices(2025), None, None, None
    found = lagging.rows(*asked)
    assert found.rows == (listed(marked)[0], listed(marked)[1])
    assert found.units == {"named": 1, "watch": 2, "fact": 0}
    assert [card.unit for card in lagging.cards(*asked)] == ["a", "b", "c"], "all can be copied"
    shown = behind_list._written([*found.rows], found.units)
    assert shown.count("behind-unit") == 2 and "2 đơn vị" in shown


def test_a_row_says_gap_interval_cause_head_and_what_lifts_it(standing):
    row = listed(with_flags(standing, target("a", 74, "certain", "named")))[0]
    assert (row.name, row.measured.said) == ("Sở A", "thiếu 11,0 điểm")
    assert row.measured[:4] == (74, 85, 71, 75)
    assert row.cause == "“Thiếu người ở bộ phận một cửa” (báo cáo 2025)"
    assert row.head == "Nguyễn Văn Mới, Giám đốc, từ 1/3/2025"
    assert row.lifts == "Cần thêm 11,0 điểm để đạt mốc 85."
    in_sight = behind_list._row(row, (70, 85)).partition("</summary>")[0]
    assert "Thiếu người ở bộ phận một cửa" in in_sight, "the reason is read without unfolding"
    assert row.lifts not in in_sight, "the gap says it already"


def test_a_rate_is_shown_in_points_of_percent_on_the_same_scale(standing):
    numbers = {"value": 0.8, "target": 0.9, "low": 0.75, "high": 0.86, "respondents": 100}
    numbers |= {"satisfied": 80, "p": 0.01, "below": 0.99}
    flag = {"unit": "b", "rule": "target", "level": "watch", "certainty": "probable"}
    row = listed(with_flags(standing, flag | {"indicator": "satisfaction", "numbers": numbers}))[0]
    assert row.measured.said == "thiếu 10,0 điểm phần trăm"
    assert row.measured[:4] == pytest.approx((80, 90, 75, 86))
    in_sight = behind_list._row(row, (70, 95)).partition("</summary>")[0]
    assert "Cần thêm 10 người hài lòng trên 100 phiếu để đạt mốc 90%." in in_sight
    assert "Đơn vị chưa nêu nguyên nhân" in in_sight, (
        "who wrote no reason is said to have written none"
    )


def test_a_report_that_is_missing_says_so_and_draws_nothing(standing):
    flag = {"unit": "b", "rule": "missing_report", "level": "fact", "indicator": "report"}
    row = listed(with_flags(standing, flag | {"numbers": {"due": "2025-12-15"}}))[0]
    assert (row.measured.said, row.sure) == ("Chưa nộp báo cáo", "sự việc")
    assert "svg" not in behind_list._row(row, (0, 100))


def test_the_pictures_share_a_scale_fitted_to_what_they_show(standing):
    rows = list(listed(with_flags(standing, target("a", 74, "certain", "named"))))
    assert behind_rows.scale(rows) == (70, 85)
    assert behind_rows.scale([]) == (0, 100)


def test_reply_and_deadline_are_what_people_entered(standing):
    marked = with_flags(standing, target("a", 74, "certain", "named"))
    beside = {("a", 2025, "score", "target"): Beside("dự thảo", "“Đã tuyển đủ” (1/6/2026)")}
    conclusions = pd.DataFrame(
        [
            ("a", "Họp tổng kết", dt.date(2026, 9, 30), "open"),
            ("a", "Họp quý", dt.date(2026, 7, 1), "done"),
            ("a", "Giao ban", None, "open"),
        ],
        columns=["unit", "meeting", "due", "state"],
    )
    row = behind_rows.with_beside(listed(marked), beside, dues.next_dues(conclusions))[0]
    assert row.reply == "“Đã tuyển đủ” (1/6/2026)"
    assert row.deadline == "nêu tên: dự thảo; kết luận Họp tổng kết, hạn 30/9/2026"


def test_the_question_holds_the_finding_the_weakest_criteria_and_the_units_own_words(standing):
    marked = with_flags(standing, target("a", 74, "certain", "named"))
    assert to_ask.weakest(marked, "a") == [
        "Tiêu chí A (được 44,0 trong 60 điểm)",
        "Tiêu chí B (được 30,0 trong 40 điểm)",
    ]
    assert listed(marked)[0].question == (
        "Xin hỏi Nguyễn Văn Mới, Giám đốc, từ 1/3/2025 (Đơn vị a): Điểm 2025 thấp. "
        "Mất nhiều điểm nhất ở: Tiêu chí A (được 44,0 trong 60 điểm); Tiêu chí B (được 30,0 trong 40 điểm). "
        "Đơn vị tự nêu “Thiếu người ở bộ phận một cửa” (báo cáo 2025). "
        "Nguyên nhân nào thuộc về đơn vị, nguyên nhân nào ở bên ngoài? Việc gì sẽ làm, ai làm, đến ngày nào thì đạt mốc?"
    )


def test_the_head_is_of_the_very_year_and_nobody_is_guessed():
    assert unit_heads.heads_of(HEADS, 2024) == {
        "a": "Trần Thị Cũ, Giám đốc",
        "b": "Lê Văn Bốn",
    }
    assert unit_heads.heads_of(HEADS, 2023) == {}


def test_words_of_long_ago_are_no_reason_of_today():
    assert set(own_cause.causes(WRITTEN, 2025)) == {"a"}
    assert own_cause.causes(WRITTEN, 2024)["a"] == "“Một số công chức đi làm muộn” (báo cáo 2023)"


def test_names_that_would_be_alike_stay_whole():
    units = pd.DataFrame(
        {
            "unit": ["a", "b", "c"],
            "name": ["Xã Tân An huyện X", "Xã Tân An huyện Y", "Sở C tỉnh M"],
            "short_name": ["Xã Tân An", "Xã Tân An", "Sở C"],
        }
    )
    assert list(unit_names.short_names(units).values()) == [
        "Xã Tân An huyện X",
        "Xã Tân An huyện Y",
        "Sở C",
    ]


def test_an_unfolded_row_asks_before_it_proves_and_keeps_all_proof(standing):
    row = listed(with_flags(standing, target("a", 74, "certain", "named")))[0]
    line = row.card.lines[0]
    card = row.card._replace(lines=[line._replace(sentence=f"Điều {one}.") for one in range(5)])
    shown, _, folded = behind_list._evidence(row._replace(card=card)).partition("<details")
    assert shown.index("data-copy") < shown.index("Điều 0.")
    assert "Điều 2." in shown and "Điều 3." not in shown and "Xem thêm 2 điều" in folded
    assert "Điều 3." in folded and "Điều 4." in folded


def test_a_row_that_nobody_unfolds_is_sent_without_its_evidence(standing):
    row = listed(with_flags(standing, target("a", 74, "certain", "named")))[0]
    sent = behind_list._row(row, (70, 85))
    assert "data-of='a'></div>" in sent
    assert "data-copy" not in sent and row.card.lines[0].sentence not in sent


def test_what_people_wrote_is_escaped_in_the_row(standing):
    marked = with_flags(standing, target("a", 74, "certain", "named"))
    row = listed(marked)[0]._replace(head="<img src=x>'\"", question="'><script>")
    text = behind_list._row(row, (70, 85)) + behind_list._evidence(row)
    assert "<img" not in text and "<script" not in text and "data-copy='&#x27;&gt;" in text


def test_a_row_is_made_for_every_unit_with_a_flag_that_counts(standing):
    counted = counted_flags.counted(standing, standing.table)
    cards = flag_cards.cards(standing, counted)
    assert {row.unit for row in listed(standing)} == {card.unit for card in cards} == {"a", "b"}
