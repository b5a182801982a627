"""A row below the head that is no unit's: the most that each figure can be (“Điểm tối đa | 5 | 10”)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from data_access.intake.layout import Layout
from data_access.intake.names import SPELLINGS, fold
from data_access.intake.sheets import text_of

_WORDS = frozenset(map(fold, SPELLINGS["maxima"]))
_SAID = re.compile(
    r"\(?\s*(?P<word>(?:điểm )?(?:tối đa|chuẩn)|thang điểm|max)?\s*:?\s*(?P<most>[0-9]+(?:[.,][0-9]+)?)\s*(?P<unit>điểm|đ)?\s*\)?",
    re.IGNORECASE,
)
_KEYS = ("unit", "name", "criterion", "criterion_name")


def maxima_in(row: Sequence[Any], layout: Layout) -> dict[int, float]:
    """Column → the most, of a row that says nothing else; empty of any other row. Bare numbers count only beside “Điểm tối đa” and the like."""
    if layout.table != "results" or not any(one.criterion for one in layout.columns):
        return {}
    figures = [one.index for one in layout.columns if one.field == "value"]
    keys = {0, *layout.indices(*_KEYS)} - set(figures)
    texts = {fold(text_of(row[index])) for index in keys} - {""}
    if texts - _WORDS:
        return {}
    said = {index: _SAID.fullmatch(text_of(row[index])) for index in figures if row[index] != ""}
    found = {
        index: float(one["most"].replace(",", "."))
        for index, one in said.items()
        if one and (texts or one["word"] or one["unit"])
    }
    return found if len(found) == len(said) else {}


def with_maxima(layout: Layout, maxima: Mapping[int, float]) -> Layout:
    """The layout whose columns know the most that such a row gives them."""
    columns = (
        one._replace(maximum=maxima[one.index]) if one.index in maxima else one
        for one in layout.columns
    )
    return layout._replace(columns=tuple(columns)) if maxima else layout
