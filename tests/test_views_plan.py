"""The page of the plan: what it says, what an edit makes of it, what changed in words."""

from __future__ import annotations

import pandas as pd
import pytest
import tiny
from hypothesis import given
from hypothesis import strategies as some

import sample_data
from dashboard.plan import Limits, load_plan
from dashboard.plan.checks import PlanError
from dashboard.views import plan as view
from dashboard.views import plan_rows
from dashboard.views import plan_words as words
from dashboard.views.limit_words import LIMITS
from dashboard.views.plan_cells import (
    MistakeError,
    cell_of,
    names_of,
    number_of,
    text_of,
    value_of,
)
from dashboard.views.plan_changes import changed
from dashboard.views.plan_editing import edited_plan, in_words
from dashboard.views.plan_rows import source_of
from dashboard.views.plan_tables import (
    LISTS,
    Tables,
    fields_of,
    measures,
    model_of,
    parts_of,
    tables,
)

PLAN = tiny.plan()


def with_cell(table: str, row: int, column: str, text: str | None) -> Tables:
    """The plan's tables with one cell written over."""
    shown = tables(PLAN)
    frame = shown[table].copy()
    frame.loc[row, column] = text
    return {**shown, table: frame}


def mistakes(edited: Tables) -> list[str]:
    with pytest.raises(PlanError) as refused:
        edited_plan(PLAN, edited)
    return refused.value.sentences


def test_the_answer_counts_what_the_plan_has_and_what_still_waits_for_a_decision():
    assert (
        view.answer(PLAN)
        == "Kế hoạch 2019–2025 có 3 mốc, 4 tiêu chí trong 2 nhóm; cả 5 chỉ tiêu đều có văn bản quy định."
    )
    waiting = tiny.plan(
        tiny.PLAN.replace('value = 76, source = "thử"', 'value = 76, source = "giá trị minh họa"')
    )
    assert view.answer(waiting).endswith(
        "1/5 chỉ tiêu còn là giá trị minh họa hoặc nội suy, chờ quyết định."
    )


def test_targets_are_written_in_points_or_in_percent_as_their_measure_asks():
    rows = plan_rows.milestone_rows(PLAN)
    assert list(rows["milestone"]) == [
        "Phát động 2019",
        "Sơ kết 2022",
        "Sơ kết 2022",
        "Tổng kết 2025",
        "Tổng kết 2025",
        "Tổng kết 2025",
    ]
    assert list(rows["value"].fillna("")) == ["", "76 điểm", "85%", "85 điểm", "90%", "90%"]
    assert rows["target"].iloc[-1] == "Mọi tỷ lệ về cá nhân"


def test_criteria_bear_their_part_of_the_total_and_shares_of_people_none():
    rows = plan_rows.criteria_rows(PLAN).set_index("code")
    assert rows.loc["A", "part"] == pytest.approx(0.6)
    assert pd.isna(rows.loc["HL", "part"]) and pd.isna(rows.loc["HL", "weight"])


def test_the_version_in_force_says_who_when_and_why():
    versions = pd.DataFrame(
        [
            {
                "version": 2,
                "at": pd.Timestamp("2026-01-05 20:07", tz="UTC"),
                "who": "Lê Thị An",
                "why": "theo QĐ 45",
                "body": "",
            }
        ]
    )
    assert (
        view.in_force(versions)
        == "Đang dùng phiên bản 2, Lê Thị An lưu lúc 3 giờ 07 ngày 6/1/2026. Lý do: theo QĐ 45."
    )
    assert view.in_force(versions.iloc[:0]) == words.SHIPPED
    assert "ke-hoach.toml" in view.in_force(versions, "ke-hoach.toml")


def test_every_parameter_of_the_methods_has_its_words():
    assert set(LIMITS) == set(Limits.model_fields)
    assert len(plan_rows.limit_rows(PLAN)) == len(Limits.model_fields)


def test_a_changed_parameter_without_a_source_says_so():
    assert source_of("confidence", None, True) == "thông lệ thống kê"
    assert source_of("confidence", None, False) == "giá trị đặt trong kế hoạch, chưa ghi nguồn"
    assert source_of("confidence", "QĐ 45", False) == "QĐ 45"


def test_tables_that_nobody_touched_give_the_same_plan():
    assert edited_plan(PLAN, tables(PLAN)) == PLAN


def test_an_untouched_value_keeps_digits_that_are_too_fine_to_be_read():
    fine = tiny.plan(tiny.PLAN.replace("value = 76,", "value = 76.123456,"))
    assert tables(fine)["targets"].loc[0, "value"] == "76,12"
    assert edited_plan(fine, tables(fine)) == fine


def test_an_edited_target_weight_class_and_parameter_reach_the_plan_and_are_told_in_words():
    shown = tables(PLAN)
    shown["targets"].loc[0, "value"] = "78,5"
    shown["criteria"].loc[0, "weight"] = "50"
    shown["classes"].loc[1, "min"] = "70"
    shown["limits"].loc[0, "value"] = "90%"
    new = edited_plan(PLAN, shown)
    assert new.milestone("m22").targets[0].value == 78.5
    assert new.criterion("A").points_weight == 50
    assert new.limits.confidence == 0.9
    assert changed(PLAN, new) == [
        "Tiêu chí A (Tiêu chí A), trọng số: để trống → 50.",
        "Chỉ tiêu Sơ kết 2022, Tổng điểm: 76 điểm → 78,5 điểm.",
        "Mức xếp loại kha (Khá), điểm từ: 65 → 70.",
        "Tham số Độ tin cậy: 95% → 90%.",
    ]


def test_a_blank_value_takes_a_target_away_and_a_spare_row_adds_one():
    shown = tables(PLAN)
    shown["targets"].loc[0, "value"] = None
    shown["targets"].loc[5] = ["Sơ kết 2022", "Nhóm: Nhóm một", "Sở", "70", "QĐ 45"]
    new = edited_plan(PLAN, shown)
    assert changed(PLAN, new) == [
        "Bỏ chỉ tiêu Sơ kết 2022, Tổng điểm (76 điểm).",
        "Thêm chỉ tiêu Sơ kết 2022, Nhóm một, Sở: 70 điểm (nguồn: QĐ 45).",
    ]
    assert new.milestone("m22").targets[-1].kinds == ("so",)


@pytest.mark.parametrize(
    ("table", "row", "column", "text", "sentence"),
    [
        (
            "targets",
            1,
            "value",
            "85",
            "Chỉ tiêu của các mốc, dòng 2: “85” phải viết kèm dấu %, ví dụ 85%.",
        ),
        (
            "targets",
            0,
            "value",
            "80%",
            "Chỉ tiêu của các mốc, dòng 1: “80%” không dùng dấu % ở đây; hãy viết số, ví dụ 80.",
        ),
        (
            "targets",
            0,
            "value",
            "tám mươi",
            "Chỉ tiêu của các mốc, dòng 1: “tám mươi” không phải số; hãy viết như 80 hoặc 0,5.",
        ),
        (
            "targets",
            0,
            "source",
            None,
            "Chỉ tiêu của các mốc, dòng 1: hãy ghi nguồn (số văn bản, hoặc “giá trị minh họa”).",
        ),
        ("targets", 5, "value", "80", "Chỉ tiêu của các mốc, dòng 6: hãy chọn mốc và chỉ tiêu."),
        (
            "criteria",
            2,
            "max",
            "5",
            'Tiêu chí (HL), điểm tối đa: chỉ tiêu chí chấm điểm (kind = "points") mới có điểm tối đa.',
        ),
        ("limits", 4, "value", "10,5", "Tham số Số phiếu tối thiểu: “10,5” phải là số nguyên."),
        ("limits", 0, "value", None, "Tham số Độ tin cậy: không được để trống."),
        ("limits", 0, "value", "200%", "Tham số Độ tin cậy: giá trị 2 phải nhỏ hơn 1."),
        (
            "criteria",
            0,
            "group",
            "Nhóm ba",
            "Tiêu chí, dòng 1, nhóm: không có “Nhóm ba”; hãy chọn trong: Nhóm một; Cá nhân; G1; CN.",
        ),
        ("criteria", 4, "name", "Tiêu chí mới", "Tiêu chí, dòng 5: hãy ghi mã."),
        (
            "reports",
            0,
            "due",
            "31/2/2022",
            "Hạn nộp báo cáo, dòng 1, hạn: “31/2/2022” không phải ngày; hãy ghi ngày/tháng/năm, ví dụ 15/12/2025.",
        ),
        (
            "about",
            7,
            "value",
            "hai nghìn",
            "Năm đầu: “hai nghìn” không phải số; hãy viết như 80 hoặc 0,5.",
        ),
        ("classes", 1, "min", "80", "Mức xếp loại: hai mức xếp loại cùng lấy ngưỡng 80."),
    ],
)
def test_a_cell_that_cannot_be_used_is_told_with_its_place(table, row, column, text, sentence):
    assert sentence in mistakes(with_cell(table, row, column, text))


def test_every_measure_of_the_plan_can_be_chosen_once():
    found = measures(PLAN)
    assert (
        len(set(found.values())) == len(found) == 1 + 2 + 2 + 4
    )  # the total, two audiences, two groups, four criteria


def row(section: str, **cells: str) -> dict[str, str | None]:
    return {**dict.fromkeys(tables(PLAN)[section].columns), **cells}


def with_row(section: str, number: int, **cells: str) -> Tables:
    """The plan's tables with one row written over whole."""
    shown = tables(PLAN)
    shown[section].loc[number] = row(section, **cells)
    return {section: shown[section]}


def test_a_criterion_from_a_year_on_is_written_in_a_spare_row():
    new = with_row(
        "criteria", 4, code="C", group="Nhóm một", name="Tiêu chí C", kind="chấm điểm",
        max="10", valid_from="2024", unit_kinds="Sở; xa", source="QĐ 45",
    )  # fmt: skip
    made = edited_plan(PLAN, new).criterion("C")
    assert (made.group, made.max, made.valid_from, made.unit_kinds) == (
        "G1",
        10,
        2024,
        ("so", "xa"),
    )
    assert made.audience == "collective" and made.bonus is False


def test_deadlines_are_moved_added_and_taken_away():
    moved = with_cell("reports", 0, "due", "20.12.2022")
    assert str(edited_plan(PLAN, moved).reports[0].due) == "2022-12-20"
    new = with_row(
        "reports", 1, year="2025", due="15/12/2025", kind="tổng kết", name="Báo cáo tổng kết",
        kinds="Xã", source="QĐ 45",
    )  # fmt: skip
    assert changed(PLAN, edited_plan(PLAN, new)) == [
        "Thêm hạn nộp báo cáo Báo cáo tổng kết 2025 (Xã): năm 2025; hạn 15/12/2025; loại báo cáo tổng kết; loại đơn vị áp dụng xa; nguồn QĐ 45."
    ]
    assert edited_plan(PLAN, with_cell("reports", 0, "year", None)).reports == ()


def test_single_values_and_whole_offices_are_written_and_taken_away():
    about = with_cell("about", 11, "value", "13")
    assert about["about"].loc[11, "name"] == "Số ngày để đơn vị giải trình"
    assert changed(PLAN, edited_plan(PLAN, about)) == ["Số ngày để đơn vị giải trình: 10 → 13."]
    office = tables(PLAN)["offices"]
    for label, text in {"tên cơ quan": "Sở Nội vụ", "ký hiệu văn bản": "SNV", "chức vụ người ký": "GIÁM ĐỐC", "nơi nhận": "Như trên; Lưu: VT"}.items():  # fmt: skip
        office.loc[office["name"] == f"Cơ quan theo dõi, đôn đốc, {label}", "value"] = text
    made = edited_plan(PLAN, {"offices": office})
    assert made.secretariat.copies == ("Như trên", "Lưu: VT") and made.issuer is None
    gone = tables(made)["offices"].assign(value=None)
    assert edited_plan(made, {"offices": gone}) == PLAN


def test_every_cell_of_the_shipped_plan_says_the_value_that_it_stands_for():
    plan = load_plan(sample_data.PLAN)
    names = names_of(plan)
    for section in LISTS:
        model = model_of(section)
        for part in parts_of(plan, section):
            for name in fields_of(model):
                value, cell = getattr(part, name), cell_of(model, name)
                text = text_of(cell, value, names)
                if text is not None:
                    read = value_of(cell, text, names, "")
                    assert (tuple(read) if cell.many else read) == value, (section, name)


@given(some.integers(min_value=0, max_value=10**9))
def test_a_whole_number_written_with_dots_is_read_back(number):
    assert number_of(f"{number:,}".replace(",", "."), "") == number


@given(some.decimals(min_value=0, max_value=100, places=2))
def test_a_rate_in_percent_is_read_as_a_share(percent):
    assert number_of(f"{percent}%".replace(".", ","), "", rate=True) == pytest.approx(
        float(percent) / 100
    )


def test_a_decimal_point_is_understood_and_nonsense_is_refused():
    assert (number_of("0.5", ""), number_of("1.234,5", "")) == (0.5, 1234.5)
    for text in ("", "1,2,3", "1e5", "nan", "5 %%"):
        with pytest.raises(MistakeError):
            number_of(text, "")


def test_keys_of_the_plans_own_checks_are_told_in_vietnamese():
    assert (
        in_words("criteria[3] (TC3).max: phải lớn hơn 0.")
        == "Tiêu chí (TC3), điểm tối đa: phải lớn hơn 0."
    )
    assert in_words("milestones (m22).targets: sai.") == "Mốc (m22), chỉ tiêu: sai."


def test_two_plans_of_different_movements_are_compared_to_the_last_key():
    other = tiny.plan(
        tiny.PLAN.replace('short_name = "Thử"', 'short_name = "Khác"')
        .replace('{code = "xa", name = "Xã"}', '{code = "phuong", name = "Phường"}')
        .replace("due = 2022-12-15", "due = 2022-12-20")
    )
    assert changed(PLAN, other) == [
        "Tên gọn: Thử → Khác.",
        "Bỏ loại đơn vị xa (Xã).",
        "Thêm loại đơn vị phuong (Phường).",
        "Hạn nộp báo cáo Báo cáo năm 2022, hạn: 15/12/2022 → 20/12/2022.",
    ]
    assert changed(PLAN, PLAN) == []
