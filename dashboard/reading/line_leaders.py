"""The other body with whose name a line opens: “Đ/c Hà, Trạm Y tế: hài lòng 98%”, “Từ: CN Yên Định. 56/60 phiếu”; what the line tells is told of it."""

from __future__ import annotations

import re
from functools import cache

from dashboard.reading.belonging import Own
from dashboard.reading.bodies import body_heads
from dashboard.reading.folding import Citation, Source
from dashboard.reading.outline import Passage
from dashboard.reading.owner_marks import is_counter
from dashboard.reading.phrases import any_of, rules

_OPENS = r"[\s*+•–\d./)(-]*(?:[a-zđ]\)\s*)?(?:-\s*)?"
_SPEAKER = r"(?:(?:ông|bà|anh|chị|cô|thầy|chú|bác|đ/c|đồng chí|bs|bác sĩ|y sĩ|dược sĩ|kỹ sư|(?:thiếu|trung|thượng|đại)\s(?:úy|tá))\.?\s+(?:[^\W\d]+\s+){0,4}?[^\W\d]+\s*[,(–-]\s*(?:[^\W\d]+\s+){0,4}?)"
_REST = r"(?P<rest>(?:\s+[^\W_]+){0,7})"
_CLOSES = r"(?:\s+(?:dự|phát biểu|báo cáo|nói|nêu|có ý kiến|tham luận))?\s*\)?\s*(?::|–\s)"
_TELLS = re.compile(
    r"(?<!\w)(?:đã|được|(?<!ban )tổ chức|tiếp nhận|nhận|giải quyết|có|khảo sát|kiểm tra công vụ|chấm|đánh giá|xếp|giao|công bố|thẩm định|tiếp dân|trả)(?!\w)"
)
_OWN_PARTS = re.compile(
    r"(?:bộ phận|tổ|ban thi đua|ban chỉ đạo|chi bộ|công đoàn cơ quan|công đoàn(?=\s+báo cáo))(?!\w)"
)
_SAYS = re.compile(
    r"\s+(?:báo cáo|chia sẻ|cho biết|cho hay|nói|nhấn mạnh|khẳng định|nhìn nhận|thừa nhận|thông tin)(?!\w).*$"
)
_FROM = re.compile(r"từ:\s+(?P<body>[^.,:\n]{2,60})[.,]")


def leader_of_line(source: Source, passage: Passage, own: Own) -> Citation | None:
    """The body before the first colon of the line in which a sentence stands; None where it is the unit itself, a part without a name, or what was done."""
    line = source.folded.rfind("\n", 0, passage.start) + 1
    found = _spoken().match(source.folded, line, passage.end) or _FROM.match(
        source.folded, line, passage.end
    )
    if found is None:
        return None
    body = _SAYS.sub("", " ".join(found["body"].split()))
    is_own = own.has(body) or body in own.whole or own.whole.startswith(body)
    is_own = is_own or is_counter(source.folded, *found.span("body"), own)
    if is_own or _TELLS.search(body) or _OWN_PARTS.match(body):
        return None
    if own.is_said_in(source.folded[max(passage.start, found.end()) : passage.end]):
        return None
    return source.cite(*found.span("body"))


@cache
def _spoken() -> re.Pattern[str]:
    heads = any_of([*rules("bodies")["localities"], "cn"]).pattern
    body = rf"(?P<body>(?:{body_heads().pattern}|{heads}){_REST})"
    return re.compile(rf"{_OPENS}{_SPEAKER}?{body}{_CLOSES}")
