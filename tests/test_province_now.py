"""After a change only the years that it touched are read and worked out; what comes out is what all of the records give."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest
import tiny
from copies import copied

import sample_data
from dashboard.assessment import rows_by_year, standing
from dashboard.assessment.kept_years import SHARED
from dashboard.assessment.province_renewed import renewed
from dashboard.assessment.seen_by_year import day_seen
from dashboard.assessment.standing import Records, of_year, province
from dashboard.assessment.what_if import as_if, years_touched
from dashboard.plan import load_plan
from dashboard.serving import years_ahead
from data_access import figures_folder
from data_access.store import connect

DAY = tiny.AS_OF
PLAN = load_plan(sample_data.PLAN)


@pytest.fixture
def store(small_url, tmp_path):
    """A store beside which lies what all years share, as it was before the changes of a test."""
    with connect(copied(small_url, tmp_path / "store.sqlite")) as opened:
        change, whole = years_ahead.province_now(opened, PLAN, DAY)
        folder = figures_folder.prepared(figures_folder.folder_of(opened))
        years_ahead.leave(folder, change, whole, opened)
        yield opened


def changed(store, year: int, rows: int = 3, **other: object) -> int:
    """An import that changes some results of a year; its number."""
    own = store.load("results", only={"year": [year]}).iloc[:rows].assign(**other)
    made = own.drop(columns=["revision", "import_id"])
    return store.save({"results": made}, file="a.xlsx", content=None, who="Lan").id


def read(store, monkeypatch, day=DAY) -> list[int] | None:
    """The years that are read; None: all. What is worked out of them is what everything gives."""
    asked = []
    loaded = type(store).load_touched

    def load_touched(self, *moments):
        asked.append(loaded(self, *moments))
        return asked[-1]

    monkeypatch.setattr(type(store), "load_touched", load_touched)
    change, found = years_ahead.province_now(store, PLAN, day)
    whole = province(PLAN, Records(**store.load_records(day)), day)
    assert change == store.last_change() and found.as_of == day
    for name in SHARED:
        one, other = (in_order(getattr(all_, name)) for all_ in (found, whole))
        pd.testing.assert_frame_equal(one, other, check_exact=True)
    pd.testing.assert_frame_equal(in_order(found.rows.of()), in_order(whole.rows.of()))
    return None if not asked or asked[0].years is None else sorted(asked[0].years)


def in_order(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.sort_values("year", kind="stable").reset_index(drop=True)


def test_only_the_years_that_imports_touched_are_read(store, monkeypatch):
    monkeypatch.setattr(rows_by_year, "LARGE", 0)  # the rows of other years stay packed
    changed(store, 2022, value=1.0)
    number = changed(store, 2024, state="withdrawn")
    store.undo(number, "Lan")
    units, filings = store.load("unit_years"), store.load("filings")
    moved = units[units["year"] == 2021].iloc[:2].assign(block="Khối khác")
    late = filings[filings["year"] == 2023].iloc[:2].assign(submitted_on=pd.Timestamp(2024, 3, 1))
    drop = ["revision", "import_id"]
    tables = {"unit_years": moved.drop(columns=drop)}
    tables["filings"] = late.drop(columns=[*drop, "first_submitted_on"])
    store.save(tables, file="b.xlsx", content=None, who="Lan")
    assert read(store, monkeypatch) == [2021, 2022, 2023, 2024]


def test_of_few_rows_too_and_where_nothing_assessed_was_touched_nothing_is_read(store, monkeypatch):
    changed(store, 2025, value=2.0)
    assert read(store, monkeypatch) == [2025]
    change, whole = years_ahead.province_now(store, PLAN, DAY)
    years_ahead.leave(figures_folder.folder_of(store), change, whole, store)
    assert read(store, monkeypatch) == []


def test_where_a_unit_is_another_everything_is_read(store, monkeypatch):
    unit_import(store)
    assert read(store, monkeypatch) is None


def test_what_was_left_by_another_plan_day_or_history_is_passed_over(store, monkeypatch):
    changed(store, 2022, value=1.0)
    other = PLAN.model_copy(update={"name": "Khác"})
    assert years_ahead.left(store, other, DAY) is None
    assert years_ahead.left(store, PLAN, DAY.replace(day=1)) is None
    found = years_ahead.left(store, PLAN, DAY)
    assert found is not None and found[0] == store.last_change() - 1
    folder = figures_folder.folder_of(store)
    for path in folder.glob("*-shared.figures"):
        path.write_bytes(path.read_bytes()[:-1])
    assert years_ahead.left(store, PLAN, DAY) is None
    assert read(store, monkeypatch) is None


def left_on(store, day: dt.date) -> None:
    """What all years share as it was on a day, and nothing else."""
    folder = figures_folder.folder_of(store)
    figures_folder.let_go(store)
    change, whole = years_ahead.province_now(store, PLAN, day)
    years_ahead.leave(folder, change, whole, store)


def test_on_a_later_day_nothing_is_read_but_years_of_which_something_counts_since(
    store, monkeypatch
):
    left_on(store, DAY)
    assert read(store, monkeypatch, DAY + dt.timedelta(days=1)) == []
    changed(store, 2023, submitted_on=pd.Timestamp(DAY) + pd.Timedelta(days=2))
    left_on(store, DAY)
    assert read(store, monkeypatch, DAY + dt.timedelta(days=1)) == []
    assert read(store, monkeypatch, DAY + dt.timedelta(days=2)) == [2023]


def test_on_a_later_day_a_report_that_was_to_come_is_missing(store, monkeypatch):
    before, after = dt.date(2025, 12, 15), dt.date(2025, 12, 16)
    left_on(store, before)
    assert read(store, monkeypatch, after) == []
    reports = years_ahead.province_now(store, PLAN, after)[1].reports
    late = reports.loc[reports["year"] == 2025, "report_state"]
    assert {"missing"} <= {*late} and "pending" not in {*late}


def test_a_year_is_worked_out_anew_when_a_milestone_falls_due_or_a_report_is_missing(store):
    def prints(day: dt.date) -> dict[int, str]:
        whole = years_ahead.province_now(store, PLAN, day)[1]
        return {year: years_ahead.year_print(whole, year) for year in PLAN.years}

    def missing(day: dt.date) -> set[int]:
        reports = years_ahead.province_now(store, PLAN, day)[1].reports
        return {*reports.loc[reports["report_state"] == "missing", "year"]}

    first, next_day = prints(DAY), prints(DAY + dt.timedelta(days=1))
    anew = {year for year in PLAN.years if first[year] != next_day[year]}
    assert anew == missing(DAY) and anew < {*PLAN.years}
    eve, due = prints(dt.date(2022, 12, 30)), prints(dt.date(2022, 12, 31))
    assert all(eve[year] != due[year] for year in PLAN.years)


def test_a_year_says_on_a_later_day_what_all_of_the_records_say(store, monkeypatch):
    whole = years_ahead.province_now(store, PLAN, DAY)[1]
    for year in PLAN.years:
        own = day_seen(whole, year)
        found = of_year(whole, year)
        monkeypatch.setattr(standing, "day_seen", lambda known, year: known.as_of)
        told = of_year(whole, year)
        monkeypatch.undo()
        assert own <= DAY and found.as_of == DAY
        pd.testing.assert_frame_equal(found.table, told.table, check_exact=True)
        pd.testing.assert_frame_equal(found.flags, told.flags, check_exact=True)


def of_both(store, tables, found: Records, years) -> None:
    """What is worked out of the touched years alone is what all records give."""
    before = years_ahead.province_now(store, PLAN, DAY)[1]
    then = renewed(before, found, years, DAY)
    whole = province(PLAN, tables, DAY)
    for year in PLAN.years:
        one, other = (of_year(known, year) for known in (then, whole))
        pd.testing.assert_frame_equal(one.table, other.table, check_exact=True)
        own = [name for name in one.flags if name not in ("file", "sheet", "cell")]
        pd.testing.assert_frame_equal(one.flags[own], other.flags[own], check_exact=True)


def test_rows_are_tried_by_the_years_that_they_touch_alone(store):
    new = store.load("results", only={"year": [2021]}).drop(columns=["revision", "import_id"])
    late = store.load("filings").query("year == 2023").iloc[:3]
    late = late.assign(submitted_on=pd.Timestamp(2024, 3, 1))
    survey = new.query(f"criterion == '{PLAN.survey.code}'").assign(value=1.0, very=0.0)
    points = new.query(f"criterion == '{PLAN.criteria[0].code}'").iloc[:5].assign(value=1.0)
    tables = {"results": pd.concat([points, survey]), "filings": late, "documents": new}
    years = years_touched(tables)
    assert years == {2021, 2023}
    of = Records(**store.load_records(DAY, years))
    assert {*of.results["year"]} == years
    everything = Records(**store.load_records(DAY))
    of_both(store, as_if(everything, tables), as_if(of, tables), years)
    assert years_touched({**tables, "units": everything.units}) is None
    assert not years_touched({"documents": new})


def test_an_undo_is_tried_by_the_years_of_its_import_alone(store):
    number = changed(store, 2024, value=1.0)
    touched = store.records_if(number, True)
    assert touched.years == {2024} == {*touched.records["results"]["year"]}
    before = Records(**store.load_records(DAY))
    undone = Records(**touched.records)
    others = before.results[before.results["year"] != 2024]
    every = before._replace(results=pd.concat([others, undone.results]).sort_index())
    of_both(store, every, undone, touched.years)
    whole = store.records_if(unit_import(store), True)
    assert whole.years is None and len(whole.records["results"]) == len(before.results)


def unit_import(store) -> int:
    """An import that brings a unit anew and nothing else."""
    units = store.load("units").iloc[:1].assign(name="Tên khác")
    made = units.drop(columns=["revision", "import_id"])
    return store.save({"units": made}, file="u.xlsx", content=None, who="Lan").id
