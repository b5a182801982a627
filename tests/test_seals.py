"""What is sealed comes back to the last figure, bears a fingerprint, and tells what has changed since."""

from __future__ import annotations

import gzip

import pandas as pd
import pytest
import tiny
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.assessment.standing import Records, Standing, assess
from dashboard.meeting import seals

LISTS = {
    "awards": pd.DataFrame(
        {
            "unit": ["A"],
            "year": [2025],
            "form": ["Giấy khen"],
            "collectives": pd.array([None], dtype="Int64"),
        }
    )
}


def records(value: float = 50.0, units: tuple[str, ...] = ("A", "B")) -> Records:
    """Two units of 2025: unit A has `value` + 30 of 100 points, unit B 84."""
    rows = [(unit, "A", 2025, value if unit == "A" else 48) for unit in units] + [
        (unit, "B", 2025, 30 if unit == "A" else 36) for unit in units
    ]
    return tiny.records(tiny.units(*({"unit": unit} for unit in units)), tiny.results(*rows))


def standing(found: Records) -> Standing:
    return assess(tiny.plan(), found, 2025, tiny.AS_OF)


def sealed(found: Records) -> seals.Sealed:
    return seals.sealed_of(standing(found), "m25", found, LISTS)


def test_what_was_sealed_comes_back_with_every_type_and_figure():
    before = sealed(records())
    after = seals.unpacked(*seals.packed(before))
    for name in Records._fields:
        pd.testing.assert_frame_equal(getattr(before.records, name), getattr(after.records, name))
    pd.testing.assert_frame_equal(before.lists["awards"], after.lists["awards"])
    assert (after.plan, after.milestone, after.year, after.as_of) == (
        before.plan,
        "m25",
        2025,
        tiny.AS_OF,
    )


def test_the_standing_worked_out_again_is_the_sealed_one_to_the_last_figure():
    before = sealed(records())
    again = seals.standing_of(seals.unpacked(*seals.packed(before)))
    pd.testing.assert_frame_equal(again.table, standing(records()).table)
    assert seals.drifted(before, again).empty


def test_the_same_figures_have_the_same_fingerprint_and_other_figures_another():
    one, again, other = (seals.packed(sealed(records(value))) for value in (50.0, 50.0, 50.5))
    assert one == again
    assert one[1] != other[1] and len(one[1]) == 64


def test_bytes_that_are_not_those_of_the_fingerprint_are_refused():
    content, _ = seals.packed(sealed(records()))
    with pytest.raises(ValueError):
        seals.unpacked(content, "0" * 64)


def test_a_sealed_plan_keeps_its_values_when_a_default_changes():
    content, mark = seals.packed(sealed(records()))
    assert "big_gap_points" in gzip.decompress(content).decode(), (
        "values at their default are written out"
    )
    assert seals.unpacked(content, mark).plan.limits == tiny.plan().limits


def test_what_changed_since_is_told_unit_by_unit():
    """A falls from 80 to 70 points and stays second and very slow; B, at 84, keeps everything."""
    found = seals.changed_since(sealed(records(50.0)), standing(records(40.0)))
    assert [(one.unit_code, one.what, one.before, one.after) for one in found.itertuples()] == [
        ("A", "score", 80.0, 70.0)
    ]


def test_nothing_changed_is_an_empty_list_with_its_columns():
    found = seals.changed_since(sealed(records()), standing(records()))
    assert found.empty
    assert list(found.columns) == ["unit_code", "unit", "what", "detail", "before", "after"]


def test_two_seals_tell_a_unit_that_only_one_of_them_has():
    found = seals.compared(
        sealed(records()).answers, sealed(records(units=("A", "B", "C"))).answers
    )
    assert [
        (one.unit_code, one.before, one.after)
        for one in found.itertuples()
        if one.what == "present"
    ] == [("C", False, True)]


def test_flags_are_told_by_rule_not_by_their_wording():
    """At 90 points A is above 85; at 80 below: one flag more, whatever its sentence."""
    found = seals.compared(sealed(records(60.0)).answers, sealed(records(50.0)).answers)
    flags = [
        (one.unit_code, one.detail, one.before, one.after)
        for one in found.itertuples()
        if one.what == "flag"
    ]
    assert ("A", "score:below_target", None, "fact") in [
        (unit, detail, None if pd.isna(before) else before, after)
        for unit, detail, before, after in flags
    ]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.floats(0, 60) | st.none(), min_size=1, max_size=6))
def test_any_figures_and_gaps_survive_the_sealing(values):
    found = records()
    rows = tiny.results(*((f"U{place}", "A", 2025, value) for place, value in enumerate(values)))
    kept = seals.Sealed(tiny.plan(), "m25", 2025, tiny.AS_OF, found._replace(results=rows), {}, {})
    pd.testing.assert_frame_equal(seals.unpacked(*seals.packed(kept)).records.results, rows)
