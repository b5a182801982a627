"""What a change would do, year by year and unit by unit: two worked-out provinces of the same years, laid beside each other.

Whatever the change is (a plan, a merger, an undo, an appraisal), it is told here in the same way before anything is stored.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import pandas as pd

from dashboard.assessment import inspection_lot, proposals
from dashboard.assessment.commending import NOTHING_KNOWN, Known
from dashboard.assessment.standing import Standing

VALUES = ("score", "rank", "rank_of", "status", "satisfaction_status", "class_name", "block")
"""What is read of a row of `Standing.table` as it stands."""
LISTS = ("reports", "flags", "proposals")
"""What a unit has several of: sets of codes."""
ASPECTS = ("score", "rank", "status", "satisfaction_status", "class_name", "block", *LISTS)
"""What a unit can change in, in the order it is told."""
EFFECTS = ("leaves", "enters", "changes")
INSPECTED = (
    "inspection"  # among `proposals`: to be inspected; every other is a form of commendation
)
NOTHING = frozenset[Any]()


class Beside(NamedTuple):
    """What stands beside the standings of one side and decides its proposals: successions and disciplines; `visits` (unit, year, inspected_on), without which no inspections are compared."""

    known: Known = NOTHING_KNOWN
    visits: pd.DataFrame | None = None


ALONE = Beside()


@dataclass(frozen=True, eq=False)
class YearConsequences:
    """A year: how many units live in it, and the rows of those that change, the largest change first.

    `rows`: unit, name, effect (`leaves`/`enters` the assessment, `changes`), aspects (tuple of `ASPECTS`), and of everything in `VALUES` and
    `LISTS` its `_before` and `_after`; a list is a frozenset of codes: reports (kind, due, state), flags (indicator, rule, level, certainty),
    proposals (form, or `INSPECTED`).
    """

    year: int
    units: int
    rows: pd.DataFrame

    def changed_in(self, aspect: str) -> int:
        """How many of the units that stay (neither leave the assessment nor enter it) change in this aspect."""
        stay = self.rows[self.rows["effect"] == "changes"]
        return sum(aspect in one for one in stay["aspects"])


def consequences(
    before: Mapping[int, Standing],
    after: Mapping[int, Standing],
    beside: Beside = ALONE,
    then: Beside | None = None,
) -> tuple[YearConsequences, ...]:
    """Every year of either side, oldest first. In: year → its standing without and with the change; what stands beside them, and (`then`) beside
    those with the change where that is something else. A year that one side lacks has no units there; one that is the same standing on both sides has no rows.
    """
    after_beside = beside if then is None else then
    return tuple(
        _unchanged(year, before[year])
        if then is None and before.get(year) is after.get(year)
        else _year(year, _units(before.get(year), beside), _units(after.get(year), after_beside))
        for year in sorted({*before, *after})
    )


def _unchanged(year: int, standing: Standing) -> YearConsequences:
    return YearConsequences(year, len(standing.table), pd.DataFrame(columns=_COLUMNS))


def _year(
    year: int, old: Mapping[str, dict[str, Any]], new: Mapping[str, dict[str, Any]]
) -> YearConsequences:
    codes = list(dict.fromkeys([*new, *old]))
    found = [_row(unit, old.get(unit), new.get(unit)) for unit in codes]
    rows = [row for row in found if row["aspects"] or row["effect"] != "changes"]
    rows.sort(key=_size)
    return YearConsequences(year, len(codes), pd.DataFrame(rows, columns=_COLUMNS))


_COLUMNS = ["unit", "name", "effect", "aspects"] + [
    f"{name}_{side}" for name in (*VALUES, *LISTS) for side in ("before", "after")
]


def _units(standing: Standing | None, beside: Beside) -> dict[str, dict[str, Any]]:
    """Unit → everything that is compared, of all that lived in the year."""
    if standing is None:
        return {}
    lists = {
        "reports": _sets(_of_year(standing, standing.reports), ["kind", "due", "report_state"]),
        "flags": _sets(
            _of_year(standing, standing.flags), ["indicator", "rule", "level", "certainty"]
        ),
        "proposals": _proposed(standing, beside),
    }
    return {
        str(unit): {
            **{name: row[name] for name in ("name", "assessed", *VALUES)},
            **{name: known.get(str(unit), NOTHING) for name, known in lists.items()},
        }
        for unit, row in standing.by_unit.items()
    }


def _of_year(standing: Standing, rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["year"] == standing.year]


def _sets(rows: pd.DataFrame, columns: Sequence[str]) -> dict[str, frozenset]:
    """Unit → the set of its rows."""
    found: dict[str, set] = {}
    for unit, *values in rows[["unit", *columns]].itertuples(index=False):
        found.setdefault(unit, set()).add(tuple(values))
    return {unit: frozenset(values) for unit, values in found.items()}


def _proposed(standing: Standing, beside: Beside) -> dict[str, frozenset]:
    """Unit → the forms that the plan's rules propose at the milestones of the year, and whether it is proposed for inspection; readers (`published_only`) see none of it."""
    found: dict[str, set[str]] = {}
    if standing.published_only:
        return {}
    one: Any
    for milestone in (one for one in standing.plan.milestones if one.year == standing.year):
        for one in proposals.commendations(standing, milestone, beside.known).itertuples():
            found.setdefault(one.unit, set()).add(one.form)
    if beside.visits is not None:
        for unit in inspection_lot.inspections(standing, beside.visits).rows["unit"]:
            found.setdefault(str(unit), set()).add(INSPECTED)
    return {unit: frozenset(forms) for unit, forms in found.items()}


def _row(unit: str, old: dict[str, Any] | None, new: dict[str, Any] | None) -> dict[str, Any]:
    was, now = bool(old and old["assessed"]), bool(new and new["assessed"])
    row: dict[str, Any] = {
        "unit": unit,
        "name": (new or old or {})["name"],
        "effect": "changes" if was == now else "enters" if now else "leaves",
    }
    for name in (*VALUES, *LISTS):
        nothing = NOTHING if name in LISTS else None
        row[f"{name}_before"] = old[name] if old else nothing
        row[f"{name}_after"] = new[name] if new else nothing
    row["aspects"] = tuple(
        name for name in ASPECTS if _differ(row[f"{name}_before"], row[f"{name}_after"])
    )
    return row


def _differ(one: Any, other: Any) -> bool:
    """Whether two values differ; two missing ones do not, nor do numbers closer than 1e-9."""
    if _missing(one) or _missing(other):
        return _missing(one) != _missing(other)
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) >= 1e-9
    return bool(one != other)


def _missing(value: Any) -> bool:
    return not isinstance(value, frozenset) and bool(pd.isna(value))


def _size(row: Mapping[str, Any]) -> tuple:
    """The place of a row: who leaves, who enters, then by how far the score moves (one that comes or goes is farther than any), the rank, in how many things, the name."""
    return (
        EFFECTS.index(row["effect"]),
        -_distance(row["score_before"], row["score_after"]),
        -_distance(row["rank_before"], row["rank_after"]),
        -len(row["aspects"]),
        row["name"],
    )


def _distance(one: Any, other: Any) -> float:
    if _missing(one) or _missing(other):
        return 0.0 if _missing(one) == _missing(other) else math.inf
    return round(abs(float(one) - float(other)), 9)
