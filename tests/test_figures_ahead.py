"""Figures worked out ahead are those that would be worked out now, or they are not read: another change, plan, day, program or a damaged file has none."""

from __future__ import annotations

import dataclasses
import datetime as dt
from unittest import TestCase

import pandas as pd
import pytest
import tiny

import sample_data
from dashboard.assessment import kept_frames, rows_by_year
from dashboard.assessment.kept_years import (
    read_province,
    read_year,
    written_province,
    written_year,
)
from dashboard.assessment.standing import Records, Standing, of_year, province
from dashboard.plan import load_plan
from dashboard.serving import answers_ahead, years_ahead
from dashboard.ui import figures_ahead
from dashboard.views.first_shown import RECIPES
from data_access import figures_folder
from data_access.store import connect

DAY, YEAR = tiny.AS_OF, 2022
LOG = TestCase()


@pytest.fixture(autouse=True)
def logs(monkeypatch):
    """The log is heard whatever ran before in this worker: import-linter, asked in the same process, silences all loggers that are there."""
    for one in (figures_folder.LOG, figures_ahead.LOG):
        monkeypatch.setattr(one, "disabled", False)


@pytest.fixture
def store(tmp_path):
    """A store with three units and two years."""
    with connect(f"sqlite:///{tmp_path / 'store.sqlite'}") as opened:
        rows = [
            (unit, criterion, year, value)
            for year in (2021, YEAR)
            for place, unit in enumerate(("U1", "U2", "U3"))
            for criterion, value in (("A", 40.0 + place), ("B", 20.0 + place))
        ]
        save(opened, tiny.results(*rows), tiny.units(*({"unit": f"U{n}"} for n in (1, 2, 3))))
        yield opened


def save(store, results: pd.DataFrame, units: pd.DataFrame | None = None) -> None:
    tables = {"results": results.drop(columns=["import_id", "revision"], errors="ignore")}
    tables |= {} if units is None else {"units": units}
    store.save(tables, file="a.xlsx", content=None, who="Lan")


def name(store, change: int | None = None, plan=None, day: dt.date = DAY) -> str:
    change = store.last_change() if change is None else change
    return years_ahead.name_of(store, change, years_ahead.plan_print(plan or tiny.plan()), day)


def read(store, year: int = YEAR) -> Standing | None:
    """The year as a reader's server finds it."""
    known = figures_ahead.province_kept(store, name(store), tiny.plan(), DAY)
    return known and figures_ahead.year_kept(store, name(store), known, year)


def same(one: Standing, other: Standing) -> bool:
    """Whether every frame is the same, to the last value, its type and its order."""
    for field in dataclasses.fields(Standing):
        name = "attained" if field.name == "chosen" else field.name
        mine, theirs = getattr(one, name), getattr(other, name)
        if isinstance(mine, pd.DataFrame):
            mine, theirs = {"": mine}, {"": theirs}
        if isinstance(mine, dict):
            assert list(mine) == list(theirs)
            for part, frame in mine.items():
                pd.testing.assert_frame_equal(frame, theirs[part], check_exact=True)
                assert types(frame) == types(theirs[part])
        else:
            assert mine == theirs
    return True


def types(frame: pd.DataFrame) -> list[list[type]]:
    return [[type(one) for one in frame.iloc[:, place]] for place in range(frame.shape[1])]


@pytest.mark.parametrize("large", [rows_by_year.LARGE, 0], ids=["few rows", "packed"])
def test_every_figure_of_a_year_comes_back_as_it_was(small_url, monkeypatch, large):
    monkeypatch.setattr(rows_by_year, "LARGE", large)
    monkeypatch.setattr(kept_frames, "MANY", kept_frames.MANY if large else 0)
    plan = load_plan(sample_data.PLAN)
    with connect(small_url) as opened:
        known = province(plan, Records(**opened.load_records(DAY)), DAY)
    made = of_year(known, YEAR)
    assert len(made.flags) and len(known.limitations), "there is something of every kind"
    again = read_province(written_province(known), plan, DAY)
    assert same(made, read_year(written_year(made), again, YEAR))


def test_texts_that_many_columns_bear_are_held_once_and_what_may_be_changed_is_not():
    codes = [f"U{number}" for number in range(kept_frames.MANY)]
    said = pd.Series([{"of": one} for one in codes], dtype=object)
    frames = {
        "a": pd.DataFrame({"unit": codes, "said": said}),
        "b": pd.DataFrame({"code": pd.Series(codes, dtype=object), "said": said}),
        "c": pd.DataFrame({"code": pd.Series(codes, dtype=object)}),
    }
    found, again = (kept_frames.read(kept_frames.written(frames)) for _ in range(2))
    assert found["a"]["unit"].iloc[7] is again["a"]["unit"].iloc[7]
    assert found["b"]["code"].iloc[7] is found["c"]["code"].iloc[7]
    assert found["a"]["said"].iloc[7] is not found["b"]["said"].iloc[7]
    assert found["a"]["said"].tolist() == said.tolist()


def test_what_was_worked_out_is_read_until_something_is_stored(store):
    assert read(store) is None
    years_ahead.work_out(store, tiny.plan(), DAY)
    known = province(tiny.plan(), Records(**store.load_records(DAY)), DAY)
    assert same(of_year(known, YEAR), read(store))
    save(store, tiny.results(("U1", "A", YEAR, 59.0)))
    assert read(store) is None, "figures of before are not shown as those of now"
    years_ahead.work_out(store, tiny.plan(), DAY)
    assert read(store).by_unit["U1"]["score"] == 79.0
    kept = {one.name for one in figures_folder.folder_of(store).iterdir()}
    assert len(kept) == 5 and all(one.startswith(name(store)) for one in kept), "none is left over"
    assert figures_folder.folder_of(store).stat().st_mode & 0o077 == 0


def test_the_newest_year_is_there_before_any_other_is_begun(store):
    there = []

    def meanwhile() -> None:
        there.append([figures_ahead.are_there(store, name(store), [one]) for one in (YEAR, 2021)])

    years_ahead.work_out(store, tiny.plan(), DAY, meanwhile)
    assert there == [[True, False]]
    assert figures_ahead.are_there(store, name(store), [YEAR, 2021])


def test_pages_opened_most_are_made_of_every_year_before_the_others():
    turns = [(len(pages), year) for pages, year in answers_ahead.in_turn([2025, 2024])]
    others = len(RECIPES) - 4
    assert turns == [(4, 2025), (4, 2024), (others, 2025), (others, 2024)]


def test_sentences_are_said_with_the_nouns_of_the_plan(store):
    """The process knows no screen that would say them: in one of its own “Chưa xếp khối” would stand beside a movement's own noun."""
    named = load_plan(f'{tiny.PLAN}\n[nouns]\nunit = "trường"\ngroup = "cụm trường"\n')
    save(store, tiny.results(("U4", "A", YEAR, 59.0)), tiny.units({"unit": "U4", "kind": None}))
    years_ahead.work_out(store, named, DAY)
    known = figures_ahead.province_kept(store, name(store, plan=named), named, DAY)
    made = figures_ahead.year_kept(store, name(store, plan=named), known, YEAR)
    assert made.by_unit["U4"]["block"] == "Chưa xếp cụm trường"


def test_the_name_tells_everything_that_goes_in(store, monkeypatch):
    other = load_plan(tiny.PLAN.replace("max = 60", "max = 61"))
    save(store, tiny.results(("U1", "A", YEAR, 58.0)))
    now = name(store)
    others = {name(store, change=1), name(store, plan=other), name(store, day=dt.date(2026, 7, 1))}
    monkeypatch.setattr(years_ahead, "PROGRAM", "another")
    assert len(others | {now, name(store)}) == 5
    assert years_ahead.program_print() == years_ahead.program_print() != "another"


def test_a_damaged_or_exchanged_file_is_not_read_and_the_log_says_so(store):
    years_ahead.work_out(store, tiny.plan(), DAY)
    folder = figures_folder.folder_of(store)
    path, before = (folder / f"{name(store)}-{year}.figures" for year in (YEAR, 2021))
    whole = path.read_bytes()
    for wrong in (before.read_bytes(), whole[:-1], b"", whole[:99] + b"\0" + whole[100:]):
        path.write_bytes(wrong)
        with LOG.assertLogs("dashboard.figures") as told:
            assert read(store) is None
        assert any(path.name in one for one in told.output)
    path.write_bytes(whole)
    assert read(store) is not None
    folder.chmod(0o770)
    assert read(store) is None, "somebody else may have written there"
    with pytest.raises(PermissionError):
        figures_folder.prepared(folder)


def test_where_no_process_can_be_begun_the_server_is_told(store, monkeypatch):
    monkeypatch.setattr(figures_ahead.sys, "executable", "/none/such")
    with LOG.assertLogs("dashboard.figures") as told:
        assert not figures_ahead.worked_out(store, "", tiny.plan(), DAY)
    assert "worked out here" in told.output[0]
