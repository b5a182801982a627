"""The oracle's answers in the shape of the product's frames."""

from __future__ import annotations

from tests.oracle import cluster_rules, paths, ranking, scores, surveys
from tests.oracle.facts import Facts


def table(facts: Facts, year: int) -> dict[str, dict]:
    """Columns of `Standing.table` by unit."""
    ranks = ranking.ranks(facts, year)
    rows = {}
    for unit in facts.units:
        if facts.lived(unit, year):
            rows[unit] = {
                "assessed": facts.assessed(unit, year),
                **paths.total_progress(facts, unit, year),
            }
            if facts.assessed(unit, year):
                rows[unit] |= _score_cells(facts, unit, year, ranks)
                rows[unit] |= _change_cells(facts, unit, year)
                rows[unit] |= _survey_cells(facts, unit, year)
    return rows


def _score_cells(facts: Facts, unit: str, year: int, ranks: dict) -> dict:
    found = scores.composite(facts, unit, year)
    cells = {
        "score": found.score,
        "score_low": found.low,
        "score_high": found.high,
        "coverage": found.coverage,
        "class_name": paths.class_of(facts, found.score),
        "rank": ranks.get(unit, (None, None))[0],
        "rank_of": ranks.get(unit, (None, None))[1],
        "period_score": ranking.period_result(facts, unit, year),
    }
    if found.stage is not None:
        cells |= {"stage": found.stage, "appraised_share": found.appraised_share}
    return cells


def _change_cells(facts: Facts, unit: str, year: int) -> dict:
    series = scores.score_series(facts, unit, year)
    before = facts.assessed(unit, year - 1) and year > facts.plan.first_year
    both = year in series and year - 1 in series
    return {
        "previous": scores.composite(facts, unit, year - 1).score if before else None,
        "change": series[year] - series[year - 1] if both else None,
    }


def _survey_cells(facts: Facts, unit: str, year: int) -> dict:
    main = facts.plan.survey
    if main is None:
        return {}
    status = surveys.survey_status(facts, main.code, unit, year)
    if not facts.asked(main, unit, year):
        return {"satisfaction_status": status, "satisfaction": None}
    counts = surveys.this_year(facts, main.code, unit, year)
    low, high = surveys.wilson(*counts, facts.plan.limits.confidence) if counts else (None, None)
    return {
        "satisfaction_status": status,
        "satisfaction": counts[0] / counts[1] if counts else None,
        "satisfied": counts[0] if counts else None,
        "satisfaction_low": low,
        "satisfaction_high": high,
    }


def frames(facts: Facts, standing, year: int):
    """(name, product's cells, oracle's cells) of the longer frames."""
    yield ("series", _by(standing.scores, "unit", "year"), _series(facts, year))
    yield ("group", _by(standing.group_scores, "unit", "year", "group"), _groups(facts, year))
    yield ("median", _medians_of(standing, year), _medians(facts, year))
    reports = {
        key: {"report_state": row["report_state"], "days_late": row["days_late"]}
        for key, row in _by(standing.reports, "unit", "year", "kind").items()
    }
    yield ("report", reports, _reports(facts))


def _by(frame, *key: str) -> dict[tuple, dict]:
    return {tuple(row[one] for one in key): row for row in frame.to_dict("records")}


def _series(facts: Facts, year: int) -> dict[tuple, dict]:
    cells = {}
    for unit in facts.units:
        for past in facts.plan.years:
            if facts.assessed(unit, past) and scores.weighted(facts, unit, past):
                found = scores.composite(facts, unit, past)
                cells[unit, past] = {"score": found.score, "score_low": found.low}
    return cells


def _groups(facts: Facts, year: int) -> dict[tuple, dict]:
    cells = {}
    for unit in facts.units:
        for past in facts.plan.years:
            for group in facts.plan.groups:
                if facts.assessed(unit, past) and scores.weighted(facts, unit, past, group.code):
                    found = scores.composite(facts, unit, past, group.code)
                    cells[unit, past, group.code] = {
                        "score": found.score,
                        "score_high": found.high,
                        "coverage": found.coverage,
                    }
    return cells


def _medians(facts: Facts, year: int) -> dict[tuple, dict]:
    cells = {}
    for past in facts.plan.years:
        blocks = cluster_rules.block_scores(facts, past)
        everyone = [one for values in blocks.values() for one in values.values()]
        groups = {block: list(values.values()) for block, values in blocks.items()}
        for block, values in {**groups, "all": everyone}.items():
            if values:
                cells[block, past] = {"median": ranking.median_of(values), "units": len(values)}
    return cells


def _medians_of(standing, year: int) -> dict[tuple, dict]:
    rows = standing.medians.to_dict("records")
    return {
        (row["block"] if isinstance(row["block"], str) else "all", row["year"]): row for row in rows
    }


def _reports(facts: Facts) -> dict[tuple, dict]:
    return {
        key: {"report_state": state, "days_late": days if state == "late" else None}
        for key, (state, days) in cluster_rules.report_states(facts).items()
    }
