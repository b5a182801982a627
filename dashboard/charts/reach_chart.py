"""The part of the units that reached the milestone of each year: one upright bar a year, from zero to all of them."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import picture_words
from dashboard.charts.canvas import above, canvas, narrowed, plain
from dashboard.charts.stack import hatched
from dashboard.writing import theme
from dashboard.writing.formats import count, out_of, percent

HEIGHT, TOP, BOTTOM = 370, 34, 58
OWN = theme.STATUS["no_data"]


def reach_bars(
    reached: pd.DataFrame, words: dict[int, str], *, title: str, subtitle: str = ""
) -> go.Figure:
    """Bars of the reach by year; the milestones' own years and the last one heavy, the others pale; what is only self-scored hatched on top.

    `reached`: year, stone, goal, done, own, units, share (0–1). `words`: year → the share as it is written above its bar.
    """
    figure = canvas(title, subtitle, height=HEIGHT, barmode="stack", bargap=0.25)
    heavy = (reached["stone"] != "") | (reached["year"] == reached["year"].max())
    own = reached["own"] / reached["units"]
    ink = [theme.ACCENT if one else theme.OTHERS for one in heavy]
    hovers = [_hover(line) for line in reached.to_dict("records")]
    places = list(range(len(reached)))
    bar = {"x": places, "hovertext": hovers, "hovertemplate": "%{hovertext}<extra></extra>"}
    figure.add_trace(go.Bar(y=reached["share"] - own, marker={"color": ink}, **bar))
    if reached["own"].any():
        figure.add_trace(go.Bar(y=own, marker=hatched(OWN), **bar))
    notes = [_written(place, line, words) for place, line in enumerate(reached.to_dict("records"))]
    keys = [above(_keys(), shift=8)] if reached["own"].any() else []
    figure.update_layout(
        margin={"l": 8, "r": 8, "t": TOP, "b": BOTTOM},
        annotations=[*notes, *keys],
        xaxis={
            "tickvals": places,
            "ticktext": [_year(line) for line in reached.to_dict("records")],
            "showgrid": False,
            "tickangle": 0,
            "automargin": False,
        },
        yaxis={"range": [0, 1.12], "showgrid": False, "showticklabels": False, "automargin": False},
    )
    return narrowed(figure, {"xaxis": {"tickfont": {"size": 11}}})


def _written(place: int, line: dict, words: dict[int, str]) -> dict:
    return {
        "x": place,
        "y": line["share"],
        "yanchor": "bottom",
        "yshift": 3,
        "text": f"<b>{words[line['year']]}</b>",
        "font": {"size": theme.LABEL_SIZE, "color": theme.INK},
    }


def _year(line: dict) -> str:
    parts = [f"<b>{line['year']}</b>" if line["stone"] else str(line["year"])]
    parts += [plain(line["stone"])] if line["stone"] else []
    parts += [f"mốc {line['goal']}"] if line["goal"] else []
    return "<br>".join(parts)


def _keys() -> str:
    keys = ((theme.ACCENT, "■", picture_words.MET), (OWN.colour, "▨", picture_words.MET_OWN))
    return "   ".join(f'<span style="color:{one}">{sign}</span> {said}' for one, sign, said in keys)


def _hover(line: dict) -> str:
    own = f"<br>trong đó {count(line['own'])} mới tự chấm" if line["own"] else ""
    return f"<b>{line['year']}</b>: {out_of(line['done'], line['units'], 'đơn vị')} đạt mốc ({percent(line['share'])}){own}"


def alt_text(reached: pd.DataFrame) -> str:
    """Every year with its count, its share and its goal."""
    parts = [
        f"{line['year']} {out_of(line['done'], line['units'], 'đơn vị')} ({percent(line['share'])})"
        + (f" so với mốc {line['goal']}" if line["goal"] else "")
        for line in reached.to_dict("records")
    ]
    return picture_words.REACH.format(parts="; ".join(parts))
