"""Who answers for a unit: read from a list of units, said in the form, kept with revisions and undone, seen by whom."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest
from small_files import codes, only_problem, read_text

from dashboard.access.visible import Sight, seen
from dashboard.views.unit_heads import heads_of
from data_access.unit_change import Change, Known
from data_access.unit_changes import rows_of

HEADER = "unit,name,kind,valid_from,head,head_post,head_since,year\n"
MARCH = dt.date(2024, 3, 1)


def heads(text: str) -> list[list[object]]:
    reading = read_text(HEADER + text, name="units.csv")
    assert not reading.has_errors, reading.problems.to_string()
    rows = reading.tables["unit_heads"][["unit", "year", "person", "post", "since", "cell"]]
    return rows.astype(object).where(rows.notna(), None).values.tolist()


def test_a_head_answers_from_the_year_of_taking_the_post_on_as_long_as_the_unit_lives():
    since = pd.Timestamp(MARCH)
    assert heads("SNV,Sở Nội vụ,Sở,,Nguyễn Văn A,Giám đốc,1/3/2024,\n") == [
        ["SNV", 2024, "Nguyễn Văn A", "Giám đốc", since, "E2"],
        ["SNV", 2025, "Nguyễn Văn A", "Giám đốc", since, "E2"],
    ]
    born = heads("N,Xã N,Xã,1/7/2025,Lê B,Chủ tịch,1/1/2019,\n")
    assert [row[1] for row in born] == [2025]


def test_a_row_of_a_year_names_the_head_of_that_year_alone():
    assert [row[:3] for row in heads("SNV,Sở Nội vụ,Sở,,Trần C,,,2022\n")] == [
        ["SNV", 2022, "Trần C"]
    ]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("SNV,Sở Nội vụ,Sở,,Trần C,Giám đốc,,", ("head_since_missing", "E2")),
        ("SNV,Sở Nội vụ,Sở,,,Giám đốc,1/3/2024,", ("required_missing", "E2")),
        ("SNV,Sở Nội vụ,Sở,,Trần C,,31/2/2024,", ("date_impossible", "G2")),
        ("SNV,Sở Nội vụ,Sở,,Trần C,,1/3/2026,", ("year_outside_plan", "G2")),
    ],
)
def test_years_that_nothing_tells_are_asked_and_never_guessed(line, problem):
    assert only_problem(read_text(f"{HEADER}{line}\n", name="units.csv"))[:2] == problem


def test_a_list_without_heads_says_nothing_of_them():
    reading = read_text("unit,name,kind\nSNV,Sở Nội vụ,Sở\n", name="units.csv")
    assert codes(reading) == [] and "unit_heads" not in reading.tables


def known() -> Known:
    units = pd.DataFrame([{"unit": "A", "name": "Sở A"}]).assign(
        short_name=None, kind="so", parent=None, valid_from=pd.NaT, valid_to=pd.NaT, position=None
    )
    aliases = pd.DataFrame([], columns=["alias", "unit"]).astype("str")
    return Known(units, aliases, range(2019, 2026))


def test_the_form_names_a_head_from_a_day_on_and_leaves_earlier_years():
    change = Change("head", MARCH, units=("A",), name=" Nguyễn Văn A ", post="Giám đốc")
    tables, problems = rows_of(change, known())
    assert problems == [] and set(tables) == {"unit_heads"}
    assert tables["unit_heads"].values.tolist() == [
        ["A", 2024, "Nguyễn Văn A", "Giám đốc", MARCH],
        ["A", 2025, "Nguyễn Văn A", "Giám đốc", MARCH],
    ]


def test_the_form_asks_for_who_and_since_when():
    told = [one.code for one in rows_of(Change("head", units=("A",)), known())[1]]
    assert told == ["head_missing", "since_missing"]
    late = Change("head", dt.date(2026, 1, 1), units=("A",), name="B")
    assert [one.code for one in rows_of(late, known())[1]] == ["since_outside"]


def test_a_new_head_is_a_revision_and_can_be_undone(store):
    def saved(person: str, years: range, since: dt.date) -> int:
        rows = [("A", year, person, "Giám đốc", since) for year in years]
        frame = pd.DataFrame(rows, columns=["unit", "year", "person", "post", "since"])
        told = {"file": "trên màn hình", "content": None, "who": "Lan"}
        return store.save({"unit_heads": frame}, **told).id

    saved("Cũ", range(2019, 2026), dt.date(2018, 1, 1))
    newer = saved("Mới", range(2024, 2026), MARCH)
    found = store.load("unit_heads")
    assert heads_of(found, 2023)["A"].startswith("Cũ")
    assert heads_of(found, 2025)["A"] == "Mới, Giám đốc, từ 1/3/2024"
    assert list(store.history("unit_heads", {"unit": "A", "year": 2025})["person"]) == [
        "Mới",
        "Cũ",
    ]
    store.undo(newer, "Lan", "nhầm")
    assert heads_of(store.load("unit_heads"), 2025)["A"].startswith("Cũ")


def test_readers_see_heads_of_published_years_and_a_unit_its_own():
    rows = pd.DataFrame([("A", 2024), ("A", 2025), ("B", 2025)], columns=["unit", "year"])
    assert len(seen("unit_heads", rows, Sight((2024,)))) == 1
    assert seen("unit_heads", rows, Sight((2024,), "B"))["unit"].tolist() == ["B"]
    assert len(seen("unit_heads", rows, Sight())) == 3
