"""Tổng quan in Dash as its manual teaches, of the figures that `twin_figures` wrote: four charts and a table behind one choice of a year, one callback. Run by `beside.py`.

It works nothing out (the figures are read when it starts), so it is the fastest Dash that shows them.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import plotly.graph_objects as go
from dash import Dash, Input, Output, dash_table, dcc, html

FOLDER = Path(os.environ["TWIN_FIGURES"])
YEARS = {file.stem: json.loads(file.read_text("utf-8")) for file in sorted(FOLDER.glob("*.json"))}
NEWEST = max(YEARS)
CHARTS = [f"chart{place}" for place in range(len(YEARS[NEWEST]["charts"]))]

app = Dash(__name__, title="Bản sao Tổng quan")
server = app.server
app.layout = html.Div(
    [
        html.H1(id="answer", className="answer"),
        dcc.Dropdown(list(YEARS), NEWEST, id="year", clearable=False),
        *(dcc.Graph(id=one, config={"displayModeBar": False}) for one in CHARTS),
        dash_table.DataTable(
            id="units",
            columns=[{"id": one, "name": name} for one, name in YEARS[NEWEST]["columns"].items()],
            page_size=20,
        ),
    ]
)


@app.callback(
    Output("answer", "children"),
    *(Output(one, "figure") for one in CHARTS),
    Output("units", "data"),
    Input("year", "value"),
)
def show(year: str) -> tuple:
    """The answer, the figures and the rows of a year."""
    page = YEARS[year]
    return page["answer"], *(go.Figure(one) for one in page["charts"]), page["rows"]
