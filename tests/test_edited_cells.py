"""What people changed in a table, kept as plain data and laid over the table again: never over what others stored since."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from dashboard.views.edited_cells import edits, fit, with_edits

SHOWN = pd.DataFrame(
    {
        "code": ["T1", "T2", "T3"],
        "value": ["8", "", None],
        "number": [1, 2, 3],
        "accepted": [False, False, True],
    }
).astype({"code": "str", "value": "str"})


def edited() -> pd.DataFrame:
    made = SHOWN.copy()
    made.loc[1, "value"], made.loc[2, "accepted"] = "9,5", False
    return made


def test_an_untouched_table_has_no_edits():
    assert edits(SHOWN, SHOWN.copy(), "code") == {"cells": [], "added": []}


def test_edits_go_through_json_and_give_the_edited_table_with_its_kinds():
    made = json.loads(json.dumps(edits(SHOWN, edited(), "code")))
    assert made["cells"] == [["T2", "value", "", "9,5"], ["T3", "accepted", True, False]]
    laid = with_edits(SHOWN, made, "code")
    pd.testing.assert_frame_equal(laid.table, edited())
    assert laid.left == []


def test_rows_that_were_added_come_back_below():
    more = pd.concat(
        [SHOWN, pd.DataFrame([{"code": None, "value": "mới", "accepted": True}])],
        ignore_index=True,
    )
    laid = with_edits(SHOWN, edits(SHOWN, more, "code"), "code").table
    assert laid["value"].tolist()[-1] == "mới" and len(laid) == 4
    assert laid["accepted"].tolist() == [False, False, True, True]


def test_a_cell_that_others_changed_since_keeps_theirs_and_what_was_typed_is_told():
    theirs = SHOWN.copy()
    theirs.loc[1, "value"] = "7"
    laid = with_edits(theirs, edits(SHOWN, edited(), "code"), "code")
    assert laid.table["value"].tolist()[1] == "7" and laid.left == [("T2", "9,5")]


def test_rows_are_told_apart_by_what_they_are_not_by_where_they_stand():
    other = pd.concat([SHOWN.iloc[[2]], SHOWN.iloc[:1]], ignore_index=True)
    laid = with_edits(other, edits(SHOWN, edited(), "code"), "code")
    assert laid.table["accepted"].tolist() == [False, False]
    assert laid.left == [("T2", "9,5")], "the row is gone"


COLUMNS = {"name": {"disabled": True}, "agree": {"disabled": None}}


@pytest.mark.parametrize(
    ("made", "fits"),
    [
        ({"edited_rows": {0: {"agree": "7"}, 1: {"agree": None}}}, True),
        ({"edited_rows": {}, "added_rows": [], "deleted_rows": []}, True),
        ({"edited_rows": {0: {"name": "Ai"}}}, False),
        ({"edited_rows": {0: {"key": "x"}}}, False),
        ({"edited_rows": {2: {"agree": "7"}}}, False),
        ({"edited_rows": {-1: {"agree": "7"}}}, False),
        ({"edited_rows": {0: {"agree": [7]}}}, False),
        ({"edited_rows": {0: "agree"}}, False),
        ({"edited_rows": [0]}, False),
        ({"added_rows": [{"agree": "7"}]}, False),
        ({"added_rows": 7}, False),
        ({"deleted_rows": [0]}, False),
    ],
)
def test_what_nobody_can_have_typed_into_a_table_of_two_rows_is_no_edit_of_it(made, fits):
    assert fit(made, 2, COLUMNS) is fits


def test_rows_are_added_only_where_they_may_be():
    assert fit({"added_rows": [{"agree": "7", "name": "Ai"}]}, 2, COLUMNS, may_add=True)
    assert not fit({"added_rows": [{"key": "x"}]}, 2, COLUMNS, may_add=True)
    assert not fit({"added_rows": ["agree"]}, 2, COLUMNS, may_add=True)


def test_every_table_in_which_people_type_is_drawn_by_the_one_sheet():
    rooms = Path(__file__).resolve().parents[1] / "dashboard"
    draw = {one.name for one in rooms.rglob("*.py") if ".data_editor(" in one.read_text("utf-8")}
    assert draw == {"edited_sheet.py"}
