"""Whose the rows and columns of a table are: a part's or another body's rows, the column of the body above beside the unit's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.reading.belonging import Own
from dashboard.reading.bodies import named_after
from dashboard.reading.folding import Source
from dashboard.reading.indicator import Reader
from dashboard.reading.said_figures import number
from dashboard.reading.table_rows import Cell, TableRow

_BLANK = re.compile(r"[\s\d.,%/ivx()-]*")
_BODIES = re.compile(
    r"(?:tên\s+)?(?:các\s+)?(?:đơn vị|cơ quan|xã|phường|thị trấn|huyện|địa phương|trường|phòng|sở|chi cục|trạm|khoa|khối|bộ phận|tổ|thôn|ấp|bản|khóm|khu phố|lớp|chi nhánh|đội|cơ sở)(?!\w)(?! tính)"
)
_NUMBERED = re.compile(r"(?:khối|tổ|thôn|ấp|bản|khóm|khu phố|lớp|đội)(?:\s+lớp)?")
ORDER = re.compile(r"(?:stt|tt|số tt|số thứ tự)?")
_TOTAL = re.compile(  # “Tổng cộng cấp xã” is of some of them
    r"(?:tổng số|tổng cộng|tổng|cộng chung|cộng|chung|tính chung|tính gộp)(?:\s*\(.*\)|\s+(?:toàn|cả|chung)(?!\w).*)?|(?:toàn|cả)\s.*"
)
_ABOVE = re.compile(
    r"(?:mức\s+)?(?:bình quân|trung bình|toàn|cả|tính chung|chung)\s+(?:(?:các|của|chung|toàn)\s+)*(?P<body>tổng cục|chi cục|cục|bộ|ngành|hệ thống|lực lượng|khối|cụm|tỉnh|thành phố|tp|huyện|thị xã|tx|quận|xã|phường|thị trấn|trường|bệnh viện|sở|phòng|quốc|nước|đơn vị|cơ quan|công ty|tổng công ty)(?!\w)"
)
_SCORES = re.compile(r"(?<!\w)điểm(?!\w)")
_COUNT = re.compile(r"\d+(?:\.\d{3})*")
_EVERYONES = frozenset({"đơn vị", "cơ quan"})
_GOVERNED = {  # how far “toàn …” is the unit's own
    "province": ("tỉnh", "thành phố", "ngành"),
    "district": ("huyện", "thị xã", "thành phố", "quận"),
    "commune": ("xã", "phường", "thị trấn"),
    "branch": ("ngành",),
}


def with_bodies(
    source: Source, heads: list[str], rows: list[TableRow], reader: Reader
) -> Iterator[tuple[TableRow, Cell | None]]:
    """The rows below the heads, each with the cell that names its body or part: “Xã Ba Xa”, “Ba Xa” under “Xã, thị trấn”, “Nhi” under “Khoa”.

    None of a row that is the unit's own: one of no body, and the last total, but where the unit itself is one of the rows.
    """
    among = _has_own_row(rows, reader)
    totals = [row for row in rows[1:] if _is_total(row) and not _of_above(row, reader)]
    parts = [] if among else _parts(heads, rows[1:], totals)
    for row in rows[1:]:
        body = _body_of(source, heads, row, reader, among or row in totals[:-1])
        yield row, body or (_label(row) if row in parts else None)


def _parts(heads: list[str], rows: list[TableRow], totals: list[TableRow]) -> list[TableRow]:
    """The rows that add up to the total below them: “Cấp huyện”, “Cấp xã” over “Toàn huyện”; not those of a table of scores, which tell a thing each."""
    if not totals or any(_SCORES.search(head) for head in heads):
        return []
    above = rows[: rows.index(totals[-1])]
    columns = zip(*(_counts(row) for row in [*above, totals[-1]]), strict=False)
    added = any(sum(column[:-1]) == column[-1] > 0 for column in columns)
    return above if len(above) > 1 and added else []


def _counts(row: TableRow) -> list[float]:
    """What stands in each cell behind the label, 0 where it is no count."""
    return [
        number(cell.text, False) or 0 if _COUNT.fullmatch(cell.text) else 0
        for cell in row.cells[1:]
    ]


def _label(row: TableRow) -> Cell | None:
    """The first cell with words."""
    return next((cell for cell in row.cells if not _BLANK.fullmatch(cell.text)), None)


def _is_total(row: TableRow) -> bool:
    return any(_TOTAL.fullmatch(cell.text) for cell in row.cells[:2])


def _of_above(row: TableRow, reader: Reader) -> bool:
    return any(is_anothers_column(cell.text, reader) for cell in row.cells[:2])


def _has_own_row(rows: list[TableRow], reader: Reader) -> bool:
    """Whether a row of a table is named after the unit: its total is then of the unit and others together."""
    own = reader.own
    return any(
        bool(cell.text) and (own.has(cell.text) or cell.text == own.place)
        for row in rows[1:]
        for cell in row.cells[:2]
        if not _is_total(row)
    )


def _body_of(
    source: Source, heads: list[str], row: TableRow, reader: Reader, among_others: bool
) -> Cell | None:
    for place, (cell, head) in enumerate(zip(row.cells, heads, strict=False)):
        first = place == 0 or place == 1 and ORDER.fullmatch(heads[0]) is not None
        if first and cell.text and _NUMBERED.fullmatch(head) and _BLANK.fullmatch(cell.text):
            return cell
        if _BLANK.fullmatch(cell.text):
            continue
        named = named_after(source.plain, source.folded, cell.start, cell.end)
        if any(not source.folded[cell.start : one].strip(" |*-+") for one, _ in named):
            return cell
        if not _BODIES.match(head):
            return None
        if _TOTAL.fullmatch(cell.text):
            anothers = among_others or _is_anothers_total(head, cell.text, reader)
            return cell if anothers else None
        written = source.plain[cell.start : cell.end].strip(" |")[:1]
        return cell if written.isupper() or written.isdigit() else None
    return None


def is_anothers_column(head: str, reader: Reader) -> bool:
    """Whether the figures under a head are of a body above or of many together: “Toàn Cục” beside “Chi cục”, “Bình quân các xã”."""
    told = _ABOVE.match(head)
    return told is not None and (
        head.startswith(("bình quân các", "trung bình các"))
        or not _is_own(told["body"], reader.own, reader.level)
    )


def _is_anothers_total(head: str, label: str, reader: Reader) -> bool:
    """“Toàn huyện” in a commune's report, and any total of bodies of the unit's own kind: “Cộng” under “Xã”."""
    kind = reader.own.whole.removeprefix("ubnd ").removeprefix("ủy ban nhân dân ")
    named = _BODIES.match(head)
    if is_anothers_column(label, reader):
        return True
    said = named[0].removeprefix("tên ").removeprefix("các ") if named else ""
    return bool(said) and re.match(rf"{re.escape(said)}(?!\w)", kind) is not None


def _is_own(body: str, own: Own, level: str) -> bool:
    governed = _GOVERNED.get(level, ())
    is_its_kind = own.kind not in governed or body in (own.kind, "ngành")
    if body in _EVERYONES or body in governed and is_its_kind:
        return True
    return re.match(rf"{re.escape(body)}(?!\w)", own.whole) is not None
