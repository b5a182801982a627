"""What is said of a report's file that gives no text, and of what is doubtful in a text, and the findings in lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.writing import formats
from dashboard.writing.nouns import worded

UNREADABLE = {
    "too_large": "Tệp “{name}” quá lớn ({size} MB, tối đa 25 MB). Hãy tách hoặc giảm dung lượng ảnh trong tệp.",
    "unsupported": "Không đọc được loại tệp “{name}”. Hãy dùng .docx, .doc, .odt, .rtf, .pdf, .txt hoặc ảnh chụp trang báo cáo (.jpg, .png).",
    "damaged": "Tệp “{name}” bị hỏng hoặc không đúng định dạng. Hãy mở bằng phần mềm soạn thảo và lưu lại.",
    "protected": "Tệp “{name}” có mật khẩu. Hãy bỏ mật khẩu rồi tải lại.",
    "scanned": "Tệp “{name}” là bản quét ({pages} trang ảnh) mà máy không nhận ra chữ nào. Hãy dùng tệp gốc .docx, hoặc quét lại rõ hơn.",
    "no_recogniser": "Tệp “{name}” là bản quét ({pages} trang ảnh, không có chữ), mà máy chủ chưa cài phần nhận dạng chữ. Hãy dùng tệp gốc .docx, hoặc nhờ quản trị cài tesseract kèm tiếng Việt (xem README).",
    "no_office": "Tệp “{name}” là Word đời cũ (.doc), mà máy chủ chưa cài LibreOffice để mở. Hãy mở bằng Word, lưu lại thành .docx rồi tải lên.",
    "too_many_pages": "Tệp “{name}” có {pages} trang (tối đa 400). Hãy tách phần báo cáo ra tệp riêng.",
    "legacy_encoding": "Tệp “{name}” dùng bảng mã cũ {encoding}. Hãy chuyển sang Unicode (ví dụ bằng UniKey: Ctrl+Shift+F6) rồi tải lại.",
    "misread": "Chữ trong tệp “{name}” đã hỏng vì bị mở nhầm bảng mã rồi lưu lại. Hãy lấy lại tệp gốc, lưu dạng UTF-8 rồi tải lên.",
    "empty": "Tệp “{name}” không có chữ nào.",
}

DOUBTFUL = {
    "impossible_date": "Ngày tháng không có thật: “{quote}”. Giữ nguyên văn, đề nghị đối chiếu bản gốc.",
    "misread_number": "Con số không đọc chắc được: “{quote}”. Không tự lấy số này, đề nghị xem lại bản gốc.",
    "lost_columns": "Hàng của bảng số đã mất tiêu đề cột: “{quote}”. Không lấy các số này, đề nghị xem bảng trong bản gốc (tệp .docx giữ được bảng).",
    "over_hundred": "Tỷ lệ lớn hơn 100%: “{quote}”. Không lấy số này, đề nghị kiểm tra lại.",
    "over_total": "Số đạt lớn hơn tổng số: “{quote}”. Không lấy số này, đề nghị kiểm tra lại.",
    "share_differs": "Số đếm và tỷ lệ đi kèm không khớp: “{quote}”, số đếm tính ra {counted}%, báo cáo ghi {said}%. Cả hai được giữ nguyên văn, đề nghị hỏi lại đơn vị.",
    "late_beside_all": "Vừa nói đúng hạn 100% vừa có hồ sơ trễ hạn: “{quote}”. Cả hai được giữ nguyên văn, đề nghị hỏi lại đơn vị.",
    "no_unit": "Không tìm thấy tên đơn vị báo cáo trong văn bản.",
    "no_period": "Không tìm thấy kỳ báo cáo trong văn bản.",
    "nothing_found": "Không tìm thấy chỉ tiêu, tồn tại, khen thưởng, điển hình hay văn bản nào. Văn bản có thể không phải là báo cáo kết quả phong trào.",
    "no_text": "Văn bản không có chữ.",
}


TEXT_DOUBTS = {
    "torn": "Chữ{where} của tệp “{name}” bị rời, không ghép được thành tiếng Việt nên có thể sót số liệu. Hãy dùng tệp Word (.docx) hoặc bản PDF khác.",
    "converted": "Chữ của tệp “{name}” theo bảng mã cũ {where}, đã chuyển sang Unicode. Hãy đối chiếu nguyên văn với tệp gốc.",
    "no_accents": "Nội dung “{name}” không có dấu tiếng Việt: máy đoán dấu để đọc, mục nào cũng phải xem lại. Có bản có dấu thì nên dùng bản ấy.",
}


def text_doubt(name: str, code: str, places: str) -> str:
    """What is told of a text whose letters cannot be what was written, and what to do."""
    where = places if code == "converted" else f" ở {places}" if places else ""
    return TEXT_DOUBTS[code].format(name=name, where=where)


def unreadable(code: str, fields: dict[str, object]) -> str:
    """Why a file cannot be read, and what to do."""
    return UNREADABLE[code].format(**fields)


def doubtful(code: str, quote: str, rates: tuple[float, float] | None = None) -> str:
    """What is doubtful in a report, with its literal words; `rates`: the percentage that the counts give and the one that is said."""
    counted, said = rates or (None, None)
    fields = {
        "counted": formats.number(counted, 1),
        "said": formats.number(said, None),
    }
    return worded(DOUBTFUL)[code].format(quote=quote, **fields)


KINDS_FOUND = {
    "indicators": "Số liệu",
    "limitations": "Tồn tại, hạn chế",
    "awards": "Khen thưởng",
    "examples": "Điển hình, mô hình",
    "documents": "Văn bản",
    "warnings": "Lưu ý",
}
BOUNDS = {"=": "", ">": "trên ", ">=": "ít nhất ", "<": "dưới ", "<=": "không quá ", "~": "khoảng "}


TO_LOOK_AT = "{said} – cần xem lại: {why}"


def findings(
    name: str,
    found: dict[str, Any],
    categories: dict[str, str],
    beside: Mapping[str, Sequence[str | None]],
) -> str:
    """What was found in a report, for reading: each finding with its literal words, and where a person has to look at it with why. `beside`: `views.reports.beside`."""
    lines = [
        f"{name}: {found['unit'] or worded('chưa rõ đơn vị')}, {found['period'] or 'chưa rõ kỳ báo cáo'}"
    ]
    for kind, title in KINDS_FOUND.items():
        if found[kind]:
            lines.append(f"{title} ({len(found[kind])}):")
            whys = beside.get(kind, [None] * len(found[kind]))
            said = [_said(kind, one, categories) for one in found[kind]]
            lines += [f"  - {_with(one, why)}" for one, why in zip(said, whys, strict=True)]
    return "\n".join(lines)


def _with(said: str, why: str | None) -> str:
    return said if why is None else TO_LOOK_AT.format(said=said, why=why.rstrip("."))


def _said(kind: str, one: dict[str, Any], categories: dict[str, str]) -> str:
    if kind == "warnings":
        return str(one["message"])
    quote = " ".join(one["quote"].split())
    told = {
        "indicators": lambda: f"{one['name']}: {_level(one)}",
        "limitations": lambda: categories[one["category"]],
        "awards": lambda: ", ".join(
            [
                one["form"],
                *(
                    f"{one[side]} {noun}"
                    for side, noun in (("collectives", "tập thể"), ("individuals", "cá nhân"))
                    if one[side] is not None
                ),
            ]
        ),
        "examples": lambda: one["name"],
        "documents": lambda: one["number"],
    }[kind]()
    return f"{told}: “{quote}”"


def others_said(others: list[dict[str, Any]]) -> list[str]:
    """Figures that a report tells of other bodies, by body: “xã Minh Tân: Tỷ lệ hồ sơ giải quyết đúng hạn 93% (2023)”."""
    return [f"{one['subject']}: {one['name']} {_level(one)}" for one in others]


def _level(one: dict[str, Any]) -> str:
    """“trên 95% (2022)”, “28/28”, “hạng 5/20”, “88,35/100 điểm”."""
    year = f" ({one['year']})" if one["year"] else ""
    return stated({**one, "measure": one["unit"]}) + year


def stated(one: dict[str, Any]) -> str:
    """A figure as people read it. In: comparator, value, out_of (may be missing), measure (%, count, rank, points).

    >>> stated({"comparator": ">", "value": 95.0, "out_of": None, "measure": "%"})
    'trên 95%'
    """
    value = formats.number(one["value"], None) + (
        "" if formats.is_missing(one["out_of"]) else f"/{formats.number(one['out_of'], None)}"
    )
    worded = {"%": f"{value}%", "rank": f"hạng {value}", "points": f"{value} điểm"}
    return BOUNDS[one["comparator"]] + worded.get(one["measure"], value)
