"""Whatever arrives, `read` answers: tables or problems, never an exception."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_files import facts, workbook

from data_access.intake.codes import CODES
from data_access.intake.reading_result import Reading
from data_access.intake.sheet_reading import read

FACTS = facts()
NAMES = st.sampled_from(["a.xlsx", "a.xls", "a.csv", "a.txt", "a", "năm 2022.XLSM"])
GOOD = workbook({
    "Thông tin": [["Mã đơn vị", "SNV"], ["Năm báo cáo", 2022], ["Ngày nộp", "6/12/2022"]],
    "Kết quả": [["Mã tiêu chí", "Tổng số", "Tự chấm", "Thẩm định"], ["TC1", None, 18, "17,5"], ["HL", 150, 140, None]],
})  # fmt: skip
WORDS = st.sampled_from([
    "unit", "name", "criterion", "year", "value", "out_of", "very", "state", "Mã đơn vị", "Tên đơn vị", "Năm", "Tự chấm", "Thẩm định", "Khối", "kind", "Ngày nộp",
    "valid_from", "predecessors", "before", "after", "alias", "province", "index", "score", "source", "SNV", "XHA", "Xã Hòa An", "TC1", "HL", "CN1", "VH", "TL", "Trang phục",
    "2022", "2018", "năm 2021", "18,5", "1.234", "95%", "trên 95%", "24/44", "-", "x", "không áp dụng", "có", "30/2/2020", "5/12/2022", "tăng 5%", "", "", "9" * 400, "\u0000", "é̂",
])  # fmt: skip
SHAPES = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])


def assert_answers(reading: Reading) -> None:
    """A reading is whole: known codes with their fields, and tables only of rows with their keys."""
    for problem in reading.problems.itertuples():
        assert set(problem.fields) == set(CODES[problem.code]) and problem.severity in (
            "error",
            "warning",
        )
    assert reading.tables or len(reading.problems) or reading.notes.empty
    if "results" in reading.tables:
        assert (
            reading.tables["results"][["unit", "criterion", "year", "stage", "state", "cell"]]
            .notna()
            .all(axis=None)
        )


@SHAPES
@given(NAMES, st.binary(max_size=400))
def test_any_bytes_get_an_answer(name, content):
    assert_answers(read(name, content, FACTS))


@SHAPES
@given(NAMES, st.text(max_size=300), st.sampled_from(["utf-8", "utf-16", "cp1258"]))
def test_any_text_gets_an_answer(name, text, encoding):
    assert_answers(read(name, text.encode(encoding, errors="replace"), FACTS))


@SHAPES
@given(st.lists(st.lists(WORDS, min_size=1, max_size=8), max_size=8), st.sampled_from(",;\t|"))
def test_any_table_of_our_own_words_gets_an_answer(rows, separator):
    assert_answers(read("a.csv", "\n".join(separator.join(row) for row in rows).encode(), FACTS))


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.lists(
            st.one_of(
                WORDS, st.floats(allow_nan=False, allow_infinity=False), st.booleans(), st.dates()
            ),
            min_size=1,
            max_size=6,
        ),
        min_size=1,
        max_size=6,
    )
)
def test_any_workbook_of_our_own_words_gets_an_answer(rows):
    texts = [
        [cell.replace("\u0000", "") if isinstance(cell, str) else cell for cell in row]
        for row in rows
    ]
    assert_answers(read("a.xlsx", workbook({"Kết quả": texts}), FACTS))


@SHAPES
@given(st.data())
def test_a_good_workbook_with_some_bytes_changed_gets_an_answer(data):
    content = bytearray(GOOD)
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=12)):
        content[place] = data.draw(st.integers(0, 255))
    assert_answers(
        read(
            "a.xlsx",
            bytes(content[: data.draw(st.integers(1, len(content)))])
            if data.draw(st.booleans())
            else bytes(content),
            FACTS,
        )
    )
