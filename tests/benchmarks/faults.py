"""A disk that becomes read-only, a clock set back, a PostgreSQL that is killed again and again: python tests/benchmarks/faults.py. Linux, as root, with faketime.

Each deed is acknowledged and there, or refused with a sentence; afterwards everything goes on. Prints what was tried; a measurement, not a test.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(Path(__file__).parent)]

import full_disk  # noqa: E402
import replication  # noqa: E402

from data_access.store import Store, StoreError, connect  # noqa: E402

KILLS = 12
LATER = """
import sys
sys.path[:0] = {path!r}
import full_disk
from data_access.store import connect
with connect("sqlite:///{store}") as store:
    for deed in ("import", "undo", "seal", "plan", "backup"):
        full_disk.DEEDS[deed](store)
    versions = store.plan_versions()
    assert versions["version"].iloc[0] == store.current_plan().version == 2
    assert store.changes()["id"].is_monotonic_decreasing
    assert len(store.seals()) == 1 and not store.prove().faults[1:], store.prove().faults
    print("deeds three days back in time: done and proved")
"""
"""The seal of `full_disk` bears no figures, which is the one fault that is proved."""


def made(folder: Path) -> Path:
    """A store with an import and a plan."""
    path = folder / "made" / "kho.sqlite"
    with connect(f"sqlite:///{path}") as store:
        store.save(full_disk.results(500, 7.0), file="a.csv", content=b"a", who="Nguyễn Thị Lan")
        store.save_plan("x = 1", "Nguyễn Thị Lan")
    return path


def read_only(folder: Path) -> None:
    """The disk under an open store becomes read-only, then as before."""
    place, came = folder / "disk", Counter()
    place.mkdir()
    for deed, does in full_disk.DEEDS.items():
        with full_disk.disk(place, 64 * 2**20):
            shutil.copyfile(made(folder / deed), place / "kho.sqlite")
            with connect(f"sqlite:///{place / 'kho.sqlite'}") as store:
                before = store.last_change()
                store.close()  # no disk becomes read-only while somebody holds a file open for writing
                subprocess.run(["mount", "-o", "remount,ro", place], check=True)
                try:
                    does(store)
                    came[f"{deed}: done"] += 1
                except StoreError as error:
                    came[f"{deed}: {error.code}"] += 1
                came["read"] += is_read(store)
                subprocess.run(["mount", "-o", "remount,rw", place], check=True)
                assert store.last_change() == before
                does(store)
    print("read-only:", dict(came))


def is_read(store: Store) -> bool:
    """Whether the figures are still read."""
    try:
        return len(store.load("results")) == 500
    except StoreError as error:
        print("reading:", error)
        return False


def clock_back(folder: Path) -> None:
    """The same deeds by a machine whose clock was set back by three days."""
    path = [str(ROOT), str(ROOT / "tests"), str(Path(__file__).parent)]
    script = LATER.format(path=path, store=made(folder))
    subprocess.run(["faketime", "-f", "-3d", sys.executable, "-c", script], check=True, cwd=ROOT)


def killed(_folder: Path) -> None:
    """Two people write while the server of databases is killed and started."""
    kept: list[str] = []
    came: Counter = Counter()
    ends = threading.Event()

    def writes(who: str) -> None:
        number = 0
        with connect(cluster.url(primary)) as store:
            while not ends.wait(0.05):
                number += 1
                rows = full_disk.results(20, number / 8).pop("results").assign(unit=who)
                name = f"{who}{number}"
                try:
                    store.save({"results": rows}, file=name, content=name.encode(), who=who)
                    kept.append(name)
                except StoreError as error:
                    came[error.code] += 1

    with replication.cluster(0) as cluster:
        (primary,) = cluster.servers
        with connect(cluster.url(primary)):
            pass
        people = [threading.Thread(target=writes, args=(one,)) for one in ("SNV", "STC")]
        for one in people:
            one.start()
        for _ in range(KILLS):
            time.sleep(1.5)
            primary.stop()
            time.sleep(0.3)
            primary.start()
        time.sleep(1.5)
        ends.set()
        for one in people:
            one.join()
        with connect(cluster.url(primary)) as store:
            known = store.imports()
            assert (known["rows"] == 20).all()
            assert set(kept) <= set(known["file"]), set(kept) - set(known["file"])
            assert not store.prove().faults
    print(f"PostgreSQL killed {KILLS} times: {len(kept)} kept and there, refused {dict(came)}")


def main() -> None:
    for trial in (read_only, clock_back, killed):
        with tempfile.TemporaryDirectory() as folder:
            trial(Path(folder))


if __name__ == "__main__":
    main()
