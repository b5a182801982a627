"""Figures and dates as papers write them; what cannot be decided is never guessed."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.intake.cell_dates import parse_day
from data_access.intake.numbers import parse_number


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1.234,5", 1234.5, ""),
        ("1,234.5", 1234.5, ""),
        ("1 234,5", 1234.5, ""),
        ("95,3%", 95.3, "%"),
        ("95.3 %", 95.3, "%"),
        ("1.234 %", 1.234, "%"),
        ("18,125 điểm", 18.125, "points"),
        ("1.234 phiếu", 1234.0, "count"),
        ("12.345 hồ sơ", 12345.0, "count"),
        ("1.234.567", 1234567.0, ""),
        ("0,125", 0.125, ""),
        ("1234,567", 1234.567, ""),
        ("-5", -5.0, ""),
        ("95 phần trăm", 95.0, "%"),
        (95.3, 95.3, ""),
    ],
)
def test_a_figure_is_read_as_vietnamese_papers_mean_it(text, value, unit):
    number = parse_number(text)
    assert (number.value, number.unit, number.doubt, number.comparator) == (value, unit, None, "=")


@pytest.mark.parametrize("text", ["1.234", "1,234", "12.500", "999,000"])
def test_a_single_separator_before_three_digits_without_a_unit_is_undecidable(text):
    number = parse_number(text)
    assert number.doubt == "number_undecidable"
    assert number.thousands == pytest.approx(1000 * number.value)


@pytest.mark.parametrize(
    ("text", "sign", "value"),
    [
        ("trên 95%", ">", 95.0),
        ("Hơn 1.200 phiếu", ">", 1200.0),
        ("ít nhất 90 %", ">=", 90.0),
        ("từ 80% trở lên", ">=", 80.0),
        ("80% trở lên", ">=", 80.0),
        ("dưới 5%", "<", 5.0),
        ("không quá 3", "<=", 3.0),
        ("khoảng 40 người", "~", 40.0),
        ("gần 95%", "~", 95.0),
        (">95%", ">", 95.0),
    ],
)
def test_a_bound_is_kept_as_a_bound(text, sign, value):
    number = parse_number(text)
    assert (number.comparator, number.value, number.doubt) == (sign, value, None)


def test_a_count_with_its_total_gives_both():
    assert parse_number("24/44 đơn vị")[:4] == (24.0, "=", "count", 44.0)


@pytest.mark.parametrize("text", ["tăng 13,2 %", "giảm 8 bậc", "+5"])
def test_a_change_is_no_level(text):
    assert parse_number(text).doubt == "number_is_delta"


@pytest.mark.parametrize(
    "text", ["đa số", "12.34.5", "1.23.456", "12 34", "1e5", "nan", "∞", "", "9" * 200, "1" * 30]
)
def test_what_is_no_figure_is_said_to_be_none(text):
    assert parse_number(text).doubt == "number_unreadable"


def test_a_date_in_a_figure_cell_is_named_as_such():
    assert parse_number(dt.date(2022, 12, 5)).doubt == "number_is_date"


@given(st.integers(0, 999_999_999), st.integers(1, 2))
def test_what_this_program_writes_it_reads_back(thousandths, decimals):
    value = round(thousandths / 1000, decimals)
    written = f"{value:,.{decimals}f}".replace(",", "_").replace(".", ",").replace("_", ".")
    assert parse_number(written).value == pytest.approx(value)
    assert parse_number(f"{written}%").value == pytest.approx(value)


@given(st.integers(0, 999_999_999))
def test_grouped_counts_read_back(count):
    assert parse_number(f"{count:,} phiếu".replace(",", ".")).value == count


@given(st.text(max_size=120))
def test_any_text_gives_a_figure_or_a_doubt(text):
    number = parse_number(text)
    assert (number.value is None) == (
        number.doubt is not None and number.doubt != "number_undecidable"
    )


@pytest.mark.parametrize(
    "text",
    [
        "14/8/2019",
        "14/08/2019",
        "14-8-2019",
        "14.8.2019",
        "14/8/19",
        "ngày 14 tháng 8 năm 2019",
        "Sóc Trăng, ngày 14 tháng 8 năm 2019",
        "2019-08-14",
        "2019-08-14 10:30:00",
    ],
)
def test_a_date_is_read_day_first(text):
    assert parse_day(text).date == dt.date(2019, 8, 14)


@pytest.mark.parametrize(
    "text", ["27/12/22018", "30/2/2020", "31/4/2021", "12/25/2020", "1/1/1019"]
)
def test_an_impossible_date_is_never_repaired(text):
    assert parse_day(text) == (None, "date_impossible")


@pytest.mark.parametrize("text", ["cuối năm", "44000", "12/2022", "14/8-2019"])
def test_what_is_no_date_is_said_to_be_none(text):
    assert parse_day(text) == (None, "date_unreadable")


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)), st.sampled_from("/-."))
def test_every_date_reads_back_however_it_is_written(date, mark):
    assert parse_day(f"{date.day}{mark}{date.month}{mark}{date.year}").date == date
    assert parse_day(f"ngày {date.day:02d} tháng {date.month:02d} năm {date.year}").date == date
    assert parse_day(date.isoformat()).date == date
