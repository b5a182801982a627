"""A report's text with its findings marked in it: text and findings in, HTML out (everything of the report escaped)."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from dashboard.views.reports_words import KINDS, LEFT_OUT, MARKS, UNSURE
from dashboard.writing.nouns import worded

PAGE = "trang "


class Span(NamedTuple):
    """A finding at `text[start:end]`, called “▼ Tồn tại 3” in the text; `mark` is “limitations-3”."""

    start: int
    end: int
    kind: str
    label: str
    mark: str


def spans(found: Mapping[str, Any]) -> list[Span]:
    """Every finding with a place, in order of the text, numbered by kind as in the form. In: `Findings.as_dict()`."""
    made = [
        _span(kind, one, str(number))
        for kind in (*KINDS, "warnings")
        for number, one in enumerate(found[kind], 1)
        if "start" in one
    ]
    made += [
        _span(kind, found[f"{kind}_place"], "")
        for kind in ("unit", "period")
        if found[f"{kind}_place"]
    ]
    return sorted(made)


def _span(kind: str, one: Mapping[str, Any], number: str) -> Span:
    sign, word = worded(MARKS)[kind]
    return Span(
        one["start"], one["end"], kind, f"{sign} {word} {number}".strip(), f"{kind}-{number}"
    )


def marked(
    text: str,
    found: Mapping[str, Any],
    places: Sequence[tuple[int, str]] = (),
    *,
    only: bool = False,
    doubtful: Sequence[tuple[int, int]] = (),
) -> str:
    """The text as HTML: every finding in a `mark` of its kind (class `of-…` of each finding there) that begins with its label, pages named where they begin, doubtful words underlined.

    With `only` just the lines that hold a finding, “…” for the others. Where findings overlap the one that began last gives the kind. Example: "Có <b> 95%" with a finding at 7–10 is
    'Có &lt;b&gt; <mark class="found found-indicators of-indicators-1"><b>◆ Số liệu 1</b>95%</mark>'.
    """
    every = spans(found)
    if only:
        return f"\n{LEFT_OUT}\n".join(
            _between(text, start, end, every, places, doubtful)
            for start, end in _lines(text, every)
        )
    return _between(text, 0, len(text), every, places, doubtful)


def _lines(text: str, every: list[Span]) -> list[tuple[int, int]]:
    """Runs of whole lines that hold findings, in order."""
    runs: list[tuple[int, int]] = []
    for one in every:
        start, stop = text.rfind("\n", 0, one.start) + 1, text.find("\n", one.end)
        end = len(text) if stop < 0 else stop
        if runs and start <= runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], max(end, runs[-1][1]))
        else:
            runs.append((start, end))
    return runs


def _between(
    text: str,
    first: int,
    last: int,
    every: list[Span],
    places: Sequence[tuple[int, str]],
    doubtful: Sequence[tuple[int, int]],
) -> str:
    pages = {start: label for start, label in places if label.startswith(PAGE)}
    edges = sorted(
        {
            first,
            last,
            *(
                place
                for place in (
                    *pages,
                    *(one.start for one in every),
                    *(one.end for one in every),
                    *(edge for word in doubtful for edge in word),
                )
                if first < place < last
            ),
        }
    )
    unsure = {start for start, _ in doubtful}
    return "".join(
        _piece(text, start, end, every, pages.get(start), start in unsure)
        for start, end in zip(edges, edges[1:])
    )


def _piece(
    text: str, start: int, end: int, every: list[Span], page: str | None, unsure: bool
) -> str:
    over = [one for one in every if one.start <= start < one.end]
    heading = f'<span class="report-page">{html.escape(page)}</span>' if page else ""
    words = html.escape(text[start:end])
    words = f'<u class="unsure" title="{UNSURE}">{words}</u>' if unsure else words
    if not over:
        return heading + words
    labels = "".join(f"<b>{html.escape(one.label)}</b>" for one in over if one.start == start)
    of = " ".join(f"of-{one.mark}" for one in over)
    return f'{heading}<mark class="found found-{over[-1].kind} {of}">{labels}{words}</mark>'
