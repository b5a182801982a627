"""Who issued a document, where its sentence names the body before the verb: “UBND huyện Văn Chấn ban hành Kế hoạch …”, “Huyện ủy đã ban hành …”."""

from __future__ import annotations

import re
from functools import cache

from dashboard.reading.belonging import Own
from dashboard.reading.bodies import LEVELS, named_after
from dashboard.reading.folding import Citation, Source
from dashboard.reading.phrases import words_of

_SMALL = r"(?:đã|cũng|vừa|mới|kịp thời|tiếp tục|chủ động|sớm|được|thì|đều|còn|có|và)"
_COMMITTEE = r"(?:ubnd|ủy ban nhân dân|thường trực hđnd|hđnd|hội đồng nhân dân|đảng ủy|ủy ban mttq)"
_WITHOUT_NAME = re.compile(
    rf"(?<!\w)(?:{_COMMITTEE}\s+{LEVELS}|(?:tỉnh|huyện|thị|thành|quận)\sủy)(?!\w)"
)
_WITHIN = re.compile(r"(?:ban thường vụ|ban chấp hành|thường trực|lãnh đạo)\s+")
_OTHER_VERB = re.compile(r"(?<!\w)(?:đã|ra|có)(?!\w)|;")


def issuer_before(source: Source, start: int, end: int) -> Citation | None:
    """The body that stands right before the last verb of issuing in a piece of a sentence, with its name or only its level; None where another verb follows."""
    verb = _issues().search(source.folded, start, end)
    if verb is None or _OTHER_VERB.search(source.folded, verb.end(), end):
        return None
    named = named_after(source.plain, source.folded, start, verb.start())
    spans = [*named, *(one.span() for one in _WITHOUT_NAME.finditer(source.folded, start, end))]
    return next((source.cite(*one) for one in spans if one[1] == verb.start()), None)


def is_own_body(name: str, own: Own) -> bool:
    """Whether a folded body is the unit or its lead, also by its level alone: “UBND xã”, “Ban Thường vụ Huyện ủy” in the report of that body."""
    short = _WITHIN.sub("", " ".join(name.replace("ủy ban nhân dân", "ubnd").split()), count=1)
    whole = own.whole.replace("ủy ban nhân dân", "ubnd")
    return own.has(name) or f"{whole} ".startswith(f"{short} ")


@cache
def _issues() -> re.Pattern[str]:
    """The last verb of issuing with the small words before it: it is searched for from the body on."""
    verb = words_of("issued", "issuing").pattern
    return re.compile(rf"(?<=\w)(?:\s+{_SMALL}|\s+{verb},?)*\s+{verb}(?!.*{verb})", re.DOTALL)
