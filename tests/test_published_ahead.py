"""Who reads editions is given what was made of them ahead: the page's own, to the last value; made anew when what is published changes, and by no change of the figures as they are."""

from __future__ import annotations

import datetime as dt

import offices
import pandas as pd
import pytest
import screens
import streamlit as st
import tiny
from reading_screens import failures
from test_answers_ahead import OF_PEOPLE, same
from test_figures_ahead import same as same_standing

import sample_data
from dashboard.access import edition
from dashboard.assessment import kept_parts, rows_by_year
from dashboard.charts.drawings import drawn
from dashboard.meeting import seals
from dashboard.plan import load_plan
from dashboard.serving import editions_ahead, kept_editions, published_now
from dashboard.ui import frozen_editions, memo, published_ahead, stored
from data_access import figures_folder
from data_access.store import connect

YEAR = 2022
DAY = dt.date(2026, 1, 20)


@pytest.fixture(scope="module")
def made_ahead(small_url, tmp_path_factory):
    """A year is published, and a process has made what its readers are shown."""
    folder = tmp_path_factory.mktemp("published")
    with offices.office(small_url, folder, ("member",), (YEAR,)) as own:
        editions_ahead.make(own.store, load_plan(sample_data.PLAN))
        yield own


@pytest.fixture
def office(made_ahead, monkeypatch):
    """Its server."""
    monkeypatch.setenv("DATABASE_URL", made_ahead.url)
    monkeypatch.delenv("DASHBOARD_PLAN", raising=False)
    st.cache_resource.clear()
    yield made_ahead
    st.cache_resource.clear()


@pytest.mark.slow
def test_a_members_first_look_at_a_year_is_served_from_what_was_made_ahead(office, monkeypatch):
    served, made, found_or_made = [], [], memo._ahead_or

    def compare(key_of, make):
        before = len(made)
        answer = found_or_made(key_of, lambda: made.append(key_of(0)) or make())
        if len(made) == before:
            served.append(key_of(0))
            assert same(answer.answer, drawn(make())), key_of(0)
        return answer

    monkeypatch.setattr(memo, "_ahead_or", compare)
    app = screens.app()
    app.user = {"session": office.tokens["member"]}
    app.run()
    for page in editions_ahead.READ:
        app.switch_page(f"../pages/{page}.py").run()
        assert not failures(app)
    assert len(served) > 30
    assert not [one for one in made if not any(part in one for part in OF_PEOPLE)]


@pytest.mark.slow
def test_who_reads_a_large_edition_again_has_none_of_its_packed_rows_unpacked(office, monkeypatch):
    monkeypatch.setattr(rows_by_year, "LARGE", 0)
    unpacked, part_of = [], kept_parts.part_of
    monkeypatch.setattr(
        kept_parts, "part_of", lambda *asked: unpacked.append(asked[1:]) or part_of(*asked)
    )
    app = screens.app()
    app.user = {"session": office.tokens["member"]}
    app.run()
    assert frozen_editions.of(stored.editions()[0], office.store).standing.chosen.of().size
    assert unpacked, "the edition is packed"
    for page in editions_ahead.READ:
        app.switch_page(f"../pages/{page}.py").run()
    for page in editions_ahead.READ:
        unpacked.clear()
        app.switch_page(f"../pages/{page}.py").run()
        assert not unpacked, page


def heads():
    rows = {"unit": [offices.UNIT], "year": [YEAR], "person": ["Lan"], "post": ["Trưởng ban"]}
    return pd.DataFrame(rows | {"since": [None]})


def test_an_edition_opened_ahead_is_the_one_that_was_sealed_and_its_tables_outlast_what_was_kept(
    office,
):
    own = edition.editions_of(office.store.seals(), office.store.entered("published_years"))[0]
    kept = frozen_editions.of(own, office.store)
    sealed = seals.unpacked(office.store.load_seal(own.number).content, own.fingerprint)
    assert isinstance(kept.tables, frozen_editions.TablesAsked)
    assert same_standing(seals.as_edition(sealed, own.number), kept.standing)
    assert (kept.plan, [*kept.answers]) == (sealed.plan, [*sealed.answers])
    tables = kept_editions.tables_of(sealed)
    assert [*kept.tables] == [*tables] and "votes" not in kept.tables
    assert all(same(tables[name], rows) for name, rows in kept.tables.items())
    assert all(same(sealed.answers[name], rows) for name, rows in kept.answers.items())
    figures_folder.let_go(office.store)
    assert same(tables["units"], kept.tables["units"])


def test_what_stands_beside_the_figures_is_told_apart_too(office):
    name = published_ahead.name()
    office.store.save({"unit_heads": heads()}, file="a.xlsx", content=None, who="Lan")
    assert published_ahead.name() != name


@pytest.fixture
def store(tmp_path):
    with connect(f"sqlite:///{tmp_path / 'store.sqlite'}") as own:
        save(own, 40.0)
        yield own


def save(store, value: float) -> None:
    results = tiny.results(*((f"U{n}", "A", YEAR, value + n) for n in (1, 2, 3)))
    units = tiny.units(*({"unit": f"U{n}"} for n in (1, 2, 3)))
    results = results.drop(columns=["import_id", "revision"])
    store.save({"results": results, "units": units}, file="a.xlsx", content=None, who="Lan")


def name(store, plan=None) -> str:
    beside = published_now.print_of(published_now.tables_beside(store))
    told = store.newest("publications")
    return published_now.name_of(
        store, published_now.published_now(store, plan or tiny.plan(), told, beside)
    )


def test_what_is_published_has_a_name_that_only_what_readers_see_changes(store):
    seal = {"name": "a", "milestone": "m", "year": YEAR, "as_of": DAY, "who": "Lan", "change": 1}
    number = store.seal(b"x", "f", **seal, note=None, illustrative=False)
    step = {"who": "Lan", "year": YEAR, "on": DAY, "meeting": "Họp", "seal": number}
    store.enter("published_years", **step, step="published")
    names = [name(store)]
    save(store, 41.0)
    assert name(store) == names[0], "a draft"
    store.seal(b"y", "g", **seal, note=None, illustrative=False)
    assert name(store) == names[0], "sealed is not published"
    named = '\n[nouns]\nunit = "trường"\ngroup = "cụm trường"\n'
    names.append(name(store, tiny.plan(tiny.PLAN + named)))
    store.enter("published_years", **step, step="withdrawn")
    names.append(name(store))
    assert len({*names}) == 3


def test_what_is_let_go_of_one_kind_leaves_the_other_and_an_erasure_leaves_nothing(store):
    folder = figures_folder.prepared(figures_folder.folder_of(store))
    live, read = (figures_folder.beginning(store, kind) for kind in ("", published_now.KIND))

    def there() -> set[str]:
        return {one.stem for one in folder.iterdir()}

    for one in (f"{live}-a-1", f"{live}-b-1", f"{read}-a-1", f"{read}-b-1"):
        figures_folder.keep(folder, one, b"x")
    figures_folder.let_go(store, f"{live}-b")
    assert there() == {f"{live}-b-1", f"{read}-a-1", f"{read}-b-1"}
    figures_folder.let_go(store, f"{read}-b")
    assert there() == {f"{live}-b-1", f"{read}-b-1"}
    figures_folder.let_go(store)
    assert there() == set()
