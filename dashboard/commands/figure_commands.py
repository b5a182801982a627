"""Commands of figures: standing, flags, one criterion over the years."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

import pandas as pd

from dashboard.access.edition import LIVE, Edition
from dashboard.assessment import as_tables
from dashboard.commands.calling import Command, Refused
from dashboard.commands.opening import show, standing_for
from dashboard.wording import command_words as words


def register(command: Command) -> None:
    """The commands of this part, each with its arguments."""
    for name, run, help_ in (
        ("standing", do_standing, words.HELP_STANDING),
        ("flags", do_flags, words.HELP_FLAGS),
        ("trend", do_trend, words.HELP_TREND),
    ):
        asked = command(name, run, help_)
        asked.add_argument("--year", type=int, metavar="NĂM", help=words.HELP_YEAR)
        asked.add_argument(
            "--as-of", type=dt.date.fromisoformat, metavar="NĂM-THÁNG-NGÀY", help=words.HELP_AS_OF
        )
        asked.add_argument("--edition", type=int, metavar="SỐ", help=words.HELP_EDITION)
        asked.add_argument(
            "--format", choices=("csv", "json"), default="csv", help=words.HELP_FORMAT
        )
        asked.add_argument("--out", type=Path, metavar="TỆP", help=words.HELP_OUT_FILE)
        if name == "trend":
            asked.add_argument(
                "--criterion", required=True, metavar="MÃ", help=words.HELP_CRITERION
            )


def do_standing(asked: argparse.Namespace) -> None:
    read = standing_for(asked)
    _show(as_tables.standing_rows(read.standing), read.edition, asked)


def do_flags(asked: argparse.Namespace) -> None:
    read = standing_for(asked)
    _show(as_tables.flag_rows(read.standing), read.edition, asked)


def do_trend(asked: argparse.Namespace) -> None:
    read = standing_for(asked)
    try:
        _show(as_tables.trend_rows(read.standing, asked.criterion), read.edition, asked)
    except KeyError as error:
        raise Refused(words.NO_CRITERION.format(code=asked.criterion)) from error


def _show(rows: pd.DataFrame, own: Edition | None, asked: argparse.Namespace) -> None:
    """Rows with the edition that they are of in every one of them: rows that are put together elsewhere still tell."""
    number, state = (own.number, own.state) if own else (None, LIVE)
    show(as_tables.of_edition(rows, number, state), asked.format, asked.out)
