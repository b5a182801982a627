"""From an empty store to the first picture: the plan from a few answers, the guide of three steps, the whole way on the pages."""

from __future__ import annotations

import tomllib

import pytest
import screens
import small_forms
import streamlit as st
import tomli_w
from reading_screens import failures, sent

from dashboard.assessment.lineage import memberships
from dashboard.assessment.standing import Records, assess
from dashboard.desks.plan_draft_desk import WORKING
from dashboard.exports.forms import form_words
from dashboard.exports.forms.unit_forms import issued
from dashboard.plan import clock, load_plan
from dashboard.plan.blank import Answers, blank_plan
from dashboard.plan.checks import PlanError
from dashboard.views.beginning import next_step, steps
from data_access.store import connect

TODAY = clock.today()
SCHOOLS = Answers(
    "Trường học xanh 2023–2030",
    "Huyện Thử",
    "Phòng Giáo dục",
    2023,
    2030,
    ("Trường học",),
    ("Trường xanh", "Trường sạch"),
)
UNITS = "\n".join(
    (
        "Mã đơn vị\tTên đơn vị\tLoại đơn vị\tKhối thi đua",
        "S1\tTrường Một\tTrường học\tCụm 1",
        "S2\tTrường Hai\tTrường học\tCụm 1",
    )
)
"""As a spreadsheet puts it on the clipboard."""
RESULTS = "unit,criterion,year,value,stage\nS2,TC1,2025,không,appraised\nS2,TC2,2025,50,appraised"


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


def with_a_garden_and_trees(app) -> None:
    """The draft as the tables leave it where the first criterion is made yes or no, the second a number."""
    own = app.session_state[WORKING]
    plan = tomllib.loads(own.body)
    garden, trees = plan["criteria"]
    for one in (garden, trees):
        one.update(weight=one.pop("max"))
    garden |= {"kind": "yes_no", "name": "Có vườn trường"}
    trees |= {"kind": "number", "name": "Số cây trồng", "unit": "cây", "floor": 0, "goal": 50}
    plan["criteria"] = [garden, trees]
    app.session_state[WORKING] = own._replace(body=tomli_w.dumps(plan))
    app.run()


def the_form_of(url: str) -> bytes:
    """The form of the first school as it comes back: a garden, 20 trees."""
    with connect(url) as store:
        plan = load_plan(store.current_plan().body)
        records = Records(**store.load_records(TODAY))
    members = memberships(plan, records.units, records.unit_years)
    book = small_forms.opened(issued(plan, members, records.unit_years, 2025, unit="S1")[0])
    sheet = book[form_words.RESULTS]
    _, columns = small_forms.heads(sheet)
    for code, value in {"TC1": form_words.YES, "TC2": 20}.items():
        sheet.cell(
            small_forms.rows_by_code(sheet)[code], columns[form_words.APPRAISED]
        ).value = value
    return small_forms.saved(book)


def pasted(app, text: str):
    app.text_area(key="intake_pasted_0").input(text)
    app.button(key="intake_paste_read").click().run()
    stored(app)


def brought(app, *files: tuple[str, bytes]):
    app.file_uploader[0].set_value([(*one, "application/octet-stream") for one in files]).run()
    stored(app)


def stored(app):
    app.text_input(key="who").input("Lan").run()
    app.button(key="intake_save").click().run()
    assert not failures(app)


@pytest.mark.slow
def test_the_way_from_an_empty_store_to_the_first_picture(app, sqlite_url):
    """Schools with a garden or without, and so many trees; said in their own nouns from the plan on."""
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
    app.text_input(key="plan_blank_unit").input("Trường")
    app.text_input(key="plan_blank_group").input("cụm [1]")
    app.button(key="plan_blank_make").click().run()
    assert "“cụm [1]” phải là danh từ viết như giữa câu" in sent(app)
    app.text_input(key="plan_blank_group").input("cụm trường")
    app.button(key="plan_blank_make").click().run()
    with_a_garden_and_trees(app)
    app.text_input(key="who").input("Lan")
    app.text_input(key="plan_draft_why").input("Kế hoạch của huyện").run()
    assert "Tải bản này về máy" in sent(app), "the draft is the file, before it is stored"
    app.button(key="plan_draft_save").click().run()
    assert not failures(app) and "Đã lưu phiên bản 1" in sent(app)
    went(app, "intake")
    assert "→ Danh sách trường" in sent(app)
    pasted(app, UNITS)
    assert "→ Bảng số liệu đầu tiên" in sent(went(app, "intake"))
    brought(app, ("phieu.xlsx", the_form_of(sqlite_url)), ("ket-qua.csv", RESULTS.encode()))
    shown = sent(went(app, "overview"))
    assert "ba bước" not in shown and "Trường học xanh" in shown
    assert "văn hóa công sở" not in shown and "đơn vị" not in shown
    assert figures(sqlite_url) == {"S1": 70.0, "S2": 50.0}, "10 + 20/50 · 10 of 20; 0 + 10 of 20"


def figures(url: str) -> dict[str, float]:
    """The totals of 2025."""
    with connect(url) as store:
        plan = load_plan(store.current_plan().body)
        table = assess(plan, Records(**store.load_records(TODAY)), 2025, TODAY).table
    return dict(zip(table["unit"], table["score"].round(9), strict=True))
