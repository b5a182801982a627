"""The role table, cell by cell, and who may open which page."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.access import permissions
from dashboard.access.permissions import (
    ACTIONS,
    HERE,
    PAGES,
    ROLES,
    NotAllowedError,
    Person,
    fault_in_roles,
    home,
    may,
    may_open,
    require,
)
from dashboard.ui.frame import MENU
from dashboard.wording import role_words as words
from data_access import keepers

ROOT = Path(__file__).resolve().parents[1]

# role by role, written out by hand: x may, . may not
#                  member  secretary  unit  admin
ACTION_TABLE = """
read               x       x          x     x
see_drafts         .       x          .     x
see_imports        .       x          .     x
import             .       x          .     .
change_units       .       .          .     x
change_plan        .       .          .     x
seal               .       x          .     .
publish            .       x          .     .
present            .       x          .     .
conclude           .       x          .     .
reply              .       x          x     .
print              .       x          .     .
make_template      .       x          x     .
take_table         x       x          x     x
empty              .       .          .     x
see_journal        .       .          .     x
manage_accounts    .       .          .     x
"""
PAGE_TABLE = """
overview           x       x          .     x
trends             x       x          .     x
ranking            x       x          .     x
lagging            x       x          .     x
profile            x       x          .     x
satisfaction       x       x          .     x
indices            x       x          .     x
examples           x       x          .     x
method             x       x          .     x
meeting            .       x          .     .
deck               .       x          .     .
intake             .       x          .     .
reports            .       x          .     .
appraisal          .       x          .     .
filings            .       x          .     .
units              .       x          .     x
plan               .       x          .     x
own                .       .          x     .
journal            .       .          .     x
accounts           .       .          .     x
"""


def cells(table: str) -> list[tuple[str, str, bool]]:
    rows = [line.split() for line in table.strip().splitlines()]
    return [
        (name, role, mark == "x")
        for name, *marks in rows
        for role, mark in zip(ROLES, marks, strict=True)
    ]


def person(*roles: str, unit: str | None = None) -> Person:
    return Person("Lan", frozenset(roles), unit, "lan")


@pytest.mark.parametrize(("action", "role", "allowed"), cells(ACTION_TABLE))
def test_each_role_may_do_exactly_what_the_table_says(action, role, allowed):
    assert may(person(role, unit="SNV" if role == "unit" else None), action) is allowed


@pytest.mark.parametrize(("page", "role", "allowed"), cells(PAGE_TABLE))
def test_each_role_may_open_exactly_the_pages_that_the_table_says(page, role, allowed):
    assert may_open(person(role), page) is allowed


def test_the_tables_here_name_every_action_and_every_page_and_every_page_stands_in_the_menu():
    assert {name for name, _, _ in cells(ACTION_TABLE)} == set(ACTIONS) == set(words.ACTIONS)
    files = {one.stem for one in (ROOT / "pages").glob("*.py")}
    assert (
        {name for name, _, _ in cells(PAGE_TABLE)}
        == set(PAGES)
        == files
        == {name for pages in MENU.values() for name, _, _ in pages}
    )


def test_a_unit_may_act_for_itself_alone_and_the_secretariat_for_any():
    unit = person("unit", unit="SNV")
    assert [may(unit, "reply", one) for one in ("SNV", "STC", "", None)] == [
        True,
        False,
        False,
        True,
    ]
    assert may(person("secretary"), "reply", "STC")
    assert not may(person("unit"), "reply", "SNV"), "an account of a unit without a unit is of none"


def test_nobody_may_do_anything_unknown_and_nobody_at_all_may_do_nothing():
    assert not any(may(person(*ROLES), "fly") for _ in "x")
    assert not any(may(None, action) for action in ACTIONS)
    assert not any(may_open(None, page) for page in PAGES)


def test_whoever_sits_at_a_machine_without_accounts_is_secretariat_and_admin():
    assert HERE.roles == {"secretary", "admin"} and HERE.account is None
    assert all(may(HERE, action) for action in ACTIONS)


@pytest.mark.parametrize(
    ("roles", "unit", "first", "fault"),
    [
        ({"admin"}, None, True, None),
        ({"admin", "secretary"}, None, True, None),
        ({"secretary"}, None, True, words.FIRST_ADMIN),
        ({"secretary"}, None, False, None),
        (set(), None, False, words.NO_ROLE),
        ({"unit"}, "SNV", False, None),
        ({"unit"}, None, False, words.UNIT_ALONE),
        ({"unit", "member"}, "SNV", False, words.UNIT_ALONE),
        ({"member"}, "SNV", False, words.UNIT_WITHOUT_ROLE),
        ({"unit"}, "XYZ", False, words.NO_UNIT.format(unit="XYZ")),
    ],
)
def test_an_account_has_roles_that_go_together_and_the_first_one_is_an_admin(
    roles, unit, first, fault
):
    assert fault_in_roles(roles, unit, {"SNV"}, first=first) == fault


def test_the_role_that_the_store_never_loses_is_the_admin():
    assert keepers.KEEPER == permissions.ADMIN


def test_a_refusal_is_a_vietnamese_sentence_that_names_the_deed():
    with pytest.raises(NotAllowedError, match="không có quyền chốt số liệu"):
        require(person("member"), "seal")


def test_everybody_begins_on_a_page_that_is_theirs():
    assert [home(person(role)) for role in ROLES] == ["overview", "overview", "own", "overview"]
    assert permissions.home(None) == "overview"
