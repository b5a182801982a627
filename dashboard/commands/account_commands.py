"""Accounts on the command line: python -m dashboard account add|list|roles|disable|enable|unlock|reset."""

from __future__ import annotations

import argparse
import getpass
from collections.abc import Callable

from dashboard.access import permissions
from dashboard.commands.calling import Command, Refused
from dashboard.commands.opened_stores import home_alone
from dashboard.views import accounts as view
from dashboard.wording import account_words as words
from dashboard.wording.role_words import roles as role_words
from data_access import account_store, movements
from data_access.store import Store


def register(command: Command) -> None:
    """The command `account` and its actions, each with what it needs."""
    account = command("account", run, words.ABOUT)
    actions = account.add_subparsers(required=True, metavar=words.ACTION, dest="action")
    actions.add_parser("list", help=words.HELP_LIST)
    for name, help_ in words.HELP.items():
        made = actions.add_parser(name, help=help_, description=help_)
        made.add_argument("name", metavar=words.NAME)
        if name in ("add", "roles"):
            made.add_argument(
                "--role",
                action="append",
                default=[],
                choices=permissions.ROLES,
                help=words.HELP_ROLE,
            )
            made.add_argument("--unit", metavar=words.UNIT, help=words.HELP_UNIT)
        if name == "add":
            made.add_argument(
                "--person", metavar=words.PERSON, required=True, help=words.HELP_PERSON
            )
            made.add_argument("--email", metavar=words.EMAIL, help=words.HELP_EMAIL)
            made.add_argument("--provider-only", action="store_true", help=words.HELP_PROVIDER)


def run(asked: argparse.Namespace) -> None:
    """Do what was asked and say what came of it. Raises `Refused`, `StoreError`."""
    DOINGS[asked.action](asked, home_alone().acting(getpass.getuser(), "command"))


def _add(asked: argparse.Namespace, opened: Store) -> None:
    roles, unit = _roles(asked, opened)
    first = account_store.add(
        opened,
        asked.name,
        asked.person,
        roles,
        unit=unit,
        email=asked.email,
        local=not asked.provider_only,
    )
    print(words.ADDED.format(name=asked.name, roles=role_words(roles)))
    print(
        words.FIRST.format(password=first) if first else words.BY_PROVIDER.format(email=asked.email)
    )


def _set_roles(asked: argparse.Namespace, opened: Store) -> None:
    roles, unit = _roles(asked, opened)
    account_store.set_roles(opened, asked.name, roles, unit)
    print(words.ROLES_SET.format(name=asked.name, roles=role_words(roles)))


def _roles(asked: argparse.Namespace, opened: Store) -> tuple[frozenset[str], str | None]:
    """The roles and unit asked for: the role đơn vị stands alone and needs a unit of the store, the others have none; the first account is an admin."""
    roles, first = frozenset(asked.role), not account_store.in_use(opened)
    if fault := permissions.fault_in_roles(
        roles,
        asked.unit,
        set(opened.load("units")["unit"]),
        first=first,
        elsewhere=bool(movements.listed(opened)),
    ):
        raise Refused(fault)
    return roles, asked.unit


def _list(_asked: argparse.Namespace, opened: Store) -> None:
    known = account_store.everyone(opened)
    for one in known.itertuples(index=False):
        print(view.line(one))
    if known.empty:
        print(words.NOBODY)


def _reset(asked: argparse.Namespace, opened: Store) -> None:
    print(words.FIRST.format(password=account_store.reset(opened, asked.name)))


def _unlock(asked: argparse.Namespace, opened: Store) -> None:
    account_store.unlock(opened, asked.name)
    print(words.UNLOCKED.format(name=asked.name))


def _disable(asked: argparse.Namespace, opened: Store) -> None:
    account_store.set_disabled(opened, asked.name, asked.action == "disable")
    print((words.DISABLED if asked.action == "disable" else words.ENABLED).format(name=asked.name))


DOINGS: dict[str, Callable[[argparse.Namespace, Store], None]] = {
    "add": _add,
    "roles": _set_roles,
    "list": _list,
    "reset": _reset,
    "unlock": _unlock,
    "disable": _disable,
    "enable": _disable,
}
