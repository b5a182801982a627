"""One run of a page asks the store once for who is there and how far the figures stand; what it stores itself it sees at once, what others store the next run sees."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.access.permissions import HERE
from dashboard.access.visible import Sight
from dashboard.ui import this_run
from dashboard.ui.door import Door


def units(code: str) -> dict[str, pd.DataFrame]:
    return {"units": pd.DataFrame({"unit": [code], "name": [f"Sở {code}"]})}


@pytest.fixture
def last_change(sqlite_store):
    return this_run.asked_once(sqlite_store.last_change)


def test_a_run_stands_on_one_moment_and_the_next_one_sees_what_others_stored(
    sqlite_store, last_change
):
    with this_run.begun():
        before = last_change()
        sqlite_store.save(units("A"), file="a.csv", content=b"a", who="Lan")
        assert last_change() == before
    with this_run.begun():
        assert last_change() == before + 1


def test_what_a_run_stores_itself_it_sees_at_once(sqlite_store, last_change):
    with this_run.begun():
        before = last_change()
        Door(sqlite_store, HERE, Sight(), "machine", sqlite_store).save(
            units("A"), file="a.csv", content=b"a", who="Lan"
        )
        assert last_change() == before + 1


def test_outside_of_a_run_every_question_is_asked_anew_also_after_a_run_that_failed(
    sqlite_store, last_change
):
    with pytest.raises(ValueError, match="broken page"), this_run.begun():
        before = last_change()
        raise ValueError("broken page")
    sqlite_store.save(units("A"), file="a.csv", content=b"a", who="Lan")
    assert last_change() == before + 1
