"""A small meeting pack for the tests of its writers: made-up names, figures that a person can check."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from dashboard.exports.report.pack import (
    Annex,
    Chapter,
    Chart,
    Pack,
    Quote,
    Said,
    SealMark,
    Series,
    Slide,
)
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table, table_of_rows

LONG = (
    "Ban Quản lý Dự án Đầu tư Xây dựng các công trình Nông nghiệp và Phát triển nông thôn tỉnh Thử"
)
SOURCE = "Nguồn: kết quả do các đơn vị gửi; số liệu đến ngày 30/6/2026."
BARS = Chart(
    "Công nghệ thông tin là nhóm đạt thấp nhất",
    "bar",
    ("Thể chế", "Cải cách hành chính", "Công nghệ thông tin"),
    (Series("Mức giữa", (88.5, 83.25, 71.0)),),
    "% điểm tối đa",
    SOURCE,
    target=85.0,
    target_name="mốc 85",
)
STACK = Chart(
    "Hai trong ba đơn vị khối xã đạt mốc",
    "stacked",
    ("Khối sở", "Khối xã"),
    (Series("đạt", (3, 2)), Series("chậm", (0, 1)), Series("chưa đủ dữ liệu", (1, None))),
    "đơn vị",
    SOURCE,
)
LINES = Chart(
    "Tỷ lệ hài lòng tăng đều từ 2022",
    "line",
    ("2019", "2020", "2021", "2022"),
    (Series("Tỷ lệ hài lòng chung", (0.81, None, 0.853, 0.8995)),),
    "%",
    SOURCE,
    share=True,
    target=0.9,
    target_name="mốc 90%",
)
COLUMNS = (
    Column("Khối, cụm", width=3),
    Column("Đơn vị", width=6),
    Column("Điểm", "score", width=2),
    Column("Hài lòng", "share", width=2),
    Column("Tình trạng", "status", width=3),
    Column("Hạng", width=2),
)
GROUPS = ("Thể chế", "Cải cách hành chính", "Công nghệ thông tin")


def ranking(units: int = 3) -> Table:
    """A ranking by block of `units` units: the first has the long name, the last no figures."""
    names = [LONG, *(f"Ủy ban nhân dân xã Thử {n}" for n in range(2, units + 1))]
    rows = [
        (f"Khối {n // 20 + 1}", name, 95.25 - n / 4, 0.953, "met", f"{n % 20 + 1}/20")
        for n, name in enumerate(names)
    ]
    rows[-1] = (rows[-1][0], names[-1], None, None, "no_data", None)
    return table_of_rows(
        "Xếp hạng trong từng khối, cụm năm 2025",
        COLUMNS,
        rows,
        name="Xếp hạng",
        source=SOURCE,
        note="Ô “–” là chưa có số liệu.",
        landscape=True,
        grouped=1,
    )


def pack(units: int = 3) -> Pack:
    """A pack of all kinds of parts, sealed, illustrative."""
    years = table_of_rows(
        "Số liệu theo năm",
        (Column("Năm"), Column("Đơn vị", "count"), Column("Ngày", "date")),
        (("2024", 1234, dt.date(2024, 2, 5)), ("2025", None, None)),
        name="Theo năm",
        source=SOURCE,
    )
    hidden = table_of_rows(
        "Chỉ trong biểu Excel",
        (Column("Năm"),),
        (("2025",),),
        name="Chi tiết",
        source=SOURCE,
        sheet_only=True,
    )
    ranks = ranking(units)
    return Pack(
        "Báo cáo tổng kết",
        "Tổng kết Phong trào thi đua “Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở” giai đoạn 2019–2025",
        "m25",
        2025,
        dt.date(2026, 6, 30),
        SealMark("Tổng kết 2025", dt.datetime(2026, 6, 30, 8, 5), "Thư ký", "ab12cd34"),
        "Tỉnh Thử",
        "Ủy ban nhân dân tỉnh Thử",
        True,
        "Thực hiện Kế hoạch thử, Ủy ban nhân dân tỉnh Thử báo cáo như sau:",
        (
            Chapter("Đặc điểm tình hình", 1, (Said("Năm 2025 có 3 đơn vị.", ("a.xlsx",)),)),
            Chapter("Thuận lợi", 2, asked="Thuận lợi nào?"),
            Chapter(
                "Kết quả thực hiện", 1, (Said("Đạt 95,3%."),), (years, hidden), (BARS, STACK, LINES)
            ),
            Chapter(
                "Tồn tại, hạn chế",
                2,
                quotes=(Quote(LONG, "“Một số ít đi làm muộn.”", "báo cáo năm 2025, trang 3"),),
                quotes_title="Đơn vị tự nêu",
                asked="Nguyên nhân nào?",
            ),
        ),
        "Trên đây là báo cáo.",
        (
            Annex(ranks.title, (ranks,)),
            Annex(
                "Số liệu theo năm",
                (years, replace(years, name="Theo năm 2", title="Bảng thứ hai")),
                ("Câu dẫn.",),
            ),
        ),
        (
            Slide("Ba trong bốn đơn vị đạt mốc 2025", "Nói thêm. Nguồn: thử.", SOURCE, chart=STACK),
            Slide("Tỷ lệ hài lòng tăng", "Nói thêm.", SOURCE, chart=LINES),
            Slide("Công nghệ thông tin thấp nhất", "Nói thêm.", SOURCE, chart=BARS),
            Slide("Đơn vị được nêu tên", "Nói thêm.", SOURCE, table=ranks),
        ),
        "Số liệu chốt “Tổng kết 2025” lúc 08:05 ngày 30/6/2026, vân tay ab12cd34.",
        "Số liệu minh họa của một tỉnh không có thật",
    )
