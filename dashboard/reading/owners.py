"""Whose figures those of a sentence are: the unit's own, or of the body that is named right beside each."""

from __future__ import annotations

import re
from functools import cache

from dashboard.reading.belonging import Own, is_part
from dashboard.reading.bodies import named_after
from dashboard.reading.folding import Citation, Source, fold
from dashboard.reading.line_leaders import leader_of_line
from dashboard.reading.others_marks import (
    goes_on_of_others,
    leader_of_paragraph,
    told_of_others,
)
from dashboard.reading.outline import Passage
from dashboard.reading.owner_marks import in_brackets, is_counter, link, listed_name, wider_bodies
from dashboard.reading.owners_in_turn import owners_in_turn
from dashboard.reading.phrases import any_of, rules
from dashboard.reading.said_figures import Figure

_OPENS = r"(?:^|[,;:(]|(?<!\w)(?:còn|trong khi|trong khi đó|riêng|thăm|tham quan|học tập|học hỏi|và|so với|hơn|thì|có|nhất là|như|của|ở|tại|kế đến|tiếp theo|sau|là|bằng|mức)\s)\s*(?:của\s|ở\s|tại\s|mức\s)?"
_AFTER = re.compile(
    r"\s*(?:%|điểm)?\s*\)?\s*(?:là\s+)?(?:(?!(?:đạt|là|có|được|đã|chưa|không|với)\s)[^\W\d]+\s+){0,5}?(?:của|ở|tại|thuộc)\s+"
)
_PEOPLE_OF = re.compile(  # “98% người dân xã Minh Tân”
    r"\s*(?:(?!(?:đạt|là|có|được|đã|chưa|không|với|do|theo|gửi|về|từ|cho|và|trừ|đến|trong|trên)\s)[^\W\d]+\s+){1,5}"
)

_TOPIC = re.compile(  # “phường Đồng Phú đúng hạn 99,7%”, “Chi cục Kiểm | lâm: ký số 99%”; “Sở Nội vụ khảo sát …” tells who asked
    r"(?:(?:\s+[^\W\d]+){0,2}\s*:)?(?:\s+(?!khảo|đánh|công|xếp|chấm|kiểm|thẩm|ghi|tổ|giao|chọn|yêu|chỉ|tặng|khen|theo|cho|gửi|về|của|và|hướng|ban|quy|phát)[^\W\d]+){1,5}\s*"
)
_SMALL = re.compile(r"\s*(?:điểm)?\s*(?:,|và|với|\(|đạt|là|\s)*(?:xếp|hạng|thứ|\s)*")
_NEXT_TOPIC = re.compile(
    r"\s*(?:đúng hạn|hài lòng)?\s*(?:,|và)\s+(?!còn|riêng|trong khi|toàn|cả|xã ta|đơn vị|nhà trường)(?:[^\W\d]+\s+){1,5}"
)
_BESIDE = re.compile(  # “cao hơn mức chung của 13 trạm trong huyện (91,3%)”
    r"(?<!\w)(?:cao hơn|thấp hơn|so với|hơn|kém|đứng sau|vượt|bằng)\s+((?:[^\W\d]+,?\s+|\d+\s+){1,14})\(\s*(?:là\s+|đạt\s+|ở mức\s+)?$"
)
_MANY = re.compile(
    r"(?<!\w)(?:xã|phường|thị trấn|huyện|thị xã|thành phố|quận|tỉnh|trạm|trường|đơn vị|cơ quan|sở|ngành|khối|cụm|bình quân|trung bình|mức chung|mặt bằng|cả nước|công an|chi cục|toàn)(?!\w)"
)
_OWN_TIME = re.compile(
    r"(?<!\w)(?:năm|cùng kỳ|kỳ trước|kế hoạch|chỉ tiêu|mục tiêu|yêu cầu|nghị quyết|quy định)(?!\w)"
)

_PEOPLE_AT = (  # “Cán bộ huyện Đan Phượng còn đi muộn”, “Một số công chức, viên chức của Sở Y tế …”
    r"(?:(?:(?:một số|một vài|vài|nhiều|\d+)\s+)?(?:(?:cán bộ|công chức|viên chức|nhân viên|người lao động|đảng viên|giáo viên|chiến sĩ|lãnh đạo)(?:,\s*|\s+và\s+|\s+))+(?:(?:của|ở|tại|thuộc)\s+)?)?"
)
_PLACE_WORDS = (
    r"[\s*+•-]*(?:[^\W\d]+(?:\s[^\W\d]+){0,2}:\s+)?(?:(?:tại|ở|riêng|còn|nhất là|như|trong đó|tôi|nghe|nghe nói|nghe báo|nghe tin|bên|bạn)\s+)*"
    rf"{_PEOPLE_AT}(?:ubnd\s+)?"
)
_COMMUNE = re.compile(r"(?:ubnd\s+)?(?:xã|phường|thị trấn)\s")
_CLAUSE_OPENS = re.compile(rf";{_PLACE_WORDS}$")


def owners(
    source: Source, passage: Passage, row: list[Figure], own: Own, level: str
) -> dict[Figure, Citation]:
    """The other body of each figure that is not the unit's; figures of the unit are left out.

    “đúng hạn 97%; xã Minh Tân 93%, xã Tân Lập 95,8%” in a report of xã Thanh Sơn gives the last two to the communes named.
    """
    found: dict[Figure, Citation] = {}
    leader = _leader(source, passage, own) if own.whole else None
    for before, figure, after in zip([None, *row], row, [*row[1:], None], strict=False):
        start = before.end if before else passage.start
        named = _named_before(source, start, figure, own, level) or _named_behind(
            source, passage, figure, own
        )
        follows = before in found and not _is_named(source, start, figure, own)
        if named is None and follows and _goes_on(source.folded, before, figure, own):
            named = found[before]
        if named is None and own.whole:
            behind = after.lead if after else passage.end
            named = told_of_others(source, passage, start, behind, figure, own)
            if named is None and follows and goes_on_of_others(source.folded, before, figure, own):
                named = found[before]
        if named := named or leader:
            found[figure] = named
    return owners_in_turn(source, passage, row, own, found)


def _is_named(source: Source, start: int, figure: Figure, own: Own) -> bool:
    """Whether the unit is named before a figure, behind the one before it."""
    spans = named_after(source.plain, source.folded, start, figure.lead)
    return any(own.has(source.folded[first:last]) for first, last in spans)


def _leader(source: Source, passage: Passage, own: Own) -> Citation | None:
    return leader_of_paragraph(source, passage, own) or leader_of_line(source, passage, own)


def tells_of_another(
    source: Source, passage: Passage, position: int, own: Own, unit: str | None
) -> bool:
    """Whether what is said at a place of a sentence is said of another body, which opened it or one of its clauses.

    “Tại xã Đức Long, 02 công chức đi muộn; …” in a report of Phòng Nội vụ; a body that stands under the unit is no other, unless it speaks in
    minutes: “- Xã Ia Hơ: … máy tính hỏng hai chiếc”.
    """
    if unit is None:
        return False
    speaker = passage.section != "limits" and leader_of_line(source, passage, own)
    if speaker and _COMMUNE.match(fold(speaker.quote)):
        return True
    spans = named_after(source.plain, source.folded, passage.start, passage.end)
    opening = [
        source.folded[first:last]
        for first, last in spans
        if (
            first <= position + 12
            or re.fullmatch(_PEOPLE_AT, source.folded[position : max(first, position)])
        )
        and _opens_clause(source.folded, passage.start, first)
    ]
    return bool(opening) and not own.has(opening[-1]) and not is_part(opening[-1], unit)


def _opens_clause(folded: str, start: int, position: int) -> bool:
    return _CLAUSE_OPENS.search(folded, max(start, position - 40), position) is not None or (
        re.fullmatch(_PLACE_WORDS, folded[start:position]) is not None
    )


def _named_before(
    source: Source, start: int, figure: Figure, own: Own, level: str
) -> Citation | None:
    """The body that stands between the figure before and this one, with nothing but small words after it."""
    folded = source.folded
    opened = re.compile(_OPENS)
    for first, last in reversed(named_after(source.plain, folded, start, figure.lead)):
        linked = link().fullmatch(folded, last, figure.lead) or _TOPIC.fullmatch(
            folded, last, figure.lead
        )
        if linked and opened.search(folded[start:first]):
            if re.search(_OPENS + r"(?:ubnd |công an |đảng ủy )?$", folded[start:first]):
                is_own = own.has(folded[first:last]) or is_counter(folded, first, last, own)
                return None if is_own else source.cite(first, last)
    wider = wider_bodies(level).search(folded[start : figure.lead])
    if wider and not (own.has(wider[1]) or _is_all_of(wider[1], own)):
        return source.cite(start + wider.start(1), start + wider.end(1))
    beside = _BESIDE.search(folded, max(0, figure.lead - 120), figure.lead)
    if beside and _MANY.search(beside[1]) and not _OWN_TIME.search(beside[1]):
        return source.cite(*beside.span(1))
    return in_brackets(source, start, figure, own) or listed_name(source, start, figure, own)


def _is_all_of(said: str, own: Own) -> bool:
    """“toàn công ty” in a company's own report."""
    body = said.removeprefix("toàn ").removeprefix("cả ").removesuffix(" có")
    return body != said and " " in body and own.whole.startswith(f"{body} ")


def _named_behind(source: Source, passage: Passage, figure: Figure, own: Own) -> Citation | None:
    """“93% của xã Minh Tân”, “95,2% ở huyện Tủa Chùa”."""
    if figure.unit == "count":
        return None
    for first, last in named_after(
        source.plain, source.folded, figure.end, min(passage.end, figure.end + 90)
    ):
        between = source.folded[figure.end : first]
        if (_AFTER.fullmatch(between) or _PEOPLE_OF.fullmatch(between)) and not own.has(
            source.folded[first:last]
        ):
            return source.cite(first, last)
    return None


def _goes_on(folded: str, before: Figure, figure: Figure, own: Own) -> bool:
    """“Sở Nội vụ xếp thứ 1 với 95,4 điểm”, “Chi cục Thủy lợi đúng hạn 100%, hài lòng 85%”: the second figure is the same body's."""
    between = folded[before.end : figure.lead]
    if _SMALL.fullmatch(between) and before.unit != figure.unit:
        return True
    return (
        _NEXT_TOPIC.fullmatch(between) is not None
        and not own.is_said_in(between)
        and not own.wholes_in(folded, before.end, figure.lead)
        and not words_of_own().search(between)
    )


@cache
def words_of_own() -> re.Pattern[str]:
    """“riêng đơn vị”, “xã ta”: after another's figure the unit's own."""
    return any_of(rules("figures")["others"]["own_again"])
