"""A backup every day while the server runs, into the folder that DASHBOARD_BACKUPS names (`run.py serve` names one); DASHBOARD_BACKUPS_KEPT of them stay. With it goes what is kept of persons for too long."""

from __future__ import annotations

import datetime as dt
import logging
import os
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from dashboard.plan import clock
from dashboard.serving import serving_words as words
from dashboard.wording import mail_words
from dashboard.wording.problem_sentences import store_sentence
from data_access import backup, erasing, mail, movement_stores, movements
from data_access.store import Store, StoreError, folder_of_movement

KEPT = 30
LOOKS = 600  # seconds between two looks at the day
LOG = logging.getLogger("dashboard.backups")


class Trouble(NamedTuple):
    """What was not done at the last look: the sentence about it, and the file that is missing for it (None: names that were not erased)."""

    said: str
    missing: Path | None


FAILED: dict[str, Trouble] = {}
"""Folder of a movement's backups, or `ERASURE` → what was not done there at the last look."""
TOLD: dict[str, dt.date] = {}
"""The same → the day on which that was told by e-mail."""
ERASURE = ""


def begin(store: Store) -> None:
    """Look after the day's backup in the background, if a folder is named."""
    folder = folder_named()
    if folder:
        given = os.environ.get("DASHBOARD_BACKUPS_KEPT", "")
        kept = max(1, int(given)) if given.isdigit() else KEPT
        threading.Thread(
            target=_look_after, args=(store, folder, kept), name="backups", daemon=True
        ).start()


def folder_named() -> Path | None:
    """The folder of the daily backups; None where none are made."""
    named = os.environ.get("DASHBOARD_BACKUPS")
    return Path(named) if named else None


def _look_after(store: Store, folder: Path, kept: int) -> None:
    waits = threading.Event()
    while True:
        made(store, folder, kept)
        waits.wait(LOOKS)


def made(store: Store, folder: Path, kept: int) -> None:
    """Make the day's backup of every movement where it is not there, then erase who is gone; whatever goes wrong stands in the log and on an admin's pages, and is tried again at the next look."""
    path, again = backup.daily_path(folder, clock.today()), ERASURE in FAILED
    is_new = not path.exists()
    FAILED.clear()
    _tried(store, str(folder), path, lambda: _made_of(_program(store), folder, kept))
    if (is_new and path.exists()) or again:
        _tried(store, ERASURE, None, lambda: forget_who_is_gone(_program(store)))
    _tried(store, str(folder), path, lambda: _made_of_others(_program(store), folder, kept))


def _program(store: Store) -> Store:
    return store.acting(None, "program")


def _made_of(own: Store, folder: Path, kept: int) -> None:
    if path := backup.daily(own, folder, clock.today(), kept):
        LOG.info("backup made: %s", path)


def _made_of_others(first: Store, folder: Path, kept: int) -> None:
    """Each further movement in a folder of its own; one whose day's backup is there is not even opened, one that fails does not keep the others back."""
    for one in movements.listed(first):
        theirs = folder / folder_of_movement(one.code)
        path = backup.daily_path(theirs, clock.today())
        if not path.exists():
            deed = partial(_made_of_other, first, one.code, theirs, kept)
            _tried(first, str(theirs), path, deed)


def _made_of_other(first: Store, code: str, folder: Path, kept: int) -> None:
    with movement_stores.opened(first, code) as own:
        _made_of(own, folder, kept)


def _tried(store: Store, place: str, missing: Path | None, deed: Callable[[], object]) -> None:
    """`place`: the key of `FAILED` that a failure is noted under."""
    try:
        deed()
    except Exception as error:  # the thread must live: a full disk today is an empty one tomorrow
        is_known = isinstance(error, StoreError)
        why = store_sentence(error.code, error.fields) if is_known else repr(error)
        said = words.NO_BACKUP if missing else words.NOT_ERASED
        FAILED[place] = Trouble(said.format(folder=place, why=why), missing)
        LOG.exception("not done today: %s", place or "names erased")
        tell_by_mail(store, clock.today(), place)


def tell_by_mail(store: Store, day: dt.date, place: str) -> bool:
    """Tell whom DASHBOARD_MAIL_TO names what stands under this key of `FAILED`, once a day, where the office has named its mail server; whether an e-mail went out."""
    own = FAILED[place]
    subject = mail_words.NO_BACKUP_SUBJECT if own.missing else mail_words.NOT_ERASED_SUBJECT
    try:
        server = mail.server_of(os.environ)
        if server is None or not server.trouble_to or TOLD.get(place) == day:
            return False
        mail.send(server, server.trouble_to, subject, f"{own.said}\n")
    except mail.MailError as error:
        LOG.error("%s", mail_words.FAULTS[error.code].format(**error.fields))
        return False
    TOLD[place] = day
    _program(store).note("mail.trouble", None, None)
    return True


def forget_who_is_gone(store: Store) -> int:
    """Erase the names of who has been gone for longer than DASHBOARD_NAMES_DAYS; without that setting names stay. How many persons."""
    days = os.environ.get("DASHBOARD_NAMES_DAYS", "")
    gone = len(erasing.erase_idle(store, int(days))) if days.isdigit() and int(days) else 0
    if gone:
        LOG.info("names erased: %s", gone)
    return gone


def trouble() -> str | None:
    """What an admin is told on every page: of which movements the day's backup is missing, that names were not erased, and why."""
    if folder_named() is None:
        return None
    left = [one.said for one in FAILED.values() if not (one.missing and one.missing.exists())]
    return " ".join(left) or None
