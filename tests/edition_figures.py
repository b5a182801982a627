"""Every figure that may stand in anything made from an edition: those that it holds, and those that follow from them by the few derivations written down here."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np
import openpyxl
import pandas as pd
from scipy import stats

from dashboard.assessment.standing import Standing
from dashboard.meeting.seals import Sealed

EXACT = 9  # decimals to which a figure in a workbook is the very figure


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
        self._gained(standing)
        self._levels(standing)
        self._together(sealed, standing)
        self.units_named: dict[str, set[str]] = defaultdict(set)
        for name, unit in zip(standing.members["name"], standing.members["unit"], strict=True):
            self.units_named[name].add(unit)

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

    def _gained(self, standing: Standing) -> None:
        """What a unit gained a year: the difference of two of its years over the years between. Example: 70 in 2019, 82 in 2025: 2."""
        for measure in standing.progress.values():
            for one in measure.itertuples():
                between = standing.year - one.baseline_year
                if between > 0:
                    self.own[one.unit] |= exact([(one.value - one.baseline) / between])

    def _levels(self, standing: Standing) -> None:
        """The interval of a true level: level ± t · sd, within 0 and 100."""
        levels = standing.inferred["score_levels"]
        half = levels["sd"] * stats.t.ppf((1 + standing.plan.limits.confidence) / 2, levels["df"])
        for bound in (levels["level"] - half, levels["level"] + half):
            for unit, value in bound.clip(0, 100).items():
                self.own[unit] |= exact([value])

    def _together(self, sealed: Sealed, standing: Standing) -> None:
        """Counts and rates of several units: sums over a block and over all, of one year, and their ratio; middles; counts of units."""
        blocks = standing.members[["unit", "year", "block"]]
        shares = standing.attained.merge(blocks, on=["unit", "year"])
        shares = shares[shares["out_of"].notna()]
        for keys in (["criterion", "year"], ["criterion", "year", "block"]):
            for _, rows in shares.groupby(keys):
                self._ratios(rows[["value", "satisfied", "very", "out_of"]])
        awards = sealed.lists["awards"].query("year <= @standing.year")
        for since in awards["year"].unique():
            rows = awards[awards["year"] >= since]
            counts = rows[["collectives", "individuals"]]
            self.common |= exact(
                [*counts.sum(), *counts.groupby(rows["form"]).sum().to_numpy().ravel()]
            )
        for rows in (standing.table, *(part for _, part in standing.table.groupby("block"))):
            self.common |= exact(rows.select_dtypes("number").median())
        self.common |= exact(range(len(standing.members) + 1))

    def _ratios(self, rows: pd.DataFrame) -> None:
        """Sums, and each over the forms or people of those units that counted it."""
        for name in rows.columns[:-1]:
            counted = rows[rows[name].notna()]
            part, whole = counted[name].sum(), counted["out_of"].sum()
            self.common |= exact([part, whole, part / whole if whole else np.nan])

    def allowed(self, names: set[str]) -> set[float]:
        """What may stand in a row of one unit by its name (which two in turn may bear), or in one of none or several."""
        units = self.units_named[names.pop()] if len(names) == 1 else self.own
        return self.common.union(*(self.own[unit] for unit in units))


def exact(values: Iterable[Any]) -> set[float]:
    return {round(float(one), EXACT) for one in values if pd.notna(one) and np.isfinite(float(one))}


def _flat(value: Any) -> Iterator[float]:
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list | tuple):
        for one in value:
            yield from _flat(one)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield value


def unexplained(content: bytes, figures: Figures) -> list[str]:
    """Cells of a workbook whose figure the edition neither holds nor gives; in a row of one unit only that unit's own and common ones count."""
    found = []
    for sheet in openpyxl.load_workbook(io.BytesIO(content)):
        for row in sheet.iter_rows():
            allowed = figures.allowed(
                {str(one.value) for one in row[:4]} & figures.units_named.keys()
            )
            found += [
                f"{sheet.title}!{cell.coordinate} = {cell.value}"
                for cell in row
                if isinstance(cell.value, int | float)
                and not isinstance(cell.value, bool)
                and round(float(cell.value), EXACT) not in allowed
            ]
    return found
