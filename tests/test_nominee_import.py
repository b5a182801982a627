"""Persons proposed for commendation from a workbook: all rows or none, each mistake with its cell, the law on who may bear what."""

from __future__ import annotations

import io

import openpyxl
import pandas as pd
import pytest

from dashboard.plan.award_law import shipped_law
from dashboard.views import nominee_import as view
from dashboard.views.nominee_import import Case, checked
from data_access.nominee_file import HEADS, rows_of

UNITS = {"Sở Tư pháp": "STP", "STP": "STP", "Sở Nội vụ": "SNV"}
NOBODY = pd.DataFrame(columns=["unit", "person", "post", "form", "achievement"])
HEAD = ("STT", "Họ và tên", "Chức vụ, chức danh", "Đơn vị công tác", "Hình thức đề nghị", "Tóm tắt thành tích")  # fmt: skip
MAI = (1, "Trần Thị Mai", "Chuyên viên", "Sở Tư pháp", "Đề nghị tặng Giấy khen", "Đúng hẹn")


def workbook(*rows: tuple) -> bytes:
    """A list with a title above it, as the office's own list of persons."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Danh sách"
    for row in (("DANH SÁCH",), (), HEAD, *rows):
        sheet.append(row)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def case(entered: pd.DataFrame = NOBODY) -> Case:
    return Case("ds.xlsx", lambda text: (UNITS.get(text), ["Sở Nội vụ"]), shipped_law(), entered)


def read(*rows: tuple, entered: pd.DataFrame = NOBODY) -> view.Checked:
    found = rows_of("ds.xlsx", workbook(*rows))
    assert found is not None
    return checked(found, case(entered))


def test_a_row_becomes_a_person_of_a_registered_unit_with_the_laws_own_name_of_the_form():
    found = read(MAI)
    mai = {"person": "Trần Thị Mai", "unit": "STP", "form": "Giấy khen"}
    assert found.rows == [{**mai, "post": "Chuyên viên", "achievement": "Đúng hẹn"}]
    assert view.would(found).startswith("Sẽ ghi 1 cá nhân, sửa 0 cá nhân; 0 cá nhân đã ghi")


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        (1, "", "ô B5: chưa ghi họ và tên"),
        (1, "3 cá nhân", "ô B5: “3 cá nhân” không phải họ tên"),
        (1, "Sở Nội vụ", "ô B5: “Sở Nội vụ” không phải họ tên"),
        (2, None, "ô C5: chưa ghi chức vụ"),
        (3, "Sở Tư fáp", "ô D5: không có đơn vị nào tên “Sở Tư fáp”, gần nhất là Sở Nội vụ"),
        (4, "Tập thể Lao động xuất sắc", "ô E5: “Tập thể Lao động xuất sắc” theo quy định không"),
        (4, "Huy hiệu vàng", "ô E5: “Huy hiệu vàng” không có trong tệp quy định"),
        (5, "x" * 2001, "ô F5: thành tích dài 2.001 chữ cái, nhiều nhất 2.000"),
    ],
)
def test_one_wrong_row_stores_nothing_and_is_told_by_its_cell(place, value, said):
    wrong = [*MAI]
    wrong[place] = value
    found = read(MAI, tuple(wrong))
    assert not found.rows and len(found.mistakes) == 1
    assert (
        found.mistakes[0].startswith("ds.xlsx, trang “Danh sách”, ") and said in found.mistakes[0]
    )


def test_the_same_person_twice_for_one_form_is_a_mistake_and_two_forms_are_not():
    assert "Trần Thị Mai (Giấy khen) đã có ở ô B4" in read(MAI, MAI).mistakes[0]
    assert len(read(MAI, (*MAI[:4], "Lao động tiên tiến", "Đúng hẹn")).rows) == 2


def test_what_stands_so_already_is_not_stored_again_and_what_differs_is_a_correction():
    known = {"unit": "STP", "person": "Trần Thị Mai", "post": "Chuyên viên", "form": "Giấy khen"}
    same = read(MAI, entered=pd.DataFrame([{**known, "achievement": "Đúng hẹn"}]))
    assert same.rows == [] and same.same == 1
    other = read(MAI, entered=pd.DataFrame([{**known, "achievement": "Khác"}]))
    assert len(other.rows) == other.changed == 1


def test_a_file_without_the_heads_or_with_one_twice_is_no_such_list():
    book = openpyxl.Workbook()
    book.active.append(["Họ và tên", "Đơn vị"])
    kept = io.BytesIO()
    book.save(kept)
    assert rows_of("ds.xlsx", kept.getvalue()) is None
    assert rows_of("ds.xlsx", b"no workbook") is None
    heads = ";".join([*(one[0] for one in HEADS.values()), "Họ tên"])
    assert rows_of("ds.csv", f"{heads}\n".encode()) is None


def test_a_row_of_the_form_that_was_left_empty_is_passed_over():
    assert rows_of("ds.xlsx", workbook((1, None, None, "Sở Tư pháp", "Giấy khen", None))) == []
    proposed = pd.DataFrame([{"name": "Sở Tư pháp", "form": "Giấy khen", "individuals": 2}])
    made = view.form_rows(proposed, {field: heads[0] for field, heads in HEADS.items()})
    assert made["Đơn vị"].tolist() == ["Sở Tư pháp"] * 2 and set(made.columns) == {
        heads[0] for heads in HEADS.values()
    }
