"""The page of methods: examples that a person can work out by hand, and tables from published figures."""

from __future__ import annotations

import re

import pandas as pd
import pytest
import tiny

from dashboard.assessment.standing import Standing
from dashboard.plan import Limits, load_plan
from dashboard.views import method, method_ranks, method_scores, method_surveys, method_verdicts
from dashboard.views import method_words as words

PLAN = tiny.plan()
UNITS = tiny.units(*({"unit": f"S{number}"} for number in range(1, 4)))


def standing(*rows: tuple, year: int = 2022, stage: str = "appraised", **more) -> Standing:
    return tiny.assess(
        PLAN, tiny.records(UNITS, tiny.results(*rows, stage=stage), **more), year, tiny.AS_OF
    )


THREE = standing(
    ("S1", "A", 2022, 45),
    ("S1", "B", 2022, 30),
    ("S2", "A", 2022, 48),
    ("S2", "B", 2022, 34),
    ("S3", "A", 2022, 40),
    ("S1", "HL", 2022, 24, 30),
    ("S2", "HL", 2022, 270, 300),
    ("S2", "CN1", 2022, 17, 20),
)


def example(where: Standing, anchor: str, unit: str) -> list[str]:
    return method.EXAMPLES[anchor](where, unit, where.table)


def test_the_answer_sets_below_a_target_beside_named():
    assert (
        method.answer(THREE, THREE.table)
        == "Năm 2022: 1/3 đơn vị dưới ít nhất một mốc, chưa đơn vị nào đủ chắc chắn để nêu tên. Dưới mốc là sự việc; nêu tên cần kiểm chứng."
    )


def test_before_any_milestone_is_due_nobody_is_below_one():
    early = standing(("S1", "A", 2019, 30), ("S1", "B", 2019, 20), year=2019)
    assert method.answer(early, early.table) == words.NOTHING_DUE.format(year=2019)


def test_one_unit_with_one_criterion_breaks_no_example():
    alone = tiny.assess(
        PLAN, tiny.records(UNITS.iloc[:1], tiny.results(("S1", "A", 2020, 45))), 2020, tiny.AS_OF
    )
    told = [line for anchor in method.EXAMPLES for line in example(alone, anchor, "S1")]
    assert told and not any(word in line for line in told for word in ("nan", "None", "NaT"))


def test_without_any_unit_the_page_still_explains_everything_and_shows_no_example():
    nobody = THREE.table.iloc[:0]
    assert "được tính thế nào" in method.answer(THREE, nobody)
    assert method.example_unit(nobody, 30) is None
    sections = method.sections(THREE, nobody, None)
    assert [one.anchor for one in sections] == list(words.METHODS)
    assert all(one.example == [] for one in sections)


def test_the_example_is_a_unit_in_the_middle_of_those_with_the_most_to_show():
    table = pd.DataFrame(
        {
            "unit": list("abcde"),
            "assessed": [True] * 4 + [False],
            "score": [90.0, 70.0, 80.0, 85.0, 60.0],
            "rank": [1.0, 3.0, 2.0, float("nan"), 4.0],
            "respondents": [100.0, 100.0, 100.0, 100.0, 100.0],
            "change": [1.0, 1.0, 1.0, 1.0, 1.0],
        }
    )
    assert method.example_unit(table, 30) == "c"


def test_no_explanation_has_an_unfilled_place_and_every_parameter_in_it_is_the_plans():
    for one in method.sections(THREE, THREE.table, "S1"):
        assert "{" not in one.idea + one.caution + " ".join(one.example), one.anchor
    assert set(Limits.model_fields) <= set(method.parameters(PLAN))
    assert "95%" in next(
        one.idea
        for one in method.sections(THREE, THREE.table, "S1")
        if one.anchor == "khoang-tin-cay"
    )


def test_every_example_belongs_to_a_section():
    assert set(method.EXAMPLES) <= set(words.METHODS)


def test_the_total_is_worked_out_from_its_criteria():
    # 45 of 60 and 30 of 40 points: 75 of 100
    assert example(THREE, "diem", "S1") == [
        "Đơn vị S1 có 2 tiêu chí áp dụng, cộng trọng số là 100; đạt được 75.",
        "Tổng điểm = 100 × 75 / 100 = 75,0 điểm (đã thẩm định).",
    ]


def test_what_is_not_applicable_leaves_both_sums_of_the_example():
    one = standing(
        ("S1", "A", 2022, 45), ("S1", "B", 2022, None, None, {"state": "not_applicable"})
    )
    assert list(method_scores.weighted(one, "S1")["weight"]) == [60.0]
    assert example(one, "diem", "S1")[1] == "Tổng điểm = 100 × 45 / 60 = 75,0 điểm (đã thẩm định)."


def test_an_incomplete_score_is_shown_by_its_bounds():
    # 40 of 60 points and 40 points unknown: between 40 and 80 of 100
    assert example(THREE, "thieu-so-lieu", "S1") == [
        "Đơn vị S3 mới có số liệu của 60,0% trọng số: điểm nằm trong khoảng 40,0–80,0 nên chưa có tổng điểm.",
        "Tùy phần còn thiếu, đơn vị có thể đứng từ hạng 2 đến hạng 3 trong khối.",
    ]


def test_the_target_is_set_beside_the_score_with_the_status_in_words():
    # target 76 in 2022, score 75: 1 point short, due, less than 5 points: slow
    assert (
        example(THREE, "moc", "S1")[0]
        == "Đơn vị S1: 75,0 điểm, mốc 76 điểm (năm 2022), chênh −1,0 điểm: “chậm”."
    )


def test_the_path_of_the_example_starts_at_the_units_own_first_value():
    # 70 in 2019, 76 asked in 2022: 72 in 2020
    later = standing(
        ("S1", "A", 2019, 42),
        ("S1", "B", 2019, 28),
        ("S1", "A", 2020, 45),
        ("S1", "B", 2020, 30),
        year=2020,
    )
    assert example(later, "moc", "S1") == [
        "Đơn vị S1: 75,0 điểm, mốc 76 điểm (năm 2022), chênh −1,0 điểm: “đúng tiến độ”.",
        "Lộ trình bắt đầu từ 70,0 điểm năm 2019; năm 2020 cần 72,0 điểm.",
        "Nhịp độ 2,50: phần đã tăng so với phần phải tăng đến năm 2020 (1 là đúng lộ trình).",
        "Mỗi năm cần thêm 0,5 điểm để tới mốc.",
    ]


def test_a_rank_without_years_enough_has_no_interval_and_says_so():
    assert example(THREE, "hang", "S1") == [
        "Đơn vị S1 đứng thứ 2/2 đơn vị đủ dữ liệu của Khối 1.",
        "Chưa đủ năm số liệu để tính khoảng của hạng.",
    ]
    assert list(method_ranks.neighbours(THREE, "S1")["unit"]) == ["S2", "S1"]
    assert method_ranks.ranks_title(method_scores.row_of(THREE, "S3")) == "Chưa xếp hạng"


def test_a_small_block_is_not_compared():
    assert "chưa đủ đơn vị" in example(THREE, "trong-khoi", "S1")[0]


def test_the_interval_of_a_survey_is_wilsons_with_its_source():
    # 24 of 30 at 95 %: 62.69 to 90.49 % (Wilson 1927)
    assert example(THREE, "khoang-tin-cay", "S1") == [
        "Đơn vị S1: 24/30 phiếu hài lòng, tỷ lệ 80,0%; tỷ lệ thật hợp lý nằm trong khoảng 62,7–90,5% (độ tin cậy 95%).",
        "Nguồn: a.xlsx, trang “Kết quả”, ô B2.",
    ]
    assert example(THREE, "khoang-tin-cay", "S3") == ["Đơn vị S3 không có khảo sát năm 2022."]


def test_surveys_of_the_block_go_from_few_forms_to_many():
    rows = method_surveys.intervals_of_block(THREE, "S1")
    assert list(rows["unit"]) == ["S1", "S2"]
    assert (
        method_surveys.intervals_title(rows, 10)
        == "30 phiếu: khoảng rộng 27,8 điểm phần trăm; 300 phiếu: 6,8"
    )


@pytest.mark.parametrize(
    ("respondents", "percent"),
    [(15, 73), (30, 77), (60, 82), (100, 84), (200, 85.5), (500, 87.2), (1000, 88.1), (3000, 88.9)],
)
def test_what_one_survey_can_show_agrees_with_the_worked_table(respondents, percent):
    table = method_surveys.what_one_survey_shows(PLAN, float("nan")).set_index("respondents")
    assert (
        round(
            100 * table.at[respondents, "rate"],
            0 if percent == int(percent) and percent < 85 else 1,
        )
        == percent
    )
    assert pd.isna(table.at[respondents, "clustered"])


def test_scatter_between_surveys_asks_for_lower_rates_still():
    table = method_surveys.what_one_survey_shows(PLAN, 0.02).set_index("respondents")
    assert table.at[3000, "clustered"] == pytest.approx(0.816, abs=0.0005)


def test_without_years_of_surveys_the_scatter_is_not_known():
    assert example(THREE, "dao-dong", "S1") == ["Chưa đủ năm khảo sát để đo phần dao động này."]


def test_the_smallest_chances_are_one_in_the_number_of_orders():
    table = method_verdicts.smallest_chances()
    assert list(table["orders"]) == [6, 24, 120, 720, 5040]
    assert list(table["p"]) == pytest.approx([1 / 6, 1 / 24, 1 / 120, 1 / 720, 1 / 5040])


def test_people_still_needed_are_counted_for_the_staff():
    # 85 % of 20 people is what 17 are; the target for people is due in 2025: 90 % of 20 is 18
    assert example(THREE, "ca-nhan", "S2") == [
        "Đơn vị S2, Trang phục: 17/20 người đạt (85,0%); mốc 90%: cần thêm 1 người."
    ]
    assert "chưa có số liệu" in example(THREE, "ca-nhan", "S1")[0]


def test_a_report_is_a_fact_with_its_dates():
    filings = pd.DataFrame(
        [
            {
                "unit": "S1",
                "year": 2022,
                "kind": "annual",
                "number": None,
                "dated": pd.NaT,
                "submitted_on": pd.Timestamp("2022-12-18"),
                "first_submitted_on": pd.Timestamp("2022-12-18"),
                "file": "a.xlsx",
                "sheet": None,
                "cell": "C2",
            }
        ]
    )
    late = standing(("S1", "A", 2022, 45), filings=filings)
    assert example(late, "bao-cao", "S1") == [
        "Đơn vị S1: nộp ngày 18/12/2022, hạn 15/12/2022: muộn, chậm 3 ngày."
    ]
    assert example(late, "bao-cao", "S2") == ["Đơn vị S2: hạn 15/12/2022: chưa nộp."]
    assert example(standing(("S1", "A", 2021, 45), year=2021), "bao-cao", "S1") == [
        "Kế hoạch không có hạn nộp báo cáo năm 2021."
    ]


def test_units_that_are_not_assessed_are_counted():
    assert example(THREE, "sap-nhap", "S1") == [
        "Năm 2022: cả 3 đơn vị trong phạm vi đang chọn đều được đánh giá."
    ]
    assert (
        "2/3"
        in method_verdicts.lives(THREE, "S1", THREE.table.assign(assessed=[True, True, False]))[0]
    )


def test_nobody_is_reasoned_about_where_nobody_is_flagged():
    assert example(THREE, "neu-ten", "S1") == [
        "Năm 2022, trong phạm vi đang chọn, không đơn vị nào có số liệu dưới mốc đủ để nêu tên hay theo dõi theo quy tắc này."
    ]


def test_one_year_gives_no_level_no_trend_no_projection_and_each_says_why():
    for anchor in ("muc-nhieu-nam", "giam", "du-kien"):
        (line,) = example(THREE, anchor, "S1")
        assert "hưa đủ" in line


def test_a_named_unit_is_told_with_its_reasons():
    levels = {f"S{number}": 60 if number == 1 else 80 + number % 5 for number in range(1, 15)}
    units = tiny.units(*({"unit": unit} for unit in levels))
    rows = [
        (unit, criterion, year, share * (level + (year + place) % 3) / 100)
        for place, (unit, level) in enumerate(levels.items())
        for year in range(2019, 2026)
        for criterion, share in (("A", 60), ("B", 40))
    ]
    seen = tiny.assess(PLAN, tiny.records(units, tiny.results(*rows)), 2025, tiny.AS_OF)
    lines = example(seen, "neu-ten", "S2")
    assert lines[0].startswith("Nêu tên. Đơn vị S1: điểm 2025 là 6")
    assert "số liệu 7 năm 2019–2025" in lines[0]
    assert "hạng có thể nằm trong khoảng" in example(seen, "hang", "S2")[1]
    assert "mức thật ước" in example(seen, "muc-nhieu-nam", "S2")[0]
    assert "14 đơn vị trong Khối 1" in example(seen, "trong-khoi", "S2")[0]


def test_a_survey_without_a_target_has_no_line_that_nobody_set():
    """Without a milestone, and with milestones that ask nothing of the survey."""
    none = load_plan(
        re.sub(r"milestones = \[.*?\n\]\n", "milestones = []\n", tiny.PLAN, flags=re.S)
    )
    for plan in (none, load_plan(re.sub(r', \{measure = "HL".*?\}', "", tiny.PLAN))):
        assert method_surveys.last_target(plan) is None
        assert method_surveys.target_said(plan).startswith("90% (mức ví dụ")
    assert method_surveys.target_said(tiny.plan()) == "90%"
