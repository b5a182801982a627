"""The prose of the report: sentences from the figures alone, no form said over and over, each with what it rests on, nothing claimed that the figures do not bear."""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import replace

import pytest
import tiny
from pypdf import PdfReader
from test_exports_content import TODAY, TYPES, frame

from dashboard.exports.paper import pdf
from dashboard.exports.paper.contents import Blank, Item, Quote, Text
from dashboard.exports.paper.meeting_report import report_paper
from dashboard.exports.report.beside_figures import Extras
from dashboard.exports.report.chapters.causes import surely_more
from dashboard.exports.report.fault_words import FAULTS
from dashboard.exports.report.material import Material
from dashboard.exports.report.order import pack_content
from dashboard.exports.report.pack import Chapter, Pack, SealMark
from dashboard.reading.fault_categories import category_names

UNITS = [chr(letter) for letter in range(ord("A"), ord("L"))]
FALLEN, RISEN = "B", "C"


def made(published: bool = False) -> Pack:
    """Eleven units over seven years: B far below its target in every year, C up from 60 to 90, the others at 88; each kind of limitation told by several."""
    rows = []
    for year in range(2019, 2026):
        for unit in UNITS:
            score = 50.0 if unit == FALLEN else 88.0
            score = 60.0 + 5 * (year - 2019) if unit == RISEN else score
            rows += [(unit, "A", year, score - 40), (unit, "B", year, 40)]
    records = tiny.records(tiny.units(*({"unit": one} for one in UNITS)), tiny.results(*rows))
    standing = tiny.assess(tiny.plan(), records, 2025, tiny.AS_OF)
    told = [
        {"unit": unit, "year": year, "category": code, "quote": f"Lời {code}", "place": "1"}
        for place, code in enumerate(FAULTS)
        for year in range(2019, 2026)
        for unit in UNITS[: place + 1]
    ]
    lists = {
        "limitations": told,
        "examples": [
            {"unit": unit, "year": 2025, "name": f"Mô hình {unit}", "description": "Hay."}
            for unit in UNITS[2:6]
        ],
        "inspections": [{"unit": "C", "year": 2025, "findings": "Thực hiện tốt."}],
        "documents": [{"unit": "C", "year": 2019, "number": "1/KH", "title": "Kế hoạch"}],
    }
    extras = Extras(*(frame(name, *lists.get(name, [])) for name in TYPES), TODAY)
    standing = replace(standing, published_only=published)
    return pack_content(
        Material.at(standing, standing.plan.milestone("m25"), extras),
        SealMark(""),
        illustrative=False,
    )


@pytest.fixture(scope="module")
def pack() -> Pack:
    return made()


def shapes(pack: Pack) -> Counter[str]:
    """The forms of the sentences: figures, quotes and names of units blanked."""
    found: Counter[str] = Counter()
    for one in (said for chapter in pack.chapters for said in chapter.said):
        for sentence in re.split(r"(?<=[.?!])\s+", one.text):
            bare = re.sub(r"“[^”]*”", "“”", sentence)
            bare = re.sub(r"(Đơn vị|Khối|Cụm) \w+", "X", bare)
            found[re.sub(r"[\d.,/%→–]+", "#", bare)] += 1
    return found


def chapter(pack: Pack, title: str) -> Chapter:
    return next(one for one in pack.chapters if one.title == title)


def test_no_form_of_a_sentence_stands_more_than_twice(pack):
    assert not {form: times for form, times in shapes(pack).items() if times > 2}


@pytest.mark.parametrize(
    "title",
    [
        "Thuận lợi",
        "Khó khăn",
        "Kết quả đạt được",
        "Tồn tại, hạn chế",
        "Nguyên nhân",
        "Bài học kinh nghiệm",
        "Nhiệm vụ, giải pháp thời gian tới",
    ],
)
def test_every_part_that_was_left_to_people_has_sentences_from_the_figures(pack, title):
    assert chapter(pack, title).said


def test_how_units_are_named_is_said_once_in_the_whole_report_with_its_plain_words(pack):
    every = [one for part in pack.chapters for one in part.sentences]
    cells = [
        str(cell)
        for annex in pack.annexes
        for table in annex.tables
        for row in table.rows
        for cell in row
        if table.name not in ("Từ ngữ", "Căn cứ")
    ]
    told = [one for one in (*every, *cells) if "dao động ngẫu nhiên" in one]
    assert len(told) == 1
    assert "lên xuống tình cờ" in told[0]


def test_no_sentence_and_no_quote_names_a_file_or_cell_and_the_annex_does(pack):
    paper = report_paper(pack)
    body = [one.text for one in paper.blocks if isinstance(one, (Text, Item, Quote))]
    assert not [one for one in body if ".xlsx" in one or ", ô " in one]
    keys = [one.key for one in paper.blocks if isinstance(one, (Text, Item, Quote)) and one.key]
    grounds = next(one for one in pack.tables() if one.name == "Căn cứ")
    assert keys == list(range(1, len(keys) + 1)) == [row[0] for row in grounds.rows]
    assert any("a.xlsx" in row[2] for row in grounds.rows)


def test_every_sheet_that_the_annex_of_grounds_names_is_in_the_workbook(pack):
    sheets = {one.name for one in pack.tables() if one.rows}
    rows = next(one for one in pack.tables() if one.name == "Căn cứ").rows
    named = {name for row in rows for name in re.findall(r"phụ lục Excel, trang “([^”]*)”", row[2])}
    assert named and named <= sheets


def test_the_copy_for_delegates_has_no_keys_and_only_the_annexes_for_all(pack):
    paper = report_paper(pack, is_short=True)
    assert not [one for one in paper.blocks if getattr(one, "key", None)]
    assert [one.title for one in paper.annexes] == [
        one.title for one in pack.annexes if one.for_all
    ]
    assert len(paper.annexes) < len(report_paper(pack).annexes)
    assert [one.text for one in paper.blocks if isinstance(one, Blank)]


def test_who_rose_most_is_named_with_both_figures_and_who_is_behind_is_no_riser(pack):
    said = " ".join(chapter(pack, "Kết quả đạt được").sentences)
    assert "Đơn vị C (60,0 → 90,0 điểm)" in said
    assert "Đơn vị B" not in said


def test_like_units_are_weighed_over_all_seven_years_and_each_aim_has_its_row(pack):
    part = chapter(pack, "Đánh giá cả giai đoạn theo từng mục tiêu của kế hoạch")
    assert "Tính riêng 11 đơn vị có điểm so sánh được từ năm 2019 đến năm 2025" in part.sentences[0]
    assert "1/11 đơn vị tăng điểm" in part.sentences[0]
    row = dict(
        zip([one.label for one in part.tables[0].heads], part.tables[0].rows[0], strict=True)
    )
    assert (row["Mục tiêu"], row["2019"], row["2025"], row["Mốc"], row["Đơn vị đạt mốc"]) == (
        "Tổng điểm",
        "88,0",
        "88,0",
        "85",
        "10/11",
    )


def test_units_newly_below_are_named_or_not_spoken_of():
    rows = [
        (unit, code, year, value)
        for unit in "AB"
        for year, score in ((2024, 90.0), (2025, 90.0 if unit == "A" else 80.0))
        for code, value in (("A", score - 40), ("B", 40))
    ]
    records = tiny.records(tiny.units({"unit": "A"}, {"unit": "B"}), tiny.results(*rows))
    standing = tiny.assess(tiny.plan(), records, 2025, tiny.AS_OF)
    extras = Extras(*(frame(name) for name in TYPES), TODAY)
    found = pack_content(
        Material.at(standing, standing.plan.milestone("m25"), extras),
        SealMark(""),
        illustrative=False,
    )
    told = [one for part in found.chapters for one in part.sentences if "xuống dưới mốc" in one]
    assert told == [
        "Mới xuống dưới mốc so với năm 2024, chưa phải là kết luận về đơn vị: Đơn vị B (90,0 → 80,0 điểm)."
    ]


def test_a_difference_that_chance_explains_is_no_lesson_and_no_cause():
    """73 of 77 filed in time, and 16 of 19: chance alone gives that; 77 of 77 and 5 of 19 it does not."""
    standing = tiny.assess(
        tiny.plan(),
        tiny.records(tiny.units({"unit": "A"}), tiny.results(("A", "A", 2025, 40))),
        2025,
        tiny.AS_OF,
    )
    extras = Extras(*(frame(name) for name in TYPES), TODAY)
    material = Material(standing, standing.plan.milestone("m25"), extras, 2019)
    assert not surely_more(material, (73, 77), (16, 19))
    assert surely_more(material, (77, 77), (5, 19))


def test_every_kind_of_limitation_that_reports_are_read_for_has_its_words():
    assert category_names().keys() == FAULTS.keys()
    assert all(one.fault and one.task for one in FAULTS.values())


def test_a_pack_of_figures_that_are_nearly_empty_says_nothing_that_it_does_not_know():
    standing = tiny.assess(
        tiny.plan(),
        tiny.records(tiny.units({"unit": "A"}), tiny.results(("A", "A", 2025, 40))),
        2025,
        tiny.AS_OF,
    )
    extras = Extras(*(frame(name) for name in TYPES), TODAY)
    found = pack_content(
        Material.at(standing, standing.plan.milestone("m25"), extras),
        SealMark(""),
        illustrative=False,
    )
    said = [one for part in found.chapters for one in part.sentences]
    assert not [one for one in said if "nan" in one or " 0 đơn vị" in one or "{" in one]
    assert not chapter(found, "Bài học kinh nghiệm").said


def test_the_body_of_the_report_is_twelve_pages_at_most(pack):
    pages = [one.extract_text() for one in PdfReader(io.BytesIO(pdf.report(pack))).pages]
    assert next(place for place, text in enumerate(pages) if "MỤC LỤC" in text) <= 12
