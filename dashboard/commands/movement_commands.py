"""Movements on the command line: python -m dashboard movement list|add|close|reopen|rights."""

from __future__ import annotations

import argparse
import getpass
from collections.abc import Callable
from pathlib import Path

from dashboard.access import permissions
from dashboard.access.in_movement import fault_in_right
from dashboard.commands.calling import Command, Refused, WrongUse
from dashboard.commands.opened_stores import home_alone
from dashboard.plan import load_plan
from dashboard.plan.checks import plan_text
from dashboard.views import movement_list as view
from dashboard.wording import movement_words as words
from dashboard.wording import role_words
from dashboard.writing import formats
from data_access import account_store, movement_stores, movements
from data_access.store import Store


def register(command: Command) -> None:
    """The command `movement` and its actions, each with what it needs."""
    actions = command("movement", run, words.ABOUT).add_subparsers(
        required=True, metavar=words.ACTION, dest="action"
    )
    actions.add_parser("list", help=words.HELP_LIST)
    for name, help_ in (
        ("add", words.HELP_ADD),
        ("close", words.HELP_CLOSE),
        ("reopen", words.HELP_REOPEN),
        ("rights", words.HELP_RIGHTS),
    ):
        made = actions.add_parser(name, help=help_, description=help_)
        made.add_argument("code", metavar=words.CODE, help=words.HELP_CODE)
        ARGUMENTS.get(name, lambda parser: None)(made)


def _of_add(made: argparse.ArgumentParser) -> None:
    made.add_argument("name", metavar=words.NAME, help=words.HELP_NAME)
    made.add_argument("--existing", action="store_true", help=words.HELP_EXISTING)
    made.add_argument(
        "--plan", dest="first_plan", type=Path, metavar="TỆP", help=words.HELP_FIRST_PLAN
    )


def _of_rights(made: argparse.ArgumentParser) -> None:
    made.add_argument("account", nargs="?", metavar=words.ACCOUNT, help=words.HELP_ACCOUNT)
    made.add_argument(
        "--role",
        action="append",
        default=[],
        choices=permissions.IN_MOVEMENT,
        help=words.HELP_ROLE,
    )
    made.add_argument("--unit", metavar="MÃ", help=words.HELP_UNIT)


ARGUMENTS: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    "add": _of_add,
    "rights": _of_rights,
}


def run(asked: argparse.Namespace) -> None:
    """Do what was asked and say what came of it. Raises `Refused`, `StoreError`, `PlanError`."""
    opened = home_alone(must_be_there=True)
    DOINGS[asked.action](asked, opened.acting(getpass.getuser(), "command"))


def _list(_asked: argparse.Namespace, home: Store) -> None:
    known = movements.listed(home)
    held = movements.people(home)["movement"].value_counts()
    for one in known:
        people = int(held.get(one.code, 0))
        print(
            words.LINE.format(
                code=one.code,
                name=one.name,
                state=view.state(one.closed_at),
                people=words.PEOPLE.format(count=formats.count(people)),
                place=movement_stores.place_of(home, one.code),
            )
        )
    if not known:
        print(words.ONLY_FIRST)


def _add(asked: argparse.Namespace, home: Store) -> None:
    if asked.existing and asked.first_plan:
        raise WrongUse(words.PLAN_OR_EXISTING)
    if asked.existing:
        movement_stores.taken_in(home, asked.code, asked.name)
    elif asked.first_plan:
        text = plan_text(asked.first_plan)
        load_plan(text)
        movement_stores.made(home, asked.code, asked.name, text, getpass.getuser())
    else:
        raise WrongUse(words.NEEDS_PLAN)
    print(words.ADDED.format(code=asked.code, name=asked.name))


def _close(asked: argparse.Namespace, home: Store) -> None:
    movement_stores.set_closed(home, asked.code, True)
    print(words.WAS_CLOSED.format(code=asked.code))


def _reopen(asked: argparse.Namespace, home: Store) -> None:
    movement_stores.set_closed(home, asked.code, False)
    print(words.REOPENED.format(code=asked.code))


def _rights(asked: argparse.Namespace, home: Store) -> None:
    movements.named(home, asked.code)
    if asked.account is None:
        return _told(asked.code, home)
    roles = frozenset(asked.role)
    units = set(movement_stores.units_of(home, asked.code)["unit"])
    known = account_store.everyone(home).set_index("name")["roles"]
    is_admin = permissions.ADMIN in known.get(asked.account, "").split(",")
    if fault := fault_in_right(asked.account, is_admin, roles, asked.unit, units):
        raise Refused(fault)
    movements.set_right(home, asked.code, asked.account, roles, asked.unit)
    said = words.RIGHT_SET if roles else words.RIGHT_TAKEN
    print(said.format(name=asked.account, code=asked.code, roles=role_words.roles(roles)))
    return None


def _told(code: str, home: Store) -> None:
    known = movements.people(home, code)
    for line in view.people(known):
        print(line)
    if known.empty:
        print(words.NOBODY)


DOINGS: dict[str, Callable[[argparse.Namespace, Store], None]] = {
    "list": _list,
    "add": _add,
    "close": _close,
    "reopen": _reopen,
    "rights": _rights,
}
