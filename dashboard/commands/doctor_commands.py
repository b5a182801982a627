"""What an office's machine lacks, and what to do about it: python -m dashboard doctor. Changes nothing."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import shutil
import socket
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from dashboard.commands.calling import Command
from dashboard.commands.opened_stores import home
from dashboard.plan import clock
from dashboard.wording import doctor_words as words
from dashboard.wording.problem_sentences import store_sentence
from dashboard.writing import formats
from data_access import (
    account_store,
    backup,
    figures_folder,
    fingerprint,
    movement_stores,
    movements,
    old_names,
)
from data_access.store import (
    DEFAULT_URL,
    Store,
    StoreError,
    backups_folder,
    connect,
    file_of,
)

ROOM = 2 * 2**30  # bytes that should be free
PORTS = (8501, 8502)


class Found(NamedTuple):
    """One thing looked at: whether it is well, and the sentence about it."""

    well: bool
    said: str


def register(command: Command) -> None:
    """The command of this part."""
    command("doctor", do_doctor, words.HELP)


def do_doctor(_asked: argparse.Namespace) -> int:
    """Print one line for each thing; 1 if anything needs a hand."""
    found = list(looked())
    for one in found:
        print(f"{words.WELL if one.well else words.ILL} {one.said}")
    return 0 if all(one.well for one in found) else 1


def looked() -> Iterator[Found]:
    """Everything that is looked at, one after the other."""
    try:
        path = file_of(os.environ.get("DATABASE_URL") or DEFAULT_URL)
        opened = home()
    except StoreError as error:
        yield Found(False, store_sentence(error.code, error.fields))
        return
    yield Found(True, words.STORE_OPENS)
    yield from _of_store(opened)
    yield from _replica()
    backups = backups_folder(opened.engine.url)
    yield from _rights(path, backups)
    yield from _made_ahead(opened)
    yield _room(path.parent if path else Path.cwd())
    yield _backup(backups)
    yield from _movements(opened)
    yield from (_port(port) for port in PORTS)
    yield from _programs()


def _of_store(opened: Store) -> Iterator[Found]:
    in_use = account_store.in_use(opened)
    yield Found(True, words.ACCOUNTS if in_use else words.NO_ACCOUNTS)
    journal = opened.journal()
    newest = journal["at"].max().to_pydatetime() if len(journal) else None
    now = dt.datetime.now(dt.UTC)
    is_right = newest is None or newest <= now
    said = f"{now.astimezone(clock.ZONE):%H:%M} ngày {formats.date(now.astimezone(clock.ZONE))}"
    yield Found(is_right, (words.CLOCK if is_right else words.CLOCK_SLOW).format(now=said))
    yield from _old_names(opened)


def _old_names(opened: Store) -> Iterator[Found]:
    """That names of before there were codes stand in a store."""
    if names := old_names.waiting(opened):
        yield Found(False, words.OLD_NAMES.format(names=formats.count(names)))


def _replica() -> Iterator[Found]:
    """Whether the replica that is read follows this store, where one is named."""
    read_url = os.environ.get("DATABASE_READ_URL")
    if not read_url:
        return
    try:
        with connect(os.environ.get("DATABASE_URL"), read_url) as opened:
            behind = opened.replica.behind(opened.engine) if opened.replica else None
    except StoreError as error:
        yield Found(False, store_sentence(error.code, error.fields))
        return
    said = words.REPLICA_AWAY if behind is None else words.REPLICA.format(bytes=behind)
    yield Found(behind is not None, said)


def _rights(path: Path | None, backups: Path) -> Iterator[Found]:
    """Files that hold names or secrets are for their owner alone."""
    secret = path.with_name("cookie-secret") if path else None
    for one in (path, secret, Path(".streamlit/secrets.toml"), backups):
        if one is not None and one.exists() and os.name == "posix":
            open_to_others = stat.S_IMODE(one.stat().st_mode) & 0o007
            yield Found(
                not open_to_others,
                (words.OPEN if open_to_others else words.CLOSED).format(file=one),
            )


def _made_ahead(opened: Store) -> Iterator[Found]:
    """That nothing can be kept beside the store which pages would find ready."""
    folder = figures_folder.folder_of(opened)
    if folder.exists() and not figures_folder.is_own(folder):
        yield Found(False, words.NOT_OWN.format(folder=folder))


def _room(folder: Path) -> Found:
    free = shutil.disk_usage(folder).free
    return Found(free >= ROOM, words.ROOM.format(folder=folder, free=free // 2**20))


def _movements(opened: Store) -> Iterator[Found]:
    """Whether the store of each further movement opens, and whether it has a backup."""
    for one in movements.listed(opened):
        said = {"code": one.code, "name": one.name}
        try:
            with movement_stores.opened(opened, one.code) as own:
                yield Found(True, words.MOVEMENT.format(**said, store=own.name))
                yield from _old_names(own)
                folder = backups_folder(own.engine.url)
        except StoreError as error:
            reason = store_sentence(error.code, error.fields)
            yield Found(False, words.MOVEMENT_ILL.format(**said, reason=reason))
            continue
        yield _backup(folder)


def _backup(folder: Path) -> Found:
    """Today's or yesterday's backup in a folder, whole."""
    today = clock.today()
    for day in (today, today - dt.timedelta(days=1)):
        path = backup.daily_path(folder, day)
        if path.exists():
            whole = fingerprint.holds(path)
            return Found(
                bool(whole), (words.BACKUP if whole else words.BACKUP_BAD).format(file=path)
            )
    return Found(False, words.NO_BACKUP.format(folder=folder))


def _port(port: int) -> Found:
    with socket.socket() as tried:
        tried.settimeout(2)
        answers = tried.connect_ex(("127.0.0.1", port)) == 0
    return Found(True, (words.PORT_TAKEN if answers else words.PORT_FREE).format(port=port))


def _programs() -> Iterator[Found]:
    """What is asked of the machine beside Python."""
    asked: tuple[tuple[str, Callable[[], bool], str], ...] = (
        ("tesseract", lambda: shutil.which("tesseract") is not None, words.OCR),
        (
            "nginx",
            lambda: (
                shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin") is not None
            ),
            words.NGINX,
        ),
    )
    for name, is_there, else_said in asked:
        there = is_there()
        yield Found(True, words.PROGRAM.format(name=name) if there else else_said)
