"""The list of units and what a change of them would do, in sentences."""

from __future__ import annotations

import pandas as pd
from tiny import AS_OF, assess, plan, records, results, units

from dashboard.assessment.what_if import as_if, differences
from dashboard.views import units as view
from dashboard.views import units_words as words
from data_access.unit_changes import CODES

LINEAGE = pd.DataFrame(
    [
        {
            "before": "A",
            "after": "N",
            "on": pd.Timestamp(2025, 7, 1),
            "kind": "merge",
            "document": "NQ 1",
        }
    ]
)
ALIASES = pd.DataFrame([{"alias": "Xã An", "unit": "A"}])
UNITS = units(
    {"unit": "A", "valid_to": "2025-06-30"},
    {"unit": "N", "name": "Phường N", "valid_from": "2025-07-01"},
    {"unit": "B", "name": "Xã Bình"},
)
YEARS = pd.DataFrame([{"unit": "N", "year": 2025, "block": "Cụm 1", "staff": 12}])


def test_the_first_sentence_counts_the_living_and_the_ended_and_says_the_last_day():
    assert (
        view.answer(UNITS, LINEAGE)
        == "Danh sách có 2 đơn vị đang hoạt động và 1 đơn vị đã kết thúc; lần sắp xếp gần nhất có hiệu lực từ 1/7/2025."
    )
    assert "chưa ghi lần sắp xếp nào" in view.answer(UNITS, LINEAGE.iloc[:0])
    assert "chưa có đơn vị nào" in view.answer(UNITS.iloc[:0], LINEAGE)


def test_the_list_has_the_living_first_with_their_families_and_other_names():
    rows = view.listed(plan(), UNITS, YEARS, LINEAGE, ALIASES, 2025)
    assert rows["unit"].tolist() == ["N", "B", "A"]
    one = rows.set_index("unit")
    assert one.loc["N", ["block", "staff", "family", "kind_name"]].tolist() == [
        "Cụm 1",
        12,
        "từ Đơn vị A",
        "Sở",
    ]
    assert one.loc["A", ["family", "others"]].tolist() == ["thành Phường N", "Xã An"]
    assert pd.isna(one.at["B", "block"])


def test_a_dated_change_is_looked_at_in_its_year_and_the_next_and_a_block_in_its_own():
    ended = {"units": pd.DataFrame([{"unit": "A", "valid_to": pd.Timestamp(2022, 8, 31)}])}
    assert view.effect_years(plan(), ended) == [2022, 2023]
    assert view.effect_years(plan(), {"lineage": LINEAGE}) == [2025]
    assert view.effect_years(plan(), {"unit_years": YEARS}) == [2025]
    assert view.effect_years(plan(), {"aliases": ALIASES}) == []


def test_the_effect_says_who_leaves_who_enters_and_whose_series_starts_anew():
    known = records(
        units({"unit": "A"}, {"unit": "B"}),
        results(
            ("A", "A", 2022, 50), ("A", "B", 2022, 30), ("B", "A", 2022, 30), ("B", "B", 2022, 40)
        ),
    )
    tables = {
        "units": pd.DataFrame(
            [
                {
                    "unit": "N",
                    "name": "Phường N",
                    "kind": "so",
                    "valid_from": pd.Timestamp(2022, 7, 1),
                    "valid_to": pd.NaT,
                },
                {
                    "unit": "A",
                    "name": "Đơn vị A",
                    "valid_from": pd.NaT,
                    "valid_to": pd.Timestamp(2022, 6, 30),
                },
            ]
        )
    }
    found = differences(
        assess(plan(), known, 2022, AS_OF), assess(plan(), as_if(known, tables), 2022, AS_OF)
    )
    lines = view.effect_lines({2022: found}, tables, {"A": "Đơn vị A", "B": "Đơn vị B"})
    assert lines[0] == "Năm 2022: 1 đơn vị ra khỏi đánh giá (Đơn vị A)"
    assert lines[1] == "Năm 2022: 1 đơn vị vào đánh giá (Phường N)"
    assert lines[-1] == "Chuỗi điểm bắt đầu lại từ đầu: Phường N."
    rows = view.effect_rows({2022: found}).set_index("name")
    assert rows.at["Đơn vị A", "effect"] == "ra khỏi đánh giá"
    assert rows.at["Đơn vị A", "score_before"] == 80


def test_a_new_name_tells_that_the_old_one_is_kept_and_that_nothing_else_moves():
    tables = {
        "units": pd.DataFrame([{"unit": "A", "name": "Xã A Mới"}]),
        "aliases": pd.DataFrame([{"alias": "Đơn vị A", "unit": "A"}]),
    }
    assert view.effect_lines({}, tables, {"A": "Đơn vị A"}) == [
        "Tên cũ “Đơn vị A” thành tên gọi khác."
    ]


def test_every_problem_of_a_change_has_a_sentence_that_takes_its_fields():
    assert set(words.PROBLEMS) == set(CODES)
    for code, fields in CODES.items():
        assert "{" not in words.problem(code, dict.fromkeys(fields, "X"))
