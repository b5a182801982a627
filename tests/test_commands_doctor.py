"""The command doctor says what a machine lacks, and changes nothing."""

from __future__ import annotations

import datetime as dt
import sys

import pytest
import sqlalchemy as sa

from dashboard.__main__ import main
from dashboard.plan import clock
from data_access import backup
from data_access.record_table import metadata
from data_access.store import connect


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """A store with a backup of today, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    url = f"sqlite:///{tmp_path / 'data' / 'kho.sqlite'}"
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setenv("DASHBOARD_BACKUPS", str(tmp_path / "b"))
    with connect(url) as opened:
        backup.daily(opened, tmp_path / "b", clock.today(), 3)
    return tmp_path


def ill(capsys) -> list[str]:
    return [line for line in capsys.readouterr().out.splitlines() if line.startswith("[cần sửa]")]


def test_a_sound_machine_needs_nothing(machine, capsys):
    assert main(["doctor"]) == 0 and ill(capsys) == []


def test_a_missing_backup_and_a_damaged_one_are_told(machine, capsys):
    path = backup.daily_path(machine / "b", clock.today())
    whole = path.read_bytes()
    path.write_bytes(whole[:5000] + b"x" + whole[5001:])
    assert main(["doctor"]) == 1 and "đã hỏng" in ill(capsys)[0]
    path.unlink()
    assert main(["doctor"]) == 1 and "Không có bản sao lưu" in ill(capsys)[0]


def test_without_a_named_folder_the_backups_are_where_the_server_puts_them(
    machine, capsys, monkeypatch
):
    monkeypatch.delenv("DASHBOARD_BACKUPS")
    (machine / "b").rename(machine / "data" / "backups")
    assert main(["doctor"]) == 0 and ill(capsys) == []


def test_old_names_and_a_clock_that_is_slow_are_told(machine, capsys):
    with connect(f"sqlite:///{machine / 'data' / 'kho.sqlite'}") as opened:
        put(opened, "journal", at=dt.datetime(2999, 1, 1), who="Trần Văn Bình", action="print")
    assert main(["doctor"]) == 1
    clock_told, names_told = ill(capsys)
    assert "chậm hơn việc mới nhất" in clock_told and "timedatectl" in clock_told
    assert "còn 1 tên" in names_told and "person code" in names_told


def put(opened, table: str, **values: object) -> None:
    own = metadata.tables[table]
    with opened.engine.begin() as connection:
        connection.execute(sa.insert(own).values({"detail": {}, "origin": "machine", **values}))


@pytest.mark.skipif(sys.platform == "win32", reason="rights of a Unix file")
def test_a_secret_that_others_read_is_told_with_the_command_that_mends_it(machine, capsys):
    secret = machine / "data" / "cookie-secret"
    secret.write_text("x")
    secret.chmod(0o644)
    assert main(["doctor"]) == 1 and f"chmod o-rwx {secret}" in ill(capsys)[0]


@pytest.mark.skipif(sys.platform == "win32", reason="rights of a Unix file")
def test_a_folder_in_which_nothing_can_be_made_ahead_is_told_with_the_command_that_mends_it(
    machine, capsys
):
    folder = machine / "data" / "figures"
    folder.mkdir(mode=0o700)
    assert main(["doctor"]) == 0 and ill(capsys) == []
    folder.chmod(0o755)
    assert main(["doctor"]) == 1 and f"chmod 700 {folder}" in ill(capsys)[0]


def test_a_store_that_does_not_open_is_one_sentence(machine, capsys, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://a:b@127.0.0.1:1/x")
    assert main(["doctor"]) == 1 and "Không mở được kho" in ill(capsys)[0]


def test_a_replica_of_what_has_none_is_told(machine, capsys, monkeypatch):
    monkeypatch.setenv("DATABASE_READ_URL", "postgresql://a:b@127.0.0.1:1/x")
    assert main(["doctor"]) == 1 and "DATABASE_READ_URL chỉ dùng với PostgreSQL" in ill(capsys)[0]
