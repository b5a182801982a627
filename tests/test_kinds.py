"""A kind of criterion is whole: what it attains, writes, bounds and accepts, worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from dashboard.plan import Criterion
from dashboard.plan.kinds import KINDS
from dashboard.plan.kinds.kind import Cells, CriterionKind, Result, Values

CELLS = Cells("E7", "F7", "G7", "H7", "$C$5")


def criterion(kind: str, **more: object) -> Criterion:
    return Criterion(code="A", group="G", name="Tiêu chí", kind=kind, source="thử", **more)


def attained(kind: str, **values: float) -> float:
    every = dict.fromkeys(Values._fields, np.nan) | {"bonus": False} | values
    arrays = {name: np.array([one]) for name, one in every.items()}
    return float(KINDS[kind].attain(Values(**arrays))[0])


def test_a_kind_without_all_its_parts_is_refused_when_it_is_made():
    with pytest.raises(TypeError, match="attain"):
        CriterionKind(code="new", name="mới", measured="x", own_unit=False)


@pytest.mark.parametrize(
    ("kind", "values", "share"),
    [
        ("points", {"value": 4.5, "max": 5}, 0.9),
        ("share", {"value": 3, "out_of": 4}, 0.75),
        ("survey", {"value": 80, "satisfied": 90, "out_of": 100}, 0.9),
        ("yes_no", {"value": 1}, 1),
        ("number", {"value": 4, "floor": 10, "goal": 2}, 0.75),
        ("number", {"value": 1, "floor": 10, "goal": 2}, 1),
        ("number", {"value": 1, "floor": 10, "goal": 2, "bonus": True}, 1.125),
    ],
)
def test_the_share_attained_is_that_of_the_kind(kind, values, share):
    assert attained(kind, **values) == pytest.approx(share)


@pytest.mark.parametrize("kind", ["share", "survey"])
def test_nothing_out_of_nothing_is_no_share(kind):
    assert np.isnan(attained(kind, value=0, satisfied=0, out_of=0))


@pytest.mark.parametrize(
    ("kind", "more", "result", "said"),
    [
        ("points", {"max": 5}, Result(4.5, None, 4.5), "4,5/5"),
        ("share", {}, Result(128, 164, 128), "128/164 (78,0%)"),
        ("share", {}, Result(0.95, None, 0.95, "trên "), "trên 95%"),
        ("survey", {}, Result(80, 100, 90), "90/100 (90,0%)"),
        ("yes_no", {}, Result(1, None, 1), "có"),
        ("number", {"floor": 10, "goal": 2, "unit": "ngày"}, Result(4, None, 4), "4 ngày"),
    ],
)
def test_a_result_is_written_as_its_kind_writes_it(kind, more, result, said):
    assert KINDS[kind].write(criterion(kind, **more), result) == said


@pytest.mark.parametrize(
    ("kind", "more", "out_of", "most"),
    [
        ("points", {"max": 5}, None, 5),
        ("share", {}, 164, 164),
        ("share", {}, None, None),
        ("yes_no", {}, None, 1),
        ("number", {"floor": 0, "goal": 9}, None, None),
    ],
)
def test_the_highest_value_is_that_of_the_kind(kind, more, out_of, most):
    assert KINDS[kind].most(criterion(kind, **more), out_of) == most


def test_a_form_accepts_what_the_kind_accepts():
    points = KINDS["points"].cell(criterion("points", max=5), CELLS)
    assert (points.number, points.said) == (
        "AND(G7>=0,G7<=E7)",
        "Ghi điểm từ 0 đến 5, hoặc “không áp dụng”.",
    )
    assert KINDS["yes_no"].cell(criterion("yes_no"), CELLS).choices == (
        "có",
        "không",
        "không áp dụng",
    )
    assert KINDS["share"].cell(criterion("share"), CELLS).number == ("AND(G7>=0,G7=INT(G7),G7<=F7)")


@pytest.mark.parametrize(
    ("kind", "more", "mistakes"),
    [
        ("points", {}, [("max", "points_need_max")]),
        ("share", {"max": 5}, [("max", "max_only_points")]),
        ("yes_no", {"very_included": True}, [("very_included", "very_only_survey")]),
        ("number", {"floor": 1, "goal": 1}, [("goal", "number_needs_range")]),
        ("number", {"floor": 9, "goal": 1}, [("direction", "direction_against_goal")]),
        ("points", {"max": 5, "floor": 1.0}, [("floor", "range_only_number")]),
    ],
)
def test_a_kind_says_what_a_plan_may_not_ask_of_it(kind, more, mistakes):
    asked = criterion(kind, **more)
    assert list(asked.how.mistakes(asked)) == mistakes
