"""Every file of a pack, read back: its figures are those of the standing, for 20 and for 200 units with very long names."""

from __future__ import annotations

import io

import docx
import openpyxl
import pandas as pd
import pytest
import tiny
from packs import LONG
from pptx import Presentation
from pypdf import PdfReader

from dashboard.assessment import as_tables
from dashboard.assessment.standing import Standing, assess
from dashboard.exports.pack_files import files_of
from dashboard.exports.packing import LISTS, pack_of
from dashboard.exports.report.beside_figures import Entered
from dashboard.exports.report.pack import Pack, SealMark
from dashboard.writing import formats
from data_access.store import connect

pytestmark = pytest.mark.slow

SIZES = (20, 200)


def standing_of(units: int) -> tuple[Standing, object]:
    """Units with names of up to 110 letters; scores from 50 on in steps of a quarter, every seventh unit without results."""
    codes = [f"U{n:03d}" for n in range(units)]
    rows = []
    for n, code in enumerate(codes):
        for year in (2023, 2024, 2025):
            if n % 7:
                rows += [
                    (code, "A", year, 30 + n % 30),
                    (code, "B", year, 20 + n % 20 + (year - 2023) / 4),
                    (code, "HL", year, 80 + n % 20, 100),
                ]
    made = tiny.units(
        *({"unit": code, "name": f"{LONG} số {n:03d}"} for n, code in enumerate(codes))
    )
    records = tiny.records(made, tiny.results(*rows))
    records = records._replace(
        unit_years=records.unit_years.assign(
            block=[f"Cụm {codes.index(code) // 20 + 1}" for code in records.unit_years["unit"]]
        )
    )
    return assess(tiny.plan(), records, 2025, tiny.AS_OF), records


@pytest.fixture(scope="module", params=SIZES, ids=lambda units: f"{units} units")
def made(request, tmp_path_factory) -> tuple[Standing, Pack, dict[str, bytes]]:
    standing, records = standing_of(request.param)
    with connect(f"sqlite:///{tmp_path_factory.mktemp('pack') / 'store.sqlite'}") as empty:
        _, own, lists = empty.load_for_seal(LISTS, tiny.AS_OF)
        entered = Entered(
            empty.conclusions(), empty.entered("replies"), empty.entered("publications")
        )
    pack = pack_of(
        standing,
        "m25",
        records._replace(lineage=own["lineage"], limitations=own["limitations"]),
        lists,
        entered,
        SealMark("Thử"),
        illustrative=True,
    )
    return (
        standing,
        pack,
        {name.rsplit(".", 1)[1]: content for name, content in files_of(pack).items()},
    )


def expected(standing: Standing) -> dict[str, tuple[str, str, str]]:
    """Name → rank, score and satisfaction as people read them, from the answers for machines."""
    rows = as_tables.standing_rows(standing)
    return {
        one.unit: (
            formats.count(one.rank),
            formats.number(one.score),
            formats.percent(one.satisfaction),
        )
        for one in rows.itertuples()
    }


def rank_table(document) -> list[list[str]]:
    table = next(
        one
        for one in document.tables
        if [cell.text for cell in one.rows[0].cells][:3] == ["Hạng", "Đơn vị", "Điểm"]
    )
    labels = [cell.text for cell in table.rows[0].cells]
    assert labels.index("Hài lòng") > 0
    return [
        labels,
        *([cell.text for cell in row.cells] for row in table.rows[1:] if len(row._tr.tc_lst) > 1),
    ]


def test_ranks_scores_and_satisfaction_in_word_are_those_of_the_standing(made):
    standing, _, files = made
    labels, *rows = rank_table(docx.Document(io.BytesIO(files["docx"])))
    place = labels.index("Hài lòng")
    assert {row[1]: (row[0], row[2], row[place]) for row in rows} == expected(standing)


def test_the_pdf_says_the_same_of_every_unit(made):
    standing, _, files = made
    text = "".join(
        "".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(files["pdf"])).pages
    )
    absent = [
        name
        for name, (rank, score, _) in expected(standing).items()
        if f"{rank}{name}{score}".replace(" ", "") not in text
    ]
    assert absent == []


def test_the_workbook_holds_the_unrounded_numbers_of_the_standing(made):
    standing, _, files = made
    sheet = openpyxl.load_workbook(io.BytesIO(files["xlsx"]))["Xếp hạng"]
    rows = [list(row) for row in sheet.values]
    head = next(place for place, row in enumerate(rows) if "Đơn vị" in row)
    name, score = rows[head].index("Đơn vị"), rows[head].index("Điểm")
    found = {
        row[name]: row[score]
        for row in rows[head + 1 :]
        if row[name] in set(standing.table["name"])
    }
    wanted = as_tables.standing_rows(standing).set_index("unit")["score"]
    assert set(found) == set(wanted.index)
    assert all(
        found[one] in (None, "", "–") if pd.isna(value) else found[one] == pytest.approx(value)
        for one, value in wanted.items()
    )


def test_charts_on_slides_count_every_assessed_unit_once(made):
    standing, _, files = made
    slide = Presentation(io.BytesIO(files["pptx"])).slides[1]
    chart = next(shape.chart for shape in slide.shapes if shape.has_chart)
    counts = standing.table[standing.table["assessed"]]["status"].value_counts()
    first = [
        value
        for one in chart.series
        for value in (list(one.values) if len(chart.series) == 1 else [one.values[0]])
        if value
    ]
    assert sorted(first) == sorted(counts.tolist())


def test_slides_say_one_message_of_at_most_20_words(made):
    _, pack, files = made
    titles = [
        slide.shapes.title.text.removesuffix(" (tiếp theo)")
        for slide in list(Presentation(io.BytesIO(files["pptx"])).slides)[1:]
    ]
    assert set(titles) == {one.title for one in pack.slides}
    assert all(len(title.split()) <= 20 for title in titles)


def test_a_unit_without_results_is_a_dash_everywhere_and_never_a_zero(made):
    _, _, files = made
    labels, *rows = rank_table(docx.Document(io.BytesIO(files["docx"])))
    row = next(row for row in rows if row[1].endswith("số 000"))
    assert row[0] == row[2] == row[labels.index("Hài lòng")] == formats.DASH


def test_every_file_says_that_the_figures_are_made_up_and_what_seal_they_are_from(made):
    _, pack, files = made
    foot = docx.Document(io.BytesIO(files["docx"])).sections[0].footer.paragraphs
    assert [one.text for one in foot] == [pack.mark, pack.seal_line]
    pages = [
        " ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(files["pdf"])).pages
    ]
    assert all(pack.mark in page and pack.seal_line in page for page in pages)
