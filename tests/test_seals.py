"""What is sealed comes back to the last figure, bears a fingerprint, and tells what has changed since."""

from __future__ import annotations

import gzip
import json
from functools import cache

import pandas as pd
import pytest
import tiny
from hypothesis import given, settings
from hypothesis import strategies as st

import sample_data
from dashboard.assessment.standing import Records, Standing, assess
from dashboard.meeting import compared, frozen, seals
from dashboard.plan import load_plan
from data_access.store import connect

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


@cache
def records(value: float = 50.0, units: tuple[str, ...] = ("A", "B")) -> Records:
    """Two units of 2025: unit A has `value` + 30 of 100 points, unit B 84."""
    rows = [(unit, "A", 2025, value if unit == "A" else 48) for unit in units] + [
        (unit, "B", 2025, 30 if unit == "A" else 36) for unit in units
    ]
    return tiny.records(tiny.units(*({"unit": unit} for unit in units)), tiny.results(*rows))


@cache
def standing(value: float = 50.0, units: tuple[str, ...] = ("A", "B")) -> Standing:
    return assess(tiny.plan(), records(value, units), 2025, tiny.AS_OF)


@cache
def sealed(value: float = 50.0, units: tuple[str, ...] = ("A", "B")) -> seals.Sealed:
    return seals.sealed_of(standing(value, units), "m25", records(value, units), LISTS)


def test_what_was_sealed_comes_back_with_every_type_and_figure():
    before = sealed()
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
    before = sealed()
    again = seals.standing_of(seals.unpacked(*seals.packed(before)))
    pd.testing.assert_frame_equal(again.table, standing().table)
    assert seals.drifted(before, again).empty


def test_the_same_figures_have_the_same_fingerprint_and_other_figures_another():
    one, other = (seals.packed(sealed(value)) for value in (50.0, 50.5))
    anew = assess(tiny.plan(), records.__wrapped__(50.0), 2025, tiny.AS_OF)
    again = seals.packed(seals.sealed_of(anew, "m25", records.__wrapped__(50.0), LISTS))
    assert one == again
    assert one[1] != other[1] and len(one[1]) == 64


def test_bytes_that_are_not_those_of_the_fingerprint_are_refused():
    content, _ = seals.packed(sealed())
    with pytest.raises(ValueError):
        seals.unpacked(content, "0" * 64)


def test_a_sealed_plan_keeps_its_values_when_a_default_changes():
    content, mark = seals.packed(sealed())
    assert "big_gap_points" in gzip.decompress(content).decode(), (
        "values at their default are written out"
    )
    assert seals.unpacked(content, mark).plan.limits == tiny.plan().limits


def test_what_changed_since_is_told_unit_by_unit():
    """A falls from 80 to 70 points and stays second and very slow; B, at 84, keeps everything."""
    found = seals.changed_since(sealed(50.0), standing(40.0))
    assert [(one.unit_code, one.what, one.before, one.after) for one in found.itertuples()] == [
        ("A", "score", 80.0, 70.0)
    ]


def test_nothing_changed_is_an_empty_list_with_its_columns():
    found = seals.changed_since(sealed(), standing())
    assert found.empty
    assert list(found.columns) == ["unit_code", "unit", "what", "detail", "before", "after"]


def test_two_seals_tell_a_unit_that_only_one_of_them_has():
    found = compared.compared(sealed().answers, sealed(units=("A", "B", "C")).answers)
    assert [
        (one.unit_code, one.before, one.after)
        for one in found.itertuples()
        if one.what == "present"
    ] == [("C", False, True)]


def test_flags_are_told_by_rule_not_by_their_wording():
    """At 90 points A is above 85; at 80 below: one flag more, whatever its sentence."""
    found = compared.compared(sealed(60.0).answers, sealed(50.0).answers)
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


def test_figures_are_read_as_they_were_sealed_whatever_the_program_works_out_today():
    """The seal says 81,5 where the program would work out 80: what is read is what was sealed."""
    before = sealed()
    table = before.frames["table"]
    place = [name for name, _ in table["columns"]].index("score")
    values = [81.5 if one == 80.0 else one for one in table["values"][place]]
    other = {**table, "values": [*table["values"][:place], values, *table["values"][place + 1 :]]}
    again = seals.unpacked(*seals.packed(before._replace(frames={**before.frames, "table": other})))
    assert 81.5 in seals.standing_of(again).table["score"].tolist()
    assert 80.0 in standing().table["score"].tolist()


def test_opening_a_seal_works_no_figure_out_again(monkeypatch):
    """Whatever the program would work out of the sealed records today is not even asked: it works out tables without a row alone."""
    asked = []

    def watched(plan, records, year, as_of):
        asked.append(len(records.results))
        return assess(plan, records, year, as_of)

    kept = seals.unpacked(*seals.packed(sealed()))
    for module in (seals, frozen):
        monkeypatch.setattr(module, "assess", watched)
    assert len(seals.standing_of(kept).table) == 2
    assert asked == [0]


def test_what_the_program_reads_is_told_without_any_figure(sample_url):
    """Of no records at all a standing has the parts and columns of one of every unit: only years may be more, where figures are."""
    with connect(sample_url) as store:
        known, plan = Records(**store.load_records(tiny.AS_OF)), load_plan(sample_data.PLAN)
    for own, rows in ((tiny.plan(), records()), (plan, known)):
        full = frozen.parts_of(assess(own, rows, 2025, tiny.AS_OF))
        nothing = Records(*(one.iloc[:0] for one in rows))
        assert columns_of(frozen.parts_of(assess(own, nothing, 2025, tiny.AS_OF))) == columns_of(
            full
        )


def columns_of(parts) -> set[tuple[str, ...]]:
    """Part, key in it, column; a column that is a year is a figure's."""
    return {
        (name, key, column)
        for name, part in parts.items()
        for key, rows in (part.items() if "columns" not in part else [("", part)])
        for column, _ in rows["columns"]
        if isinstance(column, str)
    }


def test_a_seal_of_the_first_form_or_one_that_lacks_a_column_is_worked_out_again():
    before = sealed()
    flags = before.frames["flags"]
    short = {name: part[:-1] for name, part in flags.items() if name in ("columns", "values")}
    for frames in (None, {**before.frames, "flags": short}):
        again = seals.unpacked(*seals.packed(before._replace(frames=frames)))
        found = seals.standing_of(again)
        pd.testing.assert_frame_equal(found.table, standing().table)
        assert seals.drifted(again, found).empty


def test_every_frame_of_a_standing_comes_back_to_the_last_digit():
    before = standing()
    again = seals.standing_of(seals.unpacked(*seals.packed(sealed())))
    for name in frozen.OF_STANDING:
        old, new = getattr(before, name), getattr(again, name)
        pairs = [(old[key], new[key]) for key in old] if isinstance(old, dict) else [(old, new)]
        for one, other in pairs:
            pd.testing.assert_frame_equal(one, other, check_exact=True, check_names=False)


def test_infinite_and_missing_numbers_and_days_are_written_and_read():
    rows = pd.DataFrame(
        {
            "a": [1.5, float("inf"), float("-inf"), float("nan")],
            "b": pd.to_datetime(["2026-01-02", None, None, None]),
            2019: [0.1, 0.2, None, None],
            "c": [{"x": float("nan"), "y": [1, 2]}, None, "chữ", True],
        },
        index=pd.Index(["A", "B", "C", "D"], name="unit"),
    )
    again = frozen.read(json.loads(json.dumps(frozen.written(rows), allow_nan=False)))
    pd.testing.assert_frame_equal(again[["a", "b", 2019]], rows[["a", "b", 2019]])
    assert again.index.name == "unit" and again["c"].tolist()[0] == {"x": None, "y": [1, 2]}
