"""The command that fills an empty store with the sample, the first that many a person types: it loads what reads and stores files, nothing of the calculation."""

from __future__ import annotations

import argparse

import sample_data
from dashboard.commands.calling import Command, Refused
from dashboard.wording import command_words as words
from data_access import reading_ahead


def register(command: Command) -> None:
    """The command."""
    command("sample", do_sample, words.HELP_SAMPLE)


def do_sample(asked: argparse.Namespace) -> int:
    reading_ahead.get_ready()
    from dashboard.commands.opened_stores import home_alone
    from dashboard.plan import load_plan
    from data_access import loading

    opened = home_alone()
    if opened.imports().shape[0]:
        raise Refused(words.NOT_EMPTY)
    done = loading.load_files(
        opened,
        load_plan(sample_data.PLAN).as_data(),
        loading.on_disk(sample_data.files()),
        who=words.SAMPLE_WHO,
    )
    refused = [one.name for one in done if one.refused]
    print(words.SAMPLE_LOADED.format(files=len(done) - len(refused)))
    return 1 if refused else 0
