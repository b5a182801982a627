"""Two processes on one PostgreSQL import and undo the same figures at once while both read: under one number of a change there is one answer, and one live figure a key.

Few deeds; more by TWO_SERVERS_DEEDS=300.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa

from data_access.schema import RECORDS, imports
from data_access.store import connect

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[1]
DEEDS = int(os.environ.get("TWO_SERVERS_DEEDS", "12"))
WORKER = """
import hashlib, json, os, random, sys
import pandas as pd
from data_access.store import ImportStateError, connect
number, chance = int(sys.argv[1]), random.Random(int(sys.argv[1]))
with connect(os.environ["DATABASE_URL"]) as store:
    print("ready", flush=True)
    sys.stdin.readline()
    for deed in range(int(sys.argv[2])):
        rows = pd.DataFrame({"unit": ["SNV", "STC"], "criterion": "T1", "year": 2022, "stage": "self",
                             "value": [float(chance.randint(0, 9)), float(chance.randint(0, 9))]})
        done = store.save({"results": rows}, file=f"{number}.{deed}.csv",
                          content=f"{number}.{deed}".encode(), who="Lan")
        before = store.last_change()
        read = store.load("results").sort_values("unit")["value"].tolist()
        if store.last_change() == before:
            print(json.dumps([before, read]), flush=True)
        known = store.imports()
        live = known[~known["undone"]]["id"].tolist()
        if len(live) > 1 and chance.random() < 0.6:
            try:
                store.undo(chance.choice(live), "Lan", "nhầm")
            except ImportStateError:
                pass  # the other one was first
print("end", flush=True)
"""


def test_two_servers_never_show_two_figures_under_one_number(postgresql_url):
    with connect(postgresql_url) as store:
        workers = [
            subprocess.Popen(
                [sys.executable, "-c", WORKER, str(number), str(DEEDS)],
                env={**os.environ, "DATABASE_URL": postgresql_url, "PYTHONPATH": str(ROOT)},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            for number in (1, 2)
        ]
        for one in workers:
            assert one.stdout.readline() == "ready\n"
        for one in workers:
            one.stdin.write("\n")
            one.stdin.flush()
        said = [one.communicate(timeout=900)[0].splitlines() for one in workers]
        assert [lines[-1] for lines in said] == ["end", "end"]
        seen: dict[int, list[float]] = {}
        for change, values in map(json.loads, (line for lines in said for line in lines[:-1])):
            assert seen.setdefault(change, values) == values, f"two answers under change {change}"
        assert_one_live_figure_a_key(store)
        changes = store.changes()["id"].tolist()
        assert len(set(changes)) == len(changes) and not store.prove().faults


def assert_one_live_figure_a_key(store) -> None:
    """What is live is the newest revision among the imports that were not undone, worked out from the rows alone."""
    table = RECORDS["results"].table
    with store.engine.connect() as connection:
        rows = connection.execute(
            sa.select(table.c.unit, table.c.revision, table.c.live, imports.c.undone).join(
                imports, imports.c.id == table.c.import_id
            )
        ).all()
    for unit in {row.unit for row in rows}:
        own = [row for row in rows if row.unit == unit]
        assert len({row.revision for row in own}) == len(own)
        newest = max((row.revision for row in own if not row.undone), default=None)
        assert [row.revision for row in own if row.live] == ([newest] if newest else [])
