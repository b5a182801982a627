"""How native charts look: on paper greys, dashes and figures that survive a grey print; on slides the colours by meaning."""

from __future__ import annotations

from collections.abc import Iterator

from pptx.chart.chart import Chart as NativeChart
from pptx.chart.series import LineSeries
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

from dashboard.exports.paper.chart_fills import Look, fill_of, rgb
from dashboard.exports.paper.chart_numbers import number_format, scale
from dashboard.exports.report.pack import Chart
from dashboard.writing import theme

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
MOST_LABELLED = (
    2  # lines with their figures beside the points; with more they would cover one another
)


SLIDE = Look("Arial", 20, 3, False)


def dressed(native: NativeChart, chart: Chart, look: Look) -> NativeChart:
    """The chart with its axes, colours, labels and fonts."""
    native.font.size, native.font.color.rgb = (
        Pt(look.size),
        rgb(theme.BLACK if look.is_grey else theme.INK),
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
        series.format.fill.fore_color.rgb = rgb(ground)
        series.format.line.color.rgb, series.format.line.width = (
            rgb(theme.BLACK if look.is_grey else theme.GROUND),
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
        rgb(theme.BLACK if look.is_grey else theme.INK),
        Pt(look.line),
        MSO_LINE.DASH,
    )


def _dress_lines(native: NativeChart, chart: Chart, look: Look) -> None:
    """Lines with gaps where figures are missing; the target a thin dashed one without points."""
    _dress_axes(native, chart, look)
    for place, series in enumerate(native.series):
        if place == len(chart.series):
            _dress_target(series, look)
        else:
            _dress_line(series, chart, look, place)


def _dress_axes(native: NativeChart, chart: Chart, look: Look) -> None:
    names, values = native.category_axis, native.value_axis
    names.major_tick_mark, names.format.line.color.rgb = XL_TICK_MARK.NONE, rgb(theme.MUTED)
    values.has_major_gridlines, values.major_tick_mark = True, XL_TICK_MARK.NONE
    values.major_gridlines.format.line.color.rgb, values.major_gridlines.format.line.width = (
        rgb(theme.PAPER_GRID if look.is_grey else theme.LINES),
        Pt(0.75),
    )
    values.format.line.fill.background()
    values.minimum_scale, values.maximum_scale, values.major_unit = scale(chart)
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = (
        number_format(chart, decimals=0),
        False,
    )


def _dress_target(series: LineSeries, look: Look) -> None:
    series.smooth = False
    line = series.format.line
    line.color.rgb, line.width = rgb(theme.BLACK), Pt(look.line * 0.8)
    line.dash_style = MSO_LINE.SQUARE_DOT
    series.marker.style = XL_MARKER_STYLE.NONE


def _dress_line(series: LineSeries, chart: Chart, look: Look, place: int) -> None:
    colours = theme.PAPER_LINES if look.is_grey else theme.SLIDE_LINES
    colour = rgb(colours[place % len(theme.PAPER_LINES)])
    series.smooth = False
    line, marker = series.format.line, series.marker
    line.color.rgb, line.width = colour, Pt(look.line * 1.4)
    line.dash_style = DASHES[place % len(DASHES)]
    marker.style = MARKERS[place % len(MARKERS)]
    marker.size = round(look.size * 0.6)
    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = marker.format.line.color.rgb = colour
    if len(chart.series) <= MOST_LABELLED:
        side = (XL_LABEL_POSITION.ABOVE, XL_LABEL_POSITION.BELOW)[place]
        _label(series, chart, look, side, theme.BLACK if look.is_grey else theme.INK)


def _label(series, chart: Chart, look: Look, position: XL_LABEL_POSITION, ink: str) -> None:
    """The figure beside each point or in each bar."""
    labels = series.data_labels
    labels.show_value, labels.position = True, position
    labels.number_format, labels.number_format_is_linked = number_format(chart), False
    labels.font.size, labels.font.color.rgb = Pt(look.size), rgb(ink)


def _name_fonts(native: NativeChart, font: str) -> None:
    """One font by name for every script: a theme's own would change with the machine."""
    for properties in _letters(native):
        for tag in ("a:latin", "a:ea", "a:cs"):
            for old in properties.findall(qn(tag)):
                properties.remove(old)
            properties.append(properties.makeelement(qn(tag), {"typeface": font}))


def _letters(native: NativeChart) -> Iterator:
    yield from native._chartSpace.iter(qn("a:defRPr"))
