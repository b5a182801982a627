"""A changed plan keeps the file it was written in: comments, order, layout."""

from __future__ import annotations

import pytest
import tiny
from hypothesis import given, settings
from hypothesis import strategies as some

import sample_data
from dashboard.plan import load_plan
from dashboard.plan.round_trip import rewritten

SHIPPED = sample_data.PLAN.read_text(encoding="utf-8")
PLAN = load_plan(SHIPPED)


def lines_apart(one: str, other: str) -> tuple[list[str], list[str]]:
    """Lines that only the one, and only the other text has."""
    first, second = one.splitlines(), other.splitlines()
    return [x for x in first if x not in second], [x for x in second if x not in first]


def comments(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip().startswith("#")]


def changed_list(name: str, made: tuple) -> str:
    plan = PLAN.model_copy(update={name: made})
    text = rewritten(SHIPPED, plan)
    assert load_plan(text) == plan
    return text


def test_an_unchanged_plan_is_the_same_text_to_the_letter():
    assert rewritten(SHIPPED, PLAN) == SHIPPED


def test_a_changed_value_changes_its_line_alone_and_keeps_the_comment_behind_it():
    text = rewritten(SHIPPED, PLAN.model_copy(update={"reply_days": 13}))
    assert lines_apart(SHIPPED, text) == (
        ["reply_days = 10 # giá trị minh họa"],
        ["reply_days = 13 # giá trị minh họa"],
    )


def test_a_target_inside_a_milestone_changes_its_line_alone():
    review = PLAN.milestones[2]
    target = review.targets[0].model_copy(update={"value": 77.5})
    moved = review.model_copy(update={"targets": (target, *review.targets[1:])})
    made = tuple(moved if one is review else one for one in PLAN.milestones)
    gone, come = lines_apart(SHIPPED, changed_list("milestones", made))
    assert come == ["value = 77.5"] and len(gone) <= 1


@pytest.mark.parametrize("name", ["kinds", "groups", "classes", "reports"])
def test_a_part_that_comes_leaves_all_others_and_every_comment(name):
    if name in ("kinds", "groups"):
        new = getattr(PLAN, name)[0].model_copy(update={"code": "moi", "name": "Mới"})
    elif name == "classes":
        new = PLAN.classes[0].model_copy(update={"code": "moi", "name": "Mới", "min": 12.0})
    else:
        new = PLAN.reports[0].model_copy(update={"kinds": (PLAN.kinds[0].code,)})
    text = changed_list(name, (*getattr(PLAN, name), new))
    assert comments(text) == comments(SHIPPED)
    assert lines_apart(SHIPPED, text)[0] == []


def test_a_criterion_that_goes_takes_no_comment_of_the_others_along():
    made = tuple(one for number, one in enumerate(PLAN.criteria) if number != 3)
    assert comments(changed_list("criteria", made)) == comments(SHIPPED)


def test_criteria_change_places_with_their_own_lines():
    text = changed_list("criteria", PLAN.criteria[::-1])
    assert sorted(comments(text)) == sorted(comments(SHIPPED))


def test_a_part_that_the_file_had_not_yet_and_one_that_it_has_no_more():
    bare = tiny.plan()
    office = PLAN.secretariat
    with_office = bare.model_copy(update={"secretariat": office, "rewards": None})
    assert load_plan(rewritten(tiny.PLAN, with_office)) == with_office
    without = PLAN.model_copy(update={"inspections": None, "secretariat": None})
    assert load_plan(rewritten(SHIPPED, without)) == without


def test_lists_in_one_line_stay_so_and_keep_what_is_not_touched():
    bare = tiny.plan()
    heavier = bare.criteria[0].model_copy(update={"max": 50.0})
    plan = bare.model_copy(update={"criteria": (heavier, *bare.criteria[1:])})
    text = rewritten(tiny.PLAN, plan)
    assert load_plan(text) == plan
    assert '{code = "B", group = "G1", kind = "points", name = "Tiêu chí B", max = 40' in text


SOURCES = some.sampled_from(["QĐ 45", "giá trị minh họa", "“ngoặc” \\ và # thăng"])


@settings(max_examples=40, deadline=None)
@given(
    some.permutations(range(len(PLAN.criteria))),
    some.dictionaries(some.integers(0, len(PLAN.criteria) - 1), SOURCES, max_size=5),
    some.sampled_from(["", "Toàn tỉnh mới"]),
)
def test_any_order_any_choice_any_source_reads_back_to_the_same_plan(order, sources, whole):
    criteria = [
        one.model_copy(update={"source": sources[number]}) if number in sources else one
        for number, one in enumerate(PLAN.criteria)
    ]
    kept = [criteria[number] for number in order]
    plan = PLAN.model_copy(update={"criteria": tuple(kept), "whole": whole})
    text = rewritten(SHIPPED, plan)
    assert load_plan(text) == plan
    assert set(comments(text)) == set(comments(SHIPPED)), "no comment goes"
    assert load_plan(rewritten(text, PLAN)) == PLAN
