"""The whole name of a body whose head of paper is broken over lines, or whose place stands elsewhere in the paper only."""

from __future__ import annotations

import re
from collections import Counter

from dashboard.reading.bodies import (
    LEVELS,
    body_heads,
    departments,
    is_kind_only,
    proper_end,
    title_start,
)
from dashboard.reading.folding import Citation, Source, fold
from dashboard.reading.leader_names import before_leader
from dashboard.reading.paper_heads import head_lines

Span = tuple[int, int]
_PARTIES = r"(?:tỉnh|huyện|thị|thành|quận) ủy"
_PLACE = re.compile(rf"(?<!\w){LEVELS}\s+(?!ủy(?!\w))(?=\w)")
_PLACE_OR_PARTY = re.compile(rf"(?<!\w)(?:{_PARTIES}|{LEVELS})\s+(?=\w)")
_OPEN_END = re.compile(rf"(?<!\w)({LEVELS}|{_PARTIES})$")
_OF_PARTY = re.compile(r"(?:ủy ban kiểm tra|ban|văn phòng|cơ quan)(?!\w)")
_LED_BY_PARTY = re.compile(r"(tỉnh|huyện|quận)\s+ủy\s+")
_BRANCH = re.compile(rf"(?:chi nhánh|(?:ban chấp hành|bch)\s+{LEVELS})(?!\w)")
_OFFICE = re.compile(r"\n\s*(văn phòng)$")
_BESIDE = re.compile(rf"\s+(?:{body_heads().pattern}|số(?!\w)|[|/(])")
_SHORT_FOR = re.compile(r"\s\([^()]{2,12}\)\s")
_CROWN = re.compile(r"(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|sở)(?!\w)")


def whole_name(source: Source, said: Citation) -> str:
    """The name as the paper as a whole tells it, in the words of the text as given.

    Examples: “TRUNG TÂM Y TẾ” over “HUYỆN SƠN LỤA”; “NGÂN HÀNG CHÍNH SÁCH XÃ HỘI” over “CHI NHÁNH TỈNH AN BÌNH”; “Trường Cao đẳng nghề An Bình”, so
    named below its head “TRƯỜNG CAO ĐẲNG NGHỀ”; “THANH TRA TỈNH” under “ỦY BAN NHÂN DÂN TỈNH AN BÌNH” is “THANH TRA TỈNH AN BÌNH”.
    """
    if source.plain[said.start : said.end] != said.quote:
        return _one_line(said.quote)  # written without accents, or with its accents apart
    lines = head_lines(source)
    above = [line for line in lines if line[1] <= said.start]
    name = _of_lines(source.folded, (said.start, said.end), above)
    fuller = _named_fuller(source, name)
    pieces = [fuller] if fuller else [*name, *_place_of(source, name, above)]
    said_as = [_one_line(source.cite(*piece).quote) for piece in pieces]
    if not said_as[0].isupper():
        said_as[1:] = [_in_prose(one) if one.isupper() else one for one in said_as[1:]]
    return " ".join(said_as)


def _of_lines(folded: str, line: Span, above: list[Span]) -> list[Span]:
    """A name with the line over it that it goes on, which leaves those above; an office after the body whose it is stands before it."""
    if office := _OFFICE.search(folded, *line):
        return [office.span(1), (line[0], office.start())]
    return [above.pop(), line] if above and _goes_on(folded, above[-1], line) else [line]


def _goes_on(folded: str, over: Span, line: Span) -> bool:
    """Whether a line is the rest of the name in the line over it: its place, its branch, or what says which of a kind."""
    if _BRANCH.match(folded, *line):
        return not _CROWN.match(folded, *over)
    if body_heads().match(folded, *line):
        return False
    if _PLACE.match(folded, *line):
        return bool(body_heads().match(folded, *over)) and not _PLACE.search(folded, *over)
    return is_kind_only(folded[slice(*over)])


def _named_fuller(source: Source, name: list[Span]) -> Span | None:
    """Where the text names a body of this name, which does not say which one it is, and says it."""
    short = _folded(source, name)
    if not (_OPEN_END.search(short) or is_kind_only(short)):
        return None
    words = re.compile(rf"(?<!\w){re.escape(short)}[^\S\n]+(?:(?:{_PARTIES}|{LEVELS})[^\S\n]+)?")
    for told in words.finditer(source.folded, title_start(source)):
        end = proper_end(source.plain, told.end())
        body = before_leader(source.plain, source.folded, told.start(), end)
        if body > told.end() and not _PLACE_OR_PARTY.match(source.folded, told.end()):
            return told.start(), body
    return None


def _place_of(source: Source, name: list[Span], above: list[Span]) -> list[Span]:
    """The place of a body that says only of which level it is, or nothing of it: from the lines over it, else as the text names such a place most."""
    short = _folded(source, name)
    level = _OPEN_END.search(short)
    if level:
        named = _most_named(source, level[1], [*reversed(above), (0, len(source.folded))])
        return named or [
            place for line in reversed(above) for place in _after_department(source, line)
        ]
    if is_kind_only(short):
        for start, end in reversed(above):
            if place := _PLACE_OR_PARTY.search(source.folded, start, end):
                party = _LED_BY_PARTY.match(source.folded, place.start(), end)
                if party and not _OF_PARTY.match(short):
                    return [party.span(1), (party.end(), _last(source, party.end(), end))]
                return [(place.start(), _last(source, place.end(), end))]
    return []


def _most_named(source: Source, level: str, spans: list[Span]) -> list[Span]:
    """The proper name that stands most often after the word of a level, in the first of the spans that has one."""
    after = re.compile(rf"(?<!\w){level}[^\S\n]+(?:ủy[^\S\n]+)?(?=\w)")
    for span in spans:
        ends = {
            told.end(): _last(source, told.end(), end)
            for told in after.finditer(source.folded, *span)
            if (end := proper_end(source.plain, told.end()))
        }
        if ends:
            said = Counter(source.folded[slice(*one)] for one in ends.items())
            best = max(ends.items(), key=lambda one: (said[source.folded[slice(*one)]], -one[0]))
            return [best]
    return []


def _after_department(source: Source, line: Span) -> list[Span]:
    """“SỞ Y TẾ AN BÌNH”: the province after the name of its department."""
    department = re.compile(rf"sở\s+{departments().pattern}\s+").match(source.folded, *line)
    return [(department.end(), line[1])] if department else []


def _last(source: Source, start: int, end: int) -> int:
    """Where a place's name ends on its line: before what stands beside it, as in a table of one row."""
    beside = _BESIDE.search(source.folded, start, end)
    return beside.start() if beside else end


def _folded(source: Source, pieces: list[Span]) -> str:
    return " ".join(" ".join(source.folded[slice(*piece)].split()) for piece in pieces)


def _in_prose(capitals: str) -> str:
    """“TỈNH AN HÒA” as it is written in a sentence: “tỉnh An Hòa”."""
    level = _PLACE_OR_PARTY.match(fold(capitals))
    start = level.end() if level else 0
    return capitals[:start].lower() + capitals[start:].title()


def _one_line(text: str) -> str:
    """Without line breaks and what the body is called for short beside its name."""
    return " ".join(_SHORT_FOR.sub(" ", text).split())
