"""Đọc báo cáo through the frame, on a store of its own: a report is read, what is accepted is stored with the file, shown elsewhere, undone."""

from __future__ import annotations

import pytest
import screens
import streamlit as st
from streamlit.testing.v1 import AppTest
from test_reading_formats import BODY, scanned

import sample_data
from dashboard.desks import held_reports
from dashboard.plan import load_plan
from data_access.intake.sheet_reading import read
from data_access.intake.unit_facts import Facts
from data_access.scans import page_pictures
from data_access.store import connect

pytestmark = pytest.mark.slow

UNITS = "unit,name,kind,block\nXAB,Xã An Bình,Xã,Khối 1\nXBB,Xã Bình Minh,Xã,Khối 1\n".encode()
REPORT = """BÁO CÁO
Kết quả phong trào thi đua năm 2022

Thực hiện kế hoạch, UBND xã An Bình báo cáo như sau:
Xã đã ban hành Kế hoạch số 36/KH-UBND ngày 04/3/2022.
Tỷ lệ người dân hài lòng đạt trên 95%.
Tồn tại, hạn chế
- Một số cán bộ còn đi làm muộn.
"""


def words(app: AppTest) -> str:
    return " ".join(str(one.proto.body) for one in app.get("html"))


def queue(app: AppTest) -> str:
    return chooser(app).label


def chooser(app: AppTest):
    return next(one for one in app.selectbox if str(one.key).startswith("report_chosen_"))


def chosen(app: AppTest, number: int) -> AppTest:
    """The list gives back the words of a line, as a browser does."""
    chooser(app).select_index(number)
    return app.run()


def queue_there(app: AppTest) -> bool:
    return any(str(one.key).startswith(("report_chosen_", "report_unit_")) for one in app.selectbox)


def can_save(app: AppTest) -> bool:
    return any(str(one.key).startswith("report_save_") for one in app.button)


@pytest.fixture
def store(sqlite_url):
    with connect(sqlite_url) as opened:
        opened.empty()
        yield opened


@pytest.fixture
def at(sqlite_url, store, monkeypatch):
    """Opens a page; with units in the store unless asked otherwise."""
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    monkeypatch.delenv("DASHBOARD_PLAN", raising=False)

    def open_at(page: str = "reports", units: bytes = UNITS) -> AppTest:
        st.cache_resource.clear()
        st.cache_data.clear()
        if units:
            tables = read(
                "don-vi.csv",
                units,
                Facts(
                    load_plan(sample_data.PLAN).as_data(),
                    *(store.load(name) for name in ("units", "aliases", "unit_years")),
                ),
            ).tables
            store.save(tables, file="don-vi.csv", content=units, who="An")
        return screens.app(page).run()

    return open_at


def brought(app: AppTest, *files: tuple[str, bytes]) -> AppTest:
    app.file_uploader[0].set_value([(name, content, "text/plain") for name, content in files])
    return app.run()


def pressed(app: AppTest, start: str) -> AppTest:
    next(one for one in app.button if str(one.key).startswith(start)).click()
    return app.run()


def in_table(app: AppTest) -> AppTest:
    """The findings in tables, where those of one kind are taken at once."""
    toggle = next(one for one in app.toggle if str(one.key).startswith("report_in_table_"))
    return app if toggle.value else toggle.set_value(True).run()


def accepted(app: AppTest, *kinds: str) -> AppTest:
    app = in_table(app)
    for kind in kinds:
        app = pressed(app, f"report_all_{kind}_")
    app.text_input(key="who").input("Lê Thị An")
    return app


def test_without_units_the_page_says_what_to_do_first(at):
    assert "hãy nhập danh sách đơn vị trước" in words(at(units=b""))


def test_a_report_is_marked_and_nothing_is_stored_before_somebody_accepts(at, store):
    app = brought(at(), ("bao-cao.txt", REPORT.encode()))
    assert not app.exception
    assert (
        "bao-cao.txt: tìm thấy 1 số liệu; 1 tồn tại, hạn chế; 1 văn bản; chưa ghi gì vào kho."
        in words(app)
    )
    assert "<b>▼ Tồn tại 1</b>Một số cán bộ còn đi làm muộn</mark>" in words(app)
    assert "khớp với đơn vị đã chọn sẵn" in words(app) and "Chưa đánh dấu mục nào." in words(app)
    assert len(store.imports()) == 1


def test_what_is_accepted_is_one_import_with_the_file_and_can_be_undone(at, store):
    app = pressed(brought(at(), ("bao-cao.txt", REPORT.encode())), "report_take_")  # the figure
    app = pressed(accepted(app, "limitations"), "report_save_")
    assert not app.exception
    assert "Đã ghi cho Xã An Bình: 1 kết quả; 1 tồn tại, hạn chế." in words(app)
    result, limitation, done = (
        store.load("results").iloc[0],
        store.load("limitations").iloc[0],
        store.imports().iloc[0],
    )
    assert (
        result["unit"],
        result["criterion"],
        result["value"],
        result["comparator"],
        result["cell"],
    ) == ("XAB", "HL", 0.95, ">", "dòng 6")
    assert (limitation["unit"], limitation["year"], limitation["origin"], limitation["file"]) == (
        "XAB",
        2022,
        "report",
        "bao-cao.txt",
    )
    assert store.file(done["sha256"]).content == REPORT.encode() and done["who"] == "Lê Thị An"
    store.undo(done["id"], "An")
    assert store.load("results").empty and store.load("limitations").empty


def test_what_was_not_accepted_is_kept_as_test_material(at, store):
    app = pressed(
        accepted(brought(at(), ("bao-cao.txt", REPORT.encode())), "limitations"), "report_save"
    )
    kept = store.changes().iloc[0]["detail"]["report"]
    assert [(one["kind"], one["corrected"]) for one in kept["corrections"]] == [
        ("indicators", None),
        ("documents", None),
    ]
    app.file_uploader[0].set_value([])
    app.run()
    assert [one for one in app.get("download_button") if "Tải phần đã sửa" in one.proto.label]


def test_a_second_look_at_the_same_report_adds_what_was_left_out(at, store):
    app = pressed(
        accepted(brought(at(), ("bao-cao.txt", REPORT.encode())), "limitations"), "report_save"
    )
    app = pressed(accepted(app, "documents"), "report_save_")
    assert not app.exception
    assert (
        list(store.load("documents")["number"]) == ["36/KH-UBND"]
        and len(store.load("limitations")) == 1
    )


def test_an_unknown_unit_is_asked_and_never_guessed(at, store):
    app = brought(at(), ("bao-cao.txt", REPORT.replace("xã An Bình", "xã Hòa Phú").encode()))
    outside = "“UBND xã Hòa Phú” chưa có trong danh sách đơn vị. Hãy chọn đơn vị khác, hoặc thêm"
    assert outside in words(app) and "Chọn đơn vị và năm rồi mới lưu được." in words(app)
    assert not can_save(app)


def test_a_file_that_cannot_be_read_is_answered_and_the_others_stay(at):
    app = brought(at(), ("anh.docx", b"PK\x03\x04hong"), ("bao-cao.txt", REPORT.encode()))
    assert (
        "Không nhận được 1 tệp:" in words(app)
        and "anh.docx" in words(app)
        and "bao-cao.txt: tìm thấy" in words(app)
    )
    assert words(app).index("Không nhận được") < words(app).index("report-text")


def test_pasted_text_is_read_like_a_file(at):
    app = at()
    next(one for one in app.text_area).input(REPORT)
    next(one for one in app.text_input if str(one.key).startswith("report_paste_name")).input(
        "Báo cáo 45/BC-UBND"
    )
    next(one for one in app.button if one.label == "Đọc nội dung đã dán").click().run()
    assert not app.exception and "Báo cáo 45 BC-UBND.txt: tìm thấy 1 số liệu" in words(app)


def test_an_accepted_limitation_stands_on_the_page_of_the_unit(at, store):
    app = pressed(
        accepted(brought(at(), ("bao-cao.txt", REPORT.encode())), "indicators", "limitations"),
        "report_save_",
    )
    app = app.switch_page("../pages/profile.py")
    app.query_params["don_vi"] = "XAB"
    app.session_state["profile_fold_lists"] = True
    app.run()
    assert not app.exception and "Tồn tại tự nêu (1)" in str(
        [one.options for one in app.get("button_group")] + [one.label for one in app.tabs]
    ) + words(app)


def test_what_was_begun_is_still_there_after_another_page(at, store):
    app = in_table(brought(at(), ("bao-cao.txt", REPORT.encode())))
    app = pressed(app, "report_all_limitations_")
    app = app.switch_page("../pages/units.py").run().switch_page("../pages/reports.py").run()
    assert not app.exception and "1 báo cáo và những mục đã trả lời được giữ" in words(app)
    assert "Sẽ ghi cho Xã An Bình: 1 tồn tại, hạn chế." in words(app)
    app.text_input(key="who").input("Lê Thị An")
    app = pressed(app, "report_save_")
    assert len(store.load("limitations")) == 1


def test_a_batch_half_read_stands_again_after_a_restart_with_what_was_answered(at, store):
    other = DOUBTED.replace("An Bình", "Bình Minh")
    bare = other.replace("UBND xã Bình Minh báo cáo", "chúng tôi báo cáo")
    files = [("mot.txt", REPORT.encode()), ("hai.txt", other.encode()), ("ba.txt", bare.encode())]
    app = brought(at(), *files, ("bon.txt", b"Khong co gi"))
    app = pressed(app, "report_yes_")
    app.text_input(key="who").input("Lê Thị An")
    app = pressed(app, "report_save_")  # the first is stored, the second in hand
    app = pressed(pressed(app, "report_yes_"), "report_refuse_")
    app = pressed(app, "report_next_")
    (unit,) = [one for one in app.selectbox if str(one.key).startswith("report_unit_")]
    app = unit.set_value("XBB").run()
    app = chosen(app, 3)
    app = pressed(app, "report_no_")
    assert "4 báo cáo: 1 đã ghi, 1 bỏ, còn 2." in queue(app)

    app = at()  # another server: nothing of the session is there
    assert not app.exception and "2 báo cáo: 0 đã ghi, 0 bỏ, còn 2." in queue(app)
    assert "hai.txt: tìm thấy" in words(app) and "Sẽ ghi cho Xã Bình Minh: 1 tồn tại" in words(app)
    (findings,) = [one for one in app.radio if str(one.key).startswith("report_list_")]
    assert str(findings.proto.captions).count("✕ không nhận") == 1
    assert words(app).count("giữ bảy ngày") == 1
    app = chosen(app, 1)
    (unit,) = [one for one in app.selectbox if str(one.key).startswith("report_unit_")]
    assert unit.value == "XBB"
    app = pressed(app, "report_held_drop")
    assert "Chưa nhận nội dung nào" not in words(app) and not queue_there(app)
    assert not queue_there(at())


def test_another_year_takes_the_figures_of_the_reports_year_with_it_and_what_was_answered(
    at, store
):
    asked = REPORT.replace("Tỷ lệ người dân", "Theo số liệu của Bưu điện: tỷ lệ người dân")
    app = brought(at(), ("bao-cao.txt", asked.encode()))
    app = pressed(pressed(app, "report_yes_"), "report_take_")
    (year,) = [one for one in app.selectbox if str(one.key).startswith("report_year_")]
    app = year.set_value(2021).run()
    assert "mọi nội dung của năm 2022 sẽ ghi vào năm 2021" in words(app)
    app.text_input(key="who").input("Lê Thị An")
    app = pressed(app, "report_save_")
    assert not app.exception
    assert set(store.load("results")["year"]) == set(store.load("limitations")["year"]) == {2021}


def test_the_key_for_storing_says_in_sight_what_is_lacking(at):
    unnamed = REPORT.replace("UBND xã An Bình báo cáo", "chúng tôi báo cáo")
    app = brought(at(), ("bao-cao.txt", unnamed.encode()))
    assert words(app).count("Chọn đơn vị và năm rồi mới lưu được.") == 1
    app = pressed(app, "report_unsaved_")
    assert words(app).count("Chọn đơn vị và năm rồi mới lưu được.") == 2


def test_what_the_desk_has_no_room_for_is_told_and_the_rest_is_read(at, monkeypatch):
    monkeypatch.setattr(held_reports, "MOST_MB", 0.001)
    app = brought(at(), ("bao-cao.txt", REPORT.encode()), ("dai.txt", REPORT.encode() * 3))
    assert not app.exception and "dai.txt: danh sách đã đủ" in words(app)
    assert "bao-cao.txt: tìm thấy" in words(app)


def test_held_reports_can_be_put_away(at):
    app = brought(at(), ("bao-cao.txt", REPORT.encode()))
    app = app.switch_page("../pages/units.py").run().switch_page("../pages/reports.py").run()
    app = pressed(app, "report_held_drop")
    assert not app.exception and "bao-cao.txt" not in words(app)


def test_what_was_agreed_to_is_stored_only_on_the_store_that_was_shown(at, store):
    app = accepted(brought(at(), ("bao-cao.txt", REPORT.encode())), "limitations")
    tables = read(
        "them.csv",
        "unit,name,kind,block\nXCC,Xã Cẩm,Xã,Khối 1\n".encode(),
        Facts(
            load_plan(sample_data.PLAN).as_data(),
            *(store.load(name) for name in ("units", "aliases", "unit_years")),
        ),
    ).tables
    store.save(tables, file="them.csv", content=b"x", who="Bình")
    app = pressed(app, "report_save_")
    assert not app.exception and store.load("limitations").empty and "note-bad" in words(app)
    app = pressed(app, "report_save_")
    assert len(store.load("limitations")) == 1


def test_a_photo_of_a_report_shows_its_picture_and_says_who_read_it(at):
    photo = page_pictures(scanned(["\n".join(BODY)]), [1])[0]
    app = brought(at(), ("anh.png", photo))
    assert not app.exception
    assert "Chữ các trang sau của “anh.png” do máy đọc từ ảnh, có thể sai: 1." in words(app)
    assert "trang 1, chữ đọc từ ảnh" in words(app)
    (picture,) = [one for one in app.expander if one.label == "Ảnh trang"]
    assert [one.type for one in picture.children.values()] == ["button_group", "image"]


def test_accept_all_stores_a_share_without_counts_and_the_units_own_statements(at, store):
    said = "Tỷ lệ người dân hài lòng đạt 95,5%.\nVăn bản ký số đạt 99,2%."
    text = REPORT.replace("Tỷ lệ người dân hài lòng đạt trên 95%.", said)
    app = accepted(brought(at(), ("bao-cao.txt", text.encode())), "indicators")
    app = pressed(app, "report_save_")
    assert not app.exception
    assert "1 kết quả; 1 số liệu tự nêu." in words(app)
    result, stated = store.load("results").iloc[0], store.load("statements").iloc[0]
    assert (result["value"], result["comparator"]) == (0.955, "rate")
    assert (stated["name"], stated["value"], stated["cell"]) == (
        "Tỷ lệ văn bản ký số",
        99.2,
        "dòng 7",
    )


def test_a_report_without_doubts_takes_two_presses_and_the_next_one_is_in_hand(at, store):
    other = REPORT.replace("An Bình", "Bình Minh")
    app = brought(at(), ("mot.txt", REPORT.encode()), ("hai.txt", other.encode()))
    app = pressed(app, "report_yes_")
    app.text_input(key="who").input("Lê Thị An")
    app = pressed(app, "report_save_")
    assert not app.exception
    assert "2 báo cáo: 1 đã ghi, 0 bỏ, còn 1." in queue(app)
    assert "hai.txt: tìm thấy" in words(app)
    assert set(store.load("limitations")["unit"]) == {"XAB"}
    app = pressed(pressed(app, "report_yes_"), "report_save_")
    assert "2 báo cáo: 2 đã ghi, 0 bỏ, còn 0." in queue(app)


def test_a_report_that_is_put_away_is_passed_over_and_stores_nothing(at, store):
    other = REPORT.replace("An Bình", "Bình Minh")
    app = brought(at(), ("mot.txt", REPORT.encode()), ("hai.txt", other.encode()))
    app = pressed(app, "report_no_")
    assert "2 báo cáo: 0 đã ghi, 1 bỏ, còn 1." in queue(app)
    assert "hai.txt: tìm thấy" in words(app) and store.load("limitations").empty


def test_the_report_that_was_chosen_stays_in_hand_after_every_deed_and_is_the_one_that_is_stored(
    at, store
):
    named = [("mot.txt", "An Bình"), ("hai.txt", "Bình Minh"), ("ba.txt", "Cẩm Lệ")]
    files = [(name, REPORT.replace("An Bình", unit).encode()) for name, unit in named]
    app = chosen(brought(at(), *files), 1)
    for _ in range(2):
        app = pressed(app, "report_yes_")
        assert "hai.txt: tìm thấy" in words(app)
    app.text_input(key="who").input("Lê Thị An")
    app = pressed(app, "report_save_")
    assert set(store.load("limitations")["unit"]) == {"XBB"}
    assert "ba.txt: tìm thấy" in words(app) and "1 đã ghi" in queue(app)
    app = chosen(app, 0)
    app.run()
    assert "mot.txt: tìm thấy" in words(app)


def test_a_press_meant_for_a_report_that_has_left_the_screen_does_nothing(at, store):
    app = brought(
        at(),
        ("mot.txt", REPORT.encode()),
        ("hai.txt", REPORT.replace("An Bình", "Bình Minh").encode()),
    )
    app = pressed(app, "report_yes_")
    app.text_input(key="who").input("Lê Thị An")
    app.run()
    chooser(app).select_index(1)  # the screen changes, and a press of before it arrives with it
    app = pressed(app, "report_save_")
    assert "hai.txt: tìm thấy" in words(app) and store.load("limitations").empty


TWO_OF_A_NAME = (
    "unit,name,kind,block,valid_from,valid_to\n"
    "XC,Xã An Bình,Xã,Khối 1,,30/6/2022\nXM,Xã An Bình,Xã,Khối 1,1/7/2022,\n"
).encode()


def test_of_two_units_of_a_name_the_one_that_lived_when_the_report_was_signed_is_meant(at):
    dated = REPORT.replace("BÁO CÁO\n", "An Bình, ngày {day} năm 2022\nBÁO CÁO\n", 1)
    app = at(units=TWO_OF_A_NAME)
    for day, code in (("20 tháng 12", "XM"), ("20 tháng 6", "XC")):
        app = brought(app, ("bao-cao.txt", dated.format(day=day).encode()))
        if code == "XC":
            app = chosen(app, 1)
        (unit,) = [one for one in app.selectbox if str(one.key).startswith("report_unit_")]
        assert not app.exception and unit.value == code
    (year,) = [one for one in app.selectbox if str(one.key).startswith("report_year_")]
    unit.set_value("XM")
    app = year.set_value(2021).run()
    assert "nhưng đang chọn đơn vị khác; hãy kiểm tra" in words(app)
    assert "Báo cáo nói về năm 2022 nhưng đang chọn năm 2021" in words(app)


def test_a_unit_that_may_be_meant_is_chosen_with_one_press(at):
    app = brought(at(units=TWO_OF_A_NAME), ("bao-cao.txt", REPORT.encode()))
    assert "Chọn đơn vị và năm rồi mới lưu được." in words(app)
    near = [one for one in app.button if str(one.key).startswith("report_near_")]
    assert len(near) == 2
    app = near[1].click().run()
    assert not app.exception and "Chọn đơn vị và năm" not in words(app)
    assert not [one for one in app.button if str(one.key).startswith("report_near_")]


DOUBTED = REPORT.replace("Tỷ lệ người dân hài lòng đạt trên 95%.\n", "").replace(
    "- Một số cán bộ còn đi làm muộn.",
    "- Con đê phía đông chưa đắp.\n- Con đê phía tây chưa kè.\n- Một số cán bộ còn đi làm muộn.",
)


def test_after_the_key_for_all_each_doubt_is_one_key_and_just_what_was_said_yes_to_is_stored(
    at, store
):
    app = pressed(brought(at(), ("bao-cao.txt", DOUBTED.encode())), "report_yes_")
    assert "▼ Tồn tại 1" in words(app) and "Tồn tại này có thuộc loại" in words(app)
    app = pressed(app, "report_take_")
    assert "Còn 1 mục chưa trả lời," in words(app)
    app = pressed(app, "report_refuse_")
    app = pressed(app, "report_save_")
    assert words(app).count("Hãy ghi tên người thực hiện trước khi lưu.") == 2
    app.text_input(key="who").input("Lê Thị An")
    app = pressed(app, "report_save_")
    assert set(store.load("limitations")["quote"]) == {
        "Con đê phía đông chưa đắp",
        "Một số cán bộ còn đi làm muộn",
    }
    assert "đã ghi vào kho những mục được nhận" in words(app)
    assert "bấm S để lưu" not in words(app)
    assert "✓ nhận" in words(app) and "Những mục đã nhận đều đã ở trong kho." in words(app)


def test_a_finding_chosen_in_the_list_is_the_one_that_is_answered(at, store):
    app = brought(at(), ("bao-cao.txt", DOUBTED.encode()))
    (findings,) = [one for one in app.radio if str(one.key).startswith("report_list_")]
    place = next(at for at, one in enumerate(findings.options) if "Tồn tại 3" in one)
    app = findings.set_value(f"limitations-{2}").run()
    assert place and "<p class='finding-label'>▼ Tồn tại 3 ·" in words(app)
    app = pressed(app, "report_take_")
    app.text_input(key="who").input("Lê Thị An")
    app = pressed(app, "report_save_")
    assert list(store.load("limitations")["quote"]) == ["Một số cán bộ còn đi làm muộn"]


OTHERS = UNITS + "XTS,Xã Thanh Sơn,Xã,Khối 1\nXMT,Xã Minh Tân,Xã,Khối 1\n".encode()
NAMED = REPORT.replace(
    "Tỷ lệ người dân hài lòng đạt trên 95%.",
    "Tỷ lệ người dân hài lòng: xã Thanh Sơn 97%, xã Minh Tân 93%, xã Hòa Phú 91%.",
)


def test_figures_of_other_bodies_wait_unmarked_and_who_is_no_unit_is_said(at, store):
    app = brought(at(units=OTHERS), ("bao-cao.txt", NAMED.encode()))
    assert not app.exception
    assert [one.label for one in app.expander if "nơi khác" in one.label] == [
        "Ghi số liệu của nơi khác cho chính nơi đó (3)"
    ]
    (sheet,) = [one.value for one in app.dataframe if "body" in one.value]
    assert sheet["said"].tolist()[2] == "xã Hòa Phú" and not sheet["sure"][2]
    assert sheet["body"].fillna("").tolist() == ["Xã Thanh Sơn", "Xã Minh Tân", ""]
    assert not [one for one in app.button if str(one.key).startswith("report_others_save_")]
    app = pressed(app, "report_yes_")  # takes the report's own findings and nobody else's
    assert not [one for one in app.button if str(one.key).startswith("report_others_save_")]


def test_figures_of_a_list_of_communes_go_each_to_its_own_as_one_import_that_can_be_undone(
    at, store
):
    app = brought(at(units=OTHERS), ("bao-cao.txt", NAMED.encode()))
    next(one for one in app.checkbox if str(one.key).startswith("report_others_all")).check().run()
    assert "Sẽ ghi 2 số liệu cho 2 đơn vị khác" in words(app)
    app.text_input(key="report_others_who").input("Lê Thị An")
    app = pressed(app, "report_others_save_")
    assert not app.exception
    assert "Đã ghi 2 số liệu cho 2 đơn vị khác." in words(app)
    kept = store.load("results")
    assert {
        (
            one.unit,
            one.criterion,
            one.year,
            one.stage,
            one.value,
            one.comparator,
            one.cell,
            one.file,
        )
        for one in kept.itertuples()
    } == {
        ("XTS", "HL", 2022, "self", 0.97, "rate", "dòng 6", "bao-cao.txt"),
        ("XMT", "HL", 2022, "self", 0.93, "rate", "dòng 6", "bao-cao.txt"),
    }
    assert all("97%" in one or "93%" in one for one in kept["note"])
    done = store.imports().iloc[0]
    assert (done["who"], done["note"]) == (
        "Lê Thị An",
        "đọc báo cáo bao-cao.txt: số liệu của Xã Thanh Sơn, Xã Minh Tân",
    )
    assert store.file(done["sha256"]).content == NAMED.encode()
    store.undo(done["id"], "An")
    assert store.load("results").empty


def test_what_was_given_to_others_leaves_the_report_itself_waiting(at, store):
    other = REPORT.replace("An Bình", "Bình Minh")
    app = brought(at(units=OTHERS), ("mot.txt", NAMED.encode()), ("hai.txt", other.encode()))
    next(one for one in app.checkbox if str(one.key).startswith("report_others_all")).check().run()
    app.text_input(key="report_others_who").input("Lê Thị An")
    app = pressed(app, "report_others_save_")
    assert "2 báo cáo: 0 đã ghi, 0 bỏ, còn 2." in queue(app)
    app = pressed(accepted(app, "limitations"), "report_save_")
    assert not app.exception and "2 báo cáo: 1 đã ghi, 0 bỏ, còn 1." in queue(app)
    assert set(store.load("limitations")["unit"]) == {"XAB"}
    assert set(store.load("results")["unit"]) == {"XTS", "XMT"}


def test_a_share_is_replaced_as_a_revision_when_the_counts_come(at, store):
    said = "Tỷ lệ người dân hài lòng đạt 95,5%."
    counts = "Người dân hài lòng: 382/400 phiếu."
    share = REPORT.replace("Tỷ lệ người dân hài lòng đạt trên 95%.", said)
    app = brought(at(), ("ty-le.txt", share.encode()))
    app = pressed(accepted(app, "indicators"), "report_save_")
    assert tuple(store.load("results").iloc[0][["value", "comparator"]]) == (0.955, "rate")
    with_counts = share.replace(said, counts)
    app = brought(app, ("so-phieu.txt", with_counts.encode()))
    app = accepted(app, "indicators")
    assert "đang có 95,5% (không có số phiếu), sẽ là 382/400 (95,5%)." in words(app)
    app = pressed(app, "report_save_")
    assert not app.exception
    (now,) = store.load("results").to_dict("records")
    assert (now["value"], now["out_of"], now["comparator"]) == (382, 400, "=")
    history = store.history("results", {"unit": "XAB", "criterion": "HL", "year": 2022})
    assert list(zip(history["value"], history["comparator"], history["file"])) == [
        (382.0, "=", "so-phieu.txt"),
        (0.955, "rate", "ty-le.txt"),
    ]
    app = brought(app, ("ty-le.txt", share.replace("95,5%", "94,5%").encode()))
    app = pressed(in_table(app), "report_all_indicators_")
    assert "cận và tỷ lệ không có số phiếu không thay được" in words(app)
    assert not can_save(app)
    store.undo(store.imports().iloc[0]["id"], "An")
    assert tuple(store.load("results").iloc[0][["value", "comparator"]]) == (0.955, "rate")
