"""Runs the installer, uv where it is there, else pip, and shows how far it is."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections import deque
from collections.abc import Callable
from pathlib import Path

from deploy.install.progress import Progress

KEPT_LINES = 60


def install(
    python: Path, lists: list[Path], carried: Path | None, say: Callable[[str], None]
) -> str | None:
    """Install the pins of these files into the environment of `python`, from the folder `carried` alone if one is given.

    None when all is installed, else the installer's last lines.
    """
    child = subprocess.Popen(
        command(python, lists, carried),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "PYTHONUTF8": "1", "NO_COLOR": "1"},
    )
    last: deque[str] = deque(maxlen=KEPT_LINES)
    progress = Progress(pinned(lists))
    try:
        for line in child.stdout or ():
            last.append(line)
            if told := progress.told(line):
                say(told)
    except KeyboardInterrupt:
        child.terminate()
        child.wait()
        raise
    return "".join(last) if child.wait() else None


def command(python: Path, lists: list[Path], carried: Path | None) -> list[str]:
    """The installer's call. It compiles nothing: only what the program really loads is compiled afterwards."""
    uv = shutil.which("uv")
    begin = (
        [uv, "pip", "install", "--python", str(python)]
        if uv
        else [
            str(python),
            *("-m", "pip", "install", "--disable-pip-version-check", "--no-compile"),
            *("--no-input", "--progress-bar", "off", "--no-warn-script-location"),
        ]
    )
    alone = ["--no-index", "--find-links", str(carried), "--require-hashes"] if carried else []
    return [*begin, *alone, *(part for path in lists for part in ("-r", str(path)))]


def pinned(lists: list[Path]) -> int:
    """How many packages the lists name."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in lists)
    return len(set(re.findall(r"^([A-Za-z0-9._-]+)==", text, re.MULTILINE)))
