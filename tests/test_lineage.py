"""Units over time: only counts are added over a merger, and only where every predecessor has them."""

from __future__ import annotations

import pandas as pd
import pytest
import tiny

from dashboard.assessment import lineage


def pairs(*rows: tuple) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["before", "after", "kind"])
    return frame.assign(on=pd.Timestamp("2025-07-01"), document="NQ thử")


def surveys(*rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["unit", "year", "satisfied", "respondents", "very"]).assign(
        criterion="HL"
    )


def test_two_communes_give_their_successor_the_sum_of_their_forms():
    found = lineage.on_todays_boundaries(
        surveys(("A", 2022, 80, 100, 40), ("B", 2022, 45, 50, 20)),
        pairs(("A", "N", "merge"), ("B", "N", "merge")),
    )
    assert found[["unit", "year", "satisfied", "respondents", "very"]].values.tolist() == [
        ["N", 2022, 125, 150, 60]
    ]


def test_a_year_in_which_one_predecessor_has_no_forms_is_left_blank():
    found = lineage.on_todays_boundaries(
        surveys(("A", 2022, 80, 100, 40), ("A", 2023, 80, 100, 40), ("B", 2023, 45, 50, None)),
        pairs(("A", "N", "merge"), ("B", "N", "merge")),
    )
    assert found["year"].tolist() == [2023]
    assert found["very"].isna().all()


def test_a_split_unit_is_counted_to_nobody():
    found = lineage.on_todays_boundaries(
        surveys(("A", 2022, 80, 100, 40), ("B", 2022, 45, 50, 20)),
        pairs(("A", "N", "split"), ("A", "M", "split"), ("B", "N", "merge")),
    )
    assert found.empty


@pytest.mark.parametrize(
    ("start", "end", "assessed"),
    [
        (None, None, True),
        ("2025-07-01", None, True),
        ("2025-07-02", None, False),
        (None, "2025-06-30", False),
        (None, "2025-12-30", False),
        (None, "2025-12-31", True),
        ("2026-01-01", None, False),
    ],
)
def test_who_is_assessed_in_2025(start, end, assessed):
    units = tiny.units({"unit": "U", "valid_from": start, "valid_to": end})
    assert lineage.assessed_in(units, 2025, 6).tolist() == [assessed]
