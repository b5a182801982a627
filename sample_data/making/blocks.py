"""The workbook in which one office collects its block or blocks every year: points, forms, head counts, filings and lists of the units."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from . import lists
from .figures import (
    CRITERIA,
    PEOPLE,
    POINTS,
    SURVEY,
    appraised_points,
    asked,
    lacking,
    not_applicable,
    people,
    self_points,
    survey,
)
from .filings import appraised_on, assessed, filing, report_words, scored, with_own_file
from .layout import Sheet, save_workbook
from .units import Unit, all_units

ID = ("STT", "Mã đơn vị", "Tên đơn vị")
NOT_APPLICABLE = "không áp dụng"
SELF, APPRAISED = "Tự chấm", "Thẩm định"
Titles = tuple[str, str]
NAMES_IN = (
    "Khối cơ quan Đảng",
    "Khối nội chính",
)  # these heads write criteria by name, the others by code
COLLECTED: dict[str, tuple[str, ...]] = {
    "khoi-dang": ("Khối cơ quan Đảng",),
    "khoi-noi-chinh": ("Khối nội chính",),
    "co-quan-cap-tinh": (
        "Khối các sở, ban, ngành",
        "Khối MTTQ và đoàn thể",
        "Khối kinh tế Trung ương và doanh nghiệp nhà nước",
        "Khối đơn vị sự nghiệp công lập",
    ),
    "cap-huyen": ("Cụm huyện, thị xã, thành phố",),
    "cap-xa": (
        *(f"Cụm xã số {one}" for one in range(1, 6)),
        *(f"Cụm xã, phường số {one}" for one in range(1, 6)),
    ),
}
LISTS: tuple[tuple[str, tuple[str, ...], Callable[[Unit, int], list[list[object]]]], ...] = (
    ("Văn bản", ("Số, ký hiệu", "Ngày ban hành", "Trích yếu"), lists.documents),
    ("Khen thưởng", ("Hình thức", "Số tập thể", "Số cá nhân"), lists.awards),
    ("Kiểm tra", ("Ngày kiểm tra", "Cơ quan kiểm tra", "Kết luận"), lists.inspections),
    ("Điển hình", ("Tên mô hình", "Nội dung"), lists.examples),
    ("Tồn tại, hạn chế", ("Loại", "Trích nguyên văn", "Trang"), lists.limitations),
)


def save_collected(folder: Path, name: str, year: int) -> Path:
    """Write one collector's workbook of one year; units with a workbook of their own are not in it."""
    units = [one for one in units_of(name, year) if one not in with_own_file(year)]
    blocks = COLLECTED[name]
    titles = (
        f"{blocks[0] if len(blocks) == 1 else 'Các khối, cụm thi đua'} – kết quả thi đua thực hiện văn hóa công sở",
        f"Năm {year}",
    )
    sheets = [
        *_points_sheets(units, year, titles, blocks[0] in NAMES_IN),
        _forms_sheet(units, year, titles),
        _people_sheet(units, year, titles, blocks[0] in NAMES_IN),
        Sheet(
            "Nộp báo cáo",
            titles,
            (*ID, "Năm", "Loại báo cáo", "Số văn bản", "Ngày văn bản", "Ngày nộp"),
            _numbered(_filing(one, year) for one in units if scored(one, year)),
        ),
        *_list_sheets(units, year, titles),
    ]
    path = folder / str(year) / f"{name}-{year}.xlsx"
    save_workbook(path, sheets)
    return path


def _points_sheets(units: list[Unit], year: int, titles: Titles, names: bool) -> list[Sheet]:
    heads = _headers(POINTS, names)
    own = [_points(one, year, SELF) for one in units if scored(one, year)]
    appraised = [_points(one, year, APPRAISED) for one in units if appraised_on(one, year)]
    return [
        Sheet(SELF, titles, (*ID, "Ngày nộp", *heads), _numbered(own)),
        Sheet(APPRAISED, titles, (*ID, "Ngày gửi", *heads), _numbered(appraised)),
    ]


def _forms_sheet(units: list[Unit], year: int, titles: Titles) -> Sheet:
    heads = (
        *(*ID, "Mã tiêu chí", "Giai đoạn chấm", "Số phiếu thu về", "Số phiếu hài lòng"),
        *("Trong đó rất hài lòng", "Ngày nộp"),
    )
    rows = [_forms(one, year) for one in units if asked(SURVEY, one) and scored(one, year)]
    return Sheet("Khảo sát hài lòng", titles, heads, _numbered(rows))


def _people_sheet(units: list[Unit], year: int, titles: Titles, names: bool) -> Sheet:
    heads = (*ID, "Giai đoạn chấm", "Ngày nộp", "Tổng số", *_headers(PEOPLE, names))
    rows = [_people(one, year) for one in units if scored(one, year)]
    return Sheet("Cá nhân", titles, heads, _numbered(rows))


def _list_sheets(units: list[Unit], year: int, titles: Titles) -> list[Sheet]:
    return [
        Sheet(
            name,
            titles,
            (*ID, "Năm", *headers),
            _numbered([one.code, one.name, year, *row] for one in units for row in rows(one, year)),
        )
        for name, headers, rows in LISTS
    ]


def units_of(name: str, year: int) -> list[Unit]:
    """The units that a collector hears from in a year, in protocol order."""
    return [
        one for one in all_units() if assessed(one, year) and one.block_in(year) in COLLECTED[name]
    ]


def collectors_of(year: int) -> list[str]:
    """The collectors of a year that have units to report."""
    return [name for name in COLLECTED if units_of(name, year)]


def points_cell(unit: Unit, year: int, code: str, stage: str) -> object:
    """Points, “không áp dụng”, or nothing where the plan does not ask or the unit left it blank."""
    if not asked(code, unit) or lacking(unit, year) == code:
        return None
    if not_applicable(code, unit):
        return NOT_APPLICABLE
    return (self_points if stage == SELF else appraised_points)(unit, year, code)


def stage_of(unit: Unit, year: int) -> str:
    """The stage that the unit's counts stand in: appraised once its points are."""
    return APPRAISED if appraised_on(unit, year) else SELF


def _headers(codes: list[str], names: bool) -> tuple[str, ...]:
    return tuple(CRITERIA[code]["name"] if names else code for code in codes)


def _numbered(rows) -> list[list[object]]:
    return [[place, *row] for place, row in enumerate(rows, start=1)]


def _points(unit: Unit, year: int, stage: str) -> list[object]:
    day = filing(unit, year).submitted_on if stage == SELF else appraised_on(unit, year)
    return [unit.code, unit.name, day, *(points_cell(unit, year, code, stage) for code in POINTS)]


def _forms(unit: Unit, year: int) -> list[object]:
    row, day = [unit.code, unit.name, SURVEY, stage_of(unit, year)], filing(unit, year).submitted_on
    if not_applicable(SURVEY, unit):
        return [*row, None, NOT_APPLICABLE, None, day]
    found = survey(unit, year)
    return [*row, found.out_of, found.value, found.very, day]


def _people(unit: Unit, year: int) -> list[object]:
    counts = [people(unit, year, code) for code in PEOPLE]
    return [
        unit.code,
        unit.name,
        stage_of(unit, year),
        filing(unit, year).submitted_on,
        counts[0].out_of,
        *(one.value for one in counts),
    ]


def _filing(unit: Unit, year: int) -> list[object]:
    report = filing(unit, year)
    return [
        unit.code,
        unit.name,
        year,
        report_words(year),
        report.number,
        report.dated,
        report.submitted_on,
    ]
