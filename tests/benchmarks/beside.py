"""The program beside a Dash twin of Tổng quan and beside the floor, in turns on one machine: python tests/benchmarks/beside.py DASH_PYTHON [UNITS [ROUNDS]]. A measurement, not a test.

DASH_PYTHON: the Python of an environment with `tests/benchmarks/requirements.txt`. Without UNITS (or 0) on the sample data, else on a made-up province of so many (7 years × 12 criteria).
Every round opens each page in a browser that has nothing, again in one that has its files, chooses three years for the first time (the program's: after a change of data, once somebody has looked and its server rests) and
again. So a busy machine hurts all alike: what counts are the ratios, medians over the rounds of what one round gave.
"""

from __future__ import annotations

import datetime as dt
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(Path(__file__).parent)]

import beside_table  # noqa: E402
import changed_data  # noqa: E402
import first_page  # noqa: E402
import importing  # noqa: E402
import peers  # noqa: E402
import psutil  # noqa: E402
import serving  # noqa: E402
import twin_figures  # noqa: E402
from painted import Screen, all_drawn, by_dash, by_ours, by_select  # noqa: E402
from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402
from raw_page import RawPage  # noqa: E402
from watched import Watched, tree, watched  # noqa: E402

from data_access.store import connect  # noqa: E402

YEARS = ("2024", "2023", "2025")
OURS = {
    "Tổng quan": "",
    "Xếp hạng": "xep-hang",
    "Xu hướng": "xu-huong",
    "Đơn vị chậm": "don-vi-cham",
}
ANSWERS_OF_DASH = ("/", "/_dash-layout", "/_dash-dependencies")
SESSIONS = 40
REST, LONGEST = 0.03, 300.0  # seconds of CPU in a second under which a server rests; to wait for it


class Peer(NamedTuple):
    """A page that is measured and the server behind it; `url`: the program's store, '' for the others."""

    screen: Screen
    server: Watched
    url: str = ""


class Cost(NamedTuple):
    """What a choice of a year took: milliseconds, seconds of the server's and of the browser's CPU."""

    ms: float
    server: float
    browser: float


def rests(server: Watched) -> None:
    """Wait until the server has nothing more to do."""
    until = time.monotonic() + LONGEST
    while time.monotonic() < until:
        before = server.worked()
        time.sleep(1)
        if server.worked() - before < REST:
            return


def of_browser() -> float:
    """Seconds of CPU of the browser that this process has started."""
    own = [one for one in tree(psutil.Process()) if "chrom" in one.name()]
    return sum(sum(one.cpu_times()[:2]) for one in own)


def choices(peer: Peer, page: Page) -> Cost:
    """The medians of choosing each of the years once."""
    costs = []
    for year in YEARS:
        server, browser = peer.server.worked(), of_browser()
        ms = peer.screen.choose(page, year)
        costs.append(Cost(ms, peer.server.worked() - server, of_browser() - browser))
    return Cost(*(statistics.median(part) for part in zip(*costs, strict=True)))


def looked_at(peer: Peer, browser: Browser) -> dict[str, float]:
    """One reader's way: first load, second visit, each year for the first time and again."""
    with window_of(browser) as window:
        page, first_load = peer.screen.opened(window)
        page.close()
        page, second_visit = peer.screen.opened(window)
        if peer.url:
            changed_data.one_value(peer.url)
            with RawPage(peer.server.address) as somebody:
                somebody.run()
            rests(peer.server)
        first, again = choices(peer, page), choices(peer, page)
    return {
        "first load": first_load,
        "second visit": second_visit,
        **{f"{what}, first": value for what, value in first._asdict().items()},
        **{f"{what}, again": value for what, value in again._asdict().items()},
    }


def on_the_line(peer: Peer, browser: Browser) -> dict[str, float]:
    """kB that came over the line for the first load, for a year that the page has not shown, and for one that it has."""
    with peers.Line(peer.server.address) as line, window_of(browser) as window:
        address = peer.screen.address.replace(peer.server.address, line.address)
        screen = peer.screen._replace(address=address)
        page, _ = screen.opened(window)
        counts = [line.received]
        for _ in range(2):
            for year in YEARS:
                screen.choose(page, year)
            counts.append(line.received)
    opened, first, again = counts
    return {
        "kB, load": opened / 1000,
        "kB, first": (first - opened) / 1000 / len(YEARS),
        "kB, again": (again - first) / 1000 / len(YEARS),
    }


@contextmanager
def window_of(browser: Browser) -> Iterator:
    """A window of a browser that has nothing yet."""
    window = browser.new_context(locale="vi-VN", viewport={"width": 1366, "height": 768})
    yield window
    window.close()


def session(peer: Peer) -> float:
    """MB that the server holds for each further reader."""
    if peer.url:
        return first_page.session(peer.server)
    paths = ANSWERS_OF_DASH if peer.screen.name == "Dash" else ("/",)
    before = peer.server.memory()
    for _ in range(SESSIONS):
        peers.asked(peer.server.address, paths)
    return (peer.server.memory() - before) / SESSIONS


@contextmanager
def everybody(python: str, url: str, folder: Path, told: dict[str, float]) -> Iterator[list[Peer]]:
    """The floor, Dash and the program, each on a server of its own; what the program's start took is told."""
    figures = folder / "of the twins"
    figures.mkdir()
    twin_figures.write(url, figures, YEARS)
    with ExitStack() as running:
        floor = running.enter_context(peers.floor(figures, folder))
        dash = running.enter_context(peers.dash(python, figures))
        began = time.perf_counter()
        ours = running.enter_context(watched(url, folder / "loaded"))
        told["server ready, s"] = time.perf_counter() - began
        told["server ready, s of CPU"] = ours.worked()
        yield [
            Peer(Screen("floor", floor.address, by_select, all_drawn), floor),
            Peer(Screen("Dash", dash.address, by_dash, all_drawn), dash),
            *(
                Peer(Screen(name, f"{ours.address}/{path}", by_ours, serving.settle), ours, url)
                for name, path in OURS.items()
            ),
        ]


Found = dict[str, dict[str, list[float]]]
"""Page → measure → one value a round."""


def measured(everyone: list[Peer], browser: Browser, rounds: int, told: dict[str, float]) -> Found:
    """Everything, in the order in which none disturbs another; what is measured of the program alone is told."""
    found: Found = defaultdict(lambda: defaultdict(list))
    overview = next(one for one in everyone if one.url)
    begun(overview, browser, told)
    for one in everyone:
        rests(one.server)
        found[one.screen.name]["MB at rest"].append(one.server.memory())
    for number in range(rounds):
        first = number % len(everyone)
        for one in everyone[first:] + everyone[:first]:
            looked = looked_at(one, browser)
            note(found, one, looked)
            said = ", ".join(f"{what} {value:.2f}" for what, value in looked.items())
            print(f"round {number + 1}, {one.screen.name}: {said}", file=sys.stderr, flush=True)
    for one in everyone:
        note(found, one, on_the_line(one, browser))
    seen(overview, browser, told)
    for one in everyone[:3]:
        note(found, one, {"MB a session": session(one)})
    return found


def note(found: Found, peer: Peer, values: Mapping[str, float]) -> None:
    for what, value in values.items():
        found[peer.screen.name][what].append(value)


def begun(overview: Peer, browser: Browser, told: dict[str, float]) -> None:
    """The first page of a server that has just started."""
    with window_of(browser) as window:
        _, painted = overview.screen.opened(window)
        told["the first page of a server painted, s"] = painted / 1000
        told["start of the server and first page, s"] = told["server ready, s"] + painted / 1000
        told["start of the server and first page, s of CPU"] = overview.server.worked()


def seen(overview: Peer, browser: Browser, told: dict[str, float]) -> None:
    """A whole year is changed while a page is open: until a year that is then pressed is painted."""
    with window_of(browser) as window:
        page, _ = overview.screen.opened(window)
        changed_data.whole_year(overview.url, int(YEARS[-1]))
        ms = overview.screen.choose(page, YEARS[0])
        told["a whole year changed, then a year pressed on an open page, s"] = ms / 1000


def ready(url: str, units: int, told: dict[str, float]) -> None:
    """A store with the sample, loaded as a first start loads it, or with a made-up province."""
    if units:
        with connect(url) as store:
            importing.fill(store, units)
        return
    began, worked = time.perf_counter(), psutil.Process().cpu_times().children_user
    command = [sys.executable, "-m", "dashboard", "sample"]
    environment = {**os.environ, "DATABASE_URL": url, "PYTHONPATH": str(ROOT)}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    told["the sample loaded, s"] = time.perf_counter() - began
    told["the sample loaded, s of CPU"] = psutil.Process().cpu_times().children_user - worked


def main(python: str, units: str = "0", rounds: str = "7") -> None:
    subprocess.run([python, "-c", "import dash, gunicorn"], check=True)
    told: dict[str, float] = {}
    with tempfile.TemporaryDirectory(prefix="beside-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        url = f"sqlite:///{folder / 'store.sqlite'}"
        ready(url, int(units), told)
        with everybody(python, url, folder, told) as everyone, sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=serving.CHROMIUM, args=serving.FLAGS)
            found = measured(everyone, browser, int(rounds), told)
            browser.close()
    size = f"{units} units" if int(units) else "the sample data"
    print(
        f"{size}, {rounds} rounds, {dt.date.today()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n"
    )
    print(beside_table.table(found), beside_table.ratios(found, list(OURS)), sep="\n\n", end="\n\n")
    for what, value in told.items():
        print(f"{what}: {value:.2f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
