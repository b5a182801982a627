"""The peers of Tổng quan as running servers: the floor (static files, nginx) and Dash (gunicorn, two workers), and a line that counts what a browser is sent."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import threading
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

import fronting
import serving
from watched import Watched

HERE = Path(__file__).parent
BUNDLE = next((serving.ROOT / "dashboard" / "static" / "plotly").glob("*.min.js"))
SITE = """gzip on; gzip_types text/javascript application/javascript application/json; gzip_min_length 500;
server {{
  types {{ text/html html; application/json json; text/javascript js; }}
  listen 127.0.0.1:{port}; root {folder}; access_log off;
  location / {{ add_header Cache-Control no-store; }}
  location = /plotly.min.js {{ gzip_static on; add_header Cache-Control "public, max-age=31536000, immutable"; }}
}}
"""


@contextmanager
def floor(figures: Path, folder: Path) -> Iterator[Watched]:
    """Static files and `Plotly.react`: less cannot be sent or drawn for the same picture."""
    port, site = serving.free_port(), folder / "floor"
    shutil.copytree(figures, site)
    shutil.copy(BUNDLE, site / "plotly.min.js")
    subprocess.run(["gzip", "-k9", site / "plotly.min.js"], check=True)
    years = sorted((one.stem for one in figures.glob("*.json")), reverse=True)
    page = (HERE / "floor.html").read_text("utf-8").replace("__YEARS__", json.dumps(years))
    (site / "index.html").write_text(page, encoding="utf-8")
    (folder / "dashboard.conf").write_text(SITE.format(port=port, folder=site))
    (folder / "nginx.conf").write_text(fronting.frame(folder))
    with _up([fronting.NGINX, "-c", folder / "nginx.conf"], port) as server:
        yield server


@contextmanager
def dash(python: str, figures: Path) -> Iterator[Watched]:
    """The twin under gunicorn, two workers, in the environment that has Dash."""
    port = serving.free_port()
    command = [python, "-m", "gunicorn", "-w", "2", "-b", f"127.0.0.1:{port}", "dash_twin:server"]
    with _up(command, port, TWIN_FIGURES=str(figures)) as server:
        yield server


@contextmanager
def _up(command: Sequence[str | Path], port: int, **environment: str) -> Iterator[Watched]:
    server = subprocess.Popen(
        command,
        cwd=HERE,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _answers(address, server)
        yield Watched(address, server.pid)
    finally:
        server.terminate()
        server.wait(timeout=serving.PATIENCE / 1000)


def _answers(address: str, server: subprocess.Popen) -> None:
    until = time.monotonic() + serving.PATIENCE / 1000
    while time.monotonic() < until:
        with suppress(OSError):
            urllib.request.urlopen(address, timeout=10)
            return
        if server.poll() is not None:
            raise RuntimeError(f"{server.args} ended before it answered")
        time.sleep(0.25)
    raise RuntimeError(f"{server.args} did not answer")


def asked(address: str, paths: Sequence[str] = ("/",), **headers: str) -> None:
    """Fetch what a browser asks for first, and drop it."""
    for path in paths:
        urllib.request.urlopen(
            urllib.request.Request(f"{address}{path}", headers=headers), timeout=60
        ).read()


class Line:
    """A line to a server: `received` are the bytes that have come back over it, as packed as they came."""

    def __init__(self, address: str) -> None:
        self.behind, self.received = urlsplit(address).port, 0
        self.door = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.door.getsockname()[1]}"

    def __enter__(self) -> Line:
        threading.Thread(target=self._answer, daemon=True).start()
        return self

    def __exit__(self, *given: object) -> None:
        self.door.shutdown(socket.SHUT_RDWR)
        self.door.close()

    def _answer(self) -> None:
        with suppress(OSError):  # the door was closed
            while True:
                caller, _ = self.door.accept()
                behind = socket.create_connection(("127.0.0.1", self.behind))
                threading.Thread(target=self._there, args=(caller, behind), daemon=True).start()
                threading.Thread(target=self._back, args=(behind, caller), daemon=True).start()

    def _there(self, caller: socket.socket, behind: socket.socket) -> None:
        with suppress(OSError):  # one side is gone
            while told := caller.recv(65536):
                behind.sendall(told)
            behind.shutdown(socket.SHUT_WR)

    def _back(self, behind: socket.socket, caller: socket.socket) -> None:
        with suppress(OSError):  # one side is gone
            while told := behind.recv(65536):
                self.received += len(told)
                caller.sendall(told)
            caller.shutdown(socket.SHUT_WR)
