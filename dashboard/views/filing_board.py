"""Who has filed a report, on time, late or not, by block; who can be urged by letter. Facts only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pandas as pd

from dashboard.assessment.standing import Standing
from dashboard.plan import Plan, ReportDeadline
from dashboard.wording import filing_words as words
from dashboard.wording.filing_words import report_name
from dashboard.wording.sources import source_words
from dashboard.writing import first_letter, formats

COLUMNS = [
    "unit",
    "name",
    "block",
    "kind",
    "position",
    "state",
    "due",
    "submitted_on",
    "days",
    "number",
    "dated",
    "has_scores",
    "ended",
    "source",
]
URGENCY = {"missing": 0, "late": 1, "pending": 2, "on_time": 3}
FILED = ("on_time", "late")
MOST_BLOCKS = 3
MOST_NAMES = 5


def deadlines(plan: Plan) -> dict[str, ReportDeadline]:
    """Every deadline of the plan by what people read, the newest first; deadlines for some kinds of units name them."""
    kinds = {one.code: one.name for one in plan.kinds}
    found = {}
    for one in sorted(plan.reports, key=lambda one: one.due, reverse=True):
        asked = (
            f" ({formats.listed([kinds.get(code, code) for code in one.kinds])})"
            if one.kinds
            else ""
        )
        found[
            words.DEADLINE_LABEL.format(name=report_name(one), due=formats.date(one.due)) + asked
        ] = one
    return found


def first_shown(labelled: dict[str, ReportDeadline], year: int) -> int:
    """The place of the year's deadline among `deadlines`; the newest where the year has none."""
    return next((place for place, one in enumerate(labelled.values()) if one.year == year), 0)


def board(standing: Standing, units: pd.DataFrame, deadline: ReportDeadline) -> pd.DataFrame:
    """One row a unit that must file: unit, name, block, kind, position, state (missing/late/pending/on_time), due, submitted_on, days, number,
    dated, has_scores, ended, source; the most urgent first, then in protocol order.

    In: the table `units`. `days` after the deadline: of a late report to its filing, of a missing one to the day of the figures.
    `ended` is the last day of a unit that lives no longer on that day (NaT = it lives). Example: due 15/12, today 5/1, nothing filed: 21 days.
    """
    rows = expected(standing, deadline)
    rows = rows[rows["report_state"] != "not_due"].rename(columns={"report_state": "state"})
    if rows.empty:
        return rows.reindex(columns=COLUMNS)
    today = pd.Timestamp(standing.as_of)
    days = (
        rows["days_late"]
        .astype(float)
        .where(rows["state"] != "missing", (today - pd.to_datetime(rows["due"])).dt.days)
    )
    ends = rows["unit"].map(units.set_index("unit")["valid_to"])
    scored = standing.chosen.of(["unit", "weight"], years=[deadline.year])
    scored = scored[scored["weight"] > 0]
    rows = rows.assign(
        days=days,
        ended=pd.to_datetime(ends).where(ends < today),
        has_scores=rows["unit"].isin(scored["unit"]),
        urgency=rows["state"].map(URGENCY),
        source=[
            source_words(*place) if not formats.is_missing(place[0]) else formats.DASH
            for place in rows[["file", "sheet", "cell"]].itertuples(index=False)
        ],
    )
    return rows.sort_values(["urgency", "position"], kind="stable")[COLUMNS].reset_index(drop=True)


def expected(standing: Standing, deadline: ReportDeadline) -> pd.DataFrame:
    """The reports of one deadline of all units that lived in its year (columns of `Standing.reports`) with name, block, kind, position."""
    reports = standing.reports
    reports = reports[
        (reports["kind"] == deadline.kind)
        & (reports["year"] == deadline.year)
        & (reports["due"] == pd.Timestamp(deadline.due))
    ].drop(columns="kind")
    members = standing.members[standing.members["year"] == deadline.year][
        ["unit", "name", "block", "kind", "position"]
    ]
    rows = reports.merge(members, on="unit")
    return rows[rows["kind"].isin(deadline.kinds)] if deadline.kinds else rows


def not_due(rows: pd.DataFrame) -> str:
    """How many of the `expected` units need not file, and why; '' if all must."""
    count = int((rows["report_state"] == "not_due").sum())
    return words.NOT_DUE.format(units=formats.count(count, "đơn vị")) if count else ""


def nothing_recorded(board_: pd.DataFrame) -> bool:
    """Whether not a single filing is known: then the register is missing, not the reports."""
    return not board_["state"].isin(FILED).any()


def answer(
    deadline: ReportDeadline, shown: pd.DataFrame, whole: pd.DataFrame, as_of: dt.date
) -> str:
    """“Báo cáo năm 2025, hạn 15/12/2025: 97/101 đơn vị đã nộp (91 đúng hạn, 6 muộn), 4 chưa nộp.” `whole` is the board without choices."""
    said = {
        "report": report_name(deadline),
        "due": formats.date(deadline.due),
        "units": formats.count(len(shown), "đơn vị"),
    }
    if shown.empty:
        return words.NOBODY.format(**said)
    counts = shown["state"].value_counts()
    filed = int(counts.reindex(FILED).fillna(0).sum())
    said |= {code: formats.count(counts.get(code, 0)) for code in URGENCY} | {
        "filed": formats.out_of(filed, len(shown), "đơn vị")
    }
    if as_of <= deadline.due:
        days = (deadline.due - as_of).days
        return (words.STILL_OPEN if days else words.DUE_TODAY).format(**said, days=days)
    if nothing_recorded(whole):
        return words.NONE_RECORDED.format(**said)
    return (words.ALL_ON_TIME if counts.get("on_time", 0) == len(shown) else words.FILED).format(
        **said
    )


def missing(board_: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Who has not filed by name, the first few; '' where nobody is missing. In: unit → what it is called, its name where it is not there.

    Example: seven missing → five names and “2 đơn vị khác”.
    """
    rows = board_[board_["state"] == "missing"]
    called = [names.get(one.unit, one.name) for one in rows.itertuples(index=False)]
    more = len(called) - MOST_NAMES
    others = [words.AND_OTHERS.format(units=formats.count(more, "đơn vị"))] if more > 0 else []
    said = formats.listed(called[:MOST_NAMES] + others)
    return words.MISSING.format(units=said) if called else ""


def title(board_: pd.DataFrame) -> str:
    """The finding of the chart: how many are missing and, where few blocks have any, how many in each. One missing report ranks no block."""
    missing = board_[board_["state"] == "missing"]
    if missing.empty:
        filed = formats.out_of(board_["state"].isin(FILED).sum(), len(board_), "đơn vị")
        return (
            words.TITLE_OPEN.format(filed=filed)
            if (board_["state"] == "pending").any()
            else words.TITLE_NONE_MISSING
        )
    counts = missing.sort_values("position", kind="stable").groupby("block", sort=False).size()
    named = formats.listed([f"{block} ({formats.count(count)})" for block, count in counts.items()])
    whole = formats.out_of(len(missing), len(board_), "đơn vị")
    return (
        words.TITLE_MISSING.format(missing=whole, blocks=named)
        if len(counts) <= MOST_BLOCKS
        else words.TITLE_SPREAD.format(missing=whole, blocks=formats.count(len(counts)))
    )


def state_choices(board_: pd.DataFrame) -> dict[str, str | None]:
    """The states that occur with their counts, as choices; all first."""
    counts = board_["state"].value_counts()
    return {f"{words.ALL_STATES} ({len(board_)})": None} | {
        f"{first_letter.large(word)} ({counts[code]})": code
        for code, word in words.STATES.items()
        if counts.get(code, 0)
    }


def listed(board_: pd.DataFrame, state: str | None) -> pd.DataFrame:
    """The rows of a state (None = all) as a table to read: its state and scores in words."""
    rows = board_[board_["state"] == state] if state else board_
    return rows.assign(
        state=rows["state"].map(words.STATES),
        has_scores=rows["has_scores"].map({True: words.HAS_SCORES, False: words.NO_SCORES}),
    )
