"""120 people at once on two servers: each signs in, opens pages and changes the year; the share answered within two seconds.

    python tests/benchmarks/load.py [PEOPLE] [SECONDS]

Every client is a WebSocket that speaks Streamlit's own messages, without a browser; the pages are those of a member of the council. Both servers share one SQLite
store here (on one machine); what nginx adds is not measured.
"""
from __future__ import annotations

import asyncio
import datetime as dt
import os
import random
import statistics
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2])]

import serving
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect as open_socket

import sample_data
from dashboard.plan import load_plan
from data_access import accounts, loading
from data_access.store import connect

PAGES = ("", "xep-hang", "xu-huong", "don-vi-cham", "hai-long", "ho-so-don-vi")
SLOW = 2.0


async def person(address: str, cookie: str, until: float, took: list[float]) -> None:
    """One person: a page, some thought, another page."""
    await asyncio.sleep(random.random() * 10)
    async with open_socket(f"{address.replace('http', 'ws')}/_stcore/stream", origin=address, additional_headers={"Cookie": cookie}, subprotocols=["streamlit"], max_size=None, open_timeout=60) as opened:
        while time.monotonic() < until:
            asked, message = time.monotonic(), BackMsg()
            message.rerun_script.query_string = random.choice(("", "nam=2022", "nam=2021"))
            message.rerun_script.page_name = random.choice(PAGES)
            await opened.send(message.SerializeToString())
            while True:
                answer = ForwardMsg()
                answer.ParseFromString(await asyncio.wait_for(opened.recv(), 120))
                if answer.WhichOneof("type") == "script_finished":
                    break
            took.append(time.monotonic() - asked)
            await asyncio.sleep(5 + random.random() * 10)


async def measure(addresses: list[str], cookie: str, people: int, seconds: int) -> list[float]:
    took: list[float] = []
    until = time.monotonic() + seconds
    await asyncio.gather(*(person(addresses[number % len(addresses)], cookie, until, took) for number in range(people)))
    return took


def main(people: int = 120, seconds: int = 60) -> None:
    with tempfile.TemporaryDirectory() as folder, ExitStack() as running:
        url = f"sqlite:///{folder}/store.sqlite"
        store = connect(url)
        loading.load_files(store, load_plan(sample_data.PLAN).model_dump(), loading.on_disk(sample_data.files()), who="load")
        for year in range(2019, 2026):
            store.enter("published_years", who="load", year=year, step="published", on=dt.date(2026, 1, 15), meeting=None)
        first = accounts.add(store, "dai-bieu", "Đại biểu", frozenset({"member"}))
        cookie = f"dashboard_session={accounts.change_password(store, accounts.sign_in(store, 'dai-bieu', first), first, 'mot cau de nho')}"
        addresses = [running.enter_context(serving.gated(DATABASE_URL=url)) for _ in range(2)]
        asyncio.run(measure(addresses, cookie, 2, 15))  # the first of a day waits for the calculation
        took = sorted(asyncio.run(measure(addresses, cookie, people, seconds)))
        quick = sum(one <= SLOW for one in took) / len(took)
        print(f"{people} people, 2 servers, {len(took)} pages: {quick:.0%} within {SLOW:.0f} s; median {statistics.median(took):.2f} s, 95 % within {took[int(len(took) * .95)]:.2f} s; load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
