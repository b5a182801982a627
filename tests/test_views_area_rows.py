"""The table of a unit that a council reads, and the units like it: tiny tables, worked out by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
import tiny

from dashboard.ui import area_table
from dashboard.views import area_rows, like_units

UNITS = tiny.units({"unit": "a"}, {"unit": "b"}, {"unit": "c"}, {"unit": "d"})
RESULTS = tiny.results(
    ("a", "A", 2024, 42),
    ("a", "B", 2024, 30),
    ("a", "A", 2025, 48),
    ("a", "B", 2025, 30),
    ("a", "HL", 2025, 90, 100),
    ("b", "A", 2025, 30),
    ("b", "B", 2025, 36),
    ("c", "A", 2025, 54),
    ("c", "B", 2025, 20),
    ("c", "HL", 2025, 95, 100),
    ("d", "A", 2025, 60),
)


def assessed(results=RESULTS, plan=None):
    found = tiny.records(UNITS, results)
    return tiny.assess(plan or tiny.plan(), found, 2025, tiny.AS_OF)


def rows(results=RESULTS, unit: str = "a", plan=None) -> dict[str, area_rows.AreaRow]:
    return {one.name: one for one in area_rows.rows(assessed(results, plan), results, unit)}


def test_a_criterion_stands_beside_the_lowest_middle_and_highest_of_its_block():
    one = rows()["Tiêu chí A"]
    assert one.value == "48/60" and one.own == pytest.approx(0.8)
    assert one.block[:3] == pytest.approx((0.5, 0.85, 1.0))  # 30, 48, 54, 60 of 60
    assert one.block.units == 4
    assert (one.asked, one.state) == ("", ""), "nothing is asked of it"
    assert "a.xlsx" in one.source


def test_a_change_is_in_points_of_percent_of_the_criterion_and_of_the_total_in_points():
    found = rows()
    assert found["Tiêu chí A"].change == "+10,0 điểm %"  # 42/60 to 48/60
    assert found["Tiêu chí B"].change == "0,0 điểm %"
    assert found["Tổng điểm"].change == "+6,0 điểm"
    assert found["Hài lòng"].change == "", "no year before"


def test_a_new_way_of_measuring_has_no_change():
    text = tiny.PLAN.replace(
        'code = "A", group = "G1", kind = "points"',
        'code = "A", group = "G1", kind = "points", break_years = [2025]',
    )
    found = rows(plan=tiny.plan(text))
    assert found["Tiêu chí A"].change == "" and found["Tiêu chí B"].change == "0,0 điểm %"


def test_the_total_is_held_against_its_target():
    one = rows()["Tổng điểm"]
    assert (one.value, one.asked, one.target, one.state) == ("78,0", "85", 0.85, "▼▼ rất chậm")
    assert one.block.units == 3, "d has no total"


def test_where_fewer_than_three_units_have_a_value_no_range_shows_them():
    one = rows()["Hài lòng"]
    assert one.block.units == 2 and one.block.low != one.block.low
    assert "band" not in area_table._picture(one, 0.5) and "dot" in area_table._picture(one, 0.5)


def test_what_is_only_self_scored_says_so_and_what_is_missing_is_no_zero():
    own = tiny.results(("a", "A", 2025, 48), stage="self")
    found = rows(own)
    assert found["Tiêu chí A"].value == "48/60 (tự chấm)"
    missing = found["Tiêu chí B"]
    assert missing.value == "chưa có số liệu" and missing.own != missing.own
    assert area_table._picture(missing, 0.0) == "–"


def test_the_pictures_share_a_scale_that_begins_below_the_lowest_of_all():
    made = list(rows().values())
    assert area_rows.scale(made) == 0.5, "B of c: 20 of 40 points"
    assert area_rows.scale([]) == 0
    assert area_rows.scale([made[0]._replace(own=0.79, block=area_rows.Spread())]) == 0.7


def test_units_like_one_are_of_its_block_and_nearest_in_size_by_ratio():
    standing = assessed()
    sized = replace(standing, table=standing.table.assign(staff=[20, 10, 25, 80]))
    found = like_units.like_units(sized, "a")
    assert list(found.frame["unit"]) == ["b", "a", "c", "d"], "by size"
    assert found.frame["called"].tolist()[1] == "Đơn vị a (đơn vị này)"


def test_who_is_alone_or_of_unknown_size_has_nobody_like_it():
    alone = tiny.assess(
        tiny.plan(),
        tiny.records(tiny.units({"unit": "a"}), tiny.results(("a", "A", 2025, 48))),
        2025,
        tiny.AS_OF,
    )
    assert like_units.like_units(alone, "a") is None


def test_names_that_people_wrote_are_escaped():
    row = rows()["Tiêu chí A"]._replace(name="<b>x", source="<script>", value="<i>")
    text = area_table._row(row, 0.0)
    assert "<script>" not in text and "<b>x" not in text and "<i>" not in text
