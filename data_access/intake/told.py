"""What holds for a whole table: year, stage and unit of measure from the lines above it, the sheet's and the file's name; contradictions are asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from data_access.intake.claims import (
    UNCLEAR,
    Claim,
    agreed,
    claims_above,
    claims_in,
    claims_of_names,
    of_kind,
)
from data_access.intake.file_opening import Found
from data_access.intake.layout import Layout
from data_access.intake.problems import Problems
from data_access.intake.sheets import a1
from data_access.intake.workbook_info import Known

CLAIMS = ["file", "sheet", "cell", "kind", "value", "place", "text"]


class Told(NamedTuple):
    """`year`, `stage`, `measure` (None = nothing is said); `claims` are those that were believed, defaults among them; `is_refused` if they
    contradict each other or are of a part of a year; `scales`: what lines above say of the most that points can be."""

    year: int | None
    stage: str | None
    measure: str | None
    claims: list[Claim]
    is_refused: bool
    scales: list[Claim]


def told_of(found: Found, known: Known, period: tuple[int, int], problems: Problems) -> Told:
    """What holds for one table of results; every contradiction is reported. `period`: first and last year of the plan."""
    own, above, names = _sources(found)
    if _is_of_several_years(own or above, period):
        names = [one for one in names if one.kind != "year"]
    columns = found.layout.columns
    has_year = "year" in found.layout.fields or all(
        one.year for one in columns if one.field == "value"
    )
    has_stage = all(one.stage for one in columns if one.field == "value")
    info = [Claim("year", known.year, "info", None, str(known.year))] if known.year else []
    pointed = _pointed(found)
    years = _of(("year",), [*of_kind(pointed, "year"), *info], own, above, names)
    stages = [] if has_stage else _of(("stage",), of_kind(pointed, "stage"), own, above, names)
    clashes = [
        clash
        for clash in (
            None if has_year else agreed(_without_neighbours(years, found))[1],
            agreed(stages)[1],
        )
        if clash
    ]
    for first, other in clashes:
        _note_clash(found, first, other, problems)
    parts = _of(("part_of_year",), [], own, above, names)
    if parts:
        problems.add("part_of_year", found.sheet.name, parts[0].cell, text=parts[0].text)
    for kind, code in (("draft", "draft"), ("round", "round_of_year")):
        for claim in _of((kind,), [], own, above, names)[:1]:
            problems.add(code, found.sheet.name, claim.cell, text=claim.text)
    year, stage = _first(years), _first(stages)
    is_unclear = stage is None and any(one.value is None for one in stages)
    measure = _first(of_kind(own, "measure") or of_kind(above, "measure"))
    believed = [*of_kind(pointed, "shape"), *(one for one in (year, stage, measure) if one)]
    if not (has_stage or is_unclear) and stage is None and "stage" not in found.layout.fields:
        believed.append(Claim("stage", "self", "default", None, ""))
    told_stage = UNCLEAR if is_unclear else _value(stage)
    scales = [*of_kind(own, "scale"), *of_kind(above, "scale")]
    return Told(_value(year), told_stage, _value(measure), believed, bool(clashes or parts), scales)


def _pointed(found: Found) -> list[Claim]:
    """What a person said of the table, for this file or for all of its shape, and that the columns are read by their word."""
    shape = found.layout.shape
    if shape is None:
        return []
    place, cell = ("memory" if shape.said else "pointed"), a1(found.layout.start, 0)
    said = [Claim("shape", shape.said, place, cell, shape.said)]
    if shape.year:
        said.append(Claim("year", shape.year, "pointed", None, str(shape.year)))
    if shape.stage:
        said.append(Claim("stage", shape.stage, place, None, shape.said))
    return said


def _is_of_several_years(titles: Sequence[Claim], period: tuple[int, int]) -> bool:
    """Whether the lines above speak of several years and of no single one: then no name decides for one of them."""
    years = of_kind(titles, "year")
    spans = [one for one in of_kind(titles, "span") if one.value != period]
    return not any(one.value for one in years) and bool(years or spans)


def told_year(found: Found, known: Known, problems: Problems) -> int | None:
    """The year for the rows of a list that have none. A contradiction is reported."""
    own, above, names = _sources(found)
    info = [Claim("year", known.year, "info", None, str(known.year))] if known.year else []
    years = _of(("year",), info, own, above, names)
    claim, clash = agreed(years)
    if clash and "year" not in found.layout.fields:
        _note_clash(found, *clash, problems)
    return _value(claim or _first(years))


def titled_year(found: Found) -> int | None:
    """The year that the lines above a table or a name tell, for telling units of one name apart."""
    own, above, names = _sources(found)
    return _value(_first(_of(("year",), [], own, above, names)))


def _sources(found: Found) -> tuple[list[Claim], list[Claim], list[Claim]]:
    """The claims of the table's own lines, of the lines above the first table of the sheet, and of the cover and names."""
    layout = found.layout
    own = [*claims_above(found.sheet, layout.top, layout.start), *_claims_of_keys(layout)]
    above = claims_above(found.sheet, 0, found.head) if layout.top else []
    return own, above, [*found.around, *claims_of_names(found.sheet)]


def _claims_of_keys(layout: Layout) -> list[Claim]:
    """What the heads of units and criteria say in brackets: “Đơn vị (tự chấm)”, “Đơn vị (6 tháng)”."""
    return [
        claim
        for one in layout.columns
        if one.field in ("unit", "name", "criterion", "criterion_name") and "(" in one.header
        for claim in claims_in(one.header.partition("(")[2], "head", a1(layout.end, one.index))
        if claim.kind != "draft"
    ]


def _of(
    kinds: Sequence[str],
    info: list[Claim],
    own: list[Claim],
    above: list[Claim],
    names: list[Claim],
) -> list[Claim]:
    """The claims of some kinds, surest first: what stands nearest to the table goes before what stands above the sheet's first one."""
    near, far, named = (
        [one for one in claims if one.kind in kinds] for claims in (own, above, names)
    )
    titles = near or far
    bare = [one for one in titles if one.kind == "year" and "năm" not in one.text.casefold()]
    if bare and len(bare) < len(titles):
        titles = [one for one in titles if one not in bare]
    return [*info, *titles, *named]


def _without_neighbours(years: Sequence[Claim], found: Found) -> list[Claim]:
    """The claims without a name's year that is the year of another table of the same sheet."""
    return [
        one
        for one in years
        if one.place not in ("sheet", "file", "cover")
        or one.value not in found.other_years
        or one.value == years[0].value
    ]


def _first(claims: Sequence[Claim]) -> Claim | None:
    return next((one for one in claims if one.value is not None), None)


def _value(claim: Claim | None) -> Any:
    return claim.value if claim else None


def _note_clash(found: Found, first: Claim, other: Claim, problems: Problems) -> None:
    problems.add(
        "claims_differ",
        found.sheet.name,
        other.cell or first.cell,
        kind=first.kind,
        value=first.value,
        place=first.place,
        text=first.text,
        other=other.value,
        other_place=other.place,
        other_text=other.text,
    )
