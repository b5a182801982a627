"""Figures that are asked for the time of which they are told: an estimate, a plan that a sentence announces, the time before the report's."""

from __future__ import annotations

import re

_ESTIMATED = re.compile(  # “Ước cả năm thanh toán trực tuyến 92%”, “khả năng cuối năm đạt 70%”; “ước đạt 92%” is a bound
    r"(?<!\w)(?:(?<!hương )(?<!quy )(?<!thỏa )(?<!mơ )(?:dự )?ước(?:\s+(?:tính|thực hiện|kết quả))*|khả năng|dự kiến|dự báo|ước chừng)\s+(?:đến\s+|trong\s+|hết\s+)*(?:cả năm|cuối|hết|năm|đến|quý|tháng|ngày|\d{1,2}[/-]\d{1,2}|0?[69] tháng)(?!\w)"
)
_ANNOUNCED = re.compile(  # “Phương hướng: hồ sơ trực tuyến 90%; thanh toán trực tuyến 85%”, also in the sentences behind it
    r"(?:^|[.;!?]\s)[\W_]*(?:phương hướng|định hướng|nhiệm vụ (?:trọng tâm|thời gian tới|năm)|giải pháp|dự kiến)(?!\w)[^:;.]{0,60}:"
)
_EARLIER = re.compile(  # “Thời điểm mới triển khai, hồ sơ trực tuyến đạt 55%”
    r"(?<!\w)(?:(?:thời điểm|lúc|thời gian|giai đoạn|những ngày|ngày|khi|hồi) (?:mới|đầu|bắt đầu|chưa|còn)|ban đầu|trước đây|trước kia|trước khi|mới đầu)(?!\w)(?!\s+năm)"
)
_NOW = re.compile(
    r"(?<!\w)(?:nay|hiện|nhưng|thực tế|kết quả|đã đạt|tăng lên|nâng lên|lên|còn|sau khi|năm 20\d\d)(?!\w)"
)


def is_of_unsure_time(folded: str, start: int, end: int) -> bool:
    """Whether the figure at whose end a sentence is cut may be of another time than the report's, by what is said before it.

    ``start``: where its sentence begins; its paragraph is looked at for a plan that it announces.
    """
    line = folded.rfind("\n", 0, start) + 1
    if _ANNOUNCED.search(folded[line:end]):
        return True
    clause = folded[max(start, folded.rfind(";", start, end) + 1) : end]
    said = [one for pattern in (_ESTIMATED, _EARLIER) for one in pattern.finditer(clause)]
    return bool(said) and _NOW.search(clause, max(one.end() for one in said)) is None
