"""What a change would do, worked out before it is stored."""

from __future__ import annotations

import pandas as pd
from tiny import AS_OF, plan, records, results, units

from dashboard.assessment.standing import assess
from dashboard.assessment.what_if import as_if, differences


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


def test_a_better_score_of_one_unit_changes_its_rank_and_that_of_the_one_it_passes():
    after = as_if(known(), {"results": results(("B", "A", 2022, 60))})
    found = differences(at_2022(known()), at_2022(after)).set_index("unit")
    assert found.loc[
        "B", ["score_before", "score_after", "rank_before", "rank_after"]
    ].tolist() == [70, 100, 2, 1]
    assert found.loc[
        "A", ["score_before", "score_after", "rank_before", "rank_after"]
    ].tolist() == [80, 80, 1, 2]
    assert set(found["effect"]) == {"changes"}


def test_a_unit_that_ends_in_the_year_leaves_its_assessment():
    after = as_if(
        known(), {"units": pd.DataFrame([{"unit": "A", "valid_to": pd.Timestamp(2022, 6, 30)}])}
    )
    found = differences(at_2022(known()), at_2022(after)).set_index("unit")
    assert found.at["A", "effect"] == "leaves"
    assert found.at["B", "effect"] == "changes"


def test_without_a_change_nothing_differs():
    assert differences(at_2022(known()), at_2022(known())).empty


def test_an_empty_store_takes_its_first_unit():
    none = known()._replace(units=known().units.iloc[:0])
    assert as_if(none, {"units": pd.DataFrame([{"unit": "C", "name": "Đơn vị C"}])}).units[
        "unit"
    ].tolist() == ["C"]
