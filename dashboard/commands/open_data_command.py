"""The command of open data: a data package of a published edition."""

from __future__ import annotations

import argparse
from pathlib import Path

from dashboard.commands.calling import Command, Refused
from dashboard.commands.opened_stores import store
from dashboard.exports.open_data.data_package import Licence, package
from dashboard.meeting import open_figures, sealing
from dashboard.wording import command_words
from dashboard.wording import open_data_words as words


def register(command: Command) -> None:
    """The command with its arguments."""
    asked = command("open-data", do_open_data, words.HELP)
    asked.add_argument("--year", type=int, metavar="NĂM", help=command_words.HELP_YEAR)
    asked.add_argument("--edition", type=int, metavar="SỐ", help=command_words.HELP_EDITION)
    asked.add_argument("--licence", metavar="TÊN", help=words.HELP_LICENCE)
    asked.add_argument(
        "--licence-path", metavar="ĐỊA CHỈ", default="", help=words.HELP_LICENCE_PATH
    )
    asked.add_argument(
        "--out", required=True, type=Path, metavar="TỆP", help=command_words.HELP_OUT_FILE
    )


def do_open_data(asked: argparse.Namespace) -> None:
    """Write the package. Raises `Refused` where nothing is published."""
    opened = store(must_be_there=True)
    editions = sealing.editions(opened)
    sight = open_figures.of_readers(editions, opened.newest("publications"))
    try:
        own = open_figures.edition_asked(editions, sight, asked.year, asked.edition)
    except open_figures.NoEditionError as error:
        raise Refused(str(error)) from error
    licence = Licence(asked.licence, asked.licence_path) if asked.licence else None
    asked.out.write_bytes(package(open_figures.read(opened, own, sight), licence))
    print(command_words.WRITTEN.format(file=asked.out))
