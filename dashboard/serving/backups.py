"""A backup every day while the server runs, into the folder that DASHBOARD_BACKUPS names (`run.py serve` names one); DASHBOARD_BACKUPS_KEPT of them stay."""

from __future__ import annotations

import logging
import os
import threading
from pathlib import Path

from dashboard.plan import clock
from data_access import backup
from data_access.store import Store, StoreError

KEPT = 30
LOOKS = 600  # seconds between two looks at the day
LOG = logging.getLogger("dashboard.backups")


def begin(store: Store) -> None:
    """Look after the day's backup in the background, if a folder is named."""
    folder = os.environ.get("DASHBOARD_BACKUPS")
    if folder:
        kept = max(1, int(os.environ.get("DASHBOARD_BACKUPS_KEPT", KEPT)))
        threading.Thread(
            target=_look_after, args=(store, Path(folder), kept), name="backups", daemon=True
        ).start()


def _look_after(store: Store, folder: Path, kept: int) -> None:
    waits = threading.Event()
    while True:
        made(store, folder, kept)
        waits.wait(LOOKS)


def made(store: Store, folder: Path, kept: int) -> None:
    """Make the day's backup if it is not there; what goes wrong stands in the log and is tried again at the next look."""
    try:
        path = backup.daily(store.acting(None, "program"), folder, clock.today(), kept)
        if path:
            LOG.info("backup made: %s", path.name)
    except (OSError, StoreError) as error:
        LOG.error("no backup today: %s", error)
