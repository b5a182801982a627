"""What stands in one cell of the plan's forms: from a field of the plan's model to the text that people write, and back.

What a cell takes is read from the model itself, so a new field of a plan is a new column of its form.
"""

from __future__ import annotations

import datetime as dt
import re
import typing
from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from dashboard.plan import Plan
from dashboard.plan.parts import Part
from dashboard.views import plan_cell_words as cell_words
from dashboard.views import plan_words as words
from dashboard.writing import formats

_NUMBER = re.compile(r"[-−]?[0-9]+(?:\.[0-9]{3})*(?:,[0-9]+)?|[-−]?[0-9]+\.[0-9]+")
_THOUSANDS = re.compile(r"[-−]?[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_DAY = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
REFERS = {
    "group": "groups",
    "kinds": "kinds",
    "unit_kinds": "kinds",
    "front_line": "kinds",
    "from_class": "classes",
    "milestones": "milestones",
}
"""Fields that hold codes of another list: there its names are written."""
PERCENT = frozenset({"share", "random_part"})
SEPARATOR = "; "
Kind = Literal["text", "number", "percent", "whole", "day", "yes_no", "choice", "name"]
Names = Mapping[str, Mapping[str, str]]
"""List of the plan → code → name."""


class MistakeError(ValueError):
    """A cell that cannot be used; the text is the sentence for it."""


class Cell(NamedTuple):
    """What a field's cell takes; `many`: several, with “; ” between them; `choices`: the codes of a choice; `of`: the list that a name is of."""

    kind: Kind
    many: bool = False
    choices: tuple[str, ...] = ()
    of: str = ""


def cell_of(model: type[Part], name: str) -> Cell:
    """The cell of a field of a part.

    Example: a deadline's `due` is a day, a criterion's `break_years` are whole numbers, its `direction` a choice of “up” and “down”.
    """
    annotation = model.model_fields[name].annotation
    types, codes = _types(annotation), _codes(annotation)
    many = typing.get_origin(annotation) is tuple
    if name in REFERS:
        return Cell("name", many, of=REFERS[name])
    if codes:
        return Cell("choice", many, codes)
    return Cell(_kind(types, name), many)


def _kind(types: set[Any], name: str) -> Kind:
    if bool in types:
        return "yes_no"
    if dt.date in types:
        return "day"
    if float in types:
        return "percent" if name in PERCENT else "number"
    return "whole" if int in types else "text"


def _types(annotation: Any) -> set[Any]:
    return {annotation}.union(*map(_types, typing.get_args(annotation)))


def _codes(annotation: Any) -> tuple[str, ...]:
    if typing.get_origin(annotation) is Literal:
        return typing.get_args(annotation)
    return next((found for one in typing.get_args(annotation) if (found := _codes(one))), ())


def names_of(plan: Plan) -> Names:
    """The names that codes of other lists are written with."""
    return {
        part: {
            one.code: one.label if part == "milestones" else one.name for one in getattr(plan, part)
        }
        for part in dict.fromkeys(REFERS.values())
    }


def text_of(cell: Cell, value: Any, names: Names) -> str | None:
    """A value as it is written in its cell; None for nothing.

    >>> text_of(Cell("day"), dt.date(2025, 12, 15), {}), text_of(Cell("whole", True), (2022, 2024), {})
    ('15/12/2025', '2022; 2024')
    """
    if value is None or value == "" or value == ():
        return None
    if cell.many:
        return SEPARATOR.join(str(text_of(cell._replace(many=False), one, names)) for one in value)
    if cell.kind == "yes_no":
        return words.YES if value else words.NO
    if cell.kind == "day":
        return formats.date(value)
    if cell.kind == "percent":
        return formats.percent(value, None)
    if cell.kind == "number":
        return formats.number(value, None)
    if cell.kind == "name":
        return names[cell.of].get(value, value)
    return words.VALUES[value] if cell.kind == "choice" else str(value)


def value_of(cell: Cell, text: str, names: Names, place: str) -> Any:
    """The value that a cell says. Raises `MistakeError` with its place."""
    if cell.many:
        one = cell._replace(many=False)
        parts = [part.strip() for part in text.split(";") if part.strip()]
        return [value_of(one, part, names, place) for part in parts]
    return _READERS[cell.kind](cell, text.strip(), names, place)


def _yes_no(cell: Cell, text: str, names: Names, place: str) -> bool:
    return _known({words.YES: True, words.NO: False}, text, place)


def _choice(cell: Cell, text: str, names: Names, place: str) -> str:
    return _known({words.VALUES[code]: code for code in cell.choices}, text, place)


def _name(cell: Cell, text: str, names: Names, place: str) -> str:
    own = names[cell.of]
    return _known(
        {name: code for code, name in own.items()} | {code: code for code in own}, text, place
    )


def _known(values: Mapping[str, Any], text: str, place: str) -> Any:
    found = {one.casefold(): value for one, value in values.items()}
    if text.casefold() not in found:
        listed = SEPARATOR.join(values)
        raise MistakeError(cell_words.CELL_CHOICE.format(place=place, text=text, choices=listed))
    return found[text.casefold()]


def _day(cell: Cell, text: str, names: Names, place: str) -> dt.date:
    found = _DAY.fullmatch(text)
    try:
        day, month, year = map(int, found.groups()) if found else (0, 0, 0)
        return dt.date(year, month, day)
    except ValueError:
        raise MistakeError(cell_words.CELL_DAY.format(place=place, text=text)) from None


def _whole(cell: Cell, text: str, names: Names, place: str) -> int:
    if re.fullmatch("[0-9]{4}", text):  # a year
        return int(text)
    value = number_of(text, place)
    if value != int(value):
        raise MistakeError(cell_words.CELL_WHOLE.format(place=place, text=text))
    return int(value)


def number_of(text: str, place: str, *, rate: bool = False) -> float:
    """The number that a cell says; a rate must carry its per cent sign and comes out as a share 0–1.

    Raises `MistakeError`. Example: “85%” → 0.85 for a rate, “10.000” → 10000, “0,5” and “0.5” → 0.5.
    """
    bare = text.strip().replace(" ", "").replace("\u00a0", "")
    if rate != bare.endswith("%"):
        raise MistakeError(
            (cell_words.CELL_SHARE if rate else cell_words.CELL_PLAIN).format(
                place=place, text=text
            )
        )
    digits = bare.removesuffix("%")
    if not _NUMBER.fullmatch(digits):
        raise MistakeError(cell_words.CELL_NUMBER.format(place=place, text=text))
    plain = digits.replace("−", "-")
    if "," in plain or _THOUSANDS.fullmatch(digits):
        plain = plain.replace(".", "").replace(",", ".")
    return round(float(plain) / 100, 12) if rate else float(plain)


_READERS = {
    "text": lambda cell, text, names, place: text,
    "number": lambda cell, text, names, place: number_of(text, place),
    "percent": lambda cell, text, names, place: number_of(text, place, rate=True),
    "whole": _whole,
    "day": _day,
    "yes_no": _yes_no,
    "choice": _choice,
    "name": _name,
}
