"""Wide tables of the years: one row per unit (index), one column per year (a number), NaN = no value.

Every formula that looks along the years takes such a *history*; `results.pivot(index="unit", columns="year", values="score")`
makes one. A unit whose series breaks is given with NaN before the break.
"""

from __future__ import annotations

import numpy as np
import pandas as pd


def years_and_values(history: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """The years in ascending order, shape (T,), and the values beside them, shape (units, T), as floats with NaN."""
    ordered = history.sort_index(axis=1)
    return ordered.columns.to_numpy(dtype=float), ordered.to_numpy(dtype=float, na_value=np.nan)


def survey_years(
    satisfied: pd.DataFrame, respondents: pd.DataFrame
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Years (T,), satisfied and respondents (units, T); both are NaN wherever there is no survey (n = 0 or either missing)."""
    years, x = years_and_values(satisfied)
    _, n = years_and_values(respondents.reindex(index=satisfied.index, columns=satisfied.columns))
    held = (n > 0) & np.isfinite(x)
    return years, np.where(held, x, np.nan), np.where(held, n, np.nan)


def in_year(history: pd.DataFrame, year: int) -> np.ndarray:
    """The column of one year, shape (units,); all NaN when the history has no such year."""
    if year not in history.columns:
        return np.full(len(history), np.nan)
    return history[year].to_numpy(dtype=float, na_value=np.nan)


def per_unit(values: pd.Series | float, units: pd.Index) -> np.ndarray:
    """A target or the like for every unit, shape (units,): a Series is matched on the unit, a number holds for all."""
    given = (
        values.reindex(units) if isinstance(values, pd.Series) else pd.Series(values, index=units)
    )
    return given.to_numpy(dtype=float, na_value=np.nan)


def first_and_last(years: np.ndarray, values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """First and last year with a value, each of shape (units,); NaN where there is none."""
    present = np.isfinite(values)
    first = np.where(present, years, np.inf).min(axis=1, initial=np.inf)
    last = np.where(present, years, -np.inf).max(axis=1, initial=-np.inf)
    return np.where(np.isfinite(first), first, np.nan), np.where(np.isfinite(last), last, np.nan)
