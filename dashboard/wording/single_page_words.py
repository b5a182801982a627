"""Words of single pages."""

from __future__ import annotations

from dashboard.writing.nouns import speaks

WORD, PDF = "Trang Word", "Trang PDF"
UNIT_WORD, UNIT_PDF = "Hồ sơ thành trang Word", "Hồ sơ thành trang PDF"
CUT = "Trang này ghi {shown} dòng đầu trong {rows} dòng; tệp Excel có đủ."
ABOUT = "{block}, năm {year}"
NAMING, REPLY = "Nêu tên: {naming}.", "Giải trình của đơn vị: {reply}."
DIFFICULTY, STILL_OPEN = (
    "Khó khăn, vướng mắc đơn vị phản ánh: “{text}” ({day}).",
    "Kết luận còn mở ({meeting}): {what}; {responsible}{due}.",
)
DUE = ", hạn {day}"
FIGURES, WHAT, VALUE, NOTE = "Số liệu chính", "Nội dung", "Giá trị", "Ghi chú"
GROUPS, GROUP, SCORE, MEDIAN, LOW, HIGH, MOST = (
    "Từng nhóm tiêu chí, so với khối",
    "Nhóm tiêu chí",
    "Điểm",
    "Mức giữa của khối",
    "Thấp nhất",
    "Cao nhất",
    "Điểm tối đa",
)
CRITERIA, CRITERION, SELF, APPRAISED, ATTAINED, SOURCE = (
    "Từng tiêu chí",
    "Tiêu chí",
    "Tự chấm",
    "Thẩm định",
    "Đạt",
    "Nguồn",
)
THIS_UNIT, BLOCK_MIDDLE, POINTS, TARGET = "Đơn vị", "Mức giữa của khối", "điểm", "mốc {target} điểm"
OVER_YEARS = "Tổng điểm {change} từ {first} đến {last}"
PUBLISHED_ON, REASON_CHANGED = "đã công bố ngày {day}", ", lý do nay đã thay đổi"
DRAFT, DRAFT_READY = "dự thảo", "dự thảo, đã qua thời gian giải trình"
DRAFT_WAITING = "dự thảo, chờ giải trình đến ngày {day}"

speaks(__name__)
