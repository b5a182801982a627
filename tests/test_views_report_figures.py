"""Figures of a report as rows: what is asked, what says the same, which counts a rate is stored with."""

from __future__ import annotations

import pytest
from test_views_reports import PLAN, case, found, taken

from dashboard.views import report_figures, reports, reports_accepted
from dashboard.views import report_question_words as questions
from dashboard.views import reports_words as words

NOTHING = {kind: [] for kind in words.KINDS}


def told(value: float, **changes) -> dict:
    """A figure of satisfaction as the reading gives it."""
    return {
        "code": "satisfied",
        "name": "Tỷ lệ hài lòng",
        "criterion": "HL",
        "value": value,
        "out_of": None,
        "unit": "%",
        "comparator": "=",
        "year": 2022,
        "subject": "UBND xã An Bình",
        "doubt": None,
        "counts": None,
        "quote": f"{value}",
        "start": 0,
        "end": 1,
        **changes,
    }


def rows(*figures: dict):
    return reports.rows(PLAN, {**NOTHING, "indicators": list(figures)})["indicators"]


STATED = {"code": "stated", "criterion": None, "name": "Cán bộ có máy tính"}


def test_figures_of_no_criterion_are_no_duplicates_of_each_other():
    shown = rows(told(100, **STATED), told(94.8, **STATED), told(16, **STATED, unit="count"))
    assert shown["sure"].tolist() == [True] * 3
    assert set(shown["note"]) == {words.STATEMENT}


def test_of_two_figures_of_one_criterion_and_year_that_differ_it_is_asked_which():
    shown = rows(told(91.9), told(87.8))
    assert shown["sure"].tolist() == [False, False]
    assert shown["question"].tolist() == [
        f"Báo cáo có nhiều số cho tiêu chí này cùng năm: 91,9%; 87,8%. Lấy {own}?"
        for own in ("91,9%", "87,8%")
    ]


@pytest.mark.parametrize(
    ("first", "second", "sure"),
    [
        (told(95), told(95.2), [True, False]),  # said once more, less exactly
        (told(94.8), told(512, out_of=540, unit="count"), [False, True]),
        (told(95, comparator=">"), told(97), [False, True]),
        (told(95, comparator=">"), told(90), [False, False]),
        (told(95), told(90, year=2021), [True, True]),
    ],
)
def test_what_says_the_same_is_taken_once_the_most_exact_of_it(first, second, sure):
    assert rows(first, second)["sure"].tolist() == sure


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (told(100, **STATED), told(33, out_of=33, **STATED, unit="count")),  # “33/33, đạt 100%”
        (told(95, doubt="unlike"), told(133, out_of=140, unit="count", doubt="unlike")),
        (told(95.2, doubt="unlike"), told(95.2)),
    ],
)
def test_one_fact_told_as_a_rate_and_as_counts_is_taken_or_asked_once(first, second):
    shown = rows(first, second)
    open_ones = shown["sure"] | shown["question"].notna()
    assert open_ones.tolist() == [False, True]
    assert shown["note"][0] == questions.SAME_AS.format(number=2)


def test_a_bare_count_of_a_figure_beside_it_is_not_asked():
    forms = told(215, unit="count", code=None, criterion=None, name="thu về", doubt="unlike")
    shown = rows(told(203, out_of=215, unit="count", place="dòng 2"), {**forms, "place": "dòng 2"})
    assert shown["note"][1] == questions.PART_OF.format(number=1)
    shown = rows(told(203, out_of=215, unit="count", place="dòng 2"), {**forms, "place": "dòng 9"})
    assert shown["question"].notna().tolist() == [False, True]


def test_large_numbers_stand_in_the_table_as_an_office_writes_them():
    shown = rows(told(2705, out_of=2731, unit="count"), told(1234.5, **STATED, unit="count"))
    assert shown[["value", "out_of"]].iloc[0].tolist() == ["2.705", "2.731"]
    assert shown["value"][1] == "1.234,5"
    assert report_figures.level(shown.iloc[0]) == "99,05% (2.705/2.731)"


def test_a_rate_is_stored_with_the_counts_beside_it_as_an_ordinary_result():
    counted = told(94.8, counts=(512.0, 540.0), quote="512 phiếu, 94,8%")
    parts = told(512, unit="count"), told(540, unit="count")
    shown = rows(counted, *parts)
    assert shown["sure"].tolist() == [True, False, False]
    assert shown["note"].tolist()[1:] == [questions.PART_OF.format(number=1)] * 2
    made = reports_accepted.accepted(
        case(text="512 phiếu, 94,8%"),
        taken({**reports.rows(PLAN, NOTHING), "indicators": shown[:1]}, "indicators"),
    )
    result = made.tables["results"].iloc[0]
    assert made.mistakes == []
    assert (result["value"], result["out_of"], result["comparator"]) == (512, 540, "=")


def test_a_figure_that_the_report_contradicts_is_asked_and_the_warning_tells_both_rates():
    text = tiny_report("1.104/1.260 phiếu hài lòng, tỷ lệ 92,6%.")
    report = found(text)
    assert [one["message"] for one in report["warnings"]] == [
        "Số đếm và tỷ lệ đi kèm không khớp: “1.104/1.260 phiếu hài lòng”, số đếm tính ra 87,6%, báo cáo ghi 92,6%. Cả hai được giữ nguyên văn, đề nghị hỏi lại đơn vị."
    ]
    shown = reports.rows(PLAN, report)["indicators"]
    assert not shown["sure"].any()
    assert "Vẫn nhận 92,6%?" in shown["question"].tolist()[-1]


def tiny_report(line: str) -> str:
    return f"""BÁO CÁO
Kết quả phong trào thi đua năm 2022

Thực hiện kế hoạch, UBND xã An Bình báo cáo như sau:
{line}
"""


def test_a_count_of_what_is_known_by_its_rate_is_called_no_rate():
    assert rows(told(26, unit="count", **{**STATED, "name": "Tỷ lệ hồ sơ quá hạn"}))["name"][0] == (
        "Số hồ sơ quá hạn"
    )


def test_a_figure_is_read_as_people_write_it():
    typed = {"comparator": words.COMPARATORS["="], "value": "2764", "out_of": None}
    assert report_figures.level(typed) == "2.764"
    assert report_figures.level({**typed, "value": "2705", "out_of": "2731"}) == (
        "99,05% (2.705/2.731)"
    )
    assert report_figures.level({**typed, "value": "95%", "comparator": "trên"}) == "trên 95%"
    assert report_figures.level({**typed, "value": "hai"}) == "hai"
