"""Whether a clause says that an award was given: not asked for, not promised, not received from somebody."""

from __future__ import annotations

import re

from dashboard.reading.award_counts import Form
from dashboard.reading.folding import CAPITALS, Source
from dashboard.reading.phrases import any_of, rules, words_of

_AT_REQUEST = re.compile(r"(?:theo|trên cơ sở)\s+(?:\S+\s+){0,3}(?:đề nghị|đề xuất)$")
_DONE = re.compile(
    r"đã (?:được )?(?:\S+\s+)?(?:tặng|khen|quyết định)|được (?:\S+\s+){0,6}(?:tặng|khen)"
)
_DECIDED = re.compile(r"\(\s*đã (?:có|được|ban hành)\s+(?:quyết định|tặng|khen)")
_TO = re.compile(rf"\s+cho\s+(?:tập thể|cơ quan|đơn vị|[{CAPITALS}])")
_GIVEN_BEHIND = re.compile(
    r"[^;.]{0,80}?(?<!đề nghị )(?:đã\s+)?được\s+(?:\S+\s+){0,8}?(?:công nhận|tặng|khen|trao)(?!\w)"
)


def is_received(source: Source, start: int, end: int, form: Form) -> bool:
    """Whether the sentence says from whom the unit itself received an award."""
    before, handed = source.folded[start : form.start], any_of(rules("awards")["handed"]).pattern
    if re.search(
        rf"(?:(?<!\w)được\s+(?:\S+\s+){{0,12}}?{handed}|{words_of('awards', 'received').pattern})(?:\s+\S+){{0,4}}?[\s\"(]*$",
        before,
    ):
        return True
    return (
        _TO.match(source.plain, form.end, end) is not None
        and re.search(rf"{handed}\s*$", before) is not None
    )


def is_given(folded: str, sentence: int, form: Form) -> bool:
    """“đề nghị … tặng Bằng khen” is a wish, “theo đề nghị …, đã tặng Bằng khen” is an award."""
    clause = max(sentence, folded.rfind(";", sentence, form.start) + 1)
    before = folded[clause : form.end]
    asked = [
        match.end()
        for match in words_of("awards", "asked").finditer(before)
        if not _AT_REQUEST.search(before[: match.end()])
    ]
    if asked:
        return (
            _DONE.search(before[asked[-1] :]) is not None
            or _DECIDED.search(folded[form.end : form.end + 120].split(";")[0]) is not None
        )
    wished = [match.end() for match in words_of("awards", "not_given").finditer(before)]
    return (
        not wished
        or words_of("awards", "given").search(before, wished[-1]) is not None
        or _GIVEN_BEHIND.match(folded, form.end) is not None
    )
