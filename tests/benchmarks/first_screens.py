"""What a reader meets first: python tests/benchmarks/first_screens.py. Words and controls on the first screen of every page, presses, words read and seconds of six tasks. A measurement, not a test.

The tasks are those of a councillor (where we stand; who lags and why; one unit), of the secretariat (who has not filed, and the letter; what lacks before
sealing) and of the hall (the slides). Presses are of a person who knows the way; typing a name is one. Words are those of the first sentence and of what holds
the answer; seconds are the machine's, to the answer on screen.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

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


class Reached(NamedTuple):
    """The presses it took, and the place that holds the answer beside the page's first sentence."""

    presses: int
    holds: str = ""


def menu(page: Page, name: str) -> None:
    page.get_by_role("link", name=name, exact=True).first.click()


def stand(page: Page) -> Reached:
    page.locator("h1.answer").wait_for()
    return Reached(0)


def lagging(page: Page) -> Reached:
    menu(page, "Đơn vị chậm")
    page.locator(".behind-row").first.wait_for()
    return Reached(1, ".behind-row >> nth=0")


def one_unit(page: Page) -> Reached:
    page.get_by_label("Tìm đơn vị").fill("so noi vu")
    page.get_by_label("Tìm đơn vị").press("Enter")
    page.locator("table.area").wait_for()
    return Reached(2)


def not_filed(page: Page) -> Reached:
    menu(page, "Theo dõi nộp báo cáo")
    with page.expect_download():
        page.get_by_role("button", name="Tải công văn (Word)").click()
    return Reached(2, "[data-testid=stHtml]:has-text('Chưa nộp:') >> nth=0")


def before_sealing(page: Page) -> Reached:
    menu(page, "Cuộc họp")
    page.get_by_role("tab", name="1. Đủ số liệu").wait_for()
    return Reached(1, "ol:has-text('Đủ số liệu') >> nth=0")


def slides(page: Page) -> Reached:
    menu(page, "Trình chiếu")
    with page.context.expect_page() as opened:
        page.get_by_text("Mở trình chiếu", exact=True).click()
    opened.value.close()
    return Reached(2)


TASKS: dict[str, Callable[[Page], Reached]] = {
    "a where we stand, which way": stand,
    "b who lags, how sure, why, who answers": lagging,
    "c one unit and against like units": one_unit,
    "d which reports are missing, the letter": not_filed,
    "e what lacks before the figures are sealed": before_sealing,
    "f the slides start": slides,
}


def words_read(page: Page, reached: Reached) -> int:
    """Words of the page's first sentence and of what else holds the answer."""
    said = [page.locator("h1.answer").first.inner_text()]
    if reached.holds:
        said.append(page.locator(reached.holds).inner_text())
    return sum(any(map(str.isalnum, word)) for word in " ".join(said).split())


def tasks(window, address: str) -> None:
    for name, task in TASKS.items():
        page = window.new_page()
        page.set_viewport_size(SIZES["1366"])
        page.set_default_timeout(serving.PATIENCE)
        page.goto(address)
        if task is not stand:
            serving.settle(page)
        start = time.perf_counter()
        reached = task(page)
        seconds = time.perf_counter() - start
        words = words_read(page, reached)
        print(f"{name:<44} {reached.presses} presses, {words} words, {seconds:.1f} s", flush=True)
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
