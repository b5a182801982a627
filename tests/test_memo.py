"""What a view makes is kept by its name, the edition of the figures and every argument: nothing stale, and nothing that cannot be told apart."""

from __future__ import annotations

import dataclasses
import datetime as dt

import offices
import pandas as pd
import pytest
import streamlit as st
import tiny

import sample_data
from dashboard.charts.canvas import canvas
from dashboard.charts.drawings import Drawing, Picture, picture
from dashboard.plan import clock
from dashboard.serving import persons
from dashboard.ui import stored
from dashboard.ui.memo import kept
from dashboard.ui.opened import ASKED
from dashboard.views.choices_made import Choices
from data_access.store import connect

pytestmark = pytest.mark.slow

YEAR, DAY = 2024, dt.date(2025, 1, 31)
SEEN = Choices(YEAR)


OTHERS = [
    {"choice": Choices(2023)},
    {"choice": Choices(YEAR, block="Khối 1")},
    {"choice": Choices(YEAR, kind="Khối 1")},
    {"choice": Choices(YEAR, todays_boundaries=True)},
    {"code": "satisfaction"},
    {"code": None},
    {"code": b"total"},
    {"units": ("a",)},
    {"units": ("a", "b")},
    {"units": ("b", "a")},
    {"units": ("", "a")},
    {"units": (("a",),)},
    {"units": ("1",)},
    {"units": (1,)},
    {"units": (True,)},
    {"units": (1.0,)},
    {"worst": True},
    {"worst": 0},
    {"worst": None},
]


@dataclasses.dataclass(frozen=True)
class Shown:
    answer: str
    picture: Picture
    others: tuple[Picture, ...]


@dataclasses.dataclass
class Loose:
    year: int


@dataclasses.dataclass(frozen=True)
class Holding:
    rows: list


def view(standing, choice=SEEN, code="", units=(), worst=False) -> object:
    return object()


def another(standing, choice=SEEN, code="", units=(), worst=False) -> object:
    return object()


def of_tables(tables) -> object:
    return object()


def drawn(standing) -> Shown:
    one = picture(canvas("Sở A & Sở B", "Điểm", height=300), "Hai sở.")
    return Shown("Một câu.", one, (one,))


@pytest.fixture
def opened(sqlite_url, monkeypatch):
    """A store behind the screens, nobody signed in; no cache holds anything of another."""
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    monkeypatch.delenv("DASHBOARD_PLAN", raising=False)
    bound = persons.BOUND.set({})
    st.cache_resource.clear()
    with connect(sqlite_url) as store:
        yield store
    persons.BOUND.reset(bound)
    st.cache_resource.clear()


def here():
    return stored.standing(YEAR)


def test_the_same_view_of_the_same_figures_with_the_same_arguments_is_made_once(opened):
    first = kept(view)(here(), SEEN, "total", ("a",), True)
    assert kept(view)(here(), Choices(YEAR), "total", ("a",), worst=True) is first
    assert kept(view)(here()) is kept(view)(here(), SEEN, code="")


def test_every_argument_that_differs_gives_a_result_of_its_own(opened):
    plain = {"choice": SEEN, "code": "total", "units": (), "worst": False}
    calls = [plain, *(plain | other for other in OTHERS)]
    results = [kept(view)(here(), **call) for call in calls]
    assert len({id(one) for one in results}) == len(calls)
    assert [kept(view)(here(), **call) for call in calls] == results


def test_another_view_and_another_year_are_told_apart(opened):
    first = kept(view)(here())
    assert kept(another)(here()) is not first
    assert kept(view)(stored.standing(2023)) is not first
    assert kept(view)(here()) is first


def test_nothing_that_depends_on_the_day_survives_midnight(opened, monkeypatch):
    """A result filed on the second day counts from then on, though nothing was stored in between; going back a day finds what was kept."""
    days = [DAY, DAY + dt.timedelta(days=1)]
    units = pd.DataFrame({"unit": ["A"], "name": ["Sở A"], "kind": ["so_nganh"]})
    rows = tiny.results(("A", "TC1", YEAR, 1)).drop(columns=["import_id", "revision"])
    rows = rows.assign(submitted_on=days[1])
    opened.save({"units": units, "results": rows}, file="a.csv", content=b"a", who="Lan")
    seen = {}
    for day in (*days, *days):
        monkeypatch.setattr(clock, "today", lambda day=day: day)
        made = kept(view)(here()), stored.years_with_results()
        assert here().as_of == day and seen.setdefault(day, made) == made
    assert seen[days[0]][0] is not seen[days[1]][0]
    assert [years for _, years in seen.values()] == [[], [YEAR]]


def test_an_edition_and_the_figures_as_they_are_are_told_apart_and_each_is_kept(
    small_url, tmp_path, monkeypatch
):
    with offices.office(small_url, tmp_path, (), ()) as office:
        monkeypatch.setenv("DATABASE_URL", office.url)
        monkeypatch.delenv("DASHBOARD_PLAN", raising=False)
        bound = persons.BOUND.set({})
        st.cache_resource.clear()
        numbers = [offices.sealed(office.store, YEAR) for _ in range(2)]
        made = {}
        for asked in (*numbers, None):
            monkeypatch.setitem(st.session_state, ASKED, asked)
            assert stored.standing(YEAR).edition == asked
            made[asked] = kept(view)(stored.standing(YEAR))
            assert kept(view)(stored.standing(YEAR)) is made[asked]
        assert len({id(one) for one in made.values()}) == 3
        assert kept(view)(stored.live(YEAR)) is made[None]
        persons.BOUND.reset(bound)
        st.cache_resource.clear()


def test_a_change_of_the_data_is_seen_at_once(opened):
    before, of_store = kept(view)(here()), kept(of_tables)(stored.tables())
    assert kept(of_tables)(stored.tables()) is of_store
    units = {"units": pd.DataFrame({"unit": ["A"], "name": ["Sở A"], "kind": ["so"]})}
    opened.save(units, file="a.csv", content=b"a", who="Lan")
    assert kept(view)(here()) is not before
    assert kept(of_tables)(stored.tables()) is not of_store


def test_another_plan_is_another_edition(opened, monkeypatch, tmp_path):
    before = kept(view)(here())
    text = sample_data.PLAN.read_text(encoding="utf-8")
    assert 'short_name = "' in text
    plan = tmp_path / "plan.toml"
    plan.write_text(text.replace('short_name = "', 'short_name = "Thử ', 1), encoding="utf-8")
    monkeypatch.setenv("DASHBOARD_PLAN", str(plan))
    assert kept(view)(here()) is not before


def test_who_may_see_less_is_never_given_what_another_was_shown(opened):
    token = offices.signed_in(opened, "secretary", frozenset({"secretary"}))
    results = {}
    for name, user in {"nobody": {}, "secretary": {"session": token}}.items():
        with_user = persons.BOUND.set(user)
        results[name] = kept(of_tables)(stored.tables()), stored.sight()
        persons.BOUND.reset(with_user)
    assert results["nobody"][1] != results["secretary"][1]
    assert results["nobody"][0] is not results["secretary"][0]


def test_what_cannot_be_told_apart_for_certain_is_refused_with_its_name(opened):
    frame = pd.DataFrame({"unit": ["a"]})
    for wrong in (["a"], {"a": 1}, {"a"}, frame, Loose(2024), Holding(["a"]), len):
        for units in (wrong, ("a", wrong)):
            with pytest.raises(TypeError, match=r"view\(units\)"):
                kept(view)(here(), units=units)


def test_a_view_without_a_name_of_its_own_is_refused():
    def inner(standing):
        return standing

    for nameless in (lambda standing: standing, inner):
        with pytest.raises(TypeError, match="only a function of a module"):
            kept(nameless)


def test_a_standing_that_is_not_the_stores_is_worked_out_anew_and_hides_nothing(opened):
    ours = here()
    trial = dataclasses.replace(ours, flags=ours.flags.head(0))
    first = kept(view)(trial)
    assert kept(view)(trial) is not first
    assert kept(view)(ours) is kept(view)(ours)


def test_pictures_are_kept_as_the_text_that_the_browser_is_given(opened):
    shown = kept(drawn)(here())
    assert shown.answer == "Một câu."
    for one in (shown.picture, *shown.others):
        assert isinstance(one.figure, Drawing) and one.drawing is one.figure
        assert (one.drawing.title, one.alt) == ("Sở A & Sở B", "Hai sở.")
