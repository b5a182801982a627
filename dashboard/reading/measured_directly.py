"""Counts right beside what was done that no other topic measures: “tiếp nhận 2.764 hồ sơ”, “Hồ sơ tiếp nhận: 2.244”."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dashboard.reading.phrases import any_of, rules
from dashboard.reading.said_figures import Figure
from dashboard.reading.topics import Mention, Topic

_REACH = 60
_BETWEEN = r"(?:\s+(?:mới|được|là|tổng số|tổng cộng|tổng|thêm|số|có))*\s+$"
_ALONE = re.compile(r"[^\S\n]*(?:[(;,.\n]|$)")


@dataclass(frozen=True)
class _Direct:
    topic: Topic
    before: re.Pattern[str]
    alone: re.Pattern[str]


def said_directly(folded: str, figure: Figure) -> Mention | None:
    """The words right before a plain count that say what was counted; None where the noun behind it is not one of theirs."""
    if figure.unit != "count" or figure.out_of is not None:
        return None
    since = max(0, figure.lead - _REACH)
    for one in _directs():
        counted = one.topic.counted
        noun = counted is not None and re.compile(r"\s*" + counted.pattern).match(
            folded, figure.end
        )
        pattern = one.before if noun else one.alone
        if not noun and not _ALONE.match(folded, figure.end):
            continue
        if said := pattern.search(folded, since, figure.lead):
            return Mention(said.start(1), said.end(1), one.topic)
    return None


@cache
def _directs() -> tuple[_Direct, ...]:
    return tuple(
        _Direct(
            _topic(entry),
            re.compile(rf"({any_of(entry['before']).pattern}){_BETWEEN}"),
            re.compile(rf"({any_of(entry.get('alone', ())).pattern})\s*:\s*$"),
        )
        for entry in rules("indicators")["direct"]
    )


def _topic(entry: dict[str, str]) -> Topic:
    none = any_of(())
    counted = any_of(entry["counts"])
    words = frozenset(entry["before"])
    about = entry["code"], entry["name"], None, words, frozenset({"count"})
    return Topic(*about, none, none, none, None, counted, True, False, False)
