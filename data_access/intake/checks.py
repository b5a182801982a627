"""Results against the plan and the units: what cannot be is an error, what is unlikely a warning. One function per question."""
from __future__ import annotations

import pandas as pd

from data_access.intake.facts import Facts
from data_access.intake.problems import Problems

_RATES = ("share", "survey")
_SLACK = 1e-9


def with_criteria_facts(entries: pd.DataFrame, facts: Facts) -> pd.DataFrame:
    """Each entry with what the plan says of its criterion: kind, audience, max, bonus, unit_of."""
    criteria = facts.criteria
    told = {name: entries["criterion"].map(criteria[name]) for name in ("kind", "audience", "max", "bonus", "unit_of")}
    return entries.assign(**told)


def check_results(entries: pd.DataFrame, facts: Facts, problems: Problems) -> None:
    """Report every entry whose figures or key contradict each other, the plan or the units' lives."""
    _check_lives(entries, facts, problems)
    _check_validity(entries, facts, problems)
    _check_kinds(entries, facts, problems)
    known = entries[entries["value"].notna()]
    _check_points(known, problems)
    _check_rates(known[known["kind"].isin(_RATES) & ~known["rate_bound"]], problems)
    _check_very(known[known["very"].notna()], problems)
    _check_staff(known, problems)


def _check_lives(entries: pd.DataFrame, facts: Facts, problems: Problems) -> None:
    lives = facts.lives
    dead = entries["year"].lt(entries["unit"].map(lives["first_year"])) | entries["year"].gt(entries["unit"].map(lives["last_year"]))
    for (unit, year), rows in entries[dead].groupby(["unit", "year"], sort=False):
        first, life = rows.iloc[0], lives.loc[unit]
        span = {"valid_from": life["valid_from"], "valid_to": life["valid_to"]}
        problems.add("unit_not_alive", first["sheet"], first["cell"], unit=unit, year=year, rows=len(rows), **span)


def _check_validity(entries: pd.DataFrame, facts: Facts, problems: Problems) -> None:
    since, until = entries["criterion"].map(facts.criteria["valid_from"]), entries["criterion"].map(facts.criteria["valid_to"])
    invalid = entries["year"].lt(since.astype(float)) | entries["year"].gt(until.astype(float))
    for (criterion, year), rows in entries[invalid].groupby(["criterion", "year"], sort=False):
        first, rule = rows.iloc[0], facts.criteria.loc[criterion]
        span = {"valid_from": rule["valid_from"], "valid_to": rule["valid_to"]}
        problems.add("criterion_not_valid", first["sheet"], first["cell"], criterion=criterion, year=year, rows=len(rows), **span)


def _check_kinds(entries: pd.DataFrame, facts: Facts, problems: Problems) -> None:
    """A figure for a criterion that the plan does not ask of this kind of unit."""
    asked = {(criterion, kind) for criterion, kinds in facts.criteria["unit_kinds"].items() for kind in kinds or ()}
    limited = facts.criteria["unit_kinds"].map(bool)
    kinds = entries["unit"].map(facts.lives["kind"])
    rows = entries.assign(unit_kind=kinds)[entries["criterion"].map(limited).astype(bool) & kinds.notna() & entries["state"].eq("ok")]
    for (criterion, kind), group in rows.groupby(["criterion", "unit_kind"], sort=False):
        if (criterion, kind) not in asked:
            first = group.iloc[0]
            problems.add("criterion_not_for_kind", first["sheet"], first["cell"], criterion=criterion, kind=kind, rows=len(group))


def _check_points(entries: pd.DataFrame, problems: Problems) -> None:
    negative = entries[entries["value"].lt(0) & entries["kind"].ne("number")]
    problems.add_each("value_negative", negative, criterion="criterion", value="value")
    points = entries[entries["kind"].eq("points")]
    limit = points["out_of"].fillna(points["max"].astype(float))
    above = points.assign(limit=limit)[points["value"].gt(limit + _SLACK) & ~points["bonus"].eq(True)]
    problems.add_each("value_above_max", above, criterion="criterion", value="value", max="limit")
    stated = points["maximum_value"].fillna(points["out_of"])
    differing = points.assign(stated=stated)[stated.notna() & (stated - points["max"].astype(float)).abs().gt(_SLACK)]
    for criterion, rows in differing.groupby("criterion", sort=False):
        first = rows.iloc[0]
        problems.add("max_differs", first["sheet"], first["cell"], criterion=criterion, max=first["stated"], plan_max=first["max"])


def _check_rates(rates: pd.DataFrame, problems: Problems) -> None:
    broken = rates[(rates["value"] % 1).gt(_SLACK)]
    problems.add_each("count_not_whole", broken, column="value", value="value")
    without = rates[rates["out_of"].isna()]
    problems.add_each("out_of_missing", without, criterion="criterion", value="value", staff="staff")
    problems.add_each("total_negative", rates[rates["out_of"].lt(0)], criterion="criterion", out_of="out_of")
    above = rates[rates["value"].gt(rates["out_of"])]
    problems.add_each("value_above_total", above, criterion="criterion", value="value", out_of="out_of")


def _check_very(rows: pd.DataFrame, problems: Problems) -> None:
    problems.add_each("very_negative", rows[rows["very"].lt(0)], criterion="criterion", very="very")
    included = rows["very_included"]
    undeclared = rows[included.isna() & rows["very"].gt(0)]
    problems.add_each("coding_undeclared", undeclared, criterion="criterion", very="very")
    above = rows[included.eq(True).fillna(False) & rows["very"].gt(rows["value"])]
    problems.add_each("very_above_value", above, criterion="criterion", very="very", value="value")
    both = rows[included.eq(False).fillna(False) & (rows["very"] + rows["value"]).gt(rows["out_of"])]
    problems.add_each("very_and_value_above_total", both, criterion="criterion", very="very", value="value", out_of="out_of")


def _check_staff(entries: pd.DataFrame, problems: Problems) -> None:
    """Head counts of a unit's own people against its staff in that year."""
    heads = entries[entries["kind"].eq("share") & entries["audience"].eq("individual") & entries["staff"].notna() & ~entries["rate_bound"]]
    above = heads["value"].gt(heads["staff"])
    problems.add_each("value_above_staff", heads[above], criterion="criterion", value="value", staff="staff")
    total = heads[~above & heads["out_of"].gt(heads["staff"])]
    problems.add_each("total_above_staff", total, criterion="criterion", out_of="out_of", staff="staff")


def with_staff(entries: pd.DataFrame, facts: Facts) -> pd.DataFrame:
    """Each entry with the unit's staff in that year (NaN = unknown)."""
    pairs = pd.Series(list(zip(entries["unit"], entries["year"])), index=entries.index, dtype=object)
    return entries.assign(staff=pairs.map(facts.staff).astype(float))
