"""Province-level indices (PAPI, PAR INDEX, PCI, SIPAS) over the years: one index a picture, for their scales differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.trend_chart import trend_lines
from dashboard.charts.trend_measure import Asked, Measure
from dashboard.writing.formats import is_missing, number

SCORE = Measure(value="score")


def index_years(
    indices: pd.DataFrame,
    index_name: str,
    *,
    province: str | None,
    years: Sequence[int],
    title: str,
    subtitle: str = "",
    breaks: Mapping[int, str] | None = None,
) -> go.Figure:
    """One index: the province heavy, the others grey; a year without a score is a gap, a change of method a cut.

    `indices`: province, index_name, year, score, max_score, rank, source.
    """
    own = indices[indices["index_name"] == index_name].rename(columns={"province": "unit"})
    return trend_lines(
        own,
        title=title,
        subtitle=subtitle,
        years=years,
        measure=SCORE,
        chosen=province,
        asked=Asked(breaks=breaks or {}),
        name_others=True,
    )


def alt_text(indices: pd.DataFrame, index_name: str, *, province: str) -> str:
    """The province's score in every year that has one, with its rank."""
    own = indices[
        (indices["index_name"] == index_name) & (indices["province"] == province)
    ].sort_values("year")
    words = [
        f"{row.year:.0f} {number(row.score, 2)}{'' if is_missing(row.rank) else f' (hạng {row.rank:.0f})'}"
        for row in own.dropna(subset=["score"]).itertuples(index=False)
    ]
    return (
        f"Biểu đồ {index_name} của {province}: {', '.join(words)}."
        if words
        else f"Biểu đồ {index_name}: {province} chưa có số liệu."
    )
