"""How many are satisfied, unit by unit: a dot on its interval, the counts in figures."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import picture_words
from dashboard.charts.bar_rows import lay_rows
from dashboard.charts.canvas import above, canvas, level, padded, plain, right_of
from dashboard.charts.row_places import Row
from dashboard.writing import theme
from dashboard.writing.formats import count, interval, is_missing, out_of, percent

SCROLL, MANY = 720, 16
FEW, SMALL = 10, 30
SMALL_WORD = "mẫu nhỏ"


def satisfaction_rates(
    surveys: pd.DataFrame,
    *,
    title: str,
    subtitle: str = "",
    target: float | None = None,
    chosen: str | None = None,
    status: Mapping[str, str] | None = None,
    few: int = FEW,
    small: int = SMALL,
) -> go.Figure:
    """A dot and its interval a unit, in the order given.

    `surveys`: unit, name, satisfied, respondents, rate, low, high. Under `few` forms only the counts stand there; under `small` the dot is
    hollow and “mẫu nhỏ” is written. `status` (unit → code) colours the dots. A press on a row sends the unit's code.
    """
    units = surveys.assign(place=range(len(surveys)), shown=surveys["respondents"] >= few)
    each = units.to_dict("records")
    rows = [_row(unit, chosen, few, target) for unit in each]
    drawn = units[units["shown"]]
    aims = [] if is_missing(target) else [target]
    low, high = padded([*drawn["low"], *drawn["high"], *aims], True)
    figure = canvas(title, subtitle)
    figure.add_traces([_intervals(drawn), _dots(drawn, status or {}, small)])
    notes = [_counts(unit, few, small, target) for unit in each]
    short = [_counts(unit, few, small, target, brief=True) for unit in each]
    aim = [_aim(figure, one) for one in aims]
    return lay_rows(
        figure,
        rows,
        axis={"tickformat": ".0%", "nticks": 5},
        span=(low, min(high, 1.005)),
        head=54,
        right=210,
        notes=[*notes, *aim],
        narrow_notes=[*short, *aim],
        scroll=SCROLL if len(rows) > MANY else None,
        narrow={"margin": {"l": 8, "r": 112}},
    )


def _row(unit: dict, chosen: str | None, few: int, target: float | None) -> Row:
    return Row(
        unit["name"],
        unit["unit"],
        strong=unit["unit"] == chosen,
        hover=_hover(unit, few, target),
    )


def _aim(figure: go.Figure, target: float) -> dict:
    """Draws the target as a line and gives its name, above the plot."""
    figure.add_shape(level(target, theme.INK) | {"layer": "below"})
    name = f"<b>mốc {percent(target, None)}</b>"
    return above(name, x=target, xref="x", shift=22, colour=theme.INK)


def _intervals(units: pd.DataFrame) -> go.Scatter:
    xs = [
        one
        for low, high in zip(units["low"], units["high"], strict=True)
        for one in (low, high, None)
    ]
    ys = [one for place in units["place"] for one in (place, place, None)]
    return go.Scatter(
        x=xs, y=ys, mode="lines", line={"color": theme.OTHERS, "width": 6}, hoverinfo="skip"
    )


def _dots(units: pd.DataFrame, status: Mapping[str, str], small: int) -> go.Scatter:
    looks = [theme.STATUS.get(status.get(unit, ""), None) for unit in units["unit"]]
    colours = [look.colour if look else theme.ACCENT for look in looks]
    hollow = units["respondents"] < small
    return go.Scatter(
        x=units["rate"],
        y=units["place"],
        mode="markers",
        hoverinfo="skip",
        marker={
            "size": 12,
            "symbol": [look.marker.removesuffix("-open") if look else "circle" for look in looks],
            "line": {"width": 2, "color": colours},
            "color": [
                theme.GROUND if one else colour for one, colour in zip(hollow, colours, strict=True)
            ],
        },
    )


def _counts(unit: dict, few: int, small: int, target: float | None, *, brief: bool = False) -> dict:
    """The figures right of the plot: percent, counts, and that a sample is small."""
    forms = out_of(unit["satisfied"], unit["respondents"], "phiếu")
    words = (
        [forms]
        if unit["respondents"] < few
        else [
            percent(unit["rate"], verdict_against=target),
            forms,
            *([SMALL_WORD] if unit["respondents"] < small else []),
        ]
    )
    text = "<br>".join(words) if brief else " · ".join(words)
    return right_of(unit["place"], text, size=11 if brief else 12)


def _hover(unit: dict, few: int, target: float | None) -> str:
    forms = out_of(unit["satisfied"], unit["respondents"], "phiếu hài lòng")
    lines = [f"<b>{plain(unit['name'])}</b>", forms]
    if unit["respondents"] >= few:
        lines.append(
            f"Tỷ lệ {percent(unit['rate'], verdict_against=target)}, khoảng tin cậy {interval(unit['low'], unit['high'], share=True)}"
        )
    else:
        lines.append(picture_words.TOO_FEW)
    return "<br>".join(lines)


def alt_text(
    surveys: pd.DataFrame,
    *,
    subject: str = "tỷ lệ hài lòng",
    target: float | None = None,
    few: int = FEW,
) -> str:
    """How many units, the lowest and the highest rate with their counts, how many have too few forms."""
    shown = surveys[surveys["respondents"] >= few].dropna(subset=["rate"])
    scarce = len(surveys) - len(shown)
    if shown.empty:
        return picture_words.NO_RATES.format(subject=subject)
    ends = [shown.loc[shown["rate"].idxmin()], shown.loc[shown["rate"].idxmax()]]
    words = [
        f"{one['name']} {percent(one['rate'], verdict_against=target)} ({out_of(one['satisfied'], one['respondents'], 'phiếu')})"
        for one in ends
    ]
    text = picture_words.RATES.format(
        subject=subject, units=count(len(shown), "đơn vị"), low=words[0], high=words[1]
    )
    text += (
        ""
        if is_missing(target)
        else f"; {out_of(int((shown['rate'] >= target - 1e-9).sum()), len(shown), 'đơn vị')} từ mốc {percent(target, None)} trở lên"
    )
    return text + (f"; {count(scarce, 'đơn vị')} có quá ít phiếu" if scarce else "") + "."
