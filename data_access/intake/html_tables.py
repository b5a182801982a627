"""Pages of HTML that bear the name of a workbook, as web software exports them: every table with rows is a sheet."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import NamedTuple

from data_access.encodings import decoded
from data_access.intake.cell_looks import STRUCK, Looks, Runs
from data_access.intake.cell_marks import COLUMNS, NO_MARKS, ROWS
from data_access.intake.problems import Problems
from data_access.intake.sheets import Sheet, sheet

_SPAN_LIMIT = 200
_VOID = {"br", "hr", "img", "input", "wbr", "col", "meta", "link"}
_LINES = {"br", "div", "p", "li", "hr"}
_RUNS = {
    **dict.fromkeys(("s", "del", "strike"), ("strike", "")),
    **dict.fromkeys(("sup", "sub"), ("vertAlign", "superscript")),
}
_UNSEEN = ("display:none", "visibility:hidden", "mso-hide:all")


class _Cell(NamedTuple):
    text: str
    down: int
    right: int
    how: str


class _Tables(HTMLParser):
    """Collects the tables of a page; of tables within tables the inner ones stand alone."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[_Cell]]] = []
        self.hidden: list[set[int]] = []
        self._open: list[int] = []
        self._text: list[str] | None = None
        self._spans = (1, 1)
        self._runs, self._within, self._struck = Runs(), list[str](), False
        self._unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = {key: value or "" for key, value in attrs}
        if tag == "table":
            self._end_cell()
            self.tables.append([])
            self.hidden.append(set())
            self._open.append(len(self.tables) - 1)
        elif tag == "tr" and self._open:
            self._end_cell()
            place = self._open[-1]
            if own.get("style", "").replace(" ", "").casefold().startswith(_UNSEEN):
                self.hidden[place].add(len(self.tables[place]))
            self.tables[place].append([])
        elif tag in ("td", "th") and self._open and self.tables[self._open[-1]]:
            self._end_cell()
            if _is_unseen(tag, own):
                return
            self._text, self._runs, self._within, self._unseen = [], Runs(), [], []
            self._struck = "line-through" in own.get("style", "")
            self._spans = (_span(own, "rowspan"), _span(own, "colspan"))
        elif self._text is not None:
            self._start_within(tag, own)

    def _start_within(self, tag: str, own: dict[str, str]) -> None:
        """A tag within a cell: what nobody sees is passed over, what stands on a line of its own is parted from the rest."""
        if tag == "option" and tag in self._unseen:  # one ends where the next begins
            del self._unseen[self._unseen.index(tag) :]
        if tag not in _VOID and (self._unseen or _is_unseen(tag, own)):
            self._unseen.append(tag)
        elif tag in _LINES and self._text is not None:
            self._text.append("\n")
        elif tag in _RUNS:
            self._within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._within:
            self._within.remove(tag)
        if tag in self._unseen:
            del self._unseen[self._unseen.index(tag) :]
        elif tag in _LINES and self._text is not None:
            self._text.append("\n")
        if tag in ("td", "th", "tr", "table"):
            self._end_cell()
        if tag == "table" and self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._text is not None and not self._unseen:
            self._text.append(data)
            if data.strip():
                for tag in self._within:
                    self._runs.mark(*_RUNS[tag])
                self._runs.text()

    def _end_cell(self) -> None:
        if self._text is not None and self._open:
            text = " ".join("".join(self._text).split())
            how = self._runs.how or (STRUCK if self._struck else "")
            self.tables[self._open[-1]][-1].append(_Cell(text, *self._spans, how))
        self._text = None


def _is_unseen(tag: str, own: dict[str, str]) -> bool:
    style = own.get("style", "").replace(" ", "").casefold()
    return (
        tag in ("script", "style", "template")
        or (tag == "option" and "selected" not in own)
        or "hidden" in own
        or any(one in style for one in _UNSEEN)
    )


def _span(own: dict[str, str], name: str) -> int:
    text = own.get(name, "1")
    return min(int(text), _SPAN_LIMIT) if text.isdecimal() and int(text) else 1


def sheets_of_html(name: str, content: bytes, problems: Problems) -> list[Sheet]:
    """A sheet for every table of the page that has a row; the reason in `problems` if it cannot be read."""
    text = decoded(content).text
    if text is None:
        problems.add("encoding_unknown")
        return []
    page = _Tables()
    page.feed(text)
    page.close()
    found = [
        _sheet_of(name, f"Bảng {place}", rows, hidden)
        for place, (rows, hidden) in enumerate(zip(page.tables, page.hidden), 1)
        if any(rows)
    ]
    large = next((one for one in found if len(one.rows) > ROWS or len(one.rows[0]) > COLUMNS), None)
    if large:
        problems.add(
            "sheet_too_large", large.name, rows=len(large.rows), columns=len(large.rows[0])
        )
        return []
    return found


def _sheet_of(file: str, name: str, table: list[list[_Cell]], hidden: set[int]) -> Sheet:
    """The grid of a table: a cell over several rows or columns stands in the first, as in a workbook."""
    rows: list[list[str]] = []
    merged: list[tuple[int, int, int, int]] = []
    looks: Looks = {}
    taken: dict[int, int] = {}  # column → rows that a cell above still covers
    for number, cells in enumerate(table):
        row: list[str] = []
        for cell in cells:
            while taken.get(len(row), 0) > 0:
                row.append("")
            first = len(row)
            if cell.how:
                looks.setdefault(cell.how, {})[number, first] = ""
            row += [cell.text, *[""] * (cell.right - 1)]
            if cell.down > 1 or cell.right > 1:
                merged.append((number, first, number + cell.down - 1, first + cell.right - 1))
            taken.update({column: cell.down for column in range(first, first + cell.right)})
        taken = {column: left - 1 for column, left in taken.items() if left > 1}
        rows.append(row)
    marks = NO_MARKS._replace(merged=merged, hidden_rows=frozenset(hidden), looks=looks)
    return sheet(file, name, rows, marks)
