"""Rows a second from file to store, and the time to load them all back: python tests/benchmarks/importing.py. A measurement, not a test."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

import provinces  # noqa: E402

import sample_data  # noqa: E402
from dashboard.assessment.standing import Records  # noqa: E402
from dashboard.plan import Plan, dump_plan, load_plan  # noqa: E402
from data_access.loading import Given, load_files, on_disk  # noqa: E402
from data_access.store import Store, connect  # noqa: E402

RESULT_COLUMNS = ["unit", "criterion", "year", "stage", "value", "out_of", "submitted_on"]


def csv_of(units: int) -> tuple[bytes, bytes]:
    """A units file and a results file of so many units, as somebody would send them."""
    records = provinces.records(units, provinces.plan())
    registry = (
        records.units[["unit", "name", "kind", "position"]]
        .merge(records.unit_years.drop_duplicates("unit")[["unit", "block", "staff"]], on="unit")
        .drop(columns="staff")
    )
    return registry.to_csv(index=False).encode(), records.results[RESULT_COLUMNS].to_csv(
        index=False
    ).encode()


def fill(store: Store, units: int) -> None:
    """A store with the plan and the records of so many units, written by the ordinary save."""
    plan = provinces.plan()
    save(store, plan, provinces.records(units, plan))


def save(store: Store, plan: Plan, records: Records) -> None:
    """The plan and these records, by the ordinary save."""
    store.save_plan(dump_plan(plan), "đo tốc độ", "đo tốc độ")
    drop = ["import_id", "revision"]
    tables = {
        "units": records.units,
        "unit_years": records.unit_years,
        "results": records.results.drop(columns=drop),
        "filings": records.filings.drop(columns=["first_submitted_on"]),
    }
    store.save(tables, file="do_toc_do.csv", content=None, who="đo tốc độ")


def main() -> None:
    plan = provinces.plan().as_data()
    registry, results = csv_of(600)
    rows = results.count(b"\n") - 1
    times = []
    for _ in range(3):
        with (
            tempfile.TemporaryDirectory() as folder,
            connect(f"sqlite:///{folder}/a.sqlite") as store,
        ):
            load_files(store, plan, [Given("units.csv", registry)], who="đo")
            start = time.perf_counter()
            loaded = load_files(store, plan, [Given("results.csv", results)], who="đo")
            times.append(time.perf_counter() - start)
            assert not loaded[0].refused
    print(
        f"{rows} rows of CSV read, checked and stored: {statistics.median(times):.1f} s ({rows / statistics.median(times):,.0f} rows/s)"
    )
    with tempfile.TemporaryDirectory() as folder, connect(f"sqlite:///{folder}/a.sqlite") as store:
        start = time.perf_counter()
        load_files(
            store, load_plan(sample_data.PLAN).as_data(), on_disk(sample_data.files()), who="đo"
        )
        print(
            f"the sample data, {len(sample_data.files())} files: {time.perf_counter() - start:.1f} s"
        )
    with tempfile.TemporaryDirectory() as folder, connect(f"sqlite:///{folder}/a.sqlite") as store:
        start = time.perf_counter()
        fill(store, 10_000)
        middle = time.perf_counter()
        store.load_records()
        print(
            f"10,000 units × 7 years × 12 criteria: saved in {middle - start:.1f} s, loaded in {time.perf_counter() - middle:.1f} s"
        )


if __name__ == "__main__":
    main()
