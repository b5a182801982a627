"""A crowd at the door: python tests/benchmarks/crowd.py [SILENT] [SESSIONS]. Half-open and slow connections, then many sessions that leave.

Prints file descriptors and memory of the server before, during and after; a measurement, not a test. Only this machine is asked.
"""

from __future__ import annotations

import os
import socket
import statistics
import sys
import tempfile
import threading
import time
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import psutil  # noqa: E402
import serving  # noqa: E402
from raw_page import RawPage  # noqa: E402

import sample_data  # noqa: E402
from dashboard.plan import load_plan  # noqa: E402
from data_access.loading import load_files, on_disk  # noqa: E402
from data_access.store import connect  # noqa: E402

LEAVE = 150  # seconds until a session that was left is forgotten


def state(server: psutil.Process, when: str) -> None:
    """One line: file descriptors and memory of the server."""
    print(
        f"{when}: {server.num_fds()} descriptors, {server.memory_info().rss / 1e6:.0f} MB",
        flush=True,
    )


def answers(address: str) -> float:
    """Seconds until the server says that it is well, the median of five."""
    taken = []
    for _ in range(5):
        start = time.perf_counter()
        urllib.request.urlopen(f"{address}/_stcore/health", timeout=60).read()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def silent(address: str, count: int) -> list[socket.socket]:
    """Connections that say nothing, half a request, or a letter now and then."""
    place = urlsplit(address)
    opened = [socket.create_connection((place.hostname, place.port)) for _ in range(count)]
    for number, one in enumerate(opened):
        one.setblocking(False)
        if number % 2:
            one.send(b"GET / HTTP/1.1\r\nHost: x\r\n")
    return opened


def closed(one: socket.socket) -> bool:
    """Whether the server has closed a connection."""
    try:
        while True:
            if one.recv(4096) == b"":
                return True
    except BlockingIOError:
        return False
    except OSError:
        return True


def visit(address: str, pages: int) -> None:
    """A session that looks at the first page and goes."""
    for _ in range(pages):
        with RawPage(address) as page:
            page.run()


def main(quiet: int, sessions: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/store.sqlite"
        with connect(url) as store:
            load_files(
                store,
                load_plan(sample_data.PLAN).as_data(),
                on_disk(sample_data.files()),
                who="đo",
            )
        port = serving.free_port()
        address = f"http://127.0.0.1:{port}"
        started = serving.started(
            ["dashboard.serving", "serve", f"server.port={port}"], DATABASE_URL=url
        )
        try:
            serving.wait_for(address, started)
            server = psutil.Process(started.pid)
            visit(address, 2)
            state(server, "begun")
            crowd = silent(address, quiet)
            print(f"with {quiet} silent: answers in {answers(address):.3f} s", flush=True)
            state(server, "crowded")
            time.sleep(30)
            print(f"after 30 s: {sum(map(closed, crowd))} of {quiet} closed by the server")
            for one in crowd:
                one.close()
            state(server, "alone again")
            each = sessions // 4
            people = [threading.Thread(target=visit, args=(address, each)) for _ in range(4)]
            for one in people:
                one.start()
            for one in people:
                one.join()
            state(server, f"after {each * 4} sessions")
            time.sleep(LEAVE)
            state(server, "left alone")
        finally:
            started.terminate()
            started.wait(timeout=60)


if __name__ == "__main__":
    given = [int(one) for one in sys.argv[1:]]
    os.nice(5)
    main(*(given + [500, 200][len(given) :]))
