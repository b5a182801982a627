"""Two movements in one installation, whose units bear the same codes and the same years and differ in every name and figure."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pandas as pd
import sqlalchemy as sa
import tiny
from copies import database

from dashboard.meeting import sealing
from data_access import movement_stores
from data_access.store import Store, connect

CODES, YEARS = ("SNV", "STC", "XHA"), (2019, 2020, 2021)
FIRST, SECOND = "của phong trào một", "của phong trào hai"
SHARES = {FIRST: 0.9, SECOND: 0.4}
PLANS = {
    FIRST: tiny.PLAN.replace("Phong trào thử", "Phong trào một").replace('"Thử"', '"Một"'),
    SECOND: tiny.PLAN.replace("Phong trào thử", "Phong trào hai").replace('"Thử"', '"Hai"'),
}


def filled(store: Store, mark: str) -> None:
    """Units, blocks and results into a store whose plan is there; the last year is published."""
    units = pd.DataFrame(
        [{"unit": one, "name": f"Đơn vị {one} {mark}", "kind": "so"} for one in CODES]
    )
    pairs = [(unit, year) for unit in CODES for year in YEARS]
    years = pd.DataFrame(
        [{"unit": unit, "year": year, "block": f"Khối {mark}"} for unit, year in pairs]
    )
    values = [
        (unit, code, year, most * SHARES[mark])
        for unit, year in pairs
        for code, most in (("A", 60), ("B", 40))
    ]
    results = pd.DataFrame(values, columns=["unit", "criterion", "year", "value"])
    results = results.assign(out_of=results["criterion"].map({"A": 60.0, "B": 40.0}))
    results["submitted_on"] = [dt.date(year, 12, 1) for year in results["year"]]
    tables = {"units": units, "unit_years": years, "results": results.assign(stage="appraised")}
    store.save(tables, file=f"{mark}.csv", content=mark.encode(), who=f"Người {mark}")
    plan, day = tiny.plan(PLANS[mark]), dt.date(2026, 1, 14)
    number = sealing.seal(store, plan, "2021", day, name=f"Chốt {mark}", who="Lan").number
    step = {"year": 2021, "step": "published", "on": dt.date(2026, 1, 15), "seal": number}
    store.enter("published_years", who="Lan", meeting="Họp", **step)


def made(home: Store) -> None:
    """Both, the second one with the code “hai”."""
    home.save_plan(PLANS[FIRST], "Lan")
    filled(home, FIRST)
    movement_stores.made(home, "hai", "Phong trào hai", PLANS[SECOND], "Lan")
    with movement_stores.opened(home, "hai") as own:
        filled(own, SECOND)


def in_files(empty: Path, folder: Path) -> Path:
    """The file of the first one, with that of the second beside it, from which others are copied. In: a store with our tables."""
    path = folder / "store.sqlite"
    shutil.copy(empty, path)
    with connect(f"sqlite:///{path}") as store:
        made(store)
    return path


@contextmanager
def in_a_database(server: str, empty: str) -> Iterator[str]:
    """The name of a database of both, from which others are copied. In: a PostgreSQL, the name of one of its databases with our tables."""
    with database(server, empty) as url:
        with connect(url) as store:
            made(store)
        yield str(sa.make_url(url).database)
