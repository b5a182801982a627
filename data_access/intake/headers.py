"""The words that head columns and name sheets (headers.toml), ready for looking up."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from data_access.intake.matching import header_form
from data_access.intake.names import SPELLINGS, fold

_WORDS = tomllib.loads((Path(__file__).parent / "headers.toml").read_text(encoding="utf-8"))
_YEAR = re.compile(r"(?:năm )?(20[0-9]{2}|19[0-9]{2})")
_YEAR_BEHIND = re.compile(r" (?:năm )?(?:19|20)[0-9]{2}$")


def _forms(words: list[str]) -> list[str]:
    return [fold(one) or one for one in words]


def _inverse(columns: dict[str, list[str]]) -> dict[str, str]:
    return {form: column for column, words in columns.items() for form in _forms(words)}


class Table(NamedTuple):
    """What a kind of table looks like: header (folded) → our column, groups of columns of which one must be there, sheet names."""

    name: str
    columns: dict[str, str]
    required: tuple[tuple[str, ...], ...]
    sheets: tuple[str, ...]

    def has_required(self, found: set[str]) -> bool:
        """Whether every required column is among those found."""
        return all(any(one in found for one in group) for group in self.required)

    def has_required_of_its_own(self, sure: set[str]) -> bool:
        """Whether, of the columns found by words that are not of every table, one is required."""
        own = {one for group in self.required for one in group} - _PLACES
        return not own or bool(sure & own)

    def names_sheet(self, sheet: str | None) -> bool:
        """Whether the sheet's name is one that holds this table."""
        if not sheet:
            return False
        words = f" {fold(sheet)} "
        return any(f" {one} " in words for one in self.sheets)


def _table(name: str) -> Table:
    words = _WORDS[name]
    required = tuple(tuple(one.split("|")) for one in words["required"])
    return Table(name, _inverse(words["columns"]), required, tuple(_forms(words["sheets"])))


_NOT_TABLES = {"ignored", "stages", "info", "words", "index_names", "provinces"}
TABLES = {name: _table(name) for name in _WORDS if name not in _NOT_TABLES}
STAGES = _inverse(_WORDS["stages"])
INFO_LABELS = _inverse(_WORDS["info"]["labels"])
INFO_SHEETS = tuple(_forms(_WORDS["info"]["sheets"]))
IGNORED_COLUMNS = frozenset(_forms(_WORDS["ignored"]["columns"]))
PARTS_OF_YEAR = frozenset(_forms(_WORDS["ignored"]["parts_of_year"]))
WHOLE_YEAR = frozenset(_forms(_WORDS["ignored"]["whole_year"]))
_PARTS_IN_HEADS = frozenset(_forms(_WORDS["ignored"]["parts_in_heads"]))
_NOT_VALUES = frozenset(_forms(_WORDS["ignored"]["not_values"]))
COVER_SHEETS = frozenset(_forms(_WORDS["ignored"]["covers"]))
PROVINCES = {fold(name): name for name in _WORDS["provinces"]["names"]}
INDEX_NAMES = _inverse(_WORDS["index_names"])
NUMBERING = frozenset(_forms(["stt", "tt", "số thứ tự", "no"]))
_JUDGED = frozenset(
    one for one in IGNORED_COLUMNS if one.startswith(tuple(_forms(_WORDS["ignored"]["judged"])))
)
_PLACES = {"unit", "name", "year", "person", "collective", "recipient", "recipient_kind"}
GENERIC = frozenset(_forms(_WORDS["ignored"]["generic"]))
HARMLESS_BRACKETS = frozenset(_forms(_WORDS["ignored"]["harmless_brackets"]))
IGNORED_SHEETS = frozenset(_forms(_WORDS["ignored"]["sheets"]))
WORDS = {name: _inverse(words) for name, words in _WORDS["words"].items()}
SAID = {
    name: [spellings[1] for spellings in words.values()] for name, words in _WORDS["words"].items()
}  # what to offer a person
KEYS = frozenset(
    form
    for table in TABLES.values()
    for form, column in table.columns.items()
    if column in {"unit", "name", "criterion", "criterion_name", "before", "alias", "province"}
)
KNOWN = (
    frozenset().union(*(table.columns for table in TABLES.values()))
    | STAGES.keys()
    | IGNORED_COLUMNS
    | WHOLE_YEAR
    | _PARTS_IN_HEADS
    | frozenset(_forms([one for letters in SPELLINGS["stage_letters"].values() for one in letters]))
)


@lru_cache(maxsize=65_536)
def is_known(text: str) -> bool:
    """Whether a text is one of the headers of any table, a stage or a year."""
    return (
        fold(text) in KNOWN
        or header_form(text) in KNOWN
        or year_of(text) is not None
        or is_percent_sign(text)
    )


def is_percent_sign(text: str) -> bool:
    """Whether a head is nothing but “%”."""
    return text.strip(" ()") == "%"


def is_of_period(text: str) -> bool:
    """Whether a head only says over which part of the year, or the whole of it, the figures are."""
    return fold(text) in WHOLE_YEAR | _PARTS_IN_HEADS


def column_of(table: Table, text: str) -> str | None:
    """Our column for a header of this table; None if the header is not one of its words."""
    return table.columns.get(fold(text) or text) or table.columns.get(header_form(text))


def stage_of(text: str) -> str | None:
    """`self` or `appraised` for a header such as “Điểm tự chấm”."""
    return STAGES.get(fold(text)) or STAGES.get(header_form(text))


@lru_cache(maxsize=65_536)
def year_of(text: str) -> int | None:
    """The year that a header is: “2022”, “Năm 2022”."""
    whole = _YEAR.fullmatch(fold(text))
    return int(whole[1]) if whole else None


@lru_cache(maxsize=65_536)
def is_no_value(text: str) -> bool:
    """Whether a head says by its own words that it is over no result of the year: “Kế hoạch”, “Chỉ tiêu năm 2025”."""
    return _YEAR_BEHIND.sub("", fold(text)) in _NOT_VALUES


def is_figure_head(text: str) -> bool:
    """Whether a head is over figures or judgements of units, which no list of units has."""
    form = header_form(text)
    return form in _JUDGED or TABLES["results"].columns.get(form) in ("value", "out_of")
