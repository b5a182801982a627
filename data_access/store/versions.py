"""At which migration a database stands, and how it is brought to the newest."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import sqlalchemy as sa

from data_access.store.engine import engine_as_it_is, snapshot, transaction
from data_access.store.errors import DatabaseNewerError

MIGRATIONS = Path(__file__).parents[1] / "migrations"
VERSIONS = "alembic_version"
"""The table in which alembic notes at which migration the others stand."""


def open_engine(url: str) -> sa.Engine:
    """An engine on a database brought to the newest version. Errors: `DatabaseError`, `DatabaseNewerError`; later `TextError` for a text that it cannot keep."""
    engine = engine_as_it_is(url)
    if version_of(engine) != newest_version():
        migrate(engine)
    return engine


def version_of(engine: sa.Engine) -> str | None:
    """Which migration the tables stand at; None in a database without any. Errors: `DatabaseNewerError` where this program does not know it."""
    with snapshot(engine) as connection:
        if not sa.inspect(connection).has_table(VERSIONS):
            return None
        number = sa.column("version_num", sa.String)
        version = connection.scalar(sa.select(number).select_from(sa.table(VERSIONS)))
    if version is not None and version not in known_versions():
        raise DatabaseNewerError("database_newer", version=version, known=newest_version())
    return version


@cache
def known_versions() -> tuple[str, ...]:
    """The migrations of this program, oldest first, by the names of their files: every start asks, and alembic would run each of them for that."""
    return tuple(sorted(one.name[:4] for one in (MIGRATIONS / "versions").glob("[0-9]*.py")))


def newest_version() -> str:
    """The newest migration of this program."""
    return known_versions()[-1]


def migrate(
    engine: sa.Engine,
    to: str = "head",
    check: Callable[[sa.Connection], None] = lambda connection: None,
) -> None:
    """Bring the tables to a version; what `check` raises undoes it. A second process that opens meanwhile waits and finds it done."""
    from alembic import command  # only an older store is brought on
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with transaction(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, to)
        check(connection)
