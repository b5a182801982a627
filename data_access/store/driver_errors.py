"""What a driver of databases says, as our errors: without the password of the address, and with a code for what people can do something about."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from data_access.store.errors import DatabaseError

LOCK_NOT_AVAILABLE, DISK_FULL, READ_ONLY, TOO_LONG = "55P03", "53100", "25006", "57014"


@contextmanager
def named_errors(engine: sa.Engine) -> Iterator[None]:
    """Errors of the driver as `DatabaseError`, without the password of the address."""
    try:
        yield
    except sa.exc.TimeoutError as error:
        raise DatabaseError(
            "database_busy", url=engine.url.render_as_string(hide_password=True)
        ) from error
    except (DBAPIError, engine.dialect.loaded_dbapi.Error) as error:
        url, cause = engine.url.render_as_string(hide_password=True), getattr(error, "orig", error)
        if "database is locked" in str(cause) or getattr(cause, "sqlstate", None) in (
            LOCK_NOT_AVAILABLE,
            TOO_LONG,
        ):
            raise DatabaseError("database_busy", url=url) from error
        if "disk is full" in str(cause) or getattr(cause, "sqlstate", None) == DISK_FULL:
            raise DatabaseError("database_full", url=url) from error
        if "readonly" in str(cause) or getattr(cause, "sqlstate", None) == READ_ONLY:
            raise DatabaseError("database_read_only", url=url) from error
        if "unable to open" in str(cause):
            raise DatabaseError("database_unopenable", url=url) from error
        lost = engine.dialect.name == "postgresql" and _lost(cause)
        code = "database_unreachable" if lost else "database_failed"
        raise DatabaseError(code, url=url, reason=str(cause)) from error


def _lost(cause: Any) -> bool:
    """PostgreSQL answered nothing (no SQLSTATE), refused the sign-in, has no such database, or starts or stops."""
    return cause.sqlstate is None or cause.sqlstate[:2] in ("08", "28", "3D", "57")
