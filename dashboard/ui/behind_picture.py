"""The small picture in a row of Đơn vị chậm."""

from __future__ import annotations

import html

from dashboard.views.behind_rows import Measured
from dashboard.writing.formats import is_missing

WIDTH, HEIGHT, DOT = 260, 24, 6.5


def picture(one: Measured, level: str, span: tuple[float, float]) -> str:
    """The year's value (dot), the level of all years (band) and the target (line) on the rows' common scale; nothing where there is no value."""
    if is_missing(one.value):
        return ""
    parts = []
    if not is_missing(one.low):
        start, end = _place(one.low, span), _place(one.high, span)
        parts.append(
            f"<rect class='band' x='{start:.1f}' y='8' width='{max(end - start, 1):.1f}' height='8'/>"
        )
    at = _place(one.target, span)
    parts.append(f"<line class='target' x1='{at:.1f}' x2='{at:.1f}' y1='0' y2='{HEIGHT}'/>")
    parts.append(
        f"<circle class='dot dot-{level}' cx='{_place(one.value, span):.1f}' cy='12' r='{DOT}'/>"
    )
    return f"<svg class='behind-picture' viewBox='0 0 {WIDTH} {HEIGHT}' width='{WIDTH}' height='{HEIGHT}' role='img' aria-label='{html.escape(one.read)}'>{''.join(parts)}</svg>"


def _place(value: float, span: tuple[float, float]) -> float:
    low, high = span
    inside = min(max(value, low), high)
    return DOT + (WIDTH - 2 * DOT) * (inside - low) / (high - low)
