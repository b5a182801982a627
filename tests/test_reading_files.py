"""Files of units → text with places: Word, PDF, plain text, and clear answers for what cannot be read."""

import io
import unicodedata
import zipfile

import docx
import pypdf
import pytest
import typst
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from dashboard.exports.paper.official import WordTemplateError, check_template
from dashboard.reading.whole_report import read_report
from dashboard.wording.document_words import text_doubt, unreadable
from data_access.documents import UnreadableDocumentError, read_document
from data_access.encodings import decoded
from tests.reports.scores import by_rules

REPORT = (
    "Sở Xây dựng báo cáo kết quả năm 2022 như sau:\nII. KẾT QUẢ\nMức độ hài lòng của người dân đạt trên 95%.\n"
    "III. HẠN CHẾ\nMột số công chức của các đơn vị còn đi làm muộn.\n"
)


def word_file():
    document = docx.Document()
    head = document.add_table(1, 2)
    head.cell(0, 0).text = "UBND TỈNH AN HÒA\nSỞ XÂY DỰNG\nSố: 12/BC-SXD"
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nAn Hòa, ngày 05 tháng 12 năm 2022"
    for line in (
        "BÁO CÁO",
        "Kết quả phong trào thi đua năm 2022",
        "Sở Xây dựng báo cáo như sau:",
        "I. KẾT QUẢ",
    ):
        document.add_paragraph(line)
    table = document.add_table(3, 3)
    for row, cells in zip(
        table.rows,
        (
            ("Nội dung", "Năm 2021", "Năm 2022"),
            ("Tỷ lệ hồ sơ đúng hạn", "98,5%", "trên 99%"),
            ("Mức độ hài lòng", "90%", "92,4%"),
        ),
        strict=True,
    ):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_paragraph("II. Tồn tại, hạn chế")
    document.add_paragraph("Một số công chức còn đi làm muộn.", style="List Bullet")
    return document


def saved(document):
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def pdf_of(text):
    body = "\n\n".join(text.splitlines())
    return typst.compile(
        f'#set page(width: 12cm, height: 9cm)\n#set text(lang: "vi", size: 12pt)\n{body}'.encode()
    )


def reason(name, content):
    with pytest.raises(UnreadableDocumentError) as caught:
        read_document(name, content)
    return caught.value


def test_a_word_file_gives_paragraphs_table_rows_and_their_places():
    read = read_document("bao cao.docx", saved(word_file()))
    assert "Tỷ lệ hồ sơ đúng hạn | 98,5% | trên 99%" in read.text
    found = read_report(read.text, places=read.places).as_dict()
    assert (found["unit"], found["period"], found["report"]["number"]) == (
        "Sở Xây dựng tỉnh An Hòa",
        "2022",
        "12/BC-SXD",
    )
    assert [
        (row["code"], row["value"], row["comparator"], row["year"], row["place"])
        for row in by_rules(found["indicators"])
    ] == [
        ("on_time", 98.5, "=", 2021, "bảng 2, hàng 2"),
        ("on_time", 99, ">", 2022, "bảng 2, hàng 2"),
        ("satisfied", 90, "=", 2021, "bảng 2, hàng 3"),
        ("satisfied", 92.4, "=", 2022, "bảng 2, hàng 3"),
    ]
    assert [row["category"] for row in found["limitations"]] == ["gio_giac_di_muon"]


def test_heads_over_two_rows_and_columns_keep_each_figure_in_its_year():
    document = word_file()
    table = document.add_table(4, 6)
    rows = (
        ("STT", "Chỉ tiêu", "Đơn vị tính", "Kết quả", "", "Ghi chú"),
        ("", "", "", "Năm 2021", "Năm 2022", ""),
        ("1", "Văn bản ký số", "%", "97,5", "99,2", ""),
        ("2", "Hồ sơ trực tuyến", "%", "52,1", "65,4", ""),
    )
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    table.cell(0, 3).merge(table.cell(0, 4))
    for column in (0, 1, 2, 5):
        table.cell(0, column).merge(table.cell(1, column))
    found = read_report(
        read_document("bao cao.docx", saved(document)).text.replace(
            "II. Tồn tại, hạn chế", "II. Số liệu"
        )
    ).as_dict()["indicators"]
    assert [(row["code"], row["value"], row["unit"], row["year"]) for row in found[-4:]] == [
        ("digital_signatures", 97.5, "%", 2021),
        ("digital_signatures", 99.2, "%", 2022),
        ("online_services", 52.1, "%", 2021),
        ("online_services", 65.4, "%", 2022),
    ]


def test_inserted_text_counts_and_deleted_text_does_not():
    document = word_file()
    paragraph = document.add_paragraph("Tỷ lệ hài lòng đạt ")
    paragraph._p.append(
        parse_xml(f'<w:ins {nsdecls("w")} w:id="1"><w:r><w:t>96%</w:t></w:r></w:ins>')
    )
    paragraph._p.append(
        parse_xml(f'<w:del {nsdecls("w")} w:id="2"><w:r><w:delText>59%</w:delText></w:r></w:del>')
    )
    assert "Tỷ lệ hài lòng đạt 96%\n" in read_document("a.docx", saved(document)).text


def test_a_pdf_with_text_gives_its_text_by_page():
    read = read_document(
        "bao-cao.pdf",
        pdf_of(REPORT + "IV. NHIỆM VỤ\n" + "Phấn đấu đạt 100% hài lòng trong năm tới.\n" * 12),
    )
    found = read_report(read.text, places=read.places).as_dict()
    assert [
        (row["code"], row["comparator"], row["value"], row["place"])
        for row in by_rules(found["indicators"])
    ] == [("satisfied", ">", 95, "trang 1")]
    assert [row["category"] for row in found["limitations"]] == ["gio_giac_di_muon"]
    assert read.places[-1][1] != "trang 1"


def test_a_ruled_table_of_a_pdf_keeps_its_columns_and_the_text_around_it_stands_once():
    table = "#table(columns: (4fr, 2fr, 2fr, 2fr), [Chỉ tiêu], [Kế hoạch (%)], [Năm 2021 (%)], [Năm 2022 (%)], [Tỷ lệ hồ sơ giải quyết đúng hạn], [98], [97,5], [99,2])"
    read = read_document(
        "bao-cao.pdf",
        pdf_of(
            f"{REPORT.partition('III.')[0]}{table}\nIII. HẠN CHẾ\nMột số công chức còn đi làm muộn.\n"
        ),
    )
    found = read_report(read.text, places=read.places).as_dict()
    assert "Tỷ lệ hồ sơ giải quyết đúng hạn | 98 | 97,5 | 99,2" in read.text
    assert [(row["code"], row["value"], row["year"]) for row in by_rules(found["indicators"])] == [
        ("satisfied", 95, 2022),
        ("on_time", 97.5, 2021),
        ("on_time", 99.2, 2022),
    ]
    assert [
        read.text.count(words) for words in ("Mức độ hài lòng", "Chỉ tiêu", "còn đi làm muộn")
    ] == [1, 1, 1]


def test_a_pdf_of_empty_pages_says_that_no_word_was_recognised():
    writer = pypdf.PdfWriter()
    for _ in range(3):
        writer.add_blank_page(595, 842)
    stream = io.BytesIO()
    writer.write(stream)
    error = reason("quet.pdf", stream.getvalue())
    assert (error.code, error.fields["pages"]) == ("scanned", 3)
    assert "bản quét" in unreadable(error.code, error.fields)


def test_a_protected_pdf_says_so():
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf_of(REPORT)))
    writer.encrypt("bí mật", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    assert reason("khoa.pdf", stream.getvalue()).code == "protected"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_plain_text_is_read_in_every_unicode_form(encoding):
    assert read_document("a.txt", REPORT.encode(encoding)).text == REPORT


def test_marks_kept_apart_from_their_letters_are_no_torn_text():
    apart = unicodedata.normalize("NFD", REPORT * 9)
    assert read_document("a.txt", apart.encode()).doubts == ()


def test_windows_1258_is_converted():
    assert decoded(_windows_1258(REPORT)) == (REPORT, "Windows-1258")


def _windows_1258(text):
    """Vietnamese in Windows-1258: â, ê, ơ … as letters of their own, the five tone marks after them."""
    tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    whole = []
    for char in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", char)
        tone = "".join(mark for mark in parts if mark in tones)
        whole.append(
            unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in tones))
            + tone
        )
    return "".join(whole).encode("cp1258")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("B¸o c¸o kÕt qu¶ thùc hiÖn cña c¸c ®¬n vÞ hµnh chÝnh", "TCVN3"),
        ("Baùo caùo keát quaû thöïc hieän cuûa caùc ñôn vò haønh chính", "VNI"),
    ],
)
def test_an_old_encoding_is_converted_and_told(text, encoding):
    for content in (text.encode("utf-8"), text.encode("cp1252")):
        read = read_document("cu.txt", content)
        assert read.text.strip() == "Báo cáo kết quả thực hiện của các đơn vị hành chính"
        assert read.doubts == (("converted", encoding),)
        assert encoding in text_doubt("cu.txt", *read.doubts[0])


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"{\\rtf1 }", "empty"),
        (b"%PDF-1.7 broken", "damaged"),
        (b"PK\x03\x04 broken", "damaged"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "unsupported"),
    ],
)
def test_what_cannot_be_read_gives_its_reason(content, code):
    assert reason("tep", content).code == code


def test_a_zip_that_is_no_word_file_is_not_read():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("xl/workbook.xml", "<a/>")
    assert reason("bang.xlsx", stream.getvalue()).code == "unsupported"


def test_a_zip_bomb_is_stopped_while_it_inflates():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 210_000_000)
    assert reason("bom.docx", stream.getvalue()).code == "too_large"


def broken_words() -> dict[str, bytes]:
    """Word files on which the libraries fail each in a way of its own."""
    made = io.BytesIO()
    docx.Document().save(made)
    with zipfile.ZipFile(made) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
        at = whole.getinfo("word/document.xml").header_offset + 30 + len("word/document.xml")
    torn = bytearray(made.getvalue())
    torn[at : at + 4] = b"\xff\xff\xff\xff"  # no beginning of anything packed
    nowhere, rels = io.BytesIO(), "word/_rels/document.xml.rels"
    with zipfile.ZipFile(nowhere, "w") as kept:
        for name, content in parts.items():
            kept.writestr(
                name, content.replace(b"Target=", b"Tarqet=") if name == rels else content
            )
    return {"torn": bytes(torn), "nowhere": nowhere.getvalue()}


@pytest.mark.parametrize("kind", ["torn", "nowhere"])
def test_a_word_file_that_breaks_the_library_is_damaged_as_a_report_and_as_a_template(kind):
    content = broken_words()[kind]
    with pytest.raises(UnreadableDocumentError) as refused:
        read_document("bao-cao.docx", content)
    assert refused.value.code == "damaged"
    with pytest.raises(WordTemplateError):
        check_template(content)


def test_a_letter_beyond_all_letters_in_rich_text_is_damage():
    with pytest.raises(UnreadableDocumentError) as refused:
        read_document("bao-cao.rtf", b"{\\rtf1 \\u-99999999999 ?}")
    assert refused.value.code == "damaged"
