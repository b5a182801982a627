"""What must be there before figures are sealed: one object a check, which finds what is missing by name and knows the page where it is mended."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import pandas as pd

from dashboard.assessment.standing import Standing
from dashboard.meeting import readiness_words as words
from dashboard.plan import TOTAL, Milestone
from dashboard.plan.award_law import is_proposal
from dashboard.views.award_words import award_doubt
from dashboard.views.result_doubts import Doubts
from dashboard.writing import formats


class Case(NamedTuple):
    """What the checks look at: the standing of the milestone's year, what is doubtful in its live results, `unit_heads` and `awards`, conclusions with their state now, the day."""

    standing: Standing
    milestone: Milestone
    doubts: Doubts
    heads: pd.DataFrame
    awards: pd.DataFrame
    conclusions: pd.DataFrame
    today: dt.date

    @property
    def assessed(self) -> pd.DataFrame:
        """Units assessed in the year, in protocol order."""
        table = self.standing.table
        return table[table["assessed"]].sort_values(["position", "unit"], kind="stable")


@dataclass(frozen=True)
class Check:
    """One thing that must be there. `find`: what is missing, by name; `page`: the file of the page where it is mended."""

    code: str
    page: str
    find: Callable[[Case], Sequence[str]]

    @property
    def title(self) -> str:
        return words.TITLES[self.code]


def _flagged(case: Case, rule: str) -> list[str]:
    flags = case.standing.flags
    units = set(flags.loc[flags["rule"] == rule, "unit"])
    return case.assessed.loc[case.assessed["unit"].isin(units), "name"].tolist()


def _without_report(case: Case) -> list[str]:
    return _flagged(case, "missing_report")


def _without_score(case: Case) -> list[str]:
    rows = case.assessed
    return rows.loc[rows["score"].isna() & rows["score_low"].isna(), "name"].tolist()


def _incomplete(case: Case) -> list[str]:
    rows = case.assessed
    return rows.loc[rows["score"].isna() & rows["score_low"].notna(), "name"].tolist()


def _self_scored(case: Case) -> list[str]:
    rows = case.assessed
    return rows.loc[rows["stage"].isin(["self", "partly"]), "name"].tolist()


def _unclear(case: Case) -> list[str]:
    rows = case.assessed
    return rows.loc[rows["unit"].isin(case.doubts.unclear), "name"].tolist()


def _suspicious(case: Case) -> Sequence[str]:
    return case.doubts.suspicious


def _without_head(case: Case) -> list[str]:
    heads = case.heads
    known = heads.loc[(heads["year"] == case.standing.year) & heads["person"].notna(), "unit"]
    return case.assessed.loc[~case.assessed["unit"].isin(known), "name"].tolist()


def _against_law(case: Case) -> list[str]:
    """Awards that were stored before files were held to the law, or that are only proposals."""
    names = case.standing.members.drop_duplicates("unit", keep="last").set_index("unit")["name"]
    rows: Any = case.awards[case.awards["year"] <= case.standing.year].itertuples(index=False)
    found = []
    for one in rows:
        counts = [
            None if pd.isna(number) else int(number)
            for number in (one.collectives, one.individuals)
        ]
        why = (
            words.ONLY_PROPOSED.format(form=one.form)
            if is_proposal(one.form)
            else award_doubt(case.standing.plan, one.form, *counts)
        )
        if why:
            unit = names.get(one.unit, one.unit)
            found.append(words.AWARD.format(unit=unit, year=one.year, why=why))
    return found


def _plan_parts(case: Case) -> list[str]:
    plan = case.standing.plan
    decree = plan.award_law.decree(case.standing.year)
    there = {
        "targets": any(one.measure == TOTAL for one in case.milestone.targets),
        "classes": bool(plan.classes),
        "rewards": plan.rewards is not None,
        "issuer": plan.issuer is not None,
        "decree": plan.rewards is None or decree is None or bool(decree.number),
    }
    return [words.PLAN_PARTS[part] for part, known in there.items() if not known]


def _overdue(case: Case) -> list[str]:
    rows = case.conclusions[case.conclusions["state"] == "open"]
    late: Any = rows[pd.to_datetime(rows["due"]) < pd.Timestamp(case.today)].itertuples(index=False)
    return [
        words.OVERDUE.format(what=one.what.rstrip("."), due=formats.date(one.due)) for one in late
    ]


CHECKS = (
    Check("reports", "filings", _without_report),
    Check("no_score", "intake", _without_score),
    Check("incomplete", "intake", _incomplete),
    Check("self_scored", "appraisal", _self_scored),
    Check("unclear", "intake", _unclear),
    Check("suspicious", "intake", _suspicious),
    Check("heads", "units", _without_head),
    Check("awards", "intake", _against_law),
    Check("plan", "plan", _plan_parts),
    Check("conclusions", "meeting", _overdue),
)
