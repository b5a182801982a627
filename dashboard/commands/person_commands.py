"""A person's data on the command line: python -m dashboard person show|correct|erase NAME, person code."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable, Mapping
from typing import Any

from dashboard.commands.calling import Command, Refused
from dashboard.commands.opened_stores import home_alone
from dashboard.views import journal as view
from dashboard.wording import movement_words, role_words
from dashboard.wording import person_words as words
from dashboard.writing import formats
from data_access import erasing, person_data
from data_access.store import Store

YES = ("có", "co", "c", "y", "yes")


def register(command: Command) -> None:
    """The command `person` and its actions, each with what it needs."""
    actions = command("person", run, words.ABOUT).add_subparsers(
        required=True, metavar=words.ACTION, dest="action"
    )
    for name, help_ in (
        ("code", words.HELP_CODE),
        ("show", words.HELP_SHOW),
        ("correct", words.HELP_CORRECT),
        ("erase", words.HELP_ERASE),
    ):
        made = actions.add_parser(name, help=help_, description=help_)
        if name != "code":
            made.add_argument("name", metavar=words.NAME, help=words.HELP_NAME)
        if name == "correct":
            made.add_argument("--to", required=True, metavar=words.RIGHT, help=words.HELP_TO)
        if name in ("erase", "code"):
            made.add_argument("--yes", action="store_true", help=words.HELP_YES)


def run(asked: argparse.Namespace) -> int | None:
    """Do what was asked and say what came of it; 1 where a movement's store could not be opened. Raises `Refused`, `StoreError`."""
    opened = home_alone(must_be_there=True)
    return DOINGS[asked.action](asked, opened.acting(getpass.getuser(), "command"))


def _show(asked: argparse.Namespace, opened: Store) -> int:
    found = person_data.held(opened, asked.name)
    print(words.HEAD.format(names=", ".join(sorted(found.names))))
    print(*([_account(one) for one in found.accounts] or [words.NO_ACCOUNT]), sep="\n")
    if found.unsent:
        print(words.UNSENT.format(count=formats.count(len(found.unsent))))
    print(words.DEEDS.format(count=formats.count(len(found.deeds))))
    for one in view.listed(found.deeds).itertuples(index=False):
        what = "" if formats.is_missing(one.what) else f": {one.what}"
        print(words.DEED.format(moment=one.moment, deed=one.deed, what=what, place=one.place))
    if found.unread:
        names = formats.listed([f"“{one.name}”" for one in found.unread])
        print(movement_words.UNREAD.format(names=names), file=sys.stderr)
    return 1 if found.unread else 0


def _account(one: Mapping[str, Any]) -> str:
    return words.ACCOUNT.format(
        name=one["name"],
        person=one["person"],
        roles=role_words.roles(one["roles"].split(",")),
        unit=words.UNIT.format(unit=one["unit"]) if one["unit"] else "",
        email=words.EMAIL.format(email=one["email"]) if one["email"] else "",
        made=formats.date(one["made_at"]),
        last=formats.date(one["signed_in_at"]) if one["signed_in_at"] else words.NEVER,
    )


def _correct(asked: argparse.Namespace, opened: Store) -> None:
    person_data.correct(opened, asked.name, asked.to)
    print(words.CORRECTED.format(right=asked.to.strip()))


def _erase(asked: argparse.Namespace, opened: Store) -> None:
    person_data.held(opened, asked.name)  # refuses an unknown name before it asks
    _agreed(asked, words.QUESTION.format(name=asked.name))
    done = erasing.erase(opened, asked.name)
    print(words.ERASED.format(name=asked.name, cleaned=len(done.cleaned)))
    if done.still:
        files = ", ".join(path.name for path in done.still)
        print(words.STILL.format(count=len(done.still), files=files))
    if done.coded:
        print(words.CODED_FIRST.format(names=formats.count(done.coded)))


def _code(asked: argparse.Namespace, opened: Store) -> None:
    _agreed(asked, words.CODE_QUESTION)
    done = erasing.coded_everywhere(opened)
    if not done:
        print(words.NOTHING_OLD)
        return
    names, places = sum(one.names for one in done), sum(one.places for one in done)
    print(words.CODED.format(names=formats.count(names), places=formats.count(places)))
    backups = [path for one in done for path in one.backups]
    if backups:
        files = ", ".join(path.name for path in backups)
        print(words.OLD_BACKUPS.format(count=formats.count(len(backups)), files=files))


def _agreed(asked: argparse.Namespace, question: str) -> None:
    """Ask, unless the answer was given with the command. Raises `Refused`."""
    if asked.yes:
        return
    print(question, end="", file=sys.stderr, flush=True)
    if sys.stdin.readline().strip().lower() not in YES:
        raise Refused(words.STOPPED)


DOINGS: dict[str, Callable[[argparse.Namespace, Store], int | None]] = {
    "code": _code,
    "show": _show,
    "correct": _correct,
    "erase": _erase,
}
