"""The process that works ahead of the readers after a change of data: python -m dashboard.serving.working_ahead, with `years_ahead.Asked` as JSON on its standard input. It runs behind everything else of the machine."""

from __future__ import annotations

import datetime as dt
import gc
import json
import os
import sys
from functools import partial

from dashboard import SELDOM
from dashboard.plan import Plan
from dashboard.serving import answers_ahead, editions_ahead, years_ahead
from dashboard.serving.years_ahead import Asked
from data_access import movement_stores
from data_access.store import connect

BEHIND = 10
"""By how much the process is nicer than who started it."""


def main(asked: Asked) -> int:
    """First the figures of all years, then what the pages show of them, of the store that DATABASE_URL names; or what readers of its editions are shown. Errors: `ValueError` for a plan that does not come through as it was."""
    gc.freeze()
    gc.set_threshold(*SELDOM)
    if hasattr(os, "nice"):
        os.nice(BEHIND)
    plan, as_of = Plan.model_validate_json(asked.plan), dt.date.fromisoformat(asked.as_of)
    if plan.model_dump_json() != asked.plan:
        raise ValueError("the plan read is not the plan given")
    with connect(os.environ.get("DATABASE_URL"), os.environ.get("DATABASE_READ_URL")) as home:
        store = movement_stores.opened(home, asked.movement) if asked.movement else home
        if asked.published:
            editions_ahead.make(store, plan)
        else:
            newest = partial(answers_ahead.make, store, plan, as_of, newest=True)
            years_ahead.work_out(store, plan, as_of, newest)
            answers_ahead.make(store, plan, as_of)
    return 0


if __name__ == "__main__":
    sys.exit(main(Asked(**json.loads(sys.stdin.read()))))
