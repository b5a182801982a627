"""A figure is followed to its cell and file, and corrected from there: a revision with its reason, the old value kept, undone like any import."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest
import screens
from small_files import workbook
from test_desk import UNITS, at, store, words  # noqa: F401

import sample_data
from dashboard.plan import load_plan
from dashboard.views import correction as view
from dashboard.views.plan_cells import MistakeError
from data_access.loading import Given, load_files

PLAN = load_plan(sample_data.PLAN)
ROWS = [["KẾT QUẢ TỰ CHẤM NĂM 2024"], ["Đơn vị", "TC1"], ["Sở Một", 4.5], ["Sở Hai", 3]]


def live(**more):
    plain = {
        "unit": "S1", "criterion": "TC1", "year": 2024, "stage": "self", "value": 4.5, "out_of": None, "very": None, "very_included": None,
        "comparator": "=", "state": "ok", "note": "x", "file": "a.xlsx", "sheet": "S", "cell": "B3", "who": "Lan",
        "at": pd.Timestamp("2025-01-05 20:07", tz="UTC"),
    }  # fmt: skip
    return SimpleNamespace(**{**plain, **more})


def typed(code, row, *texts):
    return view.corrected(PLAN.criterion(code), row, view.Typed(*texts)).iloc[0]


def test_points_a_count_and_a_survey_are_corrected_in_their_own_scale():
    points = typed("TC1", live(), "4,25", "", "")
    assert (points["value"], points["state"], points["note"]) == (4.25, "ok", "x")
    share = live(criterion="CN6", value=38, out_of=45)
    made = typed("CN6", share, "40", "44", "")
    assert (made["value"], made["out_of"]) == (40, 44)
    survey = live(criterion="HL", value=150, out_of=200, very=90, very_included=True)
    assert view.typed_now(PLAN.criterion("HL"), survey) == ("150", "200", "90")
    assert typed("HL", survey, "151", "200", "90")["very_included"]
    line = view.change_line(PLAN.criterion("CN6"), share, view.corrected(PLAN.criterion("CN6"), share, view.Typed("40", "44", "")))  # fmt: skip
    assert line == "Trang phục, tự chấm: 38/45 (84,4%) → 40/44 (90,9%)"


@pytest.mark.parametrize(
    ("code", "row", "texts", "said"),
    [
        ("TC1", live(), ("5,5", "", ""), "lớn hơn mức tối đa 5"),
        ("TC1", live(), ("-1", "", ""), "nhỏ hơn 0"),
        ("CN6", live(value=38, out_of=45), ("40", "", ""), "hãy ghi tổng số"),
        ("CN6", live(value=38, out_of=45), ("46", "45", ""), "lớn hơn mức tối đa 45"),
        ("CN6", live(value=38, out_of=45), ("38,5", "45", ""), "phải là số nguyên"),
        ("HL", live(value=150, out_of=200, very=90), ("80", "200", "90"), "không khớp"),
        ("HL", live(value=100, out_of=200, very=90, very_included=False), ("120", "200", "90"), "không khớp"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_not_taken(code, row, texts, said):
    with pytest.raises(MistakeError, match=said):
        typed(code, row, *texts)


def test_an_emptied_value_withdraws_and_the_same_value_is_nothing_new():
    assert typed("TC1", live(), "", "", "")["state"] == "withdrawn"
    assert typed("TC1", live(), "không áp dụng", "", "")["state"] == "not_applicable"
    same = view.corrected(PLAN.criterion("TC1"), live(), view.Typed("4,5", "", ""))
    assert view.is_same(live(), same)


def test_the_cells_around_a_figure_are_shown_with_it_in_their_middle():
    rows = [["", "", ""] for _ in range(20)]
    rows[9] = ["Sở Một", 4.5, "x"]
    found = view.around(rows, "B10:B12", "ABC")
    assert list(found["row"]) == ["6", "7", "8", "9", "10", "11", "12"]
    assert found.loc[4, "B"] == "▸ 4,5 ◂" and found.loc[4, "A"] == "Sở Một"
    assert view.around(rows, "đoạn 12", "ABC").empty and view.around(rows, "B99", "ABC").empty


@pytest.fixture
def imported(store):  # noqa: F811
    files = [Given("dv.csv", UNITS), Given("la.xlsx", workbook({"S": ROWS}))]
    done = load_files(store, PLAN.as_data(), files, who="Lan")
    assert not any(one.refused for one in done)
    return store


def button(app, label):
    return next(one for one in app.button if one.label == label)


def test_from_the_appraisal_page_a_figure_is_seen_in_its_file_and_corrected(at, imported):  # noqa: F811
    app = at("appraisal")
    app.selectbox(key="unit_choice").select("Sở Một").run()
    app.selectbox(key="correction_S1_2024").select("TC1").run()
    assert not app.exception and "la.xlsx, trang “S”, ô B3; Lan nhập" in words(app)
    assert "Tải tệp gốc" in [one.label for one in app.get("download_button")]
    button(app, "Xem ô trong tệp").click().run()
    assert any("▸ 4,5 ◂" in row for table in screens.tables(app) for row in table["rows"])
    next(one for one in app.text_input if one.label == "Giá trị đúng").input("4,75")
    button(app, "Lưu số đã sửa").click().run()
    assert "Hãy ghi lý do." in words(app) and len(imported.imports()) == 2
    next(one for one in app.text_input if one.label == "Giá trị đúng").input("4,75")
    next(one for one in app.text_input if one.key.startswith("who_S1")).input("Lan")
    next(one for one in app.text_input if one.label == "Lý do").input("gõ nhầm")
    button(app, "Lưu số đã sửa").click().run()
    assert not app.exception and "Đã lưu số sửa của Sở Một" in words(app)
    known = imported.history("results", {"unit": "S1", "criterion": "TC1", "year": 2024})
    assert list(known["value"]) == [4.75, 4.5] and list(known["live"]) == [True, False]
    newest = imported.changes().iloc[0]
    assert newest["note"].endswith("gõ nhầm") and newest["detail"]["corrects"]["cell"] == "B3"
    imported.undo(int(imported.imports()["id"].iloc[0]), "Lan", "thử")
    assert imported.load("results").set_index("unit").at["S1", "value"] == 4.5
