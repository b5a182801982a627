"""Figures that a report tells of others: whose they are is shown, and a person says it where the report does not."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest
from test_views_report_figures import told
from test_views_reports import PLAN, case

from dashboard.views import others_words as words
from dashboard.views import reports_others as view

UNITS = pd.DataFrame(
    [
        ("XAB", "Xã An Bình", None, None),
        ("XTS", "Xã Thanh Sơn", None, None),
        ("XCU", "Xã Cũ", None, dt.date(2020, 12, 31)),
    ],
    columns=["unit", "name", "valid_from", "valid_to"],
).assign(valid_to=lambda units: pd.to_datetime(units["valid_to"]))


def offered(*subjects: str) -> view.Offer:
    others = [told(90 + place, subject=name) for place, name in enumerate(subjects)]
    known = {"xã Thanh Sơn": "XTS", "xã An Bình": "XAB"}
    return view.offer(
        PLAN, {"others": others}, UNITS, lambda name, year: known.get(name), reporter="XAB"
    )


def test_a_body_that_may_be_any_unit_is_offered_and_waits_for_a_person_to_say_which():
    offer = offered("xã Thanh Sơn", "xã Sơn", "huyện")
    assert offer.held == []
    assert offer.rows["said"].tolist() == ["xã Thanh Sơn", "xã Sơn", "huyện"]
    assert offer.rows["unit"].tolist() == ["XTS", "", ""]
    assert offer.rows["sure"].tolist() == [True, False, False]
    accepted = view.with_units(offer.rows.assign(accepted=[True, True, False]), UNITS)
    assert view.unfit(accepted, UNITS, "XAB") == [f"xã Sơn: {words.CHOOSE_UNIT}"]
    assert offered("xã An Bình").rows.empty


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("Xã Thanh Sơn", None),
        ("Xã An Bình", words.IS_REPORTER),
        ("Xã Cũ (đến 31/12/2020)", words.NOT_LIVING),
    ],
)
def test_a_unit_that_is_chosen_gets_the_figure_unless_it_cannot_be_its_own(body, why):
    rows = offered("xã Sơn").rows.assign(accepted=True, body=body)
    chosen = view.with_units(rows, UNITS)
    assert view.unfit(chosen, UNITS, "XAB") == ([f"xã Sơn: {why}"] if why else [])
    if why is None:
        own = case(unit="XTS", text="90,0")
        results, mistakes = view.taken({"XTS": own}, chosen.assign(quote="90,0"))
        assert mistakes == []
        assert results[["unit", "value"]].values.tolist() == [["XTS", 0.9]]
