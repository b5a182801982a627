"""The power goes at any moment: python tests/benchmarks/power_cut.py [CUTS]. Linux with strace.

Some deeds (import, undo, seal, plan, backup) are done in a process whose writes are watched. Then the files are put together as a disk could have them after a cut: all that was
written before the last sync of its file, and of what came later any part, in any order, torn at sectors. Each time the store opens, is whole, and has every deed that had been
acknowledged by then. Prints how many cuts were tried; any that lost something ends the trial. A measurement, not a test.
"""

from __future__ import annotations

import random
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import sqlalchemy as sa  # noqa: E402

from data_access.store import connect  # noqa: E402

SECTOR = 512
DEEDS = """
import datetime as dt, os, sys
sys.path[:0] = [{root!r}]
import pandas as pd
from data_access.store import connect
row = {{"unit": "SNV", "criterion": "T1", "year": 2022, "stage": "self"}}
with connect("sqlite:///{path}") as store:
    for n in range(1, 13):
        rows = pd.DataFrame([{{**row, "criterion": f"T{{k}}", "value": n % 9}} for k in range(40)])
        store.save({{"results": rows}}, file=f"{{n}}", content=b"x" * 6000 + b"%d" % n, who="Lan")
        if n % 4 == 0:
            store.undo(n, "Lan", "nhầm")
        if n % 5 == 0:
            store.save_plan(f"x = {{n}}", "Lan", "đổi")
            store.seal(b"x" * 9000, "ab", name="Họp", milestone="m", year=2025, as_of=dt.date(2026, 1, 1),
                       who="Lan", note=None, illustrative=False, change=n)
        os.write(1, b"kept %d\\n" % n)
"""
CALL = re.compile(r"^(?:\d+ +)?(\w+)\((\d+|AT_FDCWD|\")(.*)\) += (-?\d+)")
WATCHED = "trace=openat,pwrite64,write,fdatasync,fsync,ftruncate,close,unlink"


class Step(NamedTuple):
    """What was done to a file: `write` (at, content), `sync`, `cut` (at), `gone`, or `kept` (deed `at`)."""

    kind: str
    name: str = ""
    at: int = 0
    content: bytes = b""


def steps(lines: list[str], folder: Path) -> list[Step]:
    """What strace saw of the files in this folder, in order."""
    opened: dict[str, str] = {}
    found = []
    for line in lines:
        match = CALL.match(line)
        if match is None or int(match[4]) < 0:
            continue
        call, first, rest, result = match.groups()
        if call == "openat":
            path = Path(rest.split('"')[1])
            opened[result] = path.name if path.parent == folder else ""
        elif call == "unlink":
            found.append(Step("gone", Path(rest.split('"')[0]).name))
        elif call == "write" and first == "1" and "kept" in (said := _bytes(rest).decode()):
            found.append(Step("kept", at=int(said.split()[1])))
        elif name := opened.get(first, ""):
            found += _of_file(call, name, rest)
    return found


def _of_file(call: str, name: str, rest: str) -> list[Step]:
    if call == "pwrite64":
        return [Step("write", name, int(rest.rsplit(", ", 1)[1]), _bytes(rest))]
    if call in ("fdatasync", "fsync"):
        return [Step("sync", name)]
    if call == "ftruncate":
        return [Step("cut", name, int(rest.rsplit(", ", 1)[1]))]
    return []


def _bytes(rest: str) -> bytes:
    """The bytes that strace printed as \\x.. in quotes."""
    return bytes.fromhex(rest.split('"')[1].replace("\\x", ""))


def disk_after(done: list[Step], chance: random.Random) -> dict[str, bytearray]:
    """The files as a disk may have them after these steps."""
    files: dict[str, bytearray] = defaultdict(bytearray)
    waiting: dict[str, list[Step]] = defaultdict(list)
    for step in done:
        if step.kind == "sync":
            for one in waiting.pop(step.name, []):
                _apply(files, one)
        elif step.kind == "gone":
            waiting.pop(step.name, None)
            files.pop(step.name, None)
        elif step.kind != "kept":
            waiting[step.name].append(step)
    for late in waiting.values():
        share = chance.random()
        for one in chance.sample(late, round(share * len(late))):
            _apply(files, _torn(one, chance))
    return files


def _torn(step: Step, chance: random.Random) -> Step:
    """A write of which only the first sectors came to the disk, at times."""
    if step.kind == "write" and chance.random() < 0.3:
        return step._replace(content=step.content[: SECTOR * chance.randint(0, 8)])
    return step


def _apply(files: dict[str, bytearray], step: Step) -> None:
    file = files[step.name]
    if step.kind == "cut":
        del file[step.at :]
        return
    if len(file) < step.at + len(step.content):
        file.extend(bytes(step.at + len(step.content) - len(file)))
    file[step.at : step.at + len(step.content)] = step.content


def check(files: dict[str, bytearray], kept: int, folder: Path) -> None:
    """Everything acknowledged is there, nothing is half."""
    for old in folder.iterdir():
        old.unlink()
    for name, content in files.items():
        if not name.endswith("-shm"):
            (folder / name).write_bytes(content)
    with connect(f"sqlite:///{folder / 'store.sqlite'}") as store:
        with store.engine.connect() as connection:
            assert connection.execute(sa.text("PRAGMA integrity_check")).scalar() == "ok"
        known = store.imports()
        assert (known["rows"] == 40).all(), "a file is half there"
        numbers = {int(one) for one in known["file"]}
        assert numbers >= set(range(1, kept + 1)), f"acknowledged {kept}, there are {numbers}"
        undone = set(known[known["undone"]]["id"])
        assert undone >= {one for one in range(4, kept + 1, 4)}
        sealed = kept // 5
        assert len(store.seals()) in (sealed, sealed + 1)
        assert not [one for one in store.prove().faults if one.code != "seal_changed"]


def main(cuts: int) -> None:
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as name:
        made, after = Path(name) / "made", Path(name) / "after"
        after.mkdir()
        with connect(f"sqlite:///{made / 'store.sqlite'}"):
            pass
        begun = {one.name: bytearray(one.read_bytes()) for one in made.iterdir()}
        seen = Path(name) / "seen"
        script = DEEDS.format(root=str(ROOT), path=made / "store.sqlite")
        watch = ["strace", "-f", "-xx", "-s", "1000000", "-e", WATCHED, "-o", str(seen)]
        subprocess.run([*watch, sys.executable, "-c", script], check=True, cwd=ROOT)
        lines = [_readable(line) for line in seen.read_text().splitlines()]
        every = [Step("write", one, 0, bytes(content)) for one, content in begun.items()]
        every += [Step("sync", one) for one in begun]
        before = len(every)
        every += steps(lines, made)
        for _ in range(cuts):
            moment = chance.randint(before, len(every))
            kept = max([step.at for step in every[:moment] if step.kind == "kept"], default=0)
            check(disk_after(every[:moment], chance), kept, after)
    syncs = sum(step.kind == "sync" for step in every[before:])
    print(f"{len(every) - before} steps, {syncs} syncs; {cuts} cuts of the power: nothing lost")


def _readable(line: str) -> str:
    """Names of files as text; what was written stays as it is."""
    if "openat(" not in line and "unlink(" not in line:
        return line
    return re.sub(r'"((?:\\x[0-9a-f]{2})+)"', lambda one: f'"{_bytes(one[0]).decode()}"', line)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
