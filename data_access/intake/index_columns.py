"""Province-level indices with years or indices as columns: “Tỉnh | 2019 | 2020”, “Năm | PAPI | PAR INDEX”, each over Điểm | Xếp hạng."""

from __future__ import annotations

import re
from typing import Any

from data_access.intake.body import Body, has_nothing
from data_access.intake.file_opening import Found
from data_access.intake.headers import INDEX_NAMES, PROVINCES, year_of
from data_access.intake.heads import Column
from data_access.intake.index_heads import FIGURES, index_named
from data_access.intake.names import fold
from data_access.intake.periods import years_said
from data_access.intake.problems import Problems
from data_access.intake.rows import Row, count, figure
from data_access.intake.sheets import Sheet, letters, text_of

Record = dict[str, Any]
_SOURCE = re.compile(r"\(?\s*nguồn(?: số liệu)?\s*:\s*(?P<source>.*?\S)\s*\)?", re.IGNORECASE)


class WideIndices:
    """One such table; province, index, year and source may be said by its title or by a line “Nguồn: …”."""

    def __init__(self, found: Found, problems: Problems) -> None:
        self._sheet, self._layout, self._problems = found.sheet, found.layout, problems
        above = [
            text_of(one)
            for row in found.sheet.rows[found.layout.top : found.layout.start]
            for one in row
            if one != ""
        ]
        self._title = " ".join([found.sheet.name or "", *above])
        self._source = _source_of(found.sheet)
        provinces = _provinces_in(" ".join(above))
        years = years_said(" ".join(above))
        self._told = {
            "province": provinces.pop() if len(provinces) == 1 else "",
            "index_name": index_named(self._title) or "",
            "year": next(iter(years)) if len(years) == 1 else "",
            "source": self._source,
        }

    def records(self, body: Body) -> list[Record]:
        """Records of `indices`: one for each index and year of a row that has a figure."""
        groups: dict[tuple[str | None, int | None], list[Column]] = {}
        for column in self._layout.columns:
            if column.field in FIGURES:
                groups.setdefault((column.criterion, column.year), []).append(column)
        found = []
        for number, cells in zip(body.numbers, body.rows):
            if _SOURCE.fullmatch(text_of(next((one for one in cells if one != ""), ""))):
                continue
            for (index, year), columns in groups.items():
                if any(not has_nothing(cells[one.index]) for one in columns):
                    found.append(self._record(number, cells, index, year, columns))
        return [one for one in found if one]

    def _record(
        self,
        number: int,
        cells: list[Any],
        index: str | None,
        year: int | None,
        columns: list[Column],
    ) -> Record | None:
        named = {one.field: one.index for one in self._layout.columns if one.field not in FIGURES}
        figures = {one.field: one.index for one in columns}
        places = {name: letters(place) for name, place in {**named, **figures}.items() if name}
        blank = dict.fromkeys((*FIGURES, "province", "index_name", "year", "source"), "")
        own = {name: cells[place] for name, place in {**named, **figures}.items() if name}
        row = Row(self._sheet.name, number + 1, {**blank, **own}, places)
        told: dict[str, Any] = {
            name: row.text(name) or self._told[name] for name in ("province", "source")
        }
        told["index_name"] = index or self._index_of(row)
        told["year"] = year or year_of(row.text("year")) or self._told["year"]
        if missing := [name for name, value in told.items() if not value]:
            at = next(iter(figures))
            self._problems.add("required_missing", self._sheet.name, row.at(at), column=missing[0])
            return None
        highest = figure(row, "max_score", self._problems)
        return {
            **told,
            "score": figure(row, "score", self._problems, limit=highest),
            "max_score": highest,
            "rank": count(row, "rank", self._problems),
            "sheet": self._sheet.name,
            "cell": row.at(next(iter(figures))),
        }

    def _index_of(self, row: Row) -> str:
        """The index that a row names, else the title; a word that names none is reported."""
        text = row.text("index_name")
        if text and not index_named(text):
            self._problems.add(
                "word_unknown",
                self._sheet.name,
                row.at("index_name"),
                column="index_name",
                text=text,
                known=sorted(set(INDEX_NAMES.values())),
            )
            return text
        return (index_named(text) if text else "") or str(self._told["index_name"])


def _source_of(sheet: Sheet) -> str:
    """What a line “Nguồn: …” of the sheet says."""
    lines = (
        _SOURCE.fullmatch(one) for row in sheet.rows for one in row if isinstance(one, str) and one
    )
    return next((one["source"] for one in lines if one), "")


def _provinces_in(text: str) -> set[str]:
    """The provinces that a line names; of two names of which one holds the other, the longer."""
    words = f" {fold(text)} "
    found = {form for form in PROVINCES if f" {form} " in words}
    return {
        PROVINCES[one] for one in found if not any(one != other and one in other for other in found)
    }
