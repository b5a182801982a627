"""The three things to talk about: what the figures ask of the reader first, each with whom it is about."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from dashboard.assessment.standing import Standing
from dashboard.assessment.tally import BEHIND
from dashboard.views import at_a_glance, changes, summary_status
from dashboard.views.unit_names import short_names
from dashboard.writing import differences, formats

MOST, NAMES, LEAST_UNITS = 3, 3, 5
LEVEL = 100.0


class Point(NamedTuple):
    """One thing to talk about: a sentence, and units that it is about with a few words each (unit, name, words)."""

    said: str
    units: tuple[tuple[str, str, str], ...] = ()


def points(standing: Standing, table: pd.DataFrame) -> tuple[Point, ...]:
    """At most three, the gravest first: units below for certain (for readers: those that are published), the block furthest behind, the weakest
    group of criteria, reports that are missing, units newly below the target.

    In: rows of `Standing.table` in view. Facts of the year are said as facts; only the first speaks of units as behind, and only with certainty.
    """
    assessed = table[table["assessed"]]
    found = [
        make(standing, assessed)
        for make in (_behind_for_certain, _block, _weakest_group, _missing_reports, _newly_below)
    ]
    return tuple(point for point in found if point)[:MOST]


def _behind_for_certain(standing: Standing, assessed: pd.DataFrame) -> Point | None:
    if standing.published_only:
        rows = assessed[assessed["unit"].isin(summary_status.flagged(standing, assessed)["unit"])]
        said = "{units} đã công bố nêu tên, xa mốc nhất:"
    else:
        rows = at_a_glance.surely_behind(standing, assessed)
        said = "{units} chắc chắn dưới mốc, xa nhất:"
    rows = rows[rows["distance"].notna()].sort_values("distance", kind="stable")
    if rows.empty:
        return None
    names = short_names(assessed)
    units = tuple(
        (one.unit, names[one.unit], f"thiếu {differences.apart(one.score, one.target)[2]} điểm")
        for one in rows.head(NAMES).itertuples()
    )
    return Point(said.format(units=formats.count(len(rows), "đơn vị")), units)


def _block(standing: Standing, assessed: pd.DataFrame) -> Point | None:
    """The blocks with the largest part behind; not where there is one block alone, or chance would choose between several."""
    if not assessed["status"].isin(BEHIND).any() or not summary_status.worst_blocks(assessed):
        return None
    return Point(f"{summary_status.status_title(assessed)}.")


def _weakest_group(standing: Standing, assessed: pd.DataFrame) -> Point | None:
    """The group of criteria in which the middle unit has the smallest part of the points; not where fewer than five units have it, or two groups are level."""
    rows = standing.group_scores
    now = rows[
        (rows["year"] == standing.year)
        & rows["unit"].isin(assessed["unit"])
        & rows["score"].notna()
    ]
    found = now.groupby("group")["score"].agg(["median", "size"])
    found = found[found["size"] >= LEAST_UNITS].sort_values("median", kind="stable")
    if len(found) < 2 or found["median"].iloc[0] >= min(found["median"].iloc[1], LEVEL) - 1e-9:
        return None
    name = standing.plan.measure_name(str(found.index[0]))
    worth = standing.plan.scale_of(str(found.index[0])).top
    middle = formats.number(found["median"].iloc[0] * worth / LEVEL)
    units = formats.count(found["size"].iloc[0], "đơn vị")
    return Point(
        f"Nhóm tiêu chí “{name}” đạt thấp nhất: mức giữa {middle}/{formats.number(worth, None)} điểm của {units}."
    )


def _missing_reports(standing: Standing, assessed: pd.DataFrame) -> Point | None:
    rows = standing.reports
    late = rows[
        (rows["year"] == standing.year)
        & (rows["report_state"] == "missing")
        & rows["unit"].isin(assessed["unit"])
    ]
    units = list(dict.fromkeys(late["unit"]))
    if not units:
        return None
    names = short_names(assessed)
    said = f"{formats.count(len(units), 'đơn vị')} đã quá hạn mà chưa nộp báo cáo:"
    return Point(said, tuple((unit, names[unit], "") for unit in units[:NAMES]))


def _newly_below(standing: Standing, assessed: pd.DataFrame) -> Point | None:
    rows = changes.newly_below(assessed)
    if rows.empty:
        return None
    said = f"{formats.count(len(rows), 'đơn vị')} mới xuống dưới mốc trong một năm, chưa phải là kết luận:"
    return Point(said, tuple(changes.lines(standing.plan.scale, rows.head(NAMES))))
