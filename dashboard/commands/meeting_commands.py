"""Commands of meetings: seal the figures, make the pack and the slides for the hall."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

from dashboard.access.edition import AS_THEY_ARE
from dashboard.commands.calling import Command, Refused
from dashboard.commands.opened_stores import store
from dashboard.commands.opening import plan_for
from dashboard.deck import making
from dashboard.deck.agenda import first_agenda
from dashboard.exports import pack_files
from dashboard.exports.report.beside_figures import READINESS
from dashboard.meeting import meeting_steps, packs, sealing, seals
from dashboard.plan import Plan, clock
from dashboard.wording import command_words as words
from dashboard.wording import meeting_words


def register(command: Command) -> None:
    """The commands of this part, each with its arguments."""
    _register_papers(command)
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
