"""From a key to the next slide, in a real browser: python tests/benchmarks/deck.py. A measurement, not a test."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import decks  # noqa: E402
import serving  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        file, store = (
            Path(folder) / "deck.html",
            {"DATABASE_URL": f"sqlite:///{folder}/store.sqlite", "PYTHONPATH": str(ROOT)},
        )
        for command in (["sample"], ["deck", "--milestone", "tong_ket_2025", "--out", str(file)]):
            subprocess.run(
                [sys.executable, "-m", "dashboard", *command],
                cwd=ROOT,
                env={**os.environ, **store},
                check=True,
                stdout=subprocess.DEVNULL,
            )
        page = driver.chromium.launch(
            executable_path=serving.CHROMIUM, args=serving.FLAGS
        ).new_page(viewport={"width": 1920, "height": 1080}, locale="vi-VN")
        page.goto(file.as_uri())
        seen, pressed = decks.turned(page)
        size = file.stat().st_size
    waits = [next(at for at, _ in seen if at > key) - key for key in pressed]
    blank = sum(len(shown) != 1 for _, shown in seen)
    print(
        f"{len(waits)} keys, from each to the next frame (which shows the next slide: tests/test_deck_browser.py): median {statistics.median(waits):.0f} ms, slowest {max(waits):.0f} ms; "
        f"{blank} of {len(seen)} frames without exactly one slide; the file {size / 1000:.0f} kB"
    )


if __name__ == "__main__":
    main()
