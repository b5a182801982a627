"""Texts that read otherwise than they are kept, or never end, are refused at the door, with their cell."""

from __future__ import annotations

import pytest
from small_files import read_text, read_value

UNITS = "mã đơn vị,tên đơn vị,loại\nXX,{name},xa\n"


def codes(reading) -> list[tuple]:
    found = reading.problems[reading.problems["severity"] == "error"]
    return list(found[["code", "cell"]].itertuples(index=False, name=None))


@pytest.mark.parametrize("sign", ["\u202e", "\u202a", "\u2066", "\u2069", "\u061c", "\u009b"])
def test_a_name_that_reads_otherwise_than_it_is_kept_is_refused(sign):
    found = read_text(UNITS.format(name=f"Xã {sign}nA aòH"))
    assert [code for code, _ in codes(found)] == ["text_turning"]
    assert found.problems["fields"].iloc[0]["sign"] == f"U+{ord(sign):04X}"
    assert codes(read_text(UNITS.format(name="Xã Hòa An"))) == []


def test_a_name_of_ten_thousand_letters_is_refused_and_the_longest_official_one_is_not():
    """The longest name of a unit of the sample has 110 letters; a PDF of one with 10,000 had 63 pages."""
    assert [code for code, _ in codes(read_text(UNITS.format(name="a" * 10_000)))] == [
        "text_too_long"
    ]
    assert codes(read_text(UNITS.format(name="Xã " + "Hòa " * 60))) == []


def test_a_result_bears_no_such_text_either():
    assert "text_turning" in [
        code for code, _ in codes(read_value("CN1", 5, out_of=10, note="x\u202ey"))
    ]
