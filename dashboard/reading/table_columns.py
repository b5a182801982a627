"""What the columns of a table hold: the level of the report's own time, an earlier one, a goal, a quarter of the year, or nobody can tell."""

from __future__ import annotations

import re

from dashboard.reading.phrases import words_of
from dashboard.reading.said_figures import figures
from dashboard.reading.table_rows import TableRow

NOW, PAST, SET_ASIDE, UNKNOWN = "now", "past", "set aside", ""
YEAR = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")
_PASSED_OVER = words_of("figures", "columns_passed_over")
_LAST_YEAR = re.compile(r"cùng kỳ|năm (?:học )?trước|kỳ trước|năm ngoái|quý trước")
_PART = re.compile(
    r"quý\s+(?:[ivx]+|\d)(?!\w)|\d+\s?t(?:háng)?(?!\w)|(?<!\w)tháng\s+\d+|học kỳ\s+\w+"
)
_DONE = re.compile(
    r"(?<!\w)(?:cả năm|thực hiện|th|kết quả|năm nay|đạt được|thực tế|kỳ này|kỳ báo cáo|lũy kế|tổng cộng)(?!\w)"
)


def heads_of(rows: list[TableRow]) -> list[str]:
    """The text over each column: the first row, with the second where that also holds no figures; an empty head that no row below has is dropped, the
    labels' column that has none, where the first head says a time already (“2021 | 2022” over “Đúng hạn | 98,4 | 99,3”), gets an empty one."""
    heads = [cell.text for cell in rows[0].cells]
    if (
        len(rows) > 1
        and len(rows[1].cells) == len(heads)
        and not any(figures(cell.text) for cell in rows[1].cells)
    ):
        return [
            f"{head} {cell.text}".strip() for head, cell in zip(heads, rows[1].cells, strict=True)
        ]
    widest = max(len(row.cells) for row in rows[1:]) if len(rows) > 1 else len(heads)
    if len(heads) == widest - 1 and _says_time(heads[0]):
        return ["", *heads]
    return [head for head in heads if head] if len(heads) == widest + 1 else heads


def _says_time(head: str) -> bool:
    return any(said.search(head) for said in (YEAR, _LAST_YEAR, _PART, _DONE))


def column_time(head: str, year: int | None, part: str) -> str:
    """Of which time a column tells, by its head, in a report of ``year`` or of a ``part`` of it (“quý iv năm 2025”, “6 tháng đầu năm 2023”).

    The year's column is the year's: “Quý I” beside “Cả năm” is set aside, in a report of that quarter it is the report's own.
    """
    if year is None:
        return UNKNOWN
    if _PASSED_OVER.search(head):
        return SET_ASIDE
    written = YEAR.search(head)
    if _LAST_YEAR.search(head) or written and int(written[1]) < year:
        return PAST
    if written and int(written[1]) > year:
        return SET_ASIDE
    if piece := _PART.search(head):
        said = re.sub(r"\s?t(?:háng)?$", " tháng", piece[0])
        return NOW if re.search(rf"(?<!\w){said}(?!\w)", part) else SET_ASIDE
    if part.startswith("quý") and "lũy kế" in head:
        return SET_ASIDE
    return NOW if written or _DONE.search(head) else UNKNOWN


def row_time(row: TableRow, year: int | None) -> str:
    """The same of a row that opens with a bare year: “2023 | 28/28 | 97,9 | 93,3”."""
    opened = re.fullmatch(r"(?:năm\s+)?(20[0-4]\d)", row.cells[0].text) if row.cells else None
    if opened is None or year is None:
        return UNKNOWN
    told = int(opened[1])
    return NOW if told == year else PAST if told < year else SET_ASIDE
