"""The database underneath: opened by several at once, written by several at once, refused when it cannot be understood."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pandas as pd
import pytest
import sqlalchemy as sa
from alembic.script import ScriptDirectory

from data_access.record_table import metadata
from data_access.schema import RECORDS
from data_access.store import (
    DatabaseError,
    DatabaseNewerError,
    StoreMovedError,
    connect,
    engine,
    place_of,
)
from data_access.store.engine import snapshot
from data_access.store.versions import MIGRATIONS, known_versions, newest_version, open_engine

ROOT = Path(__file__).resolve().parents[1]


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


def schema(database) -> dict:
    """Columns (name, type, may be missing), indexes and foreign keys of every table."""
    found = {}
    inspector = sa.inspect(database)
    for table in metadata.sorted_tables:
        columns = sorted(
            (column["name"], str(column["type"]), column["nullable"])
            for column in inspector.get_columns(table.name)
        )
        keys = sorted(
            str(sorted(key["constrained_columns"]))
            for key in inspector.get_foreign_keys(table.name)
        )
        found[table.name] = (
            columns,
            keys,
            inspector.get_pk_constraint(table.name)["constrained_columns"],
        )
    return found


def indexes(database) -> list:
    where = "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    with database.connect() as connection:
        if database.dialect.name == "postgresql":
            where = "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
        return sorted(connection.exec_driver_sql(where).scalars())


def test_the_migrations_make_the_tables_that_the_program_knows(store_url, tmp_path):
    migrated = open_engine(store_url)
    found = schema(migrated), indexes(migrated)
    with migrated.begin() as connection:
        metadata.drop_all(connection)
        metadata.create_all(connection)
    assert found == (schema(migrated), indexes(migrated))
    migrated.dispose()


def test_sqlite_keeps_its_promises_to_many_readers_and_writers(sqlite_store):
    with snapshot(sqlite_store.engine) as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 10_000,
    }


@pytest.mark.parametrize("table", sorted(RECORDS))
def test_every_table_finds_one_imports_rows_and_one_keys_rows_by_an_index(sqlite_store, table):
    first = RECORDS[table].key_names[0]
    with snapshot(sqlite_store.engine) as connection:
        for column in ("import_id", first):
            plan = connection.exec_driver_sql(
                f'EXPLAIN QUERY PLAN SELECT * FROM {table} WHERE "{column}" = 1'
            ).all()
            assert "USING INDEX" in str(plan), column


def test_the_file_of_a_new_store_is_made_with_its_folder(tmp_path):
    with connect(f"sqlite:///{tmp_path / 'kho số liệu' / '50%' / 'store.sqlite'}") as store:
        assert store.last_change() == 0


def test_without_an_address_the_store_is_a_file_beside_the_program_wherever_one_stands(tmp_path):
    shutil.copytree(
        ROOT / "data_access",
        tmp_path / "program" / "data_access",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for url in (None, "sqlite:///data/dashboard.sqlite"):
        told = subprocess.run(
            [
                sys.executable,
                "-c",
                f"from data_access.store import connect; print(connect({url!r}).name)",
            ],
            cwd=elsewhere,
            env={**os.environ, "PYTHONPATH": str(tmp_path / "program")},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        assert told.strip() == str(tmp_path / "program" / "data" / "dashboard.sqlite")
    assert (tmp_path / "program" / "data" / "dashboard.sqlite").is_file()
    assert list(elsewhere.iterdir()) == []


def test_a_store_is_named_without_user_and_password():
    assert place_of("postgresql://office:secret@db.example:5433/store") == (
        "PostgreSQL db.example:5433/store"
    )


@pytest.mark.parametrize(
    "url", ["store.sqlite", "mysql://localhost/x", "sqlite://", "sqlite:///:memory:", "oracle"]
)
def test_an_address_of_no_known_kind_is_refused(url):
    with pytest.raises(DatabaseError) as refused:
        connect(url)
    assert refused.value.code == "database_url"


def test_an_unreachable_server_is_told_without_the_password():
    with pytest.raises(DatabaseError) as refused:
        connect("postgres://office:secret@127.0.0.1:1/store")
    assert refused.value.code == "database_unreachable"
    assert "secret" not in str(refused.value)


def test_a_file_that_is_no_database_is_refused(tmp_path):
    (tmp_path / "store.sqlite").write_bytes(b"not a database at all" * 100)
    with pytest.raises(DatabaseError) as refused:
        connect(f"sqlite:///{tmp_path / 'store.sqlite'}")
    assert refused.value.code == "database_failed"


def test_a_database_of_a_newer_program_is_refused_and_left_alone(store_url):
    with connect(store_url) as store, store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DatabaseNewerError) as refused:
        connect(store_url)
    assert (refused.value.code, refused.value.fields["version"]) == ("database_newer", "9999")


def test_the_files_of_the_migrations_are_the_versions_that_alembic_knows():
    scripts = ScriptDirectory(str(MIGRATIONS))
    told = [one.revision for one in scripts.walk_revisions()]
    assert [*known_versions()] == told[::-1]
    assert newest_version() == scripts.get_current_head()


def test_a_store_opened_again_has_what_was_saved(store_url):
    with connect(store_url) as store:
        store.save(result(7.0), file="a.xlsx", content=b"a", who="Lan")
    with connect(store_url) as store:
        assert store.load("results")["value"].tolist() == [7.0]


def test_what_one_reads_does_not_change_while_another_writes(store):
    with snapshot(store.engine) as connection:
        count = sa.select(sa.func.count()).select_from(RECORDS["results"].table)
        before = connection.execute(count).scalar()
        store.save(result(7.0), file="a.xlsx", content=b"a", who="Lan")
        assert connection.execute(count).scalar() == before == 0
    assert len(store.load("results")) == 1


def test_a_writer_who_waits_too_long_is_told_that_the_store_is_busy(store, monkeypatch):
    monkeypatch.setattr(engine, "WAIT_SECONDS", 1)
    url = store.engine.url.render_as_string(hide_password=False)
    with connect(url) as other, engine.transaction(store.engine):
        with pytest.raises(DatabaseError) as refused:
            other.save_plan("a = 1", "Lan")
    assert refused.value.code == "database_busy"


def test_many_readers_at_once_all_get_their_answer(store):
    store.save(result(7.0), file="a.xlsx", content=b"a", who="Lan")
    with ThreadPoolExecutor(30) as pool:
        assert set(pool.map(lambda _: len(store.load("results")), range(120))) == {1}


def test_writers_of_one_key_at_once_lose_nothing(store):
    """Twelve files with twelve values of one result, saved by six threads: twelve revisions, one of them live."""

    def save(number):
        return store.save(
            result(float(number)), file=f"{number}.xlsx", content=str(number).encode(), who="Lan"
        )

    with ThreadPoolExecutor(6) as pool:
        saved = list(pool.map(save, range(12)))
    history = store.history("results", {"unit": "SNV"})
    assert sorted(history["value"]) == [float(number) for number in range(12)]
    assert sorted(history["revision"]) == list(range(1, 13))
    assert history.loc[history["live"], "revision"].tolist() == [12]
    assert len({one.id for one in saved}) == 12
    assert store.last_change() == 12


def test_one_file_sent_by_two_people_at_once_is_stored_once(store):
    def save(_):
        return store.save(result(7.0), file="a.xlsx", content=b"a", who="Lan").outcome

    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(save, range(4)))
    assert sorted(outcomes) == ["same_file"] * 3 + ["stored"]


def test_of_several_who_looked_at_the_same_store_only_one_can_store_and_the_others_are_told(store):
    """Six people decide on what they saw at the same moment; five must look again, and nothing of theirs is stored unseen."""
    first = store.save(result(1.0), file="a.xlsx", content=b"a", who="Lan")

    def save(number):
        try:
            return store.save(
                result(float(number)), file=None, content=None, who=f"N{number}", seen=first.change
            ).outcome
        except StoreMovedError as moved:
            return moved.code

    with ThreadPoolExecutor(6) as pool:
        outcomes = list(pool.map(save, range(2, 8)))
    assert sorted(outcomes) == ["store_moved"] * 5 + ["stored"]
    winner = store.changes()["who"].iloc[0]
    assert (
        store.load("results")["value"].tolist() == [float(winner[1:])] and len(store.imports()) == 2
    )


def test_an_undo_or_a_new_plan_is_a_change_that_must_be_seen_too(store):
    first = store.save(result(1.0), file="a.xlsx", content=b"a", who="Lan")
    store.undo(first.id, "An", "gửi nhầm")
    with pytest.raises(StoreMovedError) as moved:
        store.save(result(2.0), file=None, content=None, who="Lan", seen=first.change)
    assert (moved.value.fields["seen"], moved.value.fields["now"]) == (
        first.change,
        store.last_change(),
    )
    assert (
        store.save(
            result(2.0), file=None, content=None, who="Lan", seen=store.last_change()
        ).outcome
        == "stored"
    )


PROCESS = """
import sys
import pandas as pd
from data_access.store import connect

url, name = sys.argv[1:]
with connect(url) as store:
    for number in range(3):
        rows = pd.DataFrame({"unit": ["SNV", name], "criterion": "TC1", "year": 2022, "stage": "self", "value": [ord(name) + number / 8, number]})
        store.save({"results": rows}, file=f"{name}{number}.xlsx", content=f"{name}{number}".encode(), who=name)
"""


def test_processes_that_open_a_new_database_at_once_and_write_lose_nothing(store_url):
    started = [
        subprocess.Popen(
            [sys.executable, "-c", PROCESS, store_url, name],
            cwd=ROOT,
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in ("A", "B")
    ]
    errors = [process.communicate()[1] for process in started]
    assert [process.returncode for process in started] == [0, 0], errors
    with connect(store_url) as store:
        live = store.load("results")
        assert live[live["unit"] != "SNV"].set_index("unit")["value"].to_dict() == {
            "A": 2.0,
            "B": 2.0,
        }
        assert len(store.imports()) == store.last_change() == 6
        assert store.history("results", {"unit": "SNV"})["live"].sum() == 1


@pytest.mark.parametrize("deed", ["deleted", "swapped", "moved away"])
def test_a_store_whose_file_is_taken_away_says_so_and_acknowledges_nothing(sqlite_store, deed):
    """Before: every page went on saying “Đã ghi” into a file without a name, gone at the next start."""
    sqlite_store.save_plan("x = 1", "Lan")
    path = Path(sqlite_store.engine.url.database)
    kept = path.rename(path.with_name("kept.sqlite")) if deed != "deleted" else path.unlink()
    if deed == "swapped":
        with connect(f"sqlite:///{path.with_name('other.sqlite')}"):
            pass
        path.with_name("other.sqlite").rename(path)
    for call in (lambda: sqlite_store.save_plan("y = 1", "Lan"), sqlite_store.current_plan):
        with pytest.raises(DatabaseError, check=lambda error: error.code == "database_replaced"):
            call()
    assert path.exists() == (deed == "swapped"), "no empty store is made in its place"
    if kept:
        kept.rename(path)
        assert sqlite_store.save_plan("y = 1", "Lan") == 2, "its own file is taken up again"


@pytest.mark.skipif(sys.platform == "win32", reason="rights of a Unix file")
def test_a_store_is_read_by_its_owner_alone_and_one_made_wider_is_drawn_in(tmp_path):
    path = tmp_path / "kho" / "store.sqlite"
    before = os.umask(0)
    try:
        with connect(f"sqlite:///{path}") as opened:
            opened.save_plan("x = 1", "Lan")
            modes = {one.name: stat.S_IMODE(one.stat().st_mode) for one in path.parent.iterdir()}
        assert set(modes.values()) == {0o600} and len(modes) == 3
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        path.chmod(0o644)
        connect(f"sqlite:///{path}").close()
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    finally:
        os.umask(before)
