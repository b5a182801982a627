"""Commands that keep a store: back it up, put a backup into it, upgrade it, empty it."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path

from dashboard.commands.agreeing import agreed
from dashboard.commands.calling import Command, Refused, movement
from dashboard.commands.each_movement import with_each
from dashboard.commands.opened_stores import opened_for_backup, store
from dashboard.commands.opening import verified
from dashboard.meeting import publishing, sealing
from dashboard.wording import command_words as words
from dashboard.wording import meeting_words, movement_words, proof_words
from dashboard.wording.outcomes import contents_words, difference_words
from dashboard.writing import formats
from data_access import backup, figures_folder, movement_stores, movements, restoring, safekeeping
from data_access.store import Store, file_of_movement


def register(command: Command) -> None:
    """The commands of this part, each with its arguments."""
    command("empty", do_empty, words.HELP_EMPTY).add_argument(
        "--yes", action="store_true", help=words.HELP_YES
    )
    command("verify", do_verify, proof_words.HELP)
    command("backup", do_backup, words.HELP_BACKUP).add_argument("file", type=Path, metavar="TỆP")
    command("upgrade", do_upgrade, words.HELP_UPGRADE)
    restored = command("restore", do_restore, words.HELP_RESTORE)
    restored.add_argument("file", type=Path, metavar="TỆP")
    restored.add_argument("--force", action="store_true", help=words.HELP_FORCE)
    restored.add_argument("--all", action="store_true", help=movement_words.HELP_ALL)
    restored.add_argument("--check", action="store_true", help=words.HELP_CHECK_RESTORE)


def do_empty(asked: argparse.Namespace) -> None:
    """Empty the store when somebody says so, with a backup first. Raises `Refused`, `StoreError`."""
    opened = store()
    agreed(asked.yes, words.EMPTY_QUESTION, words.EMPTY_STOPPED, words.EMPTY_NOBODY)
    keep_before(opened, "empty")
    opened.empty()
    figures_folder.let_go(opened)
    print(words.EMPTIED)


def do_verify(_asked: argparse.Namespace) -> int:
    """0 where everything kept in every movement is what was written, 1 where it is not."""
    return with_each(verified)


def do_backup(asked: argparse.Namespace) -> int:
    """Back up a store that is there and holds something: an empty one was made by mistake; every further movement to a file beside. 1 where one was not. Raises `Refused`, `StoreError`."""
    return with_each(partial(_backed_up, asked.file), must_be_there=True)


def _backed_up(given: Path, opened: Store) -> None:
    if not safekeeping.holds_anything(opened):
        raise Refused(words.NOTHING_TO_KEEP.format(store=opened.name))
    is_beside = opened.movement and not movement()
    file = file_of_movement(given, opened.movement) if is_beside else given
    backup.backup(opened, file)
    print(words.BACKED_UP.format(file=file))
    print(contents_words(safekeeping.contents(opened.engine)))


def do_restore(asked: argparse.Namespace) -> None:
    """Put a backup into the store, or only say what that would do; with `--all` those of the further movements beside it too. Raises `Refused`, `StoreError`."""
    if asked.all and movement():
        raise Refused(movement_words.ALL_OR_ONE)
    with opened_for_backup() as opened:
        _restored(opened, asked.file, asked)
        further = movements.listed(opened) if asked.all and not asked.check else []
        for one in further:
            file = file_of_movement(asked.file, one.code)
            if not file.is_file():
                said = movement_words.NOT_RESTORED.format(code=one.code, file=file)
                print(said, file=sys.stderr)
                continue
            with movement_stores.prepared(opened, one.code) as own:
                _restored(own, file, asked)


def _restored(opened: Store, file: Path, asked: argparse.Namespace) -> None:
    if asked.check:
        now, then = safekeeping.contents(opened.engine), safekeeping.contents_of_backup(file)
        print(words.BACKUP_HOLDS.format(file=file), contents_words(then))
        print(words.STORE_HOLDS, contents_words(now))
        print(*difference_words(now.rows, then.rows), words.NOTHING_CHANGED, sep="\n")
        return
    if asked.force:
        keep_before(opened, "restore")
    restoring.restore(opened, file, force=asked.force)
    print(words.RESTORED.format(file=file))
    print(contents_words(safekeeping.contents(opened.engine)))


def do_upgrade(_asked: argparse.Namespace) -> int:
    """Opening a store upgrades it; this says so of every movement, also where nothing was to do. 1 where one was not opened. Raises `Refused`, `StoreError`."""
    return with_each(_upgraded, must_be_there=True)


def _upgraded(opened: Store) -> None:
    if not opened.upgraded:
        print(words.UP_TO_DATE)
    print(contents_words(safekeeping.contents(opened.engine)))
    lost = publishing.unread(sealing.editions(opened), opened.entered("published_years"))
    if lost:
        years = formats.listed([str(one.year) for one in lost])
        print(meeting_words.YEARS_UNREAD.format(years=years))


def keep_before(opened: Store, deed: str) -> None:
    """A backup before something that replaces or empties the store, told on standard error."""
    if kept := safekeeping.keep_before(opened, deed):
        print(words.KEPT_BEFORE.format(file=kept), file=sys.stderr)
