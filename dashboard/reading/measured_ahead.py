"""What stands behind a figure and is measured by it: “100% cán bộ ký cam kết”."""

from __future__ import annotations

import re
from functools import cache

from dashboard.reading.counted_nouns import counted_row
from dashboard.reading.phrases import any_of, rules
from dashboard.reading.said_figures import Figure
from dashboard.reading.topics import Mention

_ASIDE = re.compile(r"\([^()]*\)")
NEW_SUBJECT = re.compile(
    r"\(|(?<!\w)(?:tỷ lệ|mức độ(?! \d)|trong đó|tăng|giảm|cao hơn|so với|góp phần|từ đó|qua đó)(?!\w)"
)


def topic_ahead(folded: str, figure: Figure, stop: int, named: list[Mention]) -> Mention | None:
    limit = _forward_limit(folded, figure.end, stop)
    return next(
        (
            mention
            for mention in named
            if figure.start < mention.start < limit and mention.end > figure.end
        ),
        None,
    )


def _forward_limit(folded: str, start: int, stop: int) -> int:
    """A figure's words go on to the next “;” or new subject; a comma only lets more of the same list pass (cán bộ, công chức …)."""
    text = _ASIDE.sub(lambda aside: " " * len(aside[0]), folded[start:stop])
    for mark in re.finditer(r"[;,:]", text):
        if mark[0] != "," or not _list_goes_on().match(text, mark.end()):
            text = text[: mark.start()]
            break
    new = NEW_SUBJECT.search(text)
    return start + (new.start() if new else len(text))


@cache
def _list_goes_on() -> re.Pattern[str]:
    counted = rules("figures")["counted"]
    more = any_of(counted["people"] + counted["things"]).pattern
    return re.compile(
        rf"\s*(?:{more}"
        + r"|(?:đều|được|đã|có|tại|ở|thuộc|trực thuộc|của|nhận|trả|xử lý|trao đổi|phát hành|sử dụng)\s|\S+(?:\s\S+){0,2}\s*,|\S+(?:\s\S+){0,4} (?:và|đều|được)\s)"
    )


def opens_topic(folded: str, figure: Figure, mention: Mention) -> bool:
    between = counted_row().sub("", folded[figure.end : mention.start], count=1)
    return "," not in between and len(between.split()) <= 9


def coupled_after(folded: str, mention: Mention, named: list[Mention]) -> list[Mention]:
    following = named[named.index(mention) + 1 : named.index(mention) + 2]
    return [
        other
        for other in following
        if other.topic != mention.topic
        and re.fullmatch(
            r"\s*(?:,|và|, và|(?=có ))\s*(?:được\s+|có\s+)?", folded[mention.end : other.start]
        )
    ]
