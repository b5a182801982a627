"""Worked examples of ranks, neighbours and peers, for one unit of a `Standing`."""

from __future__ import annotations

import pandas as pd

from dashboard.assessment.standing import Standing
from dashboard.views import method_examples_words as words
from dashboard.views.method_scores import row_of
from dashboard.writing import formats

NEAR = 3  # units on each side


def rank(standing: Standing, unit: str, table: pd.DataFrame) -> list[str]:
    """Rank and its interval."""
    one = row_of(standing, unit)
    if formats.is_missing(one["rank"]):
        return [words.NO_RANK.format(name=one["name"], year=standing.year)]
    first = words.RANK.format(
        name=one["name"], rank=formats.out_of(one["rank"], one["rank_of"]), block=one["block"]
    )
    if formats.is_missing(one["rank_low"]):
        return [first, words.NO_RANK_INTERVAL]
    return [
        first,
        words.RANK_INTERVAL.format(
            low=formats.count(one["rank_low"]), high=formats.count(one["rank_high"])
        ),
    ]


def neighbours(standing: Standing, unit: str) -> pd.DataFrame:
    """The ranked units of the block next to the unit, `NEAR` on each side, in the order of their rank (rows of `Standing.table`)."""
    block = row_of(standing, unit)["block"]
    ranked = (
        standing.table[(standing.table["block"] == block) & standing.table["rank"].notna()]
        .sort_values(["rank", "unit"])
        .reset_index(drop=True)
    )
    place = ranked.index[ranked["unit"] == unit]
    return (
        ranked.iloc[max(place[0] - NEAR, 0) : place[0] + NEAR + 1].reset_index(drop=True)
        if len(place)
        else ranked.iloc[:0]
    )


def ranks_title(one: pd.Series) -> str:
    """“Đứng thứ 9/15, nhưng nếu đo lại có thể từ 4 đến 12”. In: a row of the table."""
    if formats.is_missing(one["rank"]):
        return words.UNRANKED
    place = formats.out_of(one["rank"], one["rank_of"])
    if formats.is_missing(one["rank_low"]):
        return words.RANK_TITLE_UNSURE.format(rank=place)
    return words.RANK_TITLE.format(
        rank=place, low=formats.count(one["rank_low"]), high=formats.count(one["rank_high"])
    )


def ranks_drawn(standing: Standing, one: pd.Series) -> str:
    """What the picture of ranks draws."""
    return words.RANKS_DRAWN.format(
        name=one["name"],
        block=one["block"],
        year=standing.year,
        scale=standing.plan.scale.said,
    )


def peers(standing: Standing, unit: str, table: pd.DataFrame) -> list[str]:
    """Distance from the middle of the block."""
    one, found = row_of(standing, unit), standing.inferred["peers"].loc[unit]
    if formats.is_missing(found["z"]):
        return [words.NO_PEERS.format(block=one["block"])]
    scale = max(found["scale"], found["pooled"], standing.plan.score_limits.peers_floor_points)
    return [
        words.PEERS.format(
            name=one["name"],
            score=standing.plan.scale.written(one["score"]),
            side=words.LOWER if found["gap"] > 0 else words.HIGHER,
            median=formats.number(found["median"]),
            units=formats.count(found["units"], "đơn vị"),
            block=one["block"],
            gap=formats.points(abs(found["gap"])),
        ),
        words.PEER_SCALE.format(scale=formats.points(scale), times=formats.number(abs(found["z"]))),
    ]
