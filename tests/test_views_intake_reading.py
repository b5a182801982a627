"""The reading of a file before it is stored: every figure with its cell and scale, defaults marked, columns left out named; questions answered with yes."""

from __future__ import annotations

from types import SimpleNamespace

from small_files import facts, workbook
from test_desk import at, brought, store, words  # noqa: F401
from workbooks_made.province import FACTS, PLAN

from dashboard.views import intake_reading as view
from data_access.intake.sheet_reading import read

ROWS = [
    ["KẾT QUẢ CHẤM ĐIỂM NĂM 2024"],
    ["STT", "Đơn vị", "TC1", "Xếp hạng", "Chỉ tiêu năm 2025"],
    [1, "Sở Nội vụ", 4.5, 1, 5],
]
UNITS = "unit,name,kind,block\nS1,Xã Một,Xã,Khối 1\nS2,Xã Hai,Xã,Khối 1\n".encode()
FORMS = "Mã đơn vị,Năm,Tổng số phiếu,Mức độ hài lòng\nS1,2024,200,95\nS2,2024,150,97\n".encode()


def checked(rows=ROWS) -> SimpleNamespace:
    reading = read("bieu.xlsx", workbook({"Kết quả": rows}), FACTS)
    return SimpleNamespace(name="bieu.xlsx", reading=reading, problems=reading.problems)


def test_every_figure_stands_with_its_cell_its_scale_and_what_was_taken_by_default():
    (row,) = view.grid([checked()], PLAN, {"S1": "Sở Nội vụ"}).to_dict("records")
    assert [row[name] for name in ("unit", "year", "stage", "value", "scale", "mark", "place")] == [
        "Sở Nội vụ", "2024", "tự chấm", "4,5", "tối đa 5 điểm", "giai đoạn: mặc định", "trang “Kết quả”, ô C3",
    ]  # fmt: skip


def test_lines_say_where_the_year_is_told_and_which_columns_are_left_out():
    first, taken, left_out = view.lines(checked())
    assert "năm 2024; tự chấm. Năm 2024 (dòng tiêu đề, ô A1)" in first
    assert "giai đoạn tự chấm (mặc định, tệp không ghi)" in first
    assert taken == "Cột đọc: B2 Đơn vị; C2 TC1."
    assert left_out == "Cột bỏ qua: D2 Xếp hạng; E2 Chỉ tiêu năm 2025."


def test_a_file_of_other_tables_has_no_figures_to_show():
    reading = read("a.csv", b"unit,name,kind\nA,S\xe1\xbb\x9f A,so_nganh\n", facts())
    one = SimpleNamespace(name="a.csv", reading=reading, problems=reading.problems)
    assert view.grid([one], PLAN, {}).empty and view.lines(one) == []


def test_a_question_holds_a_file_back_until_it_is_answered_with_yes(at, store):  # noqa: F811
    app = brought(at("intake"), ("don-vi.csv", UNITS), ("phieu.csv", FORMS))
    assert "giống phần trăm hoặc điểm trung bình hơn là số đếm" in words(
        app
    ) and "1 tệp chờ xác nhận" in words(app)
    app.button(key="intake_yes_0").click().run()
    assert not app.exception and "2 tệp dùng được" in words(app)
    app.text_input(key="who").input("An").run()
    app.button(key="intake_save").click().run()
    assert list(store.load("results")["value"]) == [95, 97]
