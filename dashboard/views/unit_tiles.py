"""All units in view at one glance, gravest first inside each block: the second way into ranks and flags."""

from __future__ import annotations

import pandas as pd

from dashboard.assessment.standing import Standing
from dashboard.charts.drawings import Picture, picture
from dashboard.charts.tile_map import alt_text, tile_map
from dashboard.views import unit_tiles_words as said
from dashboard.views.choices_made import Choices
from dashboard.views.line_names import called
from dashboard.views.summary import BEHIND
from dashboard.wording import screen_words as words
from dashboard.writing import theme
from dashboard.writing.columns import Column
from dashboard.writing.formats import count

GRAVEST_FIRST = ("very_slow", "slow", "on_track", "near", "met", "ahead", "no_data", "not_assessed")


def any_tiles(standing: Standing, choice: Choices) -> bool:
    """Whether anybody in view is assessed against a target in the year."""
    return not _shown(standing, choice).empty


def tiles(standing: Standing, choice: Choices) -> Picture:
    """The units that are assessed in the year against a target, as tiles."""
    rows = in_order(standing, choice)
    behind = int(rows["status"].isin(BEHIND).sum())
    finding = said.SOME_BEHIND if behind else said.NONE_BEHIND
    title = finding.format(behind=count(behind), units=count(len(rows), "đơn vị"))
    if rows["named"].any():
        title += said.NAMED.format(named=count(rows["named"].sum()))
    columns = {
        "name": Column(said.UNIT),
        "block": words.BLOCK,
        "status": Column(said.STATUS, "status"),
        "score": Column(words.SCORE, "score"),
        "flag": said.FLAG,
    }
    listed = rows.assign(flag=rows["named"].map({True: theme.FLAG["named"].label, False: ""}))
    figure = tile_map(rows, title=title, subtitle=said.DRAWN)
    alt = alt_text(rows, subject=said.ALT.format(year=standing.year))
    return picture(figure, alt, words.source(standing.as_of), listed, columns)


def in_order(standing: Standing, choice: Choices) -> pd.DataFrame:
    """unit, name, block, status, score, named of the units with a target: blocks as they stand in the plan's table, inside each the gravest first, then the lowest."""
    rows = called(standing, _shown(standing, choice))
    flags = standing.flags
    named = flags.loc[flags["level"] == "named", "unit"]
    rows = rows.assign(
        named=rows["unit"].isin(named),
        grave=rows["status"].map({code: place for place, code in enumerate(GRAVEST_FIRST)}),
        place=rows["block"].map(
            {block: place for place, block in enumerate(rows["block"].unique())}
        ),
    )
    ordered = rows.sort_values(["place", "grave", "score"], kind="stable")
    return ordered[["unit", "name", "block", "status", "score", "named"]].reset_index(drop=True)


def _shown(standing: Standing, choice: Choices) -> pd.DataFrame:
    table = choice.of(standing.table)
    return table[table["assessed"] & table["status"].notna()]
