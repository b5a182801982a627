"""Xếp hạng: units of one block in order, how sure each place is, and why some have none."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from dashboard.assessment.standing import Standing
from dashboard.charts import rank_chart
from dashboard.charts.drawings import Picture
from dashboard.views import changes, rank_list, rank_reasons, summary, unit_tiles
from dashboard.views import ranking_words as words
from dashboard.views.choices_made import Choices
from dashboard.views.line_names import called
from dashboard.wording.screen_words import source
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table


@dataclass(frozen=True)
class Blocks:
    """The blocks that can be ranked, how many units each has in words; `nobody` says why there is none."""

    nobody: str
    names: tuple[str, ...]
    sizes: str


@dataclass(frozen=True)
class Ranking:
    """What is said and shown of one block's order; `unranked` is None where every unit has a rank; `has_map`: whether there is a map of all units in view."""

    answer: str
    picture: Picture
    ranks: Table
    period: str
    unranked: Table | None
    has_map: bool


def blocks(standing: Standing, choice: Choices) -> Blocks:
    """The blocks in view."""
    found = rank_list.blocks(choice.of(standing.table))
    nobody = "" if found else summary.nobody(standing, choice.of(standing.members))
    return Blocks(nobody, tuple(found), rank_list.sizes_words(found))


def ranking(standing: Standing, choice: Choices, block: str) -> Ranking:
    """The units of a block, of the kind in view."""
    table = choice.of(standing.table)
    own = table[table["block"] == block]
    rows, none = rank_list.listed(own), rank_list.unranked(own)
    return Ranking(
        rank_list.answer(standing, rows, block),
        _picture(standing, rows, block, rank_list.target_of(own)),
        _ranks(standing, choice, rows, block),
        rank_list.period_sentence(standing, rows),
        None if none.empty else _unranked(standing, none),
        unit_tiles.any_tiles(standing, choice),
    )


def _picture(standing: Standing, rows: pd.DataFrame, block: str, target: float | None) -> Picture:
    most = standing.plan.scale.top
    start = rank_chart.begins_at(rows, target, most)
    figure = rank_chart.ranked_units(
        called(standing, rows),
        title=rank_list.title(rows, block),
        subtitle=rank_list.subtitle(standing, rows, words.fitted(start)),
        target=target,
        reasons=rank_reasons.reasons(rows),
        most=most,
    )
    alt = rank_chart.alt_text(rows, block=block, target=target)
    return Picture(figure, alt, source(standing.as_of))


def _ranks(standing: Standing, choice: Choices, rows: pd.DataFrame, block: str) -> Table:
    columns = {
        "name": words.UNIT,
        "rank": Column(words.RANK, "count", help=words.RANK_HELP),
        "interval": Column(words.INTERVAL, help=words.INTERVAL_HELP),
        "score": Column(standing.plan.scale.head(words.SCORE), "score"),
        "period_score": Column(words.PERIOD, "score"),
        "status": Column(words.STATUS, "status"),
        "distance": Column(words.DISTANCE, "delta"),
        "change": Column(words.CHANGE, "delta"),
        "class_name": words.CLASS,
        "band_words": Column(words.BAND, help=words.BAND_HELP),
        "period_years": Column(words.PERIOD_YEARS, "count"),
        "stage_words": words.STAGE,
    }
    title = words.TITLE.format(block=block, year=choice.year)
    rows = changes.as_read(rows)
    made = Table(title, columns, rows, source(standing.as_of), opens="unit")
    return made.without_empty_columns()


def _unranked(standing: Standing, rows: pd.DataFrame) -> Table:
    columns = {"name": words.UNIT, "reason": Column(words.REASON, width="large")}
    return Table(words.UNRANKED, columns, rows, source(standing.as_of), opens="unit")
