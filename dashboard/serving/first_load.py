"""The sample data of a first start: loaded once in this process, whoever looks, whichever tab closes; taken up again after a kill."""

from __future__ import annotations

import gc
import hashlib
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import sample_data
from dashboard import SELDOM
from dashboard.plan import Plan
from dashboard.wording.command_words import SAMPLE_WHO
from dashboard.wording.problem_sentences import store_sentence
from data_access import reading_ahead
from data_access.store import Store, StoreError

LOG = logging.getLogger("dashboard.first_load")
_ONE_AT_A_TIME = threading.Lock()
_LOADS: dict[str, Load] = {}
_SETTLED: set[str] = set()  # stores that need nothing, as far as this process knows


@dataclass
class Load:
    """How far a loading is: `stored` of `files` files are in the store; `why` it ended early, '' if it did not."""

    files: int
    steps: int = 0
    of: int = 1
    stored: int = 0
    name: str = ""
    why: str = ""
    ended: bool = False

    def noted(self, done: int, of: int, name: str) -> None:
        """A step of `loading.load_files`: of each file one to open it; then of each in turn one to read it and one to store it."""
        self.steps, self.of, self.name = done, of, name
        self.stored = max(self.stored, (done - of // 3) // 2)


def of_store(store: Store, plan: Callable[[], Plan]) -> Load | None:
    """The loading that this store is in, begun or taken up here where it has to be; None where nothing is lacking."""
    with _ONE_AT_A_TIME:
        if store.name not in _LOADS and store.name not in _SETTLED:
            if is_due(store):
                _LOADS[store.name] = _begun(store, plan().as_data())
            else:
                _SETTLED.add(store.name)
        return _LOADS.get(store.name)


def is_due(store: Store) -> bool:
    """Whether the sample data belong into this store and are not all there: it is new, or all that it ever took are files of this sample, and not all of them."""
    if store.last_change() == 0:
        return True
    imports, wanted = store.imports(), _hashes()
    return (
        0 < len(imports) < len(wanted)
        and bool((imports["who"] == SAMPLE_WHO).all())
        and wanted.issuperset(imports["sha256"])
        and not store.changes()["kind"].isin(["empty", "undo", "restore"]).any()
    )


@cache
def _hashes() -> frozenset[str]:
    return frozenset(
        hashlib.sha256(one.path.read_bytes()).hexdigest() for one in sample_data.files()
    )


def _begun(store: Store, plan: dict) -> Load:
    load = Load(files=len(sample_data.files()))
    told = store, plan, load
    threading.Thread(target=_run, args=told, name="first load", daemon=True).start()
    return load


def _run(store: Store, plan: dict, load: Load) -> None:
    """The loading itself; what ends it early is said on every page, and the next start takes it up again."""
    reading_ahead.get_ready()
    from data_access import (
        loading,  # the reader of files: a server whose store is full does without
    )

    often = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        loaded = loading.load_files(
            store.acting(None, "program"),
            plan,
            loading.on_disk(sample_data.files()),
            who=SAMPLE_WHO,
            progress=load.noted,
        )
        load.stored = sum(one.saved is not None for one in loaded)
        refusal = next((one.error for one in loaded if one.error), None)
        load.why = store_sentence(refusal.code, refusal.fields) if refusal else ""
    except StoreError as error:
        load.why = store_sentence(error.code, error.fields)
    except Exception as error:  # a thread has nobody above it: what it met is logged and said
        load.why = repr(error)
        LOG.exception("the sample data were not loaded")
    finally:
        gc.set_threshold(*often)
        load.ended = True
