"""PDF reports: letters by their places, whatever order, font, column or turn the file has; what cannot be Vietnamese is told."""

import io
import random
from pathlib import Path

import pypdf
import pytest
import typst

from dashboard.reading.whole_report import read_report
from dashboard.wording.document_words import text_doubt
from data_access.documents import read_document
from data_access.glyphs import Glyph
from data_access.page_layout import text_of
from data_access.plausible import is_torn, lacks_accents
from tests.reports.scores import FOLDER

TWO_FONTS = Path(__file__).parent / "files" / "two_fonts.pdf"


def glyphs_of(lines, size=12.0):
    """Letters of (x, y, text), each half an em wide, blanks written."""
    return [
        Glyph(y, x + 6 * place, x + 6 * place + 6, size, char)
        for x, y, text in lines
        for place, char in enumerate(text)
    ]


def test_letters_drawn_font_by_font_stand_in_their_words():
    """LibreOffice without Times New Roman draws accented letters after the others of a line; its own text of the file is known."""
    read = read_document("hai-phong-chu.pdf", TWO_FONTS.read_bytes())
    assert read.doubts == ()
    assert (
        "Tỷ lệ hồ sơ giải quyết đúng hạn đạt 99,81%; mức độ hài lòng của người dân đạt trên 95%."
        in " ".join(read.text.split())
    )
    found = read_report(read.text, places=read.places).as_dict()
    assert (found["unit"], found["period"], found["report"]["number"]) == (
        "UBND xã Tân Lợi Đông",
        "2023",
        "214/BC-UBND",
    )
    assert [(row["code"], row["value"], row["comparator"]) for row in found["indicators"]] == [
        ("on_time", 99.81, "="),
        ("satisfied", 95, ">"),
    ]
    assert [row["category"] for row in found["limitations"]] == ["gio_giac_di_muon"]


@pytest.mark.parametrize("seed", range(5))
def test_the_order_in_which_letters_are_drawn_changes_nothing(seed):
    drawn = glyphs_of([(50, 100, "Mức độ hài lòng"), (50, 116, "đạt 95,5% trong năm.")])
    random.Random(seed).shuffle(drawn)
    assert text_of(drawn) == "Mức độ hài lòng\nđạt 95,5% trong năm."


def test_two_columns_are_read_one_after_the_other_and_rows_of_figures_across():
    head = [
        (50, 100, "ỦY BAN NHÂN DÂN"),
        (300, 100, "CỘNG HÒA XÃ HỘI"),
        (50, 116, "XÃ AN BÌNH"),
        (300, 116, "Độc lập - Tự do"),
    ]
    assert text_of(glyphs_of(head)).splitlines() == [
        "ỦY BAN NHÂN DÂN",
        "XÃ AN BÌNH",
        "CỘNG HÒA XÃ HỘI",
        "Độc lập - Tự do",
    ]
    rows = [(50, 100, "Ký số"), (300, 100, "99,2%"), (50, 116, "Trực tuyến"), (300, 116, "66,9%")]
    assert text_of(glyphs_of(rows)).splitlines() == ["Ký số    99,2%", "Trực tuyến    66,9%"]


def test_room_that_another_font_leaves_parts_no_word_and_unwritten_blanks_do():
    """“đị nh” with a third of a letter between is one word, “hồ sơ” with the same gap is two."""

    def with_gap(first, second):
        start = 50 + 6 * len(first)
        return text_of([*glyphs_of([(50, 100, first)]), *glyphs_of([(start + 3.5, 100, second)])])

    assert with_gap("đị", "nh:") == "định:"
    assert with_gap("hồ", "sơ") == "hồ sơ"
    assert with_gap("số", "45/KH-UBND") == "số 45/KH-UBND"


def test_a_letter_drawn_twice_to_look_bold_is_read_once():
    bold = glyphs_of([(50, 100, "BÁO CÁO"), (50.4, 100, "BÁO CÁO")])
    assert text_of(bold) == "BÁO CÁO"


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_lies_on_its_side_reads_as_it_stands(turn):
    writer = pypdf.PdfWriter(clone_from=TWO_FONTS)
    for page in writer.pages:
        page.rotate(turn)
    stream = io.BytesIO()
    writer.write(stream)
    upright = read_document("a.pdf", TWO_FONTS.read_bytes()).text
    assert read_document("a.pdf", stream.getvalue()).text == upright


def test_text_set_in_two_columns_keeps_its_sentences():
    body = "Mức độ hài lòng của người dân đạt trên 95% trong năm qua theo khảo sát. " * 30
    read = read_document(
        "cot.pdf", typst.compile(f"#set page(columns: 2)\n#set text(size: 12pt)\n{body}".encode())
    )
    assert " ".join(read.text.split()).count("hài lòng của người dân đạt trên 95%") == 30


def test_letters_torn_from_their_words_are_told_with_their_page():
    torn = "M t s  cán b , công ch c còn đi làm mu n ộ ố ộ ứ ộ th c hi n ch a nghiêm ự ệ ư " * 3
    assert is_torn(torn) and not any(
        is_torn(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.txt")
    )
    pages = ["Báo cáo kết quả phong trào thi đua của cơ quan trong năm. " * 8, torn]
    source = "#pagebreak()\n".join(page + "\n" for page in pages)
    read = read_document("roi.pdf", typst.compile(source.encode()))
    assert read.doubts == (("torn", "trang 2"),)
    assert "trang 2" in text_doubt("roi.pdf", *read.doubts[0])


def test_a_text_without_accents_is_told_and_not_silently_empty():
    plain = "Bao cao ket qua thuc hien phong trao thi dua nam 2022 cua xa " * 5
    assert read_document("a.txt", plain.encode()).doubts == (("no_accents", ""),)
    assert not any(lacks_accents(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.txt"))
