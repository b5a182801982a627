"""Changes of units as rows: who keeps a code, who ends when, what must be said; on both databases."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny import plan

from data_access.intake.sheet_reading import read
from data_access.intake.unit_facts import Facts
from data_access.unit_change import CODES, Change, Known, NewUnit
from data_access.unit_change_problems import problems_of
from data_access.unit_changes import completed, rows_of

JULY = dt.date(2025, 7, 1)
LATER = dt.date(2026, 1, 1)  # after the years of the plan
DOCUMENT = "NQ 1/2025"


def known(aliases=()):
    units = pd.DataFrame(
        [
            {"unit": "A", "name": "Xã A"},
            {"unit": "B", "name": "Xã B"},
            {"unit": "C", "name": "Xã C"},
        ]
    ).assign(
        short_name=None, kind="xa", parent=None, valid_from=pd.NaT, valid_to=pd.NaT, position=None
    )
    units.loc[2, "valid_to"] = pd.Timestamp(2020, 12, 31)
    return Known(
        units.astype({"valid_from": "datetime64[us]", "valid_to": "datetime64[us]"}),
        pd.DataFrame(list(aliases), columns=["alias", "unit"]).astype("str"),
        range(2019, 2026),
    )


def codes(change, **facts):
    return [one.code for one in problems_of(change, known(**facts))]


def test_a_merger_ends_the_old_units_the_day_before_and_begins_a_new_one():
    tables, problems = rows_of(
        Change(
            "merge",
            JULY,
            DOCUMENT,
            ("A", "B"),
            (NewUnit("N", "Phường N", "xa", block="Cụm 1", staff=30),),
        ),
        known(),
    )
    units = tables["units"].set_index("unit")
    assert problems == []
    assert units.loc["N", "valid_from"] == JULY
    assert units.loc["A", "valid_to"] == units.loc["B", "valid_to"] == pd.Timestamp(2025, 6, 30)
    assert tables["lineage"].values.tolist() == [
        ["A", "N", JULY, "merge", DOCUMENT],
        ["B", "N", JULY, "merge", DOCUMENT],
    ]
    assert tables["unit_years"].values.tolist() == [["N", 2025, "Cụm 1", 30]]


def test_a_renamed_unit_keeps_its_code_and_its_old_name_becomes_an_alias():
    tables, _ = rows_of(Change("rename", JULY, DOCUMENT, ("A",), name="Xã A Mới"), known())
    assert tables["units"][["unit", "name"]].values.tolist() == [["A", "Xã A Mới"]]
    assert tables["aliases"].values.tolist() == [["Xã A", "A"]]
    assert "lineage" not in tables


def test_a_unit_that_ends_has_no_successor():
    tables, _ = rows_of(Change("end", JULY, DOCUMENT, ("A",)), known())
    assert tables["lineage"].iloc[0][["before", "after", "kind"]].tolist() == [
        "A",
        None,
        "dissolve",
    ]
    assert tables["units"]["valid_to"].tolist() == [pd.Timestamp(2025, 6, 30)]


def test_a_split_makes_two_new_units_and_ends_the_old_one_once():
    tables, _ = rows_of(
        Change(
            "split",
            JULY,
            DOCUMENT,
            ("A",),
            (NewUnit("A1", "Xã A1", "xa"), NewUnit("A2", "Xã A2", "xa")),
        ),
        known(),
    )
    assert tables["units"]["unit"].tolist() == ["A1", "A2", "A"]
    assert tables["lineage"][["before", "after"]].values.tolist() == [["A", "A1"], ["A", "A2"]]


def test_a_block_and_staff_of_one_year_and_another_name_are_one_row_each():
    assert rows_of(Change("regroup", units=("A",), year=2024, block="Cụm 2"), known())[0][
        "unit_years"
    ].values.tolist() == [["A", 2024, "Cụm 2", None]]
    assert rows_of(Change("alias", units=("A",), name="UBND xã A"), known())[0][
        "aliases"
    ].values.tolist() == [["UBND xã A", "A"]]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (Change("end", None, "", ("A",)), ["date_missing", "document_missing"]),
        (Change("merge", JULY, DOCUMENT, ("A",), (NewUnit("N", "N", "xa"),)), ["units_too_few"]),
        (Change("merge", JULY, DOCUMENT, ("A", "B")), ["new_too_few"]),
        (
            Change(
                "split", JULY, DOCUMENT, ("A",), (NewUnit("N", "N", "xa"), NewUnit("n", "M", "xa"))
            ),
            ["unit_code_twice"],
        ),
        (Change("add", JULY, DOCUMENT, new=(NewUnit("a", "Xã khác", "xa"),)), ["unit_code_taken"]),
        (
            Change("add", JULY, DOCUMENT, new=(NewUnit("x y", "", None),)),
            ["unit_code_invalid", "name_missing", "kind_missing"],
        ),
        (Change("add", JULY, DOCUMENT, new=(NewUnit("", "Xã X", "xa"),)), ["unit_code_missing"]),
        (Change("end", JULY, DOCUMENT, ("C",)), ["not_alive"]),
        (Change("end", JULY, DOCUMENT, ("Z",)), ["unit_unknown"]),
        (Change("rename", JULY, DOCUMENT, ("A",), name="xã  b"), ["name_taken"]),
        (Change("rename", JULY, DOCUMENT, ("A",), name="Xã A"), ["name_unchanged"]),
        (Change("rename", JULY, DOCUMENT, ("A", "B"), name="Xã D"), ["units_too_many"]),
        (Change("regroup", units=("A",)), ["year_missing", "nothing_given"]),
        (Change("regroup", units=("A",), year=2024, staff=-1), ["staff_invalid"]),
        (Change("alias", units=("A",)), ["alias_missing"]),
        *(
            (Change("merge", LATER, DOCUMENT, ("A", "B"), (new,)), ["block_outside"])
            for new in (NewUnit("N", "N", "xa", block="Cụm 1"), NewUnit("N", "N", "xa", staff=30))
        ),
    ],
)
def test_what_is_missing_or_impossible_is_named_and_nothing_is_made(change, said):
    assert codes(change) == said
    assert rows_of(change, known())[0] == {}
    assert set(said) <= set(CODES)


def test_after_the_plans_years_a_unit_begins_without_a_block():
    new = NewUnit("N", "Xã N", "xa")
    assert codes(Change("merge", LATER, DOCUMENT, ("A", "B"), (new,))) == []


def test_another_units_alias_is_not_taken_over():
    assert codes(
        Change("alias", units=("B",), name="Ủy ban xã a"), aliases=[("Uỷ ban xã A", "A")]
    ) == ["alias_taken"]


def test_a_name_that_only_a_unit_of_the_past_bore_may_be_borne_again():
    assert codes(Change("rename", JULY, DOCUMENT, ("A",), name="Xã C")) == []


def test_a_file_of_changes_is_completed_like_a_change_on_the_page():
    text = "Mã đơn vị cũ;Mã đơn vị mới;Ngày hiệu lực;Hình thức;Văn bản\nA;;1/7/2025;Giải thể;NQ 1/2025\n"
    facts = Facts(
        plan().as_data(),
        known().units,
        known().aliases,
        pd.DataFrame(columns=["unit", "year", "block", "staff"]),
    )
    read_tables = read("thay-doi.csv", text.encode(), facts).tables
    units = completed(read_tables, known())["units"]
    assert units[["unit", "valid_to"]].values.tolist() == [["A", pd.Timestamp(2025, 6, 30)]]


def test_a_change_is_stored_whole_and_undone_whole(sqlite_store):
    live = known()
    sqlite_store.save(
        {"units": live.units.drop(columns=["position"])}, file="u.csv", content=b"u", who="Lan"
    )
    tables, _ = rows_of(
        Change("merge", JULY, DOCUMENT, ("A", "B"), (NewUnit("N", "Phường N", "xa"),)), live
    )
    saved = sqlite_store.save(
        tables, file="Nhập trên màn hình", content=None, who="Lan", note="sáp nhập"
    )
    stored = sqlite_store.load("units").set_index("unit")
    assert stored.at["A", "name"] == "Xã A"
    assert stored.at["A", "valid_to"] == pd.Timestamp(2025, 6, 30)
    assert len(sqlite_store.load("lineage")) == 2
    sqlite_store.undo(saved.id, "Lan")
    assert sqlite_store.load("units")["unit"].tolist() == ["A", "B", "C"]
    assert sqlite_store.load("units").set_index("unit")["valid_to"].isna()["A"]
    assert sqlite_store.load("lineage").empty


@settings(deadline=None)
@given(st.sampled_from(["A", "B"]), st.dates(dt.date(2019, 1, 2), dt.date(2025, 12, 31)))
def test_the_old_life_ends_the_day_before_the_new_one_begins(unit, on):
    tables, problems = rows_of(
        Change("split", on, DOCUMENT, (unit,), (NewUnit("X", "X", "xa"), NewUnit("Y", "Y", "xa"))),
        known(),
    )
    units = tables["units"].set_index("unit")
    assert not problems
    assert units.at[unit, "valid_to"] + pd.Timedelta(days=1) == pd.Timestamp(on)
    assert units.at["X", "valid_from"] == on
