"""Files that must be refused with a clear problem: for trying out, never loaded at the start."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path

from .layout import Sheet, save_workbook

UNIT = ("SYT", "Sở Y tế tỉnh Minh Họa")
TITLES = ("Khối các sở, ban, ngành", "Năm 2024")
FILED = dt.date(2024, 12, 10)
ID = ("STT", "Mã đơn vị", "Tên đơn vị")
WORKBOOKS = {
    "tieu-chi-khong-co-trong-ke-hoach.xlsx": Sheet(
        "Kết quả",
        TITLES,
        (*ID, "Mã tiêu chí", "Giá trị", "Ngày nộp"),
        [[1, *UNIT, "TC1", 4.5, FILED], [2, *UNIT, "TC19", 4, FILED]],
    ),
    "hai-long-nhieu-hon-so-phieu.xlsx": Sheet(
        "Khảo sát hài lòng",
        TITLES,
        (
            *(*ID, "Mã tiêu chí", "Số phiếu thu về", "Số phiếu hài lòng"),
            *("Trong đó rất hài lòng", "Ngày nộp"),
        ),
        [[1, *UNIT, "HL", 310, 325, 140, FILED]],
    ),
    "don-vi-khong-co-trong-danh-sach.xlsx": Sheet(
        "Tự chấm",
        TITLES,
        (*ID, "Ngày nộp", "TC1", "TC2"),
        [[1, "SKTVT", "Sở Khí tượng và Vũ trụ tỉnh Minh Họa", FILED, 4, 4.5]],
    ),
}


def save_refused(folder: Path) -> None:
    """A criterion that the plan lacks, more satisfied than asked, a unit nobody knows, and a packed text that is no workbook."""
    for name, sheet in WORKBOOKS.items():
        save_workbook(folder / name, [sheet])
    with zipfile.ZipFile(folder / "khong-phai-bang-tinh.xlsx", "w") as packed:
        packed.writestr(
            zipfile.ZipInfo("bao-cao.txt", (2025, 1, 1, 0, 0, 0)),
            "Tệp này là một tệp nén đổi đuôi, không phải bảng tính.\n",
        )
