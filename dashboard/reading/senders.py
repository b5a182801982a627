"""Whose report it is: the body that says so, that stands in the head of the paper, or that headline, dateline, signature and prose name most."""

from __future__ import annotations

import re
from collections import Counter

from dashboard.reading.bodies import body_heads, is_generic, named_after, proper_end, title_start
from dashboard.reading.folding import Citation, Source, fold
from dashboard.reading.outline import Passage
from dashboard.reading.paper_heads import inspected, letterhead, presented_by
from dashboard.reading.phrases import words_of

_DATELINE = re.compile(
    r"(?m)^[^\n]{0,90}?(?:^|[\s|])([^\W\d_][^,\n|\d]{2,30}?),\s*ngày[\s.…\d]*(?:tháng|/|-)"
)
_SIGNED = re.compile(
    r"(?:tm\.|t/m|chủ tịch|bí thư|giám đốc|hiệu trưởng|trưởng công an|chi cục trưởng|cục trưởng|trưởng phòng)\s+"
)
_HEAD, _FOOT = 600, 500
_HEADLINES, _PROSE = 6, 110  # lines at most; characters of a line that is no headline
_SITE = re.compile(  # who publishes, not who is told of
    r"(?:cổng|trang) thông tin|(?:^|\n)\s*(?:báo|đài) "
)
_OWN_PART = re.compile(  # what a proper name follows that a headline says alone
    r"(?<!\w)(?:huyện|thị xã|thành phố|tp\.?|quận|xã|phường|thị trấn|khu vực|cửa khẩu|điện lực|bưu điện|kho bạc nhà nước|thpt|thcs|tiểu học|mầm non)\s+(?=\w)"
)
_GIVEN_BY_ANOTHER = re.compile(
    r"(?:của|theo|do|gửi|kính gửi:?|trình|đoàn kiểm tra|kế bên|như)\s*(?:phòng nội vụ\s*)?$"
)
_CLOSING = re.compile(r"\s*trên đây là báo cáo")
_NO_PLACE = re.compile(
    r"(?<!\w)(?:huyện|thị xã|thành phố|quận|xã|phường|thị trấn|cơ quan|đơn vị|công an|kiểm tra)$"
)
_LEADERS = re.compile(r"(?:ban thường vụ|ban chấp hành|thường trực)(?!\w)")
_TELLS = re.compile(r"[:;%]|\d{2}|(?<!\w)(?:phối hợp|kết quả|như sau)(?!\w)")  # no piece of a name
_LEAST, _LONGEST = 2, 12  # signs of a sender; words of a name
_NO_NAME = re.compile(
    r"\s*\(|\s+(?:(?:xin|tự|đã|có|vừa|mới|cũng|đang|sẽ|luôn|tiếp tục|thường xuyên|trân trọng)\s*)+$"
)  # what stands between a name and its verb


def reporting_unit(source: Source, parts: list[Passage]) -> Citation | None:
    """The body that makes the report, in its own words: the opening line, the closing line, then the head of the paper."""
    seen = inspected(source)
    head, above = letterhead(source)
    named = head is not None and not is_generic(head.quote)
    closing = [part for part in reversed(parts[-12:]) if not named or _closes(source, part)]
    candidates = [
        found
        for passage in [*_openings(source, parts), *closing]
        if (found := _speaker(source, passage.start, passage.end)) is not None
    ]
    spoken = next((one for one in candidates if not _is_nobody(one.quote)), None) or presented_by(
        source
    )
    if seen or spoken is None:
        return seen or head or (candidates[0] if candidates else None)
    return head if head and _is_short_for(spoken, head, above) else spoken


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


def _speaker(source: Source, start: int, end: int) -> Citation | None:
    """The body that stands right before “báo cáo …” in a sentence, or ends the closing line “Trên đây là báo cáo … của …”."""
    text = source.folded[start:end]
    heads = [match for match in body_heads().finditer(text) if _opens(text, match.start())]
    for verb in words_of("bodies", "reporting").finditer(text):
        head = next((match for match in reversed(heads) if match.end() <= verb.start()), None)
        if (
            head
            and verb.start() - head.start() <= 130
            and not words_of("bodies", "not_in_name").search(text, head.end(), verb.start())
        ):
            aside = _NO_NAME.search(text, head.end(), verb.start())
            end = aside.start() if aside else verb.start()
            if not _TELLS.search(text, head.end(), end):
                return source.cite(start + head.start(), start + end)
    closing = re.match(
        rf"\s*trên đây là báo cáo.* của ((?:{body_heads().pattern})[^.,;/]*)", text, re.DOTALL
    )
    return source.cite(start + closing.start(1), start + closing.end(1)) if closing else None


def _opens(text: str, position: int) -> bool:
    before = text[:position].rstrip()
    return not before or before[-1] in ',;:").' or before.endswith("nay")


def likely_sender(source: Source) -> Citation | None:
    """The named body with the most signs of being the sender, quoted where it stands first; None where no body is named twice or in a sign's place.

    Signs: its locality is that of the dateline (4), it stands in the headline, or its place does in that of what is no report (3), in the signature (3),
    alone in a line at the end (4), or is named in the text (1 each).
    """
    folded, (headline, news) = source.folded, _news_head(source)
    dateline, head = _dateline(folded), max(_headline_end(source), news)
    signs: Counter[str] = Counter()
    first: dict[str, tuple[int, int]] = {}
    for start, end in named_after(source.plain, folded, 0, len(folded)):
        before = folded[max(0, start - 40) : start]
        told_of = start >= head and _is_told_of(headline, source.plain[start:end])
        if start >= head and _GIVEN_BY_ANOTHER.search(before) and not told_of:
            continue
        name = " ".join(folded[start:end].split())
        if len(name.split()) > _LONGEST or _SITE.search(before):
            continue
        signs[name] += 1 + 3 * (start < head) + _signed(folded, start, end)
        signs[name] += 3 * (told_of and name not in first)
        first.setdefault(name, (start, end))
    for name in first:
        signs[name] += 4 * bool(dateline and name.endswith(dateline))
    best = max(signs, key=lambda name: (signs[name], -first[name][0]), default=None)
    return source.cite(*first[best]) if best and signs[best] >= _LEAST else None


def _signed(folded: str, start: int, end: int) -> int:
    """What a name's place at the end of the paper weighs: after who signs, alone in its line."""
    if start <= len(folded) - _FOOT:
        return 0
    signed = _SIGNED.search(folded[max(0, start - 25) : start]) is not None
    return 3 * signed + 4 * _stands_alone(folded, start, end)


def _is_told_of(headline: str, plain: str) -> bool:
    """Whether the headline says a body's own place or proper name: “Đổi phong cách ở Đồng Tràm”."""
    own = _OWN_PART.search(fold(plain))
    end = proper_end(plain, own.end()) if own else 0
    said = fold(plain[own.end() : end]) if own else ""
    return bool(said) and re.search(rf"(?<!\w){re.escape(said)}(?!\w)", headline) is not None


def _news_head(source: Source) -> tuple[str, int]:
    """The headline of what is no report, and where it ends: the short lines before its first paragraph; nothing of a report."""
    if title_start(source):
        return "", 0
    lines = list(re.finditer(r"\S[^\n]*", source.folded[:_HEAD]))[:_HEADLINES]
    prose = next((i for i, line in enumerate(lines) if len(line[0]) > _PROSE), len(lines))
    said = "\n".join(line[0] for line in lines[:prose] if not _SITE.search(line[0]))
    return said, max((line.end() for line in lines[:prose]), default=0)


def _stands_alone(folded: str, start: int, end: int) -> bool:
    """Whether nothing else is on the line: so a letter is signed."""
    line = folded[folded.rfind("\n", 0, start) + 1 : (folded + "\n").find("\n", end)]
    return line.strip() == folded[start:end].strip()


def _headline_end(source: Source) -> int:
    """Where the head of the paper ends: at its title, else after its first two lines."""
    lines = [line.end() for line in re.finditer(r"\S[^\n]*", source.folded[:_HEAD])]
    return title_start(source) or max(lines[:2], default=0)


def _dateline(folded: str) -> str | None:
    found = _DATELINE.search(folded)
    return " ".join(found[1].split()) if found else None
