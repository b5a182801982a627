"""Random lives of a province: mergers, splits, renames, ends, founding, blocks, plans, undone and counted again in any order, on a real store.

Whatever the sequence, nobody lives twice, no ballot counts twice, a past edition stays to the letter, and undoing everything is the start.
"""

from __future__ import annotations

import datetime as dt
import shutil

import pandas as pd
import pytest
import tiny
from copies import copied
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from pandas.testing import assert_frame_equal

from dashboard.assessment.lineage import on_todays_boundaries, whole_predecessors
from dashboard.assessment.standing import Records, assess
from dashboard.meeting import seals
from dashboard.plan import load_plan
from data_access.store import Store, connect
from data_access.unit_change import Change, Known, NewUnit
from data_access.unit_changes import rows_of
from data_access.unit_lives import faults_left

pytestmark = pytest.mark.slow

YEARS = range(2019, 2026)
START = {"A": "Cụm 1", "B": "Cụm 1", "C": "Cụm 1", "D": "Cụm 2", "E": "Cụm 2"}
KINDS = some.sampled_from(["merge", "split", "rename", "end", "add", "regroup"])
DAYS = some.sampled_from(
    [dt.date(year, month, 1) for year in (2022, 2023, 2024) for month in (1, 7)]
)
DEEDS = some.one_of(
    some.tuples(some.just("change"), KINDS, DAYS, some.integers(0, 30), some.integers(0, 30)),
    some.tuples(some.sampled_from(["undo", "redo"]), some.integers(0, 30)),
    some.tuples(some.just("plan"), some.integers(11, 90)),
)


def begun(store: Store) -> None:
    """Five communes with ballots of every year up to 2021 and points of 2021."""
    units = pd.DataFrame([{"unit": one, "name": f"Xã {one}", "kind": "xa"} for one in START])
    years = pd.DataFrame(
        [
            {"unit": one, "year": year, "block": block}
            for one, block in START.items()
            for year in YEARS
        ]
    )
    rows = [
        {"unit": one, "criterion": "HL", "year": year, "stage": "appraised", "value": 80.0, "out_of": 100.0}
        for one in START
        for year in (2019, 2020, 2021)
    ]  # fmt: skip
    rows += [
        {"unit": one, "criterion": code, "year": 2021, "stage": "appraised", "value": value, "out_of": None}
        for one in START
        for code, value in (("A", 50.0), ("B", 30.0))
    ]  # fmt: skip
    tables = {"units": units, "unit_years": years, "results": pd.DataFrame(rows)}
    store.save(tables, file=None, content=None, who="Lan", note="ban đầu")
    store.save_plan(tiny.PLAN, "Lan")


def known(store: Store) -> Known:
    rows = {name: store.load(name) for name in ("units", "aliases", "lineage", "unit_years")}
    return Known(rows["units"], rows["aliases"], YEARS, rows["lineage"], rows["unit_years"])


def change_of(store: Store, kind: str, on: dt.date, one: int, other: int) -> Change:
    """A change of units that are there, whether it may be made or not."""
    units = sorted(store.load("units")["unit"])
    first, second = units[one % len(units)], units[other % len(units)]
    blocks = sorted(set(START.values()))
    block, number = blocks[other % len(blocks)], len(store.imports())
    new = (NewUnit(f"N{number}", f"Xã N{number}", "xa", block=block),)
    if kind == "split":
        new = (*new, NewUnit(f"M{number}", f"Xã M{number}", "xa"))
    if kind == "rename":
        return Change(kind, on, "NQ", (first,), name=f"Xã mới {number}")
    if kind == "regroup":
        return Change(kind, units=(first,), year=on.year, block=block)
    befallen = {"merge": (first, second), "add": ()}.get(kind, (first,))
    return Change(kind, on, "NQ", befallen, () if kind == "end" else new)


def play(store: Store, deeds: list[tuple]) -> list[int]:
    """Do what may be done of a sequence, as the page does it; the numbers of the imports that came of it, oldest first."""
    made: list[int] = []
    for deed, *about in deeds:
        if deed == "change":
            tables, problems = rows_of(change_of(store, *about), known(store))
            if not problems:
                saved = store.save(tables, file=None, content=None, who="Lan", note="đổi")
                made += [saved.id] if saved.id else []
        elif deed == "plan":
            heavier = tiny.PLAN.replace("max = 60,", f"max = 60, weight = {about[0]},")
            store.save_plan(f"reply_days = {about[0]}\n{heavier}", "Lan")
        elif made:
            take_back(store, made[about[0] % len(made)], deed == "undo")
    return made


def take_back(store: Store, number: int, undone: bool) -> None:
    """Undo or count again what the page would let through: nothing that leaves behind what no change may make."""
    now = store.imports().set_index("id").at[number, "undone"]
    if bool(now) == undone:
        return
    if not faults_left(store.load_records(), store.records_if(number, undone).records):
        (store.undo if undone else store.redo)(number, "Lan", "thử")


def records(store: Store) -> Records:
    return Records(**store.load_records())


def nobody_lives_twice(now: Records) -> None:
    lives = now.units.set_index("unit")
    assert lives.index.is_unique
    for one in now.lineage.dropna(subset=["after"]).itertuples():
        assert lives.at[one.before, "valid_to"] < lives.at[one.after, "valid_from"]
    ways = now.lineage.groupby("before")[["on", "kind"]].nunique()
    assert (ways == 1).all().all(), "each unit goes once, in one way"


def no_ballot_counts_twice(now: Records) -> None:
    """On today's boundaries the forms of a year are at most those that were collected."""
    own = now.results[now.results["criterion"] == "HL"].rename(
        columns={"value": "satisfied", "out_of": "respondents"}
    )
    surveys = own[["unit", "year", "criterion", "satisfied", "respondents", "very"]]
    like = on_todays_boundaries(surveys, now.lineage)
    into = whole_predecessors(now.lineage)
    alive = own[~own["unit"].isin(into["before"])]
    every = pd.concat([like, alive])[["year", "respondents"]]
    assert (
        every.groupby("year")["respondents"].sum() <= own.groupby("year")["respondents"].sum()
    ).all()


def state(store: Store) -> tuple[list[str], ...]:
    """Every live row, without the number of its revision."""
    dropped = ["revision", "import_id", "file", "sheet", "cell"]
    return tuple(
        sorted(map(repr, store.load(name).drop(columns=dropped).astype(object).to_numpy().tolist()))
        for name in ("units", "unit_years", "lineage", "aliases", "results")
    )


@pytest.fixture(scope="module")
def sealed_start(migrated_sqlite, tmp_path_factory):
    """A store as it begins with its year 2021 sealed, from which every life starts: path, rows, the edition's print and its standing."""
    path = tmp_path_factory.mktemp("begun") / "store.sqlite"
    shutil.copy(migrated_sqlite, path)
    with connect(f"sqlite:///{path}") as store:
        begun(store)
        plan = load_plan(store.current_plan().body)
        standing = assess(plan, records(store), 2021, tiny.AS_OF)
        own = seals.packed(seals.sealed_of(standing, "m22", records(store), {}))
        store.seal(*own, name="Họp", milestone="m22", year=2021, as_of=tiny.AS_OF, who="Lan", note=None, illustrative=False, change=1)  # fmt: skip
        yield path, state(store), own[1], standing


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(some.lists(DEEDS, min_size=1, max_size=12))
def test_whatever_is_changed_and_undone_the_invariants_hold_and_undoing_all_is_the_start(
    sealed_start, tmp_path, deeds
):
    begun_at, start, print_, standing = sealed_start
    path = tmp_path / "store.sqlite"
    for old in tmp_path.glob("store.sqlite*"):
        old.unlink()
    with connect(copied(f"sqlite:///{begun_at}", path)) as store:
        made = play(store, deeds)
        now = records(store)
        nobody_lives_twice(now)
        no_ballot_counts_twice(now)
        edition = seals.unpacked(store.load_seal(1).content, print_)
        again = seals.standing_of(edition)
        assert seals.drifted(edition, again).empty
        assert_frame_equal(again.table, standing.table, check_dtype=False)
        for number in reversed(made):
            if not bool(store.imports().set_index("id").at[number, "undone"]):
                store.undo(number, "Lan", "trở lại")
        assert state(store) == start
