"""The appraiser's sheet: how far each unit is, what was typed, what must be put right, what another person did meanwhile."""

from __future__ import annotations

import pandas as pd
import pytest
from tiny import AS_OF, assess, plan, records, results, units

from dashboard.assessment.consequences import consequences
from dashboard.assessment.what_if import as_if
from dashboard.views import appraisal, appraisal_effect, appraisal_entry

OWN = results(
    ("X", "A", 2022, 50), ("X", "B", 2022, 40), ("X", "HL", 2022, 18, 20, {"very": 5}), stage="self"
)
APPRAISED = results(("X", "A", 2022, 48))
OPENED = pd.concat([OWN, APPRAISED], ignore_index=True)


def table(rows=OPENED, *more):
    return assess(plan(), records(units({"unit": "X"}, {"unit": "Y"}), rows), 2022, AS_OF).table


def shown():
    return appraisal.sheet(plan(), "so", 2022, OPENED)


def typed(**cells):
    """The sheet of X with other cells: typed(A="55") or typed(B=("30", "lý do"))."""
    edited = shown().set_index("criterion")
    for criterion, cell in cells.items():
        value, note = (cell, "") if isinstance(cell, str) else cell
        edited.loc[criterion, ["appraised", "note"]] = [value, note]
    return appraisal_entry.entered(plan(), "X", 2022, OPENED, shown(), edited.reset_index())


def test_progress_counts_the_criteria_asked_self_scored_and_appraised():
    found = appraisal.progress(plan(), table(), OPENED, 2022).set_index("unit")
    assert found.loc["X", ["own", "appraised", "asked", "state"]].tolist() == [3, 1, 4, "part"]
    assert found.loc["Y", ["own", "appraised", "asked", "state"]].tolist() == [0, 0, 4, "nothing"]


def test_what_is_still_to_do_stands_first():
    done = results(*(("X", code, 2022, 1) for code in ("A", "B", "HL", "CN1")))
    found = appraisal.progress(plan(), table(done), done, 2022)
    assert found[["unit", "state"]].values.tolist() == [["Y", "nothing"], ["X", "done"]]


def test_the_first_sentence_counts_the_units():
    found = appraisal.progress(plan(), table(), OPENED, 2022)
    assert (
        appraisal.answer(found, 2022)
        == "Năm 2022: 0/2 đơn vị đã thẩm định xong, 1 đang thẩm định dở, 1 chưa có điểm tự chấm."
    )
    assert appraisal.answer(found.iloc[:0], 2022).startswith("Chưa có đơn vị nào")


def test_the_sheet_shows_both_scores_and_their_difference():
    sheet = shown().set_index("criterion")
    assert sheet.loc["A", ["maximum", "own", "appraised", "difference"]].tolist() == [
        "60",
        "50",
        "48",
        "−2",
    ]
    assert sheet.loc["HL", ["maximum", "own", "appraised", "difference"]].tolist() == [
        "20",
        "18",
        "",
        "",
    ]
    assert sheet.loc["CN1", "own"] == ""


def test_figures_of_different_totals_have_no_difference_and_both_totals_are_seen():
    """885 of 958 beside 140 of 150 is no “+745”."""
    own = results(("X", "HL", 2022, 140, 150), stage="self")
    rows = pd.concat([own, results(("X", "HL", 2022, 885, 958))], ignore_index=True)
    line = appraisal.sheet(plan(), "so", 2022, rows).set_index("criterion").loc["HL"]
    assert line[["maximum", "own", "appraised", "difference"]].tolist() == [
        "958",
        "140/150",
        "885",
        "khác tổng số",
    ]


def test_only_changed_cells_become_rows():
    made = typed(B="38,5")
    assert made.mistakes == []
    assert made.rows[["unit", "criterion", "year", "stage", "value", "state"]].values.tolist() == [
        ["X", "B", 2022, "appraised", 38.5, "ok"]
    ]
    assert made.lines == ["Tiêu chí B: – → 38,5"]
    assert typed().rows.empty


def test_a_survey_keeps_the_forms_that_the_unit_reported():
    row = typed(HL="17").rows.iloc[0]
    assert row[["value", "out_of", "very"]].tolist() == [17, 20, 5]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"A": "61"}, "lớn hơn mức tối đa 60"),
        ({"A": "-1"}, "nhỏ hơn 0"),
        ({"A": "nhiều"}, "không phải số"),
        ({"HL": "17,5"}, "số nguyên"),
        ({"HL": "4"}, "rất hài lòng 5"),
        ({"CN1": "3"}, "chưa báo tổng số"),
        ({"B": "35"}, "hãy ghi chú lý do"),
    ],
)
def test_what_cannot_be_is_told_and_makes_no_row(cells, said):
    made = typed(**cells)
    assert made.rows.empty
    assert said in made.mistakes[0]


def test_a_large_difference_passes_with_a_note_and_one_of_exactly_the_limit_without():
    assert typed(B=("35", "thiếu kế hoạch năm")).rows.iloc[0]["note"] == "thiếu kế hoạch năm"
    assert typed(B="36").mistakes == [], "40 of 40 against 36 of 40 is 10 points, the limit itself"


def test_an_emptied_cell_withdraws_and_the_words_not_applicable_are_kept_as_a_state():
    assert typed(A="").rows.iloc[0]["state"] == "withdrawn"
    assert typed(A="Không áp dụng").rows.iloc[0]["state"] == "not_applicable"


def test_a_note_alone_keeps_the_exact_value():
    exact = OPENED.assign(value=OPENED["value"].where(OPENED["value"] != 48, 48.123456))
    sheet = appraisal.sheet(plan(), "so", 2022, exact)
    edited = sheet.assign(note=["xem lại", *sheet["note"].iloc[1:]])
    assert appraisal_entry.entered(plan(), "X", 2022, exact, sheet, edited).rows.iloc[0][
        ["value", "note"]
    ].tolist() == [48.123456, "xem lại"]


def test_another_persons_newer_row_is_a_conflict_with_all_three_values():
    live = OPENED.assign(
        value=OPENED["value"].where(OPENED["value"] != 48, 45.0), revision=[1, 1, 1, 2]
    )
    assert appraisal_entry.conflicts(plan(), typed(A="47").rows, OPENED, live) == [
        appraisal_entry.Conflict("A", "Tiêu chí A", "48", "45", "47")
    ]
    assert appraisal_entry.conflicts(plan(), typed(B="39").rows, OPENED, live) == []


def test_the_effect_on_the_unit_is_told_before_saving():
    known = records(
        units({"unit": "X"}, {"unit": "Y"}),
        results(
            ("X", "A", 2022, 48), ("X", "B", 2022, 30), ("Y", "A", 2022, 50), ("Y", "B", 2022, 32)
        ),
    )
    before, after = (
        assess(plan(), one, 2022, AS_OF)
        for one in (known, as_if(known, {"results": results(("X", "B", 2022, 40))}))
    )
    lines = appraisal_effect.effect_lines(consequences({2022: before}, {2022: after}), before, "X")
    assert lines[0] == "Điểm của đơn vị: 78,00 → 88,00."
    assert lines[1] == "Hạng trong khối: 2/2 → 1/2."
    assert lines[-1] == "1 đơn vị khác trong khối đổi hạng."


def test_no_effect_is_said_too():
    one = assess(plan(), records(units({"unit": "X"}), OPENED), 2022, AS_OF)
    assert appraisal_effect.effect_lines(consequences({2022: one}, {2022: one}), one, "X") == [
        "Điểm, hạng và tình trạng của đơn vị không đổi."
    ]


def test_an_appraised_score_typed_on_screen_is_a_revision_that_can_be_undone(sqlite_store):
    key = [
        "unit",
        "criterion",
        "year",
        "stage",
        "value",
        "out_of",
        "very",
        "very_included",
        "comparator",
        "state",
        "note",
    ]
    sqlite_store.save({"results": OPENED[key]}, file="a.xlsx", content=b"a", who="Lan")
    saved = sqlite_store.save(
        {"results": typed(A="50", HL="17").rows},
        file="Nhập trên màn hình",
        content=None,
        who="Minh",
        note="thẩm định X, năm 2022",
    )
    live = sqlite_store.load("results").query("stage == 'appraised'").set_index("criterion")
    assert (live.at["A", "value"], live.at["A", "revision"], live.at["HL", "out_of"]) == (50, 2, 20)
    sqlite_store.undo(saved.id, "Lan")
    assert sqlite_store.load("results").query("stage == 'appraised'")["value"].tolist() == [48]
