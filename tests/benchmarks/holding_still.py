"""What moves under the reader's eyes: python tests/benchmarks/holding_still.py [PATH …]. Layout shift of every page, first time and again, on a slow browser and a slow server.

Each page is opened on a laptop and on a phone whose processor is made slower, the first time with nothing kept in the browser, then again; at last
on a server that is stopped for most of the time. Printed: the sum of all shifts (under 0.1 is good) and what moved most. A measurement, not a test.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import serving  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

import sample_data  # noqa: E402
from dashboard.access.permissions import HERE, may_open  # noqa: E402
from dashboard.plan import load_plan  # noqa: E402
from dashboard.ui.frame import MENU  # noqa: E402
from data_access.loading import load_files, on_disk  # noqa: E402
from data_access.store import connect  # noqa: E402

SIZES = {"1366": {"width": 1366, "height": 768}, "390": {"width": 390, "height": 844}}
SLOWER, STOPPED, RUNS = 5, 0.08, 0.02  # times; seconds of a server that stands and goes
WATCH = """window.shifts = [];
const named = (node) => !node ? '?' : node.nodeType === 3 ? named(node.parentElement) + ' #text' : [...(function* () {
  for (let one = node; one && one.id !== 'root'; one = one.parentElement) {
    const key = [...one.classList].find((name) => name.startsWith('st-key-'));
    if (one === node) yield one.tagName.toLowerCase() + (one.classList[0] ? '.' + one.classList[0] : '') + (one.dataset.testid ? '[' + one.dataset.testid + ']' : '');
    if (key) { yield key; return; } } })()].join(' < ');
new PerformanceObserver((list) => list.getEntries().forEach((one) => { if (!one.hadRecentInput) window.shifts.push({ value: one.value, at: Math.round(one.startTime),
  of: one.sources.map((each) => [named(each.node), Math.round(each.previousRect.y), Math.round(each.currentRect.y), Math.round(each.previousRect.height), Math.round(each.currentRect.height)]) }); }))
  .observe({ type: 'layout-shift', buffered: true });"""
MOST = 4


@contextmanager
def slow(server: int) -> Iterator[None]:
    """The server of this number is stopped four fifths of the time."""
    over = threading.Event()

    def stutter() -> None:
        while not over.is_set():
            os.kill(server, signal.SIGSTOP)
            time.sleep(STOPPED)
            os.kill(server, signal.SIGCONT)
            time.sleep(RUNS)

    worker = threading.Thread(target=stutter)
    worker.start()
    try:
        yield
    finally:
        over.set()
        worker.join()


def opened(window, address: str, path: str) -> list[dict]:
    page = window.new_page()
    page.set_default_timeout(serving.PATIENCE)
    page.add_init_script(WATCH)
    line = page.context.new_cdp_session(page)
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(f"{address}/{path}")
    serving.settle(page)
    page.wait_for_timeout(1000)
    shifts = page.evaluate("window.shifts")
    page.close()
    return shifts


def say(path: str, size: str, when: str, shifts: list[dict]) -> None:
    total = sum(one["value"] for one in shifts)
    print(
        f"{total:6.3f}  {size:>5}  {when:<12} /{path}{'   <<<' if total >= 0.1 else ''}", flush=True
    )
    for one in sorted(shifts, key=lambda each: -each["value"])[:MOST]:
        if one["value"] > 0.005:
            print(
                f"          {one['value']:.3f} at {one['at']} ms: "
                + "; ".join(
                    f"{name} y {y}→{now} h {h}→{tall}" for name, y, now, h, tall in one["of"]
                )
            )


def measure(address: str, paths: list[str], times: tuple[str, ...]) -> None:
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=serving.CHROMIUM, args=serving.FLAGS)
        for size, viewport in SIZES.items():
            for path in paths:
                window = browser.new_context(viewport=viewport, locale="vi-VN")
                for when in times:
                    say(path, size, when, opened(window, address, path))
                window.close()


def main(paths: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/store.sqlite"
        with connect(url) as store:
            load_files(
                store, load_plan(sample_data.PLAN).as_data(), on_disk(sample_data.files()), who="đo"
            )
        port = serving.free_port()
        server = serving.started(
            ["dashboard.serving", "serve", f"server.port={port}"], DATABASE_URL=url
        )
        address = f"http://127.0.0.1:{port}"
        try:
            serving.wait_for(address, server)
            measure(address, paths, ("lần đầu", "lần sau"))
            with slow(server.pid):
                measure(address, paths, ("máy chủ chậm",))
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    every = [path for pages in MENU.values() for name, _, path in pages if may_open(HERE, name)]
    main(sys.argv[1:] or every)
