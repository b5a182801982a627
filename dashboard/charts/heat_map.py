"""Units by years as a field of cells: few steps of one hue, the figure in each cell, units under their block."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.bar_rows import lay_rows
from dashboard.charts.canvas import canvas, plain, upright, written
from dashboard.charts.heat_steps import cell_figure, fitted_counts, fitted_edges, legend, step_of
from dashboard.charts.row_places import Row
from dashboard.writing import theme
from dashboard.writing.formats import number
from dashboard.writing.nouns import worded

CELL = 28  # px
SCROLL, MANY = 760, 24
CUT = {"layer": "above", "line": {"color": theme.INK, "width": 1, "dash": "dot"}}
CUT_NAME = {"yshift": 22, "font": {"size": 11, "color": theme.MUTED}}


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
    top: float = 100.0,
    breaks: dict[int, str] | None = None,
    chosen: str | None = None,
    counts: bool = False,
) -> go.Figure:
    """One row a unit, one cell a year; units in the order in which they come, under their block.

    `cells`: unit, name, block, year, the value. A year without a value is an empty, hatched cell with a dash. The four borders between the five
    steps fit the values and what a score is of (`top`); `breaks` cut the field by a dotted line; `counts` are written without decimals. A press on a row sends the unit's code.
    """
    edges = fitted_counts(cells[value]) if counts else fitted_edges(cells[value], share, top)
    rows, places = _rows(cells, chosen)
    grid = _grid(cells, places, years, value)
    figure = canvas(title, subtitle)
    figure.add_traces([_filled(grid, edges, share, counts), _empty(grid)])
    cuts = [upright(year - 0.5, note, dash="dot") for year, note in (breaks or {}).items()]
    figure.update_layout(shapes=[line | CUT for line, _ in cuts])
    few = {"xaxis": {"ticktext": [f"’{year % 100:02d}" for year in years]}}
    head = 58 + (36 if cuts else 0)  # the legend above the notes of breaks, those above the years
    cut_names = [label | CUT_NAME for _, label in cuts]
    return lay_rows(
        figure,
        rows,
        axis=_axis(years),
        span=(min(years) - 0.5, max(years) + 0.5),
        least=CELL + 4,
        head=head,
        notes=[legend(edges, share, head - 26), *cut_names],
        scroll=SCROLL if len(rows) > MANY else None,
        narrow=few,
    )


def _grid(
    cells: pd.DataFrame, places: dict[str, int], years: Sequence[int], value: str
) -> list[tuple]:
    """Every cell of the field: place of its row, year, value (NaN where none is known)."""
    wide = cells.pivot_table(
        index="unit", columns="year", values=value, aggfunc="first", sort=False
    ).reindex(index=list(places), columns=list(years))
    return [
        (places[unit], year, one)
        for unit, line in zip(wide.index, wide.to_numpy(dtype=float), strict=True)
        for year, one in zip(years, line, strict=True)
    ]


def _axis(years: Sequence[int]) -> dict:
    return {
        "tickmode": "array",
        "tickvals": list(years),
        "ticktext": [str(year) for year in years],
        "showgrid": False,
    }


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
            number(value, 0) if counts else cell_figure(value, edges, share)
            for _, _, value in known
        ],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        constraintext="none",
        textfont={"size": 12, "color": [theme.HEAT_INK[step] for step in steps]},
    )


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
    return f"Bảng màu {subject}: {units} {worded('đơn vị')}, {years[0]:.0f}–{years[-1]:.0f}.{ends}{empty}"
