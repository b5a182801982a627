"""What is suspicious in results just read, though not wrong: jumps, 100 % everywhere, self-scores far above the appraised, last year's figures again.

A person looks; nothing is refused for it. Points criteria are coarse (half a point of five is 10 %), so theirs are judged together, as the total
over the criteria that both sides have; shares and surveys are judged one by one.
"""
from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from dashboard import inference, scoring
from dashboard.plan import TOTAL, Plan

KEY = ["unit", "criterion", "year", "stage"]
COLUMNS = ["unit", "year", "criterion", "code", "numbers", "file", "sheet", "cell"]
ENOUGH = 5
"""Criteria that must be there before “everywhere” and “all the same” mean anything."""
SLACK = 1e-9


class Suspicion(NamedTuple):
    """One finding: `criterion` is a code or `total`; `code` jump, all_full, self_excess or same_as_last_year; numbers in points (rates × 100); the place of the first cell meant."""

    unit: str
    year: int
    criterion: str
    code: str
    numbers: dict[str, Any]
    file: str | None
    sheet: str | None
    cell: str | None


def suspicions(plan: Plan, tables: Mapping[str, pd.DataFrame], live: pd.DataFrame) -> pd.DataFrame:
    """What to look at before storing (columns of `COLUMNS`), of the units and years that the file has results of.

    In: tables just read (name → rows); live results. A row of the file stands in place of the live one of its key.
    """
    new = tables.get("results")
    if new is None or new.empty:
        return pd.DataFrame(columns=COLUMNS)
    touched = new[["unit", "year"]].drop_duplicates()
    near = live[live["unit"].isin(touched["unit"])]
    rows = _measured(plan, pd.concat([near.reindex(columns=new.columns), new.assign(fresh=True)], ignore_index=True).drop_duplicates(KEY, keep="last"))
    years = {(unit, year): part for (unit, year), part in rows.groupby(["unit", "year"])}
    found = [one for unit, year in touched.itertuples(index=False) for one in _of_year(plan, years, unit, year)]
    return pd.DataFrame(found, columns=COLUMNS)


def _measured(plan: Plan, rows: pd.DataFrame) -> pd.DataFrame:
    """Rows with a value, `points` (share attained × 100), `weight`, `rate` (whether judged one by one) and `fresh` (of the file)."""
    rows = rows[(rows["state"] == "ok") & rows["comparator"].fillna("=").eq("=")].merge(scoring.criteria_frame(plan), on="criterion")
    included = rows["very_included"].astype(object).where(rows["very_included"].notna(), rows["very_default"])
    rows["satisfied"] = inference.satisfied_counts(rows["value"].astype(float), rows["very"].astype(float), included)
    rows = rows.assign(points=100 * scoring.attained(rows), rate=rows["criterion_kind"].isin(["share", "survey"]), fresh=rows["fresh"].eq(True))
    return rows[np.isfinite(rows["points"].astype(float))]


def _of_year(plan: Plan, years: Mapping[tuple[str, int], pd.DataFrame], unit: str, year: int) -> Iterator[Suspicion]:
    now, before = years.get((unit, year)), years.get((unit, year - 1))
    if now is None:
        return
    yield from _self_excess(plan, now)
    for stage, rows in now.groupby("stage"):
        if not rows["fresh"].any():
            continue
        yield from _all_full(rows)
        earlier = None if before is None else before[before["stage"] == stage]
        if earlier is not None and len(earlier):
            yield from _jumps(plan, rows, earlier)
            yield from _same(rows, earlier)


def _suspicion(code: str, criterion: str, rows: pd.DataFrame, **numbers: Any) -> Suspicion:
    fresh = rows[rows["fresh"]] if rows["fresh"].any() else rows
    first = fresh.iloc[0]
    return Suspicion(first["unit"], int(first["year"]), criterion, code, {**numbers, "stage": first["stage"]}, *(None if pd.isna(first[name]) else first[name] for name in ("file", "sheet", "cell")))


def _pairs(rows: pd.DataFrame, others: pd.DataFrame) -> pd.DataFrame:
    return rows.merge(others[["criterion", "value", "out_of", "points"]], on="criterion", suffixes=("", "_other"))


def _totals(pairs: pd.DataFrame) -> tuple[float, float] | None:
    """Both sides' points over the weighted criteria that both have; None with too few. Example: 30/60 and 40/40 give 70."""
    weighed = pairs[(pairs["weight"] > 0) & ~pairs["rate"]]
    if weighed.empty:
        return None
    weight = weighed["weight"] / weighed["weight"].sum()
    return float((weight * weighed["points"]).sum()), float((weight * weighed["points_other"]).sum())


def _jumps(plan: Plan, rows: pd.DataFrame, earlier: pd.DataFrame) -> Iterator[Suspicion]:
    """A total or a rate that moved by more than `limits.jump_points` since the year before, unless the way of measuring changed."""
    year, limit = int(rows["year"].iloc[0]), plan.limits.jump_points + SLACK
    pairs = _pairs(rows, earlier)
    totals = _totals(pairs) if year not in scoring.break_years(plan, TOTAL) else None
    if totals and abs(totals[0] - totals[1]) > limit:
        yield _suspicion("jump", TOTAL, rows, value=totals[0], previous=totals[1])
    for place in np.flatnonzero(pairs["rate"] & pairs["fresh"] & ((pairs["points"] - pairs["points_other"]).abs() > limit)):
        one = pairs.iloc[[place]]
        criterion = one["criterion"].iloc[0]
        if year not in scoring.break_years(plan, criterion):
            yield _suspicion("jump", criterion, one, value=float(one["points"].iloc[0]), previous=float(one["points_other"].iloc[0]))


def _all_full(rows: pd.DataFrame) -> Iterator[Suspicion]:
    if len(rows) >= ENOUGH and (rows["points"] >= 100 - SLACK).all():
        yield _suspicion("all_full", TOTAL, rows, criteria=len(rows))


def _same(rows: pd.DataFrame, earlier: pd.DataFrame) -> Iterator[Suspicion]:
    """Every criterion that both years have has the same value and total; full marks twice are no copy."""
    pairs = _pairs(rows, earlier)
    equal = (pairs["value"] == pairs["value_other"]) & ((pairs["out_of"] == pairs["out_of_other"]) | (pairs["out_of"].isna() & pairs["out_of_other"].isna()))
    if len(pairs) >= ENOUGH and equal.all() and (pairs["points"] < 100 - SLACK).any():
        yield _suspicion("same_as_last_year", TOTAL, rows, criteria=len(pairs))


def _self_excess(plan: Plan, rows: pd.DataFrame) -> Iterator[Suspicion]:
    """The unit's own score above the appraised by more than `limits.self_excess_points`, in total or in a rate."""
    own, appraised = rows[rows["stage"] == "self"], rows[rows["stage"] == "appraised"]
    pairs, limit = _pairs(own, appraised), plan.limits.self_excess_points + SLACK
    if pairs.empty or not rows["fresh"].any():
        return
    totals = _totals(pairs)
    if totals and totals[0] - totals[1] > limit:
        yield _suspicion("self_excess", TOTAL, own, own=totals[0], appraised=totals[1])
    for place in np.flatnonzero(pairs["rate"] & (pairs["points"] - pairs["points_other"] > limit)):
        one = pairs.iloc[[place]]
        yield _suspicion("self_excess", one["criterion"].iloc[0], one, own=float(one["points"].iloc[0]), appraised=float(one["points_other"].iloc[0]))
