"""Until when something is due of a unit: the next open conclusion of a meeting."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.writing import formats

DUE = "kết luận {meeting}, hạn {day}"


def next_dues(conclusions: pd.DataFrame) -> dict[str, str]:
    """Unit → “kết luận Họp tổng kết, hạn 30/9/2026”, its open conclusion that is due first. In: conclusions with unit, meeting, due, state."""
    still = conclusions[
        (conclusions["state"] == "open") & conclusions["due"].notna() & conclusions["unit"].notna()
    ]
    first: Any = still.sort_values("due", kind="stable").drop_duplicates("unit")
    return {
        one.unit: DUE.format(meeting=one.meeting, day=formats.date(one.due))
        for one in first.itertuples(index=False)
    }
