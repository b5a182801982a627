"""Every page as each role has it: what may not be opened never runs, what is hidden is in nothing that is sent."""

from __future__ import annotations

import datetime as dt

import offices
import pytest
import screens
import streamlit as st
from reading_screens import answer, failures, sent, unfolded
from streamlit.testing.v1 import AppTest

from dashboard.access.permissions import PAGES, READERS, ROLES, Person, may, may_open
from dashboard.serving.asked_paths import UPLOADERS
from dashboard.ui.frame import MENU
from dashboard.wording.role_words import NOTHING_PUBLISHED
from data_access import account_store
from data_access.store import connect

pytestmark = pytest.mark.slow

PUBLISHED = (2021, 2022)
TITLES = {name: title for pages in MENU.values() for name, title, _ in pages}


@pytest.fixture(scope="module")
def office(small_url, tmp_path_factory):
    """An account of each role, two published years; the address and the sessions' tokens."""
    with offices.office(small_url, tmp_path_factory.mktemp("office"), ROLES, PUBLISHED) as opened:
        yield opened.url, opened.tokens


@pytest.fixture(scope="module")
def fresh_caches(office):
    """The caches begin empty for this store, and all its tests share them, as the people of one server do."""
    st.cache_resource.clear()
    st.cache_data.clear()
    yield
    st.cache_resource.clear()


@pytest.fixture
def opened(office, fresh_caches, monkeypatch):
    """Opens a page as a role: `opened(role, page)`."""
    url, tokens = office
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.delenv("DASHBOARD_PLAN", raising=False)

    def open_as(role: str | None, page: str = "", **query: str) -> AppTest:
        app = screens.app(page)
        app.user = {"session": tokens.get(role, role)}
        for name, value in query.items():
            app.query_params[name] = value
        return app.run()

    return open_as


@pytest.mark.parametrize(
    ("role", "page"),
    [
        (role, page)
        for role in ("member", "unit", "admin")
        for page in PAGES
        if role != "admin" or PAGES[page] != READERS
    ],
)
def test_a_page_opens_for_its_roles_and_says_no_to_the_others(opened, role, page):
    app = opened(role, page)
    assert not failures(app)
    if may_open(Person("", frozenset({role})), page):
        assert answer(app) and "không dành cho" not in answer(app)
    else:
        assert f"Trang “{TITLES[page]}” không dành cho vai trò" in answer(app)
        assert not app.selectbox and not app.get("download_button") and not app.get("file_uploader")


def test_a_secretary_opens_the_desks_and_is_told_what_an_admin_must_do(opened):
    app = opened("secretary", "plan")
    app.session_state["plan_tabs"] = "Sửa"
    assert not failures(app.run())
    assert "không có quyền thay đổi kế hoạch" in sent(app)


@pytest.mark.parametrize("role", ROLES)
def test_whoever_has_a_place_for_files_on_a_page_is_let_through_the_gate_with_them(opened, role):
    person = Person("", frozenset({role}), offices.UNIT)
    asked = any(opened(role, page).get("file_uploader") for page in PAGES if may_open(person, page))
    assert not asked or any(may(person, action) for action in UPLOADERS)


def test_a_session_that_is_over_or_none_at_all_gets_nothing(opened):
    for token in ("khong-phai", None, ""):
        app = opened(token)
        assert "mở máy chủ bằng lệnh" in answer(app), "accounts without the gate serve nobody"
        assert not app.selectbox


def test_the_menu_shows_what_a_role_may_open(opened):
    app = opened("unit")
    assert "Ban Tổ chức Tỉnh ủy" in answer(app), "a unit begins on its own page"


def test_a_link_to_its_own_profile_leads_a_unit_to_its_own_page_and_to_no_others(opened):
    assert answer(opened("unit", "profile", don_vi=offices.UNIT)) == answer(opened("unit", "own"))
    assert "không dành cho" in answer(opened("unit", "profile", don_vi="SNV"))


@pytest.mark.parametrize(
    "page", ["overview", "trends", "ranking", "lagging", "profile", "satisfaction", "method"]
)
def test_a_member_is_offered_published_years_only_and_a_link_to_a_hidden_one_gives_none(
    opened, page
):
    app = opened("member", page, nam="2025 · Tổng kết")
    assert app.selectbox(key="nam_shown").options == ["2022 · Sơ kết", "2021"]
    assert "2022" in answer(app) or page in ("profile", "trends") and "2025" not in answer(app)
    assert app.selectbox(key="nam_shown").value == "2022"
    assert "Đường dẫn hỏi “2025 · Tổng kết” ở mục Năm, mốc, nhưng nay không có" in sent(app), (
        "other figures never stand in silence"
    )


def test_no_draft_is_in_anything_that_a_member_receives(opened, office):
    """The reasons of all named flags of both published years are searched in all that is sent, also in tables and charts."""
    from dashboard.ui import stored

    whole = unfolded(opened("secretary", "lagging", nam="2022 · Sơ kết"))
    assert not failures(whole)
    store = connect(office[0])
    standing = stored._standing(
        store.last_change(), stored.fingerprint(stored.plan()), 2022, stored.clock.today()
    )
    reasons = standing.flags.query("level == 'named'")["reason"].tolist()
    assert len(reasons) > 0 and any(
        reason.split(": ", 1)[1][:40] in sent(whole) for reason in reasons
    )
    for page in ("overview", "lagging", "profile", "method"):
        told = sent(unfolded(opened("member", page)))
        assert not [reason for reason in reasons if reason.split(": ", 1)[1] in told]
        assert "dự thảo" not in told
    assert "chưa công bố nêu tên đơn vị nào" in answer(opened("member", "lagging"))


def test_a_unit_receives_no_other_units_name(opened, office):
    units = connect(office[0]).load("units")
    names = units.loc[units["unit"] != offices.UNIT, "name"].tolist()
    told = sent(opened("unit", "own"))
    assert [
        name for name in names if name in told and name not in "Ban Tổ chức Tỉnh ủy Minh Họa"
    ] == []


def test_without_a_published_year_a_member_is_told_so_and_not_that_nobody_reached_the_target(
    office, opened
):
    store = connect(office[0])
    editions = store.seals().set_index("year")["id"]
    for step in ("withdrawn", "published"):
        for year in PUBLISHED:
            store.enter(
                "published_years",
                who="Lan",
                year=year,
                step=step,
                on=dt.date(2026, 1, 16),
                meeting="Họp",
                seal=editions[year],
            )
        if step == "withdrawn":
            assert answer(opened("member", "overview")) == NOTHING_PUBLISHED
            assert (
                not failures(opened("member", "indices"))
                and answer(opened("member", "indices")) != NOTHING_PUBLISHED
            )
            assert "chưa có năm nào" in answer(opened("unit", "own"))


def test_a_member_and_a_secretary_on_one_server_never_share_what_was_kept(opened):
    full = answer(opened("secretary", "overview"))
    limited = answer(opened("member", "overview"))
    assert "2025" in full and "2025" not in limited
    assert answer(opened("secretary", "overview")) == full


def test_who_is_shut_out_gets_nothing_at_the_next_press(opened, office):
    app = opened("admin", "plan")
    assert not failures(app)
    store = connect(office[0])
    account_store.add(
        store, "keeper", "Người giữ", frozenset({"admin"})
    )  # the last admin cannot be shut out
    account_store.set_disabled(store, "admin", True)
    try:
        app.run()
        assert "mở máy chủ bằng lệnh" in answer(app)
    finally:
        account_store.set_disabled(store, "admin", False)


def test_a_unit_answers_for_itself_and_the_secretariat_reads_it(opened, office):
    app = opened("unit", "own")
    app.text_area(key="own_text_0").input("Thiếu biên chế từ tháng 3.")
    app.button(key="own_send").click().run()
    assert not failures(app)
    replies = connect(office[0]).entered("replies")
    assert replies[["unit", "who", "text", "kind"]].values.tolist() == [
        [offices.UNIT, "Người unit", "Thiếu biên chế từ tháng 3.", "difficulty"]
    ]


def test_publishing_a_year_is_told_and_then_done_on_the_meeting_page(opened, office):
    app = opened("secretary", "meeting")
    app.session_state["hop_tabs"] = "Công bố năm"
    app.run()
    app.selectbox(key="publish_year").select(2020).run()
    app.button(key="publish_save").click().run()
    assert "Hãy ghi kỳ họp, căn cứ hoặc lý do" in sent(app), "and what it does is told"
    assert "Chốt số liệu hiện nay của năm 2020" in sent(app)
    ground = next(one for one in app.text_input if str(one.key).startswith("publish_meeting"))
    ground.input("Họp 15/1/2021")
    app.button(key="publish_save").click().run()
    assert not failures(app)
    last = connect(office[0]).entered("published_years").iloc[-1]
    assert (last["year"], last["step"], last["who"]) == (2020, "published", "Người secretary")
    assert last["seal"] == connect(office[0]).seals().query("year == 2020")["id"].item(), (
        "what is published is an edition, made of the figures as they were"
    )
    assert "2020" in opened("member", "overview").selectbox(key="nam_shown").options
