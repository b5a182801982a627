"""Chỉ số cấp tỉnh: real, published indices of provinces, set apart from the movement's own figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from dashboard.charts.drawings import Picture
from dashboard.charts.index_lines import index_years
from dashboard.views import indices_words as words
from dashboard.views import province_indices
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table

Tables = Mapping[str, pd.DataFrame]


@dataclass(frozen=True)
class Indices:
    """What is said of a chosen province or of all, a picture an index, every figure as a table, and what the figures cannot say."""

    answer: str
    pictures: tuple[Picture, ...]
    figures: Table
    small_print: tuple[str, ...]


def provinces(tables: Tables) -> tuple[str, ...]:
    """All provinces together, then each by the alphabet; nothing where no index is known. In: the table `indices`."""
    if tables["indices"].empty:
        return ()
    return words.ALL, *province_indices.provinces(tables["indices"])


def indices(tables: Tables, picked: str) -> Indices:
    """The page of one of `provinces`. In: the table `indices`."""
    rows, province = tables["indices"], None if picked == words.ALL else picked
    return Indices(
        province_indices.answer(rows, province),
        tuple(_picture(rows, name, province) for name in province_indices.names(rows)),
        _figures(rows),
        tuple(province_indices.small_print(rows)),
    )


def _picture(rows: pd.DataFrame, name: str, province: str | None) -> Picture:
    figure = index_years(
        rows,
        name,
        province=province,
        years=province_indices.years(rows, name),
        title=province_indices.finding(rows, name, province),
        subtitle=province_indices.drawn(rows, name),
        breaks=words.BREAKS.get(name),
    )
    alt = province_indices.alt(rows, name, province)
    return Picture(figure, alt, province_indices.sources(rows, name))


def _figures(found: pd.DataFrame) -> Table:
    listed = province_indices.listed(found)
    columns = {
        "index_name": words.INDEX,
        "province": words.PROVINCE,
        "year": words.YEAR,
        "score": Column(words.SCORE, "score", province_indices.DECIMALS),
        "max_score": Column(words.MOST, "count"),
        "rank": Column(words.RANK, "count"),
        "source": Column(words.SOURCE, width="large"),
    }
    rows = listed.assign(row=listed.index)
    made = Table(words.TABLE, columns, rows, words.ROW_SOURCE, opens="row")
    return made.without_empty_columns()
