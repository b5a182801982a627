"""One child process that reads workbooks, kept for many files and replaced when it dies or takes too long."""

from __future__ import annotations

import atexit
import datetime as dt
import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

SECONDS = 30.0
_SCRIPT = Path(__file__).with_name("worker.py")


class WorkbookReader:
    """Ask it with `sheets`; one request at a time, from any thread."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def answer(self, content: bytes) -> dict[str, Any]:
        """What `worker.answer` says of the workbook; `workbook_too_slow` or `workbook_broken` if the child did not survive it."""
        with self._lock:
            process = self._running()
            late = threading.Event()
            timer = threading.Timer(self._seconds, lambda: (late.set(), process.kill()))
            timer.start()
            try:
                reply = _asked(process, content)
            finally:
                timer.cancel()
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
            command = [sys.executable, "-I", str(_SCRIPT)]
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        return self._process

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                _close(pipe)
            self._process = None


def _close(pipe: Any) -> None:
    try:
        pipe.close()
    except BrokenPipeError:
        # The child died with a part of the question unread; what is left of it goes with the pipe.
        return


def _asked(process: subprocess.Popen[bytes], content: bytes) -> bytes | None:
    """The child's reply, or None if it died."""
    assert process.stdin is not None and process.stdout is not None
    try:
        process.stdin.write(len(content).to_bytes(8, "big") + content)
        process.stdin.flush()
    except BrokenPipeError:
        return None
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
