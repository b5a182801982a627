"""The list of units and what a change of them would do, in sentences."""

from __future__ import annotations

import pandas as pd
from tiny import AS_OF, assess, plan, records, results, units

from dashboard.assessment.what_if import as_if
from dashboard.views import new_units
from dashboard.views import units as view
from dashboard.views import units_words as words
from data_access.unit_change import CODES

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


def test_a_new_unit_is_shown_with_those_it_comes_from_its_block_its_reports_and_its_history():
    """A (40/50 in 2022) and B (80/100) become N on 1/7/2022: N owes the report of 15/12/2022, and 2021 adds up where both have forms."""
    known = records(
        units({"unit": "A"}, {"unit": "B"}),
        results(("A", "HL", 2021, 40, 50), ("B", "HL", 2021, 80, 100), ("A", "HL", 2020, 40, 50)),
    )
    tables = {
        "units": pd.DataFrame(
            [
                {
                    "unit": "N",
                    "name": "Phường N",
                    "kind": "so",
                    "valid_from": pd.Timestamp(2022, 7, 1),
                },
                {"unit": "A", "name": "Đơn vị A", "valid_to": pd.Timestamp(2022, 6, 30)},
                {"unit": "B", "name": "Đơn vị B", "valid_to": pd.Timestamp(2022, 6, 30)},
            ]
        ),
        "unit_years": pd.DataFrame([{"unit": "N", "year": 2022, "block": "Cụm 1", "staff": 9}]),
        "lineage": pd.DataFrame(
            [
                {
                    "before": one,
                    "after": "N",
                    "on": pd.Timestamp(2022, 7, 1),
                    "kind": "merge",
                    "document": "NQ 1",
                }
                for one in "AB"
            ]
        ),
    }
    after = as_if(known, tables)
    after = after._replace(lineage=after.lineage.astype({"on": "datetime64[us]"}))
    surveys = assess(plan(), known, 2022, AS_OF).surveys
    (row,) = new_units.new_units(plan(), tables, after, surveys).to_dict("records")
    assert row == {
        "name": "Phường N", "kind": "Sở", "since": pd.Timestamp(2022, 7, 1), "family": "Đơn vị A và Đơn vị B",
        "block": "Cụm 1", "reports": "Báo cáo năm (hạn 15/12/2022)", "comparable": "2021",
    }  # fmt: skip
    earlier = pd.DataFrame(
        [
            {
                "before": "Z",
                "after": "A",
                "on": pd.Timestamp(2020, 7, 1),
                "kind": "merge",
                "document": "NQ 0",
            }
        ]
    )
    before = after._replace(
        lineage=pd.concat([earlier, after.lineage]).astype({"on": "datetime64[us]"})
    )
    assert new_units.new_units(plan(), tables, before, surveys)["name"].tolist() == ["Phường N"], (
        "an old unit that was made by an earlier merger is not new"
    )
    assert view.old_names(tables, {"A": "Đơn vị A", "B": "Đơn vị B"}) == [
        "Chuỗi điểm bắt đầu lại từ đầu: Phường N."
    ]


def test_a_new_name_tells_that_the_old_one_is_kept():
    tables = {
        "units": pd.DataFrame([{"unit": "A", "name": "Xã A Mới"}]),
        "aliases": pd.DataFrame([{"alias": "Đơn vị A", "unit": "A"}]),
    }
    assert view.old_names(tables, {"A": "Đơn vị A"}) == ["Tên cũ “Đơn vị A” thành tên gọi khác."]


def test_every_problem_of_a_change_has_a_sentence_that_takes_its_fields():
    assert set(words.PROBLEMS) == set(CODES)
    for code, fields in CODES.items():
        assert "{" not in words.problem(code, dict.fromkeys(fields, "X"))
