"""Storing rows that a person makes on a page under that person's name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.ui import stored
from dashboard.wording.sources import ON_SCREEN
from data_access.store import Import


def save(
    tables: Mapping[str, pd.DataFrame],
    who: str,
    note: str,
    *,
    file: str = ON_SCREEN,
    content: bytes | None = None,
    detail: Mapping[str, Any] | None = None,
    seen: int | None = None,
) -> Import:
    """Store the rows as one import, which can be undone on the page Nhập số liệu; `detail` is kept in its change; `seen` as in `Store.save`. Raises `StoreError`."""
    return stored.store().save(
        tables, file=file, content=content, who=who, note=note, detail=detail, seen=seen
    )
