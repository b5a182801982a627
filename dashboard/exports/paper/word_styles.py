"""The look of an official paper by Nghị định 30/2020/NĐ-CP, Phụ lục I, as named Word styles.

Every part of a paper is set in one of these styles and in nothing else, so an office that brings its own template only has to
give its styles these names; those that it lacks are added.
"""

from __future__ import annotations

from typing import NamedTuple

from docx.enum.text import WD_ALIGN_PARAGRAPH

FONT = "Times New Roman"
LEFT, CENTER, RIGHT, JUSTIFY = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)
FIRST_LINE = 12.7  # mm; 1 cm or 1,27 cm
LINE = 1.15  # single to 1,5 lines


class Look(NamedTuple):
    """Letters in points, distances in points, the indents in mm."""

    size: float
    bold: bool = False
    italic: bool = False
    align: WD_ALIGN_PARAGRAPH = CENTER
    first_line: float = 0.0
    before: float = 0.0
    after: float = 0.0
    line: float = 1.0
    keep_next: bool = False
    left: float = 0.0


SUPERIOR, BODY, STATE, MOTTO = "Cơ quan chủ quản", "Cơ quan ban hành", "Quốc hiệu", "Tiêu ngữ"
NUMBER, PLACE, ABOUT, DRAFT = "Số ký hiệu", "Địa danh thời gian", "Về việc", "Dự thảo"
TO, TO_ITEM, KIND, SUBJECT = "Kính gửi", "Nơi kính gửi", "Tên loại", "Trích yếu"
TEXT, ITEM, RULE = "Nội dung", "Gạch đầu dòng", "Đường kẻ"
QUOTE, BLANK, PICTURE, GROUP, SHEET_TITLE, FOOT = (
    "Trích báo cáo",
    "Phần để viết",
    "Biểu đồ",
    "Nhóm trong bảng",
    "Tên trang",
    "Dòng chốt số liệu",
)
HEADINGS = {1: "Heading 1", 2: "Heading 2", 3: "Heading 3"}
TABLE_TITLE, TABLE_HEAD, CELL, SOURCE = "Tên bảng", "Tiêu đề cột", "Ô bảng", "Nguồn số liệu"
OFFICE, NAME, COPIES, COPY = "Chức vụ người ký", "Họ tên người ký", "Nơi nhận", "Danh sách nơi nhận"
ANNEX, ANNEX_TITLE, ATTACHED, PAGE, MARK = (
    "Phụ lục",
    "Tên phụ lục",
    "Kèm theo",
    "Số trang",
    "Dấu chú",
)

KEY = "Ký hiệu căn cứ"
"""A character style: whoever signs selects all text of it and deletes it at once."""
CONTENTS, CONTENTS_LINE = "Tên mục lục", "Dòng mục lục"

LOOKS: dict[str, Look] = {
    SUPERIOR: Look(13),
    BODY: Look(13, bold=True),
    STATE: Look(13, bold=True),
    MOTTO: Look(14, bold=True),
    RULE: Look(2, before=3),
    NUMBER: Look(13, before=6),
    PLACE: Look(14, italic=True, before=6),
    ABOUT: Look(13, before=6),
    DRAFT: Look(13, bold=True, before=9, after=3),
    TO: Look(14, before=12, after=6, keep_next=True),
    TO_ITEM: Look(14, align=LEFT, left=50.0, keep_next=True),
    KIND: Look(14, bold=True, before=18, keep_next=True),
    SUBJECT: Look(14, bold=True, keep_next=True),
    TEXT: Look(14, align=JUSTIFY, first_line=FIRST_LINE, before=6, line=LINE),
    ITEM: Look(14, align=JUSTIFY, first_line=FIRST_LINE, before=6, line=LINE),
    QUOTE: Look(13, italic=True, align=JUSTIFY, before=4, left=FIRST_LINE),
    BLANK: Look(13, italic=True, align=LEFT, before=8, after=8),
    CONTENTS: Look(14, bold=True, after=6, keep_next=True),
    CONTENTS_LINE: Look(13, align=LEFT, before=3),
    PICTURE: Look(12, keep_next=True),
    SHEET_TITLE: Look(14, bold=True, before=6, after=3, keep_next=True),
    HEADINGS[1]: Look(
        14, bold=True, align=JUSTIFY, first_line=FIRST_LINE, before=9, line=LINE, keep_next=True
    ),
    HEADINGS[2]: Look(
        14, bold=True, align=JUSTIFY, first_line=FIRST_LINE, before=6, line=LINE, keep_next=True
    ),
    HEADINGS[3]: Look(
        14, align=JUSTIFY, first_line=FIRST_LINE, before=6, line=LINE, keep_next=True
    ),
    TABLE_TITLE: Look(13, bold=True, before=9, after=4, keep_next=True),
    TABLE_HEAD: Look(12, bold=True, before=2, after=2, keep_next=True),
    CELL: Look(12, align=LEFT, before=2, after=2),
    GROUP: Look(12, bold=True, align=LEFT, before=2, after=2, keep_next=True),
    SOURCE: Look(11, italic=True, align=LEFT, before=3, after=6),
    OFFICE: Look(14, bold=True, keep_next=True),
    NAME: Look(14, bold=True),
    COPIES: Look(12, bold=True, italic=True, align=LEFT, keep_next=True),
    COPY: Look(11, align=LEFT),
    ANNEX: Look(14, bold=True, keep_next=True),
    ANNEX_TITLE: Look(14, bold=True, keep_next=True),
    ATTACHED: Look(14, italic=True, after=6, keep_next=True),
    PAGE: Look(13),
    MARK: Look(11, italic=True, align=RIGHT),
    FOOT: Look(9, align=LEFT),
}
