"""Heads of tables of province-level indices: which index and which year a column of scores or ranks is of."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from data_access.intake.headers import INDEX_NAMES, TABLES, column_of, year_of
from data_access.intake.heads import Column
from data_access.intake.names import fold
from data_access.intake.periods import years_said

FIGURES = ("score", "rank", "max_score")
_KEYS = {"province", "index_name", "year"}
_RANK = fold("hạng")


@lru_cache(maxsize=65_536)
def index_named(text: str) -> str | None:
    """The one index that a text names: `index_named("Chỉ số PAPI 2022") == "PAPI"`."""
    words = f" {fold(text)} "
    found = {name for form, name in INDEX_NAMES.items() if f" {form} " in words}
    return found.pop() if len(found) == 1 else None


def index_column(index: int, texts: list[str]) -> Column:
    """A column of a table of indices; one of figures bears its index (as `criterion`) and its year, where its head names them."""
    field, header = column_of(TABLES["indices"], texts[-1]), " ".join(" ".join(texts).split())
    names = [name for text in texts if (name := index_named(text))]
    years = [
        year for text in texts if (year := year_of(text) or _only(years_said(text))) is not None
    ]
    if field is None and (names or years):
        field = "rank" if f" {_RANK} " in f" {fold(header)} " else "score"
    if field not in FIGURES:
        return Column(index, field, header)
    return Column(
        index, field, header, names[0] if names else None, year=years[0] if years else None
    )


def _only(years: frozenset[int]) -> int | None:
    return next(iter(years)) if len(years) == 1 else None


def names_indices(row: list[Any]) -> bool:
    """Whether a row of heads names several indices."""
    return (
        sum(isinstance(cell, str) and bool(cell) and index_named(cell) is not None for cell in row)
        > 1
    )


def is_wide(columns: list[Column]) -> bool:
    """Whether indices or years stand over the columns, and provinces, indices or years before the rows."""
    figures = [one for one in columns if one.field in ("score", "rank")]
    headed = [one for one in figures if one.criterion or one.year]
    return len(headed) > 1 and bool(_KEYS & {one.field for one in columns})
