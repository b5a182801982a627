"""The total over the criteria that stayed fell, where the plan's own total is cut: to be watched, never named, for no target is about that sum."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.assessment import evidence
from dashboard.assessment.kept_criteria import Kept, kept, kept_scores
from dashboard.assessment.rows_by_year import RowsByYear
from dashboard.assessment.rules.case import Case, each, flags_of, known
from dashboard.assessment.rules.how_appraised import marked
from dashboard.assessment.rules.rule import Rule, State
from dashboard.assessment.rules.verdicts import falling, falling_total
from dashboard.writing import formats
from dashboard.writing.chances import rarely
from dashboard.writing.nouns import worded

STATE = State("probable", "kept", "score")
SURE = "So với chính đơn vị các năm trước, chỉ tính các tiêu chí giữ nguyên, giảm ở {down}/{pairs} cặp năm: nếu mức thật không giảm thì chỉ {rarely} trường hợp gặp dãy như vậy."
LIFTS = "Chuỗi năm của các tiêu chí giữ nguyên thôi giảm thì hết cờ."


def find(case: Case) -> pd.DataFrame:
    """Units of kinds whose total is cut, judged as a fall of the total is (statistics of `falling`), on the sum that stayed alike.

    Whose total itself fell over the years of it that compare is told so by `falling`, and not once more here.
    """
    kinds = case.assessed.set_index("unit")["kind"]
    series = kept_scores(
        case.plan, RowsByYear(case.seen.series), case.seen.scores, kinds, case.year
    )
    if series.empty:
        return flags_of([])
    history = series.pivot(index="unit", columns="year", values="score").reindex(kinds.index)
    fell = evidence.of_fall(case.limits, history.astype(float), case.year)
    units = falling(case, fell.slopes, fell.falls, fell.ranks_down, case.limits.fall_min_points)
    units = units.drop(falling_total(case).index, errors="ignore")
    kind_of = kinds[units.index].to_dict()
    stayed = {kind: kept(case.plan, kind, case.year) for kind in set(kind_of.values())}
    return flags_of(
        [_flag(case, stayed[kind_of[one.Index]], one, case.score_sources) for one in each(units)]
    )


def _flag(case: Case, stayed: Kept | None, one: Any, sources: dict) -> dict:
    reason = RULE.sentence(
        STATE,
        unit=one.name,
        first=int(one.first),
        last=int(one.last),
        criteria="" if stayed is None else formats.out_of(len(stayed.criteria), stayed.asked),
        fall=formats.number(one.fall),
        down=int(one.down),
        pairs=int(one.pairs),
    )
    numbers = {"fall": one.fall, "first": one.first, "last": one.last, "p": one.p}
    numbers |= {"down": one.down, "pairs": one.pairs, "p_ranks": one.p_ranks}
    return {
        "unit": one.Index,
        "year": case.year,
        "indicator": "score",
        "rule": RULE.code,
        "level": "watch",
        "certainty": STATE.certainty,
        "why": STATE.why,
        "reason": marked(reason, one),
        "numbers": known(numbers),
        **sources.get(one.Index, {}),
    }


def sure(standing: Any, flag: Any) -> str:
    """How often chance makes such a row of years."""
    numbers = flag.numbers
    return worded(SURE).format(
        down=int(numbers["down"]), pairs=int(numbers["pairs"]), rarely=rarely(numbers["p"])
    )


def lifts(standing: Any, flag: Any) -> str:
    """The end of the fall."""
    return LIFTS


RULE = Rule(
    code="falling_kept",
    name="Giảm ở các tiêu chí giữ nguyên",
    levels=("watch",),
    explained="Khi bộ tiêu chí thay đổi, tổng điểm không so được qua năm ấy; tổng các tiêu chí giữ nguyên thì so được. Cờ này báo khi tổng ấy giảm rõ hơn dao động ngẫu nhiên; tổng này không có mốc nên chỉ theo dõi. Đơn vị đã có cờ “Xu hướng giảm” của tổng điểm thì không báo thêm.",
    states=frozenset({STATE}),
    fields=frozenset("unit first last criteria fall down pairs".split()),
    sentences={
        STATE: "{unit}: tổng các tiêu chí giữ nguyên {first}–{last} ({criteria} tiêu chí) giảm khoảng {fall}% điểm tối đa, giảm ở {down}/{pairs} cặp năm, "
        "vượt quá dao động thường thấy; chỉ theo dõi vì tổng điểm của các năm ấy không so được."
    },
    find=find,
    sure=sure,
    lifts=lifts,
)
