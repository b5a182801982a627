"""Stores that are made once for all workers of a run, and copies of them that tests may change."""

from __future__ import annotations

import os
import sqlite3
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
import sqlalchemy as sa
from fasteners import InterProcessLock

from data_access.store import upgrading, versions

SMALL = (
    "Khối cơ quan Đảng",
    "Khối các sở, ban, ngành",
    "Cụm xã, phường số 1",
    "Cụm xã số 1",
)
"""Blocks of the sample data that have everything a page shows: units that live, ended, were merged, with awards, documents, inspections."""


def copied(url: str, path: Path) -> str:
    """The address of a SQLite file at `path` that holds what the SQLite store at `url` does."""
    with (
        closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as original,
        closing(sqlite3.connect(path)) as copy,
    ):
        original.backup(copy)
    return f"sqlite:///{path}"


@contextmanager
def database(server: str, template: str = "template1") -> Iterator[str]:
    """The address of a new database of a PostgreSQL server, which holds what the database of this name does and is gone afterwards."""
    url = created(server, template)
    yield url
    with closing(psycopg.connect(server, autocommit=True)) as admin:
        admin.execute(f"DROP DATABASE {sa.make_url(url).database} WITH (FORCE)")


def created(server: str, template: str = "template1") -> str:
    """The same, which stays as long as the server."""
    name = f"test_{uuid.uuid4().hex}"
    with closing(psycopg.connect(server, autocommit=True)) as admin:
        still = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
        admin.execute(still, (template,))  # no database in use can be copied
        admin.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    return sa.make_url(server).set(database=name).render_as_string(hide_password=False)


def made_once(path: Path, make: Callable[[Path], None]) -> Path:
    """The file at `path`, made by the first worker that asks for it; the others wait and find it whole."""
    with InterProcessLock(path.with_suffix(".lock")):
        if not path.exists():
            unfinished = path.with_suffix(".unfinished")
            make(unfinished)
            os.replace(unfinished, path)
    return path


def few_units(path: Path, units: tuple[str, ...]) -> None:
    """Leave only these units in a copy of the sample data: all ways out stay, and each costs a fraction."""
    marks = ",".join("?" * len(units))
    with closing(sqlite3.connect(path)) as store:
        for table in ("results", "unit_years", "aliases", "filings", "documents", "awards"):
            store.execute(f"DELETE FROM {table} WHERE unit NOT IN ({marks})", units)
        for table in ("inspections", "examples", "limitations", "units"):
            store.execute(f"DELETE FROM {table} WHERE unit NOT IN ({marks})", units)
        store.execute(
            f'DELETE FROM lineage WHERE "before" NOT IN ({marks}) OR "after" NOT IN ({marks})',
            units * 2,
        )
        store.commit()


def some_blocks(path: Path, blocks: tuple[str, ...] = SMALL) -> None:
    """Leave only the units of these blocks in a copy of the sample data."""
    marks = ",".join("?" * len(blocks))
    with closing(sqlite3.connect(path)) as store:
        found = store.execute(
            f"SELECT DISTINCT unit FROM unit_years WHERE block IN ({marks})", blocks
        )
        units = tuple(one for (one,) in found)
    few_units(path, units)


def tables_by_copy(migrated: Path) -> None:
    """From now on an empty SQLite file gets our tables from one that went through all steps, in this process alone; every other store still goes through them."""
    in_earnest = versions.migrate

    def migrate(engine: sa.Engine, to: str = "head", **named: Any) -> None:
        is_ours = engine.dialect.name == "sqlite" and to == "head" and not named
        if not is_ours or sa.inspect(engine).get_table_names():
            in_earnest(engine, to, **named)
            return
        with (
            closing(sqlite3.connect(migrated)) as original,
            closing(engine.raw_connection()) as copy,
        ):
            original.backup(copy.driver_connection)

    versions.migrate = upgrading.migrate = migrate
