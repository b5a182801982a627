"""Figures that were worked out for a store, as files beside it: whole or not there, of this user alone, each with the fingerprint of what it holds.

A file bears its key in its name. What anybody else could have written, and what is damaged, is not read.
"""

import hashlib
import logging
import os
import stat
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from data_access.store import Store
from data_access.store.engine import OWN_FOLDER
from data_access.store.place import PROGRAM

LOG = logging.getLogger("dashboard.figures")
FOLDER, ENDING, UNFINISHED = "figures", ".figures", ".part"
LONGEST_WRITING = 3600.0  # seconds after which a file that is not finished never will be
DIGEST = hashlib.sha256().digest_size


def folder_of(store: Store) -> Path:
    """Where the figures of a store lie: in DASHBOARD_FIGURES, else in a folder beside its file, else beside the program's own data."""
    place, named = store.engine.url, os.environ.get("DASHBOARD_FIGURES")
    if named:
        return PROGRAM / named
    home = Path(str(place.database)).parent if place.drivername == "sqlite" else PROGRAM / "data"
    return home / FOLDER


def prepared(folder: Path) -> Path:
    """The folder, made where it is not there. Errors: `OSError`; `PermissionError` where others may write into it."""
    folder.mkdir(parents=True, exist_ok=True, mode=OWN_FOLDER)
    if not is_own(folder):
        raise PermissionError(f"{folder}: others may write here")
    return folder


def is_own(folder: Path) -> bool:
    """Whether nobody but the user of this process may have written into the folder."""
    try:
        found = folder.lstat()
    except FileNotFoundError:
        return False
    if os.name != "posix":
        return stat.S_ISDIR(found.st_mode)
    others = found.st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid() and not others


def keep(folder: Path, name: str, content: bytes) -> None:
    """Put the content there under the name, in one step. Errors: `OSError`."""
    handle, unfinished = tempfile.mkstemp(dir=folder, suffix=UNFINISHED)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content + _mark(name, content))
        Path(unfinished).replace(folder / f"{name}{ENDING}")
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)
        raise


def kept(folder: Path, name: str) -> bytes | None:
    """What was put there under the name; None where nothing was, or what is there is not what was put there, which the log is told."""
    path = folder / f"{name}{ENDING}"
    if not path.exists():
        return None
    try:
        whole = path.read_bytes() if is_own(folder) else b""
    except OSError as error:
        LOG.warning("figures not read: %s: %s", path, error)
        return None
    content, told = whole[:-DIGEST], whole[-DIGEST:]
    if whole and _mark(name, content) == told:
        return content
    LOG.warning("figures not read, worked out anew: %s is damaged or not our own", path)
    return None


def _mark(name: str, content: bytes) -> bytes:
    """What tells that this was put there under this name."""
    return hashlib.sha256(name.encode() + b"\0" + content).digest()


def is_there(folder: Path, name: str) -> bool:
    """Whether something stands under the name."""
    return (folder / f"{name}{ENDING}").is_file()


def names(folder: Path, start: str, end: str) -> list[str]:
    """The names under which something stands that begin and end so."""
    found = folder.glob(f"{start}*{end}{ENDING}")
    return sorted(path.name.removesuffix(ENDING) for path in found)


def beginning(store: Store, kind: str = "") -> str:
    """How the names of everything begin that is kept of a store; of one kind where a word for it is given."""
    return hashlib.sha256(store.name.encode()).hexdigest()[:16] + kind


def let_go(store: Store, newest: str | None = None) -> None:
    """Remove all that is kept of a store: nothing of before an erasure or an emptying stays. With `newest`, what is of its kind (up to its first hyphen) and does not begin with it. And what a process that was ended has left."""
    folder = folder_of(store)
    if not is_own(folder):
        return
    kind = beginning(store) if newest is None else f"{newest.partition('-')[0]}-"
    for path in folder.glob(f"{kind}*{ENDING}"):
        if newest is None or not path.name.startswith(newest):
            path.unlink(missing_ok=True)
    for path in folder.glob(f"*{UNFINISHED}"):
        with suppress(FileNotFoundError):  # another process has just finished it
            if path.stat().st_mtime < time.time() - LONGEST_WRITING:
                path.unlink()
