"""What the records say, one cell at a time: lives of units, cells in their best stage, attained shares."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

EPS = 1e-9


@dataclass(frozen=True)
class Cell:
    """One criterion of a unit-year in its best stage. kind: value, na (not applicable), missing; `provisional`: left out by the unit's own word only."""

    kind: str
    stage: str | None = None
    value: float | None = None
    out_of: float | None = None
    very: float | None = None
    very_included: bool | None = None
    provisional: bool = False


MISSING = Cell("missing")


def _plain(value: object) -> object:
    """None for every way of saying nothing."""
    if value is None or value != value:
        return None
    return value


def _day(value: object) -> dt.date | None:
    return None if _plain(value) is None else value.date() if hasattr(value, "date") else value


class Facts:
    """The records of one day as plain dicts."""

    def __init__(self, plan, records, as_of: dt.date) -> None:
        self.plan, self.as_of = plan, as_of
        self.criteria = {criterion.code: criterion for criterion in plan.criteria}
        self.units = {}
        for row in records.units.to_dict("records"):
            self.units[row["unit"]] = {
                "kind": row["kind"],
                "from": _day(row["valid_from"]),
                "to": _day(row["valid_to"]),
            }
        self.blocks, self.staff = {}, {}
        for row in records.unit_years.to_dict("records"):
            self.blocks[row["unit"], int(row["year"])] = _plain(row["block"])
            self.staff[row["unit"], int(row["year"])] = _plain(row["staff"])
        self.rows = {}
        for row in records.results.to_dict("records"):
            self._keep(row)
        self.filings = records.filings.to_dict("records")

    def _keep(self, row: dict) -> None:
        filed = _day(row["submitted_on"])
        if filed is not None and filed > self.as_of or row["state"] == "withdrawn":
            return
        key = row["unit"], row["criterion"], int(row["year"]), row["stage"]
        self.rows[key] = {name: _plain(value) for name, value in row.items()}

    def milestone_due(self, year: int) -> bool:
        """Whether the day of the milestone of that year has come (decision 2: flags use what is due)."""
        return all(one.due <= self.as_of for one in self.plan.milestones if one.year == year)

    def lived(self, unit: str, year: int) -> bool:
        """Whether the unit existed on any day of the year."""
        life = self.units[unit]
        born_late = life["from"] is not None and life["from"] > dt.date(year, 12, 31)
        gone_before = life["to"] is not None and life["to"] < dt.date(year, 1, 1)
        return not born_late and not gone_before

    def assessed(self, unit: str, year: int) -> bool:
        """Alive on 31 December and at least six calendar months of the year (decision 9)."""
        life = self.units[unit]
        if not self.lived(unit, year) or (
            life["to"] is not None and life["to"] < dt.date(year, 12, 31)
        ):
            return False
        born = life["from"]
        if born is None or born.year < year:
            return True
        months = 12 - born.month + (1 if born.day == 1 else 0)
        return months >= self.plan.limits.min_existence_months

    def asked(self, criterion, unit: str, year: int) -> bool:
        """Whether the rubric of that year asks this criterion of units of this kind."""
        kinds = criterion.unit_kinds
        in_life = (criterion.valid_from or year) <= year <= (criterion.valid_to or year)
        return in_life and (not kinds or self.units[unit]["kind"] in kinds)

    def cell(self, unit: str, code: str, year: int) -> Cell:
        """The best stage's value; “không áp dụng” only where no stage has a value (decision 25)."""
        refused = []
        for stage in ("appraised", "self"):
            row = self.rows.get((unit, code, year, stage))
            if row is None:
                continue
            if row["state"] == "not_applicable":
                refused.append(stage)
            elif row["comparator"] in ("=", None) and row["value"] is not None:
                return Cell(
                    "value",
                    stage,
                    row["value"],
                    row["out_of"],
                    row["very"],
                    row["very_included"],
                )
        if refused:
            return Cell("na", refused[0], provisional=refused[0] == "self")
        return MISSING

    def attained(self, code: str, cell: Cell) -> float | None:
        """Share of what can be attained (decision 4), None where there is no number."""
        if cell.kind != "value":
            return None
        criterion = self.criteria[code]
        if criterion.kind == "points":
            return cell.value / criterion.max
        if criterion.kind == "share":
            return cell.value / cell.out_of if cell.out_of else None
        if criterion.kind == "survey":
            counts = self.counts(code, cell)
            return counts[0] / counts[1] if counts else None
        if criterion.kind == "yes_no":
            return 1.0 if cell.value else 0.0
        part = (cell.value - criterion.floor) / (criterion.goal - criterion.floor)
        return max(0.0, part if criterion.bonus else min(1.0, part))

    def counts(self, code: str, cell: Cell) -> tuple[float, float] | None:
        """(at least satisfied, respondents) of a survey's cell; None without forms."""
        if cell.kind != "value" or not cell.out_of:
            return None
        inside = self.criteria[code].very_included
        inside = inside if cell.very_included is None else cell.very_included
        extra = cell.very if inside is False and cell.very is not None else 0.0
        return cell.value + extra, cell.out_of
