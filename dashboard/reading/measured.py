"""Which of the things named around a figure it measures."""

from __future__ import annotations

import re
from functools import cache

from dashboard.reading.outline import Passage
from dashboard.reading.phrases import any_of, rules
from dashboard.reading.said_figures import Figure
from dashboard.reading.topics import Mention

_BARE_REACH = 600
_COUNT_REACH = 32
_TIME = re.compile(r"\s*(?:ngày|tuần|tháng|quý|năm|giờ|buổi|học kỳ)(?!\w)")
_BARE = re.compile(
    r"(?:[\s,;:()+*-]|(?:xã|phường|huyện|đơn vị|trường|cơ quan|sở|thị trấn) (?:ta|nhà|mình|tôi)(?!\w)|năm|20\d{2}|đạt|là|tỷ lệ|chiếm|trong đó|riêng|cụ thể|và|tăng lên|giảm còn|đến|hết|quý|giai đoạn|từ|có|kết quả|số|con số|mức|trung bình"
    r"|bình quân|lần lượt|[\d.,/]+\s*%?|[ivx]+|điểm|xếp|thứ|hạng|đứng|vị trí|trên|hơn|gần|khoảng|so với|cùng kỳ|cả năm|tháng|đầu năm|cuối năm|học kỳ|năm học|hiện nay|nay|trong khi|tương đương|tương ứng|bằng|cũng|mới|chỉ)*"
)
_DIRECT = re.compile(
    r"\s*(?![,)])(?:ý kiến|số|tổng số|phiếu|người|mức|đánh giá|là|được)?\s*(?:\S+\s+){0,2}\"?$"
)
_ADJACENT = re.compile(
    r"(?:\s|:|\"|\(|toàn thể|toàn bộ|tất cả|được|là|đạt|có|cho|tổng số|tổng cộng|đột xuất|định kỳ|tại|đối với|thường xuyên|với|tổng|trên|khoảng|gần|hơn|công vụ|năm 20\d{2}|,|số|lượng)*"
)
_NAMED_BEFORE = re.compile(r"[^\d,;:()]{0,60}:\s*")
_REPORTED = re.compile(
    r"(?:biên bản|kết luận|kết quả)\s+$"
)  # “theo biên bản kiểm tra: 02 đơn vị họp muộn” counts no inspections
_BLANKS, _UNIT_WORD = re.compile(r"\s*"), re.compile(r"\s*(?:lượt\s+)?")
_ALONE = re.compile(r"\s*(?:[(;,.]|$)")
_THIS = re.compile(r"(?:tỷ lệ|con số|mức|chỉ số|số) này\s+(?:là|đạt|chiếm|có)?\s*$")
_GROUP = re.compile(
    r"\s*(?!tỷ lệ|mức|số|chưa|không|còn|tăng|giảm)(?:[^\W\d]+\s+){0,3}[^\W\d]+\s*(?::|là|đạt|có)?\s*"
)
_JOINED = re.compile(
    r"(?:\s[^\W\d]+,?){0,6}\s+(?:và|cùng|cùng với)\s+|(?:\s[^\W\d]+,?){0,4}\s[^\W\d]+,\s*"
)
_VERB = re.compile(r"(?<!\w)(?:được|đã|là|có|đạt|không|chưa|do|tăng|giảm)(?!\w)")
_AT = re.compile(r"(?:\s[^\W\d]+){0,12}\s(?:tại|đối với|ở)\s")
_SHARE_OF_IT = re.compile(r"(?:chiếm|đạt|chiếm tỷ lệ|đạt tỷ lệ|tỷ lệ)\s*$")
_NEW_SUBJECT = re.compile(
    r"\(|(?<!\w)(?:tỷ lệ|mức độ(?! \d)|trong đó|tăng|giảm|cao hơn|so với|góp phần|từ đó|qua đó)(?!\w)"
)
_LACK = re.compile(
    r"(?<!\w)(?:chưa|không|thiếu|vi phạm)(?!\w)(?! (?:phân biệt|chuyên trách|kể|mật|giấy|dùng|tính)(?!\w))"
)
_LACKING = re.compile(r"(?<!\w)(?:chưa|không)\s+(?:được\s+|thực hiện\s+)?$")
_LACKS_IT = re.compile(
    r"\s+(?:bị\s+|đã\s+)?(?:không cài|không hoạt động|không dùng được|không sử dụng được|chưa cài|hư|hỏng|lỗi)(?!\w)"
)
_UP_TO = re.compile(r"(?:\s(?!và\s)[^\W\d]+){1,12}\s(?:đến|tới)\s+")
_OTHER_YEAR = re.compile(r"[,;]\s+năm\s+20\d{2}\s+(?:có|là|đạt)?\s*$")
_YEAR_IN_BRACKETS = re.compile(
    r"năm\s+20\d{2}\s*\(\s*(?:(?:xếp|đứng|đạt|là)\s+)?(?:(?:vị trí|hạng)\s+)?(?:thứ\s+)?$"
)
_EVENTS = re.compile(r"\s*(?:cuộc|đợt|lần|lượt(?! (?:người|cán bộ|công dân|khách)))(?!\w)")
_AFTER_EVENTS = re.compile(
    r"(?:\s[^\W\d]+){0,4}\s+\d+\s(?:cuộc|buổi|hội nghị|lớp|đợt|lần|lượt)(?:\s[^\W\d]+){0,3},?\s+(?:có|(?<!đối )với|cho|thu hút)(?:\s[^\W\d]+){0,3}\s+"
)
_WORDS_ALONE = re.compile(r"(?:\s[^\W\d]+){1,7}\s")
_A_NOUN = re.compile(
    r"\s(?!(?:so|trong|và|là|đạt|trở|trên|dưới|đến|tới|năm|vào|với|ở|tại|qua|theo|cao|thấp|tăng|giảm|vượt|kế|chỉ|nhưng|song|còn|do|nên|để|mức|khi|riêng|gồm|hài|rất|không|đúng|trước|quá|điểm"
    r"|của|đối|bằng|hơn|tương|phần|cùng|từ|nhờ|thì|được|đã|chưa|ký|về|cho|tiếp|tuy|tổng|hoàn|đánh|lần|chiếm|thuộc|góp|mỗi|hằng|hàng|quý|tháng|nếu|như|trung|bình|gần|khoảng|nhằm|đều|cũng|có|ngoài)\s)[^\W\d]+\s"
)
_ASIDE = re.compile(r"\([^()]*\)")


def measured_topics(
    folded: str,
    passage: Passage,
    figure: Figure,
    next_lead: int,
    named: list[Mention],
    over: list[Mention],
) -> list[Mention]:
    """The mentions that a figure measures, mostly one, two in “100% … đăng ký thi đua và đăng ký học tập”.

    “100% cán bộ …” looks forward, “… đạt 95%” looks back, a bare “năm 2021: 95%” looks over its line.

    ``named`` are the topics of the sentence in order, ``over`` those of the heading or sentence above, ``next_lead`` where the next figure begins.
    """
    if around := [
        mention for mention in named if mention.start < figure.lead and figure.end < mention.end
    ]:
        return around[:1]
    forward = _forward(folded, figure, min(next_lead, passage.end), named)
    counts = figure.unit in ("%", "count") and _counted_noun(folded, figure)
    if figure.unit == "count" and figure.out_of is None:
        ahead = forward if forward and _opens_topic(folded, figure, forward) else None
        beside = _adjacent(folded, figure, named)
        found = (
            beside
            if beside
            and (
                ahead is None
                or _counts(folded, figure, beside)
                and not _counts(folded, figure, ahead)
            )
            else ahead
        )
    elif (
        forward
        and (
            figure.out_of is not None
            and not forward.topic.reported
            or _parted_by_comma(folded, figure, forward)
        )
        and (beside := _right_beside(folded, figure, named))
    ):
        found = beside
    elif forward and (counts or _DIRECT.fullmatch(folded[figure.end : forward.start])):
        return [forward, *_coupled(folded, forward, named)]
    else:
        found = _backward(folded, passage, figure, named, over, counts)
    found = found or _of_label(folded, passage, figure, named)
    return [*_coupled_before(folded, figure, found, named), found] if found else []


def shares_topic(folded: str, figure: Figure, following: Figure) -> bool:
    """Whether what the second figure measures the first does too: nothing but a year parts them (“năm 2020 có 98,2%, năm 2021 có 98,9% hồ sơ …”),
    or they count things in one row (“12/12 xã và 13/13 phòng đã ban hành kế hoạch”)."""
    between = folded[figure.end : following.lead]
    alike = figure.unit == following.unit and (figure.out_of is None) == (following.out_of is None)
    shares = all(one.unit == "%" or one.out_of is not None for one in (figure, following))
    in_row = (
        (alike or shares)
        and _counted_noun(folded, figure)
        and _JOINED.fullmatch(between)
        and not _VERB.search(between)
    )
    return bool(in_row) or alike and _is_bare(folded, figure.end, following.lead)


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


def _coupled(folded: str, mention: Mention, named: list[Mention]) -> list[Mention]:
    following = named[named.index(mention) + 1 : named.index(mention) + 2]
    return [
        other
        for other in following
        if other.topic != mention.topic
        and re.fullmatch(
            r"\s*(?:,|và|, và|(?=có ))\s*(?:được\s+|có\s+)?", folded[mention.end : other.start]
        )
    ]


def _coupled_before(
    folded: str, figure: Figure, mention: Mention, named: list[Mention]
) -> list[Mention]:
    """“Văn bản điện tử, ký số: 100%”: the topic right before, when one share is said of both."""
    position = named.index(mention) if mention in named else 0
    other = (
        named[position - 1]
        if position
        and figure.unit == "%"
        and folded[mention.end : figure.lead].strip() in (":", "đạt", "đều đạt")
        else None
    )
    joined = (
        other
        and other.topic != mention.topic
        and re.fullmatch(r"\s*(?:,|và|, và|có|được)\s*", folded[other.end : mention.start])
    )
    return [other] if other and joined else []


def fits(folded: str, figure: Figure, mention: Mention) -> bool:
    """Whether the figure has a unit that the topic may have and measures it as it stands, not its lack.

    A count must count one of the topic's nouns and no stretch of time; “2/15 đơn vị chưa chấp hành” is no level of chấp hành.
    """
    topic = mention.topic
    if figure.value is None or figure.unit not in topic.units or _is_lack(folded, figure, mention):
        return False
    if figure.unit != "count":
        return True
    noun = (
        _counts(folded, figure, mention)
        or topic.counted is not None
        and re.fullmatch(r"\s*(?::|là|có|đạt)\s*", folded[mention.end : figure.lead]) is not None
        and _ALONE.match(folded, figure.end) is not None
    )
    ahead = figure.out_of is not None and (
        mention.start >= figure.end or not _counted_noun(folded, figure)
    )
    return (noun or ahead) and not _TIME.match(folded, figure.end)


def _counts(folded: str, figure: Figure, mention: Mention) -> bool:
    """Whether a noun of the topic follows the figure: “07 cuộc” for kiểm tra."""
    counted = mention.topic.counted
    start = _UNIT_WORD.match(folded, figure.end).end()  # type: ignore[union-attr]
    return (
        counted is not None
        and (
            counted.match(folded, start)
            or counted.match(folded, _BLANKS.match(folded, figure.end).end())
        )
        is not None
    )  # type: ignore[union-attr]


def _is_lack(folded: str, figure: Figure, mention: Mention) -> bool:
    """“5% … chưa đăng ký”, “tỷ lệ không đúng hạn là 5%”: the figure is of those that did not."""
    if mention.start >= figure.end and _LACKS_IT.match(folded, mention.end):
        return True
    if mention.start >= figure.end:
        return _LACK.search(_ASIDE.sub("", folded[figure.end : mention.start])) is not None
    return _LACKING.search(folded, max(0, mention.start - 16), mention.start) is not None


def _forward(folded: str, figure: Figure, stop: int, named: list[Mention]) -> Mention | None:
    limit = _forward_limit(folded, figure.end, stop)
    return next(
        (
            mention
            for mention in named
            if figure.start < mention.start < limit and mention.end > figure.end
        ),
        None,
    )


def _forward_limit(folded: str, start: int, stop: int) -> int:
    """A figure's words go on to the next “;” or new subject; a comma only lets more of the same list pass (cán bộ, công chức …)."""
    text = _ASIDE.sub(lambda aside: " " * len(aside[0]), folded[start:stop])
    for mark in re.finditer(r"[;,:]", text):
        if mark[0] != "," or not _list_goes_on().match(text, mark.end()):
            text = text[: mark.start()]
            break
    new = _NEW_SUBJECT.search(text)
    return start + (new.start() if new else len(text))


@cache
def _list_goes_on() -> re.Pattern[str]:
    counted = rules("figures")["counted"]
    more = any_of(counted["people"] + counted["things"]).pattern
    return re.compile(
        rf"\s*(?:{more}"
        + r"|(?:đều|được|đã|có|tại|ở|thuộc|trực thuộc|của|nhận|trả|xử lý|trao đổi|phát hành|sử dụng)\s|\S+(?:\s\S+){0,2}\s*,|\S+(?:\s\S+){0,4} (?:và|đều|được)\s)"
    )


@cache
def _counted_word() -> re.Pattern[str]:
    counted = rules("figures")["counted"]
    return re.compile(
        r"\s*(?:trở lên\s+)?(?:trên\s+)?" + any_of(counted["people"] + counted["things"]).pattern
    )


@cache
def _counted_row() -> re.Pattern[str]:
    """A row of counted nouns: “ cán bộ, công chức và người lao động”."""
    counted = rules("figures")["counted"]
    noun = any_of(counted["people"] + counted["things"]).pattern
    return re.compile(rf"^\s*{noun}(?:\s*(?:,|và|, và)\s*{noun})*")


def _counted_noun(folded: str, figure: Figure) -> bool:
    """Whether a noun that is counted follows; after “24/44” any word is one."""
    return (
        _counted_word().match(folded, figure.end) is not None
        or figure.unit == "%"
        and _A_NOUN.match(folded, figure.end) is not None
        or figure.unit == "count"
        and figure.out_of is not None
        and folded[figure.end : figure.end + 2].strip().isalpha()
    )


def _of_label(
    folded: str, passage: Passage, figure: Figure, named: list[Mention]
) -> Mention | None:
    """“Đăng ký thi đua: tập thể 14/14 khoa; cá nhân 190/190”: the topic that is the label of the line, for shares that name none of their own."""
    if (
        not named
        or (figure.unit != "%" and figure.out_of is None)
        or len(folded[passage.start : named[0].start].split()) > 6
    ):
        return None
    label = re.match(r"[^,;.:\d]{0,40}:", folded[named[0].end : figure.lead])
    clause = max(folded.rfind(mark, passage.start, figure.lead) for mark in ";,:")
    before = folded[max(passage.start, clause + 1) : figure.lead]
    alone = not any(clause < mention.start < figure.end + 60 for mention in named[1:])
    return (
        named[0]
        if label
        and alone
        and len(before.split()) <= 8
        and not _NEW_SUBJECT.search(before)
        and not _LACK.search(before)
        else None
    )


def _opens_topic(folded: str, figure: Figure, mention: Mention) -> bool:
    between = _counted_row().sub("", folded[figure.end : mention.start], count=1)
    return "," not in between and len(between.split()) <= 9


def _adjacent(folded: str, figure: Figure, named: list[Mention]) -> Mention | None:
    before = [mention for mention in named if mention.end <= figure.lead]
    if not before:
        return None
    between = folded[before[-1].end : figure.lead]
    if before[-1].topic.code == "inspections" and _REPORTED.search(
        folded, max(0, before[-1].start - 14), before[-1].start
    ):
        return None
    events = (
        _EVENTS.match(folded, figure.end)
        and _WORDS_ALONE.fullmatch(between)
        or _AFTER_EVENTS.fullmatch(between)
    )
    return (
        before[-1]
        if events
        or _ADJACENT.fullmatch(between)
        or _AT.fullmatch(between)
        or _NAMED_BEFORE.fullmatch(between)
        else None
    )


def _parted_by_comma(folded: str, figure: Figure, forward: Mention) -> bool:
    """“ký số 96% văn bản, người dân hài lòng 88,1%”: a share's topic behind a comma is the next one's."""
    return figure.unit == "%" and "," in folded[figure.end : forward.start]


def _right_beside(folded: str, figure: Figure, named: list[Mention]) -> Mention | None:
    """“giải quyết đúng hạn 12.480/12.555 hồ sơ cấp căn cước”: the topic that the count follows at once and whose noun it counts."""
    return next(
        (
            mention
            for mention in named
            if mention.end <= figure.lead
            and not folded[mention.end : figure.lead].strip()
            and _counts(folded, figure, mention)
        ),
        None,
    )


def _backward(
    folded: str,
    passage: Passage,
    figure: Figure,
    named: list[Mention],
    over: list[Mention],
    counts: bool,
) -> Mention | None:
    before = [mention for mention in named if mention.end <= figure.lead]
    clause = max(passage.start, folded.rfind(";", passage.start, figure.lead) + 1)
    if (
        counts
        and before
        and figure.out_of is not None
        and _OTHER_YEAR.search(folded, before[-1].end, figure.lead)
    ):
        return before[-1]
    if (
        counts
        and before
        and (
            _is_parted(folded, before[-1].end, figure.lead)
            or figure.unit == "count"
            and _is_far(folded, before[-1].end, figure.lead)
        )
    ):
        return None
    if before and before[-1].start >= clause:
        return before[-1]
    if before and _YEAR_IN_BRACKETS.search(folded, before[-1].end, figure.lead):
        return before[-1]
    if not before and figure.unit in ("rank", "points"):
        return next((mention for mention in named if mention.start >= figure.end), None)
    group = (
        before
        and figure.unit == "%"
        and clause > passage.start
        and _GROUP.fullmatch(folded, clause, figure.lead)
    )
    if before and _THIS.search(folded, clause, figure.lead):
        return before[-1]
    if counts or not (group or _is_bare(folded, clause, figure.lead)):
        return None
    earlier = before or (over if _is_bare(folded, passage.start, figure.lead) else [])
    return earlier[-1] if earlier else None


def _is_parted(folded: str, start: int, end: int) -> bool:
    """Whether a comma parts a topic from a counted figure, unless that is said to be its share (“…, chiếm 34,8% tổng số hồ sơ”)."""
    return re.search(r",\s", folded[start:end]) is not None and not _SHARE_OF_IT.search(
        folded, start, end
    )


def _is_far(folded: str, start: int, end: int) -> bool:
    """“phổ biến … đến 214/214 người lao động” reaches as far as it likes, other words only a little way."""
    return end - start > _COUNT_REACH and _UP_TO.fullmatch(folded, start, end) is None


def _is_bare(folded: str, start: int, end: int) -> bool:
    """Whether nothing but years, figures and small words stands there."""
    return end - start <= _BARE_REACH and _BARE.fullmatch(folded, start, end) is not None
