"""One page at once: any table of the screen, a unit's profile, in Word and PDF with the same words."""

from __future__ import annotations

import io

import docx
import pandas as pd
import pytest
import tiny
from pypdf import PdfReader

from dashboard.access.beside_flags import Beside
from dashboard.exports.paper import pdf, word
from dashboard.exports.paper.single_pages import MOST_ROWS, list_page
from dashboard.exports.paper.unit_pages import unit_page
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table

COLUMNS = {"name": Column("Đơn vị", width="large"), "score": Column("Điểm", "score")}


@pytest.fixture(scope="module")
def standing():
    """A: 60 in 2024 and 70 in 2025, under the target of 85, 34 of 40 people under 90 %; B: 90."""
    rows = [
        ("A", "A", 2024, 30),
        ("A", "B", 2024, 30),
        ("A", "A", 2025, 40),
        ("A", "B", 2025, 30),
        ("B", "A", 2025, 50),
        ("B", "B", 2025, 40),
        ("A", "CN1", 2025, 34, 40),
    ]
    return tiny.assess(
        tiny.plan(),
        tiny.records(tiny.units({"unit": "A"}, {"unit": "B"}), tiny.results(*rows)),
        2025,
        tiny.AS_OF,
    )


def texts(content: bytes) -> list[str]:
    document = docx.Document(io.BytesIO(content))
    return [one.text for one in document.paragraphs] + [
        cell.text for table in document.tables for row in table.rows for cell in row.cells
    ]


def test_a_table_of_the_screen_is_a_page_with_vietnamese_figures():
    rows = pd.DataFrame({"name": ["Sở A", "Sở B"], "score": [1234.5, None]})
    page = list_page(Table("Điểm các sở", COLUMNS, rows, "Nguồn: thử."))
    assert [cell for row in page.tables[0].texts for cell in row] == [
        "Sở A",
        "1.234,5",
        "Sở B",
        "–",
    ]
    said = texts(word.one_page(*page_parts(page), foot="Số liệu chưa chốt"))
    assert said[0] == "Điểm các sở" and {"Sở A", "1.234,5", "–"} <= set(said)
    assert not page.tables[0].landscape


def page_parts(page) -> tuple:
    return page.title, page.sentences, page.tables, page.charts, page.about


def test_a_wide_table_lies_across_and_a_very_long_one_says_that_it_is_cut():
    rows = pd.DataFrame(
        {
            "name": ["Ban Quản lý Dự án Đầu tư Xây dựng"] * (MOST_ROWS + 5),
            "score": 1.0,
            "block": "Khối các sở, ban, ngành tỉnh",
            "why": "Một lý do dài hơn hai mươi sáu chữ",
        }
    )
    page = list_page(Table("Dài", {**COLUMNS, "block": "Khối", "why": "Lý do"}, rows))
    assert page.tables[0].landscape and len(page.tables[0].rows) == MOST_ROWS
    assert page.sentences == ("Trang này ghi 1.000 dòng đầu trong 1.005 dòng; tệp Excel có đủ.",)


def test_a_units_page_says_where_it_stands_its_flags_with_the_reply_and_every_criterion_with_its_source(
    standing,
):
    key = ("A", 2025, "CN1", "staff_share")
    page = unit_page(
        standing,
        "A",
        tiny.results(("A", "A", 2025, 40), ("A", "B", 2025, 30)),
        {key: Beside("", "“Đang bổ sung” (2/6/2026)")},
        ["Khó khăn: thiếu máy quét."],
    )
    assert page.sentences[0].startswith("Đơn vị A: 70,0 điểm năm 2025, hạng 2/2 Khối 1")
    assert any(
        one.startswith("Theo dõi: 34/40 người")
        and "Giải trình của đơn vị: “Đang bổ sung” (2/6/2026)." in one
        for one in page.sentences
    )
    assert page.sentences[-1] == "Khó khăn: thiếu máy quét."
    criteria = page.tables[-1].texts
    assert criteria[0] == ("Tiêu chí A", "–", "40/60", "66,7%", "a.xlsx, trang “Kết quả”, ô B2")
    assert [(one.name, one.values) for one in page.charts[0].series] == [
        ("Đơn vị", (60.0, 70.0)),
        ("Mức giữa của khối", (60.0, 80.0)),
    ]
    assert page.charts[0].target == 85


def test_word_and_pdf_say_the_same_of_a_unit(standing):
    page = unit_page(standing, "A", tiny.results(("A", "A", 2025, 40)), {}, [])
    letters = "".join(
        "".join(one.extract_text().split())
        for one in PdfReader(
            io.BytesIO(pdf.one_page(*page_parts(page), mark="Số liệu minh họa"))
        ).pages
    )
    missing = {
        one
        for one in texts(word.one_page(*page_parts(page), mark="Số liệu minh họa"))
        if "".join(one.split()) not in letters
    }
    assert missing == set()
