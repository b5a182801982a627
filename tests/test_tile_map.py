"""The map of tiles: a square a unit, gravest first in its block, told by colour, sign and outline; what it says is counted."""

from __future__ import annotations

import pandas as pd
import tiny

from dashboard.charts.tile_map import NARROW, WIDE, tile_map
from dashboard.views import unit_tiles
from dashboard.views.choices_made import Choices
from dashboard.writing import theme

TILES = pd.DataFrame(
    [
        ("U1", "Sở <Một>", "Khối 1", "very_slow", 61.0, True),
        ("U2", "Sở Hai", "Khối 1", "ahead", 91.0, False),
        ("U3", "Xã Ba", "Khối 2", "no_data", None, False),
    ],
    columns=["unit", "name", "block", "status", "score", "named"],
)


def test_a_tile_bears_sign_colour_and_outline_of_its_unit_and_opens_it():
    (trace,) = tile_map(TILES, title="t").data
    assert list(trace.customdata) == ["U1", "U2", "U3"]
    assert list(trace.text) == ["▼▼<br>⚑", "▲", "○"], "never by colour alone"
    assert trace.marker.color[1] == theme.STATUS["ahead"].fill
    assert list(trace.marker.line.width) == [3, 1, 1]
    assert trace.hovertext[0] == "<b>Sở &lt;Một&gt;</b><br>▼▼ rất chậm, 61,0 điểm<br>⚑ nêu tên"
    assert trace.hovertext[2] == "<b>Xã Ba</b><br>○ chưa đủ dữ liệu"


def test_a_block_begins_a_row_of_its_own_and_a_long_one_goes_on_below():
    many = pd.concat([TILES.iloc[[1]]] * (WIDE + 1) + [TILES.iloc[[2]]], ignore_index=True)
    figure = tile_map(many, title="t")
    wide, narrow = figure.data[0], figure.layout.meta["narrow_traces"]["0"]
    assert list(wide.x)[-3:] == [WIDE - 1, 0, 0] and wide.y[0] < wide.y[-2] < wide.y[-1]
    assert max(narrow["x"]) == NARROW - 1 and len(set(narrow["y"])) == 3
    assert figure.layout.meta["narrow"]["height"] > figure.layout.height


def test_units_stand_gravest_first_and_the_title_counts_them():
    rows = [("U1", "A", 2025, 60), ("U1", "B", 2025, 40), ("U2", "A", 2025, 30), ("U3", "A", 2025, 60)]  # fmt: skip
    standing = tiny.assess(
        tiny.plan(),
        tiny.records(tiny.units(*({"unit": f"U{one}"} for one in (1, 2, 3, 4))), tiny.results(*rows)),
        2025,
        tiny.AS_OF,
    )  # fmt: skip
    shown = unit_tiles.in_order(standing, Choices(2025))
    behind = shown["status"].isin(["slow", "very_slow"])
    assert behind.tolist() == sorted(behind, reverse=True) and shown["status"].iloc[-1] == "no_data"
    made = unit_tiles.tiles(standing, Choices(2025))
    assert made.drawing.title.startswith(f"{behind.sum()} trong 4 đơn vị chậm hoặc rất chậm")
    assert len(made.table.frame) == 4, "what the picture shows stands in the table beside it"
