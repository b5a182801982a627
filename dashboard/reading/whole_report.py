"""Reading a unit's own report: text in, findings out, each with its literal quote and place."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dashboard.reading.awards import Award, awards
from dashboard.reading.bodies import is_generic
from dashboard.reading.cautions import Caution, doubtful_text, sound
from dashboard.reading.folding import Citation, Source, fold
from dashboard.reading.found_examples import Example, examples
from dashboard.reading.found_limitations import Limitation, limitations
from dashboard.reading.indicator import Indicator, Reader
from dashboard.reading.indicators import indicators, unrepeated
from dashboard.reading.issued import IssuedDocument, issued_documents
from dashboard.reading.likely_senders import likely_sender
from dashboard.reading.outline import Passage, passages
from dashboard.reading.paragraphs import unwrapped
from dashboard.reading.period import Paper, paper, period
from dashboard.reading.rate_counts import with_counts
from dashboard.reading.restored_accents import lacks_accents, with_accents
from dashboard.reading.restored_tables import with_tables
from dashboard.reading.said_tables import table_awards, table_indicators
from dashboard.reading.senders import reporting_unit
from dashboard.reading.spans import Period
from dashboard.reading.topics import topics
from dashboard.reading.unsure_lines import asked_by_line
from dashboard.reading.unsure_matters import asked_by_matter, names_no_sender, worth_asking
from dashboard.reading.unsure_owners import asked_by_owner
from dashboard.reading.whole_names import whole_name


@dataclass(frozen=True)
class Findings:
    """What one report says; ``others``: figures that it tells of other bodies, each with its ``subject``, never the unit's own; ``named``: the unit's whole name, of which ``unit`` may be a part. All offsets are of the text as given: ``text[start:end] == quote``."""

    unit: Citation | None
    named: str | None
    period: Period | None
    paper: Paper
    indicators: tuple[Indicator, ...]
    others: tuple[Indicator, ...]
    limitations: tuple[Limitation, ...]
    awards: tuple[Award, ...]
    examples: tuple[Example, ...]
    documents: tuple[IssuedDocument, ...]
    warnings: tuple[Caution, ...]
    places: tuple[tuple[int, str], ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Plain data for JSON: dates as 2019-09-04, what the text does not give as None."""
        return {
            "unit": self.named,
            "unit_place": self._place(self.unit),
            "period": self.period.label if self.period else None,
            "years": [self.period.first, self.period.last] if self.period else None,
            "kind": self.period.kind if self.period else None,
            "part_of_year": self.period is not None and self.period.is_part,
            "period_place": self._place(self.period.place if self.period else None),
            "report": {"number": self.paper.number, "date": _iso(self.paper.dated)},
            "indicators": [self._indicator(indicator) for indicator in self.indicators],
            "others": [self._indicator(indicator) for indicator in self.others],
            "limitations": [self._limitation(one) for one in self.limitations],
            "awards": [self._award(one) for one in self.awards],
            "examples": [
                {"name": example.name, **self._cited(example.place)} for example in self.examples
            ],
            "documents": [self._document(one) for one in self.documents],
            "warnings": [self._warning(one) for one in self.warnings],
        }

    def _limitation(self, limitation: Limitation) -> dict[str, Any]:
        named = {"category": limitation.category, "doubt": limitation.doubt}
        return named | self._cited(limitation.place)

    def _award(self, award: Award) -> dict[str, Any]:
        given = {"collectives": award.collectives, "individuals": award.individuals}
        return {"form": award.form, **given, **self._cited(award.place)}

    def _document(self, document: IssuedDocument) -> dict[str, Any]:
        return {
            "number": document.number,
            "date": _iso(document.date),
            "issuer": document.issuer,
            "own": document.own,
            **self._cited(document.place),
        }

    def _warning(self, caution: Caution) -> dict[str, Any]:
        cited = self._cited(caution.place) if caution.place else {}
        return {"code": caution.code, "message": caution.message, **cited}

    def _indicator(self, indicator: Indicator) -> dict[str, Any]:
        fields = (
            "code name criterion value out_of unit comparator year subject doubt counts".split()
        )
        return {field: getattr(indicator, field) for field in fields} | self._cited(indicator.place)

    def _place(self, place: Citation | None) -> dict[str, Any] | None:
        return self._cited(place) if place else None

    def _cited(self, place: Citation) -> dict[str, Any]:
        cited: dict[str, Any] = {"quote": place.quote, "start": place.start, "end": place.end}
        if self.places:
            cited["place"] = self.places[
                max(0, bisect_right(self.places, (place.start, "\U0010ffff")) - 1)
            ][1]
        return cited


def read_report(
    text: str, *, criteria: Iterable[Mapping[str, Any]] = (), places: Sequence[tuple[int, str]] = ()
) -> Findings:
    """Everything that the rules find in a report's text.

    ``criteria``: the plan's criteria as mappings (code, name, kind, words); those with ``words`` are looked for by them. ``places``: where in the
    file a piece of the text begins, as (offset, label) in order, e.g. (1042, "trang 2"); findings then carry their ``place``.
    """
    source, parts, unit, covered, reader = opened(text, criteria)
    told = unrepeated(
        [*indicators(source, parts, reader), *table_indicators(source, parts, reader)]
    )
    own = [one for one in told if one.subject == reader.unit]
    given = (*awards(source, parts), *table_awards(source, parts))
    asked = [one for one in worth_asking(source, parts, own) if not _in_any(one, given)]
    levels, contradictions = sound(text, [one for one in own if one.doubt != "whether"])
    levels = asked_by_matter(source, parts, with_counts(source, levels), reader.level)
    levels = asked_by_owner(source, parts, asked_by_line(source, levels, reader.year), told, reader)
    faults = limitations(source, parts, reader.unit, covered and covered.first)
    if lacks_accents(text):
        faults = [replace(one, doubt="whether") for one in faults]
    if lacks_accents(text) or names_no_sender(source, unit, reader):
        levels = [replace(one, doubt=one.doubt or "unlike") for one in levels]
    found = {
        "indicators": tuple(sorted([*levels, *asked], key=lambda one: one.place.start)),
        "others": tuple(one for one in told if one.subject != reader.unit),
        "limitations": tuple(faults),
        "awards": given,
        "examples": tuple(examples(source, parts)),
        "documents": tuple(issued_documents(source, parts, reader.unit)),
    }
    warnings = (
        *doubtful_text(source),
        *contradictions,
        *_missing(text, unit, covered, any(found.values())),
    )
    return Findings(
        unit=unit,
        named=reader.unit,
        period=covered,
        paper=paper(source),
        warnings=warnings,
        places=tuple(places),
        **found,
    )  # type: ignore[arg-type]


def _in_any(one: Indicator, given: Iterable[Award]) -> bool:
    """Whether a figure stands in what tells an award: it counts the awarded."""
    return any(
        one.place.start < award.place.end and award.place.start < one.place.end for award in given
    )


def opened(
    text: str, criteria: Iterable[Mapping[str, Any]] = ()
) -> tuple[Source, list[Passage], Citation | None, Period | None, Reader]:
    """A text taken apart: its words, its sentences, whose report it is, of which years, and what is known to read its figures with."""
    source = unwrapped(with_tables(with_accents(Source(text))))
    parts = passages(source)
    unit = reporting_unit(source, parts)
    is_its_own = unit is not None and not is_generic(unit.quote)
    if not is_its_own:
        unit = likely_sender(source) or unit
    covered = period(source) if parts else None
    said = whole_name(source, unit) if unit else None
    part = fold(covered.label) if covered and covered.is_part else ""
    reader = Reader(topics(criteria), said, covered and covered.last, part, is_its_own)
    return source, parts, unit, covered, reader


def _missing(
    text: str, unit: Citation | None, covered: Period | None, anything: bool
) -> list[Caution]:
    if not text.strip():
        return [Caution("no_text", None)]
    absent = (
        ("no_unit", unit is None),
        ("no_period", covered is None),
        ("nothing_found", not anything),
    )
    return [Caution(code, None) for code, is_absent in absent if is_absent]


def _iso(date: dt.date | None) -> str | None:
    return date.isoformat() if date else None
