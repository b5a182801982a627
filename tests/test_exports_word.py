"""The meeting's report in Word, read back: figures, charts with their workbooks, what people write, annexes, an office's own template."""

from __future__ import annotations

import io
from dataclasses import replace
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import openpyxl
import packs
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from dashboard.exports.paper import word
from dashboard.exports.paper import word_styles as styles
from dashboard.exports.paper.contents import Heading, Sheet, TableColumn, Text, WrittenTable
from dashboard.exports.paper.official import WordTemplateError, as_word_page, check_template
from dashboard.exports.report.pack import Said
from dashboard.plan import IssuingOffice
from dashboard.writing.table_model import table_of_rows

PACK = packs.pack()


def read(content: bytes) -> docx.document.Document:
    return docx.Document(io.BytesIO(content))


@pytest.fixture(scope="module")
def document():
    return read(word.report(PACK))


def lines(document) -> list[str]:
    return [one.text for one in document.paragraphs if one.text]


def charts(document) -> list:
    parts = [
        one.target_part
        for one in document.part.rels.values()
        if one.reltype == RELATIONSHIP_TYPE.CHART
    ]
    return sorted(parts, key=lambda part: str(part.partname))


def saved(document) -> bytes:
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def test_the_report_is_a_draft_of_the_plans_owner_without_a_number(document):
    left, right = (
        [line.text for line in cell.paragraphs if line.text]
        for cell in document.tables[0].rows[0].cells
    )
    assert left == [
        "ỦY BAN NHÂN DÂN TỈNH\xa0THỬ",
        "Số:\xa0\xa0\xa0\xa0\xa0\xa0\xa0\xa0/BC",
        "DỰ THẢO",
    ]
    assert right[-1] == "Thử, ngày … tháng … năm …"
    kept = PACK.subject.replace("giai đoạn 2019–2025", "giai\xa0đoạn\xa02019–2025")
    assert kept != PACK.subject, "the years do not stand on a line of their own"
    assert lines(document)[:2] == ["BÁO CÁO", kept]


def test_chapters_come_numbered_and_in_order_and_the_text_ends_as_official_texts_do(document):
    headings = [one.text for one in document.paragraphs if one.style.name.startswith("Heading")]
    assert headings == [
        "I. ĐẶC ĐIỂM TÌNH HÌNH",
        "1. Thuận lợi",
        "II. KẾT QUẢ THỰC HIỆN",
        "1. Tồn tại, hạn chế",
    ]
    assert "Trên đây là báo cáo./." in lines(document)


def test_units_words_are_quotes_with_their_key_and_what_only_people_know_is_asked_in_a_box_below(
    document,
):
    texts = lines(document)
    place = texts.index("- Đơn vị tự nêu:")
    assert texts[place + 1 : place + 3] == [
        f"“Một số ít đi làm muộn.” ({packs.LONG})\xa0[2]",
        "Hỏi: Nguyên nhân nào? (Viết câu trả lời vào phần trên rồi xóa khung này.)",
    ]
    boxes = [one for one in document.paragraphs if one.style.name == styles.BLANK]
    assert boxes and all(one._p.find(f".//{qn('w:pBdr')}") is not None for one in boxes)
    keys = [
        run.text for one in document.paragraphs for run in one.runs if run.style.name == styles.KEY
    ]
    assert keys == ["\xa0[1]", "\xa0[2]"]


def test_word_counts_the_tables_and_charts_and_makes_the_table_of_contents_itself(document):
    fields = [one.text for one in document.element.body.iter(qn("w:instrText"))]
    assert [one.strip() for one in fields if "SEQ" in one] == [
        *["SEQ Bieu_do \\* ARABIC"] * 3,
        "SEQ Bang \\* ARABIC",
    ]
    assert [one.split()[0] for one in fields if "TOC" in one] == ["TOC"]
    contents = [one.text for one in document.paragraphs if one.style.name == styles.CONTENTS_LINE]
    assert contents[0] == "I. ĐẶC ĐIỂM TÌNH HÌNH"
    assert contents[-1].startswith("Phụ lục II. ")
    levels = [one for one in document.styles[styles.ANNEX_TITLE].element.iter(qn("w:outlineLvl"))]
    assert len(levels) == 1
    assert {one.style.name for one in document.paragraphs if one.text.startswith("“Một số")} == {
        styles.QUOTE
    }


def test_charts_are_native_with_their_sentence_above_and_their_source_below(document):
    assert len(charts(document)) == 3
    texts = lines(document)
    place = texts.index("Biểu đồ 1. Công nghệ thông tin là nhóm đạt thấp nhất")
    assert texts[place + 1] == packs.SOURCE
    assert [one.get("descr") for one in document.element.body.iter(qn("wp:docPr"))] == [
        packs.BARS.title,
        packs.STACK.title,
        packs.LINES.title,
    ]


def test_the_workbook_inside_a_chart_holds_the_same_figures_and_a_missing_one_stays_empty(document):
    workbook = next(
        one.target_part
        for one in charts(document)[2].rels.values()
        if one.reltype == RELATIONSHIP_TYPE.PACKAGE
    )
    rows = list(openpyxl.load_workbook(io.BytesIO(workbook.blob)).active.values)
    assert rows == [
        (None, "Tỷ lệ hài lòng chung", "mốc 90%"),
        ("2019", 0.81, 0.9),
        ("2020", None, 0.9),
        ("2021", 0.853, 0.9),
        ("2022", 0.8995, 0.9),
    ]


def test_figures_of_charts_have_a_decimal_comma_anywhere_and_one_more_decimal_where_rounding_would_lie(
    document,
):
    bars, _, rates = (one.blob.decode() for one in charts(document))
    assert 'formatCode="[$-42A]#,##0.0"' in bars
    assert 'formatCode="[$-42A]0.00%"' in rates, "89,95% would read as 90,0% beside a target of 90%"


def test_charts_name_one_font_for_every_script_and_use_greys_only(document):
    for part in charts(document):
        root = parse_xml(part.blob)
        assert {
            one.get("typeface") for tag in ("a:latin", "a:ea", "a:cs") for one in root.iter(qn(tag))
        } == {"Times New Roman"}
        colours = {one.get("val") for one in root.iter(qn("a:srgbClr"))}
        assert all(one[:2] == one[2:4] == one[4:] for one in colours - {"566575"}), colours


def test_a_grouped_table_says_its_block_once_across_and_names_are_never_cut(document):
    table = next(one for one in document.tables if one.rows[0].cells[0].text == "Đơn vị")
    rows = [list(dict.fromkeys(cell.text for cell in row.cells)) for row in table.rows]
    assert rows[0] == ["Đơn vị", "Điểm", "Hài lòng", "Tình trạng", "Hạng"]
    assert rows[1] == ["Khối 1"] and len(table.rows[1]._tr.tc_lst) == 1
    assert rows[2] == [packs.LONG, "95,3", "95,3%", "● đạt", "1/20"]
    assert [cell.text for cell in table.rows[-1].cells] == [
        "Ủy ban nhân dân xã Thử 3",
        "–",
        "–",
        "○ chưa đủ dữ liệu",
        "–",
    ]


def test_a_table_for_the_workbook_alone_is_not_printed(document):
    assert not any("Chỉ trong biểu Excel" in one for one in lines(document))


def test_a_wide_annex_lies_across_and_the_next_one_stands_upright_again(document):
    body, wide, upright = document.sections
    assert wide.page_width > wide.page_height and upright.page_width < upright.page_height
    assert all(len(one._sectPr.findall(qn("w:pgNumType"))) == 1 for one in (wide, upright))


def test_the_seal_and_the_mark_of_sample_data_stand_at_the_foot_of_every_page(document):
    page = document.sections[0]
    for foot in (page.first_page_footer, page.footer):
        assert [one.text for one in foot.paragraphs] == [PACK.mark, PACK.seal_line]
    assert all(one.footer.is_linked_to_previous for one in document.sections[1:])


def test_figures_of_real_units_bear_no_mark():
    page = read(word.report(replace(PACK, mark=""))).sections[0]
    assert [one.text for one in page.footer.paragraphs] == [PACK.seal_line]


def test_200_units_are_all_in_the_annex_and_no_row_may_be_split():
    table = next(
        one
        for one in read(word.report(packs.pack(200))).tables
        if one.rows[0].cells[0].text == "Đơn vị"
    )
    rows = table._tbl.tr_lst
    assert len(rows) == 1 + 200 + 10, "a heading, the units, ten blocks"
    assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_the_report_stands_under_the_office_that_the_plan_names():
    office = IssuingOffice(
        superior="Ủy ban nhân dân tỉnh Thử",
        body="Sở Nội vụ",
        place="Thử An",
        symbol="BC-SNV",
        signed_by=("GIÁM ĐỐC",),
        copies=("{owner} (để báo cáo)", "Lưu: VT"),
    )
    made = read(word.report(replace(PACK, issuer=office)))
    said = [one.text for cell in made.tables[0].rows[0].cells for one in cell.paragraphs]
    assert said[0] == "ỦY BAN NHÂN DÂN TỈNH THỬ" and "SỞ NỘI VỤ" in said
    assert any(one.endswith("/BC-SNV") for one in said) and any(
        one.startswith("Thử An, ngày") for one in said
    )
    foot = [
        one.text
        for table in made.tables
        for row in table.rows
        for cell in row.cells
        for one in cell.paragraphs
    ]
    assert {"GIÁM ĐỐC", "- Ủy ban nhân dân tỉnh Thử (để báo cáo);", "- Lưu: VT."} <= set(foot)


def test_an_offices_template_keeps_its_pages_and_head_and_gets_the_seal_added_to_its_foot():
    own = docx.Document()
    page = own.sections[0]
    page.page_width, page.page_height, page.left_margin, page.right_margin = (
        Mm(210),
        Mm(297),
        Mm(35),
        Mm(20),
    )
    page.header.paragraphs[0].text, page.footer.paragraphs[0].text = (
        "Văn phòng UBND tỉnh Thử",
        "Điện thoại: …",
    )
    own.styles.add_style(styles.TEXT, 1).font.size = Pt(13)
    made = read(word.report(PACK, saved(own)))
    first = made.sections[0]
    assert (round(first.left_margin.mm), round(first.right_margin.mm)) == (35, 20)
    assert [one.text for one in first.header.paragraphs] == ["Văn phòng UBND tỉnh Thử"]
    assert [one.text for one in first.footer.paragraphs] == [
        "Điện thoại: …",
        PACK.mark,
        PACK.seal_line,
    ]
    assert made.styles[styles.TEXT].font.size == Pt(13)


def test_a_report_of_ours_can_be_changed_and_used_as_the_template():
    sealed_before = replace(PACK, seal_line="Số liệu chốt lần trước.")
    made = read(word.report(PACK, word.report(sealed_before)))
    assert lines(made) == lines(read(word.report(PACK)))
    assert [one.text for one in made.sections[0].footer.paragraphs] == [
        PACK.mark,
        PACK.seal_line,
    ], "the foot tells of one seal"


def test_a_template_that_is_no_word_document_is_refused_with_advice():
    with pytest.raises(WordTemplateError, match="lưu lại dạng .docx"):
        word.report(PACK, b"not a document")


def test_a_template_is_checked_before_it_is_kept():
    fine, odd, broken = docx.Document(), docx.Document(), io.BytesIO()
    odd.styles.add_style(styles.TEXT, WD_STYLE_TYPE.CHARACTER)
    with ZipFile(io.BytesIO(saved(fine))) as parts, ZipFile(broken, "w") as spoilt:
        for name in parts.namelist():
            spoilt.writestr(
                name, b"<w:document" if name == "word/document.xml" else parts.read(name)
            )
    check_template(saved(fine))
    with pytest.raises(WordTemplateError, match="“Nội dung” không phải là kiểu đoạn văn"):
        check_template(saved(odd))
    for content in (broken.getvalue(), b"", b"PK\x03\x04"):
        with pytest.raises(WordTemplateError, match="lưu lại dạng .docx"):
            check_template(content)


def test_a_template_that_unpacks_to_far_more_than_a_template_is_refused():
    bomb = io.BytesIO()
    with ZipFile(bomb, "w", ZIP_DEFLATED) as parts:
        parts.writestr("word/media/a.bin", bytes(60_000_000))
    with pytest.raises(WordTemplateError, match="quá lớn"):
        check_template(bomb.getvalue())


def test_any_table_makes_an_a4_page_of_its_own():
    made = read(
        word.one_page(
            "Hồ sơ đơn vị",
            ["Đạt mốc."],
            [packs.ranking()],
            [packs.BARS],
            about=packs.LONG,
            mark=PACK.mark,
            foot=PACK.seal_line,
        )
    )
    assert lines(made)[:3] == ["Hồ sơ đơn vị", packs.LONG, "Đạt mốc."]
    assert len(made.tables) == 1 and len(charts(made)) == 1
    assert made.sections[0].page_width > made.sections[0].page_height, (
        "the table asks for a page across"
    )


def test_signs_that_word_forbids_are_left_out_instead_of_spoiling_the_file():
    odd = table_of_rows(
        "Lạ", packs.COLUMNS, [("Khối 1", "Sở\x0b A", 1.0, None, None, None)], grouped=1
    )
    table = read(word.one_page("Trang", ["Câu\x0c."], [odd])).tables[0]
    assert table.rows[2].cells[0].text == "Sở A"


def test_a_text_refers_to_an_annex_by_a_field_that_follows_it():
    chapter = replace(PACK.chapters[0], said=(Said("Nêu ở Phụ lục II và Phụ lục I."),))
    made = read(word.report(replace(PACK, chapters=(chapter,))))
    fields = [one.text.split() for one in made.element.body.iter(qn("w:instrText"))]
    places = {one.get(qn("w:name")) for one in made.element.body.iter(qn("w:bookmarkStart"))}
    assert [one[1] for one in fields if one[0] == "REF"] == ["phu_luc_II", "phu_luc_I"]
    assert places == {"phu_luc_I", "phu_luc_II"}
    assert "Nêu ở Phụ lục II và Phụ lục I." in lines(made)


def test_a_reference_to_an_annex_that_a_document_lacks_is_plain_words():
    """A program that works fields out would print an error in its place."""
    content = as_word_page(Sheet("Bài đọc", (Text("Từng đơn vị nêu ở Phụ lục I, xem kỹ."),)))
    body = docx.Document(io.BytesIO(content)).element.body
    assert not list(body.iter(qn("w:instrText"))) and not list(body.iter(qn("w:fldChar")))
    assert "nêu ở Phụ lục I, xem kỹ." in "".join(one.text or "" for one in body.iter(qn("w:t")))


def test_headings_that_nobody_changed_from_words_blue_are_black_and_an_offices_own_stay():
    untouched, own = docx.Document(), docx.Document()
    own.styles["Heading 1"].font.color.rgb = RGBColor(0x80, 0, 0)
    for template, colour in ((untouched, RGBColor(0, 0, 0)), (own, RGBColor(0x80, 0, 0))):
        kept = io.BytesIO()
        template.save(kept)
        made = as_word_page(Sheet("", (Heading("Kết quả"),)), kept.getvalue())
        found = docx.Document(io.BytesIO(made)).styles["Heading 1"].font.color
        assert found.rgb == colour and found.theme_color is None


def test_tall_first_rows_of_a_table_may_part_so_that_it_begins_on_its_page():
    """Three rows of sixteen lines that stay together leave the page before them empty."""
    columns = (TableColumn("Đơn vị", 1), TableColumn("Căn cứ", 2))
    tall, low = (WrittenTable(columns, (("Sở A", "chữ " * length),) * 20) for length in (300, 5))
    for table, kept in ((tall, []), (low, [0, 1])):
        body = docx.Document(io.BytesIO(as_word_page(Sheet("", (table,))))).tables[0]
        rows = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in body.rows[1:]]
        assert [place for place, keep in enumerate(rows[:-1]) if keep] == kept
