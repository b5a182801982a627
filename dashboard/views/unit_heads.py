"""Who answers for a unit in a year: the head of the body, the post and since when."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.writing import formats

UNKNOWN = "chưa ghi"


def heads_of(rows: pd.DataFrame, year: int) -> dict[str, str]:
    """Unit → “Nguyễn Văn A, Giám đốc, từ 1/7/2025” of that very year. In: the table `unit_heads` (unit, year, person, post, since)."""
    of_year: Any = rows[(rows["year"] == year) & rows["person"].notna()].itertuples(index=False)
    return {one.unit: in_words(one.person, one.post, one.since) for one in of_year}


def in_words(person: str, post: object, since: Any) -> str:
    """The person, the post and since when, what is known of it.

    >>> in_words("Nguyễn Văn A", "Giám đốc", pd.Timestamp(2025, 7, 1)), in_words("Nguyễn Văn A", None, None)
    ('Nguyễn Văn A, Giám đốc, từ 1/7/2025', 'Nguyễn Văn A')
    """
    parts = [person] if formats.is_missing(post) else [person, str(post)]
    return ", ".join(parts if formats.is_missing(since) else [*parts, f"từ {formats.date(since)}"])
