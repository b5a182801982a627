"""A `Standing` as plain tables for machines: English codes, scores with what they are of, shares 0–1, missing left empty."""

from __future__ import annotations

import pandas as pd

from dashboard.assessment.comparability import break_years
from dashboard.assessment.group_points import in_points
from dashboard.assessment.kept_criteria import is_offered, kept_scores
from dashboard.assessment.standing import Standing
from dashboard.plan import KEPT, TOTAL
from dashboard.plan.scale import HUNDRED

STANDING_COLUMNS = [
    "unit_code",
    "unit",
    "block",
    "kind",
    "score",
    "score_low",
    "score_high",
    "score_max",
    "coverage",
    "stage",
    "rank",
    "rank_low",
    "rank_high",
    "rank_of",
    "status",
    "target",
    "distance",
    "satisfaction",
    "satisfaction_low",
    "satisfaction_high",
    "respondents",
    "satisfaction_status",
    "band",
]
WHOLE = ["rank", "rank_low", "rank_high", "rank_of", "respondents"]
FLAG_COLUMNS = [
    "unit_code",
    "year",
    "indicator",
    "rule",
    "level",
    "reason",
    "certainty",
    "why",
]
EDITION_COLUMNS = ["edition", "edition_state"]
TREND_COLUMNS = [
    "unit_code",
    "unit",
    "block",
    "kind",
    "year",
    "value",
    "out_of",
    "attained",
    "low",
    "high",
    "stage",
    "comparable",
]


def standing_rows(standing: Standing) -> pd.DataFrame:
    """One row a unit that lived in the year, in protocol order (columns `STANDING_COLUMNS`)."""
    table = standing.table.sort_values(["position", "unit"], kind="stable")
    table = table.assign(score_max=standing.plan.scale.top)
    rows = table.rename(columns={"unit": "unit_code", "name": "unit"})[
        STANDING_COLUMNS
    ].reset_index(drop=True)
    return rows.astype(dict.fromkeys(WHOLE, "Int64"))


def flag_rows(standing: Standing) -> pd.DataFrame:
    """One row a flag, gravest first (columns `FLAG_COLUMNS`)."""
    return standing.flags.rename(columns={"unit": "unit_code"})[FLAG_COLUMNS]


def trend_rows(standing: Standing, measure: str) -> pd.DataFrame:
    """A measure over the years, one row a unit and year (columns `TREND_COLUMNS`).

    `measure` is score, satisfaction, a group's or a criterion's code, or `kept`, the sum of the criteria that stayed, where a change of criteria cuts the total
    (`kept_criteria`). `attained` is 0–1 for criteria and the score of `out_of` points for the total, groups and `kept`; `comparable` is False in a year that cannot be compared with the year before. Raises KeyError for an unknown measure.
    """
    plan, code = standing.plan, _code_of(standing, measure)
    if code == KEPT:
        rows = _kept_rows(standing)
    elif code == TOTAL or code in plan.group_codes:
        own = standing.scores if code == TOTAL else in_points(plan, standing.group_scores, code)
        named = {"score": "attained", "score_low": "low", "score_high": "high"}
        rows = own.rename(columns=named).assign(out_of=plan.scale_of(code).top)
    else:
        rows = standing.chosen.of(criterion=[code])
        if plan.criterion(code).is_survey:
            rows = rows.merge(
                standing.surveys[standing.surveys["criterion"] == code][
                    ["unit", "year", "low", "high"]
                ],
                on=["unit", "year"],
                how="left",
            )
    names = standing.members[["unit", "year", "name", "kind", "block", "position"]]
    rows = rows.drop(columns=["block", "kind"], errors="ignore").merge(names, on=["unit", "year"])
    rows = rows[rows["year"] <= standing.year]
    broken = {kind: break_years(plan, code, kind) for kind in rows["kind"].unique()}
    rows = rows.assign(
        comparable=[year not in broken[kind] for kind, year in zip(rows["kind"], rows["year"])]
    )
    rows = rows.sort_values(["position", "unit", "year"], kind="stable").rename(
        columns={"unit": "unit_code", "name": "unit"}
    )
    return rows.reindex(columns=TREND_COLUMNS).reset_index(drop=True)


def of_edition(rows: pd.DataFrame, number: int | None, state: str) -> pd.DataFrame:
    """The rows with the edition that they are of (columns `EDITION_COLUMNS`): its number, empty for the figures as they are, and its state (live, sealed, published)."""
    said = pd.array([number] * len(rows), dtype="Int64")
    return rows.assign(edition=said, edition_state=state)


def _kept_rows(standing: Standing) -> pd.DataFrame:
    kinds = standing.table[standing.table["assessed"]].set_index("unit")["kind"]
    found = kept_scores(standing.plan, standing.chosen, standing.scores, kinds, standing.year)
    stages = standing.scores[["unit", "year", "stage"]]
    rows = found.rename(columns={"score": "attained"}).assign(out_of=HUNDRED)
    return rows.merge(stages, on=["unit", "year"], how="left")


def _code_of(standing: Standing, measure: str) -> str:
    plan = standing.plan
    if measure in ("score", TOTAL):
        return TOTAL
    if measure == "satisfaction" and plan.survey:
        return plan.survey.code
    if measure == KEPT and is_offered(plan, standing.year):
        return KEPT
    if measure in {*plan.group_codes, *(one.code for one in plan.criteria)}:
        return measure
    raise KeyError(measure)
