"""Commands of meetings: seal the figures, make the pack and the slides for the hall."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

from dashboard.access import edition
from dashboard.access.edition import AS_THEY_ARE
from dashboard.commands.calling import Command, Refused
from dashboard.commands.opening import plan_for, store, verified, year_known
from dashboard.deck import making
from dashboard.deck.agenda import first_agenda
from dashboard.exports import pack_files
from dashboard.exports.report.material import READINESS
from dashboard.meeting import meeting_steps, packs, publishing, sealing, seals
from dashboard.plan import Plan, clock
from dashboard.wording import command_words as words
from dashboard.wording import meeting_words
from dashboard.writing import formats
from data_access.store import Store


def register(command: Command) -> None:
    """The commands of this part, each with its arguments."""
    _register_papers(command)
    _register_publishing(command)
    _register_deck(command)


def _register_papers(command: Command) -> None:
    sealed, packed = (
        command("seal", do_seal, words.HELP_SEAL),
        command("pack", do_pack, words.HELP_PACK),
    )
    for asked in (sealed, packed):
        asked.add_argument("--milestone", required=True, metavar="MÃ", help=words.HELP_MILESTONE)
        asked.add_argument(
            "--as-of", type=dt.date.fromisoformat, metavar="NĂM-THÁNG-NGÀY", help=words.HELP_AS_OF
        )
    sealed.add_argument("--name", required=True, metavar="TÊN", help=words.HELP_SEAL_NAME)
    sealed.add_argument("--who", default="dòng lệnh", metavar="NGƯỜI", help=words.HELP_WHO)
    packed.add_argument("--out", required=True, type=Path, metavar="THƯ MỤC", help=words.HELP_OUT)
    packed.add_argument("--seal", type=int, metavar="SỐ", help=words.HELP_SEAL_NUMBER)
    packed.add_argument("--template", type=Path, metavar="TỆP", help=words.HELP_WORD_TEMPLATE)
    packed.add_argument(
        "--entered", type=dt.date.fromisoformat, metavar="NĂM-THÁNG-NGÀY", help=words.HELP_ENTERED
    )
    packed.add_argument(
        "--annexes", choices=("full", "short"), default="full", help=words.HELP_ANNEXES
    )
    packed.add_argument("--inner", action="store_true", help=words.HELP_INNER)
    packed.add_argument("--live", action="store_true", help=words.HELP_LIVE)


def _register_publishing(command: Command) -> None:
    published = command("publish", do_publish, words.HELP_PUBLISH)
    which = published.add_mutually_exclusive_group(required=True)
    which.add_argument("--edition", type=int, metavar="SỐ", help=words.HELP_PUBLISH_EDITION)
    which.add_argument("--year", type=int, metavar="NĂM", help=words.HELP_PUBLISH_YEAR)
    published.add_argument("--withdraw", action="store_true", help=words.HELP_WITHDRAW)
    published.add_argument("--meeting", metavar="KỲ HỌP", help=words.HELP_MEETING)
    published.add_argument("--who", default="dòng lệnh", metavar="NGƯỜI", help=words.HELP_WHO)


def _register_deck(command: Command) -> None:
    shown = command("deck", do_deck, words.HELP_DECK)
    shown.add_argument("--inner", action="store_true", help=words.HELP_INNER)
    shown.add_argument("--live", action="store_true", help=words.HELP_LIVE)
    shown.add_argument("--milestone", metavar="MÃ", help=words.HELP_MILESTONE)
    shown.add_argument("--out", required=True, type=Path, metavar="TỆP", help=words.HELP_DECK_OUT)
    shown.add_argument("--agenda", metavar="TÊN", help=words.HELP_AGENDA)
    shown.add_argument("--seal", type=int, metavar="SỐ", help=words.HELP_DECK_SEAL)
    shown.add_argument("--theme", choices=("light", "dark"), help=words.HELP_THEME)
    shown.add_argument(
        "--as-of", type=dt.date.fromisoformat, metavar="NĂM-THÁNG-NGÀY", help=words.HELP_AS_OF
    )


def do_seal(asked: argparse.Namespace) -> None:
    opened = store()
    made = sealing.seal(
        opened,
        plan_for(asked, opened),
        asked.milestone,
        asked.as_of or clock.today(),
        name=asked.name,
        who=asked.who,
    )
    print(words.SEALED.format(number=made.number, name=asked.name, fingerprint=made.fingerprint))
    kept = opened.load_seal(made.number)
    lacking = meeting_steps.sealed_said(
        seals.unpacked(kept.content, kept.fingerprint).lists.get(READINESS)
    )
    if lacking:
        print(lacking)


def do_publish(asked: argparse.Namespace) -> int:
    """Publish or withdraw an edition, or seal a year's figures and publish them; then what is kept is proved. 1 where the proof fails. Raises `Refused`."""
    opened = store()
    number = asked.edition or _sealed_to_publish(opened, asked)
    step = publishing.WITHDRAWN if asked.withdraw else edition.PUBLISHED
    own = _known(opened, number)
    about = {"who": asked.who, "meeting": asked.meeting}
    try:
        publishing.take(opened.enter, own, step, clock.today(), **about)
    except publishing.AlreadySoError as error:
        raise Refused(str(error)) from error
    print(edition.in_words(_known(opened, number)))
    newer = publishing.read_instead(sealing.editions(opened), own)
    if newer and not asked.withdraw:
        day = formats.date(newer.published_on)
        print(meeting_words.READ_INSTEAD.format(number=newer.number, day=day))
    return verified(opened)


def _known(opened: Store, number: int) -> edition.Edition:
    """An edition by its number. Raises `SealError` where there is none."""
    opened.load_seal(number)
    return next(one for one in sealing.editions(opened) if one.number == number)


def _sealed_to_publish(opened: Store, asked: argparse.Namespace) -> int:
    if asked.withdraw:
        raise Refused(words.WITHDRAW_NEEDS_EDITION)
    plan = plan_for(asked, opened)
    year_known(plan, asked.year)
    name = publishing.seal_name(asked.year, asked.meeting)
    milestone = publishing.milestone_of(plan, asked.year)
    return sealing.seal(opened, plan, milestone, clock.today(), name=name, who=asked.who).number


def do_pack(asked: argparse.Namespace) -> None:
    """From the edition asked for, else the milestone's newest seal, else (or with --live) the figures as they are."""
    opened = store()
    pack = packs.pack(
        opened,
        plan_for(asked, opened),
        asked.milestone,
        asked.as_of or clock.today(),
        _edition(asked),
        asked.entered,
        asked.inner,
    )
    used = opened.word_template()
    template = asked.template.read_bytes() if asked.template else used and used.content
    is_short = asked.annexes == "short"
    made = pack_files.write_files(pack, asked.out, template, is_short=is_short)
    print(*made, pack.seal_line, sep="\n")


def _last_milestone(plan: Plan) -> str:
    """The code of the plan's last milestone. Raises `Refused` for a plan without any."""
    if not plan.milestones:
        raise Refused(meeting_words.NO_MILESTONES)
    return plan.milestones[-1].code


def do_deck(asked: argparse.Namespace) -> None:
    """By the asked agenda, else by the one that one begins with; a seal or milestone that is asked for goes before the agenda's own."""
    opened = store()
    plan = plan_for(asked, opened)
    agenda = (
        making.named(opened.entered("agendas"), asked.agenda)
        if asked.agenda
        else first_agenda(plan, asked.milestone or _last_milestone(plan))
    )
    given = {"milestone": asked.milestone, "seal": _edition(asked), "theme": asked.theme}
    agenda = agenda.model_copy(
        update={name: value for name, value in given.items() if value is not None}
    )
    deck = making.deck_from(
        agenda, making.figures_of(opened, plan, agenda, asked.as_of or clock.today(), asked.inner)
    )
    asked.out.write_text(making.file_of(deck), encoding="utf-8")
    print(
        *deck.left_out,
        words.DECK_WRITTEN.format(slides=len(deck.slides), file=asked.out),
        deck.seal_line,
        sep="\n",
    )


def _edition(asked: argparse.Namespace) -> int | None:
    """The edition asked for: a number, the figures as they are, or None: the rule's own."""
    return AS_THEY_ARE if asked.live else asked.seal
