"""The store of one movement is lost: that is told in a sentence, and nothing of the others stands still for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import tiny

from dashboard.__main__ import main
from dashboard.plan import clock
from dashboard.serving import backups, own_data
from data_access import account_store, backup, erasing, movement_stores, person_data
from data_access.store import MovementError

NAMED = "Phong trào “Phong trào hai” (hai)"


@pytest.fixture
def lost(sqlite_store, tmp_path, monkeypatch):
    """Three movements, the second of which has lost its file; where that file was, and where it is now."""
    monkeypatch.setenv("DATABASE_URL", str(sqlite_store.engine.url))
    monkeypatch.setenv("DASHBOARD_BACKUPS", str(tmp_path / "b"))
    sqlite_store.save_plan(tiny.PLAN, "Lan")
    account_store.add(sqlite_store, "chu", "Trần Chủ", frozenset({"admin"}))
    account_store.add(sqlite_store, "lan", "Nguyễn Lan", frozenset({"member"}))
    for code, name in (("hai", "Phong trào hai"), ("ba", "Phong trào ba")):
        movement_stores.made(sqlite_store, code, name, tiny.PLAN, "Nguyễn Lan")
    place = Path(movement_stores.place_of(sqlite_store, "hai"))
    place.rename(tmp_path / "away")
    backups.FAILED.clear()
    yield place, tmp_path / "away"
    backups.FAILED.clear()


@pytest.mark.parametrize("deed", ["verify", "upgrade", "backup"])
def test_what_is_done_with_every_movement_is_done_with_the_others(lost, tmp_path, deed, capsys):
    given = [str(tmp_path / "kho.sqlite")] if deed == "backup" else []
    assert main([deed, *given]) == 1
    said = capsys.readouterr()
    assert said.err.count(NAMED) == 1 and "không ở chỗ của nó" in said.err
    assert said.err.count("phong-trao-ba.sqlite") == 1, "the one after it had its turn"
    if deed == "backup":
        assert (tmp_path / "kho.phong-trao-ba.sqlite").is_file()
    main(["doctor"])
    assert f"{NAMED}: Kho của phong trào “hai” không ở chỗ của nó" in capsys.readouterr().out


def test_the_days_backups_of_the_others_are_made_and_each_trouble_is_told_by_itself(
    lost, sqlite_store, tmp_path, monkeypatch
):
    monkeypatch.setenv("DASHBOARD_NAMES_DAYS", "30")
    today, folder = clock.today(), tmp_path / "b"
    for _ in range(2):
        backups.made(sqlite_store, folder, 3)
        assert backup.daily_path(folder, today).is_file()
        assert backup.daily_path(folder / "phong-trao-ba", today).is_file()
        assert set(backups.FAILED) == {backups.ERASURE, str(folder / "phong-trao-hai")}
    said = backups.trouble()
    assert f"hôm nay trong {folder / 'phong-trao-hai'}" in said
    assert said.count("Chưa có bản sao lưu") == said.count("Chưa xóa được tên") == 1
    place, away = lost
    away.rename(place)
    backups.made(sqlite_store, folder, 3)
    assert not backups.FAILED and backups.trouble() is None


def test_everybody_still_reads_what_is_kept_of_them_and_what_is_lacking(lost, sqlite_store, capsys):
    held = person_data.of_account(sqlite_store, "lan")
    assert [one.code for one in held.unread] == ["hai"]
    assert "kho của phong trào “Phong trào hai”" in own_data.body(held)
    assert "Phong trào hai" in json.loads(own_data.file(held).body)["còn thiếu"]
    assert main(["person", "show", "lan"]) == 1
    said = capsys.readouterr()
    assert "Nguyễn Lan" in said.out and "Phong trào hai" in said.err


def test_nobody_is_half_corrected_or_half_erased(lost, sqlite_store):
    for deed in (
        lambda: erasing.erase(sqlite_store, "lan"),
        lambda: person_data.correct(sqlite_store, "Nguyễn Lan", "Nguyễn Thị Lan"),
    ):
        with pytest.raises(MovementError) as refused:
            deed()
        assert refused.value.code == "movement_missing"
    assert "Nguyễn Lan" in set(account_store.everyone(sqlite_store)["person"])


def test_the_store_of_a_movement_is_opened_once_for_all_who_ask(lost, sqlite_store):
    first = movement_stores.shared(sqlite_store, "ba")
    movement_stores.units_of(sqlite_store, "ba")
    assert movement_stores.shared(sqlite_store.acting("chu", "machine"), "ba") is first
