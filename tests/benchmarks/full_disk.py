"""A disk that is full after k more pages, for every k, under each deed: python tests/benchmarks/full_disk.py [STEP]. Linux, as root (it mounts small disks).

Each deed is acknowledged and there, or refused with a sentence and the store is as it was; once there is room it goes on. Prints how often which.
"""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import pandas as pd  # noqa: E402
from test_lasting import rows_of, tables_in  # noqa: E402

from data_access import backup, erasing  # noqa: E402
from data_access.store import Store, StoreError, connect  # noqa: E402
from data_access.store.engine import engine_as_it_is  # noqa: E402

PAGE, PAGES = 4096, 400
SEAL = {"name": "Họp", "milestone": "m25", "year": 2025, "as_of": dt.date(2026, 1, 1)}
KNOWN = {"database_full", "backup_failed", "database_unreachable"}


def results(rows: int, value: float) -> dict[str, pd.DataFrame]:
    """So many results of one unit."""
    one = {"unit": "SNV", "year": 2022, "stage": "self", "value": value}
    return {"results": pd.DataFrame([{**one, "criterion": f"T{n}"} for n in range(rows)])}


def _import(store: Store) -> None:
    store.save(results(2000, 8.0), file="b.csv", content=b"b" * 50_000, who="Lan")


def _undo(store: Store) -> None:
    store.undo(1, "Lan", "nhầm")


def _seal(store: Store) -> None:
    more = {"who": "Lan", "note": None, "illustrative": False, "change": 1}
    store.seal(b"x" * 300_000, "ab12", **SEAL, **more)


def _plan(store: Store) -> None:
    store.save_plan("x = 2\n" * 20_000, "Lan", "đổi")


def _backup(store: Store) -> None:
    backup.backup(store, Path(str(store.engine.url.database)).parent / "backups" / "kho.sqlite")


def _erase(store: Store) -> None:
    erasing.erase(store, "Nguyễn Thị Lan")


DEEDS: dict[str, Callable[[Store], None]] = {
    one.__name__.strip("_"): one for one in (_import, _undo, _seal, _plan, _backup, _erase)
}


@contextmanager
def disk(place: Path, size: int) -> Iterator[None]:
    """A disk of so many bytes at this place."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", place], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", place], check=True)


def rows(path: Path) -> dict[str, list]:
    """Everything in the store, read afresh."""
    engine = engine_as_it_is(f"sqlite:///{path}")
    try:
        return rows_of(engine, tables_in(engine))
    finally:
        engine.dispose()


def tried(deed: str, made: Path, place: Path, spare: int) -> str:
    """What came of one deed on a disk with so many bytes to spare; raises where anything is half."""
    path = place / "kho.sqlite"
    with disk(place, made.stat().st_size + spare):
        shutil.copyfile(made, path)
        before = rows(made)
        try:
            with connect(f"sqlite:///{path}") as store:
                DEEDS[deed](store)
            outcome = "done"
        except StoreError as error:
            outcome = error.code
        subprocess.run(["mount", "-o", "remount,size=64m", place], check=True)
        after = rows(path)
        kept = place / "backups" / "kho.sqlite"
        if deed == "backup":
            assert after == before and kept.exists() == (outcome == "done"), (spare, outcome)
        else:
            assert (after == before) == (outcome != "done"), (deed, spare, outcome)
        if outcome != "done":
            assert outcome in KNOWN, (deed, spare, outcome)
            with connect(f"sqlite:///{path}") as store:
                DEEDS[deed](store)
    return outcome


def main(step: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        made, place = Path(folder) / "made" / "kho.sqlite", Path(folder) / "disk"
        place.mkdir()
        with connect(f"sqlite:///{made}") as store:
            store.save(results(500, 7.0), file="a.csv", content=b"a", who="Nguyễn Thị Lan")
            store.save_plan("x = 1", "Nguyễn Thị Lan")
        for deed in DEEDS:
            came = Counter(
                tried(deed, made, place, spare * PAGE) for spare in range(8, PAGES, step)
            )
            print(f"{deed}: " + ", ".join(f"{code} {count}" for code, count in came.items()))


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 8)
