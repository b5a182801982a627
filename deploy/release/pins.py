"""Which packages a bundle needs for another system than this one, and their list with hashes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement


class System(NamedTuple):
    """A kind of computer: how pip names it, and what the markers of a list of pins ask of it."""

    platforms: tuple[str, ...]
    markers: Mapping[str, str]


SYSTEMS: Mapping[str, System] = {
    "linux": System(
        tuple(f"manylinux_2_{minor}_x86_64" for minor in (34, 28, 27, 26, 24, 17, 12, 5))
        + ("manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64", "linux_x86_64"),
        {
            "sys_platform": "linux",
            "platform_system": "Linux",
            "os_name": "posix",
            "platform_machine": "x86_64",
        },
    ),
    "windows": System(
        ("win_amd64",),
        {
            "sys_platform": "win32",
            "platform_system": "Windows",
            "os_name": "nt",
            "platform_machine": "AMD64",
        },
    ),
}
PYTHONS = ("3.11", "3.12", "3.13", "3.14")


def pins_for(text: str, system: str, python: str) -> list[str]:
    """The pins (`name==version`) of a list that this system with this Python needs; the markers are answered for it, not for this computer."""
    environment = {
        **SYSTEMS[system].markers,
        "python_version": python,
        "python_full_version": f"{python}.0",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "extra": "",
    }
    found = []
    for line in text.splitlines():
        stated = line.split("#")[0].strip()
        if stated:
            asked = Requirement(stated)
            if asked.marker is None or asked.marker.evaluate(environment):
                found.append(f"{asked.name}{asked.specifier}")
    return found


def hashed(pins: list[str], wheels: Path) -> str:
    """The pins with the SHA-256 of their file in the folder of wheels. Errors: `KeyError` for a pin without a file."""
    files = {_normal(path.name.split("-")[0]): path for path in sorted(wheels.glob("*.whl"))}
    lines = []
    for pin in pins:
        content = files[_normal(pin.split("==")[0])].read_bytes()
        lines.append(f"{pin} --hash=sha256:{hashlib.sha256(content).hexdigest()}")
    return "\n".join(lines) + "\n"


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
