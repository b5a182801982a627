"""From a link or a choice to the painted charts, in a real browser: python tests/benchmarks/screens.py [UNITS]. Medians; a measurement, not a test.

Without UNITS on the sample data, with it on a made-up province of so many units (7 years × 12 criteria).
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(Path(__file__).parent)]

import importing  # noqa: E402
import serving  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

import sample_data  # noqa: E402
from dashboard.plan import load_plan  # noqa: E402
from data_access.loading import load_files, on_disk  # noqa: E402
from data_access.store import connect  # noqa: E402

YEARS = ("2024", "2023", "2025")
MARKS = "() => JSON.stringify([...document.querySelectorAll('.plot')].filter(one => one.getBoundingClientRect().top < innerHeight).map(one => one.dataset.drawn))"


def choose(page, year: str) -> float:
    """Seconds from the press on a year until the answer and every chart in view are those of that year."""
    before = page.locator("h1.answer").inner_text()
    page.get_by_role("combobox", name="Năm, mốc").click()
    option = page.get_by_role("option", name=year).first
    start = time.perf_counter()
    option.click()
    page.wait_for_function(
        "before => document.querySelector('h1.answer').innerText !== before", arg=before, polling=10
    )
    last, since = page.evaluate(MARKS), time.perf_counter()
    while time.perf_counter() - since < 1:
        now = page.evaluate(MARKS)
        if now != last:
            last, since = now, time.perf_counter()
        page.wait_for_timeout(10)
    return since - start


def main(units: int | None) -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/store.sqlite"
        with connect(url) as store:
            if units:
                importing.fill(store, units)
            else:
                load_files(
                    store,
                    load_plan(sample_data.PLAN).as_data(),
                    on_disk(sample_data.files()),
                    who="đo",
                )
        start = time.perf_counter()
        with (
            serving.served(ROOT / "dashboard" / "app.py", DATABASE_URL=url) as address,
            sync_playwright() as driver,
        ):
            page = driver.chromium.launch(
                executable_path=serving.CHROMIUM, args=serving.FLAGS
            ).new_page(viewport={"width": 1366, "height": 768}, locale="vi-VN")
            page.set_default_timeout(180_000)
            page.goto(address)
            page.locator(".plot[data-drawn]").first.wait_for()
            print(
                f"cold start of the server to the first painted chart: {time.perf_counter() - start:.1f} s"
            )
            first = [choose(page, year) for year in YEARS]
            again = [choose(page, year) for year in YEARS * 2]
            print(
                f"a year chosen for the first time after a change of data: {statistics.median(first):.2f} s; chosen again: {statistics.median(again):.2f} s"
            )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else None)
