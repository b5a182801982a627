"""Published figures that other systems asked for lately, kept in memory: of every movement its own, so that none drives another's out."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from dashboard.access.edition import Edition
from dashboard.access.visible import Sight
from dashboard.exports.open_data.data_package import Read
from dashboard.exports.open_data.resources import BY_NAME
from dashboard.meeting import open_figures
from data_access.store import Store

MOVEMENTS, EDITIONS, TABLES = 50, 2, 8
"""How many are kept: movements; editions and tables of each."""


class Key(NamedTuple):
    """What the rows kept in memory belong to. `movement`: code and name; `store`: the very one, so no two movements share anything."""

    store: Store
    movement: tuple[str, str]
    own: Edition
    sight: Sight
    told: int


def read_of(key: Key) -> Read:
    """An edition as somebody may see it."""
    return _kept(key.store).read(key)


def rows_of(key: Key, name: str) -> pd.DataFrame:
    """The rows of one of its tables; shared, so never changed."""
    return _kept(key.store).rows(key, name)


class _Kept:
    """What is kept of one movement."""

    def __init__(self, _store: Store) -> None:
        self.read = lru_cache(EDITIONS)(_read)
        self.rows = lru_cache(TABLES)(lambda key, name: self.read(key).rows(BY_NAME[name]))


_kept = lru_cache(MOVEMENTS)(_Kept)


def _read(key: Key) -> Read:
    return open_figures.read(key.store, key.own, key.sight)
