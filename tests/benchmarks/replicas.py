"""50 people read on two replicas while somebody writes and the primary is cut off: python tests/benchmarks/replicas.py [PEOPLE [SECONDS [FOLDER]]].

FOLDER: the programs of PostgreSQL (Debian's: /usr/lib/postgresql/15/bin); pgbouncer, where it is installed, stands before the replicas. A third of the way the primary
is stopped as a power cut does, ten seconds later the replica that is farthest becomes the primary. Told: answers and failures of the readers, what they cost each server of
databases, what was acknowledged and is there, how often a reading was older than one's own writing (never). A measurement, not a test.
"""

from __future__ import annotations

import asyncio
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(Path(__file__).parent)]

import load  # noqa: E402
import offices  # noqa: E402
import pandas as pd  # noqa: E402
import psycopg  # noqa: E402
import replication  # noqa: E402
import serving  # noqa: E402
from conftest import _load_sample  # noqa: E402

from data_access import backup, restoring  # noqa: E402
from data_access.store import DatabaseError, connect  # noqa: E402

WITHOUT_PRIMARY = 10.0
BOUNCER = """[databases]
dashboard = host={hosts} port={ports} dbname=dashboard user=dashboard
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {port}
auth_type = any
pool_mode = session
server_login_retry = 1
ignore_startup_parameters = options,extra_float_digits
unix_socket_dir =
logfile = {folder}/pgbouncer.log
"""


class Writer(threading.Thread):
    """Somebody who writes a figure, reads it at once, and notes what was acknowledged."""

    def __init__(self, url: str, read_url: str) -> None:
        super().__init__()
        self.store = connect(url, read_url)
        self.kept: list[int] = []
        self.refused = self.older = 0
        self.ends = threading.Event()

    def run(self) -> None:
        number = 0
        while not self.ends.wait(0.3):
            number += 1
            row = {"unit": "SNV", "criterion": "TC1", "year": 2019, "stage": "self"}
            rows = {
                "results": pd.DataFrame([{**row, "value": float(number % 5), "note": f"{number}"}])
            }
            try:
                self.store.save(rows, file=f"{number}", content=f"{number}".encode(), who="đo")
            except DatabaseError:
                self.refused += 1
                continue
            self.kept.append(number)
            try:
                self.older += str(number) not in set(self.store.imports()["file"])
            except DatabaseError:
                self.refused += 1


@contextmanager
def bouncer(cluster: replication.Cluster, folder: Path) -> Iterator[str]:
    """The address of the replicas, through pgbouncer where there is one."""
    program, replicas = shutil.which("pgbouncer", path="/usr/sbin:/usr/bin"), cluster.servers[1:]
    if program is None:
        yield cluster.reading
        return
    port, own, user = serving.free_port(), folder / "pgbouncer", replication.servant()
    folder.chmod(0o755)
    own.mkdir()
    if user:
        shutil.chown(own, user)
    settings = own / "pgbouncer.ini"
    settings.write_text(
        BOUNCER.format(
            hosts=",".join("127.0.0.1" for _ in replicas),
            ports=",".join(str(one.port) for one in replicas),
            port=port,
            folder=own,
        )
    )
    running = subprocess.Popen([program, str(settings)], user=user, stderr=subprocess.DEVNULL)
    url = f"postgresql://dashboard@127.0.0.1:{port}/dashboard"
    try:
        answers(url)
        yield url
    finally:
        running.terminate()
        running.wait(timeout=20)


def answers(url: str) -> None:
    """Wait until it answers. Errors: that of the last try, after a minute: a bouncer that is not there would only send every read to the primary."""
    for left in range(60, -1, -1):
        try:
            return psycopg.connect(url).close()
        except psycopg.OperationalError:
            if not left:
                raise
            time.sleep(1)
    return None


def filled(url: str, folder: Path) -> str:
    """The sample data with a published year in this database; the token of a member's session."""
    _load_sample(folder / "sample.sqlite")
    sample = f"sqlite:///{folder / 'sample.sqlite'}"
    offices._publish(sample, (2022, 2025))
    with connect(sample) as made:
        backup.backup(made, folder / "backup.sqlite")
    with connect(url) as store:
        restoring.restore(store, folder / "backup.sqlite")
        return offices.signed_in(store, "dai-bieu", frozenset({"member"}))


def reads(server: replication.Server) -> int:
    """Rows that this server has read since it started."""
    asked = "SELECT tup_returned FROM pg_stat_database WHERE datname = 'dashboard'"
    return int(server.ask(asked))


async def cut(cluster: replication.Cluster, seconds: float, before: dict[int, int]) -> None:
    """The primary goes, and a replica takes its place."""
    await asyncio.sleep(seconds)
    primary, *replicas = cluster.servers
    before |= {one.port: reads(one) for one in cluster.servers}
    primary.stop()
    print("the primary is gone", flush=True)
    await asyncio.sleep(WITHOUT_PRIMARY)
    await asyncio.to_thread(max(replicas, key=received).promote)
    print("another one is the primary", flush=True)


def received(server: replication.Server) -> int:
    return int(server.ask("SELECT pg_last_wal_receive_lsn() - '0/0'::pg_lsn"))


async def trial(front, cluster, people: int, seconds: float, before: dict[int, int]):
    """The readers and the cut, at once."""
    told, _ = await asyncio.gather(
        load.people(front, people, seconds), cut(cluster, seconds / 3, before)
    )
    return told


class Server:
    """What a reader of `load` needs to know of a server."""

    def __init__(self, address: str, cookie: str) -> None:
        self.address, self.cookie, self.tls = address, cookie, None


def main(people: int, seconds: float, programs: Path | None) -> None:
    with (
        tempfile.TemporaryDirectory(dir="/tmp") as name,
        replication.cluster(2, programs) as cluster,
        bouncer(cluster, Path(name)) as reading,
    ):
        folder = Path(name)
        for one in cluster.servers:
            one.ask("ALTER SYSTEM SET synchronous_standby_names = 'ANY 1 (*)'")
            one.ask("SELECT pg_reload_conf()")
        cookie = filled(cluster.writing, folder)
        start = {one.port: reads(one) for one in cluster.servers}
        writer, before = Writer(cluster.writing, reading), {}
        settings = {"DATABASE_URL": cluster.writing, "DATABASE_READ_URL": reading}
        secret = {"STREAMLIT_SERVER_COOKIE_SECRET": secrets.token_hex()}
        with serving.gated(**settings, **secret) as address:
            writer.start()
            front = Server(address, cookie)
            taken, failures = asyncio.run(trial(front, cluster, people, seconds, before))
            writer.ends.set()
            writer.join()
        files = set(writer.store.imports()["file"])
        lost = [one for one in writer.kept if str(one) not in files]
        answers = [one for each in taken.values() for one in each]
        print(f"{people} people, {len(answers)} answers, {len(failures)} failures {failures[:3]}")
        print(
            f"written {len(writer.kept)}, lost {len(lost)}, refused {writer.refused}, older than one's own writing {writer.older}"
        )
        print("rows read before the cut:", [before[one] - start[one] for one in before])
        print("rows read at the end:", [reads(one) for one in cluster.servers[1:]])
        writer.store.close()


if __name__ == "__main__":
    given = sys.argv[1:]
    os.nice(1)
    main(
        int(given[0]) if given else 50,
        float(given[1]) if given[1:] else 120.0,
        Path(given[2]) if given[2:] else None,
    )
