"""Names of public bodies in a text: whose report it is, and whether a figure or fault is another body's."""

from __future__ import annotations

import re
from functools import cache

from dashboard.reading.folding import CAPITALS, Source, fold
from dashboard.reading.leader_names import before_leader
from dashboard.reading.phrases import any_of, rules, words_of

_TITLE = re.compile(
    r"(?m)^[\s#*]*(?:báo\s+cáo|bao\s+cao)(?:\s+(?:năm|sơ kết|tổng kết|kết quả|tình hình|tóm tắt|đánh giá|tự đánh giá|công tác|thực hiện|việc|về|hoạt động|quý|nhanh|\d)[^\n]*|[\s*]*)$"
)
_DEPARTMENT_HEAD = re.compile(r"(?<!\w)(?:sở|phòng|ban|cục|chi cục)\s+$")
_ABBREVIATED = re.compile(
    r"\b(?:CHQS|CCB|LHPN|MTTQ|UBND|HĐND|HND|ĐTN|LĐLĐ|CA|BCH|GDĐT|ĐK)\s+(?:huyện|xã|thị xã|phường|tỉnh|thành phố|quận)$"
)
LEVELS = r"(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn)"
"""Words for what a place is."""
_NO_PLACE = re.compile(rf"(?<!\w){LEVELS}$")
_GOVERNED = re.compile(
    r"(?:ubnd|ủy ban nhân dân|công an|đảng ủy|quận ủy|hđnd|trạm y tế)\s+(?:quận|phường)\s+$"
)
_NUMBER = re.compile(r"\d{1,2}(?![\d.,/%-]*\d|%)")
_OF_COMMUNE = re.compile(r"(?:xã|phường|thị trấn)\s")
_OF_PLACE = re.compile(r"\s+(?:cửa khẩu|khu vực|liên huyện|sân bay|cảng)\s+")
_DESCRIBED = re.compile(  # “Trung tâm Bảo | trợ xã hội tỉnh Lạng Sơn”: a kind said in small letters, up to its place
    rf"(?:[^\S\n]+(?!đạt|là|có|được|đã|và|với|theo|của|thì|cũng|năm)[a-zà-ỹ&,-]+){{1,7}}?[^\S\n]+(?:tỉnh|huyện|thị xã|thành phố|quận|xã|phường|thị trấn)[^\S\n]+[{CAPITALS}][\w’'\u02bc]*(?:[^\S\n]+[{CAPITALS}][\w’'\u02bc]*)*"
)
_KINDS = re.compile(  # “Bệnh viện Phụ sản tỉnh …”, “Trường Mầm non Sơn Ca”: kinds of which only the first word has a capital
    r"(?:(?<=bệnh viện\s)(?:phụ sản|sản nhi|y học cổ truyền|tâm thần|đa khoa khu vực|đa khoa|da liễu|phục hồi chức năng|lao và bệnh phổi|ung bướu|mắt|phổi|nhi)"
    r"|(?<=trường\s)(?:mầm non|mẫu giáo|tiểu học và trung học cơ sở|tiểu học|trung học cơ sở|trung học phổ thông|cao đẳng|đại học|chính trị))\s+"
)
_SHORT_FOR = r"\([^\W\d][\w&-]{1,11}\)"  # “Liên đoàn Lao động (LĐLĐ) tỉnh …”
_BESIDE_NAME = re.compile(rf"[^\S\n]{_SHORT_FOR}[^\S\n]")
_PROPER = re.compile(
    rf"[{CAPITALS}][\w’'\u02bc]*(?:[^\S\n]{{1,2}}(?:-[^\S\n]+)?[{CAPITALS}][\w’'\u02bc]*)*"
)


def title_start(source: Source) -> int:
    """Where the title “BÁO CÁO …” begins; 0 if there is none in the first lines."""
    match = _TITLE.search(source.folded, 0, 4000)
    return match.start() if match else 0


@cache
def body_heads() -> re.Pattern[str]:
    """How names of public bodies begin."""
    return words_of("bodies", "heads")


def is_generic(name: str) -> bool:
    """Whether a name says no body in particular: “UBND xã”, “Ban CHQS huyện”, “nhà trường”."""
    words = re.sub(r"\s+", " ", name.strip())
    if fold(words) in rules("bodies")["generic"]:
        return True
    rest = words.partition(" ")[2]
    proper = [one for one in _PROPER.findall(rest) if not one.isupper() or words.isupper()]
    return not proper and not (
        departments().search(fold(rest)) or _PROPER.search(rest) and not _ABBREVIATED.search(words)
    )


def is_kind_only(folded: str) -> bool:
    """Whether a folded name says what a body is and is for, and no more: “trung tâm y tế”, “trường cao đẳng nghề”."""
    return _kind_only().fullmatch(" ".join(folded.split())) is not None


def proper_end(plain: str, start: int) -> int:
    """Where the proper name that stands at ``start`` ends; 0 where there is none."""
    proper = _PROPER.match(plain, start)
    return proper.end() if proper else 0


def named_after(plain: str, folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of bodies with a proper name in ``[start:end]``: “UBND xã Phổ An”, “Sở Tư pháp”, “Chi cục Thuế thành phố An Hòa”."""
    spans: list[tuple[int, int]] = []
    place = start
    while head := _named_heads().search(folded, place, end):
        last = _name_end(plain, folded, head, end)
        if not last and (bare := _bare_heads().match(folded, head.start(), end)):
            last = _name_end(plain, folded, bare, end)
        if last and (body := _alone(plain, folded, head.start(), last)):
            spans.append((head.start(), body))
        place = last or head.end()
    return spans


def _alone(plain: str, folded: str, start: int, end: int) -> int:
    """Where a name ends without the person who leads the body, or what a headline in capitals tells of it; 0 where that leaves no body in particular."""
    body = before_leader(plain, folded, start, headline_body(plain, folded, start, end))
    if body < end and (is_generic(plain[start:body]) or _NO_PLACE.search(folded, start, body)):
        return 0
    return body


def headline_body(plain: str, folded: str, start: int, end: int) -> int:
    """Where the body ends with which a headline in capitals begins: “UBND XÃ AN HÒA DUY TRÌ …”; ``end`` of what is no such headline."""
    told = plain[start:end].isupper() and _headline().match(folded, start, end)
    return told.end(1) if told else end


def _name_end(plain: str, folded: str, head: re.Match[str], end: int) -> int:
    """Where the name after a head ends, with the locality that follows it; 0 if there is none."""
    proper = _PROPER.match(plain, head.end(), end) or _numbered(plain, head, end)
    if kind := _KINDS.match(folded, head.end(), end):
        of = _PROPER.match(plain, kind.end(), end)
        further = _bare_heads().match(folded, kind.end(), end)
        place = further and _name_end(plain, folded, further, end)
        return place or (of.end() if of else kind.end() - 1)
    department = _DEPARTMENT_HEAD.search(head[0]) and departments().match(folded, head.end(), end)
    task = _tasks().match(folded, head.end(), end)
    if task and (task.end() > proper.end() if proper else not department):
        is_one = department or proper and not head[0].startswith("phòng ")
        return _task_end(plain, folded, task, end, task.end() if is_one else 0)
    last = max([one.end() for one in (proper, department) if one], default=0)
    beside = last and not folded.startswith("\n", last)
    if beside and (further := _bare_heads().match(folded, last + 1, end)):
        return _name_end(plain, folded, further, end) or (further.end() - 1 if department else last)
    if last and (aside := _BESIDE_NAME.match(folded, last, end)):
        further = _bare_heads().match(folded, aside.end(), end)
        return further and _name_end(plain, folded, further, end) or last
    place_said = _NO_PLACE.search(head[0].rstrip())
    if last and not place_said and (whole := _DESCRIBED.match(plain, last, end)):
        return whole.end()
    if department and (of := _OF_PLACE.match(folded, last, end)):
        named = _PROPER.match(plain, of.end(), end)
        return named.end() if named else last
    return last


def _numbered(plain: str, head: re.Match[str], end: int) -> re.Match[str] | None:
    """The number that is a name: “UBND Quận 12”, “Công an Phường 3”; not of “2 phường 3 lần”, where no body is said before its level."""
    return _NUMBER.match(plain, head.end(), end) if _GOVERNED.search(head[0]) else None


def _task_end(plain: str, folded: str, task: re.Match[str], end: int, alone: int) -> int:
    """Where a name ends that goes on after what a body is for, ``alone`` where it does not; 0 of a commune's that only says so: “Trung tâm Phục vụ hành
    chính công xã” is its own."""
    aside = _BESIDE_NAME.match(folded, task.end(), end)
    after = aside.end() if aside else task.end() + 1
    if not folded.startswith(" ", task.end()):
        return alone
    if further := _bare_heads().match(folded, after, end):
        bare = 0 if not alone or _OF_COMMUNE.match(further[0]) else further.end() - 1
        return _name_end(plain, folded, further, end) or bare
    return proper_end(plain[:end], after) or alone


@cache
def departments() -> re.Pattern[str]:
    """Names of departments, which are not written with capitals throughout: “nội vụ”, “giáo dục và đào tạo”."""
    return any_of(rules("bodies")["departments"])


@cache
def _tasks() -> re.Pattern[str]:
    """What a body is for, of which only the first word has a capital: “Công nghệ thông tin và Truyền thông”, “Phục vụ hành chính công”."""
    one = any_of([*rules("bodies")["departments"], *rules("bodies")["tasks"]]).pattern
    return re.compile(rf"{one}(?:(?:\s?,|\s+và|\s+-)?\s+{one})*")


@cache
def _kind_only() -> re.Pattern[str]:
    listed = rules("bodies")
    kinds = any_of(listed["kinds"]).pattern
    return re.compile(
        rf"{any_of([*listed['heads'], *listed['named']]).pattern}(?:\s+(?:{kinds}|{_tasks().pattern}))?"
    )


@cache
def _headline() -> re.Pattern[str]:
    return re.compile(
        rf"((?:[\w&.-]+\s+)*?{LEVELS}(?:\s+\w+)*?)[^\S\n]+(?:[-–]\s+)?[“\"]?{words_of('bodies', 'headline_verbs').pattern}"
    )


@cache
def _named_heads() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<![-/])(?<!công )(?<!trụ )(?<!cơ ){body_heads().pattern}(?! trưởng)(?:\s+(?={any_of(rules('bodies')['localities']).pattern})|[^\S\n]+(?:[^\W\d]+[^\S\n]+){{0,4}}?(?:{_SHORT_FOR}[^\S\n]+)?))?(?<!công )(?<!hợp tác )(?<!trụ )(?<!cơ ){_bare_heads().pattern}"
    )


@cache
def _bare_heads() -> re.Pattern[str]:
    listed = rules("bodies")
    return re.compile(rf"{any_of([*listed['localities'], *listed['named']]).pattern}[^\S\n]+")
