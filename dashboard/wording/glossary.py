"""The product's terms in plain words: one place, read on hover, on Phương pháp and at the end of the report.

“Mức giữa” stands for the median everywhere: who reads it need not have learned the word. A word of statistics that is on any screen or paper has its line
here (`tests/test_glossary.py` looks); a new term is a new line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from dashboard.writing.nouns import speaks, worded

TERMS = {
    "mức giữa": "Xếp các đơn vị từ thấp đến cao, mức giữa là của đơn vị đứng chính giữa: một nửa cao hơn, một nửa thấp hơn (sách thống kê gọi là trung vị). Một vài đơn vị quá cao hay quá thấp không kéo lệch được nó.",
    "mức thật": "Mức của đơn vị sau khi bớt phần lên xuống ngẫu nhiên từng năm, ước lượng từ số liệu của tất cả các năm.",
    "mức nhiều năm": "Như mức thật: mức của đơn vị ước lượng từ số liệu của tất cả các năm, không chỉ một năm.",
    "khoảng tin cậy": "Khoảng mà mức thật rất có thể nằm trong đó. Càng ít phiếu hay ít năm số liệu, khoảng càng rộng.",
    "khoảng hạng": "Các hạng mà đơn vị có thể đứng nếu đo lại: điểm sát nhau thì hạng dễ đổi.",
    "dao động ngẫu nhiên": "Phần lên xuống tự nhiên giữa các năm dù đơn vị không tốt lên hay kém đi; không ai được khen hay chê vì phần này.",
    "may rủi": "Kết quả cao hay thấp do tình cờ, ví dụ năm ấy tình cờ gặp toàn việc dễ.",
    "chưa khác nhau rõ": "Chênh lệch nhỏ đến mức có thể chỉ do ngẫu nhiên với số đơn vị chừng này, nên chưa nói được là tiến hay lùi.",
    "mẫu nhỏ": "Ít phiếu nên tỷ lệ dễ lên xuống mạnh; chỉ để tham khảo, không xếp hạng.",
    "điểm phần trăm": "Hiệu của hai tỷ lệ: từ 80% lên 85% là tăng 5 điểm phần trăm.",
    "lộ trình": "Đường từ điểm xuất phát qua từng mốc: mỗi năm cần đạt đến đâu để kịp mốc sau.",
    "mặt bằng": "Mức chung của các đơn vị cùng khối.",
    "độ lệch chuẩn": "Mức chênh thường thấy quanh mức chung: khoảng hai phần ba số đơn vị chênh ít hơn thế.",
    "hình phễu": "Hình cho biết với từng số phiếu, tỷ lệ lên xuống bao nhiêu vẫn là bình thường; ít phiếu thì rộng, nhiều phiếu thì hẹp, nên có dáng cái phễu.",
    "nêu tên": "Đơn vị dưới mốc, số liệu đã thẩm định, và tính cả các năm thì chắc chắn không phải do ngẫu nhiên.",
    "theo dõi": "Có dấu hiệu nhưng chưa đủ chắc chắn, hoặc chưa thẩm định đủ; chưa phải kết luận.",
    "sự việc": "Điều ghi đúng như số liệu (dưới mốc, nộp muộn, chưa nộp), không suy luận gì thêm.",
    "tự chấm": "Điểm do chính đơn vị chấm; dùng tạm đến khi được thẩm định.",
    "thẩm định": "Điểm do cơ quan thẩm định chấm lại; có điểm này thì dùng điểm này.",
}
_FOUND = re.compile(
    "|".join(sorted(map(re.escape, TERMS), key=len, reverse=True)), flags=re.IGNORECASE
)


def parts(text: str) -> list[tuple[str, str]]:
    """A text in pieces, each with its explanation: the first place of every term, '' for what lies between.

    >>> [piece for piece, why in parts("Mức giữa là 80, mức giữa năm trước 79") if why]
    ['Mức giữa']
    """
    found, at, told = [], 0, set()
    for match in _FOUND.finditer(text):
        term = match[0].lower()
        if term in told:
            continue
        told.add(term)
        found += [(text[at : match.start()], ""), (match[0], worded(TERMS)[term])]
        at = match.end()
    return [pair for pair in (*found, (text[at:], "")) if pair[0]]


def used(texts: Iterable[str]) -> dict[str, str]:
    """The terms that occur in any of the texts, in the order of the glossary."""
    found = {match.lower() for text in texts for match in _FOUND.findall(text)}
    return {term: why for term, why in worded(TERMS).items() if term in found}


speaks(__name__)
