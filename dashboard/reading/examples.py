"""Good examples: models and ways of working that have a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dashboard.reading.folding import CAPITALS, Citation, Source
from dashboard.reading.outline import Passage
from dashboard.reading.phrases import any_of, rules, words_of

_SILENT = frozenset({"tasks", "proposals", "lessons", "opening"})
_QUOTED = re.compile(r'"([^"\n]{3,140}?)"')
_BETWEEN = re.compile(r"(?:\([^()]*\)|[\s,;:(+-]|và|hay|hoặc|cùng|với|mô hình|các|như|về|là|của|tại|\d+)*")
_ROW = 900
_NAME_ENDS = "tại|của|được|đã|do|giúp|với|nhằm|để|trong|ở|góp|tạo|từ|đến|vào|trên|cho|này|và|có|là|bước|mang"
_CAPITALISED = re.compile(rf"[:\s]+(?!UBND|HĐND|TTHC|CCHC|CNTT)([{CAPITALS}0-9][^\s,;.:()“\"]*(?:\s+(?!(?:{_NAME_ENDS})\s)[^\s,;.:()“\"]+){{1,11}})")


@dataclass(frozen=True)
class Example:
    """One named model; ``place`` quotes it with the words that introduce it."""

    name: str
    place: Citation


def examples(source: Source, parts: list[Passage]) -> list[Example]:
    """All named examples, each name once, in order."""
    found: dict[str, Example] = {}
    for passage in parts:
        if passage.section in _SILENT:
            continue
        for example in _in_sentence(source, passage):
            found.setdefault(re.sub(r"\W+", " ", example.name.lower()).strip(), example)
    return list(found.values())


def _in_sentence(source: Source, passage: Passage) -> Iterator[Example]:
    folded = source.folded
    for trigger in words_of("examples", "triggers").finditer(folded, passage.start, passage.end):
        if words_of("examples", "wished").search(folded, max(passage.start, trigger.start() - _ROW), trigger.end()):
            continue
        names = list(_quoted_names(folded, trigger.end(), min(passage.end, trigger.end() + _ROW)))
        if not names and _strong().fullmatch(trigger[0]):
            names = list(_capital_names(source.plain, trigger.end(), passage.end))
        for start, end in names:
            if not _belongs_to_all(folded[start:end]):
                yield Example(re.sub(r"\s+", " ", source.plain[start:end]).strip(), source.cite(trigger.start(), min(end + 1, passage.end)))


def _quoted_names(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names in quotation marks that follow a trigger, over “, ”, “và” to the last of the row."""
    place = start
    first = True
    for quoted in _QUOTED.finditer(folded, start, end):
        between = folded[place:quoted.start()]
        near = len(between.split()) <= 6 and not re.search(r"[.;]|phong trào|cuộc vận động|chỉ thị|phương châm|khẩu hiệu", between) if first else _BETWEEN.fullmatch(between)
        if not near:
            return
        yield quoted.start(1), quoted.end(1)
        place, first = quoted.end(), False


def _capital_names(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    match = _CAPITALISED.match(plain, start, end)
    if match and not words_of("examples", "not_name_starts").match(match[1].lower()):
        yield match.span(1)


def _belongs_to_all(name: str) -> bool:
    return words_of("examples", "not_names").match(name.strip()) is not None


@cache
def _strong() -> re.Pattern[str]:
    return any_of(rules("examples")["strong"])
