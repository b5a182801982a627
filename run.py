"""One command for everything, with the standard library alone.

python3 run.py                  set up, then open the dashboard (sample data in an empty store)
python3 run.py serve [SETTINGS] the same for an office; SETTINGS as server.address=… server.port=…
python3 run.py test [ARGS]      set up, then run the tests
python3 run.py COMMAND [ARGS]   set up, then `python -m dashboard COMMAND` (import, standing, flags, backup …)
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
REQUIREMENTS = ROOT / "requirements.txt"
STAMP = VENV / "requirements.sha256"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def main(arguments: list[str]) -> int:
    if sys.version_info < (3, 11):  # noqa: UP036 - an old Python must hear a sentence
        return _refuse(
            f"Cần Python 3.11 trở lên; máy này đang dùng Python {sys.version.split()[0]}."
        )
    try:
        set_up()
    except (subprocess.CalledProcessError, OSError) as error:
        return _refuse(
            f"Chưa cài được các gói cần thiết ({error}). Hãy kiểm tra kết nối mạng lần cài đầu và gói python3-venv của máy, rồi chạy lại."
        )
    match arguments:
        case []:
            command = ["-m", "dashboard.serving.server"]
        case ["serve", *rest]:
            command = ["-m", "dashboard.serving.server", *rest]
            os.environ.setdefault("DASHBOARD_BACKUPS", str(ROOT / "data" / "backups"))
        case ["test", *rest]:
            command = ["-m", "pytest", *rest]
        case _:
            command = ["-m", "dashboard", *arguments]
    try:
        return subprocess.run(
            [str(PYTHON), *command],
            cwd=ROOT if arguments[:1] in ([], ["test"], ["serve"]) else None,
            env=_environment(),
        ).returncode
    except KeyboardInterrupt:
        return 130


def set_up() -> None:
    """The virtual environment with exactly the pinned packages; done again only when the pins or Python change."""
    wanted = hashlib.sha256(REQUIREMENTS.read_bytes() + sys.version.encode()).hexdigest()
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text() == wanted:
        return
    print("Đang cài đặt lần đầu, khoảng một phút …", file=sys.stderr)
    uv = shutil.which("uv")
    if not PYTHON.exists():
        subprocess.run(
            [uv, "venv", "--quiet", "--python", sys.executable, str(VENV)]
            if uv
            else [sys.executable, "-m", "venv", str(VENV)],
            check=True,
        )
    installer = (
        [uv, "pip", "install", "--quiet", "--compile-bytecode", "--python", str(PYTHON)]
        if uv
        else [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    )
    subprocess.run([*installer, "-r", str(REQUIREMENTS)], check=True)
    STAMP.write_text(wanted)


def _environment() -> dict[str, str]:
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1"}


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
