"""From an empty store to the first picture: the plan from a few answers, the guide of three steps, the whole way on the pages."""

from __future__ import annotations

import pytest
import screens
import streamlit as st
from reading_screens import failures, sent

from dashboard.plan import load_plan
from dashboard.plan.blank import Answers, blank_plan
from dashboard.plan.checks import PlanError
from dashboard.views.beginning import next_step, steps
from data_access.store import connect

SCHOOLS = Answers(
    "Trường học xanh 2023–2030",
    "Huyện Thử",
    "Phòng Giáo dục",
    2023,
    2030,
    ("Trường học",),
    ("Trường xanh", "Trường sạch"),
)
UNITS = "unit,name,kind,block\nS1,Trường Một,Trường học,Cụm 1\nS2,Trường Hai,Trường học,Cụm 1\n"
RESULTS = "unit,criterion,year,value,stage\n" + "\n".join(
    f"{unit},TC{n},2025,{value},appraised" for unit, value in (("S1", 8), ("S2", 6)) for n in (1, 2)
)


def test_a_few_answers_make_a_plan_that_can_be_read():
    plan = load_plan(blank_plan(SCHOOLS))
    assert (plan.name, plan.years[0], plan.years[-1]) == (SCHOOLS.name, 2023, 2030)
    assert [one.name for one in plan.groups] == ["Trường xanh", "Trường sạch"]
    assert [(one.code, one.group, one.max) for one in plan.criteria] == [
        ("TC1", "truong-xanh", 10),
        ("TC2", "truong-sach", 10),
    ]
    assert plan.whole_name == "Toàn huyện" and not plan.milestones


def test_answers_that_make_no_plan_are_refused_by_what_is_missing():
    with pytest.raises(PlanError, match="owner: không được để trống"):
        blank_plan(SCHOOLS._replace(owner=""))


@pytest.mark.parametrize(
    ("state", "following"),
    [
        ({"has_plan": False, "units": 0}, "Kế hoạch"),
        ({"has_plan": True, "units": 0}, "Danh sách đơn vị"),
        ({"has_plan": True, "units": 12}, "Bảng số liệu đầu tiên"),
    ],
)
def test_the_first_step_that_is_not_done_comes_next(state, following):
    """Each of the steps in its turn, so none is listed that one can never be sent to."""
    assert next_step(steps(**state)).title == following
    assert len(steps(**state)) == 3


@pytest.fixture
def app(sqlite_url, monkeypatch):
    with connect(sqlite_url) as store:
        store.empty()
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    monkeypatch.delenv("DASHBOARD_PLAN", raising=False)
    st.cache_resource.clear()
    st.cache_data.clear()
    return screens.app().run()


def went(app, page: str, tab: str = ""):
    """The page, without a failure and without a word of the movement that the program brings along in its guide."""
    if tab:
        app.session_state[f"{page}_tabs"] = tab
    shown = app.switch_page(f"../pages/{page}.py").run()
    assert not failures(shown)
    return shown


def brought(app, name: str, text: str):
    app.file_uploader[0].set_value([(name, text.encode(), "text/csv")]).run()
    app.text_input(key="who").input("Lan").run()
    app.button(key="intake_save").click().run()
    assert not failures(app)


@pytest.mark.slow
def test_the_way_from_an_empty_store_to_the_first_picture(app):
    assert "ba bước đến hình đầu tiên" in sent(went(app, "overview"))
    went(app, "plan", "Sửa")
    app.button(key="plan_blank_make").click().run()
    assert "Hãy điền: Tên phong trào, Địa bàn" in sent(app)
    for key, text in (
        ("name", SCHOOLS.name),
        ("province", SCHOOLS.province),
        ("owner", SCHOOLS.owner),
        ("first_year", "2023"),
        ("last_year", "2030"),
    ):
        app.text_input(key=f"plan_blank_{key}").input(text)
    for key, names in (("kinds", SCHOOLS.kinds), ("groups", SCHOOLS.groups)):
        app.text_area(key=f"plan_blank_{key}").input("\n".join(names))
    app.button(key="plan_blank_make").click().run()
    app.text_input(key="who").input("Lan")
    app.text_input(key="plan_draft_why").input("Kế hoạch của huyện").run()
    assert "Tải bản này về máy" in sent(app), "the draft is the file, before it is stored"
    app.button(key="plan_draft_save").click().run()
    assert not failures(app) and "Đã lưu phiên bản 1" in sent(app)
    went(app, "intake")
    assert "→ Danh sách đơn vị" in sent(app)
    brought(app, "don-vi.csv", UNITS)
    assert "→ Bảng số liệu đầu tiên" in sent(went(app, "intake"))
    brought(app, "ket-qua.csv", RESULTS)
    shown = sent(went(app, "overview"))
    assert "ba bước" not in shown and "Trường học xanh" in shown
    assert "văn hóa công sở" not in shown
