"""The council's vote in the papers: minutes of the count, proposal and draft decision say the same, and what is not counted stays blank."""

from __future__ import annotations

import pytest
from test_exports_dossier import OWN, RULES, draft, listed, made

from dashboard.exports.dossier import dossier_words as words
from dashboard.exports.paper.contents import Blank, Text

pytestmark = pytest.mark.slow

SITTING = {
    "id": 1,
    "milestone": "m25",
    "members": 10,
    "present": 9,
    "issued": 9,
    "collected": 9,
    "valid": 8,
    "invalid": 1,
}
LAW = """
[award_law]
quorum = 0.7
[award_law.law]
name = "Luật thử"
[[award_law.titles]]
code = "bk"
name = "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh"
kind = "form"
bearers = ["person", "collective"]
vote_share = 0.7
[[award_law.titles]]
code = "bk_ttg"
name = "Bằng khen của Thủ tướng Chính phủ"
kind = "form"
bearers = ["person", "collective"]
"""
SCORES = {f"U{place}": 95.0 - place for place in range(8)}


def votes(*rows: tuple) -> list[dict]:
    """From (unit, person, agree, disagree)."""
    return [
        {"id": n, "milestone": "m25", "unit": unit, "person": person, "form": OWN, "agree": agree, "disagree": against}
        for n, (unit, person, agree, against) in enumerate(rows)
    ]  # fmt: skip


def said(paper) -> str:
    return " ".join(one.text for one in paper.blocks if isinstance(one, (Text, Blank)))


@pytest.fixture(scope="module")
def counted():
    person = {"person": "Trần Thị Mai", "post": "Chuyên viên", "achievement": "Giải nhất"}
    nominee = {"id": 1, "milestone": "m25", "unit": "U1", "form": OWN, "step": "proposed"}
    given = votes(("U1", None, 7, 1), ("U2", None, 6, 2), ("U1", "Trần Thị Mai", 4, 4))
    sitting = [{**SITTING, "reason": None}]
    return made(SCORES, RULES + LAW, nominees=[nominee | person], vote_counts=sitting, votes=given)


def test_the_minutes_of_the_count_have_the_numbers_and_blanks_where_nobody_counted(counted):
    paper = draft(counted, "count")
    assert "thành viên Hội đồng: 10; có mặt: 9; số phiếu phát ra: 9" in said(paper)
    assert "hợp lệ: 8; không hợp lệ: 1" in said(paper) and "phải có mặt: 70%" in said(paper)
    assert "Bằng khen của Thủ tướng Chính phủ: …… (chưa có trong tệp quy định)" in said(paper)
    rows = {row[1]: row[3:] for row in listed(paper)}
    assert rows["Đơn vị U1"] == ("7", "1", "70,0%", "đạt")
    assert rows["Đơn vị U2"] == ("6", "2", "60,0%", "không đạt")
    assert rows["Trần Thị Mai (Đơn vị U1)"] == ("4", "4", "40,0%", "không đạt")
    assert rows["Đơn vị U0"] == rows["Đơn vị U3"] == ("", "", "", "")


def test_who_is_below_the_share_is_in_no_list_of_the_decision_and_the_proposal_says_so(counted):
    decision, proposal = draft(counted, "decision"), draft(counted, "proposal")
    names = [row[1] for row in listed(decision)]
    assert names == ["Đơn vị U1", "Đơn vị U3", "Đơn vị U4"]
    assert {len(row) for row in listed(decision)} == {3}, "names alone, no remark for the council"
    assert f"Tặng {OWN} cho 3 tập thể đã có" in said(decision)
    assert "Chưa kiểm phiếu: Đơn vị U0; Đơn vị U3; Đơn vị U4" in said(decision)
    assert "có 9/10 thành viên dự" in said(proposal)
    assert "Đơn vị U2 (6 phiếu đồng ý, không đạt)" in said(proposal)
    assert "Đề nghị khen thưởng 4 tập thể (danh" in said(proposal)
    assert f"{words.REPORTS_FOLDER}/Đơn vị U2" not in [one.name for one in counted.dossier]


def test_the_minutes_of_the_sitting_count_what_came_out(counted):
    minutes = said(draft(counted, "minutes"))
    assert (
        "trong 6 tập thể, cá nhân có 1 đạt, 2 không đạt, 3 chưa kiểm phiếu." in minutes
        and "có mặt 9/10; vắng 1" in minutes
    )
    assert "trình Hội đồng: 5 tập thể và 1 cá nhân" in minutes


def test_more_than_half_stands_in_the_minutes_of_the_count_and_half_carries_nobody():
    law = LAW.replace("vote_share = 0.7", "vote_share = 0.5\nmore_than = true")
    given = votes(("U1", None, 5, 3), ("U2", None, 6, 2))  # of ten members
    sitting = [{**SITTING, "reason": None}]
    paper = draft(made(SCORES, RULES + law, vote_counts=sitting, votes=given), "count")
    assert f"{OWN}: trên 50%" in said(paper)
    outcomes = {row[1]: row[-1] for row in listed(paper)}
    assert (outcomes["Đơn vị U1"], outcomes["Đơn vị U2"]) == ("không đạt", "đạt")


def test_the_ballot_still_asks_for_everybody(counted):
    assert len(listed(draft(counted, "ballot"))) == 6


def test_a_sitting_without_quorum_commends_nobody_and_says_why():
    small = [{**SITTING, "present": 6, "reason": None}]
    found = made(SCORES, RULES + LAW, vote_counts=small, votes=votes(("U1", None, 8, 0)))
    assert "Có mặt 6/10 thành viên, không đủ tỷ lệ" in said(draft(found, "proposal"))
    assert "Đơn vị U1" not in [row[1] for row in listed(draft(found, "decision"))]
