"""A backup is the whole store in one file, from either database and into either."""

from __future__ import annotations

import os
import random
import sqlite3
import stat
import sys
import threading
import time
from contextlib import closing

import pandas as pd
import pytest

from data_access import backup, fingerprint, restoring
from data_access.schema import RECORDS
from data_access.store import BackupError, DatabaseNewerError, connect


def result(value, unit="SNV") -> dict[str, pd.DataFrame]:
    return {
        "results": pd.DataFrame(
            {
                "unit": [unit],
                "criterion": ["TC1"],
                "year": [2022],
                "stage": ["self"],
                "value": [value],
            }
        )
    }


def save(store, tables, name):
    return store.save(tables, file=f"{name}.xlsx", content=name.encode(), who="Lan").id


def fill(store) -> None:
    """Something of every kind: revisions, an undone import, a list, a missing part of a key, plans, dates."""
    save(store, result(7.0), "first")
    store.undo(save(store, result(8.0), "second"), "Lan", "nhầm")
    more = {
        "lineage": pd.DataFrame(
            {
                "before": ["H1"],
                "after": [None],
                "on": [pd.Timestamp(2025, 7, 1)],
                "kind": ["dissolve"],
            }
        ),
        "awards": pd.DataFrame(
            {
                "unit": "SNV",
                "year": 2022,
                "form": ["Giấy khen", "Bằng khen"],
                "individuals": [31, None],
            }
        ),
        "results": result(None, unit="STC")["results"].assign(
            very_included=True, submitted_on=pd.Timestamp(2022, 12, 1)
        ),
    }
    save(store, more, "third")
    store.save_plan('name = "Văn hóa công sở"', "Lan")


def everything(store) -> dict[str, list]:
    """All that can be read from a store."""
    frames = {name: store.history(name, {}) for name in RECORDS}
    frames.update(imports=store.imports(), plans=store.plan_versions())
    return {
        name: rows.astype(object).where(rows.notna(), None).values.tolist()
        for name, rows in frames.items()
    }


@pytest.mark.parametrize("target", ["sqlite_url", "postgresql_url"])
def test_a_backup_restored_into_either_database_is_the_same_store(store, target, request, tmp_path):
    fill(store)
    counts = backup.backup(store, tmp_path / "backups" / "kho.sqlite")
    before = everything(store)
    store.close()
    url = (
        f"sqlite:///{tmp_path / 'other.sqlite'}"
        if target == "sqlite_url"
        else request.getfixturevalue(target)
    )
    with connect(url) as other:
        restored = restoring.restore(
            other, tmp_path / "backups" / "kho.sqlite", force=url.startswith("postgres"), who="Lan"
        )
        in_place = url.startswith("postgres") and store.engine.dialect.name == "postgresql"
        own = dict.fromkeys(("journal", "persons"), 0) if in_place else {}
        assert restored == {**counts, **own}, (
            "the journal and the names of a store that has them stay as they are"
        )
        assert everything(other) == before
        assert other.file(other.imports()["sha256"].iloc[0]).content == b"third"
        assert save(other, result(9.0), "fourth") > max(row[0] for row in before["imports"])


def test_a_backup_is_one_file_and_replaces_the_one_before(store, tmp_path):
    fill(store)
    for _ in range(2):
        backup.backup(store, tmp_path / "b" / "kho.sqlite")
    assert [path.name for path in (tmp_path / "b").iterdir()] == ["kho.sqlite"]


def test_a_store_that_holds_anything_is_not_overwritten_unless_forced(store, tmp_path):
    fill(store)
    backup.backup(store, tmp_path / "kho.sqlite")
    save(store, result(9.0), "later")
    before = store.last_change()

    with pytest.raises(BackupError) as refused:
        restoring.restore(store, tmp_path / "kho.sqlite")
    assert (refused.value.code, refused.value.fields) == (
        "store_not_empty",
        {"imports": 4, "plans": 1},
    )
    assert store.load("results").set_index("unit")["value"]["SNV"] == 9.0

    restoring.restore(store, tmp_path / "kho.sqlite", force=True, who="Lan")
    assert store.load("results").set_index("unit")["value"]["SNV"] == 7.0
    assert store.last_change() > before, (
        "what was cached under an older number must not be taken for the restored"
    )
    assert store.changes()["kind"].iloc[0] == "restore"


def test_a_backup_taken_while_people_write_is_of_one_moment(store, tmp_path):
    """Each save writes two tables: a backup in which they differ would be of two moments."""
    stop = threading.Event()

    def write():
        number = 0
        while not stop.is_set():
            number += 1
            both = {
                **result(float(number)),
                "units": pd.DataFrame({"unit": ["SNV"], "position": [number]}),
            }
            store.save(both, file="a.xlsx", content=str(number).encode(), who="Lan")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(4):
            counts = backup.backup(store, tmp_path / f"{number}.sqlite")
            assert counts["results"] == counts["units"] == counts["imports"] == counts["changes"]
    finally:
        stop.set()
        writer.join()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not a database " * 50, None])
def test_what_is_no_backup_is_refused_and_the_store_stays_as_it_was(
    sqlite_store, tmp_path, content
):
    save(sqlite_store, result(7.0), "first")
    if content is not None:
        (tmp_path / "kho.sqlite").write_bytes(content)
    with pytest.raises(BackupError) as refused:
        restoring.restore(sqlite_store, tmp_path / "kho.sqlite", force=True)
    assert refused.value.code == "backup_invalid"
    assert sqlite_store.load("results")["value"].tolist() == [7.0]


def test_a_damaged_backup_is_refused(sqlite_store, tmp_path):
    fill(sqlite_store)
    backup.backup(sqlite_store, tmp_path / "kho.sqlite")
    content = bytearray((tmp_path / "kho.sqlite").read_bytes())
    content[8192:40960] = b"\xff" * (40960 - 8192)
    (tmp_path / "kho.sqlite").write_bytes(bytes(content))
    with pytest.raises(BackupError):
        restoring.restore(sqlite_store, tmp_path / "kho.sqlite", force=True)
    assert len(sqlite_store.imports()) == 3


def test_a_backup_of_a_newer_program_is_refused(sqlite_store, tmp_path):
    backup.backup(sqlite_store, tmp_path / "kho.sqlite")
    with closing(sqlite3.connect(tmp_path / "kho.sqlite")) as content:
        content.execute("UPDATE alembic_version SET version_num = '9999'")
        content.commit()
    fingerprint.seal(tmp_path / "kho.sqlite")
    with pytest.raises(DatabaseNewerError):
        restoring.restore(sqlite_store, tmp_path / "kho.sqlite", force=True)


def refused(code: str):
    return pytest.raises(BackupError, check=lambda error: error.code == code)


def test_a_backup_with_one_changed_bit_anywhere_is_refused(sqlite_store, tmp_path):
    """Before, five of twelve flipped bits were restored with other figures, without a word."""
    fill(sqlite_store)
    path = tmp_path / "kho.sqlite"
    backup.backup(sqlite_store, path)
    whole = path.read_bytes()
    places = random.Random(7).sample(range(len(whole)), 60)
    for place in places:
        damaged = bytearray(whole)
        damaged[place] ^= 1 << (place % 8)
        path.write_bytes(bytes(damaged))
        with refused("backup_damaged"):
            restoring.restore(sqlite_store, path, force=True)
    for shorter in (whole[:-1], whole[: len(whole) // 2], whole[: -fingerprint.LENGTH]):
        path.write_bytes(shorter)
        with pytest.raises(BackupError):
            restoring.restore(sqlite_store, path, force=True)
    path.write_bytes(whole)
    assert len(sqlite_store.imports()) == 3
    restoring.restore(sqlite_store, path, force=True)


NOT_TAKEN = [
    ("results", "value", "'abc'"),
    ("results", "value", "9e999"),
    ("results", "year", "2022.5"),
    ("results", "file", "'a' || char(0)"),
    ("results", "file", "x'ff'"),
    ("results", "stage", "'la'"),
    ("results", "submitted_on", "'2022-02-31'"),
    ("results", "submitted_on", "'hôm qua'"),
    ("changes", "detail", "'{'"),
    ("imports", "at", "'25:00'"),
]


def test_a_value_that_no_import_takes_is_restored_from_no_backup(store, tmp_path):
    fill(store)
    path = tmp_path / "kho.sqlite"
    backup.backup(store, path)
    whole, before = path.read_bytes(), everything(store)
    for table, column, value in NOT_TAKEN:
        path.write_bytes(whole)
        with closing(sqlite3.connect(path)) as content:
            content.execute(f"UPDATE {table} SET {column} = {value}")
            content.commit()
        fingerprint.seal(path)
        with refused("backup_value") as told:
            restoring.restore(store, path, force=True)
        assert (told.value.fields["table"], told.value.fields["column"]) == (table, column)
    assert everything(store) == before


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIEW v AS SELECT 1",
        "CREATE TRIGGER t AFTER INSERT ON units BEGIN DELETE FROM units; END",
        "UPDATE results SET import_id = 999",
    ],
)
def test_a_backup_with_parts_that_are_not_ours_is_refused(sqlite_store, tmp_path, statement):
    fill(sqlite_store)
    path = tmp_path / "kho.sqlite"
    backup.backup(sqlite_store, path)
    with closing(sqlite3.connect(path)) as content:
        content.execute(statement)
        content.commit()
    fingerprint.seal(path)
    with refused("backup_invalid"):
        restoring.restore(sqlite_store, path, force=True)


@pytest.mark.skipif(sys.platform == "win32", reason="rights of a Unix file")
def test_a_backup_is_read_by_its_owner_alone_and_clears_away_what_a_killed_one_left(
    sqlite_store, tmp_path
):
    folder = tmp_path / "b"
    for name, age in (("old", 3600), ("running", 0)):
        left = folder / f"{backup.UNFINISHED}{name}"
        left.mkdir(parents=True)
        (left / "backup.sqlite").write_bytes(b"x")
        for one in (left / "backup.sqlite", left):
            os.utime(one, (time.time() - age, time.time() - age))
    backup.backup(sqlite_store, folder / "kho.sqlite")
    assert sorted(one.name for one in folder.iterdir()) == [
        f"{backup.UNFINISHED}running",
        "kho.sqlite",
    ]
    assert stat.S_IMODE((folder / "kho.sqlite").stat().st_mode) == 0o600


def test_a_backup_that_cannot_be_written_is_a_refusal_and_leaves_nothing(sqlite_store, tmp_path):
    (tmp_path / "file").write_text("x")
    with refused("backup_failed"):
        backup.backup(sqlite_store, tmp_path / "file" / "kho.sqlite")
    (tmp_path / "taken" / "kho.sqlite").mkdir(parents=True)
    with refused("backup_failed"):
        backup.backup(sqlite_store, tmp_path / "taken" / "kho.sqlite")
    assert [one.name for one in (tmp_path / "taken").iterdir()] == ["kho.sqlite"]
