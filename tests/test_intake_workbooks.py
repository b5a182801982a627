"""Workbooks of any kind, whole, old, broken or hostile: every one gets an answer, and the program lives on."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter
from small_files import codes, facts, only_problem, workbook

from data_access.intake.archive import parser_for
from data_access.intake.cell_marks import Cells
from data_access.intake.child import READER, WorkbookReader
from data_access.intake.sheet_reading import read

GOOD = {"Năm 2022": [["Mã đơn vị", "TC1"], ["SNV", 18]]}
FILES = Path(__file__).parent / "files"


def repacked(content: bytes, change) -> bytes:
    """The workbook with its parts {name: bytes} changed by a function."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return made.getvalue()


def part_changed(name: str, old: bytes, new: bytes) -> bytes:
    def change(parts):
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new, 1)

    return repacked(workbook(GOOD), change)


def with_far_cell() -> bytes:
    made = BytesIO()
    book = xlsxwriter.Workbook(made)
    sheet = book.add_worksheet("2022")
    sheet.write(0, 0, "Mã đơn vị")
    sheet.write(1_048_575, 16_383, 1)
    book.close()
    return made.getvalue()


def still_reads_a_good_one() -> bool:
    return len(read("tốt.xlsx", workbook(GOOD), facts()).tables["results"]) == 1


def test_an_old_xls_is_read_with_numbers_and_dates():
    row = (
        read("bieu-cu.xls", (FILES / "bieu-cu.xls").read_bytes(), facts()).tables["results"].iloc[0]
    )
    assert (row["unit"], row["value"], row["year"], str(row["submitted_on"].date())) == (
        "SNV",
        18.5,
        2022,
        "2022-12-05",
    )


def test_a_cell_in_the_last_corner_of_the_sheet_is_refused():
    assert only_problem(read("xa.xlsx", with_far_cell(), facts())) == (
        "sheet_too_large",
        None,
        {"rows": 1_048_576, "columns": 16_384},
    )


def test_a_workbook_that_kills_the_reading_process_does_not_kill_this_one():
    assert READER.answer(with_far_cell()) == {
        "refused": "workbook_broken",
        "fields": {"reason": "crash"},
    }
    assert still_reads_a_good_one()


def test_a_reader_that_cannot_cap_its_own_memory_is_watched_from_outside():
    narrow = WorkbookReader(memory=1_000_000, caps_itself=False)
    roomy = WorkbookReader(memory=1_000_000_000, caps_itself=False)
    try:
        assert narrow.answer(workbook(GOOD)) == {
            "refused": "workbook_broken",
            "fields": {"reason": "crash"},
        }, "Python alone takes more than the watch allows"
        assert roomy.answer(workbook(GOOD))["sheets"][0]["rows"][1] == ["SNV", 18.0]
    finally:
        narrow.close()
        roomy.close()


def test_a_format_in_the_last_corner_does_not_matter():
    made = BytesIO()
    book = xlsxwriter.Workbook(made)
    sheet = book.add_worksheet("2022")
    for row, cells in enumerate(GOOD["Năm 2022"]):
        sheet.write_row(row, 0, cells)
    sheet.write_blank(1_048_575, 16_383, None, book.add_format({"bold": True}))
    book.close()
    assert codes(read("dinh-dang.xlsx", made.getvalue(), facts())) == []


def test_a_workbook_that_inflates_beyond_measure_is_refused():
    bomb = repacked(
        workbook(GOOD), lambda parts: parts.update({"xl/media/x.bin": b"\x00" * 30_000_000})
    )
    assert len(bomb) < 100_000
    assert only_problem(read("no.xlsx", bomb, facts())) == (
        "workbook_unsafe",
        None,
        {"reason": "inflates"},
    )


def test_entities_in_a_workbook_are_refused():
    sheet = "xl/worksheets/sheet1.xml"
    bad = part_changed(
        sheet, b"<worksheet ", b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet '
    )
    assert only_problem(read("thuc-the.xlsx", bad, facts())) == (
        "workbook_unsafe",
        None,
        {"reason": "entities"},
    )


def test_a_name_that_only_a_declaration_could_explain_is_broken():
    bad = part_changed("xl/worksheets/sheet1.xml", b"</sheetData>", b"&la;</sheetData>")
    assert only_problem(read("la.xlsx", bad, facts()))[0] == "workbook_broken"


def test_only_of_cells_whose_text_counts_the_parser_tells_text_and_end():
    cells = Cells({}, odd_texts={})
    parser = parser_for(cells)
    heard = []
    for part in ('<x><c r="A1" t="s"><v>1', '</v></c><c r="B1"><f>A1', '</f><v/></c><c r="C1"/>'):
        parser.feed(part)
        heard.append(cells.parser.EndElementHandler is not None)
    parser.feed('<c r="D1" t="e"><v>#N/A</v></c></x>')
    parser.close()
    assert heard == [False, True, False]
    assert cells.marks.unread == {(0, 1): "formula", (0, 3): "#N/A"}


def test_two_parts_of_one_name_are_refused():
    content = BytesIO(workbook(GOOD))
    with (
        zipfile.ZipFile(content, "a") as archive,
        pytest.warns(UserWarning, match="Duplicate name"),
    ):
        archive.writestr("xl/workbook.xml", b"<workbook/>")
    assert only_problem(read("hai.xlsx", content.getvalue(), facts()))[2] == {"reason": "parts"}


def test_a_broken_part_and_a_cut_off_file_are_named_as_broken():
    assert (
        only_problem(
            read("hong.xlsx", part_changed("xl/workbook.xml", b"<sheets>", b"<sheets"), facts())
        )[0]
        == "workbook_broken"
    )
    assert (
        only_problem(
            read(
                "ma.xlsx",
                part_changed("xl/workbook.xml", b'encoding="UTF-8"', b'encoding="UTX-8"'),
                facts(),
            )
        )[0]
        == "workbook_broken"
    )
    assert only_problem(read("cut.xlsx", workbook(GOOD)[:-200], facts()))[0] == "workbook_broken"


def test_a_locked_workbook_is_named_as_locked():
    locked = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\x00" * 1000
        + "EncryptedPackage".encode("utf-16-le")
        + b"\x00" * 1000
    )
    assert only_problem(read("khoa.xlsx", locked, facts()))[0] == "workbook_encrypted"


def test_a_reader_that_takes_too_long_is_stopped():
    slow = WorkbookReader(seconds=0.0001)
    try:
        answers = [slow.answer(workbook(GOOD))["refused"] for _ in range(2)]
    finally:
        slow.close()
    assert answers == ["workbook_too_slow"] * 2


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("rong.xlsx", b"", "file_empty"),
        ("trang.csv", b"\xef\xbb\xbf \r\n\r\n", "file_empty"),
        ("a.xlsx", b"PK\x03\x04 nothing", "workbook_broken"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "workbook_broken"),
        ("a.pdf", b"%PDF-1.7 ...", "format_unsupported"),
        ("a.csv", b"\x00\x01\x02\x03\xff\xfe\x00" * 50, "format_unsupported"),
    ],
)
def test_what_is_no_workbook_is_named(name, content, code):
    assert code in codes(read(name, content, facts()))


def test_a_word_document_in_disguise_is_named():
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", "<document/>")
    assert only_problem(read("bao-cao.xlsx", made.getvalue(), facts())) == (
        "not_a_workbook",
        None,
        {"kind": "docx"},
    )


def test_a_csv_named_xlsx_is_read_with_a_warning():
    reading = read("bieu.xlsx", b"unit,criterion,year,value\nSNV,TC1,2022,5\n", facts())
    assert codes(reading) == ["extension_differs"] and len(reading.tables["results"]) == 1


def test_macros_and_links_to_other_files_are_warnings_and_values_are_read():
    extra = {
        "xl/vbaProject.bin": b"macro",
        "xl/externalLinks/externalLink1.xml": b"<externalLink/>",
    }
    reading = read(
        "macro.xlsm", repacked(workbook(GOOD), lambda parts: parts.update(extra)), facts()
    )
    assert (
        codes(reading) == ["macros_ignored", "external_links"]
        and len(reading.tables["results"]) == 1
    )


def test_a_hidden_sheet_is_not_read_and_said_so_but_a_templates_own_is_passed_over():
    for state, expected in ((b"hidden", ["sheet_hidden"]), (b"veryHidden", [])):
        content = workbook({**GOOD, "Năm 2021": [["Mã đơn vị", "TC1"], ["SNV", 99]]})

        def hide(parts, state=state):
            parts["xl/workbook.xml"] = re.sub(
                rb'(sheetId="2")', rb'\1 state="' + state + rb'"', parts["xl/workbook.xml"]
            )

        reading = read("an.xlsx", repacked(content, hide), facts())
        assert codes(reading) == expected and list(reading.tables["results"]["year"]) == [2022]


def test_the_value_that_excel_saved_for_a_formula_is_read():
    reading = read(
        "ct.xlsx", workbook({"Năm 2022": [["Mã đơn vị", "TC1"], ["SNV", "=3+4"]]}), facts()
    )
    assert reading.tables["results"]["value"].tolist() == [7.0]


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        (
            b'<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
            ("cell_error", "B2", {"shown": "#DIV/0!"}),
        ),
        (b'<c r="B2"><f>A1+1</f></c>', ("formula_without_value", "B2", {})),
    ],
)
def test_a_cell_that_excel_could_not_calculate_is_a_warning_and_no_zero(cell, problem):
    def change(parts):
        name = "xl/worksheets/sheet1.xml"
        parts[name] = re.sub(rb'<c r="B2".*?</c>', cell, parts[name])

    reading = read("loi.xlsx", repacked(workbook(GOOD), change), facts())
    assert only_problem(reading) == problem
    assert not reading.has_errors and "results" not in reading.tables


def test_every_cell_keeps_its_coordinates_when_a_sheet_starts_far_from_its_corner():
    rows = [[]] * 4 + [[None, None, "Mã đơn vị", "TC1"], [None, None, "SNV", 18]]
    reading = read("lech.xlsx", workbook({"Năm 2022": rows}), facts())
    assert reading.tables["results"]["cell"].tolist() == ["D6"]
