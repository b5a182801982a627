"""The command `plan`: check a file, load it, show the one in force. Checking loads neither the store nor the calculation."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.commands.calling import Command, Refused, WrongUse
from dashboard.plan import Plan, dump_plan, load_plan
from dashboard.plan.checks import PlanError, plan_text
from dashboard.wording import command_words as words

if TYPE_CHECKING:
    from data_access.store import Store


def register(command: Command) -> None:
    """The command of this part, with its arguments."""
    planned = command("plan", do_plan, words.HELP_PLANS)
    planned.add_argument("action", choices=("check", "load", "show"), help=words.HELP_PLAN_ACTION)
    planned.add_argument("file", nargs="?", type=Path, metavar="TỆP")
    planned.add_argument("--who", default="dòng lệnh", metavar="NGƯỜI", help=words.HELP_WHO)
    planned.add_argument("--why", default="nạp từ tệp", metavar="LÝ DO", help=words.HELP_WHY)
    planned.add_argument("--yes", action="store_true", help=words.HELP_YES)
    planned.add_argument("--out", type=Path, metavar="TỆP", help=words.HELP_OUT_FILE)


def do_plan(asked: argparse.Namespace) -> None:
    """Do what was asked with a plan. Raises `Refused`, `WrongUse`, `StoreError`."""
    if asked.action == "show":
        _show(asked)
        return
    if asked.file is None:
        raise WrongUse(words.PLAN_NEEDS_FILE)
    text, plan = _checked(asked.file)
    if asked.action == "load":
        _load(asked, text, plan)
    else:
        print(
            words.PLAN_FINE.format(
                name=plan.name, criteria=len(plan.criteria), milestones=len(plan.milestones)
            )
        )


def _checked(file: Path) -> tuple[str, Plan]:
    """The text of the file and the plan that it is; every mistake in one refusal."""
    try:
        text = plan_text(file)
        return text, load_plan(text)
    except PlanError as error:
        raise Refused("\n".join(error.sentences)) from error


def _show(asked: argparse.Namespace) -> None:
    from dashboard.commands.opened_stores import store
    from dashboard.commands.opening import plan_for, written

    written(dump_plan(plan_for(asked, store())), asked.out)


def _load(asked: argparse.Namespace, text: str, plan: Plan) -> None:
    from dashboard.commands.opened_stores import store
    from dashboard.commands.store_commands import keep_before

    opened = store()
    seen = opened.last_change()
    if not opened.load("units").empty:
        _foretold(asked, opened, plan)
    keep_before(opened, "plan")
    version = opened.save_plan(text, who=asked.who, why=asked.why, seen=seen)
    print(words.PLAN_LOADED.format(version=version, name=plan.name))


def _foretold(asked: argparse.Namespace, opened: Store, new: Plan) -> None:
    """What the plan would change, as the page Kế hoạch tells it; where units change, somebody must want it. Raises `Refused`."""
    from dashboard.assessment.change_tried import of_change
    from dashboard.assessment.standing import Records
    from dashboard.commands.agreeing import agreed_to
    from dashboard.commands.opening import plan_in_force
    from dashboard.meeting.sealing import editions
    from dashboard.plan import clock
    from dashboard.views import foreseen
    from dashboard.views.plan_changes import changed

    old, today = plan_in_force(opened), clock.today()
    records = Records(**opened.load_records(today))
    disciplines, visits = opened.entered("disciplines"), opened.load("inspections")
    years = of_change((old, records), (new, records), today, disciplines, visits)
    differences = changed(old, new)
    lines = [words.PLAN_WOULD, *differences] if differences else [words.PLAN_SAME]
    moved = any(len(one.rows) for one in years)
    agreed_to(asked.yes or not moved, [*lines, *foreseen.lines(years, editions(opened))])
