"""The map of a province: boundaries where the province gives them, else tiles; the second way into ranks and flags."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pandas as pd

from dashboard.assessment.standing import Standing
from dashboard.charts.boundary_map import Shape, boundary_map
from dashboard.charts.drawings import Picture
from dashboard.charts.tile_map import alt_text
from dashboard.views import unit_tiles
from dashboard.views import unit_tiles_words as said
from dashboard.views.choices_made import Choices
from dashboard.writing.formats import count

LEAST = 2
"""Of fewer units with a boundary a map says nothing."""


def entry(standing: Standing, tables: Mapping[str, pd.DataFrame], choice: Choices) -> Picture:
    """The units in view that are assessed against a target: on the map as far as they have boundaries, without any as tiles. Its table holds all of them. In: the table `boundaries`."""
    given = tables["boundaries"]
    rows = unit_tiles.in_order(standing, choice)
    drawn = rows[rows["unit"].isin(given["unit"])]
    if len(drawn) < LEAST:
        return unit_tiles.tiles(standing, choice)
    shapes: dict[str, Shape] = {
        one.unit: json.loads(one.shape)
        for one in given[given["unit"].isin(drawn["unit"])].itertuples()
    }
    tiles = unit_tiles.tiles(standing, choice)
    beside = len(rows) - len(drawn)
    off = said.NOT_ON_MAP.format(units=count(beside, "đơn vị")) if beside else ""
    figure = boundary_map(drawn, shapes, title=unit_tiles.title(rows), subtitle=said.ON_MAP + off)
    alt = alt_text(drawn, subject=said.ALT.format(year=standing.year), of=said.MAP) + off
    return Picture(figure, alt, tiles.source, tiles.table)
