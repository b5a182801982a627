"""How long the whole calculation takes: python tests/benchmarks/assess.py [UNITS …]. Medians of three; a measurement, not a test."""

from __future__ import annotations

import datetime as dt
import statistics
import sys
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parent)]

import provinces  # noqa: E402

from dashboard.assessment.standing import assess  # noqa: E402


def main(sizes: list[int]) -> None:
    plan = provinces.plan()
    for size in sizes:
        records = provinces.records(size, plan)
        times = []
        for _ in range(3):
            start = time.perf_counter()
            standing = assess(plan, records, 2025, dt.date(2026, 6, 30))
            times.append(time.perf_counter() - start)
        print(
            f"{size:>6} units × {len(plan.years)} years × {len(plan.criteria)} criteria: {statistics.median(times):6.2f} s, {len(standing.flags)} flags"
        )


if __name__ == "__main__":
    main([int(one) for one in sys.argv[1:]] or [200, 10_000])
