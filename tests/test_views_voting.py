"""The sheet of a vote: what is typed is read and held against itself, and only what is new is stored."""

from __future__ import annotations

import pandas as pd
from test_council_vote import ELEVEN, FORM, asked, law

from dashboard.assessment.council_vote import outcomes
from dashboard.views import voted
from dashboard.views.voting import Changed, changed, sheet, typed_of

TEXTS = {name: str(value) for name, value in ELEVEN._asdict().items()}


def rows(votes: dict[str, tuple[int, int]]) -> pd.DataFrame:
    by_key = {(name, "", FORM): pair for name, pair in votes.items()}
    return outcomes(asked("A", "B"), ELEVEN, by_key, law())


def edited(*pairs: tuple[str, str]) -> pd.DataFrame:
    return pd.DataFrame(pairs, columns=["agree", "disagree"])


def test_the_sheet_begins_with_what_is_counted_and_empty_where_nothing_is():
    shown = sheet(rows({"A": (9, 0)}))
    assert shown[["agree", "disagree", "told"]].values.tolist() == [
        ["9", "0", "81,8%"],
        ["", "", ""],
    ]
    assert shown["key"].is_unique


def test_only_what_differs_is_new_and_a_number_that_stood_is_a_correction():
    known = rows({"A": (9, 0)})
    typed = typed_of(known, TEXTS, edited(("9", "0"), ("8", " 1 ")))
    b = {"unit": "B", "person": None, "form": FORM, "agree": 8, "disagree": 1}
    assert changed(known, ELEVEN, typed) == Changed(None, [b], False, "1 dòng phiếu")
    back = typed_of(known, TEXTS, edited(("", ""), ("", "")))
    found = changed(known, ELEVEN, back)
    assert found.corrects and found.votes[0]["agree"] is None
    assert changed(known, ELEVEN, typed_of(known, TEXTS, edited(("9", "0"), ("", "")))).said == ""


def test_what_is_no_number_of_ballots_is_told_by_the_line_that_it_stands_in():
    found = typed_of(rows({}), TEXTS, edited(("9,5", "0"), ("", "")))
    assert found.mistakes == ["“9,5” ở dòng Đơn vị A không phải số phiếu: hãy ghi số nguyên từ 0."]
    found = typed_of(rows({}), {**TEXTS, "valid": ""}, edited(("", ""), ("", "")))
    assert "đủ sáu số" in found.mistakes[0]


def test_what_was_entered_is_told_the_newest_first_with_its_reason():
    at = pd.Timestamp("2026-11-29 03:05", tz="UTC")
    count = {"id": 1, "at": at, "who": "Lan", "milestone": "m", **ELEVEN._asdict(), "reason": None}
    vote = {"id": 1, "milestone": "m", "unit": "A", "person": None, "form": FORM}
    votes = [
        {**vote, "at": at, "who": "Lan", "agree": 9, "disagree": 0, "reason": None},
        {**vote, "at": at + pd.Timedelta("1h"), "who": "Mai", "agree": 8, "disagree": 1, "reason": "đếm lại"},
    ]  # fmt: skip
    table = voted.history(pd.DataFrame([count]), pd.DataFrame(votes), "m", {"A": "Sở A"})
    assert [row[1:] for row in table.rows[:1]] == [
        ("Mai", f"Sở A: {FORM}", "8 đồng ý, 1 không đồng ý", "đếm lại")
    ]
    assert table.rows[0][0] == "11:05 29/11/2026" and len(table.rows) == 3
