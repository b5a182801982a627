"""Further movements: a store of its own each, entered with the first one, opened by nobody who does not ask for it."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
import tiny

from dashboard.serving import sign_in_provider
from data_access import account_store, erasing, movement_stores, movements
from data_access.store import AccountError, MovementError, Store, StoreError
from data_access.store.place import movement_of

PLAN = tiny.PLAN


def made(store: Store, code: str, name: str | None = None) -> None:
    movement_stores.made(store, code, name or f"Phong trào {code}", PLAN, "Lan")


def test_a_movement_has_tables_plan_changes_and_journal_of_its_own(store):
    made(store, "papi", "Chỉ số PAPI")
    store.save_plan(PLAN.replace("Thử", "Khác"), "Lan")
    with movement_stores.opened(store, "papi") as own:
        assert (movement_of(own.engine.url), movement_of(store.engine.url)) == ("papi", "")
        assert own.name != store.name and "papi" in own.name
        assert own.current_plan().body == PLAN and own.last_change() == 1
        own.note("print", "Lan", "Báo cáo")
        assert list(own.journal()["action"]) == ["print", "plan"]
    assert list(store.journal()["action"])[:3] == ["plan", "movement.open", "movement.add"]
    assert [(one.code, one.name, one.closed_at) for one in movements.listed(store)] == [
        ("papi", "Chỉ số PAPI", None)
    ]


def test_the_sign_in_page_names_the_only_movement_and_of_several_none(store, monkeypatch):
    monkeypatch.delenv("DASHBOARD_PLAN", raising=False)
    store.save_plan(PLAN, "Lan")
    assert sign_in_provider.about(store) == "Bảng theo dõi “Thử”."
    made(store, "papi", "Chỉ số PAPI")
    several = sign_in_provider.about(store)
    assert several.startswith("Bảng theo dõi nhiều phong trào")
    movements.set_closed(store, "papi", True)
    assert sign_in_provider.about(store) == "Bảng theo dõi “Thử”."


def test_what_stands_twice_or_cannot_be_a_code_is_refused_and_nothing_is_made(store):
    made(store, "papi", "Chỉ số PAPI")
    for code, name, fault in (
        ("papi", "Khác", "movement_taken"),
        ("PAPI", "Khác", "movement_code"),
        ("a", "Khác", "movement_code"),
        ("../x", "Khác", "movement_code"),
        ("a_b", "Khác", "movement_code"),
        ("ab\n", "Khác", "movement_code"),
        ("chinh", "Khác", "movement_code"),
        ("khac", "chỉ số  papi", "movement_name"),
        ("khac", " ", "movement_name"),
    ):
        with pytest.raises(MovementError) as refused:
            made(store, code, name)
        assert refused.value.code == fault, (code, name)
    assert [one.code for one in movements.listed(store)] == ["papi"]
    assert not movement_stores.is_there(store, "khac")


def test_a_store_that_is_lost_is_missed_and_no_empty_one_takes_its_place(store):
    made(store, "papi")
    with movement_stores.opened(store, "papi") as own:
        url = own.engine.url
    if url.get_backend_name() == "sqlite":
        import pathlib

        pathlib.Path(url.database).unlink()
    else:
        with store.engine.begin() as connection:
            connection.execute(sa.schema.DropSchema("phong_trao_papi", cascade=True))
    for _ in range(2):
        with pytest.raises(MovementError) as refused:
            movement_stores.opened(store, "papi")
        assert refused.value.code == "movement_missing"


def test_a_plan_that_cannot_be_kept_leaves_neither_a_store_nor_an_entry(store):
    with pytest.raises(Exception, match="text_unwritable"):
        movement_stores.made(store, "papi", "Chỉ số PAPI", PLAN + "\x00", "Lan")
    assert not movements.listed(store) and not movement_stores.is_there(store, "papi")
    made(store, "papi", "Chỉ số PAPI")
    assert movement_stores.is_there(store, "papi")


def test_a_store_that_stands_there_is_taken_in_only_when_that_is_said(store):
    with movement_stores.prepared(store, "papi") as own:
        own.save_plan(PLAN, "Lan")
    with pytest.raises(MovementError) as refused:
        made(store, "papi")
    assert refused.value.code == "movement_there" and not movements.listed(store)
    movement_stores.taken_in(store, "papi", "Chỉ số PAPI")
    assert [one.closed_at for one in movements.listed(store)] == [None]


def test_rights_are_of_one_movement_and_a_change_of_them_ends_the_sessions(store):
    made(store, "papi")
    made(store, "nong-thon")
    account_store.add(store, "chu", "Chủ", frozenset({"admin"}))
    account_store.add(store, "lan", "Lan", frozenset({"member"}))
    movements.set_right(store, "papi", "lan", frozenset({"unit"}), "SNV")
    with store.engine.connect() as connection:
        number = connection.scalar(sa.text("SELECT id FROM accounts WHERE name = 'lan'"))
    nothing = movements.Right(frozenset(), None)
    own = movements.Right(frozenset({"unit"}), "SNV")
    assert movements.right_in(store, "papi", number) == own
    assert movements.right_in(store, "papi", None) == nothing
    assert movements.right_in(store, "nong-thon", number) == nothing
    assert list(movements.people(store, "papi")["name"]) == ["lan"]
    assert movements.people(store, "nong-thon").empty
    movements.set_right(store, "papi", "lan", frozenset(), None)
    assert movements.right_in(store, "papi", number) == nothing
    movements.set_closed(store, "papi", True)
    assert movements.right_in(store, "papi", number) is None
    with pytest.raises(AccountError):
        movements.set_right(store, "papi", "minh", frozenset({"member"}), None)
    with pytest.raises(MovementError):
        movements.set_right(store, "khac", "lan", frozenset({"member"}), None)
    assert set(store.journal()["action"]) >= {"movement.rights", "movement.add"}


def test_movements_that_nobody_opens_are_as_many_rows_of_one_question_and_nothing_else(store):
    for place in range(3):
        made(store, f"phong-trao-{place}")
    asked: list[str] = []
    sa.event.listen(store.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    assert len(movements.listed(store)) == 3
    assert len([one for one in asked if one.lstrip().upper().startswith("SELECT")]) == 1


def test_an_erasure_that_a_later_store_cut_short_is_whole_when_it_is_asked_for_again(sqlite_store):
    """Only the first store tells which person signs in by a name: it must still know that the second time."""
    account_store.add(sqlite_store, "chu", "Trần Chủ", frozenset({"admin"}))
    account_store.add(sqlite_store, "lan", "Nguyễn Thị Lan", frozenset({"secretary"}))
    made(sqlite_store, "papi")
    refusal = "CREATE TRIGGER refused BEFORE UPDATE ON persons BEGIN SELECT RAISE(ABORT, 'x'); END"
    with movement_stores.opened(sqlite_store, "papi") as own:
        own.note("print", "Nguyễn Thị Lan", "Báo cáo")
        with own.engine.begin() as connection:
            connection.exec_driver_sql(refusal)
        with pytest.raises(StoreError):
            erasing.erase(sqlite_store, "lan")
        with own.engine.begin() as connection:
            connection.exec_driver_sql("DROP TRIGGER refused")
        erasing.erase(sqlite_store, "lan")
        names = sa.text("SELECT name FROM persons WHERE name IS NOT NULL")
        for store in (own, sqlite_store):
            with store.engine.connect() as connection:
                assert "Nguyễn Thị Lan" not in connection.execute(names).scalars().all()
