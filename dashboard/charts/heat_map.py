"""Units by years as a field of cells: few steps of one hue, the figure in each cell, units under their block."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.bar_rows import Row, lay_rows
from dashboard.charts.canvas import above, canvas, plain, upright, written
from dashboard.writing import theme
from dashboard.writing.formats import number, percent

CELL = 28  # px
SCORE_EDGES = (60.0, 70.0, 80.0, 90.0)
SHARE_EDGES = (0.70, 0.80, 0.90, 0.95)
WIDTHS = (1, 2, 5, 10)  # points of a step
ROUND = sorted(
    {round(one * 10**tens) for tens in range(7) for one in (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8)}
)
SCROLL, MANY = 760, 24


def fitted_edges(values: pd.Series, share: bool) -> tuple[float, ...]:
    """Four whole borders, one, two, five or ten points apart, around the middle nine tenths of the values; never above 100 for shares.

    Example: 81 to 89 lie between 80, 85, 90 and 95; with fixed borders all would be of one step or two.
    """
    known = values.dropna() * (100 if share else 1)
    if known.empty:
        return SHARE_EDGES if share else SCORE_EDGES
    low, high = known.quantile([0.05, 0.95])
    width = next((one for one in WIDTHS if 3 * one >= high - low), WIDTHS[-1])
    first = round(((low + high) / 2 - 1.5 * width) / width) * width
    first = min(first, 100 - 4 * width) if share else first
    edges = tuple(float(max(first, 0) + place * width) for place in range(4))
    return tuple(edge / 100 for edge in edges) if share else edges


def fitted_counts(values: pd.Series) -> tuple[float, ...]:
    """Four round borders that part counts into five steps of about as many cells each: counts have no scale of their own.

    >>> fitted_counts(pd.Series([3, 4, 8, 12, 37, 65, 73, 80, 94])), fitted_counts(pd.Series([1, 2]))
    ((6.0, 15.0, 60.0, 80.0), (1.0, 2.0, 3.0, 4.0))
    """
    found: list[float] = []
    for cut in values.quantile([0.2, 0.4, 0.6, 0.8]).fillna(1):
        higher = [one for one in ROUND if not found or one > found[-1]]
        found.append(float(min(higher, key=lambda one: abs(one - cut))))
    return tuple(found)


def worst_change_first(cells: pd.DataFrame, value: str = "score") -> pd.DataFrame:
    """The same rows (unit, block, year, value), inside each block those units first that lost most between their first and last known year."""
    known = cells.dropna(subset=[value]).sort_values("year", kind="stable").groupby("unit")[value]
    change = cells["unit"].map(known.last() - known.first())
    blocks = cells["block"].map(
        {block: place for place, block in enumerate(cells["block"].unique())}
    )
    return cells.iloc[np.lexsort((change.fillna(np.inf), blocks))].reset_index(drop=True)


def unit_years(
    cells: pd.DataFrame,
    *,
    title: str,
    subtitle: str = "",
    years: Sequence[int],
    value: str = "score",
    share: bool = False,
    breaks: dict[int, str] | None = None,
    chosen: str | None = None,
    counts: bool = False,
) -> go.Figure:
    """One row a unit, one cell a year; units in the order in which they come, under their block.

    `cells`: unit, name, block, year, the value. A year without a value is an empty, hatched cell with a dash. The four borders between the five
    steps fit the values; `breaks` cut the field by a dotted line; `counts` are written without decimals. A press on a row sends the unit's code.
    """
    edges = fitted_counts(cells[value]) if counts else fitted_edges(cells[value], share)
    rows, places = _rows(cells, chosen)
    wide = cells.pivot_table(
        index="unit", columns="year", values=value, aggfunc="first", sort=False
    ).reindex(index=list(places), columns=list(years))
    grid = [
        (places[unit], year, one)
        for unit, line in zip(wide.index, wide.to_numpy(dtype=float), strict=True)
        for year, one in zip(years, line, strict=True)
    ]
    figure = canvas(title, subtitle)
    figure.add_traces([_filled(grid, edges, share, counts), _empty(grid)])
    cuts = [upright(year - 0.5, note, dash="dot") for year, note in (breaks or {}).items()]
    figure.update_layout(
        shapes=[
            line | {"layer": "above", "line": {"color": theme.INK, "width": 1, "dash": "dot"}}
            for line, _ in cuts
        ]
    )
    axis = {
        "tickmode": "array",
        "tickvals": list(years),
        "ticktext": [str(year) for year in years],
        "showgrid": False,
    }
    few = {"xaxis": {"ticktext": [f"’{year % 100:02d}" for year in years]}}
    head = 58 + (36 if cuts else 0)  # the legend above the notes of breaks, those above the years
    cut_names = [
        label | {"yshift": 22, "font": {"size": 11, "color": theme.MUTED}} for _, label in cuts
    ]
    return lay_rows(
        figure,
        rows,
        axis=axis,
        span=(min(years) - 0.5, max(years) + 0.5),
        least=CELL + 4,
        head=head,
        notes=[_legend(edges, share, head - 26), *cut_names],
        scroll=SCROLL if len(rows) > MANY else None,
        narrow=few,
    )


def _rows(cells: pd.DataFrame, chosen: str | None) -> tuple[list[Row], dict[str, int]]:
    rows: list[Row] = []
    places = {}
    units = cells.drop_duplicates("unit")
    for block, members in units.groupby("block", sort=False, dropna=False):
        rows.append(Row(str(block), heading=True))
        for unit in members.to_dict("records"):
            places[unit["unit"]] = len(rows)
            rows.append(
                Row(
                    unit["name"],
                    unit["unit"],
                    strong=unit["unit"] == chosen,
                    hover=f"<b>{plain(unit['name'])}</b><br>{plain(block)}",
                )
            )
    return rows, places


def _filled(grid: list[tuple], edges: Sequence[float], share: bool, counts: bool) -> go.Bar:
    known = [cell for cell in grid if not np.isnan(cell[2])]
    steps = [step_of(value, edges) for _, _, value in known]
    return go.Bar(
        y=[place for place, _, _ in known],
        x=[0.94] * len(known),
        base=[year - 0.47 for _, year, _ in known],
        orientation="h",
        width=CELL,
        hoverinfo="skip",
        marker={"color": [theme.HEAT[step] for step in steps], "line": {"width": 0}},
        text=[
            number(value, 0) if counts else _figure(value, edges, share) for _, _, value in known
        ],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        constraintext="none",
        textfont={"size": 12, "color": [theme.HEAT_INK[step] for step in steps]},
    )


def _figure(value: float, edges: Sequence[float], share: bool) -> str:
    """The figure in a cell, without the per cent sign; it never reads as a step higher than its colour: 59,95 and not 60,0."""
    above_it = next((edge for edge in edges if value < edge - 1e-9), None)
    return written(value, share, above_it).rstrip("%")


def _empty(grid: list[tuple]) -> go.Bar:
    missing = [cell for cell in grid if np.isnan(cell[2])]
    look = theme.STATUS["no_data"]
    return go.Bar(
        y=[place for place, _, _ in missing],
        x=[0.94] * len(missing),
        base=[year - 0.47 for _, year, _ in missing],
        orientation="h",
        width=CELL,
        hoverinfo="skip",
        marker={
            "color": look.fill,
            "line": {"width": 0},
            "pattern": {
                "shape": "/",
                "fgcolor": look.fill,
                "bgcolor": theme.GROUND,
                "size": 6,
                "solidity": 0.4,
            },
        },
        text=["–"] * len(missing),
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        textfont={"size": 12, "color": look.colour},
    )


def step_of(value: float, edges: Sequence[float]) -> int:
    """The step of a value: how many edges it reaches.

    >>> step_of(59.9, SCORE_EDGES), step_of(80, SCORE_EDGES), step_of(97, SCORE_EDGES)
    (0, 3, 4)
    """
    return sum(value >= edge - 1e-9 for edge in edges)


def _legend(edges: Sequence[float], share: bool, shift: int) -> dict:
    """What the five steps mean, in one line above the years: each begins at its figure, so no figure stands in two."""
    read = [percent(edge, None) if share else number(edge, None) for edge in edges]
    words = [
        f"dưới {read[0]}",
        *(f"từ {low}" for low in read),
    ]
    text = "  ".join(
        f'<span style="color:{colour};font-size:18px">■</span>\u00a0{word.replace(" ", chr(160))}'
        for colour, word in zip(theme.HEAT, words, strict=True)
    )
    return above(text, shift=shift)


def alt_text(
    cells: pd.DataFrame, *, subject: str, value: str = "score", share: bool = False
) -> str:
    """How many units and years, how many cells are empty, and the spread of the last year."""
    units, years = cells["unit"].nunique(), sorted(cells["year"].dropna().unique())
    if not years:
        return f"Bảng màu {subject}: chưa có số liệu."
    known = cells.dropna(subset=[value])
    last = known[known["year"] == years[-1]][value]
    holes = units * len(years) - len(known.drop_duplicates(["unit", "year"]))
    ends = (
        f" Năm {years[-1]:.0f} thấp nhất {written(last.min(), share)}, cao nhất {written(last.max(), share)}."
        if len(last)
        else ""
    )
    empty = f" {number(holes, 0)} ô chưa có số liệu." if holes else ""
    return f"Bảng màu {subject}: {units} đơn vị, {years[0]:.0f}–{years[-1]:.0f}.{ends}{empty}"
