"""What a figure counts: the noun behind it, of a topic or of any kind."""

from __future__ import annotations

import re
from functools import cache

from dashboard.reading.phrases import any_of, rules
from dashboard.reading.said_figures import Figure
from dashboard.reading.topics import Mention

_BLANKS, _UNIT_WORD = re.compile(r"\s*"), re.compile(r"\s*(?:lượt\s+)?")
_A_NOUN = re.compile(
    r"\s(?!(?:so|trong|và|là|đạt|trở|trên|dưới|đến|tới|năm|vào|với|ở|tại|qua|theo|cao|thấp|tăng|giảm|vượt|kế|chỉ|nhưng|song|còn|do|nên|để|mức|khi|riêng|gồm|hài|rất|không|đúng|trước|quá|điểm"
    r"|của|đối|bằng|hơn|tương|phần|cùng|từ|nhờ|thì|được|đã|chưa|ký|về|cho|tiếp|tuy|tổng|hoàn|đánh|lần|chiếm|thuộc|góp|mỗi|hằng|hàng|quý|tháng|nếu|như|trung|bình|gần|khoảng|nhằm|đều|cũng|có|ngoài)\s)[^\W\d]+\s"
)


def counts_its_noun(folded: str, figure: Figure, mention: Mention) -> bool:
    """Whether a noun of the topic follows the figure: “07 cuộc” for kiểm tra."""
    counted = mention.topic.counted
    start = _UNIT_WORD.match(folded, figure.end).end()  # type: ignore[union-attr]
    return (
        counted is not None
        and (
            counted.match(folded, start)
            or counted.match(folded, _BLANKS.match(folded, figure.end).end())
        )
        is not None
    )  # type: ignore[union-attr]


def counts_something(folded: str, figure: Figure) -> bool:
    """Whether a noun that is counted follows; after “24/44” any word is one."""
    return (
        _counted_word().match(folded, figure.end) is not None
        or figure.unit == "%"
        and _A_NOUN.match(folded, figure.end) is not None
        or figure.unit == "count"
        and figure.out_of is not None
        and folded[figure.end : figure.end + 2].strip().isalpha()
    )


@cache
def counted_row() -> re.Pattern[str]:
    """A row of counted nouns: “ cán bộ, công chức và người lao động”."""
    counted = rules("figures")["counted"]
    noun = any_of(counted["people"] + counted["things"]).pattern
    return re.compile(rf"^\s*{noun}(?:\s*(?:,|và|, và)\s*{noun})*")


@cache
def _counted_word() -> re.Pattern[str]:
    counted = rules("figures")["counted"]
    return re.compile(
        r"\s*(?:trở lên\s+)?(?:trên\s+)?" + any_of(counted["people"] + counted["things"]).pattern
    )
