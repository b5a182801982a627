"""Who may be proposed for commendation: each reason why not, one a unit, counts that add up; mergers by the lowest of those who went in."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pandas as pd
import pytest
import tiny

from dashboard.assessment.commending import Known
from dashboard.assessment.eligibility import REASONS
from dashboard.assessment.like_for_like import period_results
from dashboard.assessment.proposals import propose
from dashboard.views import commended

RULES = """
[rewards]
source = "thử"
[[rewards.rules]]
code = "cao"
form = "Bằng khen"
from_class = "tot"
share = 0.5
at_least = 1
at_most = 1
source = "thử"
"""
PLAN = tiny.PLAN.replace('{measure = "total", value = 85', '{measure = "total", value = 70') + RULES
PERIOD = PLAN.replace(
    'kind = "final", name = "Tổng kết"',
    'kind = "final", result = "period_mean", name = "Tổng kết"',
)
STEP = {"id": 1, "unit": "A", "year": 2025, "step": "entered", "on": None, "what": None}
DECISION = "Quyết định 12/QĐ-UBND ngày 3/3/2025"


def standing(years: dict[str, dict[int, float]], *units: dict, plan: str = PLAN, stage="appraised"):
    """Units with these total scores by year (of 100: A up to 60, B up to 40), all in one block."""
    rows = [
        (unit, code, year, value)
        for unit, scores in years.items()
        for year, score in scores.items()
        for code, value in (("A", score - 40), ("B", 40))
    ]
    known = tiny.units(*(units or ({"unit": unit} for unit in years)))
    records = tiny.records(known, tiny.results(*rows, stage=stage))
    return tiny.assess(tiny.plan(plan), records, 2025, tiny.AS_OF)


def lineage(*rows: tuple) -> pd.DataFrame:
    made = pd.DataFrame(rows, columns=["before", "after", "on", "kind"])
    return made.assign(on=pd.to_datetime(made["on"]), document="NQ 1")


def disciplines(*changes: dict) -> pd.DataFrame:
    rows = [{**STEP, "document": DECISION, **one, "id": place} for place, one in enumerate(changes)]
    return pd.DataFrame(rows)


def found(case, known: Known = Known()):  # noqa: B008
    return propose(case, case.plan.milestone("m25"), known)


def reasons(case, known: Known = Known()) -> dict[str, str]:  # noqa: B008
    return found(case, known).others.set_index("unit")["reason"].to_dict()


def flagged(case, *flags: dict):
    rows = [{**dict.fromkeys(case.flags.columns), "year": 2025, **one} for one in flags]
    return replace(case, flags=pd.DataFrame(rows))


def test_every_unit_is_proposed_or_has_one_reason_and_the_counts_add_up():
    case = standing({"A": {2025: 95}, "B": {2025: 85}, "C": {2025: 75}, "D": {2025: 60}})
    proposed = found(case)
    assert proposed.rows["unit"].tolist() == ["A"]
    assert reasons(case) == {"B": "beyond", "C": "below_class", "D": "behind"}
    assert commended.added_up(proposed) == (
        "Trong 4 đơn vị của năm: 1 được đề xuất; 1 đủ điều kiện, ngoài chỉ tiêu của khối; "
        "2 không xét (1 chậm hoặc dưới mốc, 1 kết quả chưa tới mức được đề xuất)."
    )


def test_a_unit_below_its_target_is_not_proposed_however_high_its_class_cut_lies():
    """The milestone asks for 90; 85 is of the class Tốt and was proposed before."""
    plan = PLAN.replace('{measure = "total", value = 70', '{measure = "total", value = 90')
    assert reasons(standing({"A": {2025: 95}, "B": {2025: 85}}, plan=plan)) == {"B": "behind"}


def test_a_unit_without_a_result_in_the_milestones_year_is_not_proposed():
    """B was best of all until 2024."""
    years = {"A": {2024: 85, 2025: 85}, "B": {2023: 99, 2024: 99}}
    case = standing(years, plan=PERIOD)
    assert found(case).rows["unit"].tolist() == ["A"] and reasons(case) == {"B": "no_score"}


def test_the_milestones_year_must_reach_the_class_too():
    """On average B has 82.5, in its last year 75, below Tốt (80)."""
    years = {"A": {2024: 80, 2025: 84}, "B": {2024: 90, 2025: 75}}
    assert reasons(standing(years, plan=PERIOD)) == {"B": "below_class"}


@pytest.mark.parametrize(
    ("flag", "reason"),
    [
        ({"rule": "target", "level": "named", "indicator": "score"}, "named"),
        ({"rule": "falling", "level": "watch", "indicator": "score"}, "falling"),
        ({"rule": "below_target", "level": "fact", "indicator": "satisfaction"}, "behind"),
        ({"rule": "missing_report", "level": "fact", "indicator": "report"}, "no_report"),
    ],
)
def test_a_flag_keeps_a_unit_out(flag, reason):
    case = flagged(standing({"A": {2025: 95}, "B": {2025: 85}}), {"unit": "A", **flag})
    assert found(case).rows["unit"].tolist() == ["B"] and reasons(case) == {"A": reason}


def test_the_gravest_reason_is_the_one_that_is_said():
    case = flagged(
        standing({"A": {2025: 95}, "B": {2025: 85}}),
        {"unit": "A", "rule": "missing_report", "level": "fact"},
        {"unit": "A", "rule": "falling", "level": "named", "indicator": "score"},
    )
    assert reasons(case) == {"A": "named"}
    assert [one.code for one in REASONS][:5] == [
        "gone",
        "disciplined",
        "named",
        "behind",
        "falling",
    ]


def test_who_is_named_only_in_a_draft_is_no_proposal_where_drafts_are_left_out():
    """Without its naming the unit still stands below its target, which is a fact."""
    case = standing({"A": {2025: 95}, "B": {2025: 60}})
    open_ = replace(case, flags=case.flags[case.flags["level"] != "named"], published_only=True)
    assert reasons(open_) == {"B": "behind"}


def test_self_scored_units_are_not_proposed():
    assert reasons(standing({"A": {2025: 95}}, stage="self")) == {"A": "self_scored"}


def test_a_decision_of_discipline_keeps_a_unit_out_until_it_is_lifted():
    case = standing({"A": {2025: 95}, "B": {2025: 85}})
    told = found(case, Known(disciplines=disciplines({}))).others.iloc[0]
    assert (told["unit"], told["reason"]) == ("A", "disciplined")
    assert told["why"] == f"Bị xử lý kỷ luật theo {DECISION} (năm 2025)."
    assert reasons(case, Known(disciplines=disciplines({}, {"step": "lifted"}))) == {"B": "beyond"}
    assert reasons(case, Known(disciplines=disciplines({"year": 2024}))) == {"B": "beyond"}, (
        "the milestone counts its last year alone"
    )


def test_ranks_that_do_not_separate_leave_the_choice_to_the_council():
    """One place; by their intervals A (1 to 2) and B (1 to 2) cannot be told apart, C (3) is behind both."""
    case = standing({"A": {2025: 95}, "B": {2025: 94}, "C": {2025: 84}})
    ends = {"A": (1, 2), "B": (1, 2), "C": (3, 3)}
    table = case.table.assign(
        rank_low=[ends[unit][0] for unit in case.table["unit"]],
        rank_high=[ends[unit][1] for unit in case.table["unit"]],
    )
    proposed = found(replace(case, table=table))
    assert proposed.rows[["unit", "even_with"]].values.tolist() == [["A", 1]]
    assert proposed.others.set_index("unit")["reason"].to_dict() == {"B": "even", "C": "beyond"}
    assert "chưa tách được khỏi 1 đơn vị" in proposed.rows["grounds"].iloc[0]
    assert "hạng 1/3 trong khối, cụm (có thể từ 1 đến 2)" in proposed.rows["grounds"].iloc[0]


def merged(*parents: dict, own: float = 88, kind: str = "so", **rows):
    units = [{"unit": "N", "valid_from": "2025-07-01"}] + [
        {"unit": unit, "valid_to": "2025-06-30", "kind": kind} for unit in ("P", "Q")
    ]
    years = {"N": {2025: own}, "P": parents[0], "Q": parents[1]}
    return standing(years, *units, plan=PERIOD)


MERGER = lineage(("P", "N", "2025-07-01", "merge"), ("Q", "N", "2025-07-01", "merge"))


def test_a_merged_unit_stands_at_the_lowest_mean_of_those_who_went_into_it():
    """P has 84 on average (82 and 86), Q 91, N itself 88: the lowest is 84, and nothing is averaged over units."""
    case = merged({2023: 82, 2024: 86}, {2023: 91, 2024: 91})
    row = found(case, Known(lineage=MERGER)).rows.iloc[0]
    assert (row["unit"], row["result"], row["score"], row["basis"]) == ("N", 84.0, 88.0, "merged")
    assert "lấy kết quả thấp nhất trong 2 đơn vị hợp thành" in row["grounds"]


def test_a_merged_unit_of_which_one_part_was_low_is_told_by_that_part():
    case = merged({2023: 71, 2024: 71}, {2023: 91, 2024: 91})
    others = found(case, Known(lineage=MERGER)).others.set_index("unit")
    assert others.at["N", "reason"] == "below_class"
    assert "kết quả thấp nhất của các đơn vị hợp thành là 71,0 điểm" in others.at["N", "why"]
    assert others.loc[["P", "Q"], "reason"].tolist() == ["gone", "gone"]


@pytest.mark.parametrize(
    ("made", "known", "why"),
    [
        (partial(merged, {2023: 82}, {}), MERGER, "no_scores"),
        (
            partial(merged, {2023: 82, 2024: 86}, {2023: 91, 2024: 91}, kind="xa"),
            MERGER,
            "other_kind",
        ),
        (
            partial(merged, {2023: 82, 2024: 86}, {2023: 91, 2024: 91}),
            lineage(
                ("P", "N", "2025-07-01", "merge"),
                ("Q", "N", "2025-07-01", "split"),
                ("Q", "M", "2025-07-01", "split"),
            ),
            "split",
        ),
        (partial(merged, {2023: 82}, {2023: 91}), lineage(), "no_years"),
    ],
)
def test_a_merged_unit_that_cannot_be_considered_says_why_not(made, known, why):
    case = made()
    results = period_results(case, case.plan.milestone("m25"), known).set_index("unit")
    assert results.at["N", "why_not"] == why
    assert reasons(case, Known(lineage=known))["N"] == "no_result"


def test_a_merged_unit_bears_the_discipline_of_a_part_of_it():
    case = merged({2023: 82, 2024: 86}, {2023: 91, 2024: 91})
    told = found(case, Known(MERGER, disciplines({"unit": "Q", "year": 2024}))).others
    own = told.set_index("unit").loc["N"]
    assert own["reason"] == "disciplined"
    assert own["why"].startswith("Đơn vị Q, nay thuộc đơn vị này: Bị xử lý kỷ luật")


def nominees(*changes: dict) -> pd.DataFrame:
    first = {"milestone": "m25", "unit": "A", "person": "Trần Thị Bình", "form": "Bằng khen"}
    rest = {"post": "Chuyên viên", "achievement": "Trả hồ sơ đúng hẹn", "step": "proposed"}
    return pd.DataFrame(
        [{**first, **rest, **one, "id": place} for place, one in enumerate(changes)]
    )


def test_persons_proposed_stand_beside_what_became_of_their_unit():
    case = standing({"A": {2025: 95}, "B": {2025: 60}})
    rows = commended.nominee_rows(
        nominees({}, {"unit": "B", "person": "Lê Văn Cường"}, {"milestone": "m22", "unit": "B"}),
        "m25",
        found(case),
    )
    assert rows[["person", "name", "outcome"]].values.tolist() == [
        ["Trần Thị Bình", "Đơn vị A", "được đề xuất"],
        ["Lê Văn Cường", "Đơn vị B", "chậm hoặc dưới mốc"],
    ]
    table = commended.nominees_table(rows, "nguồn")
    assert [one.label for one in table.heads][:3] == ["Họ và tên", "Chức vụ", "Đơn vị"]


def test_a_person_taken_back_is_proposed_no_longer_and_may_be_proposed_again():
    case = found(standing({"A": {2025: 95}}))
    back = nominees({}, {"step": "withdrawn"})
    assert commended.nominee_rows(back, "m25", case).empty
    again = nominees({}, {"step": "withdrawn"}, {"post": "Phó trưởng phòng"})
    assert commended.nominee_rows(again, "m25", case)["post"].tolist() == ["Phó trưởng phòng"]
