"""The assessed year's value misses the last due target: a fact of the total, every survey, every other criterion with a target."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.assessment.rules import verdicts
from dashboard.assessment.rules.case import Case, flags_of, known
from dashboard.assessment.rules.criterion_words import criterion_words
from dashboard.assessment.rules.how_appraised import marked, marked_row
from dashboard.assessment.rules.missed_rows import Missed, missed, missed_results
from dashboard.assessment.rules.rule import FACT, Rule, State, states
from dashboard.inference import people_needed
from dashboard.plan import TOTAL, Criterion
from dashboard.plan.kinds import KINDS
from dashboard.writing import differences, formats

TOLD: dict[str, tuple[str, str]] = {
    "score": ("{unit}: điểm {year} là {value}, thấp hơn mốc {target} ({milestone}) là {gap} điểm.", "Cần thêm {gap} điểm để đạt mốc {target}."),
    "survey": ("{unit}: {x}/{n} người được hỏi hài lòng năm {year} ({rate}), dưới mốc {target} ({milestone}); khoảng tin cậy {low}–{high}.", "Cần thêm {people} người hài lòng trên {forms} phiếu để đạt mốc {target}."),
    "share": ("{unit}: {criterion} năm {year} đạt {x}/{n} ({rate}), dưới mốc {target} ({milestone}).", "Cần thêm {people} trên tổng số {forms} để đạt mốc {target}."),
    "points": ("{unit}: {criterion} năm {year} được {raw}/{most} điểm, tức {value}% điểm tối đa, dưới mốc {target}% ({milestone}).", "Cần thêm {gap}% điểm tối đa để đạt mốc {target}%."),
    "number": ("{unit}: {criterion} năm {year} là {raw}, tức {value}% chặng từ {floor} đến {goal}, dưới mốc {target}% ({milestone}).", "Cần đi thêm {gap}% chặng từ {floor} đến {goal} để đạt mốc {target}%."),
    "yes_no": ("{unit}: {criterion} năm {year} chưa đạt, mốc yêu cầu đạt ({milestone}).", "Đạt được tiêu chí này thì hết cờ."),
}  # fmt: skip
"""The total and every kind of criterion: what is said of a unit below its target, and what lifts it; so no kind can have one without the other."""
FEW = "{unit}: {x}/{n} phiếu hài lòng năm {year}, dưới mốc {target} ({milestone}); quá ít phiếu để tính tỷ lệ."
SENTENCES = {State(*FACT, measure): said for measure, (said, _) in TOLD.items()}
SENTENCES[State(*FACT, "survey_few")] = FEW
LIFTS = {measure: lifts for measure, (_, lifts) in TOLD.items()}
SURE = "Số đã ghi đặt cạnh mốc; không suy luận gì thêm."


def find(case: Case) -> pd.DataFrame:
    """Head counts of people have a rule of their own (`staff_share`)."""
    found = _of_total(case)
    for measure in case.progress:
        if measure != TOTAL and not is_staff(case.plan.criterion(measure)):
            found += _of_criterion(case, case.plan.criterion(measure))
    return flags_of(found)


def is_staff(criterion: Criterion) -> bool:
    """Whether a criterion counts a unit's people."""
    return criterion.counts_people


def _of_total(case: Case) -> list[dict]:
    units = missed(case, TOTAL)
    judged = _verdicts(verdicts.of_scores(case)) if units else {}
    return [_total_flag(case, one, case.units[one.unit], *judged[one.unit]) for one in units]


def _verdicts(judged: pd.DataFrame) -> dict[str, tuple[str, str]]:
    """Certainty and why by unit."""
    return dict(zip(judged.index, zip(judged["certainty"], judged["why"]), strict=True))


def _total_flag(case: Case, one: Any, unit: Any, certainty: str, why: str) -> dict:
    value, _, gap = differences.apart(one.value, one.due_target)
    reason = RULE.sentence(
        State(*FACT, "score"),
        unit=unit.name,
        year=case.year,
        value=case.plan.scale.of_top(value),
        target=formats.number(one.due_target, None),
        gap=gap,
        milestone=case.milestone_name(one.due_year),
    )
    numbers = {"value": one.value, "target": one.due_target, "stage": unit.stage}
    told = {"certainty": certainty, "why": why, "reason": marked(reason, unit)}
    where = case.score_sources.get(one.unit, {})
    return _flag(case, one.unit, "score", numbers) | told | where


def _of_criterion(case: Case, criterion: Criterion) -> list[dict]:
    is_main = case.plan.survey is not None and criterion.code == case.plan.survey.code
    judged = _verdicts(verdicts.of_survey(case)) if is_main else None
    return [
        _criterion_flag(case, criterion, one) for one in missed_results(case, criterion, judged)
    ]


def _criterion_flag(case: Case, criterion: Criterion, one: Missed) -> dict:
    said = criterion_words(criterion, one)
    few = criterion.is_survey and one.out_of < case.limits.min_respondents
    reason = RULE.sentence(
        State(*FACT, "survey_few" if few else criterion.kind),
        unit=one.name,
        year=case.year,
        criterion=criterion.label,
        milestone=case.milestone_name(one.due_year),
        **said,
    )
    reason = marked_row(reason, one.row_stage)
    numbers = {
        "value": one.reached / 100,
        "target": one.due_target / 100,
        "out_of": one.out_of,
        "met": one.satisfied if criterion.is_survey else one.raw,
    }
    told = {"certainty": one.certainty, "why": one.why, "reason": reason}
    where = {"file": one.file, "sheet": one.sheet, "cell": one.cell}
    return _flag(case, one.unit, case.indicator(criterion), numbers) | told | where


def _flag(case: Case, unit: str, indicator: str, numbers: dict) -> dict:
    return {
        "unit": unit,
        "year": case.year,
        "indicator": indicator,
        "rule": RULE.code,
        "level": "fact",
        "numbers": known(numbers),
    }


def sure(standing: Any, flag: Any) -> str:
    """A fact is as sure as what was filed."""
    return SURE


def lifts(standing: Any, flag: Any) -> str:
    """Points, people or the deed that are missing."""
    numbers = flag.numbers
    if flag.indicator == "score":
        _, target, gap = differences.apart(numbers["value"], numbers["target"])
        return LIFTS["score"].format(gap=gap, target=target)
    plan = standing.plan
    criterion = plan.survey if flag.indicator == "satisfaction" else plan.criterion(flag.indicator)
    if criterion.is_rate:
        people = float(people_needed(numbers["target"], numbers["out_of"], numbers["met"]))
        return LIFTS[criterion.kind].format(
            people=formats.count(people),
            forms=formats.count(numbers["out_of"]),
            target=formats.percent(numbers["target"], None),
        )
    _, target, gap = differences.apart(100 * numbers["value"], 100 * numbers["target"])
    return LIFTS[criterion.kind].format(
        gap=gap,
        target=target,
        floor=formats.number(criterion.floor, None),
        goal=formats.number(criterion.goal, None),
    )


RULE = Rule(
    code="below_target",
    name="Dưới mốc",
    levels=("fact",),
    explained="Số liệu của năm thấp hơn mốc đã đến hạn: tổng điểm, khảo sát, từng tiêu chí có mốc. Là sự việc, ghi đúng như số liệu.",
    states=states(("score", "survey_few", *KINDS), FACT),
    fields=frozenset(
        "unit year criterion milestone x n rate low high raw most value target gap floor goal".split()
    ),
    sentences=SENTENCES,
    find=find,
    sure=sure,
    lifts=lifts,
)
