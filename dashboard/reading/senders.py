"""Whose report it is: the body that says so, or that stands in the title or the head of the paper."""

from __future__ import annotations

import re
from functools import cache

from dashboard.reading.bodies import body_heads, is_generic, title_start
from dashboard.reading.folding import Citation, Source, fold
from dashboard.reading.outline import Passage
from dashboard.reading.paper_heads import inspected, letterhead, presented_by, titled_of
from dashboard.reading.phrases import any_of, rules, words_of

_CLOSING = re.compile(r"\s*trên đây là báo cáo")
_NO_PLACE = re.compile(
    r"(?<!\w)(?:huyện|thị xã|thành phố|quận|xã|phường|thị trấn|cơ quan|đơn vị|công an|kiểm tra)$"
)
_LEADERS = re.compile(r"(?:ban thường vụ|ban chấp hành|thường trực)(?!\w)")
_TELLS = re.compile(r"[:;%]|\d{2}|(?<!\w)(?:phối hợp|kết quả|như sau)(?!\w)")  # no piece of a name
_NO_NAME = re.compile(
    r"\s*\(|\s+(?:(?:xin|tự|đã|có|vừa|mới|cũng|đang|sẽ|luôn|tiếp tục|thường xuyên|trân trọng|cùng)\s*)+$"
)  # what stands between a name and its verb


def reporting_unit(source: Source, parts: list[Passage]) -> Citation | None:
    """The body that makes the report, in its own words: the title, the opening line, the closing line, then the head of the paper."""
    seen = inspected(source)
    head, above = letterhead(source)
    named = head is not None and not is_generic(head.quote)
    closing = [part for part in reversed(parts[-12:]) if not named or _closes(source, part)]
    candidates = [
        found
        for passage in [*_openings(source, parts), *closing]
        if (found := _speaker(source, passage, named)) is not None
    ]
    titled = titled_of(source)
    spoken = next((one for one in candidates if not _is_nobody(one.quote)), None) or presented_by(
        source
    )
    if seen or (titled and not (head and _is_short_for(titled, head, ""))):
        return seen or titled
    told = spoken or titled
    if told is None:
        return head or (candidates[0] if candidates else None)
    return head if head and _is_short_for(told, head, above) else told


def _closes(source: Source, part: Passage) -> bool:
    return _CLOSING.match(source.folded, part.start, part.end) is not None


def _is_nobody(name: str) -> bool:
    """A name that says which kind of body it is and not which one, or who leads it: “Hội LHPN huyện”, “Ban Biên tập”, “Ban Thường vụ Hội LHPN tỉnh”."""
    said = fold(" ".join(name.split()))
    return is_generic(name) or bool(_NO_PLACE.search(said) or _LEADERS.match(said))


def _is_short_for(spoken: Citation, head: Citation, above: str) -> bool:
    """“Trung tâm Y tế” under “TRUNG TÂM Y TẾ HUYỆN CHƯ PRÔNG”, “Chi cục Thuế khu vực” under one that tells which, or a body that stands over it."""
    said, whole = fold(" ".join(spoken.quote.split())), fold(" ".join(head.quote.split()))
    return said != whole and (whole.startswith(f"{said} ") or said in above)


def _openings(source: Source, parts: list[Passage]) -> list[Passage]:
    title = title_start(source)
    return [passage for passage in parts if passage.start >= title][:12]


def _speaker(source: Source, passage: Passage, named: bool) -> Citation | None:
    """The body that stands right before “báo cáo …” in a sentence, where none is named before also “đã tổ chức …”, or ends the closing line “Trên đây là báo cáo … của …”."""
    start, end = passage.start, passage.end
    text = source.folded[start:end]
    heads = [match for match in body_heads().finditer(text) if _opens(text, match.start())]
    for verb in _verbs(named).finditer(text):
        head = next((match for match in reversed(heads) if match.end() <= verb.start()), None)
        if (
            head
            and verb.start() - head.start() <= 130
            and not words_of("bodies", "not_in_name").search(text, head.end(), verb.start())
        ):
            written = source.plain[start : start + verb.start()]
            aside = _NO_NAME.search(written, head.end())
            end = aside.start() if aside else verb.start()
            if not _TELLS.search(text, head.end(), end):
                return source.cite(start + head.start(), start + end)
    closing = re.match(
        rf"\s*trên đây là báo cáo.* của ((?:{body_heads().pattern})[^.,;/]*)", text, re.DOTALL
    )
    return source.cite(start + closing.start(1), start + closing.end(1)) if closing else None


@cache
def _verbs(named: bool) -> re.Pattern[str]:
    listed = rules("bodies")
    return any_of(listed["reporting"] + ([] if named else listed["acting"]))


def _opens(text: str, position: int) -> bool:
    before = text[:position].rstrip()
    return not before or before[-1] in ',;:").' or before.endswith("nay")
