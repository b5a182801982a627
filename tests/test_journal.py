"""The journal: every deed has its row, in the same transaction; no statement changes or deletes one."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest
import sqlalchemy as sa

from dashboard.views import journal as view
from dashboard.views import journal_words as words
from data_access import backup, restoring
from data_access.office_tables import journal
from data_access.store import SealError, connect

DAY = dt.date(2026, 6, 30)


def result(value: float) -> dict[str, pd.DataFrame]:
    return {
        "results": pd.DataFrame(
            {
                "unit": ["SNV"],
                "criterion": ["TC1"],
                "year": [2022],
                "stage": ["self"],
                "value": [value],
            }
        )
    }


def everything_done(store) -> None:
    number = store.save(result(7.0), file="a.xlsx", content=b"a", who="Lan").id
    store.undo(number, "Lan", "nhầm")
    store.redo(number, "Lan", "đúng rồi")
    store.save_plan("x = 1", "Lan", "mới")
    edition = store.seal(
        b"...",
        "ab12",
        name="Họp",
        milestone="m25",
        year=2025,
        as_of=DAY,
        who="Lan",
        note=None,
        illustrative=False,
        change=1,
    )
    conclusion = store.enter(
        "conclusions",
        who="Lan",
        meeting="Họp",
        agreed_on=DAY,
        unit=None,
        what="việc",
        responsible="SNV",
        due=None,
    )
    store.enter(
        "conclusion_steps", who="Lan", conclusion_id=conclusion, on=DAY, state="done", evidence=None
    )
    store.enter(
        "publications",
        who="Lan",
        unit="SNV",
        year=2022,
        indicator="score",
        rule="target",
        step="notified",
        on=DAY,
        meeting=None,
        reason="vì",
    )
    store.enter(
        "replies",
        who="Lan",
        unit="SNV",
        year=2022,
        kind="difficulty",
        indicator=None,
        rule=None,
        dated=DAY,
        text="khó",
    )
    store.enter(
        "published_years",
        who="Lan",
        year=2025,
        step="published",
        on=DAY,
        meeting=None,
        seal=edition,
    )
    store.save_word_template("mau.docx", b"..", "Lan")
    store.note("print", "Lan", "bao-cao.docx")
    store.empty(who="Lan", why="thật")


DONE = [
    "import",
    "undo",
    "redo",
    "plan",
    "seal",
    "conclusions.added",
    "conclusion_steps.done",
    "publications.notified",
    "replies.added",
    "published_years.published",
    "word_template",
    "print",
    "empty",
]


def test_every_deed_has_its_row_with_who_when_and_from_where(store):
    everything_done(store.acting("lan", "10.0.0.7"))
    rows = store.journal().iloc[::-1]
    assert rows["action"].tolist() == DONE
    assert (
        set(rows["who"]) == {"Lan"}
        and set(rows["account"]) == {"lan"}
        and set(rows["origin"]) == {"10.0.0.7"}
    )
    assert set(DONE) <= set(words.ACTIONS), "each has words"


def test_a_deed_that_fails_leaves_no_row_and_one_that_changes_nothing_neither(store):
    store.save(result(7.0), file="a.xlsx", content=b"a", who="Lan")
    before = len(store.journal())
    with pytest.raises(SealError):
        store.enter(
            "conclusions",
            who="",
            meeting="Họp",
            agreed_on=DAY,
            unit=None,
            what="việc",
            responsible="SNV",
            due=None,
        )
    store.save(result(7.0), file="a.xlsx", content=b"a", who="Lan")
    assert len(store.journal()) == before


@pytest.mark.parametrize(
    "statement",
    [
        sa.update(journal).values(who="Ai"),
        sa.delete(journal),
        sa.update(journal).where(journal.c.id == 1).values(at=dt.datetime(2020, 1, 1)),
        sa.text("TRUNCATE journal"),
    ],
)
def test_the_database_itself_refuses_to_change_or_delete_a_row(store, statement):
    everything_done(store)
    before = store.journal()
    with pytest.raises(sa.exc.DBAPIError):
        with store.engine.begin() as connection:
            connection.execute(statement)
    pd.testing.assert_frame_equal(store.journal(), before)


def test_a_restore_forgets_no_deed_and_adds_its_own(store, tmp_path):
    everything_done(store)
    backup.backup(store, tmp_path / "kho.bak")
    store.note("print", "Lan", "sau khi sao lưu")
    restoring.restore(store.acting("root", "command"), tmp_path / "kho.bak", force=True)
    assert store.journal()["action"].tolist() == ["restore", "print", *reversed(DONE)]


def test_an_empty_store_gets_the_journal_of_the_backup(store, tmp_path):
    everything_done(store)
    backup.backup(store, tmp_path / "kho.bak")
    with connect(f"sqlite:///{tmp_path / 'new.sqlite'}") as other:
        restoring.restore(other, tmp_path / "kho.bak")
        assert other.journal()["action"].tolist() == ["restore", *reversed(DONE)]


def test_the_rows_are_read_in_words_and_found_by_deed_person_and_day(sqlite_store):
    everything_done(sqlite_store)
    rows = view.listed(sqlite_store.journal())
    assert rows["deed"].iloc[0] == "Xóa toàn bộ số liệu" and rows["place"].iloc[0] == "phần mềm"
    imported = view.chosen(rows, "import", "Lan", None, None)
    assert (
        imported["what"].tolist() == ["a.xlsx"]
        and imported["more"].iloc[0] == "lần nhập số: 1; số dòng: 1 kết quả chấm điểm, khảo sát"
    )
    today = rows["at"].iloc[0].date()
    assert len(view.chosen(rows, None, None, today, today)) == len(rows)
    assert view.chosen(rows, None, None, today + dt.timedelta(days=1), None).empty
    assert view.answer(rows).startswith("13 việc đã ghi; gần nhất lúc ")
    assert view.answer(rows.iloc[:0]) == words.EMPTY
