"""Reminders to late units through the office's own mail server: python -m dashboard remind --year 2025 [--send]."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Mapping

import pandas as pd

from dashboard.assessment.deadlines import Urged
from dashboard.assessment.standing import Records, Standing, assess
from dashboard.commands.calling import Command, Refused
from dashboard.commands.opened_stores import home, store
from dashboard.commands.opening import plan_for
from dashboard.exports.letter_occasion import usual_sender
from dashboard.plan import Plan, ReportDeadline, clock
from dashboard.views import filing_board, urged_units
from dashboard.wording import mail_words as words
from dashboard.wording.filing_words import report_name
from dashboard.writing import formats
from data_access import account_store, mail, movements
from data_access.store import Store


def register(command: Command) -> None:
    """The command of this part."""
    asked = command("remind", do_remind, words.HELP)
    asked.add_argument("--year", type=int, required=True, metavar="NĂM", help=words.HELP_YEAR)
    asked.add_argument("--send", action="store_true", help=words.HELP_SEND)


def do_remind(asked: argparse.Namespace) -> int:
    """Say who would be reminded, or remind them, one line a unit; 1 where an e-mail was refused. Raises `Refused`, `StoreError`."""
    opened = store(must_be_there=True)
    plan, server = plan_for(asked, opened), _server() if asked.send else None
    today = clock.today()
    past = [one for one in plan.reports if one.year == asked.year and one.due < today]
    if not past:
        raise Refused(words.NO_DEADLINE.format(year=asked.year))
    standing = assess(plan, Records(**opened.load_records(today)), asked.year, today)
    units, fine = opened.load("units"), True
    for deadline in past:
        board = filing_board.board(standing, units, deadline)
        fine &= all([*_reminded(opened, plan, server, standing, deadline, board)])
    return 0 if fine else 1


def _server() -> mail.MailServer:
    try:
        server = mail.server_of(os.environ)
    except mail.MailError as error:
        raise Refused(words.FAULTS[error.code].format(**error.fields)) from error
    if server is None:
        raise Refused(words.OFF)
    return server


def _reminded(
    opened: Store,
    plan: Plan,
    server: mail.MailServer | None,
    standing: Standing,
    deadline: ReportDeadline,
    board: pd.DataFrame,
) -> Iterator[bool]:
    """One line of what was done a unit; whether each was fine."""
    about = {"report": report_name(deadline), "year": deadline.year}
    late = urged_units.urged(board, "missing")
    if filing_board.nothing_recorded(board):
        print(words.NONE_RECORDED.format(**about))
    elif not late:
        print(words.NOBODY.format(**about))
    else:
        addresses = _addresses(opened)
        said = {
            **about,
            "due": formats.date(deadline.due),
            "today": formats.date(standing.as_of),
            "sender": usual_sender(plan).office.body,
        }
        for one in late:
            yield _remind(opened, server, one, addresses.get(one.unit, []), said)


def _addresses(opened: Store) -> Mapping[str, list[str]]:
    """Unit → the e-mail addresses of its accounts in use; of every movement the first one's store keeps them."""
    first, code = home(), opened.movement
    known = movements.people(first, code) if code else account_store.everyone(first)
    found: dict[str, list[str]] = {}
    for one in known[~known["disabled"]].itertuples(index=False):
        if not formats.is_missing(one.unit) and not formats.is_missing(one.email):
            found.setdefault(one.unit, []).append(one.email)
    return found


def _remind(
    opened: Store,
    server: mail.MailServer | None,
    late: Urged,
    to: list[str],
    said: Mapping[str, object],
) -> bool:
    """Remind one unit, with a row in the journal for each e-mail that went out, or say what would be done; whether all was fine."""
    own = {**said, "name": late.name, "days": formats.count(late.days, "ngày")}
    if not to:
        print(words.NO_ADDRESS.format(**own))
        return True
    if server is None:
        print(words.WOULD.format(**own, to=", ".join(to)))
        return True
    return all([_send(opened, server, late, address, own) for address in to])


def _send(
    opened: Store, server: mail.MailServer, late: Urged, address: str, said: Mapping[str, object]
) -> bool:
    """One e-mail to one address; whether it went out."""
    try:
        mail.send(server, address, words.SUBJECT.format(**said), words.BODY.format(**said))
    except mail.MailError as error:
        print(f"{late.name}: {words.FAULTS[error.code].format(**error.fields)}")
        return False
    opened.note("mail.reminder", None, late.unit, year=said["year"])
    print(words.SENT.format(**said, to=address))
    return True
