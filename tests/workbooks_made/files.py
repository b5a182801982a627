"""Made workbooks: a table under lines that say year and stage, or mislead; then noise. The truth is known because it was there first."""

from __future__ import annotations

import csv
import io
import random
from dataclasses import dataclass, field
from typing import Any

import xlsxwriter

from workbooks_made.province import NAMES
from workbooks_made.tables import LAYOUTS, Percent, Said, Table, Truth, wide

_PARTS = [
    "KẾT QUẢ 6 THÁNG ĐẦU NĂM {year}", "KẾT QUẢ QUÝ II NĂM {year}", "SỐ LIỆU 9 THÁNG NĂM {year}", "KẾT QUẢ NĂM {year} (từ ngày 01/01/{year} đến ngày 30/6/{year})",
    "KẾT QUẢ NĂM {year} (lũy kế đến ngày 30/9/{year})", "KẾT QUẢ THÁNG 5 NĂM {year}",
]  # fmt: skip
_PAPERS = [
    "(Kèm theo Báo cáo số      /BC-SNV ngày      tháng      năm {next} của Sở Nội vụ)", "(theo Kế hoạch số 115/KH-UBND năm 2019 của Ủy ban nhân dân tỉnh)",
    "(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 05/01/{next})", "Giai đoạn 2019 - 2025", "(So với năm {last})",
]  # fmt: skip
_STAGED = {
    "self": [
        "BẢNG TỰ CHẤM ĐIỂM",
        "KẾT QUẢ TỰ ĐÁNH GIÁ",
        "BẢNG ĐIỂM GỬI HỘI ĐỒNG THẨM ĐỊNH",
        "KẾT QUẢ CHẤM ĐIỂM",
    ],
    "appraised": ["KẾT QUẢ THẨM ĐỊNH", "BẢNG ĐIỂM THẨM ĐỊNH"],
}


@dataclass
class Made:
    """A file: `truth` is what must be stored if anything is (empty: nothing may be), `must_ask` whether a person would have to ask too."""

    name: str
    content: bytes
    truth: Truth
    about: str
    must_ask: bool


@dataclass
class _Sheet:
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


def made(number: int) -> Made:
    """The file of this number."""
    rng = random.Random(number)
    said = Said(
        rng.sample(list(NAMES), rng.randint(2, 4)),
        rng.randint(2020, 2024),
        rng.choice(["self", "self", "appraised"]),
    )
    layout = rng.choice(LAYOUTS)
    if layout.__name__ in ("counted", "satisfied", "measured"):
        said = said._replace(units=[one for one in NAMES if one.startswith("X")][: len(said.units)])
    table = layout(rng, said)
    sheet, name, asked = _titled(rng, table, said)
    first = sheet.put(table)
    is_text = (
        rng.random() < 0.12
        and not table.merged
        and not any(isinstance(one, Percent) for row in table.body for one in row)
    )
    known = sorted(_NOISES.keys() - ({"hidden", "merged"} if is_text else set()))
    noises = [
        _NOISES[one](rng, sheet, table, first, said)
        for one in sorted(rng.sample(known, rng.randint(0, 2)))
    ]
    asked = asked or table.must_ask or any(noises)
    if is_text and sheet.name.startswith("Năm") and name.startswith("bieu"):
        name = f"{name} {sheet.name}"
    if is_text:
        return Made(
            f"{name}.csv", _text(rng, sheet), {} if asked else table.truth, layout.__name__, asked
        )
    return Made(
        f"{name}.xlsx", _workbook(sheet, rng), {} if asked else table.truth, layout.__name__, asked
    )


def _titled(rng: random.Random, table: Table, said: Said) -> tuple[_Sheet, str, bool]:
    """A sheet with its lines above the table, the file's name, and whether the lines say something that makes the figures no result of the year."""
    asked, where = False, rng.choice(["title", "title", "sheet", "file"])
    words = rng.choice(_STAGED[said.stage]) if "stage" not in table.told else "KẾT QUẢ CHẤM ĐIỂM"
    sheet = _Sheet("Mức độ hài lòng" if "survey" in table.told else "Kết quả")
    name = f"bieu_{rng.randint(1, 99)}"
    if where == "sheet" and sheet.name == "Kết quả":
        sheet.name = f"Năm {said.year}"
    elif where == "file":
        name = rng.choice(
            [f"ket_qua_nam_{said.year}", f"Ket qua {said.year}", f"bao-cao-{said.year}"]
        )
    title = (
        f"{words} NĂM {said.year}" if where == "title" or sheet.name == "Mức độ hài lòng" else words
    )
    if rng.random() < 0.12:
        title, asked = rng.choice(_PARTS).format(year=said.year), True
    lines = ["ỦY BAN NHÂN DÂN TỈNH MINH HỌA", title]
    if rng.random() < 0.4:
        lines.append(rng.choice(_PAPERS).format(next=said.year + 1, last=said.year - 1))
    if rng.random() < 0.05 and "year" not in table.told:
        lines[1], name, asked = f"{words} NĂM {said.year}", f"ket_qua_{said.year - 2}", True
    sheet.rows += [[one] for one in [*lines[rng.randint(0, 1) :], *table.lines]] + [
        []
    ] * rng.randint(0, 2)
    return sheet, name, asked


def _numbering(rng: random.Random, sheet: _Sheet, table: Table, first: int, said: Said) -> bool:
    """A row that numbers the columns; only where nothing else was put in."""
    if sheet.rows[first:] == table.body and not sheet.merged:
        width = len(table.head[0])
        sheet.rows.insert(
            first,
            rng.choice(
                [[f"({one})" for one in range(1, width + 1)], ["A", "B", *range(1, width - 1)]]
            ),
        )
    return False


def _foot(rng: random.Random, sheet: _Sheet, table: Table, first: int, said: Said) -> bool:
    sheet.rows += [
        [],
        ["", "", f"Minh Họa, ngày 15 tháng 12 năm {said.year}"],
        ["Người lập biểu", "", "GIÁM ĐỐC"],
        ["Nguyễn Văn A"],
    ]
    return False


def _again(rng: random.Random, sheet: _Sheet, table: Table, first: int, said: Said) -> bool:
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


def _second(rng: random.Random, sheet: _Sheet, table: Table, first: int, said: Said) -> bool:
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


def _foreign(rng: random.Random, sheet: _Sheet, table: Table, first: int, said: Said) -> bool:
    """A column of codes of another system, some of which are codes of ours: names beside them are of others."""
    if (
        "Đơn vị" not in table.head[0]
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


def _misled(rng: random.Random, sheet: _Sheet, table: Table, first: int, said: Said) -> bool:
    """A bracket or a line over the columns that turns what the figures are."""
    if (
        not table.values
        or len(table.head) > 1
        or "survey" in table.told
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


def _hidden(rng: random.Random, sheet: _Sheet, table: Table, first: int, said: Said) -> bool:
    """A row or a column of figures that nobody sees."""
    if not table.values:
        return False
    if rng.random() < 0.5:
        sheet.hidden_columns.add(rng.choice(table.values))
    else:
        sheet.hidden_rows.add(sheet.rows.index(table.body[-1]))
    return True


def _merged(rng: random.Random, sheet: _Sheet, table: Table, first: int, said: Said) -> bool:
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


def _texts(rng: random.Random, sheet: _Sheet, table: Table, first: int, said: Said) -> bool:
    """Numbers written as text with a decimal comma."""
    for row in table.body:
        for index in table.values:
            if isinstance(row[index], float):
                row[index] = f"{row[index]:g}".replace(".", ",")
    return False


def _columns(rng: random.Random, sheet: _Sheet, table: Table, first: int, said: Said) -> bool:
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


_NOISES = {"again": _again, "columns": _columns, "foot": _foot, "foreign": _foreign, "misled": _misled, "hidden": _hidden, "merged": _merged, "numbering": _numbering, "second": _second, "texts": _texts}  # fmt: skip


def _workbook(sheet: _Sheet, rng: random.Random) -> bytes:
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    percent = book.add_format({"num_format": rng.choice(["0%", "0.0%", "0.00%"])})
    _write(book, sheet, percent)
    if rng.random() < 0.1:
        agenda = book.add_worksheet("Chương trình")
        for row, cells in enumerate(
            [["STT", "Nội dung", "Thời gian"], [1, "Khai mạc", "8 giờ"], [2, "Thảo luận", "9 giờ"]]
        ):
            agenda.write_row(row, 0, cells)
    book.close()
    return content.getvalue()


def _write(book: xlsxwriter.Workbook, sheet: _Sheet, percent: Any) -> None:
    page, blank = book.add_worksheet(sheet.name), book.add_format()
    for place in sheet.hidden_columns:
        page.set_column(place, place, None, None, {"hidden": True})
    for place in sheet.hidden_rows:
        page.set_row(place, None, None, {"hidden": True})
    for area in sheet.merged:
        page.merge_range(*area, "", blank)
    cells = (
        (row, column, cell)
        for row, line in enumerate(sheet.rows)
        for column, cell in enumerate(line)
    )
    for row, column, cell in cells:
        if isinstance(cell, Percent):
            page.write_number(row, column, cell.share, percent)
        elif cell not in (None, ""):
            page.write(row, column, cell)


def _text(rng: random.Random, sheet: _Sheet) -> bytes:
    content = io.StringIO()
    separator = rng.choice([";", ",", "\t"])
    writer = csv.writer(content, delimiter=separator, lineterminator="\n")
    for cells in sheet.rows:
        writer.writerow([_written(cell) for cell in cells])
    return content.getvalue().encode("utf-8-sig")


def _written(cell: Any) -> str:
    if cell is None:
        return ""
    return f"{cell:g}".replace(".", ",") if isinstance(cell, float) else str(cell)
