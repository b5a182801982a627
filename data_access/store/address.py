"""What the address of a store says, without opening it."""

from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError

from data_access.store.errors import DatabaseError


def file_of(url: str) -> Path | None:
    """The file of a SQLite store; None for a server of databases. Errors: `DatabaseError` for what is no address.

    >>> file_of("sqlite:///data/kho.sqlite").as_posix(), file_of("postgresql://a:b@c/d")
    ('data/kho.sqlite', None)
    """
    parsed = _parsed(url)
    is_file = parsed.get_backend_name() == "sqlite" and parsed.database
    return Path(parsed.database) if is_file else None


def password_of(url: str) -> str:
    """The password in an address; '' if there is none. Errors: `DatabaseError` for what is no address."""
    return str(_parsed(url).password or "")


def _parsed(url: str) -> sa.URL:
    try:
        return sa.make_url(url)
    except ArgumentError as error:
        raise DatabaseError("database_url", url=url) from error
