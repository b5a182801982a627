"""What a slide is, and the small steps that all kinds take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.deck import deck_words as words
from dashboard.deck.agenda import MOST_WORDS, Item, word_count
from dashboard.deck.hall_table import HallTable
from dashboard.deck.pictures import Picture
from dashboard.exports.report.material import Material
from dashboard.exports.report.pack import Chart, Series
from dashboard.writing import first_letter, formats
from dashboard.writing.table_model import table_of_rows

LONGEST_CELL = 110


@dataclass(frozen=True)
class Slide:
    """One slide: `topic` in small above the message (at most 20 words), the picture, what the speaker says with the sources, the address of the same chart for phones, how much larger than the least size its picture is drawn,
    and the place of its entry in the agenda."""

    topic: str
    message: str
    picture: Picture
    notes: tuple[str, ...]
    address: str = ""
    larger: float = 1.0
    entry: int = 0


def slide_of(
    material: Material, item: Item, message: str, picture: Picture, said: list[str]
) -> Slide:
    return Slide(
        words.KINDS[item.kind],
        item.title.strip() or message,
        picture,
        (*(one for one in said if one), material.source),
    )


def hall_table(name: str, rows: Sequence[Sequence[object]]) -> HallTable:
    """A table of the hall by its name in `TABLES`, of raw values one a column."""
    return HallTable(table_of_rows(name, words.TABLES[name], rows))


def short(*candidates: str) -> str:
    """The first that a hall reads in one breath; the last one must be."""
    return next((one for one in candidates if word_count(one) <= MOST_WORDS), candidates[-1])


def by_year(chart: Chart, one: Series) -> str:
    write = formats.percent if chart.share else formats.number
    return ", ".join(
        f"năm {year} {write(value)}"
        for year, value in zip(chart.categories, one.values, strict=True)
        if value is not None
    )


def hall_name(name: str, province: str) -> str:
    """A unit's full name without the province, which everybody in the hall knows.

    >>> hall_name("Ủy ban nhân dân xã Khê Sơn, tỉnh Minh Họa", "Tỉnh Minh Họa"), hall_name("Thuế tỉnh Minh Họa", "Tỉnh Minh Họa")
    ('Ủy ban nhân dân xã Khê Sơn', 'Thuế tỉnh')
    """
    where = first_letter.small(province)
    kind = next((one for one in ("tỉnh", "thành phố") if where.startswith(f"{one} ")), "")
    if not kind or not name.endswith(f" {where}"):
        return name
    bare = name.removesuffix(f" {where}")
    return bare.removesuffix(",") if bare.endswith(",") else f"{bare} {kind}"
