"""One child process that reads workbooks, kept for many files and replaced when it dies or takes too long."""

from __future__ import annotations

import atexit
import datetime as dt
import errno
import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil

SECONDS = 30.0
MEMORY = 2_000_000_000
"""Bytes that the child may take: capped by itself where the system can, and watched from here on every system."""
LOOKS = 0.05  # seconds between two looks at the child's time and memory
_SCRIPT = Path(__file__).with_name("worker.py")


class WorkbookReader:
    """Ask it with `sheets`; one request at a time, from any thread. `caps_itself`: False leaves the memory to the watch alone."""

    def __init__(
        self, seconds: float = SECONDS, memory: int = MEMORY, caps_itself: bool = True
    ) -> None:
        self._seconds, self._memory, self._caps_itself = seconds, memory, caps_itself
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def answer(self, content: bytes) -> dict[str, Any]:
        """What `worker.answer` says of the workbook; `workbook_too_slow` or `workbook_broken` if the child did not survive it."""
        with self._lock:
            process = self._running()
            with _watched(process, self._seconds, self._memory) as late:
                reply = _asked(process, content)
            if reply is None:
                self._end()
                if late.is_set():
                    return {"refused": "workbook_too_slow", "fields": {"seconds": self._seconds}}
                return {"refused": "workbook_broken", "fields": {"reason": "crash"}}
        return json.loads(reply, object_hook=_date)

    def close(self) -> None:
        """End the child; the next question starts another."""
        with self._lock:
            self._end()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._end()
            # -I: nothing of the environment or the working folder can change what the child imports.
            cap = self._memory if self._caps_itself else 0
            command = [sys.executable, "-I", str(_SCRIPT), str(cap)]
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        return self._process

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                close_pipe(pipe)
            self._process = None


@contextmanager
def _watched(
    process: subprocess.Popen[bytes], seconds: float, memory: int
) -> Iterator[threading.Event]:
    """Kills the child once it takes too long (the event is set then) or too much memory, whatever the system lets it cap itself."""
    late, answered = threading.Event(), threading.Event()
    watch = threading.Thread(
        target=_watch, args=(process, seconds, memory, late, answered), daemon=True
    )
    watch.start()
    try:
        yield late
    finally:
        answered.set()
        watch.join()


def _watch(
    process: subprocess.Popen[bytes],
    seconds: float,
    memory: int,
    late: threading.Event,
    answered: threading.Event,
) -> None:
    ends = time.monotonic() + seconds
    while True:
        if time.monotonic() > ends:
            late.set()
        if late.is_set() or _taken(process.pid) > memory:
            process.kill()
            return
        if answered.wait(min(LOOKS, seconds)):
            return


def _taken(pid: int) -> int:
    """Bytes of memory that a process holds; 0 once it is gone."""
    try:
        return int(psutil.Process(pid).memory_info().rss)
    except psutil.NoSuchProcess:
        return 0


def close_pipe(pipe: Any) -> None:
    """Close this end of a pipe, whether or not the other end is still there."""
    try:
        pipe.close()
    except OSError as error:
        # The child died with a part of the question unread; what is left of it goes with the pipe.
        if not reader_gone(error):
            raise


def reader_gone(error: OSError) -> bool:
    """Whether the other end of a pipe is closed: EPIPE, on Windows EINVAL."""
    return error.errno in (errno.EPIPE, errno.EINVAL)


def _asked(process: subprocess.Popen[bytes], content: bytes) -> bytes | None:
    """The child's reply, or None if it died."""
    assert process.stdin is not None and process.stdout is not None
    try:
        process.stdin.write(len(content).to_bytes(8, "big") + content)
        process.stdin.flush()
    except OSError as error:
        if reader_gone(error):
            return None
        raise
    length = process.stdout.read(8)
    if len(length) < 8:
        return None
    size = int.from_bytes(length, "big")
    reply = process.stdout.read(size)
    return reply if len(reply) == size else None


def _date(fields: dict[str, Any]) -> Any:
    return dt.date.fromisoformat(fields["date"]) if fields.keys() == {"date"} else fields


READER = WorkbookReader()
atexit.register(READER.close)
