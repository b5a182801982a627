"""What a change would do, worked out by hand on two or three units."""

from __future__ import annotations

from functools import cache

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from tiny import AS_OF, PLAN, assess, plan, records, results, units

from dashboard.assessment.change_tried import of_change
from dashboard.assessment.commending import NO_LINEAGE, Known
from dashboard.assessment.consequences import ASPECTS, Beside, consequences
from dashboard.assessment.what_if import as_if

pytestmark = pytest.mark.slow

YEARS = (2021, 2022)
KNOWN = records(
    units({"unit": "A"}, {"unit": "B"}, {"unit": "C"}),
    results(
        ("A", "A", 2022, 60), ("A", "B", 2022, 20),  # 80 of 100
        ("B", "A", 2022, 30), ("B", "B", 2022, 40),  # 70
        ("C", "A", 2022, 48), ("C", "B", 2022, 12),  # 60
        ("A", "A", 2021, 60), ("A", "B", 2021, 20),
    ),
)  # fmt: skip


@cache
def known(text=PLAN):
    return worked_out(KNOWN, text)


def worked_out(some_records, text=PLAN, years=YEARS):
    return {year: assess(plan(text), some_records, year, AS_OF) for year in years}


def of_2022(after, before=None, **more):
    return next(one for one in consequences(before or known(), after, **more) if one.year == 2022)


def test_nothing_changes_without_a_change():
    found = consequences(known(), known())
    assert [(one.year, one.units, len(one.rows)) for one in found] == [(2021, 3, 0), (2022, 3, 0)]


def test_a_heavier_criterion_moves_scores_ranks_statuses_and_classes_and_the_largest_stands_first():
    """A weighs 60 → 20 of (20 + 40): A 40/60 = 66.7 → from 80; B 50/60 = 83.3 from 70; C 28/60 = 46.7 from 60."""
    heavier = PLAN.replace("max = 60,", "max = 60, weight = 20,")
    found = of_2022(known(heavier))
    rows = found.rows.set_index("unit")
    assert list(rows.index) == ["A", "B", "C"], "all move by 13.33; A and B over a rank too"
    assert rows.loc["A", ["score_before", "score_after"]].tolist() == pytest.approx([80, 200 / 3])
    assert rows.loc["B", ["score_before", "score_after"]].tolist() == pytest.approx([70, 250 / 3])
    assert rows.loc["A", ["rank_before", "rank_after"]].tolist() == [1, 2]
    assert rows.loc["A", ["class_name_before", "class_name_after"]].tolist() == ["Tốt", "Khá"]
    assert rows.loc["B", ["class_name_before", "class_name_after"]].tolist() == ["Khá", "Tốt"]
    assert (found.changed_in("score"), found.changed_in("rank")) == (3, 2)
    assert found.changed_in("class_name") == 2, "C stays below the lowest class"


def test_a_unit_that_ends_leaves_with_its_report_and_its_flags_and_the_next_ones_move_up():
    ended = as_if(
        KNOWN, {"units": pd.DataFrame([{"unit": "A", "valid_to": pd.Timestamp(2022, 6, 30)}])}
    )
    rows = of_2022(worked_out(ended)).rows.set_index("unit")
    assert list(rows.index)[0] == "A" and rows.at["A", "effect"] == "leaves"
    assert {one[2] for one in rows.at["A", "reports_before"]} == {"missing"}
    assert {one[2] for one in rows.at["A", "reports_after"]} == {"not_due"}
    assert rows.at["A", "flags_after"] == frozenset()
    assert rows.loc["B", ["rank_before", "rank_after"]].tolist() == [2, 1]
    assert rows.at["B", "aspects"] == ("rank",)


def test_a_later_deadline_changes_nothing_but_the_report_and_its_flag():
    later = PLAN.replace("due = 2022-12-15", "due = 2030-12-15")
    rows = of_2022(known(later)).rows
    assert set(rows["aspects"]) == {("reports", "flags")} and len(rows) == 3


def test_rules_of_commendation_change_proposals_alone():
    rule = '\n[rewards]\nsource = "thử"\n[[rewards.rules]]\ncode = "bk"\nform = "Bằng khen"\nfrom_class = "tot"\nat_least = 1\nsource = "thử"\n'
    asked = PLAN[: PLAN.index("reports = ")]  # who has not filed is never proposed
    found = of_2022(known(asked + rule), known(asked))
    assert found.rows["unit"].tolist() == ["A"], "the only one of class Tốt"
    assert found.rows.iloc[0][["aspects", "proposals_after"]].tolist() == [
        ("proposals",),
        frozenset({"Bằng khen"}),
    ]


def test_a_disciplined_unit_is_proposed_neither_before_nor_after_and_the_next_one_is():
    """Raising B from 70 to 95 makes it the first; as it was disciplined, A stays the one proposed."""
    rule = '\n[rewards]\nsource = "thử"\n[[rewards.rules]]\ncode = "bk"\nform = "Bằng khen"\nfrom_class = "tot"\nat_least = 1\nat_most = 1\nsource = "thử"\n'
    text = PLAN[: PLAN.index("reports = ")] + rule
    better = as_if(KNOWN, {"results": results(("B", "A", 2022, 60), ("B", "B", 2022, 35))})
    told = {"id": 1, "unit": "B", "year": 2022, "step": "entered", "on": pd.Timestamp(2022, 3, 1), "document": "QĐ 1", "what": "khiển trách"}  # fmt: skip
    sides = worked_out(better, text), known(text)
    proposed = {}
    for name, rows in {"free": [], "disciplined": [told]}.items():
        beside = Beside(Known(NO_LINEAGE, pd.DataFrame(rows, columns=list(told))))
        found = of_2022(*sides, beside=beside).rows.set_index("unit")
        proposed[name] = set(found.index[found["aspects"].map(lambda some: "proposals" in some)])
    assert proposed == {"free": {"A", "B"}, "disciplined": set()}


def test_no_year_reads_the_results_of_a_later_one():
    changed = as_if(KNOWN, {"results": results(("A", "A", 2022, 10), ("B", "B", 2022, 1))})
    none = pd.DataFrame(columns=["unit", "year", "inspected_on", "id", "step", "on", "document"])
    found = of_change((plan(), KNOWN), (plan(), changed), AS_OF, none, none.astype({"year": int}))
    assert all(one.rows.empty for one in found if one.year < 2022)
    assert not next(one for one in found if one.year == 2022).rows.empty


def test_those_to_be_inspected_are_compared_where_visits_are_told():
    rule = '\n[inspections]\nshare = 0.3\nsource = "thử"\n'
    visits = pd.DataFrame(columns=["unit", "year", "inspected_on"]).astype({"year": "int64"})
    before, after = known(), known(PLAN + rule)
    assert of_2022(after, before).rows.empty
    assert len(of_2022(after, before, beside=Beside(visits=visits)).rows) == 1, (
        "0.3 of three units: one"
    )


def test_a_year_that_only_one_side_has_enters_or_leaves_whole():
    found = consequences({}, known())
    assert set(found[1].rows["effect"]) == {"enters"} and len(found[1].rows) == 3
    assert set(consequences(known(), {})[1].rows["effect"]) == {"leaves"}


@settings(deadline=None, max_examples=10)
@given(some.lists(some.integers(0, 40), min_size=3, max_size=3))
def test_there_and_back_are_the_same_rows_with_before_and_after_exchanged(values):
    changed = as_if(
        KNOWN, {"results": results(*(("ABC"[n], "B", 2022, one) for n, one in enumerate(values)))}
    )
    before, after = {2022: known()[2022]}, worked_out(changed, years=(2022,))
    there, back = of_2022(after, before), of_2022(before, after)
    one, other = (found.rows.set_index("unit").sort_index() for found in (there, back))
    assert one["aspects"].tolist() == other["aspects"].tolist()
    for name in ASPECTS:
        assert (
            one[f"{name}_before"].astype(str).tolist()
            == other[f"{name}_after"].astype(str).tolist()
        )
    expected = {
        unit
        for unit, score, value in zip("ABC", (20, 40, 12), values, strict=True)
        if score != value
    }
    assert expected <= set(one.index), "whose score moves is always among them"
