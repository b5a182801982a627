"""Facts and information: no test, no inference. One function a rule."""

from __future__ import annotations

import pandas as pd

from dashboard.assessment.milestones import SLACK
from dashboard.assessment.rules.case import Case, flags_of, source_of
from dashboard.inference import people_needed
from dashboard.plan import TOTAL
from dashboard.wording.flag_sentences import PROVISIONAL, flag_sentence
from dashboard.writing import formats

SOURCE = ["file", "sheet", "cell"]


def below_target(case: Case) -> pd.DataFrame:
    """The assessed year's value misses the last due target: the total, every survey, every other criterion with a target.

    Head counts of people have a rule of their own (`staff_share`).
    """
    found = _below_total(case)
    for measure in case.progress:
        if measure != TOTAL and not _is_staff(case, measure):
            found += _below_criterion(case, measure)
    return flags_of(found)


def _is_staff(case: Case, measure: str) -> bool:
    criterion = case.plan.criterion(measure)
    return criterion.kind == "share" and criterion.audience == "individual"


def _missed(case: Case, measure: str) -> pd.DataFrame:
    progress = case.progress[measure]
    missed = progress[progress["value"] < progress["due_target"] - SLACK]
    return missed.merge(case.assessed[["unit", "name", "stage"]], on="unit")


def _below_total(case: Case) -> list[dict]:
    missed, found = _missed(case, TOTAL), []
    sources = source_of(
        case.rows[(case.rows["year"] == case.year) & (case.rows["weight"] > 0)],
        pd.Index(missed["unit"]),
    )
    for one in missed.itertuples():
        value, _, gap = formats.apart(one.value, one.due_target)
        reason = flag_sentence(
            "below_score",
            unit=one.name,
            year=case.year,
            value=value,
            target=formats.number(one.due_target, None),
            gap=gap,
            milestone=case.milestone_name(one.due_year),
        )
        found.append(
            {
                "unit": one.unit,
                "year": case.year,
                "indicator": "score",
                "rule": "below_target",
                "level": "fact",
                "reason": reason + (PROVISIONAL if one.stage == "self" else ""),
                "numbers": {"value": one.value, "target": one.due_target, "stage": one.stage},
                **sources.get(one.unit, {}),
            }
        )
    return found


def _below_criterion(case: Case, measure: str) -> list[dict]:
    criterion = case.plan.criterion(measure)
    rows = case.rows[(case.rows["criterion"] == measure) & (case.rows["year"] == case.year)]
    if criterion.kind == "survey":
        rows = rows.merge(
            case.surveys[case.surveys["criterion"] == measure][["unit", "year", "low", "high"]],
            on=["unit", "year"],
        )
    columns = [
        "unit",
        "value",
        "satisfied",
        "out_of",
        *SOURCE,
        *(["low", "high"] if criterion.kind == "survey" else []),
    ]
    missed = (
        _missed(case, measure).rename(columns={"value": "reached"}).merge(rows[columns], on="unit")
    )
    return [
        {
            "unit": one.unit,
            "year": case.year,
            "indicator": case.indicator(criterion),
            "rule": "below_target",
            "level": "fact",
            "reason": _criterion_sentence(case, criterion, one),
            "file": one.file,
            "sheet": one.sheet,
            "cell": one.cell,
            "numbers": {
                "value": one.reached / 100,
                "target": one.due_target / 100,
                "out_of": one.out_of,
            },
        }
        for one in missed.itertuples()
    ]


def _criterion_sentence(case: Case, criterion, one) -> str:
    target = one.due_target / 100
    common = {
        "unit": one.name,
        "year": case.year,
        "criterion": criterion.label,
        "milestone": case.milestone_name(one.due_year),
    }
    if not criterion.is_rate:
        return flag_sentence(
            "below_points",
            value=formats.number(one.reached),
            target=formats.number(one.due_target, None),
            **common,
        )
    counts = {
        "x": formats.count(one.satisfied if criterion.kind == "survey" else one.value),
        "n": formats.count(one.out_of),
        "rate": formats.percent(one.reached / 100, verdict_against=target),
        "target": formats.percent(target, None),
    }
    if criterion.kind != "survey":
        return flag_sentence("below_rate", **counts, **common)
    code = "below_survey_few" if one.out_of < case.limits.min_respondents else "below_survey"
    return flag_sentence(
        code, low=formats.percent(one.low), high=formats.percent(one.high), **counts, **common
    )


def staff_share(case: Case) -> pd.DataFrame:
    """A group of criteria for people is met by fewer of the staff than the due target asks: a census, to be watched."""
    found = []
    for measure in [one for one in case.progress if one != TOTAL and _is_staff(case, one)]:
        rows = case.rows[(case.rows["criterion"] == measure) & (case.rows["year"] == case.year)][
            ["unit", "value", "out_of", *SOURCE]
        ]
        missed = _missed(case, measure).rename(columns={"value": "reached"}).merge(rows, on="unit")
        needed = people_needed(
            missed["due_target"].to_numpy(float) / 100,
            missed["out_of"].to_numpy(float),
            missed["value"].to_numpy(float),
        )
        for one, people in zip(missed.itertuples(), needed):
            target = one.due_target / 100
            reason = flag_sentence(
                "staff_share",
                unit=one.name,
                x=formats.count(one.value),
                n=formats.count(one.out_of),
                criterion=case.plan.criterion(measure).label,
                rate=formats.percent(one.reached / 100, verdict_against=target),
                needed=formats.count(people),
                target=formats.percent(target, None),
            )
            found.append(
                {
                    "unit": one.unit,
                    "year": case.year,
                    "indicator": measure,
                    "rule": "staff_share",
                    "level": "watch",
                    "reason": reason,
                    "numbers": {
                        "value": one.reached / 100,
                        "target": target,
                        "needed": float(people),
                    },
                    "file": one.file,
                    "sheet": one.sheet,
                    "cell": one.cell,
                }
            )
    return flags_of(found)


def missing_report(case: Case) -> pd.DataFrame:
    """The deadline has passed and no report is there."""
    return _about_reports(case, "missing")


def late_report(case: Case) -> pd.DataFrame:
    """The report came after its deadline."""
    return _about_reports(case, "late")


def _about_reports(case: Case, state: str) -> pd.DataFrame:
    names = {(one.year, one.kind, pd.Timestamp(one.due)): one.name for one in case.plan.reports}
    found = case.reports[
        (case.reports["year"] == case.year) & (case.reports["report_state"] == state)
    ].merge(case.assessed[["unit", "name"]], on="unit")
    rule = f"{state}_report"
    return flags_of(
        [
            {
                "unit": one.unit,
                "year": case.year,
                "indicator": "report",
                "rule": rule,
                "level": "fact",
                "reason": flag_sentence(
                    rule,
                    unit=one.name,
                    year=case.year,
                    report=_of_year(names[(one.year, one.kind, one.due)], case.year),
                    as_of=formats.date(case.as_of),
                    due=formats.date(one.due),
                    submitted=formats.date(one.submitted_on),
                    days=formats.count(one.days_late),
                ),
                "numbers": {
                    "due": str(one.due.date()),
                    "submitted_on": None
                    if pd.isna(one.submitted_on)
                    else str(one.submitted_on.date()),
                },
                "file": one.file,
                "sheet": one.sheet,
                "cell": one.cell,
            }
            for one in found.itertuples()
        ]
    )


def _of_year(name: str, year: int) -> str:
    """“báo cáo năm 2022”, whether or not the plan's name of the report holds the year."""
    text = name[:1].lower() + name[1:]
    return text if str(year) in text else f"{text} {year}"


def limitation(case: Case) -> pd.DataFrame:
    """What the unit's own report says it has not done well: information, quoted, never counted against it."""
    found = case.limitations[case.limitations["year"] == case.year].merge(
        case.assessed[["unit", "name"]], on="unit"
    )
    return flags_of(
        [
            {
                "unit": one.unit,
                "year": case.year,
                "indicator": "report",
                "rule": "limitation",
                "level": "info",
                "reason": flag_sentence(
                    "limitation",
                    unit=one.name,
                    year=case.year,
                    quote=one.quote,
                    place=_place(one.place),
                ),
                "numbers": {"category": one.category},
                "file": one.file,
                "sheet": one.sheet,
                "cell": one.cell,
            }
            for one in found.itertuples()
        ]
    )


def _place(place: object) -> str:
    if formats.is_missing(place) or not str(place).strip():
        return ""
    text = str(place).strip()
    return f" (trang {text})" if text.isdigit() else f" ({text})"
