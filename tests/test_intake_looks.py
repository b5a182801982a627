"""Figures that look otherwise than their value says, in every kind of workbook: struck out, a raised footnote, hidden by a format, a comment."""

from __future__ import annotations

import io
import zipfile

import pytest
import xlsxwriter
from small_files import codes, facts, only_problem, workbook
from test_intake_kinds import ods, ods_row
from test_intake_workbooks import FILES, repacked

from data_access.intake.cell_looks import format_look
from data_access.intake.sheet_reading import read

ROWS = [["Năm 2022"], ["Đơn vị", "Tổng số phiếu", "Mức độ hài lòng"], ["Sở Nội vụ", 500, 450], ["Xã Hòa An", 300, 270]]  # fmt: skip


def made(change) -> bytes:
    """A workbook of the rows above, changed by `change(book, sheet)`."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet = book.add_worksheet("Bảng")
    for number, row in enumerate(ROWS):
        sheet.write_row(number, 0, row)
    change(book, sheet)
    book.close()
    return stream.getvalue()


def said(change) -> list[str]:
    return codes(read("bieu.xlsx", made(change), facts()))


def rich(**parts):
    def change(book, sheet):
        sheet.write_rich_string(
            "C3", book.add_format({"bold": True}), "45", book.add_format(parts), "1"
        )

    return change


def test_a_footnote_or_a_struck_figure_that_runs_into_another_is_refused():
    problem = only_problem(read("bieu.xlsx", made(rich(font_script=1)), facts()))
    assert problem == ("figure_joined", "C3", {"text": "451"})
    assert said(rich(font_strikeout=True)) == ["figure_joined"]
    assert said(rich(italic=True)) == []


def struck(cell: str, value: object):
    return lambda book, sheet: sheet.write(cell, value, book.add_format({"font_strikeout": True}))


def test_a_struck_figure_and_a_struck_name_are_asked():
    assert said(struck("C3", 450)) == ["figure_struck"]
    assert said(struck("A3", "Sở Nội vụ")) == ["figure_struck"]
    assert said(struck("E3", "ghi thêm")) == []
    reading = read("a.xlsx", made(struck("C3", 450)), facts(), {("a.xlsx", "figure_struck")})
    assert not reading.has_errors and len(reading.tables["results"]) == 2


@pytest.mark.parametrize(
    "code, found",
    [
        (";;;", "figure_unseen"), ('"≥"0', "figure_written"), ('0" nghìn"', "figure_written"), ('0" phiếu"', None), ("#,##0", None),
        ('_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)', None), ("0;-0;;@", None),
    ],
)  # fmt: skip
def test_a_number_format_that_hides_or_adds_is_asked(code, found):
    def change(book, sheet):
        sheet.write("C3", 450, book.add_format({"num_format": code}))

    assert said(change) == ([found] if found else [])


def test_a_zero_that_its_format_hides_is_asked_and_other_figures_are_not():
    def change(book, sheet):
        sheet.write("C3", 0, book.add_format({"num_format": "0;-0;;@"}))

    assert said(change) == ["figure_unseen"]
    assert format_look("General") is None


def test_a_comment_with_a_figure_is_asked_and_one_without_is_not():
    with_figure = made(lambda book, sheet: sheet.write_comment("C3", "Số đúng là 440"))
    problem = only_problem(read("bieu.xlsx", with_figure, facts()))
    assert problem[:2] == ("figure_commented", "C3") and "440" in problem[2]["text"]
    assert said(lambda book, sheet: sheet.write_comment("C3", "đã kiểm tra")) == []


def test_a_row_and_a_column_that_are_made_so_small_that_nobody_sees_them_are_hidden():
    content, sheet = workbook({"Bảng": ROWS}), "xl/worksheets/sheet1.xml"
    part = zipfile.ZipFile(io.BytesIO(content)).read(sheet)
    assert b'<row r="4"' in part
    low = part.replace(b'<row r="4"', b'<row ht="0" customHeight="1" r="4"')
    narrow = part.replace(b"<sheetData>", b'<cols><col min="3" max="3" width="0"/></cols><sheetData>')  # fmt: skip
    for changed, code in ((low, "row_hidden"), (narrow, "column_hidden")):
        small = repacked(content, lambda parts, new=changed: parts.update({sheet: new}))
        assert codes(read("a.xlsx", small, facts())) == [code]


PAGE = "<table><tr><td>Năm 2022</td></tr><tr><td>Đơn vị</td><td>Tổng số phiếu</td><td>Mức độ hài lòng</td></tr><tr><td>Sở Nội vụ</td><td>500</td>{}</tr></table>"


@pytest.mark.parametrize(
    "cell, code",
    [
        ("<td>45<sup>1</sup></td>", "figure_joined"), ("<td><s>4</s>45</td>", "figure_joined"), ("<td><del>450</del></td>", "figure_struck"),
        ('<td style="text-decoration:line-through">450</td>', "figure_struck"), ("<td><b>45</b>0</td>", None),
    ],
)  # fmt: skip
def test_pages_saved_as_workbooks_are_looked_at_too(cell, code):
    assert codes(read("bieu.htm", PAGE.format(cell).encode(), facts())) == ([code] if code else [])


STYLES = (
    '<style:style style:name="gach"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="cao"><style:text-properties style:text-position="super 58%"/></style:style>'
)


@pytest.mark.parametrize(
    "cell, code",
    [
        ('<table:table-cell table:style-name="gach" office:value-type="float" office:value="450"><text:p>450</text:p></table:table-cell>', "figure_struck"),
        ('<table:table-cell office:value-type="string"><text:p>45<text:span text:style-name="cao">1</text:span></text:p></table:table-cell>', "figure_joined"),
        ('<table:table-cell office:value-type="float" office:value="450"><office:annotation><text:p>đúng là 440</text:p></office:annotation><text:p>450</text:p></table:table-cell>', "figure_commented"),
        ('<table:table-cell office:value-type="float" office:value="450"><text:p>450</text:p></table:table-cell>', None),
    ],
)  # fmt: skip
def test_open_documents_are_looked_at_too(cell, code):
    rows = [ods_row("Năm 2022"), ods_row(*ROWS[1]), ods_row("Sở Nội vụ", 500, cell)]
    content = ods("".join(rows), styles=STYLES)
    assert codes(read("bieu.ods", content, facts())) == ([code] if code else [])


def test_old_workbooks_are_looked_at_too():
    """`gach-ngang.xls`: a figure struck out in C3, a raised 1 behind the 27 of C4, made with xlwt 1.3."""
    content = (FILES / "gach-ngang.xls").read_bytes()
    assert codes(read("bieu.xls", content, facts())) == ["figure_joined", "figure_struck"]


@pytest.mark.parametrize(
    "cells, value",
    [
        ('<td>500</td><td><span style="display:none">00450</span>450</td>', 450), ("<td>500</td><td><span hidden>9</span>450</td>", 450),
        ('<td>500</td><td style="display: none">7</td><td>450</td>', 450), ("<td>500</td><td><script>var a = 1</script>450</td>", 450),
        ("<td>500</td><td><select><option>40<option selected>450</select></td>", 450), ("<td>500</td><td><div>4</div><div>50</div></td>", None),
    ],
)  # fmt: skip
def test_what_a_page_does_not_show_is_not_read(cells, value):
    reading = read("bieu.htm", PAGE.replace("<td>500</td>{}", cells).encode(), facts())
    if value is None:
        assert codes(reading) == ["number_unreadable"]
    else:
        assert list(reading.tables["results"]["value"]) == [value]
