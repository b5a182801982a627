"""Awards as a commendation system exports them, a row for each who was commended: counted by unit, year and form. Names of persons are not kept."""

from __future__ import annotations

from typing import Any

from data_access.intake.problems import Problems
from data_access.intake.resolving import Resolver
from data_access.intake.rows import Row, with_required, word

Record = dict[str, Any]
RECIPIENTS = ("person", "collective", "recipient")


def is_export(fields: set[str]) -> bool:
    """Whether the columns name those who were commended and give no numbers of them."""
    return bool(fields & {*RECIPIENTS, "recipient_kind"}) and not (
        fields & {"collectives", "individuals"}
    )


def counted_awards(rows: list[Row], resolver: Resolver, problems: Problems) -> list[Record]:
    """Records of `awards`: how many collectives and persons of a unit got a form in a year. The same one twice is counted once, with a warning."""
    counts: dict[tuple[str, int, str], Record] = {}
    seen: dict[tuple[Any, ...], Row] = {}
    said = [row for row in rows if any(row.text(one) for one in (*RECIPIENTS, "form"))]
    for row in with_required(said, "form", problems):
        year = resolver.year(row)
        unit = resolver.unit(row, year) if year else None
        kind = _kind(row, problems)
        if not (year and unit and kind):
            continue
        who = next((row.text(one) for one in RECIPIENTS if row.text(one)), "")
        key = (unit, year, row.text("form"))
        first = seen.setdefault((*key, kind, who or row.number), row)
        if first is not row:
            problems.add("duplicate_row", row.sheet, row.at("form"), first=first.at("form"))
            continue
        one = counts.setdefault(key, _first_of(key, row))
        one[kind] += 1
    return list(counts.values())


def _first_of(key: tuple[str, int, str], row: Row) -> Record:
    unit, year, form = key
    return {
        "unit": unit,
        "year": year,
        "origin": "workbook",
        "form": form,
        "collectives": 0,
        "individuals": 0,
        "sheet": row.sheet,
        "cell": row.at("form"),
    }


def _kind(row: Row, problems: Problems) -> str | None:
    """Whether a row is of a collective or a person: by its own word, else by the column that names them."""
    if row.text("recipient_kind"):
        return word(row, "recipient_kind", "recipient", problems)
    if row.text("collective"):
        return "collectives"
    if row.text("person"):
        return "individuals"
    problems.add("required_missing", row.sheet, row.at("form"), column="recipient_kind")
    return None
