"""Commands that keep the store: plan, empty, backup, restore."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from dashboard.commands.opening import Command, Refused, WrongUse, plan_for, store
from dashboard.plan import dump_plan, load_plan
from dashboard.plan.checks import plan_text
from dashboard.wording import command_words as words
from data_access import backup


def register(command: Command) -> None:
    """The commands of this part, each with its arguments."""
    planned = command("plan", do_plan, words.HELP_PLANS)
    planned.add_argument("action", choices=("check", "load", "show"), help=words.HELP_PLAN_ACTION)
    planned.add_argument("file", nargs="?", type=Path, metavar="TỆP")
    planned.add_argument("--who", default="dòng lệnh", metavar="NGƯỜI", help=words.HELP_WHO)
    planned.add_argument("--why", default="nạp từ tệp", metavar="LÝ DO", help=words.HELP_WHY)
    command("empty", do_empty, words.HELP_EMPTY).add_argument(
        "--yes", action="store_true", help=words.HELP_YES
    )
    command("backup", do_backup, words.HELP_BACKUP).add_argument("file", type=Path, metavar="TỆP")
    restored = command("restore", do_restore, words.HELP_RESTORE)
    restored.add_argument("file", type=Path, metavar="TỆP")
    restored.add_argument("--force", action="store_true", help=words.HELP_FORCE)


def do_plan(asked: argparse.Namespace) -> None:
    if asked.action == "show":
        print(dump_plan(plan_for(asked, store())), end="")
        return
    if asked.file is None:
        raise WrongUse(words.PLAN_NEEDS_FILE)
    text = plan_text(asked.file)
    plan = load_plan(text)
    if asked.action == "load":
        version = store().save_plan(text, who=asked.who, why=asked.why)
        print(words.PLAN_LOADED.format(version=version, name=plan.name))
    else:
        print(
            words.PLAN_FINE.format(
                name=plan.name, criteria=len(plan.criteria), milestones=len(plan.milestones)
            )
        )


def do_empty(asked: argparse.Namespace) -> None:
    if not asked.yes:
        print(words.EMPTY_QUESTION, end="", file=sys.stderr, flush=True)
        answer = sys.stdin.readline()
        if answer.strip().lower() not in ("có", "co", "c", "y", "yes"):
            raise Refused(words.EMPTY_STOPPED if answer else words.EMPTY_NOBODY)
    store().empty()
    print(words.EMPTIED)


def do_backup(asked: argparse.Namespace) -> None:
    backup.backup(store(), asked.file)
    print(words.BACKED_UP.format(file=asked.file))


def do_restore(asked: argparse.Namespace) -> None:
    backup.restore(store(), asked.file, force=asked.force)
    print(words.RESTORED.format(file=asked.file))
