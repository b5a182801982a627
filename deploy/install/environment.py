"""The program's own environment (.venv) with exactly the pinned packages: made, healed, renewed when pins or Python change."""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from deploy.install import sentences, trimming
from deploy.install.alone import alone
from deploy.install.failures import cure
from deploy.install.packages import install

DOWNLOAD_MB, DISK_MB, TEST_DISK_MB = 240, 750, 1200
"""What an office and a test set-up need, measured on Linux (634 MB and what unpacking takes)."""
LONGEST_PATH, LONGEST_INSIDE = 259, 175
"""What Windows allows a file's whole path; what the longest file of a package needs below the program's folder."""
WARM = "import dashboard.serving.server, dashboard.ui.frame, dashboard.commands.meeting_commands, dashboard.commands.file_commands"


class InstallError(Exception):
    """The set-up cannot go on; the text says why and what to do."""


class Environment:
    """The `.venv` of the program in the folder `root`; `say` shows a line to whoever waits."""

    def __init__(self, root: Path, say: Callable[[str], None]) -> None:
        self.root, self.folder, self.say = root, root / ".venv", say
        self.python = self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        self.wheels = root / "wheels"

    def lists(self, tests: bool) -> list[Path]:
        """The files of pins: those of the carried bundle where there is one, with their hashes."""
        carried = self.wheels / "requirements.txt"
        runs = carried if carried.is_file() and not tests else self.root / "requirements.txt"
        return [runs, self.root / "tests" / "requirements.txt"] if tests else [runs]

    def ready(self, tests: bool = False) -> bool:
        """Whether the environment holds these very pins for this very Python."""
        stamps = [self._stamp(True)] if tests else [self._stamp(False), self._stamp(True)]
        return self.python.exists() and any(
            one.is_file() and one.read_text() == self._wanted(one == self._stamp(True))
            for one in stamps
        )

    def set_up(self, tests: bool = False) -> None:
        """Make or renew what is missing; another set-up that runs is waited for. Errors: `InstallError` with the cure."""
        if self.ready(tests):
            return
        try:
            with alone(self.root / ".venv.lock", lambda: self.say(sentences.WAITING)):
                if not self.ready(tests):
                    self._renew(tests)
        except PermissionError as error:
            raise InstallError(sentences.NOT_WRITABLE.format(folder=self.root)) from error
        except OSError as error:
            raise InstallError(self._cured(str(error))) from error

    def _renew(self, tests: bool) -> None:
        needed = TEST_DISK_MB if tests else DISK_MB
        refuse_narrow(self.root, shutil.disk_usage(self.root).free, needed, os.name == "nt")
        for tested in (False, True) if self.folder.is_dir() else ():
            self._stamp(tested).unlink(missing_ok=True)
        offline = self.lists(tests)[0].parent == self.wheels
        self.say(
            (sentences.BEGIN_OFFLINE if offline else sentences.BEGIN).format(
                download=DOWNLOAD_MB, disk=needed, folder=self.wheels
            )
        )
        if not self._usable():
            self._make()
        failed = install(self.python, self.lists(tests), self.wheels if offline else None, self.say)
        if failed is not None:
            raise InstallError(self._cured(failed))
        self._finish(tests)

    def _finish(self, tests: bool) -> None:
        self.say(sentences.TRIMMING)
        for packages in self.folder.rglob("site-packages"):
            trimming.trim(packages)
        self._run(["-c", WARM])
        self._stamp(tests).write_text(self._wanted(tests))
        size = sum(one.lstat().st_size for one in self.folder.rglob("*") if not one.is_dir())
        self.say(sentences.DONE.format(disk=round(size / 1e6)))

    def _usable(self) -> bool:
        """Whether there is an environment that runs this Python and into which something can be installed."""
        if not self.python.exists():
            return False
        asked = self._run(["-c", "import sys; print(sys.version)"])
        same = asked.returncode == 0 and asked.stdout.strip() == sys.version.strip()
        return same and (bool(shutil.which("uv")) or self._run(["-m", "pip", "-V"]).returncode == 0)

    def _make(self) -> None:
        if self.folder.exists() or self.folder.is_symlink():
            self.say(sentences.AGAIN)
            self._clear()
        self.say(sentences.ENVIRONMENT)
        uv = shutil.which("uv")
        said = self._made(
            [uv, "venv", "--quiet", "--python", sys.executable, str(self.folder)]
            if uv
            else [sys.executable, "-m", "venv", str(self.folder)]
        )
        if "ensurepip" in said and (carried := next(self.wheels.glob("pip-*.whl"), None)):
            said = self._made(
                [sys.executable, "-m", "venv", "--clear", "--without-pip", str(self.folder)]
            ) or self._made([str(self.python), f"{carried}/pip", "install", "-q", str(carried)])
        if said:
            lacks = "ensurepip" in said or "No module named venv" in said
            raise InstallError(sentences.NO_VENV if lacks else self._cured(said))

    def _made(self, command: list[str]) -> str:
        """What a command said that failed; '' if it did its work."""
        done = subprocess.run(command, capture_output=True, text=True, errors="replace")
        return (done.stdout + done.stderr) or "?" if done.returncode else ""

    def _clear(self) -> None:
        try:
            if self.folder.is_symlink() or self.folder.is_file():
                self.folder.unlink()
            else:
                shutil.rmtree(self.folder)
        except OSError as error:
            raise InstallError(sentences.IN_USE.format(folder=self.folder)) from error

    def _run(self, arguments: list[str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(self.python), *arguments],
            cwd=self.root,
            env={**os.environ, "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            errors="replace",
        )

    def _stamp(self, tests: bool) -> Path:
        return self.folder / ("tests.sha256" if tests else "requirements.sha256")

    def _wanted(self, tests: bool) -> str:
        pins = b"".join(path.read_bytes() for path in self.lists(tests))
        return hashlib.sha256(pins + sys.version.encode()).hexdigest()

    def _cured(self, said: str) -> str:
        return cure(
            said,
            carried=self.wheels.is_dir(),
            folder=self.root,
            needed=DISK_MB,
            python=platform.python_version(),
            machine=f"{platform.system()} {platform.machine()}",
        )


def refuse_narrow(root: Path, free: int, needed: int, windows: bool) -> None:
    """Refuse a disk with fewer than `needed` MB of its `free` bytes, and on Windows a folder whose files would get too long a path."""
    if free < needed * 1e6:
        raise InstallError(
            sentences.NO_SPACE.format(folder=root, free=round(free / 1e6), needed=needed)
        )
    if windows and len(str(root)) + LONGEST_INSIDE > LONGEST_PATH:
        raise InstallError(
            sentences.LONG_PATH.format(folder=root, most=LONGEST_PATH, needed=LONGEST_INSIDE)
        )
