"""OpenDocument spreadsheets (.ods): read straight from their XML piece by piece, with what is shown in percent, merged and hidden."""

from __future__ import annotations

import zipfile
from typing import Any

from data_access.intake.archive import Budget, Part, UnsafeError, looked_into, parser_for
from data_access.intake.cell_looks import COMMENTED, STRUCK, Runs, figures_said
from data_access.intake.cell_marks import COLUMNS, ROWS
from data_access.intake.open_document_cells import Page, local_name, times, value_of
from data_access.intake.problems import Problems
from data_access.intake.sheets import Sheet, sheet

MIMETYPE = b"application/vnd.oasis.opendocument.spreadsheet"
_CELLS = 8_000_000
_HIDDEN = ("collapse", "filter")


def is_open_document(content: bytes) -> bool:
    """Whether the archive begins with the mark of an OpenDocument spreadsheet."""
    return MIMETYPE in content[:200]


def sheets_of_open_document(name: str, content: bytes, problems: Problems) -> list[Sheet]:
    """The visible sheets with their cells from A1 on; none, with the reason in `problems`, if it must not or cannot be read."""
    try:
        book: _Book = looked_into(content, _read)
    except UnsafeError as unsafe:
        problems.add(unsafe.code, **unsafe.fields)
        return []
    for one in book.pages:
        if one.is_hidden and any(cell != "" for row in one.rows for cell in row):
            problems.add("sheet_hidden", one.name)
    return [sheet(name, one.name, one.rows, one.marks) for one in book.pages if not one.is_hidden]


def _read(archive: zipfile.ZipFile) -> _Book:
    names, budget, book = archive.namelist(), Budget(archive), _Book()
    if "content.xml" not in names:
        raise UnsafeError("workbook_broken", reason="content")
    manifest = _Encrypted()
    if "META-INF/manifest.xml" in names:
        budget.feed("META-INF/manifest.xml", parser_for(manifest))
    if manifest.found:
        raise UnsafeError("workbook_encrypted")
    budget.feed("content.xml", parser_for(book))
    return book


class _Encrypted(Part):
    """Whether the list of parts says that one of them is encrypted."""

    found = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.found = self.found or local_name(tag) == "encryption-data"


class _Book(Part):
    """Builds the sheets from the elements of content.xml."""

    def __init__(self) -> None:
        self.pages: list[Page] = []
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._row: list[Any] = []
        self._repeat, self._is_hidden_row = 1, False
        self._cell: dict[str, str] | None = None
        self._text: list[str] = []
        self._depth, self._cells = 0, 0
        self._odd_styles: dict[str, tuple[str, str]] = {}
        self._spans: list[str] = []
        self._runs, self._comment = Runs(), ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = local_name(tag)
        own = {local_name(key): value for key, value in attributes.items()}
        if name == "style":
            self._style = own.get("name", "")
        elif name == "table-properties" and own.get("display") == "false":
            self._hidden_styles.add(self._style)
        elif name == "text-properties":
            self._note_style(own)
        elif name == "table":
            self.pages.append(
                Page(own.get("name", ""), own.get("style-name") in self._hidden_styles)
            )
        elif self.pages:
            self._start_within(name, own)

    def _note_style(self, own: dict[str, str]) -> None:
        if own.get("text-line-through-style", "none") != "none":
            self._odd_styles[self._style] = ("strike", "")
        elif own.get("text-position", "").startswith("super"):
            self._odd_styles[self._style] = ("vertAlign", "superscript")

    def _start_within(self, name: str, own: dict[str, str]) -> None:
        page = self.pages[-1]
        if name == "table-column":
            count = times(own, "number-columns-repeated")
            if own.get("visibility") in _HIDDEN:
                page.hidden_columns.update(range(page.column, min(page.column + count, COLUMNS)))
            page.column += count
        elif name == "table-row":
            self._row, self._repeat = [], times(own, "number-rows-repeated")
            self._is_hidden_row = own.get("visibility") in _HIDDEN
        elif name in ("table-cell", "covered-table-cell"):
            self._cell, self._text = own, []
            self._runs, self._comment = Runs(), ""
        elif name == "span":
            self._spans.append(own.get("style-name", ""))
        elif name == "annotation":
            self._depth += 1
        elif name == "p" and self._text:
            self._text.append("\n")

    def data(self, text: str) -> None:
        if self._cell is None:
            return
        if self._depth:
            self._comment += text[:500]
            return
        self._text.append(text)
        for style in self._spans:
            if style in self._odd_styles:
                self._runs.mark(*self._odd_styles[style])
        self._runs.text()

    def end(self, tag: str) -> None:
        name = local_name(tag)
        if name in ("table-cell", "covered-table-cell"):
            self._end_cell()
        elif name == "table-row":
            self._end_row()
        elif name == "span" and self._spans:
            self._spans.pop()
        elif name == "annotation":
            self._depth -= 1
        elif name == "table":
            page = self.pages[-1]
            page.marks = page.marks._replace(
                hidden_rows=frozenset(page.hidden_rows),
                hidden_columns=frozenset(page.hidden_columns),
            )

    def _end_cell(self) -> None:
        own, self._cell = self._cell or {}, None
        value, count = value_of(own, "".join(self._text)), times(own, "number-columns-repeated")
        page, row = self.pages[-1], len(self.pages[-1].rows) + self.pages[-1].blank_rows
        if value == "":
            self._row += [""] * min(count, COLUMNS - len(self._row))
            return
        if len(self._row) + count > COLUMNS or row >= ROWS:
            raise UnsafeError("sheet_too_large", rows=row + 1, columns=len(self._row) + count)
        self._note_look(own, (row, len(self._row)))
        if own.get("value-type") == "percentage":
            page.marks.percent.update({(row, len(self._row) + one): 100 for one in range(count)})
        down, right = times(own, "number-rows-spanned"), times(own, "number-columns-spanned")
        if down > 1 or right > 1:
            place = len(self._row)
            page.marks.merged.append((row, place, row + down - 1, place + right - 1))
        self._row += [value] * count

    def _note_look(self, own: dict[str, str], place: tuple[int, int]) -> None:
        looks, how = self.pages[-1].marks.looks, self._runs.how
        if not how and self._odd_styles.get(own.get("style-name", ""), ("",))[0] == "strike":
            how = STRUCK
        if how:
            looks.setdefault(how, {})[place] = ""
        if said := figures_said(self._comment):
            looks.setdefault(COMMENTED, {})[place] = said

    def _end_row(self) -> None:
        page = self.pages[-1]
        while self._row and self._row[-1] == "":
            self._row.pop()
        if not self._row:
            page.blank_rows += self._repeat
            return
        page.rows += [[] for _ in range(page.blank_rows)]
        page.blank_rows = 0
        first = len(page.rows)
        self._cells += len(self._row) * self._repeat
        if first + self._repeat > ROWS or self._cells > _CELLS:
            raise UnsafeError("sheet_too_large", rows=first + self._repeat, columns=len(self._row))
        if self._is_hidden_row:
            page.hidden_rows.update(range(first, first + self._repeat))
        page.rows += [list(self._row) for _ in range(self._repeat)]
        for row in range(first + 1, first + self._repeat):
            seen = [column for known, column in page.marks.percent if known == first]
            page.marks.percent.update({(row, column): 100 for column in seen})
