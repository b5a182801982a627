"""Units below their target: this year's score, and where the years together say that the true level lies."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import picture_words
from dashboard.charts.bar_rows import lay_rows
from dashboard.charts.canvas import above, canvas, level, padded, plain, right_of
from dashboard.charts.row_places import Row
from dashboard.writing import theme
from dashboard.writing.formats import interval, is_missing, number

SCROLL, MANY = 720, 16
HEAD = 102


def levels_below(
    units: pd.DataFrame,
    *,
    title: str,
    subtitle: str = "",
    target: float | None = None,
    top: float = 100.0,
) -> go.Figure:
    """A dot (the year's score) and a band (the level of all years with its interval) a unit, in the order given.

    `units`: unit, name, flag (`named` or `watch`), value, target, low, high (points, of at most `top`). `target` is a line where all have the same one.
    A press on a row sends the unit's code.
    """
    lines = units.assign(place=range(len(units)))
    rows = [
        Row(line["name"], line["unit"], hover=_hover(line)) for line in lines.to_dict("records")
    ]
    low, high = padded(
        [*lines["value"], *lines["low"], *lines["high"], *lines["target"]], False, top=top
    )
    figure = canvas(title, subtitle)
    figure.add_traces([_bands(lines), _dots(lines)])
    notes = [_note(line) for line in lines.to_dict("records")]
    short = [_note(line, brief=True) for line in lines.to_dict("records")]
    keys, marks = _keys(lines), []
    if not is_missing(target):
        figure.add_shape(level(target, theme.INK), layer="below")
        marks.append(
            above(
                f"<b>mốc {number(target, None)}</b>", shift=22, x=target, xref="x", colour=theme.INK
            )
        )
    return lay_rows(
        figure,
        rows,
        axis={"nticks": 5},
        span=(low, min(high, top)),
        head=HEAD,
        right=150,
        notes=[*notes, *marks, above("   ".join(keys), shift=42)],
        narrow_notes=[*short, *marks, above("<br>".join(keys), shift=42)],
        scroll=SCROLL if len(rows) > MANY else None,
        narrow={"margin": {"l": 8, "r": 84}},
    )


def _bands(lines: pd.DataFrame) -> go.Bar:
    return go.Bar(
        y=lines["place"],
        x=lines["high"] - lines["low"],
        base=lines["low"],
        orientation="h",
        width=12,
        hoverinfo="skip",
        marker={"color": theme.OTHERS, "line": {"width": 0}},
    )


def _dots(lines: pd.DataFrame) -> go.Scatter:
    looks = [theme.FLAG[flag] for flag in lines["flag"]]
    return go.Scatter(
        x=lines["value"],
        y=lines["place"],
        mode="markers",
        hoverinfo="skip",
        marker={
            "size": 13,
            "color": [look.fill for look in looks],
            "line": {"width": 2, "color": [look.colour for look in looks]},
        },
    )


def _note(line: dict, *, brief: bool = False) -> dict:
    gap = f"thiếu {number(line['target'] - line['value'])}"
    text = (
        f"<b>{number(line['value'])}</b><br>{gap}"
        if brief
        else f"<b>{number(line['value'])}</b> · {gap} điểm"
    )
    return right_of(line["place"], text)


def _keys(lines: pd.DataFrame) -> list[str]:
    """What each kind of dot and the bands mean."""
    looks = [theme.FLAG[flag] for flag in theme.FLAG if flag in set(lines["flag"])]
    parts = [
        f'<span style="color:{look.colour}">{"●" if look.fill == look.colour else "○"}</span> điểm năm, {look.word}'
        for look in looks
    ]
    return [*parts, f'<span style="color:{theme.OTHERS}">▬</span> mức nhiều năm']


def _hover(line: dict) -> str:
    return f"<b>{plain(line['name'])}</b><br>Điểm năm: {number(line['value'])}<br>Mức nhiều năm: {interval(line['low'], line['high'])}<br>Mốc: {number(line['target'], None)}"


def alt_text(units: pd.DataFrame) -> str:
    """Every unit with its score and its target."""
    parts = [
        f"{line.name} {number(line.value)} so với mốc {number(line.target, None)}"
        for line in units.itertuples(index=False)
    ]
    return picture_words.LEVELS.format(units=len(units), parts="; ".join(parts))
