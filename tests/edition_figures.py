"""Every figure that may stand in anything made from an edition: those that it holds, and those that follow from them by the few derivations written down here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from itertools import combinations
from math import factorial
from typing import Any

import numpy as np
import pandas as pd
from scipy import stats

from dashboard.assessment.standing import Standing
from dashboard.meeting.seals import Sealed

EXACT = 9  # decimals to which a figure in a workbook is the very figure
READ = (0, 1, 2, 4)  # decimals with which figures are read


class Figures:
    """The figures of an edition: `own[unit]`, those of one unit; `common`, those of blocks, of the province and of the plan."""

    def __init__(self, sealed: Sealed, standing: Standing) -> None:
        self.own: dict[str, set[float]] = defaultdict(set)
        self.common: set[float] = set()
        parts = [getattr(standing, name) for name in sealed.frames or {}]
        frames = [
            one for part in parts for one in (part.values() if isinstance(part, dict) else [part])
        ]
        for rows in (*frames, *sealed.records, *sealed.lists.values()):
            self._hold(rows)
        for unit, numbers in zip(standing.flags["unit"], standing.flags["numbers"], strict=True):
            self.own[unit] |= exact(_flat(numbers))
        self.common |= exact(_flat(sealed.plan.model_dump()))
        self.common |= exact(
            1 / factorial(years) for years in (4, 5, 6)
        )  # that chance alone lets every year fall (Phương pháp)
        self._moves(standing)
        self._levels(standing)
        self._middles(standing)
        self._together(sealed, standing)
        self._criteria(standing)
        self.units_named: dict[str, set[str]] = defaultdict(set)
        for name, unit in zip(standing.members["name"], standing.members["unit"], strict=True):
            self.units_named[name].add(unit)
        known = standing.table.dropna(subset=["short_name"])
        for name, unit in zip(known["short_name"], known["unit"], strict=True):
            self.units_named[name].add(unit)
        self._forms: dict[frozenset[str], set[str]] = {}
        self._named: dict[str, set[str]] = {}
        self._allowed: dict[frozenset[str], set[float]] = {}

    def _hold(self, rows: pd.DataFrame) -> None:
        numbers = rows.select_dtypes("number")
        units = (
            rows["unit"] if "unit" in rows else rows.index if rows.index.name == "unit" else None
        )
        if units is None:
            self.common |= exact(numbers.to_numpy().ravel())
            return
        for unit, values in zip(units, numbers.to_numpy(dtype=float), strict=True):
            self.own[unit] |= exact(values)

    def _moves(self, standing: Standing) -> None:
        """From one year of a unit to another, and from its target: the difference of what is read (70,6 and 79,4: 8,8); what it gained a year (70 in 2019, 82 in 2025: 2)."""
        for rows in (
            standing.scores.assign(value=standing.scores["score"]),
            *self._rates(standing),
        ):
            for unit, years in rows.groupby("unit"):
                self.own[unit] |= _apart(years["value"])
        for measure in standing.progress.values():
            for one in measure.itertuples():
                self.own[one.unit] |= _apart(pd.Series([one.value, one.target, one.due_target]))
                between = standing.year - one.baseline_year
                if between > 0:
                    self.own[one.unit] |= exact([(one.value - one.baseline) / between])

    def _rates(self, standing: Standing) -> list[pd.DataFrame]:
        """Rates of every survey in percent; the width of their intervals is a figure too."""
        rates = standing.surveys.assign(value=standing.surveys["rate"] * 100)
        for one in rates.itertuples():
            self.own[one.unit] |= exact([(one.high - one.low) * 100])
        return [rows for _, rows in rates.groupby("criterion")]

    def _levels(self, standing: Standing) -> None:
        """The interval of a true level: level ± t · sd, within 0 and 100."""
        levels = standing.inferred["score_levels"]
        half = levels["sd"] * stats.t.ppf((1 + standing.plan.limits.confidence) / 2, levels["df"])
        for bound in (levels["level"] - half, levels["level"] + half):
            for unit, value in bound.clip(0, 100).items():
                self.own[unit] |= exact([value])

    def _middles(self, standing: Standing) -> None:
        """Middles of blocks and of the province, of every figure of the year, of groups (also as a part of their points) and of years; how they moved, as both are read."""
        table = standing.table
        for rows in (table, *(part for _, part in table.groupby("block"))):
            numbers = rows[rows["assessed"]].select_dtypes("number")
            self.common |= exact([*numbers.median(), *numbers.abs().median()])
        groups = standing.group_scores
        for keys in (["group", "year"], ["group", "year", "block"]):
            middles = groups.groupby(keys)["score"].median()
            self.common |= exact([*middles, *(middles / 100)])
        for _, years in standing.medians.groupby("block", dropna=False):
            self.common |= _apart(years["median"])

    def _together(self, sealed: Sealed, standing: Standing) -> None:
        """Counts and rates of several units: sums over a block and over all, of one year, and their ratio; awards since a year; counts of units and their parts."""
        blocks = standing.members[["unit", "year", "block"]]
        shares = standing.attained.merge(blocks, on=["unit", "year"])
        shares = shares[shares["out_of"].notna()]
        for keys in (["criterion", "year"], ["criterion", "year", "block"]):
            for _, rows in shares.groupby(keys):
                self._ratios(rows[["value", "satisfied", "very", "out_of"]])
        awards = sealed.lists["awards"].query("year <= @standing.year")
        for since in awards["year"].unique():
            counts = awards.loc[awards["year"] >= since, ["form", "collectives", "individuals"]]
            sums = counts.groupby("form").sum()
            self.common |= exact([*sums.to_numpy().ravel(), *sums.sum()])
        self.common |= exact(range(len(standing.members) + 1))
        assessed = standing.members[standing.members["assessed"]]
        sizes = [assessed.groupby(keys).size() for keys in (["year"], ["year", "block"])]
        for whole in pd.concat(sizes).unique():
            self.common |= exact(part / whole for part in range(whole + 1))

    def _criteria(self, standing: Standing) -> None:
        """Middles of each criterion by year; what units behind got of it together; middles of the units that can be compared from the first year to the last."""
        attained = standing.attained[standing.attained["attained"].notna()]
        for _, rows in attained.groupby(["criterion", "year"]):
            self.common |= exact([rows["attained"].median(), 100 * rows["attained"].median()])
        behind = standing.table["status"].isin(("slow", "very_slow")) & standing.table["assessed"]
        own = attained[
            attained["unit"].isin(standing.table.loc[behind, "unit"])
            & (attained["year"] == standing.year)
        ]
        means = own.groupby("criterion")["attained"].mean()
        self.common |= exact([*means, *(100 * means)])
        total = standing.progress["total"].dropna(subset=["value", "baseline"])
        like = total[total["baseline_year"] == standing.plan.first_year]
        self.common |= exact([like["value"].median(), like["baseline"].median()])

    def _ratios(self, rows: pd.DataFrame) -> None:
        """Sums, and each over the forms or people of those units that counted it."""
        for name in rows.columns[:-1]:
            counted = rows[rows[name].notna()]
            part, whole = counted[name].sum(), counted["out_of"].sum()
            self.common |= exact([part, whole, part / whole if whole else np.nan])

    def allowed(self, names: set[str]) -> set[float]:
        """What may stand in a row of one unit by its name (which two in turn may bear), or in one of none or several."""
        units = frozenset(self._units(names))
        if units not in self._allowed:
            self._allowed[units] = self.common.union(*(self.own[unit] for unit in units))
        return self._allowed[units]

    def named_in(self, said: str) -> set[str]:
        """The names of units in a sentence; the same sentence stands in many files."""
        if said not in self._named:
            self._named[said] = {one for one in self.units_named if one in said}
        return self._named[said]

    def read(self, names: set[str]) -> set[str]:
        """The same as they are read: “73,3”, “95,3%”."""
        units = frozenset(self._units(names))
        if units not in self._forms:
            values = set().union(*(self.own[unit] for unit in units))
            self._forms[units] = self._common_forms | _all_forms(values)
        return self._forms[units]

    @cached_property
    def _common_forms(self) -> set[str]:
        return _all_forms(self.common)

    def _units(self, names: set[str]) -> Iterable[str]:
        return self.units_named[next(iter(names))] if len(names) == 1 else self.own


def exact(values: Iterable[Any]) -> set[float]:
    return {round(float(one), EXACT) for one in values if pd.notna(one) and np.isfinite(float(one))}


def _apart(values: pd.Series) -> set[float]:
    shown = [_read(one, 1) for one in values.dropna()]
    moves = [float(one - other) for one, other in combinations(shown, 2)]
    return exact([*moves, *(-one for one in moves)])


def _read(value: float, decimals: int) -> Decimal:
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def _all_forms(values: set[float]) -> set[str]:
    return {one for value in values for one in _forms(value)}


def _forms(value: float) -> Iterator[str]:
    for scaled, sign in ((value, ""), (value * 100, "%")):
        for decimals in READ if abs(scaled) < 1e6 else ():
            yield f"{_read(abs(round(scaled, EXACT)), decimals)}".replace(".", ",") + sign


def _flat(value: Any) -> Iterator[float]:
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list | tuple):
        for one in value:
            yield from _flat(one)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield value
