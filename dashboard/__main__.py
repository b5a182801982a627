"""The same jobs without a screen: python -m dashboard COMMAND. Exit codes: 0 done, 1 refused (the reason on stderr), 2 wrong use."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from dashboard.commands import (
    account_commands,
    figure_commands,
    file_commands,
    meeting_commands,
    store_commands,
)
from dashboard.commands.opening import Refused, WrongUse
from dashboard.deck.agenda import AgendaError
from dashboard.exports.paper.official import WordTemplateError
from dashboard.meeting.sealing import MeetingError
from dashboard.plan.checks import PlanError
from dashboard.wording import command_words as words
from data_access.store import StoreError


class Parser(argparse.ArgumentParser):
    """argparse whose mistakes are told in Vietnamese."""

    def error(self, message: str) -> None:
        self.exit(2, words.WRONG_USE.format(detail=words.misuse(message), program=self.prog))


def main(arguments: list[str] | None = None) -> int:
    asked = parser().parse_args(arguments)
    try:
        return asked.run(asked) or 0
    except (Refused, AgendaError, MeetingError, StoreError, WordTemplateError) as error:
        print(words.refusal(error), file=sys.stderr)
    except WrongUse as error:
        print(error, file=sys.stderr)
        return 2
    except PlanError as error:
        print(*error.sentences, sep="\n", file=sys.stderr)
    except FileNotFoundError as error:
        print(words.NO_FILE.format(file=error.filename), file=sys.stderr)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        print(words.NOT_OPENED.format(file=error.filename2 or error.filename), file=sys.stderr)
    return 1


def parser() -> Parser:
    top = Parser(prog="python -m dashboard", description=words.ABOUT)
    commands = top.add_subparsers(required=True, metavar="LỆNH", parser_class=Parser)

    def command(name: str, run, help_: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=help_, description=help_)
        made.set_defaults(run=run)
        made.add_argument("--plan", type=Path, metavar="TỆP", help=words.HELP_PLAN)
        return made

    for part in (
        file_commands,
        figure_commands,
        meeting_commands,
        store_commands,
        account_commands,
    ):
        part.register(command)
    return top


if __name__ == "__main__":
    sys.exit(main())
