"""Figures that are asked for whose turn to speak it is: another body, many together or a part opened the clause, and the unit has not been named since."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.reading.belonging import Own
from dashboard.reading.bodies import named_after
from dashboard.reading.folding import Citation, Source
from dashboard.reading.indicator import Indicator, Reader
from dashboard.reading.outline import Passage
from dashboard.reading.owner_marks import is_counter
from dashboard.reading.phrases import words_of
from dashboard.reading.unsure_matters import OPENS
from dashboard.reading.unsure_openings import opened_by_another, said_there
from dashboard.reading.unsure_voices import of_level, voices

_BACK = 3  # sentences of a paragraph that may go on with one body
_CLAUSE = re.compile(  # where a clause begins, and what leads to the body that it is about
    rf"(?:^{OPENS}|[;.:]\s+|(?<!xã)(?<!phường)(?<!huyện),\s+)"
    r"(?P<lead>(?:(?:riêng|còn|trong khi|trong khi đó|tại|ở|đối với|về phía|phía|bên|tham quan|thăm|học tập|học hỏi)\s+)*)"
)
_TOGETHER = re.compile(  # many together, or a part of many
    r"(?:cả nước|toàn quốc|bình quân\s+(?:\d+|các)\s+(?:tỉnh|huyện|xã|sở|ngành)|(?:khối|cụm)\s+(?!lượng|lớp|thi đua|được|đã|cũng|có|đạt|là|ta|mình|tự)[^\W\d]+|nhóm\s+(?:các\s+)?(?:xã|phường|trường|đơn vị|huyện|sở|phòng|cơ quan|khoa|thôn))(?!\w)(?:\s+(?!đạt|có|là)[^\W\d]+){0,4}?(?=\s+(?:đạt|có|là|\d)|\s*:)"
)
_BRANCH = re.compile(  # “Bảo hiểm xã hội huyện 88% hài lòng”: bodies that stand beside the committee, said without a place
    r"(?P<head>ngành(?! nghề)|công an|bảo hiểm xã hội|bhxh|mặt trận tổ quốc|mttq|kho bạc|chi cục thuế|tòa án|viện kiểm sát|điện lực|bưu điện|ngân hàng|liên đoàn lao động)\s+(?:(?!đạt|có|là|đã)[^\W\d]+\s*){1,4}?(?=\s(?:đạt|có|là|khảo sát|giải quyết|tiếp nhận)(?!\w)|\s?\d|:)"
)
_TELLS = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:(?:đã|cũng|mới|chỉ|vẫn|hiện|đều|năm 20\d\d)\s+)*(?::|\d|(?:đạt|có|là|giải quyết|tiếp nhận|trả|xử lý|thực hiện|hoàn thành|đứng|dẫn đầu|giữ|tổ chức|kiểm tra|khảo sát)(?!\w))"
)

_OF_UNIT = r"(?:đơn vị|cơ quan|nhà trường|chúng tôi|{})(?!\w)(?!\s+(?:bạn|khác|nhân dân|tỉnh|thành phố|huyện|thị xã|quận|xã|phường))"  # how a unit calls itself


def asked_by_owner(
    source: Source,
    parts: Sequence[Passage],
    levels: Sequence[Indicator],
    told: Sequence[Indicator],
    reader: Reader,
) -> list[Indicator]:
    """The levels, in doubt where another body than the unit was spoken of last; ``told``: all figures, with those of others."""
    own, others = reader.own, [one.place for one in told if one.subject != reader.unit]
    starts = [one.start for one in parts]
    placed = [(one, bisect_right(starts, one.place.end - 1) - 1) for one in levels]
    return [
        replace(one, doubt="unlike")
        if one.doubt is None
        and own.whole
        and _is_anothers(source, parts[max(0, number - _BACK) : number + 1], one, own, others)
        else one
        for one, number in placed
    ]


def _is_anothers(
    source: Source, parts: Sequence[Passage], one: Indicator, own: Own, others: Sequence[Citation]
) -> bool:
    """Whether another body was spoken of last in the sentence of a figure, the last of ``parts``, in those before it in its paragraph, or over it."""
    passage, end = parts[-1], one.place.end
    if passage.table:
        return False
    if spoken := _spoken(source, passage.start, end, own, others):
        return not spoken[-1][1] and not _own_since(source, spoken[-1][0], end, own)
    if _own_since(source, passage.start, end, own):
        return False
    return _goes_on(source, parts, own) or opened_by_another(source, passage, own)


def _goes_on(source: Source, parts: Sequence[Passage], own: Own) -> bool:
    """“Xã An Khánh là điểm sáng. Hồ sơ đúng hạn đạt 98%.”: whether the last sentence before in its paragraph that speaks of a body begins with another."""
    passage = parts[-1]
    before = [one for one in parts[:-1] if one.paragraph == passage.paragraph]
    if before and said_there(source, before[-1], passage, own):
        return True
    for one in reversed(before):
        spoken = [*_subjects(source, one.start, one.end, own)]
        if _own_since(source, one.start, one.end, own) or any(is_own for _, is_own in spoken):
            return False
        if spoken:
            return re.search(r"[,;:(.]\s", source.folded[one.start : spoken[0][0]]) is None
    return False


def _spoken(
    source: Source, start: int, end: int, own: Own, others: Sequence[Citation]
) -> list[tuple[int, bool]]:
    """Where each body ends of which a sentence speaks, or a figure of another, in order, and whether it is the unit."""
    told = [(one.end, False) for one in others if start <= one.start and one.end < end]
    return sorted([*_subjects(source, start, end, own), *voices(source, start, end, own), *told])


def _own_since(source: Source, start: int, end: int, own: Own) -> bool:
    """Whether the unit is named, or spoken of as “xã ta”, between another body and a figure."""
    said = source.folded[start:end]
    return (
        own.is_said_in(said)
        or bool(own.wholes_in(said, 0, len(said)))
        or words_of("owners", "own_again").search(said) is not None
    )


def _subjects(source: Source, start: int, end: int, own: Own) -> Iterator[tuple[int, bool]]:
    """Where each body ends that a clause is about, and whether it is the unit."""
    named = dict(named_after(source.plain, source.folded, start, end))
    unit = re.compile(_OF_UNIT.format(re.escape(own.whole.split()[0])))
    for opens in _CLAUSE.finditer(source.folded[start:end]):
        first = start + opens.end()
        if last := named.get(first):
            said = source.folded[first:last]
            is_own = (
                own.has(said) or said in own.whole or is_counter(source.folded, first, last, own)
            )
            if is_own or opens["lead"] or _TELLS.match(source.folded, last, end):
                yield last, is_own
        elif unit.match(source.folded, first):
            yield first, True
        elif told := _unnamed(source, first, end, own):
            yield told


def _unnamed(source: Source, first: int, end: int, own: Own) -> tuple[int, bool] | None:
    """The same of a body without a name of its own: “UBND huyện”, “cả nước”, “ngành y tế”, “khối trường học”."""
    folded = source.folded
    if together := _TOGETHER.match(folded, first, end):
        return together.end(), own.whole.startswith(together[0])
    if branch := _BRANCH.match(folded, first, end):
        return branch.end(), own.whole.startswith(branch["head"])
    told = of_level(source, first, end, own)
    return told if told and _TELLS.match(folded, told[0], end) else None
