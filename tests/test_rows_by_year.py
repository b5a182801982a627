"""Chosen rows held packed give what the frame gives, and a figure's last digit hangs on its own values, not on how rows were stored."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pandas as pd
import pytest
import tiny

from dashboard.assessment.matched_rows import summing
from dashboard.assessment.records_by_unit import PairsByUnit, RecordsByUnit
from dashboard.assessment.rows_by_year import LARGE, RowsByYear
from dashboard.assessment.standing import province

ROWS = [
    (unit, code, year, value)
    for unit, code, value in (("U2", "A", 41.0), ("U1", "A", 52.5), ("U2", "B", 30.0))
    for year in (2022, 2020, 2021)
]


@pytest.fixture
def rows() -> RowsByYear:
    records = tiny.records(tiny.units({"unit": "U1"}, {"unit": "U2"}), tiny.results(*ROWS))
    return province(tiny.plan(), records, tiny.AS_OF).rows


@pytest.mark.parametrize(
    ("columns", "asked"),
    [
        (None, {}),
        (None, {"years": [2021, 2022]}),
        (["value", "unit"], {"years": [2022], "unit": ["U2"]}),
        (["unit", "note", "very_included", "submitted_on"], {"criterion": ["A"]}),
        (["value"], {"criterion": ["A", "B"], "unit": ["U1", "nobody"]}),
        (["criterion", "value"], {"unit": ["nobody"]}),
        (None, {"years": []}),
    ],
)
def test_packed_rows_give_what_the_frame_gives(rows, columns, asked):
    whole = rows.of()
    pieces = rows.pieces()
    packed = RowsByYear(whole.iloc[:0], pieces)
    half = RowsByYear(whole[whole["year"] == 2021], {year: pieces[year] for year in (2020, 2022)})
    assert whole["year"].tolist() == sorted(whole["year"]) and len(packed) == len(half) == 9
    assert packed.years == half.years == rows.years == [2020, 2021, 2022]
    for one in (packed, half, rows.without([]), RowsByYear(packed.of())):
        pd.testing.assert_frame_equal(
            one.of(columns, **asked), rows.of(columns, **asked), check_exact=True
        )


def test_packed_rows_hold_nothing_of_the_frame_that_they_were_made_of():
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        number = np.arange(2 * LARGE)
        frame = pd.DataFrame({"year": 2019 + number % 7, "value": number / 2, "unit": "U1"})
        taken = tracemalloc.get_traced_memory()[0] - before
        settled = RowsByYear(frame).settled()
        del frame, number
        held = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    assert len(settled) == 2 * LARGE and settled.years == [*range(2019, 2026)]
    assert held < 0.7 * taken


def test_years_are_left_out_and_put_beside(rows):
    packed = RowsByYear(rows.of().iloc[:0], rows.pieces())
    for one in (rows, packed):
        assert one.without([2021]).years == [2020, 2022]
        again = one.without([2021]).joined(RowsByYear(rows.of(years=[2021])))
        assert len(again) == 9 and again.years == [2020, 2021, 2022]
        pd.testing.assert_frame_equal(
            again.of(["value"], years=[2021]), rows.of(["value"], years=[2021])
        )


@pytest.mark.parametrize("order", [[0, 1, 2, 3, 4], [4, 0, 1, 2, 3]], ids=["sorted", "moved"])
def test_the_last_digit_is_that_of_the_values_however_the_rows_stand(order):
    """25.5 + 21.5 + 5/3: exactly 48.6666…, whose nearest double ends in …664; added up plainly it would end in …667."""
    values = np.array([25.5, 21.5, 1.6666666666666665, np.nan, 7.0])[order]
    places = np.array([0, 0, 0, 0, 1])[order]
    assert summing(places, 3)(values).tolist() == [48.666666666666664, 7.0, 0.0]


def test_what_a_frame_says_of_a_unit_is_read_where_it_stands():
    rows = pd.DataFrame(
        {
            "unit": pd.Series(["B", "A"], dtype="str"),
            "score": [71.5, np.nan],
            "staff": pd.array([12, None], dtype="Int64"),
            "on": pd.to_datetime(["2025-12-01", None]),
            "block": pd.Series(["Khối 1", None], dtype="str"),
            "assessed": [True, False],
        }
    )
    found, told = RecordsByUnit(rows), rows.set_index("unit").to_dict("index")
    assert list(found) == ["B", "A"] and len(found) == 2 and "C" not in found
    assert dict(found["B"]) == told["B"] and type(found["B"]["score"]) is float
    assert found["B"]["on"] == pd.Timestamp("2025-12-01") and found["B"]["assessed"] is True
    assert all(pd.isna(found["A"][name]) for name in ("score", "staff", "on", "block"))
    with pytest.raises(ValueError, match="twice"):
        RecordsByUnit(pd.concat([rows, rows]))
    pairs = PairsByUnit(
        pd.DataFrame({"unit": ["B", "A", "B"], "c": ["x", "y", "z"], "v": [1, 2, 3]})
    )
    assert pairs.get("B") == [("x", 1), ("z", 3)] and pairs.get("C") == []
