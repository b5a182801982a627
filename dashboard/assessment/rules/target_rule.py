"""The value misses the due target, and all the years say that the level truly does (named), or probably does (watch)."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.assessment.rules import verdicts
from dashboard.assessment.rules.case import Case, each, flags_of, known
from dashboard.assessment.rules.how_appraised import marked, of_row
from dashboard.assessment.rules.rule import Rule, State, states
from dashboard.assessment.rules.verdict_words import (
    score_numbers,
    score_words,
    survey_numbers,
    survey_words,
    years_words,
)
from dashboard.inference import people_needed
from dashboard.writing import differences, formats
from dashboard.writing.chances import chance_words, rarely

SCORE = "{unit}: điểm {year} là {value}, thấp hơn mốc {target} là {gap} điểm"
SURVEY = "{unit}: {x}/{n} người được hỏi hài lòng năm {year} ({rate}), dưới mốc {target}"
LEVEL = "mức thật ước khoảng {level} (khoảng tin cậy {confidence}: {low}–{high})"
UNSURE = "nên chưa đủ chắc chắn để kết luận."
KNOWN = "; tính cả {years}, " + LEVEL
TAILS = {
    (
        "certain_not_appraised",
        "not_appraised",
    ): ", thấp hơn mốc một cách chắc chắn; chưa nêu tên vì {unappraised}.",
    ("probable", "forms"): ", nhiều khả năng dưới mốc nhưng khoảng này còn chứa mốc " + UNSURE,
    (
        "probable",
        "family",
    ): ", riêng đơn vị thì thấp hơn mốc, nhưng xét cùng lúc {tests} đơn vị thì chưa qua mức kiểm soát nêu nhầm "
    + UNSURE,
    (
        "probable",
        "guard",
    ): ", thấp hơn mốc, nhưng số liệu riêng năm {year} còn có thể chỉ do may rủi " + UNSURE,
}
NAMED = {
    "score": ", và số liệu {years} cho thấy mức thấp này không phải do dao động ngẫu nhiên: "
    + LEVEL
    + ".",
    "survey": ", và tính cả {years} thì vẫn thấp hơn mốc một cách chắc chắn: " + LEVEL + ".",
}
NOISE = (
    "; tính cả {years}, chỉ kể sai số do số phiếu, "
    + LEVEL
    + "{beside}; chưa đủ năm khảo sát của các đơn vị để biết tỷ lệ thường dao động bao nhiêu giữa các lần khảo sát "
    + UNSURE
)
HEADS = {"score": SCORE, "survey": SURVEY}
SENTENCES = (
    {State("certain", "", measure): HEADS[measure] + NAMED[measure] for measure in HEADS}
    | {
        State(*answer, measure): HEADS[measure] + KNOWN + tail
        for answer, tail in TAILS.items()
        for measure in HEADS
    }
    | {State("probable", "noise", "survey"): SURVEY + NOISE}
)
ERROR = "Nếu mức thật đúng bằng mốc {target} thì chỉ {rarely} trường hợp thấp như vậy."
CHANCE = "Khả năng mức thật nằm dưới mốc {target}: {chance}."
LIFTS = {
    "score": "Cần thêm {gap} điểm để đạt mốc {target}.",
    "satisfaction": "Cần thêm {people} người hài lòng trên {forms} phiếu để đạt mốc {target}.",
}


def find(case: Case) -> pd.DataFrame:
    """Flags of scores, then of the main survey."""
    return flags_of(_of_scores(case) + (_of_survey(case) if case.plan.survey else []))


def _found(units: pd.DataFrame) -> pd.DataFrame:
    return units[units["certainty"].map(verdicts.level_of) != "fact"]


def _of_scores(case: Case) -> list[dict]:
    units = _found(verdicts.of_scores(case))
    return [
        _flag(
            case,
            one,
            "score",
            score_words(case.plan.scale, one),
            score_numbers(one),
            case.score_sources,
        )
        for one in each(units)
    ]


def _of_survey(case: Case) -> list[dict]:
    units = _found(verdicts.of_survey(case))
    return [
        _flag(case, one, "survey", survey_words(one), survey_numbers(one), case.survey_sources)
        for one in each(units)
    ]


def _flag(case: Case, one: Any, measure: str, said: dict, numbers: dict, sources: dict) -> dict:
    confidence = verdicts.confidence_of(case.limits)
    reason = RULE.sentence(
        State(one.certainty, one.why, measure),
        unit=one.name,
        year=case.year,
        years=years_words(one.points, one.first, case.year),
        confidence=formats.percent(confidence, None),
        tests=formats.count(one.tests),
        unappraised=of_row(one),
        **said,
    )
    shared = {"p": one.p, "year_p": one.year_p, "below": one.below, "years": one.points}
    shared |= {"first": one.first, "level": one.level, "low": one.low, "high": one.high}
    return {
        "unit": one.Index,
        "year": case.year,
        "indicator": "score" if measure == "score" else "satisfaction",
        "rule": RULE.code,
        "level": verdicts.level_of(one.certainty),
        "certainty": one.certainty,
        "why": one.why,
        "reason": reason if one.why == "not_appraised" else marked(reason, one),
        "numbers": known({**numbers, **shared, "confidence": confidence}),
        **sources.get(one.Index, {}),
    }


def sure(standing: Any, flag: Any) -> str:
    """A sure flag hears how often chance does it, a probable one the chance (drawn to its block) that put it on the list."""
    numbers = flag.numbers
    write = formats.number if flag.indicator == "score" else formats.percent
    target = write(numbers["target"], None)
    if flag.certainty == "probable":
        return CHANCE.format(target=target, chance=chance_words(numbers["below"]))
    return ERROR.format(target=target, rarely=rarely(numbers["p"]))


def lifts(standing: Any, flag: Any) -> str:
    """Points or people still needed."""
    numbers = flag.numbers
    if flag.indicator == "score":
        _, target, gap = differences.apart(numbers["value"], numbers["target"])
        return LIFTS["score"].format(gap=gap, target=target)
    people = float(people_needed(numbers["target"], numbers["respondents"], numbers["satisfied"]))
    return LIFTS["satisfaction"].format(
        people=formats.count(people),
        forms=formats.count(numbers["respondents"]),
        target=formats.percent(numbers["target"], None),
    )


RULE = Rule(
    code="target",
    name="Dưới mốc, đã kiểm chứng",
    levels=("named", "watch"),
    explained="Số liệu dưới mốc đã đến hạn và tính cả các năm thì mức thật cũng dưới mốc. Đủ chắc chắn và đã thẩm định thì nêu tên, chưa đủ thì theo dõi, có nêu lý do.",
    states=states(("score", "survey"), ("certain", ""), *TAILS)
    | states(("survey",), ("probable", "noise")),
    fields=frozenset(
        "unit year value target gap x n rate years level low high confidence tests unappraised beside".split()
    ),
    sentences=SENTENCES,
    find=find,
    sure=sure,
    lifts=lifts,
)
