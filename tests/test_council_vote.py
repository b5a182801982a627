"""The council's vote: worked by hand on a council of eleven; ties, invalid ballots, a law that is silent, counts that cannot be."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.assessment import council_vote as vote
from dashboard.assessment.council_vote import Count, mistakes, outcomes
from dashboard.plan.award_law import AwardLaw, shipped_law
from dashboard.views import voted

ELEVEN = Count(11, 10, 10, 10, 9, 1)
FORM, SILENT = "Bằng khen", "Giấy khen"


def law(
    quorum: float | None = None, base: str = "members", share: float = 0.8, more: bool = False
) -> AwardLaw:
    """Eight in ten for “Bằng khen”, nothing said of “Giấy khen”."""
    needed = {"vote_share": share, "more_than": more}
    titles = tuple(
        one.model_copy(update=needed) if one.code == "bk_tinh" else one
        for one in shipped_law().titles
    )
    return shipped_law().model_copy(update={"titles": titles, "quorum": quorum, "vote_base": base})


def asked(*names: str, form: str = FORM, places: int | None = None) -> pd.DataFrame:
    rows = [(name, "", f"Đơn vị {name}", form, form, places) for name in names]
    return pd.DataFrame(rows, columns=vote.CANDIDATES).astype({"places": object})


def outcome(votes: dict[str, tuple[int, int]], count: Count | None = ELEVEN, **given) -> list[str]:
    form, places = given.pop("form", FORM), given.pop("places", None)
    by_key = {(name, "", form): pair for name, pair in votes.items()}
    rows = asked(*(given.pop("names", None) or votes), form=form, places=places)
    return outcomes(rows, count, by_key, law(**given))["outcome"].tolist()


def test_the_share_is_of_all_members_so_nine_of_eleven_carry_and_eight_do_not():
    assert outcome({"A": (9, 0), "B": (8, 1)}) == ["carried", "lost"]  # 9/11 = 0,818; 8/11 = 0,727


def test_the_law_may_count_the_share_of_those_present_or_of_valid_ballots():
    assert outcome({"A": (8, 1)}, base="present") == ["carried"]  # 8/10
    assert outcome({"A": (7, 2)}, base="valid") == ["lost"]  # 7/9 = 0,778
    assert outcome({"A": (8, 1)}, base="valid") == ["carried"]  # 8/9 = 0,889


def test_over_half_is_more_than_half_and_exactly_half_is_not_enough():
    ten = Count(10, 10, 10, 10, 10, 0)
    half = {"share": 0.5, "count": ten}
    assert outcome({"A": (5, 5), "B": (6, 4)}, **half, more=True) == ["lost", "carried"]
    assert outcome({"A": (5, 5), "B": (4, 6)}, **half) == ["carried", "lost"]
    eleven = {"share": 0.5, "base": "members", "more": True}
    assert outcome({"A": (5, 4), "B": (6, 3)}, **eleven) == ["lost", "carried"]  # 5/11, 6/11
    third = {"share": 2 / 3, "base": "valid", "more": True}
    assert outcome({"A": (6, 3), "B": (7, 2)}, **third) == ["lost", "carried"]  # 6/9 is exactly it
    assert voted.needed(law(share=0.5, more=True), [FORM]) == "Bằng khen: trên 50%"


def test_a_share_that_the_law_file_lacks_is_never_guessed():
    assert outcome({"A": (11, 0)}, form=SILENT) == ["unknown"]
    assert voted.needed(law(), [FORM, SILENT]) == (
        "Bằng khen: 80%; Giấy khen: chưa có trong tệp quy định"
    )
    assert voted.quorum(law()) == "chưa có trong tệp quy định"
    assert voted.quorum(law(0.75)) == "75%"


def test_too_few_present_decide_nothing_and_exactly_enough_do():
    assert outcome({"A": (9, 0)}, quorum=10 / 11) == ["carried"]
    assert outcome({"A": (9, 0)}, quorum=0.95) == ["no_quorum"]


def test_what_is_not_counted_stays_open():
    assert outcome({"A": (9, 0)}, names=["A", "B"]) == ["carried", "uncounted"]
    assert outcome({"A": (9, 0)}, count=None) == ["uncounted"]


def test_a_tie_at_the_last_place_is_the_councils_and_who_is_behind_it_is_beyond():
    votes = {"A": (10, 0), "B": (9, 0), "C": (9, 0)}
    eleven = ELEVEN._replace(valid=10, invalid=0)
    assert outcome(votes, eleven, places=2) == ["carried", "tied", "tied"]
    assert outcome(votes, eleven, places=1) == ["carried", "beyond", "beyond"]
    assert outcome(votes, eleven, places=3) == ["carried", "carried", "carried"]
    again = {**votes, "C": (8, 1)}
    assert outcome(again, eleven, places=2) == ["carried", "carried", "lost"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"members": 0, "present": 0, "issued": 0, "collected": 0, "valid": 0, "invalid": 0},
            "là 0",
        ),
        ({"present": 12}, "Có mặt 12 người mà Hội đồng chỉ có 11 thành viên"),
        ({"issued": 12}, "Phát ra 12 phiếu mà Hội đồng chỉ có 11 thành viên"),
        ({"issued": 9}, "Thu về 10 phiếu mà chỉ phát ra 9"),
        ({"valid": 10}, "cộng 11, không bằng 10 phiếu thu về"),
    ],
)
def test_a_sitting_that_cannot_be_is_refused_in_one_sentence(changes, said):
    found = list(mistakes(ELEVEN._replace(**changes), []))
    assert len(found) == 1 and said in found[0]


def test_votes_of_a_candidate_that_cannot_be_are_refused_by_name():
    assert list(mistakes(ELEVEN, [("Sở A", 9, 0), ("Sở B", 4, 3), ("Sở C", None, None)])) == []
    assert "Sở A có 9 phiếu đồng ý và 1 không đồng ý, cộng 10, nhiều hơn 9 phiếu hợp lệ" in next(
        mistakes(ELEVEN, [("Sở A", 9, 1)])
    )
    assert "Sở A mới có một trong hai" in next(mistakes(ELEVEN, [("Sở A", 9, None)]))
    assert "sáu số" in next(mistakes(None, [("Sở A", 9, 0)]))
    assert list(mistakes(None, [("Sở A", None, None)])) == []


def test_the_last_entry_counts_and_one_taken_back_is_no_vote():
    rows = [
        {"id": 1, "milestone": "m25", "unit": "A", "person": None, "form": FORM, "agree": 9, "disagree": 0},
        {"id": 2, "milestone": "m25", "unit": "A", "person": None, "form": FORM, "agree": 8, "disagree": 1},
        {"id": 3, "milestone": "m25", "unit": "A", "person": "Lê Nam", "form": FORM, "agree": 7, "disagree": 2},
        {"id": 4, "milestone": "m25", "unit": "A", "person": "Lê Nam", "form": FORM, "agree": None, "disagree": None},
        {"id": 5, "milestone": "m22", "unit": "A", "person": None, "form": FORM, "agree": 1, "disagree": 0},
    ]  # fmt: skip
    frame = pd.DataFrame(rows).astype({"agree": "Int64", "disagree": "Int64"})
    assert vote.votes_of(frame, "m25") == {("A", "", FORM): (8, 1)}
    counts = pd.DataFrame([{"id": 1, "milestone": "m25", **ELEVEN._asdict()}])
    assert vote.count_of(counts, "m25") == ELEVEN and vote.count_of(counts, "m22") is None
