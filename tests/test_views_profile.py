"""What a unit's own page says: tiny tables, hand-worked."""

import pandas as pd
import pytest
import tiny

from dashboard.assessment.standing import Standing
from dashboard.plan import Plan
from dashboard.views import (
    profile,
    profile_criteria,
    profile_lists,
    profile_pictures,
    series,
    unit_columns,
    unit_summary,
)

UNITS = tiny.units(
    {"unit": "a"},
    {"unit": "b"},
    {"unit": "c", "name": "Xã Mới", "valid_from": "2025-03-01"},
    {"unit": "d", "name": "Xã Cũ", "valid_to": "2025-02-28"},
)
RESULTS = tiny.results(
    ("a", "A", 2024, 42),
    ("a", "B", 2024, 28),
    ("a", "A", 2025, 44),
    ("a", "B", 2025, 30),
    ("a", "HL", 2025, 17, 20, {"very": 9}),
    ("a", "CN1", 2025, 18, 20),
    ("b", "A", 2024, 50),
    ("b", "B", 2024, 35),
    ("b", "A", 2025, 50),
    ("b", "B", 2025, 36),
    ("b", "HL", 2025, 7, 8),
    ("c", "A", 2025, 54),
    ("d", "A", 2024, 48),
    ("d", "B", 2024, 32),
)


@pytest.fixture(scope="module")
def standing() -> Standing:
    """2025: “a” 74, “b” 86 points, “c” lacks a criterion; “d” ended in February 2025 with 80 points in 2024."""
    return tiny.assess(tiny.plan(), tiny.records(UNITS, RESULTS), 2025, tiny.AS_OF)


@pytest.fixture(scope="module")
def before() -> Standing:
    return tiny.assess(tiny.plan(), tiny.records(UNITS, RESULTS), 2024, tiny.AS_OF)


def test_the_first_sentence_gives_score_rank_and_status(standing):
    assert (
        unit_summary.answer(standing, "a")
        == "Đơn vị a: 74,0 điểm năm 2025, hạng 2/2 Khối 1, rất chậm so với mốc 85 của năm 2025."
    )
    assert (
        unit_summary.answer(standing, "b")
        == "Đơn vị b: 86,0 điểm năm 2025, hạng 1/2 Khối 1, đạt mốc 85 của năm 2025."
    )


def test_an_unfinished_score_is_not_called_bad(standing):
    assert (
        unit_summary.answer(standing, "c")
        == "Xã Mới: năm 2025 chưa đủ số liệu để tính điểm (nằm trong khoảng 54,0–94,0); đây không phải là đánh giá kém."
    )


def test_tiles_give_figures_with_what_they_rest_on(standing):
    score, rank, satisfaction, report = unit_summary.tiles(standing, "a")
    assert (score.value, score.note) == ("74,0", "xếp loại Khá; tăng 4,0 điểm so với năm trước")
    assert rank.value == "2/2"
    assert (satisfaction.value, satisfaction.note) == (
        "85,0%",
        "17/20 phiếu; khoảng tin cậy 64,0–94,8%; mẫu nhỏ",
    )  # Wilson, 17 of 20
    assert (report.value, report.note) == ("–", "không có hạn nộp trong năm")


def test_eight_forms_are_counted_but_no_rate_is_made_of_them(standing):
    tile = unit_summary.tiles(standing, "b")[2]
    assert (tile.value, tile.note) == ("7/8 phiếu", "quá ít phiếu để tính tỷ lệ")


def test_the_unranked_hear_why(standing):
    assert unit_summary.tiles(standing, "c")[1].note == "chưa đủ tiêu chí để tính điểm"


def test_the_page_opens_at_the_last_year_in_which_the_unit_was_assessed(standing):
    assert profile.year_shown(standing.members, "d", 2025) == 2024
    assert profile.year_shown(standing.members, "c", 2022) == 2025
    assert profile.year_shown(standing.members, "a", 2022) == 2022
    assert profile.year_shown(standing.members, "nobody", 2025) is None


def test_another_year_than_the_asked_one_is_explained(standing, before):
    assert (
        profile.notices(before, UNITS, "d", 2025)[0]
        == "Đơn vị kết thúc ngày 28/2/2025; hồ sơ đang mở ở năm 2024, năm cuối được đánh giá."
    )
    assert (
        profile.notices(standing, UNITS, "c", 2022)[0]
        == "Năm 2022 chưa có đơn vị này (thành lập ngày 1/3/2025); hồ sơ đang mở ở năm 2025."
    )


def test_a_unit_with_one_year_so_far_hears_that_there_are_facts_only(standing, before):
    assert any("một năm" in sentence for sentence in profile.notices(standing, UNITS, "c", 2025))
    assert any("một năm" in sentence for sentence in profile.notices(before, UNITS, "a", 2024))
    assert not any(
        "một năm" in sentence for sentence in profile.notices(standing, UNITS, "a", 2025)
    )


def test_ended_units_stand_last_with_their_last_day_and_no_label_occurs_twice():
    twins = tiny.units(
        {"unit": "x", "name": "Xã Đông"},
        {"unit": "y", "name": "Xã Đông"},
        {"unit": "z", "name": "Xã An", "valid_to": "2025-06-30"},
        {"unit": "w", "name": "Xã Ân"},
    )
    assert profile.labels(twins) == {
        "w": "Xã Ân",
        "x": "Xã Đông (x)",
        "y": "Xã Đông (y)",
        "z": "Xã An (đến 30/6/2025)",
    }


def test_units_to_choose_from_have_their_rank_with_its_total(standing):
    assert list(zip(*profile.listed(standing.table)[["unit", "rank_words"]].to_numpy().T)) == [
        ("a", "2/2"),
        ("b", "1/2"),
        ("c", "–"),
        ("d", "–"),
    ]


def test_groups_are_set_against_the_middle_of_the_block(standing):
    groups = profile_pictures.groups(standing, "a")
    own = groups[["group", "score", "median", "low", "high", "units"]]
    assert own.to_dict("records") == [
        {"group": "G1", "score": 74.0, "median": 80.0, "low": 74.0, "high": 86.0, "units": 2}
    ]
    assert profile_pictures.groups_title(groups) == "Thấp hơn mức giữa của khối ở 1/1 nhóm tiêu chí"


def test_a_block_of_one_unit_is_not_compared(before):
    groups = profile_pictures.groups(before, "a").assign(units=1)
    assert profile_pictures.groups_title(groups) == "Khối chỉ có đơn vị này có điểm, không so sánh"


def test_surveys_of_the_years_keep_counts_where_a_rate_would_mislead(standing):
    few = profile_pictures.survey_years(standing, "b", "HL").iloc[0]
    small = profile_pictures.survey_years(standing, "a", "HL").iloc[0]
    assert (few["forms"], few["size"], pd.isna(few["rate"]), pd.isna(few["low"])) == (
        "7/8",
        "quá ít phiếu",
        True,
        True,
    )
    assert (small["forms"], small["size"], small["rate"], small["very"]) == (
        "17/20",
        "mẫu nhỏ",
        0.85,
        9,
    )


def test_pictures_over_the_years_say_what_they_draw(standing):
    merged = pd.DataFrame(columns=["before", "after", "on", "kind", "document"])
    picture = profile_pictures.over_years(
        standing,
        "a",
        "total",
        series.unit_values(standing, "total"),
        merged,
        todays_boundaries=False,
        columns=unit_columns.TREND,
    )
    rows = picture.table.frame
    assert list(rows.loc[rows["name"] == "Đơn vị a", "value"]) == [70.0, 74.0]
    assert "Đơn vị a" in picture.alt


def test_criteria_show_both_stages_with_the_cell_and_miss_none(standing):
    both = pd.concat([RESULTS, tiny.results(("a", "A", 2025, 50), stage="self")])
    rows = profile_criteria.criteria(standing, both, "a").set_index("criterion")
    assert list(rows.index) == ["A", "B", "HL", "CN1"]
    assert (rows.at["A", "self"], rows.at["A", "appraised"]) == ("50/60", "44/60")
    assert rows.at["A", "attained"] == pytest.approx(44 / 60)
    assert rows.at["A", "source"] == "a.xlsx, trang “Kết quả”, ô B2"
    assert (rows.at["HL", "appraised"], rows.at["CN1", "appraised"]) == (
        "17/20 (85,0%)",
        "18/20 (90,0%)",
    )


def test_a_criterion_without_a_row_is_called_missing_not_zero(standing):
    rows = profile_criteria.criteria(standing, RESULTS, "c").set_index("criterion")
    assert (rows.at["B", "self"], rows.at["B", "appraised"], rows.at["B", "source"]) == (
        "chưa có số liệu",
    ) * 3
    assert pd.isna(rows.at["B", "attained"])


def kinds() -> Plan:
    more = """  {code = "YN", group = "G1", kind = "yes_no", name = "Có kế hoạch", source = "thử"},
  {code = "NB", group = "G1", kind = "number", name = "Số ngày", unit = "ngày", floor = 10, goal = 2, direction = "down", source = "thử"},
  {code = "HL2", group = "G1", kind = "survey", name = "Hài lòng hai", very_included = false, source = "thử"},
"""
    return tiny.plan(tiny.PLAN.replace('  {code = "CN1"', f'{more}  {{code = "CN1"'))


@pytest.mark.parametrize(
    ("code", "row", "read"),
    [
        ("YN", (1,), "có"),
        ("YN", (0,), "không"),
        ("NB", (3.5,), "3,5 ngày"),
        ("HL2", (40, 80, {"very": 25}), "65/80 (81,3%)"),
        ("A", (4.5,), "4,5/60"),
        ("A", (None, None, {"state": "not_applicable"}), "không áp dụng"),
        ("HL", (0.95, None, {"comparator": ">"}), "trên 95%"),
        ("CN1", (18, 20), "18/20 (90,0%)"),
    ],
)
def test_results_of_every_kind_are_written_as_people_read_them(code, row, read):
    one = next(tiny.results(("a", code, 2025, *row)).itertuples())
    assert profile_criteria.written(kinds().criterion(code), one) == read


def test_revisions_say_which_one_counts():
    rows = tiny.results(("a", "A", 2025, 44), ("a", "A", 2025, 40), ("a", "A", 2025, 39)).assign(
        live=[True, False, False],
        undone=[False, False, True],
        at=pd.Timestamp("2025-12-20 20:00", tz="UTC"),
        who="thư ký",
    )
    found = profile_criteria.revisions(tiny.plan(), rows, "A")
    assert list(zip(found["value"], found["state"])) == [
        ("44/60", "đang dùng"),
        ("40/60", "đã thay"),
        ("39/60", "đã hoàn tác"),
    ]
    assert (
        str(found["at"].iloc[0].date()) == "2025-12-21"
    )  # 20:00 in Greenwich is 3:00 of the next day in Viet Nam


LINEAGE = pd.DataFrame(
    [
        {
            "before": "d",
            "after": "c",
            "on": pd.Timestamp("2025-03-01"),
            "kind": "merge",
            "document": "Nghị quyết 1",
        },
        {
            "before": "a",
            "after": "c",
            "on": pd.Timestamp("2025-03-01"),
            "kind": "merge",
            "document": "Nghị quyết 1",
        },
        {
            "before": "b",
            "after": None,
            "on": pd.Timestamp("2025-07-01"),
            "kind": "dissolve",
            "document": None,
        },
    ]
)


def test_a_unit_names_where_it_came_from_and_where_it_went():
    names = profile.labels(UNITS)
    came = profile_lists.Kin(
        "Thành lập ngày 1/3/2025 từ sáp nhập của:",
        {"d": "Xã Cũ (đến 28/2/2025)", "a": "Đơn vị a"},
        "Nghị quyết 1",
    )
    assert profile_lists.kin(names, LINEAGE, "c") == [came]
    assert profile_lists.kin(names, LINEAGE, "d") == [
        profile_lists.Kin(
            "Từ ngày 1/3/2025, do sáp nhập, chuyển thành:", {"c": "Xã Mới"}, "Nghị quyết 1"
        )
    ]
    assert profile_lists.kin(names, LINEAGE, "b") == [
        profile_lists.Kin("Kết thúc hoạt động ngày 1/7/2025 (giải thể).", {}, "")
    ]


def test_lists_hold_the_years_until_the_shown_one_newest_first(standing):
    place = {"file": "a.xlsx", "sheet": "T", "cell": "B6"}
    empty = pd.DataFrame(columns=["unit", "year", "category", *place])
    documents = pd.DataFrame(
        [{"unit": "a", "year": year, "number": str(year), **place} for year in (2023, 2025, 2026)]
        + [{"unit": "b", "year": 2025, "number": "1", **place}]
    )
    found = profile_lists.lists(
        standing, {name: empty for name in profile_lists.TABLES} | {"documents": documents}, "a"
    )
    assert list(found["documents"]["year"]) == [2025, 2023]
    assert found["documents"]["source"].iloc[0] == "a.xlsx, trang “T”, ô B6"
    assert profile_lists.list_names(found)["documents"] == "Văn bản (2)"
    years = pd.DataFrame(
        [
            {"unit": "a", "year": year, "block": "Khối 1", "staff": 40 + year - 2020, **place}
            for year in (2024, 2025)
        ]
    )
    listed = profile_lists.lists(
        standing, {name: empty for name in profile_lists.TABLES} | {"unit_years": years}, "a"
    )["unit_years"]
    assert listed[["year", "block", "staff", "source"]].values.tolist() == [
        [2025, "Khối 1", 45, "a.xlsx, trang “T”, ô B6"],
        [2024, "Khối 1", 44, "a.xlsx, trang “T”, ô B6"],
    ]
    assert list(found["reports"]["state"]) == [
        "chưa nộp"
    ]  # the tiny plan asks for one report, of 2022
