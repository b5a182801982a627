"""Of which year a figure is."""

from __future__ import annotations

import re

from dashboard.reading.outline import Passage
from dashboard.reading.said_dates import date_mentions
from dashboard.reading.said_figures import Figure
from dashboard.reading.topics import Mention

_PART = r"(?:cùng kỳ\s+|(?:\d{1,2}|sáu|chín)\s+tháng\s+(?:(?:đầu|cuối)\s+)?|quý\s+[iv\d]+\s+)?"
_YEAR_AFTER = re.compile(  # “99,71% của 6 tháng đầu năm 2023”
    rf"[\s(\"]*(?:trong\s+|vào\s+|của\s+|ở\s+)?{_PART}(?:năm\s+)(20\d{{2}})(?!\d)(?!\s*(?::|là|đạt|chỉ|có))|\s*\(\s*(20\d{{2}})\s*\)"
)
_YEAR_BEFORE = re.compile(
    r"(?:năm|cùng kỳ)\s+(20\d{2})\s*(?:\(\s*)?(?:(?:là|đạt|chỉ đạt|chỉ có|mới đạt|có|chiếm)\s*|:\s*|(?:xếp|đứng)\s+(?:(?:vị trí|hạng)\s+)?(?:thứ\s+)?)?$"
)
_SCHOOL_YEAR_BEFORE = re.compile(  # “95,62% (năm học 2022 - 2023: 92,9%)”
    r"năm học\s+20\d{2}\s*-\s*(20\d{2})\s*(?:(?:là|đạt|chỉ đạt|có)\s*|:\s*)?$"
)
_RANGE_BEFORE = re.compile(
    r"(?:các năm|từ năm|từ)\s+20\d{2}\s*(?:-|đến)\s*(?:hết\s+)?(?:năm\s+)?(20\d{2}|nay),?\s*(?:(?:đều|đạt|là|bình quân|có|trung bình|mỗi năm|hằng năm|luôn|chiếm)\s+)*$"
)  # a level held over years is the last one's
_ASIDE_OF_LAST_YEAR = re.compile(  # “… 88,6% (năm trước nội trú 90,1%)”
    r"\(\s*(?:năm (?:học )?trước|năm ngoái|cùng kỳ(?: năm trước)?)\s+(?!tăng|giảm)(?:[^\W\d]+\s+){1,4}$"
)
_OPENS_LAST_YEAR = re.compile(
    r"\W*(?:trong\s+)?(?:năm (?:học )?trước|năm ngoái|cùng kỳ năm (?:trước|ngoái))(?:\s*,|\s+(?:tỷ lệ|mức|có|chỉ|đạt|đúng|hài lòng|hồ sơ|xếp|đăng ký|là|trả|giải quyết|tiếp nhận))(?:(?!năm nay|kỳ này)[^;])*$"
)
_CLAUSE_OF_LAST_YEAR = re.compile(  # “; cùng kỳ nhận 173 hồ sơ”, “so với năm 2020 tiếp 143 lượt, nhận 301 đơn”
    r"(?:(?:^|[;,(.])\s*(?:trong\s+)?(?:năm (?:học )?trước|năm ngoái|cùng kỳ(?: năm (?:trước|ngoái|(?P<same>20\d\d)))?)|so với\s+(?:cùng kỳ|năm (?:trước|ngoái|(?P<year>20\d\d))))\s*[:,]?\s+"
    r"(?:(?:tiếp nhận|tiếp|nhận|giải quyết|trả|xử lý|tổ chức|kiểm tra|có|phiếu|chỉ)\s|\d[\d.]*\s(?!%|điểm))(?:(?!năm nay|kỳ này|hiện|(?<!\w)nay|tăng|giảm)[^;])*$"
)
_LAST_YEAR = re.compile(
    r"(?:năm (?:học )?trước|năm ngoái|cùng kỳ)\s*(?:\(\s*)?(?:(?:là|đạt|chỉ đạt|chỉ có|mới đạt|có|chiếm)\s*|:\s*)?(?:(?:xếp\s+)?(?:thứ|hạng)\s*)?$"
)
_BEFORE_NOW = re.compile(r"\s*(?:điểm)?\s*(?:của\s+)?(?:năm (?:trước|ngoái)|kỳ trước)(?!\w)")
_FROM_RANK = re.compile(r"(?<!\w)từ\s+(?:vị trí\s+)?(?:hạng|thứ)\s*$")
_YEAR = re.compile(r"(?<![\d/.-])(20[0-4]\d)(?![\d%/]|[.,]\d)")
_OPENS_PART = re.compile(r"(?:^|(?<=[.;!?]\s))[\s*+•-]*(?:năm\s+)?(20\d{2})\s*[.:]\s", re.MULTILINE)
_YEARS_RANGE = re.compile(
    r"(?:giai đoạn\s+|từ\s+(?:năm\s+)?)?20\d{2}\s*(?:-|đến(?:\s+hết)?(?:\s+năm)?)\s*(?:năm\s+)?(?:20\d{2}|nay)|từ (?:năm )?20\d{2}(?! (?:là|đạt))"
)
_YEAR_ASIDE = re.compile(  # “92,6%, năm 2022 là 89,1%; ngoại trú 87,5%”: the year is of its own figure alone
    r"(?<=[\d%])\s*[,(]\s*(?:(?:còn|trong khi|so với)\s+)?năm\s+20\d{2}\s*(?:là|đạt|chỉ|mới|có|:|\s)*\d[\d.,]*\s*%?[^;()\d]{0,30}[;)]"
)
_OPENS_AHEAD = re.compile(  # “Năm học 2023-2024: …”, “Quý I/2026: …”, “2025: CSAT ≥ 92%”
    r"[\W_]*(?:(?:sang|trong|bước sang|đến|từ)?\s*năm\s+(?:học\s+)?|(?:(?:trong\s+)?quý\s+[ivx\d]+|(?:0?6|sáu)\s+tháng(?:\s+đầu|\s+cuối)?)\s*(?:/|năm)\s*|(?=20\d\d\s*:))(20\d{2})(?:\s*-\s*(20\d{2}))?(?!\d)"
)
_HEADED = re.compile(  # “III. NĂM 2025”, “V. GIAI ĐOẠN 2023 - 2025”
    r"(?:(?:giai đoạn|trong|năm|năm học|các năm)\s+)*(20\d{2})(?!\d)"
)
_DEMANDS = re.compile(r"(?:các )?yêu cầu[\s.:]*")  # of an inspection, over what it asks
_TO_COME = re.compile(
    r"[\W_]*(?:năm (?:học )?(?:tới|sau)(?! nay)|sang năm|thời gian tới|giai đoạn tới|nhiệm kỳ tới|từ nay đến|(?:sáu|0?6) tháng cuối năm\s+phấn đấu)(?!\w)"
)
_TO_COME_ASKED = re.compile(  # “Năm 2024 hứa gì? 94% hài lòng”
    r"(?:câu (?:hỏi )?\d+\s*[.:]\s*)?[^\n.:;]{0,60}?(?<!\w)(?:(?<!đầu )năm (?:tới|sau)|sang năm|hứa gì|cam kết gì|phấn đấu|(?:chỉ tiêu|mục tiêu|kế hoạch) (?:của )?năm 20\d{2}(?=[^\n.:;?]{0,30}\?))(?!\w)[^\n.:;]{0,30}[?:]"
)
_TOLD_ASIDE = re.compile(  # “… lượt công dân (năm 2018: 204 lượt); giải quyết 15/16”
    r"\([^()]{0,30}(?<![\d/.-])20\d{2}(?![\d/])[^()\d]{1,40}\d[^()]{0,60}\)"
)
_YEAR_COMPARED = re.compile(  # “97% so với 94,2% của năm 2022; …”: the year is of what is compared with
    rf"(?:so với|hơn|bằng)\s+(?:mức\s+)?[\d.,]+\s*(?:%|[^\W\d]+(?:\s[^\W\d]+){{0,2}}?)\s+(?:của\s+|vào\s+)?{_PART}năm\s+20\d{{2}}"
)
_ROSE = re.compile(  # “từ 63,8% năm 2023 lên 82,4%”: the second is of now
    r"\d\s*%\s*\(?(?:của\s+|vào\s+)?năm\s+20\d{2}\)?\s+(?:tăng\s+|nâng\s+|giảm\s+)?(?:lên|xuống|còn|đến|tới)\s+(?:\S+\s+){0,2}$"
)
_COMPARED = re.compile(r"(?:so với|so với cùng kỳ|cùng kỳ|hơn|với)\s+(?:cùng kỳ\s+)?(?:năm\s+)?$")
_UNTIL = re.compile(
    r"đến(?:\s+hết)?(?:\s+ngày)?\s*$"
)  # “tính đến 31/12/2023”: the date says the year, a document's date does not
_YEAR_ROW = re.compile(r"(?:các\s+)?năm\s+(20\d{2}(?:\s*(?:,|và|;|-)\s*(?:năm\s+)?20\d{2})+)")
_IN_TURN = re.compile(r"năm(?:\s+qua)?\s*,?\s*(?:lần lượt|theo thứ tự)[^;]*$")
_AND = re.compile(r"\s*(?:,|;|và|, và|lần lượt là|\(|\))*\s*")


def year_of(folded: str, passage: Passage, figure: Figure, current: int | None) -> int | None:
    """The year written with a figure: right after it, else the nearest before it in its sentence or heading; None if none is.

    “cùng kỳ năm trước: 95%” is the year before the ``current`` one.
    """
    if match := _YEAR_AFTER.match(folded, figure.end, passage.end):
        return int(match[1] or match[2])
    if match := _YEAR_BEFORE.search(folded, max(passage.start, figure.lead - 30), figure.lead):
        return int(match[1])
    if match := _SCHOOL_YEAR_BEFORE.search(
        folded, max(passage.start, figure.lead - 40), figure.lead
    ):
        return int(match[1])
    if current and (of := _CLAUSE_OF_LAST_YEAR.search(folded[passage.start : figure.lead])):
        return int(of["year"] or of["same"] or current - 1)
    if current and (
        _BEFORE_NOW.match(folded, figure.end, passage.end)
        or _FROM_RANK.search(folded, max(passage.start, figure.lead - 20), figure.lead)
        or _LAST_YEAR.search(folded, max(passage.start, figure.lead - 40), figure.lead)
        or _ASIDE_OF_LAST_YEAR.search(folded, max(passage.start, figure.lead - 60), figure.lead)
        or _OPENS_LAST_YEAR.match(folded, passage.start, figure.lead)
    ):
        return current - 1
    if current and (
        match := _RANGE_BEFORE.search(folded, max(passage.start, figure.lead - 80), figure.lead)
    ):
        return current if match[1] == "nay" else min(int(match[1]), current)
    if current and _ROSE.search(folded, max(passage.start, figure.lead - 40), figure.lead):
        return current
    years = _years(folded, max(passage.start, figure.lead - 800), figure.lead)
    return years[-1] if years else _year_over(folded, passage)


def year_after(folded: str, passage: Passage, figure: Figure, mention: Mention) -> int | None:
    """The year right after the topic that a figure looks forward to: “xếp hạng 8/20 về chỉ số CCHC năm 2021”."""
    match = (
        _YEAR_AFTER.match(folded, mention.end, passage.end) if mention.start >= figure.end else None
    )
    return int(match[1] or match[2]) if match else None


def _year_over(folded: str, passage: Passage) -> int | None:
    """Of a sentence without a year: the bare year that opened this part of its line (“2022. Hài lòng 87,5%. Đúng hạn 96,1%. 2023. …”), for the first one else the heading's."""
    line = folded.rfind("\n", 0, passage.start) + 1
    opened = [int(match[1]) for match in _OPENS_PART.finditer(folded, line, passage.start)]
    if opened:
        return opened[-1]
    return _heading_year(folded, passage) if passage.first else None


def _heading_year(folded: str, passage: Passage) -> int | None:
    start, end = passage.heading
    years = _years(folded, start, end) if end - start < 120 else []
    return years[-1] if len(set(years)) == 1 else None


def _years(folded: str, start: int, end: int) -> list[int]:
    dates = list(date_mentions(folded[start:end]))
    hidden = [(mention.start + start, mention.end + start) for mention in dates]
    hidden += [match.span() for match in _YEARS_RANGE.finditer(folded, start, end)]
    hidden += [
        match.span()
        for match in _YEAR_ASIDE.finditer(folded, start, end)
        if not _YEAR.search(folded, start, match.start())
    ]
    hidden += [match.span() for match in _YEAR_COMPARED.finditer(folded, start, end)]
    hidden += [match.span() for match in _TOLD_ASIDE.finditer(folded, start, end)]
    until = [
        (mention.start + start, mention.date.year)
        for mention in dates
        if mention.date
        and _UNTIL.search(folded, max(start, mention.start + start - 16), mention.start + start)
    ]
    written = [
        (match.start(), int(match[1]))
        for match in _YEAR.finditer(folded, start, end)
        if not any(first <= match.start() < last for first, last in hidden)
        and not _COMPARED.search(folded, max(start, match.start() - 30), match.start())
    ]
    return [year for _, year in sorted(until + written)]


def years_in_row(folded: str, passage: Passage, row: list[Figure]) -> dict[Figure, int]:
    """“các năm 2020, 2021, 2022 là 90%, 92%, 95%”: as many figures in one run as years in one run belong together one by one."""
    for years in _YEAR_ROW.finditer(folded, passage.start, passage.end):
        named = [int(year) for year in re.findall(r"20\d{2}", years[1])]
        after = [figure for figure in row if figure.start >= years.end()][: len(named)]
        together = all(
            _AND.fullmatch(folded, one.end, other.lead)
            for one, other in zip(after, after[1:], strict=False)
        )
        if len(after) == len(named) and together:
            return dict(zip(after, named, strict=True))
    return {}


def is_ahead(folded: str, passage: Passage, current: int | None) -> bool:
    """“Năm học 2023-2024: 100% …”, “Sang năm 2024 …” in a report of the year before: the sentence, or the heading over it, opens with a year to come."""
    line = folded.rfind("\n", 0, passage.start) + 1
    if folded.startswith("trả lời", line):
        line = folded.rfind("\n", 0, max(line - 1, 0)) + 1
    if _TO_COME.match(folded, passage.start, passage.end) or _TO_COME_ASKED.match(
        folded, line, passage.start
    ):
        return True
    headed = _HEADED.match(folded, *passage.heading)
    if _DEMANDS.fullmatch(folded, *passage.heading) or (
        headed and current and int(headed[1]) > current
    ):
        return True
    opened = _OPENS_AHEAD.match(folded, passage.start, passage.end)
    return bool(opened and current and int(opened[2] or opened[1]) > current)


def in_turn(folded: str, passage: Passage, figure: Figure) -> bool:
    """“3 năm lần lượt là 96%, 97%, 98%”: figures of several years that are not named."""
    return _IN_TURN.search(folded, max(passage.start, figure.lead - 60), figure.lead) is not None
