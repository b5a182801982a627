"""The frame of an official paper, read back and held against Nghị định 30/2020/NĐ-CP, Phụ lục I."""

from __future__ import annotations

import datetime as dt
import io

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from dashboard.exports.paper import word_styles as styles
from dashboard.exports.paper.contents import (
    Annex,
    Heading,
    Item,
    Office,
    Paper,
    Signature,
    TableColumn,
    Text,
    WrittenTable,
)
from dashboard.exports.paper.official import as_word, closed, numbered

OFFICE = Office("UBND tỉnh Thử", "Sở Nội vụ", "Thử", "BC-SNV")
TABLE = WrittenTable(
    (TableColumn("STT", 1, "center"), TableColumn("Đơn vị", 4), TableColumn("Điểm", 1, "right")),
    (("1", "Sở A", "83,3"), ("2", "Sở B", "–")),
    "Bảng thử",
    "Nguồn: thử",
)
REPORT = Paper(
    OFFICE,
    "Sơ kết Phong trào thi đua thử giai đoạn 2019–2022",
    (
        Text("Thực hiện Kế hoạch thử."),
        Heading("ĐẶC ĐIỂM TÌNH HÌNH"),
        Heading("Thuận lợi", 2),
        Item("Được quan tâm."),
        TABLE,
        Text("Trên đây là báo cáo."),
    ),
    Signature(("TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch"), "Nguyễn Văn A"),
    ("Bộ Nội vụ", "Lưu: VT, TĐKT"),
    kind="BÁO CÁO",
    dated=dt.date(2023, 2, 5),
    annexes=(Annex("Số liệu theo năm", (TABLE,), landscape=True), Annex("Danh sách", (TABLE,))),
    mark="Số liệu minh họa",
)
LETTER = Paper(
    OFFICE,
    "đôn đốc gửi báo cáo",
    (Text("Đề nghị gửi."),),
    Signature(("Giám đốc",)),
    ("Như trên", "Lưu: VT"),
    addressees=("Sở A", "Sở B"),
)


def read(paper: Paper) -> docx.document.Document:
    return docx.Document(io.BytesIO(as_word(paper)))


def cells(document, table: int = 0) -> list[list[str]]:
    """The lines of each cell in the first row of a table."""
    return [
        [line.text for line in cell.paragraphs if line.text]
        for cell in document.tables[table].rows[0].cells
    ]


def words(document) -> list[str]:
    return [line.text for line in document.paragraphs if line.text]


def test_the_page_is_a4_upright_with_the_margins_of_the_decree():
    page = read(REPORT).sections[0]
    width, height, top, bottom, left, right = (
        round(one.mm, 1)
        for one in (
            page.page_width,
            page.page_height,
            page.top_margin,
            page.bottom_margin,
            page.left_margin,
            page.right_margin,
        )
    )
    assert (width, height) == (210, 297)
    assert 20 <= top <= 25 and 20 <= bottom <= 25 and 30 <= left <= 35 and 15 <= right <= 20


def test_the_head_has_who_issues_it_on_the_left_and_the_state_on_the_right():
    left, right = cells(read(REPORT))
    assert left == [
        "UBND TỈNH THỬ",
        "SỞ NỘI VỤ",
        "Số:\xa0\xa0\xa0\xa0\xa0\xa0\xa0\xa0/BC-SNV",
        "DỰ THẢO",
    ]
    assert right == [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Thử, ngày 05 tháng 02 năm 2023",
    ]


def test_the_heads_columns_are_about_40_to_60_and_have_no_borders():
    table = read(REPORT).tables[0]
    left, right = (cell.width for cell in table.rows[0].cells)
    assert left / (left + right) == pytest.approx(0.4, abs=0.02)
    assert table._tbl.tblPr.find(qn("w:tblBorders")) is None and (
        table.style is None or table.style.name != "Table Grid"
    )


def test_rules_stand_under_the_issuer_a_third_to_a_half_and_under_the_motto_the_whole_line():
    left, right = read(REPORT).tables[0].rows[0].cells

    def length(cell) -> float:
        rule = next(line for line in cell.paragraphs if line.style.name == styles.RULE)
        assert rule._p.pPr.find(f"{qn('w:pBdr')}/{qn('w:top')}").get(qn("w:val")) == "single"
        return (
            cell.width - rule.paragraph_format.left_indent - rule.paragraph_format.right_indent
        ) / Mm(1)

    assert 23.6 / 3 <= length(left) <= 23.6 / 2, "SỞ NỘI VỤ in bold 13 is 23,6 mm wide"
    assert length(right) == pytest.approx(60.4, abs=2), "the motto in bold 14 is 60,4 mm wide"


@pytest.mark.parametrize(("name", "sizes", "bold", "italic"), [
    (styles.SUPERIOR, (12, 13), False, False), (styles.BODY, (12, 13), True, False), (styles.STATE, (12, 13), True, False), (styles.MOTTO, (13, 14), True, False),
    (styles.NUMBER, (13, 13), False, False), (styles.PLACE, (13, 14), False, True), (styles.KIND, (13, 14), True, False), (styles.SUBJECT, (13, 14), True, False),
    (styles.TEXT, (13, 14), False, False), (styles.OFFICE, (13, 14), True, False), (styles.NAME, (13, 14), True, False),
    (styles.COPIES, (12, 12), True, True), (styles.COPY, (11, 11), False, False), (styles.PAGE, (13, 14), False, False),
])  # fmt: skip
def test_every_part_has_the_size_and_weight_of_the_decree(name, sizes, bold, italic):
    font = read(REPORT).styles[name].font
    assert sizes[0] <= font.size.pt <= sizes[1] and (font.bold, font.italic) == (bold, italic)


def test_every_part_is_black_times_new_roman_in_every_script():
    document = read(REPORT)
    for name in styles.LOOKS:
        style = document.styles[name]
        fonts = style.element.rPr.find(qn("w:rFonts"))
        assert [
            fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "eastAsia", "cs")
        ] == ["Times New Roman"] * 4, name
        assert str(style.font.color.rgb) == "000000"
    used = {
        line.style.name
        for line in document.element.body.iter(qn("w:p"))
        for line in [docx.text.paragraph.Paragraph(line, document)]
    }
    assert used <= {*styles.LOOKS, "Normal"}
    assert not [run for run in document.element.body.iter(qn("w:rFonts"))], (
        "no text leaves its style"
    )


def test_the_body_is_justified_with_a_first_line_of_1_or_1_27_cm_and_6_points_between_paragraphs():
    layout = read(REPORT).styles[styles.TEXT].paragraph_format
    assert (
        layout.alignment == styles.JUSTIFY
        and layout.space_before >= Pt(6)
        and 1 <= layout.line_spacing <= 1.5
    )
    assert layout.first_line_indent == pytest.approx(Mm(12.7), abs=Mm(0.1))


def test_headings_are_numbered_by_the_frame_and_begin_anew_under_the_one_above():
    blocks = [
        Heading("A"),
        Heading("b", 2),
        Heading("x", 3),
        Heading("y", 3),
        Heading("c", 2),
        Heading("z", 3),
        Heading("D"),
        Heading("e", 2),
    ]
    assert [one.text for one in numbered(blocks)] == [
        "I. A",
        "1. b",
        "a) x",
        "b) y",
        "2. c",
        "a) z",
        "II. D",
        "1. e",
    ]


def test_points_follow_the_vietnamese_alphabet():
    assert [one.text for one in numbered([Heading(str(n), 3) for n in range(1, 9)])] == [
        "a) 1",
        "b) 2",
        "c) 3",
        "d) 4",
        "đ) 5",
        "e) 6",
        "g) 7",
        "h) 8",
    ]


def test_the_text_ends_with_the_stroke_of_the_end_once():
    assert (
        closed([Text("Hết.")])[0].text == "Hết./." and closed([Text("Hết./.")])[0].text == "Hết./."
    )
    assert "Trên đây là báo cáo./." in words(read(REPORT))


def test_the_page_number_stands_centred_at_the_top_but_not_on_the_first_page():
    page = read(REPORT).sections[0]
    assert page.different_first_page_header_footer and page.first_page_header.is_linked_to_previous
    field = page.header.paragraphs[0]._p.find(qn("w:fldSimple"))
    assert (
        field.get(qn("w:instr")) == "PAGE" and page.header.paragraphs[0].style.name == styles.PAGE
    )
    assert page.header_distance < page.top_margin


def test_the_mark_of_sample_data_stands_on_every_page_and_none_without_one():
    page = read(REPORT).sections[0]
    assert (
        page.footer.paragraphs[0].text
        == page.first_page_footer.paragraphs[0].text
        == "Số liệu minh họa"
    )
    assert read(LETTER).sections[0].footer.paragraphs[0].text == ""


def test_a_table_repeats_its_heading_and_splits_no_row():
    table = read(REPORT).tables[1]
    head, *rows = table.rows
    assert head._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in (head, *rows))
    assert [[cell.text for cell in row.cells] for row in rows] == [
        ["1", "Sở A", "83,3"],
        ["2", "Sở B", "–"],
    ]
    assert rows[0].cells[2].paragraphs[0].alignment == styles.RIGHT


def test_the_signature_stands_right_and_the_copies_left_in_one_row_that_is_not_split():
    document = read(REPORT)
    left, right = cells(document, 2)
    assert left == ["Nơi nhận:", "- Bộ Nội vụ;", "- Lưu: VT, TĐKT."]
    assert [line.strip() for line in right if line.strip()] == [
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Nguyễn Văn A",
    ]
    assert document.tables[2].rows[0]._tr.trPr.find(qn("w:cantSplit")) is not None


def test_each_annex_is_a_section_of_its_own_numbered_from_one_and_may_lie_on_its_side():
    document = read(REPORT)
    first, wide, upright = document.sections
    assert (
        wide.page_width > wide.page_height
        and upright.page_width < upright.page_height
        and first.page_width < first.page_height
    )
    assert all(
        one._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1" for one in (wide, upright)
    )
    texts = words(document)
    place = texts.index("Phụ lục I")
    assert (
        texts[place + 1] == "SỐ LIỆU THEO NĂM"
        and texts[place + 2].startswith("(Kèm theo Báo cáo số")
        and texts[place + 2].endswith("ngày 05 tháng 02 năm 2023 của Sở Nội vụ)")
    )
    assert "Phụ lục II" in texts


def test_a_letter_has_its_subject_under_the_number_and_names_whom_it_goes_to():
    document = read(LETTER)
    left, right = cells(document)
    assert left[3] == "V/v đôn đốc gửi báo cáo" and right[-1] == "Thử, ngày … tháng … năm …"
    assert words(document)[:3] == ["Kính gửi:", "- Sở A;", "- Sở B."]


def test_a_paper_that_is_no_draft_bears_no_mark_of_one():
    final = Paper(
        OFFICE, "thử", (Text("Hết."),), Signature(("Giám đốc",)), ("Lưu: VT",), is_draft=False
    )
    assert "DỰ THẢO" not in cells(read(final))[0]


def test_an_offices_own_template_gives_its_look_to_the_styles_that_it_has():
    own = docx.Document()
    own.styles.add_style(styles.TEXT, 1).font.size = Pt(13)
    own.add_paragraph("Chữ của mẫu")
    kept = io.BytesIO()
    own.save(kept)
    made = docx.Document(io.BytesIO(as_word(LETTER, kept.getvalue())))
    assert made.styles[styles.TEXT].font.size == Pt(13) and made.styles[
        styles.KIND
    ].font.size == Pt(14)
    assert "Chữ của mẫu" not in words(made)
