"""Two figures beside each other: said of one thing, one the share of the other, one in brackets after the other."""

from __future__ import annotations

import re

from dashboard.reading.counted_nouns import counts_something
from dashboard.reading.said_figures import Figure

_BARE_REACH = 600
_BARE = re.compile(
    r"(?:[\s,;:()+*-]|(?:xã|phường|huyện|đơn vị|trường|cơ quan|sở|thị trấn) (?:ta|nhà|mình|tôi)(?!\w)|năm|20\d{2}|đạt|là|tỷ lệ|chiếm|trong đó|riêng|cụ thể|và|tăng lên|giảm còn|đến|hết|quý|giai đoạn|từ|có|kết quả|số|con số|mức|trung bình"
    r"|bình quân|lần lượt|[\d.,/]+\s*%?|[ivx]+|điểm|xếp|thứ|hạng|đứng|vị trí|trên|hơn|gần|khoảng|so với|cùng kỳ|cả năm|tháng|đầu năm|cuối năm|học kỳ|năm học|hiện nay|nay|trong khi|tương đương|tương ứng|bằng|cũng|mới|chỉ)*"
)
_JOINED = re.compile(
    r"(?:\s[^\W\d]+,?){0,6}\s+(?:và|cùng|cùng với)\s+|(?:\s[^\W\d]+,?){0,4}\s[^\W\d]+,\s*"
)
_VERB = re.compile(r"(?<!\w)(?:được|đã|là|có|đạt|không|chưa|do|tăng|giảm)(?!\w)")


def shares_topic(folded: str, figure: Figure, following: Figure) -> bool:
    """Whether what the second figure measures the first does too: nothing but a year parts them (“năm 2020 có 98,2%, năm 2021 có 98,9% hồ sơ …”),
    or they count things in one row (“12/12 xã và 13/13 phòng đã ban hành kế hoạch”)."""
    between = folded[figure.end : following.lead]
    alike = figure.unit == following.unit and (figure.out_of is None) == (following.out_of is None)
    shares = all(one.unit == "%" or one.out_of is not None for one in (figure, following))
    in_row = (
        (alike or shares)
        and counts_something(folded, figure)
        and _JOINED.fullmatch(between)
        and not _VERB.search(between)
    )
    return bool(in_row) or alike and is_bare(folded, figure.end, following.lead)


def in_brackets(folded: str, figure: Figure, other: Figure) -> bool:
    """“100% cơ quan (11/11) xây dựng …”: a figure said in brackets right after another does not end that one's words."""
    return (
        re.match(
            r"\s*(?:[^\W\d]+[\s,]+){0,10}\(\s*(?:đạt\s*|tỷ lệ\s*|chiếm\s*)*$",
            folded[figure.end : other.lead],
        )
        is not None
    )


def is_share_of(folded: str, count: Figure, share: Figure) -> bool:
    """“28/28 … ký cam kết không vi phạm (đạt 100%)”: the share is of what was counted."""
    between = folded[count.end : share.lead]
    said = re.search(r"(?:\(|,\s+(?:đạt|chiếm)|\((?:đạt|chiếm))\s*(?:tỷ lệ\s*)?$", between)
    at_once = re.fullmatch(r"(?:\s+[^\W\d]+){1,4}\s*\(\s*(?:đạt|chiếm|tỷ lệ)?\s*", between)
    return (
        count.unit == "count"
        and share.unit == "%"
        and ";" not in between
        and (said is not None and count.out_of is not None or at_once is not None)
    )


def is_bare(folded: str, start: int, end: int) -> bool:
    """Whether nothing but years, figures and small words stands there."""
    return end - start <= _BARE_REACH and _BARE.fullmatch(folded, start, end) is not None
