"""The table of a unit's criteria that a council reads: real rows and cells, with a small picture of the block in each row."""

from __future__ import annotations

import html
from collections.abc import Sequence

from dashboard.ui import linked, page_parts
from dashboard.ui.glossed import glossed
from dashboard.views.area_rows import LEAST_UNITS, AreaRow, scale
from dashboard.wording import profile_words as words
from dashboard.writing.formats import is_missing, number, percent
from dashboard.writing.nouns import worded

WIDTH, HEIGHT, DOT = 130, 18, 5
BEHIND = ("slow", "very_slow")
HEAD, LINE, CARD = (
    70,
    30,
    60,
)  # px of title and heads, and that a row takes at least, and on a phone


def area_table(rows: Sequence[AreaRow], title: str, *, key: str) -> None:
    """The rows under their groups' headings. Shown as our own HTML: Streamlit's would leave the pictures out."""
    heads = "".join(f"<th scope='col'>{html.escape(one)}</th>" for one in words.AREA_HEADS)
    start, body, group = scale(rows), [], ""
    for row in rows:
        if row.group != group:
            group = row.group
            body.append(
                f"<tr class='area-group'><th scope='rowgroup' colspan='{len(words.AREA_HEADS)}'>{html.escape(group)}</th></tr>"
            )
        body.append(_row(row, start))
    page_parts.room(key, HEAD + LINE * len(rows), HEAD + CARD * len(rows))
    note = words.AREA_NOTE.format(least=LEAST_UNITS, start=percent(start, 0))
    linked.show(
        f"<div class='area-frame'><table class='area'><caption class='heading'>{html.escape(title)}</caption><thead><tr>{heads}</tr></thead>"
        f"<tbody>{''.join(body)}</tbody></table></div><p class='small'>{glossed(note)}</p>",
        key=key,
    )


def _row(row: AreaRow, start: float) -> str:
    cells = [row.value, row.change, None, row.asked, row.state, row.source]
    told = "".join(
        f"<td data-label='{html.escape(label)}' class='{_kind(label, row)}'>{_picture(row, start) if cell is None else html.escape(cell)}</td>"
        for label, cell in zip(words.AREA_HEADS[1:], cells, strict=True)
    )
    return f"<tr><th scope='row'>{html.escape(row.name)}</th>{told}</tr>"


def _kind(label: str, row: AreaRow) -> str:
    if label == words.AREA_HEADS[-1]:
        return "area-source"
    if label == words.STATE:
        return "area-state area-behind" if row.status in BEHIND else "area-state"
    if label in (words.AREA_HEADS[2], words.AREA_HEADS[4]):
        return "area-number area-labelled"
    return "" if label == words.AREA_HEADS[3] else "area-number"


def _picture(row: AreaRow, start: float) -> str:
    """The block's range (band) with its middle (short line), the target (long line), the unit (dot); a dash where nothing is known."""
    parts = [*_block(row, start), *_target(row, start), *_own(row, start)]
    if not parts:
        return "–"
    said = html.escape(_said(row))
    return f"<svg class='area-picture' viewBox='0 0 {WIDTH} {HEIGHT}' width='{WIDTH}' height='{HEIGHT}' role='img' aria-label='{said}'><title>{said}</title>{''.join(parts)}</svg>"


def _block(row: AreaRow, start: float) -> list[str]:
    if is_missing(row.block.low):
        return []
    low, high = _place(row.block.low, start), _place(row.block.high, start)
    middle = _place(row.block.middle, start)
    return [
        f"<rect class='band' x='{low:.1f}' y='5' width='{max(high - low, 1):.1f}' height='8'/>",
        f"<line class='middle' x1='{middle:.1f}' x2='{middle:.1f}' y1='4' y2='14'/>",
    ]


def _target(row: AreaRow, start: float) -> list[str]:
    if is_missing(row.target):
        return []
    at = _place(row.target, start)
    return [f"<line class='target' x1='{at:.1f}' x2='{at:.1f}' y1='0' y2='{HEIGHT}'/>"]


def _own(row: AreaRow, start: float) -> list[str]:
    if is_missing(row.own):
        return []
    behind = " dot-behind" if row.status in BEHIND else ""
    at = _place(row.own, start)
    return [f"<circle class='dot{behind}' cx='{at:.1f}' cy='9' r='{DOT}'/>"]


def _said(row: AreaRow) -> str:
    read = percent if not row.top else lambda share: number(row.top * share)
    parts = [] if is_missing(row.own) else [f"{worded('đơn vị')} {read(row.own)}"]
    if not is_missing(row.block.low):
        spread = f"{read(row.block.low)}–{read(row.block.high)}"
        parts.append(
            f"{worded('khối')} {spread}, mức giữa {read(row.block.middle)} ({row.block.units} {worded('đơn vị')})"
        )
    return "; ".join([*parts, f"mốc {row.asked}"] if row.asked else parts)


def _place(share: float, start: float) -> float:
    return DOT + (WIDTH - 2 * DOT) * (min(max(share, start), 1.0) - start) / (1 - start)
