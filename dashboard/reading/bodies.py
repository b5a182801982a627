"""Names of public bodies in a text: whose report it is, and whether a figure or fault is another body's."""

from __future__ import annotations

import re
from functools import cache

from dashboard.reading.folding import CAPITALS, Citation, Source, fold
from dashboard.reading.outline import Passage
from dashboard.reading.phrases import any_of, rules, words_of

_TITLE = re.compile(
    r"(?m)^[\s#*]*báo\s+cáo(?:\s+(?:năm|sơ kết|tổng kết|kết quả|tình hình|tóm tắt|đánh giá|tự đánh giá)[^\n]*|[\s*]*)$"
)
_DEPARTMENT_HEAD = re.compile(r"(?<!\w)(?:sở|phòng|ban|cục|chi cục)\s+$")
_ABBREVIATED = re.compile(
    r"\b(?:CHQS|CCB|LHPN|MTTQ|UBND|HĐND|HND|ĐTN|LĐLĐ|CA|BCH|GDĐT|ĐK)\s+(?:huyện|xã|thị xã|phường|tỉnh|thành phố|quận)$"
)
_OF_PLACE = re.compile(r"\s+(?:cửa khẩu|khu vực|liên huyện|sân bay|cảng)\s+")
_NO_NAME = re.compile(r"\s*\(|\s+(?:xin|tự|đã|có)\s*$")  # what stands between a name and its verb
_DESCRIBED = re.compile(  # “Trung tâm Bảo | trợ xã hội tỉnh Lạng Sơn”: a kind said in small letters, up to its place
    rf"(?:[^\S\n]+(?!đạt|là|có|được|đã|và|với|theo|của|thì|cũng|năm)[a-zà-ỹ&,-]+){{1,7}}?[^\S\n]+(?:tỉnh|huyện|thị xã|thành phố|quận|xã|phường|thị trấn)[^\S\n]+[{CAPITALS}][\w’'\u02bc]*(?:[^\S\n]+[{CAPITALS}][\w’'\u02bc]*)*"
)
_PROPER = re.compile(
    rf"[{CAPITALS}][\w’'\u02bc]*(?:[^\S\n]+(?:-[^\S\n]+)?[{CAPITALS}][\w’'\u02bc]*)*"
)


def title_start(source: Source) -> int:
    """Where the title “BÁO CÁO …” begins; 0 if there is none in the first lines."""
    match = _TITLE.search(source.folded, 0, 4000)
    return match.start() if match else 0


def reporting_unit(source: Source, parts: list[Passage]) -> Citation | None:
    """The body that makes the report, in its own words: the opening line, the closing line, then the head of the paper."""
    candidates = [
        found
        for passage in [*_openings(source, parts), *reversed(parts[-12:])]
        if (found := _speaker(source, passage.start, passage.end)) is not None
    ]
    header = _letterhead(source)
    for candidate in candidates:
        if not is_generic(candidate.quote):
            return candidate
    return header or (candidates[0] if candidates else None)


def _openings(source: Source, parts: list[Passage]) -> list[Passage]:
    title = title_start(source)
    return [passage for passage in parts if passage.start >= title][:12]


def _speaker(source: Source, start: int, end: int) -> Citation | None:
    """The body that stands right before “báo cáo …” in a sentence, or ends the closing line “Trên đây là báo cáo … của …”."""
    text = source.folded[start:end]
    heads = [match for match in _heads().finditer(text) if _opens(text, match.start())]
    for verb in words_of("bodies", "reporting").finditer(text):
        head = next((match for match in reversed(heads) if match.end() <= verb.start()), None)
        if (
            head
            and verb.start() - head.start() <= 130
            and not words_of("bodies", "not_in_name").search(text, head.end(), verb.start())
        ):
            aside = _NO_NAME.search(text, head.end(), verb.start())
            return source.cite(
                start + head.start(), start + (aside.start() if aside else verb.start())
            )
    closing = re.match(
        rf"\s*trên đây là báo cáo.* của ((?:{_heads().pattern})[^.,;/]*)", text, re.DOTALL
    )
    return source.cite(start + closing.start(1), start + closing.end(1)) if closing else None


def _opens(text: str, position: int) -> bool:
    before = text[:position].rstrip()
    return not before or before[-1] in ',;:").' or before.endswith("nay")


@cache
def _heads() -> re.Pattern[str]:
    return words_of("bodies", "heads")


def is_generic(name: str) -> bool:
    """Whether a name says no body in particular: “UBND xã”, “Ban CHQS huyện”, “nhà trường”."""
    words = re.sub(r"\s+", " ", name.strip())
    if fold(words) in rules("bodies")["generic"]:
        return True
    rest = words.partition(" ")[2]
    proper = [one for one in _PROPER.findall(rest) if not one.isupper() or words.isupper()]
    return not proper and not (
        departments().search(fold(rest)) or _PROPER.search(rest) and not _ABBREVIATED.search(words)
    )


def _letterhead(source: Source) -> Citation | None:
    """The last line of the left column over “Số: …/BC-…” that begins like a body's name."""
    best = None
    for line in re.finditer(r"[^\n|\t]+", source.folded[: title_start(source)]):
        end = min(
            [line.end()]
            + [
                place
                for motto in rules("bodies")["motto"]
                if (place := source.folded.find(motto, line.start(), line.end())) >= 0
            ]
        )
        text = source.folded[line.start() : end].strip(" *#")
        if _heads().match(text) and len(text) < 120:
            best = source.cite(line.start(), end)
    return best


def named_after(plain: str, folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of bodies with a proper name in ``[start:end]``: “UBND xã Phổ An”, “Sở Tư pháp”, “Chi cục Thuế thành phố An Hòa”."""
    spans: list[tuple[int, int]] = []
    place = start
    while head := _named_heads().search(folded, place, end):
        last = _name_end(plain, folded, head, end)
        if not last and (bare := _bare_heads().match(folded, head.start(), end)):
            last = _name_end(plain, folded, bare, end)
        if last:
            spans.append((head.start(), last))
        place = last or head.end()
    return spans


def _name_end(plain: str, folded: str, head: re.Match[str], end: int) -> int:
    """Where the name after a head ends, with the locality that follows it; 0 if there is none."""
    proper = _PROPER.match(plain, head.end(), end)
    department = _DEPARTMENT_HEAD.search(head[0]) and departments().match(folded, head.end(), end)
    last = max([one.end() for one in (proper, department) if one], default=0)
    beside = last and not folded.startswith("\n", last)
    if beside and (further := _bare_heads().match(folded, last + 1, end)):
        return _name_end(plain, folded, further, end) or (further.end() - 1 if department else last)
    if last and (whole := _DESCRIBED.match(plain, last, end)):
        return whole.end()
    if department and (of := _OF_PLACE.match(folded, last, end)):
        named = _PROPER.match(plain, of.end(), end)
        return named.end() if named else last
    return last


@cache
def departments() -> re.Pattern[str]:
    """Names of departments, which are not written with capitals throughout: “nội vụ”, “giáo dục và đào tạo”."""
    return any_of(rules("bodies")["departments"])


@cache
def _named_heads() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<!công ){_heads().pattern}(?:\s+(?={any_of(rules('bodies')['localities']).pattern})|[^\S\n]+(?:[^\W\d]+[^\S\n]+){{0,4}}?))?(?<!công )(?<!hợp tác ){_bare_heads().pattern}"
    )


@cache
def _bare_heads() -> re.Pattern[str]:
    listed = rules("bodies")
    return re.compile(rf"{any_of([*listed['localities'], *listed['named']]).pattern}[^\S\n]+")
