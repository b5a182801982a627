"""What a sheet of a workbook shows beside its values: errors, percent, merged cells, what is hidden."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from data_access.intake.archive import Part, UnsafeError
from data_access.intake.cell_looks import STRUCK, CellStyle, Looks, Runs

ROWS, COLUMNS = 200_000, 2_000
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_UNREAD_LIMIT = 5_000
_MERGED_LIMIT = 20_000
_PERCENT_LIMIT = 500_000
_LOOKS_LIMIT = 100_000


class Marks(NamedTuple):
    """All by (row, column) from 0. `unread`: what Excel shows in place of a value (`formula` = never calculated); `percent`: factor by
    which a number is shown larger than it is stored, with a % behind (100, or 1 where the sign is only written behind);
    `merged`: (row, column, last row, last column); `looks`: how figures look otherwise than their value (`cell_looks`) → where → what is said."""

    unread: dict[tuple[int, int], str]
    percent: dict[tuple[int, int], int]
    merged: list[tuple[int, int, int, int]]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    looks: Looks = {}


NO_MARKS = Marks({}, {}, [], frozenset(), frozenset())


class Cells(Part):
    """Walks a sheet's cells: refuses far ones and remembers what they show beside their values."""

    def __init__(
        self,
        styles: dict[str, int],
        looks: dict[str, CellStyle] | None = None,
        odd_texts: dict[str, str] | None = None,
    ) -> None:
        self._styles, self._looks_of, self._odd_texts = styles, looks or {}, odd_texts or {}
        self._looks: Looks = {}
        self._runs: Runs | None = None
        self._unread: dict[tuple[int, int], str] = {}
        self._percent: dict[tuple[int, int], int] = {}
        self._merged: list[tuple[int, int, int, int]] = []
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._cell: tuple[int, int] | None = None
        self._row, self._column = -1, -1
        self._type, self._formula, self._text = "", False, ""
        self._heard = ("e", "s") if self._odd_texts else ("e",)

    @property
    def marks(self) -> Marks:
        return Marks(
            self._unread,
            self._percent,
            self._merged,
            frozenset(self._hidden_rows),
            frozenset(self._hidden_columns),
            self._looks,
        )

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition("}")[2]
        if name == "c":
            self._begin(attributes)
        elif name in ("v", "is"):
            _check_near(self._cell)
        elif name == "f":
            self._formula = True
            self._hear()
            _check_near(self._cell)
        elif name == "row":
            self._begin_row(attributes)
        elif name == "mergeCell":
            self._note_merged(*map(place, attributes.get("ref", "").partition(":")[::2]))
        elif name in ("strike", "vertAlign"):
            self._runs = self._runs or Runs()
            self._runs.mark(name, attributes.get("val", ""))
            self._hear()
        elif name == "col" and _is_hidden(attributes, "width"):
            first, last = (int(attributes.get(one, 0)) for one in ("min", "max"))
            self._hidden_columns.update(range(first - 1, min(last, COLUMNS)))

    def _hear(self) -> None:
        """Of this cell the text counts and how it ends; of nearly all cells neither does, and to be told of each is half the work."""
        if self.parser.EndElementHandler is None:
            self.parser.CharacterDataHandler, self.parser.EndElementHandler = (
                self._text_goes_on,
                self._ends,
            )

    def _text_goes_on(self, text: str) -> None:
        if self._type in self._heard or self._formula:
            self._text += text[:20]

    def _ends(self, tag: str) -> None:
        name = tag.rpartition("}")[2]
        if name == "f":
            self._text = ""
        elif name == "t" and self._runs:
            self._runs.text()
        elif name == "c":
            self._note()
            self.parser.CharacterDataHandler = self.parser.EndElementHandler = None

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._row = int(attributes.get("r", self._row + 2)) - 1
        self._column = -1
        if _is_hidden(attributes, "ht"):
            self._hidden_rows.add(self._row)

    def _begin(self, attributes: dict[str, str]) -> None:
        """A cell may leave out where it stands: then it follows the one before."""
        self._cell = place(attributes.get("r", "")) or (self._row, self._column + 1)
        self._column = self._cell[1]
        self._type, self._formula, self._text = attributes.get("t", ""), False, ""
        self._runs, style = None, attributes.get("s", "0")
        if self._type in self._heard:
            self._hear()
        if look := self._looks_of.get(style):
            self._note_look(look)
        factor = self._styles.get(style)
        if factor and self._type in ("", "n") and len(self._percent) < _PERCENT_LIMIT:
            self._percent[self._cell] = factor

    def _note_merged(self, first: tuple[int, int] | None, last: tuple[int, int] | None) -> None:
        if first and last and first != last and len(self._merged) < _MERGED_LIMIT:
            self._merged.append((*first, *last))

    def _note_look(self, look: CellStyle) -> None:
        if self._cell and (look.how == STRUCK or self._type in ("", "n")):
            places = self._looks.setdefault(look.how, {})
            if len(places) < _LOOKS_LIMIT:
                places[self._cell] = look.text

    def _note(self) -> None:
        how = self._runs.how if self._runs else ""
        if self._type == "s" and self._odd_texts:
            how = self._odd_texts.get(self._text.strip(), "")
        if how and self._cell:
            self._looks.setdefault(how, {})[self._cell] = ""
        if self._cell is None or len(self._unread) >= _UNREAD_LIMIT:
            return
        if self._type == "e":
            self._unread[self._cell] = self._text.strip() or "#N/A"
        elif self._formula and not self._text.strip():
            self._unread[self._cell] = "formula"


def _is_hidden(attributes: dict[str, str], size: str) -> bool:
    """Whether a row or a column is hidden, or made so small that nobody sees it."""
    return attributes.get("hidden") in ("1", "true") or attributes.get(size) in ("0", "0.0")


@lru_cache(maxsize=65_536)
def place(reference: str) -> tuple[int, int] | None:
    """(row, column) from 0 of a reference such as “C5”; None if it is none."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        return None
    row, column = int(found[2]), 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return row - 1, column - 1


def _check_near(cell: tuple[int, int] | None) -> None:
    """A value far away makes a reader fill the whole rectangle in between; a format far away does not matter."""
    if cell is not None and (cell[0] >= ROWS or cell[1] >= COLUMNS):
        raise UnsafeError("sheet_too_large", rows=cell[0] + 1, columns=cell[1] + 1)
