"""A unit's workbook goes back with its problems in it, otherwise as it was."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from small_files import facts, workbook

from dashboard.exports.forms import annotated_words as words
from dashboard.exports.forms.annotated import NotAnnotatableError, annotated
from data_access.intake.cell_looks import OURS
from data_access.intake.sheet_reading import read

SHEETS = {"Năm 2022": [["Mã đơn vị", "TC1", "Trang phục"], ["SNV", 25, None], ["ABC", 12, None]]}


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def saved(book: openpyxl.Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def back(content: bytes, file: str = "bieu.xlsx") -> openpyxl.Workbook:
    return opened(annotated(file, content, read(file, content, facts()).problems))


def test_every_problem_is_a_note_in_its_own_cell():
    sheet = back(workbook(SHEETS))["Năm 2022"]
    assert sheet["B2"].comment.text == "[Kiểm tra] Lỗi: TC1: 25 điểm, vượt điểm tối đa 20; hãy sửa."
    assert "Không có đơn vị “ABC” trong danh sách" in sheet["A3"].comment.text
    assert sheet["B3"].comment is None


def test_the_first_sheet_lists_everything_with_a_link_to_the_cell():
    book = back(workbook(SHEETS))
    assert book.sheetnames == [words.SHEET, "Năm 2022"] and book.active.title == words.SHEET
    rows = [[cell.value for cell in row] for row in book[words.SHEET].iter_rows(min_row=4)]
    assert rows[0] == list(words.HEADINGS) and [row[0] for row in rows[1:]] == [1, 2]
    assert sorted(row[1:4] for row in rows[1:]) == [
        ["Lỗi", "Năm 2022", "A3"],
        ["Lỗi", "Năm 2022", "B2"],
    ]
    assert book[words.SHEET]["D5"].hyperlink.location == f"'Năm 2022'!{rows[1][3]}"
    assert book[words.SHEET]["A2"].value.startswith("2 lỗi phải sửa, 0 điều nên xem lại.")


def test_values_formulas_and_looks_stay_as_the_unit_made_them():
    book = opened(
        workbook(
            {
                "Năm 2022": [["Mã đơn vị", "TC1"], ["SNV", 25]],
                "Khác": [["x", "=3+4", dt.date(2022, 5, 1)]],
            }
        )
    )
    cell = book["Năm 2022"]["B2"]
    cell.fill, cell.font, cell.number_format = (
        PatternFill("solid", fgColor="FFFF00"),
        Font(name="Arial", bold=True),
        "0.00",
    )
    book["Năm 2022"].column_dimensions["A"].width = 33
    book["Năm 2022"].merge_cells("D1:E1")
    made = back(saved(book))
    kept = made["Năm 2022"]["B2"]
    assert (kept.value, kept.fill.fgColor.rgb, kept.font.name, kept.number_format) == (
        25,
        "00FFFF00",
        "Arial",
        "0.00",
    )
    assert made["Năm 2022"].column_dimensions["A"].width == 33 and [
        str(one) for one in made["Năm 2022"].merged_cells.ranges
    ] == ["D1:E1"]
    assert made["Khác"]["B1"].value == "=3+4" and made["Khác"]["C1"].value == dt.datetime(
        2022, 5, 1
    )


def test_a_unit_s_own_note_stays_and_a_second_round_replaces_only_ours():
    book = opened(workbook(SHEETS))
    book["Năm 2022"]["B2"].comment = Comment("Đã họp xét", "Đơn vị")
    once = annotated("bieu.xlsx", saved(book), read("bieu.xlsx", saved(book), facts()).problems)
    twice = back(once)
    text = twice["Năm 2022"]["B2"].comment.text
    assert text.startswith("Đã họp xét\n\n[Kiểm tra] Lỗi:") and text.count("[Kiểm tra]") == 1
    assert twice.sheetnames.count(words.SHEET) == 1 and f"{words.SHEET}1" not in twice.sheetnames


def test_a_problem_inside_merged_cells_stands_at_their_first_cell():
    book = opened(workbook(SHEETS))
    book["Năm 2022"].merge_cells("B2:B3")
    problems = read("bieu.xlsx", workbook(SHEETS), facts()).problems
    moved = problems[problems["cell"] == "B2"].assign(cell="B3")
    assert opened(annotated("bieu.xlsx", saved(book), moved))["Năm 2022"]["B2"].comment is not None


def test_the_list_that_comes_back_with_the_file_is_never_taken_for_figures():
    content = workbook(SHEETS)
    again = read(
        "bieu.xlsx",
        annotated("bieu.xlsx", content, read("bieu.xlsx", content, facts()).problems),
        facts(),
    )
    assert set(again.problems["code"]) == {"value_above_max", "unit_unknown"}
    assert set(again.tables) == {"results"}


def test_what_a_file_says_is_written_as_text_and_never_as_a_formula():
    made = back(
        workbook(
            {
                "=1+1": [["Mã đơn vị", "TC1"], ["SNV", 25]],
                "Năm 2022": [["Mã đơn vị", "TC1"], ["@ABC", 3]],
            }
        ),
        "=bieu.xlsx",
    )
    assert all(cell.data_type != "f" for row in made[words.SHEET].iter_rows() for cell in row)


def test_a_cell_that_is_only_formatted_far_away_costs_nothing():
    book = opened(workbook(SHEETS))
    book["Năm 2022"]["XFD1048576"].font = Font(bold=True)
    assert back(saved(book))["Năm 2022"]["B2"].comment is not None


@pytest.mark.parametrize(("file", "content", "said"), [
    ("a.csv", b"unit,criterion,year,value\nSNV,TC1,2022,99\n", ".xlsx"),
    ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "Không mở được"),
    ("a.xlsx", b"PK\x03\x04 nothing", "Không mở được"),
    ("a.pdf", b"%PDF-1.7 ...", ".xlsx"),
    ("rong.xlsx", b"", ".xlsx"),
    ("cut.xlsx", workbook(SHEETS)[:-200], "Không mở được"),
])  # fmt: skip
def test_a_file_that_takes_no_notes_is_refused_with_what_to_do(file, content, said):
    with pytest.raises(NotAnnotatableError, match=said):
        annotated(file, content, read(file, content, facts()).problems)


def test_a_workbook_that_openpyxl_cannot_open_is_refused_and_not_a_crash():
    sound = read("a.xlsx", workbook(SHEETS), facts()).problems
    with pytest.raises(NotAnnotatableError, match="Không mở được"):
        annotated("a.xlsx", b"PK\x03\x04" + b"\x00" * 200, sound)


def test_a_file_without_problems_says_so():
    content = workbook({"Năm 2022": [["Mã đơn vị", "TC1"], ["SNV", 12]]})
    made = back(content)
    assert made[words.SHEET]["A2"].value == words.CLEAN and made["Năm 2022"]["B2"].comment is None


def test_a_long_sentence_has_a_row_as_high_as_it_needs():
    problems = read("bieu.xlsx", workbook(SHEETS), facts()).problems
    long = problems.assign(
        fields=[
            {**one, "text": "Một tên rất dài " * 12} if "text" in one else one
            for one in problems["fields"]
        ]
    )
    sheet = opened(annotated("bieu.xlsx", workbook(SHEETS), long))[words.SHEET]
    heights = {row: sheet.row_dimensions[row].height for row in (5, 6)}
    assert sorted(heights.values())[0] == 16 and sorted(heights.values())[1] >= 48


def test_the_programs_own_remark_is_known_by_its_mark_when_the_file_comes_back():
    assert OURS == words.MARK
