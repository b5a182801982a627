"""What is suspicious in results just read, though not wrong: jumps, 100 % everywhere, self-scores far above the appraised, last year's figures again.

A person looks; nothing is refused for it. Points criteria are coarse (half a point of five is 10 %), so theirs are judged together, as the total
over the criteria that both sides have; shares and surveys are judged one by one. A jump is measured against how all units moved in that year:
where everybody rises by 19 points it is said once, and only who moved otherwise is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

from dashboard.assessment import scoring
from dashboard.assessment.comparability import break_years
from dashboard.assessment.finding_rows import COLUMNS, ENOUGH, SLACK, STAGE, told, totals_of
from dashboard.plan import TOTAL, Plan
from dashboard.plan.kinds import KINDS

COUNTED = [code for code, one in KINDS.items() if one.counts]
KEY = ["unit", "criterion", "year", "stage"]


def suspicions(plan: Plan, new: pd.DataFrame, live: pd.DataFrame) -> pd.DataFrame:
    """What to look at before storing, gravest first: unit (missing: all of them), year, criterion (a code or `total`), code (all_moved, jump, all_full,
    self_excess, same_as_last_year), numbers (in points, rates × 100; with the stage), severity (times the limit), file, sheet, cell (the first one meant).

    In: results just read, of all files together; live results. A row just read stands in place of the live one of its key.
    """
    if new.empty:
        return pd.DataFrame(columns=COLUMNS)
    years = set(new["year"]) | {year - 1 for year in new["year"]}
    near = live[live["year"].isin(years)].reindex(columns=new.columns)
    known = [near.assign(fresh=False)] if len(near) else []
    rows = _measured(
        plan,
        pd.concat([*known, new.assign(fresh=True)], ignore_index=True).drop_duplicates(
            KEY, keep="last"
        ),
    )
    last_year = _beside(rows, _in_both_stages(rows.assign(year=rows["year"] + 1)), KEY)
    stages = _beside(
        rows[rows["stage"] == "self"],
        rows[rows["stage"] == "appraised"],
        ["unit", "criterion", "year"],
    )
    found = pd.concat(
        [jumps(plan, last_year), _all_full(rows), _same(last_year), _self_excess(plan, stages)],
        ignore_index=True,
    )
    return found.sort_values(
        ["severity", "unit", "year"], ascending=[False, True, True], kind="stable"
    ).reset_index(drop=True)[COLUMNS]


def results_of(tables: Iterable[Mapping[str, pd.DataFrame]]) -> pd.DataFrame:
    """The results among the tables of several files, one below the other; without any an empty frame."""
    read = [one["results"] for one in tables if "results" in one]
    return pd.concat(read, ignore_index=True) if read else pd.DataFrame(columns=KEY)


def _measured(plan: Plan, rows: pd.DataFrame) -> pd.DataFrame:
    """Rows with a value, `points` (share attained × 100), `weight`, `rate` (whether judged one by one) and `fresh` (of the file)."""
    rows = rows[(rows["state"] == "ok") & rows["comparator"].fillna("=").eq("=")].merge(
        scoring.criteria_frame(plan), on="criterion"
    )
    rows["satisfied"] = scoring.satisfied(rows)
    rows = rows.assign(
        points=100 * scoring.attained(rows),
        rate=rows["criterion_kind"].isin(COUNTED),
        fresh=rows["fresh"].eq(True),
    )
    return rows[np.isfinite(rows["points"].astype(float))]


def _in_both_stages(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows, and where only one stage is known the same row for the other: a self-score is set beside last year's appraised one if there is no other."""
    other = rows.assign(stage=rows["stage"].map({"self": "appraised", "appraised": "self"}))
    return pd.concat([rows, other], ignore_index=True).drop_duplicates(KEY, keep="first")


def _beside(rows: pd.DataFrame, others: pd.DataFrame, key: list[str]) -> pd.DataFrame:
    """Rows with the value, out_of and points of their counterpart, where there is one; `fresh` if either is of the file."""
    pairs = rows.merge(
        others[[*key, "value", "out_of", "points", "fresh"]], on=key, suffixes=("", "_other")
    )
    return pairs.assign(
        moved=pairs["points"] - pairs["points_other"],
        any_fresh=pairs["fresh"] | pairs["fresh_other"],
    )


def _self_excess(plan: Plan, pairs: pd.DataFrame) -> pd.DataFrame:
    """The unit's own score above the appraised by more than `limits.self_excess_points`, in total or in a rate."""
    measured = pd.concat([totals_of(pairs), pairs[pairs["rate"]]], ignore_index=True)
    measured["severity"] = measured["moved"] / plan.limits.self_excess_points
    return told(
        "self_excess",
        measured[measured["any_fresh"] & (measured["severity"] > 1 + SLACK)],
        own="points",
        appraised="points_other",
    )


def _all_full(rows: pd.DataFrame) -> pd.DataFrame:
    return told(
        "all_full", _whole(rows.assign(holds=rows["points"] >= 100 - SLACK)), criteria="criteria"
    )


def _same(pairs: pd.DataFrame) -> pd.DataFrame:
    """Every criterion that both years have has the same value and total; full marks twice are no copy."""
    equal = (pairs["value"] == pairs["value_other"]) & (
        (pairs["out_of"] == pairs["out_of_other"])
        | (pairs["out_of"].isna() & pairs["out_of_other"].isna())
    )
    found = _whole(pairs.assign(holds=equal))
    return told("same_as_last_year", found[found["least"] < 100 - SLACK], criteria="criteria")


def _whole(rows: pd.DataFrame) -> pd.DataFrame:
    """The units, years and stages of the file in which all rows hold, if they are enough: with `criteria` (how many), `least` points and the place of the first row."""
    grouped = rows.sort_values("fresh", ascending=False, kind="stable").groupby(STAGE, sort=False)
    wholes = grouped.agg(
        holds=("holds", "all"),
        criteria=("criterion", "size"),
        least=("points", "min"),
        fresh=("fresh", "any"),
        file=("file", "first"),
        sheet=("sheet", "first"),
        cell=("cell", "first"),
    ).reset_index()
    return wholes[
        wholes["holds"].astype(bool) & wholes["fresh"].astype(bool) & (wholes["criteria"] >= ENOUGH)
    ].assign(criterion=TOTAL)


def jumps(plan: Plan, pairs: pd.DataFrame) -> pd.DataFrame:
    """A total or a rate that moved by more than `limits.jump_points` beside how the others moved since the year before; and, once, that all of them
    moved by more than that. Nothing where the way of measuring changed. Fewer than `ENOUGH` units have no usual move: theirs is taken as it is.
    """
    measured = pd.concat([totals_of(pairs), pairs[pairs["rate"]]], ignore_index=True)
    breaks = {
        measure: set(break_years(plan, measure)) for measure in measured["criterion"].unique()
    }
    measured = measured[
        np.array(
            [
                year not in breaks[measure]
                for measure, year in zip(measured["criterion"], measured["year"])
            ],
            dtype=bool,
        )
    ]
    together = measured.groupby(["criterion", "year", "stage"])["moved"]
    units = together.transform("size")
    measured = measured.assign(
        units=units, usual=together.transform("median").where(units >= ENOUGH)
    )
    limit = plan.limits.jump_points
    measured["severity"] = (measured["moved"] - measured["usual"].fillna(0.0)).abs() / limit
    far = measured[measured["fresh"] & (measured["severity"] > 1 + SLACK)]
    all_moved = measured[
        measured["fresh"] & (measured["usual"].abs() > limit + SLACK)
    ].drop_duplicates(["criterion", "year", "stage"])
    return pd.concat(
        [
            told(
                "all_moved",
                all_moved.drop(columns="severity").assign(unit=None),
                usual="usual",
                units="units",
            ),
            told("jump", far, value="points", previous="points_other", usual="usual"),
        ],
        ignore_index=True,
    )
