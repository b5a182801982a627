"""The head of a paper: the body in whose name it is written, and of an inspection's paper the body that was inspected."""

from __future__ import annotations

import re

from dashboard.reading.bodies import body_heads, headline_body, is_generic, named_after, title_start
from dashboard.reading.folding import Citation, Source
from dashboard.reading.phrases import rules

_REACH, _LONGEST = 900, 120  # characters
_LINE = re.compile(r"(?:(?!\s{3,}|\s/\s)[^\n|\t])+")
_ENDS = re.compile(
    r"(?m)^[\s*#]*(?:báo cáo|bc|đối chiếu|tự đánh giá|tổng kết|sơ kết|tham luận|biên bản|thông báo|kết luận|tờ trình|bản tự|kính gửi|v/v|số[\s:.]*\d)(?!\w)"
)
_INSPECTION = re.compile(
    r"(?:kết luận|thông báo|biên bản|báo cáo)(?:(?!\n\s*\n)[^.]){0,80}?(?:thanh tra|kiểm tra|phúc tra|xác minh|giám sát)(?:(?!\n\s*\n)[^.]){0,160}?"
    r"(?:\stại|đối với|trách nhiệm của)\s+(?:đồng chí\s+)?(?:(?:chủ tịch|giám đốc|hiệu trưởng|trưởng|chi cục trưởng|thủ trưởng)\s+)?"
)
_SPEAKS = re.compile(
    r"(?:chủ tịch|phó chủ tịch|giám đốc|phó giám đốc|hiệu trưởng|bí thư|phó bí thư|trưởng)\s+"
)
_ON_BEHALF = re.compile(r"(?<!\w)(?:thay mặt|đại diện cho|nhân danh)\s+")
_PRESENTS = re.compile(r"\s*(?:trình bày|phát biểu|tham luận|báo cáo)(?!\w)")
_PART = re.compile(r"văn phòng(?!\w)")
_OF_KIND = re.compile(
    r"(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|đảng ủy|(?:tổng )?công ty(?: cổ phần| tnhh[^\n]{0,20})?)"
)
_GOES_ON = re.compile(r"và\s")
_NO_BODY = re.compile(  # lines in capitals that name the paper, not who wrote it
    r"[\W_]*(?:bản|phát biểu|tham luận|thư|biên bản|dự thảo|phụ lục|đề cương|báo cáo|bao cao|kính|phần|slide|mật|khẩn|chương trình|kế hoạch|quyết định|thông báo|tờ trình|nhật ký|sổ|hỏi|tin|bài|tổng hợp|kết quả|kết luận|đơn|giấy|v/v|tự|thông cáo|mô hình|chuyện|ở)(?!\w)"
)
_LABEL = re.compile(
    r"(?m)^[\s*+-]*(?:câu\s+)?(?:\d{1,2}\s*[.)/:]\s*)?(?:tên\s+)?(?:cơ quan|đơn vị|tổ chức)(?:\s*[,/]\s*(?:cơ quan|đơn vị|tổ chức))*(?:\s+(?:báo cáo|điền phiếu|cung cấp|tự chấm|tự đánh giá|thực hiện))?\s*:[^\S\n]*\n?[^\S\n]*"
)
_OF_WHOM = re.compile(r"(?m)^[^\n]*(?:báo cáo|kết quả|phong trào|công tác|tình hình)[^\n]*? của\s+")
_ENDS_TITLE = re.compile(
    r"[^\S\n]*(?:(?:trong )?(?:năm|quý|giai đoạn|6 tháng)(?!\w)[^\n.]{0,30})?(?:\n|$)"
)
_TITLED = 400  # characters at the top of a text
_NUMBERED = re.compile(r"(?m)^[\s*]*s[ốo]\s*[:.]?\s*\d*|(?:,|^)\s*ngày\s[\s.…\d]*(?:tháng|/)")
_NUMBER = 40  # characters of the line of the paper's number
_NAME = 90  # characters in which a name begins and ends
_FEW = 2  # words of a name at least
_DATED = re.compile(r",\s*ngày(?!\w)")
_OF_TWO = re.compile(r"\sphối hợp\s")


def inspected(source: Source) -> Citation | None:
    """“KẾT LUẬN THANH TRA về trách nhiệm của Giám đốc Sở …”, “Kết quả kiểm tra công vụ tại UBND xã …”: whose faults the paper tells."""
    said = _INSPECTION.search(source.folded[:_REACH])
    if said is None:
        return None
    named = _named_at(source, said.end())
    return source.cite(*named) if named else None


def letterhead(source: Source) -> tuple[Citation | None, str]:
    """The last line over the title that names a body and says which one it is, with a last line below it that only says which part (“VĂN PHÒNG”);
    and the folded lines above it, its parents."""
    lines = [line for line in head_lines(source) if not _OF_TWO.search(source.folded[slice(*line)])]
    for number, (start, end) in reversed(list(enumerate(lines))):
        if not is_generic(source.cite(start, end).quote):
            above = " ".join(source.folded[slice(*line)] for line in lines[:number])
            if number and _stands_over(source.folded, lines[number - 1], start):
                start = lines[number - 1][0]
            part = lines[number + 1 :][-1:]
            last = part[0] if part and _PART.match(source.folded, part[0][0]) else (start, end)
            return source.cite(start, last[1]), above
    return (source.cite(*lines[-1]), "") if lines else (None, "")


def _stands_over(folded: str, above: tuple[int, int], start: int) -> bool:
    """“ỦY BAN NHÂN DÂN” over “XÃ NGHĨA PHƯƠNG”, or a line over “VÀ DOANH NGHIỆP TỈNH”, with nothing in a column beside it that a quote would hold too."""
    goes_on = _OF_KIND.fullmatch(folded, *above) or _GOES_ON.match(folded, start)
    return goes_on is not None and not folded[above[1] : start].strip()


def presented_by(source: Source) -> Citation | None:
    """Whose leader speaks: “(Đ/c Chủ tịch LĐLĐ huyện Đức Trọng trình bày tại Hội nghị …)”; for whom: “Thay mặt Ủy ban nhân dân thị trấn Đu, tôi xin …”; who
    filled in a form: “Tên cơ quan: UBND phường Việt Hòa, thành phố …”."""
    return (
        _named_behind(source, _SPEAKS, _REACH, _PRESENTS)
        or _named_behind(source, _ON_BEHALF, _REACH)
        or _named_behind(source, _LABEL, _REACH)
    )


def titled_of(source: Source) -> Citation | None:
    """The body with which a title ends: “Kết quả công tác CCHC 6 tháng đầu năm 2024 của Sở Xây dựng”, “BÁO CÁO CỦA UBND PHƯỜNG BẾN CÁT”."""
    return _named_behind(source, _OF_WHOM, _TITLED, _ENDS_TITLE)


def _named_behind(
    source: Source, words: re.Pattern[str], reach: int, followed: re.Pattern[str] | None = None
) -> Citation | None:
    """The first body that is named right behind such words in the first characters of the text, and right before what must follow it."""
    for told in words.finditer(source.folded, 0, min(reach, len(source.folded))):
        named = _named_at(source, told.end())
        if named and (followed is None or followed.match(source.folded, named[1])):
            return source.cite(*named)
    return None


def _named_at(source: Source, start: int) -> tuple[int, int] | None:
    """The span of the body whose name begins at a place."""
    end = min(len(source.folded), start + _NAME)
    spans = named_after(source.plain, source.folded, start, end)
    return spans[0] if spans and spans[0][0] == start else None


def head_lines(source: Source) -> list[tuple[int, int]]:
    """Spans of the lines over the title that name a body, the motto cut off: they begin like one, or are written in capitals as the head of a paper is."""
    folded = source.folded
    title = title_start(source)
    stop = _ENDS.search(folded, 0, _REACH)
    end = title or (stop.start() if stop else 0)
    paper = _NUMBERED.search(folded, 0, end + _NUMBER) is not None
    lines = []
    for line in _LINE.finditer(folded[:end]):
        first, last = _without_motto(folded, line.start(), line.end())
        if _DATED.search(folded, first, last) or not 0 < last - first < _LONGEST:
            continue
        if not title and headline_body(source.plain, folded, first, last) < last:
            continue
        capitals = source.plain[first:last].isupper()
        known = body_heads().match(folded, first, last)
        if (
            known
            and (title or capitals)
            or paper
            and capitals
            and _may_be_name(folded, first, last)
        ):
            lines.append((first, last))
    return lines


def _without_motto(folded: str, start: int, end: int) -> tuple[int, int]:
    """A line without the motto beside it and the marks around it."""
    stops = [folded.find(motto, start, end) for motto in rules("bodies")["motto"]]
    said = folded[start : min([end, *(stop for stop in stops if stop >= 0)])]
    return start + len(said) - len(said.lstrip(" *#/")), start + len(said.rstrip(" *#"))


def _may_be_name(folded: str, start: int, end: int) -> bool:
    words = folded[start:end].split()
    return len(words) >= _FEW and not _NO_BODY.match(folded, start)
