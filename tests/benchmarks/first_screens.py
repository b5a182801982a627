"""What a reader meets first: python tests/benchmarks/first_screens.py. Words and controls on the first screen of every page, presses and seconds of six tasks. A measurement, not a test.

The tasks are those of a councillor (where we stand; who lags and why; one unit), of the secretariat (a file checked; who has not filed) and of the
hall (the slides). Presses are of a person who knows the way; typing a name or choosing a file is one.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import serving  # noqa: E402
from playwright.sync_api import Page, sync_playwright  # noqa: E402

import sample_data  # noqa: E402
from dashboard.access.permissions import HERE, may_open  # noqa: E402
from dashboard.plan import load_plan  # noqa: E402
from dashboard.ui.frame import MENU  # noqa: E402
from data_access.loading import load_files, on_disk  # noqa: E402
from data_access.store import connect  # noqa: E402

SIZES = {"1366": {"width": 1366, "height": 768}, "390": {"width": 390, "height": 844}}
SEEN = """() => {
  const main = document.querySelector('[data-testid=stMain]'), inView = (box) => box.width && box.height && box.top < innerHeight && box.bottom > 0;
  const shown = (node) => node.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
  const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT); let words = 0;
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const parent = node.parentElement; if (parent.closest('svg, style, script') || !shown(parent)) continue;
    const range = document.createRange(); range.selectNodeContents(node);
    if (inView(range.getBoundingClientRect())) words += node.nodeValue.split(/\\s+/).filter(Boolean).length;
  }
  const controls = [...main.querySelectorAll('button, a[href], input:not([type=hidden]), textarea, summary')].filter((one) => shown(one) && inView(one.getBoundingClientRect())
    && !one.matches('[tabindex="-1"]') && !one.closest('.table-frame thead'));
  return [words, controls.length]; }"""


def first_screens(window, address: str) -> None:
    paths = [path for pages in MENU.values() for name, _, path in pages if may_open(HERE, name)]
    for path in paths:
        counts = []
        for viewport in SIZES.values():
            page = window.new_page()
            page.set_viewport_size(viewport)
            page.goto(f"{address}/{path}")
            serving.settle(page)
            counts.append(page.evaluate(SEEN))
            page.close()
        said = "; ".join(
            f"{size}: {words} words, {controls} controls"
            for size, (words, controls) in zip(SIZES, counts, strict=True)
        )
        print(f"/{path:<22} {said}", flush=True)


def menu(page: Page, name: str) -> None:
    page.get_by_role("link", name=name, exact=True).first.click()


def stand(page: Page) -> int:
    page.locator("h1.answer").wait_for()
    return 0


def lagging(page: Page) -> int:
    menu(page, "Đơn vị chậm")
    page.locator(".behind-told > summary").first.click()
    page.locator(".behind-told[open] .behind-evidence").first.wait_for()
    return 2


def one_unit(page: Page) -> int:
    page.get_by_label("Tìm đơn vị").fill("so noi vu")
    page.get_by_label("Tìm đơn vị").press("Enter")
    page.locator("table.area").wait_for()
    return 2


def checked(page: Page) -> int:
    menu(page, "Nhập số liệu")
    page.locator("input[type=file]").first.set_input_files(
        {"name": "ket-qua.csv", "mimeType": "text/csv", "buffer": b"unit,criterion,year,value\nSNV,T1,2024,4\n"}
    )  # fmt: skip
    page.locator(".note, .problems, .entry").first.wait_for()
    return 2


def not_filed(page: Page) -> int:
    menu(page, "Theo dõi nộp báo cáo")
    page.wait_for_function("document.querySelector('h1.answer')?.innerText.includes('báo cáo')")
    return 1


def slides(page: Page) -> int:
    menu(page, "Trình chiếu")
    page.locator("a.deck-file").wait_for()
    return 2


TASKS: dict[str, Callable[[Page], int]] = {
    "a where we stand, which way": stand,
    "b who lags, how sure, why, who answers": lagging,
    "c one unit": one_unit,
    "d a file checked": checked,
    "e who has not filed": not_filed,
    "f the slides open": slides,
}


def tasks(window, address: str) -> None:
    for name, task in TASKS.items():
        page = window.new_page()
        page.set_viewport_size(SIZES["1366"])
        page.set_default_timeout(serving.PATIENCE)
        page.goto(address)
        if task is not stand:
            serving.settle(page)
        start = time.perf_counter()
        presses = task(page)
        print(f"{name:<40} {presses} presses, {time.perf_counter() - start:.1f} s", flush=True)
        page.close()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/store.sqlite"
        with connect(url) as store:
            plan = load_plan(sample_data.PLAN).as_data()
            load_files(store, plan, on_disk(sample_data.files()), who="đo")
        with serving.gated(DATABASE_URL=url) as address, sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=serving.CHROMIUM, args=serving.FLAGS)
            window = browser.new_context(locale="vi-VN")
            first_screens(window, address)
            tasks(window, address)


if __name__ == "__main__":
    main()
