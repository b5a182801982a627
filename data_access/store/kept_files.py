"""Files as they were imported, kept under their hash."""

from typing import NamedTuple

import sqlalchemy as sa

from data_access.schema import files
from data_access.store.errors import ImportStateError


class KeptFile(NamedTuple):
    """A file as it was imported."""

    name: str
    content: bytes


def kept_file(connection: sa.Connection, sha256: str) -> KeptFile:
    """The file kept under this hash. Errors: `ImportStateError` if there is none."""
    chosen = sa.select(files.c.name, files.c.content).where(files.c.sha256 == sha256)
    kept = connection.execute(chosen).first()
    if kept is None:
        raise ImportStateError("file_unknown", sha256=sha256)
    return KeptFile(kept.name, bytes(kept.content))
