"""What a picture over the years draws: which measure, and what the plan asks of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

EMPTY = pd.DataFrame({"year": [], "value": []})


@dataclass(frozen=True)
class Measure:
    """Which columns of the frame are drawn, and their scale: scores 0 to `top`, or shares 0–1 read in percent."""

    value: str = "score"
    low: str | None = None
    high: str | None = None
    share: bool = False
    top: float = 100.0


@dataclass(frozen=True)
class Asked:
    """What the plan asks over the years: `milestones` (year, name, target), the required `path` (year, value), `breaks` (year → note)."""

    milestones: pd.DataFrame = field(
        default_factory=lambda: pd.DataFrame({"year": [], "name": [], "target": []})
    )
    path: pd.DataFrame = field(default_factory=lambda: EMPTY)
    breaks: Mapping[int, str] = field(default_factory=dict)

    @property
    def last_target(self) -> float | None:
        """The last milestone's target, against which the names at the lines' ends are read."""
        targets = self.milestones["target"].dropna()
        return None if targets.empty else float(targets.iloc[-1])


SCORES = Measure()
NOTHING_ASKED = Asked()
