"""The head of a paper: the body in whose name it is written, and of an inspection's paper the body that was inspected."""

from __future__ import annotations

import re

from dashboard.reading.bodies import body_heads, is_generic, named_after, title_start
from dashboard.reading.folding import Citation, Source
from dashboard.reading.phrases import rules

_REACH, _LONGEST = 900, 120  # characters
_LINE = re.compile(r"(?:(?!\s{3,}|\s/\s)[^\n|\t])+")
_ENDS = re.compile(
    r"(?m)^[\s*#]*(?:báo cáo|bc|đối chiếu|tự đánh giá|tổng kết|sơ kết|tham luận|biên bản|thông báo|kết luận|tờ trình|bản tự|kính gửi|v/v|số[\s:.]*\d)(?!\w)"
)
_INSPECTION = re.compile(
    r"(?:kết luận|thông báo|biên bản|báo cáo)(?:(?!\n\s*\n)[^.]){0,80}?(?:thanh tra|kiểm tra|phúc tra|xác minh|giám sát)(?:(?!\n\s*\n)[^.]){0,160}?"
    r"(?:\stại|đối với|trách nhiệm của)\s+(?:đồng chí\s+)?(?:(?:chủ tịch|giám đốc|hiệu trưởng|trưởng|chi cục trưởng|thủ trưởng)\s+)?"
)
_SPEAKS = re.compile(
    r"(?:chủ tịch|phó chủ tịch|giám đốc|phó giám đốc|hiệu trưởng|bí thư|phó bí thư|trưởng)\s+"
)
_PRESENTS = re.compile(r"\s*(?:trình bày|phát biểu|tham luận|báo cáo)(?!\w)")
_DATED = re.compile(r",\s*ngày(?!\w)")
_OF_TWO = re.compile(r"\sphối hợp\s")


def inspected(source: Source) -> Citation | None:
    """“KẾT LUẬN THANH TRA về trách nhiệm của Giám đốc Sở …”, “Kết quả kiểm tra công vụ tại UBND xã …”: whose faults the paper tells."""
    said = _INSPECTION.search(source.folded[:_REACH])
    if said is None:
        return None
    start = said.end()
    spans = named_after(source.plain, source.folded, start, min(len(source.folded), start + 90))
    return source.cite(*spans[0]) if spans and spans[0][0] == start else None


def letterhead(source: Source) -> tuple[Citation | None, str]:
    """The last line over the title that begins like a body's name and says which one it is; and the folded lines above it, its parents."""
    lines = [
        line for line in _head_lines(source) if not _OF_TWO.search(source.folded[slice(*line)])
    ]
    for number, (start, end) in reversed(list(enumerate(lines))):
        found = source.cite(start, end)
        if not is_generic(found.quote):
            above = " ".join(source.folded[slice(*line)] for line in lines[:number])
            return found, above
    return (source.cite(*lines[-1]), "") if lines else (None, "")


def presented_by(source: Source) -> Citation | None:
    """“(Đ/c Chủ tịch LĐLĐ huyện Đức Trọng trình bày tại Hội nghị …)”: whose leader speaks."""
    for told in _SPEAKS.finditer(source.folded, 0, min(_REACH, len(source.folded))):
        for start, end in named_after(
            source.plain, source.folded, told.end(), min(len(source.folded), told.end() + 90)
        ):
            if start == told.end() and _PRESENTS.match(source.folded, end):
                return source.cite(start, end)
    return None


def _head_lines(source: Source) -> list[tuple[int, int]]:
    """The lines over the title that begin like a body's name, the motto cut off."""
    folded = source.folded
    title = end = title_start(source)
    if not title:
        stop = _ENDS.search(folded, 0, _REACH)
        end = stop.start() if stop else 0
    lines = []
    for line in _LINE.finditer(folded[:end]):
        stops = [folded.find(motto, line.start(), line.end()) for motto in rules("bodies")["motto"]]
        last = min([line.end(), *(stop for stop in stops if stop >= 0)])
        said = folded[line.start() : last]
        first = line.start() + len(said) - len(said.lstrip(" *#/"))
        last = line.start() + len(said.rstrip(" *#"))
        if _DATED.search(said):
            continue
        written = title or source.plain[first:last].isupper()
        if written and body_heads().match(folded, first, last) and last - first < _LONGEST:
            lines.append((first, last))
    return lines
