"""Awards that were given: form, how many collectives and individuals; proposals and rules of rewarding are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.reading.award_counts import Count, Form, counts_in, forms_in
from dashboard.reading.award_given import is_given, is_received
from dashboard.reading.folding import Citation, Source
from dashboard.reading.outline import Passage
from dashboard.reading.phrases import words_of

_SILENT = frozenset({"tasks", "proposals", "lessons"})
_COMMA = re.compile(r",\s(?![^()]*\))")


@dataclass(frozen=True)
class Award:
    """One form of award with its counts; None = the text gives no number of them."""

    form: str
    collectives: int | None
    individuals: int | None
    place: Citation


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
    forms = forms_in(text, 0, len(text))
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
    forms = forms_in(source.folded, start, end)
    counts = counts_in(source.folded, start, end, forms)
    if not forms or not counts:
        return
    if paired := _paired(source.folded, start, end, forms, counts):
        yield from (
            _award(source, form, own)
            for form, own in _merged(paired)
            if is_given(source.folded, sentence, form)
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
        if own and is_given(source.folded, sentence, form):
            yield _award(source, form, own)


def _uncounted(
    source: Source, sentence: int, start: int, end: int, counted: list[Award]
) -> Iterator[Award]:
    """“Sở được UBND tỉnh tặng Cờ thi đua”: a form that was given and no number with it."""
    for form in forms_in(source.folded, start, end):
        commas = [mark.end() for mark in _COMMA.finditer(source.folded, start, form.start)]
        begin = commas[-1] if commas else start
        if (
            form.plain
            or any(form.form == award.form for award in counted)
            or counts_in(source.folded, begin, form.end, [form])
        ):
            continue
        if is_received(source, begin, end, form) and is_given(source.folded, sentence, form):
            yield Award(form.form, None, None, source.cite(begin, form.end))


def _paired(
    folded: str, start: int, end: int, forms: list[Form], counts: list[Count]
) -> list[tuple[Form, list[Count]]]:
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


def _merged(paired: list[tuple[Form, list[Count]]]) -> list[tuple[Form, list[Count]]]:
    """“04 Bằng khen cho tập thể, 07 Bằng khen cho cá nhân” is one award of one form."""
    merged: list[tuple[Form, list[Count]]] = []
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


def _award(source: Source, form: Form, own: list[Count]) -> Award:
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
