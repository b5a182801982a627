"""Đọc báo cáo: findings as rows to confirm, accepted rows as rows to store, the text with its findings marked."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest
import tiny

from dashboard.reading.whole_report import read_report
from dashboard.views import (
    accepted_filing,
    report_corrections,
    report_marks,
    report_statements,
    reports,
    reports_accepted,
)
from dashboard.views import report_question_words as questions
from dashboard.views import reports_words as words
from dashboard.views.accepted_filing import Filed
from dashboard.views.plan_cells import MistakeError
from dashboard.views.profile_criteria import written
from dashboard.views.report_records import Case
from dashboard.views.unsure_words import with_unsure

PLAN = tiny.plan(
    tiny.PLAN.replace(
        'name = "Hài lòng", very_included = true',
        'name = "Hài lòng", very_included = true, words = ["hài lòng"]',
    ).replace(
        'name = "Trang phục", source', 'name = "Trang phục", words = ["đúng trang phục"], source'
    )
)
TEXT = """BÁO CÁO
Kết quả phong trào thi đua năm 2022

Thực hiện kế hoạch, UBND xã An Bình báo cáo như sau:
Xã đã ban hành Kế hoạch số 36/KH-UBND ngày 04/9/2019.
Tỷ lệ người dân hài lòng đạt trên 95%.
Tồn tại, hạn chế
- Một số cán bộ còn đi làm muộn.
"""
PLACES = [(0, "trang 1"), (TEXT.index("Tồn tại"), "trang 2")]
NO_RESULTS = tiny.results(("X1", "A", 2022, 1.0)).iloc[:0]


def found(text: str = TEXT) -> dict:
    return read_report(
        text,
        criteria=PLAN.as_data()["criteria"],
        places=[(0, "trang 1"), (text.find("Tồn tại"), "trang 2")],
    ).as_dict()


def case(**changes) -> Case:
    return Case(
        **{
            "plan": PLAN,
            "unit": "X1",
            "kind": "xa",
            "year": 2022,
            "file": "bao-cao.docx",
            "text": TEXT,
            "places": PLACES,
            "results": NO_RESULTS,
            **changes,
        }
    )


def taken(rows: dict[str, pd.DataFrame], *kinds: str, **cells: object) -> dict[str, pd.DataFrame]:
    """The rows of these kinds marked “Nhận”, with these cells typed over."""
    return {
        kind: frame.assign(accepted=kind in kinds, **(cells if kind in kinds else {}))
        for kind, frame in rows.items()
    }


def indicator(**cells: object) -> dict:
    return {
        "criterion": "Hài lòng (HL)",
        "comparator": "đúng bằng",
        "value": "512",
        "out_of": "540",
        "year": "2022",
        "code": "satisfied",
        **cells,
    }


def test_nothing_is_accepted_before_a_person_says_so():
    rows = reports.rows(PLAN, found())
    assert not any(frame["accepted"].any() for frame in rows.values())
    assert reports_accepted.accepted(case(), rows) == reports_accepted.Accepted({}, [], {})


def test_a_bound_stays_a_bound_without_a_total():
    made = reports_accepted.accepted(case(), taken(reports.rows(PLAN, found()), "indicators"))
    row = made.tables["results"].iloc[0]
    assert made.mistakes == [] and (
        row["criterion"],
        row["year"],
        row["stage"],
        row["value"],
        row["comparator"],
    ) == ("HL", 2022, "self", 0.95, ">")
    assert pd.isna(row["out_of"]) and (row["file"], row["cell"]) == ("bao-cao.docx", "trang 1")


def test_counts_of_a_total_are_a_value():
    assert report_statements.figure(PLAN, indicator()) == {
        "criterion": "HL",
        "year": 2022,
        "value": 512,
        "out_of": 540,
        "comparator": "=",
    }


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"out_of": ""}, words.NEEDS_TOTAL),
        ({"value": "51,5"}, words.NOT_WHOLE),
        ({"value": "541"}, "541 lớn hơn 540"),
        ({"value": ""}, words.NO_VALUE),
        ({"year": None}, words.YEAR_UNKNOWN),
        ({"year": "2018"}, words.YEAR_UNKNOWN),
        ({"criterion": None}, words.NO_CRITERION),
        ({"code": "very_satisfied"}, words.OTHER_MEASURE),
        ({"criterion": "Tiêu chí A (A)", "value": "61", "out_of": None}, "61 lớn hơn 60"),
        ({"criterion": "Tiêu chí A (A)", "value": "90%", "out_of": None}, words.PERCENT_UNEXPECTED),
        ({"comparator": "trên", "value": "120%", "out_of": None}, "1,2 lớn hơn 1"),
    ],
)
def test_a_figure_that_cannot_be_stored_says_why(cells, said):
    with pytest.raises(MistakeError) as refused:
        report_statements.figure(PLAN, indicator(**cells))
    assert str(refused.value) == said


def test_a_share_without_counts_is_kept_as_such():
    """Decision 22: kept with its source, and what reads results for scores takes only “=”."""
    assert report_statements.figure(PLAN, indicator(value="94,8%", out_of=None)) == {
        "criterion": "HL",
        "year": 2022,
        "value": 0.948,
        "out_of": None,
        "comparator": "rate",
    }
    row = tiny.results(("X1", "HL", 2022, 0.948)).assign(comparator="rate", out_of=None).iloc[0]
    assert written(PLAN.criterion("HL"), row) == "94,8% (không có số phiếu)"


@pytest.mark.parametrize(
    ("live", "value", "accepted"),
    [
        ((0.948, None, "rate"), ("512", "540"), 1),  # the counts come: a revision
        ((512, 540, "="), ("94,8%", None), 0),
        ((0.948, None, "rate"), ("96%", None), 1),
    ],
)
def test_counts_replace_a_share_without_them_and_never_the_other_way(live, value, accepted):
    known = tiny.results(("X1", "HL", 2022, live[0], live[1]), stage="self")
    edited = taken(
        reports.rows(PLAN, found()),
        "indicators",
        comparator="đúng bằng",
        value=value[0],
        out_of=value[1],
    )
    made = reports_accepted.accepted(case(results=known.assign(comparator=live[2])), edited)
    assert (len(made.tables.get("results", [])), len(made.mistakes)) == (accepted, 1 - accepted)


def test_accept_all_takes_one_figure_a_criterion_and_year_counts_first():
    text = TEXT.replace("đạt trên 95%", "đạt 94,8%, là 512/540 phiếu hài lòng")
    shown = reports.rows(PLAN, found(text))["indicators"]
    assert shown[shown["sure"]][["value", "out_of"]].values.tolist() == [["512", "540"]]
    assert questions.SAME_AS.format(number=1) in shown["note"].tolist()


def test_a_figure_of_a_part_of_a_year_is_asked_before_it_stands_for_the_year():
    quarter = found(TEXT.replace("năm 2022", "quý IV năm 2022", 1))
    assert quarter["part_of_year"] and not found()["part_of_year"]
    one = {**found()["indicators"][0], "doubt": None}
    figures = [one, {**one, "year": 2021}]
    rows = reports.rows(PLAN, {**quarter, "indicators": figures})["indicators"]
    assert rows["sure"].tolist() == [False, True]
    assert rows["question"].iloc[0] == (
        "Báo cáo chỉ nói về một phần của năm (xem “Kỳ báo cáo”). Vẫn nhận trên 95% làm số của đơn vị trong năm 2022?"
    )


def test_a_figure_that_no_criterion_asks_for_is_the_units_own_statement():
    text = TEXT.replace("Tồn tại", "Văn bản ký số đạt trên 99,2%.\nTồn tại", 1)
    rows = reports.rows(PLAN, found(text))
    signed = rows["indicators"][rows["indicators"]["code"] == "digital_signatures"]
    assert signed[["note", "sure"]].values.tolist() == [[words.STATEMENT, True]]
    made = reports_accepted.accepted(
        case(text=text), {**taken(rows), "indicators": signed.assign(accepted=True)}
    )
    one = made.tables["statements"].iloc[0]
    assert made.mistakes == [] and list(made.tables) == ["statements"]
    assert one[["code", "of_year", "comparator", "value", "measure", "cell"]].tolist() == [
        "digital_signatures",
        2022,
        ">",
        99.2,
        "%",
        "trang 1",
    ]
    assert one["quote"] == "Văn bản ký số đạt trên 99,2%"


def test_a_bound_never_replaces_an_exact_figure():
    live = tiny.results(("X1", "HL", 2022, 512, 540), stage="self")
    made = reports_accepted.accepted(
        case(results=live), taken(reports.rows(PLAN, found()), "indicators")
    )
    assert made.tables == {} and made.mistakes == [
        "Số liệu 1: kho đã có số liệu chính xác (512/540 (94,8%)); cận và tỷ lệ không có số phiếu không thay được."
    ]


@pytest.mark.parametrize(
    ("appraised", "criterion", "accepted"), [(["A"], "B", 0), (["A", "B"], "B", 1), ([], "B", 1)]
)
def test_an_accepted_figure_never_turns_an_appraised_year_into_a_self_scored_one(
    appraised, criterion, accepted
):
    live = pd.concat(
        [
            NO_RESULTS,
            *(tiny.results(("X1", code, 2022, 30.0), stage="appraised") for code in appraised),
        ]
    )
    edited = taken(
        reports.rows(PLAN, found()),
        "indicators",
        criterion=f"Tiêu chí {criterion} ({criterion})",
        comparator="đúng bằng",
        value="20",
        out_of=None,
    )
    made = reports_accepted.accepted(case(results=live), edited)
    assert len(made.tables.get("results", [])) == accepted
    assert (
        all("đã thẩm định xong" in one for one in made.mistakes)
        and len(made.mistakes) == 1 - accepted
    )


def test_two_figures_of_one_criterion_and_year_are_refused():
    rows = taken(reports.rows(PLAN, found()), "indicators")
    rows["indicators"] = pd.concat([rows["indicators"]] * 2, ignore_index=True)
    assert reports_accepted.accepted(case(), rows).mistakes == [
        "Hài lòng 2022: đã có mục khác cho cùng tiêu chí và năm."
    ]


def test_lists_carry_their_quote_place_and_the_report_as_their_source():
    made = reports_accepted.accepted(
        case(), taken(reports.rows(PLAN, found()), "limitations", "documents")
    )
    limitation, document = made.tables["limitations"].iloc[0], made.tables["documents"].iloc[0]
    assert (
        limitation["origin"],
        limitation["category"],
        limitation["quote"],
        limitation["place"],
    ) == ("report", "gio_giac_di_muon", "Một số cán bộ còn đi làm muộn", "trang 2")
    assert (limitation["file"], limitation["sheet"], limitation["cell"]) == (
        "bao-cao.docx",
        None,
        "trang 2",
    )
    assert (document["number"], document["dated"], document["year"]) == (
        "36/KH-UBND",
        dt.date(2019, 9, 4),
        2019,
    ), "a document belongs to the year of its date"


def test_a_quote_must_stand_in_the_report():
    made = reports_accepted.accepted(
        case(), taken(reports.rows(PLAN, found()), "limitations", quote="cán bộ lười biếng")
    )
    assert made.mistakes == ["Tồn tại 1: “cán bộ lười biếng” không có nguyên văn trong báo cáo."]


def test_a_row_that_a_person_adds_finds_its_place_by_its_quote():
    rows = reports.rows(PLAN, found())
    added = {"accepted": True, "category": "Khác", "quote": "Xã đã  ban hành Kế hoạch"}
    rows["limitations"] = pd.concat([rows["limitations"], pd.DataFrame([added])], ignore_index=True)
    made = reports_accepted.accepted(case(), rows)
    assert made.mistakes == [] and made.tables["limitations"][
        ["quote", "place"]
    ].values.tolist() == [["Xã đã ban hành Kế hoạch", "trang 1"]]
    assert report_corrections.corrections(reports.rows(PLAN, found()), rows)[-2] == {
        "kind": "limitations",
        "found": None,
        "corrected": {"category": "Khác", "quote": "Xã đã  ban hành Kế hoạch"},
    }


def test_a_day_that_no_calendar_has_is_refused_not_repaired():
    made = reports_accepted.accepted(
        case(), taken(reports.rows(PLAN, found()), "documents", dated="27/12/22018")
    )
    assert made.mistakes == ["Văn bản 1: không đọc được ngày “27/12/22018”."]


def test_a_filing_needs_the_paper_and_the_day():
    rows, missing = accepted_filing.filing(case(), Filed("annual", "", "", ""))
    assert rows is None and missing == [
        "Nộp báo cáo: hãy ghi số hoặc ngày văn bản.",
        "Nộp báo cáo: hãy ghi ngày nộp.",
    ]
    rows, missing = accepted_filing.filing(case(), Filed("annual", "45/BC-UBND", "", "10/12/2022"))
    assert missing == [] and rows.loc[0, ["kind", "number", "submitted_on"]].tolist() == [
        "annual",
        "45/BC-UBND",
        dt.date(2022, 12, 10),
    ]


def test_results_count_from_the_day_of_the_filing():
    made = reports_accepted.accepted(case(), taken(reports.rows(PLAN, found()), "indicators"))
    rows, _ = accepted_filing.filing(case(), Filed("annual", "45/BC-UBND", "", "10/12/2022"))
    whole = accepted_filing.with_filing(made.tables, rows)
    assert list(whole) == ["results", "filings"] and whole["results"].loc[
        0, "submitted_on"
    ] == dt.date(2022, 12, 10)


def test_a_unit_that_did_not_live_in_the_year_is_pointed_out():
    units = tiny.units({"unit": "X1", "valid_to": "2021-06-30"})
    assert reports_accepted.living_words(units, "X1", 2021) == []
    assert reports_accepted.living_words(units, "X1", 2022) == [
        "Đơn vị X1 không tồn tại trong năm 2022. Hãy kiểm tra đơn vị hoặc năm."
    ]


def test_what_another_report_said_of_the_same_year_stays_beside():
    new = pd.DataFrame(
        [
            {
                "unit": "X1",
                "year": 2022,
                "origin": "report",
                "category": "khac",
                "quote": "b",
                "place": None,
                "file": "hai.docx",
                "sheet": None,
                "cell": None,
            }
        ]
    )
    live = pd.DataFrame(
        [
            {
                **new.iloc[0],
                "quote": quote,
                "origin": origin,
                "file": file,
                "year": year,
                "revision": 1,
                "import_id": 1,
            }
            for quote, origin, file, year in (
                ("a", "report", "mot.docx", 2022),
                ("b cũ", "report", "hai.docx", 2022),
                ("w", "workbook", "khoi.xlsx", 2022),
                ("a", "report", "mot.docx", 2021),
            )
        ]
    )
    whole, counts = reports_accepted.beside(
        {"limitations": new}, {name: live for name in reports.LISTS}, "hai.docx"
    )
    assert whole["limitations"][["quote", "file"]].values.tolist() == [
        ["a", "mot.docx"],
        ["b", "hai.docx"],
    ] and counts == {"limitations": 1}


def test_corrections_hold_what_was_changed_and_what_was_not_accepted():
    shown = reports.rows(PLAN, found())
    edited = taken(shown, "limitations", "indicators", "documents")
    edited["limitations"] = edited["limitations"].assign(category="Khác")
    edited["documents"] = edited["documents"].assign(accepted=False)
    kept = {one["kind"]: one for one in report_corrections.corrections(shown, edited)}
    assert set(kept) == {"limitations", "documents"}
    assert (
        kept["limitations"]["corrected"]["category"] == "Khác"
        and kept["limitations"]["found"]["category"] == "Giờ giấc, đi muộn về sớm"
    )
    assert (
        kept["documents"]["corrected"] is None
        and TEXT[kept["limitations"]["found"]["start"] : kept["limitations"]["found"]["end"]]
        == kept["limitations"]["found"]["quote"]
    )


def test_the_text_is_escaped_and_every_finding_is_called_by_sign_and_word():
    text = TEXT.replace("hài lòng đạt", "<b>hài lòng</b> đạt")
    shown = report_marks.marked(
        text, found(text), [(0, "trang 1"), (text.index("Tồn tại"), "trang 2")]
    )
    assert "&lt;b&gt;" in shown and "<b>hài" not in shown
    assert (
        "<b>▼ Tồn tại 1</b>Một số cán bộ còn đi làm muộn</mark>" in shown
        and "<b>§ Văn bản 1</b>" in shown
        and '<span class="report-page">trang 2</span>' in shown
    )


def test_overlapping_findings_keep_the_whole_text():
    findings = {kind: [] for kind in (*words.KINDS, "warnings")} | {
        "unit_place": None,
        "period_place": None,
    }
    findings |= {"limitations": [{"start": 0, "end": 6}], "documents": [{"start": 2, "end": 4}]}
    shown = report_marks.marked("abcdef", findings)
    assert shown == (
        '<mark class="found found-limitations of-limitations-1"><b>▼ Tồn tại 1</b>ab</mark><mark class="found found-documents of-limitations-1 of-documents-1"><b>§ Văn bản 1</b>cd</mark>'
        '<mark class="found found-limitations of-limitations-1">ef</mark>'
    )


def test_only_the_lines_with_findings_can_be_shown():
    findings = {kind: [] for kind in (*words.KINDS, "warnings")} | {
        "unit_place": None,
        "period_place": None,
    }
    findings |= {"limitations": [{"start": 3, "end": 4}, {"start": 9, "end": 10}]}
    assert report_marks.marked("a\nbcd\ne\nfg\n", findings, only=True) == (
        'b<mark class="found found-limitations of-limitations-1"><b>▼ Tồn tại 1</b>c</mark>d\n…\nf<mark class="found found-limitations of-limitations-2"><b>▼ Tồn tại 2</b>g</mark>'
    )


def test_words_that_were_not_recognised_for_certain_are_underlined_inside_of_findings():
    findings = {kind: [] for kind in (*words.KINDS, "warnings")} | {
        "unit_place": None,
        "period_place": None,
    }
    findings |= {"limitations": [{"start": 0, "end": 11}]}
    shown = report_marks.marked("còn đi muộn.", findings, doubtful=[(4, 6)])
    assert f'<u class="unsure" title="{words.UNSURE}">đi</u></mark>' in shown


def test_a_figure_that_was_not_recognised_for_certain_is_not_taken_with_the_rest():
    text = "Hài lòng 512/540 phiếu."
    frame = pd.DataFrame(
        {"quote": ["Hài", "512/540"], "start": [0, 9], "end": [3, 16], "sure": [True, True]}
    ).assign(question=pd.Series([None, None], dtype="str"))
    for doubtful, sure in (
        ([], [True, True]),
        ([(0, 3)], [True, True]),
        ([(9, 16)], [True, False]),
    ):
        marked = with_unsure({"indicators": frame}, text, doubtful)["indicators"]
        assert marked["sure"].tolist() == sure
    assert marked["unsure"].fillna("").tolist() == ["", "“512/540”"]


def test_the_first_sentence_counts_what_was_taken_from_reports():
    rows = pd.DataFrame(
        [
            {"unit": "X1", "year": 2022, "file": "a.docx", "origin": "report"},
            {"unit": "X1", "year": 2022, "file": "b.xlsx", "origin": "workbook"},
        ]
    )
    assert (
        reports.answer({"limitations": rows, "awards": rows.iloc[1:]})
        == "Kho đang có 1 tồn tại, hạn chế nhận từ 1 báo cáo của đơn vị."
    )
    assert reports.answer({"limitations": rows.iloc[1:]}) == words.NONE_READ


def test_a_report_without_findings_says_so():
    assert reports.found_answer(
        "a.txt", {kind: [] for kind in words.KINDS}
    ) == words.FOUND_NOTHING.format(name="a.txt")
    assert all(
        frame.empty for frame in reports.rows(PLAN, {kind: [] for kind in words.KINDS}).values()
    )


def test_what_is_in_doubt_is_asked_and_not_taken_with_the_rest():
    told = [
        {"category": "khac", "doubt": "category", "quote": "a", "start": 0, "end": 1},
        {"category": "trang_phuc", "doubt": "whether", "quote": "b", "start": 2, "end": 3},
        {"category": "trang_phuc", "doubt": None, "quote": "c", "start": 4, "end": 5},
    ]
    rows = reports.rows(PLAN, {**found(), "limitations": told})["limitations"]
    assert rows["sure"].tolist() == [False, False, True]
    assert rows["category"].tolist() == ["Khác", "Trang phục, đeo thẻ", "Trang phục, đeo thẻ"]
    assert rows["question"].fillna("").tolist() == [
        "Tồn tại này có thuộc loại “Khác” không?",
        "Đây có phải tồn tại, hạn chế của đơn vị không?",
        "",
    ]


def test_one_sentence_of_two_categories_is_taken_once_and_asked_about_under_the_other():
    told = [
        {"category": category, "doubt": None, "quote": "a", "start": 0, "end": 1}
        for category in ("trang_phuc", "khac")
    ]
    rows = reports.rows(PLAN, {**found(), "limitations": told})["limitations"]
    assert rows["sure"].tolist() == [True, False]
    assert (
        rows["question"][1]
        == "Câu này đã được nhận vào loại “Trang phục, đeo thẻ”. Nhận cả vào loại “Khác”?"
    )
