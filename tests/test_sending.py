"""A unit sends its file, says that nothing changed, disputes a figure; the secretariat takes, gives back, decides; each sees the other's word."""

from __future__ import annotations

import offices
import pytest
import screens
import streamlit as st
from streamlit.testing.v1 import AppTest

import sample_data
from dashboard.plan import load_plan
from data_access.loading import Given, load_files
from data_access.store import connect

pytestmark = pytest.mark.slow

UNITS = "unit,name,kind,block\nBTCTU,Sở Một,Sở ban ngành,Khối 1\nS2,Sở Hai,Sở ban ngành,Khối 1\n".encode()
RESULTS = b"unit,criterion,year,value,stage\nBTCTU,TC1,2024,3.75,self\nS2,TC1,2024,3.5,self\n"
OWN = b"unit,criterion,year,value,stage\nBTCTU,TC2,2024,4.25,self\n"
WRONG = b"unit,criterion,year,value,stage\nBTCTU,TC2,2024,99,self\n"
OF_OTHERS = b"unit,criterion,year,value,stage\nS2,TC2,2024,4,self\n"


@pytest.fixture
def office(sqlite_url):
    """Two units with a figure each; an account of a unit and one of the secretariat, signed in."""
    with connect(sqlite_url) as store:
        plan = load_plan(sample_data.PLAN)
        load_files(
            store, plan.as_data(), [Given("u.csv", UNITS), Given("r.csv", RESULTS)], who="An"
        )
        tokens = {
            "admin": offices.signed_in(store, "admin", frozenset({"admin"})),
            "secretary": offices.signed_in(store, "secretary", frozenset({"secretary"})),
            "unit": offices.signed_in(store, "unit", frozenset({"unit"})),
        }
        yield store, tokens


@pytest.fixture
def opened(office, sqlite_url, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    monkeypatch.delenv("DASHBOARD_PLAN", raising=False)

    def open_as(role: str, page: str) -> AppTest:
        st.cache_resource.clear()
        app = screens.app(page)
        app.user = {"session": office[1][role]}
        return app.run()

    return open_as


def words(app: AppTest) -> str:
    return " ".join(str(one.proto.body) for one in app.get("html"))


def rows(app: AppTest, title: str) -> list[list[str]]:
    return next((one["rows"] for one in screens.tables(app) if one["title"].startswith(title)), [])


def brought(app: AppTest, name: str, content: bytes) -> AppTest:
    uploader = next(one for one in app.file_uploader if one.key.startswith("sent_file"))
    uploader.set_value((name, content, "text/csv"))
    app.selectbox(key="sent_year").set_value(2024)
    return app.run()


def sent(opened, content: bytes = OWN) -> AppTest:
    app = brought(opened("unit", "own"), "so-mot.csv", content)
    return app.button(key="sent_send").click().run()


def test_a_figure_stands_as_it_was_sent_and_the_page_speaks_to_the_unit(opened):
    app = opened("unit", "own")
    assert rows(app, "Số liệu của đơn vị trong kho")[0][2] == "3,75"
    said = words(app)
    assert "Biểu mẫu của đơn vị" in said and "Biểu mẫu gửi đơn vị" not in said


def test_a_file_is_checked_at_once_and_one_with_an_error_or_of_another_unit_is_not_sent(
    opened, office
):
    app = brought(opened("unit", "own"), "sai.csv", WRONG)
    assert "Chưa gửi được" in words(app) and "ô D2" in words(app)
    app = brought(app, "cua-nguoi.csv", OF_OTHERS)
    assert "Chưa gửi được" in words(app) and "Sở Hai" not in words(app)
    assert not [one for one in app.button if one.key == "sent_send"]
    assert office[0].entered("submissions").empty


def test_a_file_waits_for_the_secretariat_and_is_stored_only_when_it_is_taken(opened, office):
    store, _ = office
    app = sent(opened)
    assert not app.exception and "Đã gửi so-mot.csv" in words(app)
    assert "đang chờ Ban thư ký" in rows(app, "Những gì đơn vị đã gửi")[0]
    assert len(store.load("results")) == 2
    desk = opened("secretary", "filings")
    assert (
        "Sở Một · năm 2024 · bảng tính so-mot.csv" in desk.selectbox(key="sent_chosen").options[0]
    )
    keys = [one.key for one in desk.selectbox]
    assert keys.index("sent_chosen") < keys.index("bao_cao_2024"), "what waits stands first"
    desk.button(key="sent_take_1").click().run()
    assert not desk.exception and "Đã nhận tệp của Sở Một vào kho: 1 dòng." in words(desk)
    assert sorted(store.load("results")["value"]) == [3.5, 3.75, 4.25]
    assert "đã nhận" in rows(opened("unit", "own"), "Những gì đơn vị đã gửi")[0]


def test_what_is_given_back_bears_its_reason_to_the_unit(opened, office):
    sent(opened)
    desk = opened("secretary", "filings")
    desk.button(key="sent_refuse_1").click().run()
    assert "Hãy ghi lý do" in words(desk)
    desk.text_input(key="sent_reason_1").input("thiếu trang ký").run()
    desk.button(key="sent_refuse_1").click().run()
    row = rows(opened("unit", "own"), "Những gì đơn vị đã gửi")[0]
    assert "trả lại" in row and "thiếu trang ký" in row and "Người secretary" in row
    assert len(office[0].load("results")) == 2


def test_that_nothing_changed_is_one_press(opened, office):
    app = opened("unit", "own")
    app.selectbox(key="sent_year").set_value(2023).run()
    app.button(key="sent_unchanged").click().run()
    assert "chưa có số liệu năm 2023" in words(app)
    app.selectbox(key="sent_year").set_value(2024).run()
    app.button(key="sent_unchanged").click().run()
    assert not app.exception and "năm 2024 không có gì thay đổi" in words(app)
    assert office[0].entered("submissions")[["unit", "kind"]].values.tolist() == [
        ["BTCTU", "unchanged"]
    ]


def disputed(opened) -> AppTest:
    app = opened("unit", "own")
    figure = next(one for one in app.selectbox if one.key.startswith("dispute_figure"))
    assert [one for one in figure.options if one.endswith(": 3,75")] == figure.options
    figure.set_value(("TC1", 2024, "self")).run()
    next(one for one in app.text_input if one.key.startswith("dispute_wanted")).input("4,25")
    next(one for one in app.text_area if one.key.startswith("dispute_text")).input(
        "biên bản ghi 4,25"
    )
    return app.run().button(key="dispute_send").click().run()


def test_a_disputed_figure_is_followed_from_old_to_new_value_with_who_and_why(opened, office):
    store, _ = office
    app = disputed(opened)
    assert not app.exception and "Đã gửi đề nghị xem lại" in words(app)
    (row,) = rows(app, "Các đề nghị xem lại")
    assert row[2:4] == ["3,75", "4,25"] and "đang chờ Ban thư ký" in row
    desk = opened("secretary", "filings")
    desk.text_input(key="dispute_due_1").input("20/12/2026").run()
    desk.button(key="dispute_received_1").click().run()
    (row,) = rows(opened("unit", "own"), "Các đề nghị xem lại")
    assert "đã hẹn trả lời" in row and "20/12/2026" in row
    desk = opened("secretary", "filings")
    desk.button(key="dispute_accepted_1").click().run()
    assert "Con số trong kho vẫn là 3,75" in words(desk), "accepted only once it is corrected"
    corrected = RESULTS.split(b"\n")[0] + b"\nBTCTU,TC1,2024,4.25,self\n"
    load_files(
        store,
        load_plan(sample_data.PLAN).as_data(),
        [Given("sua.csv", corrected)],
        who="Lan",
    )
    desk = opened("secretary", "filings")
    desk.text_input(key="dispute_reason_1").input("đúng theo biên bản").run()
    desk.button(key="dispute_accepted_1").click().run()
    assert not desk.exception
    (row,) = rows(opened("unit", "own"), "Các đề nghị xem lại")
    assert row[2:5] == ["3,75", "4,25", "4,25"]
    assert {"chấp nhận, đã sửa", "đúng theo biên bản", "Người secretary"} <= set(row)


def test_the_same_figure_is_disputed_once_at_a_time_and_taken_back_by_the_unit(opened, office):
    app = disputed(opened)
    assert not app.exception
    again = disputed(opened)
    assert "đang có một đề nghị chưa trả lời" in words(again)
    again.button(key="dispute_back_press").click().run()
    assert not again.exception and "Đã rút." in words(again)
    assert office[0].entered("dispute_steps")["state"].tolist() == ["withdrawn"]


def test_the_appraiser_sees_the_dispute_beside_the_figures(opened):
    disputed(opened)
    said = words(opened("secretary", "filings"))
    assert "đang là 3,75; lúc đề nghị là 3,75; đơn vị đề nghị 4,25. biên bản ghi 4,25" in said
    app = opened("secretary", "appraisal")
    app.selectbox(key="unit_choice").set_value("BTCTU").run()
    assert "Đơn vị đề nghị xem lại:" in words(app)
    assert "(tự chấm): đơn vị đề nghị 4,25, vì “biên bản ghi 4,25”" in words(app)
    cells = next(one for one in app.session_state if str(one).startswith("appraisal_laid_BTCTU"))
    beside = [one for one in app.session_state[cells]["disputed"] if one]
    assert beside == ["4,25 (tự chấm), đang chờ Ban thư ký"]
    assert any(str(one.key).startswith("dispute_accepted_") for one in app.button), "answered here"
    app.text_input(key="dispute_due_1").input("20/12/2026").run()
    app.button(key="dispute_received_1").click().run()
    laid = [one for one in app.session_state if str(one).startswith("appraisal_laid_BTCTU")]
    beside = [one for name in laid for one in app.session_state[name]["disputed"] if one]
    assert any("đã hẹn trả lời 20/12/2026" in one for one in beside), "the cell follows the answer"


def test_a_sheet_into_which_nothing_was_typed_follows_the_store(opened, office):
    app = opened("secretary", "appraisal")
    app.selectbox(key="unit_choice").set_value("BTCTU").run()
    corrected = RESULTS.split(b"\n")[0] + b"\nBTCTU,TC1,2024,4.25,self\n"
    plan = load_plan(sample_data.PLAN).as_data()
    load_files(office[0], plan, [Given("sua.csv", corrected)], who="Lan")
    app.run()
    assert "Trong lúc trang này mở" not in words(app)
    laid = [one for one in app.session_state if str(one).startswith("appraisal_laid_BTCTU")]
    owns = [app.session_state[one]["own"].tolist() for one in laid]
    assert any("4,25" in own for own in owns)
