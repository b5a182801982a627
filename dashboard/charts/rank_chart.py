"""Units of one block in the order of their score, each with its rank and how sure that rank is."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import picture_words
from dashboard.charts.bar_rows import lay_rows
from dashboard.charts.canvas import above, canvas, level, plain
from dashboard.charts.rank_marks import bars, bounds, dots, note, rank_marks
from dashboard.charts.row_places import Row
from dashboard.writing import theme
from dashboard.writing.formats import count, is_missing, number, out_of
from dashboard.writing.rank_order import in_order, judged
from dashboard.writing.stages import in_brackets, is_provisional

SCROLL, MANY = 720, 30
SCORES, RANKS = [0.0, 0.74], [0.79, 1.0]  # parts of the width on a wide screen
HEAD = 54
HUNDRED = 100.0
HIGH, CLOSE, AIR = (
    50.0,
    30.0,
    3.0,
)  # points of 100: above and within which bars from zero look alike; room left of the lowest
UNRANKED = "Không xếp hạng"


def ranked_units(
    table: pd.DataFrame,
    *,
    title: str,
    subtitle: str = "",
    target: float | None = None,
    chosen: str | None = None,
    reasons: Mapping[str, str] | None = None,
    most: float = HUNDRED,
) -> go.Figure:
    """One row a unit of `Standing.table` (one block): a bar from zero, or a dot on a scale that fits where all bars would look alike (`begins_at`); right of them the interval in which each rank lies.

    A unit without a rank stands below with the bounds of its score and why (`reasons`: unit → text). A press anywhere in a row sends its code. `most`: what all of a score is.
    """
    ordered = in_order(table)
    rows, places = _rows(ordered, chosen)
    units = ordered.assign(place=places)
    start = begins_at(units, target, most)
    top = max([most, *units["score_high"].dropna(), *([] if is_missing(target) else [target])])
    figure = canvas(title, subtitle)
    marks = dots(units) if start else bars(units)
    figure.add_traces([marks, bounds(units), *rank_marks(units)])
    notes = [note(unit, (start, top), reasons or {}) for unit in units.to_dict("records")]
    if not is_missing(target):
        figure.add_shape(level(target, theme.INK))
        notes.append(
            above(
                f"<b>mốc {number(target, None)}</b>", x=target, xref="x", shift=22, colour=theme.INK
            )
        )
    rank_axis, rank_note = _rank_axis(units)
    figure.update_layout(xaxis2=rank_axis)
    return lay_rows(
        figure,
        rows,
        axis={"domain": SCORES, "nticks": 5},
        span=(start, top),
        head=HEAD,
        notes=[*notes, rank_note],
        narrow_notes=notes,
        scroll=SCROLL if len(rows) > MANY else None,
        narrow={"xaxis": {"domain": [0, 1]}, "xaxis2": {"visible": False}},
        wide_only=[2, 3],
    )


def begins_at(table: pd.DataFrame, target: float | None = None, most: float = HUNDRED) -> float:
    """Where the axis of scores begins: at 0, for bars; where all units stand high and close together at a whole five below all that is shown, for dots.

    Example: 81 to 89 and a target of 80 begin at 75; 40 to 89 begin at 0.
    """
    scores = table["score"].dropna()
    shown = pd.concat([scores, table["score_low"].dropna()])
    shown = shown if is_missing(target) else pd.concat([shown, pd.Series([target])])
    high, close, air = (one * most / HUNDRED for one in (HIGH, CLOSE, AIR))
    if len(scores) < 2 or shown.min() < high or scores.max() - scores.min() > close:
        return 0.0
    return float((shown.min() - air) // 5 * 5)


def _rows(ordered: pd.DataFrame, chosen: str | None) -> tuple[list[Row], list[int]]:
    """The rows to draw, a heading before the provisional ones and before the unranked, and the place of each unit among them."""
    rows: list[Row] = []
    places, before = [], ""
    for unit in ordered.to_dict("records"):
        part = _part(unit)
        if part != before:
            rows.append(Row(part, heading=True))
        before = part
        places.append(len(rows))
        rows.append(
            Row(_label(unit), unit["unit"], strong=unit["unit"] == chosen, hover=_hover(unit))
        )
    return rows, places


def _part(unit: dict) -> str:
    """Below which heading a unit stands; '' for the appraised, which have none."""
    if is_missing(unit["rank"]):
        return UNRANKED
    return picture_words.WAITING if is_provisional(unit.get("stage")) else ""


def _label(unit: dict) -> str:
    """“3. Xã A (tự chấm, hạng tạm)”."""
    if is_missing(unit["rank"]):
        return unit["name"]
    own = in_brackets(unit.get("stage"), share=unit.get("appraised_share"))
    return f"{count(unit['rank'])}. {unit['name']}{own}"


def _rank_axis(units: pd.DataFrame) -> tuple[dict, dict]:
    """The axis of ranks, 1 to the number of ranked units, and its heading."""
    last = int(units[["rank", "rank_high"]].max().max()) if units["rank"].notna().any() else 1
    ticks = sorted({1, (last + 1) // 2, last})
    axis = {
        "domain": RANKS,
        "range": [0.5, last + 0.5],
        "side": "top",
        "tickvals": ticks,
        "anchor": "y",
        "automargin": False,
    }
    return axis, above("Khoảng hạng", x=RANKS[0], shift=22)


def _hover(unit: dict) -> str:
    look = theme.STATUS.get(unit["status"], theme.STATUS["no_data"])
    lines = [
        f"<b>{plain(unit['name'])}</b>",
        f"{number(unit['score'], verdict_against=unit.get('target'))} điểm, {look.word}"
        if not is_missing(unit["score"])
        else look.word,
    ]
    if not is_missing(unit["rank"]):
        lines.append(f"Hạng {out_of(unit['rank'], unit['rank_of'])}")
    if not is_missing(unit["rank_low"]):
        lines.append(
            picture_words.RANK_AGAIN.format(
                low=count(unit["rank_low"]), high=count(unit["rank_high"])
            )
        )
    return "<br>".join(lines)


def alt_text(table: pd.DataFrame, *, block: str, target: float | None = None) -> str:
    """The first and the last of the block, how many meet the target, how many are not ranked."""
    ranked = table[table["rank"].notna()].to_dict("records")
    if not ranked:
        return picture_words.NOBODY_RANKED.format(block=block)
    ends = in_order(judged(table)).to_dict("records")
    among = "" if len(ends) == len(ranked) else " trong số đã thẩm định"
    parts = [
        f"Biểu đồ thanh xếp hạng {block}: {count(len(ranked), 'đơn vị')}, cao nhất{among} {_scored(ends[0], target)}"
    ]
    if len(ends) > 1:
        parts.append(f", thấp nhất {_scored(ends[-1], target)}")
    if not is_missing(target):
        met = sum(unit["score"] >= target - 1e-9 for unit in ranked)
        parts.append(f"; {out_of(met, len(ranked), 'đơn vị')} đạt mốc {number(target, None)}")
    if len(table) > len(ranked):
        parts.append(f"; {count(len(table) - len(ranked), 'đơn vị')} không xếp hạng")
    return "".join(parts) + "."


def _scored(unit: dict, target: float | None) -> str:
    """A unit with its score, and whether that is not appraised yet."""
    own = " (chưa thẩm định đủ)" if is_provisional(unit.get("stage")) else ""
    return f"{unit['name']} {number(unit['score'], verdict_against=target)} điểm{own}"
