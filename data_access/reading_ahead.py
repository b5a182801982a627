"""Many files are read by a second process (`intake.second_reader`), while this one compares or stores those that are read. What that leaves unread is read here.

It loads no library itself, so that the other process can load its own while who asks loads theirs.
"""

from __future__ import annotations

import atexit
import gc
import logging
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from data_access.intake.child import close_pipe

if TYPE_CHECKING:
    from data_access.intake.reading_result import Reading
    from data_access.intake.unit_facts import Facts

FROM_FILES = 20
"""Fewer are read before the second process has loaded its libraries."""
LOG = logging.getLogger("data_access.reading_ahead")
_ROOT = Path(__file__).resolve().parents[1]
_READY: list[subprocess.Popen[bytes]] = []
USEFUL = (os.cpu_count() or 1) > 1
"""One processor reads no sooner by two processes."""

File = tuple[str, bytes]
Readings = Iterator[tuple[int, "Reading"]]


def get_ready() -> None:
    """Begin the second process already, where it is sure that many files will be read in a moment."""
    if USEFUL and not _READY:
        _READY.append(_started())


def read_ahead(
    readings_of: Callable[..., Readings],
    files: Sequence[File],
    facts: Facts,
    progress: Callable[[str], None],
    confirmed: Collection[tuple[str, str]],
) -> Readings:
    """What `sheet_reading.readings_of` answers, in its order: of many files, where there are two processors, by the second process."""
    heard = _Heard(progress)
    if USEFUL and len(files) >= FROM_FILES:
        yield from heard.readings(_told(files, facts, confirmed))
    if not heard.all:
        for place, reading in readings_of(files, facts, heard.further, confirmed):
            if place not in heard.places:
                yield place, reading


class _Heard:
    """What has come from the second process: `all`, or of these `places` the readings, and so many steps."""

    def __init__(self, progress: Callable[[str], None]) -> None:
        self._progress, self._steps, self._again = progress, 0, 0
        self.places: set[int] = set()
        self.all = False

    def readings(self, told: Iterator[tuple[str, Any]]) -> Readings:
        """The readings among what is told; the steps are handed on."""
        for kind, said in told:
            if kind == "step":
                self._steps += 1
                self._progress(said)
            elif kind == "read":
                self.places.add(said[0])
                yield said
            else:
                self.all = True

    def further(self, name: str) -> None:
        """A step of one who begins once more: handed on from where the second process ended."""
        self._again += 1
        if self._again > self._steps:
            self._progress(name)


def _told(
    files: Sequence[File], facts: Facts, confirmed: Collection[tuple[str, str]]
) -> Iterator[tuple[str, Any]]:
    """What the second process says, up to ("done", None) or to where it is no more; it ends with whoever listens."""
    question = files, replace(facts), [*confirmed], gc.get_threshold()
    said: tuple[str, Any] = ("", None)
    try:
        with _begun() as (ask, answers):
            pickle.dump(question, ask, pickle.HIGHEST_PROTOCOL)
            ask.flush()
            while said[0] != "done":
                said = pickle.load(answers)
                yield said
    except (EOFError, OSError, pickle.UnpicklingError) as error:
        LOG.warning("the second reader ended early, what is left is read here: %r", error)


@contextmanager
def _begun() -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    """The second process, held ready or begun now: where it is asked, where it answers."""
    process = _READY.pop() if _READY else _started()
    assert process.stdin is not None and process.stdout is not None
    try:
        yield process.stdin, process.stdout
    finally:
        _end(process)


def _started() -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "data_access.intake.second_reader"]
    return subprocess.Popen(command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        close_pipe(pipe)


def _end_ready() -> None:
    while _READY:
        _end(_READY.pop())


atexit.register(_end_ready)
