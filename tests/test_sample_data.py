"""The sample data: made the same every time, plainly invented, and taken in by the ordinary import without an error."""

from __future__ import annotations

import csv
import tomllib
import zipfile
from pathlib import Path

import pandas as pd
import pytest

import sample_data
from dashboard.plan import load_plan
from data_access.intake.reading_result import Reading
from data_access.intake.sheet_reading import read, read_all
from data_access.intake.unit_facts import Facts
from sample_data.make import MADE_FOLDERS, make

pytestmark = pytest.mark.slow

HERE = sample_data.HERE


def nothing_known() -> Facts:
    """The facts of an empty store: the plan alone."""
    units = pd.DataFrame(
        columns=[
            "unit",
            "name",
            "short_name",
            "kind",
            "parent",
            "valid_from",
            "valid_to",
            "position",
        ]
    )
    aliases, unit_years = (
        pd.DataFrame(columns=["alias", "unit"]),
        pd.DataFrame(columns=["unit", "year", "block", "staff"]),
    )
    return Facts(load_plan(sample_data.PLAN).as_data(), units, aliases, unit_years)


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    """What the ordinary import makes of every file of the manifest, in its order."""
    found = read_all(
        [
            (one.path.relative_to(HERE).as_posix(), one.path.read_bytes())
            for one in sample_data.files()
        ],
        nothing_known(),
    )
    return [found[place] for place in range(len(found))]


def rows_read(readings: list[Reading], table: str) -> pd.DataFrame:
    return pd.concat(
        [one.tables[table] for one in readings if table in one.tables], ignore_index=True
    )


def contents(path: Path) -> object:
    """The bytes of a file, and of a packed one what is inside: two machines may pack the same sheets differently."""
    if path.suffix != ".xlsx":
        return path.read_bytes()
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def made_files(folder: Path) -> dict[str, object]:
    found = [path for name in MADE_FOLDERS for path in (folder / name).rglob("*") if path.is_file()]
    return {
        path.relative_to(folder).as_posix(): contents(path)
        for path in [*found, folder / "manifest.toml"]
    }


def rows_of(name: str) -> list[dict[str, str]]:
    with (HERE / "units" / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_making_the_data_again_gives_the_committed_files(tmp_path):
    make(tmp_path)
    assert made_files(tmp_path) == made_files(HERE)


def test_the_manifest_lists_every_file_once_and_only_the_real_indices_are_not_illustrative():
    listed = sample_data.files()
    made = {
        path
        for name in MADE_FOLDERS
        if name != "messy"
        for path in (HERE / name).rglob("*")
        if path.is_file()
    }
    assert len(listed) == len({one.path for one in listed})
    assert {one.path for one in listed} == made | {HERE / "indices.csv"}
    assert [one.path.name for one in listed if not one.illustrative] == ["indices.csv"]


def test_the_data_stays_small_enough_for_the_first_start():
    assert len(sample_data.files()) <= 130
    assert sum(one.path.stat().st_size for one in sample_data.files()) < 6_000_000


def test_no_unit_bears_the_name_of_a_province_with_real_figures():
    with (HERE / "indices.csv").open(encoding="utf-8", newline="") as file:
        provinces = {row["province"].casefold() for row in csv.DictReader(file)}
    assert provinces == {"quảng ngãi", "sóc trăng", "đà nẵng", "đồng tháp"}
    named = [
        row["Tên đơn vị"]
        for row in rows_of("units.csv")
        if any(one in row["Tên đơn vị"].casefold() for one in provinces)
    ]
    assert named == []
    assert all("Minh Họa" in row["Tên đơn vị"] for row in rows_of("units.csv"))


def test_real_indices_have_a_source_in_every_row():
    with (HERE / "indices.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 40
    assert all(row["source"] and 0 < float(row["score"]) < float(row["max_score"]) for row in rows)


def test_189_units_live_until_2024_and_101_at_the_end_of_2025():
    units = rows_of("units.csv")
    old = [row for row in units if not row["Từ ngày"]]
    alive = [row for row in units if not row["Đến hết ngày"]]
    assert (len(old), len(alive)) == (189, 101)
    assert sum(row["Loại đơn vị"] == "Xã, phường, thị trấn" for row in alive) == 44


def test_every_block_of_a_year_has_5_to_30_units_that_live_to_its_end():
    ended_2025 = {row["Mã đơn vị"] for row in rows_of("units.csv") if row["Đến hết ngày"]}
    years = [
        row
        for row in rows_of("unit_years.csv")
        if row["Năm"] != "2025" or row["Mã đơn vị"] not in ended_2025
    ]
    sizes = pd.DataFrame(years).groupby(["Năm", "Khối thi đua"]).size()
    assert sizes.between(5, 30).all()


def test_every_unit_that_ended_has_a_line_that_says_what_became_of_it():
    ended = {row["Mã đơn vị"] for row in rows_of("units.csv") if row["Đến hết ngày"]}
    changes = rows_of("lineage.csv")
    assert {row["Mã đơn vị cũ"] for row in changes} == ended
    split = pd.Series(
        [row["Mã đơn vị cũ"] for row in changes if row["Hình thức"] == "Chia tách"]
    ).value_counts()
    assert (split == 2).all() and len(split) >= 4


def test_every_workbook_says_that_it_is_illustrative():
    for path in (one.path for one in sample_data.files() if one.path.suffix == ".xlsx"):
        with zipfile.ZipFile(path) as packed:
            assert "SỐ LIỆU MINH HỌA" in packed.read("xl/sharedStrings.xml").decode(), path.name


def test_at_least_forty_good_examples_can_be_told():
    words = tomllib.loads((HERE / "making" / "words.toml").read_text(encoding="utf-8"))
    assert len({one["description"] for one in words["examples"]}) >= 40


def test_the_import_takes_every_file_without_a_problem(readings):
    problems = pd.concat([one.problems for one in readings], ignore_index=True)
    assert problems.empty, problems.head(10).to_string()


def test_the_import_finds_as_many_results_as_a_province_has(readings):
    results = rows_read(readings, "results")
    assert 50_000 <= len(results) <= 90_000
    assert set(results["year"]) == set(range(2019, 2026))
    assert set(results["criterion"]) == {one.code for one in load_plan(sample_data.PLAN).criteria}


def test_2_to_10_of_100_units_file_late_or_never_each_year(readings):
    due = {one.year: pd.Timestamp(one.due) for one in load_plan(sample_data.PLAN).reports}
    filed = (
        rows_read(readings, "filings").sort_values("submitted_on").drop_duplicates(["unit", "year"])
    )
    for year, units in {**{year: 189 for year in range(2019, 2025)}, 2025: 101}.items():
        of_year = filed[filed["year"] == year]
        assert 0.02 <= 1 - len(of_year) / units <= 0.10
        assert 0.02 <= (of_year["submitted_on"] > due[year]).sum() / units <= 0.10


def test_a_corrected_report_comes_after_its_first_version_with_a_later_day(readings):
    order = [one.file for one in readings]
    first, second = (
        order.index("own/2021/stp-2021.xlsx"),
        order.index("own/2021/stp-2021-lan-2.xlsx"),
    )
    days = [readings[place].tables["filings"]["submitted_on"].iloc[0] for place in (first, second)]
    assert first < second and days[0] < days[1]


def test_in_2025_one_block_has_only_scored_itself(readings):
    points = rows_read(readings, "results").query("year == 2025 and criterion == 'TC1'")
    own_word = set(points["unit"]) - set(points.loc[points["stage"] == "appraised", "unit"])
    blocks = (
        pd.DataFrame(rows_of("unit_years.csv"))
        .query("Năm == '2025'")
        .set_index("Mã đơn vị")["Khối thi đua"]
    )
    assert set(blocks[list(own_word)]) == {"Khối đơn vị sự nghiệp công lập"}


def test_some_surveys_are_small_and_none_has_more_satisfied_than_asked(readings):
    surveys = rows_read(readings, "results").query("criterion == 'HL' and state == 'ok'")
    assert (
        (surveys["out_of"] < 10).any()
        and surveys["out_of"].between(10, 29).any()
        and surveys["out_of"].max() >= 2000
    )
    assert (surveys["very"] <= surveys["value"]).all() and (
        surveys["value"] <= surveys["out_of"]
    ).all()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("tieu-chi-khong-co-trong-ke-hoach.xlsx", "criterion_unknown"),
        ("hai-long-nhieu-hon-so-phieu.xlsx", "value_above_total"),
        ("don-vi-khong-co-trong-danh-sach.xlsx", "unit_unknown"),
        ("khong-phai-bang-tinh.xlsx", "not_a_workbook"),
    ],
)
def test_a_messy_file_is_refused_with_its_reason(name, code, readings):
    facts = nothing_known().with_found(readings[0].tables).with_found(readings[1].tables)
    found = read(name, (HERE / "messy" / name).read_bytes(), facts)
    assert found.has_errors and code in set(found.problems["code"])
