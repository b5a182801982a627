"""What a sheet says of itself before a cell is believed: year, part of a year, stage, unit of measure, draft; each with the place where it is said.

Claims of one kind must agree: `agreed` gives the value, or the two that contradict each other, which is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import PurePath
from typing import Any, NamedTuple

from data_access.intake.headers import stage_of
from data_access.intake.names import SPELLINGS, fold, plain
from data_access.intake.not_final import is_not_final
from data_access.intake.periods import (
    part_of_year,
    round_of_year,
    span_of_years,
    years_said,
)
from data_access.intake.sheets import Sheet, a1, text_of
from data_access.intake.told_measures import measure_told, scale_told

_LETTERS = frozenset(map(fold, SPELLINGS["stage_letters"]["appraised"]))
_ASKED = tuple(map(fold, SPELLINGS["stage_asked"]))
_NOT_YET = re.compile(
    rf"\b(?:{'|'.join(map(fold, SPELLINGS['before_appraisal']))})\b(?: \w+){{0,6}}? (?:thẩm định|{'|'.join(_ASKED)})\b(?: thẩm định\b)?"
    rf"|\b(?:{'|'.join(map(fold, SPELLINGS['not_asked']))})\b"
)
_STAGES = {
    "self": tuple(map(fold, SPELLINGS["stage_self"])),
    "appraised": tuple(map(fold, SPELLINGS["stage_appraised"])),
}
_NAME_PARTS = re.compile(
    r"(?<=[a-zà-ỹ])(?=[A-ZĐ])|(?<=[A-ZĐ])(?=[A-ZĐ][a-zà-ỹ])|(?<=[^\W\d_])(?=[0-9])|(?<=[0-9])(?=[^\W\d_])"
)
UNCLEAR = "unclear"  # both stages are named and nothing tells which one a figure is of
_LONGEST = 250  # a longer text is a paragraph, no title


_NAMES = ("sheet", "file")


class Claim(NamedTuple):
    """`kind`: year, part_of_year, round, stage, measure, scale, draft, unit. `place`: title, sheet, file, section, info; `cell` is None for names."""

    kind: str
    value: Any
    place: str
    cell: str | None
    text: str


def claims_in(text: str, place: str, cell: str | None = None) -> list[Claim]:
    """Every claim of one line or name."""
    if not text or len(text) > _LONGEST:
        return []
    found = _said_in(text, place in _NAMES)
    return [Claim(kind, value, place, cell, text) for kind, value in found]


@lru_cache(maxsize=4096)
def _said_in(text: str, is_name: bool) -> tuple[tuple[str, Any], ...]:
    return (*_periods_in(text, is_name), *_others_in(text, is_name))


def _periods_in(text: str, is_name: bool) -> list[tuple[str, Any]]:
    """(kind, value) of what a line says of time; a year of which it names several is None."""
    years, span = years_said(text), span_of_years(text)
    found: list[tuple[str, Any]] = []
    if years:
        found.append(("year", next(iter(years)) if len(years) == 1 else None))
    if part_of_year(text, is_name):
        found.append(("part_of_year", True))
    elif round_of_year(text):
        found.append(("round", True))
    return [*found, ("span", span)] if span and not is_name else found


def _others_in(text: str, is_name: bool) -> list[tuple[str, Any]]:
    """(kind, value) of stage (None where a line names both), unit of measure and draft."""
    stages, measure = _stages_told(text), None if is_name else measure_told(text)
    found: list[tuple[str, Any]] = []
    is_letters = is_name and fold(text) in _LETTERS
    if stages or is_letters or _asks_for_stage(text):
        found.append(("stage", stages.pop() if len(stages) == 1 else None))
    if measure:
        found.append(("measure", measure))
    if (scale := None if is_name else scale_told(text)) is not None:
        found.append(("scale", scale))
    return [*found, ("draft", True)] if is_not_final(text) else found


def claims_above(sheet: Sheet, first: int, until: int) -> list[Claim]:
    """The claims of the lines of text in the rows from `first` to before `until`; a line is read cell by cell, and as a whole where it has several."""
    found = []
    for number in range(first, until):
        cells = [(index, one) for index, one in enumerate(sheet.rows[number]) if one != ""]
        if not cells:
            continue
        texts = [text_of(one) for _, one in cells]
        text = texts[0] if len(texts) == 1 else " ".join(texts)
        found += claims_in(text, "title", a1(number, cells[0][0]))
    return found


def claims_of_names(sheet: Sheet) -> list[Claim]:
    """The claims of the sheet's and the file's names, also where words and numbers run together: “BC_QuyII2024”."""
    stem = PurePath(sheet.file).stem.replace("_", " ")
    return [*_claims_of_name(sheet.name or "", "sheet"), *_claims_of_name(stem, "file")]


def _claims_of_name(name: str, place: str) -> list[Claim]:
    apart = [one._replace(text=name) for one in claims_in(_NAME_PARTS.sub(" ", name), place)]
    return list(dict.fromkeys([*claims_in(name, place), *apart]))


def of_kind(claims: Iterable[Claim], kind: str) -> list[Claim]:
    """The claims of one kind, in order."""
    return [one for one in claims if one.kind == kind]


def agreed(claims: Sequence[Claim]) -> tuple[Claim | None, tuple[Claim, Claim] | None]:
    """The claim that all agree on (None without any), or the first two that contradict each other. One that names several values claims none of them."""
    sure = [one for one in claims if one.value is not None]
    other = next((one for one in sure if one.value != sure[0].value), None)
    return (None, (sure[0], other)) if other else (sure[0] if sure else None, None)


@lru_cache(maxsize=4096)
def stage_told(text: str) -> str | None:
    """The one stage that a line mentions; what only goes to the appraisers, or waits for them, is not appraised.

    `stage_told("Bảng điểm gửi Hội đồng thẩm định") is None`
    """
    found = set(_stages_told(text))
    return found.pop() if len(found) == 1 else None


def _stages_told(text: str) -> set[str]:
    """The stages that a line mentions."""
    if whole := stage_of(text):
        return {whole}
    words = f" {_NOT_YET.sub(' ', fold(text))} "
    return {
        stage
        for stage, forms in _STAGES.items()
        if any(f" {form} " in words for form in forms)
        or (text.isascii() and any(f" {plain(form)} " in words for form in forms))
    }


def _asks_for_stage(text: str) -> bool:
    """Whether a line tells of others than the unit, who may have scored: “Kết quả chấm điểm của Hội đồng”."""
    words = f" {_NOT_YET.sub(' ', fold(text))} "
    return any(
        f" {one} " in words or (text.isascii() and f" {plain(one)} " in words) for one in _ASKED
    )
