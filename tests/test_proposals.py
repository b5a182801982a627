"""Proposals by the plan's own rules: class, quota, no named flag, small and front-line first, real ties, a lot that anybody can repeat."""

from __future__ import annotations

import random

import pandas as pd
import pytest
import tiny
from hypothesis import given
from hypothesis import strategies as st

from dashboard.assessment.inspection_lot import inspections
from dashboard.assessment.proposals import commendations, quota
from dashboard.plan import load_plan
from dashboard.plan.checks import PlanError
from dashboard.plan.parts import RewardRule

RULES = """
[rewards]
small_staff = 15
front_line = ["xa"]
source = "thử"
[[rewards.rules]]
code = "cao"
form = "Bằng khen"
from_class = "tot"
share = 0.5
at_most = 1
source = "thử"
[[rewards.rules]]
code = "thap"
form = "Giấy khen"
from_class = "kha"
share = 0.5
milestones = ["m25"]
individuals = 1
source = "thử"
[inspections]
share = 0.5
random_part = 0.5
seed = 7
source = "thử"
"""
LOW_TARGET = tiny.PLAN.replace('{measure = "total", value = 85', '{measure = "total", value = 60')
"""The plan with a closing target that a unit of either class meets."""
VISITS = pd.DataFrame({"unit": pd.Series(dtype="str"), "year": pd.Series(dtype="int64")})


def standing(
    scores: dict[str, float],
    *,
    stage: str = "appraised",
    kinds: dict[str, str] | None = None,
    staff: dict[str, int] | None = None,
    rules: str = RULES,
):
    """Units of one block with these total scores in 2025 (of 100: A up to 60, B up to 40)."""
    rows = [
        (unit, code, 2025, value)
        for unit, score in scores.items()
        for code, value in (("A", score - 40), ("B", 40))
    ]
    units = tiny.units(*({"unit": unit, "kind": (kinds or {}).get(unit, "so")} for unit in scores))
    records = tiny.records(units, tiny.results(*rows, stage=stage))
    people = (
        records.unit_years["unit"]
        .map(staff or {})
        .fillna(records.unit_years["staff"])
        .astype("int64")
    )
    return tiny.assess(
        tiny.plan(LOW_TARGET + rules),
        records._replace(unit_years=records.unit_years.assign(staff=people)),
        2025,
        tiny.AS_OF,
    )


def proposed(found, milestone: str = "m25") -> list[tuple[str, str]]:
    rows = commendations(found, found.plan.milestone(milestone))
    return list(rows[["unit", "form"]].itertuples(index=False, name=None))


def test_the_best_of_a_class_get_the_higher_form_and_the_next_ones_the_lower():
    """Four units: half of four is two, at most one for the higher form; of those left D, at 60, is below Khá."""
    assert proposed(standing({"A": 95, "B": 85, "C": 70, "D": 60})) == [
        ("A", "Bằng khen"),
        ("B", "Giấy khen"),
        ("C", "Giấy khen"),
    ]


def test_small_collectives_and_front_line_units_come_first_inside_a_class_only():
    """B (12 people) before A of the same class Tốt; C, of a commune but only Khá, is no rival for the higher form."""
    found = standing({"A": 95, "B": 85, "C": 70, "D": 60}, staff={"B": 12}, kinds={"C": "xa"})
    assert proposed(found)[0] == ("B", "Bằng khen")


def test_units_that_tie_with_the_last_place_are_all_listed_and_marked():
    rows = commendations(
        standing({"A": 95, "B": 95, "C": 70, "D": 60}), tiny.plan().milestone("m25")
    )
    higher = rows[rows["form"] == "Bằng khen"]
    assert (higher["unit"].tolist(), higher["tied"].tolist()) == (["A", "B"], [True, True])
    assert "hội đồng chọn" in higher["grounds"].iloc[0]


def test_a_unit_that_is_only_self_scored_is_not_proposed():
    assert proposed(standing({"A": 95, "B": 85}, stage="self")) == []


def test_a_unit_with_a_named_flag_is_not_proposed():
    found = standing({"A": 95, "B": 85, "C": 84, "D": 60})
    named = pd.DataFrame(
        [{**dict.fromkeys(found.flags.columns), "unit": "A", "year": 2025, "level": "named"}]
    )
    assert "A" not in dict(proposed(found.__class__(**{**found.__dict__, "flags": named})))


def test_a_rule_of_other_milestones_proposes_nobody():
    assert {
        form for _, form in proposed(standing({"A": 95, "B": 70, "C": 70, "D": 60}), "m22")
    } == {"Bằng khen"}


def test_the_result_of_the_period_counts_where_the_milestone_says_so():
    plan = (
        LOW_TARGET.replace(
            'kind = "final", name = "Tổng kết"',
            'kind = "final", result = "period_mean", name = "Tổng kết"',
        )
        + RULES
    )
    rows = [
        (unit, code, year, value)
        for unit, years in {"A": {2024: 60, 2025: 96}, "B": {2024: 84, 2025: 84}}.items()
        for year, score in years.items()
        for code, value in (("A", score - 40), ("B", 40))
    ]
    found = tiny.assess(
        load_plan(plan),
        tiny.records(tiny.units({"unit": "A"}, {"unit": "B"}), tiny.results(*rows)),
        2025,
        tiny.AS_OF,
    )
    rows = commendations(found, found.plan.milestone("m25")).set_index("unit")
    assert rows.at["B", "form"] == "Bằng khen", (
        "B has 84 over the period, A 78 although 96 in its last year"
    )
    assert (rows.at["A", "result"], rows.at["A", "score"]) == (78.0, 96.0)


def test_without_rules_or_units_nothing_is_proposed():
    assert commendations(standing({"A": 95}, rules=""), tiny.plan().milestone("m25")).empty
    assert inspections(standing({"A": 95}, rules=""), VISITS).rows.empty
    assert proposed(standing({"A": 41})) == []


@given(st.floats(0, 1), st.integers(0, 5), st.integers(0, 5), st.integers(0, 100))
def test_a_quota_stays_within_its_bounds(share, least, more, units):
    rule = RewardRule(
        code="x",
        form="Bằng khen",
        from_class="tot",
        share=share,
        at_least=least,
        at_most=least + more,
        source="thử",
    )
    assert least <= quota(rule, units) <= least + more


def test_a_share_of_a_block_is_rounded_down():
    rule = RewardRule(code="x", form="Bằng khen", from_class="tot", share=0.2, source="thử")
    assert [quota(rule, units) for units in (4, 5, 27, 0)] == [0, 1, 5, 0]


def test_half_of_the_inspected_come_by_risk_and_half_by_a_lot_that_can_be_repeated():
    """Eight units, four to inspect: two by risk (those watched or with a missing report first), two drawn from the six left in the order of the seed."""
    found = standing({unit: 90 for unit in "ABCDEFGH"})
    flags = pd.DataFrame(
        [
            {
                **dict.fromkeys(found.flags.columns),
                "unit": unit,
                "year": 2025,
                "rule": rule,
                "level": level,
            }
            for unit, rule, level in (("C", "peers", "watch"), ("F", "target", "named"))
        ]
    )
    drawn = inspections(found.__class__(**{**found.__dict__, "flags": flags}), VISITS)
    lot = [unit for unit in random.Random(7).sample(list("ABCDEFGH"), 8) if unit not in "CF"][:2]
    assert drawn.rows["unit"].tolist() == ["F", "C", *sorted(lot)]
    assert drawn.rows["how"].tolist() == ["risk", "risk", "lot", "lot"]
    assert (drawn.seed, drawn.lot_of) == (7, 6)
    assert "số khởi tạo 7" in drawn.rows["grounds"].iloc[-1]


def test_units_inspected_this_year_are_passed_over():
    found = standing({"A": 90, "B": 90})
    visits = pd.DataFrame({"unit": ["A"], "year": [2025]})
    assert inspections(found, visits).rows["unit"].tolist() == ["B"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ('from_class = "tot"', 'from_class = "gioi"'),
        ("at_most = 1", "at_least = 3\nat_most = 1"),
        ('milestones = ["m25"]', 'milestones = ["m30"]'),
        ('front_line = ["xa"]', 'front_line = ["phuong"]'),
    ],
)
def test_a_rule_that_names_what_the_plan_has_not_is_refused(change, told):
    with pytest.raises(PlanError) as refused:
        load_plan(tiny.PLAN + RULES.replace(change, told, 1))
    assert len(refused.value.sentences) == 1 and refused.value.sentences[0].startswith("rewards")
