"""Commands that keep a store: back it up, put a backup into it, upgrade it, empty it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from dashboard.commands.agreeing import agreed
from dashboard.commands.calling import Command, Refused
from dashboard.commands.opening import store, verified
from dashboard.meeting import publishing, sealing
from dashboard.wording import command_words as words
from dashboard.wording import meeting_words, proof_words
from dashboard.wording.outcomes import contents_words, difference_words
from dashboard.writing import formats
from data_access import backup, restoring, safekeeping
from data_access.store import Store


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
    restored.add_argument("--check", action="store_true", help=words.HELP_CHECK_RESTORE)


def do_empty(asked: argparse.Namespace) -> None:
    """Empty the store when somebody says so, with a backup first. Raises `Refused`, `StoreError`."""
    opened = store()
    agreed(asked.yes, words.EMPTY_QUESTION, words.EMPTY_STOPPED, words.EMPTY_NOBODY)
    keep_before(opened, "empty")
    opened.empty()
    print(words.EMPTIED)


def do_verify(asked: argparse.Namespace) -> int:
    """0 where everything kept is what was written, 1 where it is not."""
    return verified(store())


def do_backup(asked: argparse.Namespace) -> None:
    """Back up a store that is there and holds something: an empty one was made by mistake. Raises `Refused`, `StoreError`."""
    opened = store(must_be_there=True)
    if not safekeeping.holds_anything(opened):
        raise Refused(words.NOTHING_TO_KEEP.format(store=opened.name))
    backup.backup(opened, asked.file)
    print(words.BACKED_UP.format(file=asked.file))
    print(contents_words(safekeeping.contents(opened.engine)))


def do_restore(asked: argparse.Namespace) -> None:
    """Put a backup into the store, or only say what that would do. Raises `StoreError`."""
    opened = store()
    if asked.check:
        now, then = (
            safekeeping.contents(opened.engine),
            safekeeping.contents_of_backup(asked.file),
        )
        print(words.BACKUP_HOLDS.format(file=asked.file), contents_words(then))
        print(words.STORE_HOLDS, contents_words(now))
        print(*difference_words(now.rows, then.rows), words.NOTHING_CHANGED, sep="\n")
        return
    if asked.force:
        keep_before(opened, "restore")
    restoring.restore(opened, asked.file, force=asked.force)
    print(words.RESTORED.format(file=asked.file))
    print(contents_words(safekeeping.contents(opened.engine)))


def do_upgrade(_asked: argparse.Namespace) -> None:
    """Opening a store upgrades it; this says so, also where nothing was to do. Raises `Refused`, `StoreError`."""
    opened = store(must_be_there=True)
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
