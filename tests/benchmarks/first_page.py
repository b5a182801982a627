"""What a start costs until the first page is answered: python tests/benchmarks/first_page.py [TIMES]. CPU and memory of the server, medians; a measurement, not a test.

On a store with the sample data that is ready. CPU of the server's own process says nearly the same on a busy machine, seconds on the wall do not.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from conftest import _load_sample  # noqa: E402
from raw_page import RawPage  # noqa: E402
from watched import Watched, watched  # noqa: E402

AHEAD = 12.0  # seconds until the other years are worked out
SESSIONS = 20


def once(ready: Path, folder: Path) -> dict[str, float]:
    """One start on a copy of the store, one look at the first page, then more sessions that stay."""
    shutil.copy(ready, folder / "run.sqlite")
    with watched(f"sqlite:///{folder / 'run.sqlite'}", folder / "loaded") as server:
        found = {"ready, s of CPU": server.worked(), "ready, MB": server.memory()}
        with RawPage(server.address) as page:
            page.run()
            found |= {"first page, s of CPU": server.worked(), "first page, MB": server.memory()}
        time.sleep(AHEAD)
        found["at rest, MB"] = server.memory()
        found["a session, MB"] = session(server)
    found["modules"] = len((folder / "loaded").read_text(encoding="utf-8").split())
    return found


def session(server: Watched) -> float:
    """MB that the server holds for each further open page, once some are open."""
    with ExitStack() as opened:
        for _ in range(SESSIONS):
            opened.enter_context(RawPage(server.address)).run()
        few = server.memory()
        for _ in range(2 * SESSIONS):
            opened.enter_context(RawPage(server.address)).run()
        return (server.memory() - few) / (2 * SESSIONS)


def main(times: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _load_sample(folder / "ready.sqlite")
        runs = [once(folder / "ready.sqlite", folder) for _ in range(times)]
    for what in runs[0]:
        print(f"{what:24} {statistics.median(one[what] for one in runs):8.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
