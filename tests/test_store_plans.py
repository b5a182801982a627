"""The plan is data with versions: who changed it, when and why."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pandas as pd
import pytest

from data_access.store import PlanMovedError, SealError, StoreMovedError, handed_in


def test_a_new_store_has_no_plan(store):
    assert store.current_plan() is None
    assert store.plan_versions().empty


def test_each_changed_text_is_a_version_and_the_newest_is_current(store):
    first = store.save_plan('name = "Văn hóa công sở"\n', "Lan", "bản đầu")
    second = store.save_plan('name = "Văn hóa công vụ"\n', "Bình")

    assert (first, second) == (1, 2)
    assert store.current_plan()[:1] + store.current_plan()[2:] == (
        2,
        "Bình",
        None,
        'name = "Văn hóa công vụ"\n',
    )
    assert store.plan_versions()[["version", "who"]].values.tolist() == [[2, "Bình"], [1, "Lan"]]
    assert store.current_plan().at == store.plan_versions()["at"].iloc[0]


def test_an_unchanged_text_makes_no_version_and_no_change(store):
    store.save_plan("a = 1", "Lan")
    assert store.save_plan("a = 1", "Bình", "lần nữa") == 1
    assert store.last_change() == 1


def test_going_back_to_an_older_text_is_a_version_of_its_own(store):
    for body in ("a = 1", "a = 2", "a = 1"):
        store.save_plan(body, "Lan")
    assert store.plan_versions()["version"].tolist() == [3, 2, 1]


def test_of_several_who_edited_the_same_plan_one_is_stored_and_the_others_keep_their_draft(store):
    """Twelve people edit the same plan at once: eleven are told who was first, none of the twelve is lost."""
    store.save_plan("a = 0", "Lan")
    seen = store.last_change()

    def save(number):
        try:
            store.save_plan(f"a = {number}", f"N{number}", seen=seen)
            return None
        except PlanMovedError as moved:
            row = {"draft": f"N{number}", "base": 1, "body": f"a = {number}", "state": "open"}
            store.enter("plan_drafts", who=f"N{number}", **row)
            return moved.fields

    with ThreadPoolExecutor(6) as pool:
        refused = [one for one in pool.map(save, range(1, 13)) if one]
    winner = store.current_plan()
    assert winner.version == 2 and refused == [{"version": 2, "who": winner.who}] * 11
    kept = {winner.body, *store.entered("plan_drafts")["body"]}
    assert kept == {f"a = {number}" for number in range(1, 13)}


def test_what_else_was_stored_since_is_told_too_since_the_consequences_shown_are_no_longer_true(
    store,
):
    store.save_plan("a = 0", "Lan")
    seen = store.last_change()
    units = pd.DataFrame([{"unit": "A", "name": "Đơn vị A"}])
    store.save({"units": units}, file=None, content=None, who="Bình")
    with pytest.raises(StoreMovedError) as moved:
        store.save_plan("a = 1", "Lan", seen=seen)
    assert moved.value.code == "store_moved" and store.current_plan().body == "a = 0"
    assert store.save_plan("a = 1", "Lan", seen=store.last_change()) == 2


def test_the_journal_does_not_repeat_the_text_of_a_draft(store):
    row = {"draft": "x", "base": 0, "body": "a = 1", "state": "open"}
    store.enter("plan_drafts", who="Lan", **row)
    newest = store.journal().iloc[0]
    assert newest["action"] == "plan_drafts.open" and "body" not in newest["detail"]
    with pytest.raises(SealError):
        store.enter("plan_drafts", who="Lan", **{**row, "state": "khác"})


def test_a_file_that_is_handed_in_is_kept_with_the_row_that_names_it_or_not_at_all(store):
    given = {"unit": "A", "year": 2024, "kind": "workbook", "who": "Lan"}
    store.hand_in("submissions", "a.xlsx", b"bytes", **given)
    (row,) = store.entered("submissions").to_dict("records")
    assert row["file"] == "a.xlsx" and store.file(row["sha256"]).content == b"bytes"
    with pytest.raises(SealError):
        store.hand_in("submissions", "b.xlsx", b"others", **{**given, "kind": "khác"})
    assert store.prove().files == 1


def test_a_unit_hands_in_files_of_so_many_bytes_and_so_much_a_day(store, monkeypatch):
    given = {"who": "Lan", "unit": "SNV", "year": 2024, "kind": "workbook"}
    with pytest.raises(SealError) as refused:
        store.hand_in("submissions", "a.xlsx", b"x" * (handed_in.LARGEST + 1), **given)
    assert refused.value.code == "sent_too_large"
    monkeypatch.setattr(handed_in, "A_DAY", 10)
    store.hand_in("submissions", "a.xlsx", b"123456", **given)
    store.hand_in("submissions", "lan-nua.xlsx", b"1234", **given)
    with pytest.raises(SealError) as refused:
        store.hand_in("submissions", "b.xlsx", b"7", **given)
    assert refused.value.code == "sent_too_much"
    store.hand_in("submissions", "c.xlsx", b"1234567890", **{**given, "unit": "STC"})
    assert store.entered("submissions")["file"].tolist() == ["a.xlsx", "lan-nua.xlsx", "c.xlsx"]
