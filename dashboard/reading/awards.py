"""Awards that were given: form, how many collectives and individuals; proposals and rules of rewarding are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dashboard.reading.folding import CAPITALS, Citation, Source
from dashboard.reading.outline import Passage
from dashboard.reading.phrases import any_of, rules, words_of

_SILENT = frozenset({"tasks", "proposals", "lessons"})
_AT_REQUEST = re.compile(r"(?:theo|trên cơ sở)\s+(?:\S+\s+){0,3}(?:đề nghị|đề xuất)$")
_DONE = re.compile(
    r"đã (?:được )?(?:\S+\s+)?(?:tặng|khen|quyết định)|được (?:\S+\s+){0,6}(?:tặng|khen)"
)
_DECIDED = re.compile(r"\(\s*đã (?:có|được|ban hành)\s+(?:quyết định|tặng|khen)")
_TO = re.compile(rf"\s+cho\s+(?:tập thể|cơ quan|đơn vị|[{CAPITALS}])")
_GIVEN_BEHIND = re.compile(
    r"[^;.]{0,80}?(?<!đề nghị )(?:đã\s+)?được\s+(?:\S+\s+){0,8}?(?:công nhận|tặng|khen|trao)(?!\w)"
)
_COMMA = re.compile(r",\s(?![^()]*\))")
_WORDS = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
}
_AMOUNT = rf"(?<![\w.,/])(\d{{1,3}}(?:\.\d{{3}})*(?:/\d{{1,4}})?|{'|'.join(_WORDS)})(?:\s*\([^)]*\))?\s+(?:lượt\s+)?"


@dataclass(frozen=True)
class Award:
    """One form of award with its counts; None = the text gives no number of them."""

    form: str
    collectives: int | None
    individuals: int | None
    place: Citation


@dataclass(frozen=True)
class _Form:
    start: int
    end: int
    form: str
    to: str | None
    plain: bool


@dataclass(frozen=True)
class _Count:
    start: int
    end: int
    kind: str
    amount: int
    form: _Form | None = None


def awards(source: Source, parts: list[Passage]) -> list[Award]:
    """All awards given that the running text counts, in order; the same statement twice is given once."""
    found = [
        award
        for passage in parts
        if passage.section not in _SILENT and not passage.table
        for award in _in_sentence(source, passage)
    ]
    seen: dict[tuple[str, int | None, int | None], Award] = {}
    for award in found:
        seen.setdefault((award.form, award.collectives, award.individuals), award)
    return list(seen.values())


def form_named(text: str) -> str | None:
    """The form of award that a folded text (a table's cell) names, None if none."""
    forms = _forms(text, 0, len(text))
    return forms[0].form if forms else None


def _in_sentence(source: Source, passage: Passage) -> Iterator[Award]:
    folded = source.folded
    if words_of("awards", "nowhere").search(folded, passage.start, passage.end):
        return
    start = passage.start
    for stop in [
        mark.start() for mark in re.compile(";").finditer(folded, passage.start, passage.end)
    ] + [passage.end]:
        counted = list(_in_clause(source, passage.start, start, stop))
        yield from counted
        yield from _uncounted(source, passage.start, start, stop, counted)
        start = stop + 1


def _in_clause(source: Source, sentence: int, start: int, end: int) -> Iterator[Award]:
    forms = _forms(source.folded, start, end)
    counts = _counts(source.folded, start, end, forms)
    if not forms or not counts:
        return
    if paired := _paired(source.folded, start, end, forms, counts):
        yield from (
            _award(source, form, own)
            for form, own in _merged(paired)
            if _is_given(source.folded, sentence, form)
        )
        return
    first_is_form = forms[0].start <= counts[0].start
    for index, form in enumerate(forms):
        if first_is_form:
            limit = forms[index + 1].start if index + 1 < len(forms) else end
            own = [
                count
                for count in counts
                if form.start <= count.start < limit
                and count.form in (None, form)
                or count.form == form
            ]
        else:
            floor = forms[index - 1].end if index else start
            own = [
                count
                for count in counts
                if count.form in (None, form)
                and (
                    floor <= count.start < form.end
                    or index == len(forms) - 1
                    and count.start >= form.end
                )
            ]
        if own and _is_given(source.folded, sentence, form):
            yield _award(source, form, own)


def _uncounted(
    source: Source, sentence: int, start: int, end: int, counted: list[Award]
) -> Iterator[Award]:
    """“Sở được UBND tỉnh tặng Cờ thi đua”: a form that was given and no number with it."""
    for form in _forms(source.folded, start, end):
        commas = [mark.end() for mark in _COMMA.finditer(source.folded, start, form.start)]
        begin = commas[-1] if commas else start
        if (
            form.plain
            or any(form.form == award.form for award in counted)
            or _counts(source.folded, begin, form.end, [form])
        ):
            continue
        if _is_received(source, begin, end, form) and _is_given(source.folded, sentence, form):
            yield Award(form.form, None, None, source.cite(begin, form.end))


def _is_received(source: Source, start: int, end: int, form: _Form) -> bool:
    before, handed = source.folded[start : form.start], any_of(rules("awards")["handed"]).pattern
    if re.search(
        rf"(?:(?<!\w)được\s+(?:\S+\s+){{0,12}}?{handed}|{words_of('awards', 'received').pattern})(?:\s+\S+){{0,4}}?[\s\"(]*$",
        before,
    ):
        return True
    return (
        _TO.match(source.plain, form.end, end) is not None
        and re.search(rf"{handed}\s*$", before) is not None
    )


def _paired(
    folded: str, start: int, end: int, forms: list[_Form], counts: list[_Count]
) -> list[tuple[_Form, list[_Count]]]:
    """“07 đồng chí đạt Lao động tiên tiến, 02 đồng chí được tặng Giấy khen”: if between commas every count stands before the one form there, they
    belong together; else nothing."""
    cuts = [
        start,
        *(mark.end() for mark in re.compile(r",\s|\svà\s+(?=\d)").finditer(folded, start, end)),
        end,
    ]
    paired = []
    for first, last in zip(cuts, cuts[1:], strict=False):
        here = [form for form in forms if first <= form.start < last]
        own = [count for count in counts if first <= count.start < last]
        if (
            len(here) > 1
            or own
            and (
                not here
                or any(count.start >= here[0].end and count.form != here[0] for count in own)
            )
        ):
            return []
        if own:
            paired.append((here[0], own))
    return paired


def _merged(paired: list[tuple[_Form, list[_Count]]]) -> list[tuple[_Form, list[_Count]]]:
    """“04 Bằng khen cho tập thể, 07 Bằng khen cho cá nhân” is one award of one form."""
    merged: list[tuple[_Form, list[_Count]]] = []
    for form, own in paired:
        if (
            merged
            and merged[-1][0].form == form.form
            and {count.kind for count in own}.isdisjoint(count.kind for count in merged[-1][1])
        ):
            merged[-1][1].extend(own)
        else:
            merged.append((form, own))
    return merged


def _award(source: Source, form: _Form, own: list[_Count]) -> Award:
    first = min(form.start, *(count.start for count in own))
    last = max(form.end, *(count.end for count in own))
    amounts = {
        kind: sum(count.amount for count in own if count.kind == kind)
        if any(count.kind == kind for count in own)
        else None
        for kind in ("collectives", "individuals")
    }
    return Award(
        form.form, amounts["collectives"], amounts["individuals"], source.cite(first, last)
    )


def _is_given(folded: str, sentence: int, form: _Form) -> bool:
    """“đề nghị … tặng Bằng khen” is a wish, “theo đề nghị …, đã tặng Bằng khen” is an award."""
    clause = max(sentence, folded.rfind(";", sentence, form.start) + 1)
    before = folded[clause : form.end]
    asked = [
        match.end()
        for match in words_of("awards", "asked").finditer(before)
        if not _AT_REQUEST.search(before[: match.end()])
    ]
    if asked:
        return (
            _DONE.search(before[asked[-1] :]) is not None
            or _DECIDED.search(folded[form.end : form.end + 120].split(";")[0]) is not None
        )
    wished = [match.end() for match in words_of("awards", "not_given").finditer(before)]
    return (
        not wished
        or words_of("awards", "given").search(before, wished[-1]) is not None
        or _GIVEN_BEHIND.match(folded, form.end) is not None
    )


def _forms(folded: str, start: int, end: int) -> list[_Form]:
    found: list[_Form] = []
    if not _any_form().search(folded, start, end):
        return []
    for form, to, plain, pattern in _listed():
        for match in pattern.finditer(folded, start, end):
            if all(match.end() <= other.start or other.end <= match.start() for other in found):
                found.append(_Form(match.start(), match.end(), form, to, plain))
    proper = [form for form in found if not form.plain]
    return sorted(proper or found, key=lambda form: form.start)


def _counts(folded: str, start: int, end: int, forms: list[_Form]) -> list[_Count]:
    found = []
    for kind, pattern in _counted().items():
        for match in pattern.finditer(folded, start, end):
            if not any(form.start < match.end() and match.end() <= form.end for form in forms):
                found.append(_Count(match.start(), match.end(), kind, _amount(match[1])))
    for form in forms:
        found.extend(_handed_out(folded, start, form))
        before = re.compile(
            _AMOUNT + r"(?:đồng chí |cá nhân |tập thể |đạt |danh hiệu |được công nhận |là )*$"
        ).search(folded, start, form.start)
        if form.to and before and not any(count.start == before.start() for count in found):
            found.append(_Count(before.start(), form.end, form.to, _amount(before[1]), form))
    return sorted(found, key=lambda count: count.start)


def _handed_out(folded: str, start: int, form: _Form) -> Iterator[_Count]:
    """“04 Bằng khen cho tập thể”: the pieces of paper are counted, and to whom stands after."""
    before = re.compile(_AMOUNT + "$").search(folded, start, form.start)
    after = re.compile(r"[^,;.\d]{0,50}?\s(?:cho|tặng)\s+(?:các\s+)?(?:(tập thể)|cá nhân)").match(
        folded, form.end
    )
    if before and after:
        yield _Count(
            before.start(),
            after.end(),
            "collectives" if after[1] else "individuals",
            _amount(before[1]),
            form,
        )


def _amount(text: str) -> int:
    return _WORDS[text] if text in _WORDS else int(text.split("/")[0].replace(".", ""))


@cache
def _counted() -> dict[str, re.Pattern[str]]:
    return {
        kind: re.compile(_AMOUNT + any_of(rules("awards")[kind]).pattern)
        for kind in ("collectives", "individuals")
    }


@cache
def _any_form() -> re.Pattern[str]:
    """Whether a text names a form at all: most sentences do not, and need not be looked over for each."""
    return any_of(name for entry in rules("awards")["form"] for name in entry["names"])


@cache
def _listed() -> tuple[tuple[str, str | None, bool, re.Pattern[str]], ...]:
    named = [
        (entry.get("plain", False), -len(name), name, entry)
        for entry in rules("awards")["form"]
        for name in entry["names"]
    ]
    return tuple(
        (entry["form"], entry.get("to"), plain, any_of([name]))
        for plain, _, name, entry in sorted(named, key=lambda one: one[:3])
    )
