"""Marks by which a sentence names the body whose figure follows or precedes."""

from __future__ import annotations

import re
from functools import cache

from dashboard.reading.belonging import Own
from dashboard.reading.folding import CAPITALS, Citation, Source
from dashboard.reading.phrases import any_of, rules
from dashboard.reading.said_figures import Figure

_LINK = (
    r"(?:\s*[:(-]|\s*,\s+nơi|\s+(?:cũ|mới|trước đây|hiện nay|đạt|là|có|chỉ|mới|được|cũng|xếp|đứng|hạng|thứ|nhất|nhì|vị trí|với|khoảng|trên|gần|hơn|tới|đến|cao nhất|thấp nhất|dẫn đầu|năm 20\d\d|ở mức|mức"
    r"|chỉ số|tỷ lệ|điểm|kế bên|bên cạnh|cùng cụm|cùng khối|lân cận|chiếm|nộp|đều|trung bình|bình quân|tự chấm|chấm lại))*\s*"
)
_LISTS_BODIES = re.compile(
    r"(?:các|một số|những|\d+)\s+(?:xã|phường|thị trấn|huyện|quận|thị xã|đơn vị|trường|sở|ngành|địa phương|phòng|chi cục|chi nhánh|trạm|bệnh viện|cơ quan)(?!\w)[^.:\n]{0,80}?(?::|\slà\s|\sgồm\s|\snhư\s|\()"
)
_BARE_NAME = re.compile(
    rf"(?:^|[,;:(]|(?<!\w)(?:và|là|gồm|như))\s*([{CAPITALS}]\w*(?:\s+[{CAPITALS}]\w*)+)\s*(?:đạt|là|có|ký số|đúng hạn|hài lòng|trực tuyến|[:(])?\s*$"
)
_BRACKETED = re.compile(
    rf"\(\s*((?!Năm|Kế hoạch|KH|Chỉ tiêu|Mục tiêu|Đạt|Tỷ lệ|Trong|Quý|Tháng|NQ|Nghị quyết|Kết quả)[{CAPITALS}]\w*(?:\s+\w+){{0,5}}?\s+[{CAPITALS}]\w*(?:\s+[{CAPITALS}]\w*)*)\s*:?\s*(?:đạt|là)?\s*$"
)
_WIDER = {
    "province": "cả nước|toàn quốc",
    "district": "tỉnh|toàn tỉnh|cả tỉnh|cả nước|toàn quốc",
    "commune": "tỉnh|huyện|thị xã|thành phố|quận|toàn tỉnh|cả tỉnh|toàn huyện|cả huyện|toàn thị xã|toàn thành phố|toàn ngành|toàn cụm|toàn khối|cả nước|toàn quốc",
    "other": "xã|phường|thị trấn|toàn xã|toàn phường|toàn thị trấn|tỉnh|huyện|thị xã|thành phố|quận|toàn tỉnh|cả tỉnh|toàn huyện|cả huyện|toàn thị xã|toàn thành phố|toàn cụm|toàn khối|cả nước|toàn quốc",
}
_WHOLE = (
    r"|(?:toàn|cả)\s+(?:{branch}công an|lực lượng|hệ thống|khối|cụm|quân khu|bộ chqs|bộ chỉ huy|tổng công ty|công ty|tập đoàn"
    r"|đảng bộ (?:tỉnh|huyện|thành phố|thị xã))(?:\s+[^\W\d]+){{0,5}}?"
)  # “(toàn Bộ CHQS tỉnh 99,7%)”, “toàn ngành thuế Nghệ An 93,1%”
_NO_BRANCH = r"(?!ngành\s)"
_BRANCH = "ngành|"  # a department speaks of its branch, who belongs to one does not
_ABOVE = {  # “Đảng bộ tỉnh bình quân 90,3%”: a body above without a name of its own
    "district": "tỉnh|trung ương",
    "commune": "tỉnh|huyện|thị xã|thành phố|quận|trung ương",
    "branch": "tỉnh|trung ương",
    "other": "tỉnh|trung ương",
}


GOVERNING = re.compile(r"(?:ubnd|ủy ban nhân dân|hđnd|đảng ủy|xã|phường|thị trấn)(?!\w)")
"""How bodies that govern a place are called."""
_COUNTER = re.compile(r"trung tâm (?:(?:phục vụ|pv)\s?)?(?:hành chính công|hcc)(?!\w)")
_AT = re.compile(r"(?<!\w)(?:tại|qua)\s+$")
_PLACE = re.compile(r"(?<!\w)(?:tỉnh|thành phố|huyện|thị xã|xã|phường|đặc khu)(?!\w)")


def is_counter(folded: str, first: int, last: int, own: Own) -> bool:
    """Whether a body is only where files are handed in: “Tại Trung tâm PVHCC tỉnh: 2.374/2.374 hồ sơ” in a department's report, a commune's own centre."""
    counter = _COUNTER.match(folded, first)
    if counter is None:
        return False
    of = _PLACE.search(folded, counter.end(), last)
    governs = GOVERNING.match(own.whole) and (of is None or of[0] in own.whole)
    return bool(governs) or _AT.search(folded, max(0, first - 8), first) is not None


def in_brackets(source: Source, start: int, figure: Figure, own: Own) -> Citation | None:
    """“hài lòng 90,5% (THCS Lý Tự Trọng 93%)”: a name of any kind that stands alone before a figure in brackets."""
    name = _BRACKETED.search(source.plain[start : figure.lead])
    if name is None or own.has(source.folded[start + name.start(1) : start + name.end(1)]):
        return None
    return source.cite(start + name.start(1), start + name.end(1))


def listed_name(source: Source, start: int, figure: Figure, own: Own) -> Citation | None:
    """“Các xã thấp nhất: Phú Hiệp 88%, Hòa Bình 89,5%”: a name alone, in a sentence that lists bodies."""
    name = _BARE_NAME.search(source.plain[start : figure.lead])
    if name is None or own.has(source.folded[start + name.start(1) : start + name.end(1)]):
        return None
    sentence = max(source.folded.rfind("\n", 0, start), source.folded.rfind(". ", 0, start)) + 1
    if not _LISTS_BODIES.search(source.folded, sentence, figure.lead):
        return None
    return source.cite(start + name.start(1), start + name.end(1))


@cache
def link() -> re.Pattern[str]:
    """What stands between a figure and the body named beside it."""
    return re.compile(_LINK)


@cache
def wider_bodies(level: str) -> re.Pattern[str]:
    """“(tỉnh 84,45%)”, “huyện 96%”: the body above without its name right before the figure."""
    words = any_of(rules("owners")["averages"]).pattern
    wider = _WIDER["other" if level == "branch" else level]
    wider += _WHOLE.format(branch="" if level == "branch" else _BRANCH)
    if level in _ABOVE:
        wider += rf"|{_NO_BRANCH if level == 'branch' else ''}{any_of(rules('owners')['kinds']).pattern}\s+(?:[^\W\d]+\s+){{0,3}}?(?:{_ABOVE[level]})"
    return re.compile(
        rf"(?:^[\s*+-]*|[,;:(]|(?<!\w)(?:so với|còn|trong khi|hơn)\s)\s*(?:mức\s)?((?<!\w)(?:{wider})|{words}){_LINK}$"
    )
