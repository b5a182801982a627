"""What the page Đơn vị chậm says: tiny tables, sentences read word by word."""

import dataclasses

import pandas as pd
import pytest
import tiny

from dashboard.assessment.rules import RULES
from dashboard.assessment.rules.case import COLUMNS
from dashboard.assessment.rules.peers_rule import points_to_peers
from dashboard.assessment.standing import Standing
from dashboard.views import below_target, counted_flags, flag_cards, limitations


@pytest.fixture(scope="module")
def standing() -> Standing:
    """Three units in 2024 and 2025; the target of 85 of 2025 is due. “a” has 74, “b” 86, “c” 90 points; “a” 17 of 20 satisfied."""
    results = tiny.results(
        ("a", "A", 2024, 42),
        ("a", "B", 2024, 28),
        ("a", "A", 2025, 44),
        ("a", "B", 2025, 30),
        ("a", "HL", 2025, 17, 20),
        ("b", "A", 2024, 50),
        ("b", "B", 2024, 35),
        ("b", "A", 2025, 50),
        ("b", "B", 2025, 36),
        ("c", "A", 2024, 54),
        ("c", "B", 2024, 36),
        ("c", "A", 2025, 54),
        ("c", "B", 2025, 36),
    )
    return tiny.assess(
        tiny.plan(),
        tiny.records(tiny.units({"unit": "a"}, {"unit": "b"}, {"unit": "c"}), results),
        2025,
        tiny.AS_OF,
    )


def flags(*rows: dict) -> pd.DataFrame:
    """Flags from dicts; unit, rule and level are needed."""
    made = [
        {
            "year": 2025,
            "indicator": "score",
            "certainty": "",
            "why": "",
            "reason": f"Đơn vị {row['unit']}: lý do.",
            "numbers": {},
            "file": "a.xlsx",
            "sheet": "S",
            "cell": "B2",
            **row,
        }
        for row in rows
    ]
    return pd.DataFrame(made, columns=COLUMNS)


def only(frame: pd.DataFrame):
    return next(frame.itertuples())


def lifted(standing: Standing, flag) -> str:
    return RULES[flag.rule].lifts(standing, flag)


def sure(standing: Standing, flag) -> str:
    return RULES[flag.rule].sure(standing, flag)


def test_every_unit_is_counted_once_under_its_gravest_flag(standing):
    marked = dataclasses.replace(
        standing,
        flags=flags(
            {"unit": "a", "rule": "target", "level": "named"},
            {"unit": "b", "rule": "peers", "level": "watch"},
            {"unit": "a", "rule": "below_target", "level": "fact"},
            {"unit": "c", "rule": "limitation", "level": "info"},
        ),
    )
    counted = counted_flags.counted(marked, marked.table)
    assert counted_flags.units_by_level(counted) == {"named": 1, "watch": 1, "fact": 0}
    assert (
        counted_flags.answer(marked, marked.table, counted)
        == "Năm 2025: 1 đơn vị được nêu tên vì chắc chắn thấp hơn mốc, 1 đơn vị cần theo dõi."
    )


def test_what_units_say_of_themselves_is_never_counted(standing):
    marked = dataclasses.replace(
        standing, flags=flags({"unit": "c", "rule": "limitation", "level": "info"})
    )
    counted = counted_flags.counted(marked, marked.table)
    assert counted.empty
    assert (
        counted_flags.answer(marked, marked.table, counted)
        == "Năm 2025: không có đơn vị nào để nêu tên, theo dõi hay nhắc việc trong 3 đơn vị đang xem."
    )


def test_without_a_sure_case_the_answer_says_that_nobody_is_named(standing):
    counted = counted_flags.counted(standing, standing.table)
    assert (
        counted_flags.answer(standing, standing.table, counted)
        == "Năm 2025: chưa đủ căn cứ để nêu tên đơn vị nào, 1 đơn vị chỉ có sự việc cần nhắc."
    )


def test_an_empty_choice_says_what_to_do(standing):
    nobody = standing.table.iloc[:0]
    assert "Hãy chọn năm, khối hoặc loại khác" in counted_flags.answer(
        standing, nobody, counted_flags.counted(standing, nobody)
    )


def test_only_rules_and_indicators_that_occur_can_be_chosen(standing):
    counted = counted_flags.counted(standing, standing.table)
    assert list(counted_flags.rule_choices(counted)) == ["Tất cả", "Dưới mốc"]
    assert list(counted_flags.indicator_choices(standing.plan, counted)) == [
        "Tất cả",
        "Tổng điểm",
        "Hài lòng",
    ]


def test_a_card_says_the_missing_points_once_and_names_the_cells(standing):
    card = next(iter(flag_cards.cards(standing, counted_flags.counted(standing, standing.table))))
    score = card.lines[0]
    assert (card.name, card.block, card.level) == ("Đơn vị a", "Khối 1", "fact")
    assert score.sentence == "Điểm 2025 là 74,0, thấp hơn mốc 85 (mốc Tổng kết 2025) là 11,0 điểm."
    assert score.lifts == "Cần thêm 11,0 điểm để đạt mốc 85."
    assert score.source == "a.xlsx, nhiều ô"


def test_what_is_needed_is_the_gap_that_the_flag_says(standing):
    quarter = flags(
        {
            "unit": "a",
            "rule": "target",
            "level": "named",
            "numbers": {"value": 78.25, "target": 85.0},
        }
    )
    assert lifted(standing, only(quarter)) == "Cần thêm 6,7 điểm để đạt mốc 85."


def test_a_survey_below_its_target_says_how_many_people_are_missing(standing):
    flag = only(standing.flags[standing.flags["indicator"] == "satisfaction"])
    assert (
        lifted(standing, flag) == "Cần thêm 1 người hài lòng trên 20 phiếu để đạt mốc 90%."
    )  # 0.9 × 20 = 18, 17 are there


def test_a_fall_is_lifted_by_reaching_the_target_again(standing):
    below, above = (
        flags({"unit": "a", "rule": "falling", "level": "named"}),
        flags({"unit": "c", "rule": "falling", "level": "watch"}),
    )
    assert (
        lifted(standing, only(below))
        == "Cần thêm 11,0 điểm để đạt lại mốc 85, khi đó không còn nêu tên; chuỗi năm thôi giảm thì hết cờ."
    )
    assert lifted(standing, only(above)) == "Chuỗi năm thôi giảm thì hết cờ."


def test_the_way_back_to_the_peers_is_the_shorter_of_two():
    assert (
        points_to_peers(12.0, -6.0, 5.0, -3.0) == 6.0
    )  # scale 2: 12 − 5 = 7 by the gap, 12 − 6 = 6 by z
    assert points_to_peers(12.0, -3.2, 5.0, -3.0) == pytest.approx(0.75)  # scale 3.75: 12 − 11.25


def test_a_watched_unit_hears_the_chance_and_a_sure_one_how_rarely_chance_does_it(standing):
    numbers = {"target": 85.0, "level": 73.0, "below": 0.93, "p": 0.004, "value": 74.0}
    row = {"unit": "a", "rule": "target", "level": "watch", "numbers": numbers}
    watched = only(flags(row | {"certainty": "probable", "why": "guard"}))
    assert sure(standing, watched) == "Khả năng mức thật nằm dưới mốc 85: khoảng 93%."
    waiting = only(flags(row | {"certainty": "certain_not_appraised", "why": "not_appraised"}))
    assert (
        sure(standing, waiting)
        == "Nếu mức thật đúng bằng mốc 85 thì chỉ khoảng 0,4% trường hợp thấp như vậy."
    )


def test_a_falling_unit_hears_how_rarely_chance_makes_such_years(standing):
    numbers = {"down": 6.0, "pairs": 6.0, "p": 0.0001}
    row = {"unit": "c", "rule": "falling", "level": "watch", "numbers": numbers}
    assert sure(standing, only(flags(row | {"certainty": "certain", "why": "reached"}))) == (
        "So với chính đơn vị các năm trước, giảm ở 6/6 cặp năm: nếu mức thật không giảm thì chỉ dưới 0,1% trường hợp gặp dãy điểm như vậy."
    )


def test_the_copied_list_can_be_pasted_into_a_letter(standing):
    made = flag_cards.cards(
        standing,
        counted_flags.chosen(
            counted_flags.counted(standing, standing.table), rule=None, indicator="score"
        ),
    )
    assert flag_cards.as_text(made, "Phong trào, năm 2025", "Cuối.").splitlines() == [
        "Phong trào, năm 2025",
        "",
        "1. Đơn vị a (Khối 1)",
        "   - Điểm 2025 là 74,0, thấp hơn mốc 85 (mốc Tổng kết 2025) là 11,0 điểm. Cần thêm 11,0 điểm để đạt mốc 85.",
        "",
        "Cuối.",
    ]


def test_one_year_of_figures_is_told_apart_from_two(standing):
    first = tiny.assess(
        tiny.plan(),
        tiny.records(
            tiny.units({"unit": "a"}), tiny.results(("a", "A", 2025, 30), ("a", "B", 2025, 30))
        ),
        2025,
        tiny.AS_OF,
    )
    assert counted_flags.one_year_only(first)
    assert counted_flags.one_year_only(dataclasses.replace(standing, year=2024))
    assert not counted_flags.one_year_only(standing)


def written(*rows: tuple) -> pd.DataFrame:
    rest = {"quote": "…", "place": "4", "file": "a.xlsx", "sheet": "T", "cell": "B6"}
    return pd.DataFrame(
        [
            {"unit": unit, "year": year, "category": category, **rest}
            for unit, year, category in rows
        ]
    )


def test_a_kind_of_limitation_counts_units_not_sentences(standing):
    rows = written(
        ("a", 2025, "trang_phuc"),
        ("a", 2025, "trang_phuc"),
        ("b", 2024, "trang_phuc"),
        ("b", 2025, "nhan_thuc"),
        ("c", 2025, "nhan_thuc"),
        ("x", 2025, "nhan_thuc"),
    )
    kinds = limitations.recurring(standing.plan, rows, standing.table["unit"], 2025)
    assert kinds.to_dict("records") == [
        {"kind": "Nhận thức về phong trào", "now": 2, "before": 0, "units": 2, "years": 1},
        {"kind": "Trang phục, đeo thẻ", "now": 1, "before": 1, "units": 2, "years": 2},
    ]
    assert (
        limitations.finding(kinds, 2025)
        == "Năm 2025, các đơn vị tự nêu nhiều nhất: Nhận thức về phong trào (2 đơn vị) và Trang phục, đeo thẻ (1 đơn vị)."
    )


def test_quotes_stand_under_their_unit_with_their_cell(standing):
    found = limitations.quotes(
        standing,
        written(("b", 2025, "khac"), ("a", 2025, "unheard_of"), ("a", 2024, "khac")),
        standing.table["unit"],
    )
    assert found[["unit", "kind", "source"]].to_dict("records") == [
        {"unit": "a", "kind": "unheard_of", "source": "a.xlsx, trang “T”, ô B6"},
        {"unit": "b", "kind": "Khác", "source": "a.xlsx, trang “T”, ô B6"},
    ]


def test_no_limitations_in_the_year_are_said_not_drawn(standing):
    kinds = limitations.recurring(
        standing.plan, written(("a", 2024, "khac")), standing.table["unit"], 2025
    )
    assert (
        limitations.finding(kinds, 2025)
        == "Năm 2025 chưa có báo cáo nào nêu tồn tại, hạn chế trong phạm vi đang chọn."
    )


def test_the_picture_shows_the_level_of_all_years_with_its_interval(standing):
    numbers = {"value": 74.0, "target": 85.0, "level": 73.0, "sd": 2.0}
    flagged = flags(
        {"unit": "a", "rule": "target", "level": "watch", "numbers": numbers},
        {"unit": "b", "rule": "falling", "level": "watch"},
    )
    evidence = {"score_levels": pd.DataFrame({"df": [1e9]}, index=["a"])}
    drawn = below_target.picture(dataclasses.replace(standing, inferred=evidence), flagged)
    assert drawn.table.frame[["unit", "gap"]].to_dict("records") == [{"unit": "a", "gap": 11.0}]
    assert drawn.table.frame[["low", "high"]].iloc[0].tolist() == pytest.approx(
        [73 - 1.96 * 2, 73 + 1.96 * 2], abs=1e-3
    )
    assert drawn.figure.layout.title.text == "Đơn vị a xa mốc nhất: thiếu 11,0 điểm"
    assert (
        drawn.alt
        == "Biểu đồ điểm năm và mức nhiều năm của 1 đơn vị dưới mốc: Đơn vị a 74,0 so với mốc 85."
    )


def test_of_very_many_units_the_picture_draws_the_furthest_and_says_so(standing, monkeypatch):
    numbers = {"value": 74.0, "target": 85.0, "level": 73.0, "sd": 2.0}
    flagged = flags(
        {"unit": "a", "rule": "target", "level": "watch", "numbers": {**numbers, "value": 80.0}},
        {"unit": "b", "rule": "target", "level": "watch", "numbers": numbers},
    )
    evidence = {"score_levels": pd.DataFrame({"df": [1e9, 1e9]}, index=["a", "b"])}
    monkeypatch.setattr(below_target, "MOST", 1)
    drawn = below_target.picture(dataclasses.replace(standing, inferred=evidence), flagged)
    said = "Hình vẽ 1 đơn vị xa mốc nhất trong 2; bảng số liệu của hình có đủ."
    assert drawn.alt.endswith(f"Đơn vị b 74,0 so với mốc 85. {said}")
    assert said in drawn.figure.layout.title.subtitle.text.replace("<br>", " ")
    assert drawn.table.frame["unit"].tolist() == ["b", "a"]
    assert len(drawn.figure.data[0].y) == 1


def test_without_a_flag_about_the_level_there_is_no_picture(standing):
    assert (
        below_target.picture(standing, flags({"unit": "b", "rule": "falling", "level": "watch"}))
        is None
    )
    assert (
        below_target.picture(
            standing, flags({"unit": "a", "rule": "target", "level": "watch"}).iloc[:0]
        )
        is None
    )
