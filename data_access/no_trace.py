"""What was overwritten or deleted in a database goes from its files too."""

from collections.abc import Iterable
from contextlib import closing

import sqlalchemy as sa

from data_access.store.driver_errors import named_errors


def leave_no_trace(engine: sa.Engine, tables: Iterable[str], *, long_ago: bool = False) -> None:
    """Write these tables anew, so that no file holds what stood in them. A SQLite file whose rows went under `secure_delete` has only its journal left to empty; `long_ago`: they went without it, so the whole file is written anew. Errors: `DatabaseError`."""
    with named_errors(engine):
        if engine.dialect.name == "sqlite":
            with closing(engine.raw_connection()) as raw:
                if long_ago:
                    raw.execute("VACUUM")
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql(f"VACUUM FULL {', '.join(tables)}")
