"""One bundle: a zip with the program as committed, its packages, the list of parts, what is new."""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from dashboard import VERSION
from deploy.release.pins import SYSTEMS, hashed, pins_for

ROOT = Path(__file__).resolve().parents[2]
LEFT_OUT = ("tests/", ".ci/", ".github/", "docs/pictures/take_pictures.py")
NAME = "bang-theo-doi-{version}-{system}-py{python}"
STORED = (".whl", ".png", ".zip", ".xlsx", ".docx")  # compressed already


class ReleaseError(Exception):
    """A bundle that cannot be made; the text says why."""


def make(system: str, python: str, out: Path) -> Path:
    """Make the bundle for a system and its Python in the folder `out`; its path. Errors: `ReleaseError`."""
    name = NAME.format(version=VERSION, system=system, python=python.replace(".", ""))
    with tempfile.TemporaryDirectory() as folder:
        wheels = Path(folder) / "wheels"
        pins = pins_for((ROOT / "requirements.txt").read_text("utf-8"), system, python)
        _download(pins, system, python, wheels)
        listed = wheels / "requirements.txt"
        listed.write_text(hashed(pins, wheels), encoding="utf-8", newline="\n")
        parts = Path(folder) / "sbom.cdx.json"
        _list_parts(listed, parts)
        path = out / f"{name}.zip"
        out.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(path, "w") as archive:
            for inside, content in _contents(wheels, parts):
                kind = zipfile.ZIP_STORED if inside.endswith(STORED) else zipfile.ZIP_DEFLATED
                archive.writestr(zipfile.ZipInfo(f"{name}/{inside}"), content, kind)
    return path


def _download(pins: list[str], system: str, python: str, wheels: Path) -> None:
    """The wheels of exactly these pins, and pip itself for systems whose Python comes without it."""
    platforms = [part for one in SYSTEMS[system].platforms for part in ("--platform", one)]
    _run(
        [
            *(sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"),
            *("--no-deps", "--only-binary=:all:", "--implementation", "cp"),
            *("--python-version", python, *platforms, "--dest", str(wheels), "pip", *pins),
        ]
    )


def _list_parts(pins: Path, target: Path) -> None:
    """The list of parts in CycloneDX, by that project's own tool."""
    _run(
        [
            *(sys.executable, "-m", "cyclonedx_py", "requirements", str(pins)),
            *("--pyproject", str(ROOT / "pyproject.toml"), "--output-reproducible"),
            *("--output-file", str(target)),
        ]
    )
    listed = json.loads(target.read_text("utf-8"))
    listed["metadata"]["component"]["version"] = VERSION
    target.write_text(json.dumps(listed, indent=1, ensure_ascii=False), "utf-8")


def _contents(wheels: Path, parts: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of the bundle: the program as it is committed, the packages, the list of parts."""
    tar = _run(["git", "-C", str(ROOT), "archive", "--format=tar", "HEAD"])
    with tarfile.open(fileobj=io.BytesIO(tar)) as program:
        for one in program.getmembers():
            if one.isfile() and not one.name.startswith(LEFT_OUT):
                yield one.name, program.extractfile(one).read()
    for wheel in sorted(wheels.iterdir()):
        yield f"wheels/{wheel.name}", wheel.read_bytes()
    yield parts.name, parts.read_bytes()


def _run(command: list[str]) -> bytes:
    done = subprocess.run(command, capture_output=True, cwd=ROOT)
    if done.returncode:
        last = done.stderr.decode(errors="replace").strip().splitlines()[-3:]
        raise ReleaseError(f"{' '.join(command[:4])} …: " + "\n".join(last))
    return done.stdout


def sums(paths: list[Path]) -> str:
    """Lines that `sha256sum -c` checks."""
    return "".join(
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in paths
    )
