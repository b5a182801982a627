"""The page that brings data in: what it says of files, of changes, of the imports before."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd
import pytest
import tiny
from hypothesis import given
from hypothesis import strategies as some

from dashboard.desks.first_steps import _workbook
from dashboard.views import import_history, value_changes
from dashboard.views import intake as view
from dashboard.views import intake_forms as forms
from dashboard.wording.problem_sentences import problem_sentence
from data_access.intake.sheet_reading import read
from data_access.intake.unit_facts import Facts

PLAN = tiny.plan()


class Checked(NamedTuple):
    """What the page needs of a checked file."""

    name: str
    problems: pd.DataFrame
    notes: pd.DataFrame
    changes: pd.DataFrame | None
    error: str | None = None

    @property
    def refused(self) -> bool:
        return bool((self.problems["severity"] != "warning").any())


def problems(*rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["file", "sheet", "cell", "severity", "code", "fields"])


def notes(file: str, *tables: str) -> pd.DataFrame:
    return pd.DataFrame(
        [(file, "Kết quả", table, 3, 1) for table in tables],
        columns=["file", "sheet", "table", "rows", "left_out"],
    )


def changes(*rows: dict) -> pd.DataFrame:
    columns = [
        "table",
        "row",
        "change",
        "column",
        "old",
        "new",
        "since",
        "sheet",
        "cell",
        "unit",
        "criterion",
        "year",
        "stage",
    ]
    return pd.DataFrame(list(rows), columns=columns)


def row(
    number: int, change: str, column: str | None = None, old: object = None, new: object = None
) -> dict:
    return {
        "table": "results",
        "row": number,
        "change": change,
        "column": column,
        "old": old,
        "new": new,
        "since": pd.Timestamp("2025-01-05 20:07", tz="UTC") if change == "changed" else None,
        "sheet": None,
        "cell": f"D{number + 2}",
        "unit": "S1",
        "criterion": "A",
        "year": 2024,
        "stage": "appraised",
    }


GOOD = Checked(
    "a.xlsx",
    problems(),
    notes("a.xlsx", "results"),
    changes(
        row(0, "new"),
        row(1, "changed", "value", 4.5, 3.5),
        row(1, "changed", "submitted_on", pd.Timestamp("2024-12-01"), pd.NaT),
        row(2, "same"),
    ),
)
KNOWN = Checked("b.xlsx", problems(), notes("b.xlsx", "units", "results"), changes(row(0, "same")))
BAD = Checked(
    "c.xlsx",
    problems(
        ("c.xlsx", "Kết quả", "E7", "warning", "sheet_hidden", {}),
        (
            "c.xlsx",
            "Kết quả",
            "E9",
            "error",
            "value_above_max",
            {"criterion": "A", "value": 70.0, "max": 60.0},
        ),
    ),
    notes("c.xlsx", "results"),
    None,
)


def imports(*rows: dict) -> pd.DataFrame:
    made = [
        {
            "id": 1,
            "at": pd.Timestamp("2026-01-05 02:00", tz="UTC"),
            "who": "Lê An",
            "file": "a.xlsx",
            "sha256": "x",
            "illustrative": False,
            "note": None,
            "rows": 1234,
            "undone": False,
            **one,
        }
        for one in rows
    ]
    return pd.DataFrame(
        made,
        columns=["id", "at", "who", "file", "sha256", "illustrative", "note", "rows", "undone"],
    )


def changes_of_store(*rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["id", "kind", "who", "note", "detail"])


def test_an_empty_store_says_what_to_do_first():
    assert (
        view.answer(imports())
        == "Kho chưa có số liệu: hãy nhập danh sách đơn vị trước, rồi đến kết quả từng năm."
    )
    assert view.answer(imports({"undone": True})) == view.answer(imports())


def test_a_store_says_how_much_it_holds_and_who_was_last():
    assert (
        view.answer(imports({"id": 2, "rows": 6}, {"id": 1}))
        == "Kho đang có 2 lần nhập với 1.240 dòng số liệu; lần gần nhất: Lê An, 9 giờ 00 ngày 5/1/2026."
    )


def test_checked_files_are_summed_up_in_a_sentence():
    assert (
        view.checked_answer([GOOD, KNOWN, BAD])
        == "Đã kiểm tra 3 tệp: 1 tệp dùng được (1 dòng mới và 1 dòng thay đổi), 1 tệp có lỗi, 1 tệp không có gì mới. Chưa lưu gì vào kho."
    )
    assert view.checked_answer([BAD]) == "Đã kiểm tra 1 tệp: 1 tệp có lỗi. Chưa lưu gì vào kho."
    asked = BAD._replace(problems=BAD.problems.assign(severity="question"))
    assert (
        view.checked_answer([asked, BAD])
        == "Đã kiểm tra 2 tệp: 1 tệp có lỗi, 1 tệp chờ xác nhận. Chưa lưu gì vào kho."
    ), "what a yes settles is no error"


def test_only_a_file_without_errors_that_changes_something_is_stored():
    assert [view.is_usable(one) for one in (GOOD, KNOWN, BAD)] == [True, False, False]


def test_rows_are_counted_once_however_many_of_their_columns_change():
    counts = value_changes.change_counts([GOOD, BAD, KNOWN]).set_index("file")
    assert list(counts.loc["a.xlsx", ["new", "changed", "same"]]) == [1, 1, 1]
    assert list(counts.loc["b.xlsx", ["new", "changed", "same"]]) == [0, 0, 1]
    assert counts.loc["a.xlsx", "table"] == "Kết quả chấm điểm, khảo sát"


def test_a_changed_value_stands_beside_the_old_one_with_its_place():
    values = value_changes.changed_values([GOOD, BAD], PLAN, {"S1": "Sở Một"})
    assert values.iloc[0].to_dict() == {
        "file": "a.xlsx",
        "unit": "Sở Một",
        "subject": "Tiêu chí A, năm 2024, thẩm định",
        "column": "Giá trị",
        "old": "4,5",
        "since": "6/1/2025",
        "new": "3,5",
        "place": "ô D3",
    }
    assert value_changes.change_lines(values)[0] == (
        "Sở Một, Tiêu chí A, năm 2024, thẩm định: Giá trị 4,5 (nhập 6/1/2025) → 3,5, ô D3"
    )
    assert list(values.iloc[1][["column", "old", "new"]]) == ["Ngày nộp", "1/12/2024", "–"]


def test_errors_stand_before_warnings_and_name_their_cell():
    found = view.problem_rows([GOOD, BAD])
    assert view.problem_title(found) == "1 lỗi, 1 lưu ý"
    assert view.problem_lines(found) == [
        "Lỗi, trang “Kết quả”, ô E9: A: 70 điểm, vượt điểm tối đa 60; hãy sửa.",
        f"Lưu ý, trang “Kết quả”, ô E7: {problem_sentence('sheet_hidden', {})}",
    ]
    assert view.problem_rows([GOOD]).empty


def test_a_long_list_of_problems_ends_in_how_many_more_there_are():
    many = pd.concat([view.problem_rows([BAD])] * 30, ignore_index=True)
    lines = view.problem_lines(many)
    assert len(lines) == value_changes.SHOWN_PROBLEMS + 1
    assert lines[-1] == "Còn 20 vấn đề nữa, xem trong bảng tải về."


def test_what_was_recognised_is_told_in_words():
    found = view.recognised([KNOWN])
    assert list(found["table"]) == ["Danh sách đơn vị", "Kết quả chấm điểm, khảo sát"]


def test_the_history_says_who_undid_an_import_and_why():
    known = import_history.history(
        imports({"id": 2, "undone": True}, {"id": 1, "illustrative": True}),
        changes_of_store(
            (9, "undo", "Trần Bình", "gửi nhầm", {"import_id": 2}),
            (8, "undo", "ai đó", "lần trước", {"import_id": 2}),
            (7, "import", "Lê An", None, {"import_id": 2}),
        ),
    )
    assert list(known["state"]) == ["đã hoàn tác (Trần Bình: gửi nhầm)", "đang được tính"]
    assert list(known["kind"]) == ["số liệu thật", "minh họa"]
    assert import_history.import_label(2, None, "hôm nay") == "2: không có tệp, hôm nay"
    assert import_history.real_imports(imports({"illustrative": True}, {})) == 1


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "–"),
        (4.5, "4,5"),
        ("not_applicable", "không áp dụng"),
        (True, "có"),
        (pd.Timestamp("2024-12-01"), "1/12/2024"),
        ("09/KH-STP", "09/KH-STP"),
        (2024, "2.024"),
    ],
)
def test_any_stored_value_is_written_for_people(value, text):
    assert value_changes.value_text(value) == text


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ({"table": "units"}, "Danh sách đơn vị"),
        ({"table": "filings", "kind": "annual", "year": 2022}, "Báo cáo năm, năm 2022"),
        ({"table": "indices", "index_name": "PAPI", "year": 2021}, "PAPI, năm 2021"),
        ({"table": "documents", "year": 2020}, "Văn bản, năm 2020"),
        (
            {"table": "results", "criterion": "X9", "year": 2020, "stage": "self"},
            "X9, năm 2020, tự chấm",
        ),
    ],
)
def test_every_kind_of_row_says_what_it_is_about(line, text):
    assert value_changes.subject(line, PLAN) == text


@given(some.text(max_size=300))
def test_no_name_of_a_file_brings_folders_or_unseen_characters(name):
    safe = view.file_name(name)
    assert safe and not set(safe) & set("/\\\n\r\t\u202e\u200b\x00")
    assert len(safe) <= view.NAME_LIMIT + 11
    assert view.file_name(safe) == safe


def test_names_of_files_keep_their_letters_in_one_form():
    assert view.file_name("C:\\tmp\\Bảng   điểm.xlsx") == "Bảng điểm.xlsx"
    assert view.file_name("ba\u0309ng.csv") == "bảng.csv"
    assert view.file_name("///") == "tệp không tên"


FACTS = Facts(
    plan=PLAN.as_data(),
    units=tiny.units({"unit": "S1"}),
    aliases=pd.DataFrame(columns=["alias", "unit"]),
    unit_years=pd.DataFrame(columns=["unit", "year", "block", "staff"]),
)


def test_the_form_for_results_is_understood_by_the_intake_once_filled():
    form = forms.result_template(
        PLAN, pd.DataFrame([{"unit": "S1", "name": "Đơn vị S1", "kind": "so"}]), 2024
    )
    assert list(form["criterion"]) == ["A", "B", "HL", "CN1"]
    form.loc[0, "value"] = 45.5
    form.loc[2, ["value", "out_of", "very"]] = [80, 100, 30]
    reading = read("mau.xlsx", _workbook(form, forms.RESULT_HEADINGS), FACTS)
    assert not reading.has_errors, list(reading.problems["code"])
    results = reading.tables["results"].set_index("criterion")
    assert list(results.index) == ["A", "HL"], "a blank value is no row"
    assert (results.loc["A", "value"], results.loc["A", "stage"], results.loc["A", "year"]) == (
        45.5,
        "self",
        2024,
    )
    assert (results.loc["HL", "value"], results.loc["HL", "out_of"], results.loc["HL", "very"]) == (
        80,
        100,
        30,
    )


def test_the_form_for_units_is_understood_by_the_intake_once_filled():
    form = forms.unit_template(PLAN)
    assert list(form["kind"]) == ["Sở", "Xã"]
    form = form.astype(object)
    form.loc[0, ["unit", "name", "block", "staff"]] = ["S9", "Sở Chín", "Khối 1", "25"]
    reading = read("mau.xlsx", _workbook(form.iloc[[0]], forms.UNIT_HEADINGS), FACTS)
    assert not reading.has_errors, list(reading.problems["code"])
    assert list(reading.tables["units"]["name"]) == ["Sở Chín"]
    assert reading.tables["unit_years"]["staff"].iloc[0] == 25
