"""Words of want (chưa, còn hạn chế, thiếu …) and which topic of a clause each of them belongs to."""

from __future__ import annotations

import re

from dashboard.reading.clauses import Clause
from dashboard.reading.phrases import words_of

_LIMITED = re.compile(  # “trình độ tin học … hạn chế” at the end; “những hạn chế”, “nhằm hạn chế” is another word
    r"(?<!\w)(?<!những )(?<!các )(?<!một số )(?<!mặt )(?<!nhằm )(?<!khắc phục )(?<!về )(?<!để )(?<!việc )(?<!được )(?<!tồn tại )(?<!tồn tại, )(?<!khó khăn, )(?<!và )hạn chế(?=\s*(?:[,;.]|$))"
)
_UNDONE = re.compile(  # “không” before what is good; before what is bad it praises
    r"(?<!\w)(?<!chứ )(?<!hay )không\s+(?!(?:còn|để|xảy ra|phát hiện|nhận|ghi nhận|vi phạm|bị|gây|phải|cần|chỉ|những|ngừng|phân biệt|dùng|quá|dưới|kể|ít|thể|nhỏ|đi (?:muộn|trễ)|hút|uống"
    r"|sử dụng (?:rượu|bia|điện thoại|thuốc)|làm việc riêng|đùn đẩy|nhũng nhiễu|sách nhiễu|hách dịch|khói|giấy|chuyên trách|thường xuyên|khắc phục|tiêu cực|lợi dụng|mất|sai|trễ|chậm|bao giờ"
    r"|có (?:trường hợp|cán bộ|công chức|viên chức|đồng chí|quân nhân|đảng viên|ai|đơn|ý kiến|phản ánh|khiếu|tố|biểu hiện|hiện tượng|tình trạng|vi phạm|hồ sơ|tồn|sai|vụ|gì))(?!\w))[^\W\d]+"
)
_BAD = re.compile(
    r"không(?:\s+[^\W\d]+){1,6}?\s+(?:phản ánh|vi phạm|đơn thư|khiếu nại|tố cáo|tiêu cực|hách dịch|nhũng nhiễu|sách nhiễu|phiền hà|kỷ luật|quá hạn|trễ hạn|đi muộn|sai phạm|tồn đọng)(?!\w)"
)
_FAR = 4
_SHORT = 12


def want_for(folded: str, clause: Clause, start: int, end: int) -> re.Match[str] | None:
    """The word of want that a topic belongs to: in its own segment, or in a neighbour over a run of short segments without praise."""
    own = next(index for index, segment in enumerate(clause.segments) if start < segment.end)
    for index in _reach(folded, clause, own):
        segment = clause.segments[index]
        wants = wants_in(folded, segment.start, segment.end)
        if wants:
            return min(wants, key=lambda want: abs(want.start() - start))
    return None


def _reach(folded: str, clause: Clause, own: int) -> list[int]:
    """Segments that may hold a topic's want, nearest first: its own, then along the enumeration forwards and backwards."""
    if wants_in(folded, clause.segments[own].start, clause.segments[own].end):
        return [own]
    if _praises(folded, clause, own):
        return []
    reached: list[int] = []
    for step in (1, -1):
        index = own + step
        while (
            0 <= index < len(clause.segments)
            and abs(index - own) <= _FAR
            and not _praises(folded, clause, index)
        ):
            reached.append(index)
            if wants_in(
                folded, clause.segments[index].start, clause.segments[index].end
            ) or not _is_short(folded, clause, index):
                break
            index += step
        if not _is_short(folded, clause, own):
            break
    return reached


def _praises(folded: str, clause: Clause, index: int) -> bool:
    segment = clause.segments[index]
    return words_of("limitations", "praise").search(
        folded, segment.start, segment.end
    ) is not None and not wants_in(folded, segment.start, segment.end)


def _is_short(folded: str, clause: Clause, index: int) -> bool:
    segment = clause.segments[index]
    return len(folded[segment.start : segment.end].split()) <= _SHORT


def wants_in(folded: str, start: int, end: int) -> list[re.Match[str]]:
    """The words of want in a span, without those that only look like one (“chủ yếu”, “chưa được kiểm chứng”)."""
    harmless = [
        match.span() for match in words_of("limitations", "harmless").finditer(folded, start, end)
    ]
    return [
        match
        for match in [
            *words_of("limitations", "want").finditer(folded, start, end),
            *_LIMITED.finditer(folded, start, end),
        ]
        if not any(first <= match.start() < last for first, last in harmless)
        and not re.search(r"không\s+$", folded[max(0, match.start() - 7) : match.start()])
    ]


def lacks_in(folded: str, start: int, end: int) -> list[re.Match[str]]:
    """The words of want in a span that speaks of limits, with what is not done there: “hòm thư không mở”, “không bố trí ghế chờ”."""
    undone = [
        match
        for match in _UNDONE.finditer(folded, start, end)
        if not _BAD.match(folded, match.start(), end)
    ]
    return sorted(
        [*wants_in(folded, start, end), *undone],
        key=lambda match: match.start(),
    )
