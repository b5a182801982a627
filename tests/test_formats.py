"""Numbers, dates and names as Vietnamese readers write and sort them."""

from __future__ import annotations

import datetime as dt
import doctest
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.writing import alphabet, by_ear, differences, first_letter, formats, quotation
from dashboard.writing.alphabet import alphabet_key, person_key

MISSING = [None, float("nan"), np.nan, pd.NA, pd.NaT]
shares = st.floats(0, 1, allow_nan=False)
scores = st.floats(-200, 200, allow_nan=False)


@pytest.mark.parametrize("module", [formats, alphabet, by_ear, first_letter, quotation])
def test_the_examples_of_the_docstrings_hold(module):
    assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize("value", MISSING)
def test_a_missing_value_is_a_dash_and_never_zero(value):
    written = [
        formats.number(value),
        formats.percent(value),
        formats.points(value),
        differences.delta(value),
        formats.count(value),
    ]
    assert [
        *written,
        formats.out_of(value, 21),
        formats.interval(value, 1),
        formats.date(value),
    ] == ["–"] * 8


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (0, 1, "0,0"),
        (1234567.891, 1, "1.234.567,9"),
        (0.25, 1, "0,3"),
        (2.5, 0, "3"),
        (-2.5, 0, "−3"),
        (-0.04, 1, "0,0"),
        (999.95, 1, "1.000,0"),
        (81.333333, None, "81,33"),
        (90.0, None, "90"),
        (100, None, "100"),
        (np.float64(68.32), 2, "68,32"),
    ],
)
def test_numbers_have_dots_between_thousands_and_a_decimal_comma_rounded_half_up(
    value, decimals, written
):
    assert formats.number(value, decimals) == written


@pytest.mark.parametrize(
    ("share", "target", "written"),
    [
        (2699 / 3000, 0.90, "89,97%"),
        (0.9, 0.90, "90,0%"),
        (0.89999, 0.9, "89,999%"),
        (0.9 - 1e-12, 0.9, "90,0%"),
        (0.901, 0.9, "90,1%"),
        (0.8, 0.9, "80,0%"),
        (0.84664, 0.84662, "84,7%"),
        (0.84661, 0.84662, "84,66%"),
        (0.95, None, "95,0%"),
    ],
)
def test_a_rounded_percent_never_contradicts_the_verdict(share, target, written):
    assert formats.percent(share, verdict_against=target) == written


@given(shares, shares)
def test_what_is_read_and_the_verdict_agree_for_every_share_and_target(share, target):
    shown = Decimal(
        formats.percent(share, verdict_against=target)[:-1].replace(".", "").replace(",", ".")
    )
    met = share >= target - 1e-9
    assert (shown >= Decimal(str(target)) * 100) == met or abs(share - target) < 2e-9


@given(scores, st.integers(0, 4))
def test_a_written_number_reads_back_within_half_a_unit_of_its_last_digit(value, decimals):
    read = float(
        formats.number(value, decimals).replace(".", "").replace(",", ".").replace("−", "-")
    )
    assert abs(read - value) <= 0.5 * 10**-decimals + 1e-9


@given(scores)
def test_a_change_has_the_sign_of_its_words(change):
    sign, words = differences.delta(change)[0], differences.delta_words(change)
    assert (sign == "+", sign == "−") == (words.startswith("tăng"), words.startswith("giảm"))


def test_dates_are_day_first_and_official_ones_keep_the_zeros_of_the_norm():
    assert formats.date(pd.Timestamp("2020-03-04")) == "4/3/2020"
    assert formats.official_date(dt.date(2019, 8, 4)) == "ngày 04 tháng 8 năm 2019"
    assert formats.official_date(None) == "ngày … tháng … năm …"


def test_letters_of_the_alphabet_stand_in_their_order():
    alphabet = "a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y".split()
    assert sorted(reversed(alphabet), key=alphabet_key) == alphabet


def test_units_sort_by_letters_then_tones_then_numbers_in_their_size():
    names = [
        "Xã Ân Phú",
        "Xã An Phú",
        "Cụm xã số 10",
        "Cụm xã số 2",
        "Sở Y tế",
        "Sở Nội vụ",
        "Đảng ủy",
        "Ủy ban",
        "Uỷ ban",
        "Xã An Phủ",
    ]
    assert sorted(names, key=alphabet_key) == [
        "Cụm xã số 2",
        "Cụm xã số 10",
        "Đảng ủy",
        "Sở Nội vụ",
        "Sở Y tế",
        "Uỷ ban",
        "Ủy ban",
        "Xã An Phủ",
        "Xã An Phú",
        "Xã Ân Phú",
    ]


@given(st.text(max_size=12), st.text(max_size=12))
def test_any_two_texts_have_an_order(first, second):
    assert (alphabet_key(first) < alphabet_key(second)) != (
        alphabet_key(first) >= alphabet_key(second)
    )


def test_composed_and_decomposed_spellings_sort_together():
    letters, tones, _ = alphabet_key("Hòa Bình")
    assert alphabet_key("Ho\u0300a Bi\u0300nh")[:2] == (letters, tones)


def test_people_sort_by_given_name():
    assert sorted(["Nguyễn Văn Yên", "Trần Thị Ánh", "Lê An"], key=person_key) == [
        "Lê An",
        "Trần Thị Ánh",
        "Nguyễn Văn Yên",
    ]


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (160, 200, "bốn trong năm đơn vị"),
        (100, 200, "một nửa số đơn vị"),
        (60, 200, "ba trong mười đơn vị"),
        (0, 200, "không đơn vị nào"),
        (200, 200, "tất cả đơn vị"),
        (154, 200, "hơn ba phần tư số đơn vị"),
        (9, 10, "chín trong mười đơn vị"),
        (None, 200, "–"),
        (3, 200, "3/200 đơn vị"),
    ],
)
def test_figures_are_rounded_for_the_ear(part, whole, said):
    assert by_ear.by_ear(part, whole) == said


@given(st.integers(11, 500), st.data())
def test_what_is_said_is_within_three_points_of_the_truth_or_exact(whole, data):
    part = data.draw(st.integers(1, whole - 1))
    said = by_ear.by_ear(part, whole)
    near = min(abs(float(one) - part / whole) for one in by_ear.EASY_FRACTIONS)
    assert (near <= 0.03 + 1e-12) != said.startswith(f"{part}/{whole}")
