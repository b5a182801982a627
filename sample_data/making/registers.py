"""The plain CSV files: units, their years, their changes, and what the one-stop software exports."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

from .blocks import APPRAISED, NOT_APPLICABLE
from .figures import FILES, PLAN, asked, case_files, not_applicable
from .persons import head_of
from .units import YEARS, Unit, all_changes, all_units

KINDS = {one["code"]: one["name"] for one in PLAN["kinds"]}
CHANGES = {
    "merge": "Hợp nhất",
    "split": "Chia tách",
    "rename": "Đổi tên",
    "dissolve": "Kết thúc hoạt động",
}
EXPORTS = {
    "phan-mem-mot-cua-2019-2022.csv": range(2019, 2023),
    "phan-mem-mot-cua-2023-2025.csv": range(2023, 2026),
}


def save_units(path: Path) -> None:
    """Every unit with its life; one row a unit."""
    rows = [
        [
            one.code,
            one.name,
            one.short_name,
            KINDS[one.kind],
            one.parent,
            _day(one.valid_from),
            _day(one.valid_to),
            one.position,
            "; ".join(one.aliases),
            *_head(one),
        ]
        for one in all_units()
    ]
    _save(
        path,
        [
            "Mã đơn vị",
            "Tên đơn vị",
            "Tên ngắn",
            "Loại đơn vị",
            "Đơn vị cấp trên",
            "Từ ngày",
            "Đến hết ngày",
            "Thứ tự",
            "Tên gọi khác",
            "Người đứng đầu",
            "Chức vụ",
            "Giữ chức từ",
        ],
        rows,
    )


def _head(unit: Unit) -> list[str]:
    found = head_of(unit)
    return [found[0], found[1], _day(found[2])] if found else ["", "", ""]


def save_unit_years(path: Path) -> None:
    """Block and staff of every unit in every year it lived in."""
    rows = [
        [one.code, year, one.block_in(year), one.staff_in(year)]
        for one in all_units()
        for year in YEARS
        if one.lives_in(year)
    ]
    _save(path, ["Mã đơn vị", "Năm", "Khối thi đua", "Biên chế"], rows)


def save_lineage(path: Path) -> None:
    """What became of whom, from which day."""
    rows = [
        [one.before, one.after, _day(one.on), CHANGES[one.kind], one.document]
        for one in all_changes()
    ]
    _save(path, ["Mã đơn vị cũ", "Mã đơn vị mới", "Ngày hiệu lực", "Hình thức", "Văn bản"], rows)


def save_exports(folder: Path) -> list[Path]:
    """Counts of files by unit and year as the one-stop software gives them; abolished units with the months they lived."""
    for name, years in EXPORTS.items():
        rows = [
            _export_row(unit, year, code)
            for year in years
            for unit in all_units()
            for code in FILES
            if unit.lives_in(year) and asked(code, unit)
        ]
        _save(
            folder / name,
            [
                "Mã đơn vị",
                "Tên đơn vị",
                "Năm",
                "Mã tiêu chí",
                "Giai đoạn chấm",
                "Kết quả",
                "Tổng số",
                "Ngày báo cáo",
            ],
            rows,
        )
    return [folder / name for name in EXPORTS]


def _export_row(unit: Unit, year: int, code: str) -> list[object]:
    start = [unit.code, unit.name, year, code, APPRAISED]
    last = min(dt.date(year, 12, 31), unit.valid_to or dt.date.max)
    if not_applicable(code, unit):
        return [*start, NOT_APPLICABLE, "", _day(last)]
    found = case_files(unit, year, code)
    return [*start, found.value, found.out_of, _day(last)]


def _day(day: dt.date | None) -> str:
    return f"{day.day}/{day.month}/{day.year}" if day else ""


def _save(path: Path, headers: list[str], rows: list[list[object]]) -> None:
    """CSV as Excel with a Vietnamese setting opens it: a byte order mark and semicolons."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerows([headers, *rows])
