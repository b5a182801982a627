"""A part of a table is read alone, and is what the whole table has of it."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

import sample_data
from dashboard.assessment import rows_by_year
from dashboard.assessment.suspicions import suspicions
from dashboard.plan import load_plan
from dashboard.ui import edition_rows
from data_access.store import connect

DAY = dt.date(2026, 6, 30)


@pytest.fixture(scope="module")
def store(small_url):
    with connect(small_url) as opened:
        yield opened


@pytest.mark.parametrize(
    "only", [{"unit": ["DX01"]}, {"year": [2022]}, {"year": [2021, 2022]}, {"unit": ["nobody"]}]
)
@pytest.mark.parametrize("day", [None, DAY])
def test_a_part_of_a_table_is_that_of_the_whole(store, only, day):
    whole = store.load("results", day)
    only = {"unit": [whole["unit"][0]]} if only == {"unit": ["DX01"]} else only
    ((column, values),) = only.items()
    expected = whole[whole[column].isin(values)].reset_index(drop=True)
    pd.testing.assert_frame_equal(store.load("results", day, only), expected)


def test_what_is_suspicious_of_a_year_needs_that_year_and_the_one_before(store):
    plan, whole = load_plan(sample_data.PLAN), store.load("results", DAY)
    near, year = store.load("results", DAY, {"year": [2021, 2022]}), 2022
    found = [suspicions(plan, one[one["year"] == year], one) for one in (whole, near)]
    found = [one[one["year"] == year].reset_index(drop=True) for one in found]
    assert len(found[0])
    pd.testing.assert_frame_equal(*found)


def test_a_very_large_table_is_held_packed_and_given_as_it_is(store, monkeypatch):
    rows = store.load("results")
    assert edition_rows.held(rows)() is rows
    monkeypatch.setattr(edition_rows, "LARGE", 0)
    monkeypatch.setattr(rows_by_year, "LARGE", 0)
    found = edition_rows.held(rows)()
    expected = rows.sort_values("year", kind="stable").reset_index(drop=True)
    pd.testing.assert_frame_equal(found, expected)
