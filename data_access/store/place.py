"""Where a store is: its default beside the program, the name that people read, the folder of its backups."""

from __future__ import annotations

import os
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError

from data_access.store.errors import DatabaseError

PROGRAM = Path(__file__).resolve().parents[2]
DEFAULT_URL = f"sqlite:///{PROGRAM / 'data' / 'dashboard.sqlite'}"


def absolute(url: sa.URL) -> sa.URL:
    """The address with a SQLite file that does not hang on the working folder: a relative one stands beside the program."""
    if url.drivername != "sqlite" or url.database in (None, "", ":memory:"):
        return url
    return url.set(database=str(PROGRAM / str(url.database)))


def sqlite_file(url: sa.URL) -> Path:
    """The file of a SQLite address. Errors: `ValueError` where it names none."""
    if not url.database:
        raise ValueError(url)
    return Path(url.database)


def place_name(url: sa.URL) -> str:
    """What people may read of an address: the whole path of the file, or server and database without user and password."""
    if url.drivername == "sqlite":
        return str(url.database)
    named = url.normalized_query.get("host", ()) if not url.host else ()
    port = f":{url.port}" if url.port else ""
    return f"PostgreSQL {', '.join(named) or (url.host or 'localhost') + port}/{url.database}"


def place_of(url: str | None) -> str:
    """The same for the text of an address, or for the default where there is none. Errors: as `parsed`."""
    return place_name(parsed(url))


def is_there(url: str | None) -> bool:
    """Whether opening this address would find a store instead of making one; a server is asked by opening it. Errors: as `parsed`."""
    place = parsed(url)
    return place.drivername != "sqlite" or Path(str(place.database)).is_file()


def file_of(url: str | None) -> Path | None:
    """The file of a SQLite store; None for a server of databases, which may serve several machines. Errors: as `parsed`."""
    place = parsed(url)
    is_file = place.get_backend_name() == "sqlite" and place.database
    return Path(str(place.database)) if is_file else None


def password_of(url: str | None) -> str:
    """The password in an address; '' if there is none. Errors: as `parsed`."""
    return str(parsed(url).password or "")


def parsed(url: str | None) -> sa.URL:
    """The address in its parts, the default where there is none. Errors: `DatabaseError` for what is no address."""
    try:
        return absolute(sa.make_url(url or DEFAULT_URL))
    except ArgumentError as error:
        raise DatabaseError("database_url", url=url) from error


def backups_folder(url: sa.URL) -> Path:
    """Where backups of this store go: DASHBOARD_BACKUPS, else `backups` beside its file, or beside the program's own data."""
    named = os.environ.get("DASHBOARD_BACKUPS")
    if named:
        return Path(named)
    home = Path(str(url.database)).parent if url.drivername == "sqlite" else PROGRAM / "data"
    return home / "backups"
