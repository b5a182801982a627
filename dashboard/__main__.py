"""The same jobs without a screen: python -m dashboard COMMAND. Exit codes: 0 done, 1 refused (the reason on stderr), 2 wrong use.

Of the commands only the module of the asked one is loaded: the libraries behind the others take seconds.
"""

from __future__ import annotations

import argparse
import errno
import gc
import os
import sys
from importlib import import_module
from pathlib import Path

from dashboard import SELDOM, VERSION
from dashboard.commands import COMMANDS
from dashboard.commands.calling import Refused, WrongUse, of_movement
from dashboard.wording import command_words as words
from dashboard.wording import movement_words
from dashboard.writing.nouns import USUAL, speaking

STOPPED = 130  # by Ctrl-C


class Form(argparse.HelpFormatter):
    """argparse's help with a Vietnamese word before the usage."""

    def add_usage(self, usage, actions, groups, prefix=None) -> None:
        super().add_usage(usage, actions, groups, words.USAGE if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """argparse whose help and mistakes are Vietnamese."""

    def __init__(self, **given) -> None:
        super().__init__(**given, add_help=False, formatter_class=Form)
        self._positionals.title, self._optionals.title = words.ARGUMENTS, words.OPTIONS
        self.add_argument("-h", "--help", action="help", help=words.HELP_HELP)

    def error(self, message: str) -> None:
        self.exit(2, words.WRONG_USE.format(detail=words.misuse(message), program=self.prog))

    def commands(self) -> list[tuple[str, str]]:
        """Name and help of every command, in the order of the help."""
        return [(name, help_) for name, (_, help_) in COMMANDS.items()]


def main(arguments: list[str] | None = None) -> int:
    """Do what was asked; the exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    asked = parser(next((one for one in given if one in COMMANDS), None)).parse_args(given)
    try:
        code = asked.movement or os.environ.get("DASHBOARD_MOVEMENT", "")
        with of_movement(code), speaking(USUAL):
            done = asked.run(asked) or 0
        sys.stdout.flush()
        return done
    except WrongUse as error:
        print(error, file=sys.stderr)
        return 2
    except Refused as error:
        print(error, file=sys.stderr)
    except FileNotFoundError as error:
        print(words.NO_FILE.format(file=error.filename), file=sys.stderr)
    except OSError as error:
        if reader_gone(error):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        print(words.NOT_OPENED.format(file=error.filename2 or error.filename), file=sys.stderr)
    except refusals() as error:
        print(*refused(error), sep="\n", file=sys.stderr)
    return 1


def reader_gone(error: OSError) -> bool:
    """Whether who read the output has closed it, as `head` does: EPIPE, on Windows EINVAL, and no file is named."""
    return error.filename is None and error.errno in (errno.EPIPE, errno.EINVAL)


def refusals() -> tuple[type[Exception], ...]:
    """What commands refuse with; asked once something was raised, since the rooms that define these are heavy."""
    from dashboard.commands.refusing import REFUSALS

    return REFUSALS


def refused(error: Exception) -> list[str]:
    """Why a command did nothing, in sentences."""
    from dashboard.commands.refusing import sentences

    return sentences(error)


def parser(asked: str | None = None) -> Parser:
    """The parser of every command's name and help; of the asked command with its arguments too."""
    top = Parser(
        prog=os.environ.get("DASHBOARD_PROGRAM", "python -m dashboard"), description=words.ABOUT
    )
    top.add_argument("--version", action="version", version=VERSION, help=words.HELP_VERSION)
    commands = top.add_subparsers(required=True, metavar="LỆNH", parser_class=Parser)
    added = set[str]()

    def command(name: str, run, help_: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=help_, description=help_)
        made.set_defaults(run=run)
        made.add_argument("--plan", type=Path, metavar="TỆP", help=words.HELP_PLAN)
        made.add_argument("--movement", metavar="MÃ", help=movement_words.HELP_MOVEMENT)
        added.add(name)
        return made

    if asked:
        import_module(f"dashboard.commands.{COMMANDS[asked][0]}").register(command)
    for name, (_, help_) in COMMANDS.items():
        if name not in added:
            commands.add_parser(name, help=help_)
    return top


def run() -> int:
    """The whole program; Ctrl-C ends it without a word."""
    try:
        return main()
    except KeyboardInterrupt:
        return STOPPED


if __name__ == "__main__":
    os.umask(0o077)  # what is written here holds names of people: for its owner alone
    gc.set_threshold(*SELDOM)
    sys.exit(run())
