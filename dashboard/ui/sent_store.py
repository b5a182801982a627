"""What passes between a unit and the secretariat, for the screens: read, hand in, take steps."""

from __future__ import annotations

import pandas as pd

from dashboard.ui import stored
from dashboard.views import sent as view
from data_access import loading
from data_access.intake.reading_result import Reading
from data_access.intake.sheet_reading import read


def submissions() -> pd.DataFrame:
    """What was sent (`views.sent.submissions`), as far as the person may see."""
    door = stored.store()
    return view.submissions(door.entered("submissions"), door.entered("submission_steps"))


def disputes() -> pd.DataFrame:
    """What is disputed (`views.sent.disputes`), as far as the person may see."""
    door = stored.store()
    return view.disputes(stored.plan(), door.entered("disputes"), door.entered("dispute_steps"))


def checked(name: str, content: bytes) -> Reading:
    """What a file of a unit says, by what the person may see of the store: of a unit its own name alone. Nothing is stored."""
    return read(name, content, loading.facts_of(stored.store(), stored.plan().as_data()))


def hand_in(table: str, file: tuple[str, bytes] | None, who: str, **row: object) -> None:
    """A row, and the file (name, content) that comes with it. Raises `StoreError`."""
    if file is None:
        stored.store().enter(table, who=who, **row)
    else:
        stored.store().hand_in(table, *file, who=who, **row)


def step(table: str, who: str, **row: object) -> None:
    """A step of what becomes of it. Raises `StoreError`."""
    stored.store().enter(table, who=who, **row)
