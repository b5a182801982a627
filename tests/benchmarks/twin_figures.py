"""Tổng quan as files for its twins: of each year the answer, the same four figures and a table of all units.

Figures are those that the program draws (level against the target, statuses of blocks, lines of blocks, every unit), without what only the program reads in them (the narrow form).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from dashboard.assessment.standing import Records, Standing, of_year, province
from dashboard.charts.drawings import Picture
from dashboard.commands.opening import plan_in_force
from dashboard.plan import clock
from dashboard.views import unit_tiles
from dashboard.views.choices_made import Choices
from dashboard.views.overview import overview
from data_access.store import connect

COLUMNS = {
    "name": "Đơn vị",
    "block": "Khối",
    "score": "Điểm",
    "rank": "Hạng",
    "status": "Tình trạng",
}


def write(url: str, folder: Path, years: Sequence[str]) -> None:
    """`YEAR.json` for each year into the folder: answer, charts (data, layout), columns, rows."""
    with connect(url) as store:
        day = clock.today()
        plan = plan_in_force(store)
        whole = province(plan, Records(**store.load_records(day)), day)
    for year in years:
        told = json.dumps(_page(of_year(whole, int(year))), ensure_ascii=False)
        (folder / f"{year}.json").write_text(told, encoding="utf-8")


def _page(standing: Standing) -> dict:
    choice = Choices(standing.year)
    shown = overview(standing, choice)
    drawn = [shown.reach, shown.status, shown.trend, unit_tiles.tiles(standing, choice)]
    rows = standing.table.reindex(columns=list(COLUMNS)).round(1)
    return {
        "answer": shown.answer,
        "charts": [_figure(one) for one in drawn if one],
        "columns": COLUMNS,
        "rows": json.loads(rows.to_json(orient="records")),
    }


def _figure(picture: Picture) -> dict:
    figure = json.loads(picture.drawing.text)
    figure["layout"].pop("meta", None)
    return {"data": figure["data"], "layout": figure["layout"]}
