"""What a process of its own has made of every page and year is what the page would make, and it is all that the page asks for; anything else that goes in, and nothing of it is shown."""

from __future__ import annotations

import dataclasses
import datetime as dt
import pickle
import sqlite3
from collections import deque
from contextlib import closing

import pandas as pd
import pytest
import screens
import sqlalchemy as sa
import streamlit as st
import tiny

from dashboard.access.visible import Sight
from dashboard.assessment.standing import assess
from dashboard.assessment.year_later import OWN
from dashboard.charts.drawings import drawn
from dashboard.plan import clock
from dashboard.serving import answers_ahead, kept_answers, view_keys, years_ahead
from dashboard.ui import every_year, figures_ahead, made_ahead, memo, stored
from dashboard.ui.opened import opened
from dashboard.views import overview
from dashboard.views.choices_made import Choices
from dashboard.views.first_shown import RECIPES
from dashboard.writing.nouns import Nouns, speaking
from data_access import figures_folder
from data_access.store import connect

SEEN, ALL = Choices(2022), Sight()
YEARS = [2022, 2024, 2025]
"""Those that the store of the test has: one alone, one after a gap, one with a year before it; each costs a process and a comparison."""
STATEMENTS = {"": 5, "filings": 15, "appraisal": 7, "meeting": 18}
"""Page → statements of a visit: what was measured (4, 12, 6, 15), and up to a quarter more."""
OF_PEOPLE = ("meeting_store", "behind_list")
"""What stands beside the figures as people entered it: made by who asks."""


@pytest.fixture
def behind(small_copy, monkeypatch):
    """A server's own process behind the screens, on a store whose figures and answers another process has made."""
    with closing(sqlite3.connect(small_copy.removeprefix("sqlite:///"))) as rows:
        rows.execute(f"DELETE FROM results WHERE year NOT IN {(*YEARS,)}")
        rows.commit()
    monkeypatch.setenv("DATABASE_URL", small_copy)
    monkeypatch.delenv("DASHBOARD_PLAN", raising=False)
    monkeypatch.setattr(every_year, "FEWEST", 0)
    st.cache_resource.clear()
    key = stored.last_change(), stored.fingerprint(stored.plan()), clock.today()
    made_ahead.every_live_year(*key).join()
    yield key
    st.cache_resource.clear()


@pytest.mark.slow
def test_every_answer_made_ahead_is_the_pages_own_and_no_page_asks_for_another(behind, monkeypatch):
    monkeypatch.setattr(every_year, "of_year", None)
    change, plan_print, today = behind
    years = [stored._standing(change, plan_print, year, today).year for year in YEARS]
    assert years == YEARS, "none is worked out when it is asked for"
    shown = stored.live(2022)
    every_year._standing.let_go()
    assert stored.live(2022) is shown, "a year that a page still shows is not read again"
    name = every_year.figures_name(*behind)
    compared = []

    def compare(view):
        def made(*given):
            answer = drawn(view(*given))
            found = figures_ahead.answer_kept(opened(), name, place(view, given, change))
            assert found is not None, view
            assert same(answer, found.answer), view
            compared.append(view)
            return answer

        return made

    with speaking(stored.plan().nouns.spoken):
        for year in YEARS:
            for recipe in RECIPES.values():
                recipe(compare, stored.standing(year), stored.tables(year), Choices(year))
    assert len(compared) > 30 * len(YEARS) / 2
    app = screens.app().run()
    app.selectbox(key="nam_shown").select("2022").run()
    for page in RECIPES:
        app.switch_page(f"../pages/{page}.py").run()
        assert not app.exception
    asked = [one for one in memo._shelf()._held if not any(part in one for part in OF_PEOPLE)]
    folder = figures_folder.folder_of(opened())
    missing = [
        one
        for one in asked
        if not figures_folder.is_there(folder, f"{name}-{view_keys.place_of(one)}")
    ]
    assert len(asked) > 30 and not missing
    few_statements(app)


@pytest.mark.slow
def test_pages_of_which_everything_is_ready_read_no_year(behind, monkeypatch):
    monkeypatch.setattr(every_year, "LARGE", 0)
    every_year._standing.let_go()
    app = screens.app().run()
    for page in ("overview", "ranking", "trends", "lagging", "satisfaction"):
        app.switch_page(f"../pages/{page}.py").run()
        for year in map(str, YEARS):
            app.selectbox(key="nam_shown").select(year).run()
            assert not app.exception
            assert not set(OWN) & vars(stored.live(int(year))).keys(), (page, year)
    assert len(stored.live(2022).table), "it is there for who looks at it"


def few_statements(app) -> None:
    """What a page that was looked at before asks the store: who is there, in which movements, the last change and the last deed."""
    asked: list[str] = []
    sa.event.listen(opened().engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    for page in RECIPES:
        asked.clear()
        app.switch_page(f"../pages/{page}.py").run()
        statements = [one for one in asked if one != "BEGIN"]
        assert len(statements) <= STATEMENTS.get(page, STATEMENTS[""]), (page, statements)


def place(view, given, change: int) -> str:
    """Where the answer to this call lies, as a reader's server asks for it."""
    call = memo.inspect.signature(view).bind(*given)
    call.apply_defaults()
    key = view_keys.key_of(view, call.arguments, change, stored.sight(), stored.fingerprint)
    return view_keys.place_of(key)


def same(one: object, other: object) -> bool:
    """Whether two answers are the same to the last value and its type."""
    assert type(one) is type(other)
    if isinstance(one, pd.DataFrame):
        pd.testing.assert_frame_equal(one, other, check_exact=True)
        return True
    if dataclasses.is_dataclass(one):
        names = [field.name for field in dataclasses.fields(one)]
        return all(same(getattr(one, name), getattr(other, name)) for name in names)
    if isinstance(one, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, tuple | list):
        return len(one) == len(other) and all(map(same, one, other))
    return one == other or (one != one and other != other)


@pytest.fixture
def store(tmp_path):
    with connect(f"sqlite:///{tmp_path / 'store.sqlite'}") as opened_store:
        save(opened_store, 40.0)
        yield opened_store


def save(store, value: float) -> None:
    results = tiny.results(*((f"U{n}", "A", 2022, value + n) for n in (1, 2, 3)))
    units = tiny.units(*({"unit": f"U{n}"} for n in (1, 2, 3)))
    results = results.drop(columns=["import_id", "revision"])
    store.save({"results": results, "units": units}, file="a.xlsx", content=None, who="Lan")


def ahead(store) -> answers_ahead.Keeping:
    years_ahead.work_out(store, tiny.plan(), tiny.AS_OF)
    return answers_ahead.live(store, tiny.plan(), tiny.AS_OF)


def answer(store, standing, choice=SEEN, sight=ALL) -> object:
    """What a reader's server finds of Tổng quan."""
    asked = {"standing": standing, "choice": choice}
    key = view_keys.key_of(
        overview.nobody, asked, store.last_change(), sight, years_ahead.plan_print
    )
    name = years_ahead.name_of(
        store, store.last_change(), years_ahead.plan_print(standing.plan), standing.as_of
    )
    return figures_ahead.answer_kept(store, name, view_keys.place_of(key))


def test_an_answer_is_found_for_exactly_what_went_into_it(store, monkeypatch):
    standing = assessed(store)
    assert answer(store, standing) is None
    keeping = ahead(store)
    keeping.kept(overview.nobody)(standing, Choices(2022))
    assert answer(store, standing) is not None
    others = [
        dataclasses.replace(standing, year=2021),
        dataclasses.replace(standing, as_of=tiny.AS_OF + dt.timedelta(days=1)),
        dataclasses.replace(standing, edition=1),
        dataclasses.replace(standing, plan=tiny.plan(tiny.PLAN.replace("max = 60", "max = 61"))),
    ]
    assert not any(answer(store, one) for one in others)
    assert answer(store, standing, Choices(2022, block="Khối 1")) is None
    assert answer(store, standing, sight=Sight((2022,))) is None
    with speaking(Nouns("trường", "cụm trường")):
        assert answer(store, standing) is None
    monkeypatch.setattr(years_ahead, "PROGRAM", "another")
    assert answer(store, standing) is None
    monkeypatch.undo()
    save(store, 41.0)
    assert answer(store, standing) is None, "of before the change"
    with pytest.raises(answers_ahead.StoreHasMovedError):
        keeping.kept(overview.overview)(standing, Choices(2022))


def assessed(store):
    records = years_ahead.Records(**store.load_records(tiny.AS_OF))
    return assess(tiny.plan(), records, 2022, tiny.AS_OF)


class Runs:
    def __reduce__(self):
        return print, ("it ran",)


def test_bytes_that_name_anything_but_data_are_refused_and_nothing_runs(capsys):
    for wrong in (Runs(), deque(), print, connect, clock, stored.plan):
        with pytest.raises((ValueError, TypeError)):
            kept_answers.written(wrong)
    for content in (pickle.dumps((Runs(),)), b"", b"\x80", pickle.dumps(1)):
        with pytest.raises(ValueError, match="no answer"):
            kept_answers.read(content)
    assert "it ran" not in capsys.readouterr().out
