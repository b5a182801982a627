"""A plan by its single values: whole again, every field told when it changes, two editors' work laid together."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any

import pytest
import tiny
from hypothesis import given
from hypothesis import strategies as some

import sample_data
from dashboard.plan import Limits, Plan, load_plan
from dashboard.plan.leaves import ABSENT, data_of, is_order, kinds_on, leaves, shapes
from dashboard.plan.merging import merged, settled
from dashboard.views import plan_words as words
from dashboard.views.limit_words import LIMITS
from dashboard.views.plan_changes import changed, place, value_text

PLAN = tiny.plan()


@cache
def whole() -> Plan:
    """The shipped plan: it uses every part that a plan may have, but an issuer."""
    return load_plan(sample_data.PLAN)


def with_value(part: Any, path: tuple[str, ...], value: object) -> Any:
    """The part with another value at a path, unchecked; parts of lists by their place in the order of `leaves`."""
    from dashboard.plan.leaves import keyed

    name, *rest = path
    if not rest:
        return part.model_copy(update={name: value})
    held = getattr(part, name)
    if isinstance(held, dict):
        return part.model_copy(update={name: {**held, rest[0]: value}})
    if isinstance(held, tuple):
        inner = {
            key: with_value(one, tuple(rest[1:]), value) if key == rest[0] else one
            for key, one in keyed(held).items()
        }
        return part.model_copy(update={name: tuple(inner.values())})
    return part.model_copy(update={name: with_value(held, tuple(rest), value)})


def another(name: str, value: Any) -> Any:
    """A value that differs, such as its field can hold where words need to know it."""
    known = {"kinds": ("xa",), "measure": "total", "audience": "individual"}
    if name in known:
        return known[name] if value != known[name] else "collective" if name == "audience" else ()
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + 1
    if isinstance(value, dt.date):
        return value + dt.timedelta(days=1)
    if isinstance(value, tuple):
        return (*value, "thêm")
    return f"{value or ''}x"


VALUES = [
    path
    for path in leaves(whole())
    if kinds_on(path)[-1] == "value" and not (path[-1] == "measure" and path[-2] == "total")
]


MODELS = {one.__name__: one for _, one in shapes(Plan).values() if one}


@pytest.mark.parametrize("model", [Plan, *(MODELS[name] for name in sorted(MODELS))])
def test_every_field_of_a_plan_has_its_words(model):
    spoken = {Plan: words.TOP, Limits: LIMITS}.get(model, words.KEYS)
    for name, (shape, _) in shapes(model).items():
        assert name in (spoken if shape == "value" else words.PARTS), name


def test_a_plan_is_made_whole_again_of_its_leaves():
    for plan in (PLAN, whole()):
        assert Plan.model_validate(data_of(leaves(plan))) == plan


def test_whatever_value_of_a_plan_changes_there_is_a_sentence_for_it():
    """Every value of the shipped plan is changed by itself, 870 of them: none goes unsaid."""
    held = leaves(whole())
    unsaid = [
        path
        for path in VALUES
        if not changed(whole(), with_value(whole(), path, another(path[-1], held[path])))
    ]
    assert unsaid == []


def test_a_part_that_goes_or_moves_is_told_and_a_new_one_with_all_it_holds():
    for name in ("kinds", "groups", "criteria", "milestones", "classes", "reports"):
        held = getattr(whole(), name)
        assert changed(whole(), whole().model_copy(update={name: held[1:]})), name
        assert changed(whole(), whole().model_copy(update={name: held[::-1]})), name
    text = tiny.PLAN.replace(
        'name = "Tiêu chí B", max = 40, source = "thử"},',
        'name = "Tiêu chí B", max = 40, source = "thử"},\n  {code = "C", group = "G1", kind = "points", name = "Tiêu chí C", max = 10, valid_from = 2024, source = "QĐ 1"},',
    )
    assert changed(PLAN, tiny.plan(text)) == [
        "Thêm tiêu chí C (Tiêu chí C): nhóm G1; cách đo chấm điểm; đối tượng tập thể; điểm tối đa 10; năm bắt đầu 2024; nguồn QĐ 1."
    ]


def test_days_to_answer_and_rules_of_reward_are_told():
    longer = tiny.plan("reply_days = 13\n" + tiny.PLAN)
    assert changed(PLAN, longer) == ["Số ngày để đơn vị giải trình: 10 → 13."]
    changed_rule = whole().model_copy(
        update={"rewards": whole().rewards.model_copy(update={"small_staff": 99})}
    )
    assert changed(whole(), changed_rule)[0].startswith(
        "Quy tắc khen thưởng, số người của tập thể nhỏ: "
    )


def plan_with(**replaced: str) -> Plan:
    text = tiny.PLAN
    for old, new in replaced.values():
        assert old in text
        text = text.replace(old, new, 1)
    return tiny.plan(text)


A_HEAVIER = ("max = 60,", "max = 60, weight = 50,")
A_HEAVIEST = ("max = 60,", "max = 60, weight = 70,")
LATER = ("due = 2022-12-15", "due = 2022-12-20")
WITHOUT_A = (
    '  {code = "A", group = "G1", kind = "points", name = "Tiêu chí A", max = 60, source = "thử"},\n',
    "",
)


def laid_together(theirs: Plan, mine: Plan):
    return merged(leaves(PLAN), leaves(theirs), leaves(mine))


def test_what_two_people_changed_in_different_places_holds_both():
    both = laid_together(plan_with(a=A_HEAVIER), plan_with(b=LATER))
    assert both.conflicts == []
    assert Plan.model_validate(data_of(both.found)) == plan_with(a=A_HEAVIER, b=LATER)


def test_what_both_changed_is_a_conflict_with_the_three_values_and_theirs_until_mine_is_chosen():
    theirs, mine = plan_with(a=A_HEAVIER), plan_with(a=A_HEAVIEST, b=LATER)
    both = laid_together(theirs, mine)
    path = ("criteria", "A", "weight")
    assert [tuple(one) for one in both.conflicts] == [(path, None, 50, 70)]
    assert place(theirs, mine, path) == "Tiêu chí A (Tiêu chí A), trọng số"
    assert value_text(mine, path, 70.0) == "70"
    assert Plan.model_validate(data_of(both.found)).criterion("A").weight == 50
    chosen = settled(both, leaves(mine), [path])
    assert Plan.model_validate(data_of(chosen)) == mine


def test_a_part_that_one_took_out_and_the_other_changed_is_asked_whole():
    theirs, mine = plan_with(a=WITHOUT_A), plan_with(a=A_HEAVIER)
    both = laid_together(theirs, mine)
    assert [one.path for one in both.conflicts] == [("criteria", "A")]
    assert both.found[("criteria",)] == ("B", "HL", "CN1")
    again = Plan.model_validate(data_of(settled(both, leaves(mine), [("criteria", "A")])))
    assert again.criterion("A").weight == 50
    other = laid_together(mine, theirs)
    assert Plan.model_validate(data_of(other.found)) == mine, "theirs stands until mine is chosen"
    without = settled(other, leaves(theirs), [("criteria", "A")])
    assert Plan.model_validate(data_of(without)) == theirs


LEAVES = sorted(path for path in leaves(PLAN) if kinds_on(path)[-1] == "value")


@given(
    some.dictionaries(some.sampled_from(LEAVES), some.just("của họ"), max_size=6),
    some.dictionaries(some.sampled_from(LEAVES), some.just("của tôi"), max_size=6),
)
def test_nobodys_work_is_lost_in_a_merge(theirs, mine):
    """Each value that one of them alone changed is there; each that both changed is asked."""
    base = leaves(PLAN)
    both = merged(base, {**base, **theirs}, {**base, **mine})
    for path in base:
        if path in theirs and path in mine:
            assert path in [one.path for one in both.conflicts]
        else:
            assert both.found[path] == mine.get(path, theirs.get(path, base[path]))
    assert settled(both, {**base, **mine}, mine)[("code",)] == mine.get(
        ("code",), theirs.get(("code",), base[("code",)])
    )


def test_lists_are_known_from_values():
    assert is_order(("criteria",)) and not is_order(("documents",))
    assert repr(ABSENT) == "ABSENT"
