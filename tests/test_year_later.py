"""A year that is read once somebody looks at it is like any other; until then nothing of it is read."""

from __future__ import annotations

import dataclasses
from concurrent.futures import ThreadPoolExecutor

import pandas as pd
import pytest
import tiny

from dashboard.access.visible import Sight
from dashboard.assessment.standing import Standing, of_year, province
from dashboard.assessment.year_later import OWN, year_later
from dashboard.serving import view_keys
from dashboard.views import overview
from dashboard.views.choices_made import Choices

YEAR = 2022


@pytest.fixture
def known():
    rows = tiny.results(*((unit, "A", YEAR, 40.0) for unit in ("U1", "U2")))
    records = tiny.records(tiny.units({"unit": "U1"}, {"unit": "U2"}), rows)
    return province(tiny.plan(), records, tiny.AS_OF)


@pytest.fixture
def made(known):
    return of_year(known, YEAR)


def test_what_a_year_has_of_its_own_is_read_once_whoever_looks_at_it(known, made):
    read, told = [], []
    later = year_later(known, YEAR, lambda: read.append(YEAR) or made, told.append)
    assert not read and later.year == YEAR and later.members is known.members
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda name: getattr(later, name), OWN * 9))
    assert read == [YEAR] and told == [later]
    assert all(one is getattr(made, name) for one, name in zip(found, OWN * 9, strict=True))
    fields = [one.name for one in dataclasses.fields(Standing)]
    shared = [name for name in fields if getattr(later, name) is getattr(made, name)]
    assert len(shared) > len(fields) - 3, "days and numbers may be others that are equal"
    assert later.by_unit["U1"]["name"] == made.by_unit["U1"]["name"]
    assert not hasattr(later, "something_else")


def test_another_one_can_be_made_of_it(known, made):
    later = year_later(known, YEAR, lambda: made, lambda _: None)
    other = dataclasses.replace(later, edition=7)
    assert other.edition == 7 and later.edition is None
    pd.testing.assert_frame_equal(other.flags, made.flags)


def test_an_answer_is_known_without_reading_the_year(known, made):
    def never() -> Standing:
        raise AssertionError("read")

    def key(standing: Standing) -> str:
        asked = {"standing": standing, "choice": Choices(YEAR)}
        return view_keys.key_of(overview.overview, asked, 1, Sight(), lambda _: "plan")

    assert key(year_later(known, YEAR, never, print)) == key(made)
