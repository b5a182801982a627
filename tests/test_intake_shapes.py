"""A head that a person has explained: read so at once, remembered for every file of its shape, said in the reading; a year is never remembered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small_files import codes, facts, only_problem, read_sheets, workbook
from test_desk import UNITS, at, store, words  # noqa: F401

import sample_data
from dashboard.__main__ import main
from dashboard.plan import load_plan
from dashboard.views import intake_pointing as view
from data_access.intake.pointing import head_columns, likely_head, sheets_to_point_at
from data_access.intake.shapes import PointedColumn, Shape, body_of_shape, shape_from, signature_of
from data_access.loading import remembered_shapes

HEAD = ["Cơ quan thực hiện", "Mục A năm 2022", "Số phát phiếu", "Mục B", "Vị thứ"]
ROWS = [HEAD, ["Sở Nội vụ", 18, 200, 190, 1], ["Xã Hòa An", 12.5, 100, 97, 2]]
COLUMNS = (
    PointedColumn(0, "name"),
    PointedColumn(1, "value", "TC1"),
    PointedColumn(2, "out_of", "HL"),
    PointedColumn(3, "value", "HL"),
)
SHAPE = Shape(signature_of([HEAD]), 1, COLUMNS, None, "3/7/2025 (Lan)")


def read_with(*shapes: Shape, rows=ROWS, title="KẾT QUẢ NĂM 2022", name="bieu.xlsx", sheet="S"):
    known = replace(facts(), shapes=shapes)
    return read_sheets({sheet: [[title], *rows]}, known, name)


def found(reading) -> set:
    assert not reading.has_errors, reading.problems.to_string()
    rows = reading.tables["results"]
    totals = rows["out_of"].fillna(0)
    columns = (rows["unit"], rows["criterion"], rows["year"], rows["stage"], rows["value"], totals)
    return set(zip(*columns, rows["cell"]))


def test_what_nobody_explained_is_refused_and_what_is_explained_is_read_and_said():
    assert "nothing_recognised" in codes(read_with())
    reading = read_with(SHAPE)
    assert found(reading) == {
        ("SNV", "TC1", 2022, "self", 18, 0, "B3"),
        ("XHA", "TC1", 2022, "self", 12.5, 0, "B4"),
        ("SNV", "HL", 2022, "self", 190, 200, "D3"),
        ("XHA", "HL", 2022, "self", 97, 100, "D4"),
    }
    first = reading.claims.iloc[0]
    assert (first["kind"], first["place"], first["value"]) == ("shape", "memory", "3/7/2025 (Lan)")
    assert list(reading.columns.query("role == 'left_out'")["header"]) == ["Vị thứ"]


def test_another_year_in_the_head_is_the_same_shape_and_the_year_is_the_files_own():
    rows = [[one.replace("2022", "2023") for one in HEAD], *ROWS[1:]]
    assert signature_of(rows[:1]) == SHAPE.signature
    assert {one[2] for one in found(read_with(SHAPE, rows=rows, title="KẾT QUẢ NĂM 2023"))} == {
        2023
    }


def test_another_word_or_another_column_is_another_shape():
    assert "nothing_recognised" in codes(read_with(SHAPE, rows=[[*HEAD[:4], "Khác"], *ROWS[1:]]))
    moved = [["", *row] for row in ROWS]
    assert "nothing_recognised" in codes(read_with(SHAPE, rows=moved))


def test_a_file_that_says_no_year_is_asked_unless_a_person_says_it_for_that_file_alone():
    plain = [[one.replace(" năm 2022", "") for one in HEAD], *ROWS[1:]]
    shape = SHAPE._replace(signature=signature_of(plain[:1]))
    assert codes(read_with(shape, rows=plain, title="KẾT QUẢ")) == ["year_missing"]
    tried = shape._replace(file="bieu.xlsx", year=2021, said="")
    assert {one[2] for one in found(read_with(tried, shape, rows=plain, title="KẾT QUẢ"))} == {2021}
    other = read_with(tried, shape, rows=plain, title="KẾT QUẢ", name="khac.xlsx")
    assert codes(other) == ["year_missing"]
    assert shape_from(shape.signature, body_of_shape(tried), "x").year is None


def test_what_the_sheet_says_against_the_person_is_asked():
    clash = read_with(SHAPE._replace(stage="self"), title="KẾT QUẢ THẨM ĐỊNH NĂM 2022")
    code, _, fields = only_problem(clash)
    assert (code, fields["place"], fields["other"]) == ("claims_differ", "memory", "appraised")
    part = read_with(SHAPE, title="KẾT QUẢ 6 THÁNG ĐẦU NĂM 2022")
    assert codes(part) == ["part_of_year"]
    percent = [[*HEAD[:3], "Mục B (%)", HEAD[4]], *ROWS[1:]]
    shape = SHAPE._replace(signature=signature_of(percent[:1]))
    assert set(codes(read_with(shape, rows=percent))) == {"share_needs_counts"}


def test_the_same_head_over_another_criterion_is_asked():
    plain = [["Đơn vị", "Điểm số chấm"], ["Sở Nội vụ", 2]]
    columns = (PointedColumn(0, "name"), PointedColumn(1, "value", "TC1"))
    shape = Shape(signature_of(plain[:1]), 1, columns, None, "3/7/2025 (Lan)")
    assert found(read_with(shape, rows=plain)) == {("SNV", "TC1", 2022, "self", 2, 0, "B3")}
    for given in (
        {"title": "ĐIỂM THƯỞNG NĂM 2022"},
        {"sheet": "THUONG"},
        {"name": "Diem TC2.xlsx"},
    ):
        code, _, fields = only_problem(read_with(shape, rows=plain, **given))
        assert (code, fields["kind"]) == ("claims_differ", "criterion")
    same = read_with(shape, rows=plain, title="QUY CHẾ, NĂM 2022", sheet="TC1")
    assert not same.has_errors


def test_a_head_of_two_lines_below_a_table_that_is_understood_is_read_too():
    below = [["Cơ quan", "Kết quả", ""], ["", "Mục A", "Ghi thêm"], ["Sở Nội vụ", 17, "x"]]
    columns = (PointedColumn(0, "name"), PointedColumn(1, "value", "TC1", "appraised"))
    shape = Shape(signature_of(below[:2]), 2, columns, None, "3/7/2025 (Lan)")
    rows = [["STT", "Đơn vị", "TC1"], [1, "Sở Nội vụ", 18], [], *below]
    reading = read_with(shape, rows=rows)
    assert found(reading) == {
        ("SNV", "TC1", 2022, "self", 18, 0, "C3"),
        ("SNV", "TC1", 2022, "appraised", 17, 0, "B7"),
    }


def test_heads_and_columns_are_proposed_and_choices_are_read_back():
    plan, known = load_plan(sample_data.PLAN), facts().names
    content = workbook({"S": [["KẾT QUẢ NĂM 2022"], ["Đơn vị", "TC1", "Mục B"], ["Sở A", 3, 4]]})
    (sheet,) = sheets_to_point_at("bieu.xlsx", content)
    assert likely_head(sheet, known) == (1, 1)
    columns = head_columns(sheet, 1, 1, known)
    letters = "ABCDEF"
    lines = view.editor(columns, letters, plan)
    assert list(lines["role"]) == ["tên đơn vị", "giá trị (điểm, số đạt)", "bỏ qua"]
    assert list(lines["examples"]) == ["Sở A", "3", "4"]
    told = view.chosen(lines, [one.index for one in columns], plan)
    assert told == [(0, "name", None, None), (1, "value", "TC1", None)]
    assert view.mistakes(told, letters) == []
    doubled = [(0, "name", None, None), (2, "name", None, None)]
    assert [one[:15] for one in view.mistakes(doubled, letters)] == [
        "Chưa có cột nào",
        "Hai cột A và C ",
    ]


@pytest.fixture
def remembering(sqlite_store):
    head = "; ".join(HEAD)
    row = {"signature": SHAPE.signature, "head": head, "body": body_of_shape(SHAPE)}
    sqlite_store.enter("shapes", who="Lan", state="remembered", **row)
    return sqlite_store, row


def test_it_is_kept_listed_and_put_away_with_its_deeds_in_the_journal(remembering):
    kept, row = remembering
    (shape,) = remembered_shapes(kept.entered("shapes"))
    assert shape._replace(said="") == SHAPE._replace(said="") and shape.said.endswith("(Lan)")
    (line,) = view.remembered(kept.entered("shapes"), "ABCDEF").to_dict("records")
    assert line["columns"].startswith("A tên đơn vị; B giá trị (điểm, số đạt) TC1; C tổng số HL")
    kept.enter("shapes", who="Minh", state="forgotten", **row)
    assert not remembered_shapes(kept.entered("shapes"))
    assert list(kept.journal()["action"])[:2] == ["shapes.forgotten", "shapes.remembered"]


def test_the_command_line_reads_what_is_remembered_and_says_so(
    sqlite_url,
    store,  # noqa: F811
    monkeypatch,
    capsys,
    tmp_path,  # noqa: F811
):
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    (tmp_path / "dv.csv").write_bytes(UNITS)
    rows = [["KẾT QUẢ NĂM 2024"], ["Cơ quan nào", "Mục A"], ["Sở Một", 4], ["Sở Hai", 3.5]]
    (tmp_path / "la.xlsx").write_bytes(workbook({"S": rows}))
    columns = (PointedColumn(0, "name"), PointedColumn(1, "value", "TC1"))
    shape = Shape(signature_of(rows[1:2]), 1, columns)
    assert main(["import", str(tmp_path / "dv.csv")]) == 0
    assert main(["import", "--check", str(tmp_path / "la.xlsx")]) == 1
    store.enter(
        "shapes", who="Lan", state="remembered", signature=shape.signature, head="…",
        body=body_of_shape(shape),
    )  # fmt: skip
    capsys.readouterr()
    assert main(["import", "--check", str(tmp_path / "la.xlsx")]) == 0
    said = capsys.readouterr().out
    assert "Theo cách đọc đã nhớ ngày" in said and "Cột đọc: A2 Cơ quan nào; B2 Mục A" in said
    assert main(["import", str(tmp_path / "la.xlsx")]) == 0
    assert list(store.load("results")["value"]) == [4, 3.5]


def test_on_the_page_a_head_is_explained_read_at_once_and_remembered(at, store):  # noqa: F811
    rows = [["KẾT QUẢ NĂM 2024"], ["Đơn vị", "TC1", "Mục B"], ["Sở Một", 4, 2], ["Sở Hai", 3.5, 1]]
    files = [("don-vi.csv", UNITS), ("la.xlsx", workbook({"S": rows}))]
    app = at("intake")
    app.file_uploader[0].set_value([(name, content, "x/x") for name, content in files])
    app.run()
    assert "1 tệp có lỗi" in words(app) and app.toggle[0].value
    next(one for one in app.button if one.label == "Đọc theo cách này").click().run()
    assert not app.exception and "2 tệp dùng được" in words(app)
    assert "Theo cách đọc vừa chỉ" in words(app)
    app.text_input(key="who_shape").input("Lan").run()
    next(one for one in app.button if one.label == "Nhớ cho mọi tệp cùng dạng").click().run()
    assert not app.exception and len(store.entered("shapes")) == 1
    app.text_input(key="who").input("Lan").run()
    app.button(key="intake_save").click().run()
    assert sorted(store.load("results")["value"]) == [3.5, 4]
