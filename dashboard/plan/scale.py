"""On which scale the total is written and read: 0–100 as every plan had it, or the plan's own points (“38,8/80”)."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from dashboard.plan.limits import Limits
from dashboard.plan.parts import Criterion, Part, Positive
from dashboard.writing.formats import DASH, is_missing, number

HUNDRED = 100.0
OF_SCORES = (
    "fall_min_points",
    "peers_gap_points",
    "peers_floor_points",
    "ahead_points",
    "tolerance_points",
    "big_gap_points",
    "tau_floor_points",
    "pace_min_points",
    "score_step",
)
"""The limits that scores are held against; a plan gives them in per cent of the maximum."""


class Total(Part):
    """How the total is shown: `percent`, of 100; or `points`, of the sum of the maxima (`max` where that differs by year or kind of unit)."""

    shown: Literal["percent", "points"] = "percent"
    max: Positive | None = None


class Scale(NamedTuple):
    """The scale of a total: what all of it is (`top`), and whether that is the plan's own points."""

    top: float = HUNDRED
    own: bool = False

    @property
    def said(self) -> str:
        """“thang 80”: as a heading or a picture says it.

        >>> Scale().said, Scale(80, True).said
        ('thang 100', 'thang 80')
        """
        return f"thang {number(self.top, None)}"

    def written(self, score: float | None, **how: Any) -> str:
        """A score by itself, with what it is of where readers would not guess it.

        >>> Scale().written(48.5), Scale(80, True).written(38.8), Scale().written(None)
        ('48,5 điểm', '38,8/80 điểm', '–')
        """
        return DASH if is_missing(score) else f"{self.figure(score, **how)} điểm"

    def figure(self, score: float | None, **how: Any) -> str:
        """The same without the word, for a place whose head says that it is a score.

        >>> Scale().figure(48.5), Scale(80, True).figure(38.8), Scale(80, True).figure(None)
        ('48,5', '38,8/80', '–')
        """
        return DASH if is_missing(score) else self.of_top(number(score, **how))

    def of_top(self, written: str) -> str:
        """A written score with what it is of, on the plan's own scale: “38,8/80”; on the scale of 100 as it is."""
        return f"{written}/{number(self.top, None)}" if self.own else written

    def head(self, label: str) -> str:
        """The head of a column of scores.

        >>> Scale().head("Tổng điểm"), Scale(80, True).head("Tổng điểm")
        ('Tổng điểm', 'Tổng điểm (trên 80)')
        """
        return f"{label} (trên {number(self.top, None)})" if self.own else label

    def share(self, score: Any) -> Any:
        """A score as a share 0–1 of all that can be had, also of whole columns."""
        return score / self.top

    def limits(self, limits: Limits) -> Limits:
        """The limits for scores on this scale. Example: a fall of 3 per cent of 80 points is 2,4 points."""
        if self.top == HUNDRED:
            return limits
        own = {name: getattr(limits, name) * self.top / HUNDRED for name in OF_SCORES}
        return limits.model_copy(update=own)


def sums(
    criteria: tuple[Criterion, ...], kinds: tuple[str, ...], years: list[int]
) -> dict[int, set[float]]:
    """What all weighted criteria together are worth, by year, for every kind of unit that is asked any."""
    found = {
        year: {
            round(sum(one.points_weight for one in criteria if one.asked_of(kind, year)), 9)
            for kind in kinds or ("",)
        }
        - {0.0}
        for year in years
    }
    return {year: worth for year, worth in found.items() if worth}


def top_of(criteria: tuple[Criterion, ...], kinds: tuple[str, ...], years: list[int]) -> float:
    """What the criteria are worth in the last year in which they are asked (of the kind that is asked most); 100 where none has a weight."""
    found = sums(criteria, kinds, years)
    return max(found[max(found)]) if found else HUNDRED
