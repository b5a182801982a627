"""Whether a figure is a level that the unit has reached: changes, goals, shares of a plan and other bodies' figures are not."""

from __future__ import annotations

import re

from dashboard.reading.belonging import Own
from dashboard.reading.bodies import named_after
from dashboard.reading.folding import Source
from dashboard.reading.outline import Passage
from dashboard.reading.owner_marks import is_counter
from dashboard.reading.phrases import rules
from dashboard.reading.said_changes import REACH, is_change, is_goal, listed
from dashboard.reading.said_figures import Figure
from dashboard.reading.told_parts import is_of_part

_INTRODUCES = re.compile(r"(?:còn|riêng|trong khi|trong khi đó|tại|ở|như|nhất là|đối với)\s*$")
_OF = re.compile(r"của\s*$")
_IN_BRACKETS = re.compile(r"\s*\(")  # “cao nhất 99,8% (phường Đông Khê)”
_ASKED_OF = re.compile(
    r"(?<!\w)(?:phát ra|phát|thu về|thu vào|lấy ý kiến|trưng cầu|hỏi|cứ)\s+(?:\S+\s+)?$"
)  # “phát ra 263 phiếu, hài lòng 185/263”, “hỏi 50 người, 48 người hài lòng”
_ASKED = re.compile(
    r"\s*(?:hộ|người|phiếu|lượt|hộ dân|người dân)\s+(?:được hỏi|trả lời|tham gia|hợp lệ|phát ra|thu về)(?!\w)"
)
_OF_WHOM = re.compile(  # “khảo sát 160 người, 132 người hài lòng”, “150 phiếu, 116 phiếu hài lòng”
    r"\s*([^\W\d]+(?:\s[^\W\d]+)?)\s*,\s*(?:có\s+)?(\d[\d.]*)\s+\1\s"
)
_IN_EVERY = re.compile(r"(?<!\w)cứ\s+\d[\d.]*\s[^\d;.]{1,30}$")  # “cứ 100 phiếu thì có 4 người”
_SELF_SCORED = re.compile(
    r"(?<!\w)tự (?:chấm điểm|chấm|đánh giá)(?:\s+(?:được|đạt|là|điểm)|\s*:)*\s*$"
)
_SCORED = re.compile(  # “tự chấm 98,5, cụm thống nhất 96,0 điểm”: the body's word is the result
    r"(?<!\w)đoàn (?:kiểm tra |thẩm định |công tác )?chấm (?:điểm|lại)(?!\w)|(?<!tự )(?<!\w)(?:thống nhất|chấm điểm|chấm lại|chấm|thẩm định|công nhận|phúc tra|xét|kết luận|cuối cùng|chốt)\s+(?:[^\W\d]+\s+){0,3}\d"
)
_PROMISED = re.compile(r"\s*[—–-]\s*(?:thực hiện|kết quả)\s*:")  # “hài lòng 92% — Thực hiện: 75/80”
_ANY_DIGIT = re.compile(r"\d")
_EVERY = re.compile(r"(?<!\w)(?:các|những)\s+$")
_OWNED = re.compile(
    r"(\s+của\s+)(?:(tỉnh|huyện|thị xã)(?=\s+(?:năm|là|đạt|xếp|đứng|tăng|giảm)(?!\w)|\s*[,;.(]))?"
)
_OWNERS = {
    "tỉnh": ("province",),
    "huyện": ("province", "district"),
    "thị xã": ("province", "district"),
}
_SAYS = re.compile(r"\s*(?:đạt|là|có|:|chiếm|\([^)]*$|$)")
_ACTS = re.compile(  # “Cùng thời gian, Sở Tư pháp giải quyết đúng hạn 99,9%”
    r"\s*(?:đã|cũng|mới|chỉ|vẫn|còn|lại|đang)?\s*(?:giải quyết|tiếp nhận|xử lý|trả|thực hiện|hoàn thành|nộp|thu|xếp|đứng|dẫn đầu|đạt|có)(?!\w)"
)
_DONE_BY = re.compile(r"(?<!\w)do\s*$")  # “hồ sơ do Phòng Tư pháp huyện giải quyết đúng hạn 90%”
_SETTLES = re.compile(r"\s*(?:giải quyết|tiếp nhận|xử lý|trả|thụ lý)(?!\w)")
_EACH = re.compile(r"(?<!\w)mỗi\s+(?!năm|quý|tháng)(?:\S+\s+){1,5}(?:có|được)?\s*(?:\S+\s+){0,2}$")
_COMPARED_WITH = re.compile(  # “đạt 95% so với 90% của năm 2022”, “55,5% so với mục tiêu 50%”: two figures, the first a level
    r"\s*,?\s*so với\s+(?:[^\W\d]+\s+){0,4}(?:năm\s+20\d\d\s+)?\(?(?:là\s+|đạt\s+)?\d[\d.,]*\s*%"
)
_PER_YEAR = re.compile(r"(?:\s+[^\W\d]+)?\s*/\s*(?:năm|tháng|quý|tuần)(?!\w)")


def is_level(source: Source, passage: Passage, figure: Figure, previous: Figure | None) -> bool:
    """True if nothing around the figure makes it a change, a goal or a share of a plan."""
    folded = source.folded
    before = folded[max(passage.start, figure.lead - REACH) : figure.lead]
    return not (
        _PROMISED.match(folded, figure.end)
        or is_change(before, folded[figure.end : figure.end + 30], previous is not None)
        or is_goal(before, folded[figure.end : min(passage.end, figure.end + REACH)])
        or listed("goal", "share_of", r"\s*(?:\S+\s+){0,1}?", "").match(
            folded, figure.end, passage.end
        )
        and not _COMPARED_WITH.match(folded, figure.end, passage.end)
        and "%" in folded[figure.start : figure.end]
        or listed("goal", "told", "", r"(?:\s+\d+\s[^\d;.:]{1,40},)*\s*$").search(before)
        or _PER_YEAR.match(folded, figure.end)
        or _EACH.search(before)
        or is_of_part(folded, passage, figure)
        or _is_own_score(folded, passage, figure)
        or figure.unit == "count"
        and figure.out_of is None
        and (
            _ASKED_OF.search(before)
            or _IN_EVERY.search(before)
            or _ASKED.match(folded, figure.end)
            or _is_of_whom(folded, figure)
        )
    )


def _is_own_score(folded: str, passage: Passage, figure: Figure) -> bool:
    """Whether a score is what the unit gave itself, in a sentence that also tells what another gave it."""
    before = folded[passage.start : figure.lead]
    return _SELF_SCORED.search(before) is not None and bool(
        _SCORED.search(before) or _SCORED.search(folded, figure.end, passage.end)
    )


def _is_of_whom(folded: str, figure: Figure) -> bool:
    """Whether a figure only says how many were asked: the next one, of the same noun, is the most of them."""
    part = _OF_WHOM.match(folded, figure.end)
    return part is not None and (figure.value or 0) / 2 <= float(part[2].replace(".", "")) <= (
        figure.value or 0
    )


def is_others(
    source: Source,
    passage: Passage,
    figure: Figure,
    own: Own,
    level: str,
    by_anyone: bool = False,
) -> bool:
    """True if the clause says that the figure is the nation's, the province's or another named body's."""
    start = _clause_start(source.folded, passage.start, figure.lead)
    start = _behind_own(source, start, figure.lead, own)
    clause = source.folded[start : figure.lead]
    allowed = {"province": ("province", "district"), "district": ("district",)}.get(level, ())
    kept = {word for key in allowed for word in rules("figures")["others"][key]}
    for match in listed("others", "words").finditer(clause):
        compared = re.search(
            r"(?:so với|bằng|cao hơn|thấp hơn|vượt|hơn)\s+(?:\S+\s+){0,3}$", clause[: match.start()]
        )
        own_again = listed("others", "own_again").search(clause, match.end())
        if (
            match[0] not in kept
            and not own_again
            and not (compared and len(clause[match.end() :].split()) > 4)
        ):
            return True
    if level != "province" and listed(
        "others", "after", r"\s*\)?\s*(?:của|là của|ở|trên)?\s*"
    ).match(source.folded, figure.end):
        return True
    aside = _IN_BRACKETS.match(source.folded, figure.end)
    if (
        aside
        and not _ANY_DIGIT.search(_said_in(source.folded, aside.end()))
        and any(
            first == aside.end()
            for first, _ in named_after(source.plain, source.folded, aside.end(), aside.end() + 80)
        )
    ):
        return True
    return not by_anyone and _names_another(source, start, figure.lead, own)


def _behind_own(source: Source, start: int, end: int, own: Own) -> int:
    """Where the unit's own name ends that a piece of text names last, but as who asks or tells."""
    ends = [
        last
        for first, last in named_after(source.plain, source.folded, start, end)
        if own.has(source.folded[first:last])
        and not listed("others", "not_subject", "", r"\s*$").search(source.folded[start:first])
    ]
    return max([start, *ends])


def _said_in(folded: str, start: int) -> str:
    return folded[start : max(start, folded.find(")", start, start + 120))]


def owner_named(source: Source, start: int, end: int, own: Own, level: str) -> bool:
    """“PAR INDEX của tỉnh An Sơn”, “… của tỉnh” in a department's report: whether a topic's words are followed at once by “của” and another body."""
    of = _OWNED.match(source.folded, start, end)
    if of is None:
        return False
    named = named_after(source.plain, source.folded, of.end(1), min(end, of.end(1) + 80))
    others = any(
        first == of.end(1) and not own.has(source.folded[first:last]) for first, last in named
    )
    return others or not named and level not in _OWNERS.get(of[2] or "", (level,))


def _names_another(source: Source, start: int, end: int, own: Own) -> bool:
    """A body with a name of its own stands as the subject: at the head of the clause, or right before đạt, là, có or the figure."""
    folded = source.folded
    for first, last in named_after(source.plain, folded, start, end):
        is_own = own.has(folded[first:last]) or own.is_said_in(folded[last:end])
        if is_own or is_counter(folded, first, last, own):
            continue
        before, after = folded[start:first], folded[last:end]
        if _DONE_BY.search(before) and _SETTLES.match(after):
            return True
        if listed("others", "not_subject", "", r"\s*$").search(before):
            continue
        if before.rstrip().endswith(",") and _ACTS.match(after):
            return True
        if (
            not _EVERY.sub("", before).strip(" -+*,:(")
            or _INTRODUCES.search(before)
            or (_OF.search(before) and "," not in after)
            or _SAYS.match(after)
        ):
            return True
    return False


def _clause_start(folded: str, start: int, end: int) -> int:
    return max(start, end - REACH, folded.rfind(";", start, end) + 1)
