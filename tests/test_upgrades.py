"""A store of every version since the first opens in today's program, and there is a way back: these stores are kept files, not made by today's code."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dashboard.__main__ import main
from data_access import fingerprint, restoring
from data_access.store import connect
from data_access.store.versions import newest_version

pytestmark = pytest.mark.slow

KEPT = sorted((Path(__file__).parent / "files" / "stores").glob("*.sql"))


def rows_of(path: Path) -> dict[str, list]:
    """Every row of every table of a SQLite file, read without our own code."""
    with closing(sqlite3.connect(path)) as content:
        names = [
            name
            for (name,) in content.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            )
        ]
        return {name: content.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}


@pytest.fixture
def old(request, tmp_path) -> Path:
    """A store as the program of that version left it."""
    path = tmp_path / "kho.sqlite"
    with closing(sqlite3.connect(path)) as made:
        made.executescript(request.param.read_text(encoding="utf-8"))
    return path


def test_there_is_a_kept_store_of_every_version():
    assert KEPT[-1].stem == newest_version()
    assert [one.stem for one in KEPT] == [f"{number:04}" for number in range(1, len(KEPT) + 1)]


@pytest.mark.parametrize("old", KEPT, ids=lambda one: one.stem, indirect=True)
def test_it_is_upgraded_with_every_row_and_the_way_back_is_the_store_as_it_was(
    old, tmp_path, monkeypatch, capsys
):
    before = rows_of(old)
    version = before["alembic_version"][0][0]
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{old}")
    assert main(["upgrade"]) == 0
    said = capsys.readouterr()
    after = rows_of(old)
    for table in before.keys() - {"alembic_version"}:
        width = len(before[table][0]) if before[table] else 0
        assert [row[:width] for row in after[table]] == before[table], table
    assert after["alembic_version"] == [(newest_version(),)]
    if version == newest_version():
        assert "không phải nâng cấp" in said.out
        return
    assert f"dạng {version} → {newest_version()}" in said.err
    kept = next((tmp_path / "backups").glob(f"truoc-nang-cap-{version}-*.sqlite"))
    assert rows_of(kept) == before, "the earlier program finds its own store again"
    with connect(f"sqlite:///{kept}") as again:
        assert again.upgraded.before == version, "and it can be upgraded once more"


@pytest.mark.parametrize("old", KEPT, ids=lambda one: one.stem, indirect=True)
def test_a_backup_of_any_version_is_restored_by_todays_program(old, tmp_path, monkeypatch, capsys):
    before = rows_of(old)
    if before["alembic_version"][0][0] >= restoring.SEALED_SINCE:
        fingerprint.seal(old)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'moi.sqlite'}")
    assert main(["restore", "--check", str(old)]) == 0
    assert main(["restore", str(old)]) == 0
    restored = rows_of(tmp_path / "moi.sqlite")
    assert restored["results"][0][: len(before["results"][0])] == before["results"][0]
    assert rows_of(old) == before, "the backup itself is left alone"
