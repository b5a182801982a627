"""The secretariat's pages through the frame, on a store of its own: check, store, undo, empty; a plan loaded with a reason."""

from __future__ import annotations

import json

import pandas as pd
import pytest
import screens
import streamlit as st
import tomlkit
from streamlit.testing.v1 import AppTest

import sample_data
from dashboard.plan import load_plan
from data_access import unsent
from data_access.loading import Given, load_files
from data_access.store import connect

pytestmark = pytest.mark.slow

SHIPPED = sample_data.PLAN.read_text(encoding="utf-8")


def last_years(text: str, first: int) -> str:
    """The plan from a year on, with its comments: what a change does is worked out in two years instead of seven."""
    plan = tomlkit.parse(text)
    plan["first_year"] = first
    for part in ("milestones", "reports"):
        for place in reversed(range(len(plan[part]))):
            if plan[part][place]["year"] < first:
                del plan[part][place]
    for one in plan["criteria"]:
        one.pop("break_years", None)
    left = [one["code"] for one in plan["milestones"]]
    for rule in plan["rewards"]["rules"]:
        rule["milestones"] = [one for one in rule.get("milestones", left) if one in left]
    return tomlkit.dumps(plan)


SHORT = last_years(SHIPPED, 2024)
UNITS = (
    "unit,name,kind,block\nS1,Sở Một,Sở ban ngành,Khối 1\nS2,Sở Hai,Sở ban ngành,Khối 1\n".encode()
)
RESULTS = b"unit,criterion,year,value,stage\nS1,TC1,2024,4,appraised\nS2,TC1,2024,3.5,appraised\n"
CORRECTED = b"unit,criterion,year,value,stage\nS1,TC1,2024,4.5,appraised\n"
WRONG = b"unit,criterion,year,value\nS1,TC1,2024,99\n"


def words(app: AppTest) -> str:
    return " ".join(str(one.proto.body) for one in app.get("html"))


@pytest.fixture
def store(sqlite_url):
    with connect(sqlite_url) as emptied:
        emptied.empty()
        yield emptied


@pytest.fixture
def at(sqlite_url, store, monkeypatch):
    """Opens a page on the emptied store, at one of its tabs."""
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    monkeypatch.delenv("DASHBOARD_PLAN", raising=False)

    def open_at(page: str, tab: str = "") -> AppTest:
        st.cache_resource.clear()
        st.cache_data.clear()
        app = screens.app(page)
        if tab:
            app.session_state[f"{page}_tabs"] = tab
        return app.run()

    return open_at


def brought(app: AppTest, *files: tuple[str, bytes]) -> AppTest:
    uploader = app.file_uploader[0]
    uploader.set_value([(name, content, "text/csv") for name, content in files])
    return app.run()


def test_an_empty_store_says_what_to_do_first(at):
    said = words(at("intake"))
    assert "hãy nhập danh sách đơn vị trước" in said and "ba bước đến hình đầu tiên" in said


def test_units_and_their_results_are_checked_together_and_stored_with_one_button(at, store):
    app = brought(at("intake"), ("ket-qua.csv", RESULTS), ("don-vi.csv", UNITS))
    assert "Đã kiểm tra 2 tệp: 2 tệp dùng được" in words(app)
    assert store.imports().empty, "checking stores nothing"
    app.button(key="intake_save").click().run()
    assert "Hãy ghi tên người thực hiện trước khi lưu." in words(app) and store.imports().empty
    app.text_input(key="who").input("Lê Thị An")
    app.button(key="intake_save").click().run()
    assert not app.exception
    assert "Đã lưu 2/2 tệp vào kho." in words(app)
    assert list(store.imports()["who"]) == ["Lê Thị An"] * 2
    assert list(store.load("results")["value"]) == [4, 3.5]


def test_a_file_with_an_error_names_the_cell_and_cannot_be_stored(at, store):
    app = brought(at("intake"), ("sai.csv", UNITS), ("vượt.csv", WRONG))
    assert "ô D2: Triển khai chính sách (TC1): 99 điểm, vượt điểm tối đa" in words(app)
    app.text_input(key="who").input("An")
    app.button(key="intake_save").click().run()
    assert list(store.imports()["file"]) == ["sai.csv"]


def test_what_another_person_stored_meanwhile_is_shown_before_anything_is_stored(at, store):
    app = brought(at("intake"), ("don-vi.csv", UNITS))
    app.text_input(key="who").input("An")
    app.button(key="intake_save").click().run()
    app = brought(app, ("lan-1.csv", RESULTS))
    load_files(
        store, load_plan(sample_data.PLAN).as_data(), [Given("lan-2.csv", CORRECTED)], who="Bình"
    )
    app.button(key="intake_save").click().run()
    assert (
        "vừa được người khác thay đổi nên chưa lưu gì" in words(app) and len(store.imports()) == 2
    )
    assert any("4,5" in row for table in screens.tables(app) for row in table["rows"]), (
        "what Bình stored stands under what is there now"
    )
    app.button(key="intake_save").click().run()
    assert not app.exception and len(store.imports()) == 3


def test_every_file_with_problems_can_be_taken_away_with_them_written_in(at):
    app = brought(
        at("intake"), ("don-vi.csv", UNITS), ("vượt.csv", WRONG), ("vượt.csv", WRONG + b"\n")
    )
    labels = [one.label for one in app.get("download_button")]
    assert (
        "Tải danh sách lỗi của vượt.csv" in labels
        and "Tải danh sách lỗi của vượt (2).csv" in labels
    )
    assert "Tải tất cả tệp có ghi chú lỗi (tệp nén)" in labels


def test_a_correction_shows_the_old_value_and_an_undo_with_a_reason_brings_it_back(at, store):
    store.save_plan(SHORT, "An")
    app = at("intake")
    for name, content in (("don-vi.csv", UNITS), ("lan-1.csv", RESULTS), ("lan-2.csv", CORRECTED)):
        app = brought(app, (name, content))
        app.text_input(key="who").input("An").run()
        app.button(key="intake_save").click().run()
    assert sorted(store.load("results")["value"]) == [3.5, 4.5]
    app = at("intake", "Các lần nhập")
    app.button(key="import_change_3_False").click().run()
    assert "Hãy ghi lý do." in words(app)
    app.text_input(key="who").input("Bình")
    app.text_input(key="import_why_3_False").input("gửi nhầm")
    app.button(key="import_change_3_False").click().run()
    assert "Chưa làm gì. Nếu hoàn tác “3: lan-2.csv" in words(app)
    assert sorted(store.load("results")["value"]) == [3.5, 4.5], "the first press only shows"
    app.button(key="import_change_3_False").click().run()
    assert not app.exception and "Đã hoàn tác lần nhập số 3." in words(app)
    assert sorted(store.load("results")["value"]) == [3.5, 4]


def test_the_same_file_twice_has_nothing_new(at):
    app = brought(at("intake"), ("don-vi.csv", UNITS))
    app.text_input(key="who").input("An")
    app.button(key="intake_save").click().run()
    app = brought(app, ("don-vi-chep.csv", UNITS))
    assert "1 tệp không có gì mới" in words(app)
    assert not [one for one in app.button if one.key == "intake_save"]


def test_emptying_asks_for_the_words_and_keeps_the_plan(at, store):
    store.save_plan(sample_data.PLAN.read_text(encoding="utf-8"), who="An", why="thử")
    app = brought(at("intake"), ("don-vi.csv", UNITS))
    app.text_input(key="who").input("An")
    app.button(key="intake_save").click().run()
    app = at("intake", "Bắt đầu dùng thật")
    assert "1 lần nhập không phải số liệu minh họa" in words(app)
    app.text_input(key="who").input("An")
    app.text_input(key="empty_typed").input("có")
    app.button(key="empty_now").click().run()
    assert "Chưa xóa gì" in words(app) and len(store.imports()) == 1
    app.text_input(key="empty_typed").input(" Xóa hết ")
    app.button(key="empty_now").click().run()
    assert not app.exception and store.imports().empty and len(store.plan_versions()) == 1


def uploaded_plan(app: AppTest, text: str) -> AppTest:
    app.file_uploader(key="plan_upload").set_value(("ke-hoach.toml", text.encode(), "text/plain"))
    return app.run()


def test_a_plan_file_with_mistakes_is_refused_with_every_mistake_named(at, store):
    text = (
        sample_data.PLAN.read_text(encoding="utf-8")
        .replace('kind = "share"', 'kind = "shar"', 1)
        .replace("min = 65", "min = -1")
    )
    app = uploaded_plan(at("plan", "Nạp tệp kế hoạch"), text)
    assert "Chưa lưu. Cần sửa:" in words(app) and "shar" in words(app)
    assert (
        not [one for one in app.button if one.key == "plan_upload_save"]
        and store.plan_versions().empty
    )


def test_a_plan_file_becomes_a_version_only_with_a_name_and_a_reason(at, store):
    text = sample_data.PLAN.read_text(encoding="utf-8").replace("value = 80\n", "value = 82\n")
    app = uploaded_plan(at("plan", "Nạp tệp kế hoạch"), text)
    assert "Chỉ tiêu Tổng kết 2025, Tổng điểm: 80 điểm → 82 điểm." in words(app)
    app.button(key="plan_upload_save").click().run()
    assert "Hãy ghi lý do thay đổi" in words(app) and store.plan_versions().empty
    app.text_input(key="who").input("An")
    app.text_input(key="plan_upload_why").input("theo QĐ 45")
    app.button(key="plan_upload_save").click().run()
    assert not app.exception and "Đã lưu phiên bản 1." in words(app)
    assert store.plan_versions()[["who", "why"]].values.tolist() == [["An", "theo QĐ 45"]]
    versions = at("plan", "Các phiên bản")
    assert "80 điểm → 82 điểm" in words(versions)


def test_a_form_that_changes_nothing_says_so(at, store):
    app = at("plan", "Sửa")
    next(one for one in app.button if str(one.key).startswith("plan_try_")).click().run()
    assert "chưa có ô nào thay đổi" in words(app) and store.plan_versions().empty
    assert store.entered("plan_drafts").empty


def drafted(store, body: str, base: int, who: str = "Lan", draft: str = "d1") -> None:
    row = {"draft": draft, "base": base, "body": body, "state": "open"}
    store.enter("plan_drafts", who=who, **row)


def opened_draft(app: AppTest) -> AppTest:
    return app.button(key="plan_draft_open").click().run()


def saved(app: AppTest, key: str = "plan_draft") -> AppTest:
    app.text_input(key="who").input("Lan")
    app.text_input(key=f"{key}_why").input("theo QĐ 45")
    return app.button(key=f"{key}_save").click().run()


def test_a_draft_shows_what_it_would_do_in_every_year_before_it_is_saved(at, store):
    plan = load_plan(SHORT)
    load_files(store, plan.as_data(), [Given("u.csv", UNITS), Given("r.csv", RESULTS)], who="An")
    store.save_plan(SHORT, "An")
    drafted(store, SHORT.replace("reply_days = 10 #", "reply_days = 13 #"), 1)
    app = opened_draft(at("plan", "Sửa"))
    said = words(app)
    assert "Số ngày để đơn vị giải trình: 10 → 13." in said
    assert "Không năm nào có đơn vị đổi điểm" in said
    app = saved(app)
    assert not app.exception and "Đã lưu phiên bản 2." in words(app)
    assert "reply_days = 13 # giá trị minh họa" in store.current_plan().body, "comments stay"
    assert store.entered("plan_drafts")["state"].tolist() == ["open", "saved"]


def test_a_deadline_that_moves_names_the_units_whose_report_changes_and_a_seal_stays(at, store):
    """Two units of Khối 1 must file for 2024; the deadline goes from the past into the far future."""
    plan = load_plan(SHORT)
    load_files(store, plan.as_data(), [Given("u.csv", UNITS), Given("r.csv", RESULTS)], who="An")
    store.save_plan(SHORT, "An")
    old = next(one.due for one in plan.reports if one.year == 2024)
    moved = SHORT.replace(f"due = {old}", "due = 2090-12-15")
    drafted(store, moved, 1)
    said = words(opened_draft(at("plan", "Sửa")))
    assert "Năm 2024: 2 trong 2 đơn vị đổi (2 đổi báo cáo phải nộp, 2 đổi cảnh báo)." in said


def test_two_editors_keep_both_their_works_and_choose_where_they_differ(at, store):
    store.save_plan(SHORT, "An")
    mine = SHORT.replace("reply_days = 10 #", "reply_days = 13 #").replace(
        'whole = "Toàn tỉnh"', 'whole = "Cả tỉnh"'
    )
    drafted(store, mine, 1)
    app = opened_draft(at("plan", "Sửa"))
    app.text_input(key="who").input("Lan")
    app.text_input(key="plan_draft_why").input("theo QĐ 45").run()
    store.save_plan(SHORT.replace("reply_days = 10 #", "reply_days = 15 #"), "Bình")
    app.button(key="plan_draft_save").click().run()
    assert store.plan_versions()["version"].tolist() == [2, 1], "nothing was laid over Bình's"
    said = words(app)
    assert "Trong lúc bạn sửa phiên bản 1, Bình đã lưu phiên bản 2." in said
    assert "Số ngày để đơn vị giải trình: 10 → 15." in said
    assert "Tên gọi chung của mọi đơn vị: Toàn tỉnh → Cả tỉnh." in said
    (choice,) = app.radio
    assert choice.options == ["theo phiên bản 2: 15", "theo bản của bạn: 13"]
    choice.set_value("theo bản của bạn: 13").run()
    app = app.button(key="plan_merge").click().run()
    assert "Đã ghép vào phiên bản 2" in words(app)
    app = saved(app)
    assert not app.exception and "Đã lưu phiên bản 3." in words(app)
    now = load_plan(store.current_plan().body)
    assert (now.reply_days, now.whole) == (13, "Cả tỉnh")


def test_other_data_that_came_meanwhile_is_worked_into_the_consequences_before_the_press_counts(
    at, store
):
    store.save_plan(SHORT, "An")
    drafted(store, SHORT.replace("reply_days = 10 #", "reply_days = 13 #"), 1)
    app = opened_draft(at("plan", "Sửa"))
    app.text_input(key="who").input("Lan")
    app.text_input(key="plan_draft_why").input("theo QĐ 45").run()
    load_files(store, load_plan(SHORT).as_data(), [Given("u.csv", UNITS)], who="Bình")
    app.button(key="plan_draft_save").click().run()
    assert "hãy xem rồi bấm lưu lần nữa" in words(app) and len(store.plan_versions()) == 1
    app.button(key="plan_draft_save").click().run()
    assert not app.exception and len(store.plan_versions()) == 2


def test_an_earlier_version_is_used_again_with_a_reason(at, store):
    store.save_plan(SHIPPED, "An")
    store.save_plan(SHIPPED.replace("reply_days = 10 #", "reply_days = 13 #"), "An")
    app = at("plan", "Các phiên bản")
    app.selectbox(key="plan_newer").set_value("Phiên bản 1").run()
    app.button(key="plan_again").click().run()
    assert "Số ngày để đơn vị giải trình: 13 → 10." in words(app)
    app = saved(app, "plan_again")
    assert not app.exception and store.current_plan().body == SHIPPED


def test_a_draft_is_dropped_and_the_plan_stays(at, store):
    drafted(store, SHIPPED.replace("reply_days = 10 #", "reply_days = 13 #"), 0)
    app = opened_draft(at("plan", "Sửa"))
    app = app.button(key="plan_draft_drop").click().run()
    assert "Đã bỏ bản nháp" in words(app) and store.plan_versions().empty
    assert not [one for one in app.button if one.key == "plan_draft_open"]


def test_a_plan_of_the_servers_own_file_is_shown_and_not_changed(at, monkeypatch):
    monkeypatch.setenv("DASHBOARD_PLAN", str(sample_data.PLAN))
    app = at("plan", "Sửa")
    assert "được đọc từ tệp plan.toml" in words(app)
    assert not app.text_input or all(one.key != "who" for one in app.text_input)


COMMUNES = "unit,name,kind,block\nA,Xã A,Xã,Cụm 1\nB,Xã B,Xã,Cụm 1\nC,Xã C,Xã,Cụm 1\nS,Sở S,Sở ban ngành,Khối sở\n"
NEW = "unit,name,kind,block,valid_from,predecessors,change,changed_on,document\n{rows}"


def changed_by_file(at, text: str) -> AppTest:
    app = at("units", "Thay đổi từ tệp")
    app.file_uploader(key="units_file").set_value(("thay-doi.csv", text.encode(), "text/csv"))
    return app.run()


@pytest.fixture
def communes(store):
    store.save_plan(SHORT, "An")
    plan = load_plan(SHORT)
    load_files(store, plan.as_data(), [Given("u.csv", COMMUNES.encode())], who="An")
    return store


MERGER = NEW.format(rows="N,Phường N,Xã,Cụm 1,2024-07-01,A;B,merge,2024-07-01,NQ 1\n")


def test_a_merger_shows_the_new_unit_and_each_year_before_it_is_stored_and_is_undone_by_its_name(
    at, communes
):
    app = changed_by_file(at, MERGER)
    app.button(key="units_file_try").click().run()
    said = words(app)
    assert (
        "Năm 2024: 5 trong 5 đơn vị đổi (2 đơn vị ra khỏi đánh giá: Xã A; Xã B; 1 đơn vị vào đánh giá: Phường N; 2 đổi đề nghị khen thưởng, kiểm tra)."
        in said
    )
    new = next(one for one in screens.tables(app) if one["heads"][0]["label"] == "Đơn vị mới")
    assert new["rows"][0][:5] == [
        "Phường N",
        "Xã, phường, thị trấn",
        "1/7/2024",
        "Xã A và Xã B",
        "Cụm 1",
    ]
    assert communes.load("lineage").empty
    app.text_input(key="who").input("Lan")
    app.button(key="units_save").click().run()
    assert not app.exception and len(communes.load("lineage")) == 2
    app = at("units", "Hoàn tác")
    label = app.selectbox(key="units_deed").options[0]
    assert label.startswith("các thay đổi trong tệp thay-doi.csv (Lan, ")
    app.text_input(key="who").input("Lan")
    app.text_input(key="units_deed_why_2_False").input("gửi nhầm")
    app.button(key="units_deed_change_2_False").click().run()
    assert "2 đơn vị vào đánh giá: Xã A; Xã B" in words(app) and len(communes.load("lineage")) == 2
    app.button(key="units_deed_change_2_False").click().run()
    assert not app.exception and communes.load("lineage").empty
    assert communes.load("units")["valid_to"].isna().all()


def test_a_file_that_merges_a_merged_commune_again_is_refused_with_both_mergers(at, communes):
    app = changed_by_file(at, MERGER)
    app.button(key="units_file_try").click().run()
    app.text_input(key="who").input("Lan")
    app.button(key="units_save").click().run()
    again = MERGER.replace("N,Phường N", "M,Phường M").replace("A;B", "A;C")
    said = words(changed_by_file(at, again))
    assert "Xã A đã được sắp xếp một lần (thành Phường N), nay lại thành Phường M" in said
    wrong = MERGER.replace("N,Phường N,Xã,Cụm 1", "M,Phường M,Xã,Khối sở").replace("A;B", "C")
    assert "Khối “Khối sở” gồm đơn vị loại khác (như Sở S)" in words(changed_by_file(at, wrong))


def filled(at, store) -> None:
    store.save_plan(SHORT, "An")
    tables = {"don-vi.csv": UNITS, "ket-qua.csv": RESULTS}
    load_files(
        store,
        load_plan(sample_data.PLAN).as_data(),
        [Given(name, content) for name, content in tables.items()],
        who="An",
    )


def test_scores_typed_into_a_sheet_and_not_sent_are_laid_over_it_again_but_not_over_what_others_stored(
    at, store
):
    filled(at, store)
    typed = {"cells": [["TC1", "appraised", "4", "4,5"]], "added": []}
    unsent.keep(store, "", "appraisal_S1_2024", {"sheet": json.dumps(typed)})
    app = at("appraisal")
    app.query_params["nam"], app.query_params["don_vi"] = "2024", "S1"
    app = app.run()
    assert not app.exception and "Nội dung gõ dở lần trước, chưa gửi, được giữ lại ở đây." in words(
        app
    )
    app = next(one for one in app.button if str(one.key).startswith("appraisal_try")).click().run()
    assert "4 → 4,5" in words(app)
    store.save(
        {"results": pd.DataFrame([{"unit": "S1", "criterion": "TC1", "year": 2024, "stage": "appraised", "value": 3.0}])},
        file=None, content=None, who="Minh",
    )  # fmt: skip
    app = at("appraisal")
    app.query_params["nam"], app.query_params["don_vi"] = "2024", "S1"
    app = app.run()
    assert "TC1: đã gõ “4,5”." in words(app)
    app = next(one for one in app.button if str(one.key).startswith("appraisal_try")).click().run()
    assert "Chưa có ô nào thay đổi." in words(app)


def test_an_appraised_score_is_stored_by_a_press_that_comes_after_its_consequences(at, store):
    filled(at, store)
    typed = {"cells": [["TC1", "appraised", "4", "4,5"]], "added": []}
    unsent.keep(store, "", "appraisal_S1_2024", {"sheet": json.dumps(typed)})
    app = at("appraisal")
    app.query_params["nam"], app.query_params["don_vi"] = "2024", "S1"
    app.run()
    app.text_input(key="who").input("Lan")

    def press() -> list[float]:
        button = next(one for one in app.button if str(one.key).startswith("appraisal_save"))
        button.click().run()
        assert not app.exception
        return store.load("results").query("unit == 'S1'")["value"].tolist()

    assert press() == [4.0]
    assert "4 → 4,5" in words(app) and "Không năm nào có đơn vị đổi điểm" in words(app)
    assert press() == [4.5]


def test_the_form_of_a_change_of_units_comes_back_with_its_kind_and_texts(at, store):
    filled(at, store)
    unsent.keep(store, "", "units_kind", {"kind": "rename"})
    unsent.keep(store, "", "units_form_rename", {"name": "Sở Mới", "document": "12/NQ-HĐND"})
    app = at("units", "Thay đổi")
    assert not app.exception and app.selectbox(key="units_kind").value == "rename"
    assert {"Sở Mới", "12/NQ-HĐND"} <= {one.value for one in app.text_input}


def test_a_new_account_half_typed_comes_back(at, store):
    unsent.keep(store, "", "account_form", {"name": "lan", "person": "Nguyễn Thị Lan"})
    app = at("accounts")
    assert {"lan", "Nguyễn Thị Lan"} <= {one.value for one in app.text_input}


def test_the_sender_of_letters_is_as_it_was_changed(small_copy, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", small_copy)
    with connect(small_copy) as store:
        unsent.keep(store, "", "letter_sender", {"place": "Bến Mới", "name": "Trần Văn Bình"})
    st.cache_resource.clear()
    st.cache_data.clear()
    app = screens.app("filings").run()
    assert not app.exception and not app.warning
    assert {"Bến Mới", "Trần Văn Bình"} <= {one.value for one in app.text_input}
