"""Whose text it is that does not say so: the body that headline, dateline, signature and prose name most."""

from __future__ import annotations

import re
from collections import Counter

from dashboard.reading.bodies import LEVELS, named_after, proper_end, title_start
from dashboard.reading.folding import Citation, Source, fold

_DATELINE = re.compile(
    r"(?m)^[^\n]{0,90}?(?:^|[\s|])([^\W\d_][^,\n|\d]{2,30}?),\s*ngày[\s.…\d]*(?:tháng|/|-)"
)
_SIGNED = re.compile(
    r"(?:tm\.|t/m|chủ tịch|bí thư|giám đốc|hiệu trưởng|trưởng công an|chi cục trưởng|cục trưởng|trưởng phòng)\s+"
)
_HEAD, _FOOT = 600, 500
_HEADLINES, _PROSE = 6, 110  # lines at most; characters of a line that is no headline
_SITE = re.compile(  # who publishes, not who is told of
    r"(?:cổng|trang) thông tin|(?:^|\n)\s*(?:báo|đài) [^:\n]*$"
)
_OWN_PART = re.compile(  # what a proper name follows that a headline says alone
    r"(?<!\w)(?:huyện|thị xã|thành phố|tp\.?|quận|xã|phường|thị trấn|khu vực|cửa khẩu|điện lực|bưu điện|kho bạc nhà nước|thpt|thcs|tiểu học|mầm non)\s+(?=\w)"
)
_GIVEN_BY_ANOTHER = re.compile(
    r"(?:của|theo|do|gửi|kính gửi:?|trình|đoàn kiểm tra|kế bên|như)\s*(?:phòng nội vụ\s*)?$"
)
_LEAST, _LONGEST = 3, 12  # signs of a sender; words of a name
_GOVERNS = re.compile(r"^(?:ủy ban nhân dân|ubnd)\s(?=\w+\s)")
_KIND = re.compile(
    r"(?:trung tâm|ngân hàng|trường|bệnh viện|chi cục|cục|sở|công an|công ty|xã|phường|thị trấn|huyện|quận|thị xã|thành phố)(?!\w)"
)
_GOES_ON = r"(?:ta|nhà|đã|cũng|vẫn|có|được|còn|chưa|đặt|phấn đấu|nhắm|thực hiện|triển khai|tiếp nhận|tổ chức|giải quyết|nhận|mở|đăng ký)(?!\w)"
_SPOKEN = 2  # times
_SIGNER = 5  # words of a signature beside the body's name: a person's


def likely_sender(source: Source) -> Citation | None:
    """The named body with the most signs of being the sender, quoted where it stands first; None where no body has three signs.

    Signs: its locality is that of the dateline (4), it stands in the headline, or its place does in that of what is no report (3), in the signature (3),
    alone in a line at the end (4), is named first and then spoken of by its kind alone (2), or is named in the text (1 each). UBND and its place are one.
    """
    folded, (headline, news) = source.folded, _news_head(source)
    dateline, head = _dateline(folded), max(_headline_end(source), news)
    signs: Counter[str] = Counter()
    first: dict[str, tuple[int, int]] = {}
    for start, end in named_after(source.plain, folded, 0, len(folded)):
        before = folded[max(0, start - 40) : start]
        told_of = start >= head and _is_told_of(headline, source.plain[start:end])
        if start >= head and _GIVEN_BY_ANOTHER.search(before) and not told_of:
            continue
        name = _GOVERNS.sub("", " ".join(folded[start:end].split()))
        if len(name.split()) > _LONGEST or _SITE.search(before):
            continue
        signs[name] += 1 + 3 * (start < head) + _signed(folded, start, end)
        signs[name] += 3 * (told_of and name not in first)
        signs[name] += 2 * (not first and _is_spoken_of(folded, name))
        first.setdefault(name, (start, end))
    for name in first:
        signs[name] += 4 * bool(dateline and name.endswith(dateline))
    best = max(signs, key=lambda name: (signs[name], -first[name][0]), default=None)
    return source.cite(*first[best]) if best and signs[best] >= _LEAST else None


def _is_spoken_of(folded: str, name: str) -> bool:
    """Whether the text goes on to speak of a body by its kind alone: “Trung tâm tiếp nhận …”, “Hiệu trưởng nhà trường”, “xã ta”."""
    kind = _KIND.match(name)
    if not kind:
        return False
    ends = "" if re.fullmatch(LEVELS, kind[0]) else "|[,.]"
    alone = re.compile(
        rf"(?<!\w)(?<!các )(?<!cấp )(?<!tuyến )(?<!mỗi )(?<!những )(?:nhà )?{kind[0]}(?: {_GOES_ON}{ends})"
    )
    return len(alone.findall(folded)) >= _SPOKEN


def _signed(folded: str, start: int, end: int) -> int:
    """What a name's place at the end of the paper weighs: after who signs, alone in its line."""
    if start <= len(folded) - _FOOT:
        return 0
    beside = (folded + "\n")[end : (folded + "\n").find("\n", end)]
    signed = len(beside.split()) <= _SIGNER and _SIGNED.search(folded[max(0, start - 25) : start])
    return 3 * bool(signed) + 4 * _stands_alone(folded, start, end)


def _is_told_of(headline: str, plain: str) -> bool:
    """Whether the headline says a body's own place or proper name: “Đổi phong cách ở Đồng Tràm”."""
    own = _OWN_PART.search(fold(plain))
    end = proper_end(plain, own.end()) if own else 0
    said = fold(plain[own.end() : end]) if own else ""
    return bool(said) and re.search(rf"(?<!\w){re.escape(said)}(?!\w)", headline) is not None


def _news_head(source: Source) -> tuple[str, int]:
    """The headline of what is no report, and where it ends: the short lines before its first paragraph; nothing of a report."""
    if title_start(source):
        return "", 0
    lines = list(re.finditer(r"\S[^\n]*", source.folded[:_HEAD]))[:_HEADLINES]
    prose = next((i for i, line in enumerate(lines) if len(line[0]) > _PROSE), len(lines))
    said = "\n".join(line[0] for line in lines[:prose] if not _SITE.search(line[0]))
    return said, max((line.end() for line in lines[:prose]), default=0)


def _stands_alone(folded: str, start: int, end: int) -> bool:
    """Whether nothing else is on the line: so a letter is signed."""
    line = folded[folded.rfind("\n", 0, start) + 1 : (folded + "\n").find("\n", end)]
    return line.strip() == folded[start:end].strip()


def _headline_end(source: Source) -> int:
    """Where the head of the paper ends: at its title, else after its first two lines."""
    lines = [line.end() for line in re.finditer(r"\S[^\n]*", source.folded[:_HEAD])]
    return title_start(source) or max(lines[:2], default=0)


def _dateline(folded: str) -> str | None:
    found = _DATELINE.search(folded)
    return " ".join(found[1].split()) if found else None
