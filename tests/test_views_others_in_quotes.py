"""A figure or a shortcoming that names another unit of the register is asked, never taken with the rest."""

from __future__ import annotations

import pandas as pd
import pytest
from test_views_report_cards import FAULT, rows
from test_views_report_figures import told

from dashboard.views.others_in_quotes import (
    figures_of_others,
    names_of,
    others_named,
    with_others_asked,
)

UNITS = pd.DataFrame(
    [
        ("H1", "Ủy ban nhân dân huyện Khê Sơn", None),
        ("T1", "Ủy ban nhân dân thị trấn Khê Sơn, huyện Khê Sơn", None),
        ("X1", "Ủy ban nhân dân xã Khê Viễn, huyện Khê Sơn", "Xã Khê Viễn"),
        ("X2", "Ủy ban nhân dân xã Khê Viễn Đông, huyện Khê Sơn", None),
        ("S1", "Sở Nội vụ", None),
    ],
    columns=["unit", "name", "short_name"],
)
NAMES = names_of(UNITS)


@pytest.mark.parametrize(
    ("quote", "own", "named"),
    [
        ("công chức Xã Khê Viễn không đeo thẻ", "H1", ["Xã Khê Viễn"]),
        ("Thị trấn Khê Sơn: 95,1%", "H1", ["Thị trấn Khê Sơn"]),
        ("UBND xã Khê Viễn\nĐông, Sở Nội vụ", "H1", ["xã Khê Viễn\nĐông", "Sở Nội vụ"]),
        ("huyện Khê Sơn đạt 95%", "H1", []),
        ("xã Khê Viễn đạt 95%", "X1", []),
        ("xã Khê Lâm vắng mặt 4 cán bộ", "H1", []),  # no unit of the register
    ],
)
def test_other_units_are_known_by_their_names_the_reports_own_is_none(quote, own, named):
    assert others_named(quote, NAMES, own, None) == named


def test_what_a_report_calls_itself_is_no_other_unit_even_before_it_is_chosen():
    assert others_named("Sở Nội vụ đạt 95%", NAMES, None, "SỞ NỘI VỤ TỈNH MINH HỌA") == []


def test_a_finding_that_names_another_unit_is_asked_and_the_others_stay_as_they_are():
    fault = {**FAULT, "quote": "công chức Xã Khê Viễn không đeo thẻ"}
    found = rows(
        told(95, quote="đạt 95%"), told(3, unit="count"), limitations=[fault, {**FAULT, "end": 9}]
    )
    asked = with_others_asked(found, NAMES, "H1", None)
    assert asked["limitations"]["sure"].tolist() == [False, True]
    assert asked["limitations"]["question"][0] == (
        "Câu này nêu tên Xã Khê Viễn. Có phải của chính đơn vị báo cáo không?"
    )
    assert asked["indicators"].equals(found["indicators"])


def test_a_figure_that_names_one_other_unit_can_be_given_to_it():
    quotes = "Thị trấn Khê Sơn: 95,1%", "đạt 95%", "xã Khê Viễn và Sở Nội vụ đạt 97%"
    found = {"unit": None, "indicators": [told(95, quote=quote) for quote in quotes]}
    assert [(one["subject"], one["quote"]) for one in figures_of_others(found, NAMES, "H1")] == [
        ("Thị trấn Khê Sơn", quotes[0])
    ]
