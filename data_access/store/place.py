"""Where a store is: its default beside the program, the name that people read, the folder of its backups, the places of further movements."""

from __future__ import annotations

import os
import re
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError

from data_access.store.errors import DatabaseError

PROGRAM = Path(__file__).resolve().parents[2]
DEFAULT_URL = f"sqlite:///{PROGRAM / 'data' / 'dashboard.sqlite'}"
BESIDE, SCHEMA = "phong-trao-", "phong_trao_"
"""What the store of a further movement is called beside the first one: in a file's name, as a schema."""


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
    schema = f"/{schema_of(url)}" if schema_of(url) else ""
    return (
        f"PostgreSQL {', '.join(named) or (url.host or 'localhost') + port}/{url.database}{schema}"
    )


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
    """Where backups of this store go: DASHBOARD_BACKUPS, else `backups` beside its file, or beside the program's own data; those of a further movement in a folder of their own there."""
    named = os.environ.get("DASHBOARD_BACKUPS")
    home = Path(str(url.database)).parent if url.drivername == "sqlite" else PROGRAM / "data"
    folder, code = Path(named) if named else home / "backups", movement_of(url)
    return folder / folder_of_movement(code) if code else folder


def folder_of_movement(code: str) -> str:
    """The folder of a further movement's backups among those of the first one."""
    return f"{BESIDE}{code}"


def of_movement(url: sa.URL, code: str) -> sa.URL:
    """Where the store of a further movement is: a file beside that of the first one, or a schema of the same database. In: the first one's address, a code of small letters, digits and dashes.

    >>> of_movement(sa.make_url("sqlite:////srv/dashboard.sqlite"), "papi").database
    '/srv/dashboard.phong-trao-papi.sqlite'
    >>> schema_of(of_movement(sa.make_url("postgresql://db/dashboard"), "nong-thon"))
    'phong_trao_nong_thon'
    """
    if url.get_backend_name() == "sqlite":
        return url.set(database=str(file_of_movement(Path(str(url.database)), code)))
    schema = SCHEMA + code.replace("-", "_")
    return url.update_query_dict({"options": f"-c search_path={schema}"}, append=True)


def file_of_movement(home: Path, code: str) -> Path:
    """The file of a further movement beside a file of the first one, be it a store or a backup."""
    return home.with_name(f"{home.stem}.{BESIDE}{code}{home.suffix}")


def schema_of(url: sa.URL) -> str:
    """The schema of a further movement's store; '' for the first one, whose tables stand where the database puts them."""
    found = re.search(rf"search_path=({SCHEMA}\w+)", options_of(url))
    return found[1] if found else ""


def options_of(url: sa.URL) -> str:
    """What an address tells the server at the beginning of every connection, as one text."""
    return " ".join(url.normalized_query.get("options", ()))


def movement_of(url: sa.URL) -> str:
    """The code of the movement whose store this is; '' for the first one.

    >>> home = sa.make_url("sqlite:////srv/dashboard.sqlite")
    >>> movement_of(of_movement(home, "nong-thon")), movement_of(home)
    ('nong-thon', '')
    """
    if url.get_backend_name() != "sqlite":
        return schema_of(url).removeprefix(SCHEMA).replace("_", "-")
    return Path(str(url.database)).stem.partition(f".{BESIDE}")[2]
