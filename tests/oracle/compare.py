"""Cell by cell: what the product says and what the oracle says, for one world."""

from __future__ import annotations

import math
from typing import NamedTuple

import pandas as pd

from dashboard.assessment.standing import assess
from tests.oracle import cluster_rules, falling_rule, paths, ranking, scores, surveys, target_rule
from tests.oracle.facts import Facts


class Difference(NamedTuple):
    what: str
    unit: str
    product: object
    oracle: object


def same(left: object, right: object) -> bool:
    """Equal to 1e-7; every way of saying nothing is the same."""
    left = None if left is None or left is pd.NA or left != left or left == "" else left
    right = None if right is None or right != right or right == "" else right
    if left is None or right is None:
        return left is right
    if isinstance(left, str) or isinstance(right, str):
        return str(left) == str(right)
    return math.isclose(float(left), float(right), rel_tol=1e-7, abs_tol=1e-7)


def _table(facts: Facts, year: int) -> dict[str, dict]:
    ranks = ranking.ranks(facts, year)
    main = facts.plan.main_survey or next(
        (c.code for c in facts.plan.criteria if c.kind == "survey"), None
    )
    rows = {}
    for unit in facts.units:
        if not facts.lived(unit, year):
            continue
        assessed = facts.assessed(unit, year)
        found = scores.composite(facts, unit, year)
        row = {"assessed": assessed, **paths.total_progress(facts, unit, year)}
        if assessed:
            row |= {
                "score": found.score,
                "score_low": found.low,
                "score_high": found.high,
                "coverage": found.coverage,
                "stage": found.stage,
                "class_name": paths.class_of(facts, found.score),
                "rank": ranks.get(unit, (None, None))[0],
                "rank_of": ranks.get(unit, (None, None))[1],
            }
            series = scores.score_series(facts, unit, year)
            before = facts.assessed(unit, year - 1) and year > facts.plan.first_year
            row["previous"] = scores.composite(facts, unit, year - 1).score if before else None
            row["change"] = (
                series[year] - series[year - 1] if year in series and year - 1 in series else None
            )
            if main and facts.asked(facts.criteria[main], unit, year):
                counts = surveys.this_year(facts, main, unit, year)
                row["satisfaction"] = counts[0] / counts[1] if counts else None
                row["satisfied"] = counts[0] if counts else None
            if main:
                row["satisfaction_status"] = surveys.survey_status(facts, main, unit, year)
        rows[unit] = row
    return rows


def _flags(facts: Facts, year: int) -> dict[tuple[str, str, str], str]:
    limits = facts.plan.limits
    found: dict[tuple[str, str, str], str] = {}
    below: dict[str, dict] = {"total": target_rule.score_verdicts(facts, year)}
    falls = {"total": falling_rule.falling_scores(facts, year)}
    for criterion in facts.plan.criteria:
        code = criterion.code
        if criterion.kind == "survey":
            below[code] = target_rule.survey_verdicts(facts, code, year)
            falls[code] = falling_rule.falling_surveys(facts, code, year)
            blocks: dict = {}
            for unit in facts.units:
                pair = surveys.this_year(facts, code, unit, year)
                if pair:
                    blocks.setdefault(facts.blocks[unit, year], {})[unit] = pair
            for counts in blocks.values():
                found |= {
                    (unit, code, "funnel"): "watch"
                    for unit in cluster_rules.funnel(facts, counts)
                    if len(scores.rate_series(facts, code, unit, year)) > 1
                }
        elif criterion.kind == "share" and criterion.audience == "individual":
            for unit in facts.units:
                need = cluster_rules.staff_need(facts, code, unit, year)
                if need and need[0] > 0:
                    found[unit, code, "staff_share"] = "watch"
        else:
            for unit in target_rule.plain_verdicts(facts, code, year):
                found[unit, code, "below_target"] = "fact"
    for code, verdicts in below.items():
        for unit, verdict in verdicts.items():
            found[unit, code, "below_target"] = "fact"
            if verdict.level(limits) != "fact":
                found[unit, code, "target"] = verdict.level(limits)
    for unit in cluster_rules.peers(facts, year):
        found[unit, "total", "peers"] = "watch"
    for code, fell in falls.items():
        for unit in fell:
            verdict = below[code].get(unit)
            named = verdict is not None and verdict.appraised and verdict.noise_known
            found[unit, code, "falling"] = "named" if named else "watch"
    return found


def differences(plan, records, year: int, as_of) -> list[Difference]:
    """Every cell in which the product and the oracle differ."""
    of_day = records.results[records.results["submitted_on"] <= pd.Timestamp(as_of)]
    standing = assess(plan, records._replace(results=of_day), year, as_of)
    facts = Facts(plan, records, as_of)
    product = {row["unit"]: row for row in standing.table.to_dict("records")}
    oracle = _table(facts, year)
    found = []
    for unit in sorted(set(product) | set(oracle)):
        if (unit in product) != (unit in oracle):
            found.append(Difference("row", unit, unit in product, unit in oracle))
            continue
        found += [
            Difference(column, unit, product[unit][column], value)
            for column, value in oracle[unit].items()
            if not same(product[unit][column], value)
        ]
    names = {"total": "score", plan.survey.code: "satisfaction"}
    mine = _flags(facts, year)
    theirs = {
        (row["unit"], row["indicator"], row["rule"]): row["level"]
        for row in standing.flags.to_dict("records")
        if row["year"] == year
        and row["rule"] not in ("missing_report", "late_report", "limitation")
    }
    mine = {
        (unit, names.get(code, code), rule): level for (unit, code, rule), level in mine.items()
    }
    for key in sorted(set(mine) | set(theirs)):
        if mine.get(key) != theirs.get(key):
            found.append(
                Difference(f"flag {key[2]} {key[1]}", key[0], theirs.get(key), mine.get(key))
            )
    return found
