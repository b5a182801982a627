"""The records as they would be with rows that are not stored yet."""

from __future__ import annotations

import pandas as pd
from tiny import AS_OF, plan, records, results, units

from dashboard.assessment.standing import assess
from dashboard.assessment.what_if import as_if


def known():
    return records(
        units({"unit": "A"}, {"unit": "B"}),
        results(
            ("A", "A", 2022, 60), ("A", "B", 2022, 20), ("B", "A", 2022, 30), ("B", "B", 2022, 40)
        ),
    )


def at_2022(some):
    return assess(plan(), some, 2022, AS_OF)


def test_a_row_that_is_added_leaves_the_known_cells_it_does_not_speak_of():
    ended = pd.DataFrame([{"unit": "A", "valid_to": pd.Timestamp(2022, 6, 30)}])
    after = as_if(known(), {"units": ended}).units.set_index("unit")
    assert after.at["A", "name"] == "Đơn vị A"
    assert after.at["A", "valid_to"] == pd.Timestamp(2022, 6, 30)
    assert list(after.index) == ["B", "A"]


def test_a_new_result_stands_in_place_of_the_one_with_its_key():
    changed = results(("B", "A", 2022, 60))
    after = as_if(known(), {"results": changed}).results
    assert len(after) == 4
    assert after.loc[(after["unit"] == "B") & (after["criterion"] == "A"), "value"].tolist() == [60]


def test_a_report_that_comes_in_is_filed_and_a_corrected_one_keeps_its_first_day():
    filed = {"unit": ["A", "B"], "year": 2022, "kind": "annual"}
    rows = pd.DataFrame({**filed, "submitted_on": pd.to_datetime(["2022-12-10", "2022-12-20"])})
    once = as_if(known(), {"filings": rows})
    twice = as_if(once, {"filings": rows.assign(submitted_on=pd.Timestamp(2023, 2, 1))}).filings
    assert twice["first_submitted_on"].tolist() == rows["submitted_on"].tolist()
    assert twice["submitted_on"].nunique() == 1 and len(twice) == 2
    states = at_2022(known()._replace(filings=twice)).reports.set_index("unit")["report_state"]
    assert states.loc[["A", "B"]].tolist() == ["on_time", "late"], "due on 15/12/2022"


def test_a_list_takes_the_place_of_what_the_same_source_said_and_stands_beside_the_other():
    said = pd.DataFrame(
        {"unit": "A", "year": 2022, "origin": ["workbook", "report"], "category": "x", "quote": ["cũ", "báo cáo"], "place": None}
    )  # fmt: skip
    once = as_if(known(), {"limitations": said})
    new = said.iloc[:1].assign(quote="mới")
    quotes = as_if(once, {"limitations": new}).limitations["quote"]
    assert sorted(quotes) == ["báo cáo", "mới"]


def test_an_empty_store_takes_its_first_unit():
    none = known()._replace(units=known().units.iloc[:0])
    assert as_if(none, {"units": pd.DataFrame([{"unit": "C", "name": "Đơn vị C"}])}).units[
        "unit"
    ].tolist() == ["C"]
