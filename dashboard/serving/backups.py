"""A backup every day while the server runs, into the folder that DASHBOARD_BACKUPS names (`run.py serve` names one); DASHBOARD_BACKUPS_KEPT of them stay. With it goes what is kept of persons for too long."""

from __future__ import annotations

import datetime as dt
import logging
import os
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

from dashboard.plan import clock
from dashboard.serving import serving_words as words
from dashboard.wording import mail_words
from dashboard.wording.problem_sentences import store_sentence
from data_access import backup, erasing, mail, movement_stores, movements
from data_access.store import Store, StoreError, folder_of_movement

KEPT = 30
LOOKS = 600  # seconds between two looks at the day
LOG = logging.getLogger("dashboard.backups")


TOLD: dict[str, dt.date] = {}
"""The day on which a failure was told by e-mail, under `on`."""
FAILED: dict[str, str] = {}
"""What went wrong at the last look, under `why`, and which file is missing for it, under `missing`; empty after one that went well."""


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
    """Make the day's backup of every movement where it is not there; whatever goes wrong stands in the log and on an admin's pages, and is tried again at the next look."""
    FAILED.clear()
    _tried(store, folder, lambda: _made_of_first(store.acting(None, "program"), folder, kept))
    _tried(store, folder, lambda: _made_of_others(store.acting(None, "program"), folder, kept))


def _made_of_first(own: Store, folder: Path, kept: int) -> None:
    path = backup.daily(own, folder, clock.today(), kept)
    if path:
        LOG.info("backup made: %s", path.name)
        forget_who_is_gone(own)


def _made_of_others(first: Store, folder: Path, kept: int) -> None:
    """Each further movement in a folder of its own; one whose day's backup is there is not even opened, one that fails does not keep the others back."""
    for one in movements.listed(first):
        theirs = folder / folder_of_movement(one.code)
        if not backup.daily_path(theirs, clock.today()).exists():
            _tried(first, theirs, partial(_made_of_other, first, one.code, theirs, kept))


def _made_of_other(first: Store, code: str, folder: Path, kept: int) -> None:
    with movement_stores.opened(first, code) as own:
        if path := backup.daily(own, folder, clock.today(), kept):
            LOG.info("backup made: %s of %s", path.name, code)


def _tried(store: Store, folder: Path, deed: Callable[[], None]) -> None:
    try:
        deed()
    except Exception as error:  # the thread must live: a full disk today is an empty one tomorrow
        is_known = isinstance(error, StoreError)
        FAILED["why"] = store_sentence(error.code, error.fields) if is_known else repr(error)
        FAILED["missing"] = str(backup.daily_path(folder, clock.today()))
        LOG.exception("no backup today")
        tell_by_mail(store, clock.today(), FAILED["why"])


def tell_by_mail(store: Store, day: dt.date, why: str) -> bool:
    """Tell whom DASHBOARD_MAIL_TO names, once a day, where the office has named its mail server; whether an e-mail went out."""
    try:
        server = mail.server_of(os.environ)
        if server is None or not server.trouble_to or TOLD.get("on") == day:
            return False
        mail.send(server, server.trouble_to, mail_words.NO_BACKUP_SUBJECT, f"{why}\n")
    except mail.MailError as error:
        LOG.error("%s", mail_words.FAULTS[error.code].format(**error.fields))
        return False
    TOLD["on"] = day
    store.acting(None, "program").note("mail.trouble", None, None)
    return True


def forget_who_is_gone(store: Store) -> int:
    """Erase the names of who has been gone for longer than DASHBOARD_NAMES_DAYS; without that setting names stay. How many persons."""
    days = os.environ.get("DASHBOARD_NAMES_DAYS", "")
    gone = len(erasing.erase_idle(store, int(days))) if days.isdigit() and int(days) else 0
    if gone:
        LOG.info("names erased: %s", gone)
    return gone


def trouble() -> str | None:
    """What an admin is told on every page: that the day's backup is missing, and why."""
    folder = folder_named()
    if folder is None or not FAILED or Path(FAILED["missing"]).exists():
        return None
    return words.NO_BACKUP.format(folder=folder, why=FAILED["why"])
