"""A figure as the browser is given it: text that is only parsed where it is drawn."""

from __future__ import annotations

import hashlib
import html
from dataclasses import dataclass

import plotly.graph_objects as go


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


def drawing(figure: go.Figure) -> Drawing:
    """A figure of `dashboard.charts` as text; much of a chart's cost, so a page keeps it (`kept.picture`)."""
    text = figure.to_json(validate=False)
    meta, height = figure.layout.meta or {}, figure.layout.height
    mark = hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()
    subtitle = html.unescape(figure.layout.title.subtitle.text or "")
    return Drawing(
        text,
        mark,
        html.unescape(figure.layout.title.text or ""),
        subtitle,
        height,
        meta.get("narrow", {}).get("height", height),
        meta.get("scroll"),
    )
