"""Whether a clause that names a fault owns it: denied, mended, required, past, or another's faults are not this unit's."""

from __future__ import annotations

import re
from functools import cache

from dashboard.reading.clauses import Clause
from dashboard.reading.outline import Passage
from dashboard.reading.phrases import any_of, rules, words_of

_OPEN = frozenset({"limits", "difficulties", "causes"})
_EXIST = ("existing", "counted", "observed", "observed_loosely")
_SILENT = frozenset({"closing"})
_NOT_TOLD = re.compile(
    r"(?<!\w)(?:không|chưa|chẳng|luôn|nghiêm túc|chấp hành tốt|quy định|nội dung|100%|nếu|phấn đấu|mục tiêu|khi|đường dây nóng|để (?:người|nhân|công|doanh|khách)[^\W\d]*)(?!\w)|:\s*0(?!\d)"
)
_NOUGHT = re.compile(r"\s*:\s*(?:0(?![\d,])|không(?: có)?\s*(?:[.;,]|$))")
_FUTURE = re.compile(
    r"(?<!\w)(?:thời gian tới|phấn đấu|sang năm|năm tới|sẽ|quyết tâm|đăng ký|học tập)(?!\w)"
)
_BULLET = re.compile(r"[\s*+•-]*(?:(?:một|hai|ba|bốn|năm|sáu|thứ \w+) là,?\s*)?")
_DUTY = re.compile(r"(?:công tác|việc|hoạt động|sự)\s+(?:\S+\s+){0,5}$")

_VOICE = re.compile(
    r"[\s*+•-]*(?:ý kiến (?:của )?)?(?:ông|bà|anh|chị|cử tri|phụ huynh|bệnh nhân|người nhà|đại biểu|hội viên)(?:\s+[^\W\d]+){1,6}(?:\s*\([^)]{1,40}\)|,[^:]{1,40})?\s*:"
)
_FEW_OF = re.compile(r"(?:không (?:có|còn|để)|nếu|phấn đấu|\d%?)\s*$")
_ASKED = re.compile(r"(?<!\w)(?:phấn đấu|mục tiêu|nếu|yêu cầu|nghiêm cấm|không để|cam kết)(?!\w)")


def speaks_of_itself(folded: str, passage: Passage) -> bool:
    """False for tasks, wishes, other times and other people, unless the sentence says that the thing exists here and now."""
    if passage.section in _SILENT:
        return False
    sentence = folded[passage.start : passage.end]
    exists = says_it_exists(sentence)
    if words_of("limitations", "elsewhere").search(sentence) and not re.search(
        r"đến nay|hiện nay|vẫn còn", sentence
    ):
        return False
    if passage.section in _OPEN:
        return True
    if passage.section in ("tasks", "lessons", "proposals"):
        return "vẫn còn" in sentence and not opens_with_task(sentence)
    return exists and not (opens_with_task(sentence) and not _strongly(sentence))


def may_go_on(folded: str, passage: Passage) -> bool:
    """Whether a sentence after one that told a fault may tell more: no task, wish or praise."""
    sentence = folded[passage.start : passage.end]
    return (
        passage.section not in ("tasks", "lessons", "proposals", "closing", "head")
        and not words_of("limitations", "elsewhere").search(sentence)
        and not words_of("limitations", "praise").search(sentence)
        and not opens_with_task(sentence)
        and not speaks_of_later(sentence)
    )


def may_tell(folded: str, passage: Passage) -> bool:
    """Whether a sentence may tell a fault as a plain fact: of results, not of tasks, wishes, other times, other people or what is being mended."""
    sentence = folded[passage.start : passage.end]
    return (
        passage.section not in ("tasks", "lessons", "proposals", "opening", "head", "closing")
        and not passage.title
        and not words_of("limitations", "elsewhere").search(sentence)
        and not opens_with_task(sentence)
    )


def voice_end(folded: str, passage: Passage) -> int | None:
    """Where the words of a named person begin in a sentence that opens with who said them: “Bà Cao Thị Mận (xóm 7): …”."""
    said = _VOICE.match(folded, passage.start, passage.end)
    return said.end() if said else None


def tells_plainly(clause: str) -> bool:
    """Whether a clause of results may be a plain fact: nothing in it denies, praises, rules or supposes."""
    return _NOT_TOLD.search(clause) is None or counts_who_lacks(clause)


def counts_who_lacks(text: str) -> bool:
    """“3 công chức chưa có mặt”, “hai đồng chí không đeo thẻ”: some people are counted who did not do what they ought."""
    return any(
        not _FEW_OF.search(text[: match.start()]) and _ASKED.search(text[: match.start()]) is None
        for match in _who_lacks().finditer(text)
    )


def says_it_exists(text: str) -> bool:
    """“vẫn còn”, “một số … chưa”, “nhắc nhở 02 trường hợp”: the thing is so, and not only feared."""
    meant = words_of("limitations", "harmless").sub(lambda match: " " * len(match[0]), text)
    return any(words_of("limitations", key).search(meant) for key in _EXIST)


def is_owned(folded: str, clause: Clause, start: int, end: int, want: int | None = None) -> bool:
    """True if the fault at ``[start:end]`` is neither denied nor mended nor required in its clause. ``want``: where its word of want begins, if it needs one."""
    before, after = folded[clause.start : start], folded[end : clause.end]
    if (
        _NOUGHT.match(after)
        or _denied(folded[clause.start : max(start, want or start)])
        or _required(folded, clause.start, max(start, want or start), clause.end)
    ):
        return False
    if words_of("limitations", "taken_back").search(after) and not re.search(
        r"vẫn còn|chưa", after
    ):
        return False
    return not _mended(before, after, want is not None, folded[clause.start : clause.end])


def _denied(before: str) -> bool:
    if _tail("directly", r"(?:\s+(?:bị|hề|có|còn))?\s*$").search(before):
        return True
    said = list(
        words_of("limitations", "denied").finditer(
            words_of("limitations", "no_denial").sub(lambda match: " " * len(match[0]), before)
        )
    )
    return bool(said) and not re.search(
        r"vẫn còn|còn tình trạng|một số|có lúc", before[said[-1].end() :]
    )


def _required(folded: str, start: int, position: int, end: int) -> bool:
    before, clause = folded[start:position], folded[start:end]
    said = [
        match
        for match in words_of("limitations", "required").finditer(before)
        if not re.match(
            r"\s*(?:thừa nhận|nhận rằng|thiết|thường xuyên tiếp xúc|chờ|đợi|đi lại|nhắc|đôn đốc|bổ sung|trả lại|làm lại|làm thay|xin lỗi|gia hạn|mượn|dùng tạm|kiêm nhiệm|(?:yêu cầu )?(?:dân|người dân|công dân|khách hàng))",
            clause[match.end() :],
        )
    ]
    return bool(said) and not re.search(
        r"vẫn còn|một số|có lúc|còn tình trạng|tiếp xúc", before[said[-1].end() :]
    )


def _mended(before: str, after: str, noun: bool, clause: str) -> bool:
    for key in ("no_mending", "observed"):
        before = words_of("limitations", key).sub(lambda match: " " * len(match[0]), before)
    said = [
        match
        for match in words_of("limitations", "mended").finditer(before)
        if _enumerates(before[match.end() :]) and ":" not in before[match.end() :]
    ]
    if not said or words_of("limitations", "counted").search(clause):
        return False
    if re.search(
        r"(?<!tình trạng )(?:vẫn còn|còn xảy ra)|(?:chưa|chậm|thiếu|còn hạn chế)\s+(?:\S+\s+){0,3}$",
        before[said[-1].end() :],
    ):
        return False
    if _DUTY.search(before[: said[0].start()]) or re.match(r"(?:công tác|việc)\s", clause.lstrip()):
        return (
            not noun
            and "," not in before[said[-1].end() :]
            and not re.search(r"chưa|còn hạn chế|còn chậm", after)
        )
    return re.search(r"chưa\s+(?:\S+\s+){0,3}$", before[: said[0].start()]) is None


def _enumerates(between: str) -> bool:
    """A verb of mending reaches over commas only along a list of short members."""
    return all(len(part.split()) <= 6 for part in between.split(",")[1:])


def speaks_of_later(sentence: str) -> bool:
    """“Năm tới …”, “phấn đấu …”: what is to come, or is pledged."""
    return _FUTURE.search(sentence) is not None


def opens_with_task(sentence: str) -> bool:
    """“Tiếp tục …”, “Tăng cường …”: what is to be done."""
    return (
        words_of("limitations", "task").match(sentence, _BULLET.match(sentence).end()) is not None
    )  # type: ignore[union-attr]


def _strongly(sentence: str) -> bool:
    return (
        re.search(r"vẫn còn|tuy nhiên|nhưng|(?<!\w)song(?! song)", sentence) is not None
        or words_of("limitations", "counted").search(sentence) is not None
    )


@cache
def _tail(key: str, tail: str) -> re.Pattern[str]:
    return re.compile(any_of(rules("limitations")[key]).pattern + tail)


@cache
def _who_lacks() -> re.Pattern[str]:
    people = any_of(rules("figures")["counted"]["people"]).pattern
    return re.compile(
        rf"(?<![\w.,/%])(?:\d{{1,3}}(?:/\d{{1,4}})?|một|hai|ba|bốn|sáu|bảy|vài|một vài|một số|có)\s+(?:lượt\s+)?{people}"
        r"(?:\s+(?!không|chưa|đã|được)[^\W\d]+){0,6}\s+(?:không|chưa)\s+(?!vi phạm|có (?:đơn|vi phạm|khuyết điểm)|bị)"
    )
