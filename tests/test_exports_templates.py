"""Forms for units: what is issued comes back and imports without a word; what a unit must not change is locked."""
from __future__ import annotations

import datetime as dt
import io
import zipfile

import openpyxl
import pandas as pd
import pytest
import tiny
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.__main__ import main
from dashboard.exports.templates import Recipient, recipients, template, template_name, templates_zip
from dashboard.plan import dump_plan, load_plan
from dashboard.wording import templates as words
from data_access.intake import Facts, read
from data_access.intake.headers import WORDS
from data_access.intake.names import fold

CRITERIA = """criteria = [
  {code = "A", group = "G1", kind = "points", name = "Tiêu chí A", max = 7.5, source = "thử"},
  {code = "T", group = "G1", kind = "points", name = "Điểm thưởng", max = 3, bonus = true, source = "thử"},
  {code = "CU", group = "G1", kind = "points", name = "Tiêu chí đã hết hạn", max = 5, valid_to = 2021, source = "thử"},
  {code = "XA", group = "G1", kind = "points", name = "Chỉ của xã", max = 5, unit_kinds = ["xa"], source = "thử"},
  {code = "VH", group = "G1", kind = "yes_no", name = "Cơ quan đạt chuẩn văn hóa", source = "thử"},
  {code = "N", group = "G1", kind = "number", name = "Số ngày rút ngắn", unit = "ngày", floor = 0, goal = 10, source = "thử"},
  {code = "KS", group = "G1", kind = "number", name = "Tỷ lệ ký số", unit = "%", floor = 0, goal = 100, source = "thử"},
  {code = "HL", group = "G1", kind = "survey", name = "Hài lòng", very_included = true, source = "thử"},
  {code = "HR", group = "G1", kind = "survey", name = "Hài lòng, để riêng", very_included = false, source = "thử"},
  {code = "HX", group = "G1", kind = "survey", name = "Hài lòng, chưa rõ", source = "thử"},
  {code = "DH", group = "G1", kind = "share", name = "Hồ sơ đúng hạn", unit = "hồ sơ", source = "thử"},
  {code = "CN1", group = "CN", kind = "share", name = "Trang phục", source = "thử"},
]
"""
start, end = tiny.PLAN.index("criteria = ["), tiny.PLAN.index("milestones = [")
PLAN = load_plan(tiny.PLAN[:start] + CRITERIA + tiny.PLAN[end:])
UNIT = Recipient("VP", "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Thử", "so", "Khối 1", 40)
YEAR = 2022
UNITS = pd.DataFrame([{"unit": "VP", "name": UNIT.name, "short_name": None, "kind": "so", "parent": None, "valid_from": None, "valid_to": None, "position": 1}])
FACTS = Facts(PLAN.model_dump(), UNITS, pd.DataFrame(columns=["alias", "unit"]), pd.DataFrame([{"unit": "VP", "year": YEAR, "block": "Khối 1", "staff": 40}]))
NA = words.NOT_APPLICABLE
TEXTS = st.sampled_from(["Theo kết luận của đoàn kiểm tra", "=1+1 là công thức", "Một cửa; 20/9/2019", "Giờ giấc, đi muộn"])


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def heads(sheet) -> tuple[int, dict[str, int]]:
    """The row of headings and the column of each."""
    row = next(cell.row for cell in sheet["A"] if cell.value == words.PLACE)
    return row, {cell.value: cell.column for cell in sheet[row] if cell.value}


def rows_by_code(sheet) -> dict[str, int]:
    row, columns = heads(sheet)
    return {sheet.cell(line, columns[words.CODE]).value: line for line in range(row + 1, sheet.max_row + 1) if sheet.cell(line, columns[words.CODE]).value}


def saved(book: openpyxl.Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def filled(entries: dict[str, dict[str, object]], info: dict[str, object] | None = None, lists: dict[str, list[list[object]]] | None = None, stage: str = "self") -> bytes:
    """The form of the unit with entries by criterion and heading, by label, and by row of a list, as Excel would save it."""
    book = opened(template(PLAN, UNIT, YEAR, stage))
    sheet = book[words.RESULTS]
    _, columns = heads(sheet)
    places = rows_by_code(sheet)
    cells = [(sheet.cell(places[code], columns[heading]), value) for code, entry in entries.items() for heading, value in entry.items()]
    labels = {cell.value: cell.row for cell in book[words.INFO]["A"]}
    cells += [(book[words.INFO].cell(labels[label], 2), value) for label, value in (info or {}).items()]
    for name, rows in (lists or {}).items():
        top, _ = heads(book[name])
        cells += [(book[name].cell(top + number, 2 + column), value) for number, row in enumerate(rows, start=1) for column, value in enumerate(row)]
    for cell, value in cells:
        assert not cell.protection.locked, f"{cell.coordinate} is to be filled in and must be open"
        if value is not None:
            cell.value = value
            cell.data_type = "s" if isinstance(value, str) else cell.data_type
    return saved(book)


def counted(values: st.SearchStrategy[int], very: bool | None = None):
    """An entry of counts by the form's own rules: value ≤ total; very inside or beside the value."""

    @st.composite
    def entry(draw):
        total = draw(values)
        value = draw(st.integers(0, total))
        made = {words.TOTAL: total, words.SELF: value}
        if very is not None:
            made[words.VERY] = draw(st.none() | st.integers(0, value if very else total - value))
        return made

    return entry()


def or_nothing(entry):
    return st.just({}) | st.just({words.SELF: NA}) | entry


ENTRIES = st.fixed_dictionaries({
    "A": or_nothing(st.builds(lambda points: {words.SELF: points / 4}, st.integers(0, 30))),
    "T": or_nothing(st.builds(lambda points: {words.SELF: points}, st.integers(0, 9))),
    "VH": or_nothing(st.builds(lambda said: {words.SELF: said}, st.sampled_from([words.YES, words.NO]))),
    "N": or_nothing(st.builds(lambda days: {words.SELF: days}, st.integers(-5, 2000))),
    "KS": or_nothing(st.builds(lambda share: {words.SELF: share}, st.sampled_from([0, 1.5, 95.3, 100]))),
    "HL": or_nothing(counted(st.integers(0, 5000), very=True)),
    "HR": or_nothing(counted(st.integers(0, 5000), very=False)),
    "DH": or_nothing(counted(st.integers(0, 90_000))),
    "CN1": or_nothing(counted(st.integers(0, 40))),
})


def told(reading) -> dict[str, tuple]:
    """criterion → value, total, very, state as they were read."""
    if "results" not in reading.tables:
        return {}
    rows = reading.tables["results"].astype(object).where(reading.tables["results"].notna(), None)
    return {one.criterion: (one.value, one.out_of, one.very, one.state, one.stage) for one in rows.itertuples()}


def meant(entries: dict[str, dict[str, object]], stage: str = "self") -> dict[str, tuple]:
    column = words.SELF if stage == "self" else words.APPRAISED
    found = {}
    for code, entry in entries.items():
        value = entry.get(column)
        if value == NA:
            found[code] = (None, None, None, "not_applicable", stage)
        elif value is not None:
            value = {words.YES: 1.0, words.NO: 0.0}.get(value, value)
            found[code] = (value, entry.get(words.TOTAL), entry.get(words.VERY), "ok", stage)
    return found


@settings(max_examples=12, deadline=None)
@given(ENTRIES, TEXTS)
def test_a_form_filled_at_random_comes_back_and_imports_without_a_word(entries, note):
    noted = {code: {**entry, words.NOTE: note} for code, entry in entries.items()}
    reading = read(template_name("VP", YEAR), filled(noted), FACTS)
    assert reading.problems.empty, reading.problems.to_string()
    assert told(reading) == meant(entries)
    if "results" in reading.tables:
        rows = reading.tables["results"]
        assert set(rows["unit"]) == {"VP"} and set(rows["year"]) == {YEAR} and set(rows["note"]) == {note}


def test_an_undeclared_survey_asks_whether_the_very_satisfied_are_inside():
    entries = {"HX": {words.TOTAL: 100, words.SELF: 90, words.VERY: 40, words.INCLUDED: words.YES}}
    reading = read("a.xlsx", filled(entries), FACTS)
    assert reading.problems.empty and reading.tables["results"]["very_included"].tolist() == [True]


def test_what_the_form_says_of_the_unit_and_its_report_comes_back():
    info = {words.STAFF: 38, words.REPORT: "Báo cáo năm", words.NUMBER: "25/BC-VP", words.DATED: dt.datetime(2022, 12, 9), words.SUBMITTED: dt.datetime(2022, 12, 12)}
    reading = read("a.xlsx", filled({"A": {words.SELF: 7}}, info), FACTS)
    assert reading.problems.empty
    filing = reading.tables["filings"].iloc[0]
    assert (filing["unit"], filing["year"], filing["kind"], filing["number"]) == ("VP", YEAR, "annual", "25/BC-VP")
    assert str(filing["submitted_on"])[:10] == "2022-12-12" and str(reading.tables["results"]["submitted_on"].iloc[0])[:10] == "2022-12-12"
    assert reading.tables["unit_years"][["block", "staff"]].values.tolist() == [["Khối 1", 38]]


def test_the_lists_come_back_row_by_row():
    lists = {
        words.DOCUMENTS: [["18/KH-VP", dt.datetime(2022, 3, 4), "Kế hoạch phát động năm 2022"], ["20/KH-VP", None, "Kế hoạch kiểm tra"]],
        words.AWARDS: [[words.FORMS[0], None, 12], ["Giấy khen của Giám đốc Sở", 2, None]],
        words.INSPECTIONS: [[dt.datetime(2022, 6, 1), "Hội đồng Thi đua - Khen thưởng tỉnh", "Thực hiện tốt"]],
        words.EXAMPLES: [["Ngày không viết, ngày không hẹn", "Giải quyết ngay trong ngày"]],
        words.LIMITATIONS: [[name, f"Câu thứ {place}", place] for place, name in enumerate(words.CATEGORIES.values(), start=1)],
    }
    reading = read("a.xlsx", filled({}, lists=lists), FACTS)
    assert reading.problems.empty, reading.problems.to_string()
    assert {name: len(reading.tables[name]) for name in ("documents", "awards", "inspections", "examples", "limitations")} == {"documents": 2, "awards": 2, "inspections": 1, "examples": 1, "limitations": 11}
    assert reading.tables["limitations"]["category"].tolist() == list(words.CATEGORIES)
    assert reading.tables["awards"]["individuals"].tolist()[0] == 12


def test_every_category_offered_is_a_word_that_the_intake_knows():
    assert {code: WORDS["category"].get(fold(name)) for code, name in words.CATEGORIES.items()} == {code: code for code in words.CATEGORIES}


def test_an_untouched_form_says_nothing_but_the_unit():
    reading = read("a.xlsx", template(PLAN, UNIT, YEAR), FACTS)
    assert reading.problems.empty and set(reading.tables) == {"unit_years"}


def test_the_form_of_those_who_appraise_opens_their_column_and_carries_no_report():
    entries = {"A": {words.APPRAISED: 6.5}, "HL": {words.TOTAL: 50, words.APPRAISED: 45, words.VERY: 20}}
    reading = read("a.xlsx", filled(entries, stage="appraised"), FACTS)
    assert reading.problems.empty and told(reading) == meant(entries, "appraised")
    book = opened(template(PLAN, UNIT, YEAR, "appraised"))
    assert words.DOCUMENTS not in book.sheetnames and words.SUBMITTED not in {cell.value for cell in book[words.INFO]["A"]}


def test_only_the_criteria_of_the_units_kind_and_year_are_asked_under_their_groups():
    sheet = opened(template(PLAN, UNIT, YEAR))[words.RESULTS]
    assert list(rows_by_code(sheet)) == ["A", "T", "VH", "N", "KS", "HL", "HR", "HX", "DH", "CN1"]
    assert [sheet.cell(row, 3).value for row in range(6, sheet.max_row + 1) if sheet.cell(row, 1).value in ("I", "II")] == ["Nhóm một", "Cá nhân"]


def test_only_cells_to_fill_in_are_open_and_every_sheet_is_protected():
    book = opened(template(PLAN, UNIT, YEAR))
    for sheet in book.worksheets[:-1]:
        assert sheet.protection.sheet, sheet.title
    sheet = book[words.RESULTS]
    row, columns = heads(sheet)
    line = rows_by_code(sheet)["A"]
    open_ = {heading for heading, column in columns.items() if not sheet.cell(line, column).protection.locked}
    assert open_ == {words.SELF, words.NOTE}
    of_survey = {heading for heading, column in columns.items() if not sheet.cell(rows_by_code(sheet)["HL"], column).protection.locked}
    assert of_survey == {words.TOTAL, words.SELF, words.VERY, words.NOTE}
    assert all(sheet.cell(row, column).comment for column in columns.values()), "a note on every column"


def test_every_figure_has_a_rule_that_excel_takes_and_a_message_that_fits():
    book = opened(template(PLAN, UNIT, YEAR))
    sheet = book[words.RESULTS]
    _, columns = heads(sheet)
    ruled = {str(cell) for rule in sheet.data_validations.dataValidation for cell in rule.sqref.ranges}
    for code, row in rows_by_code(sheet).items():
        assert sheet.cell(row, columns[words.SELF]).coordinate in ruled, code
    for one in (rule for each in book.worksheets for rule in each.data_validations.dataValidation):
        assert len(one.formula1 or "") <= 255 and len(one.promptTitle) <= 32 and len(one.prompt) <= 255 and len(one.error) <= 255


def test_the_form_names_the_movement_and_the_unit_and_says_what_it_is():
    book = opened(template(PLAN, UNIT, YEAR))
    titles = [book[words.RESULTS].cell(row, 1).value for row in (1, 2, 3)]
    assert titles == [UNIT.name, "KẾT QUẢ THỰC HIỆN PHONG TRÀO THI ĐUA NĂM 2022", "Thử"]
    assert {one.name: one.value for one in book.custom_doc_props.props} == {"template_version": "1", "plan": "tiny", "unit": "VP", "year": 2022, "stage": "self"}
    assert book[words.CHOICES].sheet_state == "veryHidden"


def test_a_movement_named_after_another_year_does_not_confuse_the_import():
    plan = PLAN.model_copy(update={"short_name": "Phong trào năm 2019"})
    assert read("a.xlsx", template(plan, UNIT, YEAR), FACTS).problems.empty


def test_names_that_look_like_formulas_stay_text():
    odd = Recipient("VP", "=cmd|' /C calc'!A0", "so", "+1", None)
    book = opened(template(PLAN, odd, YEAR))
    assert all(cell.data_type != "f" for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)


def test_units_of_a_year_come_with_what_is_recorded_of_them_and_nothing_else():
    members = pd.DataFrame([{"unit": "B", "year": 2022, "name": "Sở B", "kind": "so", "block": "Sở", "staff": None, "position": 2}, {"unit": "A", "year": 2022, "name": "Sở A", "kind": "so", "block": "Khối 1", "staff": 7, "position": 1},
                            {"unit": "C", "year": 2021, "name": "Sở C", "kind": "so", "block": "Khối 1", "staff": 9, "position": 3}])
    recorded = pd.DataFrame([{"unit": "A", "year": 2022, "block": "Khối 1", "staff": 7}])
    assert recipients(members, recorded, 2022) == [Recipient("A", "Sở A", "so", "Khối 1", 7), Recipient("B", "Sở B", "so", None, None)]


def test_the_zip_has_one_form_a_unit():
    with zipfile.ZipFile(io.BytesIO(templates_zip(PLAN, [UNIT, Recipient("S/2", "Sở Hai", "so")], YEAR))) as archive:
        assert archive.namelist() == ["VP-2022-bieu-mau.xlsx", "S-2-2022-bieu-mau.xlsx"]
        assert opened(archive.read("S-2-2022-bieu-mau.xlsx"))[words.INFO]["B6"].value == "Sở Hai"


@pytest.mark.parametrize("stage", ["self", "appraised"])
def test_file_names_say_unit_year_and_who_fills_it_in(stage):
    assert template_name("VP", 2022, stage) == {"self": "VP-2022-bieu-mau.xlsx", "appraised": "VP-2022-bieu-mau-tham-dinh.xlsx"}[stage]


@pytest.fixture
def store_of_one_block(tmp_path, monkeypatch):
    """A store with two units of a block, from a plan file and a CSV alone."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'kho.sqlite'}")
    monkeypatch.setenv("DASHBOARD_PLAN", str(tmp_path / "plan.toml"))
    (tmp_path / "plan.toml").write_text(dump_plan(PLAN), encoding="utf-8")
    (tmp_path / "units.csv").write_text("unit,name,kind,block\nVP,Văn phòng,so,Khối 1\nST,Sở Tài chính,so,Khối 1\n", encoding="utf-8")
    assert main(["import", str(tmp_path / "units.csv")]) == 0
    return tmp_path


def test_the_command_line_issues_a_units_form_and_a_blocks_zip(store_of_one_block, capsys):
    form, every = store_of_one_block / "a.xlsx", store_of_one_block / "a.zip"
    assert main(["template", "--year", "2022", "--unit", "VP", "--out", str(form)]) == 0
    assert main(["template", "--year", "2022", "--block", "Khối 1", "--out", str(every)]) == 0
    assert opened(form.read_bytes())[words.INFO]["B5"].value == "VP"
    assert zipfile.ZipFile(every).namelist() == ["VP-2022-bieu-mau.xlsx", "ST-2022-bieu-mau.xlsx"]
    capsys.readouterr()
    assert main(["import", "--check", str(form)]) == 0
    assert "Lỗi" not in capsys.readouterr().out


@pytest.mark.parametrize("asked", [["--unit", "KHONG"], ["--block", "Khối 9"]])
def test_a_form_for_nobody_is_refused_with_the_reason(store_of_one_block, asked, capsys):
    out = store_of_one_block / "b.xlsx"
    assert main(["template", "--year", "2022", *asked, "--out", str(out)]) == 1
    assert f"“{asked[1]}”" in capsys.readouterr().err and not out.exists()
