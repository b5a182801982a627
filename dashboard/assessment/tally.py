"""One vocabulary of standing: how many units stand where, each counted once, so that every place that says a number says the same one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from dashboard.assessment.rules import LEVEL_ORDER

DONE, ON_PATH, SLOW, VERY_SLOW, UNKNOWN = (
    ("ahead", "met"),
    ("near", "on_track"),
    ("slow",),
    ("very_slow",),
    ("no_data",),
)
BEHIND = SLOW + VERY_SLOW
LEVELS = ("named", "watch", "fact")
"""Levels that count, gravest first; what units say of themselves is never counted."""


@dataclass(frozen=True)
class Tally:
    """Units of a standing, or of a part of it.

    `assessed`: all of them. `appraised`: those whose year is wholly appraised (`stage`); every other one is provisional. `statuses`: assessed units by status (they add up
    to `assessed`); `provisional`: those of them that are not wholly appraised. `levels`: units by their gravest flag; with `clear`, the assessed units without a flag that
    counts, and without `others`, flagged units that are not assessed, they add up to `assessed`.
    """

    assessed: int
    appraised: int
    statuses: Mapping[str, int]
    provisional: Mapping[str, int]
    levels: Mapping[str, int]
    clear: int
    others: int

    def of(self, codes: tuple[str, ...]) -> int:
        """Units of any of these statuses."""
        return sum(self.statuses.get(one, 0) for one in codes)

    def provisional_of(self, codes: tuple[str, ...]) -> int:
        """Those of them whose year is not wholly appraised."""
        return sum(self.provisional.get(one, 0) for one in codes)


def _counts(codes: pd.Series) -> dict[str, int]:
    return {str(code): int(units) for code, units in codes.value_counts().items()}


def tally(table: pd.DataFrame, flags: pd.DataFrame) -> Tally:
    """In: rows of `Standing.table` in view, `Standing.flags`.

    Example: three units assessed, one met and appraised, one met by its own scores, one slow, named and watched: DONE is 2, provisional of DONE 1, `named` 1, `watch` 0, clear 2.
    """
    assessed = table[table["assessed"]]
    own = assessed[assessed["stage"] != "appraised"]
    graves = gravest(flags, table["unit"])
    flagged = int(graves.index.isin(assessed["unit"]).sum())
    return Tally(
        len(assessed),
        len(assessed) - len(own),
        _counts(assessed["status"]),
        _counts(own["status"]),
        {level: int((graves == level).sum()) for level in LEVELS},
        len(assessed) - flagged,
        len(graves) - flagged,
    )


def gravest(flags: pd.DataFrame, units: pd.Series) -> pd.Series:
    """Unit → the gravest level of its flags that count; units without one are not in it. In: `Standing.flags`, the units in view."""
    own = flags[flags["level"].isin(LEVELS) & flags["unit"].isin(units)]
    names = {place: level for level, place in LEVEL_ORDER.items()}
    return own["level"].map(LEVEL_ORDER).groupby(own["unit"]).min().map(names)
