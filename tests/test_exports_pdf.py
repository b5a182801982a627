"""The report as PDF, read back: the same words and figures as in Word, on pages as the decree wants them."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import packs
import pytest
from pypdf import PdfReader

from dashboard.exports.letter_occasion import usual_sender
from dashboard.exports.paper import pdf, word
from dashboard.exports.paper.contents import Paper, Text
from dashboard.exports.paper.plain_charts import drawn

PACK = packs.pack(60)


def pages(content: bytes) -> list[str]:
    """The text of each page with single spaces."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(content)).pages]


@pytest.fixture(scope="module")
def report() -> bytes:
    return pdf.report(PACK)


@pytest.fixture(scope="module")
def text(report) -> str:
    return " ".join(pages(report))


def test_the_pages_are_a4_and_the_wide_annex_lies_across(report):
    sizes = [
        (round(float(page.mediabox.width)), round(float(page.mediabox.height)))
        for page in PdfReader(io.BytesIO(report)).pages
    ]
    assert set(sizes) == {(595, 842), (842, 595)} and sizes[0] == (595, 842)


def test_the_page_number_is_left_out_on_the_first_page_and_begins_anew_in_each_annex(report):
    texts = pages(report)
    assert texts[1].startswith("2 ") and not texts[0][0].isdigit()
    annexes = [page for page in texts if "Kèm theo Báo cáo" in page]
    assert [page[:7] for page in annexes] == ["Phụ lục", "Phụ lục"]


def test_every_word_of_the_word_report_stands_in_the_pdf(text):
    document = docx.Document(io.BytesIO(word.report(PACK)))
    said = [one.text for one in document.paragraphs] + [
        cell.text
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        for cell in cell.paragraphs
    ]
    letters = "".join(text.split())
    missing = {one for one in said if "".join(one.split()) not in letters}
    assert missing == set()


def test_the_mark_and_the_seal_stand_on_every_page(report):
    assert all(PACK.mark in page and PACK.seal_line in page for page in pages(report))


def test_long_names_are_written_in_full_with_their_diacritics(text):
    assert packs.LONG in text


def test_letters_are_set_in_the_font_that_comes_with_the_program_whatever_the_machine_has(report):
    fonts = {
        name["/BaseFont"].partition("+")[2]
        for page in PdfReader(io.BytesIO(report)).pages
        for name in (one.get_object() for one in page["/Resources"]["/Font"].values())
    }
    others = {one for one in fonts if not one.startswith("LiberationSerif")}
    assert fonts - others and len(others) <= 1, (
        f"only the signs of statuses may come from another font: {fonts}"
    )


def test_a_missing_value_is_a_dash_and_nothing_is_drawn_for_it(text):
    assert "Ủy ban nhân dân xã Thử 60 – – ○ chưa đủ dữ liệu –" in text
    assert drawn(packs.LINES)["series"][0]["sizes"][1] is None


def test_lengths_of_bars_are_parts_of_the_longest_and_the_target_is_where_it_belongs():
    made = drawn(packs.BARS)
    assert made["series"][0]["sizes"] == pytest.approx([1, 83.25 / 88.5, 71 / 88.5])
    assert made["target"]["at"] == pytest.approx(85 / 88.5) and made["series"][0]["texts"] == [
        "88,5",
        "83,3",
        "71,0",
    ]


def test_a_figure_just_below_its_target_is_not_written_as_if_it_met_it():
    assert drawn(packs.LINES)["series"][0]["texts"][-1] == "89,95%"


def test_the_same_pack_gives_the_same_bytes(report):
    assert pdf.report(PACK) == report


def test_what_a_unit_wrote_is_never_taken_for_a_command():
    odd = '#panic("x") $ \\ * _ <a> @b [c] "'
    assert " ".join(odd.split()) in " ".join(pages(pdf.one_page("Trang", [odd])))


def test_any_table_makes_an_a4_page_of_its_own():
    made = pdf.one_page(
        "Hồ sơ đơn vị",
        ["Đạt mốc."],
        [packs.ranking()],
        about=packs.LONG,
        mark=PACK.mark,
        foot=PACK.seal_line,
    )
    (page,) = pages(made)
    assert page.startswith(f"Hồ sơ đơn vị {packs.LONG} Đạt mốc.") and PACK.seal_line in page


def test_a_letter_is_set_too():
    import tiny

    sender = usual_sender(tiny.plan())
    letter = Paper(
        sender.office,
        "đôn đốc gửi báo cáo",
        (Text("Đề nghị gửi."),),
        sender.signature,
        sender.copies,
        addressees=("Sở A", "Sở B"),
    )
    (page,) = pages(pdf.as_pdf(letter))
    assert (
        "V/v đôn đốc gửi báo cáo" in page
        and "Kính gửi: - Sở A; - Sở B." in page
        and "Đề nghị gửi./." in page
    )


def test_20_units_and_200_units_lose_none():
    for units in (20, 200):
        text = " ".join(pages(pdf.report(packs.pack(units))))
        assert all(f"Ủy ban nhân dân xã Thử {n} " in text for n in range(2, units + 1))


def test_figures_of_real_units_bear_no_mark():
    assert PACK.mark not in " ".join(pages(pdf.report(replace(PACK, mark=""))))


def test_the_pdf_is_tagged_pdf_a_with_a_bookmark_for_each_heading_and_annex(report):
    read = PdfReader(io.BytesIO(report))
    titles: list[str] = []

    def walk(nodes):
        for one in nodes:
            if isinstance(one, list):
                walk(one)
            else:
                titles.append(one.title)

    walk(read.outline)
    assert titles[0] == "I. ĐẶC ĐIỂM TÌNH HÌNH"
    assert titles[-2:] == [
        "Phụ lục I. XẾP HẠNG TRONG TỪNG KHỐI, CỤM NĂM 2025",
        "Phụ lục II. SỐ LIỆU THEO NĂM",
    ]
    assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]
    about = read.trailer["/Root"]["/Metadata"].get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in about
    assert read.metadata.creation_date.date() == PACK.as_of


def test_the_table_of_contents_gives_the_page_of_each_heading_and_the_short_copy_has_fewer_annexes(
    report,
):
    listed = next(page for page in pages(report) if "MỤC LỤC" in page)
    assert "I. ĐẶC ĐIỂM TÌNH HÌNH 1" in listed and "Phụ lục II. SỐ LIỆU THEO NĂM" in listed
    short = " ".join(pages(pdf.report(PACK, is_short=True)))
    assert "[1]" not in short and "Kèm theo" not in short
