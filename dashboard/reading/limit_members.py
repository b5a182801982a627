"""What a list of limits holds besides the known faults: clauses and segments that say what is lacking of a thing of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.reading.clauses import Clause, Segment
from dashboard.reading.phrases import words_of
from dashboard.reading.stance import is_owned, opens_with_task
from dashboard.reading.wants import lacks_in

_SUBJECT, _SEEN_SUBJECT = 3, 2  # words before a want that make it say something of its own
_LEAST, _MOST = 4, 40  # words of a member of a list
_NO_MEMBER = re.compile(
    r"^\W*(?:do|bởi|nhờ|trong khi|áp lực|xin|kính)\s|^\W*(?:[^\s,]+\s+){0,3}đã\s|\d\s*%|:\s*$|(?<!\w)(?:khen|khen thưởng|tặng|được công nhận|danh hiệu|cuối năm|chưa có trường hợp|nguyên nhân|lý do|vì|kết quả|tuy|mặc dù|bên cạnh|nhìn chung|cơ bản|phấn đấu|khắc phục|chấn chỉnh|đã (?:được|khắc phục|chấn chỉnh|ban hành|tổ chức|sửa|thay|xong)|sẽ|tốt|thuận lợi|không (?:có|còn|để|xảy ra|phát hiện|nhận được))(?!\w)"
)


def parted(folded: str, clause: Clause) -> list[tuple[int, int]]:
    """The clause, or its segments where each of them says what it lacks of a thing of its own."""
    for segment in clause.segments:
        lacks = lacks_in(folded, segment.start, segment.end)
        if not lacks or len(folded[segment.start : lacks[0].start()].split()) < _SUBJECT:
            return [(clause.start, clause.end)]
    return [(segment.start, segment.end) for segment in clause.segments]


def besides(
    folded: str, clause: Clause, spans: list[tuple[str, int, int]], told: bool
) -> Iterator[Segment]:
    """The segments after those with a category that say something of their own: “…, chất lượng văn bản tham mưu đôi lúc chưa cao”."""
    for segment in clause.segments:
        wants = lacks_in(folded, segment.start, segment.end)
        apart = all(segment.end <= start or end <= segment.start for _, start, end in spans)
        if (
            apart
            and wants
            and len(folded[segment.start : wants[0].start()].split())
            >= (_SEEN_SUBJECT if told else _SUBJECT)
            and is_owned(folded, clause, wants[0].start(), wants[0].end(), wants[0].start())
        ):
            yield segment


def lacks_something(folded: str, clause: Clause) -> bool:
    """A clause of the section on limits that wants something of no category."""
    wants = lacks_in(folded, clause.start, clause.end) or list(
        re.compile(r"(?<!không )còn(?! lại)\s").finditer(folded, clause.start, clause.end)
    )
    return (
        bool(wants)
        and len(folded[clause.start : clause.end].split()) >= _SUBJECT
        and is_owned(folded, clause, wants[0].start(), wants[0].end(), wants[0].start())
        and not _conclusion(folded, clause)
    )


def is_listed(folded: str, clause: Clause, following: Clause | None) -> bool:
    """A member of a list of limits that has no word of want: “người dân hay đến nhầm”; no praise, cause, task or conclusion."""
    said = folded[clause.start : clause.end]
    return (
        _LEAST <= len(said.split()) <= _MOST
        and not clause.consequence
        and not (following and following.consequence)
        and _NO_MEMBER.search(said) is None
        and words_of("limitations", "praise").search(said) is None
        and not opens_with_task(said)
        and not _conclusion(folded, clause)
    )


def _conclusion(folded: str, clause: Clause) -> bool:
    return (
        re.match(
            r"\W*(?:những|các) (?:tồn tại|hạn chế|khuyết điểm|khó khăn)|\W*nguyên nhân",
            folded[clause.start : clause.end],
        )
        is not None
    )
