"""The page Cuộc họp through the frame: seal, correct, see what changed; an office's template in use; nothing is made before it is asked for."""

from __future__ import annotations

import io
import re
from contextlib import contextmanager

import docx
import pandas as pd
import pytest
import screens
import streamlit as st
import tiny
from streamlit.testing.v1 import AppTest

from dashboard.meeting import sealing, seals
from dashboard.plan import clock, load_plan
from dashboard.writing import formats
from data_access import unsent
from data_access.store import connect

pytestmark = pytest.mark.slow

REASON = "Lý do chốt khi còn mục chưa đủ"
READY, NAMING = "1. Đủ số liệu", "3. Nêu tên, giải trình"
SEALING, FILES = "2. Chốt", "4. Đề xuất, hồ sơ"


def scores(points: float) -> pd.DataFrame:
    """A has `points` + 30 of 100 in 2025, B 84."""
    return tiny.results(
        ("A", "A", 2025, points), ("A", "B", 2025, 30), ("B", "A", 2025, 48), ("B", "B", 2025, 36)
    ).drop(columns=["import_id", "revision"])


@pytest.fixture
def store(sqlite_url):
    units = pd.DataFrame(
        {"unit": ["A", "B"], "name": ["Sở A", "Sở B"], "kind": "so", "position": [1, 2]}
    )
    with connect(sqlite_url) as kept:
        kept.save_plan(tiny.PLAN, "Lan")
        kept.save({"units": units, "results": scores(50)}, file=None, content=None, who="Lan")
        yield kept


@pytest.fixture
def opened(sqlite_url, store, monkeypatch):
    """Opens the page at one of its tabs."""
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    monkeypatch.delenv("DASHBOARD_PLAN", raising=False)

    def open_at(tab: str) -> AppTest:
        st.cache_resource.clear()
        st.cache_data.clear()
        app = screens.app("meeting")
        app.session_state["hop_tabs"] = tab
        return app.run()

    return open_at


def words(app: AppTest) -> str:
    return " ".join(str(one.proto.body) for one in app.get("html"))


def plain(app: AppTest) -> str:
    """The words without the marks around terms that explain themselves."""
    return re.sub(r"<[^>]+>", "", words(app))


def labelled(fields, label: str):
    return next(one for one in fields if one.label == label)


def test_what_was_typed_comes_back_until_its_form_is_sent(opened, store):
    unsent.keep(store, "", "seal_form_m25", {"seal_name_m25": "Họp tổng kết"})
    app = opened(SEALING)
    assert labelled(app.text_input, "Tên bản chốt").value == "Họp tổng kết"
    labelled(app.text_input, "Người thực hiện").input("Nguyễn Thị Lan")
    labelled(app.text_input, REASON).input("Đã đôn đốc")
    app = labelled(app.button, "Chốt số liệu").click().run()
    assert len(store.seals()) == 1 and unsent.draft(store, "", "seal_form_m25") == {}
    assert labelled(app.text_input, "Tên bản chốt").value == ""


def test_figures_are_sealed_with_a_name_and_a_later_correction_is_told_unit_by_unit(opened, store):
    app = opened(SEALING)
    app = labelled(app.button, "Chốt số liệu").click().run()
    assert "Hãy đặt tên cho bản chốt." in words(app) and store.seals().empty
    labelled(app.text_input, "Tên bản chốt").input("Họp tổng kết")
    labelled(app.text_input, "Người thực hiện").input("Nguyễn Thị Lan")
    labelled(app.text_input, REASON).input("Đã đôn đốc")
    app = labelled(app.button, "Chốt số liệu").click().run()
    assert store.seals()[["name", "who", "milestone"]].values.tolist() == [
        ["Họp tổng kết", "Nguyễn Thị Lan", "m25"]
    ]
    assert "chưa có gì thay đổi" in words(app)
    store.save({"results": scores(40)}, file=None, content=None, who="Lan")
    app = opened(SEALING)
    assert "Đã thay đổi từ khi chốt “Số 1: Họp tổng kết" in words(
        app
    ) and "1 đơn vị, 1 chỗ thay đổi." in words(app)


def test_the_files_are_offered_without_being_made_and_say_whether_they_are_sealed(opened):
    app = opened(FILES)
    assert "Số liệu chưa chốt, tính đến ngày" in words(app)
    assert [one.proto.label for one in app.get("download_button")] == [
        "Báo cáo (Word)",
        "Báo cáo (PDF)",
        "Trình chiếu (PowerPoint)",
        "Phụ lục (Excel)",
        "Văn bản quanh cuộc họp (Word, PDF)",
        "Tất cả trong một tệp nén",
    ]
    assert all(one.proto.deferred_file_id for one in app.get("download_button"))


def test_the_pack_of_a_seal_can_be_made_again_as_of_an_earlier_day_on_the_page(opened, store):
    label = "Lập lại hồ sơ của ngày (để trống: đến nay)"
    assert label not in [one.label for one in opened(FILES).date_input]
    made = sealing.seal(
        store, load_plan(tiny.PLAN), "m25", tiny.AS_OF, name="Họp tổng kết", who="Lan"
    )
    app = opened(FILES)
    app = labelled(app.selectbox, "Số liệu dùng").select_index(0).run()
    day = labelled(app.date_input, label)
    assert day.value is None and day.min == day.max == clock.today() and made.number == 1
    app.session_state["hop_outline_fold"] = True
    app = day.set_value(clock.today()).run()
    assert not app.exception and f"Hồ sơ như của ngày {formats.date(clock.today())}" in words(app)


def test_the_word_template_in_use_is_told_and_a_file_that_is_none_is_refused(opened, store):
    own = io.BytesIO()
    docx.Document().save(own)
    app = opened(FILES)
    app.session_state["hop_template_fold"] = True
    app = app.run()
    assert "Đang dùng mẫu có sẵn" in words(app)
    labelled(app.text_input, "Người thực hiện").input("Lan")
    app.file_uploader[0].set_value([("mau.docx", b"no", "x")])
    app = labelled(app.run().button, "Dùng mẫu này").click().run()
    assert (
        "mau.docx: Tệp mẫu không phải là văn bản Word" in words(app)
        and store.word_template() is None
    )
    app.file_uploader[0].set_value([("mau.docx", own.getvalue(), "x")])
    app = labelled(app.run().button, "Dùng mẫu này").click().run()
    assert store.word_template().name == "mau.docx" and "lấy mẫu “mau.docx”" in words(app)


@contextmanager
def _refused_at(store, table: str):
    """As a full disk would, the database takes no row of this table."""
    refusal = (
        f"CREATE TRIGGER refused BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'full'); END"
    )
    for statement in (refusal, "DROP TRIGGER refused"):
        with store.engine.begin() as connection:
            connection.exec_driver_sql(statement)
        if statement == refusal:
            yield


def test_figures_that_are_not_ready_are_sealed_with_a_reason_alone_and_the_seal_keeps_it(
    opened, store
):
    app = opened(SEALING)
    assert "Bấm chốt sẽ giữ nguyên mãi kết quả năm 2025 của 2 đơn vị (2 đã thẩm định)" in plain(app)
    labelled(app.text_input, "Tên bản chốt").input("Họp tổng kết")
    labelled(app.text_input, "Người thực hiện").input("Nguyễn Thị Lan")
    app = labelled(app.button, "Chốt số liệu").click().run()
    assert store.seals().empty and "sửa ở bước 1 hoặc ghi lý do" in words(app)
    labelled(app.text_input, REASON).input("Đã đôn đốc hai lần")
    with _refused_at(store, "seals"):
        app = labelled(app.button, "Chốt số liệu").click().run()
    assert store.entered("waivers").empty, "what cannot be sealed is not waived either"
    labelled(app.button, "Chốt số liệu").click().run()
    assert len(store.entered("waivers")) == 2
    kept = store.load_seal(1)
    told = seals.unpacked(kept.content, kept.fingerprint).lists["readiness"].set_index("code")
    assert told.at["heads", "names"] == ["Sở A", "Sở B"]
    assert told.loc["heads", ["state", "reason"]].tolist() == ["waived", "Đã đôn đốc hai lần"]
    assert told.at["self_scored", "state"] == "done"
    assert "Lan" not in told.to_string(), "a seal holds no names of persons"
    app = opened(FILES)
    said = plain(app)
    assert "Khi chốt còn: 2 đơn vị chưa ghi người đứng đầu năm 2025, " in said
    assert "chưa có trong kế hoạch (bỏ qua: Đã đôn đốc hai lần)." in said


def test_the_page_begins_with_five_steps_and_what_is_missing_with_the_way_there(opened, store):
    app = opened(READY)
    said = words(app)
    assert said.count("<li class='step-") == 5 and said.count("aria-current='step'") == 1
    assert "Còn 2 mục chưa đủ trong 10: người đứng đầu, kế hoạch" in said
    assert "2 đơn vị chưa ghi người đứng đầu năm 2025" in said and "<li>Sở A</li>" in said
    links = [one.proto.label for one in app.get("page_link")]
    assert "Sửa ở trang Đơn vị" in links and "Sửa ở trang Kế hoạch" in links
    assert "Sửa ở trang Thẩm định" not in links, "nothing is missing there"


def test_a_check_is_waived_with_a_reason_and_the_waiver_can_be_taken_back(opened, store):
    app = opened(READY)
    labelled(app.text_input, "Người thực hiện").input("Lan")
    app = labelled(app.button, "Ghi lý do bỏ qua").click().run()
    assert "Hãy chọn mục và ghi lý do." in words(app)
    labelled(app.multiselect, "Mục bỏ qua").select("Người đứng đầu")
    labelled(app.text_input, "Lý do").input("Đang kiện toàn")
    app = labelled(app.button, "Ghi lý do bỏ qua").click().run()
    assert "Bỏ qua, lý do: Đang kiện toàn (Lan)" in words(app)
    assert "Còn 1 mục chưa đủ trong 10: kế hoạch" in words(app)
    app.text_input(key="waive_back_who").input("Lan")
    app = labelled(app.button, "Thôi bỏ qua").click().run()
    assert "Còn 2 mục chưa đủ trong 10" in words(app)
    assert store.entered("waivers")["step"].tolist() == ["given", "withdrawn"]


def test_all_units_are_told_in_one_press_after_it_was_said_who(small_copy, monkeypatch):
    """The sample's last year has draft namings; told in one press they all wait for a reply."""
    monkeypatch.setenv("DATABASE_URL", small_copy)
    monkeypatch.delenv("DASHBOARD_PLAN", raising=False)
    st.cache_resource.clear()
    st.cache_data.clear()
    app = screens.app("meeting")
    app.session_state["hop_tabs"] = NAMING
    app = app.run()
    units = re.search(r"Sẽ ghi là đã báo cho (\d+) đơn vị: ", plain(app))
    assert units, plain(app)
    labelled(app.text_input, "Người thực hiện").input("Lan")
    app = labelled(app.button, "Báo các đơn vị này").click().run()
    assert f"Đã ghi: báo cho {units[1]} đơn vị." in plain(app)
    with connect(small_copy) as store:
        steps = store.entered("publications")
    assert set(steps["step"]) == {"notified"} and steps["unit"].nunique() == int(units[1])
    assert "Báo các đơn vị này" not in [one.label for one in app.button]


def test_a_decision_of_discipline_is_entered_and_lifted_on_the_page(opened, store):
    store.save_plan(tiny.PLAN + tiny.REWARDS, "Lan")
    app = opened(FILES)
    assert "Trong 2 đơn vị của năm" in plain(app) and "Căn cứ: Luật Thi đua" in plain(app)
    app.session_state["hop_discipline_fold"] = True
    app = app.run()
    assert "Chưa ghi quyết định kỷ luật nào" in plain(app)
    for kept in (["entered"], ["entered", "lifted"]):
        labelled(app.selectbox, "Đơn vị").select("A")
        labelled(app.text_input, "Quyết định (số, ngày, cơ quan)").input("QĐ 12")
        assert labelled(app.selectbox, "Năm bị kỷ luật").value == 2025
        labelled(app.selectbox, "Việc").select(kept[-1])
        app.text_input(key="discipline_who").input("Lan")
        app = app.button(key="discipline_save").click().run()
        assert store.entered("disciplines")["step"].tolist() == kept
        app.session_state["hop_discipline_fold"] = True
        app = app.run()


def test_a_person_is_proposed_on_the_page_with_a_form_that_persons_may_bear(opened, store):
    store.save_plan(tiny.PLAN + tiny.REWARDS, "Lan")
    app = opened(FILES)
    app.session_state["hop_nominees_fold"] = True
    app = app.run()
    assert "Tập thể Lao động xuất sắc" not in labelled(app.selectbox, "Hình thức đề nghị").options
    labelled(app.selectbox, "Đơn vị").select("A")
    labelled(app.text_input, "Họ và tên").input("Trần Thị Bình")
    labelled(app.text_input, "Chức vụ").input("Chuyên viên")
    labelled(app.selectbox, "Hình thức đề nghị").select("Giấy khen")
    labelled(app.text_area, "Thành tích").input("Trả hồ sơ đúng hẹn")
    app.text_input(key="nominee_who").input("Lan")
    app = app.button(key="nominee_save").click().run()
    rows = store.entered("nominees")[["person", "unit", "form", "step"]].values.tolist()
    assert rows == [["Trần Thị Bình", "A", "Giấy khen", "proposed"]]


def test_votes_are_counted_on_the_page_and_a_correction_asks_why(opened, store):
    store.save_plan(tiny.PLAN + tiny.REWARDS, "Lan")
    person = {"person": "Trần Thị Bình", "post": "Chuyên viên", "achievement": "Đúng hẹn"}
    row = {"milestone": "m25", "unit": "A", "form": "Giấy khen", "step": "proposed", **person}
    store.enter("nominees", who="Lan", **row)
    app = opened(FILES)
    app.session_state["hop_votes_fold"] = True
    app = app.run()
    assert "Tỷ lệ phiếu đồng ý cần đạt, tính trên tổng số thành viên Hội đồng: " in plain(app)
    sitting = {"Tổng số thành viên": 11, "Có mặt": 12, "Phiếu phát ra": 9, "Phiếu thu về": 9}
    for label, number in {**sitting, "Phiếu hợp lệ": 9, "Phiếu không hợp lệ": 0}.items():
        labelled(app.text_input, label).input(str(number))
    app.text_input(key="vote_who").input("Lan")
    app = app.button(key="vote_save").click().run()
    assert "Có mặt 12 người mà Hội đồng chỉ có 11 thành viên" in words(app)
    labelled(app.text_input, "Có mặt").input("9")
    app = app.button(key="vote_save").click().run()
    assert "Đã ghi kết quả kiểm phiếu: số phiếu của cuộc họp." in words(app)
    app.session_state["hop_votes_fold"] = True
    app = app.run()
    labelled(app.text_input, "Có mặt").input("8")
    app = app.button(key="vote_save").click().run()
    assert "hãy ghi lý do sửa" in words(app)
    assert store.entered("vote_counts")["present"].tolist() == [9]
