"""A store of an earlier version is kept as a file before its tables are brought to today's, and counted afterwards."""

from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import sqlalchemy as sa

from data_access.store.driver_errors import named_errors
from data_access.store.engine import engine_as_it_is, snapshot, transaction
from data_access.store.errors import DatabaseError
from data_access.store.place import backups_folder
from data_access.store.versions import VERSIONS, migrate, newest_version, version_of

STEM = "truoc-nang-cap"


class Upgraded(NamedTuple):
    """What was done to an older store on opening it: from which version to which, the file that has it as it was, how many rows were found again."""

    before: str
    after: str
    kept: Path
    rows: int


def opened(url: str) -> tuple[sa.Engine, Upgraded | None]:
    """The database at its newest version, and what was done for that if it held an earlier one.

    Errors: `DatabaseError` (`upgrade_unkept`, `upgrade_mismatch`: then nothing was changed), `DatabaseNewerError`.
    """
    engine = engine_as_it_is(url)
    version, newest = version_of(engine), newest_version()
    if version == newest:
        return engine, None
    if version is None:
        migrate(engine)
        return engine, None
    kept = keep_as_it_is(engine, version)
    with snapshot(engine) as connection:
        before = _counts(connection)
    migrate(engine, check=lambda connection: _same(before, _counts(connection)))
    return engine, Upgraded(version, newest, kept, sum(before.values()))


def keep_as_it_is(engine: sa.Engine, version: str) -> Path:
    """The whole store, tables as they stand, as one SQLite file among its backups; what to go back to with the earlier program."""
    moment = f"{datetime.now(UTC):%Y%m%d-%H%M%S}"
    path = backups_folder(engine.url) / f"{STEM}-{version}-{moment}.sqlite"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing_engine(f"sqlite:///{path}") as copy:
            (_copy_file if engine.dialect.name == "sqlite" else _copy_rows)(engine, copy, version)
            with snapshot(engine) as source, snapshot(copy) as written:
                _same(_counts(source), _counts(written))
    except (OSError, DatabaseError) as error:
        if path.is_file():
            path.unlink()
        raise DatabaseError("upgrade_unkept", path=str(path), reason=str(error)) from error
    return path


class closing_engine:
    """An engine for the length of a `with`, left without a write-ahead file beside it."""

    def __init__(self, url: str) -> None:
        self.engine = engine_as_it_is(url)

    def __enter__(self) -> sa.Engine:
        return self.engine

    def __exit__(self, *_error: object) -> None:
        with closing(self.engine.raw_connection()) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")
        self.engine.dispose()


def _copy_file(engine: sa.Engine, copy: sa.Engine, _version: str) -> None:
    """Of a SQLite store everything that stands in it, tables and all, as of one moment."""
    with (
        named_errors(copy),
        closing(engine.raw_connection()) as source,
        closing(copy.raw_connection()) as destination,
    ):
        of_driver: Any = source.driver_connection
        of_driver.backup(destination.driver_connection)


def _copy_rows(engine: sa.Engine, copy: sa.Engine, version: str) -> None:
    migrate(copy, to=version)
    with snapshot(engine) as source, transaction(copy) as destination:
        _copy(source, destination)


def _copy(source: sa.Connection, destination: sa.Connection) -> None:
    """Every row of every table; both sides have the tables of one version, whatever this program's are."""
    theirs, ours = _tables(source), _tables(destination)
    for name, table in theirs.items():
        columns = [column.name for column in table.columns]
        for rows in source.execute(
            sa.select(table), execution_options={"yield_per": 1000}
        ).partitions():
            destination.execute(
                sa.insert(ours[name]), [dict(zip(columns, row, strict=True)) for row in rows]
            )


def _tables(connection: sa.Connection) -> Mapping[str, sa.TableClause]:
    """The tables as they stand in the database, parents first; their indices do not matter here."""
    inspector = sa.inspect(connection)
    names = [name for name, _ in inspector.get_sorted_table_and_fkc_names() if name]
    return {
        name: sa.table(
            name, *(sa.column(one["name"], one["type"]) for one in inspector.get_columns(name))
        )
        for name in names
        if name != VERSIONS
    }


def _counts(connection: sa.Connection) -> dict[str, int]:
    return {
        name: connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
        for name, table in _tables(connection).items()
    }


def _same(before: Mapping[str, int], after: Mapping[str, int]) -> None:
    """Every table that was there has as many rows as before."""
    for table, expected in before.items():
        if after.get(table, 0) != expected:
            raise DatabaseError(
                "upgrade_mismatch", table=table, expected=expected, found=after.get(table, 0)
            )
