"""Who may be proposed for commendation at a milestone, and of everybody else why not: one object a reason, the gravest first.

Every unit of the year has exactly one answer, so the counts add up. Naming is on the score and the satisfaction alone and always of a unit
below its target, so whoever reads without drafts finds a unit that is not yet named under `behind`, never among the proposals.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.assessment.commending import SLACK, Case, Reason, cut_of, rules_of
from dashboard.assessment.like_for_like import MERGED
from dashboard.assessment.tally import BEHIND
from dashboard.plan.scale import Scale
from dashboard.wording import proposal_words as words

NAMED_INDICATORS = ("score", "satisfaction")
"""What units are named for."""
WHOLE = ("merge", "rename")
"""Changes by which a unit goes whole into another, with its discipline."""


def answers(case: Case) -> pd.DataFrame:
    """One row a unit of the year, in protocol order: unit, name, block, reason (its code, '' for who is considered), why (the sentence)."""
    found: dict[str, tuple[str, str]] = {}
    for reason in REASONS:
        for unit, sentence in reason.find(case).items():
            found.setdefault(unit, (reason.code, sentence))
    told = [found.get(unit, ("", "")) for unit in case.rows.index]
    made = case.rows.reset_index()[["unit", "name", "block", "position"]].assign(
        reason=[code for code, _ in told], why=[sentence for _, sentence in told]
    )
    return made.sort_values(["position", "unit"], kind="stable").drop(columns="position")


def _all(units: pd.Index, sentence: str) -> dict[str, str]:
    return dict.fromkeys(units, sentence)


def _gone(case: Case) -> dict[str, str]:
    return _all(case.rows.index[~case.rows["assessed"]], words.GONE)


def _disciplined(case: Case) -> dict[str, str]:
    """Units under discipline in the years that count, and those into which such a unit went."""
    standing_ = in_force(case.known.disciplines)
    years = standing_["year"].between(case.first_year, case.standing.year)
    rows: Any = standing_[years].itertuples(index=False)
    own = {one.unit: words.DISCIPLINED.format(document=one.document, year=one.year) for one in rows}
    names = case.standing.members.drop_duplicates("unit", keep="last").set_index("unit")["name"]
    pairs: Any = case.known.lineage.itertuples(index=False)
    heirs = {
        one.after: words.HEIR.format(unit=names.get(one.before, one.before), said=own[one.before])
        for one in pairs
        if one.before in own and one.after in case.rows.index and one.kind in WHOLE
    }
    return {**heirs, **{unit: said for unit, said in own.items() if unit in case.rows.index}}


def in_force(disciplines: pd.DataFrame) -> pd.DataFrame:
    """Of each unit and document the last step, where that does not lift it."""
    newest = disciplines.sort_values("id", kind="stable").drop_duplicates(
        ["unit", "year", "document"], keep="last"
    )
    return newest[newest["step"] == "entered"]


def _flagged(case: Case, flags: pd.DataFrame, sentence: str) -> dict[str, str]:
    return _all(case.rows.index[case.rows.index.isin(flags["unit"])], sentence)


def _named(case: Case) -> dict[str, str]:
    flags = case.standing.flags
    return _flagged(case, flags[flags["level"] == "named"], words.IS_NAMED)


def _behind(case: Case) -> dict[str, str]:
    flags = case.standing.flags
    facts = flags[(flags["rule"] == "below_target") & flags["indicator"].isin(NAMED_INDICATORS)]
    slow = case.rows.index[
        case.rows["status"].isin(BEHIND) | case.rows["satisfaction_status"].isin(BEHIND)
    ]
    return {**_all(slow, words.BEHIND), **_flagged(case, facts, words.BELOW)}


def _falling(case: Case) -> dict[str, str]:
    flags = case.standing.flags
    return _flagged(case, flags[flags["rule"] == "falling"], words.FALLS)


def _without_score(case: Case) -> dict[str, str]:
    missing = case.rows["score"].isna()
    partly = missing & case.rows["score_low"].notna()
    return {
        **_all(case.rows.index[missing], words.NO_SCORE.format(year=case.standing.year)),
        **_all(case.rows.index[partly], words.INCOMPLETE.format(year=case.standing.year)),
    }


def _self_scored(case: Case) -> dict[str, str]:
    own = case.rows["stage"] != "appraised"
    return {
        str(unit): words.PARTLY if stage == "partly" else words.SELF
        for unit, stage in case.rows.loc[own, "stage"].items()
    }


def _without_report(case: Case) -> dict[str, str]:
    flags = case.standing.flags
    said = words.NO_REPORT.format(year=case.standing.year)
    return _flagged(case, flags[flags["rule"] == "missing_report"], said)


def _without_result(case: Case) -> dict[str, str]:
    missing = case.rows[case.rows["result"].isna()]
    return {
        str(unit): words.WHY_NOT.get(why, words.WHY_NOT["no_years"])
        for unit, why in missing["why_not"].items()
    }


def _without_form(case: Case) -> dict[str, str]:
    kinds = {
        kind
        for rule in rules_of(case.standing.plan, case.milestone)
        for kind in rule.kinds or {one.code for one in case.standing.plan.kinds}
    }
    return _all(case.rows.index[~case.rows["kind"].isin(kinds)], words.NO_FORM)


def _below_class(case: Case) -> dict[str, str]:
    plan, rows = case.standing.plan, case.rows
    low = {}
    for unit, one in rows[rows["least"].notna()].iterrows():
        asked = [
            cut_of(plan, rule.from_class)
            for rule in rules_of(plan, case.milestone)
            if not rule.kinds or one["kind"] in rule.kinds
        ]
        if asked and one["least"] < min(asked) - SLACK:
            low[str(unit)] = _below_words(plan.scale, one, min(asked))
    return low


def _below_words(scale: Scale, one: pd.Series, cut: float) -> str:
    said = words.LOW_MERGED if one["basis"] == MERGED else words.LOW
    return said.format(
        result=scale.written(one["result"]),
        score=scale.written(one["score"]),
        cut=scale.written(cut),
    )


REASONS = (
    Reason("gone", words.COUNTED["gone"], _gone),
    Reason("disciplined", words.COUNTED["disciplined"], _disciplined),
    Reason("named", words.COUNTED["named"], _named),
    Reason("behind", words.COUNTED["behind"], _behind),
    Reason("falling", words.COUNTED["falling"], _falling),
    Reason("no_score", words.COUNTED["no_score"], _without_score),
    Reason("self_scored", words.COUNTED["self_scored"], _self_scored),
    Reason("no_report", words.COUNTED["no_report"], _without_report),
    Reason("no_result", words.COUNTED["no_result"], _without_result),
    Reason("no_form", words.COUNTED["no_form"], _without_form),
    Reason("below_class", words.COUNTED["below_class"], _below_class),
)
"""Gravest first: a unit's reason is the first that applies to it."""
