"""Scans, photos, OpenDocument, rich text, old Word, old encodings: each read here, or refused with what to do."""

import io
import shutil
import unicodedata
import zipfile

import pypdf
import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw

from dashboard.reading.whole_report import read_report
from dashboard.wording.document_words import unreadable
from data_access.documents import UnreadableDocumentError, cut_out, page_picture, read_document
from data_access.legacy import converted
from data_access.page_pieces import in_rows
from data_access.scans import page_pictures, recognised
from tests.reports.scores import by_rules

BODY = (
    "Sở Xây dựng báo cáo kết quả thực hiện phong trào thi đua năm 2022 như sau:",
    "I. KẾT QUẢ",
    "Tỷ lệ hồ sơ giải quyết đúng hạn đạt 98,5%; mức độ hài lòng của người dân đạt trên 95%.",
    "II. TỒN TẠI, HẠN CHẾ",
    "Một số công chức của các đơn vị còn đi làm muộn.",
)
FOUND = [("on_time", 98.5), ("satisfied", 95)]
ODT = """<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><office:body><office:text>
 <text:tracked-changes><text:p>Đã xóa 59%</text:p></text:tracked-changes>{body}
 <table:table><table:table-row><table:table-cell><text:p>Nội dung</text:p></table:table-cell><table:table-cell><text:p>Năm 2021</text:p></table:table-cell>
 <table:table-cell><text:p>Năm 2022</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>Văn bản ký<text:s/>số</text:p></table:table-cell>
 <table:table-cell><text:p>97,5%</text:p></table:table-cell><table:table-cell><text:p>99,2%</text:p></table:table-cell></table:table-row></table:table>
 </office:text></office:body></office:document-content>"""


def scanned(text_pages, stamp=False, turn=0, columns=1):
    """A PDF of pictures, as a scanner makes it, of pages set from text."""
    pictures = []
    for page in text_pages:
        source = (
            f'#set page(paper: "a4", margin: 2.5cm, columns: {columns})\n'
            '#set text(font: "Liberation Serif", size: 13pt)\n' + page.replace("\n", "\n\n")
        )
        picture = Image.open(io.BytesIO(typst.compile(source.encode(), format="png", ppi=200)))
        picture = picture.convert("RGB")
        if stamp:
            ink = Image.new("RGB", picture.size, "white")
            ImageDraw.Draw(ink).ellipse((300, 330, 700, 730), outline=(225, 60, 60), width=14)
            picture = ImageChops.multiply(picture, ink)
        pictures.append(picture.rotate(turn, expand=True, fillcolor="white"))
    stream = io.BytesIO()
    pictures[0].save(stream, "PDF", save_all=True, append_images=pictures[1:], resolution=200)
    return stream.getvalue()


def indicators(read):
    found = read_report(read.text, places=read.places).as_dict()
    return [(row["code"], row["value"]) for row in by_rules(found["indicators"])]


@pytest.mark.parametrize(
    ("stamp", "turn", "columns"), [(True, 0, 1), (True, 0, 2), (False, 1.5, 1)]
)
def test_a_scan_is_read_on_this_machine_and_marked_as_such(stamp, turn, columns):
    said = BODY if columns == 1 else [*BODY[:3], "#colbreak()", *BODY[3:]]
    read = read_document("quet.pdf", scanned(["\n".join(said)], stamp, turn, columns))
    assert read.scanned_pages == (1,) and read.wordless_pages == ()
    found = read_report(read.text, places=read.places).as_dict()
    assert [(row["code"], row["value"]) for row in by_rules(found["indicators"])] == FOUND
    assert found["indicators"][0]["place"] == "trang 1, chữ đọc từ ảnh"
    assert read.turn(1) == 0
    assert [row["category"] for row in found["limitations"]] == ["gio_giac_di_muon"]


def test_each_quote_of_a_turned_scan_has_the_piece_of_the_page_in_which_it_stands():
    content = scanned(["\n".join(BODY)], turn=90)
    read = read_document("quet.pdf", content)
    assert indicators(read) == FOUND and read.turn(1) == 270
    start = read.text.index("Một số công chức")
    page, box = read.pictured(start, start + len("Một số công chức"))
    (piece,) = cut_out(content, page, [box], read.turn(page))
    with Image.open(io.BytesIO(piece)) as opened:
        assert opened.width > 3 * opened.height
        opened.resize((opened.width * 2, opened.height * 2)).save(again := io.BytesIO(), "PNG")
    assert "công chức" in recognised([again.getvalue()])[0].text
    assert read.pictured(len(read.text), len(read.text) + 1) is None


def test_a_long_piece_of_a_line_fits_its_cell_and_loses_nothing():
    strip = Image.new("RGB", (900, 20))
    strip.putdata([(column // 4, 0, 0) for _ in range(20) for column in range(900)])
    sheet = in_rows(strip, 3.1)
    assert sheet.width / sheet.height <= 3.6
    assert {colour[0] for _, colour in sheet.getcolors(10_000)} >= set(range(225))
    assert in_rows(strip.crop((0, 0, 60, 20)), 3.1).size == (60, 20)


def test_a_page_with_words_keeps_them_and_only_the_pictured_one_is_recognised():
    writer = pypdf.PdfWriter()
    words = typst.compile("\n\n".join(BODY).encode())
    for content in (words, scanned(["Văn bản ký số đạt 99,2% tổng số văn bản đi của cơ quan."])):
        writer.append(io.BytesIO(content))
    stream = io.BytesIO()
    writer.write(stream)
    told = []
    read = read_document("lan.pdf", stream.getvalue(), lambda done, of: told.append((done, of)))
    assert read.scanned_pages == (2,) and told == [(1, 1)]
    assert indicators(read) == [*FOUND, ("digital_signatures", 99.2)]


def test_a_photo_is_one_page_and_its_picture_can_be_shown():
    pdf = scanned(["\n".join(BODY)])
    photo = page_pictures(pdf, [1])[0]
    read = read_document("anh.png", photo)
    assert indicators(read) == FOUND
    for content in (pdf, photo):
        assert Image.open(io.BytesIO(page_picture(content, 1))).width > 400


def test_words_that_the_program_is_not_sure_of_are_named():
    picture = Image.effect_noise((900, 120), 90).convert("L")
    ImageDraw.Draw(picture).text((40, 30), "Ket qua 98,5", fill=90, font_size=44)
    stream = io.BytesIO()
    picture.save(stream, "PNG")
    read = recognised([stream.getvalue()])[0]
    assert all(read.text[start:end].strip() for start, end in read.doubtful)


def test_without_the_program_a_scan_says_what_to_install(monkeypatch, tmp_path):
    content = scanned(["\n".join(BODY)])
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableDocumentError) as caught:
        read_document("quet.pdf", content)
    assert caught.value.code == "no_recogniser"
    assert "tesseract" in unreadable(caught.value.code, caught.value.fields)


def test_an_open_document_gives_paragraphs_and_rows_without_what_was_deleted():
    stream = io.BytesIO()
    body = "".join(f"<text:p>{line}</text:p>" for line in BODY[:3])
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", ODT.format(body=body))
    read = read_document("a.odt", stream.getvalue())
    assert "59%" not in read.text and "Văn bản ký số | 97,5% | 99,2%" in read.text
    assert indicators(read) == [*FOUND, ("digital_signatures", 97.5), ("digital_signatures", 99.2)]


def test_rich_text_is_read_with_its_rows():
    def escaped(text):
        return "".join(char if ord(char) < 128 else f"\\u{ord(char)}?" for char in text)

    lines = "".join(f"{escaped(line)}\\par\n" for line in BODY)
    row = "\\trowd " + "".join(f"{escaped(cell)}\\cell " for cell in ("Ký số", "99,2%")) + "\\row\n"
    read = read_document("a.rtf", ("{\\rtf1\\ansi\\uc1 " + lines + row + "}").encode("ascii"))
    assert indicators(read)[:2] == FOUND
    assert "Ký số | 99,2%" in read.text


def test_an_old_word_file_without_an_office_suite_says_how_to_save_it(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert shutil.which("soffice") is None
    with pytest.raises(UnreadableDocumentError) as caught:
        read_document("cu.doc", b"\xd0\xcf\x11\xe0" + bytes(600))
    assert caught.value.code == "no_office"
    assert ".docx" in unreadable(caught.value.code, caught.value.fields)


TCVN3 = dict(
    zip(
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ",
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ",
        strict=True,
    )
)
"""TCVN 5712:1993, VN3, as published: each small letter and the Latin-1 character of its byte."""
VNI_TONES = {"\u0300": "ø", "\u0301": "ù", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
VNI_WHOLE = {
    **{"\u0302" + tone: mark for tone, mark in zip(VNI_TONES, "àáåãä", strict=True)},
    **{"\u0306" + tone: mark for tone, mark in zip(VNI_TONES, "èéúüë", strict=True)},
    "\u0302": "â",
    "\u0306": "ê",
}
VNI_LETTERS = {
    "đ": "ñ",
    "ơ": "ô",
    "ư": "ö",
    "ì": "ì",
    "í": "í",
    "ỉ": "æ",
    "ĩ": "ó",
    "ị": "ò",
    "ỵ": "î",
}
SENTENCES = st.lists(
    st.sampled_from(" ".join(BODY).lower().replace(".", " ").replace(",", " ").split()),
    min_size=8,
    max_size=40,
).map(" ".join)


def in_vni(text):
    """A small-letter text in VNI: the letter, then a character for its marks."""
    return "".join(map(_vni, text))


def _vni(char):
    if char in VNI_LETTERS:
        return VNI_LETTERS[char]
    parts = unicodedata.normalize("NFD", char)
    if "\u031b" in parts:
        bare = {"o": "ô", "u": "ö"}[parts[0]]
        return bare + VNI_TONES[parts.replace("\u031b", "")[1]]
    marks = "".join(sorted(parts[1:], key=lambda mark: mark in VNI_TONES))
    return parts[0] + (VNI_WHOLE | VNI_TONES)[marks] if marks else char


@given(SENTENCES)
def test_every_text_of_an_old_encoding_comes_back(text):
    old = "".join(TCVN3.get(char, char) for char in text)
    assert converted(old, "TCVN3") == text
    assert converted(in_vni(text), "VNI") == text


def test_headings_of_the_fonts_for_capitals_become_capitals():
    assert converted("B¸O C¸O KÕT QU¶", "TCVN3") == "BÁO CÁO KẾT QUẢ"
    assert converted("BAÙO CAÙO", "VNI") == "BÁO CÁO"
