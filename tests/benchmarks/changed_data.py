"""Changes of a store's data as an import makes them, for measuring what comes after."""

from __future__ import annotations

import pandas as pd

from dashboard.commands.opening import plan_in_force
from data_access.store import Store, connect


def one_value(url: str) -> None:
    """One unit's points for one criterion, in the newest year, half a point up or down."""
    with connect(url) as store:
        live = _points(store)
        _save(store, live[live["year"] == live["year"].max()].head(1))


def whole_year(url: str, year: int) -> None:
    """Points of every unit for every criterion that is given points, in one year."""
    with connect(url) as store:
        live = _points(store)
        _save(store, live[live["year"] == year])


def _points(store: Store) -> pd.DataFrame:
    plan = plan_in_force(store)
    codes = [one.code for one in plan.criteria if one.kind == "points"]
    live = store.load("results")
    return live[live["criterion"].isin(codes) & (live["state"] == "ok") & (live["value"] >= 1)]


def _save(store: Store, rows: pd.DataFrame) -> None:
    """Half a point less where the points are whole, else half a point more: the same twice gives the first again."""
    half = rows["value"].mod(1).eq(0).map({True: -0.5, False: 0.5})
    own = ["import_id", "revision"]
    changed = rows.assign(value=rows["value"] + half).drop(columns=own)
    saved = store.save({"results": changed}, file="thay_doi.csv", content=None, who="đo")
    assert saved.outcome == "stored", saved
