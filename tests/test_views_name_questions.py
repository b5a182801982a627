"""Unknown names as questions, and how an answer is remembered."""

from __future__ import annotations

import pandas as pd
import pytest
from small_files import UNITS, facts
from tiny import plan

from dashboard.plan import load_plan
from dashboard.views.name_questions import Question, questions, with_names
from data_access.intake.sheet_reading import read
from data_access.intake.unit_facts import Facts

PROBLEMS = pd.DataFrame(
    [
        {
            "file": "a.xlsx",
            "cell": "B2",
            "code": "unit_unknown",
            "fields": {
                "text": "Sở Tài chánh",
                "rows": 2,
                "candidates": [{"unit": "STC", "name": "Sở Tài chính"}],
            },
        },
        {
            "file": "b.xlsx",
            "cell": "B9",
            "code": "unit_unknown",
            "fields": {"text": "Sở Tài chánh", "rows": 1, "candidates": []},
        },
        {
            "file": "b.xlsx",
            "cell": None,
            "code": "column_unknown",
            "fields": {
                "header": "Điểm A",
                "candidates": [{"criterion": "A", "name": "Tiêu chí A"}],
            },
        },
        {"file": "b.xlsx", "cell": "C3", "code": "year_missing", "fields": {"rows": 1}},
    ]
)


def test_every_unknown_name_is_asked_once_with_what_looks_like_it():
    assert questions(PROBLEMS) == [
        Question("unit", "Sở Tài chánh", ("STC",), "a.xlsx", "B2"),
        Question("criterion", "Điểm A", ("A",), "b.xlsx", None),
    ]


def test_without_unknown_names_nothing_is_asked():
    assert questions(PROBLEMS.iloc[3:]) == []


def test_a_confirmed_criterion_is_remembered_in_the_plan_once():
    once = load_plan(with_names(plan(), {"Điểm A": "A"}))
    assert once.criterion("A").aliases == ("Điểm A",)
    assert load_plan(with_names(once, {"Điểm A": "A"})) == once


def test_the_names_a_criterion_already_has_stay():
    once = load_plan(with_names(plan(), {"Điểm A": "A"}))
    assert load_plan(with_names(once, {"Mục A": "A", "Mục B": "B"})).criterion("A").aliases == (
        "Điểm A",
        "Mục A",
    )


def reading(aliases):
    known = facts()
    text = "Mã đơn vị;Năm;Mã tiêu chí;Giá trị\nPhòng Lễ tân;2022;TC1;4\n"
    return read(
        "k.csv",
        text.encode(),
        Facts(
            known.plan,
            known.units,
            pd.DataFrame(aliases, columns=["alias", "unit"]),
            known.unit_years,
        ),
    )


def test_a_confirmed_unit_is_read_from_now_on_and_one_that_is_no_unit_is_passed_over():
    code = UNITS["unit"].iloc[0]
    assert reading([])[2]["code"].tolist() == ["unit_unknown"]
    assert reading([("Phòng Lễ tân", code)])[1]["results"]["unit"].tolist() == [code]
    passed = reading([("phòng lễ  tân", None)])
    assert not passed.has_errors
    assert passed.problems["code"].tolist() == ["unit_passed_over"]


@pytest.mark.parametrize("unit", ["STC", None])
def test_an_answer_is_a_row_of_other_names_that_can_be_undone(sqlite_store, unit):
    saved = sqlite_store.save(
        {"aliases": pd.DataFrame([{"alias": "Sở Tài chánh", "unit": unit}])},
        file="Nhập trên màn hình",
        content=None,
        who="Lan",
        note="xác nhận tên",
    )
    assert sqlite_store.load("aliases")["alias"].tolist() == ["Sở Tài chánh"]
    sqlite_store.undo(saved.id, "Lan")
    assert sqlite_store.load("aliases").empty
