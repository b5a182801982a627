"""After a change only the years that see it are worked out anew: what a year is said not to see changes nothing in it, to the last value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache

import pandas as pd
import pytest
import tiny

from dashboard.assessment.kept_years import read_year, seen_print, written_year
from dashboard.assessment.seen_by_year import Province
from dashboard.assessment.standing import Records, of_year, province
from dashboard.plan import load_plan
from dashboard.serving import years_ahead

YEARS = (2020, 2021, 2022)
ALL, FROM_2021, ONLY_2021 = YEARS, (2021, 2022), (2021,)


def changed(table: str, year: int | None = None, **values: object) -> Callable[[Records], Records]:
    """One row of a table (the first of unit U2, of a year and criterion if given) with other values."""

    def change(records: Records) -> Records:
        rows = getattr(records, table).copy()
        asked = rows["unit"] == "U2"
        for name, wanted in (("year", year), ("criterion", values.pop("of", None))):
            asked &= (rows[name] == wanted) if wanted is not None else True
        place = rows.index[asked][0]
        for name, value in values.items():
            assert rows.loc[place, name] != value
            rows.loc[place, name] = value
        return records._replace(**{table: rows})

    return change


def figures(records: Records) -> Records:
    """Every kind of result of a year changed, and how one counts."""
    for change in (
        changed("results", 2021, of="A", value=20.0, stage="self"),
        changed("results", 2021, of="B", state="not_applicable"),
        changed("results", 2021, of="HL", value=70.0),
        changed("results", 2021, of="CN1", out_of=30.0, comparator="≥"),
    ):
        records = change(records)
    return records


def without(table: str, year: int) -> Callable[[Records], Records]:
    """Without a unit's first row of the year."""

    def change(records: Records) -> Records:
        rows = getattr(records, table)
        asked = rows[(rows["unit"] == "U2") & (rows["year"] == year)]
        return records._replace(**{table: rows.drop(asked.index[0])})

    return change


CHANGES: dict[str, tuple[Callable[[Records], Records], tuple[int, ...]]] = {
    "figures": (figures, FROM_2021),
    "where it stands": (changed("results", 2021, of="A", cell="Z9"), ONLY_2021),
    "who stored it": (changed("results", 2021, of="A", import_id=7, revision=2), ()),
    "no result": (without("results", 2021), FROM_2021),
    "name": (changed("units", name="Đơn vị đổi tên"), ALL),
    "life": (changed("units", valid_to=pd.Timestamp(2021, 12, 31)), (2022,)),
    "block": (changed("unit_years", 2021, block="Khối 2"), FROM_2021),
    "staff": (changed("unit_years", 2021, staff=44), ONLY_2021),
    "filing": (changed("filings", 2022, first_submitted_on=pd.Timestamp(2023, 1, 5)), (2022,)),
    "no filing": (without("filings", 2022), (2022,)),
    "limitation": (changed("limitations", 2021, quote="Chậm giải quyết"), ONLY_2021),
}
"""Each kind of change, and the years that see it."""


@cache
def before() -> Records:
    rows = [
        (f"U{unit}", criterion, year, value - unit - (year - 2020), *of)
        for year in YEARS
        for unit in range(1, 5)
        for criterion, value, *of in (
            ("A", 45.0),
            ("B", 30.0),
            ("HL", 90.0, 110.0),
            ("CN1", 22.0, 26.0),
        )
    ]
    filings = pd.DataFrame(
        [
            {"unit": f"U{unit}", "year": 2022, "kind": "annual", "number": None, "dated": pd.NaT}
            for unit in (1, 2)
        ]
    ).assign(submitted_on=pd.Timestamp(2022, 12, 1), file="a.xlsx", sheet="Nộp", cell="A2")
    quotes = [
        {"unit": f"U{unit}", "year": year, "category": "khac", "quote": "Còn tồn tại", "place": "2"}
        for year in YEARS
        for unit in (1, 2)
    ]
    return tiny.records(
        tiny.units(*({"unit": f"U{n}"} for n in range(1, 5))),
        tiny.results(*rows),
        filings=filings.assign(first_submitted_on=filings["submitted_on"]),
        limitations=pd.DataFrame(quotes).assign(file="a.docx", sheet=None, cell=None),
    )


def whole(records: Records) -> Province:
    return province(tiny.plan(), records, tiny.AS_OF)


@cache
def as_it_was() -> dict[int, tuple[str, bytes]]:
    """The print of every year and the year itself, before anything changed."""
    known = whole(before())
    return {year: (seen_print(known, year), written_year(of_year(known, year))) for year in YEARS}


@pytest.mark.parametrize("kind", CHANGES)
def test_a_year_that_does_not_see_a_change_is_what_it_would_be_worked_out_anew(kind):
    change, seeing = CHANGES[kind]
    known = whole(change(before()))
    seen = {year for year in YEARS if seen_print(known, year) != as_it_was()[year][0]}
    assert seen == set(seeing)
    for year in set(YEARS) - seen:
        assert written_year(of_year(known, year)) == as_it_was()[year][1]


def test_another_plan_leaves_no_year_as_it_was():
    other = province(load_plan(tiny.PLAN.replace("max = 60", "max = 61")), before(), tiny.AS_OF)
    assert all(seen_print(other, year) != as_it_was()[year][0] for year in YEARS)


def test_a_day_before_a_milestone_fell_due_leaves_no_year_as_it_was():
    due = max(one.due for one in tiny.plan().milestones if one.due <= tiny.AS_OF)
    earlier = province(tiny.plan(), before(), due - dt.timedelta(days=1))
    assert all(seen_print(earlier, year) != as_it_was()[year][0] for year in YEARS)


def test_on_another_day_a_year_that_is_said_to_stay_is_what_it_would_be_worked_out_anew():
    other = province(tiny.plan(), before(), tiny.AS_OF.replace(day=1))
    same = [year for year in YEARS if seen_print(other, year) == as_it_was()[year][0]]
    assert same
    for year in same:
        assert written_year(of_year(other, year)) == as_it_was()[year][1]


def test_what_is_taken_over_is_read_with_what_all_years_share_now(tmp_path, monkeypatch):
    """A row of 2022 changes: 2020 and 2021 are not worked out again, and 2022 is."""
    tmp_path.chmod(0o700)
    years_ahead._keep_years(whole(before()), tmp_path, "store-before")
    made = []
    monkeypatch.setattr(
        years_ahead, "of_year", lambda known, year: made.append(year) or of_year(known, year)
    )
    known = whole(changed("results", 2022, of="A", value=20.0)(before()))
    years_ahead._keep_years(known, tmp_path, "store-after")
    assert made == [2022]
    content = years_ahead.figures_folder.kept(tmp_path, "store-after-2021")
    assert content == as_it_was()[2021][1]
    assert read_year(content, known, 2021).scores is known.scores
