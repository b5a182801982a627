"""Forms for units: what they ask, what is locked, what they say they are; the command that issues them."""

from __future__ import annotations

import io
import zipfile

import pandas as pd
import pytest
from small_forms import FACTS, PLAN, UNIT, YEAR, heads, opened, rows_by_code

from dashboard.__main__ import main
from dashboard.exports.forms import form_words as words
from dashboard.exports.forms.unit_forms import (
    Recipient,
    recipients,
    template,
    template_name,
    templates_zip,
)
from dashboard.plan import dump_plan
from data_access.intake.sheet_reading import read


def test_only_the_criteria_of_the_units_kind_and_year_are_asked_under_their_groups():
    sheet = opened(template(PLAN, UNIT, YEAR))[words.RESULTS]
    assert list(rows_by_code(sheet)) == ["A", "T", "VH", "N", "KS", "HL", "HR", "HX", "DH", "CN1"]
    assert [
        sheet.cell(row, 3).value
        for row in range(6, sheet.max_row + 1)
        if sheet.cell(row, 1).value in ("I", "II")
    ] == ["Nhóm một", "Cá nhân"]


def test_only_cells_to_fill_in_are_open_and_every_sheet_is_protected():
    book = opened(template(PLAN, UNIT, YEAR))
    for sheet in book.worksheets[:-1]:
        assert sheet.protection.sheet, sheet.title
    sheet = book[words.RESULTS]
    row, columns = heads(sheet)
    line = rows_by_code(sheet)["A"]
    open_ = {
        heading
        for heading, column in columns.items()
        if not sheet.cell(line, column).protection.locked
    }
    assert open_ == {words.SELF, words.NOTE}
    of_survey = {
        heading
        for heading, column in columns.items()
        if not sheet.cell(rows_by_code(sheet)["HL"], column).protection.locked
    }
    assert of_survey == {words.TOTAL, words.SELF, words.VERY, words.NOTE}
    assert all(sheet.cell(row, column).comment for column in columns.values()), (
        "a note on every column"
    )


def test_every_figure_has_a_rule_that_excel_takes_and_a_message_that_fits():
    book = opened(template(PLAN, UNIT, YEAR))
    sheet = book[words.RESULTS]
    _, columns = heads(sheet)
    ruled = {
        str(cell) for rule in sheet.data_validations.dataValidation for cell in rule.sqref.ranges
    }
    for code, row in rows_by_code(sheet).items():
        assert sheet.cell(row, columns[words.SELF]).coordinate in ruled, code
    for one in (rule for each in book.worksheets for rule in each.data_validations.dataValidation):
        assert (
            len(one.formula1 or "") <= 255
            and len(one.promptTitle) <= 32
            and len(one.prompt) <= 255
            and len(one.error) <= 255
        )


def test_the_form_names_the_movement_and_the_unit_and_says_what_it_is():
    book = opened(template(PLAN, UNIT, YEAR))
    titles = [book[words.RESULTS].cell(row, 1).value for row in (1, 2, 3)]
    assert titles == [UNIT.name, "KẾT QUẢ THỰC HIỆN PHONG TRÀO THI ĐUA NĂM 2022", "Thử"]
    assert {one.name: one.value for one in book.custom_doc_props.props} == {
        "template_version": "1",
        "plan": "tiny",
        "unit": "VP",
        "year": 2022,
        "stage": "self",
    }
    assert book[words.CHOICES].sheet_state == "veryHidden"


def test_a_movement_named_after_another_year_does_not_confuse_the_import():
    plan = PLAN.model_copy(update={"short_name": "Phong trào năm 2019"})
    assert read("a.xlsx", template(plan, UNIT, YEAR), FACTS).problems.empty


def test_names_that_look_like_formulas_stay_text():
    odd = Recipient("VP", "=cmd|' /C calc'!A0", "so", "+1", None)
    book = opened(template(PLAN, odd, YEAR))
    assert all(
        cell.data_type != "f"
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
    )


def test_units_of_a_year_come_with_what_is_recorded_of_them_and_nothing_else():
    members = pd.DataFrame(
        [
            {
                "unit": "B",
                "year": 2022,
                "name": "Sở B",
                "kind": "so",
                "block": "Sở",
                "staff": None,
                "position": 2,
            },
            {
                "unit": "A",
                "year": 2022,
                "name": "Sở A",
                "kind": "so",
                "block": "Khối 1",
                "staff": 7,
                "position": 1,
            },
            {
                "unit": "C",
                "year": 2021,
                "name": "Sở C",
                "kind": "so",
                "block": "Khối 1",
                "staff": 9,
                "position": 3,
            },
        ]
    )
    recorded = pd.DataFrame([{"unit": "A", "year": 2022, "block": "Khối 1", "staff": 7}])
    assert recipients(members, recorded, 2022) == [
        Recipient("A", "Sở A", "so", "Khối 1", 7),
        Recipient("B", "Sở B", "so", None, None),
    ]


def test_the_zip_has_one_form_a_unit():
    with zipfile.ZipFile(
        io.BytesIO(templates_zip(PLAN, [UNIT, Recipient("S/2", "Sở Hai", "so")], YEAR))
    ) as archive:
        assert archive.namelist() == ["VP-2022-bieu-mau.xlsx", "S-2-2022-bieu-mau.xlsx"]
        assert opened(archive.read("S-2-2022-bieu-mau.xlsx"))[words.INFO]["B6"].value == "Sở Hai"


@pytest.mark.parametrize("stage", ["self", "appraised"])
def test_file_names_say_unit_year_and_who_fills_it_in(stage):
    assert (
        template_name("VP", 2022, stage)
        == {"self": "VP-2022-bieu-mau.xlsx", "appraised": "VP-2022-bieu-mau-tham-dinh.xlsx"}[stage]
    )


@pytest.fixture
def store_of_one_block(tmp_path, monkeypatch):
    """A store with two units of a block, from a plan file and a CSV alone."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'kho.sqlite'}")
    monkeypatch.setenv("DASHBOARD_PLAN", str(tmp_path / "plan.toml"))
    (tmp_path / "plan.toml").write_text(dump_plan(PLAN), encoding="utf-8")
    (tmp_path / "units.csv").write_text(
        "unit,name,kind,block\nVP,Văn phòng,so,Khối 1\nST,Sở Tài chính,so,Khối 1\n",
        encoding="utf-8",
    )
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
    out = store_of_one_block / ("b.xlsx" if "--unit" in asked else "b.zip")
    assert main(["template", "--year", "2022", *asked, "--out", str(out)]) == 1
    assert f"“{asked[1]}”" in capsys.readouterr().err and not out.exists()


@pytest.mark.parametrize(
    ("asked", "name", "ending"),
    [(["--unit", "VP"], "a.zip", ".xlsx"), (["--block", "Khối 1"], "a.xlsx", ".zip")],
)
def test_a_form_is_not_written_under_an_ending_that_would_not_open(
    store_of_one_block, asked, name, ending, capsys
):
    out = store_of_one_block / name
    assert main(["template", "--year", "2022", *asked, "--out", str(out)]) == 1
    assert f"có đuôi {ending}" in capsys.readouterr().err and not out.exists()
