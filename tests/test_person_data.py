"""What is kept of a person: names stand in one table, deeds bear codes; a name is shown, corrected, and destroyed in the store and its backups."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import pandas as pd
import pytest
import sqlalchemy as sa

from dashboard.__main__ import main
from dashboard.serving.backups import forget_who_is_gone
from data_access import (
    account_store,
    backup,
    erasing,
    figures_folder,
    fingerprint,
    person_data,
    restoring,
    sign_in_sessions,
)
from data_access.office_tables import journal
from data_access.store import Store, connect
from data_access.store.errors import AccountError

PERSON, LOGIN = "Nguyễn Thị Lan, thư ký", "lan.nt"
ADMIN = ("quantri", "Trần Văn Bình", frozenset({"admin"}))


def worked(store: Store) -> None:
    """Somebody with an account imports, enters, seals, saves a plan; another is the admin."""
    account_store.add(store, *ADMIN)
    first = account_store.add(store, LOGIN, PERSON, frozenset({"secretary"}), email="lan@x.vn")
    sign_in_sessions.sign_in(store, LOGIN, first)
    own = store.acting(LOGIN, "machine")
    row = {"unit": "SNV", "criterion": "T1", "year": 2022, "stage": "self", "value": 7.0}
    own.save({"results": pd.DataFrame([row])}, file="a.csv", content=b"a", who=PERSON)
    own.save_plan("x = 1", PERSON, "bản đầu")
    own.enter(
        "conclusions",
        who=PERSON,
        meeting="Họp",
        agreed_on=dt.date(2026, 1, 1),
        what="Sửa biểu",
        responsible="Sở Nội vụ",
    )


def everywhere(store: Store) -> list[object]:
    """Where the store names who did something."""
    return [
        *store.imports()["who"],
        *store.changes()["who"].dropna(),
        *store.entered("conclusions")["who"],
        store.current_plan().who,
        *store.journal()["who"].dropna(),
        *store.journal()["account"].dropna(),
    ]


def in_the_files(folder: Path, text: str) -> list[str]:
    return [
        one.name for one in folder.rglob("*") if one.is_file() and text.encode() in one.read_bytes()
    ]


def test_names_are_read_as_they_were_given_and_stand_in_no_deed(store):
    worked(store)
    assert PERSON in everywhere(store) and LOGIN in everywhere(store)
    assert not any(str(one).startswith("#") for one in everywhere(store))
    with store.engine.connect() as connection:
        for table, column in (("imports", "who"), ("journal", "account"), ("plans", "who")):
            raw = connection.exec_driver_sql(f"SELECT {column} FROM {table}").scalars().all()
            assert all(one is None or one.startswith("#") for one in raw)
    assert not store.prove().faults


def test_everything_kept_of_a_person_is_shown_but_the_password(store):
    worked(store)
    found = person_data.held(store, LOGIN)
    assert found.names == {LOGIN, PERSON}
    assert [one["email"] for one in found.accounts] == ["lan@x.vn"]
    assert "password" not in found.accounts[0]
    assert set(found.deeds["action"]) == {
        "account.add", "sign_in", "import", "plan", "conclusions.added"
    }  # fmt: skip
    with pytest.raises(AccountError) as refused:
        person_data.held(store, "Không ai")
    assert refused.value.code == "person_unknown"


def test_a_name_is_corrected_wherever_it_stands_and_the_chain_holds(store):
    worked(store)
    person_data.correct(store, PERSON, "Nguyễn Thị Lan Anh")
    assert PERSON not in everywhere(store) and "Nguyễn Thị Lan Anh" in everywhere(store)
    assert "Nguyễn Thị Lan Anh" in set(account_store.everyone(store)["person"])
    assert LOGIN in set(account_store.everyone(store)["name"])
    assert not store.prove().faults


def test_an_erased_person_is_in_no_row_and_the_deeds_and_the_chain_are_whole(store):
    worked(store)
    before = store.journal()
    erasing.erase(store, PERSON)
    said = everywhere(store)
    assert PERSON not in said and LOGIN not in said and ADMIN[1] not in said
    assert list(store.journal()["action"])[1:] == list(before["action"])
    assert list(account_store.everyone(store)["name"]) == ["quantri"]
    assert not store.prove().faults
    with pytest.raises(AccountError):
        erasing.erase(store, PERSON)


def test_the_name_is_gone_from_the_files_of_the_store_and_of_every_backup(tmp_path, monkeypatch):
    monkeypatch.delenv("DASHBOARD_BACKUPS", raising=False)
    with connect(f"sqlite:///{tmp_path / 'kho.sqlite'}") as store:
        worked(store)
        backup.backup(store, tmp_path / "backups" / "kho-2026-11-28.sqlite")
        worn = tmp_path / "backups" / "kho-2026-11-27.sqlite"
        backup.backup(store, worn)
        worn.write_bytes(worn.read_bytes().replace(b"x = 1", b"x = 2"))
        folder = figures_folder.prepared(figures_folder.folder_of(store))
        made_ahead = f"{figures_folder.beginning(store)}-1-answer"
        figures_folder.keep(folder, made_ahead, f"{PERSON} {LOGIN}".encode())
        assert in_the_files(tmp_path, PERSON)
        done = erasing.erase(store, LOGIN)
    assert [one.name for one in done.cleaned] == ["kho-2026-11-28.sqlite"]
    assert [one.name for one in done.still] == ["kho-2026-11-27.sqlite"], (
        "damaged: left alone, told"
    )
    for text in (PERSON, LOGIN, "lan@x.vn"):
        assert in_the_files(tmp_path, text) == ["kho-2026-11-27.sqlite"]
    assert fingerprint.holds(done.cleaned[0])


def test_an_earlier_backup_brings_no_destroyed_name_back(store, tmp_path):
    worked(store)
    backup.backup(store, tmp_path / "elsewhere" / "kho.sqlite")
    erasing.erase(store, PERSON)
    restoring.restore(store, tmp_path / "elsewhere" / "kho.sqlite", force=True)
    assert PERSON not in everywhere(store) and len(store.imports()) == 1
    assert ADMIN[1] not in everywhere(store) and not store.prove().faults


def test_a_backup_in_an_empty_store_brings_the_names_of_its_deeds(store, tmp_path):
    worked(store)
    backup.backup(store, tmp_path / "kho.sqlite")
    with connect(f"sqlite:///{tmp_path / 'new' / 'kho.sqlite'}") as other:
        restoring.restore(other, tmp_path / "kho.sqlite")
        assert set(other.imports()["who"]) == {PERSON}


def test_the_last_admin_is_not_erased(store):
    worked(store)
    with pytest.raises(AccountError) as refused:
        erasing.erase(store, "quantri")
    assert refused.value.code == "account_last_keeper"
    assert "quantri" in set(account_store.everyone(store)["name"])


def test_who_is_gone_for_longer_than_the_office_keeps_names_is_erased(store):
    worked(store)
    account_store.set_disabled(store, LOGIN, True)
    assert erasing.erase_idle(store, 1) == []
    assert PERSON in everywhere(store)
    assert erasing.erase_idle(store, -1), "nothing was written of them since tomorrow"
    assert PERSON not in everywhere(store)
    assert list(account_store.everyone(store)["name"]) == ["quantri"]


def test_the_days_that_names_are_kept_are_a_setting_of_the_office(sqlite_store, monkeypatch):
    worked(sqlite_store)
    account_store.set_disabled(sqlite_store, LOGIN, True)
    for days in ("", "0", "năm", "3650"):
        monkeypatch.setenv("DASHBOARD_NAMES_DAYS", days)
        assert forget_who_is_gone(sqlite_store) == 0
    long_ago = dt.datetime(2010, 1, 1)
    with sqlite_store.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER keep_journal_update")
        connection.execute(sa.update(journal).values(at=long_ago))
    assert forget_who_is_gone(sqlite_store) == 1
    assert PERSON not in everywhere(sqlite_store) and ADMIN[1] not in everywhere(sqlite_store)
    assert list(account_store.everyone(sqlite_store)["name"]) == ["quantri"]


def test_the_command_line_shows_corrects_asks_and_erases(sqlite_store, monkeypatch, capsys):
    worked(sqlite_store)
    monkeypatch.setenv("DATABASE_URL", str(sqlite_store.engine.url))
    assert main(["person", "show", LOGIN]) == 0
    said = capsys.readouterr().out
    assert f"Kho đang giữ về {PERSON}, {LOGIN}" in said and "vai trò" in said
    assert main(["person", "correct", PERSON, "--to", "Nguyễn Thị Lan Anh"]) == 0
    monkeypatch.setattr("sys.stdin", io.StringIO("không\n"))
    assert main(["person", "erase", LOGIN]) == 1
    assert main(["person", "erase", LOGIN, "--yes"]) == 0
    assert main(["person", "show", LOGIN]) == 1
    assert "Không có người nào mang tên" in capsys.readouterr().err


def test_a_person_proposed_for_commendation_is_kept_under_a_code_and_can_be_erased(store):
    """The name stands in no row of the proposal nor of the journal; erased, the proposal stays under its code."""
    worked(store)
    nominee = "Phạm Thị Dung"
    row = {"milestone": "m25", "unit": "SNV", "post": "Chuyên viên", "form": "Bằng khen"}
    store.enter(
        "nominees", who=PERSON, person=nominee, achievement="Đúng hẹn", step="proposed", **row
    )
    assert store.entered("nominees")["person"].tolist() == [nominee]
    with store.engine.connect() as connection:
        raw = connection.exec_driver_sql("SELECT person FROM nominees").scalar()
        told = connection.execute(sa.select(journal.c.what, journal.c.detail)).all()
    assert raw.startswith("#") and nominee not in repr(told)
    assert list(person_data.held(store, nominee).deeds["action"]) == ["nominees.proposed"]
    assert erasing.erase_idle(store, 30) == [], "proposed lately, so not idle"
    erasing.erase(store, nominee)
    assert store.entered("nominees")["person"].tolist() == [raw]
    assert not store.prove().faults
