"""Kinds of files that really arrive: OpenDocument, binary workbooks, HTML saved as .xls, packages packed otherwise; what cannot be read names the way out."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from pathlib import Path

import pytest
from small_files import codes, facts, only_problem, workbook

from dashboard.wording.problem_sentences import problem_sentence
from data_access.intake.reading_result import Reading
from data_access.intake.sheet_reading import read

FILES = Path(__file__).with_name("files")
HEADS = ["Mã đơn vị", "Tổng số", "Trang phục"]


def stored(reading: Reading) -> dict[tuple[str, str, int], float]:
    assert not reading.has_errors, reading.problems.to_string()
    rows = reading.tables["results"]
    return {(one.unit, one.criterion, int(one.year)): one.value for one in rows.itertuples()}


def ods(body: str, styles: str = "", more: dict[str, str] | None = None) -> bytes:
    """A spreadsheet of one sheet “2022” with these rows of XML."""
    content = io.BytesIO()
    names = "office table text style manifest".split()
    spaces = " ".join(f'xmlns:{name}="urn:{name}"' for name in names)
    xml = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles>"
        f'<office:body><office:spreadsheet><table:table table:name="2022">{body}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    with zipfile.ZipFile(content, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        made.writestr("content.xml", xml)
        for name, text in (more or {}).items():
            made.writestr(name, text)
    return content.getvalue()


def ods_row(*cells: object, attributes: str = "") -> str:
    def cell(value: object) -> str:
        if isinstance(value, str) and value.startswith("<"):
            return value
        if isinstance(value, str):
            return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'

    return f"<table:table-row {attributes}>{''.join(map(cell, cells))}</table:table-row>"


PERCENT = '<table:table-cell office:value-type="percentage" office:value="1"><text:p>100%</text:p></table:table-cell>'


def test_an_open_document_is_read_with_blanks_and_repeats():
    blank = '<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
    repeated = '<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="40"/>'
    end = '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
    reading = read(
        "bieu.ods", ods(blank + ods_row(*HEADS) + ods_row("SNV", repeated) + end), facts()
    )
    assert (
        stored(reading) == {("SNV", "CN1", 2022): 40}
        and reading.tables["results"]["cell"].item() == "C5"
    )


def test_percent_hidden_and_merged_cells_of_an_open_document_are_seen():
    percent = read("a.ods", ods(ods_row(*HEADS) + ods_row("SNV", 120, PERCENT)), facts())
    assert only_problem(percent)[:2] == ("share_needs_counts", "C2")
    hidden = ods_row("XHA", 50, 40, attributes='table:visibility="filter"')
    assert codes(
        read("a.ods", ods(ods_row(*HEADS) + ods_row("SNV", 50, 45) + hidden), facts())
    ) == ["row_hidden"]
    over = '<table:table-cell table:number-rows-spanned="2" office:value-type="float" office:value="40"/>'
    merged = (
        ods_row(*HEADS)
        + ods_row("SNV", 50, over)
        + ods_row("XHA", 50, "<table:covered-table-cell/>")
    )
    assert codes(read("a.ods", ods(merged), facts())) == ["figure_merged"]


def test_a_locked_an_endless_and_a_broken_open_document_are_refused():
    locked = {
        "META-INF/manifest.xml": '<m:manifest xmlns:m="urn:m"><m:encryption-data/></m:manifest>'
    }
    assert only_problem(read("a.ods", ods("", more=locked), facts()))[0] == "workbook_encrypted"
    endless = ods_row(1, attributes='table:number-rows-repeated="1048576"')
    assert only_problem(read("a.ods", ods(endless), facts()))[0] == "sheet_too_large"
    assert only_problem(read("a.ods", ods("<table:table-row>"), facts()))[0] == "workbook_broken"


def record(kind: int, data: bytes) -> bytes:
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return head + bytes([len(data) & 0x7F | 0x80, len(data) >> 7]) + data


def wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def xlsb(
    *rows: list[object], percent: tuple[int, int] | None = None, hidden: int | None = None
) -> bytes:
    """A binary workbook of one sheet “2022”: texts and numbers; one cell in percent, one row hidden."""
    last = struct.pack("<IIII", 0, len(rows) - 1, 0, max(map(len, rows)) - 1)
    sheet = record(129, b"") + record(148, last) + record(145, b"")
    for number, cells in enumerate(rows):
        flags = 0x10 if number == hidden else 0
        sheet += record(0, struct.pack("<IIHBBBI", number, 0, 300, 0, flags, 0, 0))
        for column, cell in enumerate(cells):
            place = struct.pack("<II", column, int((number, column) == percent))
            sheet += (
                record(6, place + wide(cell))
                if isinstance(cell, str)
                else record(5, place + struct.pack("<d", cell))
            )
    sheet += record(146, b"") + record(130, b"")
    styles = record(278, b"") + record(617, struct.pack("<I", 2))
    styles += (
        b"".join(record(47, struct.pack("<HHHHHI", 0, code, 0, 0, 0, 0)) for code in (0, 9))
        + record(618, b"")
        + record(279, b"")
    )
    book = (
        record(131, b"")
        + record(143, b"")
        + record(156, struct.pack("<II", 0, 1) + wide("rId1") + wide("2022"))
        + record(144, b"")
        + record(132, b"")
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{kind}/worksheet" Target="worksheets/sheet1.bin"/><Relationship Id="rId2" Type="{kind}/styles" Target="styles.bin"/></Relationships>'
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        for name, data in {
            "xl/workbook.bin": book,
            "xl/worksheets/sheet1.bin": sheet,
            "xl/styles.bin": styles,
            "xl/_rels/workbook.bin.rels": relations,
        }.items():
            made.writestr(name, data)
    return content.getvalue()


def test_a_binary_workbook_is_read_and_its_percent_and_hidden_rows_are_seen():
    rows = [HEADS, ["SNV", 120.0, 100.0], ["XHA", 80.0, 70.0]]
    assert stored(read("a.xlsb", xlsb(*rows), facts())) == {
        ("SNV", "CN1", 2022): 100,
        ("XHA", "CN1", 2022): 70,
    }
    shown = read("a.xlsb", xlsb(HEADS, ["SNV", 120.0, 1.0], percent=(1, 2)), facts())
    assert only_problem(shown)[:2] == ("share_needs_counts", "C2")
    assert codes(read("a.xlsb", xlsb(*rows, hidden=2), facts())) == ["row_hidden"]


def test_percent_and_hidden_rows_of_an_old_workbook_are_seen():
    found = read("phan-tram.xls", (FILES / "phan-tram.xls").read_bytes(), facts())
    assert {"share_needs_counts", "row_hidden"} <= set(codes(found))


HTML = """<html><meta charset="utf-8"><body><table><tr><td colspan="3">Năm 2022</td></tr></table>
<table><tr><th rowspan=2>Đơn vị<th colspan=2>TC1</tr><tr><th>Tự chấm<th>Thẩm định</tr>
<tr><td>Sở Nội vụ<td>18<td>17,5</tr></table></body></html>"""


def test_a_page_of_html_saved_as_a_workbook_is_read_and_said_so():
    reading = read("nam_2022.xls", HTML.encode(), facts())
    rows = reading.tables["results"]
    assert sorted(zip(rows["stage"], rows["value"])) == [("appraised", 17.5), ("self", 18.0)]
    assert "extension_differs" in codes(reading) and not reading.has_errors


def repacked(change) -> bytes:
    """A good workbook with other names of parts."""
    content = io.BytesIO()
    good = workbook({"2022": [["Mã đơn vị", "TC1"], ["SNV", 18]]})
    with zipfile.ZipFile(io.BytesIO(good)) as known, zipfile.ZipFile(content, "w") as made:
        for name in known.namelist():
            made.writestr(*change(name, known.read(name)))
    return content.getvalue()


def at_the_root(name: str, data: bytes) -> tuple[str, bytes]:
    """All parts of the folder xl in the root, the workbook under another name."""
    data = data.replace(b"xl/workbook.xml", b"/so.xml") if name == "_rels/.rels" else data
    place = {"xl/workbook.xml": "so.xml", "xl/_rels/workbook.xml.rels": "_rels/so.xml.rels"}
    return place.get(name, re.sub("^xl/", "", name)), data


def with_backslashes(name: str, data: bytes) -> tuple[str, bytes]:
    is_relation = name.endswith(".rels")
    return name.replace("/", "\\"), data.replace(
        b"worksheets/", b"worksheets\\"
    ) if is_relation else data


@pytest.mark.parametrize("change", [at_the_root, with_backslashes])
def test_a_package_packed_otherwise_is_a_workbook_all_the_same(change):
    assert stored(read("la.xlsx", repacked(change), facts())) == {("SNV", "TC1", 2022): 18}


@pytest.mark.parametrize(
    ("content", "way"),
    [
        (b"\x89PNG\r\n", "xin tệp Excel gốc"), (b"\x00\x00\x00\x18ftypheic", "xin tệp Excel gốc"), (b"Rar!\x1a", "giải nén"),
        (b"%PDF-1.7", "trang Báo cáo"), (b"MIME-Version: 1.0\r\n", "lưu lại dạng .xlsx"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_the_way_out(content, way):
    code, _, fields = only_problem(read("tep.xlsx", content, facts()))
    assert way in problem_sentence(code, fields)


def test_a_file_of_numbers_is_named_with_the_way_out():
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        made.writestr("Index/Document.iwa", b"...")
    code, _, fields = only_problem(read("bieu.numbers", content.getvalue(), facts()))
    assert "mở bằng Numbers" in problem_sentence(code, fields)
