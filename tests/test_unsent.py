"""What is typed and not sent: kept by account and form on both databases, given back by any server, to nobody else, for a week."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa

from dashboard.access.permissions import Person
from dashboard.access.visible import Sight
from dashboard.ui.door import Door
from data_access import account_store, backup, erasing, unsent
from data_access.office_tables import drafts
from data_access.store import connect

TEXT = "Đã có kế hoạch khắc phục; “hạn”: 31/3/2026"


def test_what_was_typed_is_given_back_whole_and_a_later_letter_takes_its_place(store):
    unsent.keep(store, "lan", "own_reply", {"text": TEXT, "empty": ""})
    assert unsent.draft(store, "lan", "own_reply") == {"text": TEXT}
    unsent.keep(store, "lan", "own_reply", {"text": TEXT + "!"})
    assert unsent.draft(store, "lan", "own_reply") == {"text": TEXT + "!"}
    unsent.keep(store, "lan", "own_reply", {"text": ""})
    assert unsent.draft(store, "lan", "own_reply") == {}


def test_another_server_and_a_restart_give_it_back(store, store_url):
    unsent.keep(store, "lan", "own_reply", {"text": TEXT})
    store.close()
    with connect(store_url) as other:
        assert unsent.draft(other, "lan", "own_reply") == {"text": TEXT}
        unsent.forget(other, "lan", "own_reply")
    assert unsent.draft(store, "lan", "own_reply") == {}


def test_it_is_no_deed(store):
    before = store.last_change(), len(store.journal())
    unsent.keep(store, "lan", "own_reply", {"text": TEXT})
    assert (store.last_change(), len(store.journal())) == before


def test_each_form_of_each_account_has_its_own_and_the_door_knows_no_other_account(store):
    def door(name: str) -> Door:
        person = Person(name, frozenset({"secretary"}), account=name)
        return Door(store, person, Sight(), "test", store)

    door("lan").keep_draft("reply_form_SNV", {"text": TEXT})
    assert door("lan").draft("reply_form_STC") == {}
    assert door("minh").draft("reply_form_SNV") == {}
    door("minh").keep_draft("reply_form_SNV", {"text": "khác"})
    door("minh").forget_draft("reply_form_SNV")
    assert door("lan").draft("reply_form_SNV") == {"text": TEXT}


def test_a_file_is_kept_whole_and_found_by_the_beginning_of_its_form(store):
    content = bytes(range(256)) * 3000  # more than a field holds
    unsent.keep(store, "lan", "report_file_b", unsent.of_file("Báo cáo.docx", content))
    unsent.keep(store, "lan", "report_file_a", unsent.of_file("hai.txt", b""))
    unsent.keep(store, "lan", "report_x", {"text": TEXT})
    unsent.keep(store, "minh", "report_file_c", unsent.of_file("ba.txt", b"3"))
    assert unsent.begun(store, "lan", "report_file_") == ["report_file_b", "report_file_a"]
    kept = unsent.draft(store, "lan", "report_file_b")
    assert unsent.file_of(kept) == ("Báo cáo.docx", content)
    assert unsent.readable(kept) == ["Báo cáo.docx"]
    assert unsent.file_of(unsent.draft(store, "lan", "report_file_a")) == ("hai.txt", b"")


def test_after_a_week_it_is_neither_given_back_nor_kept(store):
    for form in ("old", "new"):
        unsent.keep(store, "lan", form, {"text": TEXT})
    with store.engine.begin() as connection:
        past = sa.update(drafts).where(drafts.c.form == "old")
        connection.execute(past.values(at=dt.datetime(2020, 1, 1)))
    assert unsent.draft(store, "lan", "old") == {} and unsent.draft(store, "lan", "new")
    unsent.keep(store, "minh", "other", {"text": TEXT})
    with store.engine.connect() as connection:
        assert set(connection.execute(sa.select(drafts.c.form)).scalars()) == {"new", "other"}


def test_an_account_keeps_no_more_than_its_newest(store):
    unsent.keep(store, "minh", "form", {"text": TEXT})
    for number in range(unsent.MOST + 2):
        unsent.keep(store, "lan", f"form_{number}", {"text": TEXT})
    with store.engine.connect() as connection:
        kept = connection.execute(sa.select(drafts.c.form).where(drafts.c.account == "lan"))
        assert len(kept.all()) == unsent.MOST
    assert unsent.draft(store, "minh", "form") and not unsent.draft(store, "lan", "form_0")


def test_who_is_erased_leaves_none_and_no_backup_holds_any(store, tmp_path):
    account_store.add(store, "quantri", "Trần Văn Bình", frozenset({"admin"}))
    account_store.add(store, "lan", "Nguyễn Thị Lan", frozenset({"secretary"}))
    unsent.keep(store, "lan", "own_reply", {"text": TEXT})
    backup.backup(store, tmp_path / "kho.bak")
    assert TEXT.encode() not in (tmp_path / "kho.bak").read_bytes()
    erasing.erase(store, "lan")
    assert unsent.draft(store, "lan", "own_reply") == {}
