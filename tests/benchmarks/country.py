"""A country as one store: python tests/benchmarks/country.py [SHARE]. 34 provinces, 3,300 communes, 10,000 bodies × 7 years × 12 criteria; SHARE: only so much of it (0.1: a tenth).

CPU and memory of saving, reading, assessing, and of a real server: its first page, other pages, another year. A measurement, not a test.
"""

from __future__ import annotations

import datetime as dt
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(Path(__file__).parent)]

import importing  # noqa: E402
import numpy as np  # noqa: E402
import pandas as pd  # noqa: E402
import provinces  # noqa: E402
import raw_page  # noqa: E402
from raw_page import RawPage  # noqa: E402
from watched import Watched, watched  # noqa: E402

from dashboard.assessment.standing import Records, assess  # noqa: E402
from dashboard.plan import Plan  # noqa: E402
from data_access.store import connect  # noqa: E402

PROVINCES, COMMUNES, BODIES = 34, 3_300, 10_000
KINDS = {"tinh": "Tỉnh, thành phố", "xa": "Xã, phường, đặc khu", "co_quan": "Cơ quan"}
PAGES = ("xep-hang", "xu-huong", "don-vi-cham", "hai-long", "ho-so-don-vi", "don-vi", "ke-hoach")
YEAR = "Năm, mốc"
AHEAD = 180.0  # seconds until the other years are worked out; a busy machine needs more


def records(a_plan: Plan, share: float = 1.0) -> Records:
    """Provinces in one block, the communes and the bodies of each province in a block of their own."""
    sizes = [max(2, round(each * share)) for each in (PROVINCES, COMMUNES, BODIES)]
    made = provinces.records(sum(sizes), a_plan)
    kind = np.repeat(list(KINDS), sizes)
    home = np.concatenate([np.arange(size) % sizes[0] for size in sizes])
    names = pd.Series(kind).map({"tinh": "Tỉnh", "xa": "Xã", "co_quan": "Cơ quan"})
    number = np.concatenate([np.arange(size) + 1 for size in sizes])
    units = made.units.assign(
        name=[
            f"{name} {one}" if name == "Tỉnh" else f"{name} {one} tỉnh {place + 1}"
            for name, one, place in zip(names, number, home, strict=True)
        ],
        kind=kind,
        parent=[None if one == "tinh" else f"X{place:05d}" for one, place in zip(kind, home)],
    )
    blocks = [
        KINDS[one] if one == "tinh" else f"{KINDS[one]}, tỉnh {place + 1}"
        for one, place in zip(kind, home, strict=True)
    ]
    of_unit = dict(zip(units["unit"], blocks, strict=True))
    years = made.unit_years.assign(block=made.unit_years["unit"].map(of_unit))
    return made._replace(units=units, unit_years=years)


def told(what: str, work: Callable[[], Any]) -> Any:
    """What the work gives; prints its CPU and the most memory that this process has held."""
    start = time.process_time()
    given = work()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{what:48} {time.process_time() - start:7.1f} s of CPU, {most:6.0f} MB", flush=True)
    return given


def asked(server: Watched, what: str, work: Callable[[], Any]) -> Any:
    """The same for something asked of a server, whose CPU and memory are told."""
    start = server.worked()
    given = work()
    print(
        f"{what:48} {server.worked() - start:7.2f} s of CPU, {server.memory():6.0f} MB", flush=True
    )
    return given


def visited(server: Watched) -> None:
    """The first page of a server, every other page, other years, the same again."""
    raw_page.LONGEST = 900.0
    with RawPage(server.address) as page:
        asked(server, "server: first page", page.run)
        time.sleep(AHEAD)
        asked(server, "server: at rest, other years worked out", lambda: None)
        for name in PAGES:
            asked(server, f"server: page {name}, first time", lambda: page.run(name))  # noqa: B023
        asked(server, "server: first page again", lambda: page.run(""))
        for year in list(page.widgets[YEAR].options)[:3] * 2:
            page.set(YEAR, year)
            asked(server, f"server: {year}", page.run)


def main(share: float) -> None:
    a_plan = provinces.plan(kinds=KINDS)
    made = told("made up", lambda: records(a_plan, share))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        url = f"sqlite:///{folder / 'store.sqlite'}"
        with connect(url) as store:
            told("saved", lambda: importing.save(store, a_plan, made))
            print(f"{(folder / 'store.sqlite').stat().st_size / 1e6:.0f} MB on disk")
            read = told("read", lambda: Records(**store.load_records()))
        day = dt.date(2026, 6, 30)
        told("assessed", lambda: assess(a_plan, read, 2025, day))
        told("assessed again", lambda: assess(a_plan, read, 2025, day))
        with watched(url, folder / "loaded") as server:
            visited(server)


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0)
