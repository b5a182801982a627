"""Who changes, adds or takes out a row behind the program's back is found: journal, seals, files, and a store of before there was a chain."""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from dashboard.__main__ import main
from dashboard.wording import proof_words
from data_access import backup, restoring
from data_access.record_table import metadata
from data_access.store import connect
from data_access.store.engine import transaction
from data_access.store.versions import MIGRATIONS

DAY = dt.date(2026, 1, 15)
ABOUT = {
    "name": "Họp",
    "milestone": "m25",
    "year": 2025,
    "as_of": DAY,
    "who": "Lan",
    "note": None,
    "illustrative": False,
    "change": 1,
}
JOURNAL_KEPT = {
    "sqlite": ("DROP TRIGGER keep_journal_update", "DROP TRIGGER keep_journal_delete"),
    "postgresql": ("ALTER TABLE journal DISABLE TRIGGER keep_journal",),
}


def sealed(text: bytes = b"{}") -> tuple[bytes, str]:
    return gzip.compress(text, mtime=0), hashlib.sha256(text).hexdigest()


def filled(store) -> None:
    """Two seals, a file that was imported, seven deeds."""
    for word in ("một", "hai", "ba", "bốn"):
        store.note("print", "Lan", word)
    store.seal(*sealed(b"{1}"), **ABOUT)
    store.seal(*sealed(b"{2}"), **{**ABOUT, "name": "Chốt lại"})
    store.note("print", "Lan", "năm")


def behind_the_back(store, *statements: str) -> None:
    """SQL by somebody who may do everything in the database."""
    with store.engine.begin() as connection:
        for one in (*JOURNAL_KEPT[store.engine.dialect.name], *statements):
            connection.exec_driver_sql(one)


def found(store) -> list[tuple[str, object]]:
    return [(one.code, one.fields.get("number")) for one in store.prove().faults]


def test_what_nobody_touched_holds_and_bears_its_heads(store):
    assert store.prove().faults == () and store.prove().journal_head == ""
    filled(store)
    proof = store.prove()
    assert (proof.entries, proof.seals, proof.faults) == (7, 2, ())
    assert proof.journal_head == store.journal()["link"].iloc[0]
    assert proof.seal_head == store.seals()["link"].iloc[0] != store.seals()["link"].iloc[1]


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE journal SET who = 'Ai' WHERE id = 3", [("journal_broken", 3)]),
        ("UPDATE journal SET what = 'khác' WHERE id = 7", [("journal_broken", 7)]),
        ("DELETE FROM journal WHERE id = 2", [("journal_broken", 3)]),
        ("UPDATE seals SET as_of = '2026-01-16' WHERE id = 1", [("seal_broken", 1)]),
        ("DELETE FROM seals WHERE id = 2", [("seal_missing", 2)]),
    ],
)
def test_a_row_changed_or_taken_out_is_named(store, statement, told):
    filled(store)
    behind_the_back(store, statement)
    assert found(store) == told


def test_figures_exchanged_together_with_their_fingerprint_are_found(store):
    """A seal is no longer proved by its own row alone."""
    filled(store)
    content, mark = sealed(b"{9}")
    with store.engine.begin() as connection:
        seals = sa.table("seals", *map(sa.column, ("id", "content", "fingerprint")))
        change = sa.update(seals).where(seals.c.id == 1)
        connection.execute(change.values(content=content, fingerprint=mark))
    assert found(store) == [("seal_broken", 1)]


def test_damaged_content_of_a_seal_or_a_file_is_found(store):
    filled(store)
    with store.engine.begin() as connection:
        seals = sa.table("seals", *map(sa.column, ("id", "content")))
        connection.execute(sa.update(seals).where(seals.c.id == 2).values(content=b"\x00"))
        files = sa.table("files", *map(sa.column, ("sha256", "name", "content")))
        connection.execute(sa.insert(files).values(sha256="ab", name="a.xlsx", content=b"a"))
    assert [(one.code, *one.fields.values()) for one in store.prove().faults] == [
        ("seal_changed", 2),
        ("file_changed", "a.xlsx"),
    ]


def test_emptying_and_restoring_are_deeds_and_no_fault(store, tmp_path):
    filled(store)
    backup.backup(store, tmp_path / "kho.bak")
    store.empty(who="Lan")
    assert found(store) == [] and store.prove().seals == 0
    restoring.restore(store, tmp_path / "kho.bak", force=True)
    store.seal(*sealed(b"{3}"), **ABOUT)
    assert found(store) == [] and store.prove().seals == 3


def test_a_store_of_before_is_chained_as_it_stands_and_its_published_years_name_their_seals(
    store_url,
):
    """Year 2025 was published between its two seals, 2022 before its only one, 2021 without any."""
    with connect(store_url) as store:
        older(store)
    with connect(store_url) as store:
        proof = store.prove()
        assert (proof.faults, proof.seals, proof.entries) == ((), 3, 2)
        assert proof.seal_head and proof.journal_head
        steps = store.entered("published_years")
        assert dict(zip(steps["year"], steps["seal"].astype("Int64").fillna(0))) == {
            2025: 1,
            2022: 3,
            2021: 0,
        }
        store.note("print", "Lan", "sau")
        assert store.prove().faults == ()
        with pytest.raises(sa.exc.DBAPIError), store.engine.begin() as connection:
            connection.exec_driver_sql("UPDATE journal SET who = 'Ai'")


def older(store) -> None:
    """The store as the program before this one left it."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with transaction(store.engine) as connection:
        is_postgresql = store.engine.dialect.name == "postgresql"
        for table in reversed(sa.inspect(connection).get_table_names()):
            connection.exec_driver_sql(f'DROP TABLE "{table}"{" CASCADE" * is_postgresql}')
        if is_postgresql:
            connection.exec_driver_sql("DROP FUNCTION keep_journal() CASCADE")
        config.attributes["connection"] = connection
        command.upgrade(config, "0005")
        for day, year in ((1, 2025), (5, 2025), (6, 2022)):
            content, mark = sealed(str(day).encode())
            own = {**ABOUT, "year": year, "at": dt.datetime(2026, 1, day, 8, 0)}
            put(connection, "seals", **own, fingerprint=mark, content=content)
        for year in (2025, 2022, 2021):
            at = dt.datetime(2026, 1, 3)
            step = {"who": "Lan", "step": "published", "on": DAY, "at": at}
            put(connection, "published_years", **step, year=year)
        for day in (1, 2):
            deed = {"who": "Lan", "action": "print", "origin": "program", "detail": {"số": 1.5}}
            put(connection, "journal", **deed, at=dt.datetime(2026, 1, day))


def put(connection: sa.Connection, to: str, /, **values: object) -> None:
    """A row, its columns as the program's own tables have them."""
    own = metadata.tables[to]
    table = sa.table(to, *(sa.column(one, own.c[one].type) for one in values))
    connection.execute(sa.insert(table).values(values))


def test_the_command_says_it_in_sentences_and_by_its_exit_code(sqlite_store, monkeypatch, capsys):
    filled(sqlite_store)
    monkeypatch.setenv("DATABASE_URL", str(sqlite_store.engine.url))
    assert main(["verify"]) == 0
    assert "Nguyên vẹn: 7 dòng trong nhật ký, 2 bản chốt" in capsys.readouterr().out
    behind_the_back(sqlite_store, "UPDATE journal SET who = 'Ai' WHERE id = 3")
    assert main(["verify"]) == 1
    said = capsys.readouterr().err
    assert "Chuỗi nhật ký đứt ở dòng số 3 (Ai, " in said and proof_words.CURE in said
