"""How figures of a native chart are written: decimals, counts, the steps of its axis."""

from __future__ import annotations

from math import ceil, floor
from numbers import Integral

from dashboard.exports.report.pack import Chart
from dashboard.writing.formats import number, percent

LOW, HIGH = (
    0.08,
    0.12,
)  # air below the lowest and above the highest value of lines, parts of their spread
STEPS, MOST_MARKS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 10_000, 100_000), 6
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
