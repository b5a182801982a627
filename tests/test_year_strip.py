"""One picture, many years: the last year is drawn, each other year is what the slider puts in its place; the sentence of a year is counted from it."""

from __future__ import annotations

import pandas as pd
import tiny

from dashboard.charts.year_strip import CHOSEN, DOTS, MIDDLES, TARGET, Strip, year_strip
from dashboard.views.choices_made import Choices
from dashboard.views.unit_strip import any_years, strip

VALUES = pd.DataFrame(
    [
        ("U1", "Sở Một", "Khối 1", 2021, 70.0),
        ("U1", "Sở Một", "Khối 2", 2022, 80.0),
        ("U2", "Sở <Hai>", "Khối 1", 2022, 60.0),
    ],
    columns=["unit", "name", "block", "year", "value"],
)
MIDDLES_OF = pd.DataFrame(
    [("Khối 1", 2021, 70.0), ("Khối 1", 2022, 60.0), ("Khối 2", 2022, 80.0)],
    columns=["block", "year", "median"],
)


def drawn(**more):
    made = Strip(VALUES, MIDDLES_OF, {2022: 75.0}, **more)
    return year_strip(made, title="t", blocks=["Khối 1", "Khối 2"])


def test_a_unit_that_changed_its_block_stands_in_one_of_them_each_year():
    figure = drawn()
    dots = figure.data[DOTS]
    assert list(dots.customdata) == ["U1", "U1", "U2"]
    assert list(dots.x) == [None, 80.0, 60.0], "the last year is drawn"
    first, last = figure.layout.meta["frames"]
    assert (first["label"], last["label"]) == ("2021", "2022")
    assert first["traces"][str(DOTS)]["x"] == [70.0, None, None]
    assert last["traces"][str(DOTS)]["hovertext"][2] == "<b>Sở &lt;Hai&gt;</b><br>2022: 60,0"


def test_a_year_without_a_target_or_a_block_without_units_has_no_line():
    first, last = drawn().layout.meta["frames"]
    assert first["traces"][str(TARGET)]["x"] == [None, None]
    assert last["traces"][str(TARGET)]["x"] == [75.0, 75.0]
    assert first["traces"][str(MIDDLES)]["x"] == [70.0, None]


def test_a_chosen_unit_stands_out_with_its_name():
    chosen = drawn(chosen=("U2",)).data[CHOSEN]
    assert list(chosen.text) == ["Sở &lt;Hai&gt;"] and list(chosen.x) == [60.0]


def test_each_year_says_from_where_to_where_its_blocks_reach_and_one_year_alone_is_no_picture():
    rows = [("U1", "A", 2021, 48), ("U2", "A", 2021, 36), ("U1", "A", 2022, 60), ("U2", "A", 2022, 54)]  # fmt: skip
    held = tiny.records(tiny.units({"unit": "U1"}, {"unit": "U2"}), tiny.results(*rows))
    other = held.unit_years["unit"] == "U2"
    held = held._replace(
        unit_years=held.unit_years.assign(block=other.map({True: "Khối 2", False: "Khối 1"}))
    )
    standing = tiny.assess(tiny.plan(), held, 2022, tiny.AS_OF)
    made = strip(standing, Choices(2022), "A", ()).drawing
    assert [label for label, _ in made.frames] == ["2021", "2022"]
    assert made.frames[1][1] == "Năm 2022: mức giữa các khối từ 90,0 đến 100,0"
    assert made.title == "Khối cao nhất hơn khối thấp nhất 20,0 điểm năm 2021, 10,0 điểm năm 2022"
    assert any_years(standing, Choices(2022), "A")
    assert not any_years(standing, Choices(2022), "B")
