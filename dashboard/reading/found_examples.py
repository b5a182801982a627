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
_QUOTED = re.compile(r'[“„«]([^“”„«»\n]{3,140})[”»]|"([^"“”\n]{3,140})"')
_JOINING = r"[\s,;:(+-]|và|hay|hoặc|cùng|với|các|như|về|là|của|tại|\d+|triển khai|duy trì|xây dựng|thực hiện|tổ chức|thành lập|phát động|ra mắt|ra đời|có|gồm|nhân rộng"
_ROW = 900
_NAME_ENDS = (
    "tại|của|được|đã|do|giúp|với|nhằm|để|trong|ở|góp|tạo|từ|đến|vào|trên|cho|này|và|có|là|bước|mang"
)
_CAPITALISED = re.compile(
    rf"[:\s]+(?!UBND|HĐND|TTHC|CCHC|CNTT)([{CAPITALS}0-9][^\s,;.:()“\"]*(?:\s+(?:(?<=không\s)với|(?!(?:{_NAME_ENDS})\s)[^\s,;.:()“\"]+)){{1,11}})"
)


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
    quoted = [
        match.span(1) if match[1] else match.span(2)
        for match in _QUOTED.finditer(source.plain, passage.start, passage.end)
    ]
    if (
        quoted
        and not source.plain[passage.start : quoted[0][0] - 1].strip()
        and _strong().search(folded, *passage.heading)
        and not _belongs_to_all(folded[slice(*quoted[0])])
    ):
        yield _example(source, passage, passage.start, *quoted[0])
    for trigger in words_of("examples", "triggers").finditer(folded, passage.start, passage.end):
        if any(start <= trigger.start() < end for start, end in quoted):
            continue
        if words_of("examples", "wished").search(
            folded, max(passage.start, trigger.start() - _ROW), trigger.end()
        ):
            continue
        names = list(_quoted_names(folded, trigger, quoted))
        if not names and _strong().fullmatch(trigger[0]):
            names = list(_capital_names(source.plain, trigger.end(), passage.end))
        for start, end in names:
            if not _belongs_to_all(folded[start:end]):
                yield _example(source, passage, trigger.start(), start, end)


def _example(source: Source, passage: Passage, quote: int, start: int, end: int) -> Example:
    return Example(
        re.sub(r"\s+", " ", source.plain[start:end]).strip(),
        source.cite(quote, min(end + 1, passage.end)),
    )


def _quoted_names(
    folded: str, trigger: re.Match[str], quoted: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The names in quotation marks that follow a trigger, over “, ”, “và” to the last of the row."""
    place, first = trigger.end(), True
    for start, end in quoted:
        if start < trigger.end() or start - trigger.end() > _ROW:
            continue
        between = folded[place : start - 1]
        reach = next(
            (
                words
                for key, words in (("at_once", 0), ("adjacent", 3))
                if words_of("examples", key).fullmatch(trigger[0])
            ),
            6,
        )
        near = (
            len(between.split()) <= reach
            and not re.search(
                r"[.;]|phong trào|cuộc vận động|chỉ thị|phương châm|khẩu hiệu", between
            )
            if first
            else _between().fullmatch(between)
        )
        if not near:
            return
        yield start, end
        place, first = end + 1, False


@cache
def _between() -> re.Pattern[str]:
    """What may stand between two names of a row: small words, brackets, and the kind of the next one."""
    kinds = any_of(rules("examples")["triggers"]).pattern
    return re.compile(rf"(?:\([^()]*\)|{_JOINING}|{kinds}|,[^\".;]{{3,80}}\s(?:với|có)\s)*")


def _capital_names(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    match = _CAPITALISED.match(plain, start, end)
    if match and not words_of("examples", "not_name_starts").match(match[1].lower()):
        yield match.span(1)


def _belongs_to_all(name: str) -> bool:
    return words_of("examples", "not_names").match(name.strip()) is not None


@cache
def _strong() -> re.Pattern[str]:
    return any_of(rules("examples")["strong"])
