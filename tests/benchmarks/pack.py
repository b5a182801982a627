"""How long a whole meeting pack takes: python tests/benchmarks/pack.py [UNITS …]. A measurement, not a test."""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parent)]

import provinces  # noqa: E402

from dashboard.assessment.standing import assess  # noqa: E402
from dashboard.exports.pack_files import MAKERS  # noqa: E402
from dashboard.exports.packing import LISTS, pack_of  # noqa: E402
from dashboard.exports.report.beside_figures import Entered  # noqa: E402
from dashboard.exports.report.pack import SealMark  # noqa: E402
from data_access.store import connect  # noqa: E402

AS_OF = dt.date(2026, 6, 30)


def main(sizes: list[int]) -> None:
    plan = provinces.plan()
    with (
        tempfile.TemporaryDirectory() as folder,
        connect(f"sqlite:///{folder}/store.sqlite") as empty,
    ):
        _, own, lists = empty.load_for_seal(LISTS, AS_OF)
        entered = Entered(
            empty.conclusions(), empty.entered("replies"), empty.entered("publications")
        )
    for size in sizes:
        records = provinces.records(size, plan)._replace(
            lineage=own["lineage"], limitations=own["limitations"]
        )
        start = time.perf_counter()
        standing = assess(plan, records, 2025, AS_OF)
        assessed = time.perf_counter()
        pack = pack_of(standing, "m25", records, lists, entered, SealMark("Đo"), illustrative=True)
        times = {"assess": assessed - start, "content": time.perf_counter() - assessed}
        for name, make in MAKERS.items():
            before = time.perf_counter()
            make(pack)
            times[name] = time.perf_counter() - before
        print(
            f"{size:>5} units: {sum(times.values()):.2f} s  "
            + "  ".join(f"{name} {taken:.2f}" for name, taken in times.items())
        )


if __name__ == "__main__":
    main([int(one) for one in sys.argv[1:]] or [20, 200])
