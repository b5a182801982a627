"""The app on a screen without a browser."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import worked_out
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest, local_script_runner
from streamlit.testing.v1.element_tree import Element
from streamlit.util import calc_hash

from dashboard.serving import years_ahead
from dashboard.ui import every_year, frame_menu, made_ahead

ROOT = Path(__file__).resolve().parents[1]
APP = ROOT / "dashboard" / "app.py"
PATIENCE = 600
"""Seconds for one run of a page: a ceiling for a machine that hangs, never a measure of speed."""

# Every AppTest reads the metadata of all installed packages anew (a quarter of a second); they are the same all along.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)

# An AppTest looks every millisecond whether its page has ended, and each look takes the page's turn: a twentieth of all its time.
look_until_ended = local_script_runner.require_widgets_deltas


def wait_until_ended(runner: local_script_runner.LocalScriptRunner, timeout: float = 3) -> None:
    """The same without looking: the thread of the page is joined; what then is left to say is said as before."""
    runner._script_thread.join(timeout)
    look_until_ended(runner, min(timeout, 1))


local_script_runner.require_widgets_deltas = wait_until_ended

years_ahead.province, every_year.of_year = worked_out.province, worked_out.of_year

# After a change of data a server works out all other years ahead (`test_pages.py`); no test waits for them, so none pays for them.
made_ahead.begin = lambda: None


ADDRESSES = {name: path for pages in frame_menu.MENU.values() for name, _, path in pages}


def app(page: str = "") -> AppTest:
    """The app, not yet run: at its first page, or at the address of another, as a link opens it; so a test does not pay for a page that it does not look at."""
    opened = AppTest.from_file(str(APP), default_timeout=PATIENCE)
    if page:
        opened._page_hash = calc_hash(ADDRESSES[page])
    return opened


def tables(app: AppTest) -> list[dict]:
    """The tables on the screen as the browser is given them, and `rows` of their texts."""
    parts = map(told, app.get("bidi_component"))
    found = [one for one in parts if "heads" in one]
    return [
        {**one, "rows": [list(row) for row in zip(*one["texts"], strict=True)]} for one in found
    ]


def told(part: Element) -> dict:
    """What the browser is given of a part with a script of its own: `html` of one of links, else as its script reads it, the figure of a chart as `figure`."""
    if part.proto.json:
        return json.loads(part.proto.json)
    text = part.proto.bytes.decode()
    if part.proto.component_name == "linked":
        return {"html": text}
    head, _, figure = text.partition("\n")
    return {**json.loads(head), "figure": figure}


def first_words(app: AppTest) -> int:
    """Words in sight from the head of the page to the end of its first list or picture (title and what is drawn), without what waits folded."""
    said = []
    for one in _leaves(app.main):
        if one.type == "html":
            said.append(str(one.proto.body))
        elif one.type == "bidi_component":
            part = told(one)
            said.append(part.get("html") or f"{part.get('title', '')} {part.get('subtitle', '')}")
            break
    sight = _Sight()
    sight.feed(" ".join(said))
    return sum(any(map(str.isalnum, word)) for word in " ".join(sight.texts).split())


class _Sight(HTMLParser):
    """The texts of HTML of ours that are in sight: nothing of styles, of the line on paper, nor of a fold but its summary."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.folds: list[bool] = []
        self.hidden = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("style", "script") or ("class", "on-paper") in attrs:
            self.hidden = tag
        elif tag == "details":
            self.folds.append(False)
        elif tag == "summary":
            self.folds[-1] = True

    def handle_endtag(self, tag: str) -> None:
        if tag == self.hidden:
            self.hidden = ""
        elif tag == "details":
            self.folds.pop()
        elif tag == "summary":
            self.folds[-1] = False

    def handle_data(self, data: str) -> None:
        if all(self.folds) and not self.hidden:
            self.texts.append(data)


def _leaves(block: Any) -> Iterator[Any]:
    for one in block.children.values():
        yield from _leaves(one) if hasattr(one, "children") else [one]
