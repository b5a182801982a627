"""The meeting's slides, read back: messages, native charts, letters large enough for a hall, notes with sources, nothing cut."""

from __future__ import annotations

import io
from dataclasses import replace

import packs
import pytest
from pptx import Presentation
from pptx.util import Emu, Pt

from dashboard.exports.report.pack import Series, Slide
from dashboard.exports.slides import powerpoint

PACK = packs.pack(12)


def read(pack=PACK):
    return Presentation(io.BytesIO(powerpoint.deck(pack)))


@pytest.fixture(scope="module")
def deck():
    return read()


def titles(deck) -> list[str]:
    return [slide.shapes.title.text for slide in deck.slides]


def frames(slide):
    for shape in slide.shapes:
        if shape.has_text_frame:
            yield shape.text_frame
        if shape.has_table:
            yield from (cell.text_frame for row in shape.table.rows for cell in row.cells)


def test_the_slides_are_16_to_9_with_a_cover_and_the_messages_in_order(deck):
    assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9, abs=0.001)
    assert titles(deck)[:5] == [
        "BÁO CÁO TỔNG KẾT",
        "Ba trong bốn đơn vị đạt mốc 2025",
        "Tỷ lệ hài lòng tăng",
        "Công nghệ thông tin thấp nhất",
        "Đơn vị được nêu tên",
    ]


def test_charts_are_native_and_hold_the_figures_of_the_pack(deck):
    charts = [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    assert len(charts) == 3
    assert [(one.name, list(one.values)) for one in charts[1].series] == [
        ("Tỷ lệ hài lòng chung", [0.81, None, 0.853, 0.8995]),
        ("mốc 90%", [0.9] * 4),
    ]
    assert all(chart.part.chart_workbook.xlsx_part is not None for chart in charts), (
        "editable in PowerPoint"
    )


def test_no_letter_is_smaller_than_a_thirtieth_of_the_height(deck):
    sizes = [
        run.font.size
        for slide in deck.slides
        for frame in frames(slide)
        for line in frame.paragraphs
        for run in line.runs
    ]
    charts = [
        shape.chart.font.size for slide in deck.slides for shape in slide.shapes if shape.has_chart
    ]
    assert min([*sizes, *charts]) >= Pt(deck.slide_height / Emu(Pt(30)) - 0.01)


def test_every_word_names_one_font(deck):
    assert {
        run.font.name
        for slide in deck.slides
        for frame in frames(slide)
        for line in frame.paragraphs
        for run in line.runs
    } == {"Arial"}


def test_nothing_lies_outside_the_slide_and_no_two_parts_overlap(deck):
    for slide in deck.slides:
        shapes = sorted((shape for shape in slide.shapes), key=lambda shape: shape.top)
        assert all(
            shape.left >= 0
            and shape.left + shape.width <= deck.slide_width
            and shape.top + shape.height <= deck.slide_height
            for shape in shapes
        )
        assert all(
            above.top + above.height <= below.top + Emu(Pt(8))
            for above, below in zip(shapes, shapes[1:], strict=False)
        ), slide.shapes.title.text


def test_a_long_table_goes_on_under_the_same_title_and_loses_no_row(deck):
    tables = [
        (slide.shapes.title.text, shape.table)
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_table
    ]
    assert {title for title, _ in tables[1:]} == {"Đơn vị được nêu tên (tiếp theo)"}
    names = [row.cells[1].text for _, table in tables for row in list(table.rows)[1:]]
    assert names == [packs.LONG, *(f"Ủy ban nhân dân xã Thử {n}" for n in range(2, 13))]


def test_more_bars_than_a_hall_can_read_go_on_the_next_slide():
    many = replace(
        packs.BARS,
        categories=tuple(f"Khối {n}" for n in range(20)),
        series=(Series("Mức giữa", tuple(float(n) for n in range(20))),),
    )
    made = list(powerpoint.parts(Slide("Khối", "", "", chart=many)))
    assert [len(one.chart.categories) for one in made] == [9, 9, 2] and made[2].chart.series[
        0
    ].values == (18.0, 19.0)


def test_the_notes_say_the_source_the_seal_and_that_the_figures_are_made_up(deck):
    for slide in list(deck.slides)[1:]:
        said = slide.notes_slide.notes_text_frame.text
        assert packs.SOURCE in said and PACK.seal_line in said and PACK.mark in said


def test_the_foot_of_every_slide_has_the_seal_and_the_mark(deck):
    for slide in deck.slides:
        assert any(
            PACK.seal_line in frame.text and PACK.mark in frame.text for frame in frames(slide)
        )


def test_figures_of_real_units_bear_no_mark():
    deck = read(replace(PACK, mark=""))
    assert not any(PACK.mark in frame.text for slide in deck.slides for frame in frames(slide))
