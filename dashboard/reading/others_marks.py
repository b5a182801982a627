"""The last look at a figure before it is the unit's own: words around it that speak of other bodies, of many together, of a case put or of another time.

What is nearest counts: after “xã ta”, “đơn vị đạt” or the unit's name a figure is its own again. A doubt costs a figure told of others, never one
stored as the unit's.
"""

from __future__ import annotations

import re
from functools import cache

from dashboard.reading.belonging import COMMUNE, Own
from dashboard.reading.bodies import named_after
from dashboard.reading.folding import CAPITALS, Citation, Source
from dashboard.reading.outline import Passage
from dashboard.reading.owner_marks import GOVERNING, is_counter
from dashboard.reading.phrases import any_of, rules
from dashboard.reading.said_figures import Figure

_STOP = re.compile(r"[;]")
_BEHIND = re.compile(
    r"[,;.]|(?<!\w)(?:trong khi|còn|riêng|so với|cao hơn|thấp hơn|tăng|giảm)(?!\w)"
)
_OPENS = re.compile(r"(?:^|[,:(]|(?<!\w)(?:còn|riêng|thì|nhưng|và|trong khi|nay|hiện))\s*$")
_SHARE_OF_BODIES = re.compile(
    r"(?<!\w)(?:(?:có|trong số|đã|bình quân)\s+\d{1,2}(?:/\d{1,2})?|\d{1,2}/\d{1,2})\s+(?:xã|phường|thị trấn|huyện|đơn vị)(?!\w)|,\s*\d{1,2}\s+đơn vị(?!\w)|(?<!\w)cụm\s+\d{1,2}(?!\w)"
)  # “9/14 xã đạt trên 60%”: of a commune's committee these are its neighbours
_BARE_SUBJECT = re.compile(
    rf"(?:^|[,;:.]\s|\n)[\s*+-]*([{CAPITALS}]\w*(?:\s[{CAPITALS}]\w*)+)\s+(?:có|đạt|đứng|giữ|dẫn đầu|làm được)(?!\w)"
)
_BARE_BESIDE = re.compile(  # “đứng trên Đằng Lâm (94,8%)”, “Tam Tiến 238/250”, “Vĩnh Hảo vươn lên với 96%”
    rf"(?<!\w)(?<!bằng )(?<!qua )(?<!mềm )(?<!dụng )(?<!thống )((?:[{CAPITALS}][a-zà-ỹ]+)(?:\s[{CAPITALS}][a-zà-ỹ]+)+)(?:\s+(?:cùng hệ thống|cùng ngành|cùng khối|cùng cụm|cũ|mới|hiện|đã|cũng|còn|vẫn|chỉ|chỉ có|được|đạt|có|là|với|giữ|giữ mức|lên|lên tới|vươn lên|vươn lên với|dừng ở|dừng lại ở|báo|thì|khoảng|gần|hơn|trên))*\s*[(:]?\s*$"
)
_LEADS_PARAGRAPH = re.compile(  # “Mường Bú. Hỏi 50 người, 48 người hài lòng.”
    rf"[\s*+•–\d./)-]*(?!Ông|Bà|Anh|Chị|Cô|Chú|Bác|Đồng|Đ/c)((?:(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[Hh]uyện|[Tt]rường|[Tt]hôn)\s)?[{CAPITALS}][a-zà-ỹ]+(?:\s[{CAPITALS}][a-zà-ỹ]+)+)\s?[.:](?=\s)"
)
_SPOKEN_OF = re.compile(  # “Phượng Sơn là nơi làm tốt. Xã lập tổ lưu động …”
    rf"(?m)(?:(?<=\.\s)|^)(?!Ông|Bà|Anh|Chị|Cô|Chú|Bác)((?:[Xx]ã\s|[Pp]hường\s|[Tt]hị trấn\s)?[{CAPITALS}][a-zà-ỹ]+(?:\s[{CAPITALS}][a-zà-ỹ]+)+)\s(?:là|có|làm|được)\s"
)
_SAID_BACK = re.compile(r"\s*(?:Xã|Phường|Thị trấn|Trường|Nơi đây|Ở đây|Tại đây)\s(?=[a-zà-ỹ])")
_NEIGHBOUR = re.compile(r"(?<!\w)(xã|phường|thị trấn)\s*(?:đạt|là|với|được|:)?\s*$")
_REACH, _CLOSE, _BACK = 160, 34, 24


def told_of_others(
    source: Source, passage: Passage, before: int, behind: int, figure: Figure, own: Own
) -> Citation | None:
    """The words by which a figure is not the unit's, None where nothing speaks against it.

    ``before``, ``behind``: where the figures beside it end and begin. Example: in a report of xã Tân An “Hai xã Bàu Cạn và Suối Nho cùng đạt 83,7%”,
    “Tính chung cả cụm, hài lòng 94,6%”, “Điểm sàn để được xét là 90%” are not its own.
    """
    folded = source.folded
    start = max(before, passage.start, figure.lead - _REACH)
    start = max([start, *(stop.end() for stop in _STOP.finditer(folded, start, figure.lead))])
    again = max([start, *_own_again(source, start, figure.lead, own)])
    found = [
        match.span()
        for key in _keys(own)
        for match in _marks(key).finditer(folded, start, figure.lead)
    ]
    found += _subjects(source, start, figure.lead, own)
    found += _bare(source, start, figure, own)
    found += _neighbours(folded, max(passage.start, start - _BACK), figure, own)
    found = [span for span in found if span[1] > again]
    if not found:
        stop = _BEHIND.search(folded, figure.end, behind)
        end = stop.start() if stop else behind
        found = [match.span() for match in _marks("behind").finditer(folded, figure.end, end)]
    return source.cite(*max(found)) if found else None


def goes_on_of_others(folded: str, before: Figure, figure: Figure, own: Own) -> bool:
    """“lần lượt là 89%, 92%”, “huyện phát 3.000 phiếu, có 2.780 phiếu hài lòng”: close behind another's figure, and nothing says whose it is."""
    between = folded[before.end : figure.lead]
    return (
        len(between) <= _CLOSE
        and not re.search(r"[;.)]", between)
        and not own.is_said_in(between)
        and not any(_marks(key).search(between) for key in ("own_again", "own_heads"))
    )


def _own_again(source: Source, start: int, end: int, own: Own) -> list[int]:
    """Where the unit is named, or spoken of as “xã ta”, “đơn vị đạt”."""
    ends = [match.end() for match in _marks("own_again").finditer(source.folded, start, end)]
    heads = _marks("own_heads").finditer(source.folded, start, end)
    ends += [match.end() for match in heads if _OPENS.search(source.folded, start, match.start())]
    ends += own.wholes_in(source.folded, start, end)
    for first, last in named_after(source.plain, source.folded, start, end):
        if own.has(source.folded[first:last]):
            ends.append(last)
    return ends


def _subjects(source: Source, start: int, end: int, own: Own) -> list[tuple[int, int]]:
    """Bodies of another name that a clause is about: at its head, alone, in a row, or as whose leader speaks."""
    folded = source.folded
    return [
        (first, last)
        for first, last in named_after(source.plain, folded, start, end)
        if not own.has(folded[first:last])
        and not is_counter(folded, first, last, own)
        and not own.whole.startswith(folded[first:last])
        and _subject_head().search(folded[start:first])
        and not _acts().match(folded, last, end)
    ]


def _keys(own: Own) -> list[str]:
    """Which marks speak of others for this unit: “thôn 4”, “trạm y tế” are none of a commune's, “của huyện” none of anyone's under it."""
    keys = ["together", "put", "other_time"]
    if _is_commune(own):
        keys += ["above_commune", "in_commune"]
    return keys


def _bare(source: Source, start: int, figure: Figure, own: Own) -> list[tuple[int, int]]:
    """“Vĩnh Long có 90,5%”: a name without its kind at the head of a clause; for a commune also “số liệu của tỉnh”, “trường học đều đạt”."""
    found = [
        (start + named.start(1), start + named.end(1))
        for named in _BARE_SUBJECT.finditer(source.plain[start : figure.lead])
        if source.folded[start + named.start(1) : start + named.end(1)] not in own.whole
    ]
    beside = _BARE_BESIDE.search(source.plain[start : figure.lead])
    if beside and beside[1].lower() not in own.whole:
        found.append((start + beside.start(1), start + beside.end(1)))
    if _is_commune(own):
        found += [
            said.span()
            for said in _marks("other_bodies").finditer(source.folded, start, figure.lead)
            if not _marks("gives").search(
                source.folded[max(start, said.start() - 45) : said.start()]
            )
            and not _acts().match(source.folded, said.end(), figure.lead)
        ]
    return found


def leader_of_paragraph(source: Source, passage: Passage, own: Own) -> Citation | None:
    """The other body with whose bare name a paragraph opens: what its sentences tell is told of that body."""
    if own.is_said_in(source.folded[passage.start : passage.end]):
        return None
    line = source.plain.rfind("\n", 0, passage.start) + 1
    leads = _LEADS_PARAGRAPH.match(source.plain, line, passage.end)
    if leads is None and _SAID_BACK.match(source.plain, passage.start, passage.end):
        leads = next(
            iter(reversed(list(_SPOKEN_OF.finditer(source.plain, line, passage.start)))), None
        )
    if leads is None or source.folded[leads.start(1) : leads.end(1)] in own.whole:
        return None
    return (
        None
        if own.has(source.folded[leads.start(1) : leads.end(1)])
        else source.cite(*leads.span(1))
    )


def _neighbours(folded: str, start: int, figure: Figure, own: Own) -> list[tuple[int, int]]:
    """Of a commune's committee: “9/14 xã đạt trên 60%”, “thị trấn 81,5%”."""
    if not _is_commune(own) or figure.unit == "rank":
        return []
    reach = figure.end + 12 if figure.unit == "count" else figure.lead
    found = [one.span() for one in _SHARE_OF_BODIES.finditer(folded, start, reach)]
    beside = _NEIGHBOUR.search(folded, start, figure.lead)
    if beside and beside[1] not in own.whole:
        found.append(beside.span(1))
    return found


def _is_commune(own: Own) -> bool:
    return own.depth == COMMUNE and GOVERNING.match(own.whole) is not None


@cache
def _marks(key: str) -> re.Pattern[str]:
    return any_of(rules("owners")[key])


@cache
def _subject_head() -> re.Pattern[str]:
    return re.compile(
        r"(?:^|[,:(])[\s*+•-]*(?:" + any_of(rules("owners")["heads"]).pattern + r"\s+)*$"
    )


@cache
def _acts() -> re.Pattern[str]:
    return re.compile(r"\s*" + any_of(rules("owners")["acts"]).pattern)
