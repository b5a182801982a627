"""What no change of units may make, told from the data: two successions, lives that overlap, dead blocks, blocks of another kind."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from data_access.unit_change import Change, Known, NewUnit
from data_access.unit_changes import faults_of, rows_of
from data_access.unit_lives import living_blocks

JULY = dt.date(2025, 7, 1)
NQ = "NQ 1/2025"


def known() -> Known:
    """Two communes and a district that ended with 30/6/2025 (the communes became N), two communes and two departments that live."""
    rows = [
        ("A", "Xã A", "xa", None, "2025-06-30"),
        ("B", "Xã B", "xa", None, "2025-06-30"),
        ("N", "Phường N", "xa", "2025-07-01", None),
        ("H", "Huyện H", "huyen", None, "2025-06-30"),
        ("C", "Xã C", "xa", None, None),
        ("D", "Xã D", "xa", None, None),
        ("S", "Sở S", "so", None, None),
        ("T", "Sở T", "so", None, None),
    ]
    units = pd.DataFrame(rows, columns=["unit", "name", "kind", "valid_from", "valid_to"])
    units = units.assign(
        short_name=None,
        parent=None,
        position=None,
        valid_from=pd.to_datetime(units["valid_from"]),
        valid_to=pd.to_datetime(units["valid_to"]),
    )
    lineage = pd.DataFrame(
        [
            {"before": one, "after": "N", "on": pd.Timestamp(JULY), "kind": "merge", "document": NQ}
            for one in "AB"
        ]
    )
    blocks = {"A": "Cụm cũ", "B": "Cụm cũ", "N": "Cụm xã", "C": "Cụm xã", "D": "Cụm xã"}
    blocks |= {"H": "Cụm huyện", "S": "Khối sở", "T": "Khối sở"}
    years = pd.DataFrame(
        [
            {"unit": unit, "year": year, "block": block, "staff": None}
            for unit, block in blocks.items()
            for year in range(2019, 2026)
        ]
    )
    aliases = pd.DataFrame(columns=["alias", "unit"])
    return Known(units, aliases, range(2019, 2026), lineage, years)


def said(change: Change) -> list[tuple[str, dict]]:
    made, problems = rows_of(change, known())
    assert bool(problems) != bool(made)
    return [(one.code, one.fields) for one in problems]


def merged_into(*units: str, on: dt.date = JULY, block: str | None = None, kind: str = "xa"):
    return Change("merge", on, NQ, units, (NewUnit("M", "Phường M", kind, block=block),))


def test_a_unit_that_went_into_another_does_not_go_once_more():
    """On the day of the first merger the old commune still lived the day before: only its succession tells."""
    assert said(merged_into("A", "C")) == [
        ("succeeded_twice", {"unit": "Xã A", "first": "Phường N", "second": "Phường M"})
    ]
    (ends,) = said(Change("end", JULY, NQ, ("A",)))
    assert ends == ("succeeded_twice", {"unit": "Xã A", "first": "Phường N", "second": "–"})
    assert said(merged_into("C", "D")) == []


def test_a_file_is_looked_at_like_a_form_and_each_unit_goes_once_inside_it_too():
    rows = [("C", "M1"), ("D", "M1"), ("C", "M2")]
    lineage = pd.DataFrame(
        [
            {
                "before": one,
                "after": other,
                "on": pd.Timestamp(JULY),
                "kind": "merge",
                "document": NQ,
            }
            for one, other in rows
        ]
    )
    new = pd.DataFrame(
        [{"unit": one, "name": one, "kind": "xa", "valid_from": JULY} for one in ("M1", "M2")]
        + [{"unit": one, "valid_to": pd.Timestamp(2025, 6, 30)} for one in "CD"]
    )
    found = faults_of({"lineage": lineage, "units": new}, known())
    assert [(one.code, one.fields["unit"]) for one in found] == [("succeeded_twice", "Xã C")]
    split = lineage.assign(kind="split")[lambda rows: rows["before"] == "C"]
    assert faults_of({"lineage": split, "units": new}, known()) == []


def test_a_successor_that_was_there_already_or_begins_too_early_would_count_the_same_years_twice():
    lineage = pd.DataFrame(
        [{"before": "C", "after": "D", "on": pd.Timestamp(JULY), "kind": "merge", "document": NQ}]
    )
    ended = pd.DataFrame([{"unit": "C", "valid_to": pd.Timestamp(2025, 6, 30)}])
    (found,) = faults_of({"lineage": lineage, "units": ended}, known())
    assert (found.code, found.fields["before"], found.fields["after"]) == (
        "lives_overlap",
        "Xã C",
        "Xã D",
    )


def test_a_life_does_not_end_before_it_begins():
    backwards = pd.DataFrame([{"unit": "N", "valid_to": pd.Timestamp(2025, 6, 1)}])
    assert [one.code for one in faults_of({"units": backwards}, known())] == ["life_backwards"]


def test_a_living_unit_stands_in_no_block_whose_units_have_all_ended():
    dead = Change("regroup", units=("C",), year=2025, block="Cụm huyện")
    (found,) = said(dead)
    assert found == (
        "block_dead",
        {"unit": "Xã C", "block": "Cụm huyện", "year": 2025, "blocks": "Cụm xã; Khối sở"},
    )
    assert said(Change("regroup", units=("C",), year=2024, block="Cụm cũ")) == []
    assert said(Change("regroup", units=("C",), year=2025, block="Cụm mới")) == []


def test_a_block_that_ends_in_this_very_change_may_go_on_with_the_new_unit():
    alone = known()
    years = alone.unit_years.replace({"Cụm xã": "Cụm cũ"})
    only = alone._replace(unit_years=years[years["unit"] != "N"])
    made, problems = rows_of(merged_into("C", "D", block="Cụm cũ"), only)
    assert problems == [] and "M" in set(made["units"]["unit"])


def test_a_unit_is_not_put_among_units_of_another_kind_while_its_own_kind_has_a_block():
    (found,) = said(merged_into("C", "D", block="Khối sở", on=dt.date(2025, 1, 1)))
    assert found == (
        "block_of_other_kind",
        {
            "unit": "Phường M",
            "block": "Khối sở",
            "year": 2025,
            "others": "Sở S",
            "blocks": "Cụm xã",
        },
    )
    (regrouped,) = said(Change("regroup", units=("S",), year=2025, block="Cụm xã"))
    assert regrouped[0] == "block_of_other_kind"


def test_only_blocks_that_live_are_offered():
    one = known()
    assert living_blocks(one.units, one.unit_years, 2025) == ["Cụm xã", "Khối sở"]
    assert living_blocks(one.units, one.unit_years, 2024) == [
        "Cụm cũ",
        "Cụm huyện",
        "Cụm xã",
        "Khối sở",
    ]
    assert living_blocks(one.units, one.unit_years, 2027) == ["Cụm xã", "Khối sở"]


@pytest.mark.parametrize("year", [2019, 2025])
def test_what_is_said_of_a_unit_without_a_block_is_nothing(year):
    assert said(Change("regroup", units=("C",), year=year, staff=12)) == []
