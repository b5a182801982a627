"""Made workbooks: a table under lines that say year and stage, or mislead; then noise. The truth is known because it was there first."""

from __future__ import annotations

import random
from dataclasses import dataclass

from data_access.intake.shapes import PointedColumn, Shape, signature_of
from workbooks_made.layouts import LAYOUTS
from workbooks_made.noises import NOISES, MadeSheet
from workbooks_made.province import NAMES
from workbooks_made.tables import Percent, Said, Table, Truth
from workbooks_made.written import text_file, workbook_file

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
    """A file: `truth` is what must be stored if anything is (empty: nothing may be), `must_ask` whether a person would have to ask too.
    `shapes`: the heads that a person has explained."""

    name: str
    content: bytes
    truth: Truth
    about: str
    must_ask: bool
    shapes: tuple[Shape, ...] = ()


def made(number: int) -> Made:
    """The file of this number."""
    rng = random.Random(number)
    said = Said(
        rng.sample(list(NAMES), rng.randint(2, 4)),
        rng.randint(2020, 2024),
        rng.choice(["self", "self", "appraised"]),
    )
    layout = rng.choice(LAYOUTS)
    if layout.__name__ in ("counted", "satisfied", "measured", "with_shares"):
        said = said._replace(units=[one for one in NAMES if one.startswith("X")][: len(said.units)])
    table = layout(rng, said)
    sheet, name, asked = _titled(rng, table, said)
    first = sheet.put(table)
    is_text = (
        rng.random() < 0.12
        and not table.merged
        and not any(isinstance(one, Percent) for row in table.body for one in row)
    )
    known = sorted(NOISES.keys() - ({"hidden", "merged"} if is_text else set()))
    noises = [
        NOISES[one](rng, sheet, table, first, said)
        for one in sorted(rng.sample(known, rng.randint(0, 2)))
    ]
    asked = asked or table.must_ask or any(noises)
    shapes = _shapes(table)
    if is_text and sheet.name.startswith("Năm") and name.startswith("bieu"):
        name = f"{name} {sheet.name}"
    if is_text:
        return Made(
            f"{name}.csv",
            text_file(rng, sheet),
            {} if asked else table.truth,
            layout.__name__,
            asked,
            shapes,
        )
    return Made(
        f"{name}.xlsx",
        workbook_file(sheet, rng),
        {} if asked else table.truth,
        layout.__name__,
        asked,
        shapes,
    )


def _shapes(table: Table) -> tuple[Shape, ...]:
    """What a person has said of heads that nobody understands."""
    if not table.columns:
        return ()
    head = [["" if cell is None else cell for cell in line] for line in table.head]
    columns = tuple(PointedColumn(*one) for one in table.columns)
    return (Shape(signature_of(head), len(head), columns, said="3/7/2025 (Lan)"),)


def _titled(rng: random.Random, table: Table, said: Said) -> tuple[MadeSheet, str, bool]:
    """A sheet with its lines above the table, the file's name, and whether the lines say something that makes the figures no result of the year."""
    asked, where = False, rng.choice(["title", "title", "sheet", "file"])
    words = rng.choice(_STAGED[said.stage]) if "stage" not in table.told else "KẾT QUẢ CHẤM ĐIỂM"
    sheet = MadeSheet("Mức độ hài lòng" if "survey" in table.told else "Kết quả")
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
