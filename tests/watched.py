"""A server of this process's making that is watched: what it costs in CPU and memory, what it has loaded."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import serving

TELLS = """
import atexit, runpy, sys
from pathlib import Path
def tell():
    pool = sys.modules["pyarrow"].default_memory_pool().backend_name
    told = [*sorted(sys.modules), f"arrow:{{pool}}"]
    Path({told!r}).write_text("\\n".join(told), encoding="utf-8")
atexit.register(tell)
sys.argv[1:] = ["serve", "server.port={port}"]
runpy.run_module("dashboard.serving", run_name="__main__", alter_sys=True)
"""
"""`python -m dashboard.serving`; at its end it writes down the modules that were loaded, and whose memory Arrow uses."""


class Watched:
    """A running server: its address and its process, with those that it has started."""

    def __init__(self, address: str, process: int) -> None:
        self.address, self.process = address, psutil.Process(process)

    def worked(self) -> float:
        """Seconds of CPU so far, user and system, those of ended processes too: nearly the same on a busy machine."""
        return sum(sum(one.cpu_times()[:4]) for one in tree(self.process))

    def memory(self) -> float:
        """MB that the server holds, what it shares with others counted by its part."""
        return sum(one.memory_full_info().pss for one in tree(self.process)) / 1e6


def tree(process: psutil.Process) -> list[psutil.Process]:
    """A process and all that it and they have started, as far as they run."""
    return [process, *process.children(recursive=True)]


@contextmanager
def watched(url: str, told: Path) -> Iterator[Watched]:
    """The whole server on this store; after the end the modules that it had loaded stand in the file `told`, one a line."""
    port = serving.free_port()
    server = subprocess.Popen(
        [sys.executable, "-c", TELLS.format(told=str(told), port=port)],
        cwd=serving.ROOT,
        env={
            "MALLOC_ARENA_MAX": "2",  # as run.py gives it
            **os.environ,
            "PYTHONPATH": str(serving.ROOT),
            "DASHBOARD_BACKUPS": "",
            "DATABASE_URL": url,
        },
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        serving.wait_for(address, server)
        yield Watched(address, server.pid)
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=serving.PATIENCE / 1000)
