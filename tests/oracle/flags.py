"""Every flag that the specification asks for: (unit, measure, rule) → (level, certainty)."""

from __future__ import annotations

from tests.oracle import cluster_rules, falling_rule, kept_rule, scores, surveys, target_rule
from tests.oracle.facts import Facts

FACT = ("fact", "")


def states(facts: Facts, year: int) -> dict[tuple[str, str, str], tuple[str, str]]:
    """All rules but the limitations, which are only quoted."""
    found = _totals(facts, year)
    for criterion in facts.plan.criteria:
        found |= _of_criterion(facts, criterion, year)
    for unit, when, kind in cluster_rules.report_states(facts):
        state, _ = cluster_rules.report_states(facts)[unit, when, kind]
        if when == year and facts.assessed(unit, year) and state in ("missing", "late"):
            found[unit, "report", f"{state}_report"] = FACT
    return found


def _totals(facts: Facts, year: int) -> dict:
    verdicts = target_rule.score_verdicts(facts, year)
    found = _verdict_flags(facts, "total", verdicts)
    fell = falling_rule.falling_scores(facts, year)
    found |= {
        (unit, "total", "peers"): ("watch", "probable") for unit in cluster_rules.peers(facts, year)
    }
    for unit in kept_rule.falling_kept(facts, year).keys() - fell.keys():
        found[unit, "total", "falling_kept"] = ("watch", "probable")
    for unit in fell:
        appraised = scores.composite(facts, unit, year).stage == "appraised"
        found[unit, "total", "falling"] = _fall(appraised, unit in verdicts, True)
    return found


def _verdict_flags(facts: Facts, code: str, verdicts: dict) -> dict:
    limits, found = facts.plan.limits, {}
    for unit, verdict in verdicts.items():
        level, certainty = verdict.level(limits), verdict.certainty(limits)
        found[unit, code, "below_target"] = ("fact", certainty)
        if level != "fact":
            found[unit, code, "target"] = (level, certainty)
    return found


def _fall(appraised: bool, below: bool, noise_known: bool) -> tuple[str, str]:
    if not noise_known:
        return "watch", "probable"
    if not appraised:
        return "watch", "certain_not_appraised"
    return ("named" if below else "watch"), "certain"


def _of_criterion(facts: Facts, criterion, year: int) -> dict:
    code = criterion.code
    if facts.plan.survey and code == facts.plan.survey.code:
        return _survey(facts, code, year)
    if criterion.kind == "share" and criterion.audience == "individual":
        needs = {unit: cluster_rules.staff_need(facts, code, unit, year) for unit in facts.units}
        return {
            (unit, code, "staff_share"): ("watch", "")
            for unit, need in needs.items()
            if need and need[0] > 0
        }
    below = target_rule.plain_verdicts(facts, code, year)
    return {(unit, code, "below_target"): FACT for unit in below}


def _survey(facts: Facts, code: str, year: int) -> dict:
    verdicts = target_rule.survey_verdicts(facts, code, year)
    found = _verdict_flags(facts, code, verdicts)
    known = surveys.survey_noise(facts, code, year) is not None
    for unit in falling_rule.falling_surveys(facts, code, year):
        appraised = target_rule.survey_appraised(facts, code, unit, year)
        found[unit, code, "falling"] = _fall(appraised, unit in verdicts, known)
    blocks: dict = {}
    for unit in facts.units:
        counts = surveys.this_year(facts, code, unit, year)
        if counts:
            blocks.setdefault(facts.blocks[unit, year], {})[unit] = counts
    for unit in cluster_rules.below_funnels(facts, blocks):
        if len(scores.rate_series(facts, code, unit, year)) > 1:
            found[unit, code, "funnel"] = ("watch", "probable")
    return found


def chances(facts: Facts, standing, year: int) -> tuple[dict, dict]:
    """(product, oracle) p, year_p and below of every flag of the rule `target`."""
    verdicts = {"score": target_rule.score_verdicts(facts, year)}
    if facts.plan.survey:
        code = facts.plan.survey.code
        verdicts["satisfaction"] = target_rule.survey_verdicts(facts, code, year)
    product, oracle = {}, {}
    for row in standing.flags[standing.flags["rule"] == "target"].to_dict("records"):
        key = row["unit"], row["indicator"]
        product[key] = row["numbers"]
        verdict = verdicts[row["indicator"]].get(row["unit"])
        if verdict is not None:
            oracle[key] = {"p": verdict.p, "year_p": verdict.guard, "below": verdict.watch}
    return product, oracle
