"""A person at a screen whose presses, fields and keys are counted: what `days.py` plays the roles with."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import serving
from playwright.sync_api import Browser, Locator, Page, WebSocket
from playwright.sync_api import Error as BrowserError
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

LONGEST = 120_000
"""Milliseconds until something that does not come counts as not there."""
ENDED = (
    ForwardMsg.FINISHED_SUCCESSFULLY,
    ForwardMsg.FINISHED_WITH_COMPILE_ERROR,
    ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
)
"""How a run ends that is not followed by another at once."""
ENGLISH = re.compile(
    r"\b(the|and|file|files|browse|upload|drag|drop|search|select|choose|no results|loading|error|warning|close|open|remove|clear|add|of|your|is)\b",
    re.IGNORECASE,
)
WRITTEN = """() => {
  const texts = [], seen = (node) => node.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const parent = node.parentElement;
    if (!parent.closest('script, style, canvas, code, [data-testid=stIconMaterial]') && getComputedStyle(parent).fontSize !== '0px' && seen(parent)) texts.push(node.nodeValue);
  }
  for (const node of document.querySelectorAll('[aria-label], [placeholder], [title]'))
    if (seen(node)) texts.push(...['aria-label', 'placeholder', 'title'].map(one => node.getAttribute(one) || ''));
  return texts.map(one => one.trim()).filter(Boolean); }"""
CELL = """(grid, [column, row]) => {
  const head = [...grid.querySelectorAll('[role=columnheader]')].find(one => one.textContent.trim() === column);
  const rows = [...grid.querySelectorAll('[role=row]')].filter(one => one.querySelector('[role=gridcell]'));
  const place = rows.findIndex(one => [...one.querySelectorAll('[role=gridcell]')].some(cell => cell.textContent.trim().startsWith(row)));
  return [head ? Number(head.ariaColIndex ?? head.getAttribute('aria-colindex')) - 1 : -1, place]; }"""

IN_CELL = """(grid, [column, row]) => {
  const head = [...grid.querySelectorAll('[role=columnheader]')].find(one => one.textContent.trim() === column);
  const line = [...grid.querySelectorAll('[role=row]')].find(one => [...one.querySelectorAll('[role=gridcell]')].some(cell => cell.textContent.trim().startsWith(row)));
  return [...line.querySelectorAll('[role=gridcell]')].find(one => one.ariaColIndex === head.ariaColIndex)?.textContent.trim(); }"""


class Done(NamedTuple):
    """A task that was played: `fault` is '' where it held."""

    role: str
    task: str
    clicks: int
    fields: int
    keys: int
    seconds: float
    fault: str


class Person:
    """Somebody in a role at an own window of the browser."""

    def __init__(self, browser: Browser, address: str, role: str, pictures: Path) -> None:
        self.role, self.address, self.pictures = role, address, pictures
        self.window = browser.new_context(
            viewport={"width": 1366, "height": 768}, locale="vi-VN", accept_downloads=True
        )
        self.page: Page = self.window.new_page()
        self.page.set_default_timeout(LONGEST)
        self.page.on("pageerror", lambda error: self.odd.add(f"script: {error}"))
        self.page.on("websocket", self._hears)
        self.awaited = ""
        self.done: list[Done] = []
        self.odd: set[str] = set()
        self.clicks = self.fields = self.keys = 0

    @contextmanager
    def task(self, name: str) -> Iterator[None]:
        """What is counted together; a fault is written down with a picture and the day goes on."""
        self.clicks = self.fields = self.keys = 0
        began, fault = time.monotonic(), ""
        try:
            yield
        except (BrowserError, AssertionError, LookupError) as error:
            fault = " ".join(str(error).split())[:300] or type(error).__name__
            self.picture(f"fault-{name[:30]}")
        took = time.monotonic() - began
        self.done.append(Done(self.role, name, self.clicks, self.fields, self.keys, took, fault))
        print(*self.done[-1], sep=" | ", flush=True)

    def picture(self, name: str) -> None:
        path = self.pictures / f"{self.role}-{name.replace('/', '-').replace(' ', '_')}.png"
        self.page.set_viewport_size({"width": 1366, "height": 2600})
        self.page.wait_for_timeout(800)
        self.page.screenshot(path=path)
        self.page.set_viewport_size({"width": 1366, "height": 768})

    def _hears(self, line: WebSocket) -> None:
        """What the page asks of the server and what is answered, so that a busy machine is waited for: a run that was asked for must have begun, then ended."""
        line.on("framesent", self._asked)
        line.on("framereceived", self._answered)

    def _asked(self, told: str | bytes) -> None:
        if BackMsg.FromString(bytes(told)).WhichOneof("type") == "rerun_script":
            self.awaited = "new_session"

    def _answered(self, told: str | bytes) -> None:
        said = ForwardMsg.FromString(bytes(told))
        if said.WhichOneof("type") == self.awaited == "new_session":
            self.awaited = "script_finished"
        elif said.WhichOneof("type") == self.awaited and said.script_finished in ENDED:
            self.awaited = ""

    def settle(self) -> None:
        """Wait until every run that was asked for has ended and the page rests; what it says in English, and an error of the program, is noted."""
        until = time.monotonic() + serving.PATIENCE / 1000
        while self.awaited and time.monotonic() < until:
            self.page.wait_for_timeout(50)
        serving.settle(self.page)
        for text in self.page.evaluate(WRITTEN):
            if ENGLISH.search(text) and len(text) < 200:
                self.odd.add(f"English? {text}")
        for one in self.page.locator("[data-testid=stException]").all():
            raise AssertionError(f"the program's own error: {one.inner_text()[:200]}")

    def arrive(self, password: str) -> None:
        """Sign in at the door."""
        self.page.goto(self.address)
        for box, text in (("ten", self.role), ("mat_khau", password)):
            self.page.locator(f"input[name={box}]").fill(text)
            self.fields += 1
        self.page.get_by_role("button").first.click()
        self.clicks += 1
        self.settle()

    def goes(self, path: str) -> None:
        """Open a page by its link in the menu: one press."""
        self.press(self.page.locator(f"[data-testid=stSidebarNavLink][href$='/{path}']"))

    def press(self, what: Locator, *, settle: bool = True) -> None:
        what.first.click()
        self.clicks += 1
        if settle:
            self.page.wait_for_timeout(300)
            self.settle()

    def button(self, name: str) -> None:
        self.press(self.page.get_by_role("button", name=name, exact=True))

    def tab(self, name: str) -> None:
        self.press(self.page.get_by_role("tab", name=name, exact=True))

    def fill(self, label: str | Locator, text: str) -> None:
        """Type into a field and leave it, as one who goes on to the next field does."""
        box = self.page.get_by_label(label, exact=True).first if isinstance(label, str) else label
        box.click()
        box.fill(text)
        box.press("Tab")
        self.fields += 1
        self.page.wait_for_timeout(300)
        self.settle()

    def choose(self, label: str | Locator, option: str | re.Pattern[str], typed: str = "") -> None:
        """Open a list (typing a part of the name where it is long), press an option."""
        box = self.page.get_by_label(label, exact=True).first if isinstance(label, str) else label
        box.click()
        self.clicks += 1
        if typed:
            self.page.keyboard.type(typed)
            self.fields += 1
        offered = self.page.get_by_role("option").filter(has_text=option).first
        try:
            offered.wait_for(timeout=5000)
        except BrowserError:
            shown = self.page.get_by_role("listbox")
            if shown.count():  # a long list holds what is in sight alone
                shown.first.hover()
                self.page.mouse.wheel(0, 5000)
            else:  # a page that still moves closes its lists: one presses again
                box.click()
                self.clicks += 1
        self.press(offered)

    def give(self, button: Locator, file: Path) -> None:
        """Choose a file by the button: one press, one choice."""
        with self.page.expect_file_chooser() as opened:
            button.first.click()
        opened.value.set_files(file)
        self.clicks += 2
        self.page.wait_for_timeout(1500)
        self.settle()

    def key(self, *keys: str) -> None:
        for one in keys:
            self.page.keyboard.press(one)
            self.keys += 1

    def cell(self, grid: Locator, column: str, row: str, text: str) -> None:
        """Write into a cell of a table that is edited: a press on it and the text; it must stand there then."""
        self._reach(grid, column, row)
        self.page.keyboard.press("Enter")
        box = self.page.locator("#portal textarea, #portal input").first
        box.wait_for()
        box.fill(text)
        box.press("Enter")
        box.wait_for(state="detached")
        self.clicks, self.fields = self.clicks + 1, self.fields + 1
        self.page.wait_for_timeout(500)
        self.settle()
        kept = grid.evaluate(IN_CELL, [column, row])
        assert kept == text, f"{column} of {row}: typed {text}, kept {kept}"

    def _reach(self, grid: Locator, column: str, row: str) -> None:
        """Choose a cell by the keys, from the first one on."""
        grid.evaluate("node => node.scrollIntoView({ block: 'start' })")
        self.page.mouse.move(800, 500)
        self.page.mouse.wheel(0, -120)
        self.page.wait_for_timeout(600)
        box = grid.bounding_box() or {"x": 0, "y": 0}
        self.page.mouse.click(box["x"] + 40, box["y"] + 52)
        self.page.keyboard.press("Control+Home")
        self.page.wait_for_timeout(300)
        for _ in range(20):
            _, down = grid.evaluate(CELL, [column, row])
            if down >= 0:
                break
            self.page.wait_for_timeout(250)
        else:
            raise LookupError(f"no row {row}")
        for _ in range(down):
            self.page.keyboard.press("ArrowDown")
        for place in range(40):
            across, _ = grid.evaluate(CELL, [column, row])
            if 0 <= across <= place:
                return
            self.page.keyboard.press("ArrowRight")
            self.page.wait_for_timeout(60)
        raise LookupError(f"no column {column}")

    def sees(self, *texts: str) -> None:
        for text in texts:
            self.page.get_by_text(text).first.wait_for()
        self.settle()

    def table(self, *texts: str) -> None:
        """A row of some table on the page holds all of these."""
        rows = self.page.locator("tr")
        for text in texts:
            rows = rows.filter(has_text=text)
        rows.first.wait_for(state="attached")
