"""How native charts look: on paper greys, dashes and figures that survive a grey print; on slides the colours by meaning."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor
from numbers import Integral
from typing import NamedTuple

from pptx.chart.chart import Chart as NativeChart
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from dashboard.exports.report.pack import Chart
from dashboard.writing import theme
from dashboard.writing.formats import number, percent

DASHES = (
    MSO_LINE.SOLID,
    MSO_LINE.DASH,
    MSO_LINE.SOLID,
    MSO_LINE.ROUND_DOT,
    MSO_LINE.LONG_DASH,
    MSO_LINE.DASH_DOT,
    MSO_LINE.SOLID,
    MSO_LINE.DASH,
)
MARKERS = (
    XL_MARKER_STYLE.CIRCLE,
    XL_MARKER_STYLE.SQUARE,
    XL_MARKER_STYLE.TRIANGLE,
    XL_MARKER_STYLE.DIAMOND,
    XL_MARKER_STYLE.X,
    XL_MARKER_STYLE.STAR,
    XL_MARKER_STYLE.PLUS,
    XL_MARKER_STYLE.DASH,
)
SAID = {name: look for look in theme.STATUS.values() for name in (look.word, look.label)}
LOW, HIGH = (
    0.08,
    0.12,
)  # air below the lowest and above the highest value of lines, parts of their spread
STEPS, MOST_MARKS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 10_000, 100_000), 6
MOST_LABELLED = (
    2  # lines with their figures beside the points; with more they would cover one another
)


DECIMAL_COMMA = "[$-42A]"  # Vietnamese, whatever the machine speaks


def number_format(chart: Chart, decimals: int | None = None) -> str:
    """How the chart's values are written: as many decimals as the sentence about the target needs; an empty part of a stack has no figure.

    >>> from dashboard.exports.report.pack import Series
    >>> number_format(Chart("", "line", (), (), "điểm", ""))
    '[$-42A]#,##0.0'
    >>> number_format(Chart("", "line", ("2025",), (Series("Hài lòng", (0.8999,)),), "%", "", share=True, target=0.9))
    '[$-42A]0.00%'
    """
    if is_counted(chart):
        return f"{DECIMAL_COMMA}#,##0;-#,##0;"
    places = _decimals(chart) if decimals is None else decimals
    tail = f".{'0' * places}" if places else ""
    return f"{DECIMAL_COMMA}0{tail}%" if chart.share else f"{DECIMAL_COMMA}#,##0{tail}"


def is_counted(chart: Chart) -> bool:
    """Whether the values are counts: written without decimals.

    >>> from dashboard.exports.report.pack import Series
    >>> is_counted(Chart("", "bar", ("A",), (Series("Số đơn vị", (3,)),), "đơn vị", ""))
    True
    """
    return (
        chart.kind == "stacked"
        or all(
            isinstance(value, Integral)
            for one in chart.series
            for value in one.values
            if value is not None
        )
        and bool(chart.series)
    )


def _decimals(chart: Chart) -> int:
    """One, or more where a value just below its target would read as if it met it."""
    write = percent if chart.share else number
    written = [
        write(value, verdict_against=chart.target) for one in chart.series for value in one.values
    ]
    return max((len(text.partition(",")[2].rstrip("%")) for text in written), default=1) or 1


class Look(NamedTuple):
    """Font, its size in points, the thinnest line in points, and whether the print may be grey."""

    font: str
    size: float
    line: float
    is_grey: bool


PAPER = Look("Times New Roman", 11, 1.5, True)
SLIDE = Look("Arial", 20, 3, False)


def dressed(native: NativeChart, chart: Chart, look: Look) -> NativeChart:
    """The chart with its axes, colours, labels and fonts."""
    native.font.size, native.font.color.rgb = (
        Pt(look.size),
        _rgb(theme.BLACK if look.is_grey else theme.INK),
    )
    native.has_title = False
    native.has_legend = len(native.series) > 1
    if native.has_legend:
        native.legend.position, native.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    (_dress_lines if chart.kind == "line" else _dress_bars)(native, chart, look)
    _unframe(native)
    _name_fonts(native, look.font)
    return native


def _unframe(native: NativeChart) -> None:
    """No frame of the program's own around the chart."""
    space = native._chartSpace
    space.find(qn("c:chart")).addnext(
        parse_xml(f"<c:spPr {nsdecls('c', 'a')}><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>")
    )


def _dress_bars(native: NativeChart, chart: Chart, look: Look) -> None:
    """Lying bars from zero, first category on top, each with its figure; the target a frame behind them."""
    names, values, plot = native.category_axis, native.value_axis, native.plots[0]
    names.reverse_order, names.major_tick_mark = True, XL_TICK_MARK.NONE
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    values.visible, values.has_major_gridlines, values.minimum_scale = False, False, 0
    plot.gap_width, plot.overlap = 40, 100
    for place, series in enumerate(native.series):
        if place == len(chart.series):
            _frame(series, look)
            continue
        ground, ink = fill_of(series.name, place, look)
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = _rgb(ground)
        series.format.line.color.rgb, series.format.line.width = (
            _rgb(theme.BLACK if look.is_grey else theme.GROUND),
            Pt(0.5),
        )
        _label(
            series,
            chart,
            look,
            XL_LABEL_POSITION.CENTER if chart.kind == "stacked" else XL_LABEL_POSITION.INSIDE_BASE,
            ink,
        )


def _frame(series, look: Look) -> None:
    """The target as an empty frame of dashes around the bars."""
    series.format.fill.background()
    series.format.line.color.rgb, series.format.line.width, series.format.line.dash_style = (
        _rgb(theme.BLACK if look.is_grey else theme.INK),
        Pt(look.line),
        MSO_LINE.DASH,
    )


def _dress_lines(native: NativeChart, chart: Chart, look: Look) -> None:
    """Lines with gaps where figures are missing; the target a thin dashed one without points."""
    names, values = native.category_axis, native.value_axis
    names.major_tick_mark, names.format.line.color.rgb = XL_TICK_MARK.NONE, _rgb(theme.MUTED)
    values.has_major_gridlines, values.major_tick_mark = True, XL_TICK_MARK.NONE
    values.major_gridlines.format.line.color.rgb, values.major_gridlines.format.line.width = (
        _rgb(theme.PAPER_GRID if look.is_grey else theme.LINES),
        Pt(0.75),
    )
    values.format.line.fill.background()
    values.minimum_scale, values.maximum_scale, values.major_unit = scale(chart)
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = (
        number_format(chart, decimals=0),
        False,
    )
    for place, series in enumerate(native.series):
        is_target = place == len(chart.series)
        colour = _rgb(
            theme.BLACK
            if is_target
            else (theme.PAPER_LINES if look.is_grey else theme.SLIDE_LINES)[
                place % len(theme.PAPER_LINES)
            ]
        )
        series.smooth = False
        series.format.line.color.rgb, series.format.line.width = (
            colour,
            Pt(look.line * (0.8 if is_target else 1.4)),
        )
        series.format.line.dash_style = (
            MSO_LINE.SQUARE_DOT if is_target else DASHES[place % len(DASHES)]
        )
        series.marker.style = XL_MARKER_STYLE.NONE if is_target else MARKERS[place % len(MARKERS)]
        if not is_target:
            series.marker.size = round(look.size * 0.6)
            series.marker.format.fill.solid()
            series.marker.format.fill.fore_color.rgb = series.marker.format.line.color.rgb = colour
            if len(chart.series) <= MOST_LABELLED:
                _label(
                    series,
                    chart,
                    look,
                    (XL_LABEL_POSITION.ABOVE, XL_LABEL_POSITION.BELOW)[place],
                    theme.BLACK if look.is_grey else theme.INK,
                )


def scale(chart: Chart) -> tuple[float, float, float]:
    """The ends of the axis of lines and the step of its marks: round numbers around all values and the target, a share never beyond 0 and 1.

    >>> from dashboard.exports.report.pack import Series
    >>> scale(Chart("", "line", (), (Series("", (71.0, 88.5)),), "điểm", ""))
    (65.0, 95.0, 5.0)
    """
    present = [value for one in chart.series for value in one.values if value is not None] + (
        [] if chart.target is None else [chart.target]
    )
    least = 0.01 if chart.share else 1.0
    low, high = (min(present), max(present)) if present else (0.0, least)
    spread = max(high - low, 4 * least)
    step = next(
        least * size for size in STEPS if least * size * MOST_MARKS >= spread * (1 + LOW + HIGH)
    )
    first, last = (
        floor((low - LOW * spread) / step) * step,
        ceil((high + HIGH * spread) / step) * step,
    )
    first = max(first, 0.0) if low >= 0 else first
    return round(first, 9), round(min(last, 1.0) if chart.share else last, 9), step


def _label(series, chart: Chart, look: Look, position: XL_LABEL_POSITION, ink: str) -> None:
    """The figure beside each point or in each bar."""
    labels = series.data_labels
    labels.show_value, labels.position = True, position
    labels.number_format, labels.number_format_is_linked = number_format(chart), False
    labels.font.size, labels.font.color.rgb = Pt(look.size), _rgb(ink)


def fill_of(name: str, place: int, look: Look) -> tuple[str, str]:
    """The ground of a bar and the ink on it: by meaning where the name is a status, by place elsewhere."""
    if look.is_grey:
        ground = (
            theme.PAPER_GREYS[place % len(theme.PAPER_GREYS)]
            if place or name in SAID
            else theme.PAPER_PALE
        )
        return ground, theme.WHITE if int(ground[1:3], 16) < 120 else theme.BLACK
    meaning = SAID.get(name)
    return (
        (meaning.fill, meaning.on_fill)
        if meaning
        else (theme.SLIDE_LINES[place % len(theme.SLIDE_LINES)], theme.GROUND)
    )


def _name_fonts(native: NativeChart, font: str) -> None:
    """One font by name for every script: a theme's own would change with the machine."""
    for properties in _letters(native):
        for tag in ("a:latin", "a:ea", "a:cs"):
            for old in properties.findall(qn(tag)):
                properties.remove(old)
            properties.append(properties.makeelement(qn(tag), {"typeface": font}))


def _letters(native: NativeChart) -> Iterator:
    yield from native._chartSpace.iter(qn("a:defRPr"))


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.removeprefix("#"))
