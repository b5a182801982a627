"""Tổng quan: its sentences, tiles and lists, from provinces of a few units."""

from __future__ import annotations

import pandas as pd
import tiny

from dashboard.views import changes, summary, summary_status, summary_tiles


def province(scores: dict[tuple[str, int], float], year: int):
    """A standing whose units have these totals (A of 60 and B of 40 points)."""
    units = sorted({unit for unit, _ in scores})
    rows = [
        row
        for (unit, when), score in scores.items()
        for row in ((unit, "A", when, min(score, 60)), (unit, "B", when, max(score - 60, 0)))
    ]
    return tiny.assess(
        tiny.plan(),
        tiny.records(tiny.units(*({"unit": unit} for unit in units)), tiny.results(*rows)),
        year,
        tiny.AS_OF,
    )


def test_the_answer_counts_units_at_behind_and_without_data():
    standing = province(
        {("U1", 2025): 90, ("U2", 2025): 84, ("U3", 2025): 70, ("U4", 2024): 90}, 2025
    )
    assert (
        summary.answer(standing, standing.table)
        == "Mốc tổng kết 2025: 1/4 đơn vị đạt mốc 85 điểm, 1 chậm, 1 rất chậm, 1 chưa đủ dữ liệu."
    )


def test_the_answer_names_the_block_that_is_looked_at():
    standing = province({("U1", 2025): 90}, 2025)
    assert (
        summary.answer(standing, standing.table, "Khối 1")
        == "Khối 1. Mốc tổng kết 2025: 1/1 đơn vị đạt mốc 85 điểm."
    )


def test_a_year_between_milestones_looks_at_the_next_one():
    standing = province({("U1", 2019): 70, ("U1", 2023): 90}, 2023)
    assert summary.milestone_words(standing) == "Năm 2023, hướng tới mốc tổng kết 2025"


def test_nobody_in_view_names_the_years_that_have_units():
    standing = province({("U1", 2025): 90}, 2025)
    members = standing.members[standing.members["year"] < 2021]
    assert (
        summary.nobody(standing, members)
        == "Năm 2025 không có đơn vị nào được đánh giá trong phạm vi đang chọn. Các năm có đơn vị được đánh giá: 2019 và 2020."
    )


def test_the_status_chart_is_titled_by_the_block_with_most_units_behind():
    table = pd.DataFrame(
        {
            "assessed": True,
            "block": ["A", "A", "B", "B"],
            "status": ["met", "slow", "very_slow", "slow"],
        }
    )
    assert summary_status.status_title(table) == "Tỷ lệ đơn vị chậm hoặc rất chậm cao nhất: B (2/2)"


def test_blocks_that_are_equally_far_behind_are_named_together_or_not_at_all():
    two = pd.DataFrame(
        {
            "assessed": True,
            "block": ["A", "A", "B", "B", "C"],
            "status": ["met", "slow", "met", "slow", "met"],
        }
    )
    assert (
        summary_status.status_title(two)
        == "Tỷ lệ đơn vị chậm hoặc rất chậm cao nhất: A (1/2) và B (1/2)"
    )
    three = pd.concat([two, pd.DataFrame({"assessed": True, "block": ["C"], "status": ["slow"]})])
    assert summary_status.status_title(three) == "3/6 đơn vị chậm hoặc rất chậm so với mốc"


def test_a_province_with_nobody_behind_says_so():
    table = pd.DataFrame({"assessed": True, "block": ["A", "B"], "status": ["met", "on_track"]})
    assert summary_status.status_title(table) == "Không đơn vị nào chậm so với mốc"
    assert (
        summary_status.status_title(table.assign(status="no_data"))
        == "Chưa đủ dữ liệu để đối chiếu với mốc"
    )


def test_tiles_show_a_dash_where_nothing_is_known():
    standing = province({("U1", 2025): 90}, 2025)
    tiles = {tile.label: tile.value for tile in summary_tiles.tiles(standing, standing.table)}
    assert tiles == {
        "Báo cáo đã nộp": "–",
        "Người dân hài lòng": "–",
        "So với năm trước": "–",
        "Đã thẩm định": "1/1",
    }


def test_satisfaction_adds_forms_and_never_averages_rates():
    results = tiny.results(("U1", "HL", 2025, 80, 100), ("U2", "HL", 2025, 9, 20))
    standing = tiny.assess(
        tiny.plan(),
        tiny.records(tiny.units({"unit": "U1"}, {"unit": "U2"}), results),
        2025,
        tiny.AS_OF,
    )
    tile = summary_tiles.tiles(standing, standing.table)[1]
    assert (tile.value, tile.note) == (
        "74,2%",
        "89/120 phiếu của 2 đơn vị",
    )  # 89/120, not the mean of 80% and 45%


def test_crossings_are_told_apart_by_this_years_target():
    standing = province(
        {
            ("U1", 2024): 80,
            ("U1", 2025): 86,
            ("U2", 2024): 88,
            ("U2", 2025): 84,
            ("U3", 2024): 90,
            ("U3", 2025): 91,
            ("U4", 2025): 99,
        },
        2025,
    )
    assert list(changes.newly_reached(standing.table)["unit"]) == ["U1"]
    assert list(changes.newly_below(standing.table)["unit"]) == ["U2"]
    assert (
        changes.sentence(standing, standing.table)
        == "Trong 3 đơn vị có điểm cả hai năm 2024 và 2025: 1 đơn vị mới đạt mốc 85 điểm, 1 đơn vị mới xuống dưới mốc."
    )
    assert changes.lines(standing.plan.scale, changes.newly_reached(standing.table)) == [
        ("U1", "Đơn vị U1", "80,0 → 86,0 điểm")
    ]


def test_a_unit_that_stands_exactly_at_the_target_has_reached_it():
    standing = province(
        {("U1", 2024): 84, ("U1", 2025): 85, ("U2", 2024): 85, ("U2", 2025): 85}, 2025
    )
    assert list(changes.newly_reached(standing.table)["unit"]) == ["U1"]
    assert changes.newly_below(standing.table).empty


def test_the_first_year_has_no_year_before_it():
    standing = province({("U1", 2019): 80}, 2019)
    assert (
        changes.sentence(standing, standing.table)
        == "Năm 2019 là năm đầu của phong trào nên chưa có năm trước để so."
    )


def test_flags_are_counted_by_unit_and_level_and_quiet_levels_are_left_out():
    standing = province({("U1", 2025): 70, ("U2", 2025): 90}, 2025)
    assert (
        summary_status.flags_sentence(standing, standing.table)
        == "1 đơn vị chỉ có sự việc cần nhắc (dưới mốc, báo cáo muộn hoặc chưa nộp); 1 đơn vị không có cờ."
    )
    assert summary_status.flagged(standing, standing.table).empty
    only = standing.table[standing.table["unit"] == "U2"]
    assert (
        summary_status.flags_sentence(standing, only)
        == "Không đơn vị nào trong phạm vi đang chọn có cờ."
    )


def test_a_list_of_flags_has_the_name_as_a_link_and_the_sentence_without_it():
    standing = province({("U1", 2025): 70}, 2025)
    flags = summary_status.flagged(standing, standing.table, "fact")
    unit, name, words = summary_status.flag_lines(flags)[0]
    assert (unit, name) == ("U1", "Đơn vị U1")
    assert words.startswith("điểm 2025 là 70,0, thấp hơn mốc 85")


def test_without_a_target_nothing_is_said_of_reaching_one():
    standing = province({("U1", 2022): 80, ("U2", 2022): 70}, 2022)
    table = standing.table.assign(target=float("nan"), status=None)
    assert (
        summary.answer(standing, table)
        == "Năm 2022: mức giữa là 75,0 điểm của 2 đơn vị; kế hoạch chưa đặt mốc cho tổng điểm."
    )
    assert (
        changes.sentence(standing, table)
        == "Chưa so được với mốc: kế hoạch chưa đặt mốc cho tổng điểm."
    )


def test_of_very_many_blocks_the_picture_holds_those_with_most_behind_and_says_so():
    blocks = [f"Khối {number}" for number in range(1, 43)]
    slow = [*range(21), *range(21)]  # nobody is behind in blocks 1 and 22
    counts = pd.DataFrame(
        {"block": ["Toàn tỉnh", *blocks], "slow": [sum(slow), *slow], "all": [21 * 42, *[21] * 42]}
    )
    drawn = summary_status.most_behind(counts)
    assert list(drawn["block"]) == [
        "Toàn tỉnh",
        *(block for block in blocks if block not in ("Khối 1", "Khối 22")),
    ]
    assert (
        "40 khối có tỷ lệ chậm hoặc rất chậm cao nhất trong 42 khối"
        in summary_status.status_drawn(counts)
    )
    few = counts.head(41)
    assert len(
        summary_status.most_behind(few)
    ) == 41 and "Chỉ vẽ" not in summary_status.status_drawn(few)
