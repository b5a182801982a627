"""Files on their way to the store: checked together without storing, stored one after another, each whole or not at all."""

from __future__ import annotations

import pytest
from small_files import PLAN

from data_access.loading import Given, check_files, load_files
from data_access.store import StoreMovedError

UNITS = Given("dv.csv", "unit,name,kind\nM1,Xã Mới,Xã\n".encode())
RESULTS = Given("kq.csv", "unit,criterion,year,value\nXã Mới,TC1,2022,5\n".encode())
WRONG = Given("sai.csv", b"unit,criterion,year,value\nM1,TC1,2022,99\n")
CORRECTED = Given("sua.csv", b"unit,criterion,year,value\nM1,TC1,2022,6\n")


def test_checking_stores_nothing_knows_the_units_of_the_other_files_and_answers_in_the_order_given(
    sqlite_store,
):
    steps = []
    loaded = check_files(
        sqlite_store, PLAN, [RESULTS, WRONG, UNITS], lambda *step: steps.append(step)
    )
    assert [one.name for one in loaded] == ["kq.csv", "sai.csv", "dv.csv"]
    assert [one.refused for one in loaded] == [False, True, False]
    assert loaded[0].changes["change"].tolist() == ["new"] and loaded[0].tables["results"][
        "unit"
    ].tolist() == ["M1"]
    assert sqlite_store.last_change() == 0
    assert [done for done, _, _ in steps] == list(range(9)) and {of for _, of, _ in steps} == {9}


def test_files_are_stored_with_those_that_bring_units_first_and_a_wrong_one_stops_no_other(
    sqlite_store,
):
    loaded = load_files(sqlite_store, PLAN, [RESULTS, WRONG, UNITS], who="Lan")
    assert [one.saved is not None for one in loaded] == [True, False, True]
    assert sqlite_store.imports()["file"].tolist() == ["kq.csv", "dv.csv"], "newest first"
    assert sqlite_store.load("results")["value"].tolist() == [5.0]


def test_a_file_that_is_live_already_would_change_nothing_whatever_came_after_it(sqlite_store):
    load_files(sqlite_store, PLAN, [UNITS, RESULTS], who="Lan")
    load_files(sqlite_store, PLAN, [CORRECTED], who="Lan")
    (again,) = check_files(sqlite_store, PLAN, [RESULTS])
    assert again.changes.empty and not again.refused
    assert load_files(sqlite_store, PLAN, [RESULTS], who="Lan")[0].saved.outcome == "same_file"
    assert sqlite_store.load("results")["value"].tolist() == [6.0]


def test_several_files_agreed_on_together_are_stored_but_not_on_a_store_that_moved_meanwhile(
    sqlite_store,
):
    load_files(sqlite_store, PLAN, [UNITS], who="Lan")
    seen = sqlite_store.last_change()
    other = Given("khac.csv", b"unit,criterion,year,value\nM1,TC1,2023,7\n")
    assert [
        one.saved.outcome
        for one in load_files(sqlite_store, PLAN, [RESULTS, other], who="Lan", seen=seen)
    ] == ["stored", "stored"]
    late = load_files(sqlite_store, PLAN, [CORRECTED, WRONG], who="Minh", seen=seen)
    assert isinstance(late[0].error, StoreMovedError) and late[0].refused and late[0].saved is None
    assert late[1].error is None and late[1].refused, "a file with errors of its own says those"
    assert sqlite_store.load("results")["value"].tolist() == [5.0, 7.0]


@pytest.mark.parametrize("files", [[], [WRONG]])
def test_nothing_usable_changes_nothing(sqlite_store, files):
    assert all(one.refused for one in load_files(sqlite_store, PLAN, files, who="Lan"))
    assert sqlite_store.last_change() == 0


def test_a_unit_that_went_into_another_is_never_given_a_second_successor_by_a_file(sqlite_store):
    """Whatever way a list of mergers comes in: its ballots would count twice."""
    units = (
        "unit,name,kind,valid_from,valid_to\nA,Xã A,Xã,,2025-06-30\nB,Xã B,Xã,2025-07-01,\n"
        "C,Xã C,Xã,2025-07-01,\n"
    )
    head = "before,after,on,kind,document\n"
    first = Given("lan1.csv", f"{head}A,B,2025-07-01,merge,NQ 1\n".encode())
    second = Given("lan2.csv", f"{head}A,C,2025-07-01,merge,NQ 2\n".encode())
    done = load_files(sqlite_store, PLAN, [Given("dv.csv", units.encode()), first], who="Lan")
    assert [one.refused for one in done] == [False, False]
    (again,) = load_files(sqlite_store, PLAN, [first], who="Lan")
    assert not again.refused
    (twice,) = load_files(sqlite_store, PLAN, [second], who="Lan")
    assert twice.problems["code"].tolist() == ["succeeded_twice"] and twice.saved is None
    assert sqlite_store.load("lineage")["after"].tolist() == ["B"]


def test_lives_and_blocks_that_nobody_would_want_are_refused_or_asked_with_their_cell(sqlite_store):
    """The same rules as on the page of units: overlapping lives and a dead block are refused, a block of another kind is asked."""
    units = (
        "unit,name,kind,block,valid_from,valid_to\nA,Xã A,Xã,Cụm xã,,\nB,Xã B,Xã,Cụm xã,2025-07-01,\n"
        "H,Xã H,Xã,Cụm huyện,,2025-06-30\nS,Sở S,Sở,Khối sở,,\n"
    )
    plan = {**PLAN, "first_year": 2025, "last_year": 2025}
    lives = Given("sap-nhap.csv", b"before,after,on,kind,document\nA,B,2025-07-01,merge,NQ 1\n")
    ended = Given("ket-thuc.csv", b"unit,name,valid_to\nA,X\xc3\xa3 A,2025-06-30\n")
    dead, other, again = (
        Given(f"{name}.csv", f"unit,year,block\nB,2025,{block}\n".encode())
        for name, block in (("chet", "Cụm huyện"), ("khac", "Khối sở"), ("cu", "Cụm xã"))
    )

    def load(*files: Given, **more):
        done = load_files(sqlite_store, plan, files, who="Lan", **more)
        return [[(one, cell) for one, cell in zip(kept.problems["code"], kept.problems["cell"])] for kept in done]  # fmt: skip

    assert load(Given("dv.csv", units.encode())) == [[]]
    assert load(lives, dead, other) == [
        [("lives_overlap", "A2")],
        [("block_dead", "A2")],
        [("block_of_other_kind", "A2")],
    ]
    assert sqlite_store.load("lineage").empty
    assert load(other, confirmed={("khac.csv", "block_of_other_kind")})[0], "told as a warning"
    assert sqlite_store.load("unit_years").set_index("unit").at["B", "block"] == "Khối sở"
    assert load(again) == [[]]
    assert load(ended, lives) == [[], []], "the end comes first, in the same run"
    assert sqlite_store.load("lineage")["after"].tolist() == ["B"]
