"""From a press or a link to the painted page, told by the page itself: when the last thing in view that shows figures was changed and its frame painted.

The same for every peer: no waiting of the driver, no asking again and again is counted in.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import serving
from playwright.sync_api import BrowserContext, Page

QUIET = 800
"""Milliseconds without any change of figures after which a page counts as painted."""
WATCH = """(() => {
  const SHOWS = "h1.answer, .plot, .js-plotly-plot, table, .behind-row, [data-testid=stHtml]", changed = new Set(), seen = new Map();
  let asked = false;
  window.lastPainted = () => Math.max(-1, ...[...seen].filter(([node]) => { const box = node.isConnected && node.getBoundingClientRect(); return box && box.height && box.top < innerHeight && box.bottom > 0; }).map(([, at]) => at));
  window.quietFor = () => performance.now() - Math.max(0, ...seen.values());
  const frame = new MessageChannel();
  frame.port1.onmessage = () => { asked = false; const at = performance.now(); changed.forEach((node) => seen.set(node, at)); changed.clear(); };
  const note = (node) => { const one = node.nodeType === 1 ? node : node.parentElement, shows = one?.closest(SHOWS) ?? one?.querySelector(SHOWS); if (shows) changed.add(shows); };
  new MutationObserver((records) => {
    for (const record of records) {
      if (record.type === "attributes" && !record.target.closest("svg")) continue;
      note(record.target); record.addedNodes.forEach(note);
    }
    if (changed.size && !asked) { asked = true; requestAnimationFrame(() => frame.port2.postMessage(0)); }
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  for (const kind of ["pointerdown", "change"]) document.addEventListener(kind, () => { window.pressedAt = performance.now(); }, true);
})()"""
RESTED = """quiet => document.querySelector('h1.answer')?.innerText && window.quietFor() > quiet"""
DRAWN = """() => document.querySelectorAll('.js-plotly-plot .main-svg').length && document.title !== 'Updating...' && document.title !== '…'"""
ANSWER = "() => document.querySelector('h1.answer')?.innerText ?? ''"


class Screen(NamedTuple):
    """A page that is measured: its address, how a year is pressed on it, how it is known to rest."""

    name: str
    address: str
    press: Callable[[Page, str], None]
    settle: Callable[[Page], None]

    def opened(self, window: BrowserContext) -> tuple[Page, float]:
        """The page, open and at rest, and the milliseconds from the link to the last paint in view."""
        page = window.new_page()
        page.set_default_timeout(serving.PATIENCE)
        page.add_init_script(WATCH)
        page.goto(self.address, wait_until="commit")
        self._rest(page)
        return page, page.evaluate("() => window.lastPainted()")

    def choose(self, page: Page, year: str) -> float:
        """Milliseconds from the press on a year to the last paint in view."""
        before = page.evaluate(ANSWER)
        self.press(page, year)
        page.wait_for_function(
            "before => document.querySelector('h1.answer')?.innerText !== before",
            arg=before,
            polling=50,
        )
        self._rest(page)
        return page.evaluate("() => window.lastPainted() - window.pressedAt")

    def _rest(self, page: Page) -> None:
        self.settle(page)
        page.wait_for_function(RESTED, arg=QUIET, polling=100)


def all_drawn(page: Page) -> None:
    """Wait until a twin's charts are there and nothing is asked for (the floor and Dash say so in their titles)."""
    page.wait_for_function(DRAWN, polling=100)


def by_select(page: Page, year: str) -> None:
    page.get_by_role("combobox").first.select_option(year)


def by_dash(page: Page, year: str) -> None:
    page.locator("#year").click()
    page.get_by_role("option", name=year).first.click()


def by_ours(page: Page, year: str) -> None:
    page.get_by_role("combobox", name="Năm, mốc").click()
    page.get_by_role("option", name=year).first.click()
