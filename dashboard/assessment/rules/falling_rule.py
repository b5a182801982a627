"""The score or the satisfaction fell for longer and further than chance explains; named only where it now misses the target."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.assessment.milestones import SLACK
from dashboard.assessment.rules.case import Case, each, flags_of, known
from dashboard.assessment.rules.fall_words import block_beside, rates_said
from dashboard.assessment.rules.how_appraised import marked, of_row
from dashboard.assessment.rules.rule import Rule, State, states
from dashboard.assessment.rules.verdicts import candidates, falling_total, family, surveyed
from dashboard.plan import TOTAL
from dashboard.writing import differences, formats
from dashboard.writing.chances import rarely
from dashboard.writing.nouns import worded

SCORE = (
    "{unit}: điểm giảm khoảng {fall} điểm từ {first} đến {last}, giảm ở {down}/{pairs} cặp năm, "
    "vượt quá dao động thường thấy{beside}"
)
SURVEY = "{unit}: tỷ lệ hài lòng giảm từ {rate_first} ({first}) xuống {rate_last} ({last}), "
UNEVEN = (
    "{unit}: tỷ lệ hài lòng các năm {rates}; tính theo số phiếu từng năm thì xu hướng {first}–{last} đi xuống "
    "dù năm {last} không thấp hơn năm {first}, "
)
BEYOND = (
    "mức giảm của xu hướng khoảng {fall} điểm phần trăm, lớn hơn hẳn dao động giữa các lần khảo sát"
)
FORMS = (
    "mức giảm của xu hướng khoảng {fall} điểm phần trăm, lớn hơn sai số do số phiếu; chưa đủ năm khảo sát của các đơn vị để biết "
    "tỷ lệ thường dao động bao nhiêu giữa các lần khảo sát nên chưa đủ chắc chắn để kết luận."
)
BODIES = {"score": SCORE, "survey": SURVEY + BEYOND, "survey_uneven": UNEVEN + BEYOND}
SURELY = ("certain", "certain_not_appraised")
TAILS = {
    ("certain", ""): ".",
    ("certain_not_appraised", "not_appraised"): "; chưa nêu tên vì {unappraised}.",
    **{
        (one, "reached"): "; không nêu tên vì năm {last} không thấp hơn mốc {target}."
        for one in SURELY
    },
    **{(one, "not_due"): "; không nêu tên vì chưa có mốc nào đến hạn." for one in SURELY},
}
SENTENCES = {
    State(*answer, measure): body + tail
    for answer, tail in TAILS.items()
    for measure, body in BODIES.items()
} | {
    State("probable", "noise", "survey"): SURVEY + FORMS,
    State("probable", "noise", "survey_uneven"): UNEVEN + FORMS,
}
SURE = {
    "score": "So với chính đơn vị các năm trước, giảm ở {down}/{pairs} cặp năm: nếu mức thật không giảm thì chỉ {rarely} trường hợp gặp dãy điểm như vậy.",
    "satisfaction": "So với chính đơn vị các năm trước: nếu mức thật không giảm thì chỉ {rarely} trường hợp gặp dãy tỷ lệ như vậy.",
    "noise": "So với chính đơn vị các năm trước, chỉ kể sai số do số phiếu: nếu mức thật không giảm thì chỉ {rarely} trường hợp gặp dãy tỷ lệ như vậy.",
}
LIFTS_BELOW = "Cần thêm {gap} để đạt lại mốc {target}, khi đó không còn nêu tên; chuỗi năm thôi giảm thì hết cờ."
LIFTS = "Chuỗi năm thôi giảm thì hết cờ."


def find(case: Case) -> pd.DataFrame:
    """Flags of scores, then of the main survey."""
    return flags_of(_of_scores(case) + (_of_survey(case) if case.plan.survey else []))


def state_of(value: float, due: float, appraised: bool, noise_known: bool) -> tuple[str, str]:
    """(certainty, why) of a fall: named only with ('certain', '').

    >>> state_of(70, 80, True, True), state_of(85, 80, True, True), state_of(70, 80, True, False)
    (('certain', ''), ('certain', 'reached'), ('probable', 'noise'))
    """
    if not noise_known:
        return "probable", "noise"
    certainty = "certain" if appraised else "certain_not_appraised"
    if pd.isna(due):
        return certainty, "not_due"
    if value >= due - SLACK:
        return certainty, "reached"
    return certainty, "" if appraised else "not_appraised"


def _of_scores(case: Case) -> list[dict]:
    units = falling_total(case)
    found = []
    one: Any
    for one in each(units):
        state = state_of(one.value, one.due_target, one.stage == "appraised", True)
        said = {
            "fall": formats.number(one.fall),
            "down": int(one.down),
            "pairs": int(one.pairs),
            "target": formats.number(one.due_target, None),
            "beside": block_beside(case, one.block, int(one.first), int(one.last)),
        }
        numbers = {"down": one.down, "pairs": one.pairs, "p_ranks": one.p_ranks}
        found.append(_flag(case, one, State(*state, "score"), said, numbers, case.score_sources))
    return found


def _of_survey(case: Case) -> list[dict]:
    rates = case.inferred["survey_rates"]
    own = surveyed(case)[["survey_stage"]]
    units = candidates(case, case.survey.code, case.inferred["survey_falls"], own)
    units = units[family(case, units["p"]) & (100 * units["fall"] >= case.limits.fall_min_points)]
    noise_known = bool(case.inferred["rho"]["rho"].notna().all())
    found = []
    one: Any
    for one in each(units):
        appraised = one.stage == "appraised" and one.survey_stage == "appraised"
        state = state_of(one.value, one.due_target, appraised, noise_known)
        said = rates_said(rates.loc[one.Index].dropna(), int(one.first), int(one.last))
        measure = "survey" if said.pop("fell") else "survey_uneven"
        said |= {
            "fall": formats.number(100 * one.fall),
            "target": formats.percent(one.due_target / 100, None),
        }
        found.append(
            _flag(case, one, State(*state, measure), said, {"z": one.z}, case.survey_sources)
        )
    return found


def _flag(case: Case, one: Any, state: State, said: dict, numbers: dict, sources: dict) -> dict:
    reason = RULE.sentence(
        state,
        unit=one.name,
        first=int(one.first),
        last=int(one.last),
        unappraised=of_row(one),
        **said,
    )
    named = (state.certainty, state.why) == ("certain", "")
    return {
        "unit": one.Index,
        "year": case.year,
        "indicator": "score" if state.measure == "score" else "satisfaction",
        "rule": RULE.code,
        "level": "named" if named else "watch",
        "certainty": state.certainty,
        "why": state.why,
        "reason": reason if state.why == "not_appraised" else marked(reason, one),
        "numbers": known(
            {"fall": one.fall, "first": one.first, "last": one.last, "p": one.p, **numbers}
        ),
        **sources.get(one.Index, {}),
    }


def sure(standing: Any, flag: Any) -> str:
    """How often chance makes such a row of years."""
    numbers = flag.numbers
    if flag.indicator == "score":
        return worded(SURE)["score"].format(
            down=int(numbers["down"]), pairs=int(numbers["pairs"]), rarely=rarely(numbers["p"])
        )
    return worded(SURE)["noise" if flag.why == "noise" else "satisfaction"].format(
        rarely=rarely(numbers["p"])
    )


def lifts(standing: Any, flag: Any) -> str:
    """What brings the unit back over the target, else the end of the fall."""
    is_score = flag.indicator == "score"
    own = standing.progress_by_unit[TOTAL if is_score else standing.plan.survey.code][flag.unit]
    value, target = own["value"], own["due_target"]
    if formats.is_missing(value) or formats.is_missing(target) or value >= target - SLACK:
        return LIFTS
    gap = f"{differences.apart(value, target)[2]} điểm" + ("" if is_score else " phần trăm")
    aim = formats.number(target, None) if is_score else formats.percent(target / 100, None)
    return LIFTS_BELOW.format(gap=gap, target=aim)


RULE = Rule(
    code="falling",
    name="Xu hướng giảm",
    levels=("named", "watch"),
    explained="Chuỗi năm đi xuống rõ hơn hẳn dao động ngẫu nhiên. Nêu tên chỉ khi năm nay cũng dưới mốc và số liệu đã thẩm định; còn trên mốc thì theo dõi.",
    states=states(tuple(BODIES), *TAILS)
    | states(("survey", "survey_uneven"), ("probable", "noise")),
    fields=frozenset(
        "unit fall first last down pairs beside rate_first rate_last rates target unappraised".split()
    ),
    sentences=SENTENCES,
    find=find,
    sure=sure,
    lifts=lifts,
)
