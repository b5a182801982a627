"""The store as each role has it: every method is asked of the table, what is read is cut, what is written bears the name of who is signed in."""

from __future__ import annotations

import datetime as dt
import hashlib
import inspect
import shutil

import pandas as pd
import pytest

from dashboard.access.permissions import HERE, ROLES, NotAllowedError, Person, may
from dashboard.access.store_needs import ENTER_NEEDS, NEEDS
from dashboard.access.visible import Sight
from dashboard.meeting import packs
from dashboard.ui.door import ACCOUNTS, MOVEMENTS, OWN, SIGNED, Door
from data_access import account_store, erasing, movement_stores, person_data, sign_in_sessions
from data_access.meeting_tables import ENTERED
from data_access.store import SealError, Store, connect

DAY = dt.date(2026, 6, 30)
OUT_OF_REACH = {"close", "acting", "journal_head"}  # for the program itself, not for a screen
PEOPLE = {
    role: Person("Lan", frozenset({role}), "SNV" if role == "unit" else None, "lan")
    for role in ROLES
}
SIGHTS = {"member": Sight((2021,)), "unit": Sight((2021,), "SNV")}
REPLY = {
    "year": 2022,
    "kind": "difficulty",
    "indicator": None,
    "rule": None,
    "dated": DAY,
    "text": "khó",
}
SITTING = {
    "members": 11,
    "present": 9,
    "issued": 9,
    "collected": 9,
    "valid": 8,
    "invalid": 1,
    "reason": None,
}
DISPUTE = {
    "year": 2024,
    "criterion": "TC1",
    "stage": "self",
    "was": "7",
    "wanted": "8",
    "text": "nhầm",
}


def results(*rows: tuple[str, int]) -> dict[str, pd.DataFrame]:
    return {
        "results": pd.DataFrame(
            {
                "unit": [unit for unit, _ in rows],
                "year": [year for _, year in rows],
                "criterion": "TC1",
                "stage": "self",
                "value": 7.0,
            }
        )
    }


@pytest.fixture(scope="module")
def whole(migrated_sqlite, tmp_path_factory):
    """The folder of a store with two units, two years, a seal, a plan, an account and a further movement, made once; each test has a copy."""
    folder = tmp_path_factory.mktemp("door")
    shutil.copy(migrated_sqlite, folder / "store.sqlite")
    with connect(f"sqlite:///{folder / 'store.sqlite'}") as opened:
        _filled(opened)
    return folder


@pytest.fixture
def kept(whole, tmp_path):
    for one in whole.glob("*.sqlite"):
        shutil.copy(one, tmp_path)
    with connect(f"sqlite:///{tmp_path / 'store.sqlite'}") as opened:
        yield opened


def _filled(opened: Store) -> None:
    units = {"units": pd.DataFrame({"unit": ["SNV", "STC"], "name": ["Sở Nội vụ", "Sở Tài chính"]})}
    opened.save(
        {**units, **results(("SNV", 2021), ("SNV", 2022), ("STC", 2021), ("STC", 2022))},
        file="a.csv",
        content=b"a",
        who="Ai",
    )
    opened.seal(
        b"...",
        "ab12",
        name="Họp",
        milestone="m25",
        year=2025,
        as_of=DAY,
        who="Ai",
        note=None,
        illustrative=False,
        change=1,
    )
    opened.save_plan("x = 1", "Ai")
    account_store.add(opened, "hoa", "Hoa", frozenset({"secretary"}))
    movement_stores.made(opened, "hai", "Hai", "x = 1", "Ai")


def door(kept: Store, role: str) -> Door:
    return Door(kept, PEOPLE[role], SIGHTS.get(role, Sight()), "10.0.0.7", kept)


CALLS = {
    "draft": ("own_reply",),
    "keep_draft": ("own_reply", {"own_text": "Đã sửa"}),
    "forget_draft": ("own_reply",),
    "drafts_begun": ("report_file_",),
    "last_change": (),
    "current_plan": (),
    "plan_versions": (),
    "illustrative": (),
    "load": ("results",),
    "entered": ("replies",),
    "conclusions": (),
    "newest": ("publications",),
    "imports": (),
    "changes": (),
    "prove": (),
    "file": (hashlib.sha256(b"a").hexdigest(),),
    "history": ("results", {"unit": "SNV"}),
    "compare": ({},),
    "load_records": (),
    "records_if": (1, True),
    "tables_of": (1,),
    "hand_in": ("submissions", "a.xlsx", b"x"),
    "load_for_seal": ([], DAY),
    "load_touched": (0, DAY, DAY),
    "seals": (),
    "load_seal": (1,),
    "undo": (1, "Ai", "nhầm"),
    "redo": (1, "Ai", "nhầm"),
    "save_plan": ("y = 1", "Ai"),
    "seal": (b".", "cd"),
    "empty": (),
    "journal": (),
    "note": ("print", "Lan"),
    "save": (results(("SNV", 2022)),),
    "enter": ("replies",),
    "enter_many": ([("replies", {"unit": "SNV", **REPLY})],),
    "word_template": (),
    "save_word_template": ("a.docx", b"."),
    "accounts": (),
    "add_account": ("moi", "Mới", frozenset({"member"})),
    "set_account_roles": ("hoa", frozenset({"member"}), None),
    "set_account_disabled": ("hoa", True),
    "unlock_account": ("hoa",),
    "reset_account": ("hoa",),
    "correct_person": ("hoa", "Hòa"),
    "erase_person": ("hoa",),
    "movements": (),
    "movement_people": ("hai",),
    "movement_units": ("hai",),
    "add_movement": ("ba", "Ba", "x = 1", "Ai"),
    "set_movement_closed": ("hai", True),
    "set_movement_right": ("hai", "hoa", frozenset({"member"}), None),
}
AT_THE_GATE = {
    account_store.in_use,
    sign_in_sessions.sign_in,
    sign_in_sessions.sign_in_by_email,
    sign_in_sessions.signed_in,
    sign_in_sessions.keep,
    sign_in_sessions.sign_out,
    sign_in_sessions.change_password,
}
NAMED = {
    "undo": {"who": "Ai", "why": "nhầm"},
    "redo": {"who": "Ai", "why": "nhầm"},
    "save_plan": {"who": "Ai"},
    "save_word_template": {"who": "Ai"},
    "empty": {"who": "Ai"},
    "seal": {
        "name": "Họp",
        "milestone": "m25",
        "year": 2025,
        "as_of": DAY,
        "who": "Ai",
        "note": None,
        "illustrative": False,
        "change": 1,
    },
    "save": {"file": "b.csv", "content": b"b", "who": "Ai"},
    "enter": {"who": "Ai", "unit": "SNV", **REPLY},
    "enter_many": {"who": "Ai"},
    "hand_in": {"who": "Ai", "unit": "SNV", "year": 2024, "kind": "workbook"},
}


def test_every_method_of_the_store_is_named_or_out_of_reach():
    methods = {
        name
        for name, _ in inspect.getmembers(Store, inspect.isfunction)
        if not name.startswith("_")
    }
    beside = {*ACCOUNTS, *MOVEMENTS, *OWN}
    assert methods == set(NEEDS) - beside | OUT_OF_REACH == set(CALLS) - beside | OUT_OF_REACH
    assert beside <= set(NEEDS) and beside <= set(CALLS)


def test_every_deed_about_accounts_goes_through_the_door_or_belongs_to_the_gate():
    deeds = {
        one
        for module in (account_store, sign_in_sessions, person_data, erasing)
        for name, one in inspect.getmembers(module, inspect.isfunction)
        if one.__module__ == module.__name__ and not name.startswith("_")
    }
    elsewhere = AT_THE_GATE | {
        person_data.of_account
    }  # of who is signed in, for the page outside of Streamlit
    assert deeds == set(ACCOUNTS.values()) | elsewhere | {
        person_data.held,
        person_data.known_names,
        erasing.erase_idle,
        erasing.coded_everywhere,
    }


def test_entered_tables_are_all_asked_about():
    assert set(ENTER_NEEDS) == set(ENTERED)


def test_everything_that_bears_a_name_is_signed():
    bears = {
        name
        for name, method in inspect.getmembers(Store, inspect.isfunction)
        if "who" in inspect.signature(method).parameters and name != "note"
    }
    assert bears | {"seal", "enter", "hand_in"} == SIGNED


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("method", CALLS)
def test_each_role_gets_through_with_what_it_may_and_is_refused_with_the_rest(kept, role, method):
    if method == "redo":
        kept.undo(1, "Ai", "nhầm")
    given = CALLS[method][:1] if method in ("undo", "redo", "save_plan") else CALLS[method]
    call = lambda: getattr(door(kept, role), method)(*given, **NAMED.get(method, {}))  # noqa: E731
    if may(PEOPLE[role], NEEDS[method]):
        call()
    else:
        before = kept.last_change(), len(kept.journal())
        with pytest.raises(NotAllowedError):
            call()
        assert (kept.last_change(), len(kept.journal())) == before, "nothing happened"


def test_what_is_not_named_is_closed(kept):
    for name in ("engine", "_store_", "close", "acting", "_writing"):
        with pytest.raises(AttributeError):
            getattr(door(kept, "admin"), name)


def test_rows_are_cut_to_what_the_role_sees(kept):
    found = {
        role: list(
            door(kept, role).load("results")[["unit", "year"]].itertuples(index=False, name=None)
        )
        for role in ROLES
    }
    assert found["member"] == [("SNV", 2021), ("STC", 2021)]
    assert found["unit"] == [("SNV", 2021), ("SNV", 2022)]
    assert len(found["secretary"]) == len(found["admin"]) == 4
    assert door(kept, "unit").load("units")["unit"].tolist() == ["SNV"]


@pytest.mark.parametrize(
    ("table", "allowed"),
    [
        ("units", {"admin"}),
        ("lineage", {"admin"}),
        ("results", {"secretary"}),
        ("aliases", {"secretary"}),
    ],
)
def test_the_list_of_units_is_changed_by_an_admin_and_figures_by_the_secretariat(
    kept, table, allowed
):
    rows = {
        "units": pd.DataFrame({"unit": ["SYT"], "name": ["Sở Y tế"]}),
        "lineage": pd.DataFrame(
            {
                "before": ["SNV"],
                "after": ["STC"],
                "on": [pd.Timestamp(2025, 7, 1)],
                "kind": ["merge"],
            }
        ),
        "aliases": pd.DataFrame({"alias": ["so noi vu"], "unit": ["SNV"]}),
        **results(("SNV", 2021)),
    }[table]
    for role in ROLES:
        if role in allowed:
            door(kept, role).save(
                {table: rows}, file=f"{role}.csv", content=role.encode(), who="Ai"
            )
        else:
            with pytest.raises(NotAllowedError):
                door(kept, role).save(
                    {table: rows}, file=f"{role}.csv", content=role.encode(), who="Ai"
                )


@pytest.mark.parametrize(
    ("table", "row", "allowed"),
    [
        (
            "conclusions",
            {
                "meeting": "Họp",
                "agreed_on": DAY,
                "unit": None,
                "what": "việc",
                "responsible": "SNV",
                "due": None,
            },
            {"secretary"},
        ),
        (
            "publications",
            {
                "unit": "SNV",
                "year": 2022,
                "indicator": "score",
                "rule": "target",
                "step": "published",
                "on": DAY,
                "meeting": "Họp",
                "reason": "vì",
            },
            {"secretary"},
        ),
        (
            "published_years",
            {"year": 2025, "step": "published", "on": DAY, "meeting": None, "seal": 1},
            {"secretary"},
        ),
        (
            "disciplines",
            {"unit": "SNV", "year": 2025, "step": "entered", "on": DAY, "document": "QĐ 1"},
            {"secretary"},
        ),
        (
            "waivers",
            {
                "milestone": "m25",
                "year": 2025,
                "code": "reports",
                "step": "given",
                "reason": "vì",
            },
            {"secretary"},
        ),
        (
            "nominees",
            {
                "milestone": "m25",
                "unit": "SNV",
                "person": "Trần Thị Bình",
                "post": "Chuyên viên",
                "form": "Bằng khen",
                "achievement": "Niêm yết đủ",
                "step": "proposed",
            },
            {"secretary"},
        ),
        ("vote_counts", {"milestone": "m25", **SITTING}, {"secretary"}),
        (
            "votes",
            {
                "milestone": "m25",
                "unit": "SNV",
                "person": None,
                "form": "Bằng khen",
                "agree": 7,
                "disagree": 1,
                "reason": None,
            },
            {"secretary"},
        ),
        ("replies", {"unit": "SNV", **REPLY}, {"secretary", "unit"}),
        ("replies", {"unit": "STC", **REPLY}, {"secretary"}),
        ("plan_drafts", {"draft": "d", "base": 0, "body": "a = 1", "state": "open"}, {"admin"}),
        ("submissions", {"unit": "SNV", "year": 2024, "kind": "unchanged"}, {"secretary", "unit"}),
        ("submissions", {"unit": "STC", "year": 2024, "kind": "unchanged"}, {"secretary"}),
        ("disputes", {"unit": "STC", **DISPUTE}, {"secretary"}),
        ("disputes", {"unit": "SNV", **DISPUTE}, {"secretary", "unit"}),
    ],
)
def test_what_people_enter_is_asked_of_the_table_too(kept, table, row, allowed):
    for role in ROLES:
        if role in allowed:
            door(kept, role).enter(table, who="Ai", **row)
        else:
            with pytest.raises(NotAllowedError):
                door(kept, role).enter(table, who="Ai", **row)


def test_of_several_rows_each_is_asked_of_the_table_and_none_stays_where_one_may_not_be(kept):
    allowed = ("replies", {"unit": "SNV", **REPLY})
    with pytest.raises(NotAllowedError):
        door(kept, "unit").enter_many([allowed, ("replies", {"unit": "STC", **REPLY})], who="Ai")
    with pytest.raises(NotAllowedError):
        door(kept, "unit").enter_many(
            [allowed, ("vote_counts", {"milestone": "m25", **SITTING})], who="Ai"
        )
    assert kept.entered("replies").empty
    door(kept, "unit").enter_many([allowed, allowed], who="Người khác")
    assert kept.entered("replies")["who"].tolist() == ["Lan", "Lan"]


def test_a_unit_takes_back_what_it_sent_and_decides_nothing(kept):
    own, desk = door(kept, "unit"), door(kept, "secretary")
    number = own.enter("disputes", who="Ai", unit="SNV", **DISPUTE)
    step = {"dispute": number, "unit": "SNV", "year": 2024, "who": "Ai"}
    with pytest.raises(NotAllowedError):
        own.enter("dispute_steps", state="accepted", **step)
    own.enter("dispute_steps", state="withdrawn", **step)
    with pytest.raises(SealError, match="decided_already"):
        desk.enter("dispute_steps", state="refused", **step)
    other = {**step, "dispute": own.enter("disputes", who="Ai", unit="SNV", **DISPUTE)}
    desk.enter("dispute_steps", state="refused", **other)
    with pytest.raises(SealError, match="entry_code"):
        desk.enter("dispute_steps", state="refused", **{**other, "unit": "STC"})
    assert len(own.entered("disputes")) == 2 and len(own.entered("dispute_steps")) == 2
    assert door(kept, "member").entered("disputes").empty


def test_a_change_of_units_is_taken_back_by_who_may_make_it_and_figures_by_the_secretariat(kept):
    units = {"units": pd.DataFrame({"unit": ["SYT"], "name": ["Sở Y tế"]})}
    blocks = {"unit_years": pd.DataFrame({"unit": ["SNV"], "year": [2024], "block": ["Khối 1"]})}
    keeper, desk = door(kept, "admin"), door(kept, "secretary")
    number = keeper.save(units, file=None, content=None, who="Ai").id
    with pytest.raises(NotAllowedError):
        desk.undo(number, who="Ai")
    keeper.undo(number, who="Ai")
    grouped = keeper.save(blocks, file=None, content=None, who="Ai").id
    desk.undo(grouped, who="Ai")
    with pytest.raises(NotAllowedError):
        keeper.undo(1, who="Ai")


def test_who_is_signed_in_stands_beside_the_deed_whatever_name_was_given(kept):
    door(kept, "secretary").enter(
        "published_years",
        who="Người khác",
        year=2025,
        step="published",
        on=DAY,
        meeting=None,
        seal=1,
    )
    door(kept, "secretary").undo(1, who="Người khác", why="nhầm")
    rows = kept.journal().head(2)
    assert rows[["account", "who", "origin"]].values.tolist() == [["lan", "Lan", "10.0.0.7"]] * 2
    Door(kept, HERE, Sight(), "machine", kept).redo(1, who="Tên đã ghi", why="đúng")
    assert kept.journal()["who"].iloc[0] == "Tên đã ghi", (
        "at a machine without accounts the name is the one given"
    )


def test_an_admin_shuts_out_others_and_never_themselves(kept):
    account_store.add(kept, "lan", "Lan", frozenset({"admin"}))
    mine = door(kept, "admin")
    for deed in (
        lambda: mine.set_account_disabled("lan", True),
        lambda: mine.set_account_roles("lan", frozenset({"secretary"}), None),
    ):
        with pytest.raises(NotAllowedError, match="nhờ một quản trị khác"):
            deed()
    mine.set_account_roles("lan", frozenset({"secretary", "admin"}), None)
    mine.set_account_disabled("hoa", True)
    assert kept.journal()[["action", "account", "what", "origin"]].head(2).values.tolist() == [
        ["account.disable", "lan", "hoa", "10.0.0.7"],
        ["account.roles", "lan", "lan", "10.0.0.7"],
    ]


def test_nobody_gets_nothing(kept):
    with pytest.raises(NotAllowedError):
        Door(kept, None, Sight(()), "machine", kept).load("units")


def test_a_pack_is_not_made_for_a_member(kept):
    with pytest.raises(NotAllowedError):
        packs.pack_of_seal(door(kept, "member"), 1)
