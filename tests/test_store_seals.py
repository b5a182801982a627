"""Sealed figures never change; what people enter about meetings is only added to; a backup carries all of it."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from data_access import backup, restoring
from data_access.store import SealError, StoreError, connect

ABOUT = {
    "name": "Họp tổng kết",
    "milestone": "m25",
    "year": 2025,
    "as_of": dt.date(2026, 1, 15),
    "who": "Lan",
    "note": None,
    "illustrative": False,
    "change": 3,
}
CONCLUSION = {
    "who": "Lan",
    "meeting": "Họp tổng kết",
    "agreed_on": dt.date(2026, 1, 20),
    "unit": "SNV",
    "what": "Niêm yết đủ thủ tục",
    "responsible": "Giám đốc Sở",
    "due": dt.date(2026, 3, 31),
}


def test_a_seal_is_read_back_byte_for_byte(store):
    number = store.seal(b"\x00\x1fsealed\xff", "ab12", **ABOUT)
    kept = store.load_seal(number)
    assert (kept.content, kept.fingerprint, kept.as_of, kept.name, kept.illustrative) == (
        b"\x00\x1fsealed\xff",
        "ab12",
        dt.date(2026, 1, 15),
        "Họp tổng kết",
        False,
    )
    assert kept.at.tzinfo is not None


def test_seals_are_listed_newest_first_without_their_content(store):
    first, second = (
        store.seal(b"a", "1", **ABOUT),
        store.seal(b"b", "2", **{**ABOUT, "name": "Chốt lại"}),
    )
    listed = store.seals()
    assert listed["id"].tolist() == [second, first]
    assert listed["name"].tolist() == ["Chốt lại", "Họp tổng kết"]
    assert "content" not in listed


def test_sealing_makes_no_calculation_stale(store):
    before = store.last_change()
    store.seal(b"a", "1", **ABOUT)
    store.enter("conclusions", **CONCLUSION)
    assert store.last_change() == before


def test_an_unknown_seal_and_a_seal_without_a_name_are_refused(store):
    with pytest.raises(SealError) as unknown:
        store.load_seal(7)
    with pytest.raises(SealError) as nameless:
        store.seal(b"a", "1", **{**ABOUT, "name": "  "})
    assert (unknown.value.code, nameless.value.code, nameless.value.fields) == (
        "seal_unknown",
        "entry_missing",
        {"table": "seals", "column": "name"},
    )
    assert store.seals().empty


def test_a_conclusion_is_open_until_its_last_step_says_otherwise(store):
    number, other = (
        store.enter("conclusions", **CONCLUSION),
        store.enter("conclusions", **{**CONCLUSION, "unit": None, "due": None}),
    )
    assert store.conclusions()["state"].tolist() == ["open", "open"]
    store.enter(
        "conclusion_steps",
        conclusion_id=number,
        who="Bình",
        on=dt.date(2026, 3, 1),
        state="done",
        evidence="Báo cáo 12/BC-SNV",
    )
    store.enter(
        "conclusion_steps",
        conclusion_id=number,
        who="Lan",
        on=dt.date(2026, 3, 5),
        state="open",
        evidence="Còn thiếu 3 thủ tục",
    )
    now = store.conclusions().set_index("id")
    assert (now.at[number, "state"], now.at[number, "evidence"], now.at[number, "closed_by"]) == (
        "open",
        "Còn thiếu 3 thủ tục",
        "Lan",
    )
    assert now["unit"].isna().tolist() == [False, True]
    assert now.at[other, "state"] == "open"
    assert len(store.entered("conclusion_steps")) == 2, "both steps are kept"


SITTING = dict(members=11, present=9, issued=9, collected=9, valid=8, invalid=1, reason=None)
BALLOTS = dict(person=None, form="Giấy khen", agree=7, disagree=1, reason=None)


def test_one_press_is_one_deed_of_several_tables(store):
    about = {"milestone": "m25"}
    entries = [("vote_counts", {**about, **SITTING})]
    entries += [("votes", {**about, **BALLOTS, "unit": unit}) for unit in ("SNV", "STC")]
    assert store.enter_many(entries, who="Lan") == [1, 1, 2]
    assert store.entered("votes")[["unit", "who"]].values.tolist() == [
        ["SNV", "Lan"],
        ["STC", "Lan"],
    ]
    assert store.enter_many([], who="Lan") == []
    assert store.journal()["action"].tolist()[:3] == ["votes.added"] * 2 + ["vote_counts.added"]


@pytest.mark.parametrize("wrong", [{"unit": ""}, {"form": "Giấy\x00khen"}])
def test_of_a_press_that_fails_in_the_middle_nothing_is_kept(store, wrong):
    """The second row is refused by the store's own check, or by the database while it is written: the first is gone with it, the third never tried."""
    before, about = store.journal(), {"milestone": "m25", **BALLOTS, "unit": "SNV"}
    entries = [("vote_counts", {"milestone": "m25", **SITTING})]
    entries += [("votes", about), ("votes", {**about, **wrong}), ("votes", about)]
    with pytest.raises(StoreError):
        store.enter_many(entries, who="Lan")
    assert store.entered("vote_counts").empty and store.entered("votes").empty
    pd.testing.assert_frame_equal(store.journal(), before)
    store.enter_many(entries[:2], who="Lan")  # the same press again, mended, stands once
    assert len(store.entered("vote_counts")) == len(store.entered("votes")) == 1
    assert not store.prove().faults


WAIVER = {
    "milestone": "m25",
    "year": 2025,
    "code": "heads",
    "step": "given",
    "reason": "Họp 15/1/2026",
}
PUBLISHED = {"year": 2025, "step": "published", "on": dt.date(2026, 1, 15), "meeting": "Họp"}


def test_what_is_sealed_to_be_published_stands_with_its_waivers_and_its_publication(store):
    number = store.seal(b"a", "1", waivers=[WAIVER], published=PUBLISHED, **ABOUT)
    assert store.entered("waivers")[["code", "who"]].values.tolist() == [["heads", "Lan"]]
    assert store.entered("published_years")["seal"].tolist() == [number]
    actions = ["published_years.published", "seal", "waivers.given"]
    assert store.journal()["action"].tolist()[:3] == actions


def test_a_publication_that_is_refused_leaves_neither_seal_nor_waiver(store):
    before = store.journal()
    with pytest.raises(StoreError):
        store.seal(b"a", "1", waivers=[WAIVER], published={**PUBLISHED, "step": "shown"}, **ABOUT)
    assert store.seals().empty
    assert store.entered("waivers").empty and store.entered("published_years").empty
    pd.testing.assert_frame_equal(store.journal(), before)


def test_what_is_incomplete_or_bears_an_unknown_code_is_refused(store):
    with pytest.raises(SealError) as missing:
        store.enter("conclusions", **{**CONCLUSION, "what": ""})
    with pytest.raises(SealError) as code:
        store.enter(
            "replies",
            who="Lan",
            unit="SNV",
            year=2025,
            kind="lời",
            indicator=None,
            rule=None,
            dated=dt.date(2026, 1, 1),
            text="…",
        )
    assert (missing.value.code, code.value.code, code.value.fields["value"]) == (
        "entry_missing",
        "entry_code",
        "lời",
    )


def fill(store) -> None:
    store.seal(b"\x00sealed", "1", **ABOUT)
    number = store.enter("conclusions", **CONCLUSION)
    store.enter(
        "conclusion_steps",
        conclusion_id=number,
        who="Bình",
        on=dt.date(2026, 3, 1),
        state="done",
        evidence=None,
    )
    store.enter(
        "replies",
        who="Lan",
        unit="SNV",
        year=2025,
        kind="reply",
        indicator="score",
        rule="target",
        dated=dt.date(2026, 1, 2),
        text="Thiếu người",
    )
    store.enter(
        "publications",
        who="Lan",
        unit="SNV",
        year=2025,
        indicator="score",
        rule="target",
        step="notified",
        on=dt.date(2026, 1, 1),
        meeting=None,
        reason="Điểm 70",
    )
    store.save_word_template("mau.docx", b"PK\x00mau", "Lan")


def everything(store) -> list:
    kept = store.word_template()
    frames = [
        store.seals(),
        store.conclusions(),
        *(store.entered(name) for name in ("replies", "publications", "conclusion_steps")),
    ]
    return [
        *(frame.astype(object).where(frame.notna(), None).values.tolist() for frame in frames),
        list(kept) if kept else [],
    ]


@pytest.mark.parametrize("target", ["sqlite_url", "postgresql_url"])
def test_a_backup_carries_seals_and_all_that_was_entered(store, target, request, tmp_path):
    fill(store)
    backup.backup(store, tmp_path / "kho.sqlite")
    before = everything(store)
    url = (
        f"sqlite:///{tmp_path / 'other.sqlite'}"
        if target == "sqlite_url"
        else request.getfixturevalue(target)
    )
    store.close()
    with connect(url) as other:
        restoring.restore(other, tmp_path / "kho.sqlite", force=True)
        assert everything(other) == before
        assert other.load_seal(other.seals()["id"].iloc[0]).content == b"\x00sealed"
        fill(other)
        assert len(other.seals()) == 2


def test_the_word_template_chosen_last_is_in_use_until_none_is_wanted(store):
    assert store.word_template() is None
    store.save_word_template("a.docx", b"a", "Lan")
    store.save_word_template("b.docx", b"b\x00", "Bình")
    used = store.word_template()
    assert (used.name, used.content, used.who, used.at.tzinfo is not None) == (
        "b.docx",
        b"b\x00",
        "Bình",
        True,
    )
    store.save_word_template(None, None, "Lan")
    assert store.word_template() is None


def test_emptying_the_store_of_figures_keeps_the_plan_and_the_word_template(store):
    fill(store)
    store.empty(keep_plan=True)
    assert store.seals().empty and store.word_template().name == "mau.docx"


def test_emptying_the_store_empties_it_of_meetings_too(store):
    fill(store)
    store.empty()
    assert all(not rows for rows in everything(store))
