"""Every unit as a tile, one row a block: a map of a province for which nobody has drawn boundaries. Colour, sign and outline say how a unit stands."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import picture_words as words
from dashboard.charts.canvas import above, canvas, narrowed, plain, wrapped
from dashboard.writing import theme
from dashboard.writing.formats import count, number
from dashboard.writing.nouns import worded

TILE, PITCH = 30, 36  # px: a tile, from one to the next
WIDE, NARROW = (
    12,
    8,
)  # tiles in a row: as many as neither a sheet of paper nor a phone makes overlap
LABEL_LETTERS = 26
GAP, HEAD, LEGEND = (
    10,
    22,
    34,
)  # px: between blocks, of a block's name above its tiles, of the legend above all
SCROLL = 760  # px: a taller map scrolls inside its frame
FLAG = theme.FLAG["named"]


def tile_map(tiles: pd.DataFrame, *, title: str, subtitle: str = "") -> go.Figure:
    """One square a unit, in the order given, below one another by block; a press sends the unit's code.

    `tiles`: unit, name, block, status, score, named (whether it is named as lagging). Tiles of named units bear a flag and a dark outline.
    """
    rows = [(str(block), len(own)) for block, own in tiles.groupby("block", sort=False)]
    columns, ys, labels, tall = _laid(rows, WIDE, head=0)
    small_columns, small_ys, small_labels, small_tall = _laid(rows, NARROW, head=HEAD)
    figure = canvas(
        title, subtitle, [_tiles(tiles, columns, ys)], height=tall + LEGEND, scroll=SCROLL
    )
    left = {"x": 0, "xref": "paper", "xanchor": "right", "xshift": -8}
    beside = [_name(wrapped(block, LABEL_LETTERS), y, **left) for block, y in labels]
    above_it = {"x": -0.5, "xanchor": "left", "yanchor": "bottom", "yshift": PITCH / 2 + 3}
    over = [_name(plain(block), y, **above_it) for block, y in small_labels]
    figure.update_layout(
        xaxis={"range": [-0.5, WIDE - 0.5], "visible": False, "fixedrange": True},
        yaxis={"range": [tall, 0], "visible": False, "fixedrange": True},
        margin={"l": 190, "r": 8, "t": LEGEND, "b": 0},
        annotations=[above(legend(tiles, 9)), *beside],
    )
    narrow = {
        "height": small_tall + 2 * LEGEND,
        "xaxis": {"range": [-0.5, NARROW - 0.5]},
        "yaxis": {"range": [small_tall, 0]},
        "margin": {"l": 4, "t": 2 * LEGEND},
        "annotations": [above(legend(tiles, 3)), *over],
    }
    return narrowed(figure, narrow, {0: {"x": small_columns, "y": small_ys}})


def _laid(
    rows: Sequence[tuple[str, int]], width: int, *, head: int
) -> tuple[list[int], list[float], list[tuple[str, float]], int]:
    """Column and height (px from above) of each tile, each block's name with the height of its first row, and how tall all is.

    >>> _laid([("A", 3), ("B", 1)], 2, head=0)
    ([0, 1, 0, 0], [18.0, 18.0, 54.0, 100.0], [('A', 18.0), ('B', 100.0)], 128)
    """
    columns: list[int] = []
    ys: list[float] = []
    labels: list[tuple[str, float]] = []
    top = 0
    for block, units in rows:
        first = top + head + PITCH / 2
        labels.append((block, first))
        columns += [place % width for place in range(units)]
        ys += [first + PITCH * (place // width) for place in range(units)]
        top += head + PITCH * -(-units // width) + GAP
    return columns, ys, labels, top


def _tiles(tiles: pd.DataFrame, columns: Sequence[int], ys: Sequence[float]) -> go.Scatter:
    looks = [theme.STATUS[code] for code in tiles["status"]]
    named = tiles["named"].tolist()
    return go.Scatter(
        x=columns,
        y=ys,
        mode="markers+text",
        marker={
            "symbol": "square",
            "size": TILE,
            "opacity": 1,
            "color": [look.fill for look in looks],
            "line": {
                "color": [
                    theme.INK if one else look.colour
                    for one, look in zip(named, looks, strict=True)
                ],
                "width": [3 if one else 1 for one in named],
            },
        },
        text=[
            f"{look.sign}<br>{FLAG.sign}" if one else look.sign
            for one, look in zip(named, looks, strict=True)
        ],
        textfont={"size": 13, "color": [look.on_fill for look in looks]},
        customdata=tiles["unit"],
        hovertext=[hover(one) for one in tiles.itertuples()],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def hover(one: tuple) -> str:
    """What is read of a unit on a map: name, state, score, whether it is named."""
    score = "" if pd.isna(one.score) else f", {number(one.score)} điểm"
    flag = f"<br>{worded(FLAG).label}" if one.named else ""
    return f"<b>{plain(one.name)}</b><br>{theme.STATUS[one.status].label}{score}{flag}"


def _name(text: str, y: float, **placed: object) -> dict:
    """A block's name beside its first row, or above it."""
    look = {"size": theme.LABEL_SIZE, "color": theme.INK}
    return {"text": text, "y": y, "font": look, "align": placed["xanchor"], **placed}


def legend(tiles: pd.DataFrame, a_line: int) -> str:
    """What the tiles mean, so many meanings in a line."""
    present = [theme.STATUS[code] for code in theme.STATUS if code in set(tiles["status"])]
    looks = [*present, *([worded(FLAG)] if tiles["named"].any() else [])]
    labels = [
        f'<span style="color:{one.colour}">{one.label.replace(" ", chr(160))}</span>'
        for one in looks
    ]
    lines = [labels[start : start + a_line] for start in range(0, len(labels), a_line)]
    return "<br>".join("   ".join(line) for line in lines)


def alt_text(tiles: pd.DataFrame, *, subject: str, of: str | None = None) -> str:
    """The counts of all tiles, in the sentence `of` (with `subject` and `parts`)."""
    counts = tiles["status"].value_counts()
    parts = [
        f"{theme.STATUS[code].word} {count(counts[code])}"
        for code in theme.STATUS
        if code in counts
    ]
    if tiles["named"].any():
        parts.append(f"{worded(FLAG).word} {count(tiles['named'].sum())}")
    return (of or words.TILES).format(subject=subject, parts=", ".join(parts))
