"""What is put into and around a table: heads printed again, signatures, other columns, and what makes its figures unsure (True: to be asked)."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

from workbooks_made.province import NAMES
from workbooks_made.tables import Said, Table, wide


@dataclass
class MadeSheet:
    name: str
    rows: list[list[Any]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)

    def put(self, table: Table) -> int:
        """Write the table below what is there; the row of its first body line."""
        first = len(self.rows)
        self.merged += [(a + first, b, c + first, d) for a, b, c, d in table.merged]
        self.rows += [*table.head, *table.body]
        return first + len(table.head)


def _numbering(rng: random.Random, sheet: MadeSheet, table: Table, first: int, said: Said) -> bool:
    """A row that numbers the columns; only where nothing else was put in."""
    if sheet.rows[first:] == table.body and not sheet.merged:
        width = len(table.head[0])
        sheet.rows.insert(
            first,
            rng.choice(
                [[f"({one})" for one in range(1, width + 1)], ["A", "B", *range(1, width - 1)]]
            ),
        )
        sheet.hidden_rows = {one + (one >= first) for one in sheet.hidden_rows}
    return False


def _foot(rng: random.Random, sheet: MadeSheet, table: Table, first: int, said: Said) -> bool:
    sheet.rows += [
        [],
        ["", "", f"Minh Họa, ngày 15 tháng 12 năm {said.year}"],
        ["Người lập biểu", "", "GIÁM ĐỐC"],
        ["Nguyễn Văn A"],
    ]
    return False


def _again(rng: random.Random, sheet: MadeSheet, table: Table, first: int, said: Said) -> bool:
    """The head printed again on the next page."""
    if (
        table.values
        and len(table.body) > 1
        and sheet.rows[first : first + len(table.body)] == table.body
    ):
        place = first + len(table.body) // 2
        sheet.rows[place:place] = [list(one) for one in table.head]
        sheet.merged += [(a + place, b, c + place, d) for a, b, c, d in table.merged]
    return False


def _second(rng: random.Random, sheet: MadeSheet, table: Table, first: int, said: Said) -> bool:
    """A second table below, of another year and stage."""
    if table.told or "NĂM" not in " ".join(str(row[0]) for row in sheet.rows[:3] if row):
        return False
    other = wide(
        rng, said._replace(year=said.year - 1 if said.year > 2020 else 2024, stage=said.stage)
    )
    other_year = next(iter(other.truth))[2]
    word = "THẨM ĐỊNH" if said.stage == "appraised" else "TỰ CHẤM"
    sheet.rows += [[], [f"KẾT QUẢ {word} NĂM {other_year}"], []]
    sheet.put(other)
    if table.truth:
        table.truth |= other.truth
    return False


def _foreign(rng: random.Random, sheet: MadeSheet, table: Table, first: int, said: Said) -> bool:
    """A column of codes of another system, some of which are codes of ours: names beside them are of others."""
    if (
        "Đơn vị" not in table.head[0]
        or "beside" in table.told
        or sheet.merged
        or len(table.head) > 1
        or len(sheet.rows) != first + len(table.body)
    ):
        return False
    table.head[0].append("Mã đơn vị")
    codes = [one for one in NAMES if one not in said.units]
    for row in table.body:
        row.append(rng.choice(codes))
    return True


def _misled(rng: random.Random, sheet: MadeSheet, table: Table, first: int, said: Said) -> bool:
    """A bracket or a line over the columns that turns what the figures are."""
    if (
        not table.values
        or len(table.head) > 1
        or "survey" in table.told
        or "beside" in table.told
        or table.head[0][0] != "STT"
        or "Tiêu chí" in table.head[0]
    ):
        return False
    place = table.values[-1]
    if len(table.head[0]) <= place or "(" in str(table.head[0][place]):
        return False
    table.head[0][place] += rng.choice(
        [
            " (điểm trừ)",
            " (quá hạn)",
            " (kế hoạch 2025)",
            " (6 tháng)",
            " (thang điểm 50)",
            " (nghìn)",
            " (%)",
            " (xếp hạng)",
        ]
    )
    return True


def _hidden(rng: random.Random, sheet: MadeSheet, table: Table, first: int, said: Said) -> bool:
    """A row or a column of figures that nobody sees."""
    if not table.values:
        return False
    if rng.random() < 0.5:
        sheet.hidden_columns.add(rng.choice(table.values))
    else:
        sheet.hidden_rows.add(sheet.rows.index(table.body[-1]))
    return True


def _merged(rng: random.Random, sheet: MadeSheet, table: Table, first: int, said: Said) -> bool:
    """One figure over two rows."""
    row = sheet.rows.index(table.body[0])
    if len(table.body) < 2 or not table.values or sheet.rows[row + 1] != table.body[1]:
        return False
    column = rng.choice(table.values)
    sheet.merged.append((row, column, row + 1, column))
    sheet.rows[row + 1] = [
        cell if index != column else None for index, cell in enumerate(sheet.rows[row + 1])
    ]
    return True


def _texts(rng: random.Random, sheet: MadeSheet, table: Table, first: int, said: Said) -> bool:
    """Numbers written as text with a decimal comma."""
    for row in table.body:
        for index in table.values:
            if isinstance(row[index], float):
                row[index] = f"{row[index]:g}".replace(".", ",")
    return False


def _columns(rng: random.Random, sheet: MadeSheet, table: Table, first: int, said: Said) -> bool:
    """Columns behind the table that are no results."""
    word, cell = rng.choice(
        [
            ("Ghi chú", "đã kiểm tra"),
            ("Xếp hạng", 1),
            ("Tổng điểm", 22.5),
            ("Xếp loại", "Tốt"),
            ("Chỉ tiêu năm 2025", 4),
        ]
    )
    table.head[0].append(word)
    for line in table.head[1:]:
        line.append(None)
    for row in table.body:
        row.append(cell)
    return False


NOISES = {"again": _again, "columns": _columns, "foot": _foot, "foreign": _foreign, "misled": _misled, "hidden": _hidden, "merged": _merged, "numbering": _numbering, "second": _second, "texts": _texts}  # fmt: skip
