"""The workbook of a reorganisation goes out with today's units and comes back as changes; every row that cannot be is told."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pandas as pd
from test_unit_lives import known

from dashboard.exports.forms.reorganisation_form import reorganisation_form
from dashboard.views import units_words as words
from data_access.reorganisation import (
    CODES,
    HEADS,
    WAYS,
    is_reorganisation,
    read_reorganisation,
)

KINDS = {"Xã, phường": "xa", "Sở": "so"}
LIVING = [
    ("C", "Xã C", "Xã, phường", "Cụm xã"),
    ("D", "Xã D", "Xã, phường", "Cụm xã"),
    ("N", "Phường N", "Xã, phường", "Cụm xã"),
    ("S", "Sở S", "Sở", "Khối sở"),
    ("T", "Sở T", "Sở", "Khối sở"),
]
JULY = dt.datetime(2025, 7, 1)


def form() -> bytes:
    units = pd.DataFrame(LIVING, columns=["before", "name", "kind", "block"])
    return reorganisation_form(HEADS, units, list(WAYS), list(KINDS))


def completed(*filled: tuple[int, dict[str, object]]) -> bytes:
    """The form as it comes back: (row of the sheet, head's field → what was written)."""
    book = openpyxl.load_workbook(io.BytesIO(form()))
    for row, cells in filled:
        for field, value in cells.items():
            book.active.cell(row, list(HEADS).index(field) + 1, value)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def read(*filled: tuple[int, dict[str, object]]):
    content = completed(*filled)
    assert is_reorganisation("sap-xep.xlsx", content)
    return read_reorganisation("sap-xep.xlsx", content, known(), KINDS)


MERGED = {"way": "Sáp nhập", "unit": "M", "on": JULY, "document": "NQ 9"}


def test_the_form_has_a_row_a_unit_prints_and_offers_what_there_is_to_choose():
    sheet = openpyxl.load_workbook(io.BytesIO(form())).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    assert rows[0] == list(HEADS.values()) and tuple(rows[1][:4]) == LIVING[0]
    assert sheet.page_setup.orientation == "landscape" and sheet.print_title_rows == "$4:$4"
    assert [one.formula1 for one in sheet.data_validations.dataValidation] == [
        '"Sáp nhập,Chia tách,Giải thể,Đổi tên"'
    ]


def test_a_form_in_which_nothing_was_written_changes_nothing():
    assert read() == ({}, [])


def test_units_that_go_into_one_code_are_one_merger_and_the_name_may_stand_in_any_of_their_rows():
    tables, problems = read(
        (5, MERGED),
        (6, {**MERGED, "new_name": "Phường M", "on": "1/7/2025"}),
        (8, {"way": "Giải thể", "on": JULY, "document": "NQ 9"}),
        (9, {"way": "đổi tên", "new_name": "Sở T mới", "on": JULY, "document": "QĐ 2"}),
    )
    assert problems == []
    units = tables["units"].set_index("unit")
    assert units.loc["M", ["name", "kind"]].tolist() == ["Phường M", "xa"]
    assert units.at["C", "valid_to"] == units.at["S", "valid_to"] == pd.Timestamp(2025, 6, 30)
    assert units.at["T", "name"] == "Sở T mới"
    assert tables["lineage"][["before", "after", "kind"]].astype(object).where(
        tables["lineage"][["before", "after", "kind"]].notna(), None
    ).values.tolist() == [["C", "M", "merge"], ["D", "M", "merge"], ["S", None, "dissolve"]]
    assert tables["unit_years"].values.tolist() == [["M", 2025, "Cụm xã", None]]


def test_a_unit_that_is_split_has_a_row_for_each_new_one():
    part = {"way": "Chia tách", "on": JULY, "document": "NQ 9"}
    tables, problems = read(
        (5, {**part, "unit": "C1", "new_name": "Xã C1"}),
        (10, {**part, "before": "C", "unit": "C2", "new_name": "Xã C2", "new_kind": "Xã, phường"}),
    )
    assert problems == []
    assert tables["lineage"]["after"].tolist() == ["C1", "C2"]


def test_every_row_that_cannot_be_is_told_with_what_to_do():
    _, problems = read(
        (5, {**MERGED, "way": "Nhập", "on": "31/2/2025"}),
        (6, {**MERGED, "new_name": "Phường M"}),
        (7, {**MERGED, "unit": "K", "new_name": "K", "new_kind": "Ấp"}),
    )
    said = [words.problem(code, fields) for code, fields in problems]
    assert "Dòng 5: ngày hiệu lực “31/2/2025” không phải ngày" in said[0]
    assert "Dòng 5: hình thức “Nhập” không dùng được; hãy chọn trong: Sáp nhập" in said[1]
    assert "Dòng 7: không có loại đơn vị “Ấp” trong kế hoạch." in said
    assert "Hãy chọn ít nhất 2 đơn vị." in said, "a merger of one"


def test_what_no_change_may_make_is_looked_at_over_the_whole_file():
    other = {**MERGED, "unit": "K", "new_name": "Xã K"}
    _, problems = read(
        (5, {**MERGED, "new_name": "Phường M"}),
        (6, MERGED),
        (8, {**other, "new_kind": "Xã, phường", "new_block": "Cụm xã"}),
        (10, {**other, "before": "C", "new_kind": "Xã, phường", "new_block": "Cụm xã"}),
    )
    assert [one.code for one in problems] == ["succeeded_twice"]


def test_every_problem_of_a_row_has_a_sentence_that_takes_its_fields():
    assert set(words.ROW_PROBLEMS) == set(CODES)
    for code, fields in CODES.items():
        assert "{" not in words.problem(code, dict.fromkeys(fields, "X"))
