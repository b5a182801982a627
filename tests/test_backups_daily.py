"""The day's backup goes on after any failure, and an admin sees on the page that it is missing."""

from __future__ import annotations

import datetime as dt

import offices
import pytest
import serving
from raw_page import RawPage, texts

from dashboard.plan import clock
from dashboard.serving import backups
from data_access import backup, restoring
from data_access.store import connect

pytestmark = pytest.mark.slow


def test_after_a_failure_of_any_kind_the_next_look_makes_the_backup(sqlite_store, tmp_path):
    """Before, a full disk ended the daily backup until the next start: its thread died of an error that nobody had thought of."""
    sqlite_store.save_plan("x = 1", "Lan")
    blocked = tmp_path / "backups"
    blocked.write_text("a file where the folder should be")
    backups.made(sqlite_store, blocked, 3)
    assert "Chưa sao lưu được" in backups.FAILED[str(blocked)].said
    backups.made(None, blocked, 3)
    assert "AttributeError" in backups.FAILED[str(blocked)].said, "even a fault of our own"
    blocked.unlink()
    backups.made(sqlite_store, blocked, 3)
    assert not backups.FAILED and backup.daily_path(blocked, clock.today()).exists()


def test_an_admin_sees_on_the_page_that_todays_backup_is_missing_and_nobody_else(
    small_url, tmp_path
):
    blocked = tmp_path / "backups"
    blocked.write_text("a file where the folder should be")
    with (
        offices.office(small_url, tmp_path, ("member", "admin"), (2022,)) as office,
        serving.gated(DATABASE_URL=office.url, DASHBOARD_BACKUPS=str(blocked)) as address,
    ):
        said = {}
        for role, token in office.tokens.items():
            with RawPage(address, f"dashboard_session={token}") as page:
                said[role] = texts(page.run())
    assert "Chưa có bản sao lưu của hôm nay" in said["admin"]
    assert "sao lưu" not in said["member"]


def test_a_daily_backup_is_one_that_can_be_restored(sqlite_store, tmp_path):
    sqlite_store.save_plan("x = 1", "Lan")
    backups.made(sqlite_store, tmp_path / "b", 3)
    with connect(f"sqlite:///{tmp_path / 'other.sqlite'}") as other:
        restoring.restore(other, backup.daily_path(tmp_path / "b", clock.today()))
        assert other.current_plan().body == "x = 1"


def test_after_a_clock_was_set_back_the_days_backup_stays(sqlite_store, tmp_path):
    sqlite_store.save_plan("x = 1", "Lan")
    for day in (1, 2, 3):
        backup.daily(sqlite_store, tmp_path / "b", dt.date(2030, 1, day), 3)
    made = backup.daily(sqlite_store, tmp_path / "b", dt.date(2026, 11, 29), 3)
    assert made.exists()
