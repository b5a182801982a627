"""The same small picture for every block: the block's middle heavy, the province's grey behind it."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import picture_words
from dashboard.charts.canvas import (
    canvas,
    narrowed,
    padded,
    plain,
    written,
)
from dashboard.charts.line_marks import cut
from dashboard.charts.panel_layout import Panels, across, aim, axis_of, laid_out
from dashboard.writing import theme
from dashboard.writing.differences import delta_words, moved
from dashboard.writing.formats import count

WIDE, NARROW = 4, 2  # panels in a row


def block_trends(
    medians: pd.DataFrame,
    *,
    title: str,
    subtitle: str = "",
    years: Sequence[int],
    share: bool = False,
    top: float = 100.0,
    breaks: Sequence[int] = (),
    target: float | None = None,
) -> go.Figure:
    """One panel a block in the order given, all on the same scale.

    `medians`: block (None = the province), year, median, units. A press on a line sends the block. `target` is a thin line across. `top`: what a score is of.
    """
    province = medians[medians["block"].isna()]
    blocks = list(medians["block"].dropna().drop_duplicates())
    low, high = padded([*medians["median"], *([] if target is None else [target])], share, top=top)
    behind, last, traces = cut(province[["year", "median"]], years, breaks), {}, []
    for place, block in enumerate(blocks):
        known = medians.loc[medians["block"] == block, ["year", "median", "units"]]
        own = cut(known, years, breaks)
        axes = {"xaxis": axis_of("x", place), "yaxis": axis_of("y", place)}
        traces += [_behind(behind, axes), _own(own, block, share, axes)]
        last[block] = own.dropna(subset=["median"]).tail(1)
    panels = Panels(last, years, (low, high), share)
    wide, small = laid_out(panels, WIDE, 26), laid_out(panels, NARROW, 22)
    if target is not None:
        for layout in (wide, small):
            layout["annotations"].append(aim(target, min(years), share))
        wide["shapes"] = [across(target, place) for place in range(len(blocks))]
    return narrowed(canvas(title, subtitle, traces, **wide), small)


def _behind(province: pd.DataFrame, axes: dict) -> go.Scatter:
    return go.Scatter(
        x=province["year"],
        y=province["median"],
        mode="lines",
        line={"color": theme.OTHERS, "width": 2},
        hoverinfo="skip",
        **axes,
    )


def _own(rows: pd.DataFrame, block: str, share: bool, axes: dict) -> go.Scatter:
    texts = [
        f"<b>{plain(block)}</b><br>{row.year:.0f}: {written(row.median, share)} ({count(row.units, 'đơn vị')})"
        for row in rows.itertuples(index=False)
    ]
    return go.Scatter(
        x=rows["year"],
        y=rows["median"],
        mode="lines+markers",
        customdata=[block] * len(rows),
        text=texts,
        hovertemplate="%{text}<extra></extra>",
        line={"color": theme.ACCENT, "width": 3},
        marker={"size": 6, "color": theme.ACCENT},
        connectgaps=False,
        **axes,
    )


def alt_text(medians: pd.DataFrame, *, subject: str, share: bool = False) -> str:
    """Each block's first and last known middle."""
    parts = []
    for block, rows in medians.dropna(subset=["block", "median"]).groupby("block", sort=False):
        ends = rows.sort_values("year").iloc[[0, -1]]["median"].tolist()
        change = moved(*(one * (100 if share else 1) for one in ends))
        parts.append(
            f"{block} {delta_words(change, 'điểm phần trăm' if share else 'điểm')}, còn {written(ends[1], share)}".replace(
                "còn", "nay" if change >= 0 else "còn"
            )
        )
    said = "; ".join(parts) or picture_words.NO_DATA
    return picture_words.MULTIPLES.format(subject=subject, parts=said)
