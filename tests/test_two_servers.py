"""Two servers on one store, each with a connection of its own: of two people at once the second is told, and nobody's work is lost."""

from __future__ import annotations

import pandas as pd
import pytest

from data_access.store import PlanMovedError, SealError, StoreMovedError, connect

pytestmark = pytest.mark.slow


@pytest.fixture
def servers(store_url):
    with connect(store_url) as first, connect(store_url) as second:
        first.save_plan("a = 0", "Lan")
        yield first, second


def test_of_two_editors_of_the_plan_the_second_is_told_by_whom_and_keeps_the_draft(servers):
    first, second = servers
    seen = [one.last_change() for one in servers]
    draft = {"draft": "x", "base": 1, "body": "a = 2", "state": "open"}
    second.enter("plan_drafts", who="Minh", **draft)
    assert first.save_plan("a = 1", "Lan", seen=seen[0]) == 2
    with pytest.raises(PlanMovedError) as moved:
        second.save_plan("a = 2", "Minh", seen=seen[1])
    assert moved.value.fields == {"version": 2, "who": "Lan"}
    assert second.current_plan().body == "a = 1"
    assert first.entered("plan_drafts")["body"].tolist() == ["a = 2"]


def test_of_two_changes_of_units_the_second_looks_again_and_both_are_kept_in_turn(servers):
    first, second = servers
    names = [pd.DataFrame([{"unit": "A", "name": name}]) for name in ("Xã A mới", "Xã A khác")]
    seen = second.last_change()
    first.save({"units": names[0]}, file=None, content=None, who="Lan", seen=seen)
    with pytest.raises(StoreMovedError):
        second.save({"units": names[1]}, file=None, content=None, who="Minh", seen=seen)
    assert second.load("units")["name"].tolist() == ["Xã A mới"]
    second.save({"units": names[1]}, file=None, content=None, who="Minh", seen=second.last_change())
    assert first.history("units", {"unit": "A"})["name"].tolist() == ["Xã A khác", "Xã A mới"]


def test_two_answers_to_one_flag_are_both_kept_and_a_dispute_is_decided_once(servers):
    first, second = servers
    about = {"unit": "A", "year": 2024}
    for server, text in zip(servers, ("vì thiếu người", "vì mất điện"), strict=True):
        reply = {"kind": "reply", "indicator": "TC1", "rule": "target", "text": text}
        server.enter("replies", who="Lan", dated=pd.Timestamp(2025, 1, 5).date(), **about, **reply)
    assert first.entered("replies")["text"].tolist() == ["vì thiếu người", "vì mất điện"]
    asked = {"criterion": "TC1", "stage": "self", "was": "3", "wanted": "4", "text": "biên bản"}
    number = first.enter("disputes", who="Đơn vị", **about, **asked)
    first.enter("dispute_steps", who="Lan", dispute=number, **about, state="received")
    first.enter("dispute_steps", who="Lan", dispute=number, **about, state="accepted", now="4")
    with pytest.raises(SealError) as told:
        second.enter("dispute_steps", who="Minh", dispute=number, **about, state="refused")
    assert (told.value.code, told.value.fields["who"]) == ("decided_already", "Lan")
    assert second.entered("dispute_steps")["state"].tolist() == ["received", "accepted"]
