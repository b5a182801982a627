"""The fingerprint that a backup carries behind its last page: SHA-256 of all that stands before, so that one changed bit is seen."""

import hashlib
import os
from pathlib import Path

MARK = b"\nsha256:"
LENGTH = len(MARK) + 64
CHUNK = 2**20


def seal(path: Path) -> None:
    """Write the fingerprint behind the content (SQLite reads no further than its last page), and let the disk have all of it."""
    with path.open("r+b") as file:
        size = content_size(path)
        file.truncate(size)
        file.seek(size)
        file.write(MARK + _digest(path, size).encode())
        file.flush()
        os.fsync(file.fileno())


def content_size(path: Path) -> int:
    """Bytes before the fingerprint; all of them if there is none."""
    size = path.stat().st_size
    return size - LENGTH if _written(path) else size


def holds(path: Path) -> bool | None:
    """Whether the content is what was sealed; None for a file without a fingerprint."""
    written = _written(path)
    return written == _digest(path, content_size(path)) if written else None


def _written(path: Path) -> str | None:
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - LENGTH))
        end = file.read()
    return end[len(MARK) :].decode("ascii", "replace") if end.startswith(MARK) else None


def _digest(path: Path, size: int) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while size > 0:
            part = file.read(min(CHUNK, size))
            digest.update(part)
            size -= len(part)
            if not part:
                break
    return digest.hexdigest()
