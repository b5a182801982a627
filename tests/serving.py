"""A real server and a real browser for tests and measurements."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
HEADLESS = shutil.which("chromium-headless-shell") or CHROMIUM
"""The same browser without what only a person sees of it, where it is installed: a page load of a test costs a sixth less."""
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--process-per-site",  # pages of one window share a process, so a script is compiled for the first alone
]
BRIEF = [*FLAGS, "--js-flags=--max-optimized-bytecode-size=0,--no-maglev"]
"""For tests, whose pages do not live long enough to earn back what optimising their scripts costs; whoever measures speed takes `FLAGS`."""
PATIENCE = 180_000
"""Milliseconds to wait for what must come at all: a ceiling for a machine that hangs, never a measure of speed."""
SETTLED = "[data-testid=stApp][data-test-script-state=notRunning]"


@contextmanager
def served(script: Path, **environment: str) -> Iterator[str]:
    """The address of a Streamlit server on this machine, up and healthy, with these settings in its environment."""
    with _running(
        lambda port: [
            "streamlit",
            "run",
            str(script),
            "--server.port",
            str(port),
            "--server.headless",
            "true",
        ],
        environment,
    ) as address:
        yield address


@contextmanager
def gated(
    port: int | None = None, settings: Sequence[str] = (), **environment: str
) -> Iterator[str]:
    """The address of the whole server, gate and all, as `run.py` starts it."""
    with _running(
        lambda port: ["dashboard.serving", "serve", f"server.port={port}", *settings],
        environment,
        port,
    ) as address:
        yield address


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextmanager
def _running(
    module: Callable[[int], list[str]], environment: dict[str, str], port: int | None = None
) -> Iterator[str]:
    port = port or free_port()
    server = started(module(port), **environment)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(address, server)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=PATIENCE / 1000)


def started(module: Sequence[str], **environment: str) -> subprocess.Popen:
    """A module of the program in a process of its own, with these settings in its environment."""
    return subprocess.Popen(
        [sys.executable, "-m", *module],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "DASHBOARD_BACKUPS": "", **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def wait_for(address: str, server: subprocess.Popen) -> None:
    until = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=10)
            return
        except OSError:
            if server.poll() is not None:
                raise RuntimeError("the server ended before it answered") from None
            time.sleep(0.25)
    raise RuntimeError("the server did not answer")


@contextmanager
def window_of(browser, **given: object) -> Iterator[object]:
    """A window whose pages share what one of them has fetched and compiled.

    An empty page at this machine's address stays open in it: the process of the site, and with it the compiled scripts, would go with the last page.
    """
    opened = browser.new_context(locale="vi-VN", **given)
    stays = opened.new_page()
    stays.route("**/*", lambda asked: asked.fulfill(body=""))
    stays.goto("http://127.0.0.1/")
    yield opened
    opened.close()


def settle(page) -> None:
    """Wait until for half a second the script has run, nothing is greyed or moving, the page speaks Vietnamese, every chart has its words and every chart in view is drawn."""
    page.wait_for_selector(SETTLED, timeout=PATIENCE)
    page.wait_for_function(AT_REST, arg=SETTLED, timeout=PATIENCE, polling=100)


AT_REST = """settled => {
  const rests = document.querySelector(settled) && document.documentElement.lang === 'vi' && !document.querySelector('[data-stale=true]')
    && document.getAnimations().every(one => one.playState !== 'running' || one.effect.getComputedTiming().endTime === Infinity)
    && [...document.querySelectorAll('.plot')].every(one => {
      const box = one.getBoundingClientRect();
      return one.querySelector('.plot-drawing').ariaLabel && (box.top > innerHeight || box.bottom < 0 || one.dataset.drawn) });
  if (!rests) { delete window.restsSince; return false }
  window.restsSince ??= performance.now();
  return performance.now() - window.restsSince > 500 }"""
