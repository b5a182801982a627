"""The same small picture for every block: the block's middle heavy, the province's grey behind it."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import picture_words
from dashboard.charts.canvas import (
    above,
    canvas,
    narrowed,
    padded,
    plain,
    right_of,
    wrapped,
    written,
)
from dashboard.charts.line_marks import cut
from dashboard.writing import theme
from dashboard.writing.formats import count, delta_words, moved, number, percent

PANEL, NAMES, YEARS = 120, 52, 26  # px: the plot, the block's name above it, the years below it
WIDE, NARROW = 4, 2  # panels in a row
GAP = 0.035  # of the width


def block_trends(
    medians: pd.DataFrame,
    *,
    title: str,
    subtitle: str = "",
    years: Sequence[int],
    share: bool = False,
    breaks: Sequence[int] = (),
    target: float | None = None,
) -> go.Figure:
    """One panel a block in the order given, all on the same scale.

    `medians`: block (None = the province), year, median, units. A press on a line sends the block. `target` is a thin line across.
    """
    province = medians[medians["block"].isna()]
    blocks = list(medians["block"].dropna().drop_duplicates())
    low, high = padded([*medians["median"], *([] if target is None else [target])], share)
    behind, last, traces = cut(province[["year", "median"]], years, breaks), {}, []
    for place, block in enumerate(blocks):
        own = cut(
            medians.loc[medians["block"] == block, ["year", "median", "units"]], years, breaks
        )
        axes = {"xaxis": _axis("x", place), "yaxis": _axis("y", place)}
        traces += [
            go.Scatter(
                x=behind["year"],
                y=behind["median"],
                mode="lines",
                line={"color": theme.OTHERS, "width": 2},
                hoverinfo="skip",
                **axes,
            ),
            _own(own, block, share, axes),
        ]
        last[block] = own.dropna(subset=["median"]).tail(1)
    wide, small = (
        _layout(blocks, last, years, (low, high), share, WIDE, 26),
        _layout(blocks, last, years, (low, high), share, NARROW, 22),
    )
    if target is not None:
        for layout in (wide, small):
            layout["annotations"].append(_aim(target, min(years), share))
        wide["shapes"] = [
            {
                "type": "line",
                "xref": f"{_axis('x', place)} domain",
                "x0": 0,
                "x1": 1,
                "yref": _axis("y", place),
                "y0": target,
                "y1": target,
                "line": {"color": theme.WARM, "width": 1},
            }
            for place in range(len(blocks))
        ]
    return narrowed(canvas(title, subtitle, traces, **wide), small)


def _axis(letter: str, place: int) -> str:
    return letter if place == 0 else f"{letter}{place + 1}"


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


def _layout(
    blocks: list[str],
    last: dict[str, pd.DataFrame],
    years: Sequence[int],
    bounds: tuple[float, float],
    share: bool,
    columns: int,
    letters: int,
) -> dict:
    """Panels in so many columns: domains of all axes, names above the panels, the last value at each line's end."""
    lines = max(ceil(len(blocks) / columns), 1)
    row_px = NAMES + PANEL + YEARS
    total = lines * row_px
    layout: dict = {
        "height": total + 8,
        "margin": {"l": 40, "r": 16, "t": 0, "b": 8},
        "annotations": [],
    }
    width = (1 - GAP * (columns - 1)) / columns
    for place, block in enumerate(blocks):
        line, column = divmod(place, columns)
        left, top = column * (width + GAP), 1 - (line * row_px + NAMES) / total
        layout[f"xaxis{place + 1 if place else ''}"] = {
            "domain": [left, left + width],
            "anchor": _axis("y", place),
            "range": [min(years) - 0.4, max(years) + 1.6],
            "showgrid": False,
            "automargin": False,
            "tickvals": [min(years), max(years)],
            "ticktext": [str(min(years)), str(max(years))],
            "tickfont": {"size": 11},
        }
        layout[f"yaxis{place + 1 if place else ''}"] = {
            "domain": [top - PANEL / total, top],
            "anchor": _axis("x", place),
            "range": list(bounds),
            "nticks": 3,
            "showticklabels": column == 0,
            "automargin": False,
            "tickformat": ".0%" if share else "~g",
            "tickfont": {"size": 11},
        }
        layout["annotations"] += [
            _heading(block, left, top, letters),
            *_end(block, last[block], place, share),
        ]
    return layout


def _heading(block: str, left: float, top: float, letters: int) -> dict:
    return above(f"<b>{wrapped(block, letters)}</b>", x=left, shift=2, colour=theme.INK) | {
        "y": top,
        "captureevents": True,
        "name": block,
    }


def _aim(target: float, first: int, share: bool) -> dict:
    """The target's name, in the first panel only."""
    text = f"mốc {percent(target, None) if share else number(target, None)}"
    return {
        "x": first,
        "y": target,
        "xref": "x",
        "yref": "y",
        "xanchor": "left",
        "yanchor": "bottom",
        "text": text,
        "bgcolor": theme.GROUND,
        "font": {"size": 11, "color": theme.WARM},
    }


def _end(block: str, last: pd.DataFrame, place: int, share: bool) -> list[dict]:
    return [
        right_of(row.median, f"<b>{written(row.median, share)}</b>", colour=theme.ACCENT)
        | {"x": row.year, "xref": _axis("x", place), "yref": _axis("y", place)}
        for row in last.itertuples(index=False)
    ]


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
