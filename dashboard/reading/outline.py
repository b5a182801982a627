"""Paragraphs → passages (sentences), each knowing the section it stands in: results, limits, tasks …"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dashboard.reading.folding import Source
from dashboard.reading.paragraphs import Paragraph, paragraphs
from dashboard.reading.phrases import any_of, rules
from dashboard.reading.sentence_ends import sentences

_FILLERS = re.compile(r"(?:những|các|một số|về|đánh giá|phần thứ \w+|phần \w+)\s+")
_LABEL = re.compile(r"[^:;.?]{3,300}?[:?]")
_SHORT_LABEL, _SHORT_ROW = 70, 60
_PAPER = re.compile(r"[^(]*?\d ?[-/] ?(?:kh|qđ|cv|tb|ct)(?!\w)")  # “Kế hoạch: 19/KH-TV”, no plans
_BULLET, _SAYS_SOMETHING = 5, 5  # the level of bullets; words of a member of a list
_ANNOUNCEMENT, _LONG_ANNOUNCEMENT = 9, 16  # words
_LAST_WORDS = 20  # letters after “còn mấy”, “còn những mặt yếu”, in which nothing is told yet
_UNREAD = frozenset({"closing"})


@dataclass(frozen=True)
class Passage:
    """One sentence or table row: ``plain[start:end]``, its section, the heading over it, its paragraph's number; ``title``: it is a heading itself."""

    start: int
    end: int
    section: str
    heading: tuple[int, int]
    paragraph: int
    table: bool
    first: bool
    title: bool


def passages(source: Source) -> list[Passage]:
    """All sentences in order. Sections: head, opening, other, the names in ``sections.toml``; what follows “Nơi nhận” is left out."""
    return [passage for passage in _passages(source) if passage.section not in _UNREAD]


def _passages(source: Source) -> Iterator[Passage]:
    place = _Place()
    every = paragraphs(source)
    levels = [*(paragraph.level for paragraph in every), 0][1:]
    for number, (paragraph, following) in enumerate(zip(every, levels, strict=True)):
        section = place.enter(source, paragraph, following)
        for position, (start, end) in enumerate(sentences(source.plain, paragraph)):
            yield Passage(
                start,
                end,
                section,
                place.heading,
                number,
                paragraph.table,
                position == 0,
                place.heading[0] == paragraph.body,
            )


class _Place:
    """Where in the outline the reader stands: the open headings with their kinds."""

    def __init__(self) -> None:
        self.open: list[tuple[float, str]] = [(0, "other")]
        self.heading = (0, 0)
        self._listed = 0  # the level of the member of a list that came last
        self._number = 0  # the level of the number that opened the section in which it stands

    def enter(self, source: Source, paragraph: Paragraph, following: int) -> str:
        """The section of this paragraph, after it has been taken as a heading or label if it is one; ``following``: the level of the next."""
        text = source.folded[paragraph.body : paragraph.end].strip()
        told = paragraph.table and len(text) > _SHORT_ROW
        kind = None if told or _PAPER.match(text[:_SHORT_ROW]) else section_named(text[:150])
        if kind is None and 0 < paragraph.level == self._number < _BULLET:
            self._leave(paragraph.level)
        is_member = kind is None and self._is_member(text, paragraph, following)
        self._listed = paragraph.level if is_member else 0
        if kind in ("closing", "annex"):
            return self._take(0, kind, paragraph)
        if not is_member and _is_heading(source.plain[paragraph.body : paragraph.end], paragraph):
            kind = kind or (_label_kind(text) if text.endswith(":") else None)
            return self._take(paragraph.level or 1, kind, paragraph)
        label = _LABEL.match(text)
        kind = _label_kind(label[0]) if label else None
        if label and len(label[0]) == len(text):
            return self._take(_list_level(paragraph, following), kind, paragraph)
        if text.endswith(":") and _label_kind(_last_sentence(text)) == "limits":
            before = kind or self.open[-1][1]
            self._take(_list_level(paragraph, following), "limits", paragraph)
            return before
        if paragraph.level < 5 and self.open[-1][0] >= 5:
            self.open = [entry for entry in self.open if entry[0] < 5]
        return kind or self.open[-1][1]

    def _is_member(self, text: str, paragraph: Paragraph, following: int) -> bool:
        """“a- áo khác màu quy định”, “b- chép lại tờ trình cũ”: of a run of one level none is the heading of what follows it."""
        return (
            0 < paragraph.level < _BULLET
            and paragraph.level in (following, self._listed)
            and len(text.split()) >= _SAYS_SOMETHING
            and not text.endswith(":")
        )

    def _take(self, level: float, kind: str | None, paragraph: Paragraph) -> str:
        self._leave(level)
        self.open.append((level, kind or self.open[-1][1]))
        self._number = paragraph.level
        self.heading = (paragraph.body, paragraph.end)
        return self.open[-1][1]

    def _leave(self, level: float) -> None:
        """Close what stands as deep as ``level`` or deeper: “6/ …” is a sibling of the section that “5/ …” opened, and none of its members."""
        self.open = [entry for entry in self.open if entry[0] < level] or [(0, "other")]
        self._number = 0


def _list_level(paragraph: Paragraph, following: int) -> float:
    """How deep a label stands: over the bullets, or the numbers, that follow it."""
    if paragraph.level == 0 and 0 < following < 5:
        return following - 0.5
    return max(paragraph.level, 5)


def _last_sentence(text: str) -> str:
    return re.split(r"[.;]\s", text)[-1]


def label_end(folded: str, start: int, end: int) -> int:
    """Where the words begin after a label that opens a section (“Tồn tại, hạn chế: …”), else ``start``."""
    label = _LABEL.match(folded, start, end)
    return label.end() if label and _label_kind(label[0].strip()) else start


def announces_limits(folded: str, passage: Passage) -> bool:
    """“Một vài điểm còn tồn tại.”: a short sentence that opens the sentences after it, and tells nothing itself; so does “…, trung tâm còn những mặt yếu sau.”"""
    text = folded[passage.start : passage.end].strip()
    if not text.endswith(".") or passage.title:
        return False
    opens = any(len(text) - said.end() <= _LAST_WORDS for said in _limits("opens").finditer(text))
    if opens or text.endswith(" sau.") and _limits("lead_in").search(text):
        return len(text.split()) <= _LONG_ANNOUNCEMENT
    return len(text.split()) <= _ANNOUNCEMENT and section_named(text) == "limits"


def _is_heading(text: str, paragraph: Paragraph) -> bool:
    words = text.strip()
    if (
        paragraph.table
        or len(words) > 170
        or words.endswith((";", ","))
        or re.search(r"[.!?]\s+\S", words)
    ):
        return False
    letters = [char for char in words if char.isalpha()]
    if len(letters) > 3 and sum(char.isupper() for char in letters) > 0.8 * len(letters):
        return True
    if paragraph.level in (1, 2, 3, 4) and not words.endswith("."):
        return True
    return len(words) <= 80 and not words.endswith((".", ":")) and section_named(words) is not None


def _label_kind(label: str) -> str | None:
    """“… còn một số hạn chế sau:” opens limits however long it is; other labels are short."""
    seen = _limits("seen").search(label) and not _limits("praised").search(label)
    if seen or _limits("lead_in").search(label):
        return "limits"
    if len(label) > _SHORT_LABEL:
        return None
    return section_named(label) or (
        "limits" if _limits("bad").search(label) and not _limits("good").search(label) else None
    )


def section_named(heading: str) -> str | None:
    """The kind of section that a heading's words announce, the first word that announces one deciding."""
    text = re.sub(r"^[\s\W\d]+", "", heading.lower())
    while filler := _FILLERS.match(text):
        text = text[filler.end() :]
    found = []
    for kind, (starts, anywhere) in _kinds().items():
        match = starts.match(text) or anywhere.search(text)
        if match:
            found.append((match.start(), -len(match[0]), kind))
    return min(found)[2] if found else None


@cache
def _limits(key: str) -> re.Pattern[str]:
    return any_of(rules("sections")["limits"][key])


@cache
def _kinds() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    return {
        kind: (any_of(words["starts"]), any_of(words["has"]))
        for kind, words in rules("sections").items()
    }
