"""A unit's own workbook: late ones, corrected ones, and the untidy ways in which real offices fill them in."""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from .blocks import APPRAISED, LISTS, NOT_APPLICABLE, SELF, points_cell
from .chance import kept
from .figures import CRITERIA, PEOPLE, PLAN, POINTS, SURVEY, asked, not_applicable, people, survey
from .filings import CORRECTED, appraised_on, filing, initials, own_files, report_words
from .layout import Sheet, save_workbook
from .units import Unit

HEADERS = (
    "STT",
    "Mã tiêu chí",
    "Tiêu chí",
    "Tổng số",
    "Tự chấm",
    "Thẩm định",
    "Trong đó rất hài lòng",
    "Ghi chú",
)
OTHER_WORDS = (
    "TT",
    "Ký hiệu tiêu chí",
    "Nội dung đánh giá",
    "Tổng số phiếu",
    "Điểm tự chấm",
    "Điểm thẩm định",
    "Số phiếu rất hài lòng",
    "Diễn giải",
)
UNTIDY = {2: "text", 5: "decomposed", 8: "names"}  # place among the own files → how it is untidy
CORRECTED_AFTER = dt.timedelta(days=12)
ROMAN = ("I", "II", "III", "IV", "V", "VI")


@dataclass(frozen=True)
class Submission:
    """One workbook as sent: `draft` = the first version of a report that was corrected later; `untidy` = the way it is written."""

    unit: Unit
    year: int
    draft: bool = False
    corrected: bool = False
    untidy: str = ""

    @property
    def submitted_on(self) -> dt.date:
        """Day of sending; a corrected workbook comes twelve days after the first."""
        return filing(self.unit, self.year).submitted_on + (
            CORRECTED_AFTER if self.corrected else dt.timedelta()
        )

    @property
    def file_name(self) -> str:
        """Unit, year and, for a corrected one, “lần 2”."""
        again = "-lan-2" if self.corrected else ""
        return f"{self.unit.code.lower()}-{self.year}{again}.xlsx"


def submissions() -> list[Submission]:
    """Every own workbook in the order of sending."""
    found = []
    for place, (unit, year) in enumerate(own_files()):
        if (unit.code, year) in CORRECTED:
            found += [Submission(unit, year, draft=True), Submission(unit, year, corrected=True)]
        else:
            found.append(Submission(unit, year, untidy=UNTIDY.get(place, "")))
    return found


def save_own(folder: Path, sent: Submission) -> Path:
    """Write one unit's workbook."""
    sheets = [_info(sent), _results(sent), *(_list(sent, *one) for one in LISTS)]
    if sent.untidy == "decomposed":
        sheets = [_decomposed(one) for one in sheets]
    path = folder / str(sent.year) / sent.file_name
    save_workbook(path, sheets)
    return path


def _info(sent: Submission) -> Sheet:
    report, unit, year = filing(sent.unit, sent.year), sent.unit, sent.year
    number = (
        report.number
        if not sent.corrected
        else f"{int(report.number.split('/')[0]) + 9}/BC-{initials(unit)}"
    )
    days = (
        (report.dated, sent.submitted_on)
        if not sent.untidy
        else tuple(f"{day.day}/{day.month}/{day.year}" for day in (report.dated, sent.submitted_on))
    )
    name = unit.name.replace("Ủy ban nhân dân", "UBND") if sent.untidy else unit.name
    pairs = [
        ["Mã đơn vị", unit.code],
        ["Tên đơn vị", name],
        ["Năm báo cáo", year],
        ["Khối thi đua", unit.block_in(year)],
        ["Số cán bộ công chức viên chức", unit.staff_in(year)],
        ["Loại báo cáo", report_words(year)],
        ["Số văn bản", number],
        ["Ngày văn bản", days[0]],
        ["Ngày nộp", days[1]],
    ]
    return Sheet(
        "Thông tin",
        ("THÔNG TIN ĐƠN VỊ BÁO CÁO",),
        (),
        pairs[1:] if sent.untidy == "names" else pairs,
    )


def _results(sent: Submission) -> Sheet:
    rows: list[list[object]] = []
    for roman, group in zip(ROMAN, PLAN["groups"]):
        codes = [
            code
            for code in (*POINTS, SURVEY, *PEOPLE)
            if CRITERIA[code]["group"] == group["code"] and asked(code, sent.unit)
        ]
        rows.append([roman, None, group["name"], *[None] * 5])
        rows += [[place, *_row(sent, code)] for place, code in enumerate(codes, start=1)]
        if sent.untidy == "text":
            rows.append([None] * len(HEADERS))
    if sent.untidy == "names":
        rows = [[row[0], None, *row[2:]] for row in rows]
    headers = OTHER_WORDS if sent.untidy in ("decomposed", "names") else HEADERS
    title = f"KẾT QUẢ THỰC HIỆN PHONG TRÀO THI ĐUA NĂM {sent.year}"
    return Sheet("Kết quả", (sent.unit.name, title), headers, rows)


def _row(sent: Submission, code: str) -> list[object]:
    """Code, name, total, self, appraised, very satisfied, note of one criterion."""
    checked = appraised_on(sent.unit, sent.year) is not None and not sent.draft
    row = [code, CRITERIA[code]["name"]]
    if CRITERIA[code]["kind"] == "points":
        return [*row, None, *_points(sent, code, checked), None, None]
    if not_applicable(code, sent.unit):
        return [
            *row,
            None,
            NOT_APPLICABLE,
            NOT_APPLICABLE if checked else None,
            None,
            "Không có Bộ phận Tiếp nhận và Trả kết quả",
        ]
    return [*row, *_counts(sent, code, checked), None]


def _points(sent: Submission, code: str, checked: bool) -> list[object]:
    """Self and appraised points; the draft gives itself a point too much for IT1."""
    own = points_cell(sent.unit, sent.year, code, SELF)
    if sent.draft and code == "IT1" and isinstance(own, float):
        own = kept(own + 1, 0, CRITERIA[code]["max"])
    return [
        _written(cell, sent)
        for cell in (own, points_cell(sent.unit, sent.year, code, APPRAISED) if checked else None)
    ]


def _counts(sent: Submission, code: str, checked: bool) -> list[object]:
    """Total, self, appraised, very satisfied; the draft counts nearly everybody as satisfied."""
    is_survey = CRITERIA[code]["kind"] == "survey"
    found = survey(sent.unit, sent.year) if is_survey else people(sent.unit, sent.year, code)
    value = found.out_of - 1 if sent.draft and is_survey else found.value
    return [found.out_of, value, value if checked else None, found.very]


def _written(cell: object, sent: Submission) -> object:
    """Points as untidy offices type them: text with a comma, a dash for nothing, KAD."""
    if sent.untidy != "text" or not isinstance(cell, (int, float)):
        return {None: "-", NOT_APPLICABLE: "KAD"}.get(cell, cell) if sent.untidy == "text" else cell
    return f"{cell:g}".replace(".", ",")


def _list(sent: Submission, name: str, headers: tuple[str, ...], rows) -> Sheet:
    found = rows(sent.unit, sent.year)
    return Sheet(
        name,
        (f"{name} năm {sent.year}",),
        ("STT", *headers),
        [[place, *row] for place, row in enumerate(found, start=1)],
    )


def _decomposed(sheet: Sheet) -> Sheet:
    """The same sheet with its letters taken apart, as some computers save them (NFD)."""
    return Sheet(
        sheet.name,
        tuple(_apart(sheet.titles)),
        tuple(_apart(sheet.headers)),
        [_apart(row) for row in sheet.rows],
    )


def _apart(cells) -> list[object]:
    return [unicodedata.normalize("NFD", cell) if isinstance(cell, str) else cell for cell in cells]
