"""A backup every day while the server runs, into the folder that DASHBOARD_BACKUPS names (`run.py serve` names one); DASHBOARD_BACKUPS_KEPT of them stay. With it goes what is kept of persons for too long."""

from __future__ import annotations

import datetime as dt
import logging
import os
import threading
from pathlib import Path

from dashboard.plan import clock
from dashboard.serving import serving_words as words
from dashboard.wording import mail_words
from dashboard.wording.problem_sentences import store_sentence
from data_access import backup, erasing, mail
from data_access.store import Store, StoreError

KEPT = 30
LOOKS = 600  # seconds between two looks at the day
LOG = logging.getLogger("dashboard.backups")


TOLD: dict[str, dt.date] = {}
"""The day on which a failure was told by e-mail, under `on`."""
FAILED: dict[str, str] = {}
"""What went wrong at the last look, under `why`; empty after one that went well."""


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
    """Make the day's backup if it is not there; whatever goes wrong stands in the log and on an admin's pages, and is tried again at the next look."""
    try:
        own = store.acting(None, "program")
        path = backup.daily(own, folder, clock.today(), kept)
        if path:
            LOG.info("backup made: %s", path.name)
            forget_who_is_gone(own)
        FAILED.clear()
    except Exception as error:  # the thread must live: a full disk today is an empty one tomorrow
        FAILED["why"] = (
            store_sentence(error.code, error.fields)
            if isinstance(error, StoreError)
            else repr(error)
        )
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
    if folder is None or not FAILED or backup.daily_path(folder, clock.today()).exists():
        return None
    return words.NO_BACKUP.format(folder=folder, why=FAILED["why"])
