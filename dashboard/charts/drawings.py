"""A picture as a page shows it: the figure, what is read instead of it, its table, its source; and the figure as the browser is given it."""

from __future__ import annotations

import hashlib
import html
import json
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from math import isfinite
from typing import Any

import numpy as np
import pandas as pd
import plotly
import plotly.graph_objects as go

from dashboard.writing.chart_template import TEMPLATE
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table


@dataclass(frozen=True)
class Drawing:
    """A figure as the browser is given it: its text, a mark that tells it from others, and what must stand before it is drawn."""

    text: str
    mark: str
    title: str
    subtitle: str
    height: int
    narrow_height: int
    scroll: int | None
    frames: tuple[tuple[str, str], ...] = ()
    """Of each year that a slider shows: its label and what is said of it."""


@dataclass(frozen=True, eq=False)
class Picture:
    """A figure of `dashboard.charts` with what is read instead of it (`alt`), the line at its foot, its table, and sentences below it."""

    figure: go.Figure | Drawing
    alt: str
    source: str = ""
    table: Table | None = None
    notes: tuple[str, ...] = ()

    @property
    def drawing(self) -> Drawing:
        """The figure as the browser is given it."""
        return self.figure if isinstance(self.figure, Drawing) else drawing(self.figure)

    def drawn(self) -> Picture:
        """The same picture with its figure as text: much of a chart's cost, so that who keeps it keeps this."""
        return replace(self, figure=self.drawing)

    def without_table(self) -> Picture:
        """The same picture alone, where its rows stand elsewhere."""
        return replace(self, table=None)

    def without_empty_columns(self) -> Picture:
        """The same picture with a table of the columns in which any row has something."""
        return replace(self, table=self.table and self.table.without_empty_columns())


def picture(
    figure: go.Figure,
    alt: str,
    source: str = "",
    rows: pd.DataFrame | None = None,
    columns: Mapping[str, Column | str] | None = None,
    notes: tuple[str, ...] = (),
) -> Picture:
    """A picture with its rows as a table that bears the figure's own title; without rows none."""
    table = None if rows is None else Table(title_of(figure), columns or {}, rows, source)
    return Picture(figure, alt, source, table, notes)


def title_of(figure: go.Figure) -> str:
    """The finding over a figure, as people read it."""
    return html.unescape(figure.layout.title.text or "")


def drawn(made: Any) -> Any:
    """What a view made with its pictures as the text that the browser is given: itself a picture, or pictures in a tuple or a dataclass."""
    if isinstance(made, Picture):
        return made.drawn()
    if type(made) is tuple:
        return tuple(drawn(one) for one in made)
    if is_dataclass(made) and not isinstance(made, type):
        held = {one.name: getattr(made, one.name) for one in fields(made)}
        return replace(made, **{n: drawn(v) for n, v in held.items() if _may_hold_pictures(v)})
    return made


def _may_hold_pictures(value: object) -> bool:
    return isinstance(value, Picture) or type(value) is tuple


def drawing(figure: go.Figure) -> Drawing:
    """A figure of `dashboard.charts` as text that is only parsed where it is drawn."""
    written = figure.to_dict()
    if written["layout"].get("template") == TEMPLATE:
        del written["layout"]["template"]  # the browser has it (`dashboard.ui.screen_parts`)
    text = json.dumps(
        lean(written), cls=plotly.utils.PlotlyJSONEncoder, ensure_ascii=False, separators=(",", ":")
    )
    meta, height = figure.layout.meta or {}, figure.layout.height
    mark = hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()
    subtitle = html.unescape(figure.layout.title.subtitle.text or "")
    return Drawing(
        text,
        mark,
        title_of(figure),
        subtitle,
        height,
        meta.get("narrow", {}).get("height", height),
        meta.get("scroll"),
        tuple((one["label"], one["said"]) for one in meta.get("frames", [])),
    )


def lean(part: Any) -> Any:
    """A part of a figure with numbers as exact as a screen can show (five digits, six from 100 on: a tenth of a pixel), which take half as long over the line; what is read stands as text beside them.

    >>> lean({"y": [0.123456789, 14.0, float("nan")], "text": ["12,3%"]})
    {'y': [0.12346, 14, None], 'text': ['12,3%']}
    """
    if isinstance(part, dict):
        if "bdata" in part:
            sides = part.get("shape", "-1").split(",")
            return lean(
                np.frombuffer(b64decode(part["bdata"]), part["dtype"]).reshape([*map(int, sides)])
            )
        return {name: lean(inner) for name, inner in part.items()}
    if isinstance(part, np.ndarray | np.generic):
        return lean(part.tolist())
    if isinstance(part, list | tuple):
        return [lean(inner) for inner in part]
    return _short(part) if isinstance(part, float) else part


def _short(number: float) -> float | None:
    """A number in five digits, six from 100 on (degrees of longitude on a map), a whole one without a point; None for what is none."""
    if not isfinite(number):
        return None
    short = float(f"{number:.{6 if abs(number) >= 100 else 5}g}")
    return int(short) if short.is_integer() else short
