"""One unit's groups of criteria against its block: a dot on the range of the others."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import picture_words
from dashboard.charts.bar_rows import lay_rows
from dashboard.charts.canvas import above, canvas, padded, plain, right_of
from dashboard.charts.row_places import Row
from dashboard.writing import theme
from dashboard.writing.differences import moved
from dashboard.writing.formats import is_missing, number
from dashboard.writing.nouns import worded

RANGE_PX = 14


def group_profile(
    groups: pd.DataFrame,
    *,
    title: str,
    subtitle: str = "",
    unit_name: str,
    block_name: str = "khối",
    own: bool = False,
) -> go.Figure:
    """One row a group of criteria: the unit's score as a dot, the block from its lowest to its highest as a band, its middle as a tick.

    `groups`: group, name, score, median, low, high (0–100; low and high are the block's). A missing score is written as such, not drawn.
    With `own` the figures are written in points of `top` (“8,1/10”); the axis stays in per cent, which all groups share.
    """
    lines = groups.assign(place=range(len(groups)))
    rows = [Row(line["name"], hover=line["name"]) for line in lines.to_dict("records")]
    low, high = padded([one for name in ("score", "low", "high") for one in lines[name]], False)
    figure = canvas(title, subtitle)
    figure.add_traces([_block(lines), _middle(lines), _own(lines, unit_name, own)])
    notes = [_beside(line, own) for line in lines.to_dict("records")]
    keys = _keys(unit_name, worded(block_name))
    notes.append(keys)
    short = [_beside(line, own, brief=True) for line in lines.to_dict("records")] + [keys]
    span = low, min(high, max(100.0, lines["high"].max()) + 1)
    return lay_rows(
        figure,
        rows,
        axis={"nticks": 5},
        span=span,
        head=98,
        right=190,
        notes=notes,
        narrow_notes=short,
        narrow={"margin": {"l": 8, "r": 70}},
    )


def _keys(unit_name: str, block_name: str) -> dict:
    """What dot, band and tick mean, above the axis."""
    words = [
        (theme.ACCENT, "●", unit_name),
        (theme.OTHERS, "▬", picture_words.RANGE.format(block=block_name)),
        (theme.INK, "|", f"mức giữa, {block_name}"),
    ]
    text = "<br>".join(
        f'<span style="color:{colour}">{sign}</span> {plain(word)}' for colour, sign, word in words
    )
    return above(text, shift=26)


def _block(lines: pd.DataFrame) -> go.Bar:
    return go.Bar(
        y=lines["place"],
        x=lines["high"] - lines["low"],
        base=lines["low"],
        orientation="h",
        width=RANGE_PX,
        hoverinfo="skip",
        marker={"color": theme.LINES, "line": {"width": 0}},
    )


def _middle(lines: pd.DataFrame) -> go.Scatter:
    return go.Scatter(
        x=lines["median"],
        y=lines["place"],
        mode="markers",
        hoverinfo="skip",
        marker={
            "symbol": "line-ns",
            "size": 18,
            "color": theme.INK,
            "line": {"width": 2, "color": theme.INK},
        },
    )


def _own(lines: pd.DataFrame, unit_name: str, own: bool) -> go.Scatter:
    texts = [
        f"<b>{plain(line['name'])}</b><br>{plain(unit_name)}: {_read(line, 'score', own)}<br>Mức giữa: {_read(line, 'median', own)}"
        for line in lines.to_dict("records")
    ]
    return go.Scatter(
        x=lines["score"],
        y=lines["place"],
        mode="markers",
        text=texts,
        hovertemplate="%{text}<extra></extra>",
        marker={"size": 14, "color": theme.ACCENT, "line": {"width": 2, "color": theme.GROUND}},
    )


def _beside(line: dict, own: bool, *, brief: bool = False) -> dict:
    """The figures right of the plot: the score and how far it lies from the block's middle."""
    if is_missing(line["score"]):
        text = "chưa có<br>số liệu" if brief else "chưa có số liệu"
    elif brief or is_missing(line["median"]):
        text = f"<b>{_read(line, 'score', own)}</b>"
    else:
        worth = _worth(line, own)
        gap = _gap(moved(line["median"] * worth, line["score"] * worth))
        text = f"<b>{_read(line, 'score', own)}</b> · {gap}"
    return right_of(line["place"], text)


def _worth(line: dict, own: bool) -> float:
    """Points that one per cent of a group is worth."""
    return line["top"] / 100 if own else 1.0


def _read(line: dict, name: str, own: bool) -> str:
    """A figure of a group: per cent, or “8,1/10”."""
    read = number(line[name] * _worth(line, own))
    return f"{read}/{number(line['top'], None)}" if own and not is_missing(line[name]) else read


def _gap(distance: float) -> str:
    """How far from the middle, in words."""
    shown = number(abs(distance))
    if shown == number(0):
        return "bằng mức giữa"
    return f"{'cao' if distance > 0 else 'thấp'} hơn mức giữa {shown}"


def alt_text(groups: pd.DataFrame, *, unit_name: str, own: bool = False) -> str:
    """Every group with the unit's score and the block's middle."""
    parts = [
        f"{line['name']}: {_read(line, 'score', own)} (mức giữa {_read(line, 'median', own)})"
        if not is_missing(line["score"])
        else f"{line['name']}: chưa có số liệu"
        for line in groups.to_dict("records")
    ]
    return picture_words.GROUPS.format(unit=unit_name, parts="; ".join(parts))
