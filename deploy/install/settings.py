"""The settings file that the service and the command line share: lines of NAME=VALUE, as systemd reads them.

What the environment says already stands before the file. The file is the one that DASHBOARD_SETTINGS names, else `dashboard.env`
beside the program, else /etc/dashboard/environment.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, MutableMapping
from pathlib import Path

from deploy.install import sentences as words

ROOT = Path(__file__).resolve().parents[1]
PLACES = (ROOT / "dashboard.env", Path("/etc/dashboard/environment"))
_LINE = re.compile(r"\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*")


class SettingsError(Exception):
    """The settings file cannot be read or understood; the text says why. Going on without it would open another store."""


def load(environment: MutableMapping[str, str] = os.environ, places: tuple = PLACES) -> None:
    """Add the settings of this computer's file to the environment. Errors: `SettingsError`."""
    named = environment.get("DASHBOARD_SETTINGS")
    path = Path(named) if named else next((one for one in places if _there(one)), None)
    if path is None:
        return
    try:
        text = path.read_text(encoding="utf-8-sig")
    except PermissionError as error:
        raise SettingsError(words.SETTINGS_CLOSED.format(file=path)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(words.SETTINGS_UNREADABLE.format(file=path)) from error
    for name, value in read(text, path).items():
        environment.setdefault(name, value)


def _there(path: Path) -> bool:
    """Whether the file is there, also where its folder is closed to us: then reading it says so."""
    try:
        path.stat()
    except PermissionError:
        return True
    except OSError:
        return False
    return True


def read(text: str, path: Path) -> Mapping[str, str]:
    """Name → value of every line that is neither empty nor a remark; one pair of quotation marks around a value is dropped."""
    found = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith(("#", ";")):
            continue
        parts = _LINE.fullmatch(line)
        if parts is None:
            raise SettingsError(words.SETTINGS_LINE.format(file=path, line=number))
        value = parts[2]
        quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "'\""
        found[parts[1]] = value[1:-1] if quoted else value
    return found
