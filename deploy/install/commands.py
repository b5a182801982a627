"""What `run.py` was asked for: help, set-up, the dashboard, the service, tests, a release, or a command of the program."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from deploy.install import sentences, settings
from deploy.install.environment import Environment, InstallError

ROOT = Path(__file__).resolve().parents[2]
ONLY_HERE = ("serve", "test", "install", "release")
FROM_SOURCE = ("test", "release")  # what the bundle of an office leaves out
FAST = "not browser and not postgres and not slow"
STOPPED = 130  # the exit code of what was stopped by Ctrl-C


def main(arguments: list[str]) -> int:
    """Set up what is missing, then do what was asked; the exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")
    first = arguments[0] if arguments else ""
    if first in ("-h", "--help", "help"):
        print(usage())
        return 0
    if first == "--version":
        print(version())
        return 0
    if first in FROM_SOURCE and not (ROOT / "tests").is_dir():
        print(sentences.ONLY_FROM_SOURCE.format(command=first), file=sys.stderr)
        return 1
    try:
        if first not in FROM_SOURCE:
            settings.load()
        environment = Environment(ROOT, Line().say)
        environment.set_up(tests=first in FROM_SOURCE)
        return _run(environment, started(arguments), in_root=first in ("", *ONLY_HERE))
    except (InstallError, settings.SettingsError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"\n{sentences.STOPPED}", file=sys.stderr)
        return STOPPED


def started(arguments: list[str]) -> list[str] | None:
    """What Python is called with; None where there is nothing to start."""
    match arguments:
        case ["install", *_]:
            return None
        case ["serve", *settings]:
            return ["-m", "dashboard.serving", "serve", *settings]
        case ["test", "fast", *rest]:
            return ["-m", "pytest", "-m", FAST, *rest]
        case ["test", *rest]:
            return ["-m", "pytest", *rest]
        case ["release", *rest]:
            return ["-m", "deploy.release", *rest]
        case [first, *_] if "=" not in first:
            return ["-m", "dashboard", *arguments]
    return ["-m", "dashboard.serving", *arguments]


def _run(environment: Environment, command: list[str] | None, in_root: bool) -> int:
    """Run it with the environment's Python until it ends; Ctrl-C reaches it too, and its end is waited for."""
    if command is None:
        return 0
    child = subprocess.Popen(
        [str(environment.python), *command], cwd=ROOT if in_root else None, env=_variables()
    )
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue


def _variables() -> dict[str, str]:
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {
        "MALLOC_ARENA_MAX": "2",  # each of the server's threads would keep freed memory of its own: 20 MB
        **os.environ,
        "PYTHONPATH": os.pathsep.join(paths),
        "PYTHONUTF8": "1",
        "DASHBOARD_PROGRAM": sentences.PROGRAM,
    }


def usage() -> str:
    """The whole help in Vietnamese, also before anything is set up: the command line's words need no package."""
    from dashboard.__main__ import parser

    listed = "\n".join(f"  {name:<12} {help_}" for name, help_ in parser().commands())
    return sentences.USAGE.format(version=version(), commands=listed)


def version() -> str:
    from dashboard import VERSION

    return VERSION


class Line:
    """Shows progress: one line that is written over on a terminal, elsewhere each sentence once (no count of packages, it would fill the log)."""

    def say(self, text: str) -> None:
        counts = text[:1].isdigit()
        if sys.stderr.isatty():
            width = shutil.get_terminal_size().columns - 1
            shown = text[:width].ljust(width) if counts else f"{' ' * width}\r{text}\n"
            print(f"\r{shown}", end="", file=sys.stderr, flush=True)
        elif not counts:
            print(text, file=sys.stderr, flush=True)
