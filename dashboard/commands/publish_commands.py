"""The command `publish`: which edition readers have, told with what they will see differently before it is done."""

from __future__ import annotations

import argparse

from dashboard.access import edition
from dashboard.assessment.standing import Standing
from dashboard.commands.agreeing import agreed_to
from dashboard.commands.calling import Command, Refused
from dashboard.commands.opened_stores import store
from dashboard.commands.opening import plan_for, verified, year_known
from dashboard.meeting import publishing, read_by, read_by_words, sealing, seals
from dashboard.plan import clock
from dashboard.views import foreseen
from dashboard.wording import command_words as words
from dashboard.wording import meeting_words
from data_access.store import Store


def register(command: Command) -> None:
    """The command of this part, with its arguments."""
    published = command("publish", do_publish, words.HELP_PUBLISH)
    which = published.add_mutually_exclusive_group(required=True)
    which.add_argument("--edition", type=int, metavar="SỐ", help=words.HELP_PUBLISH_EDITION)
    which.add_argument("--year", type=int, metavar="NĂM", help=words.HELP_PUBLISH_YEAR)
    published.add_argument("--withdraw", action="store_true", help=words.HELP_WITHDRAW)
    published.add_argument("--meeting", metavar="KỲ HỌP", help=words.HELP_MEETING)
    published.add_argument("--yes", action="store_true", help=words.HELP_YES)
    published.add_argument("--who", default="dòng lệnh", metavar="NGƯỜI", help=words.HELP_WHO)


def do_publish(asked: argparse.Namespace) -> int:
    """Publish or withdraw an edition, or seal a year's figures and publish them; then what is kept is proved. 1 where the proof fails. Raises `Refused`."""
    opened = store()
    step = publishing.WITHDRAWN if asked.withdraw else edition.PUBLISHED
    if not (asked.meeting or "").strip():
        raise Refused(read_by_words.GROUND_MISSING)
    _foretold(opened, asked, step)
    number = asked.edition or _sealed_and_published(opened, asked)
    if asked.edition:
        about = {"who": asked.who, "meeting": asked.meeting}
        try:
            publishing.take(opened.enter, _known(opened, number), step, clock.today(), **about)
        except publishing.AlreadySoError as error:
            raise Refused(str(error)) from error
    print(edition.in_words(_known(opened, number)))
    return verified(opened)


def _known(opened: Store, number: int) -> edition.Edition:
    """An edition by its number. Raises `SealError` where there is none."""
    opened.load_seal(number)
    return next(one for one in sealing.editions(opened) if one.number == number)


def _foretold(opened: Store, asked: argparse.Namespace, step: str) -> None:
    """Which edition will be published or withdrawn and what readers will see differently; somebody must want it. Raises `Refused`, `SealError`, `MeetingError`."""
    plan, known = plan_for(asked, opened), sealing.editions(opened)
    if asked.year and asked.withdraw:
        raise Refused(words.WITHDRAW_NEEDS_EDITION)
    own = _known(opened, asked.edition) if asked.edition else None
    if own and (own.published_on is not None) == (step == edition.PUBLISHED):
        raise Refused(meeting_words.ALREADY_SO.format(number=own.number))
    reading = read_by.reading_after(
        known, own.year if own else year_known(plan, asked.year), own, step
    )
    before, after = (_standing(opened, one) for one in (reading.before, reading.after))
    if reading.new:
        milestone = publishing.milestone_of(plan, asked.year)
        after = sealing.standing_now(opened, plan, milestone, clock.today())
    units = 0 if after is None else int(after.table["assessed"].sum())
    found = read_by.differences(before, after, opened.entered("publications"))
    agreed_to(asked.yes, [*read_by.lines(reading, own, step, units), *foreseen.lines(found, ())])


def _standing(opened: Store, own: edition.Edition | None) -> Standing | None:
    """The figures of an edition."""
    if own is None:
        return None
    kept = opened.load_seal(own.number)
    return seals.edition_kept(kept.content, kept.fingerprint, own.number)


def _sealed_and_published(opened: Store, asked: argparse.Namespace) -> int:
    plan = plan_for(asked, opened)
    name = publishing.seal_name(asked.year, asked.meeting)
    milestone = publishing.milestone_of(plan, asked.year)
    about = {"name": name, "who": asked.who, "ground": asked.meeting, "publish": True}
    return sealing.seal(opened, plan, milestone, clock.today(), **about).number
